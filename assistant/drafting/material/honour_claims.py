"""Whether the words around an award claim it as an honour: obtained or awaited, not wished, asked about or denied."""

import re

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.honour_names import BRACKET, QUOTED, issuer_of
from assistant.drafting.material.model import Span
from assistant.drafting.material.scan import Scan

WISH = re.compile(
    r"没有弄虚作假|(?:未|没有|无)(?:发生|出现)?[^，。；\n]{0,12}(?:事故|违法|违规|失信)|愿意?|意愿|有意|拟申报|申报材料(?![^，。；]{0,4}受理)|推荐材料|推荐表|申报书(?!是)|为申报|向[^，。]{0,10}申报|不考虑|申报组别|联系人|"
    r"关于[^，。；\n]{0,24}(?:通知|函|材料|请示|报告|汇报|说明|情况)|《[^》]*(?:通知|方案|办法|意见)》|材料的函|中国质量奖的?(?:事|这事|这块|报不报|参评)|"
    r"中国质量奖(?!提名)(?![^。；\n]*(?:获|授|评为|入围|提名))|中国质量奖(?:[：，]|申报"
    r"|意愿)(?![^，。]{0,6}(?:提名|获))|推荐[^，。；\n]{1,20}参评|^[ \t]*议题|"
    r"^[ \t]*(?:申报|暂?无|没有|尚无|尚未)(?!.*(?:未出|公示|评审|等结果|等待|落选|结果|未公布|在评))"
    r"|(?<!已)(?<!在)申报中国质量奖"
)
ROW = re.compile(
    r"^[\s\d.、·•\-—*#◆◇●○■□▲△★☆※►▶→]{0,6}(?:[12][0-9]{3}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?"
    r"|[12][0-9]{3}[-/.][0-9]{1,2}(?:[-/.][0-9]{1,2})?)"
    r"[，：、\s]*[\u4e00-\u9fff“《]"
)
# The row of heads of a table of honours.
HEADS = re.compile(
    r"[ \t|｜]*(?:序号|时间|年份|日期|名称|荣誉|奖项|颁发|授予|级别)[^\n]*[\t|｜][ ]*(?:颁发|授予|名称"
    r"|荣誉|奖项|时间|级别|备注)"
)
_AWAITED = re.compile(
    r"受理|评审中|正在评审|考察过|建议名单|评议|核查|遴选|提名(?!奖)|入围|候选|公示|在评|[正还]在评|等着?评|报上去|申报中|报了|申报了|等待(?:发文|公布|结果)|未公布|落选"
)
_TAKEN_BACK = re.compile(
    r"[？?][ ]*(?:哦|噢|啊)?[，]?(?:不是(?!(?:发?给|颁给|授予)?(?:我|咱|本|公司|他|她))|不对|错了|发错|写错|搞错|"
    r"说错|记错|没有)|"
    r"(?<![货料件单药品表签号])(?:发|写|搞|说|记|填|贴)错了?(?:的|，|。|、|$)|"
    r"[（，。](?:更正|划掉|作废|删掉|请忽略|请删)"
)
_GIVER = re.compile(
    r"（[^（）]{2,24}(?:政府|总局|[部局厅]|委员会|办公室)(?:联合)?(?:颁发|授予|表彰|评选|[颁发])?[^（）]{0,12}）"
)
_JUST_BEHIND = 10
_KIND = re.compile(r"质量奖|[金银铜]质?奖|科技进步奖|名牌|劳动奖|标杆")
_GOT = re.compile(r"[得拿领发颁给评]的(?=[，。；）]|$)")
_CELL_EDGE = re.compile(r"[\t|｜]+| {2,}|\u3000+")
_YEAR = re.compile(r"[12][0-9]{3}年?|去年|前年|上届|上一届|往届")
_BEFORE = re.compile(r"已(?!经?(?:准备|决定))|[报评](?:过|了)|曾|正在|还在|等")
_AT_A_STAGE = re.compile(
    r"(?:[12][0-9]{3}年(?:[0-9]{1,2}月)?|已|正在)[^，。；\n]{0,6}(?:申报|参评|报送)[^，。；\n]{0,24}(?:奖|称号)[^。；\n]{0,12}"
    r"(?:公示|在评|评审|受理|等结果|待公布|未公布|形式审查|资格审查|初审|初评|复审|复评|答辩|考察)|(?:奖|称号)[”）]*(?:[，：][^。；\n]{0,14})?(?:公示(?:期|中|阶段)|名单公示|在评|拟[授获])|入围[^，。；\n]{0,16}(?:奖|称号)|(?:奖|称号)[^，。；\n]{0,6}(?:候选|入围|建议名单)"
)
_ONLY_WISHED = re.compile(r"愿意|意愿|有意|拟申报|准备|打算|计划|争取|联系人|通知|没有弄虚作假")
# Honours one says one has not (也没有质量标杆、小巨人这几块牌子).
LACKS = re.compile(
    r"(?:也|都|还)?没有?(?!写|标|注|填|年|落款|日期|发|下|到|评|名|拿|得|获|能|见)[^，。；]{0,16}"
    r"(?:标杆|小巨人|冠军|这[些几]|称号|荣誉|奖项|个人奖)"
)


def is_vague(piece: str) -> bool:
    """Whether a piece boasts of honours and names none."""
    titles = [match[1] for match in QUOTED.finditer(piece) if vague_part(match[1]) is None]
    return vague_part(piece) is not None and not titles


def vague_part(text: str) -> re.Match[str] | None:
    """The boast of honours without a name; a dated award with a kind of its own (1988年拿过国家质量银质奖) is named."""
    match = load_lexicon("honours").find("vague", text)
    if match is None:
        return None
    named = _KIND.search(text, match.start(), min(len(text), match.end() + 1)) and _YEAR.search(text[: match.start()])
    return None if named else match


def boasts(scan: Scan) -> tuple[Span, ...]:
    """The sentences that boast of honours without a name; no draft may repeat them."""
    told = (one for one in scan.sentences if vague_part(one.text) is not None)
    return tuple(scan.source.span(one.start, one.end) for one in told)


def retracted(scan: Scan, end: int) -> bool:
    """What is taken back as soon as it is said (…质量奖？不是不是，发错了), or in its own brackets."""
    start = max(scan.text.rfind(edge, 0, end) for edge in "\n；。") + 1
    return _TAKEN_BACK.search(scan.text, start, min(len(scan.text), end + _JUST_BEHIND)) is not None


def is_no_claim(piece: str) -> bool:
    """Whether a piece only asks, denies, quotes a rule or says what is applied for, whatever award it names."""
    honours = load_lexicon("honours")
    if honours.has("no_claim", piece):
        return True
    if WISH.search(piece):
        # What was handed in on a day or stands at some stage is an award not obtained yet, and is told as one.
        return not (_AT_A_STAGE.search(piece) and not _ONLY_WISHED.search(piece))
    aim = honours.find("aim", piece)
    if aim is None:
        return False
    # Of an application that was made before or still runs, the award is one not obtained.
    rest = piece[: aim.start()] + piece[aim.end() :]
    return not (_YEAR.search(rest) or _BEFORE.search(piece) or honours.has("not_obtained", rest))


def in_cells(piece: str) -> bool:
    """Whether a line without a verb is a row of cells: an award of a known kind, and whoever gave it."""
    cells = [cell.strip() for cell in _CELL_EDGE.split(piece.strip()) if cell.strip()]
    honours = load_lexicon("honours")
    named = any(honours.has("famous", cell) for cell in cells[:2])
    return named and len(cells) > 1 and any(honours.has("issuer_in_brackets", cell) for cell in cells[1:])


def given(piece: str) -> bool:
    """Whether an award and, in brackets right behind it, the authority that gave it make the claim without a verb."""
    honours = load_lexicon("honours")
    for match in _GIVER.finditer(piece):
        before = re.split(r"[，；：、】]", piece[: match.start()])[-1]
        if honours.has("award", before):
            return True
    return False


def of_another(piece: str) -> bool:
    """Whether a title in quotes is said to be another's (那是母公司的，“…单项冠军”，跟我们没关系)."""
    quoted = QUOTED.search(piece)
    named = quoted is not None and load_lexicon("honours").has("award", quoted[1])
    recipients = load_lexicon("recipients")
    return named and (recipients.has("denied_organisation", piece) or recipients.has("denied_individual", piece))


def _title_got(piece: str) -> bool:
    """Whether a title in quotes is said to have been got or given, behind it (区里的“…优胜企业”2022年拿的)."""
    quoted = QUOTED.search(piece)
    named = quoted is not None and load_lexicon("honours").has("award", quoted[1])
    return named and _GOT.search(piece, quoted.end() if quoted else 0) is not None


def claims(piece: str, sentence: str) -> bool:
    """The piece tells of an honour, not of a wish to apply nor of an honour as the title of a form."""
    honours = load_lexicon("honours")
    if is_no_claim(piece) or LACKS.search(piece):
        return False
    if in_cells(piece) or of_another(piece) or _title_got(piece) or given(piece):
        return True
    if honours.has("obtained", piece):
        return not re.search(r"获得?(?:发明|实用|专利|授权|客户|好评|认可|效益|经济)", piece) or honours.has(
            "famous", piece
        )
    if ROW.match(piece) and (not re.search(r"[，：].{4,}", BRACKET.sub("", piece)) or issuer_of(piece)):
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
