"""The mapping as files to take away: XLSX and CSV with practices, coverage and gaps."""

import csv
import io
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import streamlit as st

from assistant.drafting.form_check import printable
from assistant.drafting.form_xlsx import write_table
from assistant.mapping.coverage import MappingResult
from assistant.ui.components.citations import where
from assistant.ui.components.drafting_form import SHEET

_PRACTICES = ("序号", "质量实践", "评价框架", "主维度", "兼及维度", "判断依据", "条款", "条款原文")
_COVERAGE = ("评价框架", "维度", "覆盖份额", "要回答的问题", "可准备的证据", "条款原文", "", "")
_WIDTHS = (8.0, 60.0, 24.0, 16.0, 20.0, 30.0, 30.0, 60.0)
# A cell that begins like a formula is data; spreadsheets read it as text behind an apostrophe.
_FORMULA = ("=", "+", "-", "@")

Table = list[tuple[str, ...]]


def downloads(results: Mapping[str, MappingResult]) -> None:
    """Buttons for both files."""
    row = st.container(horizontal=True, gap="small")
    row.download_button(
        "下载 XLSX", workbook(results), "维度对标.xlsx", SHEET, on_click="ignore", icon=":material/table:"
    )
    row.download_button(
        "下载 CSV",
        sheet(practice_table(results)),
        "维度对标.csv",
        "text/csv",
        on_click="ignore",
        icon=":material/download:",
    )


def practice_table(results: Mapping[str, MappingResult]) -> Table:
    """One line for each practice and framework, heads first."""
    rows: Table = [_PRACTICES]
    for result in results.values():
        for practice in result.practices:
            if practice.dimensions:
                main, *others = practice.dimensions
                why = "、".join(main.why) or "整句相近或由填报人更正"
                also = "、".join(one.name for one in others)
                told = (main.name, also, why, where(main.citation), main.citation.quote)
                rows.append((practice.id.removeprefix("p"), practice.text, result.framework.name, *told))
    return rows


def coverage_table(results: Mapping[str, MappingResult]) -> Table:
    """One line for each dimension, heads first; the question and the evidence stand where there is a gap."""
    rows: Table = [_COVERAGE]
    for result in results.values():
        gaps = {gap["dimension"] for gap in result.gaps}
        for one in result.framework.dimensions:
            missing = one.name in gaps
            ask, prepare = (one.ask, "；".join(one.evidence)) if missing else ("", "")
            share = f"{result.coverage[one.name]:.0%}"
            rows.append((result.framework.name, one.name, share, ask, prepare, one.citations[0].quote, "", ""))
    return rows


def workbook(results: Mapping[str, MappingResult]) -> bytes:
    """Practices and coverage as two sheets, every cell text."""
    sheets: dict[str, Sequence[Sequence[str]]] = {
        "质量实践": _clean(practice_table(results)),
        "覆盖与差距": _clean(coverage_table(results)),
    }
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "对标.xlsx"
        write_table(sheets, _WIDTHS, path)
        return path.read_bytes()


def sheet(rows: Table) -> bytes:
    """CSV as Excel and WPS open it: UTF-8 with a mark; a cell that begins like a formula stays text."""
    text = io.StringIO()
    csv.writer(text).writerows(
        [f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row] for row in _clean(rows)
    )
    return text.getvalue().encode("utf-8-sig")


def _clean(rows: Table) -> Table:
    return [tuple(printable(cell)[0] for cell in row) for row in rows]
