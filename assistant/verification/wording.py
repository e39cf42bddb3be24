"""Negation, modal force, qualifiers and scope must survive from the clause into the sentence."""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.verification.coverage import carried
from assistant.verification.evidence import Evidence
from assistant.verification.lexicon import any_of, lexicon, pattern
from assistant.verification.model import Reason
from assistant.verification.plain import content, segments

_NEGATOR = re.compile(
    r"不得|不予|不能|不可以|不可(?!或缺|替代)|不再|不应|不必|不需要?|不用|不允许|不准|不许|不向|不收取?|不影响|不受|不符合|不满足|不具备|不参与|不设|不会|"
    r"不是|并非|不属于|不在|不涉及|不包括|不存在|不公示|不反馈|不公开|不承担|不提供|不执行|不授予|不颁发|不给予|不评|不参加|不推荐|不申报|不接受|不受理|不要求|不作|"
    r"不撤销|不取消|不收回|不回避|不保密|不注明|不审|不组织|不由|没有|没(?=[收发办报])|无(?!论|私|锡|差错|人机|数)|未(?!来|必)|非(?=必须|强制)|严禁|禁止|杜绝|拒绝|免收|免于|免除|免费|除外|无需|无须|取消|零(?=事故|投诉|违)"
)
_STOP = set("的了和与及或等在对为以把将被由向从于其该")


def check_wording(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Negation, modality, qualifiers and scope of the flat text `said` against its evidence."""
    yield from _negation(said, evidence)
    yield from _permission(said, evidence)
    yield from check_opposed(said, evidence)
    yield from _antonyms(said, evidence)
    yield from _modality(said, evidence)
    yield from _qualifiers(said, evidence)
    yield from _scope(said, evidence)
    yield from _connectives(said, evidence)


@lru_cache(maxsize=2048)
def _grams(text: str) -> frozenset[str]:
    body = content(text)
    return frozenset(
        body[i : i + 2] for i in range(len(body) - 1)
        if not (body[i] in _STOP or body[i + 1] in _STOP or body[i].isdigit() or body[i + 1].isdigit())
    )


def _negated(text: str) -> Iterator[tuple[str, str]]:
    """(negator, scope) of each negator of a segment; the scope is the next 8 characters after it."""
    for match in _NEGATOR.finditer(text):
        head = match.group()[1:] if match.group()[0] in "不没未无" and len(match.group()) > 1 else ""
        head = head if head not in {"得", "能", "可以", "可", "再", "有", "应", "必", "需", "需要", "用", "会", "是"} else ""
        yield match.group(), head + text[match.end() : match.end() + 9 - len(head)]


def _negation(said: str, evidence: Evidence) -> Iterator[Reason]:
    mine = _NEGATOR.search(said)
    settings = "\n".join(context.text for context in evidence.contexts)
    if mine and not _NEGATOR.search(evidence.text + settings) and not _equal_negation(said, evidence) and not _own_verdict(said):
        yield Reason("negation", f"句中“{mine.group()}”的否定不在所引条款中")
        return
    stems = [c.stem for c in evidence.contexts if c.stem and _NEGATOR.search(c.stem)]
    forbidding = bool(stems)
    theirs = [*evidence.segments, *stems]
    for segment in segments(said):
        aligned = _aligned(segment, tuple(theirs))
        if not aligned:
            continue
        ours_negative, theirs_negative = bool(_NEGATOR.search(segment)), any(_NEGATOR.search(a) for a in aligned)
        if forbidding and re.search(r"(?:可以|可|能|能够|允许|仍可|照常)(?:继续)?(?:申报|参评|参加|推荐)", segment) and not ours_negative:
            yield Reason("negation", f"所引情形不得申报，句中“{segment[:20]}”正相反")
        bars = re.search(r"(?:不得|禁止|严禁|不准|不许)([一-鿿]{2})", segment)
        if bars and not carried(bars[1], content(evidence.everything)) and bars[1] not in lexicon().neutral:
            yield Reason("negation", f"所引条款没有禁止“{bars[1]}”")
        if forbidding or ours_negative == theirs_negative:
            continue
        if ours_negative and not _supported_negation(segment, evidence, said):
            yield Reason("negation", f"句中“{_NEGATOR.search(segment).group()}”的否定不在所引条款中")  # type: ignore[union-attr]
        elif theirs_negative and not ours_negative and _loses_negation(segment, aligned, said):
            yield Reason("negation", f"句中“{segment[:20]}”丢了所引条款的否定")


@lru_cache(maxsize=4096)
def _aligned(segment: str, theirs: tuple[str, ...]) -> tuple[str, ...]:
    """The evidence segments that say what this one says: those with the largest shared share of bigrams."""
    ours = _grams(segment)
    if len(ours) < 2:
        return ()
    scored = sorted(((len(ours & _grams(other)) / len(ours), other) for other in theirs), reverse=True)
    best = scored[0][0] if scored else 0.0
    if best < 0.34:
        return ()
    return tuple(other for score, other in scored if score >= best * 0.85)


def _supported_negation(segment: str, evidence: Evidence, said: str) -> bool:
    given = [(n, _grams(scope)) for s in (*evidence.segments, *(c.stem for c in evidence.contexts)) for n, scope in _negated(s)]
    for negator, scope in _negated(segment):
        ours = _grams(scope)
        if any(ours & theirs for _, theirs in given) or (not ours and given):
            continue
        if negator in {"不是", "并非"} and re.search(r"而是|,是|应为", said):
            continue
        if any(_bare(negator) == _bare(n) for n, _ in given) and len(ours) <= 1:
            continue
        return _equal_negation(segment, evidence)
    return True


def _own_verdict(said: str) -> bool:
    """Denials that rest on something else than the clause: a verdict, a correction, a missing provision."""
    return bool(re.search(r"不是|并非|不符合|不满足|不能申报|没有(?:提到|规定|说明|写)|未(?:提到|规定|说明|载明)|不等于|不代表|不够|不确定|不能确定", said))


def _bare(negator: str) -> str:
    return negator[:2]


def _equal_negation(segment: str, evidence: Evidence) -> bool:
    """A contrapositive (不满5年的不能申报) or a wording such as 空缺 that negates by itself."""
    if re.search(r"不满|不足|未满|不到|超过|已|逾期|未达|否则|以外|没有.{0,14}(?:不|无法)|不.{0,14}不|未.{0,14}不|无.{0,14}不", segment):
        return True
    mine = _NEGATOR.search(segment)
    if mine and re.search(r"仅限|除外", evidence.text):
        return segment[max(0, mine.start() - 4) : mine.start()] not in evidence.text
    return bool(re.search(r"废止|取消|撤销|拒|保密", evidence.text)) and len(segment) < 18


def _loses_negation(segment: str, aligned: tuple[str, ...], said: str) -> bool:
    """Whether the part of the clause that stands under its negator is what the sentence says without one."""
    ours = _grams(segment)
    for other in aligned:
        for negator, scope in _negated(other):
            inside = _grams(scope)
            if negator in {"取消", "除外", "杜绝"} and negator in said:
                continue
            head = _grams(scope[:4]) or inside
            if inside and (len(inside & ours) / len(inside) >= 0.5 or head <= ours) and not _NEGATOR.search(said.split(segment)[0][-8:]):
                return not re.search(r"仅限|只|拒|排除|否决|空缺|免|的,?$", segment) and not _refuses(said)
    return False


_BARRED = re.compile(r"(?:不得|不可以|不可(?!或缺)|不能|禁止|严禁|不予|不准|不允许|不再)")
_GRANTED = re.compile(r"(?<!不)(?<!认)(?<!许)(?:可以|允许|可(?![靠持行能示推信见])|有权|仍能|能够|能(?![力否效量源耗不]))")


def _permission(said: str, evidence: Evidence) -> Iterator[Reason]:
    """What a clause allows must not be barred, what it bars must not be allowed."""
    for segment in segments(said):
        for ours, theirs, word in ((_BARRED, _GRANTED, "可以"), (_GRANTED, _BARRED, "不得")):
            match = ours.search(segment)
            if not match or theirs.search(segment) or (ours is _GRANTED and _NEGATOR.search(segment)):
                continue
            deed = _grams(segment[match.end() : match.end() + 8])
            hit = next((s for s in (*evidence.segments, *_stems(evidence)) if _deed_of(theirs, s) & deed and not ours.search(s)), "")
            if hit and _deed_of(theirs, hit) & deed:
                yield Reason("negation", f"所引条款写的是“{word}”，句中“{segment[:20]}”正相反")
                return


def _stems(evidence: Evidence) -> tuple[str, ...]:
    return tuple(context.stem for context in evidence.contexts if context.stem)


def _deed_of(force: re.Pattern[str], segment: str) -> frozenset[str]:
    match = force.search(segment)
    return _grams(segment[match.end() : match.end() + 24]) if match else frozenset()


def _antonyms(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A word that turns the aligned stretch of the clause into its opposite (保留 for 取消)."""
    pairs: tuple[tuple[str, str], ...] = lexicon().words["antonyms"]
    for segment in segments(said):
        aligned = _aligned(segment, evidence.segments)
        for one, other in (*pairs, *((b, a) for a, b in pairs)):
            if one in segment and aligned and other in aligned[0] and one not in "".join(aligned) and other not in segment:
                yield Reason("contrast", f"所引条款写的是“{other}”，句中写成了“{one}”")
                return


def _refuses(said: str) -> bool:
    """A sentence that refuses those it describes (发生过…的不得申报) negates by its consequence."""
    return bool(re.search(r"不得|不能|不可|不予|不再|不符合|不满足|取消|撤销|无法|没有资格|拒", said))


def _modal(text: str) -> set[str]:
    words = lexicon().words["modality"]
    plain = pattern(words["not_modal"]).sub("\u0003", text)
    return {force for force in ("must", "may") if pattern(words[force]).search(plain)}


def _modality(said: str, evidence: Evidence) -> Iterator[Reason]:
    yield from _force(said, evidence)
    for segment in segments(said):
        ours = _modal(segment)
        aligned = _aligned(segment, evidence.segments)
        if not ours or not aligned:
            continue
        theirs = set().union(*(_modal(_neighbourhood(a, evidence)) for a in aligned))
        negative = _NEGATOR.search(segment)
        if ours == {"must"} and theirs == {"may"} and not negative:
            yield Reason("modality", f"所引条款写的是“可以”，句中“{segment[:20]}”写成了必须")
        soft = any_of(("鼓励", "优先", "支持", "原则上"), "".join(aligned))
        if ours == {"must"} and soft and not any_of(lexicon().words["qualifiers"][soft] if soft != "支持" else ("支持",), segment):
            yield Reason("modality", f"所引条款写的是“{soft}”，句中“{segment[:20]}”写成了必须")
        if ours == {"may"} and theirs == {"must"} and not negative:
            yield Reason("modality", f"所引条款写的是“应当”，句中“{segment[:20]}”写成了可以")
        forced = re.search(r"自行决定是否|可以不|可不|也可不|酌情|视情况", segment)
        if forced and forced.group() not in evidence.text:
            yield Reason("modality", f"句中“{forced.group()}”不在所引条款中")


def _force(said: str, evidence: Evidence) -> Iterator[Reason]:
    """The deed a modal word governs must be governed by a word of the same force in the clause."""
    given = [(force, deed) for segment in evidence.segments for force, deed in _forces(segment)]
    for segment in segments(said):
        for force, deed in _forces(segment):
            best = max((len(deed & other) for _, other in given), default=0)
            if best and all(other != force for other, theirs in given if len(deed & theirs) == best):
                yield Reason("modality", f"句中“{segment[:20]}”改变了所引条款的应当、可以或鼓励")
                return


_FORCES = (
    ("must", re.compile(r"应当|必须|务必|(?<![不无所])须|(?<![不无])需要|(?<=[^一-鿿])应|要求(?=[一-鿿、]{2,40}(?:给予|提供|参评|支持))")),
    ("may", re.compile(r"可以|(?<![不认许方])可(?=[空向组自申缺])|(?<!政策)允许|有权")),
    ("encourage", re.compile(r"鼓励|提倡|倡导")),
)


@lru_cache(maxsize=4096)
def _forces(segment: str) -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple(
        (force, grams) for force, words in _FORCES for m in words.finditer(segment) if (grams := _grams(segment[m.end() : m.end() + 16]))
    )


def _neighbourhood(segment: str, evidence: Evidence) -> str:
    """A modal word governs the segments that follow in its sentence: look one segment back."""
    index = evidence.segments.index(segment) if segment in evidence.segments else 0
    joined = f"{evidence.segments[index - 1]},{segment}" if index else segment
    return segment if _modal(segment) or joined not in evidence.text else joined


def _qualifiers(said: str, evidence: Evidence) -> Iterator[Reason]:
    words = lexicon()
    groups: dict[str, tuple[str, ...]] = words.words["qualifiers"]
    for name in () if re.match(r"贵|您|你|该公司|本公司|我们", said) else _markers(evidence):
        if name in evidence.text and not any_of(groups.get(name, groups["计划"]), said) and _lost(name, said, evidence):
            yield Reason("qualifier", f"句中丢了所引条款的限定“{name}”")
    for name in words.list("never_added"):
        added = name if name in said else ""
        if added and not any_of((*groups[name], name), evidence.everything):
            yield Reason("qualifier", f"句中的限定“{added}”不在所引条款中")


def _markers(evidence: Evidence) -> tuple[str, ...]:
    """Qualifiers to keep; in an applicant's own text every word of intention counts as one."""
    words = lexicon()
    if not evidence.personal or evidence.documents:
        return words.list("kept")
    intentions: tuple[str, ...] = words.words["qualifiers"]["计划"]
    return (*words.list("kept"), *intentions)


def _lost(name: str, said: str, evidence: Evidence) -> bool:
    """Whether the sentence keeps the words right behind the qualifier in every place the clause has it."""
    ours = _grams(said)
    places = [m.end() for m in re.finditer(re.escape(name), evidence.text)]
    kept = [_grams(evidence.text[at : at + 7].split("。")[0]) for at in places]
    before = [_grams(re.split(r"[。;\n]", evidence.text[: at - len(name)])[-1][-12:]) for at in places]
    told = [_number_told(evidence.text[at : at + 14], said) or not evidence.personal for at in places]
    hits = [
        t and (
            (len(k & ours) >= min(2, len(k)) >= 1 and (not b or bool(b & ours)))
            or (len(k) >= 3 and len(k & ours) > (0.45 if evidence.personal else 0.75) * len(k))
        )
        for k, b, t in zip(kept, before, told, strict=True)
    ]
    elsewhere = any(_free(name, k, evidence.text) for k in kept)
    return bool(hits) and any(hits) and not elsewhere


def check_opposed(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Patterns of the lexicon: where the clause says the one, a sentence that says the other is a lie."""
    for rule in lexicon().words["opposed"]:
        given = re.search(rule["clause"], evidence.everything)
        if not given:
            continue
        wanted = rule["sentence"].replace("<1>", re.escape(given[1])) if given.re.groups else rule["sentence"]
        for segment in segments(said):
            found = re.search(wanted, segment)
            if found and not re.search(rule["unless"], said if "wide" in rule else segment):
                yield Reason("opposed", f"句中“{found.group()[:20]}”与所引条款相反或丢了限定")
                return


def _number_told(scope: str, said: str) -> bool:
    """Whether the sentence has a number of what the marker governs (or it governs none)."""
    numbers = re.findall(r"\d+", scope.split("。")[0])
    return not numbers or any(re.search(rf"(?<!\d){number}", said) for number in numbers)


def _free(name: str, kept: frozenset[str], text: str) -> bool:
    """Whether the same words also stand in the evidence without the qualifier."""
    others = re.sub(rf"{re.escape(name)}.{{0,7}}", "\u0004", text)
    return bool(kept) and kept <= _grams(others)


def _scope(said: str, evidence: Evidence) -> Iterator[Reason]:
    words = lexicon()
    allowed = any_of(words.list("scope_allowed_by"), evidence.text)
    narrow = re.search(r"只有|唯有|只能由|仅[由限有]", said)
    if narrow and not re.search(r"只|仅|限|唯", evidence.text):
        yield Reason("scope", f"句中“{narrow.group()}”缩小了所引条款的范围")
    for word in (m.group() for m in pattern(words.list("scope")).finditer(said)):
        if word in {"均可", "都可以", "都能", "皆可"} and re.search(r"均|都|各|凡|或|任何|等", evidence.text):
            continue
        if word not in evidence.everything and not (allowed and word in {"所有", "任何", "一切", "全部", "凡是", "无论", "每家", "任意"}):
            yield Reason("scope", f"句中“{word}”扩大了所引条款的范围")
    clean = re.sub(r"第一[步项章条届次个类]", "", said)
    for word in (m.group() for m in pattern(words.list("superlatives")).finditer(clean)):
        if word not in evidence.everything and not re.search(rf"{re.escape(word)}[^,。]{{0,3}}[不超限步项]|第一[步项章条届]", said):
            yield Reason("superlative", f"句中“{word}”不在所引条款中")


def check_guarantees(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Promises and certainties the evidence does not give."""
    for word in (m.group() for m in pattern(lexicon().list("guarantees")).finditer(said)):
        if word not in evidence.text and not re.search(rf"(?:不|并非|不能|无法|不等于|不代表)[^,。]{{0,6}}{re.escape(word)}", said):
            yield Reason("guarantee", f"句中“{word}”是条款没有的保证")


def _connectives(said: str, evidence: Evidence) -> Iterator[Reason]:
    either = re.search(r"任一|任意一|其中一|之一(?:即可|就)|满足其一|择一|二者居一|或者|即可|任选", said)
    if either and not re.search(r"或|之一|任一|即可|可", evidence.text) and either.group() not in evidence.text:
        yield Reason("condition", f"句中“{either.group()}”把须同时具备的条件说成了任选")
    both = re.search(r"同时具备|同时满足|必须同时|须同时|缺一不可|且必须|并且必须|均须|全部满足|都必须|都要", said)
    if both and re.search(r"之一|或业绩|(?<=[一-鿿])或(?=[一-鿿])", evidence.text) and not re.search(r"同时|均|都", evidence.text):
        yield Reason("condition", f"句中“{both.group()}”把可任选的条件说成了须同时具备")
    yield from _swapped_or(said, evidence)


def _swapped_or(said: str, evidence: Evidence) -> Iterator[Reason]:
    """及 or 且 where the clause has 或 between the same two words, and the reverse."""
    for word in re.findall(r"或者?([一-鿿]{2})", evidence.text):
        if re.search(rf"(?:且|并且?|和|及|与|以及|同时)(?:要|须|需)?{word}", said) and not re.search(rf"或者?{word}", said):
            yield Reason("condition", f"所引条款是“或{word}”，句中写成了须同时具备")
    for word in re.findall(r"(?:且|并且?|同时)([一-鿿]{2})", evidence.text):
        if re.search(rf"或者?(?:是)?{word}", said) and not re.search(rf"或者?{word}", evidence.text):
            yield Reason("condition", f"所引条款是“并{word}”，句中写成了任选")
    joins = r"(或者|或|和|及|以及|与|且|并且|并)"
    for match in re.finditer(rf"(?=([一-鿿\d]{{2}}){joins}([一-鿿\d]{{2}}))", evidence.text):
        left, join, right = match.groups()
        found = re.search(rf"{re.escape(left)}{joins}{re.escape(right)}", said)
        if found and join != "及" and (found[1].startswith("或") != join.startswith("或")):
            yield Reason("condition", f"句中“{found.group()}”与所引条款“{left}{join}{right}”不一致")
