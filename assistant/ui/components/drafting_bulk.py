"""Many applicants at once: a table, an archive or several files to drafts, one form and a list of exceptions."""

import html
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assistant.drafting.form_rows import Heading
from assistant.drafting.intake import Batch, IntakeReport, run_intake
from assistant.drafting.intake_journal import Journal
from assistant.drafting.intake_model import Applicant
from assistant.errors import UnusableInputError
from assistant.settings import settings
from assistant.ui import session
from assistant.ui.components.citations import plain
from assistant.ui.components.drafting_bulk_files import BULK_SUFFIXES, applicants_of_uploads, unpacked
from assistant.ui.components.drafting_bulk_template import template_downloads
from assistant.ui.components.drafting_form import SHEET, WORD
from assistant.ui.components.drafting_state import Desk, load_desk, save_desk
from assistant.ui.components.uploads import LARGEST_MEGABYTES

_NAME = "推荐质量领域优质组织和个人信息汇总表"
_SHOWN = 200


def bulk_panel(desk: Desk) -> None:
    """Upload, run with progress, and what came of the last run."""
    st.caption(
        "一次交来许多申报主体：每个文件算一个；压缩包（zip）里每个文件或子文件夹算一个；"
        "表格（xlsx、csv）每行算一个。一份读不了不影响其他，都会列在例外清单里。"
        f"可交 {'、'.join(BULK_SUFFIXES)}，每份不超过 {LARGEST_MEGABYTES} MB。"
    )
    template_downloads()
    files = st.file_uploader(
        "批量上传", type=list(BULK_SUFFIXES), accept_multiple_files=True, key="bulk-files", label_visibility="collapsed"
    )
    if st.button("开始批量起草", disabled=not files, icon=":material/play_arrow:", type="primary", key="bulk-run"):
        try:
            _run(files or [], desk)
        except UnusableInputError as error:
            st.error(plain(str(error)), icon=":material/error:")
    _last(load_desk())


def _run(files: Sequence[Any], desk: Desk) -> None:
    progress = st.progress(0.0, "正在读取名单……")
    with unpacked(files) as places:
        applicants = applicants_of_uploads(places)
        report = _drafted(applicants, desk, progress)
    progress.empty()
    save_desk(replace(load_desk(), bulk=_summary(report)))


def _drafted(applicants: Sequence[Applicant], desk: Desk, progress: DeltaGenerator) -> IntakeReport:
    case = session.ensure_case("批量起草")
    folder = settings().assistant_home / "forms" / case.id
    folder.mkdir(parents=True, exist_ok=True)
    journal = Journal(settings().assistant_home)
    heading = Heading(**{key: str(desk.heading.get(key, "")) for key in ("department", "contact", "phone")})

    def told(done: int, total: int, label: str) -> None:
        progress.progress(done / total, plain(f"{done} / {total}　{label}"))

    try:
        batch = Batch(heading=heading, journal=journal, force=True)
        return run_intake(applicants, folder / f"{_NAME}.docx", batch, told)
    finally:
        journal.close()


def _summary(report: IntakeReport) -> dict[str, Any]:
    needs = [
        [outcome.applicant, outcome.label, "是" if outcome.row else "否", need.what]
        for outcome in report.outcomes
        for need in outcome.needs
    ]
    return {
        "applicants": len(report.outcomes),
        "written": len(report.rows),
        "reused": report.reused,
        "files": [path.name for path in report.written],
        "needs": needs,
        "notices": list(report.form.notices) if report.form else [],
    }


def _last(desk: Desk) -> None:
    """What the last run of this case wrote; it is still there after a reload."""
    done = desk.bulk
    if not done:
        return
    failed = done["applicants"] - done["written"]
    told = f"共 {done['applicants']} 个申报主体，写入汇总表 {done['written']} 行"
    told += f"，{failed} 个没有写入，见下表" if failed else ""
    (st.warning if failed else st.success)(f"{told}。待核事项 {len(done['needs'])} 条。", icon=":material/task:")
    for notice in done["notices"]:
        st.warning(plain(notice), icon=":material/info:")
    case = session.current_case()
    folder = settings().assistant_home / "forms" / (case.id if case else "")
    row = st.container(horizontal=True, gap="small")
    for number, name in enumerate(done["files"]):
        _download(row, folder / Path(name).name, number)
    st.html(_needs_html(done["needs"]))


def _download(row: Any, path: Path, number: int) -> None:
    if path.is_file():
        mime = {".docx": WORD, ".xlsx": SHEET}.get(path.suffix, "application/octet-stream")
        row.download_button(
            _label(path),
            path.read_bytes(),
            path.name,
            mime,
            key=f"bulk-{number}",
            on_click="ignore",
            icon=":material/download:",
        )


def _label(path: Path) -> str:
    if path.stem.endswith("-待核"):
        return "例外清单 XLSX"
    return {".docx": "汇总表 DOCX", ".xlsx": "汇总表 XLSX"}.get(path.suffix, "逐份草稿（程序读取用）")


def _needs_html(needs: Sequence[Sequence[str]]) -> str:
    if not needs:
        return ""
    found: dict[tuple[str, str, str], list[str]] = {}
    for applicant, label, in_form, what in needs:
        found.setdefault((in_form, applicant, label), []).append(what)
    # "否" first: who is not in the form needs a person before all others.
    ordered = sorted(found.items(), key=lambda pair: pair[0][0] != "否")
    heads = "".join(f"<th scope='col'>{head}</th>" for head in ("申报主体", "来源", "已写入", "要做什么"))
    rows = "".join(_need_html(*key, whats) for key, whats in ordered[:_SHOWN])
    more = len(ordered) - _SHOWN
    rest = f"<div class='facts'>还有 {more} 个申报主体，见例外清单 XLSX。</div>" if more > 0 else ""
    table = f"<table class='side'><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    return f"<div class='widely'>{table}</div>{rest}"


def _need_html(in_form: str, applicant: str, label: str, whats: Sequence[str]) -> str:
    """One row for an applicant: a failure in full, points to check folded."""
    items = "".join(f"<li>{html.escape(what)}</li>" for what in whats)
    if in_form == "否" or len(whats) == 1:
        told = "<br>".join(html.escape(what) for what in whats)
    else:
        told = f"<details><summary>待核 {len(whats)} 条</summary><ul class='evidence'>{items}</ul></details>"
    cells = "".join(f"<td>{html.escape(one)}</td>" for one in (applicant, label, in_form))
    return f"<tr>{cells}<td>{told}</td></tr>"
