"""One applicant's draft: characterisation, profile, their sources and other wordings within the limits."""

import re
from collections.abc import Sequence

from assistant.drafting.characterisation import Line, characterisations
from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.limits import CHARACTERISATION_LIMIT, PROFILE_LIMIT, count_characters, fits
from assistant.drafting.material.model import Material
from assistant.drafting.model import TO_BE_FILLED, Alternative, Draft, SourcedSentence
from assistant.drafting.profile import write_profile
from assistant.drafting.worth import BALANCED

_SHORT_PROFILE = 200
_EMPHASES = {
    "突出成效": BALANCED | {"result": 9.0},
    "突出创新": BALANCED | {"name": 8.0, "standard": 5.0, "mechanism": 2.5},
    "突出示范推广": BALANCED | {"diffusion": 10.0},
}


def draft(material: Material) -> Draft:
    """Write the two texts. Both are within their limits by construction; nothing is ever cut off."""
    lines = characterisations(material)
    profile = write_profile(material)
    line = lines[0] if lines else Line(TO_BE_FILLED, 0.0, (), ())
    return Draft(
        material=material,
        characterisation=line.text,
        profile=profile.text,
        sources=(SourcedSentence(line.text, line.evidence), *profile.sentences),
        alternatives=(*_other_lines(lines), *_other_profiles(material, profile.text)),
    )


def _other_lines(lines: list[Line]) -> list[Alternative]:
    """The next best, the shortest and the most concrete (most clauses of mechanism, figures included)."""
    if len(lines) < 2:
        return []
    others = {"换一种说法": lines[1].text}
    named = [line for line in lines[2:] if line.names] or lines[2:]
    if named:
        others["更短"] = min(named, key=lambda line: count_characters(line.text)).text
        concrete = max(named, key=lambda line: (_concreteness(line), _figured(line), line.value))
        if _concreteness(concrete) > _concreteness(lines[0]) and _figured(concrete) >= _figured(lines[0]):
            others["更具体"] = concrete.text
    texts = dict.fromkeys(others.values())
    styles = {text: style for style, text in reversed(others.items())}
    return [Alternative("characterisation", styles[text], text) for text in texts if fits(text, CHARACTERISATION_LIMIT)]


def concreteness(text: str, names: Sequence[str]) -> int:
    """How many of an own method, a mechanism and a figure a line tells."""
    mechanism = load_lexicon("practices").has("mechanism", text)
    return any(name in text for name in names) + mechanism + (re.search(r"[0-9]", text) is not None)


def _concreteness(line: Line) -> int:
    return concreteness(line.text, line.names)


def _figured(line: Line) -> bool:
    return re.search(r"[0-9]", line.text) is not None


def _other_profiles(material: Material, known: str) -> list[Alternative]:
    others = {"更短": write_profile(material, limit=_SHORT_PROFILE).text}
    for style, weights in _EMPHASES.items():
        others[style] = write_profile(material, weights=weights).text
    found: list[Alternative] = []
    for style, text in others.items():
        if text != known and fits(text, PROFILE_LIMIT) and all(text != other.text for other in found):
            found.append(Alternative("profile", style, text))
    return found
