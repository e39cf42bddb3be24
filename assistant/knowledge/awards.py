"""Fact sheets: what each award's notice says and does not say, sentence by sentence, with verbatim citations."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assistant.documents.model import Citation
from assistant.errors import NotFoundError
from assistant.knowledge.entries import Entry, Locate, read_citation, read_entry
from assistant.knowledge.source import Node, corpus_files, load_yaml

_AWARD_KEYS = frozenset(
    {"id", "name", "aliases", "region", "document", "edition", "tracks", "standing", "deadline", "entries"}
)


@dataclass(frozen=True, slots=True)
class Timeliness:
    """When a notice runs out.

    `standing` regulations never do; their `label` is the day of every round (每届9月30日前). `deadline` is the last day
    (inclusive) on which one could apply; None where the notice names none. `label` is the notice's own wording of it,
    `citation` where it stands. `announces` holds where the day is no deadline: the notice announces that something
    starts by then.
    """

    standing: bool
    deadline: date | None = None
    label: str = ""
    citation: Citation | None = None
    announces: bool = False

    def state(self, as_of: date) -> str:
        """`open` or `expired` by the deadline (open on the day itself); standing is open, no deadline `unknown`."""
        if self.standing:
            return "open"
        if self.deadline is None:
            return "unknown"
        return "open" if as_of <= self.deadline else "expired"


@dataclass(frozen=True, slots=True)
class Award:
    """The fact sheet of one award. `document` is the notice it rests on, `tracks` what can be applied as."""

    id: str
    name: str
    aliases: tuple[str, ...]
    region: str
    document: str
    edition: str
    tracks: tuple[str, ...]
    timeliness: Timeliness
    entries: tuple[Entry, ...]

    def entry(self, entry_id: str) -> Entry:
        """The entry of that id (`<award>/<slug>`); NotFoundError otherwise."""
        for entry in self.entries:
            if entry.id == entry_id:
                return entry
        raise NotFoundError(f"{self.name}的说明里没有条目“{entry_id}”。请核对条目编号。")


def load_awards(corpus: Path, locate: Locate | None = None) -> dict[str, Award]:
    """All fact sheets under `corpus/awards/*/award.yaml`, by award id.

    `locate(document, quote)` (as `Library.locate`) fills in the clause of citations that name none; without it such
    a clause stays empty. KnowledgeError names file, line and remedy of the first thing that is wrong.
    """
    awards = (_award(load_yaml(path), locate) for path in corpus_files(corpus, "awards/*/award.yaml"))
    return {award.id: award for award in awards}


def _award(node: Node, locate: Locate | None) -> Award:
    node.only(_AWARD_KEYS)
    identifier, document = node.text("id"), node.text("document")
    if identifier != node.file.parent.name:
        raise node.fail(f"编号“{identifier}”与文件夹名不同", "让两者一致", "id")
    return Award(
        id=identifier,
        name=node.text("name"),
        aliases=node.texts("aliases"),
        region=node.text("region"),
        document=document,
        edition=node.text("edition", ""),
        tracks=node.texts("tracks", at_least=1),
        timeliness=_timeliness(node, document, locate),
        entries=_entries(node, identifier, document, locate),
    )


def _timeliness(node: Node, document: str, locate: Locate | None) -> Timeliness:
    standing = node.flag("standing")
    if not node.has("deadline"):
        return Timeliness(standing)
    deadline = node.child("deadline")
    deadline.only({"date", "label", "quote", "clause", "document", "announces"})
    try:
        last_day = date.fromisoformat(deadline.text("date"))
    except ValueError as error:
        raise deadline.fail("日期不是 YYYY-MM-DD", "写成如 2024-12-31 的日期", "date") from error
    citation = read_citation(deadline, document, locate)
    return Timeliness(standing, last_day, deadline.text("label", ""), citation, deadline.flag("announces"))


def _entries(node: Node, award: str, document: str, locate: Locate | None) -> tuple[Entry, ...]:
    entries: dict[str, Entry] = {}
    for child in node.children("entries"):
        entry = read_entry(child, award, document, locate)
        if entry.id in entries:
            raise child.fail(f"条目编号“{entry.id}”重复", "换一个编号", "id")
        entries[entry.id] = entry
    return tuple(entries.values())
