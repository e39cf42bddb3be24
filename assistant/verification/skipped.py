"""A step or a bar of the clause told away: 不经整改就取消, 并非不能申报."""

import re
from collections.abc import Iterator

from assistant.verification.alignment import NEGATOR, grams_of
from assistant.verification.evidence import Evidence
from assistant.verification.model import Reason
from assistant.verification.plain import compiled, segments
from assistant.verification.support import Home

_WITHOUT = re.compile(
    r"(?:不经过?|未经|没经过?|不用|不必|无需|无须|不需要?|用不着|跳过|省去|绕过|免去|越过)(?P<what>[^,;。]{2,16}?)"
    r"(?:[,]?(?:就|便|即可|直接|径直|径行|当即|立即|立刻))"
)
_BARRED = re.compile(r"不得|不能|不可|不许|不予|禁止|严禁|违")
_TWICE = re.compile(
    r"(?:并非|并不是|不是|并不等于|不等于|不代表)(?:就|说|一定)?(?:不能|不得|不可以?|不许|不准|不再|不予|禁止|没资格|报不了)"
)
_RATHER = re.compile(r"而是|只是|但(?!凡)")


def check_skipped(home: Home, said: str) -> Iterator[Reason]:
    """A step that every wording has, told to be left out."""
    match = _WITHOUT.search(home.segment) or _WITHOUT.search(said)
    what = grams_of(match["what"]) if match else frozenset()
    if not match or match["what"][:2] not in home.segment or not what or _BARRED.search(said):
        return
    wordings = [piece for each in home.statements[:2] for wording in each.wordings for piece in segments(wording)]
    asked = [piece for piece in wordings if len(what & grams_of(piece)) * 2 >= len(what)]
    waived = any(_WITHOUT.search(wording) for each in home.statements for wording in each.wordings)
    if not waived and any(not NEGATOR.search(piece) and "未经" not in piece for piece in asked):
        yield Reason("condition", f"句中说“{match.group()[:18]}”，所引条款没有省去这一步")


_SPARES = re.compile(r"(?<!受)不影响(?!力|范围|评)|不受影响|不妨碍|不碍事|不要紧|无妨|没有?影响")
_SPARED = re.compile(r"(?<!影)不影响|不受[^,。;]{0,10}(?:影响|限制)|不妨碍|照常|照样|不要紧|继续参")


_EITHER_WAY = re.compile(
    r"(?:是否|有没有|有无|是不是)(?P<what>[^,。;]{2,14}?)(?:都行|都可以?|均可|都能|都算|无所谓|没关系)"
)


def check_either_way(home: Home) -> Iterator[Reason]:
    """What every wording asks for, told to be all the same whether it is there."""
    match = _EITHER_WAY.search(home.segment)
    what = grams_of(match["what"]) if match else frozenset()
    if not match or not what or not home.statements or len(what & home.statements[0].grams) * 2 < len(what):
        return
    if not any(_EITHER_WAY.search(wording) for wording in home.statements[0].wordings):
        yield Reason("condition", f"句中“{match.group()}”放掉了所引条款的要求")


def check_spared(home: Home) -> Iterator[Reason]:
    """Something told to make no difference where no wording of the statement spares it."""
    match = _SPARES.search(home.segment)
    if match and home.statements and not any(_SPARED.search(each.text) for each in home.statements):
        yield Reason("negation", f"所引条款没有说“{home.segment[:20]}”")


_STILL = re.compile(
    r"(?:仍然?|依然|依旧|照样|照旧|还是|照常)(?:可以?|能够?|应当?|须|会|要)(?:予以|继续|再)?(?P<deed>[一-鿿]{2})"
)


def check_still_allowed(said: str, evidence: Evidence) -> Iterator[Reason]:
    """What the clause bars told as done all the same (不得推荐: 仍应当推荐)."""
    stems = "\n".join(context.stem for context in evidence.contexts)
    for piece in segments(said):
        match = _STILL.search(piece)
        bar = rf"(?:不得|不予|不能|不可|不再|不许)(?:予以|再次|再|继续)?{match['deed']}" if match else ""
        if match and not NEGATOR.search(piece) and compiled(bar).search(f"{evidence.text}\n{stems}"):
            yield Reason("negation", f"所引条款不许的，句中“{piece[-18:]}”写成了照样可以")
            return


def check_twice_denied(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A bar of the clause turned by a second denial (并非不能申报)."""
    match = _TWICE.search(said)
    stems = "\n".join(context.stem for context in evidence.contexts)
    if match and _BARRED.search(evidence.text + stems) and not _RATHER.search(said[match.end() :]):
        yield Reason("negation", f"句中“{match.group()}”与所引条款的禁止相反")
