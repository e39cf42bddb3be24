"""Cleaning of pasted, scanned and converted text, with a way back: every character of the reading knows its offset."""

import re
import unicodedata

from assistant.drafting.material.lookalikes import put_right
from assistant.drafting.material.model import Source
from assistant.drafting.material.page_furniture import navigation
from assistant.drafting.material.repeats import nothing_new
from assistant.drafting.material.unmarked import with_marks
from assistant.drafting.material.wraps import SCANNED, line_at, wraps

_HAN = "\u3007\u4e00-\u9fff"
_FULL_WIDTH = {
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF10, 0xFF1A)},
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF21, 0xFF3B)},
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF41, 0xFF5B)},
    "％": "%",
    "．": ".",
    # The signs of ratio and the small forms a recognition sets for marks.
    "∶": ":",
    "︰": ":",
    "﹕": ":",
    "﹔": ";",
    "﹐": ",",
    "﹑": "、",
    "､": "、",
    "｡": "。",
    "－": "-",
    "～": "~",
    "／": "/",
    "┃": "|",
    "▏": "|",
    "▕": "|",
    "┆": "|",
    "┊": "|",
    "¦": "|",
    "￨": "|",
    "│": "|",
    "║": "|",
    "\u3000": " ",
    "\u00a0": " ",
    "\r": "\n",
}
_TO_CHINESE = {":": "：", ";": "；", "(": "（", ")": "）", ",": "，", "?": "？", "!": "！"}
# A digit misread as a letter, only where digits or date units stand on both sides, or in a telephone number.
_MISREAD = re.compile(
    r"(?<=[0-9OolI])[OolI](?=[0-9OolI年月日%人名.]|-[0-9OolI]{5})|(?<![A-Za-z])[OolI](?=[0-9][0-9OolI]*[年月日人名%])"
    r"|(?<![A-Za-z0-9])[OolI](?=[0-9OolI]{2,3}[-—）)][0-9OolI]{3})|(?<=[0-9OolI]{5})[OolI](?![A-Za-z0-9])"
    r"|(?<![A-Za-z0-9])[lI](?=[3-9OolI][0-9OolI]{9}(?![A-Za-z0-9]))|(?<=[0-9OolI]{3}-)[OolI](?=[0-9OolI]{6})"
    r"|(?<![A-Za-z0-9.])[OolI](?=\.[0-9])|(?<![A-Za-z0-9])[lI](?=[OolI][年月日人名%])"
)
_MISREAD_TO = {"O": "0", "o": "0", "l": "1", "I": "1"}
# The dots that lead from a label to its value (行业........教育).
_LEADER = re.compile(rf"(?m)^([ ]*[{_HAN}/ ]{{2,10}}) ?(?:[.。]{{3,}}|…{{2,}}|·{{3,}}|_{{3,}}) ?(?=[{_HAN}0-9“（(])")
_SPACED_RUN = re.compile(rf"(?:[{_HAN}0-9，。、；：（）“”] ){{4,}}[{_HAN}0-9，。、；：（）“”]")
# A word of four or more set apart (商 业 秘 密), with no other text directly beside it.
_SPACED_WORD = re.compile(
    rf"(?<![{_HAN}0-9A-Za-z])(?<![{_HAN}0-9A-Za-z] )(?:[{_HAN}] {{1,2}}){{3,}}[{_HAN}]"
    rf"(?![{_HAN}0-9A-Za-z]| [{_HAN}0-9A-Za-z])"
)
_UNIT_GAP = re.compile(r"(?<=[0-9])[ ]+(?=[年月日号人名户个项件家台套%℃万亿元])|(?<=[年月])[ ]+(?=[0-9]{1,2} ?[月日])")
_FIGURE_GAP = re.compile(r"(?<=[由从到至为达降升过约共近有]) +(?=[0-9])|(?<=[0-9%]) +(?=[降升提减到至增缩压])")
# Single digits set apart before a unit (3 1 2 人).
_DIGIT_GAP = re.compile(r"(?<![0-9.] )(?<![0-9.])[0-9](?: [0-9])+(?= ?[人名年月日户家项件万元%])")
# A label spread over its cell (人 数：).
_LABEL_GAP = re.compile(rf"(?<![{_HAN}])[{_HAN}] {{1,4}}[{_HAN}](?= *[：|｜\t])")
_POINT_GAP = re.compile(r"(?<=[0-9]) ?\. ?(?=[0-9])")
# A space no writer sets: beside a mark, or inside a quotation.
_NEVER_A_GAP = re.compile(rf"[{_HAN}0-9%] (?=[，。、；：）”])|[，、（“] (?=[{_HAN}0-9])|“[{_HAN}] [{_HAN}]")
_NOISY = 3
_STRAY = re.compile(rf"(?<=[{_HAN}0-9，。、；：（）“”%]) (?=[{_HAN}0-9，。、；：（）“”])")
_TORN = re.compile(rf"(?<=[{_HAN}]) (?=[{_HAN}])")
_KEEPS_GAPS = re.compile(r"联\s?系|电\s?话|职\s?务|手\s?机")
# Who speaks and when, as a pasted chat has it above each message (老周 09:12; 2024-01-05 09:12 老周).
_TAG = re.compile(rf"(?m)^[ \t]*[\[【〔]([{_HAN}A-Za-z]{{2,8}})[\]】〕][ \t]*[：:]?[ \t]*(?=\S)")
_QUESTION = re.compile(r"(?m)^[ \t]*(?:Q|问题?)[ ]?[0-9]{0,2}[ .、：:)）]")
_ANSWER = re.compile(r"(?m)^[ \t]*(?:A|答案?|回答|回复)[ ]?[0-9]{0,2}[ .、：:)）]+(?=\S)")
_DAY = r"(?:(?:[0-9]{4}[-/.年])?[0-9]{1,2}[-/.月][0-9]{1,2}日?|昨天|今天|星期[一二三四五六日天])"
_CLOCK = rf"(?:{_DAY}[ ]+)?(?:上午|下午|晚上|凌晨|中午)?[ ]?[0-9]{{1,2}}[:：][0-9]{{2}}(?:[:：][0-9]{{2}})?"
_CHAT_HEAD = re.compile(
    rf"(?m)^[ \t]*(?:[^\s：:|｜]{{1,10}}[ \t]+)?[\[（(]?{_CLOCK}[\])）]?"
    r"(?:[ \t]+[^\s：:|｜]{1,10})?[ \t]*[：:]?[ \t]*(?:\n|$)"
)

# The clock before who speaks, on the line of what is said ([周二 19:41] 园长饶见微：…; 09:05 小谌：…).
_SPOKEN_AT = re.compile(
    rf"(?m)^[ \t]*[\[【〔（(]?[ ]?(?:(?:周|星期|礼拜)[一二三四五六日天][ ]+)?{_CLOCK}[ ]?[\]】〕）)]?[ \t]*"
    r"(?=[^\s：:|｜，。？0-9]{1,12}[：:][^\n])"
)
# The clock behind who speaks, on the line of what is said (市场部小阚 09:12：…; 行政 邰姐 09:20：…).
_SAID_AT = re.compile(
    rf"(?m)^[ \t]*[{_HAN}]{{1,8}}(?P<gap>[ ])?(?(gap)[{_HAN}]{{1,6}})"
    rf"(?P<clock>[ \t]*[\[（(]?{_CLOCK}[\])）]?[ \t]*)(?=[：:][ ]*\S)"
)


def _heads_message(text: str, at: int) -> bool:
    return bool(_CHAT_HEAD.match(text, at) or _SPOKEN_AT.match(text, at))


def read_source(file: str, raw: str) -> Source:
    """The cleaned reading of one file: half-width letters and digits, Chinese punctuation between Han, lines that a
    paste has wrapped joined again, stray spaces of a scan, the bars of a web page and endless repetition dropped.

    Nothing else is changed or reordered.
    """
    characters, origin = _characters(raw)
    text = put_right(_curled("".join(characters)))
    text = _MISREAD.sub(lambda match: _MISREAD_TO[match.group()], text)
    text, drop = _leaders(text)
    for pattern in (_UNIT_GAP, _LABEL_GAP, _DIGIT_GAP, _FIGURE_GAP, _POINT_GAP, _SPACED_RUN, _SPACED_WORD):
        for match in pattern.finditer(text):
            _drop_spaces(text, match, drop)
    for match in _answers(text):
        drop[match.start() : match.end()] = b"\1" * len(match.group())
    for match in _stray(text):
        _drop_spaces(text, match, drop)
    for match in _CHAT_HEAD.finditer(text):
        drop[match.start() : match.end()] = b"\1" * len(match.group())
    for match in _SPOKEN_AT.finditer(text):
        drop[match.start() : match.end()] = b"\1" * len(match.group())
    for match in _SAID_AT.finditer(text):
        for start, end in (match.span("gap"), match.span("clock")):
            drop[start:end] = b"\1" * (end - start)
    for match in _speakers(text):
        drop[match.start() : match.end()] = b"\1" * len(match.group())
    for start, end in navigation(text):
        drop[start:end] = b"\1" * (end - start)
    for start, end in wraps(text, _heads_message):
        drop[start:end] = b"\1" * (end - start)
    if not SCANNED.search(text):
        text = with_marks(text)
    kept = [position for position in range(len(text)) if not drop[position]]
    return Source(file, raw, "".join(text[i] for i in kept), tuple(origin[i] for i in kept))


def _characters(raw: str) -> tuple[list[str], list[int]]:
    """One cleaned character for each that stays; zero-width and control characters go."""
    characters: list[str] = []
    origin: list[int] = []
    left_out = bytearray(len(raw))
    for start, end in nothing_new(raw):
        left_out[start:end] = b"\1" * (end - start)
    for position, character in enumerate(raw):
        if left_out[position]:
            continue
        if character == "\r" and raw[position + 1 : position + 2] == "\n":
            continue
        if unicodedata.category(character) in {"Cf", "Cc"} and character not in "\n\t\r":
            continue
        characters.append(_clean(raw, position, character))
        origin.append(position)
    return characters, origin


def _curled(text: str) -> str:
    """Straight quotation marks curled by turns within each line that has them in pairs."""
    return "\n".join(_curled_line(line) if line.count('"') % 2 == 0 else line for line in text.split("\n"))


def _curled_line(line: str) -> str:
    parts = line.split('"')
    if len(parts) < 3 or "<" in line:
        return line
    return parts[0] + "".join(("“" if i % 2 else "”") + part for i, part in enumerate(parts[1:], start=1))


def _clean(raw: str, position: int, character: str) -> str:
    character = _FULL_WIDTH.get(character, character)
    if character in _TO_CHINESE and not _between_digits(raw, position):
        return character if _in_ascii(raw, position) else _TO_CHINESE[character]
    if character == "." and _ends_sentence(raw, position):
        return "。"
    if unicodedata.category(character) == "Lo" and 0xF900 <= ord(character) < 0xFB00:
        return unicodedata.normalize("NFC", character)
    return character


def _ends_sentence(raw: str, position: int) -> bool:
    """A full stop typed as a point: Han or a closing bracket before it, the end, a line end or Han behind it."""
    before, behind = raw[position - 1 : position], raw[position + 1 : position + 2]
    return re.match(rf"[{_HAN}）)”]", before) is not None and re.match(rf"[{_HAN}\n\r“]|$", behind) is not None


def _between_digits(raw: str, position: int) -> bool:
    return raw[position - 1 : position].isdigit() and raw[position + 1 : position + 2].isdigit()


def _in_ascii(raw: str, position: int) -> bool:
    """Punctuation inside Latin text (`ignore all rules; write`) stays as it is."""
    around = raw[max(0, position - 2) : position] + raw[position + 1 : position + 3]
    return bool(around.strip()) and around.isascii() and any(c.isalpha() for c in around)


def _drop_spaces(text: str, match: re.Match[str], drop: bytearray) -> None:
    for position in range(match.start(), match.end()):
        if text[position] == " ":
            drop[position] = 1


def _leaders(text: str) -> tuple[str, bytearray]:
    """The text with a colon for each line of dots behind a label, and the marks of what is to be dropped of them."""
    drop = bytearray(len(text))
    for match in _LEADER.finditer(text):
        text = f"{text[: match.end(1)]}：{text[match.end(1) + 1 :]}"
        drop[match.end(1) + 1 : match.end()] = b"\1" * (match.end() - match.end(1) - 1)
    return text, drop


def _answers(text: str) -> list[re.Match[str]]:
    """The marks before the answers of a list of questions (A1, 答：)."""
    return list(_ANSWER.finditer(text)) if len(_QUESTION.findall(text)) > 1 else []


def _speakers(text: str) -> list[re.Match[str]]:
    """The names in brackets that begin the lines of a pasted chat ([老周] …), where one speaks more than once."""
    found = list(_TAG.finditer(text))
    said = [match[1] for match in found]
    return found if len(found) > 2 and len(set(said)) < len(said) else []


def _stray(text: str) -> list[re.Match[str]]:
    """The single spaces a scan has strewn between characters; none where spaces stand only between cells."""
    if len(_NEVER_A_GAP.findall(text)) < _NOISY:
        return _torn(text) if SCANNED.search(text) else []
    return [match for match in _STRAY.finditer(text) if not _KEEPS_GAPS.search(line_at(text, match.start()))]


def _torn(text: str) -> list[re.Match[str]]:
    """The single spaces that tear words of running text in a scan that has few of them (成 立于)."""
    return [
        match
        for match in _TORN.finditer(text)
        if re.search("[，。]", line_at(text, match.start())) and not _KEEPS_GAPS.search(line_at(text, match.start()))
    ]
