"""Fact sheets and authored questions: every citation is verbatim, inside its clause, and worth citing."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from assistant.documents.grammar import split_clauses
from assistant.documents.metadata import load_document
from assistant.documents.model import Citation, Clause
from assistant.errors import KnowledgeError, NotFoundError
from assistant.knowledge.awards import Award, Timeliness, load_awards
from assistant.knowledge.entries import Entry, Premise
from assistant.knowledge.source import load_yaml
from assistant.settings import CHECKOUT

CORPUS = CHECKOUT / "corpus"
AWARDS = load_awards(CORPUS)
ENTRIES = [entry for award in AWARDS.values() for entry in award.entries]
QUESTION_FILES = sorted((CORPUS / "questions").glob("*-*.yaml"))
SAYS_NOT = ("没有写", "未写明", "没有规定", "没有列", "没有收录", "没有明确")

SHEET = """\
id: baoji
name: 宝鸡市质量奖
aliases: [宝鸡奖]
region: 陕西省宝鸡市
document: baoji-2024
tracks: [baoji-org]
entries:
  - id: steps
    topic: step
    kind: said
    answer: 评选活动共分为七个步骤。
    citations:
      - quote: 评选活动共分为七个步骤
    premises:
      - wrong: [五步, 分 六]
        reply: 不对，是七个步骤。
    questions: [宝鸡走几步？]
"""


@pytest.fixture(scope="module")
def clauses() -> dict[str, dict[str, Clause]]:
    """Clauses of every policy document, by document and path."""
    documents = (load_document(path) for path in sorted((CORPUS / "documents").glob("*.txt")))
    return {document.id: {clause.path: clause for clause in split_clauses(document)} for document in documents}


def _sheet(folder: Path, text: str) -> Path:
    path = folder / "awards" / "baoji" / "award.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("award", AWARDS.values(), ids=lambda award: award.id)
def test_every_citation_is_verbatim_and_lies_in_the_clause_it_names(
    award: Award, clauses: dict[str, dict[str, Clause]]
) -> None:
    wrong = [
        (entry.id, citation.clause, citation.quote)
        for entry in award.entries
        for citation in entry.citations
        if citation.clause not in clauses[citation.document]
        or citation.quote not in clauses[citation.document][citation.clause].text
    ]
    assert wrong == []


@pytest.mark.parametrize("award", AWARDS.values(), ids=lambda award: award.id)
def test_the_deadline_stands_in_the_notice(award: Award, clauses: dict[str, dict[str, Clause]]) -> None:
    citation = award.timeliness.citation
    assert (citation is None) == (award.timeliness.deadline is None)
    if citation is not None:
        assert citation.quote in clauses[citation.document][citation.clause].text


@pytest.mark.parametrize("path", QUESTION_FILES, ids=lambda path: path.stem)
def test_every_question_set_names_its_clause_and_has_eight_questions(
    path: Path, clauses: dict[str, dict[str, Clause]]
) -> None:
    for item in load_yaml(path).value:
        assert item["quote"] in clauses[path.stem][item["clause"]].text
        assert len(item["questions"]) >= 8, item["quote"]


@pytest.mark.parametrize("path", QUESTION_FILES, ids=lambda path: path.stem)
def test_every_clause_that_says_something_has_questions(path: Path, clauses: dict[str, dict[str, Clause]]) -> None:
    asked = {item["clause"] for item in load_yaml(path).value}
    said = [clause for clause in clauses[path.stem].values() if clause.kind not in {"heading", "toc", "title"}]
    formula = 8  # "特此通知。" and the like say nothing one could ask about
    assert [clause.path for clause in said if clause.path not in asked and len(clause.reading) > formula] == []


@pytest.mark.parametrize("award_id", ["lanzhou", "baoji"])
def test_every_informative_clause_is_cited_by_an_entry(award_id: str, clauses: dict[str, dict[str, Clause]]) -> None:
    award = AWARDS[award_id]
    cited = {citation.clause for entry in award.entries if entry.kind == "said" for citation in entry.citations}
    bodies = {path for path, clause in clauses[award.document].items() if clause.kind == "body"}
    assert bodies - cited == set()


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_an_entry_answers_in_one_sentence_and_is_asked_in_six_ways(entry: Entry) -> None:
    assert entry.answer.endswith("。")
    assert len(set(entry.questions)) >= 6
    if entry.kind == "not_said":
        assert any(phrase in entry.answer for phrase in SAYS_NOT)


@pytest.mark.parametrize("award", AWARDS.values(), ids=lambda award: award.id)
def test_no_question_is_given_to_two_entries(award: Award) -> None:
    counts = Counter(question for entry in award.entries for question in entry.questions)
    assert [question for question, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("award", AWARDS.values(), ids=lambda award: award.id)
def test_a_mistaken_belief_is_not_the_truth_the_answer_states(award: Award) -> None:
    contradicted = [
        (entry.id, premise.wrong)
        for entry in award.entries
        for premise in entry.premises
        if premise.held_by(entry.answer) and entry.kind == "said" and "不是" not in entry.answer
    ]
    assert contradicted == []


def test_lanzhou_names_no_sum_and_baoji_names_fifty_ten_thousand() -> None:
    assert "没有写明奖金金额" in AWARDS["lanzhou"].entry("lanzhou/no-bonus-amount").answer
    assert "50万元一次性补助" in AWARDS["baoji"].entry("baoji/subsidy").answer


def test_a_premise_is_held_when_one_wording_occurs_with_all_its_words(tmp_path: Path) -> None:
    premise = load_awards(_sheet(tmp_path, SHEET))["baoji"].entries[0].premises[0]
    assert premise.held_by("宝鸡是五步吧")
    assert premise.held_by("分成六个阶段？")
    assert not premise.held_by("共几步")
    assert not premise.held_by("六个阶段")  # "分" is missing


def test_a_number_inside_a_longer_number_is_no_mistaken_belief() -> None:
    premise = Premise(("5天", "五天"), "不对。")
    assert premise.held_by("公示期是5天吧")
    assert not premise.held_by("公示期是15天吧")
    assert not premise.held_by("公示期是十五天吧")


def test_asking_whether_one_may_is_no_belief_that_one_may_not() -> None:
    premise = Premise(("商业秘密 不能写",), "不是。")
    assert premise.held_by("商业秘密不能写吧")
    assert not premise.held_by("商业秘密能不能写")


def test_the_deadline_day_itself_is_open() -> None:
    timeliness = Timeliness(standing=False, deadline=date(2024, 12, 31))
    assert timeliness.state(date(2024, 12, 31)) == "open"
    assert timeliness.state(date(2025, 1, 1)) == "expired"  # one day later


def test_a_standing_regulation_never_expires_and_no_deadline_is_unknown() -> None:
    assert AWARDS["lanzhou"].timeliness.state(date(2099, 1, 1)) == "open"
    assert Timeliness(standing=False).state(date(2024, 1, 1)) == "unknown"


def test_a_missing_clause_is_filled_in_by_locate(tmp_path: Path) -> None:
    def locate(document: str, quote: str) -> Citation:
        return Citation(document, "五、实施步骤/正文", quote)

    citation = load_awards(_sheet(tmp_path, SHEET), locate)["baoji"].entries[0].citations[0]
    assert citation == Citation("baoji-2024", "五、实施步骤/正文", "评选活动共分为七个步骤")


def test_a_quote_that_stands_nowhere_is_refused_with_its_line(tmp_path: Path) -> None:
    def locate(document: str, quote: str) -> Citation:
        raise NotFoundError("没有")

    with pytest.raises(KnowledgeError, match=r"第13行.*引文不在 baoji-2024"):
        load_awards(_sheet(tmp_path, SHEET), locate)


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("kind: said", "kind: sad", r"第10行.*“sad”不在允许之列.*not_said、said"),
        ("topic: step", "topik: step", r"第9行.*不认识的键“topik”"),
        ("id: baoji\n", "id: xian\n", r"第1行.*与文件夹名不同"),
        ("questions: [宝鸡走几步？]", "questions: []", r"第17行.*至少要1项"),
        ("      - quote: 评选活动共分为七个步骤\n", "      []\n", r"没有引文.*至少写一条 quote"),
        ("document: baoji-2024\n", "", r"缺少“document”.*补上"),
        ("entries:", "deadline: {date: 2024-13-01, quote: x}\nentries:", r"第7行.*不是 YYYY-MM-DD"),
        ("[宝鸡走几步？]", "[宝鸡走几步？", r"YAML 写法有误.*请检查缩进"),
        ("name: 宝鸡市质量奖", "name: 宝鸡\x07", r"YAML 不接受的字符"),
    ],
)
def test_a_wrong_sheet_is_refused_with_file_line_and_remedy(
    tmp_path: Path, right: str, wrong: str, message: str
) -> None:
    with pytest.raises(KnowledgeError, match=message) as caught:
        load_awards(_sheet(tmp_path, SHEET.replace(right, wrong)))
    assert "award.yaml" in str(caught.value)
    assert "请" in str(caught.value)


def test_two_entries_of_one_id_are_refused(tmp_path: Path) -> None:
    entry = SHEET[SHEET.index("  - id: steps") :]
    with pytest.raises(KnowledgeError, match=r"第18行.*“baoji/steps”重复"):
        load_awards(_sheet(tmp_path, SHEET + entry))


def test_an_unknown_entry_is_named_in_the_error() -> None:
    with pytest.raises(NotFoundError, match="baoji/nothing"):
        AWARDS["baoji"].entry("baoji/nothing")


def test_a_missing_corpus_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="不是文件夹"):
        load_awards(tmp_path / "nowhere")
