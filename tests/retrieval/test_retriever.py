"""Searching the small corpus: the right clause first, filters, scores, and questions."""

import pytest

from assistant.retrieval.retriever import Retriever
from tests.retrieval.conftest import CLAUSES


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("青山市质量奖奖金给多少", "30万元一次性补助"),
        ("绿水市材料最晚什么时候交", "9月30日前报送"),
        ("注册多少年的公司才能报", "正常运行满6年"),
        ("有几个坑位", "不超过4个"),
        ("弄虚作假会被怎么处理", "3年内不予受理"),
    ],
)
def test_the_clause_that_answers_comes_first(retriever: Retriever, query: str, expected: str) -> None:
    assert expected in retriever.search(query)[0].clause.text


def test_a_filter_keeps_to_its_documents(retriever: Retriever) -> None:
    hits = retriever.search("奖金多少", documents=["lvshui"])
    assert {hit.clause.document for hit in hits} == {"lvshui"}
    assert "30万元" in hits[0].clause.text


def test_a_filter_on_unknown_documents_finds_nothing(retriever: Retriever) -> None:
    assert retriever.search("奖金多少", documents=["nowhere"]) == []
    assert retriever.search("奖金多少", documents=[]) == []


@pytest.mark.parametrize("query", ["", "   ", "？！。", "\n"])
def test_a_query_without_words_finds_nothing(retriever: Retriever, query: str) -> None:
    assert retriever.search(query) == []


def test_scores_fall_and_lie_between_0_and_1(retriever: Retriever) -> None:
    scores = [hit.score for hit in retriever.search("评奖收不收费", limit=10)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_a_policy_question_scores_higher_than_small_talk(retriever: Retriever) -> None:
    asked = retriever.search("青山市的奖金多少")[0].score
    chatter = retriever.search("昨晚的球赛谁赢了")
    assert not chatter or asked > chatter[0].score + 0.2


def test_a_very_long_query_is_searched_whole(retriever: Retriever) -> None:
    hits = retriever.search("情况说来话长，" * 40 + "有效期是几年，期满怎么办", limit=4)
    assert "有效期为8年" in " ".join(hit.clause.text for hit in hits)


def test_an_authored_question_matches_itself(retriever: Retriever) -> None:
    best = retriever.questions.match("青山市牌子管几年")[0]
    assert (best.kind, best.question, best.document) == ("clause", "青山市牌子管几年", "qingshan")
    assert best.target.startswith("qingshan#")
    assert best.score > 0.5


def test_small_talk_matches_an_exemplar(retriever: Retriever) -> None:
    best = retriever.questions.match("今天的天气怎么样啊")[0]
    assert (best.kind, best.target) == ("exemplar", "out_of_scope")


def test_matches_are_one_a_target_and_best_first(retriever: Retriever) -> None:
    matches = retriever.questions.match("给多少钱", limit=6)
    assert len({(match.kind, match.target) for match in matches}) == len(matches) == 6
    assert [match.score for match in matches] == sorted((match.score for match in matches), reverse=True)


def test_matches_keep_to_documents_and_kinds(retriever: Retriever) -> None:
    matches = retriever.questions.match("给多少钱", documents=["lvshui"], kinds=["clause"])
    assert {match.document for match in matches} == {"lvshui"}


def test_every_clause_is_found_by_its_own_text(retriever: Retriever) -> None:
    for text in CLAUSES:
        assert text in retriever.search(text, documents=["qingshan"])[0].clause.text
