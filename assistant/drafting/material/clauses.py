"""Sentences that tell a practice beside the founding, a head count or an honour: only the part that tells it."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.honour_entries import Entry
from assistant.drafting.material.model import Fact, Span
from assistant.drafting.material.scan import Scan
from assistant.drafting.wording import balanced, wording_lists
from assistant.language.sentences import Sentence

# The elements of the form that stand beside a practice; of the others every sentence may speak.
_ELEMENTS = ("founded", "economic_type", "employees")
_CLAUSE = re.compile(r"(?:（[^（）]*）|“[^”]*”|《[^》]*》|[^，；。！？])+")
_MIN_PIECE = 5
_TELLS_LONG = 20
# A clause that leans on the one before it cannot open a piece.
_LEANS = re.compile(r"^(?:其中|其|并由此|由此|因此|从而|以此|该|此)")
# A certificate is told in passing; what goes on about the paper itself stays with it.
_CERTIFICATE = re.compile(r"认证|认可|体系|资质|资格|许可|证书")
_ON_THE_PAPER = re.compile(
    r"^(?:并|且|还|同时)?(?:认证|认可|证书|范围|有效|覆盖|编号|注册号|由|发证|持续|一直|每年|通过|取得|获)"
)
_LINK = re.compile(r"^(?:随后|之后|其后|此后|后来|接着|同时|并且?|还)(?=[\u4e00-\u9fff“])")
_NAMED = re.compile(r"“[^”]{2,20}”")


def element_spans(facts: dict[str, Fact]) -> tuple[Span, ...]:
    """Where the material gives the elements that every profile opens with."""
    return tuple(facts[key].span for key in _ELEMENTS if key in facts)


def told_apart(scan: Scan, sentence: Sentence, entries: Sequence[Entry], elements: Sequence[Span]) -> list[Sentence]:
    """The stretches of a sentence between its clauses on elements and honours; the sentence itself where it has none.

    What stands behind the name of an honour is about the honour and is left out with it, unless it brings in a method
    by its name or goes on behind a mere certificate. An empty list means that every clause presents the applicant or
    names an honour.
    """
    own = [one for one in entries if one.scan is scan and one.start < sentence.end and sentence.start < one.end]
    if any(entry.listed for entry in own):
        return []
    clauses = list(_CLAUSE.finditer(sentence.text))
    marked = [_presents(scan, sentence, clause, elements) or _honours(clause.group(), own) for clause in clauses]
    if not any(marked):
        return [] if own else [sentence]
    named = min((scan.text.find(entry.name, entry.start, entry.end) for entry in own), default=sentence.end)
    passing = all(_CERTIFICATE.search(entry.name) for entry in own)
    return [
        piece if piece.end <= named else _without_link(piece)
        for piece in _pieces(sentence, clauses, marked)
        if piece.end <= named or _brings_in(piece.text) or (passing and _tells_more(piece.text))
    ]


def _without_link(piece: Sentence) -> Sentence:
    """A piece without the word that links it to the honour before it (随后建立…)."""
    link = _LINK.match(piece.text)
    cut = link.end() if link else 0
    return Sentence(piece.start + cut, piece.end, piece.text[cut:])


def _brings_in(text: str) -> bool:
    """Whether a piece tells of a method that was set up, by its name (总结形成“三防四控”管理方法)."""
    practices = load_lexicon("practices")
    return any(practices.has("instituted", text[: name.start()]) for name in _NAMED.finditer(text))


def _tells_more(text: str) -> bool:
    """Whether a piece behind a certificate tells a practice of its own."""
    return load_lexicon("practices").has("practice", text) and not _ON_THE_PAPER.match(text)


def _pieces(sentence: Sentence, clauses: list[re.Match[str]], marked: list[bool]) -> Iterator[Sentence]:
    for mark, group in groupby(enumerate(clauses), key=lambda pair: marked[pair[0]]):
        run = list(group)
        if mark:
            continue
        start, end = run[0][1].start(), run[-1][1].end()
        text = sentence.text[start:end]
        if len(text) >= _MIN_PIECE and balanced(text) and not _LEANS.match(text):
            yield Sentence(sentence.start + start, sentence.start + end, text)


def _presents(scan: Scan, sentence: Sentence, clause: re.Match[str], elements: Sequence[Span]) -> bool:
    span = scan.source.span(sentence.start + clause.start(), sentence.start + clause.end())
    touched = any(span.overlaps(one) for one in elements)
    return touched or wording_lists().has("element", clause.group())


def _honours(clause: str, own: Sequence[Entry]) -> bool:
    honours = load_lexicon("honours")
    named = any(entry.name in clause for entry in own)
    return named or (bool(own) and honours.has("award", clause) and honours.has("obtained", clause))


def behind_problem(text: str) -> str:
    """What a sentence tells behind a clause on what was wrong before (墙里的事谁也说不清，2019年起，…); the text itself
    where it opens with none or tells nothing behind it."""
    practices = load_lexicon("practices")
    problem, comma, rest = text.partition("，")
    if not comma or len(rest) < _TELLS_LONG or not practices.has("problem", problem) or practices.has("problem", rest):
        return text
    return rest if practices.has("mechanism", rest) and practices.has("practice", rest) else text
