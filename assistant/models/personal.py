"""Stretches of a text that tell who someone is or how to reach them, in whatever spelling: they are masked.

One too many costs the model a figure; one too few sends a person's number to a third party.
"""

import re
import unicodedata

# Kept as they are, so that sentences are cut in the normalised text as in the text itself.
_MARKS = frozenset("，。：；！？（）、“”‘’《》…—～")
_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\u2800")
_GAP = r"[ \t.·•/\\\-‐-―－_~*()（）]{0,3}"
_HAN_DIGIT = "〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖"
_UNIT = "年月日时分秒号万亿千百十元件台套吨人个只次项家米平公斤克升度瓦伏户名辆座亩块片根支瓶箱"
_YEAR_DAY = r"(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_AREA = r"(?:\(|（)?\s?0\d{2,3}\s?(?:\)|）)?"
_STANDARD = r"\d{4}[\-‐-―](?:19|20)\d{2}(?!\d)"
_CALLED = r"(?:电话|座机|固话|致电|联系|热线|传真|手机|拨打|号码|\b(?:tel|fax|phone|mobile|call)\b)"
_PATTERNS = (
    # mobile numbers, with or without the country, in any grouping
    rf"(?<!\d)(?:(?:\+|00)?{_GAP}86{_GAP})?1[3-9]\d{_GAP}(?:\d{{4}}{_GAP}\d{{4}}|\d{{3}}{_GAP}\d{{5}}|\d{_GAP}\d{{3}}{_GAP}\d{{4}}"
    rf"|\d{{2}}{_GAP}\d{{2}}{_GAP}\d{{2}}{_GAP}\d{{2}})(?!\d)",
    r"(?<!\d)1([ .\-/·_])[3-9](?:\1\d){9}(?!\d)",
    # land lines: with their area, service numbers, and seven or eight digits by themselves
    rf"(?<!\d)(?:\+?86{_GAP})?{_AREA}{_GAP}\d{{3,4}}{_GAP}\d{{4}}(?!\d)",
    rf"(?<!\d)\+?86{_GAP}\d{{2,3}}{_GAP}\d{{3,4}}{_GAP}\d{{4}}(?!\d)",
    rf"(?<!\d)[48]00{_GAP}\d{{3,4}}{_GAP}\d{{3,4}}(?!\d)",
    rf"(?<![\d.,])(?!{_YEAR_DAY}(?!\d))(?!{_STANDARD})[2-8]\d{{2,3}}[ \-‐-―]?\d{{4}}(?![\d.,%‰{_UNIT}])",
    rf"{_CALLED}[^\d\n。；]{{0,12}}\d{{3,4}}{_GAP}\d{{3,4}}{_GAP}\d{{0,4}}",
    # numbers written in Han digits
    rf"[\d{_HAN_DIGIT}](?:[ \t\-·.]?[\d{_HAN_DIGIT}]){{5,40}}[{_HAN_DIGIT}]"
    rf"|[{_HAN_DIGIT}](?:[ \t\-·.]?[\d{_HAN_DIGIT}]){{6,40}}",
    # identity and bank cards
    rf"(?<!\d)[1-9]\d{{5}}{_GAP}(?:19|20)\d{{2}}{_GAP}\d{{2}}{_GAP}\d{{2}}{_GAP}\d{{2,3}}{_GAP}\d?{_GAP}[\dXx](?!\d)",
    r"(?<!\d)[3-9]\d{3}(?:[ \t\-‐-―.·/_]{1,3}\d{4}){3,4}(?:[ \t\-‐-―.·/_]{0,3}\d{1,3})?(?!\d)",
    r"(?<!\d)\d{15,30}(?!\d)|(?<!\d)\d{17}[Xx]|(?<!\d)\d{6}[ \-]\d{10,13}(?!\d)",
    # mail addresses, also spelt so that a machine should not see them
    r"[\w.+-]{1,64}\s?(?:@|#|[\[(（{<]\s?(?:at|艾特)\s?[\])）}>]|\sat\s|艾特)\s?[\w-]{1,64}"
    r"(?:\s?(?:\.|。|[\[(（{<]?\s?(?:dot|点)\s?[\])）}>]?)\s?[a-z0-9-]{1,64}){1,6}",
    # names in messengers
    r"(?:微\s?信|薇信|威信|v\s?信|(?<![a-z\d])(?:we\s?chat|weixin|vx|wx)|q\s?q|扣扣|企鹅号?|钉钉|telegram|whatsapp|飞书)"
    r"(?:同)?(?:号码|账号|帐号|号|id|群)?[\s:：=是为（(\"“]{0,4}[a-z0-9][a-z0-9_-]{4,}",
    # number plates
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][a-z][·\s.]?[a-z0-9]{4,5}[a-z0-9挂学警港澳](?![a-z0-9])",
)
_PERSONAL = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _PATTERNS)


def seen(text: str) -> tuple[str, list[int]]:
    """The text as it is read: compatible forms made plain, what nobody sees left out; and where each sign stood."""
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        for one in _plain(sign):
            signs.append(one)
            places.append(place)
    return "".join(signs), places


def personal(text: str) -> list[tuple[int, int]]:
    """(start, end) of every such stretch, in order, none overlapping another."""
    plain, places = seen(text)
    found = sorted(match.span() for pattern in _PERSONAL for match in pattern.finditer(plain))
    return joined([(places[start], places[end - 1] + 1) for start, end in found])


def joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Overlapping spans made one."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if kept and start < kept[-1][1]:
            kept[-1] = kept[-1][0], max(end, kept[-1][1])
        else:
            kept.append((start, end))
    return kept


def visible(text: str) -> str:
    """The text without the signs nobody sees; else as it is."""
    return "".join(sign for sign in text if not _hidden(sign))


def _plain(sign: str) -> str:
    if sign in _MARKS:
        return sign
    return "" if _hidden(sign) else unicodedata.normalize("NFKC", sign)


def _hidden(sign: str) -> bool:
    if sign in "\n\t\r":
        return False
    selector = "\ufe00" <= sign <= "\ufe0f" or "\U000e0100" <= sign <= "\U000e01ef"
    return sign in _FILLERS or selector or unicodedata.category(sign) in {"Cf", "Cc", "Cs", "Co"}
