"""Dimensions suggested by the model for practices: only the framework's own, only with words of the practice itself.

A suggestion is shown where it differs from the program's mapping, and counts only when a person takes it.
"""

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.errors import ModelError
from assistant.knowledge.dimensions import Dimension, Framework
from assistant.models.client import LanguageModel
from assistant.models.completion import Usage
from assistant.models.consent import ConsentStore
from assistant.models.privacy import sendable_text
from assistant.models.prompts import load_prompt

MOST = 40
_QUOTE_LENGTH = 160


@dataclass(frozen=True, slots=True)
class Suggestions:
    """By practice text the dimensions, main first, () for no practice; a practice the reply leaves out is absent."""

    dimensions: Mapping[str, tuple[str, ...]]
    origin: str
    usage: Usage


def suggest_dimensions(
    model: LanguageModel,
    practices: Sequence[str],
    framework: Framework,
    *,
    as_of: date,
    consents: ConsentStore,
    cancel: threading.Event | None = None,
) -> Suggestions:
    """Ask for the first MOST practices. Raises ModelError where they may not be sent or the model fails."""
    consents.require(model.host)
    sent = {f"p{number}": text for number, text in enumerate(practices[:MOST], start=1) if _sendable(text, as_of)}
    if not sent:
        return Suggestions({}, "", Usage())
    names = {f"d{number}": dimension.name for number, dimension in enumerate(framework.dimensions, start=1)}
    told = {token: _told(dimension) for token, dimension in zip(names, framework.dimensions, strict=True)}
    rows = "\n".join(f"{number} {' '.join(text.split())}" for number, text in sent.items())
    done = model.complete(load_prompt("map"), {"practices": rows, "dimensions": told}, cancel=cancel)
    found = {sent[row["id"]]: _named(row, names) for row in done.data["practices"] if _honest(row, sent, names)}
    return Suggestions(found, done.origin, done.usage)


def _sendable(text: str, as_of: date) -> bool:
    """Whether the whole sentence may be sent; one from which something had to be taken out stays here."""
    try:
        return sendable_text(text, as_of).text.strip() == text.strip()
    except ModelError:
        return False


def _told(dimension: Dimension) -> str:
    quotes = "；".join(citation.quote for citation in dimension.citations)
    return f"{dimension.name}：{quotes[:_QUOTE_LENGTH]}"


def _honest(row: Mapping[str, object], sent: Mapping[str, str], names: Mapping[str, str]) -> bool:
    """Whether a row is about a practice that was sent, with dimensions that exist and words that stand in it."""
    text, tokens = sent.get(str(row["id"]), ""), list(row["dimensions"])  # type: ignore[call-overload]  # its schema
    if not text or any(token not in names for token in tokens):
        return False
    why = "".join(str(row.get("why", "")).split())
    return not tokens or (bool(why) and why in "".join(text.split()))


def _named(row: Mapping[str, object], names: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names[token] for token in row["dimensions"]))  # type: ignore[attr-defined]
