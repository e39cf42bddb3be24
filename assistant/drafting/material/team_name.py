"""The team inside a firm that applies, by its full name: in the title, or where the opening says when it was set up,
how many it has or where it is."""

import re

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.model import Fact
from assistant.drafting.material.scan import Scan

_OPENING = 400
_FIRM = r"[\u4e00-\u9fff（）]{2,24}?(?:公司|集团|总厂|分厂|[厂院校站局矿段社](?!部)|中心)"
# What stands between the firm and its team: a part of the firm, a dot or a blank of the layout.
_BETWEEN = r"(?:[ ]?[·•][ ]?|[ ]{1,2}|的)?"
_PART = r"(?:(?!公司)[\u4e00-\u9fffA-Za-z0-9]){0,10}?(?:车间|分厂|工段|部门?|中心|厂|科|区|站)"
_SELF = (
    r"[“”\u4e00-\u9fffA-Za-z0-9·\-]{0,14}?(?:QC小组|质量管理小组|攻关(?:小)?组|班组|小组|车间|工段|工区|机组|科室|护理(?:组|单元)"
    r"|(?<![大中小培组上下值白夜])班(?!组|长|子|级|主任|前|后|车|里|次)"
    r"|[\u4e00-\u9fff](?:组(?!织|长|建|成|员|合|装|里|委)|队(?!伍|长|员|列)))"
)
_TEAM = rf"(?P<firm>{_FIRM}){_BETWEEN}(?P<team>(?:{_PART}{_BETWEEN})?{_SELF})"
# A title goes on with what kind of paper it is, or ends.
_TITLED = re.compile(
    rf"[\s#*《【]*(?:[\u4e00-\u9fff]{{2,12}}：)?(?:{_TEAM}|(?P<house>[\u4e00-\u9fff（）]{{2,20}}?(?:医院|保健院|卫生院|检验院|研究院))(?P<ward>[\u4e00-\u9fff]{{2,8}}科))(?=[\s》】]*\n|的?(?:申报|推荐|自荐|事迹|材料|情况|简介|自述|介绍|报告|汇报|说明|先进|质量)|[——（：])"
)
# What is told to be put down (写…有限公司合成车间乙班).
_PUT_DOWN = re.compile(
    rf"(?:^|[\n：，])[ ]*(?:名字|全称|单位|主体|名称)?(?:就)?[写填报](?:成|上|的是)?{_TEAM}(?=[\n，。]|$)"
)
_SPEAKS = re.compile(
    rf"(?:^|[\n。，：；])[ ]*(?:[\u4e00-\u9fff]{{2,9}}[省市区县旗][ ]?[·•|｜/][ ]?|"
    rf"(?:我们|这里|本班组)?(?:就)?(?:是|来自)?){_TEAM}(?:（[^（）\n]{{1,24}}）)?"
    r"(?=[，： ]{1,2}(?:于|在|自)?[^，。；\n]{0,12}(?:成立|组建|建班|建组|设立|"
    r"现有|现在|目前|一共|共有|共|有|班员|组员|成员|位于|设在|属|归|[0-9]+(?:个|名|号)?人))"
)
# Who counts or lists its teams names none that applies (公司下设车间, 公司有三个班).
_NO_TEAM = re.compile(
    r"下设|下辖|所有|各|多个|[0-9两三四五六七八九十]+(?:个|支)|全部|每|一线|优秀|先进|信得过|获|评|被|由|对|把|将|让|在(?!线)|成立|组建|了|质量(?:管理)?领导小组|领导小组|工作(?:小)?组|推荐(?:小)?组|推进(?:小)?组"
)
# The paper is the team's, the one who applies is said to be the firm (报名表上填的是公司).
_FIRM_APPLIES = re.compile(
    r"(?:报名|申报|推荐)(?:表|主体|单位|书)?(?:上|里)?(?:的)?(?:填|写|报|署|用)?(?:的)?(?:还)?(?:是|为|：)?(?:以|用)?(?:整个|我们)?(?:公司|总厂|全厂|厂里?|医院|学校|单位)"
    r"(?:的?(?:名义|名字|名称|名头))?(?=[，。；）\n])"
)


def team_name(scans: tuple[Scan, ...]) -> Fact | None:
    """The full name of a team that applies (…有限公司电解分厂剥片班), the dots of the layout left out."""
    if any(_FIRM_APPLIES.search(scan.text) for scan in scans):
        return None
    for scan in scans[:1]:
        lead = _lead(scan.text)
        titled = _TITLED.match(scan.text, lead)
        fact = _fact(scan, titled) if titled is not None else None
        if fact is not None:
            return fact
    for scan in scans:
        for match in (*_PUT_DOWN.finditer(scan.text, 0, _OPENING), *_SPEAKS.finditer(scan.text, 0, _OPENING)):
            fact = _fact(scan, match)
            if fact is not None:
                return fact
    return None


def _lead(text: str) -> int:
    """How far the words of a title lead up to the name (关于推荐…, 兹推荐…)."""
    facts = load_lexicon("facts").patterns["name_lead"]
    end = len(text) - len(text.lstrip())
    while (match := facts.match(text, end)) and match.end() > end:
        end = match.end()
    return end


def _fact(scan: Scan, match: re.Match[str]) -> Fact | None:
    whole, part = ("firm", "team") if match["firm"] else ("house", "ward")
    start, end = match.start(whole), match.end(part)
    lead = load_lexicon("facts").patterns["name_lead"].match(match[whole])
    start += lead.end() if lead and lead.end() < len(match[whole]) - 3 else 0
    firm = scan.text[start : match.end(whole)]
    generic = load_lexicon("facts").patterns["organisation_generic"].fullmatch(firm) or len(firm) < len("某厂某")
    if generic or firm.startswith(("我", "本", "该")) or _NO_TEAM.search(match[part]) or scan.sealed(start, end):
        return None
    value = re.sub(r"[ ]*[·•][ ]*|[ ]+|(?<=公司)的", "", scan.text[start:end])
    return Fact("name", value, scan.source.span(start, end))
