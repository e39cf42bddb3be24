"""Lexical entailment: the content words of a sentence must be carried by its evidence, equal wordings included."""

import re
from collections.abc import Iterator

from assistant.language.numerals import find_quantities
from assistant.verification.carrying import carried, lines_of, told_shorter
from assistant.verification.evidence import Evidence
from assistant.verification.lexicon import any_of, lexicon
from assistant.verification.model import Reason
from assistant.verification.numbers import without_numbers
from assistant.verification.passing import lasting
from assistant.verification.plain import compiled, content, segments
from assistant.verification.tagging import light, tagged

# Share of weight a sentence, and a stretch between commas, may have outside its evidence (tuned on evaluations/lies).
SENTENCE_LIMIT = 0.34
SEGMENT_LIMIT = 0.49
SEGMENT_WEIGHT = 1.2
SENTENCE_WEIGHT = 1.2
# An applicant's own text is told with other verbs; a noun more is another thing.
OWN_SEGMENT_WEIGHT = 1.3
# Stands where something was taken out, so that what is left does not run together.
GAP = "\u0002"
_BOUNDS = re.compile(r"不超过|不少于|不低于|不多于|最多|至多|最少|至少|上限|下限|以上|以内|以下|(?<![一-鿿])若")
# A correction (不是直接交到市里) names what the clause does not say, so its words are not looked for there.
_DENIAL = re.compile(r",(?:而|并)?(?:不是|并非)[^,。;]*")
_RATES = {"每年", "每月"}


def check_exclusion(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A word that excludes what the clause has in its place, or one taken over from another enumeration."""
    yield from _contrasts(said, evidence)
    yield from _alien_member(said, evidence)


def check_coverage(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Content words the evidence does not carry: weighty ones singly, contrasting ones singly, others by share."""
    known = content(f"{evidence.everything}\n{evidence.own}")
    said = _DENIAL.sub("", said) or said
    own = evidence.personal and not evidence.documents
    if own and any_of(lexicon().list("planned"), evidence.text):
        said = _PLANNED.sub(GAP, _OPEN.sub("", said))
    yield from _weighty(said, evidence)
    yield from _contrasts(said, evidence)
    said = _without_equals(_BOUNDS.sub(GAP, without_numbers(said)), known)
    yield from _listed(said, known, lines_of(evidence.own) if own else ())
    yield from _alien_member(said, evidence)
    yield from _unsupported(said, known, loose=evidence.personal, lines=lines_of(evidence.own) if own else ())


_PLANNED = re.compile(r"计划|拟|预计|打算|准备|力争|安排|将于")
# How far something planned has come says no more than that it is planned (目前尚未投产).
_OPEN = re.compile(
    r"(?:^|(?<=[,;。]))(?:目前|现|现在)?(?:也|均|都)?(?:尚|还|暂|仍)(?:未|没有?|无|属|是|在|处于)[^,;。\d]{1,8}(?=[,;。]|$)"
)


def _unsupported(said: str, known: str, loose: bool, lines: tuple[str, ...] = ()) -> Iterator[Reason]:
    """A stretch, or the sentence as a whole, too much of whose weight the evidence does not carry."""
    segment_limit, sentence_limit = (0.75, 0.6) if loose else (SEGMENT_LIMIT, SENTENCE_LIMIT)
    total = missing = 0.0
    strange: list[str] = []
    for segment in segments(said):
        weight, foreign = _weigh(segment, known, lines)
        lacking = sum(foreign.values())
        total, missing = total + weight, missing + lacking
        strange += foreign
        if lacking >= (OWN_SEGMENT_WEIGHT if loose else SEGMENT_WEIGHT) and lacking / weight > segment_limit:
            yield Reason("unsupported", f"句中“{segment[:24]}”在所引条款中没有依据（{'、'.join([*foreign][:4])}）")
            return
    if missing >= SENTENCE_WEIGHT and missing / total > sentence_limit:
        yield Reason("unsupported", f"句中“{'、'.join(strange[:5])}”在所引条款中没有依据")


def _without_equals(said: str, known: str) -> str:
    """The text less the longer wordings whose equal is in the evidence, which a segmenter would tear apart."""
    groups = lexicon().groups
    for phrase in (word for word in groups if len(word) >= 3 and word in said):
        if any(content(equal) in known for equal in groups[phrase]):
            said = said.replace(phrase, GAP)
    return said


def _listed(said: str, known: str, lines: tuple[str, ...]) -> Iterator[Reason]:
    """A member of an enumeration of which nothing is in the evidence."""
    for run in (each for each in re.split("[,。;:!?]", said) if "、" in each):
        *inner, final = run.split("、")[1:]
        last = re.split(r"等|的|都|均|也|在|是", final)[0]
        for member in (*inner, last, *re.split(r"以及|[和及与](?!谐)", last)):
            weight, foreign = _weigh(member, known, lines)
            if 1.2 <= sum(foreign.values()) >= weight - 1 and weight <= 6:
                yield Reason("unsupported", f"句中所列“{member[:12]}”不在所引条款中")
                return


def _alien_member(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A member of an enumeration that the clause has elsewhere, not in the enumeration it is put into."""
    for run in (each for each in re.split("[,。;:!?]", said) if "、" in each):
        names = [part for part in re.split(r"、|以及|[和及与](?!谐)", run) if len(part) >= 4]
        members = [part[-4:] if at == 0 else part[:4] for at, part in enumerate(names)]
        homes = max(evidence.segments, key=lambda s: sum(m in s for m in members), default="")
        alien = [member for member in members if member not in homes]
        # A member that denies (和无违法行为) is a condition of its own, no member.
        alien = [member for member in alien if not re.match("[无没未不]", member)]
        if len(members) >= 3 and len(alien) == 1 and alien[0] in evidence.text and homes.count("、") >= 2:
            yield Reason("unsupported", f"句中把“{alien[0]}”列进了所引条款没有列它的一项")
            return


def _weigh(segment: str, known: str, lines: tuple[str, ...] = ()) -> tuple[float, dict[str, float]]:
    """The weight of the content words of a segment, and those words the evidence does not carry with theirs."""
    total, foreign = 0.0, {}
    for word, weight in weighed(segment):
        total += weight
        if weight and not carried(word, known) and not told_shorter(word, lines):
            foreign[word] = weight
    return total, foreign


@lasting(maxsize=8192)
def weighed(segment: str) -> tuple[tuple[str, float], ...]:
    """The words of a flat stretch, each with its length times the weight of its kind; light words weigh nothing."""
    return tuple((word, 0.0 if light(word) else len(word) * _kind_weight(kind)) for word, kind in tagged(segment))


def _kind_weight(kind: str) -> float:
    weights: dict[str, str] = lexicon().words["kinds"]
    return float(weights.get(kind, weights.get(kind[:1], weights["other"])))


def _weighty(said: str, evidence: Evidence) -> Iterator[Reason]:
    words = lexicon()
    for word in (each for each in words.list("weighty") if each in said):
        own = evidence.personal and not evidence.documents
        if own and (word in words.list("of_practice") or (word.endswith("企业") and word[:-2] in evidence.own)):
            continue
        if (
            evidence.personal
            and word in _RATES
            and compiled(rf"(?<!\d){word[1:]}(?=[均产]?[一-鿿]{{0,6}}\d)").search(evidence.own)
        ):
            continue
        if not any(equal in evidence.everything for equal in words.equal(word)):
            yield Reason("unsupported", f"句中“{word}”不在所引条款中")
            return


def _contrasts(said: str, evidence: Evidence) -> Iterator[Reason]:
    names = (name for subject in evidence.subjects for name in subject.names)
    known = "\n".join(
        [
            evidence.text,
            evidence.text.replace("(", "").replace(")", ""),
            evidence.own,
            *(context.text for context in evidence.contexts),
            *names,
        ]
    )
    # Where a clause names the only ones admitted, others may be named to be left out.
    left_out = "仅限" in evidence.text and [
        piece for piece in segments(said) if re.search(r"不(?:在|属于|能|可|包括|符合|得|参)", piece)
    ]
    groups: tuple[tuple[str, ...], ...] = lexicon().words["contrasts"]
    for members in groups:
        told = [word for word in members if word in said]
        present = [word for word in members if word in evidence.text] if told else []
        for word in told:
            if (
                word not in known
                and present
                and not _inside(word, said, members)
                and not _equal(word, known)
                and not denied(word, said)
                and not any(word in piece for piece in left_out or ())
                and not own_span(word, said, evidence)
                and not (word == "个人" and _no_individuals(said, evidence))
                and f"事故等级为{word.removesuffix('事故')}" not in evidence.own
            ):
                yield Reason("contrast", f"句中“{word}”与所引条款（{present[0]}）不一致")
                return


_OWN_WORDS = re.compile(r"[贵您]|公司|单位|本人|我们")


def own_span(word: str, said: str, evidence: Evidence) -> bool:
    """Whether a span of years (近三年) is the applicant's own, told of him where his facts have that figure."""
    if not evidence.own or not word.startswith("近"):
        return False
    stretch = next((piece for piece in segments(said) if word in piece), "")
    own = {(q.value, q.unit) for line in evidence.own.split("\n") for q in find_quantities(line)}
    return bool(_OWN_WORDS.search(stretch)) and any((q.value, q.unit) in own for q in find_quantities(word))


def denied(word: str, said: str) -> bool:
    """Whether a word is named only to be denied (不是全国) or refused (县级的够不上)."""
    ahead = rf"(?:不是|并非|而不是|不只|不能只|没搞过|不用|不在)[^,。]{{0,6}}{re.escape(word)}"
    behind = rf"{re.escape(word)}[^。;]{{0,16}}(?:{lexicon().words['refusals']})"
    lesser = rf"{re.escape(word)}[^。;]{{0,12}}(?:不受影响|不影响|不触发|不在[此其]列)"
    beyond = word in _LESSER and compiled(lesser).search(said)
    return bool(beyond or compiled(ahead).search(said) or compiled(behind).search(said))


_INDIVIDUALS_OUT = re.compile(
    r"(?:不(?:包括|含|评|设|授予|面向|接受|受理|涉及)|没有?给?设?|无|与)[^,;。]{0,6}个人|个人[^,;。]{0,8}(?:不能|不可|无法|没法|报不了|不行|除外|不在)"
)


def _no_individuals(said: str, evidence: Evidence) -> bool:
    """Whether a sentence says of awards without a track for individuals that these are left out."""
    named = [subject for subject in evidence.subjects if any(name in said for name in subject.names)]
    named = named or [each for each in evidence.subjects if any(name in evidence.text for name in each.names)]
    admitted = {kind for subject in named or evidence.subjects for kind in subject.applicants}
    return admitted == {"organization"} and bool(_INDIVIDUALS_OUT.search(said))


# What a clause on 重大 does not reach.
_LESSER = {"一般事故", "较大"}


def _equal(word: str, known: str) -> bool:
    return any(equal in known for equal in lexicon().equal(word))


def _inside(word: str, said: str, members: tuple[str, ...]) -> bool:
    """Whether the word only stands inside a longer member (评审 in 现场评审)."""
    rest = said
    for longer in members:
        if word in longer and word != longer:
            rest = rest.replace(longer, "")
    return word not in rest
