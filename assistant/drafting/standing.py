"""Years too few and awards won before (the drafting standard's ELIGIBILITY_DURATION and ELIGIBILITY_DUPLICATE)."""

import re
from datetime import date

from assistant.drafting.aims import Applicant, aims, targets_of
from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.model import Honour, Span
from assistant.drafting.material.scan import Scan, clause_bounds
from assistant.drafting.told_terms import told_duplicate, told_duration
from assistant.language.dates import DateMention
from assistant.language.numerals import find_quantities, parse_number

Concern = tuple[str, Span]

_TOP_AWARD = re.compile(
    r"(?:^|政府|公布|颁发?|授予|[的：])(?:第[一二三四五六七八九十0-9]{1,3}届)?(?:中国质量奖|[\u4e00-\u9fff]{0,4}省?(?:人民政府|省长|政府)?质量奖|"
    r"重庆市(?:市长)?质量(?:管理)?奖)(?:（?(?:正奖|金奖|个人|组织)）?)?$"
)
_AT_IT = re.compile(r"从事|工作|一线|在")
_THEN_TURNED = re.compile(r"，(?:[他她我]|本人)(?:就|便|也|才|即)?(?:转|调|改|接手|开始|专)[^，。；！？\n0-9]{2,30}")
_ACHIEVES = re.compile(r"获|荣|授予|上线|推行")
# How far before a span of years the word stands that says what it was spent on.
_LEAD = 10
_NOT_WON = frozenset({"NOT_OBTAINED", "NOT_OWN", "REVOKED"})


def duration(applicant: Applicant) -> Concern | None:
    """Years of being at it that are fewer than an award aimed at asks for."""
    told = told_duration(applicant)
    if told is not None:
        return told
    check = _too_young if applicant.kind == "organisation" else _too_new
    for target in targets_of(applicant):
        years = target.years if applicant.kind == "organisation" else target.individual_years
        concern = (_admitted(applicant, years) or check(applicant, years)) if years else None
        if concern is None and target.unbroken and applicant.kind == "organisation":
            concern = _resumed_late(applicant, years)
        if concern is not None:
            return concern
    return None


def _admitted(applicant: Applicant, years: int) -> Concern | None:
    """The writer says that the years are too few, or how few they are."""
    for scan in applicant.scans:
        for match in load_lexicon("career").patterns["admitted"].finditer(scan.text):
            told = match.groupdict()
            own = told["spell"] or told["person" if applicant.kind == "individual" else "organisation"]
            few = (parse_number(own) or years) < years if own else not any(told.values())
            if few and not scan.sealed(*match.span()):
                return "ELIGIBILITY_DURATION", scan.source.span(*clause_bounds(scan.text, *match.span()))
    return None


def _too_young(applicant: Applicant, years: int) -> Concern | None:
    founded = applicant.facts.get("founded")
    if founded is None:
        return None
    mention = next((m for m in _mentions(applicant) if str(founded.value) == re.sub(r"\s", "", m.text)), None)
    since = _years_before(applicant.as_of, years)
    if mention is None:
        return None
    if mention.value.last() > since:
        return "ELIGIBILITY_DURATION", founded.span
    return _opened_late(applicant, mention, since)


def _opened_late(applicant: Applicant, founded: DateMention, since: date) -> Concern | None:
    """Founded in time, but open for fewer years: what an award asks for are years of running the business."""
    opened = load_lexicon("career").patterns["opened"]
    for scan in applicant.scans:
        for mention in scan.dates:
            start, end = clause_bounds(scan.text, mention.start, mention.end, "，。；！？\n（）")
            late = since < mention.value.last() <= applicant.as_of and founded.value.last() < mention.value.first()
            told = opened.search(scan.text, mention.end, min(end, mention.end + 12)) if late else None
            if told and not scan.text[start : mention.start].strip(" 到至直在于") and not scan.sealed(start, end):
                return "ELIGIBILITY_DURATION", scan.source.span(start, end)
    return None


def _resumed_late(applicant: Applicant, years: int) -> Concern | None:
    """Work was taken up again after a stop too late for the unbroken years an award asks for."""
    career, since = load_lexicon("career"), _years_before(applicant.as_of, years)
    for scan in applicant.scans:
        for sentence in scan.sentences:
            if not career.has("stopped", sentence.text) or scan.sealed(sentence.start, sentence.end):
                continue
            days = [day for day in scan.dates_in(sentence.start, sentence.end) if since < day.value.last()]
            if any(career.patterns["resumed"].match(scan.text, day.end) for day in days):
                return "ELIGIBILITY_DURATION", scan.source.span(sentence.start, sentence.end)
    return None


def _too_new(applicant: Applicant, years: int) -> Concern | None:
    """The start of the work asked for is too recent, and no longer span of it is claimed."""
    if _claims_enough(applicant, years):
        return None
    starts = _starts(applicant)
    if not starts or min(day for day, _ in starts) <= _years_before(applicant.as_of, years):
        return None
    return "ELIGIBILITY_DURATION", starts[0][1]


def _claims_enough(applicant: Applicant, years: int) -> bool:
    career = load_lexicon("career")
    for scan in applicant.scans:
        for quantity in find_quantities(scan.text):
            if quantity.unit != "年" or quantity.value < years:
                continue
            start, _ = clause_bounds(scan.text, quantity.start, quantity.end, "，。；！？\n“”")
            before = scan.text[max(start, quantity.start - _LEAD) : quantity.start]
            sentence = scan.sentence_at(quantity.start)
            asked = sentence is not None and career.has("asked_for", sentence.text)
            if _AT_IT.search(before) and not asked:
                return True
    return False


def _starts(applicant: Applicant) -> list[tuple[date, Span]]:
    """When the person began; where other work came first, when this one did."""
    career = load_lexicon("career")
    starts, roles = [], []
    for scan in applicant.scans:
        for mention in scan.dates:
            start, end = clause_bounds(scan.text, mention.start, mention.end, "，。；！？\n")
            clause = scan.text[start:end]
            role = career.has("role_started", clause) or _then_turned(scan, end)
            if (role or career.has("started", clause)) and not scan.sealed(start, end):
                found = (mention.value.first(), scan.source.span(start, end))
                starts += [found] if career.has("started", clause) else []
                roles += [found] if role and not _ACHIEVES.search(clause) else []
    changed = any(career.has("other_work", scan.text) for scan in applicant.scans)
    return roles if roles and changed else starts


def _then_turned(scan: Scan, end: int) -> bool:
    """The next clause says that the person turned to this work then (2016年学校成立质量室，他转过去专门做质量管理)."""
    behind = _THEN_TURNED.match(scan.text, end)
    return behind is not None and load_lexicon("career").has("role_started", behind.group())


def duplicate(applicant: Applicant) -> Concern | None:
    """An award already won that shuts the applicant out, by the award's own rule or one the material speaks of."""
    told = told_duplicate(applicant, won=any(_is_top(honour) for honour in applicant.honours))
    again = told or _won_before(applicant)
    shuts_out = any(target.winners_excluded for target in targets_of(applicant))
    if again is not None or not (shuts_out or _doubts(applicant)):
        return again
    for honour in applicant.honours:
        if _is_top(honour):
            return "ELIGIBILITY_DUPLICATE", honour.span
    return None


def _is_top(honour: Honour) -> bool:
    """Whether an honour is a quality award of the state or of a province that has been won."""
    if not _TOP_AWARD.match(honour.name) or honour.reason_code in _NOT_WON:
        return False
    city = load_lexicon("honours").has("level_city", honour.issuer or honour.name)
    return honour.level in {"国家级", "省部级"} and not city


def _doubts(applicant: Applicant) -> bool:
    """Whether the material quotes such a rule or asks whether it may still apply."""
    words = load_lexicon("subjects")
    return bool(aims(applicant)) and any(words.has("won_before", scan.text) for scan in applicant.scans)


def _won_before(applicant: Applicant) -> Concern | None:
    """The award aimed at has been won already (a nomination does not count)."""
    for target, _ in aims(applicant):
        for honour in applicant.honours:
            won = target.asked.search(honour.name) and "提名" not in honour.name
            if won and honour.reason_code not in _NOT_WON:
                return "ELIGIBILITY_DUPLICATE", honour.span
    return None


def _mentions(applicant: Applicant) -> list[DateMention]:
    return [mention for scan in applicant.scans for mention in scan.dates]


def _years_before(day: date, years: int) -> date:
    return day.replace(year=day.year - years, day=min(day.day, 28) if day.month == 2 else day.day)
