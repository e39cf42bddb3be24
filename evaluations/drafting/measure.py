"""Drafting: limits, forbidden strings, unsourced figures, facts, honours and flags against labelled material.

A case is a JSON line: `id, file (beside it), kind (org or individual), as_of, facts, honours_recent5y,
honours_borderline, must_flag ([{code, severity}]), may_flag, forbidden_in_draft, forbidden_in_honours,
distinctive_practice`. Borderline honours count neither way. All our own cases have been studied, so they guard
against falling back; what the reader is worth on material nobody has tuned on, only a fresh file by `--cases` tells.
"""

import argparse
import json
import re
import statistics
import time
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from assistant.documents.readers.files import read_file
from assistant.drafting.draft import draft
from assistant.drafting.intake_material import material_of
from assistant.drafting.limits import CHARACTERISATION_LIMIT, PROFILE_LIMIT, fits
from assistant.drafting.material.model import FACT_KEYS, Kind
from assistant.drafting.model import Draft
from assistant.language.dates import find_dates
from evaluations.drafting.robustness import robustness_rows
from evaluations.report import Row, TaskReport, show

CASES = Path(__file__).parent / "cases"
# Told wherever a borderline honour is labelled, so never a false alarm there.
_BORDERLINE = {"HONOUR_BORDERLINE", "HONOUR_DATE_MISSING", "HONOUR_DATE_AMBIGUOUS"}


@dataclass
class Tally:
    """Counts over all cases."""

    files: int = 0
    within: int = 0
    forbidden: int = 0
    unsourced: int = 0
    true_facts: int = 0
    wrong_facts: int = 0
    missed_facts: int = 0
    equal_facts: int = 0
    all_facts: int = 0
    honours: int = 0
    must: int = 0
    must_found: int = 0
    should: int = 0
    should_found: int = 0
    false_flags: int = 0
    practices: int = 0
    practised: int = 0
    seconds: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


def measure(cases: Path | None = None) -> TaskReport:
    """Draft every case of a file or folder and hold it against its labels."""
    labelled = list(load(cases or CASES))
    tally, texts = Tally(), []
    for path, row in labelled:
        material_path = path.parent / row["file"]
        kind: Kind = "individual" if row["kind"].startswith("ind") else "organisation"
        started = time.perf_counter()
        written = draft(
            material_of({material_path.name: read_file(material_path).text}, kind, date.fromisoformat(row["as_of"]))
        )
        tally.seconds.append(time.perf_counter() - started)
        texts.append((material_path.read_text(encoding="utf-8-sig") if material_path.suffix == ".txt" else "", kind))
        hold(row, written, tally)
    rows = [*_rows(tally), *robustness_rows([pair for pair in texts if pair[0]])]
    return TaskReport("drafting", "起草", tuple(rows), tuple(tally.failures))


def load(path: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Each case of one JSONL file, or of all in a folder, with the file it stands in."""
    for file in sorted(path.glob("*.jsonl")) if path.is_dir() else [path]:
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield file, json.loads(line)


def hold(row: dict[str, Any], written: Draft, tally: Tally) -> None:
    """Count one case."""
    tally.files += 1
    texts = written.characterisation + "\n" + written.profile
    tally.within += fits(written.characterisation, CHARACTERISATION_LIMIT) and fits(written.profile, PROFILE_LIMIT)
    _forbidden(row, written, texts, tally)
    whole = "\n".join(_plain(source.raw) for source in written.material.sources)
    missing = [figure for figure in re.findall(r"[0-9]+(?:\.[0-9]+)?", _plain(texts)) if figure not in whole]
    tally.unsourced += len(missing)
    _note(tally, row, "无出处的数字", missing)
    _facts(row, written, tally)
    _honours(row, written, tally)
    _flags(row, written, tally)
    _practice(row, written, tally)


def _forbidden(row: dict[str, Any], written: Draft, texts: str, tally: Tally) -> None:
    column = written.honours_text()
    found = [word for word in row.get("forbidden_in_draft", []) if word in texts or word in column]
    found += [word for word in row.get("forbidden_in_honours", []) if word in column]
    tally.forbidden += len(found)
    _note(tally, row, "出现禁用文字", found)


def _facts(row: dict[str, Any], written: Draft, tally: Tally) -> None:
    for key, expected in _expected(row["facts"]).items():
        actual = written.material.value(key)
        tally.all_facts += 1
        same = _same(key, expected, actual)
        tally.equal_facts += same
        tally.true_facts += same and expected is not None
        tally.wrong_facts += not same and actual is not None
        tally.missed_facts += not same and expected is not None
        _note(tally, row, f"{key} 应为 {expected}，得", [] if same else [str(actual)])


def _expected(facts: dict[str, Any]) -> dict[str, Any]:
    contact = facts.get("contact") or {}
    flat = facts | {f"contact_{key}": contact.get(key) for key in ("name", "title", "phone") if "contact" in facts}
    return {key: flat[key] for key in FACT_KEYS if key in flat}


def _same(key: str, expected: Any, actual: Any) -> bool:
    if expected is None or actual is None:
        return expected is actual
    if key == "founded":
        dates = [find_dates(str(value)) for value in (expected, actual)]
        return bool(dates[0] and dates[1]) and dates[0][0].value == dates[1][0].value
    if key in ("economic_type", "business_scope"):
        return _loose(str(expected)) == _loose(str(actual))
    if key == "industry":
        return _plain(str(expected)).removesuffix("行业") == _plain(str(actual)).removesuffix("行业")
    if key == "intent_china_quality_award" and "未明确" in str(expected):
        return "未明确" in str(actual)
    return _plain(str(expected)).strip("。") == _plain(str(actual)).strip("。")


def _loose(text: str) -> frozenset[str]:
    """The parts of an enumeration, whatever their order and joining words; “民营企业” is “民营”, “经营住宿” “住宿”."""
    plain = re.sub(r"^(?:主要)?(?:从事|经营|主营)", "", _plain(text))
    parts = re.split(r"[，,；;、。()/（）的和与及\s]+", plain)
    return frozenset(part.removesuffix("企业") for part in parts if part)


def _honours(row: dict[str, Any], written: Draft, tally: Tally) -> None:
    listed = [honour.name for honour in written.material.listed_honours]
    wanted = [honour.get("match") or [honour["name"]] for honour in row["honours_recent5y"]]
    neutral = [
        match for honour in row.get("honours_borderline", []) for match in honour.get("match") or [honour["name"]]
    ]
    missed = [match[0] for match in wanted if not any(word in name for word in match for name in listed)]
    known = [word for match in wanted for word in match] + neutral
    extra = [name for name in listed if not any(word in name for word in known)]
    tally.honours += not missed and not extra
    _note(tally, row, "漏列荣誉", missed)
    _note(tally, row, "多列荣誉", extra)


def _flags(row: dict[str, Any], written: Draft, tally: Tally) -> None:
    raised = {flag.code for flag in written.material.flags}
    must = {flag["code"] for flag in row["must_flag"] if flag.get("severity", "must") == "must"}
    should = {flag["code"] for flag in row["must_flag"]} - must
    known = must | should | set(row.get("may_flag", []))
    known |= _BORDERLINE if row.get("honours_borderline") else set()
    known |= {"NO_QUALIFYING_HONOUR"} if not row["honours_recent5y"] else set()
    tally.must += len(must)
    tally.must_found += len(must & raised)
    tally.should += len(should)
    tally.should_found += len(should & raised)
    tally.false_flags += len(raised - known)
    _note(tally, row, "漏提示", sorted(must - raised))
    _note(tally, row, "多提示", sorted(raised - known))


def _practice(row: dict[str, Any], written: Draft, tally: Tally) -> None:
    """The one-line characterisation names a practice of the applicant's own."""
    wanted = row.get("distinctive_practice", [])
    named = any(name in written.characterisation for name in wanted)
    tally.practices += bool(wanted)
    tally.practised += named
    _note(tally, row, f"一句话未含 {'／'.join(wanted)}，得", [] if named or not wanted else [written.characterisation])


def _note(tally: Tally, row: dict[str, Any], what: str, found: list[str]) -> None:
    if found:
        tally.failures.append(f"{row['id']} {what}：{'、'.join(found)}")


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def _rows(tally: Tally) -> tuple[Row, ...]:
    precision = tally.true_facts / max(1, tally.true_facts + tally.wrong_facts)
    recall = tally.true_facts / max(1, tally.true_facts + tally.missed_facts)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return (
        Row("两栏均不超限", tally.within, tally.files),
        Row("禁用文字", tally.forbidden, unit=" 处"),
        Row("无出处的数字", tally.unsourced, unit=" 个"),
        Row("事实一致（含空缺）", tally.equal_facts, tally.all_facts),
        Row("事实 F1", round(f1, 4)),
        Row("荣誉栏一致", tally.honours, tally.files),
        Row("必须提示的已提示", tally.must_found, tally.must),
        Row("可提示的（should）已提示", tally.should_found, tally.should),
        Row("一句话含特色做法名", tally.practised, tally.practices),
        Row("每份多余提示", round(tally.false_flags / max(1, tally.files), 2)),
        Row("每份用时中位数", round(statistics.median(tally.seconds or [0]) * 1000, 1), unit=" 毫秒"),
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=Path)
    show([measure(parser.parse_args().cases)])
