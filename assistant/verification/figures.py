"""The figures of an applicant's text, each with what it counts and what it changed from."""

import itertools
import re
from dataclasses import dataclass, replace

from assistant.language.numerals import Quantity, find_quantities
from assistant.verification.moments import find_moments
from assistant.verification.passing import lasting
from assistant.verification.plain import compiled, content
from assistant.verification.scales import of_one_kind
from assistant.verification.tagging import tagged

_MARK = re.compile(r"[,、:()~]")
_GAP = "\u0003"
# What stands between two figures of one change (由96%提高到99%), or between a figure and its share of the year before.
_CHANGE = re.compile(
    r"[,、和与]?(?:→|->|-->|~)?(?:到)?(?:的|是|为|则|又|也|已|均|都|平均|大幅|明显)*(?:提高|提升|上升|增长|增加|增|升|涨|扩大|延长|下降|下降|降低|降|减少|减|"
    r"压缩?|缩短?|缩小|变|改|跌|落|回升|达|[一-鿿]{1,2}(?=[到至]))?(?:[至到为成]|到了|了|达到?)*(?:每[一-鿿])?"
)
# Figures joined by no more than this are a series of one thing only if dates or nothing else stand with them.
_JOINS = {",", "、", "和", "与", ""}
_REVERSED = re.compile(r"(?:,|\()?(?:此前|原来|原先|之前|以前|原|过去|当初|上年|前一年)(?:是|为|则为|有)?")
# Words before a figure that tell nothing of what it counts.
_IDLE = re.compile(
    r"^(?:其中|另有|现有|共有|共计|共|约|近|达|有|为|由|从(?![业事])|自|的|是|每年|年|含|包括|在|和|与|及|并|以及|又|则|现|已|还|均|各|合计|总计|累计)+"
    r"|(?:由|从|自|达到?|为|有|约|近|共|是|至|到|的|了|现有|共有|超过?|不足|仅|只|各|每年|已)+$"
)
# 自有奶站27座,现有24座: of the same thing as the figure before.
_REMAINS = re.compile(r"(?:现有|现|剩下?|尚有|保留|余下?)$")
_PART = re.compile(r"其中")
# What names a figure stands no farther to either side of it.
_SIDE = 80
_BECAME = re.compile(
    r"[由从自]?(?:平均|大幅|明显)?(?:提高|提升|上升|增长|增加|下降|降低|减少|压缩|缩短|缩小|升|降|涨|跌|减|增|压|缩|变|改|少)了?[至到为成]?了?$"
)
# What follows a figure and is no noun it counts.
_NO_NOUN = re.compile(r"^(?:以上|以内|以下|左右|内|前|后|的|和|与|及|或|、|起|来|降|升|提|减|增|变|到|至|压|缩|,)")
# What leads from a whole, a practice or a doer to what is counted (员工中质检人员, 把返修率).
_PART_OF = re.compile(
    r"“”(?:[一-鿿]{0,3}法)?|[把将使让令](?=[一-鿿]{2})|中(?=[一-鿿]{2})(?!国|心|级|型|药|小)|其中|里(?=[一-鿿]{2})"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity, the words of what it counts (`noun`), all that may name it (`wide`), and the number of its change.

    `first` tells whether it opens its change; `sentence` is the place of its sentence in the text; `year` is the year
    it is told of, 0 where none is.
    """

    quantity: Quantity
    noun: str
    wide: str
    change: int
    first: bool
    sentence: int
    year: int = 0

    @property
    def value(self) -> tuple[object, str]:
        """The value with its unit."""
        return self.quantity.value, self.quantity.unit


@lasting(maxsize=1024)
def figures_of(text: str) -> tuple[Figure, ...]:
    """The figures of a flat text in order; dates and numerals in names of methods count nothing."""
    found: list[Figure] = []
    for number, sentence in enumerate(re.split(r"[。;!?\n]", without_names(text))):
        found += _of_sentence(_undated(sentence), number, len(found))
    return tuple(found)


def without_names(text: str) -> str:
    """The text less the names in quotation marks, whose numerals count nothing (“五步法”)."""
    return re.sub(r"“[^”\d]{1,14}”", "“”", text)


def _undated(sentence: str) -> str:
    """The sentence with each date as one character that keeps its year, and without a particle that hung on it."""
    for moment in reversed(find_moments(sentence)):
        if moment.year or moment.month:
            mark = chr(_YEARS + (moment.year or _NO_YEAR) - _NO_YEAR)
            sentence = sentence[: moment.start] + mark + sentence[moment.end :]
    sentence = re.sub(r"^(?:年度|年份)?((?:19|20)\d\d)(?=,)", lambda m: chr(_YEARS + int(m[1]) - _NO_YEAR), sentence)
    sentence = re.sub(r"((?:19|20)\d\d)年度?", lambda m: chr(_YEARS + int(m[1]) - _NO_YEAR), sentence)
    return compiled(rf"([{_DATES}])的(?=\d)").sub(r"\1", sentence)


# Years from 1900 on as characters of the private use area.
_YEARS, _NO_YEAR = 0xE000, 1900
_DATES = "\ue000-\ue0ff"


def _of_sentence(sentence: str, number: int, before: int) -> list[Figure]:
    found: list[Figure] = []
    end = 0
    opening = _year(sentence, 0, 1) if sentence[1:2] == "," else 0
    for quantity in find_quantities(sentence):
        if quantity.value == 1 and quantity.text[0] == "一":
            continue
        between = compiled(rf"[{_DATES}]").sub("", sentence[end : quantity.start])
        last = found[-1] if found else None
        alike = last is not None and of_one_kind(last.quantity.unit, quantity.unit)
        dated = between != sentence[end : quantity.start]
        listed = between in _JOINS and not (dated or re.match(r"[,;。、()]|$", sentence[quantity.end :]))
        if last is not None and alike and not listed and (_CHANGE.fullmatch(between) or _REVERSED.fullmatch(between)):
            turned = bool(_REVERSED.fullmatch(between)) and bool(between)
            if turned:
                found[-1] = replace(last, first=False)
            # Told in another size of its unit (26小时, 18分钟) it is no figure of the noun's own.
            noun = last.noun if last.quantity.unit == quantity.unit else ""
            year = _year(sentence, end, quantity.start)
            found.append(replace(last, quantity=quantity, noun=noun, first=turned, year=year))
        else:
            whole = next((f for f in reversed(found) if not _PART.search(f.wide)), last)
            remains = _REMAINS.search(sentence[end : quantity.start])
            noun, wide = _named(sentence, quantity, end, whole if remains else last)
            left = max((m.end() for m in _MARK.finditer(sentence[: quantity.start])), default=0)
            year = _year(sentence, max(left, end), quantity.start)
            found.append(Figure(quantity, noun, wide, before + len(found), True, number, year or opening))
        end = quantity.end
    return found


def _year(sentence: str, start: int, end: int) -> int:
    """The year told last between two places, 0 where none is."""
    marks = compiled(rf"[{_DATES}]").findall(sentence[start:end])
    return ord(marks[-1]) - _YEARS + _NO_YEAR if marks and ord(marks[-1]) != _YEARS else 0


def _named(sentence: str, quantity: Quantity, end: int, last: Figure | None) -> tuple[str, str]:
    """What a figure counts, told narrowly and widely."""
    cuts = [0, *(mark.end() for mark in _MARK.finditer(sentence))]
    left = max(cut for cut in cuts if cut <= quantity.start)
    ahead = sentence[max(left, end) : quantity.start]
    right = next((mark.start() for mark in _MARK.finditer(sentence, quantity.end)), len(sentence))
    left, right = max(left, quantity.start - _SIDE), min(right, quantity.end + _SIDE)
    following = next((q.start for q in find_quantities(sentence) if q.start >= quantity.end), len(sentence))
    behind = sentence[quantity.end : min(right, following)]
    noun = _bare(ahead)
    bare = not content(compiled(rf"[{_DATES}→]").sub("", ahead))
    if bare and sentence[left - 1 : left] == ":":
        noun = _bare(re.split(r"[,、:()]", sentence[: left - 1])[-1])  # 发芽率:92%→95%
    if len(content(noun)) < 2 and last and last.quantity.unit == quantity.unit and _REMAINS.search(ahead):
        return last.noun, _GAP.join((last.noun, sentence[left:right]))
    if len(content(noun)) < 2:
        noun = "" if _NO_NOUN.match(behind) else re.split(r"[中里的]|其中", behind)[0][:8]
    verbs = _verbs(last.wide) if last and not _verbs(sentence[left : quantity.start]) else ()
    wide = _GAP.join((noun, sentence[left:right], *verbs))
    return noun, wide


def _bare(ahead: str) -> str:
    """The words before a figure less what tells only that it changed, and less the whole it is part of."""
    ahead = compiled(rf"[{_DATES}]").sub("", ahead)
    ahead = re.sub(r".*(?:中|里|当中|其中)有?$", "", _PART_OF.split(ahead)[-1])
    previous = None
    while previous != ahead:
        previous, ahead = ahead, _IDLE.sub("", _BECAME.sub("", ahead))
    return ahead


def _verbs(stretch: str) -> tuple[str, ...]:
    """The verbs of a stretch; one that has none leaves them to the stretch before (主持国家标准1项、行业标准2项)."""
    return tuple(word for word, kind in tagged(stretch) if kind == "v" and len(word) > 1)


def changes_of(text: str) -> list[tuple[Figure, Figure]]:
    """The pairs (before, after) of one change of the text."""
    groups: dict[int, list[Figure]] = {}
    for figure in figures_of(text):
        groups.setdefault(figure.change, []).append(figure)
    pairs = []
    for group in groups.values():
        for one, other in itertools.pairwise(group):
            pairs.append((other, one) if other.first else (one, other))
    return pairs
