"""The clause grammar on the five policies, on notices of other forms, and on whatever hypothesis can think of."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from assistant.documents.grammar import split_clauses
from assistant.documents.metadata import load_document
from assistant.documents.model import Clause, Document

NOTICES = Path(__file__).parent / "notices"
CORPUS = Path(__file__).parents[2] / "corpus" / "documents"
TEXTS = sorted([*NOTICES.glob("*.txt"), *NOTICES.glob("*.md"), *CORPUS.glob("*.txt")])


def clauses_of(text: str) -> tuple[Clause, ...]:
    return split_clauses(Document("d", "", text))


def assert_covered(text: str, clauses: tuple[Clause, ...]) -> None:
    owners = [0] * len(text)
    for clause in clauses:
        assert clause.text == text[clause.start : clause.end]
        assert clause.text.strip() == clause.text != ""
        for index in range(clause.start, clause.end):
            owners[index] += 1
    wrong = [
        (index, char)
        for index, char in enumerate(text)
        if owners[index] > 1 or (not char.isspace() and owners[index] != 1)
    ]
    assert wrong == []
    paths = [clause.path for clause in clauses]
    assert len(set(paths)) == len(paths)
    assert [clause.order for clause in clauses] == list(range(len(clauses)))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_every_character_lies_in_exactly_one_clause(path: Path) -> None:
    document = load_document(path)
    assert_covered(document.text, split_clauses(document))


@pytest.mark.parametrize("path", sorted([*NOTICES.glob("*.txt"), *NOTICES.glob("*.md")]), ids=lambda path: path.stem)
def test_a_notice_of_another_form_is_split_as_a_person_would(path: Path) -> None:
    expected = path.with_suffix(".expected").read_text(encoding="utf-8").splitlines()
    found = [f"{clause.path}\t{clause.reading[:12]}" for clause in split_clauses(load_document(path))]
    assert found == expected


_PIECES = (
    "第一章 总则|第二条|第十条 |一、|（一）|(二) |1.|2、|（1）|① |PART 01|● |**一是基本|。**|附件1|附件：1.表|"
    "目录|联系人：|电话：|抄送：甲。|\t序号\t名称|注：|2024年5月1日|市人民政府|关于申报的通知|各有关单位：|现印发给你们。|在质量方面，|"
    "组织要求|；|。|，|\n|\n\n|\n|\f|\r\n|\u2028|\x85|\u3000|"
    "质量管理体系健全|近3年无事故|3.5%|- |# |— 3 —|\n— 3 —\n|特此通知。|1.1 |a. |"
    "Article 2 |公开属性：主动公开|2025年1月2日印发|\x1c|\u200b|\ufeff"
)
_FRAGMENTS = st.sampled_from([*_PIECES.split("|"), "| a | b |"])


@settings(max_examples=300, deadline=None)
@given(st.lists(_FRAGMENTS, max_size=40).map("".join))
@example("")
@example("\n \t\u3000\n")
def test_no_text_made_of_notice_fragments_loses_a_character(text: str) -> None:
    assert_covered(text, clauses_of(text))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_no_text_at_all_loses_a_character(text: str) -> None:
    assert_covered(text, clauses_of(text))


@pytest.mark.parametrize(
    ("document", "path", "starts"),
    [
        ("lanzhou-2023", "第三章 申报与受理/第十条/（一）", "(一) 符合国家法律法规"),
        ("lanzhou-2023", "第一章 总则/第二条/第二款", "本办法所称的企业和组织"),
        ("lanzhou-2023", "第七章 监督管理/第三十六条", "第三十六条 市表彰奖励办公室"),
        ("baoji-2024", "二、申报条件/（三）", "（三）建立了有效运行"),
        ("gansu-2023", "四、选拔培育参考条件/（一）组织参评条件/二是质量效益显著/在品牌影响方面", "**在品牌影响方面**"),
        ("gansu-2023", "四、选拔培育参考条件/（二）个人参评条件/管理人员", "管理人员要求长期"),
        ("yangquan-3", "PART 04 评选条件/（三）/4、工程技术人员条件/（2）", "(2) 具有自主知识产权"),
        ("chongqing-2024", "附件2/表头/是否有意愿申报中国质量奖", "是否有意愿"),
        ("chongqing-2024", "附件2/注", "注：“组织（个人）简况”栏"),
    ],
)
def test_the_policies_have_the_paths_people_cite(document: str, path: str, starts: str) -> None:
    found = {clause.path: clause.text for clause in split_clauses(load_document(CORPUS / f"{document}.txt"))}
    assert found[path].startswith(starts)


def test_a_sentence_broken_by_a_page_is_one_clause_and_reads_as_one() -> None:
    [clause] = [
        c for c in clauses_of("一、目标\n\n充分发挥质量奖的\n\n— 1 —\n\n示范作用，推动发展。") if c.kind == "body"
    ]
    assert clause.reading == "充分发挥质量奖的示范作用，推动发展。"
    assert "— 1 —" in clause.text


@pytest.mark.parametrize(
    "text", ["依据第十条的规定执行。", "增长3.5%以上。", "自2024.5.1起施行。", "10家以上企业。", "2024年5月申报。"]
)
def test_references_decimals_and_dates_are_no_numbering(text: str) -> None:
    assert [clause.path for clause in clauses_of(f"第一条 说明\n{text}")] == ["第一条 说明", "第一条 说明/正文"]


def test_repeated_slide_headings_continue_the_section() -> None:
    paths = [c.path for c in clauses_of("PART 01\n条件\n● 条件\n（一）甲方面的要求。\n● 条件\n（二）乙方面的要求。")]
    assert paths == [
        "PART 01 条件",
        "PART 01 条件/● 条件",
        "PART 01 条件/（一）",
        "PART 01 条件/● 条件〔2〕",
        "PART 01 条件/（二）",
    ]
