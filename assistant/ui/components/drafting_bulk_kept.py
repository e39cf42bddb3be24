"""What a bulk run has found, kept with its case, so that a row corrected later takes its place in form and lists."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from assistant.cases.store import Case
from assistant.drafting.form_rows import Heading
from assistant.drafting.intake import Batch, IntakeReport, write_outcomes
from assistant.drafting.intake_drafting import needs_of
from assistant.drafting.intake_model import Need, Outcome, outcome_from
from assistant.settings import settings
from assistant.ui import session
from assistant.ui.components.drafting_reading import read
from assistant.ui.components.drafting_state import ROOM, Work

FORM_NAME = "推荐质量领域优质组织和个人信息汇总表"
_OUTCOMES = "结果.json"
_MOST_UNDONE = 60


def folder_of(case_id: str) -> Path:
    """Where the files of a bulk case are."""
    return settings().assistant_home / "forms" / case_id


def keep_outcomes(folder: Path, outcomes: Sequence[Outcome]) -> None:
    """Store the outcomes of a run."""
    content = json.dumps([one.as_json() for one in outcomes], ensure_ascii=False)
    (folder / _OUTCOMES).write_text(content, encoding="utf-8")


def kept_outcomes(folder: Path) -> list[Outcome]:
    """The outcomes as they stand now; empty where a run of an earlier version kept none."""
    file = folder / _OUTCOMES
    if not file.is_file():
        return []
    return [outcome_from(one) for one in json.loads(file.read_text(encoding="utf-8"))]


def outcome_of(work: Work, before: Outcome) -> Outcome:
    """A row's outcome as a person has corrected it in a case of its own."""
    reading = read(work)
    row, material = reading.row(work.edits), reading.material
    left_out = tuple(
        Need(honour.reason_code, f"{honour.name}：{honour.reason}", honour.span.quote)
        for honour in material.honours
        if honour.standing != "listed"
    )
    written = replace(reading.draft, characterisation=row.characterisation, profile=row.profile)
    return Outcome(before.label, row, tuple(needs_of(row, material.flags)), written.as_json(), left_out)


def write_back(bulk_case: str, number: int, outcome: Outcome) -> Case:
    """Put a corrected row into its bulk run: form, list of exceptions and drafts are written again, one undo step
    later. NotFoundError where the bulk case is gone, UnusableInputError where the form cannot be written."""
    before = kept_outcomes(folder_of(bulk_case))[number]
    case = session.store().load(bulk_case)
    undone = [*_bulk(case).get("returned", []), {"number": number, "before": before.as_json()}][-_MOST_UNDONE:]
    return _rewritten(case, number, outcome, undone)


def take_back(bulk_case: str) -> Case:
    """Undo the last row put back."""
    case = session.store().load(bulk_case)
    *undone, last = _bulk(case)["returned"]
    return _rewritten(case, last["number"], outcome_from(last["before"]), undone)


def summary(report: IntakeReport) -> dict[str, Any]:
    """What the page tells of a run."""
    needs = [
        [outcome.applicant, outcome.label, "是" if outcome.row else "否", need.what]
        for outcome in report.outcomes
        for need in outcome.needs
    ]
    return {
        "applicants": len(report.outcomes),
        "written": len(report.rows),
        "nameless": sum(one.nameless for one in report.outcomes),
        "reused": report.reused,
        "files": [path.name for path in report.written],
        "needs": needs,
        "notices": list(report.form.notices) if report.form else [],
    }


def _rewritten(case: Case, number: int, outcome: Outcome, undone: Sequence[Mapping[str, Any]]) -> Case:
    folder = folder_of(case.id)
    outcomes = kept_outcomes(folder)
    outcomes[number] = outcome
    desk = case.content.get(ROOM, {})
    batch = Batch(heading=Heading(**desk.get("heading", {})), force=True, beside=True)
    report = write_outcomes(outcomes, folder / f"{FORM_NAME}.docx", batch)
    keep_outcomes(folder, report.outcomes)
    bulk = {**_bulk(case), **summary(report), "reused": _bulk(case).get("reused", 0), "returned": list(undone)}
    return session.store().save_room(case, ROOM, {**desk, "bulk": bulk})


def _bulk(case: Case) -> Mapping[str, Any]:
    bulk: Mapping[str, Any] = case.content.get(ROOM, {}).get("bulk", {})
    return bulk
