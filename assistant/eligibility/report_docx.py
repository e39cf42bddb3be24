"""A self-check as a printable DOCX: verdicts, facts with their sources, every rule with its clause, what to prepare."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as Report
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from assistant.eligibility import timeliness
from assistant.eligibility.checker import ELIGIBLE, ONLY_OBJECTIVE
from assistant.eligibility.evidence import checklist
from assistant.eligibility.facts import FACTS, as_json, parse_facts
from assistant.eligibility.outcome import label, lacking
from assistant.eligibility.report import GROUPS, TIMELINESS, VERDICTS, group_of
from assistant.eligibility.result import RuleResult, TrackResult
from assistant.eligibility.what_if import earliest_date, smallest_change
from assistant.eligibility.wording import told, value_words
from assistant.knowledge.rules import Track

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FONT, _LATIN = "宋体", "Times New Roman"
# The conditions to prepare evidence for stand in the checklist, with what to prepare.
_GROUPS = {**{group: title for group, title in GROUPS.items() if group != "evidence"}, "": "办理要求与提示"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One track and what the checker found on it."""

    track: Track
    result: TrackResult


def report_docx(
    findings: Sequence[Finding], facts: Mapping[str, Any], sources: Mapping[str, str], corpus: Path
) -> bytes:
    """The report as the bytes of a DOCX file, A4.

    `facts` are JSON values by key, `sources` the words some of them were read from. The same input gives the same
    text: no time of printing is written, only the days of judgement.
    """
    report = _blank()
    report.add_heading("质量奖申报资格自查报告", 0)
    _plain(report, "本报告按通知条款逐条核对自述事实，只核对客观申报条件；主观条件由评审打分。")
    if len(findings) > 1:
        _overview(report, findings)
    _facts(report, facts, sources)
    for finding in findings:
        _track(report, finding, facts, corpus)
    stream = BytesIO()
    report.save(stream)
    return stream.getvalue()


def _overview(report: Report, findings: Sequence[Finding]) -> None:
    report.add_heading("一览", 1)
    counted = ("met", "unmet", "unknown", "needs_review")
    rows = []
    for track, result in ((finding.track, finding.result) for finding in findings):
        groups = [group_of(rule) for rule in result.rules]
        counts = [str(groups.count(group)) for group in counted]
        rows.append([track.name, str(result.as_of), VERDICTS[result.verdict], TIMELINESS[result.timeliness], *counts])
    head = ["奖项", "判定日", "结论", "时效", *(GROUPS[group] for group in counted)]
    _table(report, head, rows, [4.3, 2.1, 2.5, 2.5, 1.1, 1.4, 1.4, 1.7])


def _facts(report: Report, facts: Mapping[str, Any], sources: Mapping[str, str]) -> None:
    report.add_heading("据以判定的情况", 1)
    if not facts:
        _plain(report, "没有填写任何情况。")
        return
    known = [key for key in FACTS if key in facts]
    rows = [
        [FACTS[key].label, value_words(FACTS[key], facts[key]), sources.get(key, "").strip() or "填写"] for key in known
    ]
    _table(report, ["情况", "内容", "来源"], rows, [5.0, 4.5, 7.5])


def _track(report: Report, finding: Finding, facts: Mapping[str, Any], corpus: Path) -> None:
    track, result = finding.track, finding.result
    report.add_heading(track.name, 1)
    _strong(report, f"结论：{VERDICTS[result.verdict]}（判定日 {result.as_of}）")
    if result.verdict == ELIGIBLE:
        _plain(report, ONLY_OBJECTIVE)
    if result.missing:
        _plain(report, f"最该补充：{'、'.join(lacking(key) for key in result.missing)}。")
    notice = timeliness.phase(track, result.as_of).notice
    _plain(report, f"时效（按判定日，不影响上面的结论）：{TIMELINESS[result.timeliness]}。{notice}")
    _outlook(report, finding, facts)
    for group, title in _GROUPS.items():
        found = [rule for rule in result.rules if group_of(rule) == group]
        if found:
            report.add_heading(f"{title}（{len(found)} 条）", 2)
            _rules(report, found)
    _evidence(report, track, corpus)
    report.add_heading("说明", 2)
    for text in result.notices:
        report.add_paragraph(text, style="List Bullet")


def _outlook(report: Report, finding: Finding, raw: Mapping[str, Any]) -> None:
    if finding.result.verdict == ELIGIBLE:
        return
    facts, day = parse_facts(raw), finding.result.as_of
    change = smallest_change(finding.track, facts, day)
    if change is not None:
        wanted = [
            told(FACTS[key], as_json(value)) if value is not None else f"没有“{label(key)}”这一情况"
            for key, value in change.changes.items()
        ]
        _plain(report, f"若下列情况成立，则符合客观申报条件：{'；'.join(wanted)}。")
    earliest = earliest_date(finding.track, facts, day)
    if earliest is not None:
        _plain(report, f"情况都不变、只等时间：最早到 {earliest} 符合客观申报条件。")


def _rules(report: Report, found: Sequence[RuleResult]) -> None:
    rows = [[rule.id, _finding_of(rule), rule.citation.clause.replace("/", " ")] for rule in found]
    _table(report, ["编号", "核对结果", "条款"], rows, [1.9, 11.2, 3.9])


def _finding_of(rule: RuleResult) -> str:
    if rule.kind == "deterministic" or rule.status != "unknown":
        return f"{rule.reason}。"
    return f"“{_one_line(rule.citation.quote)}”"


def _evidence(report: Report, track: Track, corpus: Path) -> None:
    items = checklist(track, corpus)
    if items:
        report.add_heading("举证清单（通常做法，以当届通知为准）", 2)
        rows = [
            [item.rule.id, _one_line(item.rule.quote), item.rule.clause.replace("/", " "), "；".join(item.prepare), "□"]
            for item in items
        ]
        _table(report, ["编号", "条件（由评审打分）", "条款", "可准备的材料", "已备"], rows, [1.8, 5.4, 2.8, 5.9, 1.1])


def _one_line(text: str) -> str:
    return "".join(text.split("\n"))


def _held(text: str) -> str:
    """The text without what XML cannot hold: control characters and halves of surrogate pairs."""
    return _NOT_XML.sub("", text)


def _blank() -> Report:
    report = Document()
    section = report.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    for name, size in (("Normal", 10.5), ("Title", 20), ("Heading 1", 15), ("Heading 2", 12)):
        style = report.styles[name]
        style.font.name, style.font.size = _LATIN, Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(theme), None)
        fonts.set(qn("w:eastAsia"), _FONT)
    return report


def _plain(report: Report, text: str) -> None:
    report.add_paragraph(text)


def _strong(report: Report, text: str) -> None:
    report.add_paragraph().add_run(text).bold = True


def _table(report: Report, head: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]) -> None:
    """A table of fixed column widths (cm) whose head repeats on every page and whose rows stay whole."""
    table = report.add_table(rows=1 + len(rows), cols=len(head), style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for row, texts in zip(table.rows, [head, *rows], strict=True):
        first = texts is head
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader" if first else "w:cantSplit"))
        for cell, text, width in zip(row.cells, texts, widths, strict=True):
            cell.width = Cm(width)
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
            paragraph.paragraph_format.line_spacing = 1.15
            run = paragraph.add_run(_held(text))
            run.font.size, run.bold = Pt(9), first
    after = report.add_paragraph().paragraph_format
    after.space_after, after.line_spacing = Pt(0), Pt(8)
