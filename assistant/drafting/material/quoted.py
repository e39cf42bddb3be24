"""An e-mail with the earlier ones quoted below or between its lines (> …): what is said now goes before what was said.

A quoted line that asks stays, for what is answered to it stands below it; a material that is quoted as a whole (a
forwarded message) has nothing newer in it and is read as it is. What the other side says of its reader or of a third
body, and the lines around a text that is sent as a model, are nobody's own words and are not read at all.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from assistant.drafting.material.scan import Scan
from assistant.language.sentences import Sentence

_QUOTED = re.compile(r"(?m)^[ \t]*>[^\n]*")
_MARK = re.compile(r"[ \t]*>")
_ASKS = re.compile(r"[？?]|[：:][ ]*$")
# A numbered line asks, unless it states something (1. 你们上次填的成立时间是1998年3月。).
_NUMBERED = re.compile(r"^[> \t]*[0-9一二三四五六七八九十]{1,2}[、.．)）]")
_STATES = re.compile(r"[。！][ ]*$|(?:是|为|系|共|有)(?!什么|啥|哪|谁|多少|几|否|无|何)[^，。；\n]{2}")
# Less than this said anew is a greeting above a forwarded message.
_FEWEST_NEW = 30
# Who is spoken to or of: the reader, or a body that is not the one that writes.
_OF_OTHERS = re.compile(
    r"贵(?:公司|单位|厂|院|校|社|司|所|店|方|行|企业)|[你您]们?(?:单位|公司|厂|院|校|那边|的)"
    r"|^[> \t]*(?:供应商|供货商|供方|客户|经销商|同行|友商|对手|隔壁|对门|兄弟(?:厂|公司|单位))"
)
# What the applicant itself gave before, told back to it (你们上次报的是410人), is its own.
_GIVEN_BEFORE = re.compile(
    r"(?:上次|上回|上一?[版稿封]|之前|此前|先前|原先|前次|去年|前年)[^，。；\n]{0,6}(?:填|报|写|给|交|发|说)"
)
_A_MODEL = re.compile(
    r"(?:范文|范本|样本|样文|样稿|样例|模板|示例|例文|参考稿)(?![库机])"
    r"|(?:供|仅供|可供|给)(?:你们?|您|贵\w{1,2}|各单位|大家)?参考"
)


def is_quoted(text: str, start: int) -> bool:
    """Whether the line that begins at `start` is quoted from an earlier mail."""
    return _MARK.match(text, start) is not None


def without_quotes(scans: tuple[Scan, ...]) -> tuple[Scan, ...]:
    """The scans with the quoted statements blanked, every offset as it was; as they are where nothing else is said."""
    return tuple(_without(scan) for scan in scans)


def without_others_words(scans: tuple[Scan, ...]) -> tuple[Scan, ...]:
    """The scans without what the other side of an exchange says of its reader or sends as a model."""
    return tuple(_without_others(scan) for scan in scans)


def _without(scan: Scan) -> Scan:
    text = scan.text
    return _blanked(scan, (span for span in _quoted(scan) if not _asks(text[slice(*span)])))


def _without_others(scan: Scan) -> Scan:
    text, others = scan.text, list[tuple[int, int]]()
    for block in _blocks(_quoted(scan)):
        a_model = _A_MODEL.search(text, block[0][0], block[-1][1]) is not None
        others += [(start, end) for start, end in block if a_model or _of_others(text[start:end])]
    return _blanked(scan, others)


def _of_others(line: str) -> bool:
    return _OF_OTHERS.search(line) is not None and not _asks(line) and not _GIVEN_BEFORE.search(line)


def _quoted(scan: Scan) -> list[tuple[int, int]]:
    """Where the quoted lines stand; none where little or nothing else is said."""
    quoted = [match.span() for match in _QUOTED.finditer(scan.text)]
    return quoted if quoted and len(_QUOTED.sub("", scan.text).strip()) >= _FEWEST_NEW else []


def _blocks(lines: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """The lines in blocks of those that stand directly below each other."""
    blocks: list[list[tuple[int, int]]] = []
    for line in lines:
        if blocks and blocks[-1][-1][1] + 1 == line[0]:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _asks(line: str) -> bool:
    return bool(_ASKS.search(line) or (_NUMBERED.match(line) and not _STATES.search(line)))


def _blanked(scan: Scan, spans: Iterable[tuple[int, int]]) -> Scan:
    """The scan with the spans, in their order, made blank; its sentences keep the bounds they were cut at."""
    text, parts, at = scan.text, list[str](), 0
    for start, end in spans:
        parts += [text[at:start], " " * (end - start)]
        at = end
    if not parts:
        return scan
    text = "".join(parts) + text[at:]
    sentences = tuple(
        _cut_to(text, sentence) for sentence in scan.sentences if text[sentence.start : sentence.end].strip()
    )
    dates = tuple(date for date in scan.dates if text[date.start : date.end].strip())
    return replace(scan, source=replace(scan.source, text=text), sentences=sentences, dates=dates)


def _cut_to(text: str, sentence: Sentence) -> Sentence:
    """The sentence without the blanks it now begins or ends with."""
    rest = text[sentence.start : sentence.end]
    start, end = sentence.start + len(rest) - len(rest.lstrip()), sentence.start + len(rest.rstrip())
    return Sentence(start, end, text[start:end])
