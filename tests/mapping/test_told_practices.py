"""In a material the practice the applicant has named is mapped, and a sentence about what ailed the trade is not."""

from datetime import date

from assistant.mapping.coverage import map_practices
from assistant.mapping.material import candidates
from assistant.mapping.opening import open_mapper

_TEXT = (
    "重庆砺垭陶业有限公司，2010年3月成立，从事酒坛的生产和销售，有员工128人。\n"
    "酒坛最怕渗水。坛子看着好好的，买回去三天，桌上一圈水印。\n"
    "2018年公司定下“一坛一夜水”：每只坛子出窑冷透以后灌满水，在木架上站一夜，第二天由两个人摸坛底，手上发潮的当场敲碎，碎片过秤，叫“碎片账”。\n"
    "渗水率由4.7%降到0.3%，电商退换率由5.1%降到0.8%。\n"
)


def _mapped(framework: str = "china") -> dict[str, list[str]]:
    found = candidates({"材料": _TEXT}, date(2024, 2, 22))
    rows = [(str(number), row) for number, row in enumerate(found.rows)]
    result = map_practices(rows, open_mapper(framework), found.known)
    return {one.text: [score.name for score in one.dimensions] for one in result.practices}


def test_the_named_practice_is_mapped() -> None:
    (labels,) = [labels for text, labels in _mapped().items() if "一坛一夜水" in text]
    assert labels


def test_a_way_of_working_is_no_outcome() -> None:
    (labels,) = [labels for text, labels in _mapped("gbt19580").items() if "一坛一夜水" in text]
    assert labels and labels[0] != "结果"


def test_what_ailed_the_trade_is_not() -> None:
    assert [labels for text, labels in _mapped().items() if "最怕渗水" in text or "一圈水印" in text] == [[], []]
