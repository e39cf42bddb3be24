"""How many applicants a county puts forward, against what its city's notice allows: notes, never a refusal."""

from collections import Counter
from collections.abc import Sequence

from assistant.drafting.form_rows import FormRow
from assistant.knowledge.forms import Quota
from assistant.language.places import Place, find_places

_UNITS = {"organisation": ("组织", "个"), "individual": ("个人", "名")}


def quota_notes(rows: Sequence[FormRow], quotas: Sequence[Quota]) -> list[str]:
    """One note for every county and kind over the quota of its city, with the clause that sets it."""
    counted: Counter[tuple[Quota, str, str]] = Counter()
    for row in rows:
        place = _place(row)
        for quota in quotas:
            if place.city == quota.city and place.county:
                counted[quota, place.county, row.kind] += 1
    return [note for (quota, county, kind), count in counted.items() if (note := _note(quota, county, kind, count))]


def _place(row: FormRow) -> Place:
    """Where the applicant is: its county as written, read together with its name where that alone is ambiguous."""
    for text in (row.county, f"{row.name}，{row.county}"):
        places = [mention.place for mention in find_places(text)]
        counties = [place for place in places if place.county]
        if counties:
            return counties[0]
        if places and row.county:
            return Place(places[0].province, places[0].city, row.county)
    return Place("")


def _note(quota: Quota, county: str, kind: str, count: int) -> str:
    label, unit = _UNITS[kind]
    most = quota.organisation if kind == "organisation" else quota.individual
    if count <= most:
        return ""
    source = f"{quota.citation.clause.replace('/', ' ')}“{quota.citation.quote}”"
    return f"{quota.city}{county}推荐{label} {count} {unit}，超过 {most} {unit}，请核定后再报。依据：{source}。"
