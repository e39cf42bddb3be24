"""What a question asks for by name (公章, 分值, 名额), and whether a sentence tells of it (matters.yaml)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import yaml

from assistant.errors import KnowledgeError

# What joins the items of a list, what may stand behind a matter in one, and how long another item may be.
_AND = re.compile(r"、|以及|还有|和|与|及|跟|/")
_TAIL = re.compile(r"的?(?:金额|数额|数量|数目|期限?|时间|天数|年数|情况|要求|标准|个数)?[，, ]?")
_ITEM = 6
# Behind these two matters are asked about together and not each by itself.
_TOGETHER = re.compile(r"哪个|哪一个|先后|一起|同时|关系|顺序|冲突|一回事|还是|[先前]?后")
# What stands behind a list and asks nothing of its own: each matter is then asked for in full.
_ONLY_ASKS = re.compile(
    r"(?:各自|分别|什么|要求|情况|区别|不同|差别|异同|对比|比较|相比|比一比|怎么样|如何|怎么|规定|多少|几个|列一下|"
    r"[的都各是有做个一下给我说写明讲问呢吗吧啊请帮？?。！!，, ])*"
)
_BETWEEN_THEM = re.compile(r"区别|不同|差别|一样|相同|对比|比较|相比")


@dataclass(frozen=True, slots=True)
class Matter:
    """`asked` finds it in a question, `told` in a sentence that answers; `say` is the ask in full."""

    name: str
    asked: re.Pattern[str]
    told: re.Pattern[str]
    say: str


@dataclass(frozen=True, slots=True)
class Listed:
    """One matter of a list: its `label` as it stands there, and the whole piece with the ask for it alone."""

    label: str
    text: str


def named_matters(text: str, matters: Sequence[Matter]) -> tuple[Matter, ...]:
    """The matters a text asks for, in order of mention."""
    found = [(match, matter) for matter in matters if (match := matter.asked.search(text))]
    # 辅导机构收费 asks for the one fee and not for fees: a wording inside a longer one names nothing of its own.
    own = [(match, matter) for match, matter in found if not any(_inside(match, other) for other, _ in found)]
    return tuple(matter for _, matter in sorted(own, key=lambda pair: pair[0].start()))


def _inside(one: re.Match[str], other: re.Match[str]) -> bool:
    return other.start() <= one.start() and one.end() <= other.end() and len(one.group()) < len(other.group())


def tells(said: str, matters: Sequence[Matter]) -> bool:
    """Whether a sentence tells of any of the matters; of none it need not."""
    return not matters or any(matter.told.search(said) for matter in matters)


def listed_matters(piece: str, matters: Sequence[Matter], *, several: bool) -> tuple[Listed, ...]:
    """The asks of a list of matters (奖金、名额和年限各是多少), each with what stands around the list; none where it is
    no list, or asks how its members stand to each other. `several`: awards are compared, not the matters."""
    spans = _spans(piece, matters)
    betweens = [_between(piece[one.end() : other.start()]) for (_, one), (_, other) in pairwise(spans)]
    if not betweens or None in betweens:
        return ()
    before, behind = piece[: spans[0][1].start()], piece[spans[-1][1].end() :]
    if _TOGETHER.search(behind) or (not several and _BETWEEN_THEM.search(behind)):
        return ()
    only = _ONLY_ASKS.fullmatch(behind)
    items = [Listed(match.group(), matter.say if only else f"{match.group()}{behind}") for matter, match in spans]
    for place, inner in reversed(list(enumerate(betweens, start=1))):
        items[place:place] = [Listed(one, f"{one}{behind}") for one in inner or ()]
    return tuple(Listed(one.label, f"{before}{one.text}") for one in items)


def _spans(piece: str, matters: Sequence[Matter]) -> list[tuple[Matter, re.Match[str]]]:
    """Where each matter is named first, in order, none inside another."""
    found = [(matter, match) for matter in matters if (match := matter.asked.search(piece))]
    kept: list[tuple[Matter, re.Match[str]]] = []
    for matter, match in sorted(found, key=lambda pair: (pair[1].start(), -pair[1].end())):
        if not kept or match.start() >= kept[-1][1].end():
            kept.append((matter, match))
    return kept


def _between(text: str) -> list[str] | None:
    """The further items of a list between two matters; None where they do not stand in one list."""
    first, *items = _AND.split(text)
    if not items or not _TAIL.fullmatch(first):
        return None
    *inner, last = items
    return inner if not last.strip("的其") and all(0 < len(one) <= _ITEM for one in inner) else None


def load_matters(path: Path) -> tuple[Matter, ...]:
    """The matters of a file, in its order. KnowledgeError names the entry that is wrong."""
    try:
        rows = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (OSError, yaml.YAMLError) as error:
        raise KnowledgeError(f"{path}：无法读取（{error}）。请恢复该文件。") from error
    matters = []
    for number, row in enumerate(rows or [], start=1):
        try:
            matters.append(Matter(str(row["name"]), re.compile(row["asked"]), re.compile(row["told"]), str(row["say"])))
        except (KeyError, TypeError, re.error) as error:
            raise KnowledgeError(f"{path} 第 {number} 项：{error}。请改正该项的 name、asked、told 或 say。") from error
    return tuple(matters)
