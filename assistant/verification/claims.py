"""Which sentences claim something: greetings, offers, advice, questions and lead-ins need no clause."""

import re

from assistant.verification.alignment import NEGATOR
from assistant.verification.lexicon import any_of, lexicon, pattern
from assistant.verification.model import Unit
from assistant.verification.moments import find_moments
from assistant.verification.numbers import quantities_of, without_seeming
from assistant.verification.plain import compiled, content, flat
from assistant.verification.remarks import is_remark, surely_remark

_QUESTION = re.compile(r"[?？]$|(?:吗|呢)[?？]?$")
_LABEL = re.compile(r"[:：]\s*$")
# A count written in Han that only announces what follows (分三步, 这两项) is no figure to be sourced.
_ANNOUNCED = {
    "步",
    "个",
    "类",
    "种",
    "条",
    "项",
    "点",
    "方面",
    "样",
    "地",
    "件",
    "组",
    "道",
    "块",
    "句",
    "家",
    "处",
    "",
}
_ANNOUNCED_MOST = 12
_LABEL_LENGTH = 40
_BARE_LABEL_LENGTH = 10
# A number of a document or standard, or words given as quoted, come from somewhere.
_SOURCE = re.compile(r"〔\d{4}〕|[A-Z]{2,}(?:/[A-Z])?\s?\d{3,}|原文(?:为|是|写)[^,。]{0,4}“")
_VERB = re.compile(
    r"[是有为须应可得予不无未被由将]|不|能|会|要|获|评|报|审|推|发|给|达|满|符合|满足|具备|取消|撤销|公示|受理|认定|参加|进入|完成"
)


_SPOKEN = re.compile(r"^(?:[贵您你咱]|我[们司厂]|本[公单企]).*[。!;]$|^(?:[贵您你咱]|我[们司厂]).*[已均都了过没齐]")


def claims_something(unit: Unit, *, on_case: bool = False) -> bool:
    """Whether a unit without tokens states something that needs one.

    `on_case` where the checker's verdict is at hand: what is worded as a remark then speaks of that.
    """
    said = flat(unit.claim)
    body = content(unit.claim)
    if not body:
        return False
    if unit.kind == "heading" or (_LABEL.search(unit.claim) and len(body) <= _LABEL_LENGTH):
        return _figures(without_seeming(said)) and not _edition(said)
    if (asks(unit) or announces(said)) and _grants(said):
        return True
    if announces(said):
        return _figures(without_seeming(said)) and not _edition(said)
    if surely_remark(unit.claim):
        return _firm_figures(said) or weighs(said, lightly=True) or bool(_SOURCE.search(said))
    if asks(unit) and _WH.search(said):
        return _figures(said)
    if _DISCLAIMS.fullmatch(said):
        return False
    put_as_one = bool(lexicon().not_claims.search(said))
    if asks(unit) or (put_as_one and on_case) or is_remark(unit.claim, put_as_one=put_as_one):
        return _figures(said) or weighs(said) or bool(_SOURCE.search(said))
    if _names_only(unit, said, body):
        return False
    return len(body) > 2


# 哪些情况会被撤销?: what is asked for openly is not told.
_WH = re.compile(r"哪些|什么|怎么|怎样|如何|多少|谁|哪[个家种几里]|何时")
# 符合条件不等于会获奖。: that one does not bring the other promises nothing.
_DISCLAIMS = re.compile(
    r"(?:但|不过|当然|只是|需要?说明的是,|请注意,)?(?:材料|名单|单位|企业|您|贵[一-鿿]{1,2})?(?:符合|满足|达到|通过|具备|能|可以|入围|进入|被?推荐|报送|申报|受理)[^,。;\d]{0,12}"
    r"(?:并)?不(?:等于|代表|意味着|等同于)(?:就|一定|必然|必|会|能|可以|将)*(?:[^,。;\d]{0,4}(?:获得?|得到?|被|评|入选|当选|推荐|通过)[^,。;\d]{0,10})。?"
)
# 关于名额,整理如下。 and 请留意以下几点。: a sentence that only leads to what follows.
_LEADS = re.compile(
    r"^(?:(?:您好|你好|好的|关于|针对|围绕|就|对于|至于|同样?[是为]|都是|您(?:关心|问|想|要|提)|下面|以下)[^,。;]*,){0,2}"
    r"(?:[^,。;]{2,36}(?:条件|情况|要求|流程|名额|时间|规定|材料|奖励|内容|范围|区别),)?[^,。;]{0,36}?"
    r"(?:(?:整理|归纳|说明|梳理|概括|对照|情况|要点|列举?|汇总|摘录|比较|介绍|内容|步骤|流程|安排|条件|要求|分述|列示|名额|规定"
    r"|答复|回复|总结|小结|解释)[^,。;]{0,4}如下|(?:分开|逐一|逐项|分项|简要|分别|一并|依次)[^,。;]{0,2}(?:说明|归纳|介绍|整理|列出|回答|答复)"
    r"|(?:以下|下面)(?:这)?[几两三四五六七](?:点|条|项|个方面|方面|步))[。:]?$"
)


def announces(said: str) -> bool:
    """Whether a flat sentence only leads to what follows, denying nothing on the way."""
    return bool(_LEADS.match(said)) and not NEGATOR.search(said)


# 获奖企业可以免检,您想了解哪些?: what is granted to somebody is told, whatever is asked or announced behind it.
_FREE = r"免(?:[检税审评费考]|征|于|除|交)(?!的?(?:政策|规定|条件|范围|情形|咨询))|减税"
_GRANTS = re.compile(
    rf"(?:可以?|(?<![性功])能|(?<![不评开])会|将|都|均|优先|直接|给)[^,]{{0,6}}?(?:{_FREE}|减免|享(?!受的)|入围|当选|贴息|贷款|加分|补[助贴]|不[再用必](?:抽|检|查|评|审|公示|交))"
    rf"|一律|(?:企业|单位|组织|个人|[者后的人家])(?:都|就|便|即)?(?:{_FREE})"
)
_OPENLY = re.compile(rf"{_WH.pattern}|是否|能否|可否|[吗呢]|如果|若|想|请问|的话|(?P<verb>[会能可])不(?P=verb)")


def _grants(said: str) -> bool:
    """Whether a stretch of a flat question or lead-in tells what somebody is granted, asking nothing."""
    return any(_GRANTS.search(piece) and not _OPENLY.search(piece) for piece in re.split("[,。;?]", said))


def _figures(said: str) -> bool:
    """Whether the text holds a figure or a date that must come from somewhere."""
    numbers = [q for q in quantities_of(said) if q.text[0].isdigit() or not _announces(q.value, q.unit)]
    return bool(numbers) or bool([m for m in find_moments(said) if m.month or m.year])


_MONEY = {"元", "万元", "%", "个工作日", "工作日"}


def _firm_figures(said: str) -> bool:
    """Whether a remark holds a figure that must come from somewhere all the same: in digits, of money, or a date.

    What it counts in Han says nothing of an award (搁两天, 近三年的记录拉一份).
    """
    firm = [q for q in quantities_of(said) if re.search(r"\d", q.text) or q.unit in _MONEY]
    return bool(firm) or bool([m for m in find_moments(said) if m.month or m.year])


def _announces(value: object, unit: str) -> bool:
    if value == 1:
        return True
    return unit in _ANNOUNCED and value <= _ANNOUNCED_MOST  # type: ignore[operator]


def _names_only(unit: Unit, said: str, body: str) -> bool:
    """A short label without a verb (守法情况, 县（区）阶段) that stands on a line of its own.

    What speaks to the applicant and ends as a sentence does (贵公司体系已认证。) is no label.
    """
    if _SPOKEN.search(said) or "," in said.rstrip(",") or advises_claim(said):
        return False
    labelled = body.endswith(("阶段", "环节", "部分", "步骤", "情况", "方面", "要求", "条件"))
    return len(body) <= _BARE_LABEL_LENGTH and (labelled or not _VERB.search(said)) and not _figures(said)


_PLEA = r"告诉(?:我|我们|一声)|(?:请|麻烦|烦请|劳烦)[^,。;]{0,8}(?:补充|告诉|告知|提供|说明|核实|确认|补|讲|介绍|列)"
# What is asked of the applicant, or told him to do: it may name the years a clause at hand counts.
_REQUEST = re.compile(
    rf"{_PLEA}|^(?:可以?先|建议|不妨|等|待|再等|再过)|(?:够|满|到|齐)了?再来|欢迎(?:您)?(?:随时)?(?:再来|再|回来)|(?:后|时)再(?:来)?(?:报|申报|参评|核对|考虑)"
)


def asks_for_facts(said: str) -> bool:
    """Whether a flat sentence asks the applicant to tell something of his case."""
    return bool(compiled(_PLEA).search(said))


def requests(said: str) -> bool:
    """Whether a flat sentence asks the applicant for something or tells him what to do."""
    return bool(_REQUEST.search(said))


def only_spans(said: str) -> bool:
    """Whether all figures of a flat sentence are spans of years, with no date among them."""
    spans = [q for q in quantities_of(said) if not (q.value == 1 and q.text[0] == "一")]
    return not find_moments(said) and all(quantity.unit == "年" for quantity in spans)


def asks(unit: Unit) -> bool:
    """Whether a unit is a question."""
    return bool(_QUESTION.search(unit.claim))


# 补助怎么拨付,可以问…; 问清他们的截止日子; 名额有限: what is to be asked about, or what every award has, tells nothing.
_ASKED_ABOUT = re.compile(
    r"[^,。;]*(?:怎么|怎样|如何|何时|什么时候|多久|哪里)[^,。;不]*(?=,(?:可以?|请|建议|不妨|最好|还是)[^,。;]{0,8}(?:问|打听|咨询|联系|等|查))"
    r"|(?<=[问打听清]清)[^,。;]*|(?:问问|打听|弄清楚?|问清楚?|核实清楚?)[^,。;]*|名额(?:有限|不多|紧)"
)


def weighs(said: str, *, lightly: bool = False) -> bool:
    """Whether advice or a question carries a claim all the same: benefits, limits, promises.

    `lightly` for what is surely a remark: words that such advice may use of things at hand then weigh nothing.
    """
    words = lexicon()
    said = _ASKED_ABOUT.sub("", said)
    if advises_claim(said) or (_QUESTION.search(said) and _grants(said)):
        return True
    if re.search(
        r"(?:没有|未|未见|并未|并没有)[^,。]{0,6}(?:提到|提及|载明|规定|说明|明确|写明|收录|找到|涉及|给出|记载|列出|写)",
        said,
    ):
        return bool(re.search(r"但|因此|所以|故|可以|无需|不需要", said))
    if _QUESTION.search(said):
        said = re.sub(r"截止|截至|名额|奖金|费用|收费|补助|补贴|享受", "", said)
    said = re.sub(r"纳税|税务|不[^,。]{0,4}保证", "", re.sub(r"^(.{0,14})不(?:等于|代表|意味着)[^,。;]*", r"\1", said))
    if lightly:
        said = pattern(words.list("claim_words_at_hand")).sub("", said)
    return bool(any_of(words.list("claim_words"), said) or any_of(words.list("guarantees"), said))


def advises_claim(said: str) -> bool:
    """Whether advice says what only a clause can (where to, by when, what not) or what nobody may advise."""
    if _QUESTION.search(said):
        return False
    denied = compiled(str(lexicon().words["advice_denied"]))
    found = (match for line in lexicon().list("advice_claims") for match in compiled(line).finditer(said))
    return any(not denied.search(said[: match.start()]) for match in found)


def weighs_applicant(said: str) -> bool:
    """Whether a sentence weighs the applicant against what an award asks, however it puts it."""
    return bool(pattern(lexicon().list("weighing")).search(said.replace("法人资格", "法人")))


def _edition(said: str) -> bool:
    """2024年某奖： a label that only names an edition."""
    return not quantities_of(said) and all(m.year and not m.month for m in find_moments(said))
