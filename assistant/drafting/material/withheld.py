"""What stays out of a draft whatever is said beside it: credentials, a person's private matters, another's results."""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.documents.redaction import redact
from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.model import Source
from assistant.drafting.material.surnames import name_pattern
from assistant.drafting.material.zones import Zone
from assistant.language.sentences import Sentence

# The sealed stretch is no flag code of its own: what is shown is a PERSONAL_PRIVACY that ends before the value.
CREDENTIAL = "CREDENTIAL"

_VALUE = re.compile(r"[A-Za-z0-9@._\- ]+$")
# A watchword (口令：一看二摸三听) opens nothing.
_TYPED = re.compile(r"[A-Za-z0-9]{2}")
_SHORTEST_NAME = 2
_EDGES = "，。；！？\n|｜\t"


def credentials(source: Source, sentences: list[Sentence]) -> Iterator[Zone]:
    """Sentences with a password, a key or an account, sealed; the evidence shown ends before the value."""
    text = source.text
    values = [span for span in redact(text).spans if _TYPED.search(text, *span)]
    for match in load_lexicon("withheld").patterns["account"].finditer(text):
        value = _VALUE.search(match.group())
        values.append((match.start() + (value.start() if value else 0), match.end()))
    for sentence in sentences:
        inside = sorted(span for span in values if span[0] < sentence.end and sentence.start < span[1])
        if inside:
            shown = source.span(sentence.start, max(sentence.start, inside[0][0]))
            yield Zone(CREDENTIAL, sentence.start, sentence.end, shown)
            yield Zone("PERSONAL_PRIVACY", sentence.start, sentence.end, shown)


def private(text: str) -> tuple[int, int] | None:
    """From the first clause that is private to the last, with those that go on about it (…，做过手术仍坚持).

    A person sees all of it, and none of it is taken for something else.
    """
    cues, words = load_lexicon("cues"), load_lexicon("withheld")
    rest = cues.blanked("privacy_not", text)
    clauses = [_clause(text, *match.span()) for match in cues.all("privacy", rest)]
    clauses = clauses or _private_matters(rest)
    if not clauses:
        return None
    more = words.all("private_matter", rest) + words.all("private_goes_on", rest)
    clauses += [_clause(text, *match.span()) for match in more if match.start() >= clauses[0][0]]
    return clauses[0][0], max(end for _, end in clauses)


def _private_matters(text: str) -> list[tuple[int, int]]:
    """The first clause of an illness, a treatment, a crime, a wage or a marriage told of a person, if there is one."""
    words = load_lexicon("withheld")
    if words.has("private_service", text):
        return []
    matters = list(words.patterns["private_matter"].finditer(text))
    for match in matters:
        clause = _clause(text, *match.span())
        nobody_else = words.has("private_unnamed", text[clause[0] : clause[1]])
        if nobody_else or words.has("private_pronoun", text[: match.start()]) or _named(text, clause[0], matters):
            return [clause]
    return []


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    first = max(text.rfind(edge, 0, start) for edge in _EDGES) + 1
    ends = [place for edge in _EDGES if (place := text.find(edge, end)) >= 0]
    return first, min(ends, default=len(text))


def others_result(text: str) -> tuple[int, int] | None:
    """Where a sentence sets out with another body and gives its figures before the applicant is spoken of."""
    words = load_lexicon("withheld")
    supplier = words.find("others_supplier", text)
    lead = supplier or words.find("others_lead", text)
    figure = words.find("others_figure", text) if lead else None
    if lead is None or figure is None or words.has("others_own", text[lead.end() : figure.start()]):
        return None
    return 0, len(text)


def without_others(text: str) -> str:
    """The text without what stands in brackets of a rival's figures; what is in them is never told of the applicant."""
    return load_lexicon("withheld").patterns["others_aside"].sub("", text)


def open_figure(text: str) -> tuple[int, int] | None:
    """The sentence where its writer says that a figure is guessed, not checked or withdrawn."""
    return (0, len(text)) if load_lexicon("withheld").has("figure_open", text) else None


def no_work(text: str) -> tuple[int, int] | None:
    """A sentence on another's results or on a slip of the press: none of it is the applicant's work."""
    return others_result(text) or misprint(text)


def misprint(text: str) -> tuple[int, int] | None:
    """The sentence that tells of a figure misprinted somewhere and put right since."""
    return (0, len(text)) if load_lexicon("withheld").has("misprinted", text) else None


def _named(text: str, clause: int, matters: list[re.Match[str]]) -> bool:
    """Whether a name stands behind a post, or opens the sentence or the clause, and is no part of what is told."""
    for match in _name().finditer(text):
        start = match.start("name")
        if match["post"] is None and start not in {0, clause}:
            continue
        if not any(start < one.end() and one.start() < start + _SHORTEST_NAME for one in matters):
            return True
    return False


@lru_cache(maxsize=1)
def _name() -> re.Pattern[str]:
    post = load_lexicon("withheld").patterns["private_post"].pattern
    return re.compile(rf"(?:(?P<post>{post})|(?<![\u4e00-\u9fff]))(?P<name>{name_pattern()})")
