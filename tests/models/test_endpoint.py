"""The endpoint of a home: its file, the system's store of keys, and what the environment sets."""

import json
import stat
import sys
from pathlib import Path
from types import ModuleType
from typing import Any, ClassVar

import pytest
from pydantic import SecretStr

from assistant.models import vault
from assistant.models.endpoint import FILE, Endpoint, EndpointStore, same_service
from assistant.settings import Settings, told_by_environment, with_saved

KEY = "sk-endpoint-0123456789"
SAVED = Endpoint("https://page.example/v1", "page-model", SecretStr(KEY), timeout_seconds=12.0)


def told(**values: Any) -> Settings:
    return Settings(_env_file=None, **values)


@pytest.fixture(autouse=True)
def no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


class KeyringError(Exception):
    """Stands in for keyring.errors.KeyringError."""


class Backend:
    """A store of keys that may refuse."""

    kept: ClassVar[dict[tuple[str, str], str]]
    refuses = False

    def get_password(self, service: str, user: str) -> str | None:
        return self.kept.get((service, user))

    def set_password(self, service: str, user: str, password: str) -> None:
        if self.refuses:
            raise KeyringError
        self.kept[service, user] = password

    def delete_password(self, service: str, user: str) -> None:
        del self.kept[service, user]


@pytest.fixture(params=[("win32", "Windows", "WinVaultKeyring"), ("darwin", "macOS", "Keyring")])
def store(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> type[Backend]:
    """The package `keyring` with the system's own backend, as far as it is used."""
    platform, module, name = request.param

    class Own(Backend):
        kept: ClassVar[dict[tuple[str, str], str]] = {}
        refuses = False

    modules = {one: ModuleType(one) for one in ("keyring.errors", f"keyring.backends.{module}")}
    modules["keyring.errors"].KeyringError = KeyringError  # type: ignore[attr-defined]
    setattr(modules[f"keyring.backends.{module}"], name, Own)
    for one, made in modules.items():
        monkeypatch.setitem(sys.modules, one, made)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(vault.importlib.util, "find_spec", lambda name: object())
    return Own


def test_without_a_system_store_the_file_holds_the_key_for_its_owner_alone(tmp_path: Path) -> None:
    EndpointStore(tmp_path).save(SAVED)
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600
    assert EndpointStore(tmp_path).read() == SAVED
    assert "系统用户能读" in EndpointStore(tmp_path).where()
    assert KEY not in repr(SAVED)


def test_a_file_of_open_mode_does_not_stay_so(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("{}", encoding="utf-8")
    (tmp_path / FILE).chmod(0o644)
    EndpointStore(tmp_path).save(SAVED)
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600


def test_with_a_system_store_the_file_holds_no_key(tmp_path: Path, store: type[Backend]) -> None:
    EndpointStore(tmp_path).save(SAVED)
    assert KEY not in (tmp_path / FILE).read_text(encoding="utf-8")
    assert EndpointStore(tmp_path).read() == SAVED
    assert "系统用户能读" not in EndpointStore(tmp_path).where()
    EndpointStore(tmp_path).remove()
    assert not store.kept
    assert EndpointStore(tmp_path).read() == Endpoint()


def test_a_store_that_refuses_leaves_the_key_to_the_file(tmp_path: Path, store: type[Backend]) -> None:
    store.refuses = True
    EndpointStore(tmp_path).save(SAVED)
    assert json.loads((tmp_path / FILE).read_text(encoding="utf-8"))["key"] == KEY
    assert EndpointStore(tmp_path).read() == SAVED


def test_two_homes_keep_two_keys(tmp_path: Path, store: type[Backend]) -> None:
    one, other = EndpointStore(tmp_path / "one"), EndpointStore(tmp_path / "other")
    one.save(SAVED)
    other.save(Endpoint("https://page.example/v1", "m", SecretStr("sk-other")))
    other.remove()
    assert one.read().key.get_secret_value() == KEY


def test_what_the_environment_leaves_open_is_the_pages() -> None:
    chosen = with_saved(told(), SAVED)
    assert (chosen.llm_base_url, chosen.llm_model) == ("https://page.example/v1", "page-model")
    assert chosen.llm_api_key.get_secret_value() == KEY
    assert chosen.llm_timeout_seconds == 12.0


@pytest.mark.parametrize("values", [{"llm_base_url": "https://env.example/v1"}, {"llm_api_key": SecretStr("sk-env")}])
def test_address_and_key_are_of_one_origin(values: dict[str, Any]) -> None:
    """Neither does the page's key go to the environment's address nor the environment's key to the page's."""
    environment = told(**values)
    chosen = with_saved(environment, SAVED)
    assert told_by_environment(environment) == {"llm_base_url", "llm_api_key"}
    assert KEY not in chosen.llm_api_key.get_secret_value()
    assert "page.example" not in chosen.llm_base_url
    assert chosen.llm_model == "page-model"


def test_an_empty_variable_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LLM_BASE_URL", "LLM_API_KEY", "LLM_MODEL"):
        monkeypatch.setenv(name, "")
    assert with_saved(told(), SAVED).llm_base_url == "https://page.example/v1"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://a.example/v1", "https://A.example/v2", True),
        ("https://a.example/v1", "http://a.example/v1", False),
        ("https://a.example/v1", "https://a.example:8443/v1", False),
        ("https://a.example/v1", "https://a.example.evil/v1", False),
    ],
)
def test_a_key_belongs_to_one_service(one: str, other: str, same: bool) -> None:
    assert same_service(one, other) is same
