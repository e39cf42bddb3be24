"""What the self-check page keeps of an applicant, saved with the case at every change, with undo."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import datetime
from typing import Any

import streamlit as st

from assistant.eligibility.facts import FACTS, Facts, parse_facts
from assistant.errors import FactsError
from assistant.ui import session

ROOM = "eligibility"
# Session keys of this page: what was typed and could not be read, by widget; what
# uploading said, and how often it was done (a new round empties the uploader).
TYPED_WRONG = "eligibility_typed_wrong"
UPLOAD_PROBLEMS = "eligibility_upload_problems"
UPLOAD_ROUND = "eligibility_upload_round"
_UNDO_STEPS = 40


@dataclass(frozen=True, slots=True)
class Read:
    """A fact read from a self-description: its JSON value and the words it stands on (offsets into the text)."""

    value: Any
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Asked:
    """Something the two readings of a text do not share: the rules' value (None = they read none), the model's, and
    the words both point to."""

    key: str
    read: Any
    proposed: Any
    quote: str


@dataclass(frozen=True, slots=True)
class Desk:
    """One self-check. All values are JSON.

    `draft` is the text being written, `narrative` the text last read; `shown` the track whose details are in sight.
    `tracks` empty means all; `day` empty means the day each notice suggests, `written` empty the day of judgement.
    `proposed` are facts read from `narrative` and not confirmed yet; `sources` the words behind confirmed ones.
    `unsure` are keys the text leaves open, with its words. `reader` tells which model has read the text as well,
    `agreed` which of the proposed facts it reads alike, `asked` where the two differ. `past` are earlier states, the
    latest last.
    """

    tracks: tuple[str, ...] = ()
    day: str = ""
    written: str = ""
    shown: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    draft: str = ""
    narrative: str = ""
    proposed: Mapping[str, Read] = field(default_factory=dict)
    unsure: tuple[tuple[str, str], ...] = ()
    skipped: tuple[str, ...] = ()
    reader: str = ""
    agreed: tuple[str, ...] = ()
    asked: tuple[Asked, ...] = ()
    past: tuple[Mapping[str, Any], ...] = ()

    @property
    def known(self) -> Facts:
        """The facts as the checker takes them."""
        return parse_facts(self.facts)

    def with_fact(self, key: str, value: object) -> "Desk":
        """A fact stated by hand; None takes it back. Its source in the text no longer vouches for it."""
        if self.facts.get(key) == value:
            return self
        sources = {name: quote for name, quote in self.sources.items() if name != key}
        return self._next(facts=_put(self.facts, key, value), sources=sources)

    def with_reading(self, text: str, proposed: Mapping[str, Read], unsure: Sequence[tuple[str, str]]) -> "Desk":
        """A newly read self-description, its facts waiting to be confirmed."""
        return self._next(
            narrative=text, proposed=dict(proposed), unsure=tuple(unsure), reader="", agreed=(), asked=()
        )

    def with_second_reading(self, reader: str, agreed: Mapping[str, Read], asked: Sequence[Asked]) -> "Desk":
        """The text read by a model as well: what both read alike waits for the person's word like the rest; where they
        differ neither reading stands until the person chooses."""
        known = {key for key, value in self.facts.items() if value is not None}
        open_ones = {one.key: one for one in reversed(asked) if one.key not in known and one.key not in agreed}
        proposed = {key: read for key, read in self.proposed.items() if key not in open_ones}
        added = {key: read for key, read in agreed.items() if key not in proposed and key not in known}
        return self._next(
            reader=reader,
            proposed={**proposed, **added},
            agreed=tuple(key for key in agreed if key in {**proposed, **added}),
            asked=tuple(open_ones.values()),
        )

    def with_choice(self, key: str, value: object) -> "Desk":
        """One of the two readings chosen, which makes it a fact; None chooses neither."""
        (one,) = [one for one in self.asked if one.key == key]
        rest = tuple(other for other in self.asked if other.key != key)
        if value is None:
            return self._next(asked=rest)
        return self._next(asked=rest, facts={**self.facts, key: value}, sources={**self.sources, key: one.quote})

    def with_proposal(self, key: str, value: object) -> "Desk":
        """A fact read from the text corrected; None removes it."""
        if value is None:
            return self._next(proposed={name: read for name, read in self.proposed.items() if name != key})
        return self._next(proposed={**self.proposed, key: replace(self.proposed[key], value=value)})

    def confirmed(self) -> "Desk":
        """The facts waiting become facts, each keeping its words."""
        values = {key: read.value for key, read in self.proposed.items()}
        quotes = {key: read.quote for key, read in self.proposed.items()}
        return self._next(facts={**self.facts, **values}, sources={**self.sources, **quotes}, proposed={})

    def skipping(self, key: str) -> "Desk":
        """Ask this no more for now."""
        return self._next(skipped=(*self.skipped, key))

    def cleared(self) -> "Desk":
        """No facts, nothing waiting; the pasted text stays."""
        return self._next(facts={}, sources={}, proposed={}, unsure=(), skipped=(), reader="", agreed=(), asked=())

    def undone(self) -> "Desk":
        """The state before the last change."""
        return self._with(self.past[-1], self.past[:-1]) if self.past else self

    def as_json(self) -> dict[str, Any]:
        """As the case keeps it."""
        return asdict(self)

    def _next(self, **changes: Any) -> "Desk":
        before = {name: value for name, value in self.as_json().items() if name in _UNDOABLE}
        return replace(self, **changes, past=(*self.past, before)[-_UNDO_STEPS:])

    def _with(self, saved: Mapping[str, Any], past: tuple[Mapping[str, Any], ...]) -> "Desk":
        return desk_of({**self.as_json(), **saved, "past": past})


_UNDOABLE = frozenset({"facts", "sources", "proposed", "unsure", "skipped", "narrative", "reader", "agreed", "asked"})


def desk_of(saved: Mapping[str, Any]) -> Desk:
    """A desk from JSON. Facts an older version saved and the vocabulary no longer holds are left out."""
    values = {one.name: saved[one.name] for one in fields(Desk) if one.name in saved}
    for name in ("tracks", "skipped", "agreed", "past"):
        values[name] = tuple(values.get(name, ()))
    values["unsure"] = tuple((key, quote) for key, quote in values.get("unsure", ()) if key in FACTS)
    read = {key: Read(**one) for key, one in values.get("proposed", {}).items()}
    values["proposed"] = {key: one for key, one in read.items() if _readable(key, one.value)}
    asked = [Asked(**one) for one in values.get("asked", ())]
    values["asked"] = tuple(one for one in asked if _readable(one.key, one.proposed))
    values["facts"] = {key: value for key, value in values.get("facts", {}).items() if _readable(key, value)}
    return Desk(**values)


def load_desk() -> Desk:
    """The desk of the current case, an empty one where nothing was saved."""
    return desk_of(session.read_room(ROOM, {}))


def save_desk(desk: Desk) -> None:
    """Save with the case, which is made and named when there is none."""
    session.save_room(f"资格自查 {datetime.now():%m-%d %H:%M}", ROOM, desk.as_json())


def typed_wrong() -> dict[str, tuple[str, str]]:
    """By widget key: what was typed in this case and could not be read, and the sentence saying why."""
    cases: dict[str, dict[str, tuple[str, str]]] = st.session_state.setdefault(TYPED_WRONG, {})
    return cases.setdefault(st.session_state.get(session.CASE, ""), {})


def note_wrong(key: str, typed: str, sentence: str) -> None:
    """Keep what could not be read, so that it can be corrected; it belongs to the case, which is made if need be."""
    save_desk(load_desk())
    typed_wrong()[key] = (typed, sentence)


def _put(facts: Mapping[str, Any], key: str, value: object) -> dict[str, Any]:
    others = {name: known for name, known in facts.items() if name != key}
    return others if value is None else {**others, key: value}


def _readable(key: str, value: object) -> bool:
    try:
        parse_facts({key: value})
    except FactsError:
        return False
    return True
