"""Honours a material tells and no draft holds: rows of tables nothing could be read from, and what stands in a stretch
kept secret. They are shown to a person, never passed over as 无."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.honour_entries import Entry, beside_tables, find_entries, names_none, sections_of
from assistant.drafting.material.honour_table import honour_tables
from assistant.drafting.material.model import Span
from assistant.drafting.material.scan import SECRET, Scan
from assistant.drafting.material.zones import Zones

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


def withheld_entries(scan: Scan) -> list[Entry]:
    """The honours told in a stretch kept out as a secret; an injected one is no honour told."""
    secrets = [zone for zone in scan.zones if zone.code in SECRET]
    if not secrets:
        return []
    opened = replace(scan, zones=Zones(zone for zone in scan.zones if zone.code not in SECRET))
    return [
        entry
        for entry in find_entries(opened)
        if any(zone.start < entry.end and entry.start < zone.end for zone in secrets)
    ]
