"""Which of several head counts holds: the people in post, the latest year, and what cannot both hold."""

import re

from assistant.drafting.material.headcount_reading import Count, read_count
from assistant.drafting.material.headcount_words import ABOUT_BEFORE, AFTER, NUMBER
from assistant.drafting.material.scan import Scan
from assistant.language.sentences import Sentence

# An approximate reading agrees with an exact one within this share of it.
_TOLERANCE = 0.12
_REPORTS = re.compile(r"\s*(?:但|而|不过|可)?(?:另据|又据|另有|据|另一[份处张]|按|照|查)")
_NEARLY = 0.8
# More different counts than this settle nothing further, and each is held against all that is told.
_MOST_READINGS = 60
# A count that is divided further is a whole in its own right (医护技人员共702人（其中卫技611人）).
_DIVIDED = re.compile(
    rf"(?:人员|[员职]工|教师)(?:一共|总共|合计|共计|共|总数|总计)有?{ABOUT_BEFORE}{NUMBER}{AFTER}(?=[（，]其中|（含|，包括)"
)


def in_post(counts: list[Count], scans: tuple[Scan, ...]) -> list[Count]:
    """The posts allowed (编制22人) are no head count where the people in post are counted (实有24人)."""
    texts = {scan.source.file: scan.source.raw for scan in scans}
    allowed = [
        c
        for c in counts
        if re.search(
            r"(?:编制|核编|定编|定员|编制数|核定人数|应到)[：为]?\s*$", texts[c.fact.span.file][: c.fact.span.start]
        )
    ]
    return [count for count in counts if count not in allowed] or counts


def challenged(scans: tuple[Scan, ...], counts: list[Count]) -> list[Count]:
    """A divided count about as large, where the one read is what somebody else reports (另据年报…745人)."""
    found: list[Count] = []
    for scan in scans:
        rivals = [read_count(scan, m) for m in _DIVIDED.finditer(scan.text) if not scan.sealed(*m.span())]
        if not rivals:
            continue
        reports = [one for one in scan.sentences if _REPORTS.match(one.text)]
        reported = [count for count in counts if any(_gives(scan, one, count) for one in reports)]
        found += [rival for rival in rivals for count in reported if _as_large(rival, count)]
    return found


def _gives(scan: Scan, sentence: Sentence, count: Count) -> bool:
    """Whether the count stands in the sentence, which reports another source."""
    span = scan.source.span(sentence.start, sentence.end)
    return span.file == count.fact.span.file and span.start <= count.fact.span.start < span.end


def _as_large(one: Count, other: Count) -> bool:
    a, b = int(one.fact.value), int(other.fact.value)
    return min(a, b) >= _NEARLY * max(a, b)


def latest(counts: list[Count]) -> list[Count]:
    """Of counts that carry different dates only the latest year is kept, beside those without a date."""
    years = {count.dated.year for count in counts if count.dated is not None}
    if len(years) < 2:
        return counts
    return [count for count in counts if count.dated is None or count.dated.year == max(years)]


def apart(counts: list[Count]) -> list[list[Count]]:
    """The counts grouped by agreement, the exact ones first."""
    groups: list[list[Count]] = []
    for count in sorted(counts, key=lambda count: not count.exact):
        for group in groups:
            if _agree(group[0], count):
                group.append(count)
                break
        else:
            if len(groups) < _MOST_READINGS:
                groups.append([count])
    return groups


def _agree(one: Count, other: Count) -> bool:
    a, b = int(one.fact.value), int(other.fact.value)
    return a == b if one.exact and other.exact else abs(a - b) <= _TOLERANCE * max(a, b)
