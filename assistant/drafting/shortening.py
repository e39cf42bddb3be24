"""A text one step shorter than it stands, whoever wrote it: sentences and ends of sentences left out, nothing new.

What is left out stays out: a shorter text says nothing that the longer one did not say.
"""

import re
from collections.abc import Iterator

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.limits import CHARACTERISATION_LIMIT, count_characters
from assistant.drafting.material.model import Material, Practice, Span
from assistant.drafting.profile import may_end_at
from assistant.drafting.wording import balanced, wording_lists
from assistant.drafting.worth import BALANCED, worth
from assistant.language.sentences import split_sentences

# How much of a text a step leaves at most.
_STEP = 0.9
_SHORTEST, _SHORTEST_LINE = 8, 4
# What the notice asks a profile to tell; a sentence that tells it is not left out as a whole.
_ELEMENT = re.compile(
    r"成立|创办|建于|注册于|经济类型|有限责任|事业单位|主营|从事|业务范围|(?:员工|职工|从业人员)[^，。；]{0,6}[0-9]|【待"
)
_WEIGHTS = BALANCED | {"name": 6.0, "result": 6.0, "diffusion": 1.5, "standard": 1.0}
_TOGETHER = 8.0
_BREAK = re.compile(r"[，；]")


def shorter(text: str, material: Material) -> str:
    """What tells most of a text in nine tenths of its length; "" where only what must stand is left.

    Of the methods it names one stays, and the sentences that tell what the notice asks for.
    """
    limit, named = int(count_characters(text) * _STEP), bool(_names(text, material))
    # The best of every length, with and without the name of a method.
    best: dict[tuple[int, bool], tuple[float, str]] = {(0, False): (0.0, "")}
    for place, sentence in enumerate(split_sentences(text)):
        found: dict[tuple[int, bool], tuple[float, str]] = {}
        for part in _ways(place, sentence.text):
            value, names = _value(part, material) if part else 0.0, bool(_names(part, material))
            for (used, has), (worth_before, kept) in best.items():
                key = (used + count_characters(part), has or names)
                if key[0] <= limit and found.get(key, (-1.0, ""))[0] < worth_before + value:
                    found[key] = (worth_before + value, kept + part)
        best = found
    told = [whole for (_, has), whole in best.items() if has or not named]
    whole = max(told, default=(0.0, ""))[1]
    return whole[:-1] + "。" if whole.endswith(("；", ";")) else whole


def shorter_line(text: str, names: tuple[str, ...]) -> str:
    """The line without its last clause, where what is left still names what it named; "" where there is no such."""
    cuts = [match.start() for match in re.finditer("[，；、：]", text)]
    for cut in reversed(cuts):
        kept = text[:cut]
        whole = balanced(kept) and not wording_lists().has("weak_end", kept)
        if whole and _SHORTEST_LINE <= count_characters(kept) <= CHARACTERISATION_LIMIT:
            named = not any(name in text for name in names) or any(name in kept for name in names)
            if named:
                return kept
    return ""


def _ways(place: int, part: str) -> Iterator[str]:
    """A sentence whole, without its last clauses, or left out."""
    yield part
    yield from _shortened(part)
    if place and not _ELEMENT.search(part):
        yield ""


def _shortened(part: str) -> Iterator[str]:
    """The sentence without its last clauses, at each place where what stands before the cut stands by itself."""
    stop = part[-1] if part[-1] in "。！；" else ""
    body = part[: len(part) - len(stop)]
    for cut in _BREAK.finditer(body):
        kept, left = body[: cut.start()], body[cut.end() :]
        if count_characters(kept) >= _SHORTEST and not _ELEMENT.search(left) and may_end_at(kept, left):
            yield kept + (stop or "。")


def _value(text: str, material: Material) -> float:
    """What a stretch tells: names, results before and after, how it works; a little for any figure or word."""
    names = _names(text, material)
    results = tuple(one for one in material.results if one.after in text and one.before in text)
    value, _ = worth(Practice(text, Span("", 0, 0, text), names, results), _WEIGHTS)
    changes = len(load_lexicon("practices").patterns["mechanism"].findall(text))
    # A method with what it brought is the last thing to go.
    together = _TOGETHER if names and results else 0.0
    return value + together + 0.4 * len(re.findall(r"[0-9]+", text)) + 0.1 * changes + 0.01 * count_characters(text)


def _names(text: str, material: Material) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for one in material.practices for name in one.names if name in text))
