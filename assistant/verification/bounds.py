"""Whether a figure is limited as its clause limits it: at most, at least, exactly."""

import re

from assistant.language.numerals import Quantity, find_quantities
from assistant.verification.alignment import grams_of
from assistant.verification.evidence import Evidence
from assistant.verification.plain import segments

_LENIENT_EXACT = re.compile(r"(?:要求|须|需|应|满|达到|达|具有|具备|累计|年限)[^,。]{0,6}$|每$")
# Sentences that name the figure as a limit, wherever it stands (五个工作日是下限, 三个是数量上限).
_FLOOR_NAMED = re.compile(r"下限|最低要求|起步|底线|打底|门槛|可以[^,。]{0,4}长|可以多于|少一[天个]|往上")
_LIMIT_NAMED = re.compile(r"上限|封顶|顶格|就超|超了|为限|≤|可以少|评不出|不可能|不合|限制|限定")
_REFUSED = re.compile(
    r"不合|不算|够不上|不行|不许|不达标|挡|没戏|就超|不能|不得|不可|不符合|不满足|不具备|不予|无法|没有资格|无资格|不够|达不到|未达到|才|报不了"
)
# 最长持续15天 of a fixed 15天.
_AT_LONGEST = re.compile(r"(?:最[长久]|顶多|最短)(?:可以?|要|能|也?就|只|时间)?(?:持续|延续|公示|进行|为|是)?$")
_FIXED = {"年", "个工作日", "天", "个月", "小时", "分钟"}
_CLASH = {
    ("at_most", "at_least"),
    ("at_least", "at_most"),
    ("at_most", "more_than"),
    ("at_least", "less_than"),
    ("exact", "at_most"),
    ("exact", "at_least"),
    ("exact", "more_than"),
    ("exact", "less_than"),
    ("exact", "about"),
    ("at_most", "exact"),
    ("at_least", "exact"),
    ("at_most", "about"),
    ("at_least", "about"),
    ("at_most", "less_than"),
    ("at_least", "more_than"),
    ("more_than", "exact"),
    ("more_than", "less_than"),
    ("more_than", "at_most"),
    ("less_than", "exact"),
    ("less_than", "more_than"),
    ("less_than", "at_least"),
    ("less_than", "at_most"),
}


def bounds_clash(said: Quantity, given: Quantity, before: str, sentence: str) -> bool:
    """Whether the bound of a figure in `sentence` (`before` stands right before it) contradicts the one given."""
    if given.bound == said.bound == "exact" and given.unit in _FIXED and _AT_LONGEST.search(before):
        return True
    if said.bound == given.bound or (given.bound, said.bound) not in _CLASH:
        return False
    if (
        given.bound == "at_least"
        and said.bound == "more_than"
        and re.search(r"贵|您|已经?$|已经?超过$", sentence[:4] + before)
    ):
        return False
    if given.bound == "more_than" and said.bound == "exact" and re.search(r"(?<![没未不])过$", before):
        return False  # 缝宽过0.3毫米 says what 超过0.3毫米 does.
    if given.bound == "less_than" and said.bound == "at_least" and re.search(r"才|方可|方能|方准", sentence):
        return False  # 满九道才淋 says what 不满九道不准淋 does.
    if given.bound == "at_least" and named_as_asked(said, sentence):
        return True
    if given.bound == "at_least" and said.bound == "less_than":
        return not _REFUSED.search(sentence)
    if given.bound == "at_least" and re.search(r"(?:没|不|未)[到满足够]$", before):
        return not _REFUSED.search(sentence)
    if said.bound == "exact" and given.bound == "at_least":
        return not _LENIENT_EXACT.search(before) and not _threshold(said, sentence)
    if given.bound == "at_least" and said.bound == "less_than" and re.search(r"业绩|也行|也可以|也算", sentence):
        return False
    if (
        said.bound in {"exact", "more_than"}
        and given.bound == "at_most"
        and _LIMIT_NAMED.search(_stretch_of(said, sentence))
    ):
        return False
    if said.bound == "less_than" and given.bound == "exact":
        return not _REFUSED.search(sentence)
    if said.bound == "at_most" and re.search(r"不超|最多|至多|上限|不多于", before):
        return True
    spans = {given.bound, said.bound} == {"exact", "at_most"} and given.unit in _FIXED
    return not spans


# 5年以下的要求: what is asked for told as a ceiling where the clause sets a floor.
_CEILING_ASKED = re.compile(r"(?:及?以下|以内|之内)(?:的|这一|这个)?(?:年限|时间)?(?:要求|门槛|标准|条件|规定|底线)")


def named_as_asked(said: Quantity, sentence: str) -> bool:
    """Whether a figure told as a ceiling is called what is asked for."""
    return bool(_CEILING_ASKED.match(sentence.partition(said.text)[2]))


def _stretch_of(quantity: Quantity, sentence: str) -> str:
    """The stretch a figure stands in, with its neighbours where the sentence has no other figure."""
    if len(find_quantities(sentence)) == 1:
        return sentence
    return next((piece for piece in segments(sentence) if quantity.text in piece), sentence)


def _threshold(said: Quantity, sentence: str) -> bool:
    """五年 of a condition that asks for five years or more: a span named as what counts, not as exactly so much."""
    exact = re.search(
        rf"(?:正好|恰好|刚好|必须是|只能是|就是|整|仅限?|固定|(?:注册|登记|经营|运行|成立|从业)为)[^,。]{{0,4}}{re.escape(said.text)}",
        sentence,
    )
    if exact or re.match("整|(?:就|便)?(?:够了|即可|就行|就可以)", sentence.partition(said.text)[2]):
        return False
    return said.unit in {"年", "分", "小时", "分钟"} or bool(_FLOOR_NAMED.search(sentence))


_ALSO = re.compile(r"(?:[也亦](?:同样)?|同样)(?P<no>不|没)?(?:可以?|行|能|算|符合)")
_ALTERNATIVE_GRAMS = 2


def otherwise(quantity: Quantity, text: str, evidence: Evidence) -> str:
    """ "in" where one short of a span is let in by what the clause sets beside it (10年以上或业绩特别优异), "out" where
    he is said to be kept out all the same, else ""."""
    behind = text[quantity.end :]
    also = _ALSO.search(behind)
    ours = grams_of(behind[: also.start()]) if also else frozenset()
    for match in re.finditer(r"(?P<span>\d+年)(?:以上|及以上)?或者?(?P<other>[^,。;、]{3,14})", evidence.text):
        theirs = grams_of(match["other"])
        if find_quantities(match["span"])[0].value == quantity.value and len(ours & theirs) >= _ALTERNATIVE_GRAMS:
            return "out" if also and also["no"] else "in"
    return ""
