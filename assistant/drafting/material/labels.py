"""Labelled values: forms, flattened tables and `标签：值` lines, in whatever layout a paste has left them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.questions import answers
from assistant.drafting.material.scan import Scan

_STOP = re.compile(r"[\n|｜\t。]")
_NOTE = r"(?:（[^）\n]{0,18}）)?"
# The next line of a chat begins with who answers (联系人？/ 老齐：…), unless that is another label.
_SPEAKER = (
    r"(?<=\n)(?!联|电话|手机|姓名|职务|单位|企业|公司|名称|地|区|县|所|行业|成立|注册|登记|经济|类型|性质|经营|业务|主营|员工|职工|人数|申报|意愿|荣誉|中国|是否)"
    r"[\u4e00-\u9fffA-Za-z·\-]{1,10}："
)
_ANSWER = rf"(?:答[：:]?|A[：:]|回复[：:]|——|—|{_SPEAKER})?[ ]*"
# A bare space separates only in a row of cells, so a label in running prose needs a colon or a cell edge.
_GAP = (
    r"(?:[ ]*[】\]][：:]?[ ]*|[ ]*(?:是|为)?[ ]*[：:][ ]*|[ ]*[|｜\t]+[ |｜\t]*|(?<=[\u4e00-\u9fff）])[ ]+(?=\S)"
    r"|[ ]*(?:—{1,2}|→|=+>?|-{1,2}>?)[ ]*(?=[\u4e00-\u9fff0-9])"
    rf"|[ ]*(?:是|为|有)?(?:什么|多少|哪一?年|何时|谁)?(?:的|吗|呢)?[？][ \n]*{_ANSWER})"
)
# A question may go on behind the label (主要做啥产品，行业选哪个).
_ASKS = r"(?:[，、][^\n：]{0,14}(?:哪个|哪些|谁|啥|什么|多少|吗|不|呢))?[？]?[ ]*"
_NUMBERING = (
    r"[ ]*(?:(?:Q|问题?)[ ]?[0-9]{0,2}[ .、：:)）]+|"
    r"[（(\[【]?[0-9一二三四五六七八九十]{1,3}[、.．)）\]】]|[·•●■◆□*\-])?[ ]*"
)
_LONGEST_LINE = 60
_CLAUSE_END = re.compile(r"[，。；”\n|｜\t]")
_OF_HONOURS = re.compile(r"颁|授予|获奖|奖项|荣誉|证书|发证")
# An answer that reads like the label it answers (意愿 | 愿意申报中国质量奖).
_WILLING = re.compile(r"(?:愿意|有意愿?|同意|自愿|不)(?:申报|参评)")
_WIDE = re.compile(r" {2,}")
_YEAR = re.compile(r"[0-9]{4}年")
# A row of a paper that is quoted with its label (证书写“成立日期：1957年3月1日”).
_QUOTED = r"(?<=“)(?=[\u4e00-\u9fff]{2,6}[：:][ ]?[0-9])"
# The heads of a table may stand in the bracket behind its title (三、荣誉（时间|名称|颁发单位）).
_IN_TITLE = re.compile(r"^[^（）]*（(?=[^（）]*$)|(?<=[^（）])）[：:]?\s*$")
_CELL = re.compile(r"[^\t|｜\n]+")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value and where it stands: `text == scan.text[start:end]`, possibly empty (the cell is there but blank)."""

    label: str
    start: int
    end: int
    text: str

    @property
    def blank(self) -> bool:
        """Whether the cell says nothing (`未填写`, `—`, `待补充`)."""
        return load_lexicon("labels").has("blank", self.text)


def labelled(scan: Scan, key: str) -> Iterator[Labelled]:
    """Every value introduced by a label of `key`, sealed stretches left out: beside it, under it, or in its column."""
    heads = head_rows(scan.text)
    for match in _beside(key).finditer(scan.text):
        if any(start <= match.start() < end for start, end in heads):
            continue
        end = _value_end(scan.text, match.end())
        value = _labelled(scan, match["label"], match.end(), end)
        if not scan.sealed(match.start(), max(end, match.end())):
            yield value
    yield from _said(scan, key)
    yield from _under(scan, key)
    for answer in answers(scan.text, key):
        if not scan.sealed(answer.start, max(answer.end, answer.start + 1)):
            yield _labelled(scan, answer.question, answer.start, _value_end(scan.text, answer.start))
    for row in heads:
        yield from _in_column(scan, key, row)


def _labelled(scan: Scan, label: str, start: int, end: int) -> Labelled:
    text = scan.text[start:end].strip()
    first = start + scan.text[start:end].find(text) if text else start
    return Labelled(label, first, first + len(text), text)


def _said(scan: Scan, key: str) -> Iterator[Labelled]:
    """What a sentence says the entry is to be (所属行业填仓储业，人数只报分公司，143人): to the end of its clause."""
    for match in _put(key).finditer(scan.text):
        stop = _CLAUSE_END.search(scan.text, match.end())
        value = _labelled(scan, match["label"], match.end(), stop.start() if stop else len(scan.text))
        if value.text and not scan.sealed(match.start(), value.end):
            yield value


def _under(scan: Scan, key: str) -> Iterator[Labelled]:
    """The line below a label that has its line to itself, unless that line has a label of its own."""
    for match in _above(key).finditer(scan.text):
        end = scan.text.find("\n", match.end())
        end = len(scan.text) if end < 0 else end
        line = scan.text[match.end() : end]
        own = _any_label().match("\n" + line + "\n", 1) or re.search(r"[：:\t|｜]", line)
        if not own and len(line.strip()) <= _LONGEST_LINE and not scan.sealed(match.start(), end):
            yield _labelled(scan, match["label"], match.end(), _value_end(scan.text, match.end()))


@lru_cache(maxsize=8)
def head_rows(text: str) -> list[tuple[int, int]]:
    """The rows of cells that are nearly all labels or heads and stand above a row of values."""
    lines = [(match.start(), match.end()) for match in re.finditer(r"[^\n]+", text)]
    return [one for one, below in pairwise(lines) if _is_head(text, one) and not _is_head(text, below)]


def _is_head(text: str, line: tuple[int, int]) -> bool:
    cells = [_IN_TITLE.sub("", match.group()).strip() for match in _CELL.finditer(text, *line)]
    cells = [cell for cell in cells if cell]
    heads = sum(bool(_label_alone().fullmatch(cell)) for cell in cells)
    heads -= len(cells) == 2 and _YEAR.fullmatch(cells[1]) is not None  # 创办时间 | 1983年 is a label and its value
    answered = len(cells) == 2 and _WILLING.match(cells[1]) is not None
    return (heads == len(cells) == 2 and not answered) or heads >= max(3, 0.6 * len(cells))


def _in_column(scan: Scan, key: str, row: tuple[int, int]) -> Iterator[Labelled]:
    """The cell under the label in a table with a row of heads; a table of honours has no facts of the applicant."""
    if _OF_HONOURS.search(scan.text, *row):
        return
    end = scan.text.find("\n", row[1] + 1)
    below = (row[1] + 1, len(scan.text) if end < 0 else end)
    values = _columns(scan.text, *below)
    words = re.compile(rf"{_NUMBERING}(?:{load_lexicon('labels').patterns[key].pattern}){_NOTE}[：:]?")
    for (start, stop), value in zip(_columns(scan.text, *row), values, strict=False):
        label = scan.text[start:stop].strip()
        if words.fullmatch(label) and not scan.sealed(value[0], max(value[1], value[0] + 1)):
            yield _labelled(scan, label, *value)


def _columns(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The cells of a line, empty ones included."""
    edges = [start - 1, *(match.start() for match in re.compile(r"[\t|｜]").finditer(text, start, end)), end]
    cells = [(left + 1, right) for left, right in pairwise(edges)]
    return cells[1:] if text[start:end].lstrip().startswith(("|", "｜")) else cells


@lru_cache(maxsize=32)
def _beside(key: str) -> re.Pattern[str]:
    words = load_lexicon("labels").patterns[key].pattern
    return re.compile(rf"(?:(?<![\u4e00-\u9fff“”《》])|{_QUOTED})(?P<label>{words})[ ]?{_NOTE}{_GAP}")


@lru_cache(maxsize=32)
def _put(key: str) -> re.Pattern[str]:
    """A label of at least two characters that asks for this entry, and a verb of filling in."""
    words = load_lexicon("labels").patterns[key].pattern
    return re.compile(
        rf"(?:(?<=[，。；：、\n（ \t])|(?<=本次)|^)(?P<label>{words})(?<!企业)(?<=[称区县业间期型质围务"
        rf"品数量话愿向地址]){_NOTE}"
        r"(?:一?栏)?(?:里|上)?(?:就|只|都|统一|仍|请|拟)?(?:填写?|写|报|定|选|归[属类口入]?|属|是|为|系)(?:成"
        r"|为|的是|的|作|在|于)?[：“ ]*(?=[\u4e00-\u9fff0-9A-T])"
    )


@lru_cache(maxsize=32)
def _above(key: str) -> re.Pattern[str]:
    words = load_lexicon("labels").patterns[key].pattern
    return re.compile(rf"(?m)^{_NUMBERING}【?(?P<label>{words}){_NOTE}】?[ ]*[：:]?[ ]*{_ASKS}\n+[ ]*(?=\S)")


@lru_cache(maxsize=1)
def _words() -> str:
    lexicon = load_lexicon("labels")
    return "|".join(pattern.pattern for key, pattern in lexicon.patterns.items() if key not in {"blank", "head"})


@lru_cache(maxsize=1)
def _label_alone() -> re.Pattern[str]:
    return re.compile(rf"{_NUMBERING}(?:{load_lexicon('labels').patterns['head'].pattern}|{_words()}){_NOTE}[：:]?")


@lru_cache(maxsize=1)
def _any_label() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?<=[ ，。；、|｜\t【])|(?<=\n))(?:{_words()})(?:（[^）\n]{{0,12}}）)?(?:[ ]*[：:|｜\t】]|[ ]+)"
    )


def _value_end(text: str, start: int) -> int:
    """A value ends with its line or cell, or where the next label of the same row begins."""
    stop = _STOP.search(text, start)
    end = stop.start() if stop else len(text)
    wide = _WIDE.search(text, start + 1, end)
    end = wide.start() if wide and text[start:end].strip() else end
    following = _any_label().search(text, start, min(len(text), end + 1))
    return following.start() if following else end
