"""The entries of a fact sheet: one statement each, with verbatim citations and the questions it answers."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.documents.model import Citation
from assistant.errors import NotFoundError
from assistant.knowledge.source import Node

Locate = Callable[[str, str], Citation]

_NUMERAL = "[0-9零一二两三四五六七八九十百千几]"

# fmt: off
TOPICS = frozenset({
    "quota", "validity", "subsidy", "deadline", "step", "material", "submit", "contact", "publicity", "basis", "scope",
    "condition", "exclusion", "penalty", "duty", "incentive", "organ", "procedure", "document", "objection", "misc",
})
# fmt: on
KINDS = frozenset({"said", "not_said"})

_ENTRY_KEYS = frozenset(
    {"id", "topic", "kind", "answer", "citations", "questions", "premises", "numbers", "tags", "only", "unless", "then"}
)


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
class Addendum:
    """An entry (`<award>/<slug>`) that must be told as well where a question is worded as `when` says."""

    when: re.Pattern[str]
    unless: re.Pattern[str] | None
    entry: str

    def asked_by(self, question: str) -> bool:
        """Whether the question calls for it."""
        return bool(self.when.search(question)) and not (self.unless and self.unless.search(question))


@dataclass(frozen=True, slots=True)
class Entry:
    """One statement of a fact sheet.

    `id` is `<award>/<slug>`. `kind` is `said` (the notice says it) or `not_said` (it does not: `answer` says so and
    the citations show the nearest clause). `questions` are natural wordings; `question` is the first of them.
    Where the level of a thing decides (提名奖, 市级), a question must have the wording `only` and not have `unless`.
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
    only: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None
    then: tuple[Addendum, ...] = ()

    def speaks_to(self, question: str) -> bool:
        """Whether the wording of a question lets this entry answer it."""
        if self.only and not self.only.search(question):
            return False
        return not (self.unless and self.unless.search(question))

    @property
    def question(self) -> str:
        """The plainest wording of the question this entry answers."""
        return self.questions[0]


# What may, must or will be is denied by the 不 right before it.
_MODAL = re.compile(r"能|可以|会|要|需|得")


def _stands_in(word: str, text: str) -> bool:
    """Whether the word occurs, and not inside a longer numeral (`5天` in `15天`), a choice (`不能` in `能不能`) or its
    denial (`能出租` in `不能出租`)."""
    before = f"(?<!{_NUMERAL})" if re.match(_NUMERAL, word[0]) else ""
    if word[0] == "不" and len(word) > 1:
        before = f"(?<!{re.escape(word[1])})"
    if _MODAL.match(word):
        before = f"(?:(?<!不)|(?<={re.escape(word[0])}不))"
    after = f"(?!{_NUMERAL})" if re.match(_NUMERAL, word[-1]) else ""
    return re.search(before + re.escape(word) + after, text) is not None


def read_entry(node: Node, award: str, document: str, locate: Locate | None) -> Entry:
    """One entry of a fact sheet. KnowledgeError names file, line and remedy."""
    node.only(_ENTRY_KEYS)
    citations = tuple(read_citation(child, document, locate) for child in node.children("citations"))
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
        only=_pattern(node, "only"),
        unless=_pattern(node, "unless"),
        then=tuple(_addendum(child, award) for child in node.children("then")),
    )


def read_citation(node: Node, default: str, locate: Locate | None) -> Citation:
    """The citation of a node with a quote."""
    node.only({"quote", "clause", "document", "date", "label", "announces"})
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


def _pattern(node: Node, key: str) -> re.Pattern[str] | None:
    if not node.has(key):
        return None
    try:
        return re.compile(node.text(key))
    except re.error as error:
        raise node.fail(f"{key} 不是正则表达式（{error}）", "改正该表达式", key) from error


def _addendum(node: Node, award: str) -> Addendum:
    node.only({"when", "unless", "entry"})
    when = _pattern(node, "when")
    if when is None:
        raise node.fail("没有 when", "写明什么样的问题要带上这一条")
    return Addendum(when, _pattern(node, "unless"), f"{award}/{node.text('entry')}")
