"""Figures of the applicant's business from the columns of a table (年销售额, 上年纳税), each with its cell."""

import re
from dataclasses import replace

from assistant.drafting.intake_words import of_figures, vocabulary
from assistant.drafting.material.model import Material, Practice, Source, Span

# A column as the row is written out, and what stands in brackets at the end of its head.
_LINE = re.compile(
    r"^(?P<head>[^：:\n，。；（(]{2,20}(?:[（(][^（()）\n]{1,12}[）)])?)：(?P<value>[^。\n]{1,30})$", re.M
)
_TAIL = re.compile(r"[（(/／\s]+(?P<told>[^（()）]+)[）)]?$")
_NUMBER = r"[0-9０-９][0-9０-９,，.．]*"
# A figure, perhaps of a year that the cell itself names, with what little it says besides (3200万元，同比增长12%).
_VALUE = re.compile(rf"(?P<year>[0-9]{{4}}年度?)?(?:约|近|超过?|逾|达)?{_NUMBER}(?P<rest>[^0-9]?.*)", re.S)


def with_figures(material: Material) -> Material:
    """The material with the figures its labelled lines tell; of an organisation only, and none that is kept out."""
    if material.kind != "organisation":
        return material
    found = tuple(one for source in material.sources for one in _figures(material, source))
    return replace(material, figures=found) if found else material


def without_unit(head: str, value: str) -> str:
    """What a person is asked where a bare figure bears no unit in cell or head; "" for all else. A count needs none."""
    bare = re.fullmatch(_NUMBER, value) is not None and not head.endswith("数")
    if not bare or not of_figures(head) or _told(head, value):
        return ""
    return f"“{head}”一格只写了“{value}”，没有单位，没有写入简况，请核对后补上单位。"


def _figures(material: Material, source: Source) -> list[Practice]:
    """The figures of one text, as they may be told."""
    found = []
    for line in _LINE.finditer(source.raw):
        span = Span(source.file, line.start(), line.end(), line.group())
        text = _told(line["head"].strip(), line["value"].strip()) if of_figures(line["head"]) else ""
        if text and not _kept_out(material, span):
            found.append(Practice(text, span))
    return found


def _told(head: str, value: str) -> str:
    """The figure behind its head, with the unit the head gives; "" where there is no figure or no unit."""
    match = _VALUE.fullmatch(value)
    if match is None:
        return ""
    tail, units = _TAIL.search(head), vocabulary().units
    unit = tail["told"] if tail and units.fullmatch(tail["told"]) else ""
    bare = head[: tail.start()] if tail and unit else head
    has_own = units.match(match["rest"].lstrip()) is not None or re.match("[万亿]", match["rest"]) is not None
    if not has_own and (match["rest"] or not tail or not units.search(tail["told"])):
        return ""
    # What else the brackets say (万元，2023年) is left in them.
    between = "：" if match["year"] or _TAIL.search(bare) else ""
    return f"{bare}{between}{value}{'' if has_own else unit}"


def _kept_out(material: Material, span: Span) -> bool:
    """Whether anything speaks against telling it: a flag or a dispute on it, or that it is told as a practice."""
    others = [one for flag in material.flags for one in flag.spans]
    others += [one.span for conflict in material.conflicts for one in conflict.readings]
    others += [practice.span for practice in material.practices]
    return material.sealed(span.file, span.start, span.end) or any(
        one.file == span.file and one.start < span.end and span.start < one.end for one in others
    )
