"""Modal force: 应当, 可以 and 鼓励 must not turn into one another."""

import re
from collections.abc import Iterator

from assistant.verification.alignment import NEGATOR, aligned_with, grams_of
from assistant.verification.evidence import Evidence
from assistant.verification.lexicon import any_of, lexicon, pattern
from assistant.verification.model import Reason
from assistant.verification.passing import lasting
from assistant.verification.plain import content, segments
from assistant.verification.tagging import light, words_of


def _modal(text: str) -> set[str]:
    words = lexicon().words["modality"]
    plain = pattern(words["not_modal"]).sub("\u0003", text)
    return {force for force in ("must", "may") if pattern(words[force]).search(plain)}


def check_force(said: str, evidence: Evidence) -> Iterator[Reason]:
    yield from _force(said, evidence)
    yield from _undone(said, evidence)
    yield from _loosened(said, evidence)
    yield from _pressed(said, evidence)
    for segment in segments(said):
        ours = _modal(segment)
        aligned = aligned_with(segment, evidence.segments)
        if not ours or not aligned:
            continue
        theirs = set().union(*(_modal(_neighbourhood(a, evidence)) for a in aligned))
        negative = NEGATOR.search(segment)
        entering = _asked_to_enter(segment, "".join(aligned))
        if ours == {"must"} and theirs == {"may"} and not negative and not entering:
            yield Reason("modality", f"所引条款写的是“可以”，句中“{segment[:20]}”写成了必须")
        soft = any_of(("鼓励", "优先", "支持", "原则上"), "".join(aligned))
        if (
            ours == {"must"}
            and soft
            and not any_of(lexicon().words["qualifiers"][soft] if soft != "支持" else ("支持",), segment)
        ):
            yield Reason("modality", f"所引条款写的是“{soft}”，句中“{segment[:20]}”写成了必须")
        if ours == {"may"} and theirs == {"must"} and not negative:
            yield Reason("modality", f"所引条款写的是“应当”，句中“{segment[:20]}”写成了可以")
        forced = re.search(r"自行决定是否|可以不|可不|也可不|酌情|视情况", segment)
        if forced and forced.group() not in evidence.text:
            yield Reason("modality", f"句中“{forced.group()}”不在所引条款中")


def _asked_to_enter(segment: str, theirs: str) -> bool:
    """Who may apply is asked to be so: 须具有法人资格 of 具有法人资格的企业可申报; all of it, nothing more."""
    if not re.search(r"可以?(?:申报|参评)", theirs) or re.search(
        r"(?:必须|应当|须|要)(?:申报|参评)|或|同时|任", segment
    ):
        return False
    letters = set(re.findall(r"[A-Za-z]", re.sub(r"\([^()]*\d[^()]*\)", "", segment)))
    if letters and not set(re.findall(r"(?<![A-Za-z])[A-Z](?=[、类])", theirs)) <= letters:
        return False
    asked = (word for word in words_of(segment) if len(word) > 1 and not light(word) and not _MODAL.search(word))
    return all(any(content(equal) in content(theirs) for equal in lexicon().equal(word)) for word in asked)


_MODAL = re.compile("必须|应当|应该|需要|须")


def _force(said: str, evidence: Evidence) -> Iterator[Reason]:
    """The deed a modal word governs must be governed by a word of the same force in the clause."""
    forces = [(force, deed, segment) for segment in evidence.segments for force, deed in _forces(segment)]
    for segment in segments(said):
        for force, deed in _forces(segment):
            given = [each[:2] for each in forces if not (force == "must" and _asked_to_enter(segment, each[2]))]
            best = max((len(deed & other) for _, other in given), default=0)
            if best and all(other != force for other, theirs in given if len(deed & theirs) == best):
                yield Reason("modality", f"句中“{segment[:20]}”改变了所引条款的应当、可以或鼓励")
                return


_NO_DUTY = re.compile(r"不应当?(?!时)|不必|无需|无须|不须|不需要?|不用(?!户)|用不着")
_DEED, _SHARED = 12, 3


def _undone(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A duty of the clause told as none, or as forbidden (不应组织专家组 for 应当组织专家组)."""
    for match in _NO_DUTY.finditer(said):
        deed = grams_of(re.split("[,。;]", said[match.end() :])[0][:_DEED])
        contrary = any(found.group() not in evidence.text for found in NEGATOR.finditer(said[: match.start()]))
        duties = (grams for piece in evidence.segments for force, grams in _forces(piece) if force == "must")
        denied = any(
            len(deed & grams_of(piece[found.end() :][:_DEED])) > 1
            for piece in evidence.segments
            for found in NEGATOR.finditer(piece)
            if not piece[found.start() :].startswith("无异议")
        )
        if not contrary and not denied and any(len(deed & grams) >= _SHARED for grams in duties):
            yield Reason("negation", f"所引条款写的是“应当”，句中“{said[match.start() : match.end() + 8]}”正相反")
            return


_MAY = re.compile(r"(?:^|(?<=[一-鿿,。;]))(?:可以|可(?![靠行能以持]))([一-鿿]{4})(?![后的])")


def _loosened(said: str, evidence: Evidence) -> Iterator[Reason]:
    """What the clause asks for besides (并通过认证) told as something that may be done."""
    if _MAY.search(evidence.text):
        return
    for match in _MAY.finditer(said):
        if re.search(rf"(?:并且?|且|还[须要应]){match[1]}", evidence.text):
            yield Reason("modality", f"所引条款要求“{match[1]}”，句中写成了可以")
            return


_PRESSED = re.compile(r"(?:要求|责令|责成|强制|规定)(?=[一-鿿]{2})([^。;]*)")
_URGED = re.compile(r"(?:鼓励|提倡|倡导|引导)([^。;\n]*)")


def _pressed(said: str, evidence: Evidence) -> Iterator[Reason]:
    """What a clause encourages somebody to do told as what is asked of him (要求银行… for 鼓励银行…)."""
    match = _PRESSED.search(said)
    if match is None or _URGED.search(said):
        return
    deed = grams_of(match[1])
    if len(deed) >= _SHARED and any(
        len(deed & grams_of(urged[1])) >= max(_SHARED, len(deed) // 2) for urged in _URGED.finditer(evidence.text)
    ):
        yield Reason("modality", f"所引条款写的是鼓励，句中“{match.group()[:16]}”写成了要求")


_FORCES = (
    (
        "must",
        re.compile(
            r"应当|必须|务必|(?<![不无所])须|(?<![不无])需要|(?<=[^一-鿿])应|要求(?=[一-鿿、]{2,40}(?:给予|提供|参评|支持)|各[一-鿿]{2})"
        ),
    ),
    ("may", re.compile(r"可以|(?<![不认许方])可(?=[空向组自申缺])|(?<!政策)允许|有权")),
    ("encourage", re.compile(r"鼓励|提倡|倡导")),
)


@lasting(maxsize=4096)
def _forces(segment: str) -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple(
        (force, grams)
        for force, words in _FORCES
        for m in words.finditer(segment)
        if (grams := grams_of(segment[m.end() : m.end() + 16]))
    )


def _neighbourhood(segment: str, evidence: Evidence) -> str:
    """A modal word governs the segments that follow in its sentence: look one segment back."""
    index = evidence.segments.index(segment) if segment in evidence.segments else 0
    joined = f"{evidence.segments[index - 1]},{segment}" if index else segment
    return segment if _modal(segment) or joined not in evidence.text else joined
