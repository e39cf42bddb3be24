"""One applicant, as handed in, to the material the draft is made from; cells of a table win over what is read."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from assistant.documents.readers.files import read_file
from assistant.drafting.intake_material import material_of
from assistant.drafting.intake_model import Applicant, Need
from assistant.drafting.material.garbled import garbled_told
from assistant.drafting.material.kind import guess_kind
from assistant.drafting.material.model import FACT_KEYS, ORGANISATION_ONLY, Fact, Flag, Kind, Material, Span
from assistant.drafting.material.read import read_material
from assistant.drafting.material.unusable import still_to_come, turned
from assistant.drafting.several import LIST_FROM, applicants_named, list_told, pair_told, table_told
from assistant.errors import DocumentError, UnusableInputError
from assistant.language.dates import find_dates

_DAY = r"([0-9]{4}[ ]*年[ ]*[0-9]{1,2}[ ]*月[ ]*[0-9]{1,2}[ ]*日)"
_SHORT_DAY = r"([0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2})"
# Who fills in or hands in, and when: never what founds or registers (成立日期：…).
_HANDED_IN = r"(?:填[表报写]|报送|上报|编制|编写|整理|起草|撰写|提交|制表|汇报|落款|申报|推荐|呈报)"
_WHO = rf"{_HANDED_IN}(?:单位|部门|科室|人|者)[：:][^\n，。；：:（）()]{{1,30}}?[\s，；]+"
_WHEN = rf"(?:{_HANDED_IN}?(?:日期|时间)|基准日|截至)[：:]?[ \t]*"
# The date a material closes with: alone in its line, in brackets, with who and when before it, or behind the last stop.
_CLOSING_DATE = re.compile(
    rf"^[ \t（(【]*(?:{_WHO})?(?:(?:{_WHEN})?{_DAY}|{_WHEN}{_SHORT_DAY})[ \t）)】。]*$"
    rf"|(?<=[。；])[ \t]*{_DAY}[ \t。]*\Z",
    re.M,
)
_HEAD_COUNT = re.compile(r"([0-9]{1,7})\s*[人名]?")
# Fewer digits than this are no telephone (无, 同上, 未提供).
_SHORTEST_PHONE = 5
_INTENT = "intent_china_quality_award"
_FIELDS = {"intent": _INTENT}
KEPT_OUT = frozenset({"INJECTION", "TRADE_SECRET", "STATE_SECRET", "PERSONAL_PRIVACY"})


def read_applicant(applicant: Applicant, kind: Kind | None, as_of: date | None) -> tuple[Material, list[Need]]:
    """The material of an applicant and what was noticed on the way (files that could not be read, warnings).

    Without `kind` that of the applicant holds, else it is judged from the text; without `as_of` the date the material
    ends with, else today.

    Raises UnusableInputError where nothing at all could be read, or what is handed in is a list of
    applicants.
    """
    texts, needs = texts_of(applicant)
    needs += [Need("INTAKE", problem) for problem in applicant.problems]
    needs += [Need("GARBLED", told) for name, text in texts.items() if (told := garbled_told(name, text))]
    if not texts:
        raise UnusableInputError("；".join(need.what for need in needs) or "没有材料：文件夹是空的或该行没有内容。")
    named = () if applicant.given else applicants_named(texts)
    if len(named) >= LIST_FROM:
        raise UnusableInputError(list_told(named))
    needs += [Need("INTAKE", pair_told(named))] if len(named) > 1 else []
    whole = "\n".join(texts.values())
    day = as_of or closing_date(whole) or date.today()
    material = material_of(texts, kind or applicant.kind or guess_kind(whole), day)
    return with_given(material, applicant.given), needs


def closing_date(text: str) -> date | None:
    """The date the material closes with, on the last line that gives one; None where there is none."""
    lines = [re.sub(r"\s+", "", "".join(groups)) for groups in _CLOSING_DATE.findall(text.rstrip())]
    dates = find_dates(lines[-1]) if lines else []
    return dates[0].value.first() if dates else None


def kept_out(text: str, material: Material) -> list[Flag]:
    """What of a ready-made text must not go into the form: secrets, privacy, embedded instructions."""
    read = read_material(texts={"表中所填": text}, kind=material.kind, as_of=material.as_of)
    return [flag for flag in read.flags if flag.code in KEPT_OUT]


def with_given(material: Material, given: Mapping[str, str]) -> Material:
    """The material with the facts a table gives in its own columns, and without the flags they answer.

    A cell that lies in a stretch kept out, or that is contradicted elsewhere in the material, changes nothing.
    """
    facts = dict(material.facts)
    disputed = {conflict.key for conflict in material.conflicts}
    for field, cell in given.items():
        key = _FIELDS.get(field, field)
        if key in FACT_KEYS and key not in disputed and not _not_asked(material, key):
            fact = _fact(material, key, cell)
            if fact is not None and not (_same(facts.get(key), fact) or _read_in(facts.get(key), fact)):
                facts[key] = fact
    answered = {_missing_code(key) for key in facts.keys() - material.facts.keys()}
    if facts.get(_INTENT) != material.facts.get(_INTENT):
        answered.add(_missing_code(_INTENT))
    return replace(material, facts=facts, flags=tuple(flag for flag in material.flags if flag.code not in answered))


def texts_of(applicant: Applicant) -> tuple[dict[str, str], list[Need]]:
    """The texts of an applicant by name, its files read, and what was noticed on the way."""
    texts, needs = dict(applicant.texts), []
    for file in applicant.files:
        if told := table_told(file):
            raise UnusableInputError(told)
        try:
            raw = read_file(file)
        except DocumentError as error:
            needs.append(Need("UNREADABLE", str(error)))
            continue
        name = file.name if file.name not in texts else f"{file.parent.name}/{file.name}"
        texts[name if name not in texts else str(file)] = raw.text
        needs += [Need("READING", f"{file.name}：{warning}") for warning in raw.warnings]
    return texts, needs


def _not_asked(material: Material, key: str) -> bool:
    return material.kind == "individual" and key in ORGANISATION_ONLY


def _fact(material: Material, key: str, cell: str) -> Fact | None:
    """The fact of a cell, with the place it stands at in the written-out row."""
    value: str | int = " ".join(cell.split())
    if key == "employees":
        match = _HEAD_COUNT.fullmatch(str(value))
        if match is None:
            return None
        value = int(match[1])
    if key == _INTENT and value not in {"是", "否"}:
        return None
    if (key == "founded" and still_to_come(str(value), material.as_of)) or (
        key == "economic_type" and turned(str(value))
    ):
        return None
    if key == "contact_phone" and len(re.findall(r"[0-9]", str(value))) < _SHORTEST_PHONE:
        return None
    source = material.sources[0]
    quote = re.sub(r"\s*\n\s*", "，", cell)
    start = source.raw.find(f"：{quote}") + 1
    blank = not start or not re.search(r"\w", quote)
    if (
        blank
        or material.sealed(source.file, start, start + len(quote))
        or _private(material, start, start + len(quote))
    ):
        return None
    return Fact(key, value, Span(source.file, start, start + len(quote), quote))


def _private(material: Material, start: int, end: int) -> bool:
    """Whether a flag that keeps text out rests on any of that stretch of the written-out row."""
    spans = [span for flag in material.flags if flag.code in KEPT_OUT for span in flag.spans]
    file = material.sources[0].file
    return any(span.file == file and span.start < end and start < span.end for span in spans)


def _same(known: Fact | None, fact: Fact) -> bool:
    """The reading already says what the cell says, perhaps more fully (阳泉市盂县 for 盂县)."""
    return known is not None and (known.value == fact.value or str(fact.value) in str(known.value))


def _read_in(known: Fact | None, fact: Fact) -> bool:
    """A county or a contact known by the name in the cell is what it means (璧山区 of 市璧山区)."""
    if known is None or known.key not in {"county", "contact_name"} or known.span.file != fact.span.file:
        return False
    return fact.span.start <= known.span.start and known.span.end <= fact.span.end


def _missing_code(key: str) -> str:
    return "MISSING_INTENT" if key == _INTENT else f"MISSING_{key.upper()}"
