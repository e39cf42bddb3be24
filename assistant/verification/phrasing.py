"""A sentence put plainly before it is judged: openings, questions and idle wordings that claim nothing taken away."""

import re

from assistant.verification.lexicon import lexicon
from assistant.verification.plain import compiled

# An opening that only names what the sentence is about (收费方面,), not of whom it tells (个人方面,).
_TOPIC = re.compile(r"^(?![^,。;:]{0,6}(?:组织|个人))[^,。;:\d]{1,8}(?:方面|这一点|这一块|这块|这一项)(?:上)?[,:]")
# 按这个框架看,: by what something just named is looked at.
_BY_THIS = re.compile(
    r"^(?:按照?|照|依照?|用|从|对照)(?:这[个套份些]|该|上述|此)(?:评价|评审)?(?:框架|标准|准则|维度|思路|口径)(?:来?(?:看|对照|归类|分|说|套)|来)?[,:]"
)
# What has been asked, told again (关于您问的能不能报,).
_ASKED = re.compile(
    r"^(?:关于|至于|针对|接着|回到|再说)?(?:[您贵你][^,。;:\d]{0,4})?(?:刚才|上面|前面)?(?:问|咨询|关心|提)(?:的|到的?|起的?)[^,。;:\d]{0,18}[,:]"
)
# What every verdict is told with: meeting the conditions is no promise.
_CAVEAT = re.compile(
    r"(?:但|不过|当然|只是)?,?(?:这|它)?(?:只|也|并)?不(?:等于|代表|意味着|表示|保证|是说)(?:就|也)?(?:一定|必然|必定|肯定|最终)?(?:会|能|可以)?"
    r"(?:被|获得?|得到)?(?:推荐|获奖|得奖|评上|入选)(?:(?:或者?|和|及|、)(?:一定|最终)?(?:会|能|被)?(?:获得?)?(?:推荐|获奖|得奖|评上|入选))?"
    r"(?=[,。;]|$)"
)
_TWO = re.compile(r"“([^“”]+)”[和与及、]“([^“”]+)”([^“”]*)前者([^“”]*)后者")


# 一天三巡, 一月一访: how often, not how long or when.
_ONCE_A = re.compile(
    r"(?<![\d一二三四五六七八九十第])一([天日周月年季班])"
    r"(?=[一两二三四五六七八九十\d][访次巡检测查审评报会练考换更修训])"
)


def plainly(said: str) -> str:
    """The flat text less an opening that only counts (第一,), with one wording for an upper bound and the top grade."""
    said = re.sub(r"^(?:第[一二三四五六七八九]|其[一二三四五])[,、:]", "", said)
    said = _BY_THIS.sub("", _ASKED.sub("", said))
    said = _TOPIC.sub("", _named_again(_CAVEAT.sub("", said)))
    said = _without_examples(said)
    said = re.sub(r"哪一(?=[年天个家月项])", "哪", said)
    said = _ONCE_A.sub(r"每\1", said)
    said = re.sub(r"(?<!质量)没有?(?:什么)?问题", "达标", said)
    said = re.sub(r"(?<=[\d一二三四五六七八九十两])个年头", "年", said)
    said = "".join(part if part.startswith("“") else _asked_plainly(part) for part in re.split(r"(“[^“”]*”)", said))
    for plain, formal in lexicon().words["formal"]:
        said = said.replace(plain, formal)
    for idle, formal in lexicon().words["idle_denials"]:
        said = compiled(idle).sub(formal, said)
    for bound, formal in lexicon().words["formal_bounds"]:
        said = compiled(rf"(?<!不)(?<!没)(?:{bound})(?=[\d一二三四五六七八九十两百])").sub(formal, said)
    return re.sub(r"(?:不(?:能|得|可|应|准|可以|许|要|会)|别|没有?)超过", "不超过", said).replace("正奖", "质量奖")


def _without_examples(said: str) -> str:
    """The text less what everybody counts among the kind it is told as an example of (配方、工艺这类商业秘密)."""
    for kind, *members in lexicon().words["examples"]:
        one = rf"(?:{'|'.join(members)})(?:、|和|或者?|以及)?"
        said = compiled(rf"(?:像|比如|例如|如)?(?:{one})+(?=(?:这类|这种|这样|之类|一类|等)的?{kind})").sub("", said)
    return said


def _named_again(said: str) -> str:
    """前者 and 后者 told by the two names they stand for."""
    return _TWO.sub(r"“\1”和“\2”\3“\1”\4“\2”", said)


def _asked_plainly(said: str) -> str:
    """A不A as a question (是不是: 是否), or as a degree (高不高: 高)."""
    said = re.sub(r"(是|有|能|会|够|在|对|该|行)[不没]\1", r"是否\1", said).replace("是否是", "是否")
    return re.sub(r"(高|低|好|强|大|全)[不没]\1", r"\1", said)
