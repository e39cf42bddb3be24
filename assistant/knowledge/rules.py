"""Eligibility rules: `corpus/awards/*/rules.yaml` as typed tracks and rules, each rule with its verbatim citation."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from assistant.documents.grammar import split_clauses
from assistant.documents.metadata import load_document
from assistant.documents.model import Citation, Clause
from assistant.errors import DocumentError
from assistant.knowledge.condition_reader import ConditionReader
from assistant.knowledge.conditions import Condition, ReviewCase, When
from assistant.knowledge.source import Node, corpus_files, load_yaml
from assistant.knowledge.vocabulary import load_vocabulary

KINDS = ("deterministic", "evidence", "procedural", "informational")
_FILE_KEYS = frozenset({"award", "document", "timeliness", "channel", "notices", "tracks", "rules"})
_RULE_KEYS = frozenset(
    {"id", "kind", "category", "quote", "clause", "document", "facts", "condition", "review_when", "barring", "prepare"}
    | {"neutral_when_unknown", "note"}
)
_TRACK_KEYS = frozenset({"id", "name", "applicant", "categories", "rules"})


@dataclass(frozen=True, slots=True)
class Rule:
    """One eligibility condition. `quote` is verbatim; `barring` quotes describe what excludes, not what is required.

    Only `deterministic` rules enter the verdict; with `neutral_when_unknown` an unknown one stays out of it.
    """

    id: str
    kind: str
    category: str
    quote: str
    clause: str
    document: str
    page: int | None = None
    facts: tuple[str, ...] = ()
    condition: Condition | None = None
    reviews: tuple[ReviewCase, ...] = ()
    barring: bool = False
    neutral_when_unknown: bool = False
    prepare: tuple[str, ...] = ()
    note: str = ""

    @property
    def citation(self) -> Citation:
        """The clause this rule rests on."""
        return Citation(self.document, self.clause, self.quote, self.page)


@dataclass(frozen=True, slots=True)
class Notice:
    """A fixed reminder of a file, shown always or where `when` holds."""

    text: str
    ambiguity: str = ""
    when: When = ()


@dataclass(frozen=True, slots=True)
class Phase:
    """The state of a notice up to and including `through` (None: from then on)."""

    through: date | None
    state: str
    notice: str


@dataclass(frozen=True, slots=True)
class TrackTimeliness:
    """The phases of a notice in order. `assumed_as_of` is judged by where no date is given; None: one must be given."""

    rule: str
    phases: tuple[Phase, ...]
    assumed_as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Channel:
    """Whom a notice that recommends upwards collects from, by the rule that says so: those of one province."""

    province: str
    rule: str


@dataclass(frozen=True)
class Track:
    """What an applicant can apply as. `applicant` is organization or individual; `categories` narrow individuals.

    With a `channel` the notice is addressed to one province only; that is no condition of the award itself.
    """

    id: str
    award: str
    document: str
    name: str
    applicant: str
    rules: tuple[Rule, ...]
    timeliness: TrackTimeliness
    notices: tuple[Notice, ...] = ()
    categories: tuple[str, ...] = ()
    channel: Channel | None = None
    position: int = field(default=0, compare=False)


def load_rules(corpus: Path) -> dict[str, Track]:
    """All tracks under `corpus/awards/*/rules.yaml` by id, in file order.

    A rule may stand in any of the files and be used by tracks of another. KnowledgeError names file, line and remedy
    for a wrong key, an unknown fact, a quote the document does not have, a clause that is not there.
    """
    reader = ConditionReader(load_vocabulary(corpus).facts)
    roots = [load_yaml(path) for path in corpus_files(corpus, "awards/*/rules.yaml")]
    shelf = _ClauseShelf(corpus)
    rules: dict[str, Rule] = {}
    for root in roots:
        root.only(_FILE_KEYS)
        for node in root.children("rules"):
            _add(node, rules, _rule(node, root.text("document"), reader, shelf))
    tracks: dict[str, Track] = {}
    for root in roots:
        _read_tracks(root, rules, reader, tracks)
    return tracks


def _add(node: Node, rules: dict[str, Rule], rule: Rule) -> None:
    if rule.id in rules:
        raise node.fail(f"条件编号“{rule.id}”重复", "换一个编号", "id")
    rules[rule.id] = rule


def _rule(node: Node, document: str, reader: ConditionReader, shelf: "_ClauseShelf") -> Rule:
    node.only(_RULE_KEYS)
    kind = node.choice("kind", KINDS)
    clause = shelf.resolve(node, node.text("document", document))
    if kind == "deterministic" and not node.has("condition"):
        raise node.fail("deterministic 条件缺少 condition", "写上条件，或改变 kind")
    return Rule(
        id=node.text("id"),
        kind=kind,
        category=node.text("category"),
        quote=_quote(node),
        clause=clause.path,
        document=clause.document,
        page=clause.page,
        facts=reader.keys(node, "facts"),
        condition=reader.condition(node.child("condition")) if node.has("condition") else None,
        reviews=tuple(reader.review_case(child) for child in node.children("review_when")),
        barring=node.flag("barring"),
        neutral_when_unknown=node.flag("neutral_when_unknown"),
        prepare=node.texts("prepare"),
        note=node.text("note", ""),
    )


def _quote(node: Node) -> str:
    node.text("quote")
    return str(node.mapping()["quote"])


class _ClauseShelf:
    """The clauses of the corpus documents, split once, to resolve citations by."""

    def __init__(self, corpus: Path) -> None:
        self.corpus = corpus
        self._clauses: dict[str, tuple[Clause, ...]] = {}

    def resolve(self, node: Node, document: str) -> Clause:
        """The clause `clause:` names and `quote:` stands in; without `clause:` the only one that has the quote."""
        clauses, quote, path = self._of(node, document), _quote(node), node.text("clause", "")
        holders = [clause for clause in clauses if quote in clause.text]
        if not holders:
            raise node.fail(f"引文不在 {document} 的任何一条里", "逐字照抄同一条内的文字", "quote")
        named = [clause for clause in holders if clause.path == path]
        if named or (not path and len(holders) == 1):
            return (named or holders)[0]
        where = "；".join(clause.path for clause in holders)
        raise node.fail(f"条款“{path}”里没有这段引文", f"把 clause 改为：{where}", "clause" if path else "quote")

    def _of(self, node: Node, document: str) -> tuple[Clause, ...]:
        if document not in self._clauses:
            files = [path for path in self.corpus.glob(f"documents/{document}.*") if path.suffix != ".yaml"]
            if not files:
                raise node.fail(f"corpus/documents 里没有文件“{document}”", "放入该文件，或改正 document")
            try:
                self._clauses[document] = split_clauses(load_document(files[0]))
            except DocumentError as error:
                raise node.fail(f"文件“{document}”读不出来：{error}", "改正该文件") from error
        return self._clauses[document]


def _read_tracks(root: Node, rules: dict[str, Rule], reader: ConditionReader, tracks: dict[str, Track]) -> None:
    timeliness = _timeliness(root.child("timeliness"), rules)
    notices = tuple(_notice(child, reader) for child in root.children("notices"))
    channel = _channel(root.child("channel"), rules) if root.has("channel") else None
    for node in root.children("tracks"):
        node.only(_TRACK_KEYS)
        used = tuple(_used(node, rule_id, rules) for rule_id in node.texts("rules", at_least=1))
        track = Track(
            id=node.text("id"),
            award=root.text("award"),
            document=root.text("document"),
            name=node.text("name"),
            applicant=node.choice("applicant", {"organization", "individual"}),
            rules=used,
            timeliness=timeliness,
            notices=notices,
            categories=node.texts("categories"),
            channel=channel,
            position=len(tracks),
        )
        if track.id in tracks:
            raise node.fail(f"申报类别“{track.id}”重复", "换一个编号", "id")
        tracks[track.id] = track


def _used(node: Node, rule_id: str, rules: dict[str, Rule]) -> Rule:
    if rule_id not in rules:
        raise node.fail(f"没有编号为“{rule_id}”的条件", "改正编号，或在 rules 下写出该条件", "rules")
    return rules[rule_id]


def _timeliness(node: Node, rules: dict[str, Rule]) -> TrackTimeliness:
    node.only({"rule", "assumed_as_of", "phases"})
    _used(node, node.text("rule"), rules)
    phases = tuple(_phase(child) for child in node.children("phases"))
    if not phases or phases[-1].through is not None:
        raise node.fail("phases 的最后一段不应写 through", "补上一段没有 through 的状态", "phases")
    assumed = _date(node, "assumed_as_of") if node.has("assumed_as_of") else None
    return TrackTimeliness(node.text("rule"), phases, assumed)


def _channel(node: Node, rules: dict[str, Rule]) -> Channel:
    node.only({"province", "rule"})
    return Channel(node.text("province"), _used(node, node.text("rule"), rules).id)


def _phase(node: Node) -> Phase:
    node.only({"through", "state", "notice", "ambiguity"})
    through = _date(node, "through") if node.has("through") else None
    return Phase(through, node.choice("state", {"open", "expired", "unknown"}), node.text("notice", ""))


def _notice(node: Node, reader: ConditionReader) -> Notice:
    node.only({"text", "ambiguity", "when"})
    when = reader.when(node.child("when")) if node.has("when") else ()
    return Notice(node.text("text"), node.text("ambiguity", ""), when)


def _date(node: Node, key: str) -> date:
    try:
        return date.fromisoformat(node.text(key))
    except ValueError as error:
        raise node.fail("日期不是 YYYY-MM-DD", "写成如 2024-12-31 的日期", key) from error
