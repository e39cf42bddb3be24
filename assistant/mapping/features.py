"""What a sentence looks like to the mapper: concepts, words, characters, cues and the shape of its numbers."""

import re
from collections.abc import Iterable, Mapping, Sequence

import rjieba

from assistant.knowledge.dimensions import Framework

# Shapes that tell a measured change, a share, a sum of money or a count apart, whatever the words around them.
_SHAPES = {
    "change": re.compile(
        r"由.{0,14}(到|至|为)|从.{0,14}(到|至|为|压|降|升|缩)|(提高|下降|降低|增长|缩短|减少|上升|翻)了?"
    ),
    "share": re.compile(r"\d[\d.]*\s*[%％]|百分之|千分之|万分之|个百分点|成以上|[一二两三四五六七八九]成"),
    "money": re.compile(r"[\d.一二三四五六七八九十百千]+\s*[万亿]?元"),
    "patent": re.compile(r"专利|著作权"),
    "slogan": re.compile(r"[！!]$|^.{2,8}，.{2,8}。?$"),
    "person": re.compile(r"^(他|她|该同志|本人)"),
}
# How loudly each family of features speaks; chosen on held-out sources (docs/adr/0004-mapping.md).
FAMILY_WEIGHTS = {"concept": 2.5, "word": 1.0, "char": 0.7, "cue": 1.6, "shape": 0.7}

# Cues that help to classify and tell a person nothing.
_TELL_NOTHING = frozenset({"由", "凭"})

Concepts = Mapping[str, re.Pattern[str]]
Features = dict[str, float]


def features(text: str, frameworks: Iterable[Framework], concepts: Concepts) -> Features:
    """Weighted features of one text. Cue features carry framework and dimension, so each framework learns its own."""
    plain = re.sub(r"\s+", "", text)
    return _wording(plain) | _concepts(plain, concepts) | _cues(plain, frameworks) | _shapes(plain)


def _wording(plain: str) -> Features:
    found = {f"w:{word}": FAMILY_WEIGHTS["word"] for word in set(rjieba.cut(plain)) if len(word) > 1}
    for size in (2, 3):
        for start in range(len(plain) - size + 1):
            found[f"c:{plain[start : start + size]}"] = FAMILY_WEIGHTS["char"]
    return found


def _concepts(plain: str, concepts: Concepts) -> Features:
    """One feature a concept; several different wordings of it count more, up to three."""
    found: Features = {}
    for name, pattern in concepts.items():
        hits = len({match.group() for match in pattern.finditer(plain)})
        if hits:
            found[f"k:{name}"] = FAMILY_WEIGHTS["concept"] * min(hits, 3) ** 0.5
    return found


def _cues(plain: str, frameworks: Iterable[Framework]) -> Features:
    found: Features = {}
    for framework in frameworks:
        for dimension in framework.dimensions:
            hits = sum(cue in plain for cue in dimension.cues)
            if hits:
                found[f"q:{framework.id}:{dimension.name}"] = FAMILY_WEIGHTS["cue"] * min(hits, 3) ** 0.5
    return found


def _shapes(plain: str) -> Features:
    return {f"s:{name}": FAMILY_WEIGHTS["shape"] for name, pattern in _SHAPES.items() if pattern.search(plain)}


def why(text: str, cues: Sequence[str]) -> tuple[str, ...]:
    """The cues of a dimension that occur in a text, longest first: the reason shown to people."""
    told = (cue for cue in cues if cue in text and cue not in _TELL_NOTHING)
    return tuple(sorted(told, key=lambda cue: -len(cue)))
