"""A business scope that is one clause of how the applicant is presented, where a message, minutes or a report run on.

Four tellings: a clause of doing that ends in 的 (在綦江区，做豆腐干、豆花的，归到…); a clause of nothing but trades
beside the industry or between two other facts; the clause that describes a school or a firm before it is named
(这所1976年建校、开展小学教育的学校); where nothing else is told, the line of business somebody is in (物业管理这一行).
In messages typed without marks a blank parts clauses too.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.scan import Scan

_CLAUSE = re.compile(r"(?:(?<=[A-Za-z0-9）]) (?=[A-Za-z0-9])|[^，。；：！？\n|｜ ])+")
_PART = re.compile(r"[、，]|(?:和|与|及|以及)(?=[\u4e00-\u9fff]{2})")
_AND = re.compile(r"(?<=、)(?:还有|以及|再就是|另外还有|另有|外加)")
# The kinds of things said of an applicant; two of them around a clause and it stands in a presentation.
_KINDS = (
    re.compile(r"成立|注册|登记|创办|始建|建[校院厂园]|开办|办的?证|执照|起家"),
    re.compile(r"有限责任|股份有限|独资|合伙|国有|集体所有|民营|私营|民办|事业单位|个体|公办|合作社"),
    re.compile(r"[\u4e00-\u9fff]业(?=[，。；嘛吧 \n]|$)|行业|这一?行"),
    re.compile(r"[\u4e00-\u9fff][市县区](?=[，。；、 \n]|$)"),
    re.compile(
        r"(?:[员职]工|人[员数]|一共|总共|在册|在岗|工资)[^，。；\n]{0,6}[0-9]|[0-9]+[个名号]?人(?=[，。；（ \n]|$)"
    ),
)
_AROUND, _OPENING, _LONGEST = 70, 420, 44
_PRESENTED = 2
# One kind of goods alone (做电梯配件的) takes a word of this many characters to be a trade.
_ONE_WORD = 4
# A clause that tells how, when or of whom, or a post, names no trade.
_TELLS = re.compile(
    r"[我你他她它这那谁每]|各(?![乡县区镇村地大类种])|[了过着得]|制度|体系|工作法|标准|质量|奖|被|把|不(?!锈)|没|一[次本张道]|时候|工作|岗位|最|比|怎|什么"
    r"|所有制|有限责任|事业单位|系统管|主管|直属|归口"
)
_WHO = re.compile(
    r"^(?:[\u4e00-\u9fff]{2,26}?(?:公司|[厂社店坊场园铺行])|我们(?:公司|厂|店|社)?|公司|咱们?|本[厂店社])?"
    r"(?:就是|就|是|主要|专业|专门?|一直|平时|现在|目前|都|只|也)*$"
)
# Another firm than the one that applies, and what somebody did before.
_OTHER_FIRM = re.compile(
    r"(?:[我咱]们?的?|本厂|公司)?(?:大|老|主要|长期)?(?:供(?:应商|货|方)|客户|经销商|代理商|同行|对手|隔壁|对门|对面|旁边|邻厂|兄弟|姊妹|姐妹|子公司"
    r"|母公司|分公司|集团|总公司|股东|老板|前身|原来|以前|从前|过去|早年|租户|房东|甲方|业主|合作|外协|协作|承包|上家|下家|跑销售)"
)
_WAY_OF_WORKING = re.compile(r"首[件检]|末[件检]|巡[检回]|自检|互检|专检|抽[检查]|复[检核查]|点检|早会|培训|考核|评比")
_SPOKEN = re.compile(r"做|干|搞|弄|卖|跑|接|拉|主要|专门|平时|我们|公司|就是")
_INDUSTRY_BEHIND = re.compile(
    r"[，；。 ](?:行业|这行|属于?|归|算)(?:就|也|应|写|填|报|选|入|到)*(?:是|算|归|属于?|为)?[\u4e00-\u9fff、]{1,20}业"
)
_INDUSTRY_BEFORE = re.compile(r"[\u4e00-\u9fff]业(?:这一?行|这块)?[嘛呗吧呢哈]?[，；。： ]+$")
_DESCRIBED = re.compile(
    r"(?:这|该|一|那)(?:所|家|个|座|间)(?P<told>[^。；\n]{4,70}?[、，的]|(?<=是一[所家个座间])|(?<=是[所家])|)"
    r"(?:开展|实施|承担|从事|提供|经营|主营|专门?做|主要?做|专营)(?P<scope>[\u4e00-\u9fffA-Za-z、]{3,40}?)的"
    r"[\u4e00-\u9fff]{0,4}(?:学校|幼儿园|[小中大]学|医院|公司|企业|[厂店社]|单位|机构|合作社|农场)(?=[，。、：])"
)
_COUNTED = re.compile(r"[12][0-9]{3}年|[0-9]+[名余多]?[人名]")
_LINE_OF_BUSINESS = re.compile(
    r"(?:^|(?<=[，。；：\n ]))(?:我们|公司)?(?:就|都|也|一直)*(?:是|做|干|搞|从事|吃)?"
    r"(?P<scope>[\u4e00-\u9fff、]{3,14}?)(?:这|那)(?:一|个)?行(?:当|业)?(?:的|吧|嘛)?(?=[，。；\n ])"
)


def clause_scopes(scan: Scan) -> Iterator[tuple[int, int]]:
    """The stretches of the opening that tell the scope so, the surest telling first."""
    yield from (span for span in _described(scan) if not scan.sealed(*span))
    clauses = [match.span() for match in _CLAUSE.finditer(scan.text, 0, min(len(scan.text), _OPENING))]
    for start, end in clauses:
        span = _named(scan.text, start, end) or _done(scan.text, start, end)
        if span is not None and not scan.sealed(*span):
            yield span
    for match in _LINE_OF_BUSINESS.finditer(scan.text, 0, min(len(scan.text), _OPENING)):
        if _OTHER_FIRM.match(match["scope"]):
            continue
        if _trade_at_end(match["scope"]) and not _TELLS.search(match["scope"]) and not scan.sealed(*match.span()):
            yield match.span("scope")


def as_listed(text: str) -> str:
    """A scope told in speaking as the list it is (、还有粉条加工; ，另外接通勤班线)."""
    listed = load_lexicon("scope").patterns["more"].sub(lambda match: "、" + match["more"], _AND.sub("", text))
    return _further().sub(lambda match: "、" + match["more"], listed)


def with_more(text: str, end: int) -> int:
    """Where a list ends that a joining word goes on with (…，还有定制班车、车辆维修), if it goes on with trades."""
    more = load_lexicon("scope").patterns["more"].match(text, end)
    if more is None or _TELLS.search(more["more"].replace("两", "")):
        return end
    routes = load_lexicon("scope").has("routes", more["more"])
    return more.end() if routes or _trade_at_end(more["more"]) else end


def presented(text: str, start: int, end: int) -> bool:
    """Whether two other kinds of things are said of an applicant around the stretch."""
    around = text[max(0, start - _AROUND) : start] + "\n" + text[end : end + _AROUND]
    return sum(bool(kind.search(around)) for kind in _KINDS) >= _PRESENTED


def _done(text: str, start: int, end: int) -> tuple[int, int] | None:
    """做豆腐干、豆花、千张的; without the 的 only a list that ends in a trade (搞消防改造、消防维保)."""
    for verb in _verbs().finditer(text, start, end):
        if _OTHER_FIRM.match(text, start, end):
            return None
        if not _WHO.match(text[start : verb.start()]):
            continue
        stop = end - 1 if text[end - 1] == "的" else end
        scope = text[verb.end() : stop]
        listed = stop < end or ("、" in scope and _trade_at_end(scope)) or load_lexicon("scope").has("routes", scope)
        shortest = _ONE_WORD if "、" not in scope else _ONE_WORD - 1
        if _WAY_OF_WORKING.match(scope) or "的就是" in scope or _OTHER_FIRM.match(scope):
            return None
        if not listed or not shortest <= len(scope) <= _LONGEST or _TELLS.search(scope) or not _goods(scope):
            return None
        further = _further().match(text, stop)
        more = further is not None and (
            _trade_at_end(further["more"]) or load_lexicon("scope").has("routes", further["more"])
        )
        end_of_it = further.end() if further is not None and more else stop
        return (verb.end(), end_of_it) if presented(text, start, end) else None
    return None


def _named(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A clause of nothing but trades, beside the industry or a sentence by itself between other facts."""
    clause = text[start:end]
    parts = [part for part in _PART.split(as_listed(clause)) if part]
    if (
        not 4 <= len(clause) <= _LONGEST
        or _TELLS.search(clause)
        or not _goods(clause)
        or clause.endswith("业")
        or _SPOKEN.match(clause)
    ):
        return None
    known = sum(_trade_at_end(part) for part in parts)
    beside = _INDUSTRY_BEHIND.match(text, end) or _INDUSTRY_BEFORE.search(text, max(0, start - 16), start)
    alone = text[start - 1 : start] in set("。\n") and text[end : end + 1] in set("。\n") and len(parts) > 1
    most = known * 3 >= len(parts) * 2 and _trade_at_end(parts[-1]) and _trade_at_end(parts[0])
    if (beside and known) or (alone and most and not _WAY_OF_WORKING.search(clause)):
        return (start, end) if presented(text, start, end) else None
    return None


def _described(scan: Scan) -> Iterator[tuple[int, int]]:
    for match in _DESCRIBED.finditer(scan.text):
        counted = _COUNTED.search(match["told"]) or scan.text[match.start() - 1] == "是"
        if counted and _trade_at_end(match["scope"]) and not _TELLS.search(match["scope"]):
            yield match.span("scope")


def _goods(text: str) -> bool:
    return re.fullmatch(r"[\u4e00-\u9fffA-Za-z、0-9]+", text) is not None and not text.startswith(("的", "、"))


def _trade_at_end(text: str) -> bool:
    return _trades().search(text) is not None


@lru_cache(maxsize=1)
def _trades() -> re.Pattern[str]:
    return re.compile(rf"(?:{load_lexicon('facts').patterns['trade'].pattern})$")


@lru_cache(maxsize=1)
def _further() -> re.Pattern[str]:
    return re.compile(load_lexicon("scope").patterns["further"].pattern)


@lru_cache(maxsize=1)
def _verbs() -> re.Pattern[str]:
    return re.compile(rf"(?:{load_lexicon('scope').patterns['does'].pattern})")
