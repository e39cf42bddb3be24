"""Whether a message asks for work on the applicant's material rather than about the notices. Pure."""

import re

_BEGUN = (
    r"(?:起草|草拟|拟[写一出个定]|撰写|编写|代写|写[一个出成好份段句下]|[帮请给替]\S{0,6}写"
    r"|生成|提炼|概括|填[一好写个]|做[一个成出好份]|出一?份|整理成)"
)
_WORK = r"(?:汇总表|推荐表|申报表|一句话|质量工作特色|特色|简况|简介|申报材料|草稿)"
_TRIED = r"(?:查|核对|核一|看看|看一|瞧|测|判断|评估|对照|算算)"
_WHETHER = r"(?:能不能|能否|可不可以|是否|够不够|符不符合|有没有资格|够条件|够格|行不行)"
# What asks how or which is a question about the notices, whatever else it names.
_ASKING = re.compile(r"怎|谁|如何|哪[些个几项里份栏]|什么|多少|几[栏个项份天字]|为何|为什么|何时|区别|要求")
_WISHES = (
    ("drafting", re.compile(rf"{_BEGUN}.{{0,16}}{_WORK}|{_WORK}.{{0,8}}(?:起草|草拟|写出来|写一下|写好|生成|填好)")),
    ("mapping", re.compile(r"对标(?!杆|准)|(?:归|分|对)到?.{0,8}维度|维度.{0,4}(?:分析|对照|归类|覆盖)")),
    ("eligibility", re.compile(rf"{_TRIED}.{{0,10}}{_WHETHER}|自查|(?:核对|查).{{0,8}}资格")),
)
# An award is named: the conversation itself checks against its conditions.
_NAMED = re.compile(r"[省市区县州]")
_LONGEST = 60


def wish_in(text: str) -> str:
    """The page whose work the message asks for (drafting, mapping, eligibility); "" for a question on the notices."""
    said = "".join(text.split())
    if not said or len(said) > _LONGEST:
        return ""
    found = next((page for page, pattern in _WISHES if pattern.search(said)), "")
    asks = _ASKING.search(said) or (found == "eligibility" and _NAMED.search(said))
    return "" if asks else found
