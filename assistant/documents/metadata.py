"""From a file to a Document: metadata from its sidecar where there is one, else read from the text."""

import hashlib
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from assistant.documents.cleaning import cleaned
from assistant.documents.grammar import split_clauses
from assistant.documents.lines import fold, squeeze
from assistant.documents.model import Document
from assistant.documents.readers.files import read_file
from assistant.documents.redaction import redact
from assistant.errors import KnowledgeError
from assistant.language.places import find_places

_DATE = re.compile(
    r"([0-9]{4}|[二〇零○一三四五六七八九]{4})\s*[年\-./]\s*([0-9一二三四五六七八九十]{1,3})\s*[月\-./]\s*([0-9一二三四五六七八九十]{1,3})"
)
_NUMBER = re.compile(r"(?m)^\s*[\u4e00-\u9fff]{1,16}〔[12][0-9]{3}〕\s*[0-9]{1,5}\s*号\s*$")
_KEYS = ("title", "number", "issuer", "date", "region", "edition")


def load_document(path: Path, document_id: str = "") -> Document:
    """The document of a file, credentials redacted; see `read_document`."""
    return read_document(path, document_id)[0]


def read_document(path: Path, document_id: str = "") -> tuple[Document, tuple[str, ...]]:
    """The document of a file and Chinese notices on its reading and on credentials found.

    A sidecar `<name>.yaml` beside the file gives the metadata; what it leaves unmentioned is read from the text.
    `document_id` overrides the identifier (default: the sidecar's, else the file's stem). `sha256` is that of the file.
    Raises DocumentError for an unreadable file and KnowledgeError for a wrong sidecar.
    """
    raw = cleaned(read_file(path), path.name)
    redacted = redact(raw.text)
    known = _sidecar(path.with_suffix(".yaml"))
    document = Document(
        id=document_id or known.get("id") or path.stem,
        title="",
        text=redacted.text,
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        awards=tuple(known.get("awards", ())),
        page_starts=tuple(redacted.moved(start) for start in raw.page_starts),
    )
    found = {name: str(known[name]) for name in _KEYS if name in known}
    if len(found) < len(_KEYS):
        found = describe(document) | found
    described = replace(
        document,
        title=found["title"],
        number=found["number"],
        issuer=found["issuer"],
        date=found["date"],
        region=found["region"],
        edition=found["edition"],
    )
    return described, (*raw.warnings, *redacted.findings)


def notice_titles(corpus: Path) -> dict[str, str]:
    """The names of the notices that come with the corpus, by document id; KnowledgeError for a wrong sidecar."""
    sidecars = (_sidecar(path) for path in sorted((corpus / "documents").glob("*.yaml")))
    return {str(one["id"]): Document(str(one["id"]), str(one["title"]), "").name for one in sidecars if "id" in one}


def describe(document: Document) -> dict[str, str]:
    """Title, number, issuer, date, region and edition as the text itself gives them; empty where it does not."""
    parts: dict[str, str] = {}
    for clause in split_clauses(document):
        parts.setdefault(clause.path, clause.text)
    signature = parts.get("落款", "") or parts.get("发文信息", "")
    title = squeeze(parts.get("标题") or parts.get("正文标题") or _first_line(document.text)).strip("#* ")
    number = re.sub(r"\s", "", fold(parts.get("文号", ""))) or _first(_NUMBER, document.text[:600]).strip()
    issuer = _issuer(signature, parts.get("发文机关", ""), title)
    edition = _first(re.compile(r"第[一二三四五六七八九十0-9]{1,3}届|20[0-9]{2}年度?"), title)
    return {
        "title": title,
        "number": number,
        "issuer": issuer,
        "date": _date(signature) or _date(parts.get("印发信息", "")) or _date(document.text[:300], whole=True),
        "region": _region(issuer) or _region(title),
        "edition": edition,
    }


def _first_line(text: str) -> str:
    return next((line.strip() for line in text.splitlines() if line.strip()), "")[:80]


def _first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match.group() if match else ""


def _issuer(signature: str, letterhead: str, title: str) -> str:
    for line in signature.splitlines():
        body = re.sub(r"\s+", "", _DATE.split(line)[0])
        if re.search(r"[\u4e00-\u9fff]{3}", body):
            return body
    if letterhead:
        return re.sub(r"(?:文件)?\s*$", "", re.sub(r"\s+", "", letterhead))
    return title.split("关于")[0] if "关于" in title else ""


def _date(text: str, whole: bool = False) -> str:
    match = re.search(rf"^\s*(?:发布(?:时间|日期)：)?\s*{_DATE.pattern}", text, re.M) if whole else _DATE.search(text)
    if match is None:
        return ""
    year = "".join("0" if char in "〇零○" else str("一二三四五六七八九".find(char) + 1) for char in match.group(1))
    year = match.group(1) if match.group(1).isdecimal() else year
    return f"{year}-{_small(match.group(2)):02d}-{_small(match.group(3)):02d}"


def _small(numeral: str) -> int:
    from assistant.documents.markers import number_of

    return number_of(numeral)


def _region(text: str) -> str:
    mentions = find_places(text)
    if not mentions:
        return ""
    place = mentions[0].place
    return "".join(dict.fromkeys(part for part in (place.province, place.city, place.county) if part))


def _sidecar(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{path}：不是合法的 YAML（{error}）。请改正后重试。") from error
    if not isinstance(content, dict):
        raise KnowledgeError(f"{path}：应是一个键值表。请参照 corpus/documents 下其他文件改正。")
    return content
