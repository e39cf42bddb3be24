"""What the mapping page keeps: frameworks chosen, labels corrected, practices added or left out, with undo."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any

from assistant.ui import session

ROOM = "mapping"
_UNDO_STEPS = 60

# Framework id → dimension names, the main one first; empty where a person says it is no practice for it.
Labels = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Changes:
    """What a person changed: labels by practice text, practices added and left out."""

    labels: Mapping[str, Labels] = field(default_factory=dict)
    added: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """The state of the page. `frameworks` empty means the default ones; `opened` is the practice shown in detail."""

    frameworks: tuple[str, ...] = ()
    changes: Changes = Changes()
    past: tuple[Changes, ...] = ()
    future: tuple[Changes, ...] = ()
    # What a model suggests, by practice text and framework, and which model; it counts for nothing until taken.
    suggested: Mapping[str, Labels] = field(default_factory=dict)
    reader: str = ""

    def changed(self, **changes: Any) -> "Chart":
        """With these changes, one undo step later; itself where nothing changes."""
        after = replace(self.changes, **changes)
        if after == self.changes:
            return self
        return replace(self, changes=after, past=(*self.past, self.changes)[-_UNDO_STEPS:], future=())

    def labelled(self, text: str, framework: str, names: tuple[str, ...] | None) -> "Chart":
        """With a practice's labels in one framework set by hand; None goes back to the reading."""
        own = {name: labels for name, labels in self.changes.labels.get(text, {}).items() if name != framework}
        if names is not None:
            own[framework] = names
        others = {one: labels for one, labels in self.changes.labels.items() if one != text}
        return self.changed(labels={**others, text: own} if own else others)

    def with_practice(self, text: str) -> "Chart":
        """With one more practice, or one left out brought back."""
        dropped = tuple(one for one in self.changes.dropped if one != text)
        added = self.changes.added if text in self.changes.added else (*self.changes.added, text)
        return self.changed(added=added, dropped=dropped)

    def without_practice(self, text: str) -> "Chart":
        """Without that practice."""
        added = tuple(one for one in self.changes.added if one != text)
        return self.changed(added=added, dropped=(*self.changes.dropped, text))

    def with_suggestions(self, suggested: Mapping[str, Labels], reader: str) -> "Chart":
        """With what a model suggests in place of what one suggested before."""
        return replace(self, suggested=suggested, reader=reader)

    def without_suggestion(self, text: str, framework: str) -> "Chart":
        """With one suggestion settled."""
        own = {name: labels for name, labels in self.suggested.get(text, {}).items() if name != framework}
        return replace(self, suggested={**self.suggested, text: own})

    def undone(self) -> "Chart":
        """Before the last change."""
        if not self.past:
            return self
        return replace(self, changes=self.past[-1], past=self.past[:-1], future=(self.changes, *self.future))

    def redone(self) -> "Chart":
        """After the change undone last."""
        if not self.future:
            return self
        return replace(self, changes=self.future[0], past=(*self.past, self.changes), future=self.future[1:])


def load_chart() -> Chart:
    """The chart of the current case, an empty one where nothing was saved."""
    saved = session.read_room(ROOM, {})
    return Chart(
        tuple(saved.get("frameworks", ())),
        _changes(saved.get("changes", {})),
        tuple(_changes(one) for one in saved.get("past", ())),
        tuple(_changes(one) for one in saved.get("future", ())),
        _labels(saved.get("suggested", {})),
        saved.get("reader", ""),
    )


def save_chart(chart: Chart) -> None:
    """Save with the case, which is made and named when there is none."""
    session.save_room(f"申报档案 {date.today():%m-%d}", ROOM, asdict(chart))


def keep_chart(chart: Chart) -> None:
    """Save a chart that nothing was changed in yet, so that the case is known for one that was mapped."""
    if session.read_room(ROOM, None) is None:
        save_chart(chart)


def _changes(saved: Mapping[str, Any]) -> Changes:
    return Changes(_labels(saved.get("labels", {})), tuple(saved.get("added", ())), tuple(saved.get("dropped", ())))


def _labels(saved: Mapping[str, Any]) -> dict[str, Labels]:
    return {text: {framework: tuple(names) for framework, names in own.items()} for text, own in saved.items()}
