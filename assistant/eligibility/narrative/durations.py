"""Durations in years: 十六年 is 16, 二十多年 its floor 20; 快九年, 十来年 and 好几年 say no number."""

import re
from dataclasses import dataclass

from assistant.language.dates import UP_TO_NOW, read_numeral

_NUMBER = r"[0-9]{1,2}|[一二两三四五六七八九十廿]{1,3}"
_DURATION = re.compile(
    rf"(?P<pre>快|将近|接近|近乎|差不多|大概|大约|约莫|约|不到|不足|未满|不满|没到|没满|小|才|满|已|整|足有|足足)?(?P<near>近)?"
    rf"(?P<n>{_NUMBER})(?P<few>多|余|几|来|把)?个?(?P<u>年头|周年|年|载|个?(?:春秋|寒暑))(?P<half>半)?"
    rf"(?P<post>多|以上|有余|左右|上下|不到|出头|前|以前|之前|级|度|版|代|制|一贯|期)?"
)
_AGES = re.compile(rf"(?P<a>{_NUMBER})岁[^,，。]{{0,8}}[到至](?:今年|现在|如今)?的?(?P<b>{_NUMBER})(?:岁|了)")
_VAGUE_BEFORE = {
    "快",
    "将近",
    "接近",
    "近乎",
    "差不多",
    "大概",
    "大约",
    "约莫",
    "约",
    "不到",
    "不足",
    "未满",
    "不满",
    "没到",
    "没满",
    "小",
}
_NOT_YET = re.compile(r"(?:明年|后年|年底|下个?月|马上|即将|再过|再有|再干|还差|差[^,，]{0,5}|将|就要)[^,，]{0,6}$")
_NO_DURATION = {"前", "以前", "之前", "级", "度", "版", "代", "制", "一贯", "期"}
# 98年注册 and 05年在江津登记 are years too.
_SHORT_YEAR = re.compile(
    r"(?:[5-9][0-9]|0[0-9])年(?!多|来|以上)|[0-9]{2}年(?:在|于)?[^,，。满]{0,6}?(?:注册的|登记的|成立的|建厂|办的照|领的照)"
)
# 从20年经营到现在: the year it began, no twenty years.
_SINCE_SHORT_YEAR = re.compile(rf"(?<=[从自打])[0-9]{{2}}年(?={UP_TO_NOW})")
_YEAR_PAIR = re.compile(r"[一二三四五六七八九]{2}")
_HAN = str.maketrans("一二三四五六七八九", "123456789")
# 小二十年 is surely fifteen: the nearly of a long time leaves a floor that no notice's years come near.
_NEARLY = {"快", "将近", "接近", "近乎", "小"}
_LONG, _MARGIN = 15, 5
_VAGUE_AFTER = {"左右", "上下", "不到"}
# 第十三个年头, 第21年了: the last of them is not over.
_ORDINAL = re.compile(rf"第(?P<n>{_NUMBER})个?(?:年头(?:了|上)?|年(?:了|整)|年(?=$))")
_FIRST_COUNTED = 3


@dataclass(frozen=True, slots=True)
class Duration:
    """Whole years (the floor where more is said: 十几年 is 10), or None where no number is sure; `half` a year more."""

    start: int
    end: int
    years: int | None
    window: bool
    half: bool = False


def find_durations(text: str) -> list[Duration]:
    """All durations of `text`. `window` marks 近N年, the stretch up to now."""
    told = [_read(match, text) for match in _DURATION.finditer(text) if _counts(match, text)]
    told += [one for match in _AGES.finditer(text) if (one := _between_ages(match))]
    return sorted([*told, *_in_their_nth_year(text)], key=lambda duration: duration.start)


def _in_their_nth_year(text: str) -> list[Duration]:
    """今年是第十三个年头 is twelve whole years; 第二年 is the year after."""
    found = ((match, read_numeral(match["n"])) for match in _ORDINAL.finditer(text))
    return [Duration(one.start(), one.end(), n - 1, window=False) for one, n in found if n and n >= _FIRST_COUNTED]


def _between_ages(match: re.Match[str]) -> Duration | None:
    """从三十一岁干到四十八岁 is seventeen years."""
    first, last = read_numeral(match["a"]), read_numeral(match["b"])
    if first is None or last is None or last <= first:
        return None
    # At thirty-one and at forty-eight may be a year less apart than the numbers are.
    return Duration(match.start(), match.end(), last - first - 1, False)


def _counts(match: re.Match[str], text: str) -> bool:
    before = text[: match.start()][-1:]
    if (match["post"] or "") in _NO_DURATION or before in ("第", "每", "-", "/", "零", "〇", "○") or before.isdigit():
        return False
    if _YEAR_PAIR.fullmatch(match["n"]) and not _ascends(match["n"]):
        return False  # 一三年 and 九六年 are years
    if _SHORT_YEAR.match(text, match.start()) or _SINCE_SHORT_YEAR.match(text, match.start()):
        return False
    return not (len(match["n"]) > 2 and "十" not in match["n"])


def _ascends(pair: str) -> bool:
    """七八年 is seven or eight years."""
    digits = pair.translate(_HAN)
    return int(digits[1]) - int(digits[0]) == 1


def _read(match: re.Match[str], text: str) -> Duration:
    number = read_numeral(match["n"])
    vague = (match["pre"] or "") in _VAGUE_BEFORE or (match["post"] or "") in _VAGUE_AFTER
    vague = vague or bool(_NOT_YET.search(text[: match.start()]))
    vague = vague or bool(re.fullmatch(r"[一二两三四五六七八九]{2}", match["n"]))
    vague = vague or bool(re.match(r"[,，]?(?:还)?(?:差|欠|缺)[^,，]{0,4}[天日月]", text[match.end() :]))
    few = match["few"] or ""
    if number is not None and number >= _LONG and (match["pre"] or "") in _NEARLY and not few and not match["post"]:
        return Duration(match.start(), match.end(), number - _MARGIN, bool(match["near"]))
    vague = vague or few in {"来", "把"} or (few == "几" and match["n"] != "十")
    return Duration(match.start(), match.end(), None if vague else number, bool(match["near"]), bool(match["half"]))
