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


def private_matter(text: str) -> tuple[int, int] | None:
    """The clause of an illness, a treatment, a crime, a wage or a marriage told of a person; None where none is."""
    words = load_lexicon("withheld")
    if words.has("private_service", text):
        return None
    matters = list(words.patterns["private_matter"].finditer(text))
    for match in matters:
        start = max(text.rfind(edge, 0, match.start()) for edge in "，。；！？\n") + 1
        if words.has("private_pronoun", text[: match.start()]) or _named(text, start, matters):
            ends = [place for edge in "，。；！？\n" if (place := text.find(edge, match.end())) >= 0]
            return start, min(ends, default=len(text))
    return None


def others_result(text: str) -> tuple[int, int] | None:
    """Where a sentence sets out with another body and gives its figures before the applicant is spoken of."""
    words = load_lexicon("withheld")
    supplier = words.find("others_supplier", text)
    lead = supplier or words.find("others_lead", text)
    figure = words.find("others_figure", text) if lead else None
    if lead is None or figure is None or words.has("others_own", text[lead.end() : figure.start()]):
        return None
    return 0, len(text)


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
