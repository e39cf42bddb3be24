"""An e-mail with the earlier ones quoted below or between its lines (> …): what is said now goes before what was said.

A quoted line that asks stays, for what is answered to it stands below it; a material that is quoted as a whole (a
forwarded message) has nothing newer in it and is read as it is.
"""

import re
from dataclasses import replace

from assistant.drafting.material.scan import Scan
from assistant.language.sentences import split_sentences

_QUOTED = re.compile(r"(?m)^[ \t]*>[^\n]*")
_ASKS = re.compile(r"[？?]|[：:][ ]*$|^[> \t]*[0-9一二三四五六七八九十]{1,2}[.、．)）]")
# Less than this said anew is a greeting above a forwarded message.
_FEWEST_NEW = 30


def without_quotes(scans: tuple[Scan, ...]) -> tuple[Scan, ...]:
    """The scans with the quoted statements blanked, every offset as it was; as they are where nothing else is said."""
    return tuple(_without(scan) for scan in scans)


def _without(scan: Scan) -> Scan:
    quoted = [match.span() for match in _QUOTED.finditer(scan.text)]
    if not quoted or len(_QUOTED.sub("", scan.text).strip()) < _FEWEST_NEW:
        return scan
    text = scan.text
    for start, end in quoted:
        if not _ASKS.search(text[start:end]):
            text = text[:start] + " " * (end - start) + text[end:]
    if text == scan.text:
        return scan
    dates = tuple(date for date in scan.dates if text[date.start : date.end].strip())
    return replace(scan, source=replace(scan.source, text=text), sentences=tuple(split_sentences(text)), dates=dates)
