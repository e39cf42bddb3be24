"""What an applicant's text affirms must not be denied, nor affirmed what it only denies."""

import re
from collections.abc import Iterator

from assistant.verification.evidence import Evidence
from assistant.verification.model import Reason
from assistant.verification.plain import segments
from assistant.verification.plans import told_as_plan
from assistant.verification.tagging import light, tagged

_DENIES = re.compile(
    r"不(?:得|能|可以?|再|应|必|需要?|用|允许|准|许|是|属于|具有|具备)?|没有?|未(?!来|必)(?:能|曾|予|经)?|"
    r"无(?!论|锡|线|缝|损|菌|人机|人驾|纺|障碍|尘|铅|痛|机)(?:需|须)?|非(?!常|遗|标|金属|计划|织造|煤)|免(?!疫)|禁止|严禁|杜绝|尚未|从未|并非|缺(?!陷|口|点|[一两二三四五六七八九十\d])|零(?!件|部|售|星|食|配)"
)
# Words that deny in the text only by being part of another word.
_IN_WORD = re.compile(
    r"([一-鿿])不\1|有没有|有无|是不是|能不能|会不会|不(?:合格|良|锈钢|动产|同|断|仅|只|但|过(?=滤)|少于|低于|超过|超|满|足|到|大于|小于|高于|一致|符|等|论|管|齐)|未来|无论|非常|没收"
)
_WAIVES = re.compile(r"不必|无需|无须|不用(?!户)|不需要?|可以?不|免于|免除|用不着")
_REACH, _LONG = 8, 3
# What denies without a negator (超出的拦下), or lets in under a condition (合格才放行).
_REFUSES = re.compile(r"[拒停退拦挡另才方仅只再]|取消|报废")
# Denied together with what stands before it (…才, …方可): a condition, no denial.
_UNLESS = re.compile(r"不[^,。;]{1,12}(?:不|就)|没[^,。;]{1,12}(?:不|就)|未[^,。;]{1,12}(?:不|就)|除非|否则")


def check_denials(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A denial of what the text has without one, and the text's own denial dropped."""
    held = [_IN_WORD.sub(lambda m: "\u0004" * len(m.group()), piece) for piece in evidence.segments]
    plan = told_as_plan(said)
    yield from _waived(said, evidence)
    yield from _touched(said, evidence)
    for segment in segments(said):
        plain = _IN_WORD.sub(lambda m: "\u0004" * len(m.group()), segment)
        yield from _denied(plain, held, plan)
        yield from _affirmed(plain, held)


def _waived(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A step or measure of the text that the sentence makes needless (不必达到20度也可销单)."""
    if _WAIVES.search(evidence.text):
        return
    for match in _WAIVES.finditer(said):
        scope = re.split(r"[,;。]", said[match.end() : match.end() + 12])[0]
        figures = re.findall(r"\d+(?:\.\d+)?", scope)
        held = [part for part in (*figures, *_telling(scope)) if part in evidence.text]
        if held:
            yield Reason("negation", f"材料没有说不必“{held[0]}”")
            return


_TOUCHED = re.compile(
    r"(?P<what>[一-鿿]{2})[^,。;不没未无]{0,4}(?:受到?了?(?:了)?|产生了?|有了?)[^,。;不没未无]{0,2}(?:影响|波及|拖累)"
)


def _touched(said: str, evidence: Evidence) -> Iterator[Reason]:
    """What the text says was not affected, told as affected."""
    for match in _TOUCHED.finditer(said):
        homes = [piece for piece in evidence.segments if match["what"] in piece and "影响" in piece]
        if homes and all(re.search(r"[没未不无][^,。;]{0,6}影响", piece) for piece in homes):
            yield Reason("negation", f"材料写的是“{homes[0][-12:]}”，句中写成了受影响")
            return


# What is wrong with a thing (不合的, 不达标的), behind which stands what is done with it.
_NOT_SO = re.compile(r"(?:合格?|对|齐全?|达标|过关|一致|平整?|匀|稳|准|良|满|够|符合?|到位|清楚?|干净)的")


def _denied(segment: str, held: list[str], plan: bool) -> Iterator[Reason]:
    for match in _DENIES.finditer(segment):
        scope = re.split("\u0004|、", segment[match.end() : match.end() + _REACH])[0]
        if any(segment[match.start() : match.end() + 1] in piece for piece in held):
            scope = scope.split("的")[0]  # 声音不对的当炉隔离: what is not right, the text says so too.
        if _NOT_SO.match(scope):
            scope = scope.split("的")[0]  # 声纹不合的退回重配: what is not right is sent back.
        words = _telling(scope)
        ever = match.group().startswith(("从未", "没", "未"))
        word = next((w for w in words[: 2 if ever else 1] if any(w in piece for piece in held)), "")
        places = [piece for piece in held if word and word in piece]
        if not places or plan or _quoted(segment, match.start()):
            continue
        if _same_refusal(segment, held):
            continue
        if not any(_denied_near(piece, word) for piece in places) and not _UNLESS.search(segment):
            yield Reason("negation", f"材料没有否定“{word}”，句中写成了“{match.group()}…{word}”")
            return


def _denied_near(piece: str, word: str) -> bool:
    """Whether a denial stands within reach of the word, on either side."""
    at = piece.index(word)
    return any(at - _REACH <= m.end() <= at + len(word) + _REACH for m in _DENIES.finditer(piece))


def _same_refusal(segment: str, held: list[str]) -> bool:
    """Whether the text refuses something at the same figure (差20公斤不许走人 for 差20公斤不得离场)."""
    figures = set(re.findall(r"\d+(?:\.\d+)?", segment))
    return any(_DENIES.search(piece) and figures & set(re.findall(r"\d+(?:\.\d+)?", piece)) for piece in held)


def _affirmed(segment: str, held: list[str]) -> Iterator[Reason]:
    """Told without a denial what the text has only behind one (超出的可以回掺 for 不准回掺)."""
    if _DENIES.search(segment) or re.search(r"\u0004", segment) or told_as_plan(segment):
        return
    for word in _telling(segment):
        if len(word) > _LONG and not any(word in piece for piece in held):
            word = word[:-2]  # 法人资格 of a text that has 法人.
        places = [piece for piece in held if word in piece]
        own = places and all(_governs(piece, word) for piece in places)
        if own and _same_place(segment, word, places) and not _REFUSES.search(segment):
            yield Reason("negation", f"材料写的是没有、不得“{word}”，句中没有否定")
            return


def _governs(piece: str, word: str) -> bool:
    """Whether a denial stands right before the word."""
    reach = len(word) + 2
    return any(word in piece[m.end() : m.end() + reach].split("、")[0] for m in _DENIES.finditer(piece))


def _same_place(segment: str, word: str, places: list[str]) -> bool:
    """Whether the stretch tells the place of the text that has the word: by another word too, or as done or allowed."""
    rest = [other for other in _telling(segment) if other != word]
    shared = any(other in piece for other in rest for piece in places)
    return shared or not rest or re.search(r"可以?|能|了|已|为|任|造成|发生", segment) is not None


def _telling(scope: str) -> list[str]:
    return [word for word, kind in tagged(scope) if kind[0] in "nvjbal" and len(word) > 1 and not light(word)]


def _quoted(segment: str, at: int) -> bool:
    return segment[:at].count("“") > segment[:at].count("”")
