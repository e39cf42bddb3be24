"""Writing the summary form: checked before, written beside, read again, and only then put in its place."""

import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.drafting.form_check import (
    printable_heading,
    printable_row,
    require_docx,
    require_writable,
    require_xlsx,
)
from assistant.drafting.form_docx import write_docx
from assistant.drafting.form_quota import quota_notes
from assistant.drafting.form_rows import FormRow, Heading
from assistant.drafting.form_xlsx import write_xlsx
from assistant.errors import UnusableInputError
from assistant.knowledge.forms import Form, load_form, load_quotas
from assistant.settings import settings


@dataclass(frozen=True, slots=True)
class FormReport:
    """What was written: both files, the rows as they stand in them, and Chinese notices for a person."""

    docx: Path
    xlsx: Path
    rows: tuple[FormRow, ...]
    notices: tuple[str, ...]


def write_form(
    rows: Sequence[FormRow], path: Path, *, heading: Heading | None = None, award: str = "", force: bool = False
) -> FormReport:
    """Write 《推荐质量领域优质组织和个人信息汇总表》 (`chongqing-2024` 附件2) as `path` (.docx) with an XLSX beside it.

    Nothing is truncated: UnusableInputError names every text over its limit (25 and 300 by the one counting rule) and
    shows what exceeds it. Both files are read again and compared before they replace anything; an existing file is
    left alone without `force`.
    """
    form = load_form(settings().assistant_corpus, award)
    docx, xlsx = targets(path, force)
    pairs = [printable_row(row, form) for row in rows]
    clean = [row for row, _ in pairs]
    top, notices = printable_heading(heading or Heading())
    require_writable(clean, form)
    write_together({docx: lambda part: _docx(clean, part, form, top), xlsx: lambda part: _xlsx(clean, part, form, top)})
    notices += [notice for _, found in pairs for notice in found]
    notices += quota_notes(clean, load_quotas(settings().assistant_corpus))
    return FormReport(docx, xlsx, tuple(clean), tuple(notices))


def targets(path: Path, force: bool) -> tuple[Path, Path]:
    """The DOCX and the XLSX beside it. UnusableInputError for another suffix, no folder, or a file that is there."""
    if path.suffix.lower() != ".docx":
        raise UnusableInputError(f"汇总表只能写成 .docx，“{path.name}”不是。请把输出文件名改为以 .docx 结尾。")
    if not path.parent.is_dir():
        raise UnusableInputError(f"文件夹“{path.parent}”不存在。请先建好，或换一个输出位置。")
    found = (path, path.with_suffix(".xlsx"))
    for target in found:
        require_free(target, force)
    return found


def require_free(path: Path, force: bool) -> None:
    """UnusableInputError where `path` exists and may not be replaced."""
    if path.is_dir() or (path.exists() and not force):
        raise UnusableInputError(f"“{path}”已经存在，没有改动它。请换一个输出文件名，或加 --force 覆盖。")


def write_together(writers: Mapping[Path, Callable[[Path], None]]) -> None:
    """Let each writer fill a file beside its path, then put all in place; nothing is left behind when one fails."""
    parts: dict[Path, Path] = {}
    try:
        for path, write in writers.items():
            parts[path] = _beside(path)
            write(parts[path])
        for path, part in parts.items():
            part.chmod(0o644)
            part.replace(path)
    except OSError as error:
        where = "、".join(str(path) for path in writers)
        raise UnusableInputError(f"写不了“{where}”：{error.strerror}。请关闭打开它的程序或换一个位置。") from error
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    handle, name = tempfile.mkstemp(prefix=".part-", suffix=path.suffix, dir=path.parent)
    os.close(handle)
    return Path(name)


def _docx(rows: Sequence[FormRow], part: Path, form: Form, heading: Heading) -> None:
    write_docx(rows, part, form, heading)
    require_docx(part, rows, form, heading)


def _xlsx(rows: Sequence[FormRow], part: Path, form: Form, heading: Heading) -> None:
    write_xlsx(rows, part, form, heading)
    require_xlsx(part, rows, form, heading)
