"""What commands print for people: the first of a long list and how many more there are, flags by their groups."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Annotated

import typer

from assistant.drafting.flags import group_of, groups
from assistant.drafting.material.model import Flag

Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="列出全部明细")]
ALL = "加 --verbose 看全部"


def first_of(lines: Sequence[str], most: int, verbose: bool, unit: str = "项", where: str = ALL) -> list[str]:
    """The first lines, and how many more there are and where; all of them where `verbose`."""
    if verbose or len(lines) <= most:
        return list(lines)
    return [*lines[:most], f"  另有 {len(lines) - most} {unit}，{where}。"]


def flag_lines(flags: Sequence[Flag], verbose: bool) -> list[str]:
    """The flags by group, each by the first clause of its message; with `verbose` whole, with the words it rests on."""
    if not flags:
        return ["没有需要留意的地方。"]
    lines = [f"请留意（{len(flags)} 项）：" if verbose else f"请留意（{len(flags)} 项，加 --verbose 看全文和原文）："]
    for name in groups():
        found = [flag for flag in flags if group_of(flag.code) == name]
        if found and verbose:
            lines += [f"  {name}：{_whole(flag)}" for flag in found]
        elif found:
            lines.append(f"  {name}：{'；'.join(_first_clause(flag.message) for flag in found)}。")
    return lines


def counted(codes: Iterable[str]) -> str:
    """How many codes there are of each group: 缺少的内容 4、荣誉 2."""
    found = Counter(map(group_of, codes))
    return "、".join(f"{name} {count}" for name, count in found.most_common())


def _first_clause(message: str) -> str:
    return message.split("，")[0].split("（")[0].rstrip("。：")


def _whole(flag: Flag) -> str:
    return flag.message + "；".join(f"“{' '.join(span.quote.split())}”" for span in flag.spans)
