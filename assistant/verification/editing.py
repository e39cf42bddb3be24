"""What a draft says of itself: its columns' labels, what was left out, what is still to be settled.

None of it tells anything of the applicant, so it is taken away before a sentence is held against the material. Why
something was left out is judged apart (`left_out`).
"""

import re
from functools import lru_cache

from assistant.verification.coverage import weighed
from assistant.verification.lexicon import lexicon, pattern
from assistant.verification.plain import compiled, content, flat

# By what verb a practice with a name of its own was introduced says nothing that could be wrong.
_INTRODUCED = re.compile(
    r"(?:推行|推出|实行|施行|开展|实施|创立|创设|采用|启用|建立|设计|提出|形成|琢磨出|摸索出|总结出|办起|立下|定下)了?(?=“)"
)
_NAMED_COLUMN = re.compile(r"^(?!个人|本人)[^,。:]{0,24}(?:荣誉|情况|简介|特色|成效|信息|称号)(?:\([^()]*\))?:")
_NONE = re.compile(
    r"(?:近五年[^,。;:]{0,16})?荣誉:?(?:无|【待补充】)(?=[,;。]|$)"
    r"|(?:暂?无|没有)(?:确定|明确)?(?:可列|可填|够格|符合要求)的?(?:国家级|省部级|或|质量)*荣誉"
)
# Who is spoken to by his office (樊厂长,).
_SPOKEN_TO = re.compile(r"^[一-鿿]{1,3}(?:厂长|经理|总工|主任|部长|院长|校长|理事长|老师|书记|科长|师傅|总),")
# 人数就填12人: which column takes it says no more than what it takes.
_FILLED = re.compile(
    r"(?:申报主体|(?:员工|职工)?人?数量?|成立时间|经济类型|业务范围|联系人|联系电话|电话|职务|名称)(?:这?一?栏)?(?:就|可以?|应|先|直接|请|则)*(?:写|填)(?:成|作|为|上)?"
    r"(?=[^,。;“]*[一-鿿\d])"
)
# 先写“【待补充】”:材料里的…: what is told behind the colon is not the draft's.
_BEHIND_QUOTE = re.compile(r"”:")
# 请您核实后再定, 列入须先核实: what is still to be settled, with what follows from it.
_SETTLE = re.compile(
    r"(?:请您?|烦请|麻烦您?|须|需|建议您?|有待|待)(?:先|再|另行|务必|进一步|找到[^,。;]{1,8}后|(?:按|以|对照)[^,。;]{1,10}?){0,3}"
    r"(?:核对|核实|确认|斟酌|把关|酌定|考虑|决定|定夺|说明|定)[^,;。]*"
)
# Why a thing was not listed, in the words of the standard (domain/drafting.md).
_WINDOW = re.compile(
    r"(?:已经?|就|也|都|均|还|仍|又){0,4}(?:早于|晚于|超出|超过了?|不在|是否[仍还]?在|早过了?|过了|在)[^,。;\d]{0,6}(?:近|最近)?(?<!\d)(?:五|5)年"
    r"(?:的?(?:窗口|范围)|以|之)?[^,;。]*"
)
_LEVEL = r"(?:市|区|县|县区|区县|地市|校|院|厂|公司|乡镇|省部|省|国家)级"
_WHY = re.compile(
    rf"(?:都|也|只|仅|又)?(?:属于?|系|是|为)(?:个|项|一个|一项)?(?:{_LEVEL}|县里|区里|市里)的?(?:称号|荣誉|奖项|奖|项目|评选)?(?=[,;。且]|$)"
    r"|(?:属于?|系|是|为|由)[^,;。]{0,6}(?:协会|学会|商会)所?(?:颁发|评出|评选|评定|评|奖项|荣誉|授予)?的?(?=[,;。]|$)"
    r"|(?:属于?|(?<![体关联])系|是|为)(?:资质|认证|认定|评审|口头|企业内部|个人)?(?:类|性)?(?:荣誉|认定|资质|认证|夸奖|评价|说法|隐私|商业秘密|国家秘密)(?:类|性质)?(?=[,;。]|$)"
    r"|(?:且|又|,)?(?:也|并)?与质量(?:工作)?(?:没有?|无)(?:直接|什么)?关系?"
    r"|不能?算(?:作|是)?[^,。;]{0,10}荣誉"
    r"|不在(?:国家级|省部级|省级|、|或|和|及)+之列|(?:够|达)不[上到](?:国家级|省部级|省级|、|或|和)+|未达(?:到)?(?:国家级|省部级|省级|、|或|和)+"
    r"|级别(?:不够|不到|偏低|达不到)|年头较早|时间较早"
)

# Whose it is not, where the sentence speaks of what is listed.
_NOT_OWN = re.compile(r"(?:也|并)?不(?:是|属于?|算)[^,;。]{1,12}?(?=[,;。]|$)")
_LISTING = re.compile(r"荣誉|称号|奖|列|填")


@lru_cache(maxsize=1)
def _label() -> re.Pattern[str]:
    words = pattern(lexicon().list("column_words")).pattern
    return compiled(rf"^(?:{words}){{1,14}}(?:\([^()]*\))?:")


@lru_cache(maxsize=1)
def _of_draft() -> re.Pattern[str]:
    words = pattern((*lexicon().list("column_words"), *lexicon().list("draft_words"))).pattern
    return compiled(rf"(?:{words})+")


def without_label(said: str) -> str:
    """The flat text less the label of the column it is written for (一句话质量工作特色:)."""
    return _label().sub("", said)


def edited(said: str, material: str) -> str:
    """The flat text less the stretches by which a draft speaks of itself (本栏不列, 请核实)."""
    # A word the material has as well (先问料、再问温) is not the draft's.
    marks = pattern(tuple(mark for mark in lexicon().list("editing") if mark not in material))
    said = _FILLED.sub("", _BEHIND_QUOTE.sub("”,", _SPOKEN_TO.sub("", said)))
    said = _NONE.sub("", without_label(said))
    said = _INTRODUCED.sub(lambda verb: verb.group() if verb.group().rstrip("了") in material else "", said)
    said = _NAMED_COLUMN.sub("", said)
    said = compiled(rf"\([^()]*(?:{marks.pattern})[^()]*\)").sub("", said)
    said = _OPEN_NAME.sub("", _COPULA.sub("是", said)) if "某" not in material else _COPULA.sub("是", said)
    if _LISTING.search(said):
        said = _NOT_OWN.sub(
            lambda denied: "" if _LISTING.search(said.replace(denied.group(), "")) else denied.group(), said
        )
    said = _ASKED_AFTER.sub("", said)
    pieces = (piece for piece in re.findall(r"[^,;。]+[,;。]*", said) if not marks.search(piece))
    return "".join(_left_of(piece, material, said) for piece in pieces)


# 某 only leaves a name open; 系 between two nouns is 是.
_OPEN_NAME = re.compile(r"某(?=[一-鿿])")
_COPULA = re.compile(r"(?<=[厂司院校社组团馆所店奖明章)”])系(?=[一-鿿]{2})(?!统|列)")


# 有无违纪、是否受过处罚,材料都没有写: what is still to be told.
_ASKED_AFTER = re.compile(
    r"(?:^|(?<=[,;。:]))[^,;。]*(?:有无|是否|有没有)[^,;。]*,材料(?:里|中)?(?:都|均|也|还)*(?:没有?|未|没能)(?:写|提|说|载|交代|涉及|体现|给出)[^,;。]*[,;。]?"
)

# 国家级 is a reason where a sentence says what is listed or not; elsewhere it is a rank claimed.
_LEFT_OUT = re.compile(r"[列填写]")
_WHY_BELOW = re.compile(_WHY.pattern.replace("|省部|省|国家)级", ")级", 1))
# 市长质量奖,市级: the level alone is the reason; that it is so is judged in left_out.py.
_BARE_LEVEL = re.compile(_LEVEL)
# More characters than this of what is to be settled, that the material has not, tell something of their own.
_SETTLED_MOST = 3


def _settles(told: str, material: str) -> bool:
    """Whether what is still to be settled names nothing that the material and the draft's own words have not."""
    left = _of_draft().sub("", re.sub(r"是否|有无|能否|可否|后再?|再", "", told))
    return sum(weight for word, weight in weighed(left) if word not in flat(material)) <= _SETTLED_MOST


def _left_of(piece: str, material: str, whole: str) -> str:
    """What a stretch between marks of the flat text `whole` tells of the applicant."""
    body = piece.rstrip(",;。:")
    settled = _SETTLE.sub(lambda found: "" if _settles(found.group(), material) else found.group(), body)
    if settled != body and content(settled) in content(flat(material)):
        return ""  # It names what is still to be settled, and no more.
    why = _WHY if _LISTING.search(piece) and _LEFT_OUT.search(whole) else _WHY_BELOW
    left = why.sub("", _WINDOW.sub("", settled))
    if _BARE_LEVEL.fullmatch(left) and _LISTING.search(whole):
        return ""
    bare = re.sub(r"[“”()\-]", "", left)
    told = re.search(r"\d|获|授予|评为", left)
    if not bare or _of_draft().fullmatch(bare) or (tells_omission(left) and not told and _settles(left, material)):
        return ""
    return left + piece[len(body) :]


_OMITTED = re.compile(
    r"(?:没有?|未|不|不再|暂不|先不|不予|也没)(?:被)?(?:写|列|采用|采信|采纳|使用|出现|提及|提到|收入|录入|放进|放入|体现|引用)[^,;。]{0,6}"
    r"|(?:剔除|隐去|略去|删去|删掉|拿掉|避开|略过)了?"
)


# 把做法写实更有说服力: how the draft is best written.
_WRITTEN = re.compile(r"写(?:实|细|具体|清楚|明白|透)了?[^,。;]{0,6}(?:说服力|有力|扎实|可信|分量)")


def tells_omission(said: str) -> bool:
    """Whether a flat sentence says that something was left out of the draft."""
    return bool(_OMITTED.search(said))


def speaks_of_draft(said: str, material: str) -> bool:
    """Whether a flat sentence speaks of the draft only, or says what was left out of it, with no figure told."""
    if not material:
        return False
    figures = re.search(r"\d", said)
    return not edited(said, material).strip(",;。!") or bool(
        not figures and (tells_omission(said) or _WRITTEN.search(said)) and _settles(said, material)
    )
