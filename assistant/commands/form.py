"""`form`: the summary form of one or many applicants, and what of it still needs a person."""

import re
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from assistant.commands.brief import ALL, Verbose, counted, first_of
from assistant.commands.output import print_json, say
from assistant.drafting.form_rows import Heading
from assistant.drafting.intake import Batch, IntakeReport, beside_of, run_intake
from assistant.drafting.intake_cells import TABLES
from assistant.drafting.intake_folder import applicant_at, applicants_in
from assistant.drafting.intake_journal import Journal
from assistant.drafting.intake_model import Applicant, Outcome
from assistant.drafting.intake_table import applicants_of
from assistant.drafting.material.model import Kind
from assistant.errors import UnusableInputError
from assistant.settings import settings

app = typer.Typer(add_completion=False)

_PASTED = "粘贴的文字"
# Up to so many applicants every matter is told, beyond them how many of which kind; so many lines of either.
_IN_FULL = 3
_LINES = 12


@app.command()
def form(
    output: Annotated[Path, typer.Option("--output", "-o", help="写出的汇总表（.docx），旁边另写一份 .xlsx")],
    files: Annotated[
        list[str] | None,
        typer.Argument(help="每个文件是一个申报主体；一个文件夹是一个主体的多份材料；“-”读标准输入"),
    ] = None,
    intake: Annotated[
        Path | None, typer.Option(help="批量：一个文件夹（其中每个文件或子文件夹是一个主体），或 .xlsx/.csv 名单")
    ] = None,
    kind: Annotated[str | None, typer.Option(help="organisation 组织或 individual 个人；不写则逐份判断")] = None,
    as_of: Annotated[str | None, typer.Option(help="基准日 YYYY-MM-DD；不写则取各材料落款日期，再无则取今天")] = None,
    department: Annotated[str, typer.Option(help="填报部门")] = "",
    contact: Annotated[str, typer.Option(help="填报部门的联系人")] = "",
    phone: Annotated[str, typer.Option(help="填报部门的联系电话")] = "",
    force: Annotated[bool, typer.Option("--force", help="覆盖已有的输出文件")] = False,
    fresh: Annotated[bool, typer.Option("--fresh", help="批量时不用上次中断前的结果，全部重做")] = False,
    verbose: Verbose = False,
    as_json: Annotated[bool, typer.Option("--json", help="输出一个 JSON 值")] = False,
) -> None:
    """生成《推荐质量领域优质组织和个人信息汇总表》，一个申报主体一行；批量时中断后重跑即续作。

    例：python -m assistant form 甲公司.docx 乙公司/ -o 汇总表.docx --as-of 2024-02-22

    例：python -m assistant form --intake 名单.csv -o 汇总表.docx
    """
    _require_apart(output, [*(files or []), *([intake] if intake else [])])
    applicants, bulk = _applicants(files or [], intake, output)
    settled = Batch(_kind(kind), _day(as_of), Heading(department, contact, phone), None, force)
    report = _run(applicants, output, settled, bulk, fresh)
    if report.form is None:
        raise UnusableInputError(_nothing(report))
    if as_json:
        print_json(as_value(report))
    else:
        typer.echo(f"{_told_day(settled.as_of)}\n{describe(report, verbose)}")


def as_value(report: IntakeReport) -> dict[str, Any]:
    """`written` paths, `rows` with their numbers, `needs_person`, applicants `failed`, `notices` and the `reused`."""
    written = [outcome for outcome in report.outcomes if outcome.row]
    return {
        "written": [str(path) for path in report.written],
        "rows": [
            {"number": number, "source": outcome.label, **row.as_json()}
            for number, (outcome, row) in enumerate(zip(written, report.rows, strict=True), start=1)
        ],
        "needs_person": [
            {"applicant": outcome.applicant, "what": need.what, "code": need.code, "evidence": need.evidence}
            for outcome in report.outcomes
            for need in outcome.needs
        ],
        "failed": [
            {"source": outcome.label, "problem": "；".join(need.what for need in outcome.needs)}
            for outcome in report.outcomes
            if outcome.row is None
        ],
        "notices": list(report.form.notices) if report.form else [],
        "reused": report.reused,
    }


def describe(report: IntakeReport, verbose: bool = False) -> str:
    """What was written, what was not, and what still needs a person; of many applicants in short unless `verbose`."""
    failed = [outcome for outcome in report.outcomes if outcome.row is None]
    nameless = sum(one.nameless for one in report.outcomes)
    blank = f"（其中 {nameless} 行没有名称，补上后才能报送）" if nameless else ""
    lines = [f"已写出 {len(report.rows)} 行{blank}：", *(f"  {path}" for path in report.written)]
    lines += [f"沿用上次已完成的 {report.reused} 份。"] if report.reused else []
    lines += [f"没有写入的 {len(failed)} 份："] if failed else []
    told = [f"  {one.label}：{'；'.join(need.what for need in one.needs)}" for one in failed]
    where = "见待核清单" if len(report.written) > 2 else ALL
    lines += first_of(told, _LINES, verbose, "份", where)
    lines += [f"注意：{notice}" for notice in (report.form.notices if report.form else ())]
    lines += _left_to_do([one for one in report.outcomes if one.row and one.needs], verbose, where)
    return "\n".join(_plain(line) for line in lines)


def _left_to_do(outcomes: Sequence[Outcome], verbose: bool, where: str) -> list[str]:
    """What needs a person: every matter of a few applicants, of many how many matters of which kind."""
    count = sum(len(one.needs) for one in outcomes)
    if not count:
        return ["没有还要人办的事项。"]
    lines = [f"还要人办的（{len(outcomes)} 个申报主体，{count} 项）："]
    if verbose or len(outcomes) <= _IN_FULL:
        return lines + first_of(
            [f"  {one.applicant}：{need.what}" for one in outcomes for need in one.needs], _LINES, verbose
        )
    brief = [
        f"  {one.applicant}：{len(one.needs)} 项（{counted(need.code for need in one.needs)}）" for one in outcomes
    ]
    shown = first_of(brief, _LINES, verbose, "个申报主体", where)
    return [*lines, *shown, f"  逐项内容{where}。"] if len(brief) <= _LINES else [*lines, *shown]


def _told_day(as_of: date | None) -> str:
    """By which day the honours of the rows count."""
    if as_of is not None:
        return f"近五年荣誉按基准日 {as_of} 往前算。"
    return f"近五年荣誉各按材料落款日期往前算，没有落款的按今天 {date.today()}；要统一请用 --as-of 指定。"


def _run(applicants: list[Applicant], output: Path, batch: Batch, bulk: bool, fresh: bool) -> IntakeReport:
    progress = _show if len(applicants) > 1 else None
    if not bulk:
        return run_intake(applicants, output, batch, progress)
    journal = Journal(settings().assistant_home)
    try:
        if fresh:
            journal.forget()
        return run_intake(
            applicants, output, Batch(batch.kind, batch.as_of, batch.heading, journal, batch.force), progress
        )
    finally:
        journal.close()


def _applicants(files: Iterable[str], intake: Path | None, output: Path) -> tuple[list[Applicant], bool]:
    """All applicants named, and whether this is a bulk run (journal, list of exceptions)."""
    own = {path.resolve() for path in (output, output.with_suffix(".xlsx"), *beside_of(output))}
    found: list[Applicant] = []
    bulk = intake is not None
    for name in files:
        path = Path(name)
        if path.suffix.lower() in TABLES and not path.is_dir():
            found, bulk = [*found, *applicants_of(path)], True
        elif name == "-":
            found.append(Applicant(_PASTED, texts={_PASTED: _pasted()}))
        else:
            found.append(applicant_at(path, own))
    if intake is not None:
        found += applicants_in(intake, own) if intake.is_dir() else applicants_of(intake)
    if not found:
        raise UnusableInputError("没有找到申报主体。请给出材料文件，或用 --intake 指定文件夹或名单。")
    return found, bulk


def _require_apart(output: Path, inputs: Iterable[str | Path]) -> None:
    """UnusableInputError where the form, or what is written beside it, would take the place of what is handed in."""
    written = {path.resolve() for path in (output, output.with_suffix(".xlsx"), *beside_of(output))}
    for name in inputs:
        if Path(name).resolve() in written:
            raise UnusableInputError(
                f"写出汇总表会盖掉交来的文件“{name}”（旁边另写同名的 .xlsx）。请给 -o 换一个文件名，如 汇总表.docx。"
            )


def _pasted() -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnusableInputError("标准输入不是 UTF-8 文本。请转成 UTF-8 后重试。") from error


def _kind(kind: str | None) -> Kind | None:
    if kind is None or kind == "organisation" or kind == "individual":
        return kind  # type: ignore[return-value]
    raise UnusableInputError(f"不认识的申报主体类型“{kind}”。请写 organisation（组织）或 individual（个人）。")


def _day(as_of: str | None) -> date | None:
    try:
        return date.fromisoformat(as_of) if as_of is not None else None
    except ValueError as error:
        raise UnusableInputError(f"基准日“{as_of}”不是 YYYY-MM-DD 形式的日期。请改正后重试。") from error


def _show(done: int, total: int, label: str) -> None:
    """Every applicant of a short run, every hundredth part of a long one."""
    if total <= 100 or done == total or done % (total // 100) == 0:
        say(_plain(f"[{done}/{total}] {label}"))


def _nothing(report: IntakeReport) -> str:
    reasons = [f"{one.label}：{'；'.join(need.what for need in one.needs)}" for one in report.outcomes]
    more = f"；另有 {len(reasons) - 5} 份" if len(reasons) > 5 else ""
    return _plain("没有一个申报主体可以写入汇总表。" + "；".join(reasons[:5]) + more)


def _plain(text: str) -> str:
    """Names of files and cells are data: no control character of theirs reaches a terminal."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]+", " ", text)
