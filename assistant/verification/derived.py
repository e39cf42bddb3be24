"""Figures worked out from two of the sources: the span between two dates, a sum, what one clause has beyond another or
the applicant beyond what is asked; the direction told must hold."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import combinations, pairwise

from assistant.language.numerals import Quantity, find_quantities
from assistant.verification.alignment import grams_of
from assistant.verification.evidence import Evidence
from assistant.verification.figures import Figure, changes_of, figures_of
from assistant.verification.model import EvidenceClause, Reason
from assistant.verification.moments import Moment, find_moments
from assistant.verification.plain import flat
from assistant.verification.rounded import within, word_of
from assistant.verification.scales import in_unit_of

_LASTED = re.compile(r"^(?:下来|间|来(?!自)|里|过去|以来|之间|当中|的时间|之后|后)")
_AHEAD = re.compile(r"(?:提前|提早|早)了?$")
_BEHIND_TIME = re.compile(r"(?:推迟|延后|推后|晚|迟)了?$")
_TOTAL = re.compile(r"(?:加起来|合起来|合计|总计|总共|一共|共计|共|加在一起|相加|累计|都算上)[^,。]{0,8}$")
_REST = re.compile(r"(?:另外|其余|剩下|余下|剩余|另有|还有)(?:的|那|这)?$")
_GAP = re.compile(r"(?:相差|差距(?:是|为|有)?|差了?|多出?了?|少了?)(?:约|近|了)?$")
_MORE = "多|长|高|早"
_LESS = "少|短|低|晚"
# 比要求多一年: what the applicant has beyond what a clause asks, or short of it.
_BEYOND = re.compile(
    rf"比(?:要求|规定|门槛|标准|条件|底线|下限|最低)[^,。;\d]{{0,8}}?(?P<way>{_MORE}|{_LESS})(?:出|了){{0,2}}(?P<figure>[^,。;]*)"
)
# 后者的禁止期比前者多5年: two clauses in the order in which they are cited.
_COMPARED = re.compile(
    rf"(?P<one>前者|后者)[^,。;\d]{{0,10}}?比(?P<other>前者|后者)[^,。;\d]{{0,8}}?(?P<way>{_MORE}|{_LESS})(?:出|了){{0,2}}(?P<figure>[^,。;]*)"
)
# What has gone on for so long (成立十年有余, 实行了四年多).
_BEGAN = re.compile(
    r"(?P<deed>成立|创办|创立|建厂|注册|投产|经营|从业|改制|转制|搬迁|改组|实行|推行|施行|运行|坚持|实施|开展)(?:至今|以来)?(?:已经?|也|了|有|近|将近|超过|整整|约)*$"
)
_REACH = 16
# What a figure is of stands no farther from it.
_AROUND = 80
_PART_YEAR = Decimal("0.5")
_NEVER = 99
# So many bigrams in common make a sentence of the material what is spoken of.
_TOUCHES = 1
_MEMBERS = 6


def worked_out_from_two(quantity: Quantity, said: str, evidence: Evidence) -> bool:
    """Whether a quantity that no source tells follows from two that they tell."""
    return (
        _spanned(quantity, said, evidence)
        or _since(quantity, said, evidence)
        or _days_between(quantity, said, evidence)
        or _summed(quantity, said, evidence)
        or _left_or_apart(quantity, said, evidence)
    )


def _spanned(quantity: Quantity, said: str, evidence: Evidence) -> bool:
    """Years between two dates of one sentence of the material that the sentence tells of (2018年…2021年: 三年下来)."""
    if quantity.unit != "年" or not evidence.own or not _LASTED.match(said[quantity.end :]):
        return False
    if quantity.bound not in {"exact", "at_most"}:
        return False
    told = grams_of(said)
    homes = [piece for piece in re.split("[。;\n]", evidence.own) if len(told & grams_of(piece)) >= _TOUCHES]
    years = [[m.year for m in find_moments(piece) if m.year] for piece in (*homes, said)]
    return any(abs(a - b) == quantity.value for each in years for a, b in combinations(each, 2))


def _since(quantity: Quantity, said: str, evidence: Evidence) -> bool:
    """Whole years from when something began to the latest date of the material (成立十年有余)."""
    began = _BEGAN.search(said[max(0, quantity.start - _AROUND) : quantity.start])
    if quantity.unit != "年" or not began or not evidence.own:
        return False
    moments = find_moments(evidence.own)
    latest = max((moment.year for moment in moments if moment.year), default=0)
    words = grams_of(said[max(0, quantity.start - _AROUND) : quantity.start])
    word = word_of(quantity, said)
    for moment in moments:
        behind = re.split("[,。;\n]", evidence.own[moment.end : moment.end + _REACH])[0]
        beside = began["deed"] in behind or bool(words & grams_of(behind))
        span = Decimal(latest - moment.year)
        # Between two years there lies up to a year less than their difference.
        spans = (span,) if word == "exact" else (span, span - _PART_YEAR)
        if moment.year and beside and any(within(word, quantity.value, each) for each in spans):
            return True
    return False


def _days_between(quantity: Quantity, said: str, evidence: Evidence) -> bool:
    """Days by which one date told lies before or behind another (提前5天)."""
    before = said[: quantity.start]
    early, late = bool(_AHEAD.search(before)), bool(_BEHIND_TIME.search(before))
    if quantity.unit != "天" or early == late:
        return False
    own = [*_days(find_moments(evidence.own)), *_days(find_moments(said))]
    given = _days(find_moments(evidence.text))
    apart = ((other - one).days for one in own for other in given)
    return any(days == (quantity.value if early else -quantity.value) for days in apart)


def _days(moments: list[Moment]) -> list[date]:
    found = []
    years = [moment.year for moment in moments if moment.year]
    for moment in moments:
        if moment.month and moment.day and (moment.year or years):
            try:
                found.append(date(moment.year or years[0], moment.month, moment.day))
            except ValueError:
                continue
    return found


def _summed(quantity: Quantity, said: str, evidence: Evidence) -> bool:
    """A sum of figures that one sentence of the material tells side by side, or of those told in the sentence."""
    if not _TOTAL.search(said[max(0, quantity.start - 16) : quantity.start]) or not evidence.own:
        return False
    words = grams_of(said)
    groups = [_alike(quantity, figures_of(line), words) for line in evidence.own.split("\n")]
    word = word_of(quantity, said)
    for group in groups:
        for size in range(2, min(_MEMBERS, len(group)) + 1):
            runs = (group[at : at + size] for at in range(len(group) - size + 1))
            if any(
                run[0][0] == run[-1][0] and within(word, quantity.value, sum((v for _, v in run), Decimal(0)))
                for run in runs
            ):
                return True
    return False


def _left_or_apart(quantity: Quantity, said: str, evidence: Evidence) -> bool:
    """What a sentence of the material leaves of a whole less its part (206人,其中研发41人: 其余165人), or what lies
    between two figures of it; both must be of what is spoken of."""
    ahead = said[max(0, quantity.start - _REACH) : quantity.start]
    rest, gap = _REST.search(ahead), _GAP.search(ahead)
    if not evidence.own or not (rest or gap):
        return False
    words, word = grams_of(said), word_of(quantity, said)
    told = {q.value for q in find_quantities(said) if q.end < quantity.start}
    found = [f for line in evidence.own.split("\n") for f in figures_of(line)]
    for one, other in pairwise(found):
        values = in_unit_of(quantity, one.quantity), in_unit_of(quantity, other.quantity)
        ours = words & grams_of(one.wide), words & grams_of(other.wide)
        if None in values or one.sentence != other.sentence or not (all(ours) if gap else any(ours)):
            continue
        apart = Decimal(values[0] or 0) - Decimal(values[1] or 0)
        if within(word, quantity.value, abs(apart) if gap else apart) and (
            gap or "其中" in other.wide or {one.quantity.value, other.quantity.value} <= told
        ):
            return True
    return False


def _alike(quantity: Quantity, figures: tuple[Figure, ...], words: frozenset[str]) -> list[tuple[int, Decimal]]:
    """The figures of one kind with the sentences they stand in; those of things the sentence does not name are left."""
    values = [(figure, in_unit_of(quantity, figure.quantity)) for figure in figures]
    return [(f.sentence, value) for f, value in values if value is not None and words & grams_of(f.wide)]


def _difference(way: str, one: Decimal, other: Decimal, figure: Quantity, said: str) -> bool:
    """Whether one value is beyond the other, or short of it, by the figure told."""
    apart = one - other if way in _MORE.split("|") else other - one
    return apart > 0 and within(word_of(figure, said), figure.value, apart)


def check_derived(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Differences told the wrong way round, or that two figures known of both sides do not give."""
    yield from _beyond(said, evidence)
    yield from _turned_points(said, evidence)


def _beyond(said: str, evidence: Evidence) -> Iterator[Reason]:
    """What the applicant has beyond what is asked, where both are known and differ by another figure."""
    for match in _BEYOND.finditer(said):
        figure = next(iter(find_quantities(match["figure"])), None)
        if figure is None or not evidence.documents:
            continue
        own = [
            q.value
            for q in find_quantities(evidence.own.replace("\n", "。"))
            if q.unit == figure.unit and q.value != _NEVER
        ]
        own += [q.value for q in find_quantities(said[: match.start()]) if q.unit == figure.unit]
        asked = [
            q.value
            for q in evidence.quantities
            if q.unit == figure.unit and q.bound in {"at_least", "at_most", "exact"}
        ]
        if (
            own
            and asked
            and not any(_difference(match["way"], a, b, figure, match["figure"]) for a in own for b in asked)
        ):
            yield Reason("number", f"句中“{match.group()[:14]}”与申报主体的情况和条款的要求相减不符")
            return


def compared(said: str, clauses: tuple[EvidenceClause, ...]) -> tuple[str, list[Reason]]:
    """The flat text less a comparison of two clauses cited one behind the other, and what is wrong with it."""
    match = _COMPARED.search(said)
    figure = next(iter(find_quantities(match["figure"])), None) if match else None
    if match is None or figure is None or len(clauses) != 2 or match["one"] == match["other"]:
        return said, []
    values = [[q.value for q in find_quantities(flat(clause.quote)) if q.unit == figure.unit] for clause in clauses]
    first, second = values if match["one"] == "前者" else values[::-1]
    if any(_difference(match["way"], a, b, figure, match["figure"]) for a in first for b in second):
        return re.sub(r"^[,;。]+", "", said[: match.start()] + said[match.end() :]), []
    return said, [Reason("number", f"句中“{match.group()[:14]}”与两条条款的数相减不符")]


def _turned_points(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Points by which a share rose told as those by which it fell, or the reverse."""
    for quantity in find_quantities(said):
        way = re.search(
            r"(?:(?P<up>提高|提升|上升|增长|增加|升|涨)|(?P<down>下降|降低|减少|降|减|少))了?$", said[: quantity.start]
        )
        if quantity.unit != "个百分点" or way is None or not evidence.own:
            continue
        moves = [
            last.quantity.value - first.quantity.value
            for line in (*evidence.own.split("\n"), said)
            for first, last in changes_of(line)
            if first.quantity.unit == last.quantity.unit == "%" and (first.year or not last.year)
        ]
        signed = quantity.value if way["up"] else -quantity.value
        if -signed in moves and signed not in moves:
            yield Reason("direction", f"材料里“{quantity.text}”的增减与句中相反")
            return
