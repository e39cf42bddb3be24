"""The business scope as the material writes it."""

import re

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.labels import labelled
from assistant.drafting.material.model import Fact
from assistant.drafting.material.scan import Scan

_SCOPE = re.compile(r"[^，。；\n]{2,80}")
_INTEGRATED = re.compile(r"集([^，。；\n]{4,40}?)(?:于|为)一体")
_MAINLY = re.compile(r"以([\u4e00-\u9fff、]{3,30}?)为主(?:业|营|要)")
_MAKES = re.compile(
    r"(?:[，。\n]|我们|店里|厂里)做(?![了到好法出成起过完事主])([\u4e00-\u9fffA-Za-z、]"
    r"{3,20}?)(?:的(?:小?厂|店|买卖|生意))?(?=[，。])"
)
_SCOPE_TAIL = re.compile(
    r"(?:这[几些两三][样个项种][事活业]*|这碗饭|的饭|的[\u4e00-\u9fff]{0,8}(?:企业|公司|单位|厂|组织|合作社|机构)|等(?:业务|工作)|(?<=[\u4e00-\u9fff]{4})业务|"
    r"于一体.*|为主(?:业)?|的(?:业务|活|生意|工作)|(?<=[测验护育传])工作)$"
)
_CELL = re.compile(r"(?<=[|｜\t])[ ]*([\u4e00-\u9fff、与和及]{4,40}?)[ ]*(?=[|｜\t\n])")
_TEACHES = re.compile(
    r"(?<=[，。；\n])((?:小学|初中|高中|普通高中|中职|中等职业|高等职业|学前|幼儿|九年一贯制|义务)[\u4e00-\u9fff]{0,8}教育)(?=[，。；\n])"
)
_DOES = re.compile(r"(?:生产|制造|销售|加工|服务|种植|养殖|研发|维修|运输|经营|检测|配送|施工|安装)$")
_SELLS = re.compile(r"(?:主营|主打|主产|专做|专产)$")
_LEGAL_NOTE = re.compile(r"[*＊]{2,}.*$|（依法须经[^）]*）|[，；]?依法须经批准的项目.*$")
_NOT_A_SCOPE = re.compile(
    r"[0-9一二三四五六七八九十]+余?多?年|造型工作|(?:工作|行业)[0-9]|以来|质量(?:管理)?工作$|公益|慈善|活动|[？]|什么|哪些"
)


def read_scope(scans: tuple[Scan, ...]) -> Fact | None:
    """The business scope as written, to the end of its clause (of its line where it is labelled)."""
    for scan in scans:
        for value in labelled(scan, "business_scope"):
            if not value.blank and len(value.text) >= 2:
                text = re.split(r"(?:，|；)(?:属|前身|成立|现有|公司|位于|员工)", value.text)[0]
                text = _LEGAL_NOTE.sub("", text).rstrip("；，。 *＊")
                return Fact("business_scope", text, scan.source.span(value.start, value.start + len(text)))
    for scan in scans:
        for match in load_lexicon("facts").patterns["scope_before"].finditer(scan.text):
            fact = _scope_at(scan, match.end())
            if fact is not None:
                return fact
    return _integrated(scans) or _scope_cell(scans)


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
            if match is not None and not scan.sealed(*match.span()):
                return Fact("business_scope", match[1], scan.source.span(match.start(1), match.end(1)))
    return None


def _scope_at(scan: Scan, start: int) -> Fact | None:
    match = _SCOPE.match(scan.text, start)
    if match is None or scan.sealed(start, match.end()) or re.match(r"\s*[|｜\t]", match.group()):
        return None
    text = _SCOPE_TAIL.sub("", match.group().strip("：:的是 “”"))
    shortest = 2 if _SELLS.search(scan.text, max(0, start - 4), start) else 4
    if not re.search(r"[\u4e00-\u9fff]", text):
        return None
    if len(text) < shortest or text[0] in "和与及" or _NOT_A_SCOPE.search(text):
        return None
    begin = scan.text.index(text, start)
    return Fact("business_scope", text, scan.source.span(begin, begin + len(text)))
