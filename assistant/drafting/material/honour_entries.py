"""Find the honours the material mentions: in a list under a heading, in a table, or in a running sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.honour_claims import (
    HEADS,
    ROW,
    claims,
    given,
    in_cells,
    is_no_claim,
    is_vague,
    of_another,
    retracted,
)
from assistant.drafting.material.honour_dates import bare_year, date_of, left_open
from assistant.drafting.material.honour_names import BRACKET, LEAD, RANK, WINNER, has_award, issuer_of, name_of
from assistant.drafting.material.honour_table import HonourRow, HonourTable, honour_tables, says_none
from assistant.drafting.material.questions import answers
from assistant.drafting.material.scan import SEALED, Scan
from assistant.language.dates import DateMention, PartialDate

_SECTION_END = re.compile(
    r"\n[ \t]*\n|\n[ \t]*(?:其他|其它|联系|附|备注|补充|另|说明|[一二三四五六七八九十]+、)|(?:^|\n)[^\n]{0,10}联系人"
)
_SENTENCE = re.compile(r"被[\u4e00-\u9fff]|荣?获得?(?!奖)[\u4e00-\u9fff]|授予|评为|评选为")
# A level and the word for an award, which name none (省里的奖).
_NAMELESS = re.compile(
    r"(?:省部?|国家|市|部|区|县|各|上)(?:级|里|上|面)?(?:以上)?的?[大小]?(?:奖项?|荣誉|称号|表彰|奖励)"
)
_OF_THE_SAME = re.compile(
    r"(?:？|(?<=？))[^。；\n]{1,40}|[，。；）]?(?:那|这|该)?(?:是|块|个)?(?:牌子?|奖状|证书|红本子?|获奖|名单|落款|抬头|奖杯|荣誉归|[是归])[^。；\n]{1,30}"
)
# What goes on about the award just named (是正奖，不是提名; 老板上台领的奖; 得奖的是…) names no other.
_SAME_AWARD = re.compile(
    r"[，、 ]?(?:这|那|它)?(?:是|属|为)?(?:正奖|提名奖不是)|"
    r"[^，]{0,10}(?:上台|去|代|前往)[^，]{0,3}领的?奖|(?:得|获|拿|领)奖的是"
)
_NEXT = re.compile(r"[^。；\n]{0,30}[。；][^。；\n]{1,50}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One honour as mentioned; offsets are into `scan.text`. `recipient` is what a table's column of winners says."""

    scan: Scan
    start: int
    end: int
    name: str
    issuer: str
    date: DateMention | None
    listed: bool
    open_dates: tuple[PartialDate, ...] = ()
    recipient: str = ""

    @property
    def text(self) -> str:
        """The whole piece of the reading the honour stands in, and whom its table names as the winner."""
        beside = f"，获奖单位：{self.recipient}" if self.recipient else ""
        return self.scan.text[self.start : self.end] + beside

    @property
    def told(self) -> str:
        """The piece with the sentence behind it where that speaks of the same plaque (…。牌子上写的是小组)."""
        behind = _OF_THE_SAME.match(self.scan.text, self.end)
        return self.text + (behind.group() if behind else "")

    @property
    def after(self) -> str:
        """The sentence behind in the same line where it names no other award: what became of the honour."""
        behind = _NEXT.match(self.scan.text, self.end)
        return behind.group() if behind and not has_award(behind.group().replace("称号", "")) else ""


def find_entries(scan: Scan) -> list[Entry]:
    """Every honour mentioned in one file, in order, sealed stretches left out."""
    title = _title_end(scan)
    tables = honour_tables(scan)
    sections = [part for section in sections_of(scan) for part in beside_tables(section, tables)]
    entries = [entry for start, end in sections for entry in _listed(scan, start, end)]
    entries += [entry for table in tables for row in table.rows for entry in _of_row(scan, row)]
    sections += [(table.start, table.end) for table in tables]
    for sentence in scan.sentences:
        inside = any(start < sentence.end and sentence.start < end for start, end in sections)
        codes = scan.codes(sentence.start, sentence.end)
        if not inside and sentence.start >= title and not codes & (SEALED | {"PLAN_NOT_ACHIEVED"}):
            entries.extend(_in_prose(scan, sentence.start, sentence.end))
    return sorted(entries, key=lambda entry: entry.start)


def _title_end(scan: Scan) -> int:
    """Where the text begins behind its title (…公司参评阳泉市质量奖): a first line without a date or a full stop."""
    first = re.match(r"\s*[^\n。；]*\n", scan.text)
    dated = first is not None and scan.dates_in(0, first.end())
    return first.end() if first is not None and not dated else 0


def names_none(scan: Scan, row: HonourRow) -> bool:
    """Whether a row says that there is no honour."""
    return row.name is not None and says_none(scan.text[slice(*row.name)])


def beside_tables(section: tuple[int, int], tables: list[HonourTable]) -> list[tuple[int, int]]:
    """What of a section lies before and behind the tables in it."""
    parts = [section]
    for table in tables:
        parts = [
            piece
            for start, end in parts
            for piece in ((start, min(end, table.start)), (max(start, table.end), end))
            if piece[0] < piece[1]
        ]
    return parts


def _of_row(scan: Scan, row: HonourRow) -> Iterator[Entry]:
    """The honour of one row of a table; a row the heads do not fit, or a cell that tells it whole, is read as prose."""
    private = "PERSONAL_PRIVACY" in scan.codes(row.start, row.end)
    if private or scan.sealed(row.start, row.end) or names_none(scan, row):
        return
    if row.name is None or _tells_whole(scan, row.name):
        if has_award(scan.text[row.start : row.end]):
            yield from _entries_of(scan, row.start, row.end, listed=True)
        return
    name = re.sub(r"\s+", "", scan.text[slice(*row.name)]).strip("《》")
    when = row.date or (row.start, row.end)
    dates = scan.dates_in(*when)
    date = dates[0] if dates else bare_year(scan.text, *when)
    if len(name) > 1:
        yield Entry(scan, row.start, row.end, name, row.issuer, date, True, recipient=row.recipient)


def _tells_whole(scan: Scan, cell: tuple[int, int]) -> bool:
    """Whether a cell of a name holds a sentence of its own (2022年被省政府授予…)."""
    return bool(scan.dates_in(*cell)) or _SENTENCE.search(scan.text, *cell) is not None


def sections_of(scan: Scan) -> Iterator[tuple[int, int]]:
    """The stretches under headings of honours, up to the next gap or heading."""
    done = 0
    for match in load_lexicon("honours").patterns["section"].finditer(scan.text):
        if match.start() < done or load_lexicon("honours").has("aim_label", match.group()):
            continue
        start = match.end() - match.group().endswith("\n")
        first = re.compile(r"\S").search(scan.text, start)
        stop = _SECTION_END.search(scan.text, first.start() if first else start)
        done = stop.start() if stop else len(scan.text)
        yield start, done
    for answer in answers(scan.text, "honours"):
        if answer.start >= done:
            yield answer.start, answer.end


def _listed(scan: Scan, start: int, end: int) -> Iterator[Entry]:
    first_line = _line_of_items(scan, start, end)
    for piece_start, piece_end in _pieces(scan, start, end):
        piece = scan.text[piece_start:piece_end]
        told = has_award(piece) and not retracted(scan, piece_end) and not is_vague(piece) and not is_no_claim(piece)
        told = told and not HEADS.match(piece) and (piece_start < first_line or claims(piece, piece))
        private = "PERSONAL_PRIVACY" in scan.codes(piece_start, piece_end)
        if told and not private and not scan.sealed(piece_start, piece_end):
            yield from _entries_of(scan, piece_start, piece_end, listed=True)


def _line_of_items(scan: Scan, start: int, end: int) -> int:
    """Where the honours end that stand in the line of their heading (荣誉：…); lines below have to claim theirs."""
    line = scan.text.find("\n", start)
    inline = 0 < line < end and len(scan.text[start:line].strip()) > 1 and has_award(scan.text[start:line])
    return line if inline else end


def _in_prose(scan: Scan, start: int, end: int) -> Iterator[Entry]:
    honours = load_lexicon("honours")
    text = scan.text[start:end]
    if text.endswith("？"):
        # What is asked is answered in the sentence behind (…质量奖？不是我们拿的).
        behind = re.compile(r"[^。！\n]*").match(scan.text, end)
        text += behind.group() if behind else ""
    cued = any(honours.has(words, text) for words in ("obtained", "not_obtained", "headed", "told_of"))
    if not cued and not ROW.match(text) and not in_cells(text) and not of_another(text) and not given(text):
        return
    for piece_start, piece_end in _pieces(scan, start, end):
        piece = scan.text[piece_start:piece_end]
        told = has_award(piece) and not is_vague(piece) and not retracted(scan, piece_end)
        if told and claims(piece, text):
            yield from _entries_of(scan, piece_start, piece_end, listed=False)


def _pieces(scan: Scan, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Items between line ends and semicolons, cut before each date of several and before what is applied for now."""
    for match in re.compile(r"[^\n；。]+").finditer(scan.text, start, end):
        cuts = [
            mention.start for mention in scan.dates_in(*match.span()) if _cuts(scan.text, *match.span(), mention.start)
        ]
        aims = load_lexicon("honours").patterns["aim_behind"].finditer(scan.text, *match.span())
        cuts = sorted({*cuts, *(aim.end() for aim in aims)})
        for left, right in pairwise([match.start(), *cuts, match.end()]):
            if scan.text[left:right].strip():
                yield left, right


def _cuts(text: str, start: int, end: int, position: int) -> bool:
    """Whether the date at `position` begins another item of the piece: it follows a mark and an honour before it."""
    if not start < position < end or text[position - 1] not in "，、 \t；：" or not _outside(text, start, position):
        return False
    behind = re.split(r"[；。\n]|[，、 ][12][0-9]{3}年", text[position:end])[0]
    return has_award(text[start:position]) and has_award(RANK.sub("", WINNER.sub("", behind)))


def _outside(text: str, start: int, position: int) -> bool:
    piece = text[start:position]
    return piece.count("（") <= piece.count("）")


def _entries_of(scan: Scan, start: int, end: int, *, listed: bool) -> Iterator[Entry]:
    """One piece may name several honours joined by 、 or ，; they share its date."""
    text = scan.text[start:end]
    parts = [(m.start(), m.end()) for m in re.finditer(r"(?:（[^（）]*）|“[^”]*”|《[^》]*》|[^、，])+", text)]
    awards = [part for part in parts if has_award(BRACKET.sub("", RANK.sub("", WINNER.sub("", text[slice(*part)]))))]
    awards = [part for part in awards if part == awards[0] or not _SAME_AWARD.match(text, *part)]
    date = date_of(scan, start, end, start + (awards[0][0] if awards else 0))
    if not scan.dates_in(start, end):
        date = bare_year(scan.text, start, end)
    if len(awards) < 2:
        entry = _entry(scan, start, end, date, listed)
        if entry is not None:
            yield entry
        return
    for index, (left, right) in enumerate(awards):
        right = awards[index + 1][0] if index + 1 < len(awards) else len(text)
        left = 0 if index == 0 else left
        own = date_of(scan, start + left, start + right, start + awards[index][0]) or date
        entry = _entry(scan, start + left, start + right, own, listed)
        if entry is not None:
            yield entry


def _entry(scan: Scan, start: int, end: int, date: DateMention | None, listed: bool) -> Entry | None:
    text = scan.text[start:end]
    on = next((m.start() for m in re.finditer("，", text) if _SAME_AWARD.match(text, m.end())), len(text))
    text = text[:on] if has_award(text[:on]) else text
    issuer = issuer_of(text)
    name = name_of(text, date, issuer)
    if len(name) < 3 or (date is None and _NAMELESS.fullmatch(name)):
        return None
    entry = Entry(scan, start, end, name, issuer, date, listed, left_open(scan, start, end))
    return _without_edges(entry)


def _without_edges(entry: Entry) -> Entry:
    lead = LEAD.match(entry.text)
    trail = len(entry.text) - len(entry.text.rstrip(" \t\n，、；|｜"))
    start = entry.start + (lead.end() if lead and lead.end() < len(entry.text) else 0)
    return replace(entry, start=start, end=max(start + 1, entry.end - trail))
