"""Which date of a sentence is that of the honour it names, and whether it leaves two dates open."""

import re

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.scan import Scan, clause_bounds
from assistant.language.dates import DateMention, PartialDate

_YEAR = re.compile(r"(?<![0-9A-Za-z.\-/〔\[])20[0-3][0-9](?![0-9A-Za-z.\-/号人家个项件万元])")
# A year said in two digits (一八年底, 18年), or without its word where another follows (2018到2019年).
_SPOKEN = re.compile(
    r"(?<![0-9〇零一二三四五六七八九十])(?:[〇零一二][〇零一二三四五六七八九]|[012][0-9])(?=年(?!来|前|的?时间))"
)
_PAIRED = re.compile(r"(?<![0-9A-Za-z.])20[0-3][0-9](?=(?:年?)(?:到|至|或|或者|还是|、|[—–~\-])(?:20)?[0-3])")
_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
# Words that leave open which of the dates it was.
_OPEN = re.compile(
    r"以(?:哪|何|谁)(?:天|个|一?天|日|者)?[^，。；]{0,4}为准|(?:日期|时间)[^，。；]{0,6}(?:不一|对不上|两说|两个)|还是|要么|或者?|不是[^，。；]{2,12}就是|之间|[年月初底中](?:到|至)|两个(?:日期|日子|时间|年份)|(?:记|拿|说|吃)不(?:准|清)|"
    r"(?:写|印|刻|记|落款|盖章|文件|通报|发文)[^，。；]{0,4}[0-9]{4}年[^，。；]{0,8}，[^，。；]{0,4}(?:写|印|刻|记|落款|盖章|牌子|发牌|通报|证书)"
)


# A date told from today (去年) whose year the writer holds to be unsure.
_YEAR_UNSURE = re.compile(
    r"(?:年份|年度|时间|日期|哪一?年)[^，。；（）]{0,4}(?:待核|待查|待定|存疑|不确定|没?不准|记不[清准得])"
)


def date_of(scan: Scan, start: int, end: int, award: int) -> DateMention | None:
    """The date of the honour named in the clause that begins at `award`: its own, else the nearest before it.

    The date of another matter of the sentence (成立于2002年，…，2022年获…) is none of the honour's.
    """
    within = list(scan.dates_in(start, end))
    if _YEAR_UNSURE.search(scan.text, start, end):
        within = [mention for mention in within if not mention.relative]
    if len(within) > 1:
        within = [mention for mention in within if not scan.text.startswith("度", mention.end)] or within
    own = [mention for mention in within if mention.start >= award]
    if own:
        return own[0]
    before = [mention for mention in within if not _of_founding(scan, mention)]
    return before[-1] if before else None


def _of_founding(scan: Scan, mention: DateMention) -> bool:
    """A date whose own clause tells of founding and of no honour."""
    clause = scan.text[slice(*clause_bounds(scan.text, mention.start, mention.end))]
    return load_lexicon("facts").has("founding", clause) and not load_lexicon("honours").has("award", clause)


def bare_year(text: str, start: int, end: int) -> DateMention | None:
    """A year without its word (高新技术企业（2021）, 2020 全国质量标杆)."""
    match = _YEAR.search(text, start, end)
    if match is None:
        return None
    return DateMention(match.start(), match.end(), match.group(), PartialDate(int(match.group())), relative=False)


def left_open(scan: Scan, start: int, end: int) -> tuple[PartialDate, ...]:
    """The dates between which the words around an honour leave the choice; empty where they name one or none."""
    if _OPEN.search(scan.text, start, end) is None:
        return ()
    mentions = scan.dates_in(start, end)
    values = [mention.value for mention in mentions]
    for pattern, century in ((_SPOKEN, "20"), (_PAIRED, "")):
        for match in pattern.finditer(scan.text, start, end):
            if not any(mention.start <= match.start() < mention.end for mention in mentions):
                values.append(PartialDate(int(century + match.group().translate(_DIGITS))))
    return tuple(values) if len(values) > 1 else ()
