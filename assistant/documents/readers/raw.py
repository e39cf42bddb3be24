"""What a reader returns."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RawText:
    """The text of a file as read, nothing redacted or cut.

    `page_starts[i]` is the offset where page i+1 begins (empty where the file has no pages). `warnings` are Chinese
    sentences about what a person should look at (hidden text left out, two readings that disagree).
    """

    text: str
    page_starts: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()
