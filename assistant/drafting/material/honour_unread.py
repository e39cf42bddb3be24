"""Rows of tables of honours from which nothing could be read: they are shown to a person, never passed over as 无."""

import re
from collections.abc import Sequence

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.honour_entries import Entry, beside_tables, names_none, sections_of
from assistant.drafting.material.honour_table import honour_tables
from assistant.drafting.material.model import Span
from assistant.drafting.material.scan import Scan

_ROW = re.compile(r"[^\n]*[\t|｜][^\n]*")
_WORDS = re.compile(r"[\u4e00-\u9fff]{3}")


def unread_rows(scan: Scan, entries: Sequence[Entry]) -> list[Span]:
    """The rows of tables of honours, and the rows of cells under a heading of honours, that gave no honour at all.

    A table that says 无 tells of none and is no unread one.
    """
    tables = honour_tables(scan)
    rows = [(row.start, row.end) for table in tables for row in table.rows if not names_none(scan, row)]
    for start, end in (part for section in sections_of(scan) for part in beside_tables(section, tables)):
        if not any(entry.start < end and start < entry.end for entry in entries):
            rows += [match.span() for match in _ROW.finditer(scan.text, start, end)]
    told = [row for row in rows if _WORDS.search(scan.text[slice(*row)]) and not scan.sealed(*row)]
    certificate = load_lexicon("honours").patterns["certificate"]
    told = [row for row in told if not certificate.search(scan.text, *row)]
    left = [row for row in told if not any(entry.start < row[1] and row[0] < entry.end for entry in entries)]
    return [scan.source.span(*row) for row in left]
