"""One file of the material cut into sentences, with its dates and the stretches that must stay out of a draft."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from assistant.drafting.lexicon import Lexicon, load_lexicon
from assistant.drafting.material.asked_words import AskedWords
from assistant.drafting.material.model import Source
from assistant.drafting.material.planned import achieved_before, lists_plans, planned
from assistant.drafting.material.secrets import marked
from assistant.drafting.material.withheld import CREDENTIAL, credentials, no_work, open_figure, private
from assistant.drafting.material.zones import Zone, Zones
from assistant.language.dates import DateMention, find_dates
from assistant.language.sentences import Sentence, split_sentences
from assistant.language.traditional import simplified
from assistant.settings import settings

# Nothing at all is read from these; the other zones only stay out of practices and drafts.
SECRET = frozenset({"TRADE_SECRET", "STATE_SECRET"})
SEALED = SECRET | {"INJECTION", CREDENTIAL}

_UNSEEN = (
    r"(?:display\s*[：:]\s*none|hidden|opacity\s*[：:]\s*0(?![.0-9]*[1-9])|font-size\s*[：:]\s*0*[01](?:\.[0-9]+)?(?:p[tx]|em)?\b|"
    r"(?<!-)c[o0][l1][o0]r\s*[：:]\s*(?:#f{3}(?:f{3})?\b|white|transparent|rgba?\(255))"
)
_HIDDEN = re.compile(
    rf"<[!！]--.*?(?:-->|\Z)|<(\w+)[^>]*{_UNSEEN}[^>]*>.*?</\1>|^\[//\][：:]?[^\n]*$", re.S | re.M | re.I
)
_TO_BE_REACHED = re.compile(
    r"冲到|冲上|升到|做到|压到|缩到|做成|控制在|进入前|力争|建成|达到|实现|突破|走进|覆盖|推广|降到|降至|提高到|提升到|翻番|完成|投产|上线|全部|压进|减到|砍|翻|(?:要|将|须)(?:把|降|升|提|压|减|增|建|做|达)"
)
# A day to come up to which something holds is no aim of anybody's.
_VALID_UNTIL = re.compile(r"有效|到期|期满|届满|截止|退休|合同期|签到|聘期|任期|证书|资质|许可证|编号|电话|联系")
_SOON = 6
_YEAR_END = re.compile(r"年(?:年?[底末内]|下半年)(?:前|之前|以前)?(?:要|把|将|力争|争取|实现|完成|，)")
_OF_TRADE = re.compile(r"商业|秘密|机密|配方|配比|工艺|技术|底价|报价|价格|客户名单")
_MOTTO = re.compile(r"口号|标语|座右铭|挂嘴边|精神|吉祥物")
_QUOTE = re.compile(r"[“「]")
_LEAD = 16
_LONGEST_SENTENCE = 1500
_BARE_HEADING = 16
_CLAUSE_EDGE = "，。；！？：\n、（）()"
# Words further from a figure or a date than this say nothing of it, however far its clause runs.
_FAR = 160
_CONTINUES = re.compile(
    r"(?:并|同时|另外|此外|然后|还要?|且|再|请|必须|务必|不要|不得|不必|直接|输出|写|把|将|否则|如果|若)"
)

# A date is given as the one of a founding.
_FOUNDED_BEHIND = re.compile(r"(?:正式)?(?:注册|登记)?(?:成立|注册|登记)(?=[，。；、])")
_FOUNDED_BEFORE = re.compile(r"(?:(?:成立|注册|始建|创建|创办)于|(?:成立|注册|登记)(?:时间|日期)[：:]?)$")


@dataclass(frozen=True, slots=True)
class Scan:
    """A source with its sentences, dates and zones, all as offsets into `source.text`."""

    source: Source
    sentences: tuple[Sentence, ...]
    dates: tuple[DateMention, ...]
    zones: Zones

    @property
    def text(self) -> str:
        """The cleaned reading."""
        return self.source.text

    def sealed(self, start: int, end: int) -> bool:
        """Whether any of `text[start:end]` is injected or secret, so that nothing may be read from it."""
        return not SEALED.isdisjoint(self.zones.codes(start, end))

    def codes(self, start: int, end: int) -> set[str]:
        """The flag codes of the zones that touch `text[start:end]`."""
        return self.zones.codes(start, end)

    def dates_in(self, start: int, end: int) -> tuple[DateMention, ...]:
        """The dates that begin in `text[start:end]`."""
        first, last = (bisect_left(self.dates, edge, key=lambda mention: mention.start) for edge in (start, end))
        return self.dates[first:last]

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence that holds `position`; None between sentences."""
        index = bisect_right(self.sentences, position, key=lambda sentence: sentence.start) - 1
        if index < 0 or self.sentences[index].end <= position:
            return None
        return self.sentences[index]


def scan(source: Source, as_of: date) -> Scan:
    """Cut, date and zone one source. Relative dates count from `as_of`."""
    sentences = tuple(piece for sentence in split_sentences(source.text) for piece in _bounded(sentence))
    sentences = tuple(part for sentence in sentences for part in achieved_before(sentence))
    dates = tuple(find_dates(source.text, as_of))
    zones = _zones(source, sentences)
    sentences = tuple(_parted(sentences, [zone for zone in zones if zone.code == "TRADE_SECRET"]))
    return Scan(source, sentences, dates, Zones([*zones, *_ahead(source, sentences, dates, Zones(zones), as_of)]))


def _parted(sentences: tuple[Sentence, ...], secrets: list[Zone]) -> Iterator[Sentence]:
    """The sentences, one of which only a stretch is secret cut where that begins and ends, so that the rest is read."""
    edges = sorted({edge for zone in secrets for edge in (zone.start, zone.end)})
    for sentence in sentences:
        cuts = [edge for edge in edges if sentence.start < edge < sentence.end]
        for start, end in pairwise((sentence.start, *cuts, sentence.end)):
            yield Sentence(start, end, sentence.text[start - sentence.start : end - sentence.start])


def _bounded(sentence: Sentence) -> Iterator[Sentence]:
    """The sentence, or its pieces where it has no end: what runs on for pages is none, and every wording that looks
    for its parts within one would look through all of it for each."""
    start = 0
    while len(sentence.text) - start > _LONGEST_SENTENCE:
        cut = max(sentence.text.rfind(mark, start, start + _LONGEST_SENTENCE) for mark in "，、 ")
        cut = cut + 1 if cut > start else start + _LONGEST_SENTENCE
        yield Sentence(sentence.start + start, sentence.start + cut, sentence.text[start:cut])
        start = cut
    yield Sentence(sentence.start + start, sentence.end, sentence.text[start:]) if start else sentence


def clause_bounds(text: str, start: int, end: int, edges: str = _CLAUSE_EDGE) -> tuple[int, int]:
    """The clause around `text[start:end]`: from the last edge before it to the next behind it; cells end one too."""
    edges += "|｜\t"
    first = max((text.rfind(edge, 0, start) for edge in edges), default=-1) + 1
    ends = [position for position in (text.find(edge, end) for edge in edges) if position >= 0]
    return first, min(ends, default=len(text))


def clause_near(text: str, start: int, end: int, edges: str = _CLAUSE_EDGE) -> tuple[int, int]:
    """The clause around `text[start:end]`, as far as its words can still speak of that stretch: what runs on for pages
    without an edge is no clause, and would be read whole for every figure in it."""
    low, high = max(0, start - _FAR), min(len(text), end + _FAR)
    first, last = clause_bounds(text[low:high], start - low, end - low, edges)
    return low + first, low + last


def _zones(source: Source, sentences: tuple[Sentence, ...]) -> list[Zone]:
    cues = load_lexicon("cues")
    zones = _hidden(source)
    hidden = [(zone.start, zone.end) for zone in zones]
    seen = [plainly(s) for s in sentences if not any(start < s.end and s.start < end for start, end in hidden)]
    zones += credentials(source, seen)
    bare = Zones(zones)
    zones += [zone for zone in _injected(source, seen, cues) if CREDENTIAL not in bare.codes(zone.start, zone.end)]
    zones += _secret(source, seen, cues, "state_secret", "STATE_SECRET", zones)
    zones += _secret(source, seen, cues, "trade_secret", "TRADE_SECRET", zones)
    return zones + _soft(source, seen, cues, zones)


def plainly(sentence: Sentence) -> Sentence:
    """The sentence in simplified characters, one for one, so that a mark is known in either script (商業秘密)."""
    return replace(sentence, text=sentence.text.translate(simplified(settings().assistant_corpus)))


def _hidden(source: Source) -> list[Zone]:
    """Comments and hidden elements: what no reader of the paper sees is never read, and always reported."""
    return [
        Zone("INJECTION", match.start(), match.end(), source.span(match.start(), match.end()))
        for match in _HIDDEN.finditer(source.text)
    ]


def _injected(source: Source, sentences: list[Sentence], cues: Lexicon) -> list[Zone]:
    zones: list[Zone] = []
    asked = AskedWords(source.text, cues)
    for sentence in sentences:
        goes_on = zones and zones[-1].end in {sentence.start, sentence.start - 1} and _CONTINUES.match(sentence.text)
        wanted = asked.claims(sentence.text) or cues.has("injection", asked.without_honest(sentence.text))
        if goes_on or wanted:
            zones.append(_zone("INJECTION", source, sentence))
    return zones


def _ahead(
    source: Source, sentences: tuple[Sentence, ...], dates: tuple[DateMention, ...], taken: Zones, as_of: date
) -> list[Zone]:
    """Sentences that say what will have been reached on a day that is still to come: plans, whatever their verb."""
    zones = []
    for mention in dates:
        index = bisect_right(sentences, mention.start, key=lambda sentence: sentence.start) - 1
        sentence = sentences[index] if index >= 0 and mention.start < sentences[index].end else None
        if sentence is None or mention.relative or not _to_come(source.text, mention, as_of):
            continue
        rest = sentence.text[: mention.start - sentence.start]
        if rest.count("《") > rest.count("》") or _founding(source.text, mention):
            continue
        known = taken.codes(sentence.start, sentence.end) & {*SEALED, "PLAN_NOT_ACHIEVED"}
        behind = sentence.text[mention.end - sentence.start :]
        bears = re.search("[0-9]", behind) and not _VALID_UNTIL.search(sentence.text)
        if not known and (bears or _TO_BE_REACHED.search(sentence.text)):
            zones.append(_zone("PLAN_NOT_ACHIEVED", source, sentence))
    return zones


def _founding(text: str, mention: DateMention) -> bool:
    """Whether a date to come is given as the one of a founding: a slip of the pen, and no plan."""
    return bool(_FOUNDED_BEHIND.match(text, mention.end) or _FOUNDED_BEFORE.search(text[: mention.start][-10:]))


def _to_come(text: str, mention: DateMention, as_of: date) -> bool:
    """Whether a date lies ahead: all of it, or the end of a year that has begun (2024年底要…)."""
    ends = mention.value.last() > as_of and _YEAR_END.search(text, mention.start, mention.end + _SOON) is not None
    return ends or mention.value.first() > as_of


def _secret(
    source: Source, sentences: list[Sentence], cues: Lexicon, words: str, code: str, taken: list[Zone]
) -> list[Zone]:
    """Sentences marked secret with all that the mark reaches, as far as nothing else has taken them."""
    zones: dict[int, Zone] = {}
    known = Zones(taken)
    for sentence in marked(sentences, source.text, cues, words):
        if code == "TRADE_SECRET" and _heads_a_state_secret(source.text, sentence, known):
            continue
        if code == "TRADE_SECRET" and cues.has("privacy", sentence.text) and not _OF_TRADE.search(sentence.text):
            continue  # what a person asks not to be printed of themselves is no secret of trade
        if not known.codes(sentence.start, sentence.end):
            zones.setdefault(sentence.start, _zone(code, source, sentence))
    return list(zones.values())


def _heads_a_state_secret(text: str, sentence: Sentence, taken: Zones) -> bool:
    """Whether a bare heading of secrecy (三、保密事项) stands over what is the state's: it marks nothing of trade."""
    if len(sentence.text) > _BARE_HEADING or re.search(r"商|[。；]", sentence.text):
        return False
    behind = len(text) - len(text[sentence.end :].lstrip())
    return "STATE_SECRET" in taken.codes(behind, behind + 1)


def _soft(source: Source, sentences: list[Sentence], cues: Lexicon, taken: list[Zone]) -> list[Zone]:
    zones, known = [], Zones(taken)
    listed = False
    for sentence in sentences:
        # What stands behind the head of a list of plans (2024年目标：…；…；…。) is planned, item by item.
        goes_on, listed = listed, lists_plans(sentence.text, listed)
        if known.codes(sentence.start, sentence.end):
            continue
        ahead = goes_on or planned(sentence.text) is not None
        for code, reader in _SOFT.items():
            match = None if ahead and code == "SUPERLATIVE" else reader(sentence.text, cues)
            if code == "PLAN_NOT_ACHIEVED" and goes_on:
                match = (0, len(sentence.text))
            if match is not None:
                start, end = sentence.start + match[0], sentence.start + match[1]
                zones.append(Zone(code, sentence.start, sentence.end, source.span(start, end)))
    return zones


def _superlative(text: str, cues: Lexicon) -> tuple[int, int] | None:
    rest = cues.blanked("superlative_not", text)
    return _clause_of(text, cues.find("superlative", rest))


def _compliance(text: str, cues: Lexicon) -> tuple[int, int] | None:
    rest = cues.blanked("compliance_not", text)
    return (0, len(text)) if cues.has("compliance", rest) else None


def _trivial(text: str, cues: Lexicon) -> tuple[int, int] | None:
    """What tells of canteens, neighbours or parties and neither names a method nor tells how quality is worked at."""
    match = cues.find("trivia", re.sub(r"“[^”]*”", "", text))
    told = match is not None and (_MOTTO.search(match.group()) or not (_names_a_method(text) or _works(text)))
    return (0, len(text)) if told else None


def _works(text: str) -> bool:
    practices = load_lexicon("practices")
    return practices.has("mechanism", text) and practices.has("practice", text)


def _names_a_method(text: str) -> bool:
    """Whether a sentence brings in a method by its name; a word of chatter beside it does not make it chatter."""
    practices = load_lexicon("practices")
    befores = (text[max(0, match.start() - _LEAD) : match.start()] for match in _QUOTE.finditer(text))
    return any(practices.has("called", before) or practices.has("instituted", before) for before in befores)


def _clause_of(text: str, match: re.Match[str] | None) -> tuple[int, int] | None:
    return None if match is None else clause_bounds(text, match.start(), match.end(), "，。；！？\n")


def _zone(code: str, source: Source, sentence: Sentence) -> Zone:
    return Zone(code, sentence.start, sentence.end, source.span(sentence.start, sentence.end))


# TRIVIA and OTHERS are no flag codes: such a sentence only stays out of the drafts.
_SOFT = {
    "PLAN_NOT_ACHIEVED": lambda text, _: planned(text),
    "SUPERLATIVE": _superlative,
    "PERSONAL_PRIVACY": lambda text, _: private(text),
    "COMPLIANCE_RISK": _compliance,
    "FIGURE_OPEN": lambda text, _: open_figure(text),
    "OTHERS": lambda text, _: no_work(text),
    "TRIVIA": _trivial,
}
