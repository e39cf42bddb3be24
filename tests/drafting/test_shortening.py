"""Shorter steps of a text, whoever wrote it: nothing new, nothing that comes back, the method last to go."""

import re
from datetime import date
from itertools import pairwise

import pytest

from assistant.drafting.draft import draft
from assistant.drafting.limits import count_characters
from assistant.drafting.material.model import Material
from assistant.drafting.material.read import read_material
from assistant.drafting.shortening import shorter, shorter_line

MATERIALS = [
    "渝州面粉厂，2011年6月成立，个体工商户，主营面粉加工，员工46人。厂里推行“三筛两照”，每袋面粉过三道筛、照两次灯，"
    "杂质投诉由每年19起降到2起。2021年起把这套做法教给镇上5家小磨坊。每月开一次质量会，班长带头讲失误。",
    "云岭中心卫生院成立于1998年，事业单位，从事基本医疗，职工120人。院里实行“一针一问”，打针前问三句话，"
    "输错液由每年4例降到0例；护士长每天抽查10份记录。门诊候诊由52分钟缩短到21分钟。",
]
OWN = (
    "渝州面粉厂开了13年，员工46人。我们靠“三筛两照”把关，杂质投诉由每年19起降到2起。"
    "厂门口有棵老槐树，夏天乘凉的人多，大家都愿意来。春节前给老主顾送面条。"
)


def material(text: str) -> Material:
    return read_material(texts={"材料.txt": text}, kind="organisation", as_of=date(2024, 2, 22))


def steps(text: str, read: Material) -> list[str]:
    found = [text]
    while len(found) < 12 and (less := shorter(found[-1], read)):
        found.append(less)
    return found


@pytest.mark.parametrize("told", [*((one, "") for one in MATERIALS), (MATERIALS[0], OWN)])
def test_every_step_is_shorter_and_says_nothing_the_step_before_did_not(told: tuple[str, str]) -> None:
    read = material(told[0])
    found = steps(told[1] or draft(read).profile, read)
    assert len(found) > 2 and shorter(found[-1], read) == ""
    for before, after in pairwise(found):
        assert count_characters(after) <= 0.9 * count_characters(before)
        assert all(clause in before for clause in re.split("[，。；]", after))


def test_what_tells_nothing_goes_first_and_the_method_stays() -> None:
    read = material(MATERIALS[0])
    first, *others = steps(OWN, read)[1:]
    assert "老槐树" not in first or "面条" not in first
    assert "降到2起" in first
    assert all("三筛两照" in text and "46人" in text for text in (first, *others))


@pytest.mark.parametrize(
    ("line", "names", "less"),
    [
        ("三筛两照，每袋面粉照两次灯", ("三筛两照",), "三筛两照"),
        ("一针一问，打针前问三句，错一例停一天", ("一针一问",), "一针一问，打针前问三句"),
        ("先问三句，再用一针一问", ("一针一问",), ""),
        ("一针一问", ("一针一问",), ""),
    ],
)
def test_a_line_loses_its_last_clause_and_never_its_method(line: str, names: tuple[str, ...], less: str) -> None:
    assert shorter_line(line, names) == less
