"""Uploads of a bulk run put on disk: tables, archives (unpacked within bounds, nothing leading out) and files."""

import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from assistant.drafting.intake_cells import TABLES
from assistant.drafting.intake_folder import applicant_at, applicants_in
from assistant.drafting.intake_model import Applicant
from assistant.drafting.intake_table import applicants_of
from assistant.errors import UnusableInputError
from assistant.ui.components.uploads import SUFFIXES, Upload

BULK_SUFFIXES = (*SUFFIXES, "xlsx", "csv", "tsv", "zip")
_MOST_FILES, _LARGEST = 3_000, 400 * 1024 * 1024
_LONGEST_NAME = 120


@contextmanager
def unpacked(files: Sequence[Upload]) -> Iterator[list[Path]]:
    """The uploads on disk, each archive as a folder of its content, all gone afterwards.

    Raises UnusableInputError for a damaged, locked or too large archive.
    """
    with tempfile.TemporaryDirectory() as folder:
        places = []
        for number, file in enumerate(files):
            # A folder each, so that two uploads of one name do not meet.
            own = Path(folder) / str(number)
            own.mkdir()
            path = own / (Path(file.name).name or "未命名.txt")
            path.write_bytes(file.getvalue())
            places.append(_content(path) if path.suffix.lower() == ".zip" else path)
        yield places


def applicants_of_uploads(places: Sequence[Path]) -> list[Applicant]:
    """The applicants of everything uploaded, in order. A table that comes alone in no archive names no files."""
    found: list[Applicant] = []
    for path in places:
        if path.is_dir():
            found += applicants_in(path)
        elif path.suffix.lower() in TABLES:
            found += applicants_of(path)
        else:
            found.append(applicant_at(path))
    if not found:
        raise UnusableInputError("上传的内容里没有找到申报主体。请换成材料文件、表格或压缩包。")
    return found


def _content(path: Path) -> Path:
    """Unpack an archive beside itself; one single outer folder is entered."""
    folder = path.with_suffix("")
    folder = folder.with_name(f"{folder.name}-内容")
    folder.mkdir()
    try:
        with zipfile.ZipFile(path) as archive:
            members = [one for one in archive.infolist() if not one.is_dir()]
            _within_bounds(path, members)
            for member in members:
                _unpack(archive, member, folder)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError) as error:
        raise UnusableInputError(f"压缩包“{path.name}”打不开，可能已损坏或加了密。请重新压缩后上传。") from error
    inner = [one for one in folder.iterdir() if one.name != "__MACOSX"]
    return inner[0] if len(inner) == 1 and inner[0].is_dir() else folder


def _within_bounds(path: Path, members: Sequence[zipfile.ZipInfo]) -> None:
    size = sum(member.file_size for member in members)
    if len(members) > _MOST_FILES or size > _LARGEST:
        told = f"含 {len(members)} 个文件、解开后 {size // 1024 // 1024} MB"
        raise UnusableInputError(
            f"压缩包“{path.name}”{told}，超过 {_MOST_FILES} 个或 {_LARGEST // 1024 // 1024} MB 的上限。请分成几个。"
        )


def _unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo, folder: Path) -> None:
    parts = [part for part in PurePosixPath(_name(member).replace("\\", "/")).parts if part not in {"/", "..", "."}]
    if not parts or (member.external_attr >> 16) & 0o170000 == 0o120000:
        return
    target = folder.joinpath(*(part[-_LONGEST_NAME:].replace("\0", "").replace(":", "：") for part in parts))
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(member) as packed:
        # A lying header is no way around the bound: never more than it promised is read.
        target.write_bytes(packed.read(member.file_size))


def _name(member: zipfile.ZipInfo) -> str:
    """The name as Chinese Windows wrote it where the archive does not say it is UTF-8."""
    if member.flag_bits & 0x800:
        return member.filename
    try:
        raw = member.filename.encode("cp437")
    except UnicodeEncodeError:
        return member.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return member.filename
