"""Applicants out of files and folders: a file is one applicant, a folder of files is one, and none leads elsewhere."""

from collections.abc import Collection
from pathlib import Path

from assistant.drafting.intake_model import Applicant
from assistant.errors import UnusableInputError

_NOISE = frozenset({"thumbs.db", "desktop.ini"})


def applicant_at(path: Path, leave_out: Collection[Path] = ()) -> Applicant:
    """The applicant of one file, or of all files of one folder and what is below it."""
    if not path.is_dir():
        return Applicant(path.name, (path,))
    files, problems = [], []
    for file in sorted(one for one in path.rglob("*") if not one.is_dir() and not _ignored(one, path)):
        if file.resolve() in leave_out:
            continue
        if inside(file, path):
            files.append(file)
        else:
            problems.append(f"“{file.relative_to(path)}”指向文件夹“{path.name}”之外，没有读取。")
    return Applicant(path.name, tuple(files), problems=tuple(problems))


def applicants_in(folder: Path, leave_out: Collection[Path] = ()) -> list[Applicant]:
    """One applicant for each file and each subfolder of `folder`, in order of name.

    Hidden files and lock files are no applicants; `leave_out` (resolved paths) are what an earlier run wrote there.
    """
    if not folder.is_dir():
        raise UnusableInputError(f"找不到文件夹“{folder}”。请核对路径后重试。")
    found = []
    for path in sorted(folder.iterdir()):
        if _ignored(path, folder) or path.resolve() in leave_out:
            continue
        if inside(path, folder):
            found.append(applicant_at(path, leave_out))
        else:
            found.append(Applicant(path.name, problems=(f"“{path.name}”指向文件夹之外，没有读取。请放入文件本身。",)))
    return found


def inside(path: Path, folder: Path) -> bool:
    """Whether `path`, links followed, lies in `folder`."""
    return path.resolve().is_relative_to(folder.resolve())


def _ignored(path: Path, base: Path) -> bool:
    """Hidden files, lock files of word processors and what systems leave in folders."""
    parts = path.relative_to(base).parts
    return any(part.startswith((".", "~$", "__MACOSX")) for part in parts) or path.name.lower() in _NOISE
