"""The opening of an individual's profile: who it is, where and as what, since when."""

import re

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.limits import count_characters
from assistant.drafting.material.model import Material, Source, Span
from assistant.drafting.material.scan import SEALED
from assistant.drafting.model import SourcedSentence
from assistant.drafting.person_employer import with_employer
from assistant.drafting.sourcing import Inventory, as_sent, take_inventory
from assistant.drafting.wording import as_industry, third_person
from assistant.language.sentences import Sentence, split_sentences

_WHO = re.compile(
    r"(?:男|女)(?=[，、。；])|出生|现任|任职|职务|职称|技师|工程师|车间|公司|医院|学校|集团|研究院|"
    r"[绣服印酒茶瓷砖药机]厂"
)
_SINCE = re.compile(
    r"[0-9]{4}年(?:[0-9]{1,2}月)?[^，。；\n]{0,6}(?:参加工作|入职|进厂|从事[^，。；\n]{2,24}|到[^，。；\n]{2,14}工作)"
)
# How long somebody has been at it (在生产一线干了26年), told right behind who it is.
_LENGTH = re.compile(
    r"(?:我|他|她|本人)?(?:已|一直|始终|至今|先后|已经|就)*"
    r"(?P<told>(?:在(?!此)[^，。；\n]{2,16}|扎根[^，。；\n]{2,14}|坚守[^，。；\n]{2,14}|从事[^，。；\n]{2,16})?"
    r"(?:(?:一)?(?:干|做|待|守|工作|从业|战斗|奋战|服务)(?:就是|了|已有|已)*)?(?:整整|近|约|将近|超过)?[0-9]{1,2}(?:多|余)?(?:个)?年(?:头)?(?:了)?)(?=[，。；])"
)
_WORKS = re.compile(r"干|做|待|守|工作|从业|奋战|战斗|服务|扎根|从事")
_SOON, _OPENING = 2, 16
_MAN_OR_WOMAN = re.compile(r"，[男女]，")
_SELF = re.compile(r"^(?:我叫|我是|本人|我)(?=[\u4e00-\u9fff])")
# What stands before the name in an interview or a letter (（受访人：…，女，…）; 【基本信息】…; 被推荐人…，男，…).
_BEFORE_NAME = re.compile(
    r"^(?:【[^】]*】|[（(](?=[^）)]{2,8}[：:]))?"
    r"(?:受访(?:人|者|对象)|采访对象|主人公|被推荐(?:人|对象)|推荐(?:人选|对象)|申报(?:人|对象)|人物"
    r"|个人简[介况])?[：: ]?"
)
_PRIVATE = re.compile(r"身份证|[0-9]{17}[0-9Xx]|住址|家住|住在|电话|手机|病|1[3-9][0-9]{9}|民族|婚")
_LONGEST = 130
# Labels of a form in the presenting line (姓名：李志强 性别：男): the draft takes what they say, not the labels.
_LABEL = re.compile(
    r"(?:^|[\s　|｜，])(?:姓\s*名|性\s*别|出生(?:年月|日期)?|政治面貌|职\s*(?:务|称)|岗\s*位|现任职务|"
    r"工作单位|所在单位|单位|学\s*历|(?:申报|被?推荐|推选|提名|参评|自荐|拟报)(?:人选|对象|个人|人)|候选人|人选|年\s*龄|工\s*种|籍\s*贯|民\s*族)\s*[：:]\s*"
)


def introduction(material: Material) -> tuple[SourcedSentence, ...]:
    """The clauses of the first sentence that presents the person, and since when; at least a known name."""
    fact = material.facts.get("name")
    if fact is None:
        return ()
    barred = _barred(material)
    for source in material.sources:
        for sentence in split_sentences(source.text):
            span = source.span(sentence.start, sentence.end)
            if str(fact.value) in sentence.text[:14] and _WHO.search(sentence.text) and _is_sentence(sentence.text):
                if _hits(span, [s for s in barred if s.start <= span.start and span.end <= s.end]):
                    continue
                return tuple(_presented(material, source, sentence, barred))
    first = next((source for source in material.sources if source.file == fact.span.file), material.sources[0])
    cells = _from_cells(material, str(fact.value), fact.span)
    return (cells, *_since(first, barred, take_inventory(material), cells.sentence))


def _is_sentence(text: str) -> bool:
    """Whether a line is a sentence: it ends as one, or says of whom it tells that it is a man or a woman, by commas."""
    return text.endswith("。") or _MAN_OR_WOMAN.search(text[:_OPENING]) is not None


def _presented(material: Material, source: Source, sentence: Sentence, barred: list[Span]) -> list[SourcedSentence]:
    inventory = take_inventory(material)
    clauses, named = with_employer(material, _kept(source, sentence, barred, inventory))
    text = re.sub(r"^([\u4e00-\u9fff·]{2,4})，(?=[是系])", r"\1", "，".join(clauses))
    first = SourcedSentence(text + "。", (source.span(sentence.start, sentence.end), *named))
    since = _since(source, barred, inventory, first.sentence)
    return [first, *(since or _how_long(source, sentence, barred, inventory, first.sentence))]


def _how_long(
    source: Source, sentence: Sentence, barred: list[Span], inventory: Inventory, told: str
) -> list[SourcedSentence]:
    """How many years the person has been at it, where a sentence soon behind opens so and `told` says none."""
    if re.search(r"(?<![0-9])[0-9]{1,2}(?:多|余)?(?:个)?年(?!代)", told):
        return []
    behind = [one for one in split_sentences(source.text) if one.start >= sentence.end][:_SOON]
    for one in behind:
        length = _LENGTH.match(one.text)
        if length is None or not _WORKS.search(length["told"]):
            continue
        span = source.span(one.start + length.start("told"), one.start + length.end("told"))
        if not _hits(span, barred) and not inventory.unsourced(length["told"]):
            return [SourcedSentence(length["told"].removesuffix("了") + "。", (span,))]
    return []


def _since(source: Source, barred: list[Span], inventory: Inventory, told: str) -> list[SourcedSentence]:
    """Since when the person has been at it, unless `told` says so already."""
    since = _SINCE.search(source.text)
    if since is None or since.group() in told:
        return []
    span = source.span(since.start(), since.end())
    if _hits(span, barred) or inventory.unsourced(since.group()):
        return []
    return [SourcedSentence(third_person(since.group(), "") + "。", (span,))]


def _kept(source: Source, sentence: Sentence, barred: list[Span], inventory: Inventory) -> list[str]:
    """The clauses of the presenting sentence that are neither private nor in dispute, as many as stay short."""
    kept: list[str] = []
    inner, offset = _opened(sentence.text)
    for match in re.finditer(r"(?:（[^（）]*）|“[^”]*”|[^，。；])+", inner):
        start = sentence.start + offset
        span = source.span(start + match.start(), start + match.end())
        if _hits(span, barred):
            continue
        for clause in _unlabelled(match.group()):
            if _PRIVATE.search(clause) or inventory.unsourced(clause):
                continue
            if count_characters("，".join([*kept, clause])) < _LONGEST:
                kept.append(_SELF.sub("", clause))
    return kept


def _opened(text: str) -> tuple[str, int]:
    """The words of a sentence without a bracket around it and the label before the name, and where they begin."""
    lead = _BEFORE_NAME.match(text)
    offset = lead.end() if lead else 0
    inner = text[offset:]
    around = inner.rstrip("。").endswith("）") and inner.count("）") > inner.count("（")
    return (inner.rstrip("。")[:-1] if around else inner), offset


def _unlabelled(clause: str) -> list[str]:
    """The clause, or where labels of a form stand in it what each of them says."""
    if not _LABEL.search(clause):
        return [clause.strip()]
    parts = [piece for part in _LABEL.split(clause) for piece in re.split(r"\s+(?=[0-9]{4}年)", part)]
    return [part.strip() for part in parts if part.strip()]


def _barred(material: Material) -> list[Span]:
    disputed = [reading.span for conflict in material.conflicts for reading in conflict.readings]
    return disputed + [span for flag in material.flags if flag.code in _KEEP_OUT for span in flag.spans]


def _hits(span: Span, others: list[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def _from_cells(material: Material, name: str, span: Span) -> SourcedSentence:
    """Out of a form: name, gender, birth, employer and post as the cells give them."""
    parts, spans = [name], [span]
    for pattern, wording in _CELLS:
        for source in material.sources:
            match = next((one for one in pattern.finditer(source.text) if _own(material, source, one)), None)
            if match is not None and as_sent(match[1], source.span(match.start(1), match.end(1)).quote) == match[1]:
                parts.append(wording.format(match[1].strip()))
                spans.append(source.span(match.start(1), match.end(1)))
                break
    parts, named = with_employer(material, parts)
    spans += named
    if len(parts) == 1:
        parts.append(_place(material))
    return SourcedSentence("，".join(parts) + "。", tuple(spans))


def _own(material: Material, source: Source, match: re.Match[str]) -> bool:
    """Whether a cell tells of the applicant: it is no head of a column, nor the post of somebody else to be called."""
    if load_lexicon("labels").patterns["head"].fullmatch(match[1].strip()):
        return False
    contact, name, title = (material.facts.get(key) for key in ("contact_name", "name", "contact_title"))
    others = contact is not None and (name is None or contact.value != name.value)
    span = source.span(match.start(1), match.end(1))
    return not (others and title is not None and _hits(span, [title.span]))


def _place(material: Material) -> str:
    county, industry = material.value("county"), material.value("industry")
    parts = [f"单位位于{county}" if county else "", as_industry(str(industry)) if industry else ""]
    return "，".join(part for part in parts if part) or "个人"


_GAP = r"[ ]*[：:|｜\t ][：:|｜\t ]*"
_CELLS = (
    (re.compile(rf"性\s*别{_GAP}(男|女)"), "{}"),
    (re.compile(rf"出生(?:年月|日期)?{_GAP}([0-9]{{4}}(?:年|[.-])[0-9]{{1,2}}月?)"), "{}出生"),
    (
        re.compile(rf"(?:工作|所在)?单位(?:及(?:所在)?区县)?{_GAP}([\u4e00-\u9fff]{{4,30}}(?:（[^（）\n]{{1,30}}）)?)"),
        "{}",
    ),
    (re.compile(rf"现(?:职|任(?:职务)?){_GAP}([\u4e00-\u9fff、]{{4,40}})"), "{}"),
    (re.compile(rf"(?<!联系人)(?:职\s*(?:务|称)(?:、?/?职称)?|岗位){_GAP}([\u4e00-\u9fff、]{{2,24}})"), "{}"),
)
_KEEP_OUT = SEALED | {"PERSONAL_PRIVACY", "PLAN_NOT_ACHIEVED", "SUPERLATIVE"}
