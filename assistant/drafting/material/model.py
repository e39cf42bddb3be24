"""What is read out of an applicant's material: spans, facts, practices, results, honours and flags."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Kind = Literal["organisation", "individual"]
Standing = Literal["listed", "borderline", "excluded"]

# The facts of the summary form, in the order of its columns.
FACT_KEYS = (
    "name",
    "county",
    "industry",
    "founded",
    "economic_type",
    "business_scope",
    "employees",
    "contact_name",
    "contact_title",
    "contact_phone",
    "intent_china_quality_award",
)
# The summary form asks these of organisations only; for an individual they are always null and never missing.
ORGANISATION_ONLY = frozenset({"founded", "economic_type", "business_scope", "employees"})


@dataclass(frozen=True, slots=True)
class Span:
    """A verbatim piece of one file of the material: `quote == source.raw[start:end]`."""

    file: str
    start: int
    end: int
    quote: str

    def overlaps(self, other: "Span") -> bool:
        """Whether both share a place of one file."""
        return self.file == other.file and self.start < other.end and other.start < self.end

    def as_json(self) -> dict[str, object]:
        """The contract's source object: the file and the verbatim quote."""
        return {"file": self.file, "quote": self.quote}


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing the material says of the applicant. `value` is a string, or an int for `employees`."""

    key: str
    value: str | int
    span: Span

    def as_json(self) -> dict[str, object]:
        """The contract's fact: value and source."""
        return {"value": self.value, "source": self.span.as_json()}


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two or more readings of one thing that cannot both hold. `key` is a fact key or the name of a metric."""

    key: str
    code: str
    readings: tuple[Fact, ...]

    def as_json(self) -> dict[str, object]:
        """Key, flag code and every reading with its source."""
        return {"key": self.key, "code": self.code, "readings": [reading.as_json() for reading in self.readings]}


@dataclass(frozen=True, slots=True)
class Result:
    """A quantified result achieved. `before` is empty where the material gives only one figure. Figures as written."""

    metric: str
    before: str
    after: str
    span: Span


@dataclass(frozen=True, slots=True)
class Practice:
    """One sentence on what the applicant does or achieved. `names` are the applicant's own method names in it."""

    text: str
    span: Span
    names: tuple[str, ...] = ()
    results: tuple[Result, ...] = ()


@dataclass(frozen=True, slots=True)
class Honour:
    """One honour the material mentions and whether the form's honours column may hold it.

    `date` is as written (`2022年12月`) or empty; `level` is 国家级, 省部级, 市级, 县级, 单位级, 协会, 非政府 or 不明;
    `reason_code` is empty for a listed honour, else a code of the drafting standard (see corpus/drafting/honours.yaml).
    """

    name: str
    date: str
    level: str
    issuer: str
    subject: str
    standing: Standing
    reason_code: str
    reason: str
    span: Span

    def as_json(self) -> dict[str, object]:
        """The whole honour; the form's honours column needs only name, date and level."""
        return {
            "name": self.name,
            "date": self.date,
            "level": self.level,
            "issuer": self.issuer,
            "subject": self.subject,
            "standing": self.standing,
            "reason_code": self.reason_code,
            "reason": self.reason,
            "source": self.span.as_json(),
        }


@dataclass(frozen=True, slots=True)
class Flag:
    """Something a person has to look at: a code of the drafting standard, a Chinese message, the spans it rests on."""

    code: str
    message: str
    spans: tuple[Span, ...] = ()

    def as_json(self) -> dict[str, object]:
        """The contract's flag; `evidence` is a list of verbatim quotes (empty where the matter is an absence)."""
        return {"code": self.code, "message": self.message, "evidence": [span.quote for span in self.spans]}


@dataclass(frozen=True, slots=True)
class Source:
    """One file of the material. `text` is the cleaned reading; `origin[i]` is the offset in `raw` of `text[i]`."""

    file: str
    raw: str
    text: str
    origin: tuple[int, ...] = field(repr=False)

    def span(self, start: int, end: int) -> Span:
        """The verbatim span of `raw` behind `text[start:end]`, outer white space left out; `start < end`."""
        while end - start > 1 and self.text[end - 1].isspace():
            end -= 1
        while end - start > 1 and self.text[start].isspace():
            start += 1
        first, last = self.origin[start], self.origin[end - 1] + 1
        return Span(self.file, first, last, self.raw[first:last])


@dataclass(frozen=True, slots=True)
class Material:
    """All that was read from one applicant's files; nothing secret, private, injected or planned is in it but `flags`.

    `facts` hold at most one reading a key; a key that is missing or in conflict is absent (see `conflicts`).
    """

    kind: Kind
    as_of: date
    sources: tuple[Source, ...]
    facts: dict[str, Fact]
    conflicts: tuple[Conflict, ...]
    practices: tuple[Practice, ...]
    results: tuple[Result, ...]
    honours: tuple[Honour, ...]
    flags: tuple[Flag, ...]
    sealed_spans: tuple[Span, ...] = ()
    # Rows of tables of honours that nothing could be read from, and honours in a stretch kept secret.
    unread_honours: tuple[Span, ...] = ()
    # Figures of the business from labelled lines (年销售额3200万元), to be told where there is room.
    figures: tuple[Practice, ...] = ()
    # The name of the method the material is about; empty where none is surely brought in.
    main_method: str = ""

    def sealed(self, file: str, start: int, end: int) -> bool:
        """Whether `raw[start:end]` of a file touches a stretch that is injected or secret."""
        return any(span.file == file and span.start < end and start < span.end for span in self.sealed_spans)

    def value(self, key: str) -> str | int | None:
        """The value of a fact, None where the material does not say or contradicts itself."""
        fact = self.facts.get(key)
        return None if fact is None else fact.value

    @property
    def listed_honours(self) -> tuple[Honour, ...]:
        """The honours the column 近五年国家级或省部级质量荣誉 holds; empty means “无” unless there are open ones."""
        return tuple(honour for honour in self.honours if honour.standing == "listed")

    @property
    def open_honours(self) -> tuple[Honour, ...]:
        """The honours a person has to check before the column may say 无."""
        return tuple(honour for honour in self.honours if honour.standing == "borderline")
