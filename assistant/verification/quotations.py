"""Words in quotation marks are the clause's own, save a short name or what the reader said himself."""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.verification.evidence import Evidence
from assistant.verification.lexicon import lexicon
from assistant.verification.model import Reason
from assistant.verification.plain import compiled, content

_QUOTED = re.compile(r"“([^“”]{2,})”|「([^「」]{2,})」|\"([^\"]{4,})\"|'([^']{4,})'")
_TITLE = re.compile(r"《([^《》]{2,})》")


def check_quotations(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Quotations and titles of a flat sentence that its evidence does not hold."""
    known, wide = content(evidence.text), content(evidence.everything)
    for match in _QUOTED.finditer(said):
        quote = content(next(group for group in match.groups() if group))
        if quote in _verdict_labels():
            continue
        if (
            quote not in known
            and not _bracketed(match.group(), known, evidence)
            and not _elided(quote, evidence)
            and not re.search(r"(?:没有写|没有|未写|未见)$", said[: match.start()])
            and not (_SAID_BY_USER.search(said[: match.start()]) and not evidence.own)
            and not (len(quote) <= 16 and quote in wide)
            and not (len(quote) <= _SHORT and _less_a_word(quote, wide))
        ):
            yield Reason("quote", f"引号内“{match.group()[1:21]}”不是所引条款的原文")
    for match in _TITLE.finditer(said):
        if content(match[1]) not in wide:
            yield Reason("quote", f"句中《{match[1][:20]}》不在所引条款中")


def _bracketed(quoted: str, known: str, evidence: Evidence) -> bool:
    """Whether a quotation from the applicant's own text stands there but for what it adds in brackets, and that too."""
    asides = re.findall(r"\(([^()]*)\)", quoted)
    parts = [re.sub(r"\([^()]*\)", "", quoted), *(part for aside in asides for part in re.split("[,、]", aside))]
    return bool(asides) and evidence.personal and all(content(part) in known for part in parts)


# What the reader has said himself (您讲的“…”) is no quotation of the clause.
_SAID_BY_USER = re.compile(r"(?:您|你|贵[一-鿿]{1,2})[^,。;“]{0,4}(?:讲|说|提|写|描述|问)(?:到)?的?$")
# What may not be left out of a quotation without saying so.
_TELLING = re.compile(r"[不没未无非仅只]|\d|重大|首次|原则|优先|鼓励|可以|应当|必须")
_ELIDED_MOST, _RUN_LEAST = 16, 5


def _elided(quote: str, evidence: Evidence) -> bool:
    """Whether a quotation is the clause's own less one short stretch that neither denies, counts nor limits."""
    for text in map(content, evidence.text.split("\n")):
        for at in range(_RUN_LEAST, len(quote) - _RUN_LEAST + 1):
            start = text.find(quote[:at])
            end = text.find(quote[at:], start + at) if start >= 0 else -1
            if end >= 0 and end - start - at <= _ELIDED_MOST and not _TELLING.search(text[start + at : end]):
                return True
    return False


_SHORT, _SHORT_GAP, _SHORTEST = 8, 5, 4


def _less_a_word(name: str, text: str) -> bool:
    """Whether a short name is one of the text's with a word in its middle left out (一句话特色)."""
    for at in range(3 if len(name) > _SHORTEST else 2, len(name) - 1):
        found = compiled(rf"{re.escape(name[:at])}(.{{1,{_SHORT_GAP}}}){re.escape(name[at:])}").search(text)
        if found and not _TELLING.search(found[1]):
            return True
    return False


@lru_cache(maxsize=1)
def _verdict_labels() -> frozenset[str]:
    """What the checker's verdicts are called: in quotation marks they quote no clause (结论为“待定”)."""
    return frozenset(word for words in lexicon().words["verdict"].values() for word in words)


def quotes_itself(reason: Reason, others: str) -> bool:
    """Whether what a sentence has in quotation marks is another sentence of the same answer, spoken of."""
    told = re.search(r"“([^“”]*)”", reason.message)
    return bool(told and len(told[1]) >= _SPOKEN_OF and told[1] in re.sub(r"[“”]", "", others))


# So many characters in quotation marks are a wording, not a word.
_SPOKEN_OF = 4
