"""What a sentence looks like to the mapper: words, characters, dimension cues and the shape of its numbers."""

import re
from collections.abc import Iterable, Sequence

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
# How loudly each family of features speaks; chosen by leave-one-out over the authored examples.
_WEIGHTS = {"word": 1.0, "char": 0.55, "cue": 1.6, "shape": 0.7}


def features(text: str, frameworks: Iterable[Framework]) -> dict[str, float]:
    """Weighted features of one text. Cue features carry framework and dimension, so each framework learns its own."""
    found: dict[str, float] = {}
    plain = re.sub(r"\s+", "", text)
    for word in set(rjieba.cut(plain)):
        if len(word) > 1:
            found[f"w:{word}"] = _WEIGHTS["word"]
    for size in (2, 3):
        for start in range(len(plain) - size + 1):
            found[f"c:{plain[start : start + size]}"] = _WEIGHTS["char"]
    for framework in frameworks:
        for dimension in framework.dimensions:
            hits = sum(cue in plain for cue in dimension.cues)
            if hits:
                found[f"q:{framework.id}:{dimension.name}"] = _WEIGHTS["cue"] * min(hits, 3) ** 0.5
    for name, pattern in _SHAPES.items():
        if pattern.search(plain):
            found[f"s:{name}"] = _WEIGHTS["shape"]
    return found


def why(text: str, cues: Sequence[str]) -> tuple[str, ...]:
    """The cues of a dimension that occur in a text, longest first: the reason shown to people."""
    return tuple(sorted((cue for cue in cues if cue in text), key=lambda cue: -len(cue)))
