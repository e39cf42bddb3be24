"""The business scope as the material writes it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.labels import labelled
from assistant.drafting.material.model import Fact
from assistant.drafting.material.scan import Scan
from assistant.drafting.material.scope_activities import told_activities
from assistant.drafting.material.scope_bare import bare_scopes
from assistant.drafting.material.scope_clauses import as_listed, clause_scopes, with_more
from assistant.drafting.material.scope_presented import presented_scopes
from assistant.drafting.material.scope_verbs import bare_joints, verb_chains
from assistant.drafting.material.team_words import is_team

_SCOPE = re.compile(r"[^，。；\n]{2,80}")
_INTEGRATED = re.compile(r"集([^，。；\n]{4,40}?)(?:于|为)一体")
_MAINLY = re.compile(
    r"以([\u4e00-\u9fff、]{3,30}?)为主(?:业|营|要)|(?:业务|产品|诊疗|科目|项目|服务|经营|范围)[\u4e00-\u9fff]{0,4}以(?P<what>[\u4e00-\u9fff、]{4,40}?)为主(?=[，。；\n])"
)
_MAKES = re.compile(
    r"(?:[，。\n]|我们|店里|厂里)做(?![了到好法出成起过完事主])([\u4e00-\u9fffA-Za-z、]"
    r"{3,20}?)(?:的(?:小?厂|店|买卖|生意))?(?=[，。])"
)
_SCOPE_TAIL = re.compile(
    r"(?:(?:这)?[几两三四五六七八九]?[大]?[几些两三四五六七八九](?:大)?[样个项种块摊类条]子?(?:的)?(?:事|活|业务|业|工作|服务|内容|线|板块)*|等(?:几|[两三四五六七八九])[样个项种块类](?:业务|服务)?|这碗饭|的饭|的[\u4e00-\u9fff]{0,8}(?:企业|公司|单位|厂|组织|合作社|机构|学校|幼儿园|医院|养老院|农场|老店)|等(?:业务|工作)|(?<=[\u4e00-\u9fff]{4})(?<!代理)(?<!中间)(?<!金融)(?<!信贷)业务|"
    r"于一体.*|为主(?:业)?|的(?:业务|活|生意|工作)|(?<=[测验护育传])工作)$"
)
# A second trade told behind the first (，顺带种耐碱苜蓿; ，还带到代加工麻辣调料).
_ALSO = re.compile(
    r"，(?:还|也|顺带|顺便|捎带|附带|兼带?|另外?|再|同时|平时)(?:还|也|带到?|着|搞点?|兼|捎|对外)*"
    r"(?:种|养|卖|做|代|加工|生产|销售|承接|承揽|提供|修|经营|配送|批发|零售|租赁|出租|培训|开展|收购)(?!法|好|到|过|了|出)[\u4e00-\u9fff、]{1,20}"
    r"|，(?:还|也|同时|另外?)+(?:对外)?(?:接|跑|拉|办|承办|开办)(?!到|手|受|着|待|触|近|连|过|了|法|理)[\u4e00-\u9fff、]{2,20}?(?:培训|教育|服务|加工|维修|检测|咨询|配送|业务|出租|租赁|[客货]运|运输|班[线车]|校车|快递)(?=[。；，])"
)
_QUOTED = re.compile(
    r"(?:经营|业务|服务|许可)范围(?:一栏|那栏|这栏|里|上)?(?:的)?(?:原话|原文|写的|写|载明|核准|登记|印的|填的|列的|注明)*(?:上)?(?:的)?(?:是|为|：)*“(?P<scope>[^“”\n]{4,160})”"
)
_SPOKEN_TAIL = (
    r"(?:的?这?(?:大?[几两三四五六七八九]+)(?:大)?[样个项种块摊类条]子?(?:的)?(?:事|活儿?|业务|服务|工作)?"
    r"|等(?:业务|服务|工作)?|的?(?:业务|活儿?|生意|营生|买卖)|这碗饭|的饭|(?:来)?吃饭|过日子|为生|谋生|的(?:企业|公司|厂子?|单位|合作社))?"
)
# A sentence that tells how, when or by whom, and not what the trade is.
_TELLS_MORE = re.compile(
    r"手艺|时候|的人|讲究|[了过着得]|没|不(?!锈|干胶|饱和|倒翁)|都|谁|怎|为啥|以前|过去|后来|质量(?:管理)?工作|的、|的$|[他她你]|这(?!些|几|[两三四五六七八九][类种样套项个块])|那(?!些|几)|每|第[一二三]|一[道套本张次遍条]|工作法|台账|记录"
)
_CELL = re.compile(r"(?<=[|｜\t])[ ]*([\u4e00-\u9fff、与和及]{4,40}?)[ ]*(?=[|｜\t\n])")
_TEACHES = re.compile(
    r"(?<=[，。；\n])((?:小学|初中|高中|普通高中|中职|中等职业|高等职业|学前|幼儿|九年一贯制|义务)[\u4e00-\u9fff]{0,8}教育)(?=[，。；\n])"
)
_DOES = re.compile(r"(?:生产|制造|销售|加工|服务|种植|养殖|研发|维修|运输|经营|检测|配送|施工|安装)$")
# What a sentence sets between its verb and the trade (做的事情就是…).
_SCOPE_LEAD = re.compile(
    r"(?:[一两三四五六几]?(?:件|样|桩|宗|类|项)(?:事情?|活儿?|买卖|生意|业务)?(?:[：]|—{1,2})|[：])|(?:的)?(?:事情?|活儿?|业务|生意|买卖|营生|行当|工作)(?:主要|就|也)?(?:是|为|有|包括)[：]?"
)
_TRADE_END = re.compile(
    r"(?:生产|制造|销售|加工|服务|种植|养殖|研发|维修|运输|经营|检测|配送|施工|安装|维护|制作|开发|运维|养护|教育|培训|教学)$"
)
_SELLS = re.compile(r"(?:主营|主打|主产|专做|专产)$")
_LEGAL_NOTE = re.compile(r"[*＊]{2,}.*$|（依法须经[^）]*）|[，；]?依法须经批准的项目.*$")
# An answer that is a sentence of its own, with its own words for the scope in it.
_TELLS_OF_IT = re.compile(r"，[^，]{0,6}行业(?:选|填|是|归|写)|，(?:主要|专门?|就)(?:做|干|生产|经营|从事)")
# A second clause behind the scope in one cell or answer, which tells of something else (…；行业写…).
_ELSE = re.compile(
    r"[；。](?=[^；。]{0,8}(?:行业|类型|性质|人数|员工|职工|地址|成立|注册|登记|就|太|也|但|不过|另|其中|现有|目前))"
    r"|。|(?:，|；)(?:算(?!法|力)|归入?|属|列入|划归|前身|成立|现有|公司|位于|员工|行业)"
)
# The verb an answer begins with before a list (干电梯维保、急修; 做豆干、豆豉的生产).
_DOES_LIST = re.compile(
    r"(?:我们|公司)?(?:主要|就|平时)?(?:是)?(?:做|干|搞|从事)(?:的是|的就是)?(?=[^，。；、]{2,12}、)"
)
_SUCH = re.compile(r"(?:这|那)(?:些|几?[类种样套项个块]|样的|一[类种])(?=[\u4e00-\u9fff]{2})(?!的)")
_POINTS = re.compile(r"这[两三四五六七八九][类种样套项个块](?=[\u4e00-\u9fff]{2})")
# 主要酿造… tells the business, and 主要 is no part of it.
_MAIN = re.compile(r"^(?:主要|专门)(?=(?:酿|生产|制造|加工|销售|种|养|研发|提供|承接|经营|开展|做|卖)[一-鿿]{2})")
_CHARGE = re.compile(
    r"(?:^|(?<=[，。；：\n]))(?:我们?|本)?(?:班组|小组|车间|工段|机组|项目部|[班组队])?(?:里|上)?(?:主要|具体|现)*"
    r"(?:(?:负责|承担|管着?)(?:的就?是)?|(?:干|做|忙)的(?:活儿?|事情?|工作)?(?:就|主要)?是|主要(?:搞|干|做|从事|进行|围绕)|(?:专门?|平时|天天)?[干做搞](?=[^，。；\n]{2,40}(?:检修|抢修|维修|维护|保养|安装|装配|调试|焊接|加工|检测|检验|试验|消缺|点检|巡检|运行|操作|作业|[\u4e00-\u9fff]修)[，。；\n])(?![了过完得好成活]))(?P<charge>(?:[0-9]+(?:\.[0-9]+)?(?:万?千伏|kV|KV|万?吨|毫米|厘米|米|公里|兆瓦|MW|级|匹)(?:及以下|及以上|以下|以上|级)?的?)?[\u4e00-\u9fff、]{4,40})(?=[，。；\n])"
)
_IN_CHARGE_OF = re.compile(r"(?:主要|具体)?(?:负责|承担)")
_KIND_OF_LIST = re.compile(
    r"(?P<kind>(?!主要|主营|公司|经营|我们|本院|医院|单位|企业|具体|全部|其他|现有)[\u4e00-\u9fff]{2}(?:业务|服务|项目))"
    r"(?:范围)?(?:主要)?(?:涵盖|包括|包含|覆盖|涉及|有|为|是)了?$"
)
_KIND_BACK, _SHORT_HEAD = 16, 3
# Chatter, a question or a person has no place in a scope.
_CHATTER = re.compile(
    r"[？?]|怎么|咋|什么|啥|[吗呢吧嘛哈哦]$|得(?:最|很|快|慢|好|多|不)|[我你他她它咱]|谁|空着|不敢|照着?执照|执照[^，。；]{0,4}抄|不知道|记不|说不|不清|填(?![充料埋缝])|[一-鿿]岗[一-鿿]得"
)
_NOT_A_SCOPE = re.compile(
    r"[0-9一二三四五六七八九十]+余?多?年(?!义务|一贯|制)|造型工作|变更|作废|没批|怎么写|(?:工作|行业)[0-9]|以来|质量(?:管理)?工作$|公益|慈善|活动|[？]|什么|哪些"
    r"|^(?:部|车间|科室?|线|班|现场|过程|任务|计划)|(?:质量|管理)制度|质量月"
)


def read_scope(scans: tuple[Scan, ...], applicant: str = "") -> Fact | None:
    """The business scope as written, to the end of its clause (of its line where it is labelled); what only points at
    the list in speaking is left out (两套软件 for 这两套软件, 等易损件 for 这些易损件)."""
    fact = _scope_told(scans) or (_charge_of_team(scans) if is_team(applicant) else None)
    if fact is not None and is_team(applicant):
        lead = _IN_CHARGE_OF.match(str(fact.value))
        value = str(fact.value)[lead.end() :] if lead else str(fact.value)
        fact = Fact(fact.key, value, fact.span)
    if fact is None:
        return None
    value = _POINTS.sub("", _SUCH.sub("等", as_listed(_MAIN.sub("", str(fact.value)))))
    return Fact(fact.key, value, fact.span)


def _charge_of_team(scans: tuple[Scan, ...]) -> Fact | None:
    """What a team says it is in charge of (工段负责水泥包装、码垛和装车)."""
    for scan in scans:
        match = _CHARGE.search(scan.text)
        if match is not None and not scan.sealed(*match.span()) and not _NOT_A_SCOPE.search(match["charge"]):
            return Fact("business_scope", match["charge"], scan.source.span(*match.span("charge")))
    return None


def _scope_told(scans: tuple[Scan, ...]) -> Fact | None:
    for scan in scans:
        for value in labelled(scan, "business_scope"):
            if not value.blank and len(value.text) >= 2 and not _TELLS_OF_IT.search(value.text):
                text = _ELSE.split(value.text)[0]
                text = _LEGAL_NOTE.sub("", text).rstrip("；，。 *＊")
                if len(text) < 2 or _CHATTER.search(text):
                    continue
                lead = _DOES_LIST.match(text)
                begin = value.start + (lead.end() if lead else 0)
                text = text[lead.end() :] if lead else text
                return Fact("business_scope", text, scan.source.span(begin, begin + len(text)))
    quoted = _quoted(scans)
    if quoted is not None:
        return quoted
    chained = _first(scans, verb_chains)
    if chained is not None:
        return replace(chained, value=bare_joints(str(chained.value)))
    for scan in scans:
        for match in load_lexicon("facts").patterns["scope_before"].finditer(scan.text):
            fact = _scope_at(scan, match.end())
            if fact is not None:
                return fact
    spoken = _spoken(scans) or _first(scans, presented_scopes)
    spoken = spoken or _integrated(scans) or _scope_cell(scans) or _first(scans, bare_scopes)
    return spoken or _first(scans, told_activities) or _first(scans, clause_scopes)


def _first(scans: tuple[Scan, ...], spans_of: Callable[[Scan], Iterator[tuple[int, int]]]) -> Fact | None:
    spans = ((scan, *span) for scan in scans for span in spans_of(scan))
    first = next(spans, None)
    if first is None:
        return None
    scan, start, end = first
    end = with_more(scan.text, end)
    return Fact("business_scope", scan.text[start:end], scan.source.span(start, end))


def _quoted(scans: tuple[Scan, ...]) -> Fact | None:
    """What the licence is quoted with (经营范围原话是“…”, 执照上经营范围写的是…)."""
    for scan in scans:
        for match in _QUOTED.finditer(scan.text):
            if not scan.sealed(*match.span()):
                text = _LEGAL_NOTE.sub("", match["scope"]).rstrip("；，。 ")
                return Fact(
                    "business_scope", text, scan.source.span(match.start("scope"), match.start("scope") + len(text))
                )
    return None


def _spoken(scans: tuple[Scan, ...]) -> Fact | None:
    """What someone says they do, where it is told as one or more trades (做榨菜、泡菜的生产和销售，还代加工调料)."""
    for scan in scans:
        for match in _spoken_pattern().finditer(scan.text):
            if not scan.sealed(*match.span()) and not _TELLS_MORE.search(match["scope"]):
                return Fact("business_scope", match["scope"], scan.source.span(*match.span("scope")))
    return None


@lru_cache(maxsize=1)
def _more_trades() -> re.Pattern[str]:
    """Further trades of one list whose parts a comma sets apart (供水，管网运行维护，水质检测)."""
    trades = load_lexicon("facts").patterns["trade"].pattern
    return re.compile(
        rf"(?:，(?!现|共|有|公司|员工|目前|通过|开展|加强)[\u4e00-\u9fff]{{2,6}}(?:{trades})(?=[，。；]))+(?=[。；，])"
    )


@lru_cache(maxsize=1)
def _spoken_pattern() -> re.Pattern[str]:
    trades = load_lexicon("facts").patterns["trade"].pattern
    lead = load_lexicon("facts").patterns["scope_spoken"].pattern
    scope = rf"[^，。；：！？\n“”0-9|｜]{{2,60}}?(?:{trades})(?:{_ALSO.pattern})?"
    return re.compile(rf"(?:(?<=[，。；：\n“！？ ])|^)(?:{lead})(?P<scope>{scope}){_SPOKEN_TAIL}(?=[，。；！”\n]|$)")


def _scope_cell(scans: tuple[Scan, ...]) -> Fact | None:
    """The cell of a row without heads that says what is made or done (… | 纸箱、纸板生产 | …)."""
    for scan in scans:
        school = _TEACHES.search(scan.text)
        if school is not None and not scan.sealed(*school.span()):
            return Fact("business_scope", school[1], scan.source.span(*school.span(1)))
        for match in _CELL.finditer(scan.text):
            if _DOES.search(match[1]) and not scan.sealed(*match.span()):
                return Fact("business_scope", match[1], scan.source.span(match.start(1), match.end(1)))
    return None


def _integrated(scans: tuple[Scan, ...]) -> Fact | None:
    """集研发、制造、服务于一体 or ，做擀面皮和辣子油: the least a material says of its business."""
    for pattern in (_INTEGRATED, _MAINLY, _MAKES):
        for scan in scans:
            match = pattern.search(scan.text)
            if match is None or scan.sealed(*match.span()):
                continue
            group = 1 if match[1] else 2
            if not _TELLS_MORE.search(match[group]) and not _NOT_A_SCOPE.search(match[group]):
                return Fact("business_scope", match[group], scan.source.span(*match.span(group)))
    return None


def _scope_at(scan: Scan, start: int) -> Fact | None:
    match = _SCOPE.match(scan.text, start)
    if match is None or scan.sealed(start, match.end()) or re.match(r"\s*[|｜\t]", match.group()):
        return None
    if match.group().lstrip().startswith("（"):
        return None
    further = _ALSO.match(scan.text, match.end()) or _more_trades().match(scan.text, match.end())
    lead = _SCOPE_LEAD.match(match.group())
    head = match.group()[lead.end() if lead else 0 :]
    head = head.split("——")[0] if len(head.split("——")[0]) > _SHORT_HEAD else head
    text = _SCOPE_TAIL.sub("", head.strip("：:的是 “”】"))
    if further is not None and _TRADE_END.search(text) and head.rstrip(" ”").endswith(text):
        text = scan.text[match.end() - len(head) : further.end()].lstrip("：:的是 “”")
    shortest = 2 if _SELLS.search(scan.text, max(0, start - 4), start) else 4
    if not re.search(r"[\u4e00-\u9fff]", text) or load_lexicon("labels").has("blank", text.strip("（） ")):
        return None
    if len(text) < shortest or text[0] in "和与及、" or _NOT_A_SCOPE.search(text) or _CHATTER.search(text):
        return None
    begin = scan.text.index(text, start)
    return Fact("business_scope", text + _of_what_kind(scan, text, start), scan.source.span(begin, begin + len(text)))


def _of_what_kind(scan: Scan, text: str, start: int) -> str:
    """What a list that breaks off with 等 is a list of (诊疗业务涵盖骨科、妇产科等: 等诊疗业务)."""
    kind = _KIND_OF_LIST.search(scan.text, max(0, start - _KIND_BACK), start)
    return kind["kind"] if kind is not None and "、" in text and text.endswith("等") else ""
