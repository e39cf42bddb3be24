"""Applicants out of a table: heads recognised by their synonyms, every cell data, no path leading out of its folder."""

import re
from collections.abc import Sequence
from pathlib import Path

from assistant.drafting.intake_cells import read_cells
from assistant.drafting.intake_days import unreadable_day
from assistant.drafting.intake_folder import inside
from assistant.drafting.intake_model import Applicant
from assistant.drafting.intake_row import TOLD, given_cells, written_out
from assistant.drafting.intake_words import adds_up, field_of, kind_of, kind_of_row, person_hint, vocabulary
from assistant.drafting.limits import count_characters
from assistant.drafting.model import NO_HONOUR, TO_BE_FILLED
from assistant.errors import UnusableInputError

_HEAD_ROWS = 12
# Ten or eleven digits, neither a mobile number nor with its area code whole: a spreadsheet took them for a number.
_BARE_PHONE = re.compile(r"(?!1[3-9][0-9]{9}$|[48]00)[1-9][0-9]{9,10}")
# Values of a few words; a longer cell holds something else and is only read as text.
_SHORT = frozenset({"name", "county", "industry", "founded", "economic_type", "contact_name", "contact_title"})
_LONGEST_VALUE = 60
_FILE_BREAK = re.compile(r"[;；、\n]+")
# A file's name and nothing else; after one of them a comma or a space parts it from the next.
_FILE = r"[^;；、\n。！？，,“”]{1,120}?\.(?:txt|md|docx?|pdf)"
_FILES_ONLY = re.compile(rf"{_FILE}(?:[;；、\n，, ]+{_FILE})*[;；、，, ]*", re.I)
_FILE_END = re.compile(r"(?<=\.txt|\.doc|\.pdf)[，, ]+|(?<=\.docx)[，, ]+|(?<=\.md)[，, ]+", re.I)


def applicants_of(path: Path) -> list[Applicant]:
    """One applicant for each filled row of an XLSX, CSV or TSV file.

    Raises UnusableInputError where the file cannot be read or no row of heads is found.
    """
    rows = read_cells(path)
    start, fields = _heads(rows, path.name)
    heads = [" ".join(cell.split()) for cell in rows[start]]
    return [
        _applicant(path, f"{path.name} 第{number}行", fields, heads, row)
        for number, row in enumerate(rows[start + 1 :], start=start + 2)
        if _filled(row, fields)
    ]


def _heads(rows: Sequence[Sequence[str]], name: str) -> tuple[int, list[str]]:
    """The row with the most known heads among the first, and the field of each of its columns ("" if unknown)."""
    best: tuple[int, int, list[str]] = (0, 0, [])
    for index, row in enumerate(rows[:_HEAD_ROWS]):
        fields = [field_of(cell) for cell in row]
        best = max(best, (len({*fields} - {""}), index, fields), key=lambda one: one[0])
    known, start, fields = best
    if known < 2 or not {"name", "text", "files", "profile"} & {*fields}:
        raise UnusableInputError(
            f"表格“{name}”里没有找到表头。表头至少要有“单位名称”或“姓名”，以及“材料”“材料文件”或汇总表的其他栏目。"
        )
    return start, fields


def _filled(row: Sequence[str], fields: Sequence[str]) -> bool:
    """Whether a row holds more than its number, and is not the note under the table or the head repeated."""
    values = [value for value, field in zip(row, fields, strict=False) if value and field != "number"]
    extra = [value for value in row[len(fields) :] if value]
    if len([value for value in row if value]) == 1 and row[0].startswith(("注", "说明", "填表说明", "备注")):
        return False
    repeated = sum(field_of(value) == field != "" for value, field in zip(row, fields, strict=False)) > 1
    return bool(values or extra or adds_up(row)) and not repeated


def _applicant(path: Path, label: str, fields: list[str], heads: list[str], row: Sequence[str]) -> Applicant:
    if adds_up(row):
        total = " ".join(cell for cell in row if cell)
        return Applicant(
            label, problems=(f"“{total}”像是合计行，不是申报主体，没有写入。若确是一个主体，请改正名称。",)
        )
    given, extra = given_cells(fields, heads, row)
    kind = kind_of(given.get("kind", ""))
    if "name" in given:
        given["name"], told = kind_of_row(given["name"], heads[fields.index("name")])
        kind = kind or told
    if kind != "individual" and "post" in given:
        given.setdefault("contact_title", given.pop("post"))
    problems = [] if kind or "kind" not in given else [f"类别“{given['kind']}”认不出，应写“组织”或“个人”。"]
    if not kind and (hint := person_hint(given.get("name", ""))):
        problems.append(hint)
    if _BARE_PHONE.fullmatch(given.get("contact_phone", "")):
        problems.append(f"联系电话“{given['contact_phone']}”像是被表格去掉了开头的 0，请核对。")
    for field in sorted(given.keys() & _SHORT):
        if count_characters(given[field]) > _LONGEST_VALUE:
            head = heads[fields.index(field)] if field in fields else field
            problems.append(f"“{head}”一格有 {count_characters(given[field])} 字，不像一个值，没有直接采用，请核对。")
            extra.append(given.pop(field))
    if unreadable_day(given.get("founded", "")):
        problems.append(f"成立时间一格写作“{given['founded']}”，读不出是哪年哪月，没有采用，请核对。")
        extra.append(f"成立时间一格所填：{given.pop('founded')}")
    files, refused = _files(path.parent, _named_files(given))
    if "honours" not in given and not files and ("honours" in fields or TOLD.isdisjoint(given)):
        given["honours"] = _untold(fields, row)
    text = written_out(given, extra, kind)
    texts = {label: text} if text else {}
    return Applicant(label, files, texts, given, kind, (*problems, *refused))


def _untold(fields: Sequence[str], row: Sequence[str]) -> str:
    """What a row says of honours that names none: 无 only where it says so, else that nobody has told."""
    said = [value.strip() for value, field in zip(row, fields, strict=False) if field == "honours" and value.strip()]
    return NO_HONOUR if said and all(vocabulary().none_told.fullmatch(one) for one in said) else TO_BE_FILLED


def _named_files(given: dict[str, str]) -> str:
    """The cell of file names, with what stands under 材料 where it names files and tells nothing itself."""
    lines = [given.get("files", "")]
    if _FILES_ONLY.fullmatch(given.get("text", "").strip()):
        lines.append(_FILE_END.sub("\n", given.pop("text").strip()))
    return "\n".join(lines)


def _files(folder: Path, cell: str) -> tuple[tuple[Path, ...], list[str]]:
    """The files a cell names, all inside the table's own folder; what leads elsewhere is refused and named."""
    files, refused = [], []
    for name in (part.strip() for part in _FILE_BREAK.split(cell) if part.strip()):
        # WPS on Windows writes backslashes; a NUL cannot be in a path at all.
        path = folder / name.replace("\\", "/").replace("\0", "")
        if re.match(r"[A-Za-z]:|[\\/~]", name) or not inside(path, folder):
            refused.append(f"材料文件“{name}”不在表格所在的文件夹内，没有读取。请放进来并写相对路径。")
        else:
            files.append(path)
    return tuple(files), refused
