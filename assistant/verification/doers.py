"""Who does what in an applicant's practice: a person of the text doing what it has another do, or one it has not."""

import re
from collections.abc import Iterator

from assistant.verification.alignment import grams_of
from assistant.verification.evidence import Evidence
from assistant.verification.lexicon import lexicon
from assistant.verification.model import Reason
from assistant.verification.passing import passing
from assistant.verification.plain import compiled, segments
from assistant.verification.tagging import tagged

_POST = re.compile(
    r"(?:[一-鿿]{1,3}(?:班长|组长|经理|主任|厂长|科长|部长|总监|队长|店长|院长|校长|主管|工程师|检验员|质检员|师傅))$"
    r"|^[一-鿿]{2,3}[员工师手]$|班长|组长|经理|主任|厂长|科长|部长|总监|队长|店长|主管|馆长|所长|站长|理事长|董事长|会长|讲师|教授|护士|医生|司机|司磅员|业主|家长|监护人|股东|农户|学员|徒弟"
)
# Nobody in particular.
_ANYBODY = re.compile(
    r"^(?:员工|职工|人员|会员|成员|学员|党员|委员|全员|社员|团员|技工|用工|人工|手工|加工|施工|竣工|开工|化工|军工|返工|完工|分工|动工"
    r"|老师|教师|律师|高手|对手|着手|入手|水手|动手|亲手|新手|选手|同事|工人|老员工|新员工|临时工|季节工|质量员)$"
)
_STOP = re.compile(r"[。;\n]")
_MARGIN = 2


def check_doers(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Somebody with a post that the text names nobody by, or told to do what it has another do."""
    held = deeds_of(evidence.text)
    told = deeds_of(said)
    for who, deed in told:
        if not _known(who, evidence.text):
            yield Reason("role", f"材料里没有“{who}”")
            return
        own = [theirs for other, theirs in held if _same(who, other)]
        mine = max((len(deed & theirs) for theirs in own), default=0)
        other, best = max(
            ((other, len(deed & theirs)) for other, theirs in held if not _same(who, other)),
            key=lambda pair: pair[1],
            default=("", 0),
        )
        together = any(theirs is deed and _same(one, other) for one, theirs in told)
        if own and not mine and best >= _MARGIN and not together:
            yield Reason("role", f"材料里这件事由“{other}”来做，句中写成了“{who}”")
            return
    yield from _by_another(said, evidence)
    yield from _signed(said, evidence)
    yield from _another_pair(said, evidence)


_BODIES = re.compile(
    r"(?P<one>[一-鿿]{2}(?P<head>工段|车间|部门|班组|科室|工序|岗位|分厂|[部科室组班]))[、和与及](?P<other>[一-鿿]{2}(?P=head))"
)


def _another_pair(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Two bodies told to act together of which the text pairs one with a third (铸造工段和成品工段)."""
    held = [{match["one"], match["other"]} for match in _BODIES.finditer(evidence.text)]
    for match in _BODIES.finditer(said):
        told = {match["one"], match["other"]}
        known = all(one in evidence.text for one in told)
        if held and known and told not in held and any(len(told & pair) == 1 for pair in held):
            yield Reason("role", f"材料里没有“{match.group()}”一起做这件事")
            return


# Who has the last word on a thing: whoever else of the text is named for it answers for what he does not.
_SIGNS = re.compile(
    r"由(?P<who>[一-鿿]{2,8}?)(?:来|负责|最后|当场|统一)*(?P<act>签(?:字|名|批|发|收)?|拍板|放行|审批|审定|定稿|把关|盖章)"
)


def _signed(said: str, evidence: Evidence) -> Iterator[Reason]:
    """由老客户签字 where the text has another sign, and nowhere him."""
    for match in _SIGNS.finditer(said):
        who, act = match["who"][-2:], match["act"][:2]
        homes = [piece for piece in evidence.segments if act[0] in piece and (act in piece or act[0] == "签")]
        if who in evidence.text and homes and not any(who in piece for piece in homes):
            yield Reason("role", f"材料没有说由“{match['who']}”{match['act']}")
            return


_BY = re.compile(r"由[^,。;由]{0,8}?$")


def _by_another(said: str, evidence: Evidence) -> Iterator[Reason]:
    """由甲… of what a stretch of the text has 由乙 do, where no stretch with 甲 tells of it."""
    pieces = [(piece, _led(piece)) for piece in evidence.segments]
    for piece in segments(said):
        for who in _led(piece):
            rest = grams_of(piece.replace(who, "。"))
            near = [(theirs, rest & grams_of(home)) for home, theirs in pieces if theirs]
            own = any(rest & grams_of(home) for home in evidence.segments if who in home)
            other = [theirs for theirs, shared in near if shared and not any(_same(who, one) for one in theirs)]
            if other and not own:
                yield Reason("role", f"材料里这件事由“{other[0][0]}”来做，句中写成了“{who}”")
                return


def _led(piece: str) -> list[str]:
    """Who stands behind 由 in a stretch."""
    if "由" not in piece:
        return []
    named = [who for who, at in _mentions(piece) if _BY.search(piece[:at])]
    return named or [match[1] for match in _WORKER.finditer(piece)]


# 由下道的浇注工查, whose last word a segmenter tears apart.
_WORKER = re.compile(r"由(?:[^,。;由]{0,6}?的)?([一-鿿]{2}[工员师长手])(?![作资具程序艺工])")


@passing(maxsize=512)
def deeds_of(text: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Each mention of somebody by a post, with the bigrams of what follows up to the next one or the stop."""
    found = []
    for sentence in _STOP.split(text):
        mentions = _mentions(sentence)
        ends = [*(start for _, start in mentions[1:]), len(sentence)][: len(mentions)]
        deed: frozenset[str] = frozenset()
        for (who, start), end in reversed(list(zip(mentions, ends, strict=True))):
            behind = sentence[start + len(who) : end]
            if end == len(sentence) or behind not in _JOINS:  # 医生、护士核对: both of them do.
                deed = grams_of(behind)
            found.append((who, deed))
    return tuple(found)


_JOINS = ("、", "和", "与", "及", "或", ",")


@passing(maxsize=1024)
def _mentions(sentence: str) -> tuple[tuple[str, int], ...]:
    at, found = 0, []
    for word, kind in tagged(sentence):
        at = sentence.index(word, at)
        told = kind[0] in "nx" and len(word) > 1 and _POST.search(word) and not _ANYBODY.match(word)
        if told and sentence[max(0, at - 1) : at] not in _WITH:
            found.append((word, at))
        at += len(word)
    covered = {place for word, start in found for place in range(start, start + len(word))}
    found += [(m.group(), m.start()) for m in _HEADED.finditer(sentence) if m.start() not in covered]
    return tuple(sorted(found, key=lambda pair: pair[1]))


# Behind these somebody stands who is not the doer (陪驾驶员).
_WITH = set("陪向给对和与把跟同为找")
# 教研组长, which a segmenter tears apart.
_HEADED = re.compile(r"(?:[组班队科]长)(?![期度短时远久])")
_LESSER = re.compile(r"副(教授|研究员|主任|经理|院长|校长|会长|厂长|所长|部长|总经理|主席|书记|组长|队长)")


def check_rank(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A deputy of the text told as the head (教授 for 副教授)."""
    for rank in dict.fromkeys(_LESSER.findall(evidence.text)):
        above = compiled(rf"(?<!副){rank}")
        if above.search(said) and not above.search(evidence.text):
            yield Reason("person", f"材料写的是“副{rank}”，句中写成了“{rank}”")
            return


def _known(who: str, text: str) -> bool:
    """Whether the text names somebody so, in full, in short or by an equal word."""
    if any(equal in text for equal in lexicon().equal(who)) or f"{who[:-1]}人" in text:
        return True
    return len(who) > 2 and bool(compiled(rf"{re.escape(who[:2])}[一-鿿]?{re.escape(who[-1])}").search(text))


def _same(one: str, other: str) -> bool:
    return one in other or other in one or bool(lexicon().equal(one) & lexicon().equal(other))
