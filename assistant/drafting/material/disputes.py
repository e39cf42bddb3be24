"""Figures the material gives twice and differently: both readings are kept, neither goes into a draft."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.backwards import backwards
from assistant.drafting.material.matter import CODE, SAME_DAY, matter_of
from assistant.drafting.material.metrics import given_twice, of_a_sample, of_two_bodies
from assistant.drafting.material.model import Conflict, Fact, Result, Span
from assistant.drafting.material.results import read_results
from assistant.drafting.material.scan import Scan, clause_near
from assistant.drafting.material.tellers import only_one, told_otherwise, told_twice
from assistant.drafting.material.tenure import tenures, trade_tenures
from assistant.drafting.material.withheld import misprint
from assistant.language.numerals import Quantity, find_quantities
from assistant.language.sentences import Sentence

_AROUND = 12
_COMMON = frozenset(
    re.findall("..", "公司单位企业合作我们目前现有共有以来达到提高其中率由率从品率格率累计全部已经工作一直年来材料")
)
_SAME = (("社员", "成员"), ("会员", "成员"), ("职工", "员工"), ("从事", "参加"), ("农户", "成员"))
# Two figures in years that both say how long someone has been at it are one matter, however each is worded.
_TENURE = re.compile(r"参加工作|到现在|至今|从事|干了|一线|岗位|工龄|年来|离开|在[^，。]{1,8}线上|从业|没下过")
_BEGINS = re.compile(r"从事|进厂|入厂|入职|上岗|调|当|任|定的|岗|参加工作|开始|转到|起|年限")
_DISPUTED_DATE = re.compile(
    r"两个(?:日子|日期|时间|说法)|都有凭证|没人能定|对不上|说法不一|不一致|另据|另有|又[写说记]|"
    r"(?:表|档案|登记|合同|社保|证书|证|材料[一二三]?)(?:上|里)?[^，。；]{0,4}(?:写|记|填|载|是[0-9])"
)
# A year said in two digits is no length of time (一八年底).
_SPOKEN_YEAR = re.compile(r"[〇零一二][〇零一二三四五六七八九]年")
# A share told in tenths or halves (七成差错, 超过三成) is no reading of a rate in per cent, unless both bear its name.
_ROUGH = re.compile(r"成|半")
# What a rate is of (废品率, 客户投诉率).
_MEASURE = re.compile(r"([\u4e00-\u9fff]{1,4})率")
_SHARED = 2
# A person's material disputes a date or two; where hundreds of sentences do, the first tell what is wrong.
_MOST_DISPUTED = 40
# Two names of one metric that are not the same word for word share at least this ending.
_ENDS_ALIKE = 4
_EDGES = "，。；！？\n"


@dataclass(frozen=True, slots=True)
class _Figure:
    scan: Scan
    sentence: Sentence
    quantity: Quantity
    context: frozenset[str]


def read_disputes(scans: tuple[Scan, ...], applicant: str = "") -> tuple[Conflict, ...]:
    """Metrics with two readings that cannot both hold: one sentence disputes another, or one metric has two results."""
    figures = [figure for scan in scans for figure in _figures(scan)]
    found = _reported(figures)
    found += [conflict for scan in scans for conflict in told_twice(scan)]
    found += [conflict for scan in scans for conflict in backwards(scan)]
    found += only_one(scans)
    found += beside(tuple(found), tuple(one for scan in scans for one in told_otherwise(scan)))
    found += [*tenures(scans), *trade_tenures(scans)]
    found += given_twice(scans, applicant)
    found = [conflict for conflict in found if not of_two_bodies(conflict)]
    twice = [conflict for conflict in _twice(scans, found) if not of_two_bodies(conflict)]
    return (*found, *twice, *(conflict for scan in scans for conflict in _starts(scan)))


def beside(told: tuple[Conflict, ...], disputes: tuple[Conflict, ...]) -> tuple[Conflict, ...]:
    """The disputes that are not over the figures of a fact told as disputed already (187人 and 213人 of the staff)."""
    taken = [reading.span for conflict in told for reading in conflict.readings]
    return tuple(one for one in disputes if not all(any(r.span.overlaps(span) for span in taken) for r in one.readings))


def _figures(scan: Scan) -> list[_Figure]:
    found = []
    for sentence in scan.sentences:
        if scan.sealed(sentence.start, sentence.end) or misprint(sentence.text):
            continue
        for quantity in find_quantities(sentence.text):
            if quantity.unit and not _SPOKEN_YEAR.fullmatch(quantity.text) and not of_a_sample(sentence.text, quantity):
                found.append(_Figure(scan, sentence, quantity, _context(sentence.text, quantity)))
    return found


def _context(text: str, quantity: Quantity) -> frozenset[str]:
    """The character pairs around a figure in its clause, spelt one way."""
    start, end = clause_near(text, quantity.start, quantity.end, _EDGES)
    around = (
        text[max(start, quantity.start - _AROUND) : quantity.start]
        + "|"
        + text[quantity.end : min(end, quantity.end + _AROUND)]
    )
    for other, usual in _SAME:
        around = around.replace(other, usual)
    pairs = {around[i : i + 2] for i in range(len(around) - 1)}
    if quantity.unit == "年" and _TENURE.search(text[start:end]):
        pairs.add("工龄")
    return frozenset(pair for pair in pairs if re.fullmatch(r"[\u4e00-\u9fff]{2}", pair) and pair not in _COMMON)


def _starts(scan: Scan) -> list[Conflict]:
    """Two dates on which someone is said to have begun the same work, where a sentence disputes the other."""
    told = []
    disputing = {sentence.start for sentence in scan.sentences if _DISPUTED_DATE.search(sentence.text)}
    for mention in scan.dates if disputing else ():
        sentence = scan.sentence_at(mention.start)
        if sentence is None or mention.relative or scan.sealed(mention.start, mention.end):
            continue
        start, end = clause_near(scan.text, mention.start, mention.end, _EDGES)
        if _BEGINS.search(scan.text[start:end]):
            told.append((mention, sentence, start, end))
    pairs = [_pairs(scan.text[start:end]) for _, _, start, end in told]
    disputed = [place for place, one in enumerate(told) if one[1].start in disputing][:_MOST_DISPUTED]
    for index, (one, _, start, end) in enumerate(told):
        for place in disputed[bisect_right(disputed, index) :]:
            other, _, left, right = told[place]
            apart = one.value.last() < other.value.first() or other.value.last() < one.value.first()
            shared = pairs[index] & pairs[place]
            if apart and len(shared) >= _SHARED:
                readings = (
                    Fact(CODE, one.text, scan.source.span(start, end)),
                    Fact(CODE, other.text, scan.source.span(left, right)),
                )
                return [Conflict(_day_of(readings), CODE, readings)]
    return []


def _day_of(readings: tuple[Fact, Fact]) -> str:
    matter = matter_of(readings[0].span.quote, readings[1].span.quote, SAME_DAY)
    return matter if matter.endswith(("时间", "日期")) else f"{matter}的时间"


def _pairs(text: str) -> set[str]:
    pairs = {text[i : i + 2] for i in range(len(text) - 1)}
    return {pair for pair in pairs if re.fullmatch(r"[\u4e00-\u9fff]{2}", pair) and pair not in _COMMON}


def _reported(figures: list[_Figure]) -> list[Conflict]:
    """A sentence that reports another source (“另据…”“工会写的是…”) against the figure given elsewhere."""
    cues = load_lexicon("cues")
    conflicts: list[Conflict] = []
    by_unit: dict[str, list[_Figure]] = defaultdict(list)
    for figure in figures:
        by_unit[figure.quantity.unit].append(figure)
    disputing = {sentence: cues.has("dispute", sentence) for sentence in {one.sentence.text for one in figures}}
    for other in figures:
        if not disputing[other.sentence.text]:
            continue
        for one in by_unit[other.quantity.unit]:
            if one is not other and _against(one, other) and not _known(conflicts, one, other):
                readings = (_reading(one), _reading(other))
                matter = matter_of(*(reading.span.quote for reading in readings))
                conflicts.append(Conflict(matter, CODE, readings))
    return conflicts


def _against(one: _Figure, other: _Figure) -> bool:
    if one.quantity.unit != other.quantity.unit or one.quantity.value == other.quantity.value:
        return False
    if one.quantity.unit in {"人", "名"} or (
        one.sentence == other.sentence and one.quantity.start > other.quantity.start
    ):
        return False  # head counts are judged by headcount.py
    shared = one.context & other.context | _same_measure(one, other)
    rough = one.quantity.unit == "%" and len({bool(_ROUGH.search(f.quantity.text)) for f in (one, other)}) > 1
    if not shared or (rough and len(shared) < _SHARED):
        return False
    if _named_apart(one, other):
        return False
    if one.sentence != other.sentence and (_states(other.sentence, one) or _states(one.sentence, other)):
        return False
    if one.sentence == other.sentence and _one_course(one, other):
        return False
    if any(load_lexicon("metrics").has("half_year", _reading(figure).span.quote) for figure in (one, other)):
        return False
    return not _different_years(one, other)


def _one_course(one: _Figure, other: _Figure) -> bool:
    """Whether the second is what the first came to (由5%降到2%); behind 但, 而 or 却 it is another's reading."""
    text = one.sentence.text
    if load_lexicon("tellers").has("adverse", text[one.quantity.end : other.quantity.start]):
        return False
    return re.search(r"由|从|到", text[max(0, one.quantity.end - 12) : other.quantity.end]) is not None


def _named_apart(one: _Figure, other: _Figure) -> bool:
    """Whether each figure has a measure of its own before it in its clause, and their names share no character."""
    names = [set(_measure(figure)) for figure in (one, other)]
    return bool(names[0] and names[1]) and not names[0] & names[1]


def _same_measure(one: _Figure, other: _Figure) -> frozenset[str]:
    """The rate both figures of one sentence are told of, where it is one."""
    measure = _measure(one) if one.sentence == other.sentence else ""
    return frozenset({measure}) if measure and _measure(other).endswith(measure) else frozenset()


def _measure(figure: _Figure) -> str:
    """What the last rate told before a figure in its clause is of (返修 of 返修率); empty where none is."""
    start, _ = clause_near(figure.sentence.text, figure.quantity.start, figure.quantity.end, _EDGES)
    told = _MEASURE.findall(figure.sentence.text[start : figure.quantity.start])
    return str(told[-1]) if told else ""


def _states(sentence: Sentence, figure: _Figure) -> bool:
    """Whether `sentence` gives the same figure too, so that the two agree in it."""
    return any(
        (quantity.unit, quantity.value) == (figure.quantity.unit, figure.quantity.value)
        for quantity in find_quantities(sentence.text)
    )


def _different_years(one: _Figure, other: _Figure) -> bool:
    before, after = _years(one.scan, one.sentence), _years(other.scan, other.sentence)
    return one.sentence != other.sentence and bool(before) and bool(after) and not before & after


def _years(scan: Scan, sentence: Sentence) -> set[int]:
    return {m.value.year for m in scan.dates_in(sentence.start, sentence.end) if not m.relative}


def _known(conflicts: list[Conflict], one: _Figure, other: _Figure) -> bool:
    pair = {_reading(one).span, _reading(other).span}
    return any({reading.span for reading in conflict.readings} & pair for conflict in conflicts)


def _reading(figure: _Figure) -> Fact:
    start, end = clause_near(figure.sentence.text, figure.quantity.start, figure.quantity.end, _EDGES)
    offset = figure.sentence.start
    return Fact(CODE, figure.quantity.text, figure.scan.source.span(offset + start, offset + end))


def _twice(scans: tuple[Scan, ...], known: list[Conflict]) -> list[Conflict]:
    """The same metric with two different figures, where no year tells them apart."""
    results: list[tuple[Scan, Sentence, Result]] = []
    for scan in scans:
        for sentence in scan.sentences:
            if not scan.codes(sentence.start, sentence.end) & {
                "INJECTION",
                "TRADE_SECRET",
                "STATE_SECRET",
                "PLAN_NOT_ACHIEVED",
            }:
                found = read_results(scan, sentence.start, sentence.end)
                results += [(scan, sentence, result) for result in found if not _of_others(result)]
    years = [_years(scan, sentence) for scan, sentence, _ in results]
    taken = {reading.span for conflict in known for reading in conflict.readings}
    conflicts: list[Conflict] = []
    for left, right in _alike([result for _, _, result in results], taken):
        (_, sentence, one), (_, other_sentence, other) = results[left], results[right]
        if one.after == other.after or sentence is other_sentence or not _same_metric(one, other):
            continue
        if (years[left] or years[right]) and years[left] != years[right]:
            continue
        if other.span not in taken:
            readings = (Fact(CODE, one.after, one.span), Fact(CODE, other.after, other.span))
            conflicts.append(Conflict(one.metric, CODE, readings))
            taken |= {one.span, other.span}
    return conflicts


def _of_others(result: Result) -> bool:
    """Whether a figure is a standard's, another's or of a part of the year."""
    words = load_lexicon("metrics")
    return words.has("not_ours", result.span.quote) or words.has("half_year", result.span.quote)


def _alike(results: list[Result], taken: set[Span]) -> Iterator[tuple[int, int]]:
    """The pairs of places of results that end alike and share a unit, in order, as long as the first is not `taken`."""
    keys = [(result.metric[-_ENDS_ALIKE:], _unit(result)) for result in results]
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, key in enumerate(keys):
        groups[key].append(place)
    for place, key in enumerate(keys):
        later = groups[key][bisect_right(groups[key], place) :]
        for other in later:
            if results[place].span in taken:
                break
            yield place, other


def _same_metric(one: Result, other: Result) -> bool:
    """The same name, and not the starting figure of the other's change."""
    named = one.metric == other.metric or (
        min(len(one.metric), len(other.metric)) >= 4
        and (one.metric.endswith(other.metric) or other.metric.endswith(one.metric))
    )
    return named and one.after != other.before and other.after != one.before


def _unit(result: Result) -> str:
    return re.sub(r"[0-9.,近约超过不到足]", "", result.after)
