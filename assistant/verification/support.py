"""Whether each stretch of a sentence is carried by one statement of its clauses, not by words strewn over them."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from assistant.verification.alignment import NEGATOR, grams_of
from assistant.verification.coverage import GAP, weighed
from assistant.verification.evidence import Evidence, with_text
from assistant.verification.lexicon import lexicon
from assistant.verification.numbers import without_numbers
from assistant.verification.passing import lasting
from assistant.verification.plain import content, segments
from assistant.verification.statements import Statement
from assistant.verification.subjects import subjects
from assistant.verification.tagging import light

# A second statement may serve a stretch as well when it carries so many of the words the first does not.
SHARED_WORDS = 2
_BOUNDS = re.compile(r"不超过|不少于|不低于|不多于|最多|至多|最少|至少|上限|下限|以上|以内|以下|(?<![一-鿿])若")
_GRAM_WORTH = 0.5
LONG_NAME = 7


@dataclass(frozen=True, slots=True)
class Home:
    """A stretch of a sentence, the statements it tells (best first) and its words that none of them has."""

    segment: str
    statements: tuple[Statement, ...]
    foreign: tuple[tuple[str, float], ...]

    @property
    def weight(self) -> float:
        """The weight of the foreign words."""
        return sum(weight for _, weight in self.foreign)


# 异议不成立, 审查不合格: denials as well, for what a statement says only where it denies.
_FAILS = re.compile(r"不(?:成立|属实|合格|通过|真实)")


# Whom the next stretch speaks of (已荣获省级质量奖的单位,不再参加): what that denies is denied of them.
_OF_WHOM = re.compile(r"(?:[的者]|的(?:单位|企业|组织|个人|人|情形|材料|名单|公司|主体|申报者))$")


def homes_of(said: str, evidence: Evidence) -> tuple[Home, ...]:
    """What each stretch of a flat text tells, in order."""
    pieces = segments(said)
    denied = (bool(_OF_WHOM.search(one) and NEGATOR.search(other)) for one, other in pairwise([*pieces, ""]))
    return tuple(home_of(piece, evidence, denied=each) for piece, each in zip(pieces, denied, strict=True))


def home_of(segment: str, evidence: Evidence, *, denied: bool = False) -> Home:
    """The statements a flat stretch tells: the one that carries most of it, and others for what that one lacks.

    `denied` where what is said of the stretch is a denial, though it holds none itself.
    """
    bare = _BOUNDS.sub(GAP, without_names(without_numbers(segment))).replace("(", "").replace(")", "")
    words = tuple((word, weight) for word, weight in weighed(_whole(bare, evidence.statements)) if weight)
    own = content(evidence.own + "\n" + "\n".join(context.text for context in evidence.contexts))
    left = tuple(pair for pair in words if not said_in(pair[0], _names() + own))
    denies = denied or bool(NEGATOR.search(segment) or _FAILS.search(segment))
    ranked = sorted(
        ((_worth(left, segment, each, denies), -at, each) for at, each in enumerate(evidence.statements)), reverse=True
    )
    if not ranked:
        return Home(segment, (), words)
    first = ranked[0][2]
    chosen, foreign = [first], _lacking(left, first, denies)
    for _, _, other in ranked[1:4]:
        less = _lacking(foreign, other, denies)
        gained = len(foreign) - len(less)
        if gained >= SHARED_WORDS or (gained and abs(other.position - first.position) <= 1):
            chosen, foreign = [*chosen, other], less
    return Home(segment, tuple(chosen), foreign)


def _whole(bare: str, statements: tuple[Statement, ...]) -> str:
    """The stretch less longer wordings whose equal a statement has, which a segmenter would tear apart."""
    groups = lexicon().groups
    for phrase in long_phrases():
        if phrase in bare and any(content(e) in s.vocabulary for e in groups[phrase] for s in statements):
            bare = bare.replace(phrase, GAP)
    return bare


@lru_cache(maxsize=1)
def long_phrases() -> tuple[str, ...]:
    """The wordings of three or more characters that have equals."""
    return tuple(sorted((word for word in lexicon().groups if len(word) >= 3), key=len, reverse=True))


def widened(evidence: Evidence, homes: tuple[Home, ...]) -> Evidence:
    """The evidence with all wordings of the statements told, as if the clause said each of them."""
    told = dict.fromkeys(wording for home in homes for each in home.statements for wording in each.wordings)
    return with_text(evidence, tuple(told))


def _worth(words: tuple[tuple[str, float], ...], segment: str, statement: Statement, denies: bool) -> float:
    lacking = sum(weight for _, weight in _lacking(words, statement, denies))
    return sum(weight for _, weight in words) - lacking + _GRAM_WORTH * len(grams_of(segment) & statement.grams)


def _lacking(words: tuple[tuple[str, float], ...], statement: Statement, denies: bool) -> tuple[tuple[str, float], ...]:
    """The words no wording of the statement has; what it says only to deny it serves a denial alone."""
    known = vocabulary_of(statement, denies)
    return tuple((word, weight) for word, weight in words if not said_in(word, known))


def vocabulary_of(statement: Statement, denies: bool) -> str:
    """The characters a stretch may use of a statement: of all wordings where it denies, else of those that do not."""
    return statement.vocabulary if denies else statement.affirmed


@lasting(maxsize=65536)
def said_in(word: str, vocabulary: str) -> bool:
    """Whether a word, an equal wording of it, or all its parts of two or more characters stand in the vocabulary."""
    if word in vocabulary or any(content(equal) in vocabulary for equal in lexicon().equal(word) if equal):
        return True
    if len(word) == 2 and set(word) <= _PAIRED and all(character in vocabulary for character in word):
        return True
    if len(word) == 2 and word[1] in _COMPLEMENTS and word[0] in vocabulary:
        return True
    if len(word) == 2 and any(word[at] in _JOINED and word[1 - at] in vocabulary for at in (0, 1)):
        return True  # 须署, 提则: a light word that the segmenter joins to its neighbour.
    if len(word) == 3 and word[1] in "和与及" and word[0] in vocabulary and word[2] in vocabulary:
        return True
    return any(_part(word[:at], vocabulary) and _part(word[at:], vocabulary) for at in range(1, len(word)))


# Characters that a segmenter joins to their neighbour's (报国 of 报国奖, 由市 of 由市里): in words of two characters
# all of them, in longer ones only those that are no noun.
_JOINTS = frozenset("版任报评办要由被往向从来得受去出收送给在奖")
_PAIRED = _JOINTS | frozenset("市省县区国有")


# Light words that a segmenter joins to a verb of one character.
_JOINED = frozenset("须则应将再才均需已先能要")
# What tells how a deed ends (评完, 定出): the deed is the verb's.
_COMPLEMENTS = frozenset("完出好到上下起过清掉齐")


def _part(part: str, vocabulary: str) -> bool:
    if len(part) == 1:
        return light(part) or (part in _JOINTS and part in vocabulary)
    return light(part) or said_in(part, vocabulary)


@lru_cache(maxsize=1)
def names_of_awards() -> tuple[str, ...]:
    """The names of all awards, longest first, as they stand in flat texts."""
    return tuple(sorted({name for subject in subjects() for name in subject.names}, key=len, reverse=True))


@lasting(maxsize=16384)
def without_names(text: str) -> str:
    """The text less the long names of awards, which a segmenter would join to what stands beside them."""
    for name in names_of_awards():
        if len(name) >= LONG_NAME and name in text:
            text = text.replace(name, GAP)
    return text


@lru_cache(maxsize=1)
def _names() -> str:
    """The names and places of all awards: naming one's subject needs no statement (who is meant is judged apart)."""
    return "\n".join(content(name) for subject in subjects() for name in (*subject.names, *subject.places)) + "\n"
