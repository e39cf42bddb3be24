"""The profile: the four required elements, then the sentences that tell most within 300 characters.

Elements and limit: the note under attachment 2 of `chongqing-2024` (“成立时间、经济类型、业务范围、员工数量等”,
“原则上不超过300个字”). A missing element is written 【待补充】, one in conflict shows both readings.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.limits import PROFILE_LIMIT, count_characters, fits
from assistant.drafting.material.model import Conflict, Fact, Material, Practice, Span
from assistant.drafting.model import TO_BE_FILLED, SourcedSentence
from assistant.drafting.person import introduction
from assistant.drafting.selection import Item, choose
from assistant.drafting.sourcing import Inventory, take_inventory
from assistant.drafting.wording import as_industry, as_sentence, balanced, pronoun, subject_noun, wording_lists

NAMES, RESULTS, DIFFUSION, STANDARDS, MECHANISM = 1, 2, 4, 8, 16
BALANCED: dict[str, float] = {"name": 4.0, "result": 4.0, "mechanism": 1.2, "diffusion": 2.5, "standard": 1.5}
# A head count keeps the figure as written (1,024, 三百余), so that it is found in the material.
# Not out of a figure that a scan has spoilt (3l5人).
_HEADCOUNT = re.compile(
    r"(?<![0-9A-Za-z])((?:近|约|大约|将近|超过?|逾|不到|不足|接近)?(?:[0-9][0-9,]*|[一二两三四五六七八九十百千零]+)[余多来]?)(?![0-9A-Za-z])(?:名|人|个|位)*(左右|上下)?"
)
# The sentence that first names a method is worth more: what comes later leans on it.
_INTRODUCES = 3.0
_MOST_INTRODUCED = 3
# What is spent on quality tells little, yet more than an empty line.
_INVESTMENT = 0.8
_FLOOR = 0.2
# From this length on a sentence is also offered without its last clauses.
_LONG = 90
_SHORTEST_PART = 24
# A clause that takes back or narrows what stands before it is never left out.
_LEADS = re.compile(
    r"(?:^|[，；。])(?:以|通过|围绕|针对|为|按照?|根据|对|把|将|当|凡|如果|若|每当)[^，；]*$|：[^，；、]{0,3}$"
)
_NARROWS = re.compile(r"^(?:但|不过|然而|可是|只是|仅|除|不含|其余|尚|还未|部分)")
_LONGEST_SCOPE = 60
_LONGEST_TYPE = 40


@dataclass(frozen=True, slots=True)
class Profile:
    """The text and its sentences with their evidence; `text` is the sentences joined."""

    text: str
    sentences: tuple[SourcedSentence, ...]


def write_profile(
    material: Material,
    *,
    limit: int = PROFILE_LIMIT,
    weights: Mapping[str, float] = BALANCED,
    first: Sequence[Practice] = (),
) -> Profile:
    """The best profile of at most `limit` characters. `weights` say what to prefer (name, result, mechanism …); the
    practices of `first` that are chosen stand before all others."""
    noun = subject_noun(material) if material.kind == "organisation" else pronoun(material)
    opening = _opening(material, noun) if material.kind == "organisation" else introduction(material)
    used = sum(count_characters(sentence.sentence) for sentence in opening)
    items = _items(material, noun, opening, weights)
    chosen = choose(items, limit - used) if limit > used else []
    chosen.sort(key=lambda item: material.practices[item.practice] not in first)
    body = [SourcedSentence(item.text, (material.practices[item.practice].span,)) for item in chosen]
    room = limit - used - sum(count_characters(item.text) for item in chosen)
    sentences = (*opening, *body, *_figures(material, room))
    return Profile("".join(sentence.sentence for sentence in sentences), sentences)


def _figures(material: Material, room: int) -> list[SourcedSentence]:
    """One sentence of the figures a table gives in columns of their own, as many of them as there is room for."""
    for count in range(len(material.figures), 0, -1):
        told = material.figures[:count]
        mark = "；" if any("，" in one.text for one in told) else "，"
        text = mark.join(one.text for one in told) + "。"
        if count_characters(text) <= room:
            return [SourcedSentence(text, tuple(one.span for one in told))]
    return []


def _opening(material: Material, noun: str) -> tuple[SourcedSentence, ...]:
    """Founding, type, place and industry, scope and head count, in one sentence."""
    for optional in (("county", "industry"), ("county",), ()):
        sentence = _elements(material, noun, optional)
        if fits(sentence.sentence, PROFILE_LIMIT):
            return (sentence,)
    return (_short_opening(material, noun),)


def _elements(material: Material, noun: str, optional: tuple[str, ...]) -> SourcedSentence:
    """The required elements with those of `optional` that are known."""
    industry = as_industry(str(material.value("industry") or ""))
    written = {"county": "位于{}", "industry": industry}
    parts = [
        _element(material, "founded", f"{noun}{{}}成立", f"{noun}成立时间"),
        _element(material, "economic_type", "经济类型为{}", "经济类型"),
        *[_optional(material, key, written[key]) for key in optional],
        _element(material, "business_scope", _doing(material), "业务范围"),
        _element(material, "employees", "现有员工{}", "员工数量"),
    ]
    evidence: list[Span] = [span for _, spans in parts for span in spans]
    text = "，".join(part for part, _ in parts if part) + "。"
    return SourcedSentence(text, tuple(evidence))


def _doing(material: Material) -> str:
    """从事 what is done; of things only (石油钻采装备和矿山提升机) that they are the business."""
    scope, words = str(material.value("business_scope") or ""), wording_lists()
    return "从事{}" if words.has("activity", scope) and not words.has("things", scope) else "主营{}"


def _short_opening(material: Material, noun: str) -> SourcedSentence:
    """Where the elements themselves are too long: the short one, the rest to be filled in by hand."""
    fact = material.facts.get("founded")
    text = f"{noun}{fact.value}成立" if fact else f"{noun}成立时间{TO_BE_FILLED}"
    text += f"，经济类型{TO_BE_FILLED}，业务范围{TO_BE_FILLED}，员工数量{TO_BE_FILLED}。"
    return SourcedSentence(text, (fact.span,) if fact else ())


def _element(material: Material, key: str, pattern: str, label: str) -> tuple[str, tuple[Span, ...]]:
    fact = material.facts.get(key)
    if fact is not None and take_inventory(material).unsourced(_written(fact)):
        short = count_characters(fact.span.quote) <= _LONGEST_TYPE
        return label + (f"【待核：材料写作“{fact.span.quote}”】" if short else TO_BE_FILLED), (fact.span,)
    if fact is not None:
        return pattern.format(_written(fact)), (fact.span,)
    conflict = next((conflict for conflict in material.conflicts if conflict.key == key), None)
    if conflict is not None:
        return f"{label}【待核：材料载{_readings(conflict, take_inventory(material))}两说】", tuple(
            r.span for r in conflict.readings
        )
    return label + TO_BE_FILLED, ()


def _optional(material: Material, key: str, pattern: str) -> tuple[str, tuple[Span, ...]]:
    fact = material.facts.get(key)
    return (pattern.format(fact.value), (fact.span,)) if fact is not None else ("", ())


def _readings(conflict: Conflict, inventory: Inventory) -> str:
    return "、".join(_as_read(reading, inventory) for reading in conflict.readings[:2])


def _as_read(reading: Fact, inventory: Inventory) -> str:
    """A reading as it is written; in the material's own signs where a figure of it had to be put right."""
    written = _written(reading)
    return f"“{' '.join(reading.span.quote.split())}”" if inventory.unsourced(written) else written


def _written(fact: Fact) -> str:
    """As the material writes it; a long scope is given by its first whole items and 等."""
    text = str(fact.value)
    if fact.key == "employees":
        figure = _HEADCOUNT.search(re.sub(r"\s+", "", fact.span.quote))
        return f"{figure[1]}人{figure[2] or ''}" if figure else f"{text}人"
    if fact.key == "business_scope":
        return _first_items(text, _LONGEST_SCOPE)
    return _first_items(text, _LONGEST_TYPE) if fact.key == "economic_type" else text


def _first_items(text: str, limit: int) -> str:
    if count_characters(text) <= limit:
        return text
    kept = ""
    for item in re.findall(r"[^、；，]+[、；，]?", text):
        if count_characters(kept + item) > limit - 1:
            break
        kept += item
    return kept.rstrip("、；，") + "等" if kept else TO_BE_FILLED


def _items(
    material: Material, noun: str, opening: tuple[SourcedSentence, ...], weights: Mapping[str, float]
) -> list[Item]:
    told = [span for sentence in opening for span in sentence.evidence]
    items: list[Item] = []
    inventory = take_inventory(material)
    introduced: set[str] = set()
    said: set[str] = set()
    for index, practice in enumerate(material.practices):
        text = as_sentence(practice.text, noun)
        if not text or any(_overlaps(practice.span, span) for span in told) or inventory.unsourced(text):
            continue
        if wording_lists().has("slogan", text) or text in said:
            continue
        fresh = tuple(name for name in practice.names if name not in introduced)
        introduced.update(fresh)
        value, aspects = _worth(replace(practice, names=fresh), weights)
        value += _INTRODUCES * min(2, len(fresh)) if len(introduced) <= _MOST_INTRODUCED else 0
        # What nothing speaks for by its wording still tells more than an empty line.
        value = max(value, _FLOOR)
        shorter = _shortened(text, replace(practice, names=fresh), index, weights, value)
        added = [Item(text, value, aspects, index, index), *shorter]
        said.update(item.text for item in added)
        items += added
    return items


def _shortened(text: str, practice: Practice, index: int, weights: Mapping[str, float], whole: float) -> Iterator[Item]:
    """A long sentence without its last clauses, at each place where what stands before the cut stands by itself."""
    if count_characters(text) < _LONG:
        return
    for cut in re.finditer(r"[，；]", text):
        kept, left = text[: cut.start()], text[cut.end() :]
        told = wording_lists()
        if count_characters(kept) < _SHORTEST_PART or not balanced(kept) or told.has("weak_end", kept):
            continue
        if any(_NARROWS.match(clause) for clause in re.split(r"[，；]", left)) or _LEADS.search(kept):
            continue
        results = tuple(one for one in practice.results if one.after in kept)
        names = tuple(name for name in practice.names if name in kept)
        value, aspects = _worth(replace(practice, text=kept, names=names, results=results), weights)
        # Never worth more than the whole, so that it stands in only where the whole has no room.
        share = count_characters(kept) / count_characters(text)
        yield Item(kept + "。", min(value, whole * share) * 0.95, aspects, index, index)


def _overlaps(one: Span, other: Span) -> bool:
    return one.file == other.file and one.start < other.end and other.start < one.end


def _worth(practice: Practice, weights: Mapping[str, float]) -> tuple[float, int]:
    lexicon = load_lexicon("practices")
    changes = sum(1 for result in practice.results if result.before)
    mechanism = min(3, len(lexicon.patterns["mechanism"].findall(practice.text)))
    told = {
        NAMES: weights["name"] * min(2, len(practice.names)),
        RESULTS: weights["result"] * min(3, changes) + 0.5 * (len(practice.results) - changes),
        DIFFUSION: weights["diffusion"] * lexicon.has("diffusion", practice.text),
        STANDARDS: weights["standard"] * lexicon.has("standard", practice.text),
        MECHANISM: weights["mechanism"] * mechanism,
    }
    value = (
        sum(told.values())
        + _INVESTMENT * lexicon.has("investment", practice.text)
        + 0.3 * min(3, len(lexicon.patterns["practice"].findall(practice.text)))
    )
    return value, sum(aspect for aspect, worth in told.items() if worth > 0)
