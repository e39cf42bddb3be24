"""`draft --model`: the contract's JSON stays, only the texts may change, and who wrote them is told on stderr."""

import io
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant.cli import main
from assistant.models.endpoint import Endpoint, EndpointStore
from assistant.settings import settings
from evaluations.lies.server import LoopbackServer
from tests.ui.materials import COMPANY

_WORDS = ("draft", "-", "--kind", "organisation", "--as-of", "2024-03-01", "--json")

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """Run the command over the material with a home of its own: exit status, stdout and stderr."""
    for name in ("LLM_BASE_URL", "LLM_MODEL", "LLM_API_KEY"):
        monkeypatch.setenv(name, "")
    monkeypatch.setenv("ASSISTANT_HOME", str(tmp_path))

    def command(*more: str) -> tuple[int, str, str]:
        settings.cache_clear()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(COMPANY.encode())))
        with pytest.raises(SystemExit) as left:
            main([*_WORDS, *more])
        return (int(left.value.code or 0), *capsys.readouterr())

    yield command
    settings.cache_clear()


def _with_model(run: Run, home: Path, mode: str) -> tuple[dict[str, Any], str]:
    with LoopbackServer(mode) as server:
        EndpointStore(home).save(Endpoint(server.url, "loopback"))
        status, out, err = run("--model")
    assert status == 0, err
    return json.loads(out), err


def test_the_keys_are_the_contracts_and_who_wrote_is_told(run: Run, tmp_path: Path) -> None:
    plain = json.loads(run()[1])
    worded, told = _with_model(run, tmp_path, "faithful")
    assert list(worded) == [*plain, "composer", "origin"]
    assert worded["composer"]["profile"] == "model"
    assert worded["origin"]["profile"].startswith("draft-profile@")
    assert "AI生成，已逐条核验" in told and "draft-profile@" in told
    unchanged, told = _with_model(run, tmp_path, "status 401")
    assert unchanged.pop("composer") == {"characterisation": "quoting", "profile": "quoting"}
    assert unchanged.pop("origin") == {}
    assert unchanged == plain
    assert "由程序按材料原文起草" in told


def test_without_a_model_the_option_is_refused_in_one_line(run: Run) -> None:
    status, out, err = run("--model")
    assert status == 2 and out == ""
    assert "没有配置语言模型" in err and len(err.strip().splitlines()) == 1
