"""How far a mark of secrecy reaches: the sentence that bears it, what it points back to, and what it stands over."""

import re
from collections.abc import Iterator

from assistant.drafting.lexicon import Lexicon
from assistant.language.sentences import Sentence

_KEPT = r"[^。；]{0,30}(?:密|勿|不|别|莫|仅|只|命根子|外)"
_ABOVE = re.compile(rf"(?:以上|上述|上面|前面|前述|（){_KEPT}")
# A mark in brackets at the head of its own text (（商业秘密）核心配方：…) speaks of what follows it.
_LABEL = re.compile(
    r"[（(【\[](?![^）)】\]]{0,6}(?:以上|上述|上面|前面|前述))[^（）()【】\[\]\n]{1,30}[）)】\]][\s：:]*(?=[^\s。；，！]{4})"
)
_POINTS_UP = re.compile(r"以上|上述|上面|前面|前述")
_THIS = re.compile(rf"[\u4e00-\u9fff]{{0,6}}(?:该|此|这|本)(?:段|条|些|个|处|项(?!目)|部分|几)?{_KEPT}")
# A sentence that says nothing but that something is secret: no figure of its own, and a few words.
_BARE_LENGTH = 48
_FIGURE = re.compile(r"[0-9]")
# Announced is what stands behind the sentence; where the sentence itself gives it behind a colon, nothing more is.
_LEADS_ON = re.compile(r"(?:如下|以下|下列|下面|下一段|接下来)(?!据|由|系|根据|经)[^：—]*$|[：:]$")
_HEADING = re.compile(
    r"^[ \t]*(?:[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．]|[#*【〔\[■◆●]|附[：:件]?|第[一二三四五六七八九十])"
)
# A sentence without a subject of its own that counts goes on telling of what is the state's (共交付36台).
_COUNTS_ON = re.compile(
    r"^(?:共计?|累计|已|合计|每|单|总|总计|供|交付|装|配|用于|部署|列装|位于|埋深|口径|射程|航程)[^，。；]{0,8}[0-9]|^(?:交付|装配?|用于|部署|列装|供)"
)
_HEADING_LENGTH = 36
_MOST_BEHIND_A_HEADING = 8
_MOST_BACK = 4
# Where another matter begins: facts of the form, honours, contact, aim, a result with its figures.
_TURN = re.compile(
    r"联\s*系|电话|荣誉|获奖|奖项|获评|授予|质量管?理?奖|被?评为|"
    r"(?:荣?获|入选)[^，。；]{0,16}(?:奖(?!励)|标杆|称号|先进|示范|名牌)|"
    r"意愿|成立于|注册|登记|"
    r"(?:职工|员工)(?:总数|人数|数量|[0-9]|：)|经营范围|业务范围|"
    r"所属行业|经济类型|计划|目标|守法|(?:由|从)[0-9][^。；，]{0,12}(?:降|升|提高|减|缩|到)"
)
# What goes on telling the secret: an excerpt, a part of the process, a figure with its unit of process.
_GOES_ON = re.compile(
    r"^(?:其中|具体|即|即为|分别|附表|摘录|摘抄|抄|参数|数量|型号|用量|单机|包括|(?:该|此|其|这)(?:型|舰|弹|艇|装备|批|方|料|剂|段|数|值|系数|参数|配[方比]|工艺|曲线|产品用))|"
    r"配比|比例|温度|压力|浓度|用量|曲线|pH|kPa|MPa|℃|时长|转速|[0-9][ ]?[:：][ ]?[0-9]|"
    r"型号|代号|编号|部位|摘录|单价|底价|毛利|配方"
)

# A mark that names what is secret itself (熔炼配方为商业秘密): nothing needs to be looked for before it.
_NAMES_ITS_OWN = re.compile(
    r"^(?:其中|另|此外)?[，]?(?:我们?|本)?(?:公司|厂|单位|企业|院|集团)?的?"
    r"(?!(?:以上|上述|上面|前面|前述|这|此|该|其|本|请|勿|不|属|均|都|仅|只|商业|内部|公司|厂|单位|我们|同行|老板))"
    r"(?P<what>[^，。；：（）！？]{2,16}?)(?<!规定)(?<!认定)(?<!说)(?<!要求)(?:均|都|皆|全部|也|已)?"
    r"(?:为|是|属于?|系|列为|列入|请|不得|不能|不宜|不便|不可|不对外|勿|切勿|严禁|禁止|仅[供限]|只[供限给])"
)
# How a matter is made, weighed or priced: what a mark that names a matter of its own may still speak of.
_DETAIL = re.compile(
    r"配比|配方|pH|"
    r"[0-9](?:[ ]?[:：][ ]?[0-9]|[ ]*(?:℃|度(?!电)|kPa|MPa|Pa|份|克|公斤|千克|毫升|升|转|小时|分钟|秒|微米|毫米|目))|"
    r"(?:加|混|掺|兑|添)[^，。；]{1,12}[0-9]|(?:单价|底价|让价|毛利)"
)
# What a clause tells the public anyway: a method by its name.
_METHOD = re.compile(r"(?:推行|推广|开展|实施|实行|建立|创立|首创|总结|提炼|施行)[^，。；]{0,8}“")
_CLAUSE = re.compile(r"[^，；|｜\t]+[，；|｜\t]*")
_DATA = re.compile(r"^[（(]?(?:以上|上述|上面|前面|前述)[^，。；]{0,6}(?:数据|数字|数值|参数|指标|数)")


# A note at the head of a material on who has not yet looked through it (…整理，未经定密责任人审过).
_UNREVIEWED = re.compile(
    r"(?:未经?|没有?经?|尚未经?|还没)[^。；，\n]{0,10}(?:定密|保密|密级)[^。；，\n]{0,8}(?:审|核|查|看|过目)[^。；，\n]{0,3}"
)
_HEAD_LINES = 3


def marked(sentences: list[Sentence], text: str, cues: Lexicon, words: str) -> Iterator[Sentence]:
    """The sentences that a mark of the list `words` keeps secret, the marked ones and those they reach."""
    lines = _lines(sentences, text)
    for index, sentence in enumerate(sentences):
        rest = cues.patterns[f"{words}_cleared"].sub("", sentence.text)
        if not cues.has(words, rest) or _is_title(sentence, text):
            continue
        yield sentence if words == "state_secret" else _told_secret(sentence, cues)
        if _of_the_whole(sentences, index, lines) and not cues.has(words, _UNREVIEWED.sub("", rest)):
            continue  # it is said of the whole material, which is no reason to read nothing of the next lines
        yield from _before(sentences, index, lines)
        yield from _behind(sentences, index, lines, whole=words == "state_secret")


def _of_the_whole(sentences: list[Sentence], index: int, lines: list[int]) -> bool:
    """Whether a sentence stands alone in one of the first lines and points back to nothing."""
    alone = lines.count(lines[index]) == 1
    return alone and lines[index] < _HEAD_LINES and not _looks_back(sentences[index].text)


def _looks_back(text: str) -> bool:
    """Whether a mark speaks of what stands before it; 本段 with a figure of its own speaks of itself."""
    if _LABEL.match(text):
        return False
    if _ABOVE.match(text):
        return True
    return _THIS.match(text) is not None and not (text.startswith("本") and _FIGURE.search(text))


def _lines(sentences: list[Sentence], text: str) -> list[int]:
    return [text.count("\n", 0, sentence.start) for sentence in sentences]


def _is_title(sentence: Sentence, text: str) -> bool:
    """The first line of a file may be marked for the way it is passed on (…材料（请勿外传）); it hides nothing."""
    first = not text[: sentence.start].strip()
    ends_line = text[sentence.end : sentence.end + 1] in {"\n", ""}
    return first and ends_line and not re.search(r"[。；！]$|[0-9]", sentence.text)


def _before(sentences: list[Sentence], index: int, lines: list[int]) -> Iterator[Sentence]:
    """What a bare mark points back to: the sentences before it in its paragraph, or the paragraph before its own."""
    here = sentences[index]
    bare = len(here.text) <= _BARE_LENGTH and not _FIGURE.search(here.text) and not _LEADS_ON.search(here.text)
    looks_back = _looks_back(here.text)
    if not index or not (bare or looks_back):
        return
    own_line = lines[index - 1] != lines[index]
    # Over a blank line a mark reaches only where it says so (以上…).
    gap = lines[index] > lines[index - 1] + 1 and not _POINTS_UP.search(here.text)
    if own_line and (not looks_back or gap or _HEADING.match(here.text)):
        return
    line = lines[index - 1]
    for back, sentence in enumerate(reversed(sentences[max(0, index - _MOST_BACK) : index])):
        position = index - 1 - back
        turned = _TURN.search(sentence.text) is not None
        if lines[position] != line or (turned and not (back == 0 and looks_back and not own_line)):
            return
        if not _meant(here.text, sentence.text, nearest=back == 0):
            return
        yield sentence


def _meant(mark: str, before: str, *, nearest: bool) -> bool:
    """Whether a mark speaks of a sentence before it: one that names its own matter only of how that is made; one that
    points back to data, or to nothing by name, of the sentence next to it and of others with details."""
    own = None if _looks_back(mark) else _NAMES_ITS_OWN.match(mark)
    if own is not None:
        return _DETAIL.search(before) is not None or own["what"][-2:] in before
    if nearest:
        return True
    if _DATA.match(mark):
        return _FIGURE.search(before) is not None
    return _METHOD.search(before) is None or _DETAIL.search(before) is not None


def _told_secret(sentence: Sentence, cues: Lexicon) -> Sentence:
    """The sentence, or the stretch of it that is secret where other clauses tell what is known anyway (an honour, a
    method by its name) and the mark names its own matter."""
    clauses = list(_CLAUSE.finditer(sentence.text))
    marks = [at for at, clause in enumerate(clauses) if cues.has("trade_secret", clause.group())]
    if not marks or not _NAMES_ITS_OWN.match(clauses[marks[0]].group().strip()):
        return sentence
    first, last = marks[0], marks[-1]
    while first and not _public(clauses[first - 1].group()):
        first -= 1
    while last + 1 < len(clauses) and not _public(clauses[last + 1].group()):
        last += 1
    start, end = clauses[first].start(), clauses[last].end()
    return Sentence(sentence.start + start, sentence.start + end, sentence.text[start:end])


def _public(clause: str) -> bool:
    return (_TURN.search(clause) or _METHOD.search(clause)) is not None and not _DETAIL.search(clause)


def _behind(sentences: list[Sentence], index: int, lines: list[int], *, whole: bool) -> Iterator[Sentence]:
    """What the mark stands over: the rest of its paragraph as far as it goes on, the lines under a heading."""
    here = sentences[index]
    leads = _LEADS_ON.search(here.text) is not None
    alone = (index == 0 or lines[index - 1] != lines[index]) and (
        index + 1 == len(sentences) or lines[index + 1] != lines[index]
    )
    heading = (
        alone and len(here.text) <= _HEADING_LENGTH and (_HEADING.match(here.text) or here.text[-1] not in "。；！）")
    )
    looks_back = _looks_back(here.text) and not leads
    if (heading or (alone and leads)) and not looks_back:
        yield from _under(sentences, index, lines)
        return
    for position in range(index + 1, len(sentences)):
        sentence = sentences[position]
        counts_on = whole and _COUNTS_ON.search(sentence.text) is not None
        goes_on = leads or counts_on or _GOES_ON.search(sentence.text) is not None
        if lines[position] != lines[index] or _TURN.search(sentence.text) or not goes_on:
            return
        yield sentence


def _under(sentences: list[Sentence], index: int, lines: list[int]) -> Iterator[Sentence]:
    """The lines below a heading, up to the next heading, a gap or another matter."""
    heading = last = lines[index]
    for sentence, line in zip(sentences[index + 1 :], lines[index + 1 :], strict=True):
        gap = line > last + 1 and last != heading
        next_heading = line != last and _HEADING.match(sentence.text) is not None
        if gap or next_heading or line > heading + _MOST_BEHIND_A_HEADING or _TURN.search(sentence.text):
            return
        yield sentence
        last = line
