"""Who does what, and which number or date goes with which object: pairs must not be swapped."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.language.numerals import find_quantities
from assistant.verification.evidence import Evidence
from assistant.verification.lexicon import lexicon
from assistant.verification.model import Reason
from assistant.verification.moments import agrees, find_moments
from assistant.verification.plain import content

_PIECE = re.compile(r"[,。;!?\n、:]")
_STOP = set("的了和与及或等在对为以把将被由向从于其该是")
_ROLE = re.compile(
    r"(?:市|县|区|省|县\(区\)|各县\(区\)|本级|县区)?(?:质量工作)?(?:议事协调机构)?牵头部门|[市县区省()各]*(?:人民)?政府|组委会办公室|组委会|评选委员会办公室"
    r"|(?:(?<=向)|(?<=由)|(?<=送)|(?<=经)|(?<=至))[一-鿿()]{2,18}?领导(?:小组|组)办公室|[一-鿿]{0,8}?领导(?:小组|组)办公室|评审专家组|专家评审(?:工作)?组|专家组|专家|评审机构|行业(?:行政)?主管部门|主管部门|[市县区省()]{0,4}市场监管部门|[市县区省()]{0,4}市场监督管理局"
    r"|(?:申报|参评|获奖)(?:企业和组织|组织和单位|单位|企业|组织|主体|人)|企业和组织|组织和个人|金融机构|表彰奖励办公室|干部管理部门|相关部门|工作人员"
    r"|参评(?:组织|个人)|项目主管单位|纪委监委|监管部门|科技处|政务服务大厅|评审组"
)
_ACTION = (
    "审定", "批准", "公示", "颁发", "授予", "报送", "提交", "推荐", "初审", "审核", "审查", "核实", "受理", "评审", "打分", "公告", "组建", "出具",
    "反馈", "监督", "审议", "表彰", "填报", "填写", "申报", "撤销", "收回", "调查", "评估", "实施", "承办", "制定", "答辩", "回避", "提名", "牵头", "签署", "委托", "通报", "告知", "征求", "确定", "负责",
)
_RECIPIENT = re.compile(r"(?:向|报|至|给|送|到|报请|提请|征得|交|征求|对|报送|与)$")
_PASSIVE = re.compile(r"(?:由|经|经由|被|归)$")


@dataclass(frozen=True, slots=True)
class _Deed:
    actor: str
    action: str


def check_pairs(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Roles with their deeds, numbers and dates with their objects."""
    yield from _roles(said, evidence)
    yield from _numbers(said, evidence)


def _roles(said: str, evidence: Evidence) -> Iterator[Reason]:
    given = _deeds(evidence.text, loose=True)
    for deed in _deeds(said):
        actors = {g.actor for g in given if g.action == deed.action}
        if actors and not any(_same_role(deed.actor, actor) for actor in actors):
            yield Reason("role", f"句中由“{deed.actor}”{deed.action}，所引条款写的是“{sorted(actors)[0]}”")
            return
    yield from _levels(said, evidence)
    given_receivers = _receivers(evidence.text)
    for deed in _receivers(said):
        roles = {g.actor for g in given_receivers if g.action == deed.action}
        if roles and not any(_same_role(deed.actor, role) for role in roles):
            yield Reason("role", f"句中“{deed.action}”的对象是“{deed.actor}”，所引条款写的是“{sorted(roles)[0]}”")
            return


def _levels(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A body of the county must not stand for the one of the city that the clause names, nor the reverse."""
    given = {(_base(m.group()), _level(m.group())) for m in _ROLE.finditer(evidence.text)}
    for match in _ROLE.finditer(said):
        base, level = _base(match.group()), _level(match.group())
        levels = {theirs for name, theirs in given if name == base}
        if level and levels and level not in levels and "" not in levels:
            yield Reason("role", f"句中“{match.group()}”的层级与所引条款不一致")
            return


def _base(role: str) -> str:
    return re.sub(r"^[各本市县区省]+", "", _core(role))


@lru_cache(maxsize=1024)
def _deeds(text: str, loose: bool = False) -> tuple[_Deed, ...]:
    """Who does what; `loose` takes every role that stands before the verb, for what a clause may be read to say."""
    found = []
    for sentence in re.split(r"[。;\n]", text):
        mentions = [m for m in _ROLE.finditer(sentence) if _acts(m, sentence)]
        marked = [m for m in mentions if _PASSIVE.search(sentence[: m.start()])]
        for action in _ACTION:
            for match in re.finditer(action, sentence):
                near = [m for m in mentions if m.end() <= match.start() and match.start() - m.end() < 30]
                near = [m for m in near if m.end() == match.start() or not _RECIPIENT.search(sentence[: m.start()])]
                beside = [m for m in near if m.end() == match.start()]
                strong = beside or [m for m in near if m in marked] or near
                if strong and not _names_thing(sentence, match):
                    found += [_Deed(m.group(), action) for m in (strong[-1:] if beside or not loose else near)]
    return tuple(found)


def _acts(match: re.Match[str], sentence: str) -> bool:
    """Whether a role can be the doer: not a receiver, not what something is done to, not part of a longer noun."""
    before, after = sentence[: match.start()], sentence[match.end() : match.end() + 2]
    if re.match(r"候选|名单|材料|的|提名|质量|购买|性", after) or re.search(r"[将把]$", before):
        return False
    return not _RECIPIENT.search(before) or sentence[match.end() :].startswith(_ACTION)


def _names_thing(sentence: str, match: re.Match[str]) -> bool:
    """审核意见, 申报材料, 评审机构: the word is part of a noun, no deed."""
    return bool(re.match(
        r"意见|材料|机构|结果|专家|单位|组|情况|企业|组织|工作|表|条件|对象|报告|程序|通知|人|要求|的|细则|奖励|标准|活动|名单|时间|期|费|评审|管理|办法",
        sentence[match.end() : match.end() + 2]))


@lru_cache(maxsize=1024)
def _receivers(text: str) -> tuple[_Deed, ...]:
    found = []
    for sentence in re.split(r"[。;\n]", text):
        for match in _ROLE.finditer(sentence):
            before, after = sentence[max(0, match.start() - 9) : match.start()], sentence[match.end() : match.end() + 10]
            before = re.sub(r"(?:单位)?所在的?$|本$", "", before)
            verb = re.search(r"(报送|提交|上报|报请|提请|报|送|交)(?:至|给|到)?$", before)
            if before.endswith("向"):
                verb = re.search(r"提交|报送|申请|反馈|提出|举报|反映|推荐|申报", after)
            if verb and not sentence[match.end() :].startswith(("审定", "批准", "同意")):
                found.append(_Deed(match.group(), "提交" if verb.group() not in {"反馈", "举报", "反映", "推荐"} else verb.group()))
    return tuple(found)


def _same_role(ours: str, theirs: str) -> bool:
    a, b = _core(ours), _core(theirs)
    if a == b or a in lexicon().equal(b) or (_level(ours) == _level(theirs) and (a.endswith(b) or b.endswith(a))):
        return True
    applicants = re.compile(r"企业|组织|单位|申报|参评|个人|主体")
    return bool(applicants.search(a) and applicants.search(b)) and "主管" not in a + b


def _core(role: str) -> str:
    return re.sub(r"^(?:各|本级)|人民|质量工作议事协调机构|议事协调机构|工作|行政|评审(?=专家组)|质量|\(|\)", "", role).replace("专家评审组", "专家组")


def _level(role: str) -> str:
    head = role[:6]
    return "county" if re.search(r"[县区]", head) else "city" if head.startswith(("市", "省")) else ""


def _numbers(said: str, evidence: Evidence) -> Iterator[Reason]:
    homes = _homes(evidence.text)
    if len(homes) < 2:
        return
    for piece, value in _holders(said):
        own = [home for home, held in homes if _matches(value, held)]
        rivals = [home for home, held in homes if not _matches(value, held)]
        if own and rivals and all(own) and _closer_to_rival(piece, own, rivals):
            yield Reason("pairing", f"句中“{piece[:24]}”把数字或日期配错了对象")
            return


Value = tuple[str, object]
_PHONE = re.compile(r"(?:\d{3,4}-)?\d{7,8}(?!\d)")
_FILLER = re.compile(r"原则上|一般|通常|不超过|不少于|不低于|最多|至多|至少|上限|总数|总共|一共|共|分别|分为|设有?|名额|数量|时间|期限")


@lru_cache(maxsize=512)
def _homes(text: str) -> tuple[tuple[frozenset[str], Value], ...]:
    """Each number or date of the evidence with the bigrams of the stretch it stands in."""
    return tuple((_grams(piece), value) for piece, value in _holders(text))


def _holders(text: str) -> list[tuple[str, Value]]:
    """(stretch, value): a stretch runs from the previous value's stretch to the mark behind the value."""
    found: list[tuple[str, Value]] = []
    for sentence in re.split(r"[。;\n]", text):
        shared = _respectively(sentence)
        if shared:
            found += shared
            continue
        marks: list[tuple[int, int, Value]] = [(m.start, m.end, ("date", m)) for m in find_moments(sentence) if m.month or m.part]
        covered = {i for start, end, _ in marks for i in range(start, end)}
        marks += [(q.start, q.end, ("number", (q.value, q.unit))) for q in find_quantities(sentence) if q.start not in covered]
        marks += [(m.start(), m.end(), ("label", m.group())) for m in re.finditer(r"附件\d", sentence)]
        marks += [(m.start(), m.end(), ("code", m.group())) for m in _PHONE.finditer(sentence)]
        found += _stretches(sentence, sorted(marks, key=lambda mark: mark[0]))
    return found


def _stretches(sentence: str, marks: list[tuple[int, int, Value]]) -> list[tuple[str, Value]]:
    """The words that belong to each value: before it (名额不超过3个), or behind where the number comes first (3个名额)."""
    cuts = [0, *(m.end() for m in _PIECE.finditer(sentence)), len(sentence)]
    found: list[tuple[str, Value]] = []
    previous = 0
    behind = _number_first(sentence, marks)
    for at, (start, end, value) in enumerate(marks):
        left = max((cut for cut in cuts if cut <= start), default=0)
        if len(content(_FILLER.sub("", sentence[left:start]))) < 2 or value[0] == "code":
            left = 0 if value[0] == "code" else max((cut for cut in cuts if cut < left), default=0)
        limit = marks[at + 1][0] if at + 1 < len(marks) else len(sentence)
        right = min((cut for cut in cuts if cut > end), default=len(sentence))
        ahead = sentence[max(left, previous) : start]
        piece = sentence[end : min(limit, right)] if behind or len(ahead) < 2 else ahead
        found.append((_FILLER.sub("", piece), value))
        previous = end
    return found


def _number_first(sentence: str, marks: list[tuple[int, int, Value]]) -> bool:
    """Whether the objects stand behind their numbers (设3个正奖名额和5个提名奖名额)."""
    numbers = [(start, end) for start, end, value in marks if value[0] == "number"]
    if len(numbers) < 2:
        return False
    followed = all(re.match(r"[“《]?(?!以上|以内|以下|名额|左右|[内前后的和与及或、])[一-鿿]", sentence[end:]) for _, end in numbers[:2])
    gap = sentence[numbers[0][1] : numbers[1][0]]
    return followed and bool(re.search(r"[、和与及]$", gap))


def _respectively(sentence: str) -> list[tuple[str, Value]]:
    """“A”和“B”分别不超过10个和90个: the first number is A's, the second is B's."""
    head, mark, tail = sentence.partition("分别")
    numbers = find_quantities(tail)
    if not mark or len(numbers) < 2:
        return []
    names = re.findall(r"“([^”]+)”", head) or re.split(r"[、和与及]", re.split(r"[,:]", head.rstrip(","))[-1])
    if len(names) < len(numbers):
        return []
    return [(name, ("number", (q.value, q.unit))) for name, q in zip(names[-len(numbers) :], numbers, strict=True)]


def _matches(value: Value, held: Value) -> bool:
    if value[0] != held[0]:
        return False
    if value[0] == "label":
        return held[1] == value[1]
    if value[0] == "code":
        return str(held[1])[-7:] == str(value[1])[-7:]
    if value[0] == "date":
        return agrees(value[1], held[1])  # type: ignore[arg-type]
    return value[1][0] == held[1][0]  # type: ignore[index]


def _closer_to_rival(piece: str, own: list[frozenset[str]], rivals: list[frozenset[str]]) -> bool:
    """Whether, of the words that tell the numbers apart, the one nearest to this number is another number's."""
    mine, theirs = frozenset().union(*own), frozenset().union(*rivals)
    body = re.sub(r"\d+", "", content(piece))
    for at in range(len(body) - 2, -1, -1):
        gram = body[at : at + 2]
        if gram in mine - theirs:
            return False
        if gram in theirs - mine and not set(gram) & _STOP:
            return True
    return False


@lru_cache(maxsize=2048)
def _grams(text: str) -> frozenset[str]:
    body = re.sub(r"\d+", "", content(text))
    return frozenset(body[i : i + 2] for i in range(len(body) - 1) if not (body[i] in _STOP or body[i + 1] in _STOP))


_SIDES = (("组织", "个人"), ("正式", "提名"), ("县", "市"))


def check_sides(said: str, evidence: Evidence) -> Iterator[Reason]:
    """What the clause says of organisations must not be told of individuals, and the reverse."""
    one, other = _SIDES[0]
    sides = {word: [s for s in evidence.segments if word in s and rival not in s] for word, rival in ((one, other), (other, one))}
    if not all(sides.values()):
        return
    grams = {word: frozenset(g for s in found for g in _grams(s) if not set(g) & set(word)) for word, found in sides.items()}
    if min(len(grams[one] - grams[other]), len(grams[other] - grams[one])) < 8:
        return
    for segment in re.split(r"[,;。]", said):
        for word, rival in ((one, other), (other, one)):
            ours = _grams(segment)
            alien = ours & (grams[rival] - grams[word])
            if word in segment and rival not in segment and len(alien) >= 3 and not ours & (grams[word] - grams[rival]):
                yield Reason("pairing", f"句中把所引条款对{rival}的要求说成了对{word}的")
                return


def check_grade(said: str, evidence: Evidence) -> Iterator[Reason]:
    """提名奖 and the award itself: a number said of one must not be the other's."""
    graded = [("提名" in piece, value) for piece, value in _holders(evidence.text) if "奖" in piece]
    if "提名奖" in said and "提名" not in evidence.text:
        yield Reason("pairing", "句中说的是提名奖，所引条款说的不是")
    if not graded or "提名" not in evidence.text:
        return
    for piece, value in _holders(said):
        if "奖" not in piece:
            continue
        own = {grade for grade, held in graded if _matches(value, held)}
        if own and ("提名" in piece) not in own:
            yield Reason("pairing", f"句中“{piece[-20:]}”把正奖与提名奖的数字配错了")
            return
