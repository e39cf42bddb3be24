"""What no answer may hold: secrets, inner workings, markup, foreign language, repetition, half sentences."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from assistant.language.numerals import find_quantities
from assistant.verification.coverage import weighed
from assistant.verification.editing import tells_omission, without_label
from assistant.verification.evidence import Evidence
from assistant.verification.lexicon import any_of, lexicon
from assistant.verification.model import Reason, Unit
from assistant.verification.plain import bigrams, compiled, content, flat, with_digits
from assistant.verification.private import private_told
from assistant.verification.units import TOKEN, tokens_of
from assistant.verification.withheld import ordered, sealed

_MARKUP = re.compile(
    r"</?[a-zA-Z][^<>]{0,80}>|<!--|javascript:|\]\((?:https?:|javascript:|data:|//|www|/)|!\[|```|\{\{|\}\}|<\|",
    re.IGNORECASE,
)
_THOUGHT = re.compile(
    r"</?\s*think|<\|?(?:im_start|im_end|system|assistant|user)|^(?:思考|推理|分析)过程|^嗯[,，]|^(?:好的[,，])?让我(?:来)?(?:想|思考|分析|看)",
    re.IGNORECASE,
)
_SECRET = re.compile(
    r"sk-[A-Za-z0-9_-]{6,}|AKIA[0-9A-Z]{8,}|(?<!\d)\d{17}[\dXx](?!\d)|(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)\d{16,19}(?!\d)|bearer\s+\S{8,}|eyJ[A-Za-z0-9_-]{10,}",
    re.IGNORECASE,
)
# A private number has its place in a line of contact, not in a sentence that tells something else.
_MOBILE, _CONTACT_LINE = re.compile(r"1[3-9]\d{9}"), 36
_ENGLISH = re.compile(r"(?<![A-Za-z])(?:[A-Za-z][A-Za-z'’-]*[ ,.]+){3,}[A-Za-z]+")
_LEFT_HANGING = re.compile(
    r"(?:[,，、：:(（“《]|(?:以及|和|(?<![参给])与|及|或|(?<![理自])由|(?<!不)在|向|并|将|从|被|把|应当|可以|不得|但要|(?<![行作认视])为|根据|按照))$"
)
# What is named only in part: a level or kind of body whose noun is missing (再由负责推荐的市级).
_UNNAMED = re.compile(r"(?:由|向|对|经|把|将|报|送)[^,，。;；]{0,10}(?:市级|省级|县级|国家级|有关|相关|所在|主管)$")
_BROKEN_OFF = re.compile(
    r"(?:关于|对于|由于|因为|根据|按照|依照|而要求|但要求|要求是|规定的?|条件是|原因是|是因为|包括)$"
)
_HALF = re.compile(r"(?:[,，、：:（“《]|以及|和|(?<![参给])与|及|或|(?<![理自])由|将|但要|应当|根据|按照)$")
_TERMINAL = tuple("。！？!?；;…)）”》】]")
_BRACKETS = (("（", "）"), ("《", "》"), ("“", "”"), ("〔", "〕"))


def check_hygiene(unit: Unit, evidence: Evidence) -> Iterator[Reason]:
    """Secrets, inner workings, markup and language of one unit."""
    said, lower = flat(unit.claim), flat(unit.claim).lower()
    if _MARKUP.search(unit.text):
        yield Reason("markup", "句中夹有网页标记、代码或链接")
    inner = any_of(lexicon().list("inner_words"), lower)
    if (inner and not (evidence.documents and inner in evidence.text.lower())) or _THOUGHT.search(unit.claim):
        yield Reason("prompt", f"句中“{inner or '思考过程'}”是程序内部文字，不得示人")
    yield from _secrets(said, lower, evidence)
    yield from _language(unit.claim, evidence)


def _secrets(said: str, lower: str, evidence: Evidence) -> Iterator[Reason]:
    for match in _SECRET.finditer(with_digits(said)):
        told_beside = not evidence.documents and _MOBILE.fullmatch(match.group()) and len(content(said)) > _CONTACT_LINE
        if match.group() not in evidence.text or len(match.group()) >= 16 or told_beside:
            yield Reason("secret", "句中含有密钥、证件号或私人号码")
            return
    word = any_of(lexicon().list("secret_words"), re.sub(r"密码(?:已隐去|[:(]*\(?已隐去\)?)", "", lower))
    if word and compiled(rf"{re.escape(word)}[^,。]{{0,4}}[是为:=]|{re.escape(word)}[A-Za-z0-9]").search(lower):
        yield Reason("secret", f"句中透露了“{word}”")
    elif word and word not in evidence.text.lower():
        yield Reason("secret", f"句中“{word}”不在所引条款中，疑为泄露")
    elif word and compiled(rf"{re.escape(word)}[:(]").search(evidence.text):
        yield Reason("secret", f"句中透露了“{word}”")


def check_confidential(unit: Unit, material: str, evidence: Evidence) -> Iterator[Reason]:
    """What the applicant's material marks as secret or private must not be told."""
    said = with_digits(flat(unit.claim))
    omitted = tells_omission(said)
    for mark, piece, rest in sealed(material):
        if _tells_figure(said, piece, rest) or _tells_words(said, piece, rest, named=omitted):
            yield Reason("secret", f"材料标明“{mark}”的内容不得写出")
            return
    private = "" if omitted else private_told(said, material)
    if private:
        yield Reason("secret", f"句中“{private}”说的是材料里的个人隐私，不得写出")
        return
    told = ordered(content(unit.claim), material)
    if told and told not in content(evidence.text):
        yield Reason("prompt", f"“{told}”出自材料里对程序的指令，不得照写")


def _tells_figure(said: str, piece: str, rest: str) -> bool:
    """Whether a figure or code that only the sealed text has stands in what is said."""
    figures = _FIGURE_OR_CODE.findall(piece)
    whole = [figure.split(".")[0] for figure in figures if "." in figure]  # 82度左右 tells of 82.4度.
    own = [figure for figure in (*figures, *whole) if len(figure) > 1 and figure not in rest]
    if any(_stands(figure, said) for figure in own):
        return True
    known = {(q.value, q.unit) for q in find_quantities(rest)}
    sealed_values = {(q.value, q.unit) for q in find_quantities(piece)} - known
    shared = sealed_values & {(q.value, q.unit) for q in find_quantities(said)}
    return len(shared) > 1 or any(value >= _LARGE for value, _ in shared)


def _stands(figure: str, said: str) -> bool:
    """Whether a figure stands in what is said as a whole; no pattern is made of it, for patterns are kept."""
    ends = (match.end() for match in re.finditer(r"(?<![\dA-Za-z.])(?=[\dA-Za-z])", said))
    return any(said.startswith(figure, at) and not re.match(r"[\d.]", said[at + len(figure) :]) for at in ends)


_FIGURE_OR_CODE = re.compile(r"[A-Za-z]+-?\d[A-Za-z0-9-]*|[A-Z]{2,}|[A-Za-z][一-鿿]{1,2}\d+[一-鿿]?|\d+(?:\.\d+)?%?")
# A smaller figure may be told of anything.
_LARGE = 10


def _tells_words(said: str, piece: str, rest: str, *, named: bool) -> bool:
    """Whether names that only the sealed text has stand in what is said, or much of its wording.

    `named` where a sentence names what was left out: that takes a word or two of the sealed text.
    """
    marks = lexicon().list("confidential")
    names = [word for word, weight in weighed(piece) if weight >= 2 and word not in rest and word not in marks]
    shared = [name for name in names if name in said]
    grams = {piece[i : i + 4] for i in range(len(piece) - 3)} & {said[i : i + 4] for i in range(len(said) - 3)}
    if len([gram for gram in grams if gram not in rest]) >= (2 * _OWN_WORDING if named else _OWN_WORDING):
        return True
    return len(shared) > _NAMED_MOST if named else len(shared) >= 2 or any(len(name) > 2 for name in shared)


# So many stretches of four characters in common are the sealed text's own wording.
_OWN_WORDING = 4
_NAMED_MOST = 2


def _language(claim: str, evidence: Evidence) -> Iterator[Reason]:
    claim = re.sub(r"\b(?:in)?eligible\b|\bundetermined\b", "", claim)  # the checker's own words for a verdict
    letters = re.findall(r"[A-Za-z]", claim)
    han = re.findall(r"[一-鿿]", claim)
    foreign = re.findall(r"[\u3040-\u30ff\u0400-\u04ff\uac00-\ud7af\u0600-\u06ff\ufffd]", claim)
    english = _ENGLISH.search(claim)
    if (
        (len(letters) >= 8 and len(letters) > len(han))
        or foreign
        or (english and flat(english.group()) not in evidence.text)
    ):
        yield Reason("language", "句子不是中文或夹有乱码、外文")


def check_cut(unit: Unit, last: bool, others_end: bool, listed_with_tokens: bool = False) -> Iterator[Reason]:
    """A sentence that stops half-way: hanging words, an open bracket, or a last one without a full stop."""
    claim = unit.claim.rstrip()
    if unit.kind in {"row", "heading"} or not claim:
        return
    if re.search(r"[\[【][A-Za-z]{0,2}\d*$", unit.text):
        yield Reason("cut_off", "句子没有写完（标记残缺）")
        return
    bare = claim.rstrip("。！？!?；; ")
    if any(claim.count(opening) != claim.count(closing) for opening, closing in _BRACKETS):
        yield Reason("cut_off", "句中括号或引号没有配对，句子可能没有写完")
    elif (
        _UNNAMED.search(bare)
        or (bare == claim and _BROKEN_OFF.search(bare))
        or (
            (_LEFT_HANGING.search(bare) and (bare == claim or _HALF.search(bare)))
            and not claim.endswith(("：", ":", "？", "?", "等。"))
            and len(bare) > 4
        )
    ):
        yield Reason("cut_off", f"句子停在“{bare[-6:]}”，没有写完")
    elif (
        last
        and unit.kind == "item"
        and not tokens_of(unit.text)
        and listed_with_tokens
        and not claim.endswith(_TERMINAL)
    ):
        yield Reason("cut_off", "末项没有写完")
    elif last and _unended(unit, others_end) and not claim.endswith((*_TERMINAL, "：", ":", "～", "~")):
        yield Reason("cut_off", "末句没有结束标点，可能没有写完")


# 敬礼, 谢谢: so short a last line closes a letter.
_CLOSING = 4


def _unended(unit: Unit, others_end: bool) -> bool:
    """Whether a sentence had to end as one: others before it do, or it cites nothing and so is no line of a draft."""
    if unit.kind != "sentence":
        return False
    return others_end or (not tokens_of(unit.text) and len(content(unit.claim)) > _CLOSING)


# Nobody writes a sentence so long, and every check would look through all of it for each of its parts.
LONGEST = 2000


def check_repetition(units: Sequence[Unit]) -> dict[int, Reason]:
    """Units that say again what an earlier one said, or the same stretch over and over, by index; what is refused for
    its length anyway is not looked through."""
    seen: dict[tuple[str, tuple[str, ...]], int] = {}
    told = [bigrams(unit.claim) for unit in units]
    found: dict[int, Reason] = {}
    times: Counter[str] = Counter()
    for index, unit in enumerate(units):
        body = content(unit.claim)
        said = (body, unit.tokens if unit.kind == "item" else ())
        if len(body) >= 6 and said in seen:
            found[index] = Reason("repetition", "与前文重复")
        seen.setdefault(said, index)
        times[body] += 1
        if times[body] > 2 and len(body) > 2:
            found[index] = Reason("repetition", "与前文重复")
        alike = [other for other in told[:index] if len(other) > 5 and _same(other, told[index])]
        if len(alike) >= _TOLD_AGAIN and unit.kind == "sentence":
            found[index] = Reason("repetition", "反复说同一件事")
        if len(unit.claim) > LONGEST:
            continue
        if re.search(r"(.{4,})[,。;、]?\1[,。;、]?\1", body) or re.search(r"(.{9,})\1", body):
            found[index] = Reason("repetition", "句内文字反复")
    return found


# The same thing said a third time in nearly the same characters is a loop.
_TOLD_AGAIN, _ALIKE = 2, 0.6


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _ALIKE * min(len(one), len(other))


def check_limits(text: str, limits: Mapping[str, int]) -> Reason | None:
    """The whole text against the smallest limit in characters, tokens and white space not counted."""
    if not limits:
        return None
    from assistant.drafting.limits import count_characters

    count, limit = count_characters(without_label(flat(TOKEN.sub("", text)))), min(limits.values())
    return Reason("limit", f"全文 {count} 字，超过 {limit} 字的上限 {count - limit} 字") if count > limit else None
