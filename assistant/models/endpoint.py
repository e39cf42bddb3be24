"""The endpoint as set on the settings page: one file of the home that only its owner may read; the key apart from it
where the system has a store for keys.

In the file the key stands as it is: a cipher whose key lies beside it would only look safe. Whoever wants it on no disk
lets the running program hold it, or sets the environment (docs/adr/0013-model-room.md).
"""

import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from assistant.models.address import origin_of
from assistant.models.vault import open_vault

FILE = "model-endpoint.json"
_OWNER_ONLY = 0o600
# Keys kept by this process only and the address each is for, by home.
_HELD: dict[Path, tuple[SecretStr, str]] = {}
# The numbers the file holds and the largest each can be.
_MOST = {"timeout_seconds": 3600, "max_tokens": 1_000_000, "price_input": 1e6, "price_output": 1e6}
_UNREADABLE = f"{FILE} 读不出来，已忽略。请在设置页重新填写并保存。"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """What the page sets; 0 leaves a number to its default. `held` says that the key is on no disk."""

    base_url: str = ""
    model: str = ""
    key: SecretStr = field(default=SecretStr(""), repr=False)
    timeout_seconds: float = 0.0
    max_tokens: int = 0
    price_input: float = 0.0
    price_output: float = 0.0
    held: bool = False
    # What of the file could not be used, for people; "" where all could.
    notice: str = ""

    @property
    def has_key(self) -> bool:
        """Whether there is a key."""
        return bool(self.key.get_secret_value())

    def as_settings(self) -> dict[str, Any]:
        """The values of the settings' fields that are set here."""
        values = {
            "llm_base_url": self.base_url,
            "llm_model": self.model,
            "llm_api_key": self.key if self.has_key else None,
            "llm_timeout_seconds": self.timeout_seconds,
            "llm_max_tokens": self.max_tokens,
            "llm_price_input": self.price_input,
            "llm_price_output": self.price_output,
        }
        return {name: value for name, value in values.items() if value}


class EndpointStore:
    """Reads and writes the endpoint of a home. A file that cannot be read counts as none."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._file = home / FILE

    def read(self) -> Endpoint:
        """The endpoint as saved; an empty one where there is none. What cannot be used is told in its `notice`."""
        try:
            row = json.loads(self._file.read_text(encoding="utf-8"))
        except OSError:
            return Endpoint()
        except (ValueError, RecursionError):
            return Endpoint(notice=_UNREADABLE)
        if not isinstance(row, dict):
            return Endpoint(notice=_UNREADABLE)
        found = _endpoint(row)
        if found.notice:
            return found
        place = self._home.resolve()
        held, service = _HELD.get(place, (None, ""))
        if held is not None:
            # Another process may have saved another address since; the key stays with the one it was given for.
            return replace(found, key=held, held=True) if same_service(service, found.base_url) else found
        vault = open_vault() if row.get("vault") else None
        return found if vault is None else replace(found, key=SecretStr(vault.find(place)))

    def save(self, endpoint: Endpoint) -> None:
        """Write it whole, mode 0600 from the first byte; a key to be held stays in this process."""
        place = self._home.resolve()
        _HELD.pop(place, None)
        if endpoint.held and endpoint.has_key:
            _HELD[place] = endpoint.key, endpoint.base_url
        key = "" if endpoint.held else endpoint.key.get_secret_value()
        vault = open_vault()
        taken = vault is not None and vault.put(place, key)
        row: dict[str, Any] = {"base_url": endpoint.base_url, "model": endpoint.model}
        row |= {name: getattr(endpoint, name) for name in _MOST}
        row |= {"key": "" if taken else key, "vault": bool(taken and key)}
        self._write(json.dumps(row, ensure_ascii=False))

    def where(self) -> str:
        """Where a key is kept and who can read it, for people."""
        vault = open_vault()
        if vault is not None:
            return f"保存的密钥放在{vault.name}里，不在本程序的文件中"
        return f"保存的密钥写在 {self._file}，没有加密，但只有运行本程序的系统用户能读"

    def remove(self) -> None:
        """Forget the endpoint and its key."""
        place = self._home.resolve()
        _HELD.pop(place, None)
        vault = open_vault()
        if vault is not None:
            vault.put(place, "")
        self._file.unlink(missing_ok=True)

    def _write(self, text: str) -> None:
        self._home.mkdir(parents=True, exist_ok=True)
        new = self._file.with_suffix(f".{secrets.token_hex(4)}.new")
        handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        new.replace(self._file)


def same_service(one: str, other: str) -> bool:
    """Whether two addresses are of one service, so that the key of the one may go to the other."""
    first, second = origin_of(one), origin_of(other)
    return first == second and bool(first[1])


def _endpoint(row: Mapping[str, Any]) -> Endpoint:
    """The endpoint of a row; none, with a notice, where a value has the wrong type or is no possible number."""
    texts = {name: row.get(name, "") for name in ("base_url", "model", "key")}
    numbers: dict[str, Any] = {name: row.get(name) or 0 for name in _MOST}
    wrong = [name for name, value in texts.items() if not isinstance(value, str)]
    wrong += [name for name, value in numbers.items() if not _possible(value, _MOST[name])]
    if wrong:
        return Endpoint(notice=f"{FILE} 里的 {'、'.join(wrong)} 不可用，整份配置已忽略。请在设置页重新填写并保存。")
    if not texts["base_url"] or not texts["model"]:
        return Endpoint()
    numbers["max_tokens"] = int(numbers["max_tokens"])
    return Endpoint(texts["base_url"], texts["model"], SecretStr(texts["key"]), **numbers)


def _possible(value: object, most: float) -> bool:
    """Whether it is a number from 0 on; infinity and not-a-number fail the comparison."""
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= most
