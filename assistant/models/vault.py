"""Where the endpoint's key is kept: the system's own store where Python can reach one, else the endpoint's file.

The store is that of Windows (凭据管理器) or macOS (钥匙串), through the optional package `keyring`. Elsewhere its
backends may ask for a password and wait without end, or do not exist (servers, containers): there a file of mode 0600
is usual, and the page says so.
"""

import importlib
import importlib.util
import sys
from pathlib import Path
from typing import Any

_PACKAGE = "keyring"
_SERVICE = "quality-award-assistant"
# Platform: the backend's module and class, asked for by name so that no configuration puts another in its place.
_NATIVE = {
    "win32": ("keyring.backends.Windows", "WinVaultKeyring", "Windows 凭据管理器"),
    "darwin": ("keyring.backends.macOS", "Keyring", "macOS 钥匙串"),
}


class Vault:
    """The system's store of keys; `name` for people."""

    def __init__(self, backend: Any, errors: type[Exception], name: str) -> None:
        self._backend = backend
        self._errors = errors
        self.name = name

    def find(self, home: Path) -> str:
        """The key of a home, "" where there is none or the store does not give it."""
        try:
            return self._backend.get_password(_SERVICE, str(home)) or ""
        except self._errors:
            return ""

    def put(self, home: Path, key: str) -> bool:
        """Keep the key of a home ("" removes it); False where the store does not take it."""
        try:
            if key:
                self._backend.set_password(_SERVICE, str(home), key)
            elif self.find(home):
                self._backend.delete_password(_SERVICE, str(home))
        except self._errors:
            return False
        return True


def open_vault() -> Vault | None:
    """The system's store, None where there is none that answers without a prompt."""
    if sys.platform not in _NATIVE or importlib.util.find_spec(_PACKAGE) is None:
        return None
    module, backend, name = _NATIVE[sys.platform]
    errors = importlib.import_module(f"{_PACKAGE}.errors").KeyringError
    return Vault(getattr(importlib.import_module(module), backend)(), errors, name)
