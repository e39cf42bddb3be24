"""What people read: short by default, everything with --verbose."""

import json
from datetime import date
from pathlib import Path

import pytest

from assistant.cli import main
from assistant.commands.brief import first_of, flag_lines
from assistant.drafting.material.read import read_material
from tests.ui.materials import COMPANY


@pytest.fixture
def material(tmp_path: Path) -> str:
    path = tmp_path / "材料.txt"
    path.write_text(COMPANY, encoding="utf-8")
    return str(path)


def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    with pytest.raises(SystemExit) as left:
        main(list(words))
    assert not left.value.code
    return capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [
        ("draft", "--as-of", "2024-02-22"),
        ("extract", "--as-of", "2024-02-22"),
        ("check", "--track", "baoji-org", "--as-of", "2024-12-20", "--text"),
        ("match", "--as-of", "2024-12-20", "--text"),
        ("map", "--framework", "china"),
    ],
)
def test_a_command_is_read_on_one_screen_and_verbose_tells_more(
    words: tuple[str, ...], material: str, capsys: pytest.CaptureFixture[str]
) -> None:
    brief = told(capsys, *words, material)
    full = told(capsys, *words, material, "--verbose")
    assert len(brief.splitlines()) <= 30
    assert len(brief) < len(full)
    assert "--verbose" in brief and "--verbose" not in full


def test_verbose_changes_nothing_of_the_json(material: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("draft", material, "--as-of", "2024-02-22", "--json")
    assert json.loads(told(capsys, *words)) == json.loads(told(capsys, *words, "--verbose"))


def test_a_long_list_says_how_many_more_there_are() -> None:
    assert first_of(["甲", "乙", "丙"], 2, verbose=False) == ["甲", "乙", "  另有 1 项，加 --verbose 看全部。"]
    assert first_of(["甲", "乙", "丙"], 2, verbose=True) == ["甲", "乙", "丙"]


def test_flags_stand_in_their_groups_and_none_is_said_to_be_none() -> None:
    flags = read_material(texts={"材料.txt": COMPANY}, kind="organisation", as_of=date(2024, 2, 22)).flags
    lines = flag_lines(flags, verbose=False)
    assert lines[0].startswith(f"请留意（{len(flags)} 项")
    assert len(lines) == 1 + len({line.split("：")[0] for line in lines[1:]})
    assert flag_lines((), verbose=False) == ["没有需要留意的地方。"]
