"""Name, title and telephone of the contact, token by token."""

import re

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.model import Fact
from assistant.drafting.material.scan import Scan
from assistant.drafting.material.surnames import is_name, may_be_name, name_pattern, surnames

PHONE = re.compile(
    r"(?<![0-9A-Za-z-])(?:1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}|1[3-9][0-9]{2}[- ][0-9]{3}[- ][0-9]{4}"
    r"|(?:[（(]0[0-9]{2,3}[)）]|0[0-9]{2,3})[-—– ]{0,3}"
    r"(?:[0-9]{7,8}|[0-9]{3,4}[ -][0-9]{4}|[0-9]{4}[ -][0-9]{3})(?:[-转][0-9]{1,5})?"
    r"|\+?86[-— ]{1,3}(?:0?[0-9]{2,3})[-— ]{1,3}(?:[0-9]{7,8}|[0-9]{3,4}[ -][0-9]{4})"
    r"|\+86[- ]?1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}"
    r"|[48]00[- ]?[0-9]{3,4}[- ]?[0-9]{3,4}|(?<=[：:话])\s*[0-9]{7,8})(?![0-9Xx])"
)
_TOKEN = re.compile(
    r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff](?:(?: [\u4e00-\u9fff]){2}| [\u4e00-\u9fff]{1,2})(?![\u4e00-\u9fff])|[^\s"
    r"，,、；;：:（）()|｜/。\t“”【】—\-▲◆●■★※▍◇☆○►▶]+"
)
_HONORIFIC = re.compile(r"(?:同志|先生|女士|老师|小姐|本人|自己)$")
_NAME = re.compile(
    r"(?![^ ]*(?:谁|咱|本人|自己|没定|没有|未定|待定|再|让|定了|未定"
    r"|空着|后补|学校|公司|单位|医院|本院|我|换号|搬迁|总机"
    r"|办公室|值班室|传达室|前台|打这|如需|如有"
    r"|售后|客服|热线|商务|合作|传达|微信|有事|填写?$))[\u4e00-\u9fff·]{2,4}"
)
_CALLED = re.compile(r"^(?:名叫|叫做?|大名|姓名|名字叫?)(?=[\u4e00-\u9fff]{2,4}$)")
# The name of the papers, told behind what everybody calls one by (理事 尕拉毛，…，大名 郗来福).
_REAL_NAME = re.compile(
    r"(?:大名|本名|真名|学名|官名|正名|身份证(?:上|名)?|户口本?上?|正式名字?|登记名)"
    r"(?:的?名字?|写)?(?:叫做?|是|为|：)?[ ]?[“]?"
    r"(?P<name>[\u4e00-\u9fff·]{2,4})(?=[，。；、（）() ”\n0-9]|电话|手机|$)"
)
_NOISE = re.compile(
    r"^(?:[\u4e00-\u9fff]{0,4}(?:电话|热线|手机号?|座机)|联系|联系我们?|联系人|联络|联络人|经办|对接|咨询|联系方式|联系电话|电话|手机|座机|职务|姓名|办公|办公室电话|"
    r"微信同号|同微信|落款|署名|签名|盖章|此致|敬礼|及|或|男|女|为|是|本单位|我|"
    r"本人|公司|我们|请|白天|工作日|号码|传真|邮箱|兼|和)$"
)
_TITLE_LEAD = re.compile(
    # where a post's holder comes from or what is in his care (车队出身的副总)
    r"^(?:[\u4e00-\u9fff]{0,8}(?:出身|转行|转岗|转业|退伍|科班|提上来|提拔|上来|调来|调过来|返聘|新来|新上任|刚上任|年轻|兼职"
    r"|(?:分管|主管|管|负责|抓)[\u4e00-\u9fff]{1,6})的"
    # the house without its name, before a department of its own (医院质控科副科长)
    r"|(?:医院|学校|合作社|集团|协会|厂)(?!办公室)(?=[\u4e00-\u9fff]{2,8}[部科处室办](?:副?[\u4e00-\u9fff]长|副?主任|副?经理|主管))"
    r"|现?(?:任|担任|兼任|系|是|为)(?:我们?|本)?(?:公司|单位|院(?!长)|校(?!长)|厂(?!长))?"
    r"|(?:[他她]?的?)?(?:职务|职位|岗位)(?:就|也|还)?(?:是|为)(?:我们?|本)?(?:公司|单位)?"
    # the employer without its name, before a department or a post of its head (公司工程部经理)
    r"|公司(?!办公室|工会)"
    r"|(?:[他她](?:就|现)?)?(?:是|在)?(?:我们|咱们?)?(?:公司|[厂院校社店站馆场矿])[里上]?的?[当做任]"
    r"|[他她]?(?:是|在)?(?:我们|咱们?)?[厂院校社店站馆场矿][里上]的?"
    r"|(?:我们|我|咱们?|本|贵|该|其|[他她]们?|俺们?)(?:这边|那边)?(?:公司|单位|院|校|厂(?!长)|店(?!长)|社(?!长)|中心|站(?!长)|集团)?|(?:公司|单位|院|校|厂)的"
    r"|[\u4e00-\u9fff（）·]{2,30}?(?:有限责任公司|有限公司|股份公司|集团公司|合作社)(?:[\u4e00-\u9fff]{2,10}?(?:分公司|支公司|分部|支行|分行|分厂|分院|营业部))?"
    # an employer named by its place or at length: 合川区三江小学教导主任
    r"|[\u4e00-\u9fff]{2,16}?(?<=[省市区县镇乡])[\u4e00-\u9fff]{0,12}?(?:小学|中学|学校|幼儿园|医院|卫生院|图书馆|博物馆|学院|大学|研究所|研究院|检验所|检测中心|服务中心|养老院|供电局|水厂|电厂)"
    r"|[\u4e00-\u9fff]{2,6}(?:小学|中学|幼儿园|卫生院|图书馆|博物馆|职业学校|职教中心|敬老院|养老院))"
    r"的?(?=[\u4e00-\u9fff]{2})"
)
# 系办公室秘书 before any name: the office of a faculty, no 系 that says what somebody is.
_OF_A_FACULTY = re.compile(r"系(?:办|主任|副主任|秘书|书记|教学|学工)")
_COPULA = re.compile(
    r"[\s：:]*(?:(?:联系人|联络人|对接人)(?=就|写|填|报|留|是|为))?(?:就|还|先|暂|仍)?(?:是|为|系(?!办|主任|副主任|秘书|书记)|叫|定(?!点|额|制|价|向|位)为?|写|填|找|由)?(?:我(?:本人|自己|们|老婆|爱人|丈夫|妻子|儿子|女儿|弟弟|哥哥|姐姐|妹妹|父亲|母亲|儿媳|女婿|侄[子女儿]|外甥女?|婆娘|媳妇|老公|当家的|表[弟哥姐妹]|堂[弟哥姐妹]|嫂子|姐夫|徒弟|同事)?|本人)?(?:就行|即可)?[：，]?\s*(?=[\u4e00-\u9fff])"
)
# What follows the name in a sentence (由行政主管白露负责, 找何秀英就行).
_TAIL = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?:就行|即可|都行|就可以|就好|好了|也行|都可以|吧|呗|负责|牵头|办理|对接|收|接听|(?<!对)接(?:电话)?|代接|在(?:的|呢)?|(?:来|同志)?(?:担任|兼任|充任|出任))$"
)
_HEAD = re.compile(
    r"^(?:(?:有事|有问题|有疑问|要联系)?(?:联系|电话|座机|手机)?(?:就|请|可以?|直接|都)*(?:打|拨)(?:给|到)?(?:我们?的?)?|(?:现在?|目前|今后|以后|往后|眼下)(?:就|都|统一|改|转)?(?:请|可|可以)?(?:找|联系|问|打给?|是|由)(?:我们?的?)?|(?:有事|有问题|如有疑问|具体事宜|要问[\u4e00-\u9fff]{0,4})?(?:请|可|可以)?(?:与|和|跟|找|联系|直接联系)|就?写|就?填|找|[\u4e00-\u9fff]{0,6}(?:材料|事宜|工作|事项|申报|细节|数据|情况|联系|联络|对接|沟通)(?:统一|一律|均|都|暂|仍)?(?:由|问|找|请问|请找|请教)|[\u4e00-\u9fff]{1,12}由|由|是|为|请找|转|打给?|报|留|请?问|可问|咨询|请教|[他她]是|[他她]就是)(?:我们?的?)?(?=[\u4e00-\u9fff]{2})"
)
_NAMED_BEFORE_TITLE = re.compile(
    rf"(?P<department>(?:[\u4e00-\u9fffA-Z]{{0,8}}(?:部|办公室|办|科|处|室|中心|车间|课|股|组|工会|厂|公司)的?)?)(?P<name>{name_pattern()})"
)
# 人事李经理: only the surname is given, so the post belongs to what the contact is called by.
_SURNAME_AND_TITLE = re.compile(
    rf"(?P<department>(?:人事|行政|财务|质量|品质|生产|技术|综合|办公室|质检|品管|企管|[\u4e00-\u9fff]{{1,6}}[部科处室办])?)"
    rf"(?P<name>[{surnames()}](?P<title>总经理|经理|主任|科长|部长|处长|厂长|院长|校长|站长|所长|工程师|总监|主管|书记|主席|老师))"
)
# What one calls a person by that is no post (璩老师).
_ADDRESS = frozenset({"老师"})
# What the head of bears its own last word in the title (管网所所长, 甘泉站站长): no name, however it begins.
_A_BODY = re.compile(r"[班组科所站厂队馆院局段矿园库社]$")
# The office of a head is a department, and nobody's post (厂长办公室, 经理室).
_ITS_OFFICE = re.compile(r"(?:办公室|室|办(?!事))(?!主任|副主任|秘书|文员|干事|科员|职员|负责人|主管|助理|内勤)")
_POST = re.compile(r"(?!联系|联络|经办|填报|申报|负责$)[\u4e00-\u9fff]{2,9}[人员长师官表书管事]")


def read_parts(scan: Scan, start: int, end: int) -> dict[str, Fact]:
    """Name, title and telephone out of one stretch, whatever order they stand in; what is not there is absent."""
    found: dict[str, Fact] = {}
    for phone in PHONE.finditer(scan.text, start, end):
        if not load_lexicon("facts").has("contact_not", scan.text[max(start, phone.start() - 12) : phone.start()]):
            found["contact_phone"] = contact_fact(scan, "contact_phone", phone.start(), phone.end())
            break
    department: tuple[int, int] | None = None
    placed = "contact_phone" in found or load_lexicon("facts").has("executive_title", scan.text[start:end])
    copula = _COPULA.match(scan.text, start, end)
    start = copula.end() if copula else start
    tokens = [token for piece in _between_phones(scan.text, start, end) for token in _TOKEN.finditer(scan.text, *piece)]
    for token in tokens:
        department = _read_token(scan, token, found, department, placed=placed)
    if "contact_name" in found and "contact_title" not in found:
        _unlisted_title(scan, tokens, found)
    real = _REAL_NAME.search(scan.text, start, end) if "contact_name" in found else None
    if real is not None and may_be_name(real["name"], placed=True):
        found["contact_name"] = contact_fact(scan, "contact_name", *real.span("name"))
    return found


def _between_phones(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches that numbers leave, so that one typed against a name is no part of it (慕容川139…)."""
    phones = [phone.span() for phone in PHONE.finditer(text, start, end)]
    edges = [start, *(edge for span in phones for edge in span), end]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _unlisted_title(scan: Scan, tokens: list[re.Match[str]], found: dict[str, Fact]) -> None:
    """A post no list knows, beside the name (质量受权人 呼延静)."""
    name = found["contact_name"].span
    for index, token in enumerate(tokens):
        span = scan.source.span(*token.span())
        if span.start != name.start:
            continue
        for beside in (tokens[index - 1] if index else None, tokens[index + 1] if index + 1 < len(tokens) else None):
            if beside is not None and _POST.fullmatch(beside.group()) and not is_name(beside.group()):
                found["contact_title"] = contact_fact(scan, "contact_title", *beside.span())
                return


def _read_token(
    scan: Scan, token: re.Match[str], found: dict[str, Fact], department: tuple[int, int] | None, *, placed: bool
) -> tuple[int, int] | None:
    """Put one token where it belongs; a department waits for the title that follows."""
    facts = load_lexicon("facts")
    text = _TAIL.sub("", token.group().replace(" ", ""))
    if not text:
        return department
    if _NOISE.match(text) or load_lexicon("labels").has("blank", text) or not re.search(r"[\u4e00-\u9fff]", text):
        return department
    titles = [m for m in facts.patterns["executive_title"].finditer(text) if not _of_its_office(text, m)]
    if titles:
        _titled(scan, token, titles[-1], found, department, placed=placed)
        return department
    if re.fullmatch(facts.patterns["department"].pattern, text) and "contact_title" not in found:
        return token.span()
    split = re.fullmatch(rf"({facts.patterns['department'].pattern})([\u4e00-\u9fff·]{{2,3}})", text)
    parted = split is not None and may_be_name(split[split.lastindex or 0])
    if split is not None and parted and len(text) > 4 and "contact_name" not in found:
        found["contact_name"] = contact_fact(
            scan, "contact_name", token.start() + split.start(split.lastindex or 0), token.end()
        )
        return token.start(), token.start() + split.start(split.lastindex or 0)
    called = len(text) - len(_CALLED.sub("", text))
    name = _HONORIFIC.sub("", text[called:])
    if _NAME.fullmatch(name) and may_be_name(name, placed=placed) and "contact_name" not in found:
        found["contact_name"] = contact_fact(
            scan,
            "contact_name",
            token.start() + called,
            token.start() + len(token.group()) - len(text) + called + len(name),
        )
    return department


def _of_its_office(text: str, title: re.Match[str]) -> bool:
    """Whether a post only says whose office the department is; that of a department's head is told for the post."""
    return not re.search(r"[部科处室]", text[: title.start()]) and _ITS_OFFICE.match(text, title.end()) is not None


def _titled(
    scan: Scan,
    token: re.Match[str],
    title: re.Match[str],
    found: dict[str, Fact],
    department: tuple[int, int] | None,
    *,
    placed: bool,
) -> None:
    """A token that ends in a title (质量部经理), begins with one (经理缪砺锋) or joins both (缪砺锋经理)."""
    text, start = _TAIL.sub("", token.group()), token.start()
    verb = _HEAD.match(text)
    if verb is not None:
        text, start = text[verb.end() :], start + verb.end()
    lead = _TITLE_LEAD.match(text)
    if lead and _OF_A_FACULTY.match(text) and "contact_name" not in found:
        lead = None
    if lead and not is_name(text[: max(0, title.start() - (verb.end() if verb else 0))]):
        text, start = text[lead.end() :], start + lead.end()
    shift = start - token.start()
    at, stop = title.start() - shift, title.end() - shift
    if stop <= 0:
        return
    at = max(at, 0)  # a title that swallows the verb before it (当保管员) begins behind the verb
    joined = _joined(text, at) if stop == len(text) else None
    if joined is not None and "contact_name" not in found:
        _take_joined(scan, start, text, joined, found, department)
        return
    called = _SURNAME_AND_TITLE.fullmatch(text) if "contact_name" not in found else None
    if called is not None:
        at_name = start + called.start("name")
        found["contact_name"] = contact_fact(scan, "contact_name", at_name, start + len(text))
        if called["department"] and called["title"] not in _ADDRESS and "contact_title" not in found:
            span = scan.source.span(start, start + len(text))
            found["contact_title"] = Fact("contact_title", called["department"] + called["title"], span)
        return
    behind = _HONORIFIC.sub("", text[stop:])
    head = text[:stop]
    if _NAME.fullmatch(behind) and may_be_name(behind, placed=placed) and "contact_name" not in found:
        found["contact_name"] = contact_fact(scan, "contact_name", start + stop, start + stop + len(behind))
    if "contact_title" in found and not _fuller(head, str(found["contact_title"].value)):
        return
    value = head
    if department is not None and not re.search(r"[部科处室办心间]", text[:at]):
        value = scan.text[slice(*department)] + head
    span = scan.source.span(department[0] if department and value != head else start, start + len(head))
    found["contact_title"] = Fact("contact_title", value, span)


def _fuller(title: str, known: str) -> bool:
    """Whether `title` is the full wording of a title already read (助理 before 总经理助理)."""
    return len(title) > len(known) and title.endswith(known)


def _joined(text: str, at: int) -> re.Match[str] | None:
    """A department and a name before the title that begins at `at`; no body that the title is the head of."""
    body = _A_BODY.search(text[:at]) is not None and text[at : at + 1] == text[at - 1 : at]
    return None if body or _is_department(text[:at]) else _NAMED_BEFORE_TITLE.fullmatch(text[:at])


def _take_joined(
    scan: Scan,
    start: int,
    text: str,
    joined: re.Match[str],
    found: dict[str, Fact],
    department: tuple[int, int] | None,
) -> None:
    """办公室赵景行主任: the name stands between the department, which may be a token before it, and the title."""
    name = (start + joined.start("name"), start + joined.end("name"))
    found["contact_name"] = contact_fact(scan, "contact_name", *name)
    if "contact_title" not in found:
        before = scan.text[slice(*department)] if department and not joined["department"] else ""
        title = before + joined["department"].removesuffix("的") + text[joined.end() :]
        first = department[0] if department and before else start
        found["contact_title"] = Fact("contact_title", title, scan.source.span(first, start + len(text)))


def _is_department(text: str) -> bool:
    return re.fullmatch(load_lexicon("facts").patterns["department"].pattern, text) is not None


def contact_fact(scan: Scan, key: str, start: int, end: int) -> Fact:
    """The fact behind `scan.text[start:end]`; a telephone as it was sent unless a scan has misread its digits."""
    span = scan.source.span(start, end)
    as_sent = key == "contact_phone" and not re.search(r"[A-Za-z]", span.quote)
    text = re.sub(r"\s+", "", span.quote if as_sent else scan.text[start:end])
    return Fact(key, text, span)
