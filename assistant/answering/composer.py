"""The quoting composer: a direct first sentence, then the clauses quoted. No language model, nothing invented."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from assistant.answering.claims import claim_of
from assistant.answering.cues import Cues
from assistant.answering.evidence import Support
from assistant.answering.ground import NEW, Grounding, new_share
from assistant.answering.premises import believes, correction
from assistant.documents.model import Citation
from assistant.eligibility.narrative.lexicon import cues as worded

# An entry may open with a verdict on its own question (不能：…, 会被撤销：…). To another question the verdict would be
# wrong, so it is left out unless the questions are this near.
_VERDICT_FIRST = re.compile(
    r"^(?:[^：，。；“《]{2,16}的不能申报|(?:不|没|可以|能|会|要|需|应当|自愿)[^：，。；“《]{0,11})：(?=.{8})"
)
_WON = re.compile(r"^[^：]{1,8}：已?(?:经)?(?:荣获|获得|得过)")
# A sentence that denies before its first comma.
_DENIED = re.compile(r"^[^，。：]{0,12}不(?:能|得|可以|行)")
_SAME_QUESTION = 0.7
# The verdict of a denial, and how short a sentence is that can stand behind it in place of the denial's own.
_VERDICT, _SHORT = re.compile(r"^(?:不对|不是|不行|对|可以)，"), 80
_ALLOWANCE = re.compile(r"^(?:不行|可以)，")
# What a further sentence has to say that the ones before do not.
_A_LITTLE = 0.25
_ONLY, _SILENT = re.compile(r"[只仅]"), "没有"
_MARK, _DIGITS = re.compile(r"\[\d+\]"), re.compile(r"\d+")
_BREAK = re.compile(r"\s*\n\s*")


@dataclass(slots=True)
class References:
    """Numbers citations in the order they are first used."""

    title_of: Callable[[str], str]
    citations: list[Citation] = field(default_factory=list)

    def mark(self, citation: Citation) -> str:
        """The mark `[n]` of a citation."""
        for number, known in enumerate(self.citations, start=1):
            if (known.document, known.clause) == (citation.document, citation.clause):
                return f"[{number}]"
        self.citations.append(citation)
        return f"[{len(self.citations)}]"

    def marks(self, citations: Iterable[Citation]) -> str:
        """The marks of several citations, each once."""
        return "".join(dict.fromkeys(self.mark(citation) for citation in citations))


def reading(quote: str) -> str:
    """A quote on one line: breaks of lines and pages inside it are joined."""
    return _BREAK.sub("", quote).replace("**", "").strip()


def sentence_of(support: Support, references: References) -> str:
    """The direct sentence: the entry's own answer, or the clause introduced by where it stands."""
    marks = references.marks(support.citations)
    if support.entry is not None:
        answer = support.entry.answer
        return f"{answer if support.match >= _SAME_QUESTION else _VERDICT_FIRST.sub('', answer)}{marks}"
    citation = support.citations[0]
    if len(support.citations) > 1:
        told = "".join(f"{reading(one.quote)}{references.mark(one)}" for one in support.citations)
        return f"{_section(citation, references)}：{told}"
    return f"{where(citation, references)}：{reading(citation.quote)}{marks}"


def _section(citation: Citation, references: References) -> str:
    """Where the section of a clause stands."""
    return f"{references.title_of(citation.document)}{' '.join(citation.clause.split('/')[:-1])}"


def where(citation: Citation, references: References) -> str:
    """Where a clause stands, for people: 《…办法》第三章 申报与受理 第十条 （一）."""
    *above, last = citation.clause.split("/")
    opens = reading(citation.quote).startswith(last)
    return f"{references.title_of(citation.document)}{' '.join(above if opens else (*above, last))}"


def quotes(references: References) -> str:
    """The quoted clauses, one block each, in the order of their marks."""
    blocks = [
        f"> [{number}] {where(citation, references)}：“{reading(citation.quote)}”"
        for number, citation in enumerate(references.citations, start=1)
    ]
    return "\n>\n".join(blocks)


def compose(
    groundings: Sequence[Grounding], question: str, references: References, messages: Mapping[str, str], cues: Cues
) -> list[str]:
    """The paragraphs of an answer's body: per part its correction and direct sentence, or that it is not said."""
    lines: list[str] = []
    for grounding in groundings:
        lead = grounding.lead
        if grounding.untold or lead is None:
            lines.append(unsaid(grounding, messages, part=len(groundings) > 1))
        if lead is None:
            continue
        asked = question if len(groundings) == 1 else grounding.part
        direct = _of_persons(lead, asked, references, messages) or _direct(lead, asked, references, cues)
        claim = claim_of(grounding.part)
        # What an ask before was answered with already needs nothing beside it either; a claim has its own yes or no.
        if claim:
            lines.append(f"“{claim}”：{''.join(direct)}")
        elif not lead.said or not _told(direct[-1], lines):
            # Two silences of one notice are worded alike and still are of two matters.
            lines += direct
            # Yes or no to so many characters is the whole answer.
            for support in () if _ALLOWANCE.match(direct[0]) else grounding.beside:
                lines += _untold(sentence_of(replace(support, match=0.0), references), lines)
        else:
            # That a belief is wrong was not told with what is right.
            lines += direct[:-1]
        for support in grounding.after:
            lines += _untold(sentence_of(support, references), lines)
        for support in grounding.supports:
            references.marks(support.citations)
    return _once(list(dict.fromkeys(lines)))


def _once(lines: list[str]) -> list[str]:
    """The lines without those of which a later one says all and more; a verdict is said by none but itself."""
    return [one for place, one in enumerate(lines) if not any(_holds(later, one) for later in lines[place + 1 :])]


def _holds(line: str, other: str) -> bool:
    # Silence on one thing (提名奖没有写补助) says nothing of another, however alike the words.
    silent = _SILENT in line and _SILENT not in other
    return len(line) > len(other) and not silent and not _VERDICT.match(other) and _told(other, [line])


def unsaid(grounding: Grounding, messages: Mapping[str, str], *, part: bool = False) -> str:
    """That the notice does not say what is asked: by the name of the matter, else of the `part` where it is one."""
    if grounding.untold:
        return messages["untold"].format(matter=grounding.untold)
    claim = claim_of(grounding.part)
    named, part = claim or grounding.part, part or bool(claim)
    return messages["part_not_in_documents"].format(part=named) if part else messages["not_in_documents"]


def _denied(answer: str) -> bool:
    return bool(_DENIED.match(answer))


def _untold(sentence: str, lines: Sequence[str]) -> list[str]:
    return [] if _told(sentence, lines) else [sentence]


def _told(sentence: str, lines: Sequence[str]) -> bool:
    """Whether the lines before say all but a little of a sentence, every number of it included."""
    told, plain = _MARK.sub("", "".join(lines)), _MARK.sub("", sentence)
    return set(_DIGITS.findall(plain)) <= set(_DIGITS.findall(told)) and new_share(plain, told) < _A_LITTLE


def _of_persons(lead: Support, question: str, references: References, messages: Mapping[str, str]) -> list[str]:
    """The sentence of what a form asks of organisations alone, to who asks whether a person writes it too; [] else."""
    asked, told = worded("turns.asks_of_person").search(question), lead.entry.answer if lead.entry else ""
    held = worded("turns.of_organisations").search(told)
    what = next((one for one in asked.groupdict().values() if one), "") if asked else ""
    if not held or not what or what.strip("的") not in held.group():
        return []
    return [messages["not_of_persons"] + sentence_of(replace(lead, match=0.0), references)]


def _of_winners(lead: Support, question: str) -> bool:
    """Whether an entry speaks of those who have won, to a question of who has not."""
    return bool(lead.entry and _WON.search(lead.entry.answer) and worded("turns.not_won").search(question))


def _direct(lead: Support, question: str, references: References, cues: Cues) -> list[str]:
    """The direct sentence, behind the denial of a wrong premise; alone the denial where it says as much."""
    # 不能：已荣获…… is no verdict on who has won nothing.
    own = replace(lead, match=0.0) if _of_winners(lead, question) else lead
    denial, sentence = correction(lead, question, cues), sentence_of(own, references)
    if denial.endswith(("，", "：")):
        # The denial is the verdict: the entry's own on its own question would be a second one.
        return [denial + sentence_of(replace(lead, match=0.0), references)]
    if not denial:
        return [sentence]
    denial_cited = denial + references.marks(lead.citations)
    told = lead.entry.answer if lead.entry else ""
    verdict = _VERDICT.match(denial)
    only = bool(_ONLY.search(denial)) and not _ONLY.search(told)
    if verdict and not only and len(told) <= _SHORT and new_share(denial[verdict.end() :], told) < _A_LITTLE:
        # The sentence says all of the denial but its verdict.
        return [verdict.group() + sentence_of(replace(lead, match=0.0), references)]
    if _denied(told) and not believes(question, cues):
        # Who only asks needs no denial beside a sentence that denies.
        return [sentence]
    return [denial_cited] if new_share(told, denial) < NEW else [denial_cited, sentence]
