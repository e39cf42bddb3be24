"""Whose an honour is, by the place the recipient's name has in the sentence (总行获…, …是装配一班的, 落款写的是…)."""

import re
from typing import Literal

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.model import Kind
from assistant.drafting.material.team_words import is_team

Whose = Literal["own", "other", "team", "person", "organisation", ""]

_DATE = r"(?:[0-9]{4}年(?:度|[0-9]{1,2}月)?(?:[0-9]{1,2}日)?)?"
# The subject of obtaining: 总行获, 股东重庆铸造集团2021年获, 质量技术科拿过.
_SUBJECT = re.compile(
    rf"(?:^|[，：；、。\s年月日\-．.（）])(?P<who>[^，。；：、\n0-9“]{{1,18}}?)(?:（[^）]*）)?{_DATE}"
    r"(?:上|又|还|也|都|曾|先后|已|于|在|喜|荣|就|凭[^，。；\n]{1,10})*"
    r"(?:获(?!奖)|得(?:过|了|到)|拿(?:过|了|到|下)|评(?:上|得)|被评|被授|捧(?:回|走)|领(?:到|回|了)|有个|摘得|当选|入选)"
)
# Where the plaque says whose it is: 是装配一班的, 归试压班所有, 落款写的是“…”, 授予母公司.
_SAID = re.compile(
    r"(?:(?<![不也只可就还但倒总要算])是|归(?!属)|(?<=[（：])系|属于?|给(?:了|的是)|[发颁奖]给(?:了|的是)?|授予(?:给)?|落款(?:写的?)?是?|抬头(?:写的?)?是?|署名|写的?是?|"
    r"获奖的?(?:单位|人|主体|者|方)?(?:是|为|：)|(?:授牌|颁奖|授予|表彰|获奖)的?对象(?:是|为|：)|(?:得|获|拿)奖的是|得主是)“?(?P<who>[^，。；“”：（）\n]{1,18}?)(?:名下)?(?:的(?:牌子|荣誉|成果)?|所有|本人)?(?=[”，。；）：\n]|称号|“|$)"
)
_GOT_BY = re.compile(
    r"(?:^|[，；：\n\s])(?:都|也)?(?:是)?(?P<who>[^，。；：\n]{1,14}?)(?:得|拿|领|获得|挣|评上)的奖?(?=[，。；）\n]|$)"
)
_BY_WHOM = re.compile(r"(?:系|是|为|由|归)(?:我?们?公司的?)?(?P<who>[^，。；：（）\n]{1,18}?)所(?:获|得|有|属|拿)")
# In whose name it was applied for (当时是以磐石集团名义申报和领取的).
_IN_WHOSE_NAME = re.compile(r"(?:以|用)(?P<who>[^，。；：\n0-9]{2,16}?)(?:的)?名义(?:申报|领|参评|拿|获|参加)")
# Whose honours a colon, a dash or a bracket leads to (控股股东磐石集团：2022年国家质量标杆, 公司——2022年…).
_HEADED = re.compile(
    r"(?:^|[；\n])[ ]*[（\[【]?(?P<who>[^，。；：\n0-9—–（）\[\]【】]{2,16})"
    r"(?:：|[—–]{1,2}|[）\]】])[ ]*(?=(?:19|20)[0-9]{2}年)"
)
# Whose an entry of a list is, behind a dash or in a bracket at its end (…——公司); givers stand there too.
_MARKED = re.compile(
    r"(?:[—–]{1,2}|[（(](?:(?:获奖|授予|荣誉|所获)?(?:主体|单位|对象|归属)[：:])?)[ ]*"
    r"(?P<who>(?:整个|全|总|母|本|所在)?(?:公司|厂|集团|单位|医院|学校|班组|小组|车间|科室|个人|人))"
    r"(?:的|获得?|所获)?[ ]*(?:[）)][ ]*)?$"
)
# A firm by its name that is not the applicant's, where it heads an honour (重机厂——2020年12月…).
_A_FIRM = re.compile(r"(?!我|本|该|咱|申报)[\u4e00-\u9fff]{2,14}(?:公司|厂|集团|医院|学校|合作社)")
# Who hands on a paper or sends somebody is no recipient (由集团总部转发文件).
_ONLY_HELPS = re.compile(r"^(?:由|经|在)|(?:去|前去|上台|代表|前往|代为?)$")
# A team that applies is not the firm it works in (牌子上写的是公司名字).
_ITS_FIRM = re.compile(
    r"(?:整个|全|总|母|上级|所在)?(?:公司|厂|厂里|集团|单位|企业|院|院里|校|医院|学校)(?:的?(?:名字|名称|名义|全称|抬头|名头))?"
)
# By what a team calls itself.
_OWN_TEAM = re.compile(
    r"(?:我们?|咱们?|本|该|全)?(?:班组|小组|QC小组|班|组|队|车间|工段|工区|科室|科|队)(?:里|上|自己|集体)?"
)
_UP_TO = re.compile(r"^.*(?:[是为由]|这边|那块)")
_FIRM = re.compile(r"(?:公司|厂|医院|学校)(?:自己)?$")
_LEGAL_END = re.compile(r"(?:公司|厂|医院|学校|集团|合作社)$")
_PART_END = re.compile(r"(?:班组|小组|车间|工段|科室|[^大中小]班|组|队|分公司|支公司|分厂|分院|分店|营业部|项目部)$")
# A branch is short for no firm of its name.
_A_BRANCH = re.compile(r"(?:分公司|分厂|分院|校区)$")
# What pupils of the applicant won (带徒弟46个，其中…2个拿了甘肃省技术能手); whoever tells it is not the winner.
_PUPILS = re.compile(
    r"(?:徒弟|学徒|弟子|徒孙|带徒|带教|学员|带出|培养|传帮带|教出)[^。；\n]*?(?:[，、](?:其中)?(?:还)?(?:有|里)?|其中(?:还)?有?)"
    r"(?:[0-9一二两三四五六七八九十几]+(?:余|多)?(?:个|名|人|位)|(?:徒弟|弟子|学员|[一-鿿]{2,3}(?=获|被|拿))[一-鿿]{0,4}?)[^，。；\n]{0,6}?"
    r"(?:拿|获|评|得|成为|成了|当上|夺|捧|被|荣|摘|入选|晋升)"
)
# As far behind its name a note tells the class of an award.
_CLASS_NOTE = 6
_WHEN = re.compile(r"[0-9一二三四五六七八九〇零]{2,4}年.*$|去年$|前年$|今年$")
# A body by its former name, and what is said of one that goes on as another.
_GIVEN_TO_FORMER = re.compile(
    r"(?:授予|[颁发授奖]给|颁予|获奖单位(?:为|是|：))(?:了)?“?(?:当时的?|改制前的?|更名前的?)?原?“?(?P<who>[\u4e00-\u9fff]{4,30})(?=[”，。；）]|$)"
)
_TURNED_INTO = r"(?:整体|依法|转企|经|后|为)*(?:改制|转制|转企|改组|更名|改名|改称|变更|改为)"
_TAIL = re.compile(r"(?:在|于|个人|本人|自己|同志|也|都|那年|当年|名下|上面?|曾经?)+$")


def recipient(text: str, kind: Kind, applicant: str, own_end: str) -> Whose:
    """Whom the words around an honour give it to; empty where they do not say. `own_end` is the last word of its name.

    The applicant's own wins over nothing but silence: one place that names another is enough.
    """
    words = load_lexicon("recipients")
    if words.has(f"denied_{kind}", text):
        return "other"
    for pattern in (_SAID, _GOT_BY, _BY_WHOM, _SUBJECT, _HEADED, _IN_WHOSE_NAME, _MARKED):
        for match in pattern.finditer(text):
            who = match["who"]
            who = who.rsplit("（", 1)[-1] if who.count("（") > who.count("）") else who
            if _ONLY_HELPS.search(who):
                continue
            whose = _class(who, kind, applicant, own_end)
            if not whose and pattern is _HEADED and kind == "organisation" and _A_FIRM.fullmatch(who):
                return "other"
            if whose not in {"", "own"}:
                return whose
    return ""


def _class(who: str, kind: Kind, applicant: str, own_end: str) -> Whose:
    """What the head of a noun phrase, its last word, is."""
    words = load_lexicon("recipients")
    who = _TAIL.sub("", _WHEN.sub("", who.strip("“” "))).removeprefix("同年").removeprefix("当年")
    if kind == "organisation" and is_team(applicant) and _ITS_FIRM.fullmatch(who):
        return "other"
    if kind == "organisation" and is_its_firm(who, applicant):
        return "other"
    if applicant and (applicant in who or (len(who) >= 4 and who in applicant)):
        return "own"
    if kind == "organisation" and is_short_for(who, applicant):
        return "own"
    if kind == "organisation" and is_team(applicant) and is_team_by(who, applicant):
        return "own"
    if words.has(f"own_{kind}", who) or (own_end and who.endswith(own_end) and kind == "organisation"):
        return "own"
    for whose in _CLASSES:
        if words.has(whose, who) and (whose != "organisation" or kind == "individual"):
            return whose
    return ""


def became_the_applicant(told: str, text: str) -> bool:
    """Whether the body an honour was given to (授予原某检验所) is told to have become the present one."""
    for match in _GIVEN_TO_FORMER.finditer(told):
        name = re.escape(match["who"])
        before = r"(?:由|从|原名|原称|旧称|曾用名|原)[^。；\n]{0,24}"
        if re.search(rf"{before}{name}[^。；\n]{{0,12}}{_TURNED_INTO}", text):
            return True
    return False


def by_pupils(told: str) -> bool:
    """Whether what stands before an honour in its sentence counts it among what pupils of the applicant won."""
    pupils = _PUPILS.search(told)
    # What stands behind another date is the applicant's own again (带徒12名，其中3名成技师；2021年获…).
    return pupils is not None and not re.search(r"[0-9]{4}年|[他她本]人?(?=获|被|荣)", told[pupils.end() :])


def for_persons(text: str, name: str) -> bool:
    """Whether an award is told to be of the class for persons, by its name or in brackets behind it (（个人奖）)."""
    behind = text.partition(name)[2][:_CLASS_NOTE]
    return load_lexicon("honours").has("person_award", name + behind)


def is_its_firm(who: str, applicant: str) -> bool:
    """Whether `who` is the firm that the applicant, by its full name, is a team or a branch of."""
    part = applicant.removeprefix(who)
    return part not in {"", applicant} and _LEGAL_END.search(who) is not None and _PART_END.search(part) is not None


def is_own_team(text: str, applicant: str) -> bool:
    """Whether the applicant is a team and the text has it win by what it calls itself (班组获…, 小组2021年获…)."""
    wins = re.compile(
        rf"(?:^|[，：；、。\s日月年])(?P<who>[\u4e00-\u9fff]{{1,8}}?){_DATE}(?:获|荣获|被|评为|拿|得|于|的|：|，)"
    )
    return is_team(applicant) and any(is_team_by(match["who"], applicant) for match in wins.finditer(text))


def is_team_by(who: str, applicant: str) -> bool:
    """Whether a team goes by `who`: what any team calls itself, or the end of its name (丁班)."""
    return _OWN_TEAM.fullmatch(who) is not None or (len(who) > 1 and applicant.endswith(who))


def is_short_for(who: str, applicant: str) -> bool:
    """Whether a short name is the applicant's: its place or trade name and what it is (涪陵公司, 枳韵公司)."""
    who = _UP_TO.sub("", who)
    stem = _FIRM.sub("", who)
    return stem != who and len(stem) > 1 and stem in applicant and not _A_BRANCH.search(applicant)


_CLASSES: tuple[Whose, ...] = ("other", "team", "person", "organisation")
