"""From files or pasted text to one applicant's Material."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from assistant.documents.readers.files import read_file
from assistant.drafting.aims import Applicant
from assistant.drafting.concerns import find_concerns
from assistant.drafting.flags import collect_flags
from assistant.drafting.honours import judge
from assistant.drafting.material.clauses import element_spans
from assistant.drafting.material.contact import read_contact
from assistant.drafting.material.county import read_county
from assistant.drafting.material.disputes import beside, read_disputes
from assistant.drafting.material.economic_type import named_form, read_economic_type
from assistant.drafting.material.founding import read_founded
from assistant.drafting.material.headcount import read_employees
from assistant.drafting.material.honour_claims import boasts
from assistant.drafting.material.honour_entries import Entry, find_entries
from assistant.drafting.material.honour_repeats import told_once
from assistant.drafting.material.honour_unread import unread_rows, withheld_entries
from assistant.drafting.material.identity import read_name
from assistant.drafting.material.industry import read_industry
from assistant.drafting.material.intent import read_intent
from assistant.drafting.material.method_names import method_names
from assistant.drafting.material.model import Conflict, Fact, Honour, Kind, Material, Span
from assistant.drafting.material.practices import read_practices
from assistant.drafting.material.quoted import without_others_words, without_quotes
from assistant.drafting.material.rivals import rival_count, rival_founding
from assistant.drafting.material.scan import SEALED, Scan, scan
from assistant.drafting.material.scope import read_scope
from assistant.drafting.material.source import read_source
from assistant.drafting.material.unusable import unusable
from assistant.drafting.material.whole_body import of_the_applicant
from assistant.errors import UnusableInputError

# Under what a head count of a quoted e-mail is told against the one of today, which stands.
_OLDER_COUNT = "员工人数"
# One applicant's material is a few thousand characters; far more is a mistake (a whole archive, another's files).
MOST_CHARACTERS = 100_000


def read_material(
    files: Sequence[Path] = (), *, texts: Mapping[str, str] | None = None, kind: Kind, as_of: date
) -> Material:
    """Read one applicant's files and pasted `texts` (by a name to show). `as_of` ends the honours window.

    Raises DocumentError for an unreadable file, UnusableInputError for more than MOST_CHARACTERS. Empty
    material gives a Material in which everything is missing.
    """
    named = {path.name: read_file(path).text for path in files} | dict(texts or {})
    _require_readable(sum(len(text) for text in named.values()))
    scans = without_others_words(tuple(scan(read_source(name, text), as_of) for name, text in named.items()))
    written, conflicts = _facts(scans, kind, as_of)
    facts, cannot_stand = unusable(scans, written, as_of)
    disputes = beside(conflicts, read_disputes(scans, str(facts["name"].value) if "name" in facts else ""))
    entries = tuple(entry for one in scans for entry in find_entries(one))
    honours = _honours(entries, kind, facts, as_of)
    unread = tuple(span for one in scans for span in unread_rows(one, [e for e in entries if e.scan is one]))
    unread += _withheld(scans, kind, facts, as_of)
    disputed = tuple(reading.span for conflict in (*conflicts, *disputes) for reading in conflict.readings)
    disputed += tuple(span for one in scans for span in boasts(one))
    methods = method_names(scans)
    practices = read_practices(scans, methods.names, entries, disputed, element_spans(written))
    everything = (*conflicts, *disputes)
    concerns = find_concerns(Applicant(scans, kind, as_of, facts, honours))
    return Material(
        kind=kind,
        as_of=as_of,
        sources=tuple(one.source for one in scans),
        facts=facts,
        conflicts=everything,
        practices=practices,
        main_method=methods.main,
        results=tuple(result for practice in practices for result in practice.results),
        honours=honours,
        flags=collect_flags(scans, kind, facts, everything, honours, concerns, unread, cannot_stand),
        sealed_spans=tuple(one.source.span(z.start, z.end) for one in scans for z in one.zones if z.code in SEALED),
        unread_honours=unread,
    )


def _require_readable(length: int) -> None:
    """UnusableInputError for more material than is read at once; nothing of it is cut off in silence."""
    if length > MOST_CHARACTERS:
        raise UnusableInputError(
            f"材料共 {length} 字符，超过一次能读的 {MOST_CHARACTERS} 字符，没有读取；"
            "请删去附表、制度原文等与质量做法无关的部分后再试。"
        )


def _facts(scans: tuple[Scan, ...], kind: Kind, as_of: date) -> tuple[dict[str, Fact], tuple[Conflict, ...]]:
    name = read_name(scans, kind)
    applicant = str(name.value) if name is not None else ""
    industry = read_industry(scans, applicant)
    found: list[Fact | Conflict | None] = [name, read_county(scans, name), industry, read_intent(scans)]
    own = of_the_applicant(scans, applicant) if kind == "organisation" else scans
    if kind == "organisation":
        found[1] = read_county(own, name) or found[1]
        found += _of_organisation(own, name, as_of)
    new = without_quotes(own)
    facts = {item.key: item for item in found if isinstance(item, Fact)} | read_contact(
        scans, name if kind == "individual" else None
    )
    conflicts = [item for item in found if isinstance(item, Conflict)]
    for key, rival in (("employees", rival_count), ("founded", rival_founding)):
        disputed = rival(new, facts[key]) if key in facts else None
        if disputed is not None:
            del facts[key]
            conflicts.append(disputed)
    return facts, tuple(conflicts)


def _of_organisation(own: tuple[Scan, ...], name: Fact | None, as_of: date) -> list[Fact | Conflict | None]:
    """What only an organisation is asked; of an e-mail the newest lines go first, and an older head count is told."""
    new, applicant = without_quotes(own), str(name.value) if name is not None else ""
    scope, employees = read_scope(new, applicant), read_employees(new, applicant, as_of)
    found: list[Fact | Conflict | None] = [
        read_founded(new, applicant) or read_founded(own, applicant),
        read_economic_type(new) or read_economic_type(own) or named_form(name),
        scope or read_scope(own, applicant),
    ]
    with_old = employees if new == own else read_employees(own, applicant, as_of)
    if isinstance(employees, Fact) and isinstance(with_old, Conflict):
        return [*found, employees, replace(with_old, key=_OLDER_COUNT)]
    return [*found, employees or with_old]


def _honours(entries: tuple[Entry, ...], kind: Kind, facts: dict[str, Fact], as_of: date) -> tuple[Honour, ...]:
    applicant = str(facts["name"].value) if "name" in facts else ""
    return told_once(judge(entry, kind, applicant, as_of) for entry in entries)


def _withheld(scans: tuple[Scan, ...], kind: Kind, facts: dict[str, Fact], as_of: date) -> tuple[Span, ...]:
    """Where honours stand that would be listed or doubtful, were they not in a stretch kept secret."""
    entries = tuple(entry for one in scans for entry in withheld_entries(one))
    judged = _honours(entries, kind, facts, as_of)
    return tuple(honour.span for honour in judged if honour.standing != "excluded")
