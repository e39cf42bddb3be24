"""Many applicants at once: a table, an archive or several files to drafts, one form and a list of exceptions."""

import html
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assistant.cases.store import Case
from assistant.drafting.intake import Batch, IntakeReport, run_intake
from assistant.drafting.intake_journal import Journal
from assistant.drafting.intake_model import Applicant
from assistant.errors import UnusableInputError
from assistant.settings import settings
from assistant.ui import session
from assistant.ui.components.citations import plain
from assistant.ui.components.drafting_bulk_day import bulk_day, day_in_words
from assistant.ui.components.drafting_bulk_files import BULK_SUFFIXES, applicants_of_uploads, unpacked
from assistant.ui.components.drafting_bulk_kept import FORM_NAME, folder_of, keep_outcomes, summary
from assistant.ui.components.drafting_bulk_return import undo_return
from assistant.ui.components.drafting_bulk_rows import keep_materials, rows_panel
from assistant.ui.components.drafting_bulk_template import template_downloads
from assistant.ui.components.drafting_form import SHEET, WORD, heading_fields
from assistant.ui.components.drafting_state import Desk, load_desk, save_desk, unnamed
from assistant.ui.components.uploads import LARGEST_MEGABYTES

# What the case of a bulk run is called until its applicants are known.
_CASE = "批量起草"
_SHOWN, _UNFOLDED = 200, 3
_SHARES = (20, 16, 8, 56)


def bulk_panel(desk: Desk) -> None:
    """Upload, run with progress, and what came of the last run."""
    st.caption(
        "一次交来许多申报主体：每个文件算一个；压缩包（zip）里每个文件或子文件夹算一个；"
        "表格（xlsx、csv）每行算一个。一份读不了不影响其他，都会列在例外清单里。"
        f"可交 {'、'.join(BULK_SUFFIXES)}，每份不超过 {LARGEST_MEGABYTES} MB。"
    )
    template_downloads()
    day = bulk_day(desk)
    heading = heading_fields(desk, "bulk-heading")
    files = st.file_uploader(
        "批量上传", type=list(BULK_SUFFIXES), accept_multiple_files=True, key="bulk-files", label_visibility="collapsed"
    )
    if st.button("开始批量起草", disabled=not files, icon=":material/play_arrow:", type="primary", key="bulk-run"):
        try:
            _run(files or [], Batch(as_of=day, heading=heading, force=True))
        except UnusableInputError as error:
            st.error(plain(str(error)), icon=":material/error:")
    _last(load_desk())


def _run(files: Sequence[Any], batch: Batch) -> None:
    progress = st.progress(0.0, "正在读取名单……")
    with unpacked(files) as places:
        applicants = applicants_of_uploads(places)
        report = _drafted(applicants, batch, progress)
    progress.empty()
    _name_case(report)
    day = batch.as_of.isoformat() if batch.as_of else ""
    # The day chosen stays as it is: it may have been changed while the run was on.
    save_desk(replace(load_desk(), bulk={**summary(report), "day": day}))


def _drafted(applicants: Sequence[Applicant], batch: Batch, progress: DeltaGenerator) -> IntakeReport:
    folder = _folder(session.ensure_case(_CASE))
    folder.mkdir(parents=True, exist_ok=True)
    keep_materials(applicants, folder)
    journal = Journal(settings().assistant_home)

    def told(done: int, total: int, label: str) -> None:
        progress.progress(done / total, plain(f"{done} / {total}　{label}"))

    try:
        report = run_intake(applicants, folder / f"{FORM_NAME}.docx", replace(batch, journal=journal), told)
        keep_outcomes(folder, report.outcomes)
        return report
    finally:
        journal.close()


def _folder(case: Case | None) -> Path:
    return folder_of(case.id if case else "")


def _name_case(report: IntakeReport) -> None:
    """Call a bulk case after its applicants, so that several can be told apart; one named otherwise keeps its name."""
    case = session.current_case()
    names = [outcome.applicant for outcome in report.outcomes if outcome.row] or [report.outcomes[0].label]
    if case is not None and (case.name.startswith(_CASE) or unnamed(case)):
        told = f"{_CASE} {len(report.outcomes)} 家：{names[0]}"
        session.store().rename(case.id, session.case_name(told))


def _last(desk: Desk) -> None:
    """What the last run of this case wrote; it is still there after a reload."""
    done = desk.bulk
    if not done:
        return
    failed, nameless = done["applicants"] - done["written"], done.get("nameless", 0)
    told = f"共 {done['applicants']} 个申报主体，写入汇总表 {done['written']} 行"
    told += f"（其中 {nameless} 行没有名称，补上后才能报送）" if nameless else ""
    told += f"，{failed} 个没有写入，见下表" if failed else ""
    (st.warning if failed or nameless else st.success)(
        f"{told}。待核事项 {len(done['needs'])} 条。", icon=":material/task:"
    )
    for notice in done["notices"]:
        st.warning(plain(notice), icon=":material/info:")
    st.caption(day_in_words(date.fromisoformat(done["day"]) if done.get("day") else None))
    folder = _folder(session.current_case())
    row = st.container(horizontal=True, gap="small")
    for number, name in enumerate(done["files"]):
        _download(row, folder / Path(name).name, number)
    undo_return(desk)
    rows_panel(desk, folder, folder / f"{FORM_NAME}-草稿.jsonl")
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
    return {".docx": "汇总表 DOCX", ".xlsx": "汇总表 XLSX"}.get(path.suffix, "逐份草稿与出处（给技术人员）")


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
    widths = "".join(f"<col style='width:{width}%'>" for width in _SHARES)
    head = f"<colgroup>{widths}</colgroup><thead><tr>{heads}</tr></thead>"
    return f"<div class='widely'><table class='side needs'>{head}<tbody>{rows}</tbody></table></div>{rest}"


def _need_html(in_form: str, applicant: str, label: str, whats: Sequence[str]) -> str:
    """One row for an applicant: the first points in full, more of them folded; of a failure all in full."""
    shown = whats if in_form == "否" else whats[:_UNFOLDED]
    told = _points(shown)
    if len(whats) > len(shown):
        more = _points(whats[len(shown) :])
        told += f"<details><summary>还有 {len(whats) - len(shown)} 条</summary>{more}</details>"
    cells = "".join(f"<td>{html.escape(one)}</td>" for one in (applicant, label, in_form))
    return f"<tr>{cells}<td>{told}</td></tr>"


def _points(whats: Sequence[str]) -> str:
    return f"<ul class='evidence'>{''.join(f'<li>{html.escape(what)}</li>' for what in whats)}</ul>"
