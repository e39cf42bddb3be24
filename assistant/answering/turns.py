"""What a later turn of a conversation speaks of: the speaker's own case, an award, anybody, another applicant, or the
day of application. Only the first of these tells facts of the case; the words are those of corpus/narrative/turns.yaml.
"""

import re
from dataclasses import dataclass
from datetime import date

from assistant.eligibility.narrative.lexicon import cues
from assistant.language.dates import DateMention, find_dates
from assistant.language.places import PlaceMention, find_places

_BLANK = "□"
# Where a clerk's office stands in the notices.
_COUNTY = "县（区）"
_CLAUSE = re.compile(r"[^，,。！？!?；;\n]+")
_FRAGMENT = re.compile(
    r"^(?:那么?|换成|换作|如果是|要是|还有|，|,|\s)*[^，,。；？?]{1,10}"
    r"(?:呢|行不行|行吗|可以吗|能报吗|也是吗)[？?。！!\s]*$"
)
_AWARD = re.compile(r"市?(?:人民)?(?:政府|市长|省长)?的?质量(?:管理)?奖")
_OWN = re.compile(r"[我咱俺]|本(?:公司|单位|厂|校|院|社|人)|敝")
# A longer turn asks only where it is worded so.
_LONGEST_ASKED = 120
# What asks of a seal or signature alone is no longer; more tells of a case besides.
_LONGEST_RULE = 24
_ASKED = re.compile(r"[？?]|[吗呢][。！!\s]*$")
# Words for an applicant that say nothing of its kind.
_ANY_FIRM = frozenset({"公司", "企业", "单位", "厂", "厂子", "店", "组织", "机构"})
_ANY_SCHOOL = frozenset({"学校", "院校"})


@dataclass(frozen=True, slots=True)
class Applied:
    """A day of application named in a turn, at `text[start:end]`."""

    start: int
    end: int
    day: date


def without_awards(text: str) -> str:
    """The text with every place blanked that names an award and not where anybody is: 阳泉我们能报吗."""
    for mention in find_places(text):
        if not _located(text, mention) and not _of_an_award_won(text, mention):
            text = text[: mention.start] + _BLANK * len(mention.text) + text[mention.end :]
    return text


def seats(text: str) -> list[PlaceMention]:
    """The places where an applicant says it is registered, is or works; not its markets, branches and owners, where a
    person comes from, what was heard of others, or whose award was won."""
    mentions = find_places(text)
    return [one for one in mentions if not _of_an_award_won(text, one) and _is_seat(text, one)]


def _is_seat(text: str, mention: PlaceMention) -> bool:
    clause = next(one for one in _CLAUSE.finditer(text) if one.start() <= mention.start < one.end())
    before, after = text[clause.start() : mention.start], text[mention.end :]
    if cues("turns.not_seat_before").search(before) or cues("turns.not_seat_after").search(after):
        return False
    own = cues("turns.seat_own").search(before) and not _AWARD.match(after)
    return bool(own) or _located(text, mention)


def _of_an_award_won(text: str, mention: PlaceMention) -> bool:
    clauses = (one for one in _CLAUSE.finditer(text) if one.start() <= mention.start < one.end())
    return any(cues("turns.won").search(one.group()) for one in clauses)


def _located(text: str, mention: PlaceMention) -> bool:
    """The words around a place say that somebody is, or moves, there."""
    before, after = text[: mention.start], text[mention.end :]
    if cues("turns.applies_for").search(before) or _AWARD.match(after):
        return False
    there = cues("turns.place_in").search(before) and not cues("turns.asks_there").search(after)
    return bool(there or cues("turns.place_before").search(before) or cues("turns.place_after").search(after))


def is_general(text: str, told: str) -> bool:
    """Whether a turn asks of any applicant of a kind (分公司能报哪些奖), not of the one `told` of: nobody is named as
    the speaker's own, and the kind is none the speaker was told to be."""
    if len(text) > _LONGEST_ASKED and not _ASKED.search(text):
        # Material handed over tells (谁的工序拐弯谁解释) and asks of nobody.
        return False
    if _OWN.search(text) or is_supposition(text) or cues("turns.pointed").match(text):
        return False
    if faults_apart(text):
        return True
    return any(_asks_of_anybody(clause.group(), told) for clause in _CLAUSE.finditer(text))


def _asks_of_anybody(clause: str, told: str) -> bool:
    plain = without_awards(clause)
    for kind in cues("turns.kind").finditer(plain):
        if cues("turns.may").match(plain, kind.end()) is None:
            continue
        before = plain[: kind.start()]
        if cues("turns.own_kind").match(before + kind.group()):
            return not _is_own(kind.group(), told)
        return (before + kind.group()).strip(_BLANK + "那的") not in told
    return bool(cues("turns.anybody").search(plain))


def _is_own(kind: str, told: str) -> bool:
    return kind in _ANY_FIRM or kind in told or (kind in _ANY_SCHOOL and bool(re.search(r"[校学园]", told)))


def is_clerks(text: str) -> bool:
    """Whether a turn is asked by an authority's clerk, for his county or office: it tells nothing of an applicant."""
    himself = cues("turns.clerk_is").search(text) and not cues("turns.own_firm").search(text)
    return bool(cues("turns.clerk").search(text) or himself)


def of_notices(text: str) -> str:
    """What a turn asks of the notices: without what a clerk says of himself, his county being any county, and without
    what somebody fears for himself behind what he says a notice requires (我们才3年是不是没戏了); what he has heard is
    asked after like any claim; what happens while an award is held asks nothing of how long that is."""
    text = cues("turns.rumoured").sub("，对吧", text)
    text = cues("turns.within_term").sub("获奖后", text)
    # Who says he won none asks nothing of those who did.
    text = cues("turns.never_won").sub("", text).strip("，, ") or text
    if is_clerks(text):
        text = _at_the_desk(text)
        text = cues("turns.clerks_persons").sub("推荐几家企业、几个个人", cues("turns.clerk_himself").sub("", text))
        return cues("turns.clerks_own").sub("每个", text)
    if not requires(text):
        return text
    kept = [one for one in _CLAUSE.findall(text) if not cues("turns.feared").search(one)]
    return "，".join(kept) if kept else text


def _at_the_desk(text: str) -> str:
    """What a clerk's office does with the papers handed to it, as what the county does with them."""
    read = cues("turns.clerks_desk").sub(f"{_COUNTY}收到申报材料后", text)
    if read == text:
        return text
    read = cues("turns.clerks_public").sub(f"{_COUNTY}审核后公示", read)
    return str(cues("turns.clerks_onward").sub(f"{_COUNTY}公示后报给", read))


def faults_apart(text: str) -> str:
    """The rest of a turn that asks what the notices lay down for a fault in applying (造假几年不能报, 隐瞒会怎样); ""
    for one that asks no such thing."""
    shut_out = cues("turns.shut_out").search(text)
    if not cues("turns.fault").search(text) or not (shut_out or cues("turns.consequence").search(text)):
        return ""
    return str(cues("turns.shut_out").sub("_", text))


def of_rules(text: str) -> bool:
    """Whether a turn asks what a seal, a signature or a recommendation is needed for, in whatever words of applying."""
    return len(text) <= _LONGEST_RULE and bool(cues("turns.of_papers").search(text))


def asks_why(text: str) -> bool:
    """Whether a turn only asks for the reasons of what was just said."""
    return bool(cues("turns.why").search(text.strip()))


def requires(text: str) -> bool:
    """Whether a turn says what a notice asks for (甘肃要求成立满5年)."""
    return bool(cues("turns.requires").search(text))


def is_fragment(text: str) -> bool:
    """Whether a turn only puts another kind or place into the question before it (那大学呢)."""
    return bool(_FRAGMENT.match(text.strip())) and not _OWN.search(text)


def is_supposition(text: str) -> bool:
    """Whether a turn supposes what is not said to be so."""
    return bool(cues("turns.supposing").search(text))


def speaks_of_applicant(text: str) -> bool:
    """Whether a turn points at the applicant of the material (这家能报哪些奖)."""
    return bool(cues("turns.pointed").search(text))


def turns_back(text: str, *, supposed: bool) -> bool:
    """Whether a turn goes back to what was told, after supposing otherwise (`supposed`: the turn before did)."""
    return bool(cues("turns.returning").search(text) or (supposed and cues("turns.returning_short").search(text)))


def application(text: str, day: date) -> Applied | None:
    """The day of application a turn names (2024年12月20号申报); of a month where that is intended, its first day."""
    for one in find_dates(text, day):
        if _applies(text, one) and one.value.precision != "year":
            whole = one.value.precision == "day"
            if whole or cues("turns.intended").search(text):
                return Applied(one.start, one.end, one.value.first())
    return None


def _applies(text: str, one: DateMention) -> bool:
    before, after = text[: one.start], text[one.end :]
    if cues("turns.applied_behind").match(after) or cues("turns.applied_before").search(before):
        return True
    return bool(re.search(r"(?:按|以|截至|截止到?|到)$", before) and cues("turns.applied_around").match(after))


def without_application(text: str, day: date) -> str:
    """The text without the day of application, which tells nothing of the applicant."""
    found = application(text, day)
    return text if found is None else text[: found.start] + _BLANK * (found.end - found.start) + text[found.end :]
