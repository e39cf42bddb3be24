"""Credentials found in a text are replaced before anything is stored."""

from dataclasses import dataclass

MASK = "（已隐去）"


@dataclass(frozen=True, slots=True)
class Redacted:
    """The text with credentials replaced by （已隐去）, and a Chinese note (without the secret) for each."""

    text: str
    findings: tuple[str, ...] = ()


def redact(text: str) -> Redacted:
    """Replace credentials in `text`."""
    return Redacted(text)
