"""What a clause denies, bars or allows must stay denied, barred or allowed."""

import re
from collections.abc import Iterator
from itertools import pairwise

from assistant.verification.alignment import NEGATOR, aligned_with, grams_of
from assistant.verification.carrying import carried
from assistant.verification.evidence import Evidence
from assistant.verification.lexicon import lexicon
from assistant.verification.model import Reason
from assistant.verification.passing import passing
from assistant.verification.permission import GRANTED, stems_of
from assistant.verification.plain import compiled, content, segments
from assistant.verification.tagging import words_of


def _negated(text: str) -> Iterator[tuple[str, str]]:
    """(negator, scope) of each negator of a segment; the scope is the next 8 characters after it."""
    for match in NEGATOR.finditer(text):
        head = match.group()[1:] if match.group()[0] in "不没未无" and len(match.group()) > 1 else ""
        head = (
            head
            if head not in {"得", "能", "可以", "可", "再", "有", "应", "必", "需", "需要", "用", "会", "是"}
            else ""
        )
        yield match.group(), head + text[match.end() : match.end() + 9 - len(head)]


_SPARES = re.compile(r"不影响([^,。;]{2,24})")


def _spared(said: str, evidence: Evidence) -> Iterator[Reason]:
    """What the clause leaves untouched (不影响…继续参加评审) told as lost (不能继续参加)."""
    for match in _SPARES.finditer(evidence.text):
        deed = match[1][-6:]
        heads = [deed[at : at + 4] for at in range(len(deed) - 3)]
        lost = any(
            compiled(rf"(?:不能|不得|不可|不再|不许|不准|无法|没法|停止|取消)[^,。;]{{0,6}}{head}").search(said)
            for head in heads
        )
        if lost and "不影响" not in said:
            yield Reason("negation", f"所引条款写的是不影响“{deed}”，句中正相反")
            return


def check_negation(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A denial the clause does not have, one of its denials lost or turned, and what it spares told as lost."""
    mine = _own_denial(said, evidence)
    settings = "\n".join(context.text for context in evidence.contexts)
    ours = mine and not (own_verdict(said) or contrapositive(said) or _equal_negation(said, evidence))
    if mine and ours and not NEGATOR.search(evidence.text + settings):
        yield Reason("negation", f"句中“{mine.group()}”的否定不在所引条款中")
        return
    yield from _spared(said, evidence)
    stems = [c.stem for c in evidence.contexts if c.stem and NEGATOR.search(c.stem)]
    theirs = (*evidence.segments, *stems)
    yield from _let_in(said, theirs, barred=bool(stems))
    for before, segment in pairwise(["", *segments(said)]):
        if "是否" in segment:
            continue
        yield from _turned(segment, said, evidence)
        aligned = aligned_with(segment, theirs)
        if aligned:
            spared = _spared_kind(before, theirs)
            yield from _forbidden(segment, evidence, forbidding=bool(stems) and not spared)
            yield from _unequal(segment, said, aligned, evidence, judged=not stems, denies=mine is not None)


def _own_denial(said: str, evidence: Evidence) -> re.Match[str] | None:
    """The sentence's denial; none where an applicant's text denies or leaves open something itself."""
    own = evidence.personal and not evidence.documents
    if own and re.search(r"[不没未无非别]|正在|计划|打算|公示|参评|拟", evidence.text):
        return None
    return NEGATOR.search(said)


def _turned(segment: str, said: str, evidence: Evidence) -> Iterator[Reason]:
    """A stretch that denies what the clause says, or permits what it denies."""
    spoken_to = re.search(r"贵|您", segment) or own_verdict(said) or contrapositive(said) or _CONTRARY.search(segment)
    if _new_negation(segment, evidence) and not spoken_to:
        yield Reason("negation", f"句中“{segment[:20]}”否定了所引条款所说的")
    if _permits_denied(segment, evidence):
        yield Reason("negation", f"句中“{segment[:20]}”允许了所引条款所否定的")


_ENTERS = r"(?:可以|可|能|能够|允许|仍可|照常)(?:继续)?(?:申报|参评|参加|推荐|报(?!送))"
_DESCRIBES = re.compile(r"(?:[的者]|的(?:单位|企业|组织|个人|人))$")


def _let_in(said: str, theirs: tuple[str, ...], *, barred: bool) -> Iterator[Reason]:
    """Those whom a clause bars described, and let in by the next stretch (发生重大事故的,可以申报)."""
    for before, piece in pairwise(segments(said)) if barred else ():
        enters = compiled(rf"^(?:也|都|均|就|仍|还|照样|一样)?{_ENTERS}").search(piece)
        described = _DESCRIBES.search(before) and not NEGATOR.search(before + piece)
        if enters and described and aligned_with(before, theirs):
            yield Reason("negation", f"所引情形不得申报，句中“{piece[:20]}”正相反")
            return


def _spared_kind(before: str, theirs: tuple[str, ...]) -> bool:
    """Whether a stretch describes those who lack what bars (没有违法行为的单位), which the clause lets in."""
    described = _DESCRIBES.search(before) and NEGATOR.search(before)
    return bool(described) and not any(NEGATOR.search(other) for other in aligned_with(before, theirs))


def _forbidden(segment: str, evidence: Evidence, *, forbidding: bool) -> Iterator[Reason]:
    """Who is barred let in, or something forbidden that the clause does not forbid."""
    enters = compiled(_ENTERS).search(segment)
    if forbidding and enters and not NEGATOR.search(segment):
        yield Reason("negation", f"所引情形不得申报，句中“{segment[:20]}”正相反")
    bars = re.search(r"(?:不得|禁止|严禁|不准|不许)(?:再次|再|继续)?([一-鿿]{2})", segment)
    if bars and not carried(bars[1], content(evidence.everything)) and bars[1] not in lexicon().neutral:
        yield Reason("negation", f"所引条款没有禁止“{bars[1]}”")


def _unequal(
    segment: str, said: str, aligned: tuple[str, ...], evidence: Evidence, *, judged: bool, denies: bool
) -> Iterator[Reason]:
    """A denial on one side only, of the stretch or of what the clause says in its place."""
    ours, theirs = NEGATOR.search(segment), any(NEGATOR.search(other) for other in aligned)
    if not judged or bool(ours) == theirs or (ours and not denies):
        return
    told = ours and not _UNTOLD.search(segment) and not _FALLS_SHORT.search(segment) and not contrapositive(said)
    if ours and told and not _supported_negation(segment, evidence, said):
        yield Reason("negation", f"句中“{ours.group()}”的否定不在所引条款中")
    elif theirs and not ours and not _SPARED.search(said) and _loses_negation(segment, aligned, said):
        yield Reason("negation", f"句中“{segment[:20]}”丢了所引条款的否定")


# A negative form of the clause's own condition (不满5年的不能申报).
_CONTRARY = re.compile(
    r"不满|不足|未满|不到|逾期|未达|否则|以外|之外|没有.{0,14}(?:不|无法)|不.{0,14}不|未.{0,14}不|无.{0,14}不|的不|者不"
)


# 照常参加评审,不受影响: the denial stands in the next stretch.
_SPARED = re.compile(r"照(?:常|样|旧)(?:可以|能)?继续|照(?:常|样|旧)[^。;]*不受影响|不受影响[^。;]*照(?:常|样|旧)")
# That somebody does not reach what a clause asks for denies nothing of the clause.
_FALLS_SHORT = re.compile(r"(?:没有?|未能?|尚未)(?:达到|满足|够到)[^,。;]{0,16}(?:要求|条件|年限|门槛|标准|规定)")
# What the applicant has not told yet, which no clause denies.
_UNTOLD = re.compile(r"没有?(?:提供|告诉|告知|交代|补充)|未(?:提供|告知|交代|补充)")


def _supported_negation(segment: str, evidence: Evidence, said: str) -> bool:
    given = [
        (n, grams_of(scope))
        for s in (*evidence.segments, *(c.stem for c in evidence.contexts))
        for n, scope in _negated(s)
    ]
    for negator, scope in _negated(segment):
        ours = grams_of(scope)
        if any(ours & theirs for _, theirs in given) or (not ours and given):
            continue
        if negator in {"不是", "并非"} and re.search(r"而是|,是|应为", said):
            continue
        if any(_bare(negator) == _bare(n) for n, _ in given) and len(ours) <= 1:
            continue
        return _equal_negation(segment, evidence)
    return True


def _permits_denied(segment: str, evidence: Evidence) -> bool:
    """可以X where the clause has 未X or 没有X: at least two bigrams of X must meet."""
    match = GRANTED.search(segment)
    if match is None or NEGATOR.search(segment):
        return False
    deed = grams_of(segment[match.end() : match.end() + 10])
    scopes = (m for s in evidence.segments for m in re.finditer(r"(?:未被?|没有|无(?!论|锡))(.{4,14})", s))
    return any(len(deed & grams_of(m[1])) >= 2 for m in scopes)


def _new_negation(segment: str, evidence: Evidence) -> bool:
    """Whether the first word a negator denies stands in the evidence and is denied nowhere there."""
    for match in NEGATOR.finditer(segment):
        ends = "[的,、]" if match.group() in {"取消", "撤销"} else "[的,]"
        scope = re.split(ends, segment[match.end() : match.end() + 7])[0]
        words = [w for w in words_of(scope) if len(w) > 1 and w not in lexicon().neutral]
        held = [w for w in words[:2] if w in evidence.text]
        if held and not any(_denied(word, evidence) for word in held):
            return True
    return False


def _denied(word: str, evidence: Evidence) -> bool:
    pieces = [*evidence.segments, *stems_of(evidence)]
    return any(word in piece[match.start() :] for piece in pieces for match in NEGATOR.finditer(piece))


def own_verdict(said: str) -> bool:
    """Denials that rest on something else than the clause: a verdict, a correction, a missing provision."""
    return bool(
        re.search(
            r"不是|并非|不符合|不满足|不能申报|没有(?:提到|提供|告诉|告知|交代|补充|规定|说明|说|写)|未(?:提到|提供|告知|交代|规定|说明|载明)|没有[^,。]{0,14}(?:的说法|说法|字样|的表述)|不等于|不代表|不够|(?:没有?|未能?)(?:达到|满足|够到)[^,。;]{0,16}(?:要求|条件|年限|门槛|标准|规定)|不确定|不能确定|(?:不能|无法|难以|未能)(?:判定|判断|确定|核实)",
            said,
        )
    )


def _bare(negator: str) -> str:
    return negator[:2]


def _equal_negation(segment: str, evidence: Evidence) -> bool:
    """A contrapositive (不满5年的不能申报) or a wording such as 空缺 that negates by itself."""
    if re.search(
        r"不满|不足|未满|不到|超过|已|逾期|未达|否则|以外|没有.{0,14}(?:不|无法)|不.{0,14}不|未.{0,14}不|无.{0,14}不",
        segment,
    ):
        return True
    mine = NEGATOR.search(segment)
    if mine and re.search(r"仅限|除外", evidence.text):
        return segment[max(0, mine.start() - 4) : mine.start()] not in evidence.text
    return bool(re.search(r"废止|取消|撤销|拒|保密", evidence.text)) and len(segment) < 18


# What has just been named is denied as such (“重大投诉”:没有这种情况即符合).
_NONE_SUCH = re.compile(
    r"(?:没有|没|无|未有|不存在|未发生)(?:出现|发生)?(?:过)?(?:这|此|上述|该|那)[一-鿿]{0,3}(?:情况|情形|行为|事|问题|记录)"
)


_LEAST = 6
# A stretch on what a clause names (列的是…) leaves open whether it asks for it or bars it.
_NAMES_ONLY = re.compile(r"(?:列|写|点|看|数|提)(?:的是|了|出|到|进|着)")


def _loses_negation(segment: str, aligned: tuple[str, ...], said: str) -> bool:
    """Whether the part of the clause that stands under its negator is what the sentence says without one."""
    if len(content(segment)) < _LEAST or _NAMES_ONLY.search(segment):
        return False
    ours = grams_of(segment)
    free = [grams_of(other) for other in aligned if not NEGATOR.search(other)]
    for other in aligned:
        for negator, scope in _negated(other):
            inside = grams_of(scope)
            if negator in {"取消", "除外", "杜绝"} and negator in said:
                continue
            head = grams_of(scope[:4]) or inside
            if any(head <= grams for grams in free):
                continue  # 符合条件的…,不符合条件的…: the clause says the one as well.
            if (
                inside
                and (len(inside & ours) / len(inside) >= 0.5 or head <= ours)
                and not NEGATOR.search(said.split(segment)[0][-8:])
            ):
                kept = re.search(r"仅限|只|拒|排除|之外|以外|否决|空缺|免|的,?$", segment) or _refuses(said)
                return not kept and not _NONE_SUCH.search(said.partition(segment)[2])
    return False


def check_antonyms(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A word that turns the aligned stretch of the clause into its opposite (保留 for 取消)."""
    pairs: tuple[tuple[str, str], ...] = lexicon().words["antonyms"]
    for segment in segments(said):
        aligned = aligned_with(segment, evidence.segments)
        for one, other in (*pairs, *((b, a) for a, b in pairs)):
            if (
                one in segment
                and aligned
                and other in aligned[0]
                and one not in "".join(aligned)
                and other not in segment
            ):
                yield Reason("contrast", f"所引条款写的是“{other}”，句中写成了“{one}”")
                return


def _refuses(said: str) -> bool:
    """A sentence that refuses those it describes (发生过…的不得申报) negates by its consequence."""
    plain = r"不得|不能|不可|不予|不再|不符合|不满足|取消|撤销|无法|没有资格|拒"
    return bool(re.search(plain, said) or compiled(lexicon().words["refusals"]).search(said))


def contrapositive(said: str) -> bool:
    """Whether the sentence refuses those who lack what the clause asks for (没有突出贡献的，够不上这条)."""
    lack = re.search(r"没|未(?!来)|无(?!论)|不(?!论|管|断)|缺|外(?:地|市|省|的)|以外|短期|除外", said)
    return bool(lack and compiled(lexicon().words["refusals"]).search(said[lack.end() :]))


@passing(maxsize=64)
def _opposites(whole: str) -> tuple[tuple[dict[str, str], str], ...]:
    """The rules of the lexicon that a clause calls for, each with what a sentence must not say."""
    called = ((rule, compiled(rule["clause"]).search(whole)) for rule in lexicon().words["opposed"])
    return tuple(
        (rule, rule["sentence"].replace("<1>", re.escape(given[1])) if given.re.groups else rule["sentence"])
        for rule, given in called
        if given
    )


def check_opposed(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Patterns of the lexicon: where the clause says the one, a sentence that says the other is a lie."""
    for rule, wanted in _opposites("\n".join([evidence.text, *stems_of(evidence)])):
        for segment in [said] if "across" in rule else segments(said):
            found = compiled(wanted).search(segment)
            excused = compiled(rule["unless"]).search(said if "wide" in rule else segment)
            if found and "是否" not in segment and not excused:
                yield Reason("opposed", f"句中“{found.group()[:20]}”与所引条款相反或丢了限定")
                return
