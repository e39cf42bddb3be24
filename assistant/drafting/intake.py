"""Bulk: many applicants to drafts, one form, and a list of what a person still has to do."""

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from assistant.drafting.flags import group_of
from assistant.drafting.form import FormReport, require_free, targets, write_form, write_together
from assistant.drafting.form_check import printable
from assistant.drafting.form_rows import FormRow, Heading
from assistant.drafting.form_xlsx import write_table
from assistant.drafting.intake_drafting import process
from assistant.drafting.intake_journal import Journal, key_of
from assistant.drafting.intake_model import Applicant, Need, Outcome
from assistant.drafting.material.model import Kind
from assistant.knowledge.forms import load_form
from assistant.settings import settings

Progress = Callable[[int, int, str], None]

_HEAD = ("序号", "来源", "申报主体", "是否已写入汇总表", "类别", "要做什么", "原文")
_WIDTHS = (7.0, 26.0, 30.0, 12.0, 14.0, 66.0, 60.0)
_LONGEST = 30_000
_REPEATED = "REPEATED"


@dataclass(frozen=True, slots=True)
class Batch:
    """What a bulk run is told: the kind and date for all (None: judged one by one), heading, journal, overwriting, and
    whether the list of exceptions and the drafts are written without a journal too."""

    kind: Kind | None = None
    as_of: date | None = None
    heading: Heading = field(default_factory=Heading)
    journal: Journal | None = None
    force: bool = False
    beside: bool = False


@dataclass(frozen=True, slots=True)
class IntakeReport:
    """The form (None where no applicant could be written), all files written, the outcomes in order, the reused."""

    form: FormReport | None
    written: tuple[Path, ...]
    outcomes: tuple[Outcome, ...]
    reused: int = 0

    @property
    def rows(self) -> tuple[FormRow, ...]:
        """The rows as they stand in the form."""
        return self.form.rows if self.form else ()


def run_intake(
    applicants: Sequence[Applicant], path: Path, batch: Batch, progress: Progress | None = None
) -> IntakeReport:
    """Draft every applicant and write the form to `path`; with a journal also the list of exceptions and the drafts.

    One bad applicant stops nothing: it is named in its outcome. With a journal an interrupted run takes up where it
    stopped. `progress(done, total, label)` is called after each. Raises UnusableInputError before any work where an
    output file is in the way.
    """
    targets(path, batch.force)
    beside = beside_of(path) if batch.journal else ()
    for file in beside:
        require_free(file, batch.force)
    form, outcomes, reused = load_form(settings().assistant_corpus), list[Outcome](), 0
    for done, applicant in enumerate(applicants, start=1):
        key = key_of(applicant, batch.kind, batch.as_of) if batch.journal else ""
        outcome = batch.journal.find(key) if batch.journal else None
        reused += outcome is not None
        if outcome is None:
            outcome = process(applicant, form, batch.kind, batch.as_of)
            # A failure is tried again next time: the file may have been locked, or the program mended.
            if batch.journal and outcome.row:
                batch.journal.keep(key, outcome)
        outcomes.append(outcome)
        if progress:
            progress(done, len(applicants), applicant.label)
    return replace(write_outcomes(outcomes, path, batch), reused=reused)


def write_outcomes(outcomes: Sequence[Outcome], path: Path, batch: Batch) -> IntakeReport:
    """Write the form of these outcomes to `path` and, where the batch has a journal, what stands beside it."""
    told = _with_repeats(outcomes)
    rows = [outcome.row for outcome in told if outcome.row]
    report = write_form(rows, path, heading=batch.heading, force=batch.force) if rows else None
    beside = beside_of(path) if batch.journal or batch.beside else ()
    if beside:
        write_together(dict(zip(beside, (_exceptions(told), _drafts(told)), strict=True)))
    files = (report.docx, report.xlsx) if report else ()
    return IntakeReport(report, (*files, *beside), tuple(told))


def beside_of(path: Path) -> tuple[Path, Path]:
    """The list of exceptions and the drafts that a bulk run writes beside the form."""
    return path.with_name(f"{path.stem}-待核.xlsx"), path.with_name(f"{path.stem}-草稿.jsonl")


def _with_repeats(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Outcomes with a need for every name that stands in the form more than once, and for no other."""
    outcomes = [replace(one, needs=tuple(need for need in one.needs if need.code != _REPEATED)) for one in outcomes]
    places: dict[str, list[int]] = defaultdict(list)
    written = [outcome for outcome in outcomes if outcome.row]
    for number, outcome in enumerate(written, start=1):
        places[outcome.applicant].append(number)
    return [_repeat(outcome, places[outcome.applicant]) if outcome.row else outcome for outcome in outcomes]


def _repeat(outcome: Outcome, numbers: Sequence[int]) -> Outcome:
    if len(numbers) < 2 or outcome.nameless:
        return outcome
    rows = "、".join(str(number) for number in numbers)
    return replace(outcome, needs=(*outcome.needs, Need(_REPEATED, f"与汇总表第 {rows} 行重名，请确认是否重复报送。")))


def _exceptions(outcomes: Sequence[Outcome]) -> Callable[[Path], None]:
    needs, left_out = [_HEAD], [_HEAD]
    number = 0
    for outcome in outcomes:
        number += outcome.row is not None
        place = str(number) if outcome.row else "—"
        start = (place, outcome.label, outcome.applicant, "是" if outcome.row else "否")
        needs += [_line(start, need) for need in outcome.needs]
        left_out += [_line(start, need) for need in outcome.left_out]
    return lambda part: write_table({"待核事项": needs, "未列入的荣誉": left_out}, _WIDTHS, part)


def _line(start: tuple[str, str, str, str], need: Need) -> tuple[str, str, str, str, str, str, str]:
    """One line of the list. Its cells hold what fits an XLSX cell; the drafts beside it hold the material whole."""
    first, second, third, fourth = (printable(part)[0] for part in start)
    evidence = printable(need.evidence)[0]
    if len(evidence) > _LONGEST:
        evidence = f"{evidence[:_LONGEST]}（原文共 {len(evidence)} 字，全文见草稿文件）"
    return first, second, third, fourth, group_of(need.code), printable(need.what)[0], evidence


def _drafts(outcomes: Sequence[Outcome]) -> Callable[[Path], None]:
    """One JSON object a line: where from, the row of the form, the draft with its sources."""
    lines = [
        json.dumps(
            {"source": one.label, "row": one.row.as_json() if one.row else None, "draft": dict(one.draft)},
            ensure_ascii=False,
        )
        for one in outcomes
    ]
    text = "".join(line + "\n" for line in lines)

    def write(part: Path) -> None:
        part.write_bytes(text.encode("utf-8", "replace"))

    return write
