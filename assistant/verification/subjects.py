"""Which award, place and category a clause speaks of: from the award's fact sheet and the clause's headings."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from assistant.library.quotes import TextIndex
from assistant.verification.lexicon import CORPUS
from assistant.verification.plain import flat

_MARKERS = (
    re.compile(r"^(?:附件\d*$|PART\s*\d+)"),
    re.compile(r"^(?:第[一二三四五六七八九十]+章|[一二三四五六七八九十]{1,2}、)"),
    re.compile(r"^第[一二三四五六七八九十百]+条"),
    re.compile(r"^(?:[（(][一二三四五六七八九十]+[）)]|●)"),
    re.compile(r"^-?\s*\d{1,2}\s*[、.．]"),
    re.compile(r"^[（(]\d{1,2}[）)]"),
)
_STEM = re.compile(r"下列|如下|以下")


@dataclass(frozen=True, slots=True)
class Subject:
    """One award as its fact sheet names it. `places` are the short and full names of its region.

    `applicants` are the kinds (organization, individual) that its tracks admit.
    """

    award: str
    names: tuple[str, ...]
    places: tuple[str, ...]
    document: str
    tracks: tuple[str, ...]
    standing: bool
    applicants: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Context:
    """Where a quote stands: headings above it, outermost first, and the line that opens the list it belongs to."""

    headings: tuple[str, ...] = ()
    stem: str = ""
    around: str = ""

    @property
    def text(self) -> str:
        """Headings and stem as one text."""
        return "\n".join((*self.headings, self.stem))


@lru_cache(maxsize=1)
def subjects() -> tuple[Subject, ...]:
    """The awards of corpus/awards."""
    sheets = sorted((CORPUS / "awards").glob("*/award.yaml"))
    return tuple(_subject(_loaded(path), _loaded(path.with_name("rules.yaml"))) for path in sheets)


def _loaded(path: Path) -> dict[str, Any]:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader) if path.is_file() else {}


def _subject(sheet: dict[str, Any], rules: dict[str, Any]) -> Subject:
    names = (sheet["name"], *sheet.get("aliases", ()))
    return Subject(
        award=str(sheet["id"]),
        names=tuple(sorted({flat(str(name)) for name in names}, key=len, reverse=True)),
        places=_places(str(sheet.get("region", ""))),
        document=str(sheet["document"]),
        tracks=tuple(sheet.get("tracks", ())),
        standing=bool(sheet.get("standing", False)),
        applicants=frozenset(str(track["applicant"]) for track in rules.get("tracks", ())),
    )


def _places(region: str) -> tuple[str, ...]:
    """The narrowest place of a region, short: 陕西省某市 gives 某."""
    pieces = re.findall(r"[^省市区县]+[省市区县]", region)
    return (pieces[-1][:-1],) if pieces else ()


@lru_cache(maxsize=16)
def document_text(document: str) -> str:
    """The stored text of a document, "" where the corpus has no such file."""
    path = CORPUS / "documents" / f"{document}.txt"
    return path.read_text(encoding="utf-8") if re.fullmatch(r"[\w-]+", document) and path.is_file() else ""


@lru_cache(maxsize=2048)
def context(document: str, quote: str) -> Context:
    """The headings above a quote; an empty context where the quote is not found."""
    text = document_text(document)
    at = _find(text, quote)
    if at < 0:
        return Context()
    first_line = text.rfind("\n", 0, at) + 1
    begins = text[first_line:].lstrip()
    level = _level(begins) if len(begins) else len(_MARKERS)
    lines = [line.strip() for line in text[:first_line].split("\n") if line.strip()]
    inline = text[first_line:at].strip()
    return Context(_headings(lines, level, inline), _stem(lines, level), _around(text, at, len(quote)))


def _around(text: str, at: int, length: int) -> str:
    """The sentence a quote was taken from, where the quote is only a part of it."""
    start = max(text.rfind(mark, 0, at) for mark in ("。", "：", "；", "\n\n")) + 1
    ends = [end for mark in ("。", "；", "\n\n") if (end := text.find(mark, at + max(length - 1, 0))) >= 0]
    return flat(text[start : min(ends, default=at + length)])[:400]


def _find(text: str, quote: str) -> int:
    """Where the opening of a quote stands in the text, -1 where it does not."""
    probe = re.sub(r"[\s*]+", "", quote)[:24]
    return next((start for start, _ in _index(text).find(probe)), -1) if text else -1


@lru_cache(maxsize=16)
def _index(text: str) -> TextIndex:
    return TextIndex(text)


def _level(line: str) -> int:
    line = line.replace("*", "").strip()
    return next((level for level, marker in enumerate(_MARKERS) if marker.match(line)), len(_MARKERS))


def _headings(lines: list[str], level: int, inline: str) -> tuple[str, ...]:
    found = [inline[-60:]] if inline else []
    for index in range(len(lines) - 1, -1, -1):
        here = _level(lines[index])
        if here < level:
            following = lines[index + 1] if here == 0 and index + 1 < len(lines) else ""
            found.append((lines[index] + following)[:70])
            level = here
        if level == 0:
            break
    return tuple(flat(line) for line in reversed(found))


def _stem(lines: list[str], level: int) -> str:
    for line in reversed(lines[-14:]):
        if _level(line) < level and _level(line) <= 1:
            return ""
        if _level(line) >= level:
            continue
        if "情况之一" in line or (_STEM.search(line) and line.rstrip().endswith(("：", ":", "。", "者，", "的，"))):
            return flat(line)[-90:]
    return ""
