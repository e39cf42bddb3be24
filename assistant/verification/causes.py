"""Cause and effect in a sentence on an applicant: results come of the practice, not of an honour or another result."""

import re
from collections.abc import Iterator

from assistant.language.numerals import find_quantities
from assistant.verification.alignment import grams_of
from assistant.verification.carrying import carried, lines_of, told_shorter
from assistant.verification.evidence import Evidence
from assistant.verification.model import Reason
from assistant.verification.plain import bigrams, content
from assistant.verification.tagging import light, tagged

_CAUSES = (
    re.compile(r"(?:因为|由于|正因|正是因为|得益于|归功于|受益于)(?P<cause>[^。;]{2,40}?)[,，](?P<effect>[^。;]+)"),
    re.compile(
        r"(?:正是|靠着|凭借?)(?P<cause>[^。;]{2,40}?),?(?:带来了?|促成了?|促使|换来了?|才使|才让|推动了?)(?P<effect>[^。;]+)"
    ),
    re.compile(r"(?P<cause>[^。;]{2,40}?),?(?:因此|因而|从而|于是|所以)(?P<effect>[^。;]+)"),
)
_HONOUR = re.compile(r"获得|荣获|获评|当选|奖|荣誉|称号|评为|授予|认定|标准\d?|认证|先进|示范|星级|入选")
_RESULT = re.compile(r"(?:降|升|提高|减少|缩短|压缩|增长|增加|下降|提升|改善|上升)")
_PRACTICE = re.compile(r"“|推[行出]|实[行施]|创[立建]|建立|上线|开始|达到?|实现")
_GIVEN = re.compile(r"因|由于|使得?|从而|带动|带来|让|促")


# Why a draft lists an honour or leaves it out is judged by itself (left_out.py).
_LISTED = re.compile(
    r"(?:不|没有?|未|可以?|能|才|应|该|要)(?:能|再|被|可以?)?(?:列|填|写)(?:入|进|在|到|上)?|不能?算|荣誉栏"
)

# How large something is (签约农户2300户) brings no result about.
_GROWN = re.compile(
    r"(?:^|[;。])(?P<cause>[^;。]{4,40}?)[,，]?(?:使得?|让|令|带动|促使|推动)(?P<effect>[^;。]{2,24}?[由从率][^;。]*?"
    r"(?:降|升|提高|减少|缩短|增长|增加|下降|提升)[^;。]*)"
)
_SIZE = re.compile(r"^[^\d“]{0,12}\d[\d.,]*[万亿余多]*(?:户|亩|公顷|人|名|家|台|套|辆|座|间|栋|平方米|元|吨)$")


_REASON = re.compile(r"(?:是因为|是由于|原因(?:是|在于)|起因是|缘于)(?P<cause>[^,。;]{8,})")
# A cause of which no stretch of the clauses has so much is not theirs.
_HELD = 0.25


def check_reason_given(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Why a notice does something, told by what its clauses say nothing of (这次征集是因为上届无人获奖)."""
    if evidence.personal or not evidence.documents:
        return
    for match in _REASON.finditer(said):
        cause = bigrams(match["cause"])
        held = max((len(cause & bigrams(piece)) for piece in evidence.segments), default=0)
        if held < _HELD * len(cause):
            yield Reason("causality", f"所引条款没有说原因是“{match['cause'][:16]}”")
            return


def check_causes(said: str, evidence: Evidence) -> Iterator[Reason]:
    """An effect put down to an honour, a standard, or a result told beside it, where the text gives no such cause."""
    yield from _invented(said, evidence)
    yield from _another_cause(said, evidence)
    yield from _not_its_own(said, evidence)
    yield from _of_another_practice(said, evidence)
    grown = _GROWN.search(said)
    if grown and all(_SIZE.search(part) for part in re.split("[、,]", grown["cause"])):
        yield Reason("causality", f"材料没有说“{grown['effect'][:14]}”是因为“{grown['cause'][:14]}”")
        return
    for pattern in _CAUSES:
        for match in pattern.finditer(said):
            cause, effect = match["cause"], match["effect"]
            of_honour = _HONOUR.search(cause) and not _HONOUR.search(effect)
            of_result = _RESULT.search(cause) and (_RESULT.search(effect) or _PRACTICE.search(effect))
            explains = _LISTED.search(effect) or _LISTED.search(said[: match.start()])
            if not (of_honour or of_result) or explains or _told(cause, effect, evidence):
                continue
            yield Reason("causality", f"材料没有说“{effect[:14]}”是因为“{cause[:14]}”")
            return


_PUT_TO = re.compile(
    r"(?:归到|归在|归因于|归功于|归结为|得益于|靠的是|原因是|是因为|源于|是)了?“?(?P<cause>[一-鿿]{2,10}?)”?(?:上|身上|做法|办法|制度|的功劳|带来|所致|的结果|$|[,。;])"
)
_UNRELATED = re.compile(r"[跟与和同](?P<cause>[一-鿿“”]{2,12}?)(?:没有?(?:什么|直接)?关系|无关|不相干|没关联)")


def _another_cause(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A figure put down to what the text, in the sentence that gives it, says has nothing to do with it."""
    for sentence in re.split(r"[。;\n]", evidence.text):
        for denied in _UNRELATED.finditer(sentence):
            figures = [q.text for q in find_quantities(sentence[: denied.start()])]
            told = [match["cause"] for match in _PUT_TO.finditer(said) if _alike(match["cause"], denied["cause"])]
            if told and any(figure in said.partition(told[0])[0] for figure in figures):
                yield Reason("causality", f"材料说这与“{denied['cause']}”没有关系")
                return


# 这主要是机械化的结果, 靠的是…: to what the text itself puts a figure down.
_OWN_CAUSE = re.compile(
    r"(?:主要|全|都|这)?(?:是|靠|因为|由于|得益于)(?:的是)?(?P<cause>[^,。;()是靠]{2,12}?)(?:的结果|的功劳|带来的?|所致|造成的|起的作用)"
)
_OWN_REASON = re.compile(
    r"(?:主要|全|都|这)?(?:是因为|因为|是由于|由于|原因是|靠的是|得益于|归功于)(?P<cause>[^,。;()]{2,30})"
)
_BRINGS = re.compile(r"使得?|让|令|带动|推动|促使|带来|实现|靠|通过|凭|因|推行[^,。;]{0,12}后|实施[^,。;]{0,12}后")


def _not_its_own(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A figure told as another's doing than the text, beside it, says it is."""
    for sentence in re.split(r"[。;\n]", evidence.text):
        for own in (*_OWN_CAUSE.finditer(sentence), *_OWN_REASON.finditer(sentence)):
            figures = [q.text for q in find_quantities(sentence[: own.start()])][-1:]
            for piece in re.split(r"[。;]", said):
                ahead, _, behind = piece.partition(figures[0] if figures else "\n")
                other = _NAMED.search(behind) or _PUT_TO.search(behind)
                strange = other and not bigrams(other["cause"]) & bigrams(sentence)
                told = behind and (_BRINGS.search(ahead) or strange)
                if told and not bigrams(own["cause"]) & bigrams(piece):
                    yield Reason("causality", f"材料说“{figures[0]}”是“{own['cause']}”的结果")
                    return


_CREDITS = re.compile(
    r"[“《](?P<cause>[^“”《》]{2,12})[”》][^,。;]{0,8}(?:使得?|让|令|带来了?|推广后|推行后|实行后|实施后)(?P<effect>[^。;]+)"
)


def _of_another_practice(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A change put down to a named practice, where the text tells it in a sentence on another named one alone."""
    for match in _CREDITS.finditer(said):
        figures = {(q.value, q.unit) for q in find_quantities(match["effect"])}
        for sentence in re.split(r"[。;\n]", evidence.text):
            named = re.findall(r"[“《]([^“”《》]{2,12})[”》]", sentence)
            told = figures and figures <= {(q.value, q.unit) for q in find_quantities(sentence)}
            if told and named and match["cause"] not in sentence and match["cause"] in evidence.text:
                yield Reason("causality", f"材料里这个变化说的是“{named[0]}”，不是“{match['cause']}”")
                return


def _alike(one: str, other: str) -> bool:
    return bool(bigrams(one) & bigrams(other))


_NAMED = re.compile(r"(?:靠的是|得益于|归功于|归因于|原因是|原因在于|源于|因为|由于)了?(?P<cause>[^,。;]{2,24})")


def _invented(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A cause of which the text has not every noun and verb."""
    held = content(evidence.text)
    for match in _NAMED.finditer(said):
        words = [
            word for word, kind in tagged(match["cause"]) if kind[0] in "nvj" and len(word) > 1 and not light(word)
        ]
        strange = next((w for w in words if not carried(w, held) and not told_shorter(w, lines_of(evidence.text))), "")
        if strange:
            yield Reason("causality", f"材料没有说原因是“{strange}”")
            return


def _told(cause: str, effect: str, evidence: Evidence) -> bool:
    """Whether one sentence of the text has both, with a word of cause."""
    for sentence in re.split(r"[。;\n]", evidence.text):
        if _GIVEN.search(sentence) and all(len(grams_of(part) & grams_of(sentence)) > 1 for part in (cause, effect)):
            return True
    return False
