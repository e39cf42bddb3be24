"""The rule files: citations stand, the editors' schema accepts them, wrong files fail naming line and remedy."""

import json
import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from assistant.documents.grammar import split_clauses
from assistant.documents.metadata import load_document
from assistant.eligibility.checker import check
from assistant.eligibility.facts import FACTS, parse_facts
from assistant.errors import KnowledgeError
from assistant.knowledge.rules import Track, load_rules
from assistant.knowledge.source import load_yaml
from assistant.settings import settings

CORPUS = settings().assistant_corpus

# Rules of each kind per track: deterministic, evidence, procedural, informational.
COUNTS = {
    "china-org-gansu": (3, 8, 0, 5),
    "china-ind-gansu": (2, 7, 0, 5),
    "china-org-chongqing": (5, 6, 6, 2),
    "china-ind-chongqing": (2, 6, 6, 2),
    "chongqing-mayor": (9, 4, 6, 3),
    "yangquan-org": (9, 7, 4, 4),
    "yangquan-ind-expert": (8, 9, 5, 3),
    "yangquan-ind-manager": (7, 10, 5, 3),
    "yangquan-ind-engineer": (7, 8, 5, 3),
    "yangquan-ind-frontline": (6, 10, 5, 3),
    "lanzhou-org": (10, 5, 4, 9),
    "baoji-org": (6, 3, 2, 6),
}


def test_every_track_has_all_its_rules(tracks: dict[str, Track]) -> None:
    kinds = ("deterministic", "evidence", "procedural", "informational")
    found = {key: Counter(rule.kind for rule in track.rules) for key, track in tracks.items()}
    assert {key: tuple(count[kind] for kind in kinds) for key, count in found.items()} == COUNTS
    assert len({rule.id for track in tracks.values() for rule in track.rules}) == 176


def test_every_quote_is_verbatim_inside_its_clause(tracks: dict[str, Track]) -> None:
    names = {rule.document for track in tracks.values() for rule in track.rules}
    clauses = {
        (clause.document, clause.path): clause.text
        for name in names
        for clause in split_clauses(load_document(CORPUS / "documents" / f"{name}.txt"))
    }
    for track in tracks.values():
        for rule in track.rules:
            assert rule.quote in clauses[rule.document, rule.clause], rule.id


@pytest.mark.parametrize("path", sorted(CORPUS.glob("awards/*/rules.yaml")), ids=lambda path: path.parent.name)
def test_the_schema_for_editors_accepts_the_file(path: Path) -> None:
    schema = json.loads((CORPUS / "schema" / "rules.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    assert [error.message for error in Draft202012Validator(schema).iter_errors(load_yaml(path).value)] == []


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    corpus = tmp_path / "corpus"
    shutil.copytree(CORPUS, corpus, ignore=shutil.ignore_patterns("questions", "regions", "answering"))
    return corpus


@pytest.mark.parametrize(
    ("found", "changed", "line", "words"),
    [
        ("kind: deterministic", "kinds: deterministic", "    kinds: deterministic", ["kinds", "kind"]),
        ("合法注册5年以上", "合法注册6年以上", "    quote:", ["引文不在 baoji-2024"]),
        ("clause: \"二、申报条件/（二）\"", "clause: \"二、申报条件/（九）\"", "    clause:", ["二、申报条件/（二）"]),
        ("since: registered_in_city_since", "since: registered_since", "", ["registered_since", "facts.yaml"]),
        ("years: 5", "years: five", "", ["years", "数字"]),
        ("then: unmet", "then: no", "", ["then"]),
        ("at_least_years:", "at_most_years:", "", ["at_most_years", "at_least_years"]),
        ("rules: [BJ-02,", "rules: [BJ-99,", "", ["BJ-99"]),
        ("document: baoji-2024", "document: baoji-1999", "", ["baoji-1999"]),
        ("counts: [major, extraordinary]", "counts: [huge]", "", ["huge", "extraordinary"]),
    ],
)  # fmt: skip
def test_a_wrong_file_fails_naming_file_line_and_remedy(
    copied: Path, found: str, changed: str, line: str, words: list[str]
) -> None:
    path = copied / "awards" / "baoji" / "rules.yaml"
    text = path.read_text(encoding="utf-8")
    assert found in text
    path.write_text(text.replace(found, changed, 1), encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        load_rules(copied)
    message = str(caught.value)
    assert str(path) in message
    number = int(message.split("第")[1].split("行")[0])
    assert path.read_text(encoding="utf-8").splitlines()[number - 1].startswith(line)
    assert "请" in message
    assert all(word in message for word in words)


NOTICE = """西安市质量奖评选通知

一、申报条件

（一）在西安市行政区域内注册满4年的企业；

（二）近2年内未发生重大质量事故；

（三）获得过区县级以上质量奖励，或者通过质量管理体系认证。
"""
RULES = """award: xian
document: xian-2025
timeliness:
  rule: XA-01
  phases:
    - {through: "2025-06-30", state: open}
    - {state: expired, notice: 已过期。}
tracks:
  - {id: xian-org, name: 西安市质量奖, applicant: organization, rules: [XA-01, XA-02, XA-03]}
rules:
  - id: XA-01
    kind: deterministic
    category: 硬性年限
    quote: 在西安市行政区域内注册满4年的企业
    facts: [registered_city, registered_in_city_since]
    condition:
      all_of:
        - registered_in: {city: 西安市, province: 陕西省}
        - at_least_years:
            {years: 4, since: registered_in_city_since, stated: registered_in_city_years, verb: 在西安注册}
  - id: XA-02
    kind: deterministic
    category: 否决项
    quote: 近2年内未发生重大质量事故
    facts: [accident_date, accident_level, major_accident_free_years]
    condition:
      no_event:
        noun: 重大质量事故
        date: accident_date
        years: 2
        marks: [accident_date]
        traits: [{fact: accident_level, counts: [major, extraordinary]}]
        edge: X-1
        free_years: [major_accident_free_years]
  - id: XA-03
    kind: deterministic
    category: 硬性条件
    quote: 获得过区县级以上质量奖励，或者通过质量管理体系认证
    facts: [highest_quality_commendation_level, qms_certified]
    condition:
      any_of:
        - one_of: {fact: highest_quality_commendation_level, values: [county, city, province, national]}
        - is_true: qms_certified
"""


def test_an_award_is_added_by_a_folder_and_its_notice_without_python(copied: Path) -> None:
    (copied / "documents" / "xian-2025.txt").write_text(NOTICE, encoding="utf-8")
    (copied / "awards" / "xian").mkdir()
    (copied / "awards" / "xian" / "rules.yaml").write_text(RULES, encoding="utf-8")
    track = load_rules(copied)["xian-org"]
    facts = {"registered_city": "西安市", "registered_in_city_since": "2021-05-01", "major_accident_free_years": 2}
    asked = check(track, parse_facts(facts), date(2025, 5, 1))
    assert (asked.verdict, asked.timeliness) == ("undetermined", "open")
    assert asked.missing == ("highest_quality_commendation_level", "qms_certified")
    assert asked.rule("XA-01").citation.clause.startswith("一、申报条件")
    good = check(track, parse_facts({**facts, "qms_certified": True}), date(2025, 5, 1))
    assert good.verdict == "eligible"
    early = check(track, parse_facts({**facts, "qms_certified": True}), date(2025, 4, 30))
    assert "差 1 天满4年" in early.rule("XA-01").reason
    late = check(track, parse_facts({**facts, "accident_date": "2024", "accident_level": "major"}), date(2025, 7, 1))
    assert (late.verdict, late.timeliness) == ("ineligible", "expired")


def test_every_fact_has_a_question_and_every_rule_uses_known_facts(tracks: dict[str, Track]) -> None:
    assert all(spec.question and spec.label for spec in FACTS.values())
    assert all(key in FACTS for track in tracks.values() for rule in track.rules for key in rule.facts)


def test_no_python_file_of_the_checker_names_an_award_or_a_rule(tracks: dict[str, Track]) -> None:
    rooms = [Path("eligibility"), Path("knowledge/rules.py"), Path("knowledge/conditions.py")]
    package = Path(__file__).resolve().parents[2] / "assistant"
    files = [file for room in rooms for file in (package / room).rglob("*.py")] + [package / room for room in rooms[1:]]
    names = {rule.id for track in tracks.values() for rule in track.rules} | set(tracks)
    for file in files:
        if "narrative" not in file.parts and file.is_file():
            text = file.read_text(encoding="utf-8")
            assert not [name for name in names if name in text], file


def used_facts(value: object) -> set[str]:
    """Every fact a condition or review case speaks of."""
    if isinstance(value, dict):
        inner = {key for key in value if key in FACTS}
        return inner.union(*(used_facts(child) for key, child in value.items() if key not in {"reason", "noun"}))
    if isinstance(value, list):
        return set().union(*(used_facts(child) for child in value))
    return {value} if isinstance(value, str) and value in FACTS else set()


@pytest.mark.parametrize("path", sorted(CORPUS.glob("awards/*/rules.yaml")), ids=lambda path: path.parent.name)
def test_every_rule_lists_the_facts_it_turns_on(path: Path) -> None:
    for node in load_yaml(path).children("rules"):
        rule = node.mapping()
        assert used_facts([rule.get("condition"), rule.get("review_when")]) <= set(rule.get("facts", [])), rule["id"]
