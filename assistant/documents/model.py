"""Document, Clause and Citation: the three types every room shares."""

import re
from dataclasses import dataclass, field

# A line break with its blanks, or a page number standing between the halves of a sentence (`— 2 —`).
_ISSUED = re.compile(r"关于印发《?(?P<inner>.+?)》?的通知$")
_BREAK = re.compile(r"[ \t\u3000]*[\n\f](?:\s*[-—–－]\s*[0-9]{1,3}\s*[-—–－]\s*\n)?\s*")


@dataclass(frozen=True, slots=True)
class Document:
    """One policy notice as stored (credentials already redacted).

    `text` is the stored text all offsets point into; `page_starts[i]` is the offset where page i+1 begins
    (empty where the file has no pages). `awards` are the award identifiers the notice governs.
    """

    id: str
    title: str
    text: str
    number: str = ""
    issuer: str = ""
    date: str = ""
    region: str = ""
    edition: str = ""
    sha256: str = ""
    awards: tuple[str, ...] = ()
    page_starts: tuple[int, ...] = field(default=(), repr=False)

    @property
    def name(self) -> str:
        """The title as people cite it, in 《》: of a notice that issues a text (关于印发…的通知), that text's title."""
        issued = _ISSUED.search(self.title)
        title = issued["inner"] if issued else self.title
        return title if title.startswith("《") else f"《{title}》"


@dataclass(frozen=True, slots=True)
class Clause:
    """The smallest citable unit of a document.

    `text == document.text[start:end]` always holds. `path` is the readable path joined by "/"
    (`第三章 申报与受理/第十条/（一）`). `page` counts from 1 and is None where the file has no pages.
    `kind` is one of title, heading, body, table, note, signature, contact, toc.
    """

    document: str
    path: str
    text: str
    start: int
    end: int
    order: int
    kind: str = "body"
    page: int | None = None

    @property
    def reading(self) -> str:
        """The text for reading and indexing: line and page breaks inside a sentence are joined."""
        return _BREAK.sub("", self.text).strip()

    @property
    def key(self) -> str:
        """A key unique in the library: `document#path`."""
        return f"{self.document}#{self.path}"


@dataclass(frozen=True, slots=True)
class Citation:
    """A verbatim quote of a clause. `quote` is a substring of the stored document."""

    document: str
    clause: str
    quote: str
    page: int | None = None

    def as_json(self) -> dict[str, object]:
        """The contract's JSON object of a citation."""
        return {"document": self.document, "clause": self.clause, "quote": self.quote, "page": self.page}
