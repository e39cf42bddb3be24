"""Consent to sending an applicant's material to a model endpoint: kept in the home, one per endpoint host."""

import ipaddress
import json
import secrets
import threading
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from assistant.errors import ModelError
from assistant.models.messages import message

# Reading and writing back is one step for the threads of a process.
_WRITING = threading.Lock()


@dataclass(frozen=True, slots=True)
class Consent:
    """Someone agreed, at `given` (ISO 8601, UTC), that material may be sent to `host`."""

    host: str
    given: str


class ConsentStore:
    """Reads and writes the consents under a home. A file that cannot be read counts as no consent."""

    def __init__(self, home: Path) -> None:
        self._file = home / "consents.json"

    def find(self, host: str) -> Consent | None:
        """The consent for a host, None where there is none."""
        return self._all().get(host)

    def give(self, host: str) -> Consent:
        """Record the consent for a host."""
        consent = Consent(host, datetime.now(UTC).isoformat(timespec="seconds"))
        with _WRITING:
            self._write({**self._all(), host: consent})
        return consent

    def withdraw(self, host: str) -> None:
        """Take the consent for a host back; none is no error."""
        with _WRITING:
            self._write({name: consent for name, consent in self._all().items() if name != host})

    def allows(self, host: str) -> bool:
        """Whether material may be sent to `host`: it is this machine, or someone has agreed."""
        return stays_here(host) or self.find(host) is not None

    def require(self, host: str) -> None:
        """ModelError where material would leave this machine for `host` without consent."""
        if not self.allows(host):
            raise ModelError(message("consent", host=host))

    def _all(self) -> dict[str, Consent]:
        try:
            rows = json.loads(self._file.read_text(encoding="utf-8"))
            return {row["host"]: Consent(row["host"], row["given"]) for row in rows}
        except (OSError, ValueError, TypeError, KeyError):
            return {}

    def _write(self, consents: dict[str, Consent]) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        new = self._file.with_suffix(f".{secrets.token_hex(4)}.new")
        new.write_text(json.dumps([asdict(row) for row in consents.values()], ensure_ascii=False), encoding="utf-8")
        new.replace(self._file)


def stays_here(host: str) -> bool:
    """Whether an endpoint host (`name`, `name:port`) is this very machine."""
    try:
        name = urlsplit(f"//{host}").hostname or ""
        return name == "localhost" or ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False
