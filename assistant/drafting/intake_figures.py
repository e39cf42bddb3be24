"""Figures of the business from labelled lines (年销售额：3200万元): told behind their label, or asked about."""

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.drafting.flags import messages
from assistant.drafting.intake_words import names_amount, of_figures, vocabulary
from assistant.drafting.material.model import Flag, Material, Practice, Source, Span

CODE = "FIGURE_OPEN"
# A column as the row is written out, and what stands in brackets at the end of its head.
_LINE = re.compile(
    r"^(?P<head>[^：:\n，。；（(]{2,20}(?:[（(][^（()）\n]{1,12}[）)])?)[：:](?P<value>[^\n]{1,120})$", re.M
)
_TAIL = re.compile(r"[（(/／\s]+(?P<told>[^（()）]+)[）)]?$")
_NUMBER = r"[0-9０-９][0-9０-９,，.．]*"
# A loss, as a sign, a word or an accountant's brackets, and a remark that stands before its figure.
_ODD = r"[-－−–—▲△±（(]|负|亏损?|未经?审计?|暂估|预估|估计|不足|不到|[（(][^（()）]*[）)]"
# A figure, perhaps of a year that the cell itself names, with what little it says besides (3200万元，同比增长12%).
_VALUE = re.compile(
    rf"(?P<odd>{_ODD})?(?P<year>[0-9]{{4}}年度?)?(?:约|近|超过?|逾|达)?{_NUMBER}(?P<rest>[^0-9]?.*)", re.S
)
# From one figure to another (3000~3200万元): which of them holds is for a person to say.
_RANGE = re.compile(r"\s*(?:[万亿]?元|[万亿吨%])?\s*(?:[-~～—–−]+|[至到])\s*[0-9]")
_BEGINS = re.compile(rf"(?:{_ODD})?(?:约|近|超过?|逾|达)?[0-9０-９]")


def with_figures(material: Material) -> Material:
    """The material with the figures its labelled lines tell, and a flag on those a person has to look at: negative,
    with a remark (未经审计) or without a unit. Of an organisation only, and nothing of what is kept out."""
    if material.kind != "organisation":
        return material
    found = [one for source in material.sources for one in _figures(material, source)]
    # The sentences whose writer does not stand by a figure are asked about under the same flag.
    told = [span for flag in material.flags if flag.code == CODE for span in flag.spans]
    asked = tuple(
        sorted([*told, *(one.span for one in found if not one.text)], key=lambda span: (span.file, span.start))
    )
    flags = (Flag(CODE, messages()[CODE], asked),) if asked else ()
    others = (flag for flag in material.flags if flag.code != CODE)
    return replace(material, figures=tuple(one for one in found if one.text), flags=(*others, *flags))


def begins_with_figure(value: str) -> bool:
    """Whether a cell begins with its figure, so that it stays on one line with its head."""
    return _BEGINS.match(value) is not None


def _figures(material: Material, source: Source) -> Iterator[Practice]:
    """The figures of one text as they may be told; without words where a person is asked."""
    for line in _LINE.finditer(source.raw):
        span = Span(source.file, line.start(), line.end(), line.group())
        text = _told(line["head"].strip(), line["value"].strip().rstrip("。")) if of_figures(line["head"]) else None
        if text is not None and not _kept_out(material, span):
            yield Practice(text, span)


def _told(head: str, value: str) -> str | None:
    """The figure behind its head, with the unit the head gives; "" where it may not be told as it stands, None where
    there is no such figure."""
    match = _VALUE.fullmatch(value)
    if match is None:
        return None
    if _RANGE.match(match["rest"]) and (names_amount(head) or vocabulary().units.search(head + match["rest"])):
        return ""
    tail, units, rest = _TAIL.search(head), vocabulary().units, match["rest"].lstrip()
    remark = tail["told"] if tail else ""
    unit = remark if units.fullmatch(remark) else ""
    bare = head[: tail.start()] if tail and unit else head
    has_own = units.match(rest) is not None or re.match("[万亿]", rest) is not None
    if not has_own and not units.search(remark):
        return "" if names_amount(bare) and not rest.strip("）)") else None
    if match["odd"] or (rest and not has_own) or not _plain(rest) or (head[-1] in "）)" and not _plain(remark)):
        return ""
    # What else the brackets say (万元，2023年) is left in them.
    between = "：" if match["year"] or _TAIL.search(bare) else ""
    return f"{bare}{between}{value}{'' if has_own else unit}"


def _plain(beside: str) -> bool:
    """Whether what stands beside a figure says no more of it than units, years, other figures and their course."""
    words = vocabulary()
    known = rf"{words.units.pattern}|{words.beside.pattern}|[万亿年]|{_NUMBER}|[\s，、；,;/／（）()]"
    return re.fullmatch(rf"(?:{known})*", beside) is not None


def _kept_out(material: Material, span: Span) -> bool:
    """Whether anything speaks against telling it: a flag or a dispute on it, or that it is told as a practice."""
    others = [one for flag in material.flags for one in flag.spans]
    others += [one.span for conflict in material.conflicts for one in conflict.readings]
    others += [practice.span for practice in material.practices]
    return material.sealed(span.file, span.start, span.end) or any(one.overlaps(span) for one in others)
