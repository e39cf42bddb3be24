"""Flags in the many ways people put a matter, and the near-misses that give no reason (tests/drafting/flags/*.yaml).

Of a line to be flagged the words between ⟦ and ⟧ must not reach a draft nor the honours column.
"""

import re
from pathlib import Path

import pytest
import yaml

from assistant.drafting.draft import draft
from assistant.drafting.material.model import Kind
from tests.drafting.materials import codes, read
from tests.sampling import sampled

_FILES = sorted((Path(__file__).parent / "flags").glob("*.yaml"))
_AROUND: dict[Kind, str] = {
    "organisation": (
        "重庆磐石阀门有限公司位于重庆市荣昌区，2008年5月成立，有限责任公司，通用设备制造业，从事阀门制造，"
        "现有员工120人。\n公司推行“三压一泡”工作法，每只阀门出厂前打三次压、泡一次水，漏一个气泡整批返检。"
        "泄漏投诉由每年26起降到2起。\n{line}\n联系人：质量部长 郭小川 023-46110011。愿意申报中国质量奖。\n"
    ),
    "individual": (
        "推荐对象：郗铁梅\n郗铁梅，女，重庆磐石阀门有限公司试压班班长，公司位于重庆市荣昌区，通用设备制造业。"
        "2001年9月参加工作。\n她总结“三压一泡”工作法，每只阀门出厂前打三次压、泡一次水，漏一个气泡整批返检。"
        "泄漏投诉由每年26起降到2起。\n{line}\n联系人：质量部长 郭小川 023-46110011。愿意申报中国质量奖。\n"
    ),
}
_HIDDEN = re.compile("⟦([^⟧]*)⟧")


def _cases(state: str) -> list[tuple[str, Kind, str, str]]:
    rows = []
    for file in _FILES:
        told = yaml.safe_load(file.read_text(encoding="utf-8"))
        kind: Kind = told.get("kind", "organisation")
        around = told.get("around", _AROUND[kind])
        rows += [(told["code"], kind, around, line.replace("\\n", "\n")) for line in told[state].splitlines()]
    return rows


@pytest.mark.parametrize(("code", "kind", "around", "line"), sampled(_cases("raised")))
def test_the_matter_is_flagged_and_kept_out(code: str, kind: Kind, around: str, line: str) -> None:
    material = read(around.replace("{line}", _HIDDEN.sub(r"\1", line)), kind)
    written = draft(material)
    texts = [written.characterisation, written.profile, written.honours_text()]
    texts += [other.text for other in written.alternatives]
    assert code in codes(material)
    assert [words for words in _HIDDEN.findall(line) if any(words in text for text in texts)] == []


@pytest.mark.parametrize(("code", "kind", "around", "line"), sampled(_cases("silent")))
def test_the_near_miss_is_not_flagged(code: str, kind: Kind, around: str, line: str) -> None:
    assert code not in codes(read(around.replace("{line}", line), kind))
