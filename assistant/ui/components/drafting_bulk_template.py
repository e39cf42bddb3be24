"""An empty table for many applicants, its heads the ones the reader of tables knows."""

import csv
import io
import tempfile
from functools import lru_cache
from pathlib import Path

import streamlit as st

from assistant.drafting.form_xlsx import write_table
from assistant.ui.components.drafting_form import SHEET

HEADS = (
    "单位名称", "类别", "所在区县", "所属行业", "成立时间", "经济类型", "业务范围", "员工数量",
    "联系人", "职务", "联系电话", "是否有意愿申报中国质量奖", "质量荣誉", "材料",
)  # fmt: skip
_NAME = "批量起草名单模板"
_WIDTHS = (24.0, 8.0, 12.0, 14.0, 12.0, 12.0, 24.0, 10.0, 10.0, 10.0, 16.0, 16.0, 30.0, 60.0)


def template_downloads() -> None:
    """Buttons for the template, as XLSX and CSV."""
    row = st.container(horizontal=True, gap="small", key="bulk-template")
    told = f"一行一个申报主体，类别写“组织”或“个人”，没有的栏目可以留空。栏目：{'、'.join(HEADS)}。"
    row.download_button(
        "名单模板 XLSX", workbook(), f"{_NAME}.xlsx", SHEET, on_click="ignore", type="tertiary", help=told,
        icon=":material/table:", key="bulk-template-xlsx",
    )  # fmt: skip
    row.download_button(
        "名单模板 CSV", sheet(), f"{_NAME}.csv", "text/csv", on_click="ignore", type="tertiary",
        icon=":material/download:", key="bulk-template-csv",
    )  # fmt: skip


@lru_cache(maxsize=1)
def workbook() -> bytes:
    """The template as XLSX."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "模板.xlsx"
        write_table({"名单": [HEADS]}, _WIDTHS, path)
        return path.read_bytes()


@lru_cache(maxsize=1)
def sheet() -> bytes:
    """The template as CSV that Excel and WPS open as UTF-8."""
    text = io.StringIO()
    csv.writer(text).writerow(HEADS)
    return text.getvalue().encode("utf-8-sig")
