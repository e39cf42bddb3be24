"""Whether a sentence on the applicant draws the right conclusion from what it says itself."""

import re
from collections.abc import Iterator

from assistant.verification.alignment import NEGATOR, aligned_with
from assistant.verification.coverage import weighed
from assistant.verification.evidence import Evidence
from assistant.verification.model import Reason
from assistant.verification.plain import segments

_CONDITION = r"(?:这|该|此|本)[一两]?[条项点]|条件|要求|门槛|资格|投诉|事故|障碍|申报"
_MET = re.compile(
    rf"(?<!不)(?<!未)(?:满足|符合)(?!与否)|(?:{_CONDITION})[^,。不]{{0,4}}(?:没问题|没有问题|过关)|(?<!构成)不(?:构成|是)障碍|不受影响|没有障碍|影响不大"
)
_UNMET = re.compile(rf"不满足|未满足|不符合|不具备|通不过|过不了|(?<!不)构成障碍|(?:{_CONDITION})[^,。]{{0,6}}挡")
_LACKS = re.compile(r"(?:还|尚|都|也|从|并|仍)?(?:没有|没(?!错|问题)|未(?!来|必)|不是|不具|不担任|不属)")
_OPEN = re.compile(r"是否|有没有|有无|如果|若|要是|一旦|只要|待|尚不|不清楚|但|不过|也可以|或|除非|才")
_OUTSIDE = re.compile(r"不在[^,。]{0,24}(?:范围|之列|[里内])")
_DRAWN = re.compile(r"(?:所以|因此|因而|故)[^,。;]{0,8}(?:不符合|不满足|不能申报)")


def check_coherence(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Met though the applicant lacks it, unmet though all is well, or outside of what the clause names."""
    if _OPEN.search(said):
        return
    pieces = segments(said)
    met = [at for at, piece in enumerate(pieces) if _MET.search(piece) and not _UNMET.search(piece)]
    unmet = [at for at, piece in enumerate(pieces) if _UNMET.search(piece)]
    if _DRAWN.search(said) and met and unmet and max(met) < min(unmet) and not _LACKS.search(said.split("所以")[0]):
        yield Reason("verdict", "句中前面说满足，后面却说因此不符合")
        return
    for at, piece in enumerate(pieces):
        if met and unmet:
            return
        quoted = next((each for each in pieces if "“" in each), "")
        later = [each for each in (*met, *unmet) if each > at]
        theirs = aligned_with(piece, evidence.segments) if later and at not in met + unmet else ()
        theirs = theirs or (aligned_with(quoted, evidence.segments) if later and at not in met + unmet else ())
        if not theirs or not _told(piece):
            continue
        barred = theirs[0].endswith("的") and any("不得" in each.text for each in evidence.contexts)
        alike = bool(_LACKS.search(piece)) == (bool(NEGATOR.search(theirs[0])) or barred)
        if met and not alike:
            yield Reason("verdict", f"句中“{piece[:20]}”与所引条款相反，却说满足")
        elif unmet and alike and quoted and _LACKS.search(piece):
            yield Reason("verdict", f"句中“{piece[:20]}”合于所引条款，却说不满足")
        return


def _told(piece: str) -> bool:
    """Whether a stretch tells how it is with the applicant rather than what a rule asks for."""
    own = re.search(r"贵|您|公司|单位|尚未|还没|[了过](?!不)|已", piece)
    return bool(own) and not re.search(r"要求|规定|条款|须|应当|必须|“", piece)


def check_outside(said: str, evidence: Evidence) -> Iterator[Reason]:
    """不在范围 said of an applicant whose kind the clause names."""
    match = _OUTSIDE.search(said)
    if match is None or _OPEN.search(said):
        return
    before = [
        piece for piece in segments(said[: match.start()]) if re.search(r"(?:贵|您)[^,]{0,3}(?:是|属于|为|系)", piece)
    ]
    between = segments(said[: match.start()].rpartition(before[-1])[2]) if before else []
    if any(re.search("[是属]", piece) for piece in between):
        return
    kinds = [word for piece in before[-1:] for word, weight in weighed(piece) if weight >= 2 and len(word) >= 2]
    if before and not _LACKS.search(before[-1]) and any(kind in evidence.text for kind in kinds[-2:]):
        yield Reason("negation", f"所引条款列了“{kinds[-1]}”，句中却说不在范围")


_EXCLUDED = re.compile(
    r"(?:不可以|不能|不得|不许|不)(?:参评|参加|申报|参选|报(?!送))|不算(?!数)|不在[^,。]{0,10}(?:范围|之列|[里内])|除外|排除在外"
)


_LEFT_OUT = re.compile(
    r"(?:不包括|不包含|不含|不涵盖|不覆盖|不算|不适用于|排除了?|剔除了?)(?:任何)?([一-鿿]{2,12}?)(?=$|[,。;、和及与]|在内)"
)
_RESERVED = re.compile(r"不|仅限|除外|只限|未|没有|无")


def check_excluded(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Those a clause lists without reserve must not be told to be left out."""
    if any(NEGATOR.search(context.stem) for context in evidence.contexts) or re.search(r"不得|不予", evidence.text):
        return
    for segment in segments(said):
        left = _LEFT_OUT.search(segment)
        if left and any(left[1] in piece and not _RESERVED.search(piece) for piece in evidence.segments):
            yield Reason("negation", f"所引条款列了“{left[1]}”，句中却说不包括")
            return
        match = _EXCLUDED.search(segment)
        if match is None or _LACKS.search(segment[: match.start()]) or re.search(r"的$|者$", segment[: match.start()]):
            continue
        kinds = [word for word, weight in weighed(segment[: match.start()]) if weight >= 2 and len(word) >= 2]
        homes = [piece for piece in evidence.segments if kinds and all(kind in piece for kind in kinds[-2:])]
        if homes and not any(re.search(r"不|仅限|除外|只限|未|没有|无", piece) for piece in homes):
            yield Reason("negation", f"所引条款列了“{kinds[-1]}”，句中却说“{match.group()}”")
            return
