"""The data of the form and the quotas: every wording stands verbatim in the clause it names."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.drafting.form_quota import quota_notes
from assistant.drafting.form_rows import FormRow
from assistant.errors import KnowledgeError, NotFoundError
from assistant.knowledge.forms import load_form, load_quotas
from assistant.library.seed import open_library
from assistant.settings import Settings, settings

CORPUS = settings().assistant_corpus
ROW = FormRow("甲厂", "", "", "", "无", "", "是", county="阳泉市平定县")


def test_every_wording_stands_in_its_clause(tmp_path: Path) -> None:
    library = open_library(Settings(assistant_home=tmp_path))
    form, quotas = load_form(CORPUS, locate=library.locate), load_quotas(CORPUS, library.locate)
    cited = [*form.citations, *(quota.citation for quota in quotas)]
    assert len(cited) == 1 + 1 + 3 + 8 + 2 + 1 + 1  # label, title, heading, heads, limits, note, quota
    for citation in cited:
        assert citation.quote in library.clause(citation.document, citation.clause).text


def test_the_limits_are_25_strictly_and_300_in_principle() -> None:
    limits = {column.field: column.limit for column in load_form(CORPUS).columns if column.limit}
    assert {field: (limit.characters, limit.strict) for field, limit in limits.items()} == {
        "profile": (300, False),
        "characterisation": (25, True),
    }


def test_an_award_without_a_form_names_those_that_have_one() -> None:
    with pytest.raises(NotFoundError, match="chongqing-mayor"):
        load_form(CORPUS, "baoji")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("share: 12", "share: 很宽", "第13行"),
        ("field: intent", "field: wish", "wish"),
        ("quote: 序号", "quote: 序 号", "逐字照抄"),
        ("strict: true", "stirct: true", "不认识的键"),
    ],
)
def test_a_wrong_file_is_named_with_its_line_and_remedy(tmp_path: Path, old: str, new: str, said: str) -> None:
    text = (CORPUS / "awards" / "china-chongqing" / "form.yaml").read_text(encoding="utf-8")
    folder = tmp_path / "awards" / "one"
    folder.mkdir(parents=True)
    (folder / "form.yaml").write_text(text.replace(old, new), encoding="utf-8")
    library = open_library(Settings(assistant_home=tmp_path / "home"))
    with pytest.raises(KnowledgeError) as error:
        load_form(tmp_path, locate=library.locate)
    assert "form.yaml" in str(error.value) and said in str(error.value) and "请" in str(error.value)


@pytest.mark.parametrize(("kind", "most", "unit"), [("organisation", 5, "个"), ("individual", 2, "名")])
def test_a_county_at_its_quota_is_silent_and_one_more_is_noted(kind: str, most: int, unit: str) -> None:
    row = replace(ROW, kind=kind)
    assert quota_notes([row] * most, load_quotas(CORPUS)) == []
    (note,) = quota_notes([row] * (most + 1), load_quotas(CORPUS))
    assert f"{most + 1} {unit}，超过 {most} {unit}" in note
    assert "原则上每个县（区）申报组织不超过5个，申报个人不超过2名" in note


def test_quotas_count_by_county_and_only_in_their_city() -> None:
    other = replace(ROW, county="阳泉市盂县")
    elsewhere = replace(ROW, county="宝鸡市岐山县")
    assert quota_notes([ROW] * 5 + [other] * 5 + [elsewhere] * 9, load_quotas(CORPUS)) == []


def test_a_county_name_many_cities_bear_is_read_with_the_applicants_name() -> None:
    row = replace(ROW, name="阳泉晋焊压力容器有限公司", county="郊区")
    assert "阳泉市郊区推荐组织 6 个" in quota_notes([row] * 6, load_quotas(CORPUS))[0]
