"""Bulk: folders of material to one form, resumed after a kill, nothing stopped by one bad file."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from assistant.drafting.intake import Batch, IntakeReport, run_intake
from assistant.drafting.intake_folder import applicant_at, applicants_in
from assistant.drafting.intake_journal import Journal, key_of
from assistant.drafting.intake_model import Applicant
from assistant.errors import UnusableInputError
from assistant.settings import CHECKOUT
from evaluations.form.measure import finished
from evaluations.form.rows import write_list
from tests.drafting.materials import AS_OF, FOUNDRY, WELDER


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two good applicants, one of them a folder of two files, a damaged file, an unsupported one, and noise."""
    folder = tmp_path / "材料"
    (folder / "乙厂").mkdir(parents=True)
    head, tail = FOUNDRY.split("荣誉：")
    (folder / "乙厂" / "一.txt").write_bytes(head.encode("gb18030"))
    (folder / "乙厂" / "二.txt").write_text("荣誉：" + tail, encoding="utf-8")
    (folder / "甲.txt").write_text(WELDER, encoding="utf-8")
    (folder / "坏.docx").write_bytes(b"PK\x03\x04 not a document")
    (folder / "表.et").write_bytes(b"wps")
    (folder / "~$甲.docx").write_bytes(b"lock")
    (folder / ".DS_Store").write_bytes(b"noise")
    return folder


def run(folder: Path, output: Path, home: Path, force: bool = False, as_of: date = AS_OF) -> IntakeReport:
    journal = Journal(home)
    try:
        return run_intake(applicants_in(folder), output, Batch(as_of=as_of, journal=journal, force=force))
    finally:
        journal.close()


def test_one_bad_file_stops_nothing_and_is_named(folder: Path, tmp_path: Path) -> None:
    report = run(folder, tmp_path / "表.docx", tmp_path / "home")
    assert [row.name for row in report.rows] == ["宝鸡市岐炉铸件有限公司", "郗铁梅"]
    bad = {outcome.label: outcome.needs[0].what for outcome in report.outcomes if outcome.row is None}
    assert set(bad) == {"坏.docx", "表.et"}
    assert "不支持" in bad["表.et"] and "坏.docx" in bad["坏.docx"]


def test_several_files_of_one_folder_are_one_applicant(folder: Path) -> None:
    applicant = applicant_at(folder / "乙厂")
    assert [file.name for file in applicant.files] == ["一.txt", "二.txt"]


def test_the_list_of_exceptions_and_the_drafts_stand_beside_the_form(folder: Path, tmp_path: Path) -> None:
    report = run(folder, tmp_path / "表.docx", tmp_path / "home")
    assert [path.name for path in report.written] == ["表.docx", "表.xlsx", "表-待核.xlsx", "表-草稿.jsonl"]
    workbook = load_workbook(tmp_path / "表-待核.xlsx")
    needs = [row[1:5] for row in workbook["待核事项"].iter_rows(values_only=True)]
    assert ("坏.docx", "坏.docx", "否", "读取材料") in needs
    left_out = {row[4]: row[6] for row in workbook["未列入的荣誉"].iter_rows(values_only=True)}
    assert "陕西省名牌产品" in left_out["近五年之外"]  # 2018年5月, before 2019-02-22
    drafts = [json.loads(line) for line in (tmp_path / "表-草稿.jsonl").read_text(encoding="utf-8").splitlines()]
    shown = " ".join(str(cell) for sheet in workbook for row in sheet.iter_rows(values_only=True) for cell in row)
    assert not re.search("[A-Z]{4,}_[A-Z]", shown)
    assert drafts[0]["draft"]["sources"][0]["evidence"]


def test_a_second_run_takes_up_what_is_finished_and_a_change_is_done_again(folder: Path, tmp_path: Path) -> None:
    first = run(folder, tmp_path / "表.docx", tmp_path / "home")
    again = run(folder, tmp_path / "表.docx", tmp_path / "home", force=True)
    assert (first.reused, again.reused) == (0, 2)
    assert again.rows == first.rows
    (folder / "甲.txt").write_text(WELDER.replace("99.4%", "99.5%"), encoding="utf-8")
    changed = run(folder, tmp_path / "表.docx", tmp_path / "home", force=True)
    assert changed.reused == 1
    assert "99.5%" in changed.rows[1].profile
    assert run(folder, tmp_path / "表.docx", tmp_path / "home", True, date(2024, 2, 23)).reused == 0


def test_the_key_tells_one_applicant_from_another(folder: Path) -> None:
    one, other = Applicant("a", texts={"x": "yz"}), Applicant("a", texts={"xy": "z"})
    keys = {key_of(one, None, AS_OF), key_of(other, None, AS_OF), key_of(one, "individual", AS_OF)}
    assert len(keys | {key_of(one, None, None), key_of(applicant_at(folder / "甲.txt"), None, AS_OF)}) == 5


def test_nothing_is_read_from_outside_the_folder(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "别处.txt").write_text(FOUNDRY, encoding="utf-8")
    (folder / "链.txt").symlink_to(tmp_path / "别处.txt")
    (folder / "乙厂" / "链.txt").symlink_to(tmp_path / "别处.txt")
    found = {applicant.label: applicant for applicant in applicants_in(folder)}
    assert found["链.txt"].files == () and "之外" in found["链.txt"].problems[0]
    assert len(found["乙厂"].files) == 2 and "之外" in found["乙厂"].problems[0]


def test_the_same_name_twice_is_pointed_out(folder: Path, tmp_path: Path) -> None:
    (folder / "甲副本.txt").write_text(WELDER, encoding="utf-8")
    report = run(folder, tmp_path / "表.docx", tmp_path / "home")
    repeated = [need.what for outcome in report.outcomes for need in outcome.needs if need.code == "REPEATED"]
    assert repeated == ["与汇总表第 2、3 行重名，请确认是否重复报送。"] * 2


def test_progress_is_told_for_every_applicant(folder: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    run_intake(applicants_in(folder), tmp_path / "表.docx", Batch(as_of=AS_OF), lambda *step: told.append(step))
    assert [step[0] for step in told] == [1, 2, 3, 4]
    assert {step[1] for step in told} == {4}


def test_no_work_is_done_when_an_output_is_in_the_way(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "表-待核.xlsx").write_bytes(b"mine")
    told: list[int] = []
    with pytest.raises(UnusableInputError, match="已经存在"):
        journal = Journal(tmp_path / "home")
        run_intake(applicants_in(folder), tmp_path / "表.docx", Batch(journal=journal), lambda *_: told.append(1))
    assert told == []


def test_a_journal_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "intake.sqlite").write_bytes(b"not a database at all" * 99)
    with pytest.raises(UnusableInputError, match=r"intake\.sqlite"):
        Journal(tmp_path)


def test_a_killed_run_is_taken_up_again(tmp_path: Path) -> None:
    size = 60
    intake, good = write_list(tmp_path, size)
    home, output = tmp_path / "home", tmp_path / "表.docx"
    command = [sys.executable, "-m", "assistant", "form", "--intake", str(intake), "-o", str(output), "--json"]
    environment = os.environ | {"ASSISTANT_HOME": str(home)}
    process = subprocess.Popen(
        command, cwd=CHECKOUT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    deadline = time.monotonic() + 120
    while finished(home) < 10 and time.monotonic() < deadline and process.poll() is None:
        time.sleep(0.002)
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    done = finished(home)
    assert 10 <= done < good
    assert not output.exists()
    answer = subprocess.run(command, cwd=CHECKOUT, env=environment, capture_output=True, check=True)
    value = json.loads(answer.stdout)
    assert value["reused"] == done
    assert len(value["rows"]) == good
    assert [row["source"] for row in value["failed"]] == ["名单.xlsx 第52行"]
    assert f"[{size}/{size}]" in answer.stderr.decode()
