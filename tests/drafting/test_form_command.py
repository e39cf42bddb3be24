"""The `form` command as people and scripts call it."""

import json
import re
from pathlib import Path

import pytest

from assistant.cli import main
from assistant.settings import settings
from evaluations.form.rows import write_list
from tests.drafting.materials import FOUNDRY, WELDER


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings(), "assistant_home", tmp_path / "home")


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    (tmp_path / "甲.txt").write_text(FOUNDRY, encoding="utf-8")
    (tmp_path / "乙").mkdir()
    (tmp_path / "乙" / "事迹.txt").write_text(WELDER, encoding="utf-8")
    return [str(tmp_path / "甲.txt"), str(tmp_path / "乙")]


def call(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as leaving:
        main(["form", *arguments])
    out, err = capsys.readouterr()
    code = leaving.value.code
    return int(code or 0), out, err


def test_json_tells_what_was_written_and_what_needs_a_person(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = str(tmp_path / "表.docx")
    code, out, _ = call(capsys, *files, "-o", output, "--as-of", "2024-02-22", "--json")
    value = json.loads(out)
    assert code == 0
    assert value["written"] == [output, str(tmp_path / "表.xlsx")]
    assert [(row["number"], row["name"], row["kind"]) for row in value["rows"]] == [
        (1, "宝鸡市岐炉铸件有限公司", "organisation"),
        (2, "郗铁梅", "individual"),
    ]
    assert all({"applicant", "what"} <= need.keys() for need in value["needs_person"])
    assert not (tmp_path / "home").exists()


def test_people_read_what_failed_and_what_is_left(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = call(capsys, *files, str(tmp_path / "没有.docx"), "-o", str(tmp_path / "表.docx"))
    assert code == 0
    assert "已写出 2 行" in out and "没有写入的 1 份" in out and "没有.docx" in out
    assert err.splitlines()[-1].startswith("[3/3]")


def test_unusable_input_ends_with_status_2_and_one_line(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "表.docx"
    output.write_bytes(b"mine")
    for arguments in (
        [*files, "-o", str(output)],
        [str(tmp_path / "没有.docx"), "-o", str(tmp_path / "新.docx")],
        [*files, "-o", str(tmp_path / "新.docx"), "--kind", "firm"],
        [*files, "-o", str(tmp_path / "新.docx"), "--as-of", "2024/2/22"],
        ["-o", str(tmp_path / "新.docx")],
        ["--intake", str(tmp_path / "没有.csv"), "-o", str(tmp_path / "新.docx")],
    ):
        code, out, err = call(capsys, *arguments)
        assert (code, out, err.count("请") > 0) == (2, "", True)
    assert output.read_bytes() == b"mine"


def test_the_form_never_takes_the_place_of_the_list_it_is_made_from(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    intake, _ = write_list(tmp_path, 2)
    held = intake.read_bytes()
    # 名单.xlsx would be written beside 名单.docx.
    for given in (["--intake", str(intake)], [str(intake)], ["--intake", str(tmp_path / "." / "名单.xlsx")]):
        code, out, err = call(capsys, *given, "-o", str(tmp_path / "名单.docx"), "--force")
        assert (code, out) == (2, "")
        assert "会盖掉交来的文件" in err and "请给 -o 换一个文件名" in err
    assert intake.read_bytes() == held


def test_many_applicants_are_summed_up_and_told_in_full_when_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    intake, good = write_list(tmp_path, 20)
    arguments = ["--intake", str(intake), "-o", str(tmp_path / "表.docx"), "--as-of", "2024-02-22", "--force"]
    brief = call(capsys, *arguments)[1]
    assert f"已写出 {good} 行" in brief
    assert len(brief.splitlines()) < 25
    assert re.search(r"：[0-9]+ 项（.*缺少的内容 [0-9]", brief)
    assert "见待核清单" in brief
    full = call(capsys, *arguments, "--verbose")[1]
    # Every second row of the list leaves its honours empty: nobody has told that there are none.
    assert "不能断定没有" in full and "不能断定没有" not in brief


def test_a_folder_in_bulk_leaves_out_what_it_wrote_itself(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "一批"
    folder.mkdir()
    (folder / "甲.txt").write_text(FOUNDRY, encoding="utf-8")
    arguments = ["--intake", str(folder), "-o", str(folder / "表.docx"), "--as-of", "2024-02-22", "--json", "--force"]
    first, again = (json.loads(call(capsys, *arguments)[1]) for _ in range(2))
    assert first["rows"] == again["rows"] and len(again["rows"]) == 1
    assert again["failed"] == []
    assert (first["reused"], again["reused"]) == (0, 1)
    assert json.loads(call(capsys, *arguments, "--fresh")[1])["reused"] == 0


def test_names_of_files_bring_no_control_character_to_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "甲\x1b[2J.txt").write_text(FOUNDRY, encoding="utf-8")
    (tmp_path / "乙\x1b[2J.et").write_bytes(b"x")
    names = [str(path) for path in tmp_path.glob("*\x1b*")]
    _, out, err = call(capsys, *names, "-o", str(tmp_path / "表.docx"))
    assert "\x1b" not in out + err
