"""The column of honours of an applicants' table: every entry of it is an honour told or one a person has to check."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.drafting.flags import messages, none_listed
from assistant.drafting.intake_words import field_of, vocabulary, written_as_row
from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.honour_table import says_none
from assistant.drafting.material.model import Flag, Material, Span
from assistant.drafting.model import HONOURS_UNTOLD, TO_BE_FILLED

_ENTRY = re.compile(r"[^\n；;。]+")
_LABEL = re.compile(r"^(?P<head>[^：\n]{2,20})：", re.M)
_WORDS = re.compile(r"[\u4e00-\u9fff]{3}")
_NONE, _OPEN, _UNTOLD = "NO_QUALIFYING_HONOUR", "HONOUR_BORDERLINE", HONOURS_UNTOLD


def with_honours_cell(material: Material) -> Material:
    """The material of a row as written out, with what its column of honours says kept out of the practices, and each
    entry that no honour was read from shown as one to be checked. Other material is returned as it is."""
    cell = _cell(material)
    if cell is None:
        return material
    practices = tuple(one for one in material.practices if not one.span.overlaps(cell))
    if cell.quote.strip() == TO_BE_FILLED:
        return _untold(replace(material, practices=practices))
    unread = tuple(entry for entry in _entries(cell) if not _read(material, entry))
    return replace(
        material,
        practices=practices,
        results=tuple(result for practice in practices for result in practice.results),
        unread_honours=(*material.unread_honours, *unread),
        flags=_flagged(material.flags, unread) if unread else material.flags,
    )


def _untold(material: Material) -> Material:
    """A row whose column of honours was left empty: what else it tells counts, else nobody has said there are none."""
    if material.honours or material.unread_honours:
        return material
    flags = tuple(Flag(_UNTOLD, messages()[_UNTOLD]) if flag.code == _NONE else flag for flag in material.flags)
    return replace(material, flags=flags)


def _cell(material: Material) -> Span | None:
    """Where the honours stand in a row as written out: under their label, last; the name stands first."""
    if not material.sources:
        return None
    source, label = material.sources[0], f"\n{vocabulary().labels['honours']}：\n"
    start = source.raw.rfind(label) + len(label)
    if start < len(label) or not written_as_row(source.raw):
        return None
    end = next((one.start() for one in _LABEL.finditer(source.raw, start) if _another(one["head"])), len(source.raw))
    return Span(source.file, start, end, source.raw[start:end])


def _another(head: str) -> bool:
    """Whether a line begins another column: in a file laid out by its writer the honours need not stand last."""
    return field_of(head) not in {"", "honours", "name", "kind"}


def _entries(cell: Span) -> list[Span]:
    """What each line, or stretch up to a semicolon, of the cell says; nothing of one that says there is none."""
    blank = load_lexicon("labels").patterns["blank"]
    told = [match for match in _ENTRY.finditer(cell.quote) if _WORDS.search(match.group())]
    said = [match for match in told if not says_none(match.group().strip()) and not blank.search(match.group().strip())]
    return [Span(cell.file, cell.start + one.start(), cell.start + one.end(), one.group()) for one in said]


def _read(material: Material, entry: Span) -> bool:
    """Whether an honour was read from an entry, or a flag tells of it already (a vague one, a secret)."""
    flagged = (span for flag in material.flags for span in flag.spans)
    spans = (*(honour.span for honour in material.honours), *material.unread_honours, *flagged)
    return any(entry.overlaps(span) for span in spans)


def _flagged(flags: Sequence[Flag], unread: Sequence[Span]) -> tuple[Flag, ...]:
    """The flags, with the entries under those that say what of the honours is open."""
    found = [
        replace(flag, message=none_listed(doubtful=True), spans=(*flag.spans, *unread)) if flag.code == _NONE else flag
        for flag in flags
    ]
    open_ = next((flag for flag in found if flag.code == _OPEN), Flag(_OPEN, messages()[_OPEN]))
    return (*(flag for flag in found if flag.code != _OPEN), replace(open_, spans=(*open_.spans, *unread)))
