"""Faithful wordings far from the clause's own, and lies close to it: counts, bounds, denials, dates, order, holders."""

import pytest

from assistant.verification.model import EvidenceClause
from assistant.verification.verify import verify_text

_CLAUSES = {
    "c1": EvidenceClause(
        "baoji-2024", "“宝鸡市质量奖”获奖组织和单位总数不超过3个，“宝鸡市质量奖提名奖”获奖组织和单位总数不超过5个。"
    ),
    "c2": EvidenceClause(
        "lanzhou-2023",
        "第六条 市政府质量奖有效期为5年。对有效期满的获奖企业和组织重新进行考核评价，符合条件的继续保留称号，"
        "不符合条件的予以整改，整改后仍不能达到要求的取消称号。获得提名奖的企业和组织再次申报市政府质量奖不受此规定限制。",
    ),
    "c3": EvidenceClause("gansu-2023", "国家第五届中国质量奖申报工作具体安排后，将另行下发通知文件。"),
    "c4": EvidenceClause("baoji-2024", "（五）现场评审（2025年3月底前）。"),
    "c5": EvidenceClause("chongqing-2024", "一线班组（包括各领域QC小组）等。"),
    "c6": EvidenceClause("lanzhou-2023", "公示时间不少于5个工作日"),
    "c7": EvidenceClause(
        "lanzhou-2023", "第二十七条 获奖企业和组织不得出售、出租奖牌、证书，或者将其用于从事其他营利性活动。"
    ),
}


def codes(text: str, **rest: str) -> set[str]:
    report = verify_text(text, clauses=_CLAUSES, **rest)  # type: ignore[arg-type]
    return {reason.code for sentence in report.sentences for reason in sentence.reasons}


@pytest.mark.parametrize(
    "text",
    [
        "正奖顶多三家，提名奖顶多五家[c1]。",
        "两个奖加起来最多八个[c1]。",
        "正奖超不过3个[c1]。",
        "五个工作日是公示时间的下限[c6]。",
        "公示没到五个工作日的，不合规定[c6]。",
        "现场评审要在2025年3月结束之前做完[c4]。",
        "现场评审是3月底前，不是4月[c4]。",
        "获过提名奖的企业再报市政府质量奖，不受有效期这条限制[c2]。",
        "整改后还是达不到要求的，取消称号[c2]。",
    ],
)
def test_true_sentences_pass(text: str) -> None:
    assert codes(text) == set()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("宝鸡市质量奖为3个，提名奖最多5个[c1]。", "bound"),
        ("两个奖加起来最多九个[c1]。", "number"),
        ("宝鸡市质量奖和提名奖分别最多评5个和3个，合计8个[c1]。", "pairing"),
        ("获得正奖的企业再次申报市政府质量奖，不受有效期规定限制[c2]。", "pairing"),
        ("以后不会再单独下发通知[c3]。", "opposed"),
        ("现场评审是4月，不是3月底前[c4]。", "date"),
        ("各领域QC小组不可以参评[c5]。", "negation"),
        ("设三类奖：正奖、提名奖、组织奖、个人奖[c1]。", "count"),
        ("奖牌、证书不得出售，但可以用于其他营利性活动[c7]。", "negation"),
    ],
)
def test_lies_close_to_the_clause_are_named(text: str, code: str) -> None:
    assert code in codes(text)


_MATERIAL = (
    "我叫石大川，1980年生，阳泉某耐火厂压砖工。2021年获山西省质量工匠称号。厂里2020年获山西省质量奖提名奖。"
    "母公司晋岩集团2019年获中国质量奖提名奖。今年正在公示“全国质量信得过班组”，还没发文。每万块砖客诉由6起降到2起。"
)


@pytest.mark.parametrize(
    "text",
    [
        "石大川2021年获山西省质量工匠称号[m]。",
        "“全国质量信得过班组”正在公示，尚未发文[m]。",
        "每万块砖客诉由6起降至2起[m]。",
    ],
)
def test_what_the_material_says_passes(text: str) -> None:
    assert codes(text, material=_MATERIAL) == set()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("他本人2020年获山西省质量奖提名奖[m]。", "honour"),
        ("荣誉：山西省质量奖（2020年）[m]。", "honour"),
        ("2019年获中国质量奖提名奖[m]。", "honour"),
        ("2020年，石大川获山西省质量工匠称号[m]。", "honour"),
        ("荣誉：全国质量信得过班组[m]。", "qualifier"),
        ("每千块砖客诉由6起降至2起[m]。", "number"),
    ],
)
def test_honours_and_rates_stay_whose_and_what_they_are(text: str, code: str) -> None:
    assert code in codes(text, material=_MATERIAL)
