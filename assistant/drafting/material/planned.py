"""What is only planned: the sentence that tells it, and the clauses at its end where what stands before is achieved."""

import re
from collections.abc import Iterator

from assistant.drafting.lexicon import load_lexicon
from assistant.language.sentences import Sentence

# What a document is called says nothing of what is done with it (制定《2021—2025规划》).
_TITLE = re.compile(r"《[^《》\n]*》")
_COMMA = re.compile("，")
_DIGIT = re.compile("[0-9]")


def planned(text: str) -> tuple[int, int] | None:
    """All of a sentence that says what is still to be reached; None where none is."""
    cues = load_lexicon("cues")
    rest = _TITLE.sub(lambda match: "＿" * len(match.group()), text)
    rest = cues.blanked("plan_not", rest)
    match = cues.find("plan", rest)
    if match is None or not cues.has("plan_amount", rest[match.start() :]):
        return None
    return 0, len(text)


def lists_plans(text: str, listed: bool) -> bool:
    """Whether the next sentence still belongs to a list of plans: the list has begun and this item ends with ；."""
    cues = load_lexicon("cues")
    return (listed or cues.has("plan_head", cues.blanked("plan_not", text))) and text.rstrip(" \u3000").endswith(
        ("；", ";")
    )


def achieved_before(sentence: Sentence) -> Iterator[Sentence]:
    """The sentence, or where it ends with a plan of its own figures (…由5%降到1.2%，预计明年降到0.5%) what was achieved
    and the plan apart, so that the one is read though the other stays out."""
    cut = _cut(sentence.text)
    if not cut:
        yield sentence
        return
    yield Sentence(sentence.start, sentence.start + cut, sentence.text[:cut])
    yield Sentence(sentence.start + cut, sentence.end, sentence.text[cut:])


def _cut(text: str) -> int:
    """Where the plan begins that a sentence ends with; 0 where none is, or where the rest may be planned too."""
    cues = load_lexicon("cues")
    if not _DIGIT.search(text) or not cues.has("plan_tail", text):
        return 0
    for comma in _COMMA.finditer(text):
        head, tail = text[: comma.end()], text[comma.end() :]
        if cues.patterns["plan_tail"].match(tail):
            apart = cues.has("achieved", head) and not cues.has("achieved_not", head)
            whole = all(head.count(opening) == head.count(closing) for opening, closing in ("（）", "“”", "《》"))
            return comma.end() if apart and whole and not planned(head) and planned(tail) else 0
    return 0
