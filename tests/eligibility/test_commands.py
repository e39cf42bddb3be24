"""`check`, `check --batch` and `match` as the contract states them, run as commands."""

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from assistant.cli import main

FACTS = {
    "applicant_type": "organization", "org_form": "cooperative", "registered_city": "宝鸡市",
    "registered_province": "陕西省",
    "registered_in_city_since": "2015-03", "qms_certified": True, "other_ms_certified": True, "violation_free_years": 3,
    "major_accident_free_years": 3, "won_national_quality_award": False, "won_provincial_quality_award": False,
}  # fmt: skip


def run(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "assistant", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, encoding="utf-8", check=False)


def one_line(text: str) -> bool:
    return len(text.strip().splitlines()) == 1


def test_check_prints_one_json_value(tmp_path: Path) -> None:
    file = tmp_path / "facts.json"
    file.write_text(json.dumps(FACTS, ensure_ascii=False), encoding="utf-8")
    done = run("check", "--track", "baoji-org", "--facts", str(file), "--as-of", "2024-12-08", "--json")
    value = json.loads(done.stdout)
    assert (done.returncode, value["verdict"], value["timeliness"]) == (0, "eligible", "open")
    assert value["notices"][0].startswith("只表示客观申报条件未见障碍")


def test_check_reads_stdin_and_prints_for_people() -> None:
    done = run("check", "--track", "baoji-org", "--facts", "-", "--as-of", "2024-12-08", stdin=json.dumps(FACTS))
    assert done.returncode == 0
    assert "结论：符合客观申报条件" in done.stdout
    assert "【需举证】3 条" in done.stdout


def test_without_a_day_the_notices_own_is_used_never_todays() -> None:
    done = run("check", "--track", "baoji-org", "--facts", "-", "--json", stdin=json.dumps(FACTS))
    assert json.loads(done.stdout)["as_of"] == "2024-12-30"
    standing = run("check", "--track", "lanzhou-org", "--facts", "-", "--json", stdin="{}")
    assert standing.returncode == 2
    assert "--as-of" in standing.stderr
    assert one_line(standing.stderr)


def test_unusable_input_exits_2_with_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tries = [
        (["--track", "nowhere", "--facts", "-", "--as-of", "2024-01-01"], "{}", "baoji-org"),
        (["--track", "baoji-org", "--facts", "-", "--as-of", "2024-13-01"], "{}", "2024-13-01"),
        (["--track", "baoji-org", "--facts", "-", "--as-of", "2024-01-01"], "{", "JSON"),
        (["--track", "baoji-org", "--facts", "-", "--as-of", "2024-01-01"], "[1]", "JSON 对象"),
        (["--track", "baoji-org", "--facts", "-", "--as-of", "2024-01-01"], '{"qms": 1}', "qms"),
        (["--track", "baoji-org", "--facts", "missing.json", "--as-of", "2024-01-01"], "", "missing.json"),
        (["--track", "baoji-org", "--as-of", "2024-01-01"], "", "--facts"),
    ]
    for arguments, stdin, word in tries:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        with pytest.raises(SystemExit) as left:
            main(["check", *arguments, "--json"])
        out, err = capsys.readouterr()
        assert (left.value.code, out) == (2, ""), arguments
        assert word in err
        assert one_line(err)


def rows(count: int) -> list[dict[str, Any]]:
    return [{"id": f"r{n}", "track": "baoji-org", "as_of": "2024-12-08", "facts": FACTS} for n in range(count)]


def test_batch_keeps_order_and_survives_bad_rows(tmp_path: Path) -> None:
    good = [json.dumps(row, ensure_ascii=False) for row in rows(3)]
    bad = ["not json", '{"id": "b1", "track": "none", "facts": {}}', '{"id": "b2", "track": "baoji-org"}', "[]"]
    odd = json.dumps({"id": "b3", "track": "baoji-org", "as_of": "2024-12-08", "facts": {"org_form": 5}})
    file = tmp_path / "rows.jsonl"
    file.write_text("\n".join([good[0], *bad, "", good[1], odd, good[2]]) + "\n", encoding="utf-8")
    done = run("check", "--batch", str(file), "--json")
    values = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [value["id"] for value in values] == ["r0", None, "b1", "b2", None, "r1", "b3", "r2"]
    errors = [value for value in values if "error" in value]
    assert [value["status"] for value in errors] == ["error"] * 5
    assert "第 2 行" in errors[0]["error"]
    assert all(value["verdict"] == "eligible" for value in values if "error" not in value)


def test_rows_no_reader_can_take_are_told_one_by_one(tmp_path: Path) -> None:
    head = '{"track": "baoji-org", "as_of": "2024-12-10", '
    rows = [
        head + '"facts": ' + "[" * 100_000 + "}",
        head + '"facts": {"employee_count": ' + "9" * 5000 + "}}",
        head + '"facts": {"operation_years": ' + "9" * 400 + "}}",
        head + '"facts": {"operation_years": 1e400}}',
        head + '"facts": {"accident_date": "0001", "accident_level": "major"}}',
        head + '"facts": {"registered_in_city_since": "9998"}}',
        head + '"facts": {"registered_city": "\\ud800"}}',
        '{"track": "baoji-org", "as_of": "0002-01-01", "facts": {"accident_date": "2020", "accident_level": "major"}}',
        '{"id": "\\ud800", "track": "baoji-org", "as_of": "2024-12-10", "facts": {}}',
    ]
    file = tmp_path / "rows.jsonl"
    file.write_text("\n".join(rows), encoding="utf-8")
    done = run("check", "--batch", str(file))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode, len(answers)) == (0, len(rows))
    for number, answer in enumerate(answers[:-1], start=1):
        assert answer["status"] == "error"
        assert answer["error"].startswith(f"第 {number} 行：")
        assert len(answer["error"]) < 150
    assert (answers[-1]["id"], answers[-1]["verdict"]) == ("\ud800", "undetermined")
    for bad in (rows[0], rows[1]):
        single = run("check", "--track", "baoji-org", "--facts", "-", stdin=bad)
        assert single.returncode == 2
        assert one_line(single.stderr)


def test_a_long_batch_is_shared_out_and_still_in_order() -> None:
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows(1203))
    done = run("check", "--batch", "-", "--json", stdin=lines)
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == [f"r{n}" for n in range(1203)]


def test_match_gives_all_tracks_best_first_and_the_next_question() -> None:
    done = run("match", "--facts", "-", "--as-of", "2024-12-08", "--json", stdin=json.dumps(FACTS))
    value = json.loads(done.stdout)
    assert done.returncode == 0
    assert len(value["tracks"]) == 12
    assert value["tracks"][0]["track"] == "baoji-org"
    order = ["eligible", "undetermined", "ineligible"]
    ranks = [order.index(track["verdict"]) for track in value["tracks"]]
    assert ranks == sorted(ranks)
    assert set(value["next_question"]) == {"fact", "question", "citation", "settles"}


def test_match_without_a_day_judges_each_track_on_its_own_notices_last_day_and_never_today() -> None:
    done = run("match", "--facts", "-", "--json", stdin=json.dumps(FACTS))
    assert done.returncode == 0
    days = {result["track"]: result["as_of"] for result in json.loads(done.stdout)["tracks"]}
    assert days["baoji-org"] == "2024-12-30"
    assert days["yangquan-org"] == "2021-11-24"
    # Lanzhou's measures name no closing date, so nothing is assumed for it.
    assert "lanzhou-org" not in days
    assert "兰州" in done.stderr


def test_check_reads_a_self_description_and_says_what_it_left_open(tmp_path: Path) -> None:
    file = tmp_path / "words.txt"
    words = "我在阳泉一家轧钢厂的一线干了13年，市级技能比武拿过三次奖。好像处理过我一次，记不清了。"
    file.write_text(words, encoding="utf-8")
    done = run("check", "--track", "yangquan-ind-frontline", "--text", str(file), "--as-of", "2021-11-21", "--json")
    value = json.loads(done.stdout)
    assert value["verdict"] == "undetermined"
    assert next(rule for rule in value["rules"] if rule["id"] == "YQ-I-01")["status"] == "met"
    assert any("按未知处理" in notice for notice in value["notices"])
