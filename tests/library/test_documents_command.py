"""`documents` on the command line: JSON of the contract, exit statuses, and one line for what cannot be used."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from assistant.settings import CHECKOUT


def run(home: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "assistant", "documents", *arguments]
    environment = {"ASSISTANT_HOME": str(home), "PATH": "/usr/bin:/bin", "PYTHONUTF8": "1"}
    return subprocess.run(command, cwd=CHECKOUT, env=environment, capture_output=True, text=True, check=False)


def test_a_notice_is_added_shown_listed_and_removed(tmp_path: Path, indexed_home: Path) -> None:
    file = tmp_path / "青石.md"
    file.write_text(
        "青石市人民政府\n青政发〔2025〕3号\n关于评选质量奖的通知\n一、条件\n守法经营。\n青石市人民政府\n2025年3月2日\n",
        encoding="utf-8",
    )
    home = tmp_path / "home"
    shutil.copytree(indexed_home, home)
    added = json.loads(run(home, "add", str(file), "--id", "qingshi", "--json").stdout)
    assert list(added) == ["document", "clauses"]
    assert set(added["document"]) == {"id", "title", "number", "issuer", "date", "region", "sha256"}
    assert added["document"] | {"sha256": "", "region": ""} == {
        "id": "qingshi", "title": "关于评选质量奖的通知", "number": "青政发〔2025〕3号",
        "issuer": "青石市人民政府", "date": "2025-03-02", "region": "", "sha256": "",
    }  # fmt: skip
    text = file.read_text(encoding="utf-8")
    assert all(set(row) == {"clause", "text", "start", "end", "page"} for row in added["clauses"])
    assert all(text[row["start"] : row["end"]] == row["text"] for row in added["clauses"])
    assert json.loads(run(home, "show", "qingshi", "--json").stdout) == added
    assert len(json.loads(run(home, "list", "--json").stdout)["documents"]) == 6
    assert run(home, "remove", "qingshi").returncode == 0
    gone = run(home, "show", "qingshi")
    assert (gone.returncode, gone.stdout) == (2, "")
    assert "没有“qingshi”" in gone.stderr


def test_what_cannot_be_used_exits_with_2_and_one_line(tmp_path: Path) -> None:
    copy = tmp_path / "again.txt"
    copy.write_bytes((CHECKOUT / "corpus" / "documents" / "lanzhou-2023.txt").read_bytes())
    for arguments, says in (
        (("add", "nowhere.txt"), "找不到文件"),
        (("add", str(copy)), "编号为“lanzhou-2023”"),
        (("remove", "nowhere"), "没有“nowhere”"),
    ):
        result = run(tmp_path / "home", *arguments)
        assert (result.returncode, result.stdout, len(result.stderr.strip().splitlines())) == (2, "", 1)
        assert says in result.stderr
