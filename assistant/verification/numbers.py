"""Numbers, amounts, durations, quotas, dates, ordinals and codes of a sentence must be those of its evidence."""

import re
from collections.abc import Generator, Iterator
from decimal import Decimal

from assistant.language.numerals import Quantity, find_quantities, forget_quantities, parse_number
from assistant.verification.bounds import bounds_clash, otherwise
from assistant.verification.counts import derived, harmless, in_compound
from assistant.verification.derived import check_derived, worked_out_from_two
from assistant.verification.evidence import Evidence
from assistant.verification.figures_told import worked_out
from assistant.verification.fractions import check_fractions, multiple, share, without_fractions
from assistant.verification.model import Reason
from assistant.verification.moments import Moment, agrees, find_moments
from assistant.verification.passing import emptied_after_material, lasting
from assistant.verification.plain import compiled, flat
from assistant.verification.reference import at_the_time, elapsed, given_years, of_applicant
from assistant.verification.rounded import rounded
from assistant.verification.totals import part_as_total, same_unit

_ORDINAL = re.compile(r"第([零一二三四五六七八九十百\d]+)([条届次项款章节页部个批名位轮季])")
_SEEMING = re.compile(
    r"万一|一一|[两三四五]份(?=文件|通知|办法|方案|公告|文)|(?<=[是这])一[份个项条]|[头前后]一(?:[天年次回晚]|个(?![月工小星季年]))(?!之?内|以内)|百般|千万(?=[别不要请勿])|(?<=”)这?[一二两三四五六]个?字|[一二两三四五六]个字(?=数|上|[,。:])|近五年(?=[^,。]{0,10}荣誉)"
)
_LISTED = re.compile(r"(?m)\(([一二三四五六七八九十\d]{1,3})\)|(?:^|[。;])([一二三四五六七八九十]{1,3}|\d{1,2})[、.]")
_CODE = re.compile(
    r"(?!年)[一-鿿]{0,8}[〔(（]\d{4}[〕)）]第?\d+号|[A-Z]{2,4}\d{0,2}(?:/[TZ]+)?\s?\d{3,6}(?:\.\d+)?(?:-\d{4})?"
    r"|(?<!\d)(?:\d{3,4}-)\d{6,8}(?!\d)|(?<!\d)1[3-9]\d{9}(?!\d)|https?://[^\s,。；;)）]+|www\.[\w./-]+|[A-Za-z0-9_.+-]+@[A-Za-z0-9.-]+|(?<!\d)\d{6,}(?![\d一-鿿.])"
)
_NUMBERED_TITLE = re.compile(r"《([^《》]{4,})》[(（]([^()（）]*号)")
_TITLE_BEHIND = re.compile(r"([一-鿿]{2,8}[〔\[(（]\d{4}[〕\])）]第?\d+号)《([^《》]{4,})》")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_ISSUED = re.compile(r"印发|发布|落款|发文|成文|下发|出台|公布|通知|文件")
_NOT_ON = re.compile(r"(?:不是|不在|并非|而非)$")
_DENIED = re.compile(r"(?:不是|并不是|并非|而不是|而非|不叫|不止是?)(?:规定的?|要求的?|设)?$")


def check_numbers(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Every code, date, ordinal and quantity of the flat text `said` must be in the evidence, bound included."""
    said = without_seeming(said)
    yield from _rates(said, evidence)
    yield from _same_day(said, evidence)
    yield from check_fractions(said, evidence)
    yield from check_derived(said, evidence)
    said = without_fractions(said)
    rest = yield from _codes(said, evidence)
    rest = yield from _moments(rest, evidence)
    rest = yield from _ordinals(rest, evidence)
    yield from _quantities(rest, said, evidence)


_SAME_DAY = re.compile(r"[当即][天日](?![期前起])|当场|立即|即时")
_DAYS = {"天", "个工作日", "周", "个月"}


def _same_day(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A deed of the very day (当天审查) for which the clauses give a span of days."""
    for match in _SAME_DAY.finditer(said):
        spans = any(quantity.unit in _DAYS for quantity in evidence.quantities)
        if spans and evidence.documents and match.group() not in evidence.everything:
            yield Reason("number", f"句中“{match.group()}”不在所引条款中")


def check_dates(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Every date of the flat text, in whatever stretch it stands."""
    yield from _moments(without_seeming(said), evidence)


def without_seeming(said: str) -> str:
    """The flat text with numerals that count nothing blanked (万一, “重大”二字)."""
    return _SEEMING.sub(lambda match: "\u0002" * len(match.group()), said)


def _rates(said: str, evidence: Evidence) -> Iterator[Reason]:
    """每万袋 must be the base of the evidence."""
    for match in re.finditer(r"每[十百千万亿]+[一-鿿]", said):
        bare = compiled(rf"{match.group()[1:]}\d")  # 百件9件: nine of every hundred.
        if match.group() not in evidence.text and not (evidence.personal and bare.search(evidence.own)):
            yield Reason("number", f"句中“{match.group()}”不在所引条款中")
    named = [*_NUMBERED_TITLE.findall(said), *((title, number) for number, title in _TITLE_BEHIND.findall(said))]
    for title, number in named:
        theirs = compiled(rf"{re.escape(title)}[》】]?[(（]([^()（）]*号)").search(evidence.text)
        if theirs and _squeezed(theirs[1]) != _squeezed(number):
            yield Reason("reference", f"句中《{title[:16]}》的文号与所引条款不一致")


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + "\u0002" * (end - start) + text[end:]


def _codes(text: str, evidence: Evidence) -> Generator[Reason, None, str]:
    haystack = _squeezed(evidence.everything)
    for match in _CODE.finditer(text):
        code = _squeezed(match.group())
        if code not in haystack and not _tail_in(match.group(), haystack):
            yield Reason("reference", f"句中编号或号码“{match.group()}”不在所引条款中")
        text = _blank(text, *match.span())
    return text


def _tail_in(code: str, haystack: str) -> bool:
    """按宝政发〔2022〕16号 and the like: leading words before the number itself do not count."""
    core = re.search(r"[一-鿿]{1,8}(?=[〔(])", code)
    if core is None:
        return False
    number = _squeezed(code[core.end() :])
    return any(_squeezed(core.group()[i:]) + number in haystack for i in range(len(core.group()) - 1))


def _squeezed(text: str) -> str:
    return re.sub(r"[\s〔〕()（）\[\]]", "", text)


def _moments(text: str, evidence: Evidence) -> Generator[Reason, None, str]:
    settings = find_moments(evidence.setting) if _ISSUED.search(text) else []
    for moment in find_moments(text):
        if _NOT_ON.search(text[max(0, moment.start - 4) : moment.start]):
            known = _known(moment, text, evidence, settings)
            if known and not [m for m in find_moments(text) if m != moment and _known(m, text, evidence, settings)]:
                yield Reason("date", f"句中否认“{moment.text}”，而所引条款正是此时")
        elif not _known(moment, text, evidence, settings):
            yield Reason("date", f"句中日期“{moment.text}”与所引条款不一致")
        text = _blank(text, moment.start, moment.end)
    return text


def _known(moment: Moment, text: str, evidence: Evidence, settings: list[Moment]) -> bool:
    years = evidence.years | given_years(find_moments(evidence.setting))
    if any(agrees(moment, given, years) for given in evidence.moments):
        return True
    if of_applicant(moment, evidence) or at_the_time(moment, text, evidence):
        return True
    only_year = moment.year and not moment.month and not moment.part
    if only_year:
        if compiled(rf"〔{moment.year}〕|-{moment.year}(?!\d)").search(evidence.everything):
            return True
        return any(given.year == moment.year for given in (*evidence.moments, *find_moments(evidence.setting)))
    return any(given.day and agrees(moment, given) for given in settings)


def _ordinals(text: str, evidence: Evidence) -> Generator[Reason, None, str]:
    known = {(parse_number(m[1]), m[2]) for m in _ORDINAL.finditer(evidence.everything)}
    listed = {parse_number(m[1] or m[2]) for m in _LISTED.finditer(evidence.everything)}
    known |= {(number, unit) for number in listed for unit in "条项款点"}
    for match in _ORDINAL.finditer(text):
        if (parse_number(match[1]), match[2]) not in known and not _enumerates(match, text):
            yield Reason("number", f"句中“{match.group()}”不在所引条款中")
        text = _blank(text, *match.span())
    return text


def _enumerates(match: re.Match[str], text: str) -> bool:
    """第一步……第二步…… of the sentence's own making."""
    if match.group() == "第一次":
        return True
    return match[2] in "步个部项" and parse_number(match[1]) in {Decimal(n) for n in range(1, 10)} and match.start() < 3


def _quantities(text: str, said: str, evidence: Evidence) -> Iterator[Reason]:
    found = find_quantities(text)
    for at, quantity in enumerate(found):
        reason = _judge(quantity, text, said, evidence, found[at:])
        text = _blank(text, quantity.start, quantity.end)
        if reason:
            yield reason
    for match in _DIGITS.finditer(text):
        counted = text[match.end() : match.end() + 1]
        if counted and any(
            parse_number(n) == Decimal(match.group())
            for n in compiled(rf"([〇零一二两三四五六七八九十百]+){re.escape(counted)}").findall(evidence.text)
        ):
            continue
        if match.group() not in evidence.digits and not compiled(rf"(?<!\d){match.group()}(?!\d)").search(
            evidence.setting
        ):
            yield Reason("number", f"句中数字“{match.group()}”不在所引条款中")


def _judge(quantity: Quantity, text: str, said: str, evidence: Evidence, left: list[Quantity]) -> Reason | None:
    """What is wrong with a quantity; `left` are this one and those behind it."""
    before = text[max(0, quantity.start - 8) : quantity.start]
    same = [
        given
        for given in (*evidence.quantities, *_wider(evidence))
        if (given.value == quantity.value and same_unit(quantity, given)) or _months(quantity, given)
    ]
    if _DENIED.search(before):
        corrected = [q for q in left if q.unit == quantity.unit and q.value != quantity.value]
        denied = same and not any(_stands(q, evidence) for q in corrected)
        return Reason("number", f"句中否认“{quantity.text}”，而所引条款正有此数") if denied else None
    own = evidence.personal and not evidence.documents
    worked = evidence.personal and (_computed(quantity, text, evidence, left) or in_compound(quantity, evidence))
    if not same and (worked or elapsed(quantity, said, evidence)):
        return None
    if not same and own and worked_out(quantity, said, evidence):
        return None
    if not same and evidence.own and (rounded(quantity, said, evidence) or _derived(quantity, said, evidence)):
        return None
    if not same:
        plain = quantity.unit == "" and len(quantity.text) >= 3 and quantity.text in evidence.digits
        fits = plain or harmless(quantity, text, evidence) or derived(quantity, text, evidence)
        return None if fits else Reason("number", f"句中“{quantity.text}”不在所引条款中")
    if evidence.personal and quantity.unit == "年" and quantity.bound != "at_most":
        return None
    if own and (quantity.bound == "about" or _PLANNED.search(text)):
        return None  # 约 and what is only planned claims less than the applicant's own text does.
    if before.endswith("各") and "各" not in evidence.text and len(evidence.documents) < 2:
        return Reason("number", f"句中“各{quantity.text}”不在所引条款中")
    if part := part_as_total(quantity, text, same, evidence):
        return Reason("number", part)
    if quantity.bound == "at_most" and re.search(r"可以?空缺", evidence.text) and not _DENIED.search(before):
        return None  # Places that may stay empty are at most so many, however the clause puts it.
    let_in = otherwise(quantity, text, evidence) if quantity.bound == "less_than" else ""
    if let_in == "in":
        return None
    if let_in == "out" or all(bounds_clash(quantity, given, before, said) for given in same):
        return Reason("bound", f"句中“{quantity.text}”的限定（不超过、至少、以内等）与所引条款不一致")
    return None


_PLANNED = re.compile(r"打算|目标|计划|力争")


def _derived(quantity: Quantity, said: str, evidence: Evidence) -> bool:
    if share(quantity, said, evidence):
        return True
    return multiple(quantity, said, evidence) or worked_out_from_two(quantity, said, evidence)


def _stands(quantity: Quantity, evidence: Evidence) -> bool:
    return any(given.value == quantity.value and same_unit(quantity, given) for given in evidence.quantities)


def _computed(quantity: Quantity, text: str, evidence: Evidence, left: list[Quantity]) -> bool:
    """Years short of a threshold (离5年以上差1年), one year as a span of the applicant's own (一年里), points between
    two shares of the sentence (4.2%降到1.5%,降了2.7个百分点)."""
    if quantity.unit == "个百分点":
        shares = [q.value for q in left if q.unit == "%"] + [q.value for q in evidence.quantities if q.unit == "%"]
        return any(abs(a - b) == quantity.value for a in shares for b in shares)
    if quantity.unit != "年":
        return False
    if quantity.value == 1 and not quantity.text[0].isdigit():
        return True
    told = {q.value for q in left if q.unit == "年" and q.start != quantity.start}
    given = {q.value for q in evidence.quantities if q.unit == "年"}
    held = told if len(told) > 1 else told | given
    return bool(re.search(r"差|短|多出|还要|再等|再过", text)) and any(
        abs(a - b) == quantity.value for a in held for b in held
    )


def _months(said: Quantity, given: Quantity) -> bool:
    """Whether one is the other in months (五年, 60个月)."""
    pair = {said.unit: said.value, given.unit: given.value}
    return set(pair) == {"年", "个月"} and pair["个月"] == pair["年"] * 12


def _wider(evidence: Evidence) -> list[Quantity]:
    """Quantities of the sentence a partial quote was taken from, and of the line that opens its list."""
    lines = (evidence.around, *(context.stem for context in evidence.contexts))
    return [quantity for line in lines for quantity in find_quantities(line)]


emptied_after_material(forget_quantities)


@lasting(maxsize=8192)
def without_numbers(text: str) -> str:
    """A flat text with its codes, dates, ordinals and quantities taken out."""
    plain = _ORDINAL.sub("\u0002", _CODE.sub("\u0002", text))
    for moment in find_moments(plain):
        plain = _blank(plain, moment.start, moment.end)
    for quantity in find_quantities(plain):
        plain = _blank(plain, quantity.start, quantity.end)
    return plain


def quantities_of(text: str) -> list[Quantity]:
    """The quantities of a text that are not parts of dates or codes."""
    return list(_quantities_of(text))


@lasting(maxsize=16384)
def _quantities_of(text: str) -> tuple[Quantity, ...]:
    plain = _CODE.sub(lambda m: "\u0002" * len(m.group()), flat(text))
    for moment in find_moments(plain):
        plain = _blank(plain, moment.start, moment.end)
    return tuple(find_quantities(plain))
