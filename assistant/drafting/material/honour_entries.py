"""Find the honours the material mentions: in a list under a heading, in a table, or in a running sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.honour_dates import bare_year, date_of, left_open
from assistant.drafting.material.honour_table import HonourRow, HonourTable, honour_tables, says_none
from assistant.drafting.material.scan import SEALED, Scan
from assistant.language.dates import DateMention, PartialDate

_SECTION_END = re.compile(
    r"\n[ \t]*\n|\n[ \t]*(?:其他|其它|联系|附|备注|补充|另|说明|[一二三四五六七八九十]+、)|(?:^|\n)[^\n]{0,10}联系人"
)
_BRACKET = re.compile(r"（([^（）]*)）|\[([^\]]*)\]|【([^】]*)】")
_QUOTED = re.compile(r"[“《「『]([^”》」』]{2,40})[”》」』]")
_GIVEN_BY = re.compile(
    r"(?:由(?!于)|被|经(?![理济营过常历验]))((?:(?![被由])[\u4e00-\u9fff、]){3,30}?)(?:联合)?(?:颁发|授予|评选|评为|认定|表彰|"
    r"命名|评定|颁授)|(?<![\u4e00-\u9fff])((?:(?![被由])[\u4e00-\u9fff、]){3,24}?)(?:颁发|授予|评选|"
    r"认定)的?"
)
_WISH = re.compile(
    r"没有弄虚作假|(?:未|没有|无)(?:发生|出现)?[^，。；\n]{0,12}(?:事故|违法|违规|失信)|愿意?|意愿|有意|拟申报|申报材料(?![^，。；]{0,4}受理)|推荐材料|推荐表|申报书(?!是)|为申报|向[^，。]{0,10}申报|不考虑|申报组别|联系人|"
    r"关于[^，。；\n]{0,24}(?:通知|函|材料|请示|报告|汇报|说明|情况)|《[^》]*(?:通知|方案|办法|意见)》|材料的函|中国质量奖的?(?:事|这事|这块|报不报|参评)|"
    r"中国质量奖(?!提名)(?![^。；\n]*(?:获|授|评为|入围|提名))|中国质量奖(?:[：，]|申报"
    r"|意愿)(?![^，。]{0,6}(?:提名|获))|推荐[^，。；\n]{1,20}参评|^[ \t]*议题|"
    r"^[ \t]*(?:申报|暂?无|没有|尚无|尚未)(?!.*(?:未出|公示|评审|等结果|等待|落选|结果|未公布|在评))"
    r"|(?<!已)(?<!在)申报中国质量奖"
)
_LEAD = re.compile(
    r"^(?:[\s\d]*[.、．)）]|[\s·•\-—*#|｜\t，；：:]|其中|还|又|并|也|曾|先后|并且|同时"
    r"|另|以及|和|及|分别|再次|首次|连续|一举|成功)+"
)
_VERB_HEAD = re.compile(r"^.*(?:获得?|取得|年|月|日|获评)(?=[\u4e00-\u9fff]{3})")
_ROW = re.compile(
    r"^[\s\d.、·•\-—*]{0,6}(?:[12][0-9]{3}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?"
    r"|[12][0-9]{3}[-/.][0-9]{1,2}(?:[-/.][0-9]{1,2})?)"
    r"[，：、\s]*[\u4e00-\u9fff“《]"
)
# The row of heads of a table of honours.
_HEADS = re.compile(
    r"[ \t|｜]*(?:序号|时间|年份|日期|名称|荣誉|奖项|颁发|授予|级别)[^\n]*[\t|｜][ ]*(?:颁发|授予|名称"
    r"|荣誉|奖项|时间|级别|备注)"
)
_AWAITED = re.compile(
    r"受理|评审中|正在评审|考察过|建议名单|评议|核查|遴选|提名(?!奖)|入围|候选|公示|在评|[正还]在评|等着?评|报上去|申报中|报了|申报了|等待(?:发文|公布|结果)|未公布|落选"
)
_DANGLING = re.compile(r"^(?:[\s年月日，、：:的于在|｜\t\-—/]|先后|又|再|还|曾|并)+|[\s，、；：:|｜\t。的]+$")


_TAKEN_BACK = re.compile(
    r"[？?][ ]*(?:哦|噢|啊)?[，]?(?:不是(?!(?:发?给|颁给|授予)?(?:我|咱|本|公司|他|她))|不对|错了|发错|写错|搞错|"
    r"说错|记错|没有)|"
    r"(?:发|写|搞|说|记|填|贴)错了?(?:的|，|。|、|$)|"
    r"[（，。](?:更正|划掉|作废|删掉|请忽略|请删)"
)
_JUST_BEHIND = 10
_OF_THE_SAME = re.compile(
    r"(?:？|(?<=？))[^。；\n]{1,40}|[，。；）]?(?:那|这|该)?(?:是|块|个)?(?:牌子?|奖状|证书|红本子?|获奖|名单|落款|抬头|奖杯|荣誉归|[是归])[^。；\n]{1,30}"
)
# Honours one says one has not (也没有质量标杆、小巨人这几块牌子).
_LACKS = re.compile(
    r"(?:也|都|还)?没有?(?!写|标|注|填|年|落款|日期|发|下|到|评|名)[^，。；]{0,16}(?:标杆|小巨人|冠军|这[些几]|称号|荣誉|奖项)"
)
_WINNER = re.compile(r"(?:获奖|受奖|获得)(?:单位|主体|者|人|企业|集体)[^，；]*")
_LEADS_TO_ISSUER = re.compile(r"^(?:落款(?:写)?|盖章|印章|颁发单位|发证单位|奖牌上?|证书上?)?(?:的?是|为|由|：)")
_LEFT_OVER = re.compile(
    r"^(?:(?:墙上|厅里|手里|市里|省里|国家)?(?:挂着)?的?(?:有|那|这)(?:块|个|张)(?:牌子?)?是?)|^[了颁发给的]+(?=[\u4e00-\u9fff]{3})|(?:获奖)?名单$"
)
# The place taken on a list of winners (位列获奖组织第二名) is no honour beside the one it tells of.
_SENTENCE = re.compile(r"被[\u4e00-\u9fff]|荣?获得?(?!奖)[\u4e00-\u9fff]|授予|评为|评选为")
_MEDAL = re.compile(r"(?<=奖)[状章杯旗匾](?![程制])")
# Whatever a title in quotes is called: who obtains or is given it has an honour (荣获省卫健委“改善医疗服务先进典型”).
_QUOTED_TITLE = re.compile(
    r"(?:荣?获(?!得?(?:发明|实用|专利|授权|软件|国家专利))得?|获评|评为|授予|命名为|表彰为|评选为|颁发)(?:了|为|过)?"
    r"[^，。；“”《》]{0,24}“[^“”]{3,24}”(?![^，。；]{0,4}(?:专利|商标|课题|项目|软件|著作|证书|认证|资质|培训|工作法|操作法))"
)
_RANK = re.compile(r"(?:位列|名列|排名?)[^，。；]{0,10}第[一二三四五六七八九十0-9]+名?|奖金|奖牌")
_ISSUED = re.compile(
    r"(?<![\u4e00-\u9fff])(?:[\u4e00-\u9fff]{0,6}到了?)?([\u4e00-\u9fff]{1,12}?(?:政府|总局|[部厅局委]))(?:给[我本咱][\u4e00-\u9fff]{0,3})?"
    r"(?:公布|颁发?|授予|发|表彰)(?:过|的|了)*(?=[\u4e00-\u9fff“第，。]|$)"
)


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
        if _has_award(scan.text[row.start : row.end]):
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
        if match.start() < done:
            continue
        start = match.end() - match.group().endswith("\n")
        first = re.compile(r"\S").search(scan.text, start)
        stop = _SECTION_END.search(scan.text, first.start() if first else start)
        done = stop.start() if stop else len(scan.text)
        yield start, done


def _listed(scan: Scan, start: int, end: int) -> Iterator[Entry]:
    for piece_start, piece_end in _pieces(scan, start, end):
        piece = scan.text[piece_start:piece_end]
        told = (
            _has_award(piece) and not _retracted(scan, piece_end) and not _is_vague(piece) and not _WISH.search(piece)
        )
        told = told and not _HEADS.match(piece)
        private = "PERSONAL_PRIVACY" in scan.codes(piece_start, piece_end)
        if told and not private and not scan.sealed(piece_start, piece_end):
            yield from _entries_of(scan, piece_start, piece_end, listed=True)


def _in_prose(scan: Scan, start: int, end: int) -> Iterator[Entry]:
    honours = load_lexicon("honours")
    text = scan.text[start:end]
    if text.endswith("？"):
        # What is asked is answered in the sentence behind (…质量奖？不是我们拿的).
        behind = re.compile(r"[^。！\n]*").match(scan.text, end)
        text += behind.group() if behind else ""
    cued = any(honours.has(words, text) for words in ("obtained", "not_obtained", "headed", "told_of"))
    if not cued and not _ROW.match(text):
        return
    for piece_start, piece_end in _pieces(scan, start, end):
        piece = scan.text[piece_start:piece_end]
        told = _has_award(piece) and not _is_vague(piece) and not _retracted(scan, piece_end)
        if told and _claims(piece, text):
            yield from _entries_of(scan, piece_start, piece_end, listed=False)


def _is_vague(piece: str) -> bool:
    return load_lexicon("honours").has("vague", piece) and not _QUOTED.search(piece)


def _retracted(scan: Scan, end: int) -> bool:
    """What is taken back as soon as it is said (…质量奖？不是不是，发错了), or in its own brackets."""
    start = max(scan.text.rfind(edge, 0, end) for edge in "\n；。") + 1
    return _TAKEN_BACK.search(scan.text, start, min(len(scan.text), end + _JUST_BEHIND)) is not None


def _claims(piece: str, sentence: str) -> bool:
    """The piece tells of an honour, not of a wish to apply nor of an honour as the title of a form."""
    honours = load_lexicon("honours")
    if _WISH.search(piece) or _LACKS.search(piece):
        return False
    if honours.has("obtained", piece):
        return not re.search(r"获得?(?:发明|实用|专利|授权|客户|好评|认可|效益|经济)", piece) or honours.has(
            "famous", piece
        )
    if _ROW.match(piece) and (not re.search(r"[，：].{4,}", _BRACKET.sub("", piece)) or _issuer(piece)):
        return True
    if honours.has("headed", sentence) and honours.has("famous", piece):
        return True
    awarded = honours.find("obtained", sentence) or honours.find("headed", sentence)
    follows = awarded is not None and bool(re.search(r"[0-9]{4}", piece))
    told = sentence if piece.rstrip().endswith("？") else piece
    if honours.has("titled", piece) and honours.has("told_of", told):
        return True
    awaited = honours.has("not_obtained", piece) or honours.has("not_obtained", sentence)
    named = honours.has("famous", piece) or honours.has("titled", piece)
    return follows or (awaited and (named or _AWAITED.search(piece) is not None))


def _pieces(scan: Scan, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Items between line ends and semicolons; an item with several dates is cut before each of them."""
    for match in re.compile(r"[^\n；。]+").finditer(scan.text, start, end):
        cuts = [
            mention.start for mention in scan.dates_in(*match.span()) if _cuts(scan.text, *match.span(), mention.start)
        ]
        for left, right in pairwise([match.start(), *cuts, match.end()]):
            if scan.text[left:right].strip():
                yield left, right


def _cuts(text: str, start: int, end: int, position: int) -> bool:
    """Whether the date at `position` begins another item of the piece: it follows a mark and an honour before it."""
    if not start < position < end or text[position - 1] not in "，、 \t；：" or not _outside(text, start, position):
        return False
    behind = re.split(r"[；。\n]|[，、 ][12][0-9]{3}年", text[position:end])[0]
    return _has_award(text[start:position]) and _has_award(_RANK.sub("", _WINNER.sub("", behind)))


def _has_award(text: str) -> bool:
    return load_lexicon("honours").has("award", text) or _QUOTED_TITLE.search(text) is not None


def _outside(text: str, start: int, position: int) -> bool:
    piece = text[start:position]
    return piece.count("（") <= piece.count("）")


def _entries_of(scan: Scan, start: int, end: int, *, listed: bool) -> Iterator[Entry]:
    """One piece may name several honours joined by 、 or ，; they share its date."""
    text = scan.text[start:end]
    parts = [(m.start(), m.end()) for m in re.finditer(r"(?:（[^（）]*）|“[^”]*”|《[^》]*》|[^、，])+", text)]
    awards = [
        part for part in parts if _has_award(_BRACKET.sub("", _RANK.sub("", _WINNER.sub("", text[slice(*part)]))))
    ]
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
    issuer = _issuer(text)
    name = _name(text, date, issuer)
    if len(name) < 3:
        return None
    entry = Entry(scan, start, end, name, issuer, date, listed, left_open(scan, start, end))
    return _without_edges(entry)


def _without_edges(entry: Entry) -> Entry:
    lead = _LEAD.match(entry.text)
    trail = len(entry.text) - len(entry.text.rstrip(" \t\n，、；|｜"))
    start = entry.start + (lead.end() if lead and lead.end() < len(entry.text) else 0)
    return replace(entry, start=start, end=max(start + 1, entry.end - trail))


def _issuer(text: str) -> str:
    """Who gave it, without the words that only lead up to the name (落款是市政府)."""
    return _LEADS_TO_ISSUER.sub("", _issuer_as_told(text))


def _issuer_as_told(text: str) -> str:
    honours = load_lexicon("honours")
    for match in _BRACKET.finditer(text):
        inner = _WINNER.sub("", next(group for group in match.groups() if group is not None))
        for part in re.split(r"[，；、]?(?=[0-9]{4}年)|[，；]", inner):
            if honours.has(
                "issuer_in_brackets",
                re.sub(r"(?:等(?:部门)?|联合)?(?:颁发|授予|评选|主办|发布|表彰|认定|[发颁给]的?)$", "", part.strip()),
            ):
                return re.sub(r"[发颁给]的$", "", part.strip())
    cells = [cell.strip() for cell in re.split(r"[|｜\t]+| {2,}", text)]
    for cell in cells[1:]:
        if honours.has("issuer_in_brackets", cell) and not honours.has("award", cell):
            return cell
    for part in re.split(r"[，]", _BRACKET.sub("", text))[1:]:
        given_to = re.match(r"[^，。；]{0,4}(?:抬头|署名|获奖)", part.strip())
        if honours.has("issuer_in_brackets", part.strip()) and not given_to and not honours.has("award", part):
            return part.strip()
    given = _GIVEN_BY.search(text)
    if given is None:
        issued = _ISSUED.search(_BRACKET.sub("", text))
        return issued[1] if issued else ""
    return _VERB_HEAD.sub("", given[1] or given[2])


def _name(text: str, date: DateMention | None, issuer: str) -> str:
    """The honour's own name: quoted, else from behind the verb of obtaining to the last award word."""
    honours = load_lexicon("honours")
    plain = re.sub(r"？.*$", "", _WINNER.sub("", _BRACKET.sub("", text)))
    if date is not None:
        lead, _, rest = plain.partition(date.text)
        plain = f" {rest}" if _has_award(rest) and not _has_award(lead) else plain.replace(date.text, " ")
    if issuer:
        # An issuer that runs into the award (甘肃省人民政府质量奖) is part of its name.
        plain = (
            re.sub(
                rf"{re.escape(issuer)}(?!质量|市?长|[\u4e00-\u9fff]{{0,6}}?奖(?:[，。；、\s]|$)|[\u"
                rf"4e00-\u9fff]{{0,4}}提名奖)",
                "",
                plain,
            )
            or plain
        )
    plain = _RANK.sub("", plain)
    verbs = list(honours.patterns["obtained"].finditer(plain))
    first = honours.find("award", plain)
    behind = [verb for verb in verbs if first is None or verb.end() <= first.end()]
    body = plain[behind[-1].end() :] if behind and plain[behind[-1].end() :].strip() else plain
    quoted = next((m for m in _QUOTED.finditer(body) if honours.has("award", m[1])), None)
    if quoted is not None and honours.has("award", body[: quoted.start()]) is False and quoted.start() <= 2:
        return quoted[1]
    ends = [match.end() for match in honours.patterns["award"].finditer(body)]
    body = body[: _past_medal(body, max(ends))] if ends else body
    if "，" in body and "“" not in body:
        body = next((part for part in reversed(body.split("，")) if honours.has("award", part)), body)
    name = _DANGLING.sub("", _ISSUED.sub("", _LEAD.sub("", body))).removeprefix("度")
    name = _LEFT_OVER.sub("", name)
    return name + "”" if name.count("“") > name.count("”") else name.removesuffix("”") if "“" not in name else name


def _past_medal(text: str, end: int) -> int:
    """The end of the name with what the award is given as (劳动奖状, 奖章, 奖杯)."""
    medal = _MEDAL.match(text, end)
    return medal.end() if medal else end
