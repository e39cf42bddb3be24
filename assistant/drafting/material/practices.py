"""Practices: the sentences that say what the applicant does for quality and what came of it."""

import re
from dataclasses import replace

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.honour_entries import Entry
from assistant.drafting.material.model import Practice, Span
from assistant.drafting.material.results import read_results
from assistant.drafting.material.scan import Scan
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
# A heading or a line that only names the method (方法名称：“…”。) names what the next sentence tells.
_HEADING_LENGTH = 26


def read_practices(
    scans: tuple[Scan, ...], names: tuple[str, ...], entries: tuple[Entry, ...], disputed: tuple[Span, ...]
) -> tuple[Practice, ...]:
    """The practice sentences in order, without honours, contact details and figures that are in dispute."""
    found: list[Practice] = []
    for scan in scans:
        carried: tuple[str, ...] = ()
        for sentence in scan.sentences:
            explains = bool(carried) or _names_only(found, scan, sentence)
            if not _usable(scan, sentence, names, entries, disputed, explains=explains):
                if len(sentence.text) < _HEADING_LENGTH and not scan.codes(sentence.start, sentence.end) & _KEPT_OUT:
                    carried = tuple(name for name in names if name in sentence.text) or carried
                continue
            practice = _practice(scan, sentence, names)
            if practice.text:
                found.append(replace(practice, names=tuple(dict.fromkeys(practice.names + carried))))
                carried = ()
            else:
                carried = practice.names  # a boast is left out, the method it names is told in the next sentence
    return tuple(found)


def _usable(
    scan: Scan,
    sentence: Sentence,
    names: tuple[str, ...],
    entries: tuple[Entry, ...],
    disputed: tuple[Span, ...],
    *,
    explains: bool,
) -> bool:
    practices = load_lexicon("practices")
    text = sentence.text
    if sentence.end == len(scan.text.rstrip()) and _CUT_OFF.search(text):
        return False
    if len(text) < _MIN_LENGTH or scan.codes(sentence.start, sentence.end) & _KEPT_OUT or _CONTACT.search(text):
        return False
    if any(entry.scan is scan and entry.start < sentence.end and sentence.start < entry.end for entry in entries):
        return False
    span = scan.source.span(sentence.start, sentence.end)
    if any(span.file == other.file and span.start < other.end and other.start < span.end for other in disputed):
        return False
    if (
        _is_heading(scan, sentence)
        or practices.has("not_quality_sentence", text)
        or (_LABEL_LINE.match(text) and len(text) < 24)
    ):
        return False
    if practices.has("practice", text) or any(name in text for name in names):
        return True
    if explains or len(practices.patterns["mechanism"].findall(text)) >= _TELLS_HOW:
        return True
    return bool(read_results(scan, sentence.start, sentence.end))


def _names_only(found: list[Practice], scan: Scan, sentence: Sentence) -> bool:
    """Whether the sentence before, in the same paragraph, does little but name the method, so that this explains it."""
    if not found or not found[-1].names or len(found[-1].text) >= _HEADING_LENGTH:
        return False
    end = found[-1].span.end
    start = scan.source.origin[sentence.start]
    return found[-1].span.file == scan.source.file and 0 <= start - end <= 2 and "\n" not in scan.source.raw[end:start]


def _is_heading(scan: Scan, sentence: Sentence) -> bool:
    """A line without any mark or figure is a title."""
    alone = scan.text[sentence.end : sentence.end + 1] in {"\n", ""} and scan.text[
        sentence.start - 1 : sentence.start
    ] in {"\n", ""}
    titled = re.search(
        r"(?:总结|汇报|报告|材料|简介|说明|请示|介绍|事迹|发言|讲话|纪要|函|信息表|申报表|登记表|推荐表|采集表|汇总表|问卷)(?:（[^）]*）)?$",
        sentence.text,
    )
    return alone and (titled is not None or re.search(r"[，。；：！？、0-9]", sentence.text) is None)


def _practice(scan: Scan, sentence: Sentence, names: tuple[str, ...]) -> Practice:
    return Practice(
        text=_told_cell(_LABEL_CELL.sub("", _without_superlatives(scan, sentence))),
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
    return "".join(kept).strip("，：；") if len(kept) > len(parts) / 2 else ""
