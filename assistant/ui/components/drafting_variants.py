"""Other wordings of the two texts, all within the limits. Pure."""

from assistant.drafting.draft import concreteness
from assistant.drafting.limits import CHARACTERISATION_LIMIT, PROFILE_LIMIT, count_characters, fits
from assistant.drafting.profile import BALANCED, write_profile
from assistant.ui.components.drafting_reading import Reading

_OFFERED = 8
_ALIKE = 0.75
_ALWAYS = ("更短", "更具体")
# How short a step may be, the gentlest first.
_STEPS = (0.9, 0.8, 0.7)
_CONCRETE = BALANCED | {"result": 6.0, "mechanism": 3.0, "diffusion": 1.0, "standard": 0.5}


def offered_lines(reading: Reading) -> list[str]:
    """The best candidates for the characterisation that are not nearly the same as a better one."""
    kept: list[str] = []
    for line in reading.lines:
        if not any(_alike(line.text, other) for other in kept):
            kept.append(line.text)
    return kept[:_OFFERED]


def line_variants(reading: Reading, current: str) -> dict[str, str]:
    """The next shorter, the next more concrete and the next different candidate, seen from the current text.

    Every style is there; "" where the material gives no such line (see `why_none`).
    """
    size, told = count_characters(current), concreteness(current, _names(reading, current))
    others = [line for line in reading.lines if line.text != current]
    named = [line for line in others if line.names] or others
    shorter = [line for line in named if count_characters(line.text) < size]
    concrete = [line for line in others if concreteness(line.text, line.names) > told]
    return {
        "更短": max((line.text for line in shorter), key=count_characters, default=""),
        "更具体": max(concrete, key=lambda line: line.value).text if concrete else "",
        "换一种说法": _after(offered_lines(reading), current) if others else "",
    }


def profile_variants(reading: Reading, current: str) -> dict[str, str]:
    """A text one step shorter than the current one, a more concrete one, and the alternatives of the draft.

    The first two are always there; "" where there is none.
    """
    size = count_characters(current)
    found = {"更短": _step_shorter(reading, size), "更具体": write_profile(reading.material, weights=_CONCRETE).text}
    others = {one.style: one.text for one in reading.draft.alternatives if one.column == "profile"}
    found |= {style: text for style, text in others.items() if style not in found}
    for style, text in found.items():
        if text == current or not fits(text, PROFILE_LIMIT):
            found[style] = ""
    return {style: text for style, text in found.items() if text or style in _ALWAYS}


def why_none(column: str, style: str) -> str:
    """Why a wish changes nothing, in Chinese."""
    limit = CHARACTERISATION_LIMIT if column == "line" else PROFILE_LIMIT
    reasons = {
        "更短": "再短就只剩必须写的内容了",
        "更具体": f"材料里没有更具体、又不超过 {limit} 字的说法；可以补充机制或前后对比的数据",
        "换一种说法": "材料里只有这一种说法",
    }
    return f"没有改动：{reasons[style]}。"


def _step_shorter(reading: Reading, size: int) -> str:
    """The fullest text at least a tenth shorter, and no shorter than it has to be."""
    for share in _STEPS:
        limit = min(PROFILE_LIMIT, int(size * share))
        text = write_profile(reading.material, limit=limit).text if limit else ""
        if text and count_characters(text) <= limit:
            return text
    return ""


def _names(reading: Reading, text: str) -> tuple[str, ...]:
    return tuple(name for practice in reading.material.practices for name in practice.names if name in text)


def _after(texts: list[str], current: str) -> str:
    place = texts.index(current) if current in texts else -1
    return texts[(place + 1) % len(texts)]


def _alike(one: str, other: str) -> bool:
    mine, theirs = set(one), set(other)
    return len(mine & theirs) >= _ALIKE * len(mine | theirs)
