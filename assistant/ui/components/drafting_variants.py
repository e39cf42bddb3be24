"""Other wordings of the two texts, all within the limits. Pure."""

from assistant.drafting.limits import PROFILE_LIMIT, count_characters, fits
from assistant.drafting.profile import BALANCED, write_profile
from assistant.ui.components.drafting_reading import Reading

_OFFERED = 8
_ALIKE = 0.75
_CONCRETE = BALANCED | {"result": 6.0, "mechanism": 3.0, "diffusion": 1.0, "standard": 0.5}


def offered_lines(reading: Reading) -> list[str]:
    """The best candidates for the characterisation that are not nearly the same as a better one."""
    kept: list[str] = []
    for line in reading.lines:
        if not any(_alike(line.text, other) for other in kept):
            kept.append(line.text)
    return kept[:_OFFERED]


def line_variants(reading: Reading, current: str) -> dict[str, str]:
    """The next shorter, the next more telling and the next different candidate, seen from the current text."""
    size = count_characters(current)
    others = [line.text for line in reading.lines if line.text != current]
    named = [line.text for line in reading.lines if line.text != current and line.names] or others
    different = [text for text in offered_lines(reading) if text != current]
    found = {
        "更短": max((text for text in named if count_characters(text) < size), key=count_characters, default=""),
        "更具体": min((text for text in named if count_characters(text) > size), key=count_characters, default=""),
        "换一种说法": different[(different.index(current) + 1) % len(different)] if current in different else "",
    }
    found["换一种说法"] = found["换一种说法"] or (_after(offered_lines(reading), current) if different else "")
    return {style: text for style, text in found.items() if text}


def profile_variants(reading: Reading, current: str) -> dict[str, str]:
    """The alternatives of the draft, a shorter text than the current one and a more concrete one."""
    found = {one.style: one.text for one in reading.draft.alternatives if one.column == "profile"}
    limit = min(PROFILE_LIMIT, int(count_characters(current) * 0.8))
    shorter = write_profile(reading.material, limit=limit).text if limit else ""
    if shorter and count_characters(shorter) < count_characters(current):
        found["更短"] = shorter
    found["更具体"] = write_profile(reading.material, weights=_CONCRETE).text
    offered = {style: text for style, text in found.items() if text != current and fits(text, PROFILE_LIMIT)}
    return dict(sorted(offered.items(), key=lambda pair: ("更短", "更具体").index(pair[0]) if "更" in pair[0] else 9))


def _after(texts: list[str], current: str) -> str:
    place = texts.index(current) if current in texts else -1
    return texts[(place + 1) % len(texts)]


def _alike(one: str, other: str) -> bool:
    mine, theirs = set(one), set(other)
    return len(mine & theirs) >= _ALIKE * len(mine | theirs)
