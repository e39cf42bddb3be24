"""What `extract` and `draft` share: the files of one applicant and the day the honours window ends on."""

import re
import sys
from datetime import date
from pathlib import Path

from assistant.commands.output import say
from assistant.documents.readers.files import read_file
from assistant.drafting.intake_material import material_of
from assistant.drafting.material.kind import guess_kind
from assistant.drafting.material.model import Kind, Material
from assistant.errors import UnusableInputError
from assistant.language.dates import find_dates, written_day

PASTED = "粘贴的文字"
_DATE_LINE = re.compile(
    r"^[ \t]*(?:填报日期|日期|填表日期|基准日)?[：:]?[ \t]*([0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)[ \t]*$", re.M
)


def open_material(files: list[str], kind: str | None, as_of: str | None) -> Material:
    """Read the files (`-` reads stdin) of one applicant.

    Without `kind` it is judged from the text; without `as_of` the date the material ends with holds, else today.
    Raises UnusableInputError for a file that cannot be read, an unknown kind or a malformed date.
    """
    texts = {PASTED if name == "-" else Path(name).name: _text(name) for name in files}
    whole = "\n".join(texts.values())
    day = _day(as_of, whole)
    if as_of is None:
        say(f"近五年荣誉按基准日 {day} 往前算（{_why(whole)}）。")
    return material_of(texts, _kind(kind, whole), day)


def _why(text: str) -> str:
    """Where the day comes from; where it is today's, what to do about it."""
    return "材料落款日期" if _DATE_LINE.search(text) else "材料没有落款日期，按今天；请核对，或用 --as-of 指定"


def _text(name: str) -> str:
    return sys.stdin.buffer.read().decode("utf-8-sig") if name == "-" else read_file(Path(name)).text


def _kind(kind: str | None, text: str) -> Kind:
    if kind is None:
        return guess_kind(text)
    if kind in ("organisation", "组织"):
        return "organisation"
    if kind in ("individual", "个人"):
        return "individual"
    raise UnusableInputError(f"不认识的申报主体类型“{kind}”。请写 organisation（组织）或 individual（个人）。")


def _day(as_of: str | None, text: str) -> date:
    if as_of is None:
        lines = _DATE_LINE.findall(text)
        return find_dates(lines[-1])[0].value.first() if lines else date.today()
    day = written_day(as_of)
    if day is None:
        raise UnusableInputError(f"基准日“{as_of}”不是 YYYY-MM-DD（或 2024年2月22日）形式的日期。请改正后重试。")
    return day
