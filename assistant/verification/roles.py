"""Who does what, and to whom it is handed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.verification.evidence import Evidence
from assistant.verification.lexicon import lexicon
from assistant.verification.model import Reason
from assistant.verification.passing import lasting, passing
from assistant.verification.plain import compiled, in_order

_ROLE = re.compile(
    r"(?:市|县|区|省|县\(区\)|各县\(区\)|本级|县区)?(?:质量工作)?(?:议事协调机构)?牵头部门|[市县区省()各]{0,6}(?:人民)?政府|组委会办公室|组委会|评选委员会办公室"
    r"|(?:(?<=向)|(?<=由)|(?<=送)|(?<=经)|(?<=至))[一-鿿()]{2,18}?领导(?:小组|组)办公室|[一-鿿]{0,8}?领导(?:小组|组)办公室|评审专家组|专家评审(?:工作)?组|专家组|专家|评审机构|行业(?:行政)?主管部门|主管部门|[市县区省()]{0,4}市场监管部门|[市县区省()]{0,4}市场监督管理局"
    r"|(?:申报|参评|获奖)(?:企业和组织|组织和单位|单位|企业|组织|主体|人)|企业和组织|组织和个人|金融机构|表彰奖励办公室|干部管理部门|相关部门|工作人员"
    r"|参评(?:组织|个人)|项目主管单位|纪委监委|监管部门|科技处|政务服务大厅|评审组"
)


_ACTION = (
    "审定",
    "批准",
    "公示",
    "颁发",
    "授予",
    "报送",
    "提交",
    "推荐",
    "初审",
    "审核",
    "审查",
    "核实",
    "受理",
    "评审",
    "打分",
    "公告",
    "组建",
    "出具",
    "反馈",
    "监督",
    "审议",
    "表彰",
    "填报",
    "填写",
    "申报",
    "撤销",
    "收回",
    "调查",
    "评估",
    "实施",
    "承办",
    "制定",
    "答辩",
    "陈述",
    "回避",
    "提名",
    "牵头",
    "签署",
    "委托",
    "通报",
    "告知",
    "征求",
    "确定",
)


_RECIPIENT = re.compile(r"(?:向|报|至|给|送|到|报请|提请|征得|交|征求|对|报送|与)$")


# What stands behind a deed already done (市政府批准后，撤销…) has another doer.
_DONE_FIRST = re.compile(r"(?:批准|同意|审定|通过|核准|审核|审议)(?:之?后|的)")


_PASSIVE = re.compile(r"(?:由|经|经由|被|归)$")


@dataclass(frozen=True, slots=True)
class _Deed:
    actor: str
    action: str


def check_roles(said: str, evidence: Evidence) -> Iterator[Reason]:
    given = _deeds(evidence.text, loose=True)
    for deed in _deeds(said):
        actors = {g.actor for g in given if g.action == deed.action}
        if actors and not any(_same_role(deed.actor, actor) for actor in actors):
            yield Reason("role", f"句中由“{deed.actor}”{deed.action}，所引条款写的是“{sorted(actors)[0]}”")
            return
    yield from _levels(said, evidence)
    given_receivers = _receivers(evidence.text)
    for deed in _receivers(said):
        roles = {g.actor for g in given_receivers if g.action == deed.action}
        if roles and not any(_same_role(deed.actor, role) for role in roles):
            yield Reason("role", f"句中“{deed.action}”的对象是“{deed.actor}”，所引条款写的是“{sorted(roles)[0]}”")
            return


def _levels(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A body of the county must not stand for the one of the city that the clause names, nor the reverse."""
    for match in _ROLE.finditer(said):
        base, level = _base(match.group()), _level(match.group())
        levels = {theirs for name, theirs in _bodies(evidence.text) if name == base}
        if level and levels and level not in levels and "" not in levels:
            yield Reason("level", f"句中“{match.group()}”的层级与所引条款不一致")
            return


@passing(maxsize=64)
def _bodies(text: str) -> frozenset[tuple[str, str]]:
    """Each body a text names with its level."""
    return frozenset((_base(match.group()), _level(match.group())) for match in _ROLE.finditer(text))


def _base(role: str) -> str:
    return re.sub(r"^[各本市县区省]+", "", _core(role))


@lasting(maxsize=1024)
def _deeds(text: str, loose: bool = False) -> tuple[_Deed, ...]:
    """Who does what; `loose` takes every role that stands before the verb, for what a clause may be read to say."""
    found = []
    for sentence in re.split(r"[。;\n]", text):
        mentions = [m for m in _ROLE.finditer(sentence) if _acts(m, sentence)]
        marked = [m for m in mentions if _PASSIVE.search(sentence[: m.start()])]
        for action in (each for each in _ACTION if each in sentence):
            for match in compiled(action).finditer(sentence):
                near = [
                    m for m in mentions if m.end() <= match.start() and match.start() - m.end() < (60 if loose else 30)
                ]
                near = [m for m in near if m.end() == match.start() or not _RECIPIENT.search(sentence[: m.start()])]
                near = [m for m in near if loose or not _DONE_FIRST.search(sentence[m.end() : match.start()])]
                beside = [m for m in near if m.end() == match.start()]
                strong = beside or [m for m in near if m in marked] or near
                if strong and not _names_thing(sentence, match):
                    found += [_Deed(m.group(), action) for m in (strong[-1:] if beside or not loose else near)]
    return tuple(found)


def _acts(match: re.Match[str], sentence: str) -> bool:
    """Whether a role can be the doer: not a receiver, not what something is done to, not part of a longer noun."""
    before, after = sentence[: match.start()], sentence[match.end() : match.end() + 2]
    if re.match(r"候选|名单|材料|的|提名|质量|购买|性", after) or re.search(r"[将把]$|对[^,;。]{1,16}的$", before):
        return False
    if before.endswith("评估") or re.search(r"向[^,;。]{2,40}的$", before):
        return False
    return not re.search(r"[给对]$", before) and (
        not _RECIPIENT.search(before) or sentence[match.end() :].removeprefix("研究").startswith(_ACTION)
    )


def _names_thing(sentence: str, match: re.Match[str]) -> bool:
    """审核意见, 申报材料, 评审机构: the word is part of a noun, no deed."""
    return bool(
        re.match(
            r"时|重点|内容|要点|方面|环节|流程|意见|材料|机构|结果|专家|单位|组|情况|企业|组织|工作|表|条件|对象|报告|程序|通知|人|要求|的|细则|奖励|标准|活动|名单|时间|期|费|评审|管理|办法",
            sentence[match.end() : match.end() + 2],
        )
    )


@lasting(maxsize=1024)
def _receivers(text: str) -> tuple[_Deed, ...]:
    found = []
    for sentence in re.split(r"[。;\n]", text):
        for match in _ROLE.finditer(sentence):
            before, after = (
                sentence[max(0, match.start() - 9) : match.start()],
                sentence[match.end() : match.end() + 10],
            )
            before = re.sub(r"(?:单位)?所在的?$|本$", "", before)
            verb = re.search(r"(报送|提交|上报|报请|提请|报|送|交)(?:至|给|到)?$", before)
            if before.endswith("向"):
                verb = re.search(r"提交|报送|申请|反馈|提出|举报|反映|推荐|申报", after)
            if verb and not sentence[match.end() :].startswith(("审定", "批准", "同意")):
                found.append(
                    _Deed(
                        match.group(), "提交" if verb.group() not in {"反馈", "举报", "反映", "推荐"} else verb.group()
                    )
                )
    return tuple(found)


def _same_role(ours: str, theirs: str) -> bool:
    a, b = _core(ours), _core(theirs)
    if a == b or a in lexicon().equal(b) or (_level(ours) == _level(theirs) and (a.endswith(b) or b.endswith(a))):
        return True
    bare = [re.sub("^[省市]", "", name) for name in (a, b)]
    if (
        len({_level(ours), _level(theirs), ""}) <= 2
        and max(map(_plain_tail, bare, bare[::-1]))
        and len(min(bare, key=len)) > 6
    ):
        return True
    if (_plain_tail(a, b) and not _level(ours)) or (_plain_tail(b, a) and not _level(theirs)):
        return True
    applicants = re.compile(r"企业|组织|单位|申报|参评|个人|主体")
    return bool(applicants.search(a) and applicants.search(b)) and "主管" not in a + b


def _plain_tail(short: str, long: str) -> bool:
    """Whether one name is the end of the other, as a short form leaves the opening out."""
    return len(short) >= 4 and (long.endswith(short) or (len(short) >= 6 and in_order(short, long)))


def _core(role: str) -> str:
    return re.sub(
        r"^(?:受|到|往|给|向|由|经|[一-鿿]{0,4}由|各|本级)|人民|质量工作议事协调机构|议事协调机构|工作|行政|评审(?=专家组)|质量|\(|\)",
        "",
        role,
    ).replace("专家评审组", "专家组")


def _level(role: str) -> str:
    head = re.sub(r"^市场", "", role)[:6]
    return (
        "county"
        if re.search(r"[县区]", head)
        else "city"
        if head.startswith("市")
        else "province"
        if head.startswith("省")
        else ""
    )
