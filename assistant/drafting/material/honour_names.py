"""Who gave an honour and what it is called, out of the piece of text it stands in."""

import re

from assistant.drafting.lexicon import load_lexicon
from assistant.language.dates import DateMention

BRACKET = re.compile(r"（([^（）]*)）|\[([^\]]*)\]|【([^】]*)】")
QUOTED = re.compile(r"[“《「『]([^”》」』]{2,40})[”》」』]")
_GIVEN_BY = re.compile(
    r"(?:由(?!于)|被|经(?![理济营过常历验]))((?:(?![被由])[\u4e00-\u9fff、]){3,30}?)(?:联合)?(?:颁发|授予|评选|评为|认定|表彰|"
    r"命名|评定|颁授)|(?<![\u4e00-\u9fff])((?:(?![被由])[\u4e00-\u9fff、]){3,24}?)(?:颁发|授予|评选|"
    r"认定)的?"
)
LEAD = re.compile(
    r"^(?:[\s\d]*[.、．)）]|[0-9]{1,2}[ \t]*[|｜\t]+|"
    r"[\s·•\-—*#◆◇●○■□▲△★☆※►▶→|｜\t，；：:]|[0-9]{1,2}(?=[ \t]+[一-鿿])|其中|还|又|并|也|曾|"
    r"先后|并且|同时|另|以及|和|及|分别|再次|首次|连续|一举|成功)+"
)
# Who won, in a bracket behind the award (…市长质量管理奖（公司）), and not who gave it.
_THE_WINNER = re.compile(r"(?:本|我)?(?:公司|企业|单位|厂|院|校|社|中心|集体|组织|个人|班组|小组|团队)")
# Whose honour a bracket at the head of its line tells ((集团)2020年12月 甘肃省人民政府质量奖).
_WHOSE_HEAD = re.compile(
    r"[\s·•\-*0-9.、]*[（\[【](?:本|我|所在)?(?:公司|集团|总公司|母公司|企业|单位|厂|院|校|社|学校|医院|科室|车间|班组|小组|团队|集体|个人|本人)"
    r"[）\]】](?=\s*(?:(?:19|20)[0-9]{2}年|荣?获))"
)
# How it was given, behind who gave it (（陕西省人民政府通报表扬）).
_COMMENDED = re.compile(
    r"(?<=[府局厅委会部办])(?:联合|发文|行文|专文|下文|予以|给予)*(?:通报|发文|表彰文件|文件|通令)(?:进行|予以|给予)?(?:表扬|表彰|嘉奖|公布)?(?:的|过)?$"
)
_BY_WHAT_ACT = re.compile(
    r"(?:等(?:部门)?|联合)?(?:颁发|授予|评选|主办|发布|表彰|认定|[发颁给]的?)$|" + _COMMENDED.pattern
)
# Whom it was given to, said behind it (…质量奖提名奖（授予某某公司）), is not who gave it either.
_GIVEN_TO = re.compile(r"(?:授予|[颁发授奖]给|颁予|归属|归)(?:了|于|为|：)?[\u4e00-\u9fff“”]{2,}")
_VERB_HEAD = re.compile(r"^.*(?:获得?|取得|年|月|日|获评)(?=[\u4e00-\u9fff]{3})")
_DANGLING = re.compile(r"^(?:[\s年月日，、：:的于在|｜\t\-—/]|先后|又|再|还|曾|并)+|[\s，、；：:|｜\t。的]+$")
# Who won, and at what stage the list of winners is, name no award.
WINNER = re.compile(
    r"(?:获奖|受奖|获得)(?:单位|主体|者|人|企业|集体)[^，；]*|拟?(?:获奖|授奖)(?:名单|结果|公告|公示)[^，；]*"
)
_LEADS_TO_ISSUER = re.compile(r"^(?:落款(?:写)?|盖章|印章|颁发单位|发证单位|奖牌上?|证书上?)?(?:的?是|为|由|：)")
_LEFT_OVER = re.compile(
    r"^(?:(?:墙上|厅里|手里|市里|省里|国家)?(?:挂着)?的?(?:有|那|这)(?:一|几)?(?:块|个|张|面|座)(?:牌子?)?是?)|^[了颁发给的]+(?=[\u4e00-\u9fff]{3})|(?:获奖)?名单$|^(?:我们|自己|公司|他|她|我)?(?:得|拿|领|获|评)的(?:就)?是|^(?:那|这)?(?:块|个)?(?:就)?是(?=[一-鿿]{4})"
)
RANK = re.compile(r"(?:位列|名列|排名?)[^，。；]{0,10}第[一二三四五六七八九十0-9]+名?|奖金|奖牌")
_ISSUED = re.compile(
    r"(?<![\u4e00-\u9fff])(?:[\u4e00-\u9fff]{0,6}到了?)?([\u4e00-\u9fff]{1,12}?(?:政府|总局|[部厅局委]))(?:给[我本咱][\u4e00-\u9fff]{0,3})?"
    r"(?:公布|颁发?|授予|发|表彰)(?:过|的|了)*(?=[\u4e00-\u9fff“第，。]|$)"
)

_MEDAL = re.compile(r"(?<=奖)[状章杯旗匾](?![程制])")
# Whatever a title in quotes is called: who obtains or is given it has an honour (荣获省卫健委“改善医疗服务先进典型”).
_QUOTED_TITLE = re.compile(
    r"(?:[12][0-9]{3}年(?:[0-9]{1,2}月)?[^，。；“”]{0,16}[评颁发送选]出?的|荣?获(?!得?(?:发明|实用|专利|授权|软件|国家专利))得?|获评|评为|授予|命名为|表彰为|评选为|颁发)(?:了|为|过)?"
    r"[^，。；“”《》]{0,24}“[^“”]{3,24}”(?![^，。；]{0,4}(?:专利|商标|课题|项目|软件|著作|证书|认证|资质|培训|工作法|操作法))"
)

# A rank that names no award by itself, and the contest told before it.
_BARE_RANK = re.compile(r"(?:个|了个|一个)?(?P<rank>(?:[一二三特]等|金|银|铜|优秀|优胜|鼓励|最佳)奖|第[一二三]名)")
_CONTEST = re.compile(
    r"(?:参加|参与|出席|代表[^，。；]{1,8}?去)(?:了|过)?(?:[0-9]{4}年度?)?(?P<what>[\u4e00-\u9fffA-Za-z]{4,24}?)(?:的?(?:比赛|评比))?[，,](?:[^，。；]{0,6})(?:拿|获|得|夺|捧)"
)


def has_award(text: str) -> bool:
    return load_lexicon("honours").has("award", text) or _QUOTED_TITLE.search(text) is not None


def issuer_of(text: str) -> str:
    """Who gave it, without the words that only lead up to the name (落款是市政府)."""
    return _LEADS_TO_ISSUER.sub("", re.sub(r"^[年月日号]份?", "", _issuer_as_told(text)))


def _issuer_as_told(text: str) -> str:
    honours = load_lexicon("honours")
    text = _WHOSE_HEAD.sub("", text)
    for match in BRACKET.finditer(text):
        inner = WINNER.sub("", next(group for group in match.groups() if group is not None))
        for part in re.split(r"[，；、]?(?=[0-9]{4}年)|[，；]", inner):
            if _THE_WINNER.fullmatch(part.strip()) or _GIVEN_TO.match(part.strip()):
                continue
            if honours.has("issuer_in_brackets", _BY_WHAT_ACT.sub("", part.strip())):
                return re.sub(r"(?:[颁发授奖][给予]|[发颁给]的$).*", "", _COMMENDED.sub("", part.strip()))
    cells: list[str] = [cell.strip() for cell in re.split(r"[|｜\t]+| {2,}|\u3000+", text)]
    # A date, a name and who gave it, set apart by single blanks.
    words: list[str] = text.split(" ")
    last = words[-1:] if len(words) > 2 else []
    for cell in (*cells[1:], *last):
        if honours.has("issuer_in_brackets", cell) and not honours.has("award", cell):
            return cell
    for part in re.split(r"，|—{1,2}", BRACKET.sub("", text))[1:]:
        given_to = re.match(r"[^，。；]{0,4}(?:抬头|署名|获奖)", part.strip())
        giver = re.sub(r"(?:颁发|授予|[发颁给])的?$", "", part.strip())
        if honours.has("issuer_in_brackets", giver) and not given_to and not honours.has("award", part):
            return giver
    given = _GIVEN_BY.search(text)
    if given is None:
        issued = _ISSUED.search(BRACKET.sub("", text))
        return issued[1] if issued else ""
    giver = _VERB_HEAD.sub("", given[1] or given[2])
    return (
        "" if honours.has("award", giver) else giver
    )  # 获高新技术企业认定 names what was given, and nobody who gave it


def name_of(text: str, date: DateMention | None, issuer: str) -> str:
    """The honour's own name: quoted, else from behind the verb of obtaining to the last award word."""
    honours = load_lexicon("honours")
    plain = re.sub(r"？.*$", "", WINNER.sub("", BRACKET.sub("", text)))
    if date is not None:
        lead, _, rest = plain.partition(date.text)
        plain = f" {rest}" if has_award(rest) and not has_award(lead) else plain.replace(date.text, " ")
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
    plain = RANK.sub("", plain)
    verbs = list(honours.patterns["obtained"].finditer(plain))
    first = honours.find("award", plain)
    behind = [verb for verb in verbs if first is None or verb.end() <= first.end()]
    body = plain[behind[-1].end() :] if behind and plain[behind[-1].end() :].strip() else plain
    quoted = next((m for m in QUOTED.finditer(body) if honours.has("award", m[1])), None)
    if quoted is not None and honours.has("award", body[: quoted.start()]) is False and quoted.start() <= 2:
        # A class told in brackets within the quotes is part of the name (“…质量奖（个人）”).
        whole = (match[1] for match in QUOTED.finditer(text) if BRACKET.sub("", match[1]) == quoted[1])
        return next(whole, quoted[1])
    ends = [match.end() for match in honours.patterns["award"].finditer(body)]
    body = body[: _past_medal(body, max(ends))] if ends else body
    if "，" in body and "“" not in body:
        body = next((part for part in reversed(body.split("，")) if honours.has("award", part)), body)
    name = _DANGLING.sub("", _ISSUED.sub("", LEAD.sub("", body))).removeprefix("度")
    name = _of_contest(_LEFT_OVER.sub("", name), plain)
    return name + "”" if name.count("“") > name.count("”") else name.removesuffix("”") if "“" not in name else name


def _of_contest(name: str, text: str) -> str:
    """A bare rank with the contest it was won in before it (参加了全国QC成果发布，拿了个一等奖)."""
    rank = _BARE_RANK.fullmatch(name)
    if rank is None:
        return name
    contest = _CONTEST.search(text)
    return (contest["what"] if contest else "") + rank["rank"]


def _past_medal(text: str, end: int) -> int:
    """The end of the name with what the award is given as (劳动奖状, 奖章, 奖杯)."""
    medal = _MEDAL.match(text, end)
    return medal.end() if medal else end
