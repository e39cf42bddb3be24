"""`draft --model`: the contract's JSON stays, only the texts may change, and who wrote them is told on stderr."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from assistant.models.endpoint import Endpoint, EndpointStore
from evaluations.lies.server import LoopbackServer
from tests.ui.materials import COMPANY

_WORDS = ("draft", "-", "--kind", "organisation", "--as-of", "2024-03-01", "--json")


def _run(home: Path, *more: str) -> subprocess.CompletedProcess[str]:
    unset = {"LLM_BASE_URL": "", "LLM_MODEL": "", "LLM_API_KEY": ""}
    environment = {**os.environ, **unset, "ASSISTANT_HOME": str(home)}
    command = [sys.executable, "-m", "assistant", *_WORDS, *more]
    return subprocess.run(
        command, input=COMPANY, capture_output=True, text=True, timeout=60, check=False, env=environment
    )


def _with_model(home: Path, mode: str) -> tuple[dict[str, Any], str]:
    with LoopbackServer(mode) as server:
        EndpointStore(home).save(Endpoint(server.url, "loopback"))
        done = _run(home, "--model")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout), done.stderr


def test_the_keys_are_the_contracts_and_who_wrote_is_told(tmp_path: Path) -> None:
    plain = json.loads(_run(tmp_path).stdout)
    worded, told = _with_model(tmp_path, "faithful")
    assert list(worded) == [*plain, "composer", "origin"]
    assert worded["composer"]["profile"] == "model"
    assert worded["origin"]["profile"].startswith("draft-profile@")
    assert "AI生成，已逐条核验" in told and "draft-profile@" in told
    unchanged, told = _with_model(tmp_path, "status 401")
    assert unchanged.pop("composer") == {"characterisation": "quoting", "profile": "quoting"}
    assert unchanged.pop("origin") == {}
    assert unchanged == plain
    assert "由程序按材料原文起草" in told


def test_without_a_model_the_option_is_refused_in_one_line(tmp_path: Path) -> None:
    done = _run(tmp_path, "--model")
    assert done.returncode == 2 and done.stdout == ""
    assert "没有配置语言模型" in done.stderr and len(done.stderr.strip().splitlines()) == 1
