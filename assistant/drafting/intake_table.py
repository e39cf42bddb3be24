"""Applicants out of a table: heads recognised by their synonyms, every cell data, no path leading out of its folder."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assistant.drafting.intake_cells import read_cells
from assistant.drafting.intake_folder import inside
from assistant.drafting.intake_model import Applicant
from assistant.drafting.material.kind import guess_kind
from assistant.drafting.material.model import ORGANISATION_ONLY, Kind
from assistant.errors import UnusableInputError
from assistant.knowledge.source import load_yaml
from assistant.settings import settings

_HEAD_ROWS = 12
_TAIL = re.compile(r"[（(][^（）()]*[)）]$")
_FILE_BREAK = re.compile(r"[;；、\n]+")
_KINDS: tuple[Kind, Kind] = ("organisation", "individual")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Heads and kinds by their wording as compared, and the labels cells are written into the material with."""

    heads: Mapping[str, str]
    kinds: Mapping[str, Kind]
    labels: Mapping[str, str]


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The words of `corpus/drafting/intake.yaml`; KnowledgeError where it is wrong."""
    top = load_yaml(settings().assistant_corpus / "drafting" / "intake.yaml")
    top.only({"heads", "kinds", "labels"})
    heads, kinds, labels = top.child("heads"), top.child("kinds"), top.child("labels")
    return Vocabulary(
        {_plain(word): field for field in heads.mapping() for word in heads.texts(field, at_least=1)},
        {_plain(word): kind for kind in _KINDS for word in kinds.texts(kind, at_least=1)},
        {field: labels.text(field) for field in labels.mapping()},
    )


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


def field_of(head: str) -> str:
    """The field a head means, with or without what stands in brackets at its end; "" where it is unknown."""
    plain = _plain(head)
    heads = vocabulary().heads
    return heads.get(plain) or heads.get(_plain(_TAIL.sub("", plain)), "")


def _plain(text: str) -> str:
    return re.sub(r"[\s*＊:：_]", "", unicodedata.normalize("NFKC", text)).lower()


def _filled(row: Sequence[str], fields: Sequence[str]) -> bool:
    """Whether a row holds more than its number, and is not the note under the table or the head repeated."""
    values = [value for value, field in zip(row, fields, strict=False) if value and field != "number"]
    extra = [value for value in row[len(fields) :] if value]
    if len([value for value in row if value]) == 1 and row[0].startswith(("注", "说明", "填表说明", "备注")):
        return False
    repeated = sum(field_of(value) == field != "" for value, field in zip(row, fields, strict=False)) > 1
    return bool(values or extra) and not repeated


def _applicant(path: Path, label: str, fields: list[str], heads: list[str], row: Sequence[str]) -> Applicant:
    given: dict[str, str] = {}
    lines = []
    for place, value in enumerate(row):
        field = fields[place] if place < len(fields) else ""
        if not value:
            continue
        if field and field not in given:
            given[field] = value
        elif field != "number":
            lines.append(f"{heads[place] if place < len(heads) else '表外'}：{value}")
    kind = vocabulary().kinds.get(_plain(given.get("kind", "")))
    problems = [] if kind or "kind" not in given else [f"类别“{given['kind']}”认不出，应写“组织”或“个人”。"]
    files, refused = _files(path.parent, given.get("files", ""))
    text = _material(given, lines, kind)
    texts = {label: text} if text else {}
    return Applicant(label, files, texts, given, kind, (*problems, *refused))


def _material(given: Mapping[str, str], extra: list[str], kind: Kind | None) -> str:
    """The cells written out: labelled lines first, then the running text, then columns nobody knows."""
    person = (kind or guess_kind("\n".join([given.get("profile", ""), given.get("text", "")]))) == "individual"
    labels = dict(vocabulary().labels) | ({"name": "姓名"} if person else {})
    lines = [
        f"{label}：{_value(field, given[field])}"
        for field, label in labels.items()
        if field in given and not (person and field in ORGANISATION_ONLY)
    ]
    running = [given[field] for field in ("profile", "text") if field in given]
    leftover = [f"{field}：{given[field]}" for field in given if person and field in ORGANISATION_ONLY]
    return "\n".join([*lines, *running, *leftover, *extra])


def _value(field: str, value: str) -> str:
    """A labelled value stands on one line; honours stand one a line below their label."""
    return f"\n{value}" if field == "honours" else re.sub(r"\s*\n\s*", "，", value)


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
