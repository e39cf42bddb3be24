"""Line breaks that only wrap a line: a paste, a narrow column or a scan sets them anywhere, also within a word."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_HAN = "\u3007\u4e00-\u9fff"
_BREAK = re.compile(r"\n[ \t]*(?=\S)")
_BLOCK = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|$))+")
_ENDS_IN_LABEL = re.compile(rf"(?:^|[，。；、|])[ ]*[{_HAN}/]{{2,8}}[：:][^，。；：]{{1,14}}$")
_LINE_END = "。！？；：…”）】>|｜"
_NEW_START = re.compile(
    r"[ \t]*(?:[0-9]{1,2}[.、．)）](?![0-9])|[（(]?[一二三四五六七八九十]{1,3}[、)）.]"
    r"|[①-⑳•·●■◆◇▍※☆★○\-*#|｜<>【《\[〔]"
    r"|(?:Q|A|问|答|Question|Answer)[ ]?[0-9]{0,2}[ .、：:)）]"
    rf"|[0-9]{{4}}年|[0-9]{{4}}[-/.]|第[一二三四五六七八九十]|[{_HAN}/ ]{{2,14}}(?:（[^（）\n]{{1,20}}）)?[：:|｜\t]"
    rf"|[{_HAN}A-Za-z][{_HAN}A-Za-z0-9·_@ \-]{{1,15}}[：:])"
)
# A label that a wrap has cut in two (…业务 / 范围：…).
_CUT_LABEL = re.compile(
    r"(?:业务|经营|主营|服务|成立|注册|登记|开办|经济|企业|单位|公司|员工|职工|人员|所属|所在|联系|申报)[ ]*\n[ \t]*"
    r"(?:范围|时间|日期|类型|性质|名称|人数|总数|行业|电话|方式|区县|意愿|人)[ ]*[：:]"
)
_WRAP_WIDTH = 18
_YEAR_IN_ROW = re.compile(r"^[^。；]{2,24}，[12][0-9]{3}年[^。；]{0,24}$")
# A bracket or a quotation that a line leaves open and the next one closes.
_LEFT_OPEN = re.compile(r"（[^（）\n]{0,40}$|“[^“”\n]{0,40}$")
_CLOSED = re.compile(r"[ \t]*[^（“\n]{0,30}?[）”]")
# The lines of a column are about as wide as each other, in half characters; a narrower column is a list.
_NARROWEST, _RAGGED, _FEWEST = 20, 6, 3
# A page number or a signature set to the right is no line of the column.
_SET_IN = re.compile(r"[ \t]{10,}")
# What a scan leaves in its text; there a line of any length may have been cut.
SCANNED = re.compile(
    r"OCR|扫 ?描(?!(?:电子)?(?:二维码|条形?码|追溯码|码|枪|仪|器|电镜|入库|出库|即可|就[能可]))"
    r"|置 ?信 ?度|识别结果|复印件|影印|翻拍"
    r"|第 ?[0-9]+ ?页|[Pp](?:age|\.) ?[0-9]+"
)
_HEADING = re.compile(
    rf"[ \t]*(?:[0-9一二三四五六七八九十]{{1,3}}[、.．]|[（(][0-9一二三四五六七八九十]{{1,3}}[)）])[{_HAN} ]{{1,12}}$"
)
# The title of a paper, as its last words tell.
TITLE_END = re.compile(
    r"(?:总结|汇报|报告|材料|汇编|简介|说明|请示|介绍|事迹|发言|讲话|纪要|函|信息表|申报表|登记表|推荐表|采集表|汇总表|问卷)(?:（[^）]*）)?$"
)
_SHORTEST_CUT = 8
_WIDE = re.compile(r"\S {2,}\S")
_STOPPED, _MANY = re.compile(r"[。！？]"), 4
_RUNS_ON = re.compile(r"[，。、；：]")


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where lines begin that fill a column or stand among notes, whether a scan made the text, its first sign."""

    full: set[int]
    notes: set[int]
    scanned: bool
    first: int


def wraps(text: str, heads_message: Callable[[str, int], object]) -> list[tuple[int, int]]:
    """The line breaks (with the indent after them) that only wrap a line, as half-open ranges.

    `heads_message(text, at)` is true where a line of a chat begins that says who speaks: never joined to what it heads.
    """
    layout = _Layout(_full_lines(text), _notes(text), SCANNED.search(text) is not None, len(text) - len(text.lstrip()))
    found = []
    for match in _BREAK.finditer(text):
        before = text.rfind("\n", 0, match.start()) + 1
        line = text[before : match.start()].rstrip()
        if not line or "\t" in line or "|" in line or heads_message(text, match.end()):
            continue
        left_open = _LEFT_OPEN.search(line) and _CLOSED.match(text, match.end())
        if left_open or _wraps(text, before, line, match, layout):
            found.append((match.start(), match.end()))
    return found


def _wraps(text: str, before: int, line: str, match: re.Match[str], layout: _Layout) -> bool:
    if line[-1] in _LINE_END or _rows_of_list(text, line, match.end()):
        return False
    by_scan = layout.scanned and before > layout.first and _cut_by_scan(text, line, match.end())
    by_scan = by_scan and not _is_title(text, before, line)
    in_column = before in layout.full or by_scan
    if not in_column and (len(line) < _WRAP_WIDTH or _ENDS_IN_LABEL.search(line)):
        return False
    cut = _CUT_LABEL.search(text, max(before, match.start() - 4), match.end() + 8)
    if not cut and _NEW_START.match(text, match.end()):
        return False
    return in_column or (_goes_on(text, line, match.end()) and (line[-1] in "，、" or before not in layout.notes))


def _cut_by_scan(text: str, line: str, following: int) -> bool:
    """Whether a scan has cut running text behind `line`: either line runs on, and the first is no heading."""
    after = line_at(text, following)
    if len(line) < _SHORTEST_CUT or _HEADING.fullmatch(line) or _WIDE.search(line) or _SET_IN.match(after):
        return False
    return bool(_RUNS_ON.search(line) or _RUNS_ON.search(after))


def _is_title(text: str, before: int, line: str) -> bool:
    """Whether a line stands over all running text and ends as the title of a paper does: it heads what follows."""
    return not _RUNS_ON.search(text[:before] + line) and TITLE_END.search(line) is not None


def line_at(text: str, position: int) -> str:
    """The line of `text` that holds `position`."""
    end = text.find("\n", position)
    return text[text.rfind("\n", 0, position) + 1 : end if end >= 0 else len(text)]


def _full_lines(text: str) -> set[int]:
    """Where the lines begin that fill the column they stand in, as far as a block of lines runs on in a column."""
    full: set[int] = set()
    for block in _BLOCK.finditer(text):
        full |= set(_filled(list(_lines(text, *block.span()))))
    return full


def _notes(text: str) -> set[int]:
    """Where the lines begin of blocks that hold one matter a line and no full stop (a list of facts in a mail)."""
    blocks = [list(_lines(text, *block.span())) for block in _BLOCK.finditer(text)]
    unstopped = [
        block for block in blocks if len(block) >= _MANY and not any(_STOPPED.search(line) for _, line in block)
    ]
    return {start for block in unstopped for start, _ in block}


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    for match in re.compile(r"[^\n]+").finditer(text, start, end):
        if not _SET_IN.match(match.group()):
            yield match.start(), match.group().rstrip()


def _filled(lines: list[tuple[int, str]]) -> list[int]:
    """The filled lines of one block; none where its lines differ in width, say nothing, or end of themselves."""
    widths = [_width(line) for _, line in lines]
    column = max(widths, default=0)
    if len(lines) < _FEWEST or column < _NARROWEST:
        return []
    filled = [(start, line) for (start, line), width in zip(lines, widths, strict=True) if width >= column - _RAGGED]
    cut = [line for _, line in filled if line[-1] not in _LINE_END]
    running = [line for _, line in filled if _RUNS_ON.search(line)]
    if len(filled) < max(2, 0.4 * len(lines)) or not cut or 2 * len(running) < len(filled):
        return []
    return [start for start, _ in filled]


def _width(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in line)


def _rows_of_list(text: str, line: str, following: int) -> bool:
    """Two lines that each name a year and end without a mark are rows of a list (某奖，2021年12月，某政府)."""
    return line[-1] not in "，、" and all(_YEAR_IN_ROW.search(row) for row in (line, line_at(text, following)))


def _goes_on(text: str, line: str, following: int) -> bool:
    """A wrapped line is about as long as its neighbour, or stops where no line would end by itself."""
    end = text.find("\n", following)
    after = text[following : end if end >= 0 else len(text)]
    return line[-1] in "，、" or ("，" in line and len(after) <= len(line) + 4)
