"""The characterisation: one line of at most 25 characters on the applicant's own method and how it works.

Candidates are put together from the method names and the mechanism clauses of the material, then ranked.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, permutations

from assistant.drafting.characterisation_stretches import Stretch, brought_in, stretches_beside
from assistant.drafting.characterisation_value import line_value, stretch_value
from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.limits import CHARACTERISATION_LIMIT, count_characters, fits
from assistant.drafting.material.model import Material, Practice, Source, Span
from assistant.drafting.sourcing import Inventory, as_sent, take_inventory
from assistant.drafting.wording import CHAT_SIGNS, balanced, cut_words, wording_lists

# Sentences that state these present the applicant and describe no method.
_ELEMENTS = ("founded", "economic_type", "business_scope", "employees", "industry", "county")
_BRINGS = r"(?:叫|称|推行|实行|推出|试行|创|总结|提出|归纳|探索|做法|特色|方法|搞|弄|有一手|个字|改成)"
_NEAR = 3
_MEANS = re.compile(
    r"(?:质量|管理|工作|操作|检验|服务|作业|安全|护理|教学|的)*(?:模式|[一二三四五六七八九十]*法|制度?|机制|体系|方法|做法|行动|活动|口诀|清单)?(?:：|——|，即|，就是)(.*)"
)
# How many sentences nearer a clause counts that says what the name means.
_EXPLAINS = 4.0
# What a candidate loses for each better one that has the same first half.
_SAID_BEFORE = 2.5
# Signs of a chat, and who is spoken to: neither is printed.
_UNPRINTED = re.compile(rf"{CHAT_SIGNS}|[~～你您]")
_FIRST_HALF = re.compile("[，、]")
# What a candidate gains that names the main method.
_MAIN = 3.0
_SURE_MAIN = 7.0
# A name alone tells less than a name with what it does or brings.
_ALONE = 6
_OF_A_METHOD = re.compile(r"(?:法|制|式|诀|招|术|工艺|操作|标准)$")
_MOST_LINES = 30
# What leads up to a business scope (主要从事…) is no longer than this.
_LEADS_TO_SCOPE = 5
# A long material tells of its methods early; what comes later only repeats them.
_MOST_PRACTICES = 40
_MOST_NAMES = 6
_A_NAME = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One candidate with its rank value and the spans it rests on."""

    text: str
    value: float
    evidence: tuple[Span, ...]
    names: tuple[str, ...]


def characterisations(material: Material) -> list[Line]:
    """The best candidates within the limit, best first, no two alike; empty where the material tells of no practice."""
    offered: dict[str, Line] = {}
    for line in _led(list(_candidates(material)), material.main_method, _first_name(material)):
        known = offered.get(line.text)
        if (known is None or known.value < line.value) and fits(line.text, CHARACTERISATION_LIMIT):
            offered[line.text] = line
    inventory = take_inventory(material)
    person = str(material.value("name") or "") if material.kind == "individual" else ""
    told = (line for line in offered.values() if not person or person not in _nameless(line))
    told = (line for line in told if not _only_scope(line.text, str(material.value("business_scope") or "")))
    ranked = sorted(told, key=lambda line: -line.value)
    return _varied(list(islice((line for line in ranked if _sound(line, inventory) and _as_sent(line)), _MOST_LINES)))


def _nameless(line: Line) -> str:
    """A line without the names of its methods: one may be called after the person (张素琴接头法, no 张素琴工作室)."""
    methods = [re.escape(name) for name in line.names if _OF_A_METHOD.search(name)]
    return re.sub("|".join(methods) or r"\Z", "", line.text)


def _only_scope(text: str, scope: str) -> bool:
    """Whether a line says no more than what the applicant deals in (主要干模具加工)."""
    return bool(scope) and scope in text and len(text) - len(scope) <= _LEADS_TO_SCOPE


def _as_sent(line: Line) -> bool:
    """Whether the figures of a line stand so in what was sent, none put right by the reading, and no name twice."""
    quotes = "".join(span.quote for span in line.evidence)
    return as_sent(line.text, quotes) == line.text and all(line.text.count(name) == 1 for name in line.names)


def _first_name(material: Material) -> str:
    """The method the material first brings in by its name, in a sentence or a heading: its main one."""
    named = ((practice.text, name) for practice in material.practices for name in practice.names)
    return next((name for text, name in named if name not in text or _brings_in(text, name)), "")


def _brings_in(text: str, name: str) -> bool:
    return re.search(rf"{_BRINGS}[^“‘，。；]{{0,8}}[“‘]{re.escape(name)}", text) is not None


def _led(lines: list[Line], main: str, first: str) -> list[Line]:
    """The lines, those that name the main method valued above the others; where none is sure, the first brought in."""
    bonus = {main: _SURE_MAIN} if main else {first: _MAIN} if first else {}
    gains = (sum(value for name, value in bonus.items() if name in line.text) for line in lines)
    return [replace(line, value=line.value + gain) for line, gain in zip(lines, gains, strict=True)]


def _varied(ranked: list[Line]) -> list[Line]:
    """The best first, then by value less what each line that begins alike has already said."""
    seen: Counter[str] = Counter()
    left, chosen = list(ranked), []
    while left:
        best = max(left, key=lambda line: line.value - _SAID_BEFORE * seen[_FIRST_HALF.split(line.text)[0]])
        left.remove(best)
        chosen.append(best)
        seen[_FIRST_HALF.split(best.text)[0]] += 1
    return chosen


def _candidates(material: Material) -> Iterator[Line]:
    told = [material.facts[key].span for key in _ELEMENTS if key in material.facts]
    practices = material.practices
    practices = tuple(p for p in practices if not any(_holds(p.span, span) for span in told)) or practices
    practices = tuple(_with_names(practice, material) for practice in practices[:_MOST_PRACTICES])
    first = {name: practice for practice in reversed(practices) for name in practice.names}
    names = list(dict.fromkeys(name for practice in practices for name in practice.names))[:_MOST_NAMES]
    for index, practice in enumerate(practices):
        for name in practice.names:
            yield from _beside_name(name, index, practices)
            yield _line(name, (practice,), _ALONE, (name,))
        for stretch in stretches_beside(practice, ""):
            named = tuple(name for name in practice.names if name in stretch.text)
            yield _with(stretch, stretch.text, (practice,), 0, named)
    yield from _named_apart(material)
    for name, other_name in permutations(names, 2):
        if name not in other_name and other_name not in name:
            yield from _paired(name, first[name], other_name, first[other_name])


def _with_names(practice: Practice, material: Material) -> Practice:
    """The practice with the names a line may lead with: of two characters (遗书, 没响) only where it is the main one or
    there is no longer one."""
    longer = any(len(name) >= _A_NAME for one in material.practices for name in one.names)
    names = (name for name in practice.names if len(name) >= _A_NAME or name == material.main_method or not longer)
    return replace(practice, names=tuple(names))


def _beside_name(name: str, index: int, practices: tuple[Practice, ...]) -> Iterator[Line]:
    """The name of a method with what its sentence, the next ones and the one before say of it."""
    practice, others = practices[index], set[str]()
    for offset, other in enumerate(practices[index : index + _NEAR]):
        for stretch in stretches_beside(other, name):
            nearer = _EXPLAINS if not offset and _explains(practice, name, stretch.text) else 0.0
            owned = stretch if stretch.owner or not others else replace(stretch, owner=next(iter(others)))
            yield _with(owned, f"{name}，{stretch.text}", (practice, other), offset - nearer, (name,))
        others |= set(brought_in(other.text, other.names)) - {name} if offset else set()
    for stretch in stretches_beside(practices[index - 1], name) if index else ():
        yield _with(stretch, f"{name}，{stretch.text}", (practice, practices[index - 1]), _NEAR, (name,))


def _named_apart(material: Material) -> Iterator[Line]:
    """The main method where the sentence that names it is no practice (“…”是什么意思？), with what follows it."""
    name = material.main_method
    if not name or any(name in practice.names for practice in material.practices):
        return
    span = next((found for source in material.sources if (found := _where(source, name))), None)
    if span is None:
        return
    behind = [one for one in material.practices if one.span.file == span.file and one.span.start > span.start]
    for offset, practice in enumerate(behind[:_NEAR]):
        for stretch in stretches_beside(practice, name):
            line = _with(stretch, f"{name}，{stretch.text}", (practice,), offset, (name,))
            yield replace(line, evidence=(span, *line.evidence))
    yield replace(_line(name, (), _ALONE, (name,)), evidence=(span,))


def _where(source: Source, name: str) -> Span | None:
    at = source.text.find(name)
    return source.span(at, at + len(name)) if at >= 0 else None


def _paired(name: str, practice: Practice, other_name: str, other: Practice) -> Iterator[Line]:
    """Two methods in one line, with how the second works, which the clause stands beside."""
    for stretch in stretches_beside(other, other_name):
        text = f"{name}、{other_name}，{stretch.text}"
        yield _with(stretch, text, (practice, other), 1, (name, other_name))
    yield _line(f"{name}，{other_name}", (practice, other), 1, (name, other_name))


def _holds(one: Span, other: Span) -> bool:
    return one.file == other.file and one.start <= other.start and other.end <= one.end


def _explains(practice: Practice, name: str, clause: str) -> bool:
    """Whether the clause begins right behind the name's own clause: what follows a colon says what the name means."""
    behind = practice.text.partition(name)[2].replace("”", "")
    told = _MEANS.match(behind)
    return (
        told is not None
        and name == practice.names[0]
        and told[1].lstrip("“").startswith(re.split(r"[，、]", clause)[0])
    )


def _line(text: str, practices: tuple[Practice, ...], distance: float, names: tuple[str, ...]) -> Line:
    evidence = tuple(dict.fromkeys(practice.span for practice in practices))
    return Line(text, line_value(text, names) - 0.6 * distance, evidence, names)


def _with(
    stretch: Stretch, text: str, practices: tuple[Practice, ...], distance: float, names: tuple[str, ...]
) -> Line:
    """A line with what its stretch says beside the last of its names."""
    line = _line(text, practices, distance, names)
    return replace(line, value=line.value + stretch_value(stretch, names[-1] if names else ""))


def _sound(line: Line, inventory: Inventory) -> bool:
    """Ends well, no slogan or superlative, closed quotes, nothing without a source.

    A method's name may speak of “me” (末碗归我), what stands beside it may not.
    """
    text, lists, cues = line.text, wording_lists(), load_lexicon("cues")
    if any(lists.has(kind, text) for kind in ("weak_start", "weak_end", "slogan")) or cues.has("superlative", text):
        return False
    beside = re.sub("|".join(re.escape(name) for name in line.names) or r"\Z", "＿", text)
    if load_lexicon("practices").has("colloquial", beside) or load_lexicon("practices").has("first_person", beside):
        return False
    if _UNPRINTED.search(beside):
        return False
    whole = balanced(text) and count_characters(text) >= 4 and not inventory.unsourced(text)
    return whole and not cut_words(text, inventory.text)
