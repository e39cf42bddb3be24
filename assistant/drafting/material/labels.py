"""Labelled values: forms, flattened tables and `标签：值` lines, in whatever layout a paste has left them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.scan import Scan

_STOP = re.compile(r"[\n|｜\t。]")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value and where it stands: `text == scan.text[start:end]`, possibly empty (the cell is there but blank)."""

    label: str
    start: int
    end: int
    text: str

    @property
    def blank(self) -> bool:
        """Whether the cell says nothing (`未填写`, `—`, `待补充`)."""
        return load_lexicon("labels").has("blank", self.text)


def labelled(scan: Scan, key: str) -> Iterator[Labelled]:
    """Every value introduced by a label of `key`, in order, sealed stretches left out."""
    for match in _label_pattern(key).finditer(scan.text):
        end = _value_end(scan.text, match.end())
        value = scan.text[match.end() : end].strip()
        start = match.end() + scan.text[match.end() : end].find(value) if value else match.end()
        if not scan.sealed(match.start(), max(end, match.end())):
            yield Labelled(match["label"], start, start + len(value), value)


@lru_cache(maxsize=32)
def _label_pattern(key: str) -> re.Pattern[str]:
    words = load_lexicon("labels").patterns[key].pattern
    # A bare space separates only in a row of cells, so a label in running prose needs a colon or a cell edge.
    gap = r"(?:[ ]*[】\]][：:]?[ ]*|[ ]*[：:][ ]*|[ ]*[|｜\t]+[ |｜\t]*|(?<=[\u4e00-\u9fff])[ ]+(?=\S))"
    return re.compile(rf"(?<![\u4e00-\u9fff“《])(?P<label>{words})[ ]?(?:（[^）\n]{{0,12}}）)?{gap}")


@lru_cache(maxsize=1)
def _any_label() -> re.Pattern[str]:
    lexicon = load_lexicon("labels")
    words = "|".join(pattern.pattern for key, pattern in lexicon.patterns.items() if key != "blank")
    return re.compile(
        rf"(?:(?<=[ ，。；、|｜\t【])|(?<=\n))(?:{words})(?:（[^）\n]{{0,12}}）)?(?:[ ]*[：:|｜\t】]|[ ]+)"
    )


def _value_end(text: str, start: int) -> int:
    """A value ends with its line or cell, or where the next label of the same row begins."""
    stop = _STOP.search(text, start)
    end = stop.start() if stop else len(text)
    following = _any_label().search(text, start, min(len(text), end + 1))
    return following.start() if following else end
