"""The vocabulary of facts: what can be known of an applicant, its type, how to ask for it, and what follows from it."""

from dataclasses import dataclass
from pathlib import Path

from assistant.errors import KnowledgeError
from assistant.knowledge.source import Node, load_yaml

TYPES = frozenset({"enum", "flag", "text", "date", "date_or_none", "number"})
_KEYS = frozenset(
    {
        "label",
        "type",
        "unit",
        "values",
        "question",
        "help",
        "group",
        "hint_only",
        "affirmed",
        "denied",
        "grows",
        "never",
        "place",
        "whether",
    }
)


@dataclass(frozen=True, slots=True)
class FactSpec:
    """One fact: `key`, Chinese `label`, `type` (one of TYPES), the question that asks for it.

    `values` maps the identifiers of an enum to their Chinese labels. `hint_only` facts never decide a rule.
    `affirmed` and `denied` word a flag; `whether` names what is still to be known (是否已获…); a number that `grows`
    counts years up to the day of judgement, and `never` words 99 of them; a `place` is named in full (`city` or
    `province`).
    """

    key: str
    label: str
    type: str
    question: str
    group: str
    unit: str = ""
    help: str = ""
    values: tuple[tuple[str, str], ...] = ()
    hint_only: bool = False
    affirmed: str = ""
    denied: str = ""
    grows: bool = False
    never: str = ""
    place: str = ""
    whether: str = ""

    def tell(self, value: object) -> str:
        """The fact with its value as a clause of a sentence: 注册登记的城市为太原市; 不具有独立法人资格."""
        if isinstance(value, bool) and self.affirmed and self.denied:
            return self.affirmed if value else self.denied
        return f"{self.label}为{self.label_of(value)}"

    def label_of(self, value: object) -> str:
        """How a person reads the value: enum labels, 是/否, numbers with their unit."""
        if isinstance(value, bool):
            return "是" if value else "否"
        if isinstance(value, (int, float)):
            return f"{value:g}{self.unit}"
        return dict(self.values).get(str(value), str(value))


@dataclass(frozen=True, slots=True)
class Derivation:
    """When each fact of `when` has one of its values (empty: any value), what follows unless it is already known.

    `sets` gives facts their value, `copies` gives a fact the value of another.
    """

    when: tuple[tuple[str, tuple[object, ...]], ...]
    sets: tuple[tuple[str, object], ...]
    copies: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All facts by key, in the order they are asked, and the derivations."""

    facts: dict[str, FactSpec]
    derivations: tuple[Derivation, ...]


def load_vocabulary(corpus: Path) -> Vocabulary:
    """Read `corpus/facts.yaml`. KnowledgeError names file, line and remedy."""
    root = load_yaml(corpus / "facts.yaml")
    root.only({"facts", "derive"})
    specs = root.child("facts")
    facts = {key: _spec(key, specs.child(key)) for key in specs.mapping()}
    return Vocabulary(facts, tuple(_derivation(node, facts) for node in root.children("derive")))


def _spec(key: str, node: Node) -> FactSpec:
    node.only(_KEYS)
    kind = node.choice("type", TYPES)
    values = node.child("values").mapping() if kind == "enum" else {}
    return FactSpec(
        key=key,
        label=node.text("label"),
        type=kind,
        question=node.text("question"),
        group=node.text("group"),
        unit=node.text("unit", ""),
        help=node.text("help", ""),
        values=tuple((str(name), str(label)) for name, label in values.items()),
        hint_only=node.flag("hint_only"),
        affirmed=node.text("affirmed", ""),
        denied=node.text("denied", ""),
        grows=node.flag("grows"),
        never=node.text("never", ""),
        place=node.choice("place", {"city", "province"}) if node.has("place") else "",
        whether=node.text("whether", ""),
    )


def _derivation(node: Node, facts: dict[str, FactSpec]) -> Derivation:
    node.only({"when", "set", "copy"})
    when = node.child("when").mapping()
    sets = node.child("set").mapping() if node.has("set") else {}
    copies = node.child("copy").mapping() if node.has("copy") else {}
    for key in [*when, *sets, *copies, *copies.values()]:
        if key not in facts:
            raise unknown_fact(node, str(key))
    return Derivation(
        tuple((key, tuple(wanted) if isinstance(wanted, list) else ()) for key, wanted in when.items()),
        tuple(sets.items()),
        tuple((key, str(source)) for key, source in copies.items()),
    )


def unknown_fact(node: Node, key: str) -> KnowledgeError:
    """The error for a fact key that `facts.yaml` does not define."""
    return node.fail(f"事实“{key}”不在 facts.yaml 中", "改用已有的键，或先在 corpus/facts.yaml 里定义它")
