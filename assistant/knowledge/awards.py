"""Fact sheets: what each award's notice says and does not say, sentence by sentence, with verbatim citations."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assistant.documents.model import Citation
from assistant.errors import NotFoundError
from assistant.knowledge.source import Node, corpus_files, load_yaml

Locate = Callable[[str, str], Citation]

_NUMERAL = "[0-9零一二两三四五六七八九十百千几]"

# fmt: off
TOPICS = frozenset({
    "quota", "validity", "subsidy", "deadline", "step", "material", "submit", "contact", "publicity", "basis", "scope",
    "condition", "exclusion", "penalty", "duty", "incentive", "organ", "procedure", "document", "objection", "misc",
})
# fmt: on
KINDS = frozenset({"said", "not_said"})

_AWARD_KEYS = frozenset(
    {"id", "name", "aliases", "region", "document", "edition", "tracks", "standing", "deadline", "entries"}
)
_ENTRY_KEYS = frozenset({"id", "topic", "kind", "answer", "citations", "questions", "premises", "numbers", "tags"})


@dataclass(frozen=True, slots=True)
class Premise:
    """A mistaken belief met in questions.

    `wrong` lists its tell-tale wordings: one of them is enough, and words parted by a space must all occur.
    `reply` is the sentence that sets it right, said before the entry's answer.
    """

    wrong: tuple[str, ...]
    reply: str

    def held_by(self, question: str) -> bool:
        """Whether the question is worded on this belief."""
        return any(all(_stands_in(word, question) for word in wording.split()) for wording in self.wrong)


@dataclass(frozen=True, slots=True)
class Number:
    """A number the entry settles: another `value` of the same `unit` said of `label` in a question is wrong."""

    label: str
    value: str
    unit: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One statement of a fact sheet.

    `id` is `<award>/<slug>`. `kind` is `said` (the notice says it) or `not_said` (it does not: `answer` says so and
    the citations show the nearest clause). `questions` are natural wordings; `question` is the first of them.
    """

    id: str
    award: str
    topic: str
    kind: str
    answer: str
    citations: tuple[Citation, ...]
    questions: tuple[str, ...]
    premises: tuple[Premise, ...] = ()
    numbers: tuple[Number, ...] = ()
    tags: tuple[str, ...] = ()

    @property
    def question(self) -> str:
        """The plainest wording of the question this entry answers."""
        return self.questions[0]


@dataclass(frozen=True, slots=True)
class Timeliness:
    """When a notice runs out.

    `standing` regulations never do. `deadline` is the last day (inclusive) on which one could apply; None where the
    notice names none. `label` is the notice's own wording of it and `citation` where it stands.
    """

    standing: bool
    deadline: date | None = None
    label: str = ""
    citation: Citation | None = None

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


def _stands_in(word: str, text: str) -> bool:
    """Whether the word occurs, and not inside a longer numeral (`5天` in `15天`) or a choice (`不能` in `能不能`)."""
    before = f"(?<!{_NUMERAL})" if re.match(_NUMERAL, word[0]) else ""
    if word[0] == "不" and len(word) > 1:
        before = f"(?<!{re.escape(word[1])})"
    after = f"(?!{_NUMERAL})" if re.match(_NUMERAL, word[-1]) else ""
    return re.search(before + re.escape(word) + after, text) is not None


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
    deadline.only({"date", "label", "quote", "clause", "document"})
    try:
        last_day = date.fromisoformat(deadline.text("date"))
    except ValueError as error:
        raise deadline.fail("日期不是 YYYY-MM-DD", "写成如 2024-12-31 的日期", "date") from error
    return Timeliness(standing, last_day, deadline.text("label", ""), _citation(deadline, document, locate))


def _entries(node: Node, award: str, document: str, locate: Locate | None) -> tuple[Entry, ...]:
    entries: dict[str, Entry] = {}
    for child in node.children("entries"):
        entry = _entry(child, award, document, locate)
        if entry.id in entries:
            raise child.fail(f"条目编号“{entry.id}”重复", "换一个编号", "id")
        entries[entry.id] = entry
    return tuple(entries.values())


def _entry(node: Node, award: str, document: str, locate: Locate | None) -> Entry:
    node.only(_ENTRY_KEYS)
    citations = tuple(_citation(child, document, locate) for child in node.children("citations"))
    if not citations:
        raise node.fail("没有引文", "在 citations 下至少写一条 quote")
    return Entry(
        id=f"{award}/{node.text('id')}",
        award=award,
        topic=node.choice("topic", TOPICS),
        kind=node.choice("kind", KINDS),
        answer=node.text("answer"),
        citations=citations,
        questions=node.texts("questions", at_least=1),
        premises=tuple(_premise(child) for child in node.children("premises")),
        numbers=tuple(_number(child) for child in node.children("numbers")),
        tags=node.texts("tags"),
    )


def _citation(node: Node, default: str, locate: Locate | None) -> Citation:
    node.only({"quote", "clause", "document", "date", "label"})
    document, quote, clause = node.text("document", default), node.text("quote"), node.text("clause", "")
    if clause or locate is None:
        return Citation(document, clause, quote)
    try:
        return locate(document, quote)
    except NotFoundError as error:
        raise node.fail(f"引文不在 {document} 的任何一条里", "逐字照抄同一条内的文字", "quote") from error


def _premise(node: Node) -> Premise:
    node.only({"wrong", "reply"})
    return Premise(node.texts("wrong", at_least=1), node.text("reply"))


def _number(node: Node) -> Number:
    node.only({"label", "value", "unit"})
    return Number(node.text("label"), node.text("value"), node.text("unit"))
