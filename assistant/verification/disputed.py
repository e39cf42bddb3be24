"""What the applicant's text gives in two ways or as a boast only: told as settled, or from the wrong source."""

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.language.numerals import Quantity, find_quantities
from assistant.verification.alignment import grams_of
from assistant.verification.editing import tells_omission
from assistant.verification.evidence import Evidence
from assistant.verification.lexicon import lexicon, pattern
from assistant.verification.model import Reason
from assistant.verification.moments import find_moments
from assistant.verification.passing import passing

# Who says so: a paper, a page or a department before what it gives.
_SAYS = re.compile(
    r"(?P<source>[一-鿿]{2,8}?)(?:上|里|中|封面)?(?:上|里)?(?:写的?是?|载明?|记的?是?|另?报的?是?|填的?是?|显示|印的?是?|标的?是?|为|是|交了?|缴了?)(?P<value>[^,;。]+)"
)
_PAPER = re.compile(
    r"执照|画册|宣传|网站|官网|年报|报表|花名册|名册|台账|人事|社保|名片|册|表|部|科|室|处|证|档案|公众号|简介|口述|本|缴费|人数"
)
_HEADED = re.compile(
    r"(?P<source>[一-鿿]{0,8}(?:执照|画册|封面|宣传册|网站|官网|年报|报表|花名册|名册|台账|人事表|名片|档案|简介|缴费人数))(?::(?P<value>[^,。;]+)|(?P<figure>[\d一二三四五六七八九十百千]+[^,。;]*))"
)
_BOASTED = re.compile(
    r"自称|称|讲话|老板说|自己说|宣传|画册|网站|口头|号称|媒体|广告|没有[^,。;]{0,6}(?:证明|依据|证据)|封面|评价|说"
)
_OPENLY = re.compile(r"[两二]说|说法|不一|待核|核实|出入|口径|没有依据|无依据|没有证明|自称|宣传|“|只见于|材料有")


def check_disputed(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A source with another's value, one of two values as if there were no other, a boast told as a fact."""
    yield from _another_source(said, evidence)
    yield from _settled(said, evidence)
    yield from _boast(said, evidence)
    yield from _hearsay(said, evidence)
    yield from _another_type(said, evidence)


def _values(text: str) -> frozenset[tuple[object, object]]:
    """The figures and dates of a stretch."""
    figures = {(q.value, q.unit) for q in find_quantities(text)}
    bare = re.fullmatch(r"\d{2,6}", text)
    figures |= {(Decimal(bare.group()), "")} if bare else set()
    days = {(m.year, m.month) for m in find_moments(text) if m.year} | {
        (int(y), 0) for y in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", text)
    }
    return frozenset(figures | days)


@passing(maxsize=256)
def sourced(text: str) -> tuple[tuple[str, frozenset[tuple[object, object]]], ...]:
    """Each source of the text with the values it gives."""
    found = []
    for sentence in re.split(r"[。;\n]", text):
        for match in _SAYS.finditer(sentence):
            values = _values(match["value"])
            if values and _PAPER.search(match["source"]) and "材料" not in match["source"]:
                found.append((match["source"], values))
        for match in _HEADED.finditer(sentence):
            if values := _values(match["value"] or match["figure"]):
                found.append((match["source"], values))
    return tuple(found)


def _another_source(said: str, evidence: Evidence) -> Iterator[Reason]:
    held = sourced(evidence.text)
    for source, values in sourced(said):
        names = grams_of(source)
        own = [theirs for name, theirs in held if names & grams_of(name)]
        others = [name for name, theirs in held if not names & grams_of(name) and values & theirs]
        if own and others and not any(values & theirs for theirs in own):
            yield Reason("pairing", f"材料里这个说法出自“{others[0][-8:]}”，句中写成了“{source[-8:]}”")
            return


_HEAD = re.compile(r"(?:员工|职工|人数|人员|在册|在职|用工)")


def _settled(said: str, evidence: Evidence) -> Iterator[Reason]:
    """One of two headcounts that two sources give, told as the headcount."""
    if _OPENLY.search(said):
        return
    for sentence in re.split(r"[。\n]", evidence.text):
        given = [
            (name, {v for v in values if v[1] in {"人", "名"} or (v[1] in {"", "个"} and float(str(v[0])) > _FEW)})
            for name, values in sourced(sentence)
        ]
        counts = [values for _, values in given if values]
        if len(counts) < 2 or counts[0] & counts[1] or not _HEAD.search(sentence):
            continue
        told = {v for piece in re.split("[,;。]", said) if _HEAD.search(piece) for v in _values(piece)}
        named = any(grams_of(name) & grams_of(said) for name, _ in given)
        heads = {value for value, _ in counts[0] | counts[1]}
        if {value for value, _ in told} & heads and not named:
            yield Reason("conflict", "材料前后两说，句中只取了一说")
            return


# A bare number beside a source that counts heads.
_FEW = 9


_BOASTER = re.compile(r"(?:宣传册|画册|宣传|广告|口头|自称|号称|老板|封面)[^,。;]*?(?:说|称|写|讲|:|是)")


def _hearsay(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A figure that stands only in a brochure or a boast, told as a fact."""
    if _OPENLY.search(said):
        return
    for quantity in find_quantities(said):
        homes = [piece for piece in evidence.segments if any(_same(q, quantity) for q in find_quantities(piece))]
        if quantity.value > 1 and homes and all(_BOASTER.search(piece) for piece in homes):
            yield Reason("conflict", f"“{quantity.text}”在材料里只是宣传上的说法")
            return


def _same(one: Quantity, other: Quantity) -> bool:
    return (one.value, one.unit) == (other.value, other.unit)


def _another_type(said: str, evidence: Evidence) -> Iterator[Reason]:
    """An economic type that the text gives nobody, a management system that it does not name."""
    for kind in lexicon().list("economic_types"):
        short = kind.replace("有限责任", "有限").removeprefix("农民")  # As its name has it.
        if kind in said and kind not in evidence.text and short not in evidence.text:
            yield Reason("status", f"材料没有说是“{kind}”")
            return
    for kind in lexicon().list("system_kinds"):
        if kind in said and kind[:2] not in evidence.text and not re.search("没|未|无|待|[?]", said):
            yield Reason("status", f"材料没有说到“{kind}”")
            return


def _boast(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A superlative that the text has only where somebody says it of himself."""
    if tells_omission(said) or re.search(r"没有依据|无依据|没有证明|自称|说法|只见于|口头|自己说", said):
        return
    bare = re.sub(r"“[^“”]{1,6}”(?=[^,。;]{0,4}[法])", "", said)
    for match in pattern(lexicon().list("superlatives")).finditer(
        re.sub(r"第一[步项章条届次个类句点关行段部位道线名]", "", bare)
    ):
        homes = [line for line in re.split(r"[。;\n]", evidence.own) if match.group() in line]
        if homes and all(_BOASTED.search(line) for line in homes):
            yield Reason("superlative", f"“{match.group()}”在材料里只是自己的说法，没有依据")
            return
