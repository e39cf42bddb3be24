"""One row of an applicants' table: its cells by field, and the row written out as material."""

import re
from collections.abc import Mapping, Sequence

from assistant.drafting.intake_days import told_day
from assistant.drafting.intake_declared import declared_entries
from assistant.drafting.intake_figures import begins_with_figure
from assistant.drafting.intake_words import declares, of_figures, tells, vocabulary
from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.limits import CHARACTERISATION_LIMIT, fits
from assistant.drafting.material.kind import guess_kind
from assistant.drafting.material.model import ORGANISATION_ONLY, Kind

_PLACE_BREAK = re.compile(r"[\s,，、;；/／|]+")
_PLACE = re.compile(r"(.{1,20}?[区县市旗])(.{2,})")
# How everything a form leaves open begins: 【待补充】, 【待核：…】.
_OPEN = "【待"
# What an applicant wrote as running text; everything else is a value. A characterisation within its limit stands in
# the form as it is; a longer one tells of the practice and is read as material too.
_RUNNING = ("profile", "text", "characterisation")
# Columns of which a table may have several; what they say is put together.
_SEVERAL = frozenset({"text", "practice", "honours"})
# What of a row tells of the applicant's work; the other cells are particulars.
TOLD = frozenset({"text", "practice", "honours", "characterisation", "profile"})
# What stands in lines of its own under its label, so that it is found again in the row as written out.
_UNDER_LABEL = frozenset({"practice", "honours"})
_NAMES = frozenset({"name", "contact_name"})
# A cell with a mark of a sentence, or longer than a value is, tells something.
_TELLING_CELL = re.compile(r"[，。；！？]|^.{24,}$", re.S)


def given_cells(fields: Sequence[str], heads: Sequence[str], row: Sequence[str]) -> tuple[dict[str, str], list[str]]:
    """The cells by field, and the lines of columns nobody knows or that stand twice.

    Cells that say nothing (`—`, `待定`, 【待补充】) are left out; a cell of place and industry is taken apart. The post
    is whose name it stands behind: the applicant's own (`post`) or the contact's.
    """
    given: dict[str, str] = {}
    extra = []
    whose = ""
    for place, cell in enumerate(row):
        field = fields[place] if place < len(fields) else ""
        whose = field if field in _NAMES else whose
        if field == "contact_title" and whose == "name" and "contact_name" in fields[place:]:
            field = "post"
        value = cell if field in _RUNNING else _said(cell)
        if field == "text" and declares(heads[place]) and declared_entries(value):
            field, value = "practice", "；".join(declared_entries(value))
        if value and field in _SEVERAL and field in given:
            given[field] += f"\n{value}"
        elif value and field and field not in given:
            given[field] = told_day(value) if field == "founded" else value
        elif value and field != "number":
            extra.append(_unknown(heads[place] if place < len(heads) else "表外", value))
    if "place" in given:
        for field, value in _parted(given.pop("place")).items():
            given.setdefault(field, value)
    return given, extra


def _unknown(head: str, value: str) -> str:
    """A cell nobody has a field for: a value behind its head; what tells something under it, so that no sentence begins
    with the head, unless the head is part of what is told (下一步打算, 年销售额)."""
    apart = _TELLING_CELL.search(value) and not tells(head) and not (of_figures(head) and begins_with_figure(value))
    return f"{head}：\n{value}" if apart else f"{head}：{value}"


def written_out(given: Mapping[str, str], extra: Sequence[str], kind: Kind | None) -> str:
    """The row as material: labelled lines, running text, columns nobody knows, and last the honours under their label.

    What is asked of organisations only is written for a person without its label, so that it is read but not used.
    """
    person = (kind or guess_kind("\n".join(given.get(field, "") for field in _RUNNING))) == "individual"
    lines = []
    for field, label in vocabulary().labels.items():
        if field in given and field not in _UNDER_LABEL:
            label = "姓名" if person and field == "name" else label
            value = re.sub(r"\s*\n\s*", "，", given[field])
            lines.append(value if person and field in ORGANISATION_ONLY else f"{label}：{value}")
    lines += [_sentence(given[field]) for field in _RUNNING if field in given and not _stands(field, given[field])]
    if "practice" in given:
        told = given["practice"].replace("\n", "；")
        lines.append(f"{vocabulary().labels['practice']}：\n{_sentence(told)}")
    lines += extra
    if "honours" in given:
        lines.append(f"{vocabulary().labels['honours']}：\n{given['honours']}")
    return "\n".join(lines)


def _sentence(text: str) -> str:
    """Running text of one line without a mark at its end is a sentence, not a title. A figure at the end may have been
    cut off and stays as it is."""
    return f"{text}。" if "\n" not in text and re.search(r"[\u4e00-\u9fff”）》%]$", text) else text


def _stands(field: str, text: str) -> bool:
    """Whether a text is a characterisation that goes into the form word for word."""
    return field == "characterisation" and fits(text, CHARACTERISATION_LIMIT)


def _said(cell: str) -> str:
    """The cell without lines that wait to be filled in; "" where it says nothing."""
    kept = "\n".join(line.strip() for line in cell.split("\n") if _OPEN not in line)
    return "" if load_lexicon("labels").has("blank", kept) else kept


def _parted(cell: str) -> dict[str, str]:
    """County and industry of one cell (`大足区，金属制品业`, also without anything between them)."""
    first, *others = _PLACE_BREAK.split(cell, maxsplit=1)
    joined = _PLACE.fullmatch(cell) if not others else None
    if joined:
        first, others = joined[1], [joined[2]]
    if not others and not re.search(r"[区县市旗]$", first):
        return {"industry": first}
    return {"county": first} | ({"industry": others[0]} if others else {})
