"""The order of a notice's steps and who takes them, read as structure from corpus/verification/procedures.yaml.

A sentence that puts one step before another is matched to the steps of the documents it cites. It is refused where
every step the first stretch may mean comes behind every step the second may mean. A step told to be taken 由 somebody
must be one that is his.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from assistant.errors import KnowledgeError
from assistant.verification.lexicon import CORPUS
from assistant.verification.model import Basis, Reason
from assistant.verification.passing import lasting
from assistant.verification.plain import compiled, segments
from assistant.verification.subjects import subjects

PROCEDURES = CORPUS / "verification" / "procedures.yaml"
_DENIED = re.compile(r"(?:不是|并非|不能|不得|不可|别|而非|无需|不必|不用)[^,;。]{0,8}$")
_THEN = r"(?:再|然后|之后|随后|而后|接着|最后|方|才)"
# The two stretches of a sentence that puts one before the other; `late` is told first in the last of them.
_ORDERS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<lead>[^,;。先]{{0,24}})先(?!进)(?P<early>[^;。]{{2,48}}?)[,;]?(?:[^,;。先]{{0,12}}(?:之后|以后|后|完了)[,]?)?(?P<who>[^,;。先]{{0,8}}?){_THEN}(?P<late>[^,;。]{{2,40}})",
        r"^(?P<late>[^,;。]{2,24}?)(?:是|都)?(?:安排|排|放|设|摆)?在(?P<early>[^,;。]{2,24}?)(?:之后|以后|后面)(?=$|[,;。进做开])",
        r"^(?P<early>[^,;。]{2,24}?)(?:是|都)?(?:安排|排|放|设|摆)?在(?P<late>[^,;。]{2,24}?)(?:之前|以前|前面)(?=$|[,;。进做开])",
        rf"(?P<early>[^,;。]{{2,40}}?)(?:之后|以后|完后|完了|结束后|完成后|过后|后)[,]?(?:[^,;。]{{0,12}}?){_THEN}(?P<late>[^,;。]{{2,40}})",
        r"(?P<early>[^,;。]{2,40}?)(?:之后|以后|完后|结束后|完成后),(?P<late>[^,;。]{2,40})",
        r"先(?!进)(?P<early>[^,;。后]{2,12}),?后(?P<late>[^,;。]{2,16})",
        r"(?P<early>[^,;。、]{2,20}?)在前[,、]?(?P<late>[^,;。]{2,20}?)在后",
        r"(?P<late>[^,;。、]{2,20}?)在后[,、]?(?P<early>[^,;。]{2,20}?)在前",
        r"^(?P<late>[^,;。]{2,40}?)(?:之前|以前),?[^,;。]{0,6}先(?!进)(?P<early>[^,;。]{2,40})",
    )
)
_BY = re.compile(r"(?<!自)由(?=[一-鿿])(?P<who>[一-鿿()]{2,24})")
_DOES = re.compile(
    r"^(?:而|则|并|再|然后|之后|接着)?(?P<who>组委会|[一-鿿()]{2,22}?(?:办公室|领导组|小组|部门|局|委员会|组委会|机构|专家组))"
    r"(?:来|则|再)?(?:负责|承担|来做|做|进行|开展|实施|(?=授予|颁发|审定|批准|公示|初审|审议|组建|撤销))"
)
# Somebody a stretch may name behind 由.
_BODY = re.compile(r"部门|办公室|委员会|组委会|政府|局|机构|专家|单位|企业|组织|小组|领导组|自己|本人|协会|媒体")

# 公示没有异议再…: what stands before the second step says that the first is over.
_PAST = re.compile(r"异议|通过|合格|结束|完成?$|期满")
# Whom a step is taken with (对答辩过的单位) is no step.
_OF_THOSE = re.compile(r"[对给][^,;。]{1,16}的(?:单位|组织|企业|个人|名单)")
# A stretch that names more steps than this tells of the work as a whole.
_FEW = 2


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a procedure: how it is told, where the words mean another, and who takes it ("" where unsaid)."""

    says: str
    unless: str = ""
    by: str = ""

    def in_(self, stretch: str) -> bool:
        """Whether a flat stretch tells this step."""
        found = compiled(self.says).search(stretch)
        return bool(found) and not (self.unless and compiled(self.unless).search(stretch))


@lru_cache(maxsize=1)
def load_procedures(path: Path = PROCEDURES) -> dict[str, tuple[Step, ...]]:
    """The steps by document; KnowledgeError naming the file where it is missing or malformed."""
    try:
        read: dict[str, list[dict[str, Any]]] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        return {
            document: tuple(Step(row["says"], row.get("not", ""), row.get("by", "")) for row in rows)
            for document, rows in read.items()
        }
    except (OSError, yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        raise KnowledgeError(
            f"流程文件 {path.name} 读不出：{error}。请恢复 corpus/verification/{path.name}。"
        ) from error


def check_procedure(said: str, tokens: tuple[str, ...], basis: Basis) -> Iterator[Reason]:
    """Steps of the flat text told in the wrong order, or told to be taken by another, for each document cited."""
    documents = {basis.clauses[token].document for token in tokens if token in basis.clauses}
    if len(documents) != 1:
        return
    document, plain = documents.pop(), _without_names(said)
    for name, steps in load_procedures().items():
        if name.partition("/")[0] == document:
            yield from _against(plain, steps)


def order_of(early: str, late: str, document: str) -> int:
    """How two stretches stand in the document's steps: 1 in order, -1 turned, 0 where no steps tell."""
    early, late = _without_names(early), _without_names(late)
    known = [steps for name, steps in load_procedures().items() if name.partition("/")[0] == document]
    if any(_turned(early, late, steps) for steps in known):
        return -1
    return int(any(any(s.in_(early) for s in steps) and any(s.in_(late) for s in steps) for steps in known))


def _against(plain: str, steps: tuple[Step, ...]) -> Iterator[Reason]:
    """What a text without the names of awards says of one procedure that is not so."""
    for pattern in _ORDERS:
        for match in pattern.finditer(plain):
            named = match.groupdict()
            early = _by_same(named.get("lead", ""), match["early"])
            who = "" if _PAST.search(named.get("who", "")) else named.get("who", "")
            late = _by_same(named.get("lead", "") + early, who + match["late"])
            if not _DENIED.search(plain[: match.start("early")]) and _turned(early, late, steps):
                yield Reason("order", f"句中“{match['early'][-16:]}”与“{match['late'][:12]}”的先后与所引文件相反")
                return
    for stretch in segments(plain):
        wrong = _taken_by_another(stretch, steps)
        if wrong:
            yield Reason("role", f"所引文件中这一步不由“{wrong}”来做")
            return


def _by_same(early: str, late: str) -> str:
    """A stretch with the level of the doer told before it, where it names none of its own."""
    level = re.match(r"[^,;。]{0,4}?(各?县区?|区县?|市里|省里)", early)
    return level[1] + late if level and not re.search("[省市县区]", late) else late


def _turned(early: str, late: str, steps: tuple[Step, ...]) -> bool:
    early, late = _OF_THOSE.sub("", early), _OF_THOSE.sub("", late)
    first = [at for at, step in enumerate(steps) if step.in_(early)]
    second = [at for at, step in enumerate(steps) if step.in_(late)]
    return bool(first and second) and min(first) > max(second)


def _taken_by_another(stretch: str, steps: tuple[Step, ...]) -> str:
    """Whom a stretch makes take a step that is another's, "" where it does not."""
    match = _BY.search(stretch) or _DOES.search(stretch)
    told = [step for step in steps if step.in_(stretch)] if match else []
    if match is None or not 0 < len(told) <= _FEW or "日常工作" in stretch or _DENIED.search(stretch[: match.start()]):
        return ""
    deed = min(found.start() for step in told if (found := compiled(step.says).search(stretch)))
    who = stretch[match.start("who") : deed] if deed > match.start("who") else match["who"]
    if not _BODY.search(who) or any(not step.by or compiled(step.by).search(who) for step in told):
        return ""
    return who[:16]


@lasting(maxsize=4096)
def _without_names(said: str) -> str:
    """The flat text less the names of awards and their places, which hold characters of bodies (市, 政府)."""
    for subject in subjects():
        for name in subject.names:
            said = said.replace(name, "")
    for subject in subjects():
        for place in subject.places:
            said = compiled(rf"{re.escape(place)}市?(?![政人市])").sub("", said)
    return said
