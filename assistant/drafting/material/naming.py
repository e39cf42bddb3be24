"""How surely the words around a quoted name say that it is what the applicant calls its own method."""

import re

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.scan import Scan

# Lists, bullets and ornaments that a line begins with, before the name it is about.
_EDGE = re.compile(r"(?:^|[\n。；：|｜\t）】]|[0-9]{1,2}[.、)）]|[①-⑳⑴-⒇㈠-㈩❶-❿]|[*#•·◆◇■□●○★☆▲△▍※►▶→\-—])[ \t“]*$")
_TELLS = re.compile(
    # the next cell of its row tells it
    r"[ ]*[|｜\t]+[ ]*[^|｜\t\n“”0-9][^|｜\t\n“”]{11,}|"
    r"——|—|：|。|，(?:即|就是|也就是|说的是|是指|指的?是|意思是)|(?:就是|是指|说的是|，?意思是|指的?是)|"
    r"是(?:啥|什么|怎么)(?:意思|回事)?|是(?:我们?|公司|本[院校厂]|他|她)的?[^，。；]{0,6}(?:招牌|做法|办法|绝活|本领|特色)"
)
# A word for a method directly behind the name (“质量熵”评价模型).
A_METHOD = re.compile(
    r"[\u4e00-\u9fff]{0,4}?(?:模型|工作法|操作法|管理法|检验法|方法|制度|机制|模式|体系|办法|口诀|做法|行动|品管圈|课题|积分|评比|台账|计划|"
    r"清单|例会)|[\u4e00-\u9fff]{1,3}法(?=[，。：；、是的让使把]|$)"
)
# What is to be put down as the method (做法就写“小个子巡检”).
_PUT_DOWN = re.compile(
    r"(?:做法|特色|亮点|质量(?:工作|方面)?(?:上|那?一?栏)?)(?:这|那)?(?:一?栏)?(?:就|只|都|要)?(?:写|填|报)(?:的是|成|上|作)?$"
)
# What a project is about or against is no method (围绕“主轴抱死”做课题).
_AGAINST = re.compile(r"(?:围绕|针对|解决|攻克|破解|消除)(?:了)?$")
_CLAUSE = 22
# What a name gains by how it is brought in, by each time it comes back and by standing in the title.
_INTRODUCED, _OPENS, _AGAIN, _MOST_AGAIN, _TITLED = 4.0, 3.0, 0.3, 3, 0.5
# A material tells of its main method first; what comes behind mostly belongs to it or stands beside it.
_FIRST = 1.6
SURE = 3.0


def introduced(scan: Scan, start: int, end: int) -> float:
    """What the place of a name `text[start:end]` in quotes says for it: called so, brought in so, first in its line.

    Negative for what is only written, said or pressed (写“值班员”, 盖个“清”字), and for one of many parts named alike.
    """
    practices = load_lexicon("practices")
    line = max(scan.text.rfind(edge, 0, start) for edge in "\n。；！？") + 1
    quote = start - 1
    before = scan.text[max(line, quote - _CLAUSE) : quote]
    of_a_method = practices.has("method_noun", before)
    if _among_parts(scan, start, end) or practices.has("not_a_name_after", scan.text[end + 1 : end + 7]):
        return -1.0
    if A_METHOD.match(scan.text, end + 1) and not _AGAINST.search(before):
        return _INTRODUCED
    if practices.has("called", before):
        # A nickname is a method's only where the words say so (这套手艺起了个外号叫…).
        return _INTRODUCED if of_a_method or not practices.has("of_a_person", before) else -1.0
    if practices.has("instituted", before) or (of_a_method and practices.has("linked", before)):
        return _INTRODUCED
    tells = _TELLS.match(scan.text, end + 1) is not None
    if practices.has("defined", before) and scan.text[end + 1 : end + 2] in {"：", "—"}:
        return _OPENS
    so_called = tells and before.rstrip().endswith("所谓")
    if so_called or practices.has("made", before) or (tells and _EDGE.search(scan.text[max(0, quote - 4) : quote])):
        return _OPENS
    if practices.has("written", before) and not tells:
        return _INTRODUCED if _PUT_DOWN.search(before) else -1.0
    return 0.0


def _among_parts(scan: Scan, start: int, end: int) -> bool:
    """Whether it is one of several things named alike in its sentence (红的叫“门槛”，黄的叫“腰带”，蓝的叫“领扣”)."""
    sentence = scan.sentence_at(start)
    if sentence is None:
        return False
    return len(re.findall(r"的(?:就)?(?:叫|是|写|贴|盖|标)(?:作|做|成)?[“「]", sentence.text)) > 1


def surest(scans: tuple[Scan, ...], names: dict[str, float]) -> str:
    """The name most surely the main method's: by its best introduction, then by how often the text comes back to it."""
    whole = "\n".join(scan.text for scan in scans)
    title = whole.lstrip().split("\n")[0]
    first = min((name for name, value in names.items() if value >= SURE), key=whole.find, default="")
    ranked = {
        name: value
        + _AGAIN * min(_MOST_AGAIN, whole.count(name) - 1)
        + _TITLED * (name in title)
        + _FIRST * (name == first)
        for name, value in names.items()
        if value >= SURE
    }
    return max(ranked, key=lambda name: (ranked[name], -whole.find(name))) if ranked else ""
