"""Reads conditions and `when` tests from YAML, refusing wrong keys, unknown facts and values no fact can have."""

from collections.abc import Callable
from datetime import date

from assistant.knowledge.conditions import (
    STATUSES,
    TESTS,
    AllOf,
    AnyOf,
    AtLeast,
    AtLeastYears,
    Case,
    Cases,
    Condition,
    ContinuousYears,
    Flag,
    NoEvent,
    NotBarred,
    OneOf,
    RegisteredIn,
    ReviewCase,
    Test,
    Trait,
    When,
)
from assistant.knowledge.source import Node
from assistant.knowledge.vocabulary import FactSpec, unknown_fact

_DATES = ("date", "date_or_none")
_SUITS = {
    "under_years": _DATES,
    "at_least_years": _DATES,
    "before": _DATES,
    "earlier_than": _DATES,
    "at_least": ("number",),
    "below": ("number",),
}


class ConditionReader:
    """Reads the conditions of one corpus; `facts` is its vocabulary."""

    def __init__(self, facts: dict[str, FactSpec]) -> None:
        self.facts = facts
        self._kinds: dict[str, Callable[[Node], Condition]] = {
            "is_true": lambda node: Flag(self._key(node), True),
            "is_false": lambda node: Flag(self._key(node), False),
            "one_of": self._one_of,
            "at_least": self._at_least,
            "registered_in": self._registered_in,
            "at_least_years": self._at_least_years,
            "continuous_years": self._continuous_years,
            "no_event": self._no_event,
            "not_barred": self._not_barred,
            "all_of": lambda node: AllOf(self._parts(node)),
        }

    def condition(self, node: Node) -> Condition:
        """The condition a mapping with one kind stands for. KnowledgeError names line and remedy."""
        if node.has("cases"):
            return self._cases(node)
        if node.has("any_of"):
            node.only({"any_of", "ask_first"})
            return AnyOf(self._parts(node.child("any_of")), node.flag("ask_first"))
        kinds = list(node.mapping())
        if len(kinds) != 1 or kinds[0] not in self._kinds:
            allowed = "、".join([*self._kinds, "any_of", "cases"])
            raise node.fail(f"条件应当恰有一种写法，这里是“{'、'.join(kinds)}”", f"用以下之一：{allowed}")
        return self._kinds[kinds[0]](node.child(kinds[0]))

    def when(self, node: Node) -> When:
        """A mapping of tests that must all hold, or a list of such mappings of which one must."""
        groups = self._items(node) if isinstance(node.value, list) else [node]
        return tuple(self._group(group) for group in groups)

    def review_case(self, node: Node) -> ReviewCase:
        """One entry of `review_when`."""
        node.only({"when", "reason", "ambiguity", "over"})
        over = node.texts("over") or ("met",)
        return ReviewCase(self.when(node.child("when")), node.text("reason"), node.text("ambiguity", ""), over)

    def keys(self, node: Node, name: str, at_least: int = 0) -> tuple[str, ...]:
        """A list of fact keys under `name`."""
        keys = node.texts(name, at_least)
        for key in keys:
            self._known(node, key)
        return keys

    def _group(self, node: Node) -> tuple[Test, ...]:
        if not node.mapping():
            raise node.fail("when 是空的", "至少写一个事实")
        return tuple(self._test(key, node) for key in node.mapping())

    def _test(self, key: str, node: Node) -> Test:
        spec, value = self.facts[self._known(node, key)], node.mapping()[key]
        if not isinstance(value, dict):
            values = tuple(value) if isinstance(value, list) else (value,)
            return Test(key, "in", tuple(self._value(node, spec, item) for item in values))
        child = node.child(key)
        child.only(TESTS)
        if len(value) != 1:
            raise child.fail("一个事实只能写一种比较", f"留下以下之一：{'、'.join(TESTS)}")
        ((kind, wanted),) = value.items()
        if spec.type not in _SUITS.get(str(kind), (spec.type,)):
            raise child.fail(f"“{kind}”不适用于事实“{key}”", "换一种比较")
        return Test(key, str(kind), self._wanted(child, str(kind), wanted))

    def _wanted(self, node: Node, kind: str, wanted: object) -> object:
        if kind == "before":
            return _day(node, "before")
        if kind == "earlier_than":
            return self._known(node, str(wanted))
        if kind == "known":
            return node.flag("known")
        return _number(node, kind)

    def _value(self, node: Node, spec: FactSpec, value: object) -> object:
        allowed = {name for name, _ in spec.values}
        wrong = value not in allowed if spec.type == "enum" else isinstance(value, bool) != (spec.type == "flag")
        if wrong:
            remedy = f"改为：{'、'.join(sorted(allowed)) or spec.type}"
            raise node.fail(f"“{value}”不是事实“{spec.key}”的取值", remedy, spec.key)
        return value

    def _key(self, node: Node) -> str:
        if not isinstance(node.value, str):
            raise node.fail("这里应当是一个事实的键", "写成 facts.yaml 里的键")
        return self._known(node, node.value)

    def _known(self, node: Node, key: str) -> str:
        if key not in self.facts:
            raise unknown_fact(node, key)
        return key

    def _fact(self, node: Node, name: str, default: str | None = None) -> str:
        key = node.text(name, default)
        return self._known(node, key) if key else ""

    @staticmethod
    def _items(node: Node) -> list[Node]:
        values = node.value if isinstance(node.value, list) else []
        if not values:
            raise node.fail("这里应当是非空列表", "用“- ”逐项列出")
        return [Node(node.file, value, (*node.trail, place)) for place, value in enumerate(values)]

    def _parts(self, node: Node) -> tuple[Condition, ...]:
        return tuple(self.condition(item) for item in self._items(node))

    def _one_of(self, node: Node) -> OneOf:
        node.only({"fact", "values"})
        fact = self._fact(node, "fact")
        values = node.texts("values", at_least=1)
        for value in values:
            self._value(node, self.facts[fact], value)
        return OneOf(fact, values)

    def _at_least(self, node: Node) -> AtLeast:
        node.only({"fact", "value"})
        return AtLeast(self._fact(node, "fact"), _number(node, "value"))

    def _registered_in(self, node: Node) -> RegisteredIn:
        node.only({"province", "city", "cities", "city_fact", "province_fact", "country_fact"})
        return RegisteredIn(
            node.text("province"),
            node.text("city", ""),
            node.texts("cities"),
            self._fact(node, "city_fact", "registered_city"),
            self._fact(node, "province_fact", "registered_province"),
            self._fact(node, "country_fact", "registered_country"),
        )

    def _at_least_years(self, node: Node) -> AtLeastYears:
        node.only({"years", "since", "stated", "verb", "ask", "if_known", "not_before", "founded"})
        return self._span(node)

    def _span(self, node: Node) -> AtLeastYears:
        since = self._fact(node, "since")
        ask = self.keys(node, "ask") or (since,)
        stated, verb = self._fact(node, "stated"), node.text("verb")
        bound, founded = (self._fact(node, key) if node.has(key) else "" for key in ("not_before", "founded"))
        years, known = int(_number(node, "years")), node.flag("if_known")
        return AtLeastYears(years, since, stated, verb, ask, known, bound, founded)

    def _continuous_years(self, node: Node) -> ContinuousYears:
        extra = {"continuous", "stopped", "resumed", "short_months", "ambiguity"}
        node.only({"years", "since", "stated", "verb", "ask", "founded"} | extra)
        continuous, stopped, resumed = (self._fact(node, name) for name in ("continuous", "stopped", "resumed"))
        months = int(_number(node, "short_months"))
        return ContinuousYears(self._span(node), continuous, stopped, resumed, months, node.text("ambiguity"))

    def _no_event(self, node: Node) -> NoEvent:
        required = {"date", "years", "traits", "free_years", "marks", "noun"}
        node.only(required | {"pending", "outside", "edge", "cleared_by"})
        return NoEvent(
            date=self._fact(node, "date"),
            years=int(_number(node, "years")) if node.has("years") else None,
            traits=tuple(self._trait(child) for child in node.children("traits")),
            free_years=self.keys(node, "free_years", at_least=1),
            marks=self.keys(node, "marks"),
            noun=node.text("noun"),
            pending=self._fact(node, "pending", ""),
            outside=node.text("outside", ""),
            edge=node.text("edge", ""),
            cleared_by=self._fact(node, "cleared_by", ""),
        )

    def _trait(self, node: Node) -> Trait:
        node.only({"fact", "counts", "review", "unknown"})
        fact = self._fact(node, "fact")
        spec = self.facts[fact]
        counts = tuple(self._value(node, spec, item.value) for item in self._items(node.child("counts")))
        review = node.child("review").mapping() if node.has("review") else {}
        for value in review:
            self._value(node, spec, value)
        unknown = node.text("unknown", "ask")
        return Trait(fact, counts, tuple((value, str(number)) for value, number in review.items()), unknown)

    def _not_barred(self, node: Node) -> NotBarred:
        node.only({"date", "years", "noun", "review_before"})
        review = tuple((_day(child, "date"), child.text("ambiguity")) for child in node.children("review_before"))
        return NotBarred(self._fact(node, "date"), int(_number(node, "years")), node.text("noun"), review)

    def _cases(self, node: Node) -> Cases:
        node.only({"cases", "otherwise", "ask"})
        otherwise = node.choice("otherwise", STATUSES) if node.has("otherwise") else "unknown"
        return Cases(tuple(self._case(child) for child in node.children("cases")), otherwise, self.keys(node, "ask"))

    def _case(self, node: Node) -> Case:
        node.only({"when", "then", "reason", "ambiguity"})
        then = node.choice("then", STATUSES)
        return Case(self.when(node.child("when")), then, node.text("reason", ""), node.text("ambiguity", ""))


def _number(node: Node, key: str) -> float:
    value = node.child(key).value
    if isinstance(value, bool) or not isinstance(value, (int, float)) or value < 0:
        raise node.fail(f"“{key}”应当是不小于 0 的数", "改成数字", key)
    return value


def _day(node: Node, key: str) -> date:
    try:
        return date.fromisoformat(node.text(key))
    except ValueError as error:
        raise node.fail("日期不是 YYYY-MM-DD", "写成如 2024-12-31 的日期", key) from error
