"""Questions and their answers: an interview, a chat, a questionnaire, whoever asks and however the lines begin."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.drafting.lexicon import load_lexicon

_CLOCK = r"(?:[ ]*[（(\[]?[0-9]{1,2}：?:?[0-9]{2}(?:[:：][0-9]{2})?[）)\]]?)"
# Who asks or answers: 问：, Q3., 答 2、, 王科长 09:15：, 辛三娃（厂长）：, [老周]
_WHO = (
    r"[ \t]*(?:[#*>·\-]+[ ]*)?(?:(?P<mark>问|答|Q|A|提问|回答|问题|答案|记者|受访者)[ ]?[0-9]{0,2}[ ]?[.、：:)）]+"
    rf"|(?P<name>[\u4e00-\u9fffA-Za-z·\-]{{1,8}})(?P<post>（[^）\n]{{1,12}}）)?{_CLOCK}?[ ]*："
    r"|\[[^\]\n]{1,8}\]|【[^】\n]{1,8}】)?[ \t]*"
)
_LINE = re.compile(rf"(?m)^{_WHO}(?P<said>[^\n]*\S)[ \t]*$")
_NUMBERED = re.compile(r"(?:[（(]?[0-9一二三四五六七八九十]{1,2}[、.．)）])?[ ]*")
_ASKS = re.compile(
    r"[？?]|[呢吗么][。]?$|(?:谁|多少|哪[个年位里儿]|几个|啥|什么)$|(?:时候|哪年|何时)[^，。；]{0,6}的$|报不报$|(?:要填|怎么填|填一下|补一下|还缺|没填|报一下|写一句|写两句|说一句|说一下|讲一下|写啥|填啥|咋写|咋填|怎么写|知道吧)[。]?$"
)
_LONGEST_QUESTION = 40


@dataclass(frozen=True, slots=True)
class Answer:
    """What is answered to a question, from `start` to the end of its line, and who answers ("" if nobody is named)."""

    question: str
    start: int
    end: int
    speaker: str
    post: str


def answers(text: str, key: str) -> Iterator[Answer]:
    """The answers to the questions that ask for `key`, on the line of the question or on the next."""
    asked = load_lexicon("questions")
    if key not in asked.patterns:
        return
    lines = list(_LINE.finditer(text))
    for position, line in enumerate(lines):
        question = _question(line)
        if question is None or not asked.has(key, question):
            continue
        rest = line.start("said") + _past_question(line["said"])
        if rest < line.end("said"):
            yield Answer(question, rest, line.end("said"), "", "")
        elif position + 1 < len(lines) and _question(lines[position + 1]) is None:
            reply = lines[position + 1]
            start = reply.start("said")
            yield Answer(question, start, reply.end("said"), reply["name"] or "", (reply["post"] or "").strip("（）"))


def _question(line: re.Match[str]) -> str | None:
    """The question a line asks; None where it asks none."""
    said = line["said"][: _past_question(line["said"])]
    if len(said) > _LONGEST_QUESTION or not (_ASKS.search(said) or line["mark"] in {"问", "Q", "提问", "问题"}):
        return None
    return _NUMBERED.sub("", said, count=1)


def _past_question(said: str) -> int:
    """Where the question ends: behind its mark, or with the line."""
    mark = re.search(r"[？?][ ”]*(?:答[：:]|A[：:])?[ ]*", said)
    behind = said[mark.end() :] if mark else ""
    return mark.end() if mark and not re.search(r"[？?]|^（[^）]*）$", behind) else len(said)
