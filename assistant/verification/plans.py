"""What an applicant's text gives as planned, under way or not yet done must be told as that."""

import re
from collections.abc import Iterator

from assistant.language.numerals import find_quantities
from assistant.verification.alignment import NEGATOR, aligned_with, grams_of
from assistant.verification.evidence import Evidence
from assistant.verification.honour_owner import honour_itself, honours_named
from assistant.verification.lexicon import lexicon
from assistant.verification.model import Reason
from assistant.verification.passing import lasting
from assistant.verification.plain import compiled, content, segments
from assistant.verification.tagging import tagged

# 非计划停运, 质量目标 and 目标值 plan nothing; a year with 前 behind a promise does.
_NO_PLAN = re.compile(
    r"非计划|计划[内外经]|质量目标|目标(?:值|管理|分解)|[年月季]度计划|工作计划|计划(?:员|生育|部|科)|准备(?:工作|就绪|好|间|区|阶段)|[课前产备]准备"
)
_PROMISED = re.compile(r"承诺[^,。;]{0,6}20\d\d年|20\d\d年(?:底|末)?(?:之)?前[^,。;]{0,12}(?:要|达到|实现|完成|建成)")
_WILL = re.compile(r"年(?:底|初|末|起)?将(?=[一-鿿])|(?<![，,])将[于在]|^将")
# From such a word on a sentence tells what is, not what is planned.
_BACK = re.compile(r"^(?:现|已|目前|截至|(?:19|20)\d\d年(?!底|末|前|内|起?将|拟|计划|建成|投产|开业))")
_COMPLETED = re.compile(r"已经?(?![在不])")
_UNDONE = re.compile(r"(?:尚未|还未|仍未|未能|未|还没有?|没有|没能|没)(?:正式|全部|最后)?([一-鿿]{2})")
_UNDER_WAY = re.compile(r"([一-鿿]{2})中(?=[,。;)]|$)")
_ENDED = re.compile(r"通过|完成|结束|获批|合格|成功|建成|投产|发布|已")
_ONGOING = re.compile(r"正在|正与|正(?=[准筹申推建])|征求意见")

# An honour that is sought or awaited, not had.
PENDING = re.compile(
    r"申报|申请|参评|报送|推荐|候选|公示|评审|在评|入围|没评上|未评上|没有?发文|未发文|结果|通知还|提名公示|拟|争取|计划|准备|参加"
)


def check_plans(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Something planned, under way or not done that is told as done."""
    plan = told_as_plan(said)
    pieces = [piece for piece in segments(said) if not plan or (_COMPLETED.search(piece) and not told_as_plan(piece))]
    yield from _planned(pieces, evidence)
    yield from _planned_thing(pieces, evidence)
    if plan:
        return
    yield from _undone(said, evidence)
    yield from _under_way(said, evidence)


def told_as_plan(said: str) -> bool:
    """Whether a sentence says that something is still to come, or not yet so."""
    words = (*lexicon().list("planned"), *lexicon().list("planned_told"))
    return bool(re.search("|".join((*words, "(?<!已)将", _PROMISED.pattern)), _NO_PLAN.sub("", said)))


@lasting(maxsize=256)
def planned_pieces(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(what the text gives as planned, what it gives as being), stretch by stretch."""
    planned: list[str] = []
    being: list[str] = []
    words = lexicon().list("planned")
    for sentence in re.split(r"[。;\n]", text):
        pieces = [piece for piece in re.split(r",", sentence) if piece]
        marks = [bool(_says(words, piece)) for piece in pieces]
        trailing = [i for i, piece in enumerate(pieces) if marks[i] and not grams_of(_bare(words, piece))]
        open_ = False
        for at, piece in enumerate(pieces):
            open_ = marks[at] or (open_ and not _BACK.match(piece)) or at + 1 in trailing
            (planned if open_ else being).append(piece)
    return tuple(planned), tuple(being)


def _says(words: tuple[str, ...], piece: str) -> str:
    bare = _NO_PLAN.sub("", piece)
    found = next((word for word in words if word in bare), "")
    return found or ("将" if _WILL.search(bare) else "承诺" if _PROMISED.search(bare) else "")


def _bare(words: tuple[str, ...], piece: str) -> str:
    """A stretch less its word of planning: nothing where it only says how far the stretch before has come."""
    for word in words:
        piece = piece.replace(word, "")
    return re.sub(r"处于|仍|现|还|阶段|之中|中$|结果|合同|材料", "", piece)


_NOW = re.compile(r"^(?:目前|现已|现在|眼下)")


def _planned(pieces: list[str], evidence: Evidence) -> Iterator[Reason]:
    """A stretch, or a figure, that the text has only among what is planned."""
    planned, being = planned_pieces(evidence.text)
    given = {(q.value, q.unit) for piece in being for q in find_quantities(piece)}
    now = {(q.value, q.unit) for piece in being if _NOW.search(piece) for q in find_quantities(piece)}
    figures = {(q.value, q.unit): piece for piece in planned for q in find_quantities(piece)}
    for segment in pieces:
        meant = aligned_with(segment, (*planned, *being))
        told = {(q.value, q.unit) for q in find_quantities(segment)}
        if told & (now | _beside(segment, being)) and not told & figures.keys():
            continue  # It tells a figure of how far things are.
        if _held(segment, being):
            continue
        ended = _ENDED.search(segment)
        if meant and all(piece in planned or (ended and _ONGOING.search(piece)) for piece in meant):
            yield Reason("qualifier", f"材料把“{segment[:16]}”写作计划或目标，句中写成了已达成")
            return
        for quantity in find_quantities(segment):
            figure = (quantity.value, quantity.unit)
            alike = quantity.value != 1 or bool(grams_of(segment) & grams_of(figures.get(figure, "")))
            if figure in figures and figure not in given and alike:
                yield Reason("qualifier", f"材料只把“{quantity.text}”写作计划或目标，句中写成了已达成")
                return


def _beside(segment: str, being: tuple[str, ...]) -> set[tuple[object, str]]:
    """The figures that the text gives as being of the very thing the stretch ends its words with."""
    ahead = re.split(r"\d", content(segment))[0][-_NOUN:]
    if len(ahead) < _NOUN:
        return set()
    thing = re.sub(r"(?:降低?|升|提高|增|减少?|缩短?|压|达)?[到至为了]?$", "", re.split(r"\d", content(segment))[0])[
        -_NOUN:
    ]
    return {(q.value, q.unit) for piece in being if thing in content(piece) for q in find_quantities(piece)}


# So many characters of a noun tell what a figure is of.
_NOUN = 3


def _held(segment: str, being: tuple[str, ...]) -> bool:
    """Whether an honour the stretch names stands, under its whole name, among what is."""
    names = [content(honour_itself(match[1])) for match in honours_named(segment)]
    return bool(names) and all(
        len(name) > _NOUN and any(name in content(piece) for piece in being if not PENDING.search(piece))
        for name in names
    )


def _planned_thing(pieces: list[str], evidence: Evidence) -> Iterator[Reason]:
    """A thing the text has only among what is planned, told as there (线上题库已经建成 for 准备做成线上题库)."""
    planned, being = planned_pieces(evidence.text)
    yield from _planned_member(pieces, planned, being)
    for thing in {found for piece in planned if (found := _last_thing(piece))}:
        if any(thing in piece for piece in being):
            continue
        for piece in pieces:
            short = thing[-_NOUN:] if not any(thing[-_NOUN:] in each for each in being) else thing
            if (thing in piece or short in piece) and _THERE.search(piece) and not NEGATOR.search(piece):
                yield Reason("qualifier", f"材料把“{thing}”写作计划或目标，句中写成了已有")
                return


def _planned_member(pieces: list[str], planned: tuple[str, ...], being: tuple[str, ...]) -> Iterator[Reason]:
    """A member of an enumeration (语文、数学、英语三科) that the text has only among what is planned."""
    for piece in pieces:
        for member in re.split(r"、|[和与及]", piece) if "、" in piece and not NEGATOR.search(piece) else ():
            words = [word for word, kind in tagged(member) if kind[0] == "n" and len(word) > 1]
            word = words[0] if words else ""
            if word and any(word in each for each in planned) and not any(word in each for each in being):
                yield Reason("qualifier", f"材料把“{word}”写作计划或目标，句中写成了已有")
                return


def _last_thing(piece: str) -> str:
    """The nouns a stretch ends in, where they are three characters or more."""
    words = tagged(piece)
    at = len(words)
    if at > 1 and words[-1][1] == "v" and words[-2][1] == "n":
        at -= 1  # 有机认证: a deed as part of the noun.
    while at and (words[at - 1][1][0] in "nbajfs" or words[at - 1][1] == "vn"):
        at -= 1
    thing = "".join(word for word, _ in words[at:])
    return thing if len(thing) > _SHORT else ""


_SHORT = 2
_THERE = re.compile(r"已|获|拥有|通过|建成|开业|投[产用运]|授权|上线|启用|取得|成为|入选|开门")


def _undone(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A deed the text only names as not yet done, told as done."""
    for deed in dict.fromkeys(_UNDONE.findall(evidence.text)):
        if len(re.findall(deed, evidence.text)) != len(
            compiled(rf"(?:未|没|没有|没能|未能|正式|全部|最后){deed}").findall(evidence.text)
        ):
            continue
        for piece in segments(said):
            done = compiled(rf"(?:已经?|获|均|都|已获|被){deed}|{deed}(?:了|完毕|通过|$)").search(piece)
            if done and not NEGATOR.search(piece) and not re.search(r"待|拟|将|计划|准备|尚|等", piece):
                yield Reason("qualifier", f"材料写的是没有“{deed}”，句中写成了已经{deed}")
                return


def _under_way(said: str, evidence: Evidence) -> Iterator[Reason]:
    """What the text gives as under way (复评中), told as ended (复评通过)."""
    for match in _UNDER_WAY.finditer(evidence.text):
        for piece in segments(said):
            if match[1] in piece and _ENDED.search(piece[piece.index(match[1]) :]) and match[1] + "中" not in piece:
                yield Reason("qualifier", f"材料写的是“{match.group()}”，句中写成了已有结果")
                return
