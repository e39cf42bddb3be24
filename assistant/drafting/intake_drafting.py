"""From one applicant to one row of the form and the list of what a person still has to do for it."""

import re
from dataclasses import replace
from datetime import date

from assistant.drafting.draft import draft
from assistant.drafting.form_blanks import blanks
from assistant.drafting.form_check import excess, faults, printable
from assistant.drafting.form_rows import FormRow, row_of
from assistant.drafting.intake_model import Applicant, Need, Outcome
from assistant.drafting.intake_reading import KEPT_OUT, kept_out, read_applicant
from assistant.drafting.limits import CHARACTERISATION_LIMIT, PROFILE_LIMIT, count_characters, overflow
from assistant.drafting.material.model import Flag, Kind, Material
from assistant.drafting.model import TO_BE_FILLED
from assistant.errors import UnusableInputError
from assistant.knowledge.forms import Form

# Columns a table may bring ready-made, the label people know them by, and their limit.
_READY = {"characterisation": ("一句话特色", CHARACTERISATION_LIMIT), "profile": ("简况", PROFILE_LIMIT)}
_TEXTS = ("name", "place", "profile", "characterisation", "honours", "contact")
# Shorter quotes stand in innocent text too.
_TELLING = 6
_SHOWN = 30
_NUMBER = re.compile(r"[0-9]{14,}[0-9Xx]?")
# What a defect of ours on one applicant's text may raise; it must not take the other applicants' work with it.
_DEFECTS = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


def process(applicant: Applicant, form: Form, kind: Kind | None, as_of: date | None) -> Outcome:
    """The outcome for one applicant; whatever is wrong with it is in its `needs`, nothing is raised for it."""
    try:
        return _process(applicant, form, kind, as_of)
    except UnusableInputError as error:
        return Outcome(applicant.label, None, (Need("UNREADABLE", str(error)),))
    except _DEFECTS as error:
        what = f"本程序处理这份材料时出错（{type(error).__name__}），没有写入。请人工填报，并把材料报告给维护者。"
        return Outcome(applicant.label, None, (Need("DEFECT", what, str(error)[:200]),))


def _process(applicant: Applicant, form: Form, kind: Kind | None, as_of: date | None) -> Outcome:
    material, needs = read_applicant(applicant, kind, as_of)
    written = draft(material)
    row, ready = _ready_made(row_of(written), applicant, material)
    row, cleared = _cleared(row, material.flags)
    told = {need.code for need in ready}
    open_columns = [need for need in blanks(row, material.flags) if not (need.code == "MISSING_PRACTICE" and told)]
    needs += [*ready, *cleared, *_flag_needs(material.flags), *(_filled_in(need, applicant) for need in open_columns)]
    over = faults(row, form)
    needs += [Need("OVER_LIMIT", fault) for fault in over]
    left_out = tuple(
        Need(honour.reason_code, f"{honour.name}：{honour.reason}", honour.span.quote)
        for honour in material.honours
        if honour.standing != "listed"
    )
    return Outcome(applicant.label, None if over else row, tuple(needs), written.as_json(), left_out)


def _filled_in(need: Need, applicant: Applicant) -> Need:
    """What is said of a lacking practice where the row did tell something: it is not missing, it makes no line."""
    told = " ".join((applicant.given.get("practice") or applicant.given.get("text") or "").split())
    if need.code != "MISSING_PRACTICE" or not told:
        return need
    shown = told if len(told) <= _SHOWN else f"{told[:_SHOWN]}……"
    what = f"表中所填“{shown}”没能写成一句话特色（要说出做法，不超过 {CHARACTERISATION_LIMIT} 字），请据此人工写一句。"
    return replace(need, what=what)


def needs_of(row: FormRow, flags: tuple[Flag, ...]) -> list[Need]:
    """What a person still has to do for a row that stands with these flags."""
    return [*_flag_needs(flags), *blanks(row, flags)]


def _flag_needs(flags: tuple[Flag, ...]) -> list[Need]:
    return [Need(flag.code, flag.message, "；".join(span.quote for span in flag.spans)) for flag in flags]


def _ready_made(row: FormRow, applicant: Applicant, material: Material) -> tuple[FormRow, list[Need]]:
    """Texts the applicant has filled in take the place of the drafts, unless they are too long or must be kept out."""
    needs = []
    for field, (label, limit) in _READY.items():
        text = printable(applicant.given.get(field, ""))[0].strip()
        if not text:
            continue
        flags = kept_out(text, material)
        if flags:
            quotes = "；".join(span.quote for flag in flags for span in flag.spans)
            why = "；".join(flag.message.split("，")[0] for flag in flags)
            what = f"表中所填{label}含不得写入的内容（{why}），已改用起草稿，请核对。"
            needs.append(Need("READY_KEPT_OUT", what, quotes))
        elif overflow(text, limit):
            needs.append(Need("READY_OVER_LIMIT", _too_long(label, text, limit, row.value(field)), text))
        else:
            row = replace(row, characterisation=text) if field == "characterisation" else replace(row, profile=text)
    return row, needs


def _too_long(label: str, text: str, limit: int, stands: str) -> str:
    """What is over, and what stands in the column instead; the whole text goes with it as evidence."""
    over = overflow(text, limit)
    told = (
        f"表中所填{label}有 {count_characters(text)} 字，超过 {limit} 字 {over} 字（超出部分为“{excess(text, limit)}”）"
    )
    if stands == TO_BE_FILLED:
        return f"{told}，从中缩不成一句，栏里先写“{TO_BE_FILLED}”，请照原文改短后填入。"
    return (
        f"{told}，栏里写的是据材料起草的{'“' + stands + '”' if limit < PROFILE_LIMIT else '文字'}，请核对或改短原文。"
    )


def _cleared(row: FormRow, flags: tuple[Flag, ...]) -> tuple[FormRow, list[Need]]:
    """The last guard: a column that still holds a stretch that must be kept out is emptied and named."""
    quotes = [span.quote for flag in flags if flag.code in KEPT_OUT for span in flag.spans]
    quotes = [quote for quote in quotes if count_characters(quote) >= _TELLING]
    # A quote may be the whole line of a table; the number in it is what must not get out.
    quotes += [number for quote in quotes for number in _NUMBER.findall(quote)]
    needs = []
    for field in _TEXTS:
        found = [quote for quote in quotes if quote in row.value(field)]
        if found:
            row = replace(row, **{field: TO_BE_FILLED})  # type: ignore[arg-type]
            needs.append(Need("KEPT_OUT", "有一栏含不得写入的内容，已清空，请人工填写。", "；".join(found)))
    return row, needs
