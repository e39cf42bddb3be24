"""Other wordings of the two texts, all within the limits. Pure."""

import re

from assistant.drafting.characterisation import Line
from assistant.drafting.draft import concreteness
from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.limits import CHARACTERISATION_LIMIT, PROFILE_LIMIT, count_characters, fits
from assistant.drafting.profile import write_profile
from assistant.drafting.shortening import shorter, shorter_line
from assistant.drafting.worth import BALANCED
from assistant.ui.components.drafting_reading import Reading

_OFFERED = 8
_ALIKE = 0.75
_ALWAYS = ("更短", "更具体")
_PARTS, _FIGURE = re.compile("[，；、：]"), re.compile("[0-9]+(?:[.,][0-9]+)*")
# A line is fuller by so many characters at least.
_WORDS = 4
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
    others = [line for line in reading.lines if line.text != current]
    return {
        "更短": _shorter_line(reading, others, current),
        "更具体": _more_concrete(reading, others, current),
        "换一种说法": _after(offered_lines(reading), current) if others else "",
    }


def _shorter_line(reading: Reading, others: list[Line], current: str) -> str:
    """The longest shorter line that says nothing new; without one the next shorter candidate."""
    names = _names(reading, current)
    shorter = [line for line in others if count_characters(line.text) < count_characters(current)]
    within = [line.text for line in shorter if all(part in current for part in _PARTS.split(line.text))]
    within = [text for text in within if not names or any(name in text for name in names)]
    by_hand = current not in {line.text for line in reading.lines}
    cut = shorter_line(current, names) if by_hand or not within else ""
    return cut or max(
        within or [line.text for line in shorter if line.names] or [line.text for line in shorter],
        key=count_characters,
        default="",
    )


def _more_concrete(reading: Reading, others: list[Line], current: str) -> str:
    """The best line that tells more of method, mechanism and figures; else the fuller of those that tell as much."""
    told = concreteness(current, _names(reading, current))
    more = [line for line in others if concreteness(line.text, line.names) > told]
    as_much = [line for line in others if concreteness(line.text, line.names) == told]
    fuller = [line for line in as_much if _detail(line.text) > _detail(current)]
    found = more or fuller
    return max(found, key=lambda line: (_detail(line.text) if not more else 0, line.value)).text if found else ""


def _detail(text: str) -> tuple[int, int]:
    """How much a line tells: mechanisms and figures, then clauses and words; never more for a word or two."""
    mechanisms = len(load_lexicon("practices").patterns["mechanism"].findall(text))
    return mechanisms + len(_FIGURE.findall(text)), count_characters(text) // _WORDS


def profile_variants(reading: Reading, current: str) -> dict[str, str]:
    """A text one step shorter than the current one, a more concrete one, and the alternatives of the draft.

    The first two are always there; "" where there is none.
    """
    concrete = write_profile(reading.material, weights=_CONCRETE).text
    found = {"更短": shorter(current, reading.material), "更具体": concrete}
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
        "更短": "再短就要删掉必须写的内容（要素或做法名）了；要更短请在框里直接改",
        "更具体": f"材料里没有更具体、又不超过 {limit} 字的说法；可以补充机制或前后对比的数据",
        "换一种说法": "材料里只有这一种说法",
    }
    return f"没有改动：{reasons[style]}。"


def _names(reading: Reading, text: str) -> tuple[str, ...]:
    return tuple(name for practice in reading.material.practices for name in practice.names if name in text)


def _after(texts: list[str], current: str) -> str:
    place = texts.index(current) if current in texts else -1
    return texts[(place + 1) % len(texts)]


def _alike(one: str, other: str) -> bool:
    mine, theirs = set(one), set(other)
    return len(mine & theirs) >= _ALIKE * len(mine | theirs)
