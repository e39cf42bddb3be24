"""Which sentences of the material may be printed in a profile, and without which of their words.

Titles of tables, heads of minutes, what is said of the paper or of applying for the award, fun and praise stay out;
a clause that the opening has told stays out of its sentence; a method's bare name is joined with what explains it.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.limits import count_characters
from assistant.drafting.material.model import Material, Practice, Span
from assistant.drafting.person_employer import employer
from assistant.drafting.wording import wording_lists

_UNPRINTED = ("furniture", "intent", "amusement", "praise")
_OPENING = ("business_scope", "economic_type", "industry", "name")
_SHORTEST_TOLD = 4
_SHORTEST = 8
# A line of the employer and the post alone (…有限公司力学室主任) repeats who it is.
_BESIDE_EMPLOYER = 36
# Between the bare name of a method and what explains it no more stands than the end of a sentence and a line.
_BESIDE = 3
_CLAUSE = re.compile(r"(?:（[^（）]*）|“[^”]*”|[^，；])+[，；]?")
_BARE_NAME = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十0-9]{1,2}[、.．)）]\s*)?(?:就?叫|称|称作|即|就是|是|有|推|搞|做|设|办)?(?:了|个|一个|的是)?“(?P<name>[^“”]{2,14})”(?:可以讲|值得讲|值得说|算一个|这一条)?[。：！]?$"
)
# It calls by a name what stands before it, where nothing behind it explains the name (…自己停弧打磨。叫“听弧停手”。).
_CALLS_BACK = re.compile(r"^就?(?:叫|称)")
_SELF = re.compile(r"我(?![们公单院校厂社店司])")
_MOST_CHAT = 4
# Who speaks in the minutes: as many lines as this begin so.
_TURNS = 3
_TURN = re.compile(r"^[ \t]*([\u4e00-\u9fff]{1,8})：", re.MULTILINE)


def may_print(text: str) -> bool:
    """Whether a sentence tells of the applicant's work, and neither of the paper nor of fun, praise or applying."""
    lists, bare = wording_lists(), text.rstrip("。；")
    if any(lists.has(kind, bare) for kind in _UNPRINTED):
        return False
    return not lists.has("bare_head", bare) or lists.has("says_of", bare)


def leans_back(text: str) -> bool:
    """Whether a sentence points at the one before it (这就是…) and says nothing without it."""
    return wording_lists().has("points_back", text)


def untold(text: str, material: Material) -> str:
    """The sentence without the clauses that say what the opening says: name, scope, industry, type; "" if all do."""
    values = [re.sub(r"\s+", "", str(material.value(key) or "")) for key in _OPENING]
    told = [value for value in values if len(value) >= _SHORTEST_TOLD]
    body = employer(material) if material.kind == "individual" else None
    if body is not None and body[0] in text and not re.search("[0-9“]", text):
        return "" if len(text) - len(body[0]) <= _BESIDE_EMPLOYER else text
    clauses = _CLAUSE.findall(text)
    kept = [clause for clause in clauses if not _tells_again(clause.strip("，；。"), told)]
    if len(kept) == len(clauses):
        return text
    rest = "".join(kept).strip("，；。")
    return rest + "。" if count_characters(rest) >= _SHORTEST else ""


def _tells_again(clause: str, told: list[str]) -> bool:
    if wording_lists().has("restated", clause):
        return True
    return any(value in clause and len(clause) - len(value) <= _SHORTEST for value in told)


def speakers(material: Material) -> frozenset[str]:
    """Who speaks in minutes or a chat: what stands before a colon at the head of several lines."""
    turns = Counter(match[1] for source in material.sources for match in _TURN.finditer(source.text))
    return frozenset(name for name, count in turns.items() if count >= _TURNS)


def with_names_joined(material: Material) -> Material:
    """The material, each bare name of a method told as one practice with the sentence behind it (“…”：…)."""
    return replace(material, practices=tuple(_joined(material)))


def _joined(material: Material) -> Iterator[Practice]:
    held: tuple[str, Practice] | None = None
    for practice in material.practices:
        bare = _BARE_NAME.match(without_lead(practice.text))
        if bare is not None:
            yield from _unjoined(held)
            held = bare["name"], practice
            continue
        span = _spanned(material, held[1].span, practice.span) if held else None
        if held is not None and span is not None and held[0] not in practice.text:
            names = tuple(dict.fromkeys((*held[1].names, *practice.names)))
            yield replace(practice, text=f"“{held[0]}”：{without_lead(practice.text)}", span=span, names=names)
        else:
            yield from _unjoined(held)
            yield practice
        held = None
    yield from _unjoined(held)


def _unjoined(held: tuple[str, Practice] | None) -> Iterator[Practice]:
    if held is not None and _CALLS_BACK.match(held[1].text):
        yield held[1]


def _spanned(material: Material, one: Span, other: Span) -> Span | None:
    """From one span to another close behind it."""
    source = next((source for source in material.sources if source.file == one.file == other.file), None)
    if source is None or not 0 <= other.start - one.end <= _BESIDE:
        return None
    return Span(one.file, one.start, other.end, source.raw[one.start : other.end])


def without_chat(text: str) -> str:
    """A rule of many clauses without the one that says 我 (我、车间头、还有随便喊一个销售)."""
    clauses = _CLAUSE.findall(text)
    kept = [clause for clause in clauses if not _SELF.search(clause) or "“" in clause]
    rest = "".join(kept)
    told = len(clauses) - len(kept) == 1 and len(clauses) >= _MOST_CHAT and load_lexicon("clauses").has("rule", rest)
    return rest if told and not load_lexicon("withheld").has("private_matter", text) else text


def without_lead(text: str) -> str:
    """A sentence without what it opens with that points at nothing once it stands alone (从那以后, 另一条是)."""
    for _ in range(2):
        shorter = wording_lists().patterns["points_nowhere"].sub("", text, count=1)
        if shorter == text:
            break
        text = shorter
    return text
