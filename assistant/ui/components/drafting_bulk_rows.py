"""Rows of a bulk run one by one: what was handed in is kept, so that a row can be opened as a case of its own."""

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import streamlit as st

from assistant.documents.redaction import redact
from assistant.drafting.intake_model import Applicant
from assistant.drafting.intake_reading import texts_of
from assistant.drafting.material.model import FACT_KEYS
from assistant.drafting.model import TO_BE_FILLED
from assistant.ui import session
from assistant.ui.components.drafting_reading import read
from assistant.ui.components.drafting_state import ROOM, Desk, Texts, Work, save_desk

_FOLDER, _INDEX = "材料", "材料.json"


def keep_materials(applicants: Sequence[Applicant], folder: Path) -> None:
    """Copy what each applicant handed in beside the form, in the place of what an earlier run kept."""
    shutil.rmtree(folder / _FOLDER, ignore_errors=True)
    index = []
    for number, applicant in enumerate(applicants):
        own = folder / _FOLDER / str(number)
        own.mkdir(parents=True)
        names = [f"{place}-{file.name}" for place, file in enumerate(applicant.files) if file.is_file()]
        for name, file in zip(names, (one for one in applicant.files if one.is_file()), strict=True):
            shutil.copyfile(file, own / name)
        index.append({"label": applicant.label, "files": names, "texts": dict(applicant.texts)})
    (folder / _INDEX).write_text(json.dumps(index, ensure_ascii=False), encoding="utf-8")


def rows_panel(desk: Desk, folder: Path, drafts: Path) -> None:
    """Choose a row that was written and open it; nothing where the materials are not kept."""
    if not drafts.is_file() or not (folder / _INDEX).is_file():
        return
    done = [json.loads(line) for line in drafts.read_text(encoding="utf-8").splitlines()]
    offered = [number for number, one in enumerate(done) if one["row"]]
    if not offered:
        return
    names = {number: f"{place}. {_name(done[number])}" for place, number in enumerate(offered, start=1)}
    row = st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="bulk-rows")
    chosen = row.selectbox(
        "逐行核对：打开一行，按单个申报主体查看出处、更正和重写",
        offered,
        format_func=lambda number: names[number],
        key="bulk-row",
        width=420,
    )
    if row.button("打开这一行", key="bulk-open", icon=":material/open_in_new:") and chosen is not None:
        _open(desk, _work(desk, folder, chosen, done[chosen]), done[chosen], chosen)
    st.caption("打开后是单独的一份申报档案；改好后点“写回批量汇总表”，这一批的汇总表和例外清单就按更正重写，可以撤销。")


def _name(done: Mapping[str, Any]) -> str:
    """What a row is called; where nobody has told its name, the place it came from."""
    name = str(done["row"]["name"])
    return f"{done['source']}（没有名称）" if name == TO_BE_FILLED else name


def _open(desk: Desk, work: Work, done: Mapping[str, Any], number: int) -> None:
    """The case of that row: the one opened before, with what was corrected there, else a new one."""
    bulk = session.current_case()
    known = desk.bulk.get("opened", {}).get(str(number), "")
    if known and known in {heading.id for heading in session.store().headings()}:
        session.open_case(known)
        st.rerun()
    session.leave_case()
    own = session.ensure_case(_name(done))
    link = {"case": bulk.id, "number": number} if bulk else {}
    save_desk(Desk((work,), work.id, desk.heading, row_of=link))
    if bulk:
        kept = {**desk.bulk, "opened": {**desk.bulk.get("opened", {}), str(number): own.id}}
        session.store().save_room(bulk, ROOM, {**bulk.content.get(ROOM, {}), "bulk": kept})
    st.rerun()


def _work(desk: Desk, folder: Path, number: int, done: Mapping[str, Any]) -> Work:
    """The applicant as the run read it: its texts, kind and day, and as edits what a table said otherwise."""
    work = Work("a1", _texts(folder, number), done["row"]["kind"], desk.bulk_day)
    material = read(work).material
    told = {key: done["draft"]["facts"].get(key) for key in FACT_KEYS}
    facts = {key: str(value) for key, value in told.items() if value is not None and value != material.value(key)}
    work = replace(work, edits=replace(work.edits, facts=facts))
    reading, row = read(work), done["row"]
    line = row["characterisation"] if row["characterisation"] != reading.draft.characterisation else None
    profile = row["profile"] if row["profile"] != reading.draft.profile else None
    return replace(work, edits=replace(work.edits, line=line, profile=profile))


def _texts(folder: Path, number: int) -> Texts:
    kept = json.loads((folder / _INDEX).read_text(encoding="utf-8"))[number]
    own = folder / _FOLDER / str(number)
    files = tuple(own / Path(name).name for name in kept["files"])
    texts, _ = texts_of(Applicant(kept["label"], files, kept["texts"]))
    return tuple((name.split("-", 1)[-1], redact(text).text) for name, text in texts.items())
