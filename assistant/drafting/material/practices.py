"""Practices: the sentences that say what the applicant does for quality and what came of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.clauses import behind_problem, told_apart
from assistant.drafting.material.figures import table_figures
from assistant.drafting.material.headings import is_heading
from assistant.drafting.material.honour_entries import Entry
from assistant.drafting.material.model import Practice, Span
from assistant.drafting.material.results import read_results
from assistant.drafting.material.scan import Scan
from assistant.drafting.material.withheld import without_others
from assistant.drafting.wording import without_heading
from assistant.language.sentences import Sentence

# Sentences with one of these are kept out of drafts; the other codes are kept out because they are sealed.
_KEPT_OUT = frozenset(
    {
        "INJECTION",
        "TRADE_SECRET",
        "STATE_SECRET",
        "PLAN_NOT_ACHIEVED",
        "PERSONAL_PRIVACY",
        "COMPLIANCE_RISK",
        "FIGURE_OPEN",
        "OTHERS",
        "CREDENTIAL",
        "TRIVIA",
    }
)
_CONTACT = re.compile(r"联\s*系\s*(?:人|电话|方式)|(?<![0-9])1[3-9][0-9]{9}(?![0-9])|0[0-9]{2,3}-[0-9]{7,8}")
# A text that breaks off inside a figure: 1.86万吨 may have become 1.8.
_CUT_OFF = re.compile(r"[0-9.]$")
_LABEL_LINE = re.compile(r"^[\u4e00-\u9fff（）/]{2,12}(?:[：:|｜\t]|$)")
_LABEL_CELL = re.compile(r"^(?:[0-9]{1,2}[ ]*[\t|｜]+[ ]*)?[\u4e00-\u9fff（）/]{2,10}[0-9]?[ ]*[\t|｜]+[ ]*")
_TELLS_HOW = 2
_MIN_LENGTH = 8
# A list opens with a colon or counts its items; its halves are told together, as far as they fit a profile.
_LEANS = re.compile(r"其中|其|并|且|从而|由此|因此|使|让|以|为")
_LIST = re.compile(r"[^：；。]{2,}：[^：。]*；$|(?:^|[，：；])(?:一是|其一|第一|（1）|①|1[.、])[^。]*；$")
_LONGEST_LIST = 170
_WRAPPED = 4
# A row of honours that no heading has marked as one.
_DATED_AWARD = re.compile(r"(?:19|20)[0-9]{2}年(?:[0-9]{1,2}月)?[^，。；0-9]{4,30}(?:[；，。]|$)")
# A sentence of at least so many characters, right behind one of the last that name a method, says how it works.
_READS_ON, _BESIDE, _STEPS = 12, 2, 3
_ITEM = re.compile(
    r"(?:[二三四五六七八九十]是|其[二三四五六七]|第[二三四五六七八九十][，：是]|（[2-9二三四五六七八九]）|[②-⑨]|[2-9][.、])"
)

# What may tell a practice, and whether it is a whole sentence (None where all of it presents or is an honour).
Stretch = tuple[Sentence, bool | None]
# A heading or a line that only names the method (方法名称：“…”。) names what the next sentence tells.
_HEADING_LENGTH = 26


def read_practices(
    scans: tuple[Scan, ...],
    names: tuple[str, ...],
    entries: tuple[Entry, ...],
    disputed: tuple[Span, ...],
    elements: tuple[Span, ...] = (),
) -> tuple[Practice, ...]:
    """The practice sentences in order, without honours, contact details and figures that are in dispute.

    Of a sentence that also tells of `elements` (founding date, head count) or an honour only the rest is kept.
    """
    found: list[Practice] = []
    for scan in scans:
        carried: tuple[str, ...] = ()
        own = [entry for entry in entries if entry.scan is scan]
        kept_off = tuple(span for span in disputed if span.file == scan.source.file)
        for sentence, whole in _lists(scan, list(_stretches(scan, own, (*elements, *kept_off))), kept_off):
            explains = bool(carried) or _names_only(found, scan, sentence) or _next_item(found, scan, sentence)
            explains = explains or _reads_on(found, scan, sentence)
            half = whole is not None and _goes_on(found, scan, sentence)
            if half and _tells_nothing(scan, sentence, names) and not _barred(scan, sentence, kept_off):
                found[-1] = _joined(scan, found[-1], _practice(scan, sentence, names))
                continue
            if whole is None or not _usable(scan, sentence, names, kept_off, explains=explains, whole=whole):
                if len(sentence.text) < _HEADING_LENGTH and not scan.codes(sentence.start, sentence.end) & _KEPT_OUT:
                    carried = tuple(name for name in names if name in sentence.text) or carried
                continue
            practice = _practice(scan, sentence, names)
            if practice.text:
                found.append(replace(practice, names=tuple(dict.fromkeys(practice.names + carried))))
                carried = ()
            else:
                carried = practice.names  # a boast is left out, the method it names is told in the next sentence
        found = [one for place, one in enumerate(found) if not _only_leads_up(scan, one, found[place + 1 : place + 2])]
        found += [one for one in table_figures(scan) if not any(one.span.overlaps(span) for span in kept_off)]
    return tuple(found)


def _lists(scan: Scan, stretches: Sequence[Stretch], disputed: tuple[Span, ...]) -> Iterator[Stretch]:
    """The stretches, the items of a list that semicolons part (…模式：查图纸；比合格率；…) told together."""
    held: Sentence | None = None
    for sentence, whole in stretches:
        if held is not None and whole and _beside(scan, held, sentence) and not _barred(scan, sentence, disputed):
            held = Sentence(held.start, sentence.end, scan.text[held.start : sentence.end])
        else:
            if held is not None:
                yield held, True
            held = sentence if whole else None
            if not whole:
                yield sentence, whole
        if held is not None and (not _is_list(held.text) or _barred(scan, held, disputed)):
            yield held, True
            held = None
    if held is not None:
        yield held, True


def _is_list(text: str) -> bool:
    """Whether a stretch ends as an item of a list does; looked at only where it ends with the mark that asks for it."""
    return text.endswith("；") and _LIST.search(text) is not None


def _beside(scan: Scan, one: Sentence, other: Sentence) -> bool:
    """Whether `other` follows in the same line, and both together still fit a profile."""
    between = scan.text[one.end : other.start]
    return not between.strip() and "\n" not in between and other.end - one.start <= _LONGEST_LIST


def _goes_on(found: list[Practice], scan: Scan, sentence: Sentence) -> bool:
    """Whether a stretch is the other half of the practice before it, which ended with a semicolon in the same line."""
    if not found or found[-1].span.file != scan.source.file or not found[-1].text.endswith(("；", ";")):
        return False
    start, end = scan.source.origin[sentence.start], found[-1].span.end
    beside = 0 <= start - end <= 2 and "\n" not in scan.source.raw[end:start]
    return beside and len(found[-1].text) + len(sentence.text) <= _LONGEST_LIST


def _joined(scan: Scan, practice: Practice, more: Practice) -> Practice:
    """Both halves as one practice."""
    span = Span(practice.span.file, practice.span.start, more.span.end, "")
    quote = scan.source.raw[span.start : span.end]
    return Practice(
        practice.text + more.text,
        replace(span, quote=quote),
        tuple(dict.fromkeys(practice.names + more.names)),
        practice.results + more.results,
    )


def _stretches(scan: Scan, own: Sequence[Entry], elements: Sequence[Span]) -> Iterator[Stretch]:
    """What may tell a practice, and whether it is a whole sentence; None where all of it presents or is an honour."""
    for sentence in scan.sentences:
        parts = told_apart(scan, sentence, own, elements)
        yield from ((part, part is sentence) for part in parts)
        if not parts:
            yield sentence, None


def _barred(scan: Scan, sentence: Sentence, disputed: tuple[Span, ...]) -> bool:
    """Whether a stretch must stay out of drafts: kept out, a contact, or a figure in dispute."""
    span = scan.source.span(sentence.start, sentence.end)
    codes = scan.codes(sentence.start, sentence.end)
    return (
        bool(codes & (_KEPT_OUT | {"SUPERLATIVE"}))
        or bool(_CONTACT.search(sentence.text))
        or any(span.overlaps(other) for other in disputed)
    )


def _tells_nothing(scan: Scan, sentence: Sentence, names: tuple[str, ...]) -> bool:
    """Whether a stretch by itself would be no practice."""
    return not _usable(scan, sentence, names, (), explains=False, whole=True)


def _usable(
    scan: Scan,
    sentence: Sentence,
    names: tuple[str, ...],
    disputed: tuple[Span, ...],
    *,
    explains: bool,
    whole: bool,
) -> bool:
    practices = load_lexicon("practices")
    text = sentence.text
    if sentence.end == len(scan.text.rstrip()) and _CUT_OFF.search(text):
        return False
    if (
        (whole and len(text) < _MIN_LENGTH)
        or scan.codes(sentence.start, sentence.end) & _KEPT_OUT
        or _CONTACT.search(text)
    ):
        return False
    span = scan.source.span(sentence.start, sentence.end)
    if any(span.overlaps(other) for other in disputed):
        return False
    if (
        is_heading(scan, sentence)
        or load_lexicon("subjects").has("of_the_whole", text)
        or practices.has("not_quality_sentence", text)
        or (whole and _LABEL_LINE.match(text) and len(text) < 24 and not _changes(scan, sentence))
    ):
        return False
    if _DATED_AWARD.match(text) and load_lexicon("honours").has("award", text):
        return False
    told = any(name in text for name in names) or read_results(scan, sentence.start, sentence.end)
    if practices.has("problem", text) and not told and behind_problem(text) == text:
        return False
    if told or any(practices.has(kind, text) for kind in ("investment", "practice", "passing_on", "spread")):
        return True
    return explains or len(practices.patterns["mechanism"].findall(text)) >= _TELLS_HOW


def _changes(scan: Scan, sentence: Sentence) -> bool:
    """Whether a row gives a figure before and after (市场退货率：0.41%→0.06%)."""
    return any(result.before for result in read_results(scan, sentence.start, sentence.end))


def _names_only(found: list[Practice], scan: Scan, sentence: Sentence) -> bool:
    """Whether the sentence before, in the same paragraph, does little but name the method, so that this explains it."""
    if not found or not found[-1].names or len(found[-1].text) >= _HEADING_LENGTH:
        return False
    end = found[-1].span.end
    start = scan.source.origin[sentence.start]
    return found[-1].span.file == scan.source.file and 0 <= start - end <= 2 and "\n" not in scan.source.raw[end:start]


def _only_leads_up(scan: Scan, one: Practice, behind: list[Practice]) -> bool:
    """Whether a sentence that opens a paragraph says only what was wrong before the method the next one brings in."""
    if one.names or one.results or re.search("[0-9]", one.text) or not behind or not behind[0].names:
        return False
    raw, end = scan.source.raw, behind[0].span.start
    if one.span.file != scan.source.file or not 0 <= end - one.span.end <= _BESIDE:
        return False
    return (
        not raw[raw.rfind("\n", 0, one.span.start) + 1 : one.span.start].strip() and "\n" not in raw[one.span.end : end]
    )


def _reads_on(found: list[Practice], scan: Scan, sentence: Sentence) -> bool:
    """Whether a sentence reads on from one that names a method, in the same paragraph: it says how the method works."""
    if len(sentence.text) < _READS_ON or not found or found[-1].span.file != scan.source.file:
        return False
    start = scan.source.origin[sentence.start]
    if not 0 <= start - found[-1].span.end <= _BESIDE:
        return False
    line = scan.source.raw.rfind("\n", 0, start)
    return "\n" not in scan.source.raw[found[-1].span.end : start] and any(
        one.names and one.span.start > line for one in found[-_STEPS:]
    )


def _next_item(found: list[Practice], scan: Scan, sentence: Sentence) -> bool:
    """Whether a stretch is a further item (三是…) of a list whose item before it, in the same line, is a practice."""
    if not found or found[-1].span.file != scan.source.file or not _ITEM.match(sentence.text):
        return False
    # The reading has joined what a page has wrapped, so the line ends that are left are the writer's.
    same_line = "\n" not in scan.text[max(0, sentence.start - 2) : sentence.start]
    return same_line and 0 <= scan.source.origin[sentence.start] - found[-1].span.end <= _WRAPPED


def _practice(scan: Scan, sentence: Sentence, names: tuple[str, ...]) -> Practice:
    told = behind_problem(_without_superlatives(scan, sentence))
    return Practice(
        text=without_heading(_told_cell(_LABEL_CELL.sub("", without_others(told)))),
        span=scan.source.span(sentence.start, sentence.end),
        names=tuple(name for name in names if name in sentence.text),
        results=read_results(scan, sentence.start, sentence.end),
    )


def _told_cell(text: str) -> str:
    """Of a row of cells the longest: the others only number it or add a note."""
    return max(re.split(r"[\t|｜]", text), key=len).strip()


def _without_superlatives(scan: Scan, sentence: Sentence) -> str:
    """The sentence without the clauses that boast; what is left has to stand by itself or nothing is left."""
    if "SUPERLATIVE" not in scan.codes(sentence.start, sentence.end):
        return sentence.text
    cues = load_lexicon("cues")
    parts = re.findall(r"(?:“[^”]*”|（[^）]*）|[^，：；])+[，：；]?", sentence.text)
    kept = [part for part in parts if not cues.has("superlative", part)]
    rest = "".join(kept).strip("，：；")
    # Of a boast and one clause more, that clause stays where it tells a practice by itself.
    whole = len(kept) > len(parts) / 2 or (kept == parts[1:] and _stands_alone(rest))
    return rest if whole else ""


def _stands_alone(clause: str) -> bool:
    return load_lexicon("practices").has("standard", clause) and not _LEANS.match(clause) and len(clause) >= _MIN_LENGTH
