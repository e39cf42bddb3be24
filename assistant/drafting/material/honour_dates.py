"""Which date of a sentence is that of the honour it names."""

import re

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.scan import Scan, clause_bounds
from assistant.language.dates import DateMention, PartialDate

_YEAR = re.compile(r"(?<![0-9A-Za-z.\-/〔\[])20[0-3][0-9](?![0-9A-Za-z.\-/号人家个项件万元])")


def date_of(scan: Scan, start: int, end: int, award: int) -> DateMention | None:
    """The date of the honour named in the clause that begins at `award`: its own, else the nearest before it.

    The date of another matter of the sentence (成立于2002年，…，2022年获…) is none of the honour's.
    """
    within = list(scan.dates_in(start, end))
    if len(within) > 1:
        within = [mention for mention in within if not scan.text.startswith("度", mention.end)] or within
    own = [mention for mention in within if mention.start >= award]
    if own:
        return own[0]
    before = [mention for mention in within if not _of_founding(scan, mention)]
    return before[-1] if before else None


def _of_founding(scan: Scan, mention: DateMention) -> bool:
    """A date whose own clause tells of founding and of no honour."""
    clause = scan.text[slice(*clause_bounds(scan.text, mention.start, mention.end))]
    return load_lexicon("facts").has("founding", clause) and not load_lexicon("honours").has("award", clause)


def bare_year(text: str, start: int, end: int) -> DateMention | None:
    """A year without its word (高新技术企业（2021）, 2020 全国质量标杆)."""
    match = _YEAR.search(text, start, end)
    if match is None:
        return None
    return DateMention(match.start(), match.end(), match.group(), PartialDate(int(match.group())), relative=False)
