"""One metric given twice with different ends, anywhere in the material: a course, a row, an office's return."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.drafting.lexicon import Lexicon, load_lexicon
from assistant.drafting.material.matter import CODE
from assistant.drafting.material.model import Conflict, Fact, Span
from assistant.drafting.material.scan import SEALED, Scan, clause_near
from assistant.language.numerals import Quantity, find_quantities
from assistant.language.sentences import Sentence

_EDGE = re.compile(r"[，。；！？：:\n|｜\t（）()“”‘’《》\[\]【】]|——|—— | {1,}|\u3000+")
_YEAR = re.compile(r"((?:19|20)[0-9]{2})年?(?:度|底|末|全年)?")
_OF_A_YEAR = re.compile(r"((?:19|20)[0-9]{2})(?:年度|年全年|全年|年(?![0-9]))")
# What stands between a metric's name and its figure, and between the figures of its course.
_BEHIND_NAME = re.compile(
    r"(?:[由从自是为达在到至的→>=\-—～~、·]|(?:19|20)[0-9]{2}年?(?:[0-9]{1,2}月)?|年初|年末|年底|上线前|以前|之前|原来|最初|开始|最高|以来|"
    r"推行前|实施前|现在|目前|如今|已经|已|就|也|仅|只|只有|仅有|不到|不足|约|近|超过?|每[年月季周天日]|[年月]均|平均|全年|年度|大幅|逐[年步]|[一直]*稳定|保持|"
    r"控制|(?:下降|降低|降|上升|提高|提升|升高?|增加|增长|增|减少|减|缩短|缩|压缩|压减|压|拉升|涨|改善|变为?|变成|达到|写|报|登|记|填|算|称|印|说|标)|了|度|底|末)+$"
)
_BEFORE_NAME = re.compile(
    r"^(?:(?:19|20)[0-9]{2}年(?:度|底|末)?|[0-9]{1,2}(?:\.[0-9]{1,2})*[.、)）]|[·•\-—*#.、■◆●①-⑩]+|其中|结果|使得?|让|将|把|全年|目前|现在|今年|同时|并且?|而|但|且|其|该|我们|公司|的)+"
)
_NAME = re.compile(r"[\u4e00-\u9fffA-Za-z0-9/％%]{3,20}")
# Who tells a figure in the words before the metric's name (车间主任说返修率是…).
_SAYS = re.compile(
    r"^[^，。]{1,12}?(?:说(?!明)|讲(?!解|课|台)|称(?![重量])|显示|写着|记着|登着|汇报|介绍)(?:的|是|了)?(?=.{3})"
)
_LEAST_NAME = 4
# A name of three characters that ends so is one all the same (漏播率).
_ENDING = 3
_MEASURES = ("率", "量", "数", "比")
_SHARED = 2
_HEADING_BACK = 2
_ABOVE = 160
_LEAD = 60
# What is given more often than this is a series (by month, by line), not two readings of one thing.
_A_SERIES = 12


@dataclass(frozen=True, slots=True)
class _Course:
    """What one place gives as a metric's figures, the last of them its end."""

    scan: Scan
    sentence: Sentence
    name: str
    values: tuple[Quantity, ...]
    year: str
    told: bool  # an office or a paper gives it
    span: Span

    @property
    def end(self) -> Quantity:
        return self.values[-1]


def given_twice(scans: tuple[Scan, ...], applicant: str) -> Iterator[Conflict]:
    """Pairs of courses of one metric whose ends differ though no year, part or standard tells them apart."""
    words = load_lexicon("metrics")
    courses = [course for scan in scans for sentence in scan.sentences for course in _courses(scan, sentence, words)]
    seen: set[Span] = set()
    for one, other in _alike(courses, applicant):
        if one.span not in seen and other.span not in seen and _against(one, other):
            seen |= {one.span, other.span}
            readings = tuple(Fact(CODE, course.end.text, course.span) for course in (one, other))
            yield Conflict(min(one.name, other.name, key=len), CODE, readings)


def _courses(scan: Scan, sentence: Sentence, words: Lexicon) -> Iterator[_Course]:
    if scan.codes(sentence.start, sentence.end) & {*SEALED, "PLAN_NOT_ACHIEVED", "OTHERS"}:
        return
    open_name, start, year, last = "", 0, "", 0
    values: list[Quantity] = []
    for quantity in [q for q in find_quantities(sentence.text) if q.unit and not _is_date(q)]:
        lead = sentence.text[last : quantity.start]
        name, at = _named(lead)
        last_year = _YEAR.findall(lead[at:] if name else lead)
        if name or not values or values[-1].unit != quantity.unit:
            if open_name:
                yield from _course(scan, sentence, open_name, values, start, year, words)
            open_name, values, start, year = name, [], last + at, ""
        values.append(quantity)
        year = last_year[-1] if last_year else (year if len(values) == 1 else "")
        last = quantity.end
    if open_name:
        yield from _course(scan, sentence, open_name, values, start, year, words)


def _is_date(quantity: Quantity) -> bool:
    return quantity.unit in {"年", "月", "日", "号", "点", "人", "名"}


def _named(lead: str) -> tuple[str, int]:
    """The metric's name in the words before a figure and where it begins; empty where the figure goes on another's."""
    pieces, position = [], 0
    for edge in [*_EDGE.finditer(lead), None]:
        end = edge.start() if edge else len(lead)
        pieces.append((position, lead[position:end]))
        position = edge.end() if edge else end
    for at, piece in reversed(pieces):
        head = _BEFORE_NAME.match(piece)
        name = _BEHIND_NAME.sub("", piece[head.end() if head else 0 :])
        name = _SAYS.sub("", re.split(r"(?:由|从|自)(?=(?:19|20)?[0-9])", name)[0])
        if load_lexicon("metrics").has("source", piece):
            continue
        if _NAME.fullmatch(name):
            return name, at
        if name:
            return "", at
    return "", 0


def _course(
    scan: Scan, sentence: Sentence, name: str, values: list[Quantity], start: int, year: str, words: Lexicon
) -> Iterator[_Course]:
    before = sentence.text[: values[0].start]
    around = sentence.text[max(0, start - 12) : values[-1].end + 10]
    if words.has("not_ours", around) or words.has("part_time", around):
        return
    heading = _heading(scan, sentence)
    told = words.has("teller", before) or words.has("teller", heading) or words.has("open", sentence.text)
    if not year:
        of_year = _OF_A_YEAR.findall(before) or _OF_A_YEAR.findall(heading)
        year = of_year[-1] if of_year and len(values) == 1 else ""
    span = scan.source.span(sentence.start + start, sentence.start + values[-1].end)
    yield _Course(scan, sentence, name, tuple(values), year, told, span)


def _heading(scan: Scan, sentence: Sentence) -> str:
    """The short line over the sentence's own that says whose figures follow, and what stands before it in its line."""
    line = scan.text.rfind("\n", 0, sentence.start) + 1
    above = scan.text[max(0, line - _ABOVE) : line].rstrip("\n").split("\n")[-_HEADING_BACK:]
    heads = [row for row in above if len(row) <= 40 and not re.search(r"[0-9](?:%|\.[0-9])", row)]
    return (heads[-1] if heads else "") + "：" + scan.text[max(line, sentence.start - _LEAD) : sentence.start]


def _alike(courses: list[_Course], applicant: str) -> Iterator[tuple[_Course, _Course]]:
    """Pairs of courses of one metric: by name, or by unit and the figure they set out from."""
    groups: dict[tuple[str, str], list[_Course]] = defaultdict(list)
    for course in courses:
        groups[course.end.unit, "名" + course.name[-_ENDING:]].append(course)
        if len(course.values) > 1:
            groups[course.end.unit, f"起{course.values[0].value}"].append(course)
    for (_, key), group in groups.items():
        if len(group) > _A_SERIES:
            continue
        for place, one in enumerate(group):
            for other in group[place + 1 :]:
                same = _same_name(one.name, other.name, applicant) if key[0] == "名" else _same_start(one, other)
                if same:
                    yield one, other


def _long_enough(name: str) -> bool:
    return len(name) >= _LEAST_NAME or (len(name) == _ENDING and name.endswith(_MEASURES))


def _same_name(one: str, other: str, applicant: str) -> bool:
    """The same words, or one with no more before them than who the applicant is."""
    short, long = sorted((one, other), key=len)
    if not _long_enough(short) or not long.endswith(short):
        return False
    extra = long.removesuffix(short)
    whole = load_lexicon("metrics").patterns["whole"].fullmatch(extra)
    return not extra or whole is not None or (len(extra) >= _SHARED and extra.removesuffix("的") in applicant)


def _same_start(one: _Course, other: _Course) -> bool:
    """Two courses that set out from one figure, and whose names share their words and differ in no part."""
    pairs = [{c.name[i : i + 2] for i in range(len(c.name) - 1)} for c in (one, other)]
    parts = [load_lexicon("metrics").patterns["part"].findall(c.name) for c in (one, other)]
    return len(pairs[0] & pairs[1]) >= _SHARED and parts[0] == parts[1]


def _against(one: _Course, other: _Course) -> bool:
    """Whether the ends of two courses in different sentences cannot both hold."""
    if one.sentence is other.sentence or one.end.unit != other.end.unit:
        return False
    values = [{value.value for value in course.values} for course in (one, other)]
    if one.end.value in values[1] or other.end.value in values[0]:
        return False
    if one.year and other.year and one.year != other.year:
        return False
    same_start = len(one.values) > 1 and len(other.values) > 1 and one.values[0].value == other.values[0].value
    return same_start or one.told or other.told


def of_two_bodies(conflict: Conflict) -> bool:
    """Whether one reading is a person's own figure and the other that of the team or house (他个人…; 全班…)."""
    words = load_lexicon("metrics")
    own = [words.has("of_oneself", reading.span.quote) for reading in conflict.readings]
    body = [words.has("of_a_body", reading.span.quote) for reading in conflict.readings]
    return own == [not one for one in body] and len(set(own)) > 1


def of_a_sample(text: str, quantity: Quantity) -> bool:
    """Whether the clause says how many out of so many are looked at (每十份报告里抽一份)."""
    start, end = clause_near(text, quantity.start, quantity.end, "，。；！？\n")
    return load_lexicon("metrics").has("a_sample", text[start:end])
