"""Qualifiers, scope, connectives and promises: nothing dropped that narrows, nothing added that widens."""

import re
from collections.abc import Iterator

from assistant.verification.alignment import aligned_with, grams_of
from assistant.verification.evidence import Evidence
from assistant.verification.lexicon import any_of, lexicon, pattern
from assistant.verification.model import Reason
from assistant.verification.plain import compiled, segments


def check_qualifiers(said: str, evidence: Evidence) -> Iterator[Reason]:
    words = lexicon()
    groups: dict[str, tuple[str, ...]] = words.words["qualifiers"]
    for name in () if re.match(r"贵|您|你|该公司|本公司|我们", said) else _markers(evidence):
        settled = "独立法人" in evidence.own or (evidence.own and compiled(words.words["refusals"]).search(said))
        if name == "独立法人" and settled:
            continue  # Who has it, or is refused for another condition, need not be told this one.
        if name == "连续" and _IN_A_ROW.search(said):
            continue  # 连对三次 is three times in a row.
        if name in evidence.text and not any_of(groups.get(name, groups["计划"]), said) and _lost(name, said, evidence):
            yield Reason("qualifier", f"句中丢了所引条款的限定“{name}”")
    for name in words.list("never_added"):
        if name not in said:
            continue
        added = name if name in compiled(rf"没有?(?:写|说|用|提)?[^,。]{{0,3}}“{name}”").sub("", said) else ""
        if added == "连续" and _IN_A_ROW.search(evidence.own):
            continue
        if added == "优先" and evidence.personal and not evidence.documents and "先" in evidence.own:
            continue  # 先卖 and 优先销售 are the same where nobody's claim is weighed.
        if added and not any_of((*groups[name], name), f"{evidence.everything}\n{evidence.own}"):
            yield Reason("qualifier", f"句中的限定“{added}”不在所引条款中")


_IN_A_ROW = re.compile(r"连[一-鿿]{0,2}[\d两二三四五六七八九十]")


def _markers(evidence: Evidence) -> tuple[str, ...]:
    """Qualifiers to keep; in an applicant's own text plans are judged apart (`plans`)."""
    kept = lexicon().list("kept")
    return tuple(name for name in kept if name != "计划") if evidence.personal and not evidence.documents else kept


def _lost(name: str, said: str, evidence: Evidence) -> bool:
    """Whether the sentence keeps the words right behind the qualifier in every place the clause has it."""
    ours = grams_of(said)
    places = [m.end() for m in compiled(re.escape(name)).finditer(evidence.text)]
    kept = [grams_of(_scope(evidence.text[at : at + 7], evidence.personal)) for at in places]
    if evidence.personal and not evidence.documents:
        rest = grams_of(compiled(rf"{re.escape(name)}[^。;\n]*").sub("\u0004", evidence.text))
        kept = [grams_of(re.split(r"[,。;\n]", evidence.text[at : at + 16])[0]) - rest for at in places]
    before = [grams_of(re.split(r"[。;\n]", evidence.text[: at - len(name)])[-1][-12:]) for at in places]
    told = [_number_told(evidence.text[at : at + 14], said) or not evidence.personal for at in places]
    led = [_led(evidence.text[at : at + 40], said) or evidence.personal for at in places]
    hits = [
        t
        and d
        and (
            (len(k & ours) >= min(2, len(k)) >= 1 and (not b or bool(b & ours)))
            or (len(k) >= 3 and len(k & ours) > (0.45 if evidence.personal else 0.75) * len(k))
        )
        for k, b, t, d in zip(kept, before, told, led, strict=True)
    ]
    elsewhere = any(_free(name, k, evidence.text) for k in kept)
    return bool(hits) and any(hits) and not elsewhere


_NOUN = 4


def _scope(behind: str, personal: bool) -> str:
    """What a marker narrows: up to the stop, or the noun alone where a comma stands right behind it (重大失误,)."""
    noun, comma, _ = behind.partition(",")
    return noun if comma and (personal or len(noun) <= _NOUN) else behind.partition("。")[0]


def _led(scope: str, said: str) -> bool:
    """Whether the sentence has the word the marker stands before, or a number of what follows it."""
    numbers = re.findall(r"\d+", re.split(r"[。;]", scope)[0])
    return any(equal in said for equal in lexicon().equal(scope[:2]) if len(equal) > 1) or any(
        compiled(rf"(?<!\d){number}(?!\d)").search(said) for number in numbers
    )


def _number_told(scope: str, said: str) -> bool:
    """Whether the sentence has a number of what the marker governs (or it governs none)."""
    numbers = re.findall(r"\d+", scope.split("。")[0])
    return not numbers or any(compiled(rf"(?<!\d){number}").search(said) for number in numbers)


def _free(name: str, kept: frozenset[str], text: str) -> bool:
    """Whether the same words also stand in the evidence without the qualifier."""
    others = compiled(rf"{re.escape(name)}.{{0,7}}").sub("\u0004", text)
    return bool(kept) and kept <= grams_of(others)


# 只有B、C、D三类: the letters by which the clause lists who may apply are a closed list; others may not.
_LETTERED = re.compile(r"只有([A-Z](?:、[A-Z])+[两三四]?类)")


def check_scope(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Who or what is meant, narrowed or widened, and a superlative that the evidence does not have."""
    if evidence.personal and not evidence.documents:
        said = re.sub(r"均可(?=[一-鿿])|全都|[都均]可以?(?=[查看追用报])", "\u0002", said)
    said = re.sub(r"(?:不管|不论|无论)(?=[^。;]{1,30}还是)", "\u0002", said)  # Each of what is named, no more.
    if "限" not in evidence.text:
        said = re.sub(r"(?:不是|不属于|没有|无)[^,。]{0,10}任何", "\u0002", said)
        said = re.sub(r"不(?:仅)?限于|不是(?:只有|所有|人人|谁都)", "\u0002", said)
    yield from _narrowed(said, evidence)
    yield from _widened(said, evidence)
    yield from _superlatives(said, evidence)


# 只有一处, 只有您的自述: how much there is, not who may.
_NARROW = re.compile(
    r"只有(?!\d|原来|原先|此前|当初|[一二两三四五六七八九十]+[年个次处项条点样步]|[您贵]|本人|自己|自述|[^,。]{1,20},?才(?:知道|能判|能确|好判|能下|看得))|唯有|只能由|仅[由限有]"
)


def _narrowed(said: str, evidence: Evidence) -> Iterator[Reason]:
    narrow = _NARROW.search(said)
    own = evidence.personal and not evidence.documents
    if (
        narrow
        and not re.search(r"只|仅|限|唯" + ("|才|方可" if own else ""), evidence.text)
        and not compiled(lexicon().words["refusals"]).search(said)
        and not ((closed := _LETTERED.search(said)) and closed[1] in evidence.text)
    ):
        yield Reason("scope", f"句中“{narrow.group()}”缩小了所引条款的范围")


def _widened(said: str, evidence: Evidence) -> Iterator[Reason]:
    words = lexicon()
    allowed = any_of(words.list("scope_allowed_by"), evidence.text)
    for word in (m.group() for m in pattern(words.list("scope")).finditer(said)):
        if word in {"均可", "都可以", "都能", "皆可"} and re.search(r"均|都|各|凡|或|任何|等", evidence.text):
            continue
        if word == "一律" and re.search(r"一律(?:不|禁|严)", said) and re.search(r"不得|严禁|不予|禁止", evidence.text):
            continue
        if word == "任何" and re.search(r"任何[一哪][种条项个样]", said) and re.search(r"之一|或", evidence.everything):
            continue
        if word.startswith("不受") and re.search(r"不受[^,。;]{0,10}限制", evidence.text):
            continue
        if word in {"不限", "自动", "所有", "全体"} and _harmless_scope(word, said, evidence):
            continue
        if word not in evidence.everything and not (
            allowed and word in {"所有", "任何", "一切", "全部", "凡是", "无论", "每家", "任意", "谁都", "人人"}
        ):
            yield Reason("scope", f"句中“{word}”扩大了所引条款的范围")


def _superlatives(said: str, evidence: Evidence) -> Iterator[Reason]:
    said = re.sub(r"唯一(?:还|尚|仍|目前|需要?|要)*的?(?=障碍|问题|原因|不足|短板|差|缺|卡|没|不)", "", said)
    clean = re.sub(r"第一[步项章条届次个类句点关行段部位道]", "", said)
    for word in (m.group() for m in pattern(lexicon().list("superlatives")).finditer(clean)):
        if word not in evidence.everything + evidence.own and not re.search(
            rf"{re.escape(word)}[^,。]{{0,3}}(?:不超|限)|第一[步项章条届]", said
        ):
            yield Reason("superlative", f"句中“{word}”不在所引条款中")


def _harmless_scope(word: str, said: str, evidence: Evidence) -> bool:
    """不限 of a clause that names each kind, or a wide word the sentence denies."""
    if word == "不限":
        return bool(re.search(r"各|任何|其他|不受", evidence.text)) and not re.search(
            r"限", evidence.text.replace("不受", "")
        )
    return bool(compiled(rf"(?:不会|不是|并非|不能)[^,。]{{0,6}}{word}|全体系").search(said))


def check_guarantees(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Promises and certainties the evidence does not give."""
    for word in (m.group() for m in pattern(lexicon().list("guarantees")).finditer(re.sub("规定", "规\x02", said))):
        if not any(equal in evidence.text for equal in lexicon().equal(word)) and not re.search(
            rf"(?:不|并非|不能|无法|不等于|不代表)[^,。]{{0,6}}{re.escape(word)}", said
        ):
            yield Reason("guarantee", f"句中“{word}”是条款没有的保证")


def check_connectives(said: str, evidence: Evidence) -> Iterator[Reason]:
    either = re.search(
        r"任一|任意一|其中一(?![项条个]是)|之一(?:即可|就)|满足其一|有一[样条项个][^,。]{0,4}(?:就|便|即)|择一|二者居一|或者|即可|任选",
        said,
    )
    refused = compiled(lexicon().words["refusals"]).search(said)
    own = evidence.personal and not evidence.documents
    if (
        either
        and not (own and either.group() == "即可")
        and not refused
        and not re.search(r"或|之一|任一|即可|可", evidence.text + "".join(each.text for each in evidence.contexts))
        and either.group() not in evidence.text
        and not (either.group() == "或者" and _listed_kinds(said, evidence))
    ):
        yield Reason("condition", f"句中“{either.group()}”把须同时具备的条件说成了任选")
    both = re.search(
        r"[两几三]样都(?=[得要须必])|同时具备|同时满足|必须同时|须同时|缺一不可|且必须|并且必须|均须|全部满足|同时(?:还|也)要|都必须|都要(?!求)|并且还|而且还|既[^。;]{2,40}(?:又|也(?:要|得|须|必须))|两者都(?=[得要须必])|两样都得",
        said,
    )
    held = aligned_with(next((s for s in segments(said) if both and both.group() in s), said), evidence.segments)
    if (
        both
        and (both.group() != "都要" or _joined_by_or(said, evidence))
        and (not held or any("或" in piece for piece in held) or not evidence.statements)
        and re.search(r"之一|或业绩|(?<=[一-鿿,])或(?=[一-鿿])", evidence.text)
        and not re.search(r"同时|均|都", evidence.text)
    ):
        yield Reason("condition", f"句中“{both.group()}”把可任选的条件说成了须同时具备")
    every = _EVERY.search(said)
    if every and not re.search(r"同时|并且|且", evidence.text):
        yield Reason("condition", f"句中“{every.group()}”要几样都有，所引条款没有这样说")
    if not _EACH.search(said):
        yield from _swapped_or(said, evidence)


# 两样同时存在的,才不符合: a bar told to need all of what the clause lists.
_EVERY = re.compile(r"(?:同时|全部|都)(?:存在|出现|具备|发生|占|有|符合)[^,。;]{0,6},?才(?:不|会|算|属|是)")


def _listed_kinds(said: str, evidence: Evidence) -> bool:
    """Whether 甲或者乙 are kinds of whom a clause speaks (属甲、乙的,), of which each is meant by itself; what a clause
    joins with 及 or 和 is so where it lays a duty on whoever has to do with either (涉及甲及乙的,必须注明)."""
    pairs = re.findall(r"([一-鿿]{2})或者([一-鿿]{2})", said)
    whom = [piece for piece in evidence.segments if piece.endswith(("的", "者"))]
    joins = "、及和与" if _BOUND_TO.search(said) and not _LET_IN.search(said) else "、"
    return bool(pairs) and all(any(f"{a}{j}{b}" in piece for piece in whom for j in joins) for a, b in pairs)


_BOUND_TO = re.compile(r"必须|应当|须|不得|不能|要")
_LET_IN = re.compile(r"可以?(?:申报|参评|报名|参加)|即可|就[行可能]|便可|够格|符合条件|有资格")


# A和B都算, A和B占一样就行: each by itself, whatever joins the two.
_EACH = re.compile(
    r"(?<![缺少])一样|占[一其]|其一|都算|都是|都属|都违|都会|都追|都要追|分开|之间|“或”|都行|都可以?|都能|均可|均能|二者"
)


def _joined_by_or(said: str, evidence: Evidence) -> bool:
    """Whether the sentence names both of what an 或 of the clause stands between."""
    pairs = re.findall(r"(?=([一-鿿]{2})[,的]{0,2}或者?([一-鿿]{2}))", evidence.text)
    return any(left in said and right in said for left, right in pairs) or bool(re.search("之一", evidence.text))


def _swapped_or(said: str, evidence: Evidence) -> Iterator[Reason]:
    """及 or 且 where the clause has 或 between the same two words, and the reverse."""
    for word in re.findall(r"或者?([一-鿿]{2})", evidence.text):
        if word not in said:
            continue
        swapped = compiled(rf"(?:且|并且?|和|及|与|以及|同时)还?(?:要|须|需|得)?{word}[^,。;]*").search(said)
        # 国家级和省级的都没拿过: neither of the two, which is what 或 denied says.
        has = (
            swapped and evidence.own and re.search(r"[贵您]|公司", said) and swapped[0].startswith(("并", "和", "以及"))
        )
        if has and not re.search(r"须|必须|要求|应当|缺一|都要", said):
            continue  # That an applicant has done the one and the other says nothing of what is asked.
        if swapped and not re.search("[都均也]?[没未]", swapped.group()) and not compiled(rf"或者?{word}").search(said):
            yield Reason("condition", f"所引条款是“或{word}”，句中写成了须同时具备")
    for word in re.findall(r"(?:且|并且?|同时)([一-鿿]{2})", evidence.text):
        if (
            word in said
            and compiled(rf"或者?(?:是)?{word}").search(said)
            and not compiled(rf"或者?{word}").search(evidence.text)
        ):
            yield Reason("condition", f"所引条款是“并{word}”，句中写成了任选")
    joins = r"(或者|或|和|及|以及|与|且|并且|并)"
    for match in compiled(rf"(?=([一-鿿\d]{{2}}){joins}([一-鿿\d]{{2}}))").finditer(evidence.text):
        left, join, right = match.groups()
        if left not in said or right not in said:
            continue
        found = compiled(rf"{re.escape(left)}{joins}{re.escape(right)}").search(said)
        negated = (
            found
            and found[1].startswith("或")
            and re.search(r"不|没|未|无|进了|上了|是否", said[max(0, found.start() - 24) : found.start()])
        )
        neither = found and re.match(r"[^,。;]{0,10}(?:都|均|也)(?:没|未|不|无)", said[found.end() :])
        if (
            found
            and not negated
            and not neither
            and join != "及"
            and (found[1].startswith("或") != join.startswith("或"))
        ):
            yield Reason("condition", f"句中“{found.group()}”与所引条款“{left}{join}{right}”不一致")
