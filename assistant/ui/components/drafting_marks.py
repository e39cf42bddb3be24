"""What each sentence of a text rests on, and what in it has no source: for generated and for edited text. Pure."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.drafting.intake_reading import kept_out
from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.model import OPEN, TO_BE_FILLED
from assistant.language.sentences import split_sentences
from assistant.ui.components.drafting_correction import BY_HAND
from assistant.ui.components.drafting_reading import TYPED, Reading
from assistant.verification.passing import shared_readings
from assistant.verification.verify import verify_text

_BLANK = re.compile(r"【[^【】]*】")
_NAMED = re.compile(r"“([^”]+)”")
_NEAR_ENOUGH = 0.3


@dataclass(frozen=True, slots=True)
class Mark:
    """One sentence with the pieces of the material it rests on (for an edited one the nearest) and what is wrong:
    `terms` are the wordings in it that have no source, `problems` say so in Chinese."""

    text: str
    evidence: tuple[str, ...]
    edited: bool = False
    terms: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


def marks_of(text: str, reading: Reading) -> list[Mark]:
    """The sentences of a text in order, each judged. What this program wrote itself has its sources already; what a
    person wrote is verified against the material without its sealed stretches."""
    with shared_readings():
        return _marks(text, reading)


def _marks(text: str, reading: Reading) -> list[Mark]:
    known = reading.sentences()
    found: list[Mark] = []
    at = 0
    while at < len(text):
        own = max((one for one in known if text.startswith(one, at)), key=len, default="")
        if own:
            found.append(Mark(own, known[own]))
            at += len(own)
            continue
        end = _next(text, at, known)
        if found and not re.search(r"\w", text[at:end]):
            # A lone stop or bracket belongs to the sentence before it.
            found[-1] = replace(found[-1], text=found[-1].text + text[at:end])
        elif text[at:end].strip():
            found.append(_judged(text[at:end], reading))
        at = end
    return found


def _next(text: str, at: int, known: Mapping[str, object]) -> int:
    """The end of the sentence that begins at `at`: its own, or where one of ours goes on."""
    ends = [piece.end for piece in split_sentences(text[at:])[:1]]
    end = at + (ends[0] if ends else len(text) - at)
    # Only behind a mark does one of ours go on; inside a clause it is part of what a person wrote around it.
    places = (place for one in known for place in (text.find(one, at + 1),) if place > at)
    return min([end, *(place for place in places if text[place - 1] in "。！？；，：\n")])


def _judged(sentence: str, reading: Reading) -> Mark:
    said = _BLANK.sub("", sentence).strip()
    if not re.search(r"\w", said):
        return Mark(sentence, ())
    bare = said.rstrip("。！？；，")
    # What stands word for word as a sentence of the material claims no more than it.
    verbatim = any(_same(bare, piece.text) for piece in split_sentences(reading.open_text))
    report = None if verbatim else verify_text(f"{bare}[m]。", clauses={}, material=reading.open_text)
    reasons = [reason for one in (report.sentences if report else ()) for reason in one.reasons]
    problems = [reason.message.replace("所引条款", "材料") for reason in reasons]
    missing = reading.inventory.unsourced(said)
    named = [name for problem in problems for name in _NAMED.findall(problem)]
    problems += [f"“{term}”在材料里没有" for term in missing if not any(term in problem for problem in problems)]
    problems += [flag.message for flag in kept_out(said, reading.material)]
    boast = _boast(said)
    problems += [f"“{boast}”是最高级或排名的说法，没有出处不能写"] if boast else []
    terms = [term for term in dict.fromkeys([*missing, *named, boast]) if term and term in sentence]
    return Mark(sentence, _nearest(said, reading), True, tuple(terms), tuple(dict.fromkeys(problems)))


def _boast(said: str) -> str:
    """The superlative a sentence holds, whether or not the material boasts as well; "" where there is none."""
    cues = load_lexicon("cues")
    found = cues.find("superlative", cues.blanked("superlative_not", said))
    return found.group() if found else ""


def _same(one: str, other: str) -> bool:
    return re.sub(r"\s", "", one) == re.sub(r"\s", "", other).rstrip("。！？；，")


def _nearest(sentence: str, reading: Reading) -> tuple[str, ...]:
    """The sentence of the material that shares most with this one; none where too little is shared."""
    wanted = _grams(sentence)
    offered = [piece.text.strip() for piece in split_sentences(reading.open_text)]
    best = max(offered, key=lambda one: len(wanted & _grams(one)), default="")
    if any(source.file == BY_HAND and best in source.raw for source in reading.material.sources):
        best = f"{TYPED}{best}"
    return (best,) if len(wanted & _grams(best)) >= _NEAR_ENOUGH * max(1, len(wanted)) else ()


def _grams(text: str) -> set[str]:
    return {a + b for a, b in pairwise(re.sub(r"\W", "", text))}


def marked_html(marks: list[Mark]) -> str:
    """The text with a number after each sentence, unsourced wordings and blanks highlighted."""
    return f"<div class='drafted'>{''.join(_sentence(mark, n) for n, mark in enumerate(marks, start=1))}</div>"


def _sentence(mark: Mark, number: int) -> str:
    state = "bad" if mark.problems else "edited" if mark.edited else "sourced"
    title = html.escape("；".join(mark.problems) or "；".join(mark.evidence) or "没有出处", quote=True)
    return f"<span class='{state}' title='{title}'>{_highlighted(mark)}<sup>{number}</sup></span>"


def _highlighted(mark: Mark) -> str:
    signs = "|".join(_sign(term) for term in sorted(mark.terms, key=len, reverse=True))
    pieces = re.split(f"({signs})" if signs else "(?!)", mark.text)
    return "".join(
        f"<mark class='unsourced'>{html.escape(piece)}</mark>" if number % 2 else blanks_html(piece)
        for number, piece in enumerate(pieces)
    )


def _sign(term: str) -> str:
    """A wording as it is looked for: a figure only as a whole, never a digit inside another (the 0 of 2016)."""
    before = r"(?<![0-9])(?<![0-9][.,])" if term[:1].isdigit() else ""
    behind = r"(?![.,]?[0-9])" if term[-1:].isdigit() else ""
    return f"{before}{re.escape(term)}{behind}"


def blanks_html(text: str) -> str:
    """Escaped text with 【待补充】 and other blanks highlighted, line breaks kept."""
    escaped = html.escape(text).replace("\n", "<br>")
    return OPEN.sub(lambda blank: f"<mark class='blank'>{blank[0]}</mark>", escaped)


def evidence_html(marks: list[Mark]) -> str:
    """The numbered list of what each sentence rests on, with the problems of those that rest on nothing."""
    return f"<ol class='evidence'>{''.join(f'<li>{_rests_on(mark)}</li>' for mark in marks)}</ol>"


def _rests_on(mark: Mark) -> str:
    told = [f"<span class='problem'>{html.escape(problem)}</span>" for problem in mark.problems]
    lead = "最接近的原文：" if mark.edited else ""
    told += [_quoted(quote, lead) for quote in mark.evidence]
    if TO_BE_FILLED in mark.text and not told:
        told = ["待补充，材料里没有"]
    return "<br>".join(told or ["没有找到相近的原文，请核实"])


def _quoted(quote: str, lead: str) -> str:
    """A piece of evidence: verbatim words of the material in quotes, what a person stated as such."""
    words = html.escape(" ".join(quote.split()))
    return words if quote.startswith(TYPED) else f"{lead}“{words}”"
