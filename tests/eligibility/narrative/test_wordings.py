"""Everyday wordings, key by key, and short stories with their verdicts: rows of tables under `wordings`.

A row of a table: what the sentence follows (a letter of `BASES`), the sentence, and `key=value` pairs, `-` where the
key must not be among the facts. A row of `stories.tsv`: track, day, verdict, story.
"""

from datetime import date
from pathlib import Path

import pytest

from assistant.eligibility.checker import check
from assistant.eligibility.facts import parse_facts
from assistant.eligibility.narrative.reader import read_narrative
from assistant.knowledge.rules import Track

FOLDER = Path(__file__).parent / "wordings"
AS_OF = date(2024, 2, 17)
BASES = {
    "O": "重庆渝江压铸有限公司，2005年在渝北注册。",
    "P": "我在阳泉一家阀门厂当首席质量官，质量管理干了16年。",
    "N": "",
    "F": "我在阳泉一家轧钢厂的一线干了13年。",
    "E": "我在阳泉一家研究所，从事质量理论研究15年。",
    "T": "我在阳泉一家水泥厂从事质量技术工作21年。",
    "B": "宝鸡秦岭阀门有限公司，2003年在宝鸡高新区注册。",
    "L": "兰州陇原泵业有限公司，2008年在兰州七里河注册，2009年投产。",
    "Y": "阳泉市晋阳耐火材料有限公司，2007年在郊区注册，独立法人。",
}


def rows(name: str) -> list[list[str]]:
    return [line.split("\t") for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()]


def tables() -> list[str]:
    return sorted(path.name for path in FOLDER.glob("*.tsv") if path.name != "stories.tsv")


@pytest.mark.parametrize("table", tables())
def test_every_wording_is_read_as_its_row_says(table: str) -> None:
    wrong = []
    for base, sentence, pairs in rows(table):
        values = read_narrative(BASES[base] + sentence, AS_OF).values()
        for key, _, value in (pair.partition("=") for pair in pairs.split(";")):
            if str(values.get(key, "-")) != value:
                wrong.append(f"{sentence} {key} 应为 {value}，得 {values.get(key, '-')}")
    assert wrong == []


def test_the_tables_touch_most_keys() -> None:
    keys = {pair.partition("=")[0] for table in tables() for row in rows(table) for pair in row[2].split(";")}
    assert len(keys) >= 60


def test_every_story_has_its_verdict(tracks: dict[str, Track]) -> None:
    wrong = []
    for track, day, verdict, story in rows("stories.tsv"):
        as_of = date.fromisoformat(day)
        judged = check(tracks[track], parse_facts(read_narrative(story, as_of).values()), as_of).verdict
        if judged != verdict:
            wrong.append(f"{story} 应为 {verdict}，得 {judged}")
    assert wrong == []


def test_an_opening_remark_changes_nothing() -> None:
    for track, day, _, story in rows("stories.tsv")[:60]:
        as_of = date.fromisoformat(day)
        plain = read_narrative(story, as_of).values()
        remarked = read_narrative(f"写这份东西花了三个晚上。{story}", as_of).values()
        assert remarked == plain, (track, story)


def test_another_asked_for_is_quoted_in_the_words_of_the_text() -> None:
    text = "朋友在天水一家厂上班，从来没有违法违规违纪。他让我帮着问能不能报个人。"
    reading = read_narrative(text, AS_OF)
    assert reading.values()["applicant_type"] == "individual"
    assert all(fact.quote == text[fact.start : fact.end] for fact in reading.facts.values())


@pytest.mark.parametrize(
    "text", ["，本人没有违法违规违纪", "\x00。本人，", "。。。我公司", "\ud800没有", "没有" * 200, "，" * 400]
)
def test_marks_before_the_first_word_and_endless_words_never_fail(text: str) -> None:
    facts = read_narrative(text, AS_OF).facts
    assert all(fact.quote == text[fact.start : fact.end] for fact in facts.values())
