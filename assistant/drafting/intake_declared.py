"""The column of practices of an applicants' table: a short phrase in it is a practice by the person's own word."""

import re
from dataclasses import replace

from assistant.drafting.intake_words import vocabulary, written_as_row
from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.limits import count_characters
from assistant.drafting.material.model import Material, Practice, Span

_ENTRY = re.compile(r"[^\n；;。]+")
_NUMBERING = re.compile(r"^(?:[（(]?[0-9一二三四五六七八九十]{1,2}[、.．)）](?![0-9])|[①-⑳•·●■◆*-]+)\s*")
_FILE_NAME = re.compile(r"\.(?:txt|md|docx?|pdf|xlsx?|jpe?g|png)\b", re.I)
_QUOTED = re.compile(r"“([^“”]{2,14})”")
_LONGEST, _MOST = 40, 8
# A phrase that may be named as it stands; a longer one or one with clauses is a sentence.
_LONGEST_NAME = 14
# What may not be said at all, or not as something done.
_KEPT_OUT = frozenset(
    {"INJECTION", "TRADE_SECRET", "STATE_SECRET", "PERSONAL_PRIVACY", "PLAN_NOT_ACHIEVED", "COMPLIANCE_RISK"}
    | {"FIGURE_OPEN", "CONFLICT_METRIC"}
)


def declared_entries(cell: str) -> list[str]:
    """The phrases of a cell of practices; empty where it holds running text, names a file or says something else (无,
    见附件), so that it is read as any other text."""
    told = [_NUMBERING.sub("", match.group().strip()) for match in _ENTRY.finditer(cell)]
    told = [entry for entry in told if entry]
    other = vocabulary().no_practice
    short = all(2 <= count_characters(entry) <= _LONGEST for entry in told)
    if not short or len(told) > _MOST or any(other.search(one) or _FILE_NAME.search(one) for one in told):
        return []
    return told


def with_declared(material: Material) -> Material:
    """The material of a row as written out, with each phrase of its column of practices among the practices unless it
    is kept out of drafts. Other material is returned as it is."""
    entries = [entry for entry in _entries(material) if not _kept_out(material, entry)]
    named = [entry for entry in entries if _names(entry.quote)]
    told = [entry for entry in entries if entry not in named and not _told(material, entry)]
    added = [one for one in (_named(named), *map(_sentence, told)) if one is not None]
    if not added:
        return material
    others = [one for one in material.practices if not any(one.span.overlaps(entry) for entry in named)]
    file = material.sources[0].file
    first = sorted([*added, *(one for one in others if one.span.file == file)], key=lambda one: one.span.start)
    return replace(material, practices=(*first, *(one for one in others if one.span.file != file)))


def _entries(material: Material) -> list[Span]:
    """Where the phrases stand in a row as written out: in the line under their label; the cells stand before it."""
    label = f"\n{vocabulary().labels['practice']}：\n"
    source = material.sources[0] if material.sources else None
    start = source.raw.find(label) + len(label) if source and written_as_row(source.raw) else 0
    if source is None or start < len(label):
        return []
    line = source.raw[start:].split("\n", 1)[0]
    if not declared_entries(line):
        return []
    found = [(start + one.start(), one.group()) for one in _ENTRY.finditer(line) if one.group().strip()]
    return [Span(source.file, place, place + len(text), text) for place, text in found]


def _names(text: str) -> bool:
    """Whether a phrase is short and in one piece, so that it can stand as what the practice is called."""
    plain = re.search(r"[，,：:“”（(]", text) is None and not load_lexicon("cues").has("superlative", text)
    return plain and count_characters(text) <= _LONGEST_NAME


def _named(entries: list[Span]) -> Practice | None:
    if not entries:
        return None
    names = tuple(dict.fromkeys(entry.quote.strip() for entry in entries))
    first, last = entries[0], entries[-1]
    span = first if len(entries) == 1 else replace(first, end=last.end, quote="；".join(one.quote for one in entries))
    return Practice(f"{vocabulary().labels['practice']}为{'、'.join(names)}", span, names)


def _sentence(entry: Span) -> Practice | None:
    """A longer phrase as it was given, without the claim to be the first and without the clauses that boast."""
    text = vocabulary().boast.sub("创立", entry.quote.strip())
    superlative = load_lexicon("cues").patterns["superlative"]
    kept = [clause for clause in re.findall(r"[^，]+", text) if not superlative.search(clause)]
    return Practice("，".join(kept), entry, tuple(dict.fromkeys(_QUOTED.findall(text)))) if kept else None


def _told(material: Material, entry: Span) -> bool:
    return any(entry.overlaps(practice.span) for practice in material.practices)


def _kept_out(material: Material, entry: Span) -> bool:
    """Whether a phrase is secret, private, a plan, in dispute, or an honour."""
    spans = [span for flag in material.flags if flag.code in _KEPT_OUT for span in flag.spans]
    spans += [one.span for conflict in material.conflicts for one in conflict.readings]
    spans += [*(honour.span for honour in material.honours), *material.unread_honours]
    return material.sealed(entry.file, entry.start, entry.end) or any(entry.overlaps(span) for span in spans)
