"""Whose employee a person is, where the sentence that presents the person says only 公司 or nothing at all."""

import re

from assistant.drafting.material.model import Material, Span
from assistant.drafting.material.scan import SEALED

_BODY = r"(?:有限(?:责任)?公司|集团公司|医院|卫生院|学校|[中小]学|学院|大学|研究院|研究所|合作社)"
_BODIES = re.compile(_BODY)
_NAMED = re.compile(rf"[\u4e00-\u9fff]{{2,24}}?{_BODY}(?![\u4e00-\u9fff]{{0,4}}(?:颁|授|表彰|评))")
_CELL = re.compile(
    rf"(?:单位|现职|现任|任职|就职于|供职于)(?:名称|职务)?[：:\s　]*(?P<body>[\u4e00-\u9fff]{{2,24}}?{_BODY})"
)
# What stands before a name in running text, and is no part of it.
_LEAD = re.compile(
    r"^.*(?:现任|现为|就职于|供职于|任职于|推荐人选|(?<!现)是|江岸上|里面?的|[，在记访])(?=[\u4e00-\u9fff]{4})"
)
_OTHERS = re.compile(
    r"^(?:某|原|前|各|本|我|该|几|一家|客户|供应商|供货|隔壁|对方|给|从|向|由)|毕业|[了的他她我还就也和跟把被]|来自"
)
_POST_WORD = (
    r"(?:主任|工程师|技师|[钳焊车铣电]工|[\u4e00-\u9fff]员(?!工)|司机|[班组队处科部院校所厂]长"
    r"|教授|医师|护士长?|教师|老师|总监|经理|质量官)"
)
_POSTS = re.compile(_POST_WORD)
# The post right behind the employer's name (…有限公司　力学室主任、正高级工程师).
_POST = re.compile(
    rf"[ 　\t]*([\u4e00-\u9fff、]{{0,14}}?{_POST_WORD}(?:[\u4e00-\u9fff]{{0,3}}|、[\u4e00-\u9fff、]{{2,12}}))"
    r"(?=[ 　\t，。（）\n]|$)"
)
# 现为公司转向架车间电焊工, 我院骨科护士长: the noun stands for the employer; 公司属…, 公司在… tells of it.
_NOUN = re.compile(
    r"^(?P<lead>现为|现任|现在是|任|是|系|为)?(?:本|我|该)?(?:公司|单位|[厂院校]|医院|学校)(?=（|[\u4e00-\u9fff])(?!属|位于|在|地处|成立|主营|有|的)"
)
_ABOUT = re.compile(r"^(?:男|女|[\u4e00-\u9fff]{1,3}族|.*(?:出生|[0-9年月日]生|[0-9]岁)|中共党员|群众)$")
# What may stand between the start of a clause and the employer's name: who it is, or that one is or works there.
_IS = re.compile(r"(?:——)?[记访]?(?:我|本人|他|她)?(?:现任|现为|现在?是|[是系为任]|推荐人选|[就供任]职于)?")
_AT = re.compile(r"(?:我|本人|他|她)?(?:现在?|目前|如今|一直|始终)?在")
_WORKS = re.compile(
    rf"[^，。；\n]{{0,12}}?(?:工作|上班|任|当|做|从事|担任|{_POST_WORD})|[，；][^。\n]{{0,24}}(?:岗位|职务|职称)[是为：]"
)
_NOT_NOW = re.compile(r"[^，。；\n]{0,4}(?:进修|学习|培训|实习|毕业|读书|当学徒|住院|看病)")
_CLAUSE_EDGE = "，。；：、\n（( \t　】」”"
_LOOKED_AT, _SHORTEST = 500, 6


def with_employer(material: Material, clauses: list[str]) -> tuple[list[str], tuple[Span, ...]]:
    """The clauses that present a person, the employer's name in place of 公司 or put before the post; and its span."""
    if any(_BODIES.search(clause) for clause in clauses):
        return clauses, ()
    found = employer(material)
    if found is None:
        return clauses, ()
    body, span = found
    if not any(_POSTS.search(clause) for clause in clauses):
        body, span = _with_post(material, body, span)
    for place, clause in enumerate(clauses):
        noun = _NOUN.match(clause)
        if noun is not None:
            named = (noun["lead"] or "") + body + clause[noun.end() :]
            return [*clauses[:place], named, *clauses[place + 1 :]], (span,)
    place = next((at for at, clause in enumerate(clauses) if at and not _ABOUT.match(clause)), len(clauses))
    behind = clauses[place] if place < len(clauses) else ""
    joins = bool(behind) and re.match(r"从|[0-9]|公司|单位|属|行业|在|工作", behind) is None
    told = [body + behind] if joins else [body, behind] if behind else [body]
    return [*clauses[:place], *told, *clauses[place + 1 :]], (span,)


def employer(material: Material) -> tuple[str, Span] | None:
    """The employer the material names: in a cell of its own, or where the clause says that one is or works there.

    A body named beside somebody else, a former one, or one that is only dealt with is nobody's employer.
    """
    for source in material.sources:
        text = source.text[:_LOOKED_AT]
        for match in [*_CELL.finditer(text), *_NAMED.finditer(text)]:
            name = match["body"] if "body" in match.re.groupindex else match.group()
            lead = _LEAD.match(name)
            body = name[lead.end() :] if lead else name
            start = match.end() - len(body)
            if _OTHERS.search(body) or len(body) < _SHORTEST or material.sealed(source.file, start, match.end()):
                continue
            if match.re is _NAMED and not _is_there(text, start, match.end(), str(material.value("name") or "")):
                continue
            span = source.span(start, match.end())
            if not any(span.overlaps(one) for flag in material.flags if flag.code in SEALED for one in flag.spans):
                return body, span
    return None


def _is_there(text: str, start: int, end: int, person: str) -> bool:
    """Whether the clause says that the person is or works at the body named from `start` to `end`."""
    edge = max(text.rfind(sign, 0, start) for sign in _CLAUSE_EDGE) + 1
    lead = text[edge:start].removeprefix(person)
    if _NOT_NOW.match(text, end):
        return False
    return _IS.fullmatch(lead) is not None or (_AT.fullmatch(lead) is not None and _WORKS.match(text, end) is not None)


def _with_post(material: Material, body: str, span: Span) -> tuple[str, Span]:
    """The employer with the post that stands right behind its name."""
    source = next(source for source in material.sources if source.file == span.file)
    at = source.text.find(body)
    post = _POST.match(source.text, at + len(body)) if at >= 0 else None
    return (body + post[1], source.span(at, post.end())) if post else (body, span)
