"""What the material itself tells of the terms of an award, and how the applicant stands to them.

An award that is not in the library is known only by what the material says of it (“区里答复这个奖只设组织类”). A term
and the applicant's own standing are looked for in the same sentence or in the one behind it of the same line.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from assistant.drafting.aims import Applicant
from assistant.drafting.lexicon import Lexicon, load_lexicon
from assistant.drafting.material.model import Span
from assistant.drafting.material.scan import Scan
from assistant.language.numerals import parse_number

Concern = tuple[str, Span]

_CLAUSE = re.compile(r"[^，；：。（）“”\n]+")
_YEARS = re.compile(
    r"(?:第)?([0-9]{1,2}|[一二两三四五六七八九十]{1,3})(?:个)?(?:多)?(?:年头|周年|年)(?!级|代|[0-9]{1,2}月)"
)
_CALENDAR = re.compile(r"[0-9]$")
_MOST = 30  # more years than that no award asks for


def told_duration(applicant: Applicant) -> Concern | None:
    """The material tells how many years are asked for, and that the applicant has fewer."""
    terms = load_lexicon("terms")
    for scan, start, end in _windows(applicant):
        text = scan.text[start:end]
        told = terms.has("told_by", text) and not terms.has("own_rule", text) and not terms.has("enough", text)
        if told and _short_of(text, scan, start, applicant, terms):
            return "ELIGIBILITY_DURATION", scan.source.span(start, end)
    return None


def _short_of(text: str, scan: Scan, offset: int, applicant: Applicant, terms: Lexicon) -> bool:
    clauses = _clauses(text)
    asking = {start: years for start, clause in clauses if (years := _asked(clause, terms))}
    for (_, before), (start, clause) in pairwise(clauses):
        if "年限" in before and not asking and _YEARS.fullmatch(clause):
            asking[start] = max(_years(clause), default=0)
    asked = [years for years in asking.values() if years]
    if not asked:
        return terms.has("falls_short", text) and "年限" in text
    if terms.has("falls_short", text):
        return True
    most = max(asked)
    for start, clause in clauses:
        if start in asking or terms.has("others_years", clause):
            continue
        own = [years for years in _years(clause) if years < most]
        if own and (applicant.kind == "individual" or terms.has("own_years", clause) or _YEARS.fullmatch(clause)):
            return True
        since = [day for day in scan.dates_in(offset + start, offset + start + len(clause)) if not day.relative]
        if since and terms.has("begins", clause) and not _whole_years(since[0].value.last(), applicant.as_of, most):
            return True
    return False


def _asked(clause: str, terms: Lexicon) -> int:
    """The years a clause asks for, 0 where it asks for none."""
    if not terms.has("asks_years", clause) or terms.has("window_years", clause):
        return 0
    return max(_years(clause), default=0)


def _years(clause: str) -> list[int]:
    found = []
    for match in _YEARS.finditer(clause):
        value = parse_number(match[1])
        if value is not None and value <= _MOST and not _CALENDAR.search(clause[: match.start()]):
            found.append(int(value))
    return found


def _whole_years(since: date, as_of: date, years: int) -> bool:
    return (as_of.year - since.year, as_of.month, as_of.day) >= (years, since.month, since.day)


def told_mismatch(applicant: Applicant, *, makes: bool) -> Concern | None:
    """The material tells that the award applied for takes no such applicant."""
    terms = load_lexicon("terms")
    words = ["only_bodies"] if applicant.kind == "individual" else ["only_persons"]
    for scan, start, end in _windows(applicant):
        text = scan.text[start:end]
        if not terms.has("award", text) or not terms.has("applies", text):
            continue
        if terms.has("applied_once", text) or terms.has("own_rule", text):
            continue
        if any(terms.has(word, text) for word in words):
            return "TARGET_MISMATCH", scan.source.span(start, end)
        if (
            applicant.kind == "organisation"
            and not makes
            and "市长质量管理奖" in text
            and terms.has("only_industry", text)
        ):
            return "TARGET_MISMATCH", scan.source.span(start, end)
    return None


def told_duplicate(applicant: Applicant, *, won: bool) -> Concern | None:
    """The material tells that winners are barred, or asks whether they are, and that the applicant is one.

    `won`: whether an award of the state or of a province that is a quality award is among its honours.
    """
    terms = load_lexicon("terms")
    for scan, start, end in _windows(applicant):
        text = scan.text[start:end]
        doubted = terms.has("award", text) or "奖" in text
        if not doubted or terms.has("not_won", text) or not terms.has("higher", text + ("省" if won else "")):
            continue
        rest = terms.patterns["bars_winners"].sub("＿", text)
        barred = rest != text
        claimed = terms.has("won_it", rest)
        asks = terms.has("may_it_still", rest) and terms.has("applies", rest)
        if (barred and (won or claimed)) or (claimed and asks):
            return "ELIGIBILITY_DUPLICATE", scan.source.span(start, end)
    return None


def _windows(applicant: Applicant) -> Iterator[tuple[Scan, int, int]]:
    """Each sentence, and each with the next of its line, that is not sealed."""
    for scan in applicant.scans:
        for index, sentence in enumerate(scan.sentences):
            if scan.sealed(sentence.start, sentence.end):
                continue
            yield scan, sentence.start, sentence.end
            behind = scan.sentences[index + 1] if index + 1 < len(scan.sentences) else None
            if behind is None or scan.sealed(behind.start, behind.end):
                continue
            if "\n" not in scan.text[sentence.start : behind.end]:
                yield scan, sentence.start, behind.end


def _clauses(text: str) -> list[tuple[int, str]]:
    return [(match.start(), match.group()) for match in _CLAUSE.finditer(text)]
