"""What the drafting page keeps: the applicants of one form with what was corrected and edited, saved at every change.

The first applicant is the case's own: its texts are the case's material, which the other pages read too.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any

from assistant.cases.store import Case
from assistant.drafting.material.model import Kind
from assistant.ui import session

ROOM = "drafts"
PASTED = "粘贴的材料"
_OWN = "a1"
_UNDO_STEPS = 60

Texts = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Edits:
    """What a person changed. `facts` hold typed values ("" takes a fact out), `honours` a standing by honour key;
    `line` and `profile` are None while the generated text stands. `worded` holds what a language model wrote last, by
    column, with where it comes from; `basis` what the program would have written when a column was edited; `kept` the
    typed values a person confirmed although the material says otherwise; `typed` a person's last text by column."""

    facts: Mapping[str, str] = field(default_factory=dict)
    honours: Mapping[str, str] = field(default_factory=dict)
    line: str | None = None
    profile: str | None = None
    worded: Mapping[str, Sequence[str]] = field(default_factory=dict)
    basis: Mapping[str, str] = field(default_factory=dict)
    kept: Mapping[str, str] = field(default_factory=dict)
    typed: Mapping[str, str] = field(default_factory=dict)

    def by_hand(self, column: str) -> bool:
        """Whether the text of a column is a person's own, so that no button may take its place unasked."""
        text = getattr(self, column)
        return bool(text) and self.typed.get(column) == text


@dataclass(frozen=True, slots=True)
class Work:
    """One applicant: its texts by name, `kind` ("" judged from the texts), `as_of` (ISO, "" likewise), its edits with
    the earlier (`past`) and undone (`future`) ones, and the texts taken out last."""

    id: str
    texts: Texts = ()
    kind: Kind | str = ""
    as_of: str = ""
    edits: Edits = Edits()
    past: tuple[Edits, ...] = ()
    future: tuple[Edits, ...] = ()
    removed: Texts = ()

    def edited(self, **changes: Any) -> "Work":
        """With these edits changed, one undo step later; itself where nothing changes."""
        edits = replace(self.edits, **changes)
        if edits == self.edits:
            return self
        return replace(self, edits=edits, past=(*self.past, self.edits)[-_UNDO_STEPS:], future=())

    def with_fact(self, key: str, value: str | None) -> "Work":
        """With one fact stated by hand; None goes back to what the material says."""
        return self.edited(facts=_put(self.edits.facts, key, value))

    def with_kept(self, key: str) -> "Work":
        """With what was typed of a fact confirmed against the material."""
        return self.edited(kept=_put(self.edits.kept, key, self.edits.facts[key]))

    def with_honour(self, key: str, standing: str | None) -> "Work":
        """With one honour put in or out by hand; None goes back to the judgement."""
        return self.edited(honours=_put(self.edits.honours, key, standing))

    def undone(self) -> "Work":
        """Before the last edit."""
        if not self.past:
            return self
        return replace(self, edits=self.past[-1], past=self.past[:-1], future=(self.edits, *self.future))

    def redone(self) -> "Work":
        """After the edit undone last."""
        if not self.future:
            return self
        return replace(self, edits=self.future[0], past=(*self.past, self.edits), future=self.future[1:])

    def with_text(self, name: str, text: str) -> "Work":
        """With a text added; one of the same name is replaced in its place, an empty one goes."""
        known = [(one, text if one == name else old) for one, old in self.texts]
        if name not in dict(self.texts):
            known.append((name, text))
        return replace(self, texts=tuple((one, old) for one, old in known if old.strip()))

    def without_text(self, name: str) -> "Work":
        """Without that text, which can be brought back."""
        gone = tuple(pair for pair in self.texts if pair[0] == name)
        return replace(self, texts=tuple(pair for pair in self.texts if pair[0] != name), removed=gone)


@dataclass(frozen=True, slots=True)
class Desk:
    """The applicants of one form, the one being worked on, and the line above the table."""

    works: tuple[Work, ...] = (Work(_OWN),)
    current: str = _OWN
    heading: Mapping[str, str] = field(default_factory=dict)
    bulk: Mapping[str, Any] = field(default_factory=dict)
    dropped: tuple[Work, ...] = ()
    # The day the honours of a bulk run are judged by (ISO); "" for the date each material closes with, else today.
    bulk_day: str = ""
    # Where this case is a row of a bulk run: the case of that run, its folder's row and what the run wrote there.
    row_of: Mapping[str, Any] = field(default_factory=dict)

    @property
    def work(self) -> Work:
        """The applicant being worked on."""
        return next((work for work in self.works if work.id == self.current), self.works[0])

    def with_work(self, work: Work) -> "Desk":
        """With one applicant replaced."""
        return replace(self, works=tuple(work if one.id == work.id else one for one in self.works))

    def with_another(self) -> "Desk":
        """With one more, empty applicant, who becomes the current one."""
        taken = [int(work.id[1:]) for work in (*self.works, *self.dropped)]
        added = Work(f"a{max(taken) + 1}")
        return replace(self, works=(*self.works, added), current=added.id)

    def without(self, work: Work) -> "Desk":
        """Without an applicant (the case's own stays), who can be brought back."""
        if work.id == _OWN:
            return self
        works = tuple(one for one in self.works if one.id != work.id)
        return replace(self, works=works, current=works[-1].id, dropped=(work,))

    def brought_back(self) -> "Desk":
        """With the applicant taken out last."""
        return replace(self, works=(*self.works, *self.dropped), dropped=())


def load_desk() -> Desk:
    """The desk of the current case, an empty one where nothing was saved."""
    saved = session.read_room(ROOM, {})
    works = tuple(_work(one) for one in saved.get("works", ())) or (Work(_OWN),)
    own = replace(works[0], texts=case_texts())
    return Desk(
        (own, *works[1:]),
        saved.get("current", _OWN),
        saved.get("heading", {}),
        saved.get("bulk", {}),
        tuple(_work(one) for one in saved.get("dropped", ())),
        saved.get("bulk_day", ""),
        saved.get("row_of", {}),
    )


def save_desk(desk: Desk) -> None:
    """Save with the case, which is made and named when there is none."""
    own = desk.works[0]
    if own.texts != case_texts():
        save_texts(own.texts)
    saved = asdict(replace(desk, works=(replace(own, texts=()), *desk.works[1:])))
    session.save_room(_name(), ROOM, saved)


def save_work(work: Work) -> None:
    """Save one applicant, the others as they were just saved."""
    save_desk(load_desk().with_work(work))


def case_texts() -> Texts:
    """The case's material, by name."""
    return tuple((one["name"], one["text"]) for one in session.read_room(session.MATERIAL, []))


def save_texts(texts: Texts) -> None:
    """Save the case's material."""
    session.save_room(_name(), session.MATERIAL, [{"name": name, "text": text} for name, text in texts])


def name_case(applicant: str, others: int = 0, earlier: Collection[str] = ()) -> None:
    """Call the case after its applicant and how many more it holds, unless a person or another page has named it.

    `earlier` are the names the applicant bore here before it was corrected.
    """
    case = session.current_case()
    if case is None or not applicant:
        return
    name = session.case_name(applicant, f" 等 {others + 1} 个" if others else "")
    # The name given while there were fewer or more applicants is still this page's.
    own = re.sub(r" 等 [0-9]+ 个$", "", case.name)
    if case.name != name and (unnamed(case) or applicant.startswith(own) or own in earlier):
        session.store().rename(case.id, name)


def unnamed(case: Case) -> bool:
    """Whether a case still bears the name this page gives it before anything is known."""
    return case.name == _name()


def _name() -> str:
    return f"申报档案 {date.today():%m-%d}"


def _put(known: Mapping[str, str], key: str, value: str | None) -> dict[str, str]:
    others = {name: old for name, old in known.items() if name != key}
    return others if value is None else {**others, key: value}


def _work(saved: Mapping[str, Any]) -> Work:
    return Work(
        id=saved["id"],
        texts=_texts(saved.get("texts", ())),
        kind=saved.get("kind", ""),
        as_of=saved.get("as_of", ""),
        edits=Edits(**saved.get("edits", {})),
        past=tuple(Edits(**one) for one in saved.get("past", ())),
        future=tuple(Edits(**one) for one in saved.get("future", ())),
        removed=_texts(saved.get("removed", ())),
    )


def _texts(saved: Sequence[Sequence[str]]) -> Texts:
    return tuple((name, text) for name, text in saved)
