"""The command line's manners: exit statuses, one Chinese line on stderr, no traceback, light imports."""

import subprocess
import sys
from pathlib import Path

import pytest

from assistant.cli import main


def run(*words: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "assistant", *words]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nosuch",), "没有“nosuch”这条命令"),
        (("draft",), "缺少参数“files”（一个申报主体的材料"),
        (("form", "甲.txt"), "缺少参数“--output”（写出的汇总表"),
        (("check", "--text"), "选项“--text”后面没有写值"),
        (("check", "--nosuch"), "没有选项“--nosuch”"),
        (("ask",), "没有问题"),
        (("map", "--framework", "china", "/nope"), "找不到文件“/nope”"),
        (("ask", "--batch", "/nope"), "找不到文件“/nope”"),
    ],
)
def test_unusable_input_exits_with_2_and_one_chinese_line(
    words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(list(words))
    out, err = capsys.readouterr()
    assert left.value.code == 2
    assert said in err
    assert len(err.strip().splitlines()) == 1
    assert out == ""


def test_a_process_ends_with_that_status_and_that_line() -> None:
    done = run("map", "--framework", "china", "/nope")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "找不到文件“/nope”。请核对路径后重试。\n"


COMMANDS = ["ask", "check", "draft", "form", "map", "verify", "index", "match", "extract", "evaluate"]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main([name, "--help"])
    assert left.value.code == 0
    assert "例：" in capsys.readouterr().out


def test_a_reader_that_goes_away_is_no_error() -> None:
    command = f"{sys.executable} -m assistant documents show lanzhou-2023 --json | head -c 5"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr == ""


def test_importing_the_package_and_the_command_line_imports_nothing_heavy() -> None:
    code = (
        "import sys, assistant.cli, assistant.answering.pipeline;"
        "heavy = ('torch', 'sentence_transformers', 'chromadb', 'langchain_openai', 'streamlit');"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("云岭齿轮厂，2012年成立，员工86人。推行“四眼互检”，返工率由6.2%降到0.8%。", "质量提升"),
        ("沈青禾，女，1980年出生，检验班长。总结出“听声辨轴”，带徒弟12人。", "技能素养"),
    ],
)
def test_map_without_a_framework_takes_the_one_for_who_is_told_of(
    text: str, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "材料.txt"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SystemExit) as left:
        main(["map", str(file)])
    assert left.value.code == 0 and f"{name}\t" in capsys.readouterr().out
