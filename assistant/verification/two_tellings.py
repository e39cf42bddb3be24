"""What the material gives in two ways (two headcounts, two years of founding): told as if there were but one."""

import re
from collections.abc import Iterator
from datetime import date

from assistant.drafting.material.founding import read_founded
from assistant.drafting.material.headcount import read_employees
from assistant.drafting.material.model import Conflict
from assistant.language.numerals import find_quantities
from assistant.verification.listing import reckoning
from assistant.verification.model import Reason
from assistant.verification.passing import passing
from assistant.verification.plain import flat
from assistant.verification.read_material import read_material

_HEADS = re.compile(r"员工|职工|人数|在册|在职|用工|从业")
_FOUNDED = re.compile(r"成立|创办|设立|建[厂校院]|注册")
_OPENLY = re.compile(r"[两二]说|[两二]种|说法|不一|待核|核实|出入|口径|为准|不同|矛盾|对不上|冲突|待补充|另一|材料有")
_SETTLED = re.compile(r"更正|以本稿|为准|笔误|勘误|作废|正式(?:员工|职工)")
# What tells of no other telling says that there is none.
_AGREE = re.compile(
    r"(?:前后|两处|各处|数字|说法)?[^,。;不]{0,4}(?<!不)(?<!未)(?<!没)(?:一致|没有出入|无出入|吻合|相符)"
)
# A part of a larger body: the two headcounts are of the two.
_WITHIN = re.compile(r"分厂|分公司|分院|分店|隶属|下属|班组|小组|车间")
_OPENING = 80


def check_two_tellings(said: str, material: str) -> Iterator[Reason]:
    """One of two headcounts or years of founding of the material without a word of the other."""
    if not (_HEADS.search(said) or _FOUNDED.search(said)) or (_OPENLY.search(said) and not _AGREE.search(said)):
        return
    for piece in re.split(r"[,。;]", said):
        figures = {int(q.value) for q in find_quantities(piece)} | {int(y) for y in re.findall(r"(?:19|20)\d\d", piece)}
        for key, words in (("employees", _HEADS), ("founded", _FOUNDED)):
            told = words.search(piece) or (_AGREE.search(said) and words.search(said))
            if told and figures & _readings(material, key):
                yield Reason("conflict", "材料前后两说，句中只取了一说")
                return


@passing(maxsize=128)
def _readings(material: str, key: str) -> frozenset[int]:
    """The figures the material gives of one thing in two ways, none where it does not or settles it itself."""
    if _SETTLED.search(material) or _WITHIN.search(material[:_OPENING]) or not _may_differ(flat(material), key):
        return frozenset()
    day, last = reckoning(material, "")
    as_of = day or date(last.year, 12, 31)
    told = read_material(material, as_of)
    heads = key == "employees"
    scans = (told.scan,)
    found = read_employees(scans, told.applicant, as_of) if heads else read_founded(scans, told.applicant)
    if not isinstance(found, Conflict):
        return frozenset()
    values = (re.findall(r"\d+", str(reading.value)) for reading in found.readings)
    return frozenset(int(digits[0]) for digits in values if digits)


def _may_differ(text: str, key: str) -> bool:
    """Whether the text counts heads, or tells of founding, more than once."""
    if key == "founded":
        return len(_FOUNDED.findall(text)) > 1
    return len({q.value for q in find_quantities(text) if q.unit in {"人", "名"}}) > 1
