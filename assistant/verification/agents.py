"""Who acts, told by the grammar alone: 由X…, X应当…, 告知X; and in which order two steps come."""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.verification.alignment import grams_of
from assistant.verification.carrying import carried, told_shorter
from assistant.verification.evidence import Evidence
from assistant.verification.lexicon import lexicon
from assistant.verification.model import Reason
from assistant.verification.passing import passing
from assistant.verification.plain import content, in_order
from assistant.verification.procedure import load_procedures
from assistant.verification.tagging import tagged

_BY = re.compile(r"由([一-鿿()]{2,22})")
_DUTY = re.compile(r"(?:^|[,;。的])([一-鿿]{2,10}?)(?:应当|应该|必须)(?:予以)?([一-鿿]{2})")
_TOLD = re.compile(r"(告知|反馈给|通报给)([一-鿿]{2,6})")
_ORDER = re.compile(r"先(?!进)([^,;。]{3,40})[,;](?:再|然后|之后|随后|而后)([^,;。]{3,40})")
_ADDRESS = re.compile(r"[一-鿿]{2}(?<!知)[路街巷道](?=\d)")
_STREET = re.compile(r"[一-鿿]{2}[东南西北中][路街](?=\d)")
_BODIES = ("部门", "办公室", "委员会", "政府", "局", "机构", "专家组")
_VERB = re.compile(
    r"的|做|办(?!公)|围绕|就|来(?!自)|每|打包|送|送到|依据|组织|具体|负责|统一|共同|集体|联合|委托|通过|审|颁|授|提|报|签|出|实施|承|监督|批|推|评|受理|兼|制|以|于|召|任|把|发(?!展)|组建|拟|进行|发布|公|列|根据|按|对|向|在|将|自"
)


def check_agents(said: str, evidence: Evidence) -> Iterator[Reason]:
    """The doer behind 由, the bearer of a duty, the one told, the order of steps and the street of an address."""
    yield from _by(said, evidence)
    yield from _duties(said, evidence)
    yield from _told(said, evidence)
    yield from _order(said, evidence)
    for match in (*_ADDRESS.finditer(said), *_STREET.finditer(said)):
        if match.group() not in evidence.text:
            yield Reason("address", f"句中“{match.group()}”不在所引条款中")
            return


def _by(said: str, evidence: Evidence) -> Iterator[Reason]:
    for match in _BY.finditer(said):
        actor = _doer(_VERB.split(match[1])[0])
        issued = re.search(r"印发|发出|授予|编制|下发|发文", said)
        near = "\n".join((evidence.text, *(context.text for context in evidence.contexts)))
        actor = re.sub(r"^(?:进入|符合|入围|参评|申报|获奖).*", "", actor) if not actor.endswith(_BODIES) else actor
        # An applicant names who does a thing in many ways, but those who do it in one place.
        own = evidence.personal and not evidence.documents
        held = (
            _of_one_sentence(actor, evidence.text) if own else _carried(actor, evidence.everything if issued else near)
        )
        if len(actor) >= 3 and not held:
            yield Reason("role", f"句中由“{actor}”来做，所引条款中没有这样写")
            return


def _of_one_sentence(actor: str, text: str) -> bool:
    """Whether one sentence of the text has all the words of the actor."""
    words = [word for word, kind in tagged(re.sub(r"者?(?:本人|自己)?$", "", actor)) if kind != "c"]
    lines = (content(line) for line in re.split(r"[。;\n]", text))
    return any(all(carried(word, line) or told_shorter(word, (line,)) for word in words) for line in lines)


@lru_cache(maxsize=4096)
def _doer(phrase: str) -> str:
    """The noun a phrase opens with, up to the first verb or preposition that follows it (学生 of 学生写下)."""
    words = tagged(re.sub(r"(?:一起|共同|一同|联合|各自|分别|轮流|亲自|各(?=[一-鿿])).*$", "", phrase))
    at = next((at for at, (word, kind) in enumerate(words) if at and kind in {"v", "p", "d", "f"}), len(words))
    return "".join(word for word, _ in words[:at])


@passing(maxsize=4096)
def _carried(actor: str, text: str) -> bool:
    """Whether the actor, or a fuller name of it, stands within one stretch of the text."""
    if any(equal in text for equal in lexicon().equal(actor)):
        return True
    both = [part for part in re.split(r"[和与及、]", actor) if len(part) > 1]
    if len(both) > 1:
        return all(_carried(part, text) for part in both)
    return any(in_order(content(actor), content(part)) for part in re.split(r"[,。;、\n]", text))


def _duties(said: str, evidence: Evidence) -> Iterator[Reason]:
    given = {match[2]: match[1] for match in _DUTY.finditer(evidence.text)}
    for match in _DUTY.finditer(said):
        bearer = given.get(match[2], "")
        if bearer and not set(match[1]) & set(bearer) and not _carried(match[1], evidence.text):
            yield Reason("role", f"句中应“{match[2]}”的是“{match[1]}”，所引条款写的是“{bearer}”")
            return


def _told(said: str, evidence: Evidence) -> Iterator[Reason]:
    given = {match[1]: match[2] for match in _TOLD.finditer(evidence.text)}
    for match in _TOLD.finditer(said):
        if match[1] in given and match[2][:2] != given[match[1]][:2]:
            yield Reason("role", f"句中{match[1]}的是“{match[2]}”，所引条款写的是“{given[match[1]]}”")
            return


def _order(said: str, evidence: Evidence) -> Iterator[Reason]:
    if evidence.documents and evidence.documents <= load_procedures().keys():
        return  # Their steps are known in order (procedure.py), which where words stand only guesses at.
    for match in _ORDER.finditer(said):
        first, second = (_place(part, evidence.text) for part in match.groups())
        if 0 <= second < first:
            yield Reason("order", f"句中“先{match[1][:12]}”与所引条款的先后次序相反")
            return


def _place(part: str, text: str) -> float:
    """Where the words of a stretch stand in the text on average, -1 where fewer than two of them do."""
    found = [text.find(gram) for gram in grams_of(part) if text.count(gram) == 1]
    return sum(found) / len(found) if len(found) >= 2 else -1
