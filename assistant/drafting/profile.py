"""The profile: the four required elements, then the sentences that tell most within 300 characters.

Elements and limit: the note under attachment 2 of `chongqing-2024` (“成立时间、经济类型、业务范围、员工数量等”,
“原则上不超过300个字”). A missing element is written 【待补充】, one in conflict shows both readings.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from assistant.drafting.fit import (
    leans_back,
    may_print,
    speakers,
    untold,
    with_names_joined,
    without_chat,
    without_lead,
)
from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.limits import PROFILE_LIMIT, count_characters, fits
from assistant.drafting.material.model import Conflict, Fact, Material, Practice, Span
from assistant.drafting.model import TO_BE_FILLED, SourcedSentence
from assistant.drafting.person import introduction
from assistant.drafting.selection import Item, choose
from assistant.drafting.sourcing import Inventory, as_sent, take_inventory
from assistant.drafting.wording import as_industry, as_sentence, balanced, pronoun, subject_noun, wording_lists
from assistant.drafting.worth import BALANCED, worth

# A head count keeps the figure as written (1,024, 三百余), so that it is found in the material.
# Not out of a figure that a scan has spoilt (3l5人).
_HEADCOUNT = re.compile(
    r"(?<![0-9A-Za-z])((?:近|约|大约|将近|超过?|逾|不到|不足|接近)?(?:[0-9][0-9,]*|[一二两三四五六七八九十百千零]+)[余多来]?)(?![0-9A-Za-z])(?:名|人|个|位)*(左右|上下)?"
)
# The sentence that first names a method is worth more: what comes later leans on it.
_INTRODUCES = 3.0
_MOST_INTRODUCED = 3
# The sentence that tells the main method is what the profile is for.
_TELLS_MAIN = 4.0
_FLOOR = 0.2
# From this length on a sentence is also offered without its last clauses.
_LONG = 90
_SHORTEST_PART = 24
# A clause that takes back or narrows what stands before it is never left out.
_LEADS = re.compile(
    r"(?:^|[，；。])(?:以|通过|围绕|针对|为|按照?|根据|对|把|将|当|凡|如果|若|每当)[^，；]*$|：[^，；、]{0,3}$"
)
# So much of its end shows that a sentence was taken whole.
_TAIL = 6
_NARROWS = re.compile(r"^(?:但|不过|然而|可是|只是|仅|除|不含|其余|尚|还未|部分)")
# What is printed as it was sent and marked to be checked, no figure of ours.
_AS_SENT = re.compile(r"[0-9lIOoSBZ|.,]+【待核】")
_LETTERED = re.compile(r"[lIO|oSBZ](?=[0-9])|(?<=[0-9])[lIO|oSBZ]")
_ISO_DAY = re.compile(r"([12][0-9]{3})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?")
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
    material = with_names_joined(material)
    noun = subject_noun(material) if material.kind == "organisation" else pronoun(material)
    opening = _opening(material, noun) if material.kind == "organisation" else introduction(material)
    used = sum(count_characters(sentence.sentence) for sentence in opening)
    items = _items(material, noun, opening, weights)
    chosen = choose(items, limit - used) if limit > used else []
    chosen.sort(key=lambda item: material.practices[item.practice] not in first)
    body = [
        SourcedSentence(_ended(material, item, behind), (material.practices[item.practice].span,))
        for item, behind in zip_longest(chosen, chosen[1:])
    ]
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


def _ended(material: Material, item: Item, behind: Item | None) -> str:
    """The sentence, ended by a semicolon where the material goes on so and its other half follows."""
    one, other = (material.practices[each.practice] if each else None for each in (item, behind))
    if one is None or other is None or other.span.file != one.span.file or not one.text.endswith("；"):
        return item.text
    beside = 0 <= other.span.start - one.span.end <= 1 and item.text[-_TAIL:-1] == one.text[-_TAIL:-1]
    return item.text[:-1] + "；" if beside else item.text


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
    if re.match(r"为(?!主)", scope):
        return "{}"
    return "从事{}" if words.has("activity", scope) and not words.has("things", scope) else "主营{}"


def _short_opening(material: Material, noun: str) -> SourcedSentence:
    """Where the elements themselves are too long: the short one, the rest to be filled in by hand."""
    fact = material.facts.get("founded")
    text = f"{noun}{fact.value}成立" if fact else f"{noun}成立时间{TO_BE_FILLED}"
    text += f"，经济类型{TO_BE_FILLED}，业务范围{TO_BE_FILLED}，员工数量{TO_BE_FILLED}。"
    return SourcedSentence(text, (fact.span,) if fact else ())


def _element(material: Material, key: str, pattern: str, label: str) -> tuple[str, tuple[Span, ...]]:
    fact = material.facts.get(key)
    written = str(fact.value) if fact is not None and key == "founded" else _written(fact) if fact is not None else ""
    if fact is not None and (take_inventory(material).unsourced(written) or _misread(written, fact)):
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


def _misread(written: str, fact: Fact) -> bool:
    """Whether a figure stands with a letter in what was sent (l998年)."""
    return _LETTERED.search(fact.span.quote) is not None and as_sent(written, fact.span.quote) != written


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
    if fact.key == "founded":
        return _in_words(text)
    if fact.key == "business_scope":
        return _first_items(text, _LONGEST_SCOPE)
    return _first_items(text, _LONGEST_TYPE) if fact.key == "economic_type" else text


def _in_words(day: str) -> str:
    """2001-05-16 as 2001年5月16日; any other wording as it stands."""
    match = _ISO_DAY.fullmatch(day)
    if match is None:
        return day
    return f"{match[1]}年{int(match[2])}月" + (f"{int(match[3])}日" if match[3] else "")


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
    who = speakers(material)
    for index, practice in enumerate(material.practices):
        if any(span.file == practice.span.file and _within(practice.span, span) for span in told):
            continue
        words = without_lead(_unspoken(_untold(practice, told), who))
        words = without_chat(words) if material.kind == "organisation" else words
        text = as_sent(untold(as_sentence(words, noun), material), practice.span.quote)
        if not text or not may_print(text) or inventory.unsourced(_AS_SENT.sub("", text)):
            continue
        if wording_lists().has("slogan", text) or text in said:
            continue
        fresh = tuple(name for name in practice.names if name not in introduced)
        main = material.main_method in fresh if material.main_method else bool(fresh) and not introduced
        introduced.update(fresh)
        value, aspects = worth(replace(practice, names=fresh), weights)
        value += _INTRODUCES * min(2, len(fresh)) if len(introduced) <= _MOST_INTRODUCED else 0
        value += _TELLS_MAIN * main
        if value < _FLOOR and load_lexicon("clauses").has("scene", text):
            continue
        # What nothing speaks for by its wording still tells more than an empty line.
        value = max(value, _FLOOR)
        needs = index - 1 if index and leans_back(text) and (not practice.names or len(text) < _SHORTEST_PART) else None
        shorter = _shortened(text, replace(practice, names=fresh), index, weights, value)
        added = [replace(item, needs=needs) for item in (Item(text, value, aspects, index, index), *shorter)]
        said.update(item.text for item in added)
        items += added
    return items


def _unspoken(text: str, who: frozenset[str]) -> str:
    """The words of a speaker without the name before them."""
    name, colon, words = text.partition("：")
    return words if colon and name in who else text


def _shortened(text: str, practice: Practice, index: int, weights: Mapping[str, float], whole: float) -> Iterator[Item]:
    """A long sentence without its last clauses, at each place where what stands before the cut stands by itself."""
    if count_characters(text) < _LONG:
        return
    for cut in re.finditer(r"[，；]", text):
        kept, left = text[: cut.start()], text[cut.end() :]
        if count_characters(kept) < _SHORTEST_PART or not may_end_at(kept, left):
            continue
        results = tuple(one for one in practice.results if one.after in kept)
        names = tuple(name for name in practice.names if name in kept)
        value, aspects = worth(replace(practice, text=kept, names=names, results=results), weights)
        # Never worth more than the whole, so that it stands in only where the whole has no room.
        share = count_characters(kept) / count_characters(text)
        yield Item(kept + "。", min(value, whole * share) * 0.95, aspects, index, index)


def may_end_at(kept: str, left: str) -> bool:
    """Whether a sentence may end with `kept` and leave out `left`: what stands is whole and nothing takes it back."""
    if not balanced(kept) or wording_lists().has("weak_end", kept) or _LEADS.search(kept):
        return False
    return not any(_NARROWS.match(clause) for clause in re.split(r"[，；]", left))


def _within(one: Span, other: Span) -> bool:
    return other.start <= one.start and one.end <= other.end


def _untold(practice: Practice, told: Sequence[Span]) -> str:
    """The practice without the clauses the opening has told already (…，1994年参加工作，2006年开始…)."""
    known = [span.quote for span in told if span.file == practice.span.file and _within(span, practice.span)]
    if not known:
        return practice.text
    clauses = re.findall(r"(?:（[^（）]*）|“[^”]*”|[^，；：])+[，；：]?", practice.text)
    return "".join(clause for clause in clauses if not any(quote in clause for quote in known))
