"""What a sentence tells of the applicant must be told by the facts, the material or nobody.

The topics are in corpus/verification/told_facts.yaml: what a stretch may name, and the facts that carry it. A stretch
counts where it is on the applicant, says something of the topic, and neither asks, supposes, tells a rule nor says
that the thing is still to be told. Whether it says the right thing is judged elsewhere (own_facts.py).
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from assistant.verification.lexicon import read_lists
from assistant.verification.model import Basis, Reason
from assistant.verification.numbers import quantities_of
from assistant.verification.own_facts import without_untold
from assistant.verification.plain import compiled, flat, segments

_QUOTED = re.compile(r"“[^“”]*”")
# Spoken to as such; without any facts at hand only then a stretch is one on the applicant.
_ADDRESS = re.compile(r"[贵您]")
# What is told of those a rule speaks of (发生过事故的, 获得提名奖的单位).
_DESCRIBED = re.compile(
    r"[的者]$|(?<![您你])的(?:单位|企业|组织|个人|人员|情形|情况|要求|条件|规定|限制|范围|禁止|限定|说法)|者(?=不|可)"
)
_TOLD_AS_SUCH = re.compile(r"是[^,;。]{2,30}的$")
_WINDOW = re.compile(r"(?:近|过去|最近)$")
# Further back than the applicant has told; a figure of the facts that says never.
_EARLIER = re.compile(r"更早|再往前|再早|此前的")
_NEVER = 99
# Never, in whatever words: from some beginning on, or not once.
_EVER = re.compile(
    r"(?:从|自|打)(?:参加工作|入[职行厂]|上岗|工作|成立|建[厂校院]|创[办立]|设立|开[业办]|投产|注册|一开始)[^,。;]{0,6}(?:起|以来|至今|到现在|那天|就)"
    r"|从来|从未|从没|从不|历来|向来|一向|自始至终|(?:至今|一次)[也都]?[没未]|[没未]有?[^,。;]{0,4}任何一次|建[厂校院]以来|成立以来"
)
_NONE = re.compile(r"没|无|未|从不|零")


@lru_cache(maxsize=1)
def _lists() -> dict[str, Any]:
    return read_lists("told_facts.yaml")


def check_told(said: str, tokens: tuple[str, ...], basis: Basis) -> Iterator[Reason]:
    """Stretches of the flat text on a topic of the applicant's that nothing at hand tells."""
    if "m" in tokens and not basis.facts:
        return
    said, material = without_untold(said), flat(basis.material)
    cited = [flat(basis.clauses[token].quote) for token in tokens if token in basis.clauses]
    for stretch in _with_topic(said, cited, known=bool(basis.facts or basis.verdicts)):
        for topic in _lists()["topics"]:
            found = compiled(topic["says"]).search(stretch)
            if found is None or (material and compiled(topic["says"]).search(material)):
                continue
            if not any(key in basis.facts for key in topic["of"]):
                yield Reason("fact", f"句中“{stretch[:24]}”是申报主体没有提供的情况")
                return
            if _too_far(stretch, topic, basis.facts):
                yield Reason("fact", f"句中“{stretch[:24]}”超出了申报主体所说的年数")
                return


# 有没有违法行为,您已说明没有: what the reader is said to have told is on the topic of the stretch before.
_TOLD_BY_READER = re.compile(
    r"(?:您|贵[一-鿿]{1,2}|你们?)(?:已经?|都|也)*(?:说明|说过|说了|告知|确认|讲过|讲了|提供|交代)过?(?:了|是|的是)?(?:没有?|无|有|都)"
)


def _with_topic(said: str, cited: list[str], *, known: bool) -> Iterator[str]:
    """The stretches on the applicant, one that only says what he told together with the one it answers, one that
    only says never together with what of the sentence, or of the clauses it cites, says of what."""
    pieces = segments(_QUOTED.sub("“”", said))
    quoted = segments(_QUOTED.sub(lambda found: re.sub("[,。;:!?]", "、", found.group()), said))
    for stretch in _on_applicant(said, known=known):
        at = pieces.index(stretch) if stretch in pieces else 0
        before = pieces[at - 1] if at else ""
        if _BARE_NEVER.search(stretch):
            told = quoted[:at] if len(pieces) == len(quoted) else []
            before = next((piece for piece in (*reversed(told), *cited) if _has_topic(piece)), "")
            yield f"{before}{stretch}"
        else:
            yield f"{before}{stretch}" if _TOLD_BY_READER.search(stretch) else stretch


# 从参加工作起就没有过: of what, the stretch before tells, in the clause's own words or others.
_BARE_NEVER = re.compile(r"(?:没有?|未)(?:发生|出|犯|沾|碰|有)?过[了]?$|(?:都|也|就|均)没有?了?$|从来没有$")


def _has_topic(piece: str) -> bool:
    return any(compiled(topic["says"]).search(piece) for topic in _lists()["topics"] if topic.get("free"))


def told_of_topic(stretch: str, own: str) -> bool:
    """Whether a stretch spoken to the applicant is on a topic that the lines of his facts tell: they judge it."""
    topics = (compiled(topic["says"]) for topic in _lists()["topics"] if topic["of"])
    return bool(_ADDRESS.search(stretch)) and any(says.search(stretch) and says.search(own) for says in topics)


def _on_applicant(said: str, *, known: bool) -> Iterator[str]:
    """The stretches that say how it is with the applicant; `known` where the text is on an applicant's case."""
    lists = _lists()
    ruled, spoken = False, known
    for stretch in segments(_QUOTED.sub("“”", said)):
        rule = compiled(lists["rules"]).search(stretch)
        address = compiled(lists["applicant"] if known else _ADDRESS.pattern).search(stretch)
        if address and not (rule and rule.start() > address.start()):
            ruled = False
        spoken = spoken or bool(address)
        ruled = ruled or bool(rule)
        told = not _DESCRIBED.search(stretch) or _TOLD_AS_SUCH.search(stretch)
        says = compiled(lists["asserts"]).search(stretch) and not compiled(lists["open"]).search(stretch)
        if spoken and not ruled and told and says:
            yield stretch


def _too_far(stretch: str, topic: Mapping[str, Any], facts: Mapping[str, object]) -> bool:
    """Whether a stretch says there was none of it for more years than any fact tells."""
    told = [facts[key] for key in topic.get("free", ()) if key in facts]
    dated = any(key in facts for key in topic["of"] if key not in topic.get("free", ()))
    if not told or dated or not _NONE.search(stretch):
        return False
    most = max(float(str(value)) for value in told)
    if (_EARLIER.search(stretch) or _EVER.search(stretch)) and most < _NEVER:
        return True
    windows = [q for q in quantities_of(stretch) if q.unit == "年" and _WINDOW.search(stretch[: q.start])]
    return any(q.value > most for q in windows)
