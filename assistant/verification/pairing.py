"""Which number or date goes with which object: pairs must not be swapped."""

import re
from collections.abc import Iterator

from assistant.language.numerals import find_quantities
from assistant.verification.evidence import Evidence
from assistant.verification.model import Reason
from assistant.verification.moments import agrees, find_moments
from assistant.verification.numbers import without_seeming
from assistant.verification.passing import lasting
from assistant.verification.plain import content
from assistant.verification.support import Home, said_in
from assistant.verification.tagging import light, words_of

_PIECE = re.compile(r"[,。;!?\n、:]")


_STOP = set("的了和与及或等在对为以把将被由向从于其该是")


def check_pairs(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Numbers and dates of clauses; what an applicant's own text counts is judged in `figures_told`."""
    said = re.sub(r"(?:还差|差|多出?|少)\d+(?:年|个月|天)", "", without_seeming(said))
    homes = _homes(evidence.text)
    if len(homes) < 2 or (evidence.personal and not evidence.documents):
        return
    for piece, value in _holders(said):
        if evidence.own and evidence.documents and value[0] == "number" and value[1][1] == "年":  # type: ignore[index]
            continue  # Years on an applicant's case are judged with what asks for them (thresholds.py).
        if value[0] == "date" and any(agrees(value[1], own) for own in find_moments(evidence.own)):  # type: ignore[arg-type]
            continue  # A day of the applicant's own is judged with the event it is of (own_facts.py, dates_told.py).
        own = [home for home, held in homes if _matches(value, held)]
        rivals = [home for home, held in homes if not _matches(value, held) and not _beyond(value, held)]
        if own and rivals and all(own) and _closer_to_rival(piece, own, rivals):
            yield Reason("pairing", f"句中“{piece[:24]}”把数字或日期配错了对象")
            return


Value = tuple[str, object]
# A figure with one of these units is another figure than the same with another unit (五年, 5项).
_SPANS = {"年", "个月", "天", "个工作日", "%", "元", "小时", "分"}


_PHONE = re.compile(r"(?:\d{3,4}-)?\d{7,8}(?!\d)")


# 由96%提高到99%: the second figure is of the same thing as the first.
_CHANGE = re.compile(
    r"(?:提高|提升|上升|增长|增加|增|升|涨|扩大|延长|下降|降低|降|减少|减|压缩?|缩短?|变|改|[一-鿿]{1,2}(?=[到至]))?[至到为了]?"
)
# By what a figure became another says nothing of which figure it is.
_BECAME = re.compile(
    r"[由从]?(?:提高|提升|上升|增长|增加|下降|降低|减少|压缩|缩短|升|降|涨|跌|减|增|压|缩|变|改)?[至到为成]?$"
)
_FILLER = re.compile(
    r"原则上|一般|通常|不超过|不少于|不低于|最多|至多|至少|上限|总数|总共|一共|共|分别|分为|设有?|名额|数量|时间|期限"
)


@lasting(maxsize=512)
def _homes(text: str) -> tuple[tuple[frozenset[str], Value], ...]:
    """Each number or date of the evidence with the bigrams of the stretch it stands in."""
    return tuple((_grams(piece), value) for piece, value in _holders(text))


@lasting(maxsize=4096)
def _holders(text: str) -> tuple[tuple[str, Value], ...]:
    """(stretch, value): a stretch runs from the previous value's stretch to the mark behind the value."""
    found: list[tuple[str, Value]] = []
    for sentence in re.split(r"[。;\n]", re.sub(r"“[^”\d]{1,12}[法式制率]”", _named_thing, text)):
        shared = _respectively(sentence)
        if shared:
            found += shared
            continue
        marks: list[tuple[int, int, Value]] = [
            (m.start, m.end, ("date", m)) for m in find_moments(sentence) if m.month or m.part
        ]
        covered = {i for start, end, _ in marks for i in range(start, end)}
        marks += [
            (q.start, q.end, ("number", (q.value, q.unit)))
            for q in find_quantities(sentence)
            if q.start not in covered
            and not (q.value == 1 and q.text[0] == "一")
            and not re.match(r"(?:条件|方面|奖项|环节|步骤|部分)", sentence[q.end :])
        ]
        marks += [(m.start(), m.end(), ("label", m.group())) for m in re.finditer(r"附件\d", sentence)]
        marks += [(m.start(), m.end(), ("code", m.group())) for m in _PHONE.finditer(sentence)]
        found += _stretches(sentence, sorted(marks, key=lambda mark: mark[0]))
    return tuple(found)


def _named_thing(match: re.Match[str]) -> str:
    """A method's name in quotation marks: its numerals count nothing (五步法)."""
    return "“" + re.sub(r"[一二三四五六七八九十]", "某", match.group()[1:-1]) + "”"


def _stretches(sentence: str, marks: list[tuple[int, int, Value]]) -> list[tuple[str, Value]]:
    """The words of each value: before it (名额不超过3个), or behind it where the number comes first (3个名额)."""
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
        opens = not content(sentence[max((cut for cut in cuts if cut <= start), default=0) : start])
        if found and _CHANGE.fullmatch(ahead):
            ahead = found[-1][0] + ahead
        after = sentence[end : min(limit, right)]
        piece = (
            after if behind or len(ahead) < 2 or (opens and value[0] != "code" and len(content(after)) > 3) else ahead
        )
        found.append((_FILLER.sub("", piece), value))
        previous = end
    return found


def _number_first(sentence: str, marks: list[tuple[int, int, Value]]) -> bool:
    """Whether the objects stand behind their numbers (设3个正奖名额和5个提名奖名额)."""
    numbers = [(start, end) for start, end, value in marks if value[0] == "number"]
    if len(numbers) < 2:
        return False
    followed = all(
        re.match(r"[“《]?(?!以上|以内|以下|名额|左右|[内前后的和与及或、])[一-鿿]", sentence[end:])
        for _, end in numbers[:2]
    )
    gap = sentence[numbers[0][1] : numbers[1][0]]
    return followed and bool(re.search(r"[、和与及]$", gap))


def _respectively(sentence: str) -> list[tuple[str, Value]]:
    """“A”和“B”分别不超过10个和90个: the first number is A's, the second is B's."""
    head, mark, tail = sentence.partition("分别")
    numbers = find_quantities(re.split(r"[,;]", tail)[0])
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
    units = {value[1][1], held[1][1]}  # type: ignore[index]
    same: bool = value[1][0] == held[1][0]  # type: ignore[index]
    return same and (len(units) == 1 or not units & _SPANS)


def _beyond(value: Value, held: Value) -> bool:
    """Whether a limit of characters is held against a figure that counts none."""
    return value[0] == held[0] == "number" and value[1][1] == "字" != held[1][1]  # type: ignore[index]


def _closer_to_rival(piece: str, own: list[frozenset[str]], rivals: list[frozenset[str]]) -> bool:
    """Whether, of the words that tell the numbers apart, the one nearest to this number is another number's."""
    mine, theirs = frozenset().union(*own), frozenset().union(*rivals)
    body = _BECAME.sub("", re.sub(r"\d+", "", content(piece)))
    for at in range(len(body) - 2, -1, -1):
        gram = body[at : at + 2]
        if gram in mine - theirs:
            return False
        if gram in theirs - mine and not set(gram) & _STOP and gram not in {"获奖", "得奖", "达到", "满足", "超过"}:
            return True
    return False


@lasting(maxsize=2048)
def _grams(text: str) -> frozenset[str]:
    body = re.sub(r"\d+", "", content(text))
    return frozenset(body[i : i + 2] for i in range(len(body) - 1) if not (body[i] in _STOP or body[i + 1] in _STOP))


# Each side of a clause must have so many bigrams of its own before a sentence can be said to mix them up.
_SIDE_GRAMS = 5
_SIDES = (("组织", "个人"), ("单位", "个人"))


def check_sides(said: str, evidence: Evidence) -> Iterator[Reason]:
    """What the clause says of organisations must not be told of individuals, and the reverse."""
    for one, other in _SIDES:
        grams = {word: _of_side(word, rival, evidence) for word, rival in ((one, other), (other, one))}
        if min(len(grams[one] - grams[other]), len(grams[other] - grams[one])) < _SIDE_GRAMS:
            continue
        for segment in _headed(re.split(r"[,;。]", said), one, other):
            for word, rival in ((one, other), (other, one)):
                if _misplaced(segment, word, rival, grams):
                    yield Reason("pairing", f"句中把所引条款对{rival}的要求说成了对{word}的")
                    return


_LABEL, _HEAD = 6, 10


# 评审个人时, 对个人来说: the stretch behind tells of whom this one names.
_OF_WHOM = ("时", "的时候", "来说", "而言", "的话", "方面", "这边", "这块")


# 个人业绩: what somebody has names no side by itself.
_OWNED = re.compile(r"个人(?=业绩|专利|能力|荣誉|贡献)")


def _headed(pieces: list[str], one: str, other: str) -> list[str]:
    """The stretches, one that names neither side behind a short one that is no more than a side's name (a row's)."""
    label, found = "", []
    for piece in pieces:
        told = piece if piece.endswith(("的", "者")) else _OWNED.sub("", piece)  # 有个人专利的 names of whom.
        named = one in told or other in told
        found.append(piece if named else label + piece)
        heads = len(piece) <= _LABEL or piece.endswith(("评审", "评价", "评选", "考察", *_OF_WHOM))
        label = piece if named and heads else "" if named else label
    return found


def _of_side(word: str, rival: str, evidence: Evidence) -> frozenset[str]:
    """The bigrams of the clause's stretches on one side, with those that follow without naming a side."""
    found: set[str] = set()
    holds = False
    for segment in evidence.segments:
        holds = (word in segment and rival not in segment) or (holds and rival not in segment)
        found |= _grams(segment) if holds else frozenset()
    return frozenset(gram for gram in found if not set(gram) & set(word))


def _misplaced(segment: str, word: str, rival: str, grams: dict[str, frozenset[str]]) -> bool:
    ours = _grams(segment)
    alien = ours & (grams[rival] - grams[word])
    head = (segment if word == "个人" else _OWNED.sub("", segment))[:_HEAD]  # 对个人业绩突出的组织来说
    named = word in head and rival not in head
    return named and len(alien) >= 3 and not ours & (grams[word] - grams[rival])


_OF = re.compile(r"^(?:对|对于|推荐的|参评的?)?(个人|单位|组织|企业)[^,。;]{0,10}的")


def check_crossed(homes: tuple[Home, ...]) -> Iterator[Reason]:
    """What one statement asks of one side put to the other, of whom a statement of its own speaks."""
    side, own = "", ""
    for home in homes:
        match = _OF.search(home.statements[0].wordings[0]) if home.statements else None
        theirs = match[1] if match else ""
        crossed = side and theirs and theirs != side and theirs not in home.segment[:4]
        if crossed and any(not light(word) and not said_in(word, own) for word in words_of(home.segment)):
            yield Reason("pairing", f"句中把所引条款对{theirs}的要求说成了对{side}的")
            return
        if theirs and theirs in home.segment[:6]:
            side, own = theirs, home.statements[0].vocabulary


def check_grade(said: str, evidence: Evidence) -> Iterator[Reason]:
    """提名奖 and the award itself: a number said of one must not be the other's."""
    graded = [("提名" in piece, value) for piece, value in _holders(evidence.text) if "奖" in piece]
    if "提名奖" in said and "提名" not in evidence.text:
        yield Reason("pairing", "句中说的是提名奖，所引条款说的不是")
    if not graded or "提名" not in evidence.text:
        return
    only_nominated = "提名" in said and not re.search(r"正奖|质量奖(?!提名)", said)
    own_text = evidence.personal and not evidence.documents  # There the day of each honour is judged by its name.
    for piece, value in () if own_text else _holders(said):
        if ("奖" not in piece and not only_nominated) or "不受" in piece:
            continue
        own = {grade for grade, held in graded if _matches(value, held)}
        if own and (only_nominated or "提名" in piece) not in own:
            yield Reason("pairing", f"句中“{piece[-20:]}”把正奖与提名奖的数字配错了")
            return
