"""What a clerk writes on the command line is taken: Chinese dates and kinds, material of any kind of file."""

from pathlib import Path

from docx import Document
from typer.testing import CliRunner

from assistant.commands.draft import app as draft_app
from assistant.commands.map import app as map_app
from assistant.commands.match import app as match_app

_RUN = CliRunner()


def test_chinese_dates_and_kinds_are_read(tmp_path: Path) -> None:
    told = tmp_path / "材料.txt"
    text = "我叫李秋实，在重庆一家工厂做钳工。2020年3月获全国质量先进个人，由市场监管总局颁发。"
    told.write_text(text, encoding="utf-8")
    written = [
        _RUN.invoke(draft_app, [str(told), "--json", "--kind", kind, "--as-of", day])
        for kind, day in (("个人", "2024年2月22日"), ("individual", "2024-02-22"))
    ]
    assert all(one.exit_code == 0 for one in written) and written[0].stdout == written[1].stdout


def test_map_reads_a_word_file_like_its_siblings(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("每批产品抽检三件，不合格整批返工。")
    document.save(str(tmp_path / "材料.docx"))
    told = _RUN.invoke(map_app, [str(tmp_path / "材料.docx"), "--framework", "china"])
    assert told.exit_code == 0 and "对上的做法 1 条" in told.stdout


def test_without_a_day_match_tells_how_the_notices_stand_today(tmp_path: Path) -> None:
    told = tmp_path / "自述.txt"
    told.write_text("我们是宝鸡的公司，2015年注册。", encoding="utf-8")
    by_notice = _RUN.invoke(match_app, ["--text", str(told)])
    by_day = _RUN.invoke(match_app, ["--text", str(told), "--as-of", "2024-12-14"])
    assert "按 2024-12-30 判定；今天看已过期" in by_notice.stdout and "（在申报期内）" not in by_notice.stdout
    assert "（在申报期内）" in by_day.stdout
