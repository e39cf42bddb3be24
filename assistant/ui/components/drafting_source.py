"""The material as HTML with what was read from it marked: facts, honours, practices and what is kept out. Escaped."""

import html
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from assistant.drafting.fact_labels import LABELS
from assistant.drafting.flags import messages
from assistant.drafting.material.model import Material, Span
from assistant.ui.components.drafting_correction import BY_HAND

KEPT_OUT = ("INJECTION", "TRADE_SECRET", "STATE_SECRET", "PERSONAL_PRIVACY", "PLAN_NOT_ACHIEVED", "SUPERLATIVE")
KEY_HTML = (
    "<div class='key'><mark class='f'>事实</mark><mark class='h'>荣誉</mark><mark class='p'>做法与成效</mark>"
    "<mark class='out'>未采用</mark></div>"
)
# The later in this order wins where two marks meet.
_ORDER = ("p", "h", "f", "out")


@dataclass(frozen=True, slots=True)
class Highlight:
    """A span with its class, what to say of it, and the id others jump to ("" for none)."""

    span: Span
    style: str
    title: str
    id: str = ""


def place_id(key: str, number: int = 0) -> str:
    """The id of the place in the source where a fact (or one of its readings) stands."""
    return f"place-{key}-{number}"


def highlights(material: Material) -> list[Highlight]:
    """All marks of a material, facts and readings with the ids their fields jump to."""
    found = [Highlight(one.span, "p", "做法与成效") for one in material.practices]
    found += [
        Highlight(one.span, "h", f"荣誉：{one.reason or '列入'}", place_id("honour", number))
        for number, one in enumerate(material.honours)
    ]
    found += [Highlight(fact.span, "f", LABELS[key], place_id(key)) for key, fact in material.facts.items()]
    for conflict in material.conflicts:
        label = LABELS.get(conflict.key, conflict.key)
        found += [
            Highlight(one.span, "f", f"{label}：两说不一", place_id(conflict.key, number))
            for number, one in enumerate(conflict.readings)
        ]
    for flag in material.flags:
        if flag.code in KEPT_OUT:
            found += [Highlight(span, "out", messages()[flag.code]) for span in flag.spans]
    return [one for one in found if one.span.end > one.span.start]


def material_html(material: Material) -> str:
    """All files of the material in one box, marked."""
    marks = highlights(material)
    files = [
        f"<h5>{html.escape(source.file)}</h5>{_marked(source.raw, (m for m in marks if m.span.file == source.file))}"
        for source in material.sources
        if source.file != BY_HAND
    ]
    return f"<div class='source material' tabindex='0' aria-label='材料原文'>{''.join(files)}</div>"


def _marked(raw: str, marks: Iterable[Highlight]) -> str:
    """The text cut wherever a mark begins or ends; each piece carries its strongest mark."""
    offered = sorted(marks, key=lambda mark: _ORDER.index(mark.style))
    edges = sorted({0, len(raw), *(edge for mark in offered for edge in (mark.span.start, mark.span.end))})
    pieces = []
    for start, end in pairwise(edges):
        over = [mark for mark in offered if mark.span.start <= start and end <= mark.span.end]
        anchors = "".join(f"<span id='{mark.id}'></span>" for mark in over if mark.id and mark.span.start == start)
        text = html.escape(raw[start:end])
        if over:
            top = over[-1]
            text = f"<mark class='{top.style}' title='{html.escape(top.title, quote=True)}'>{text}</mark>"
        pieces.append(anchors + text)
    return "".join(pieces)


def quote_html(span: Span, target: str) -> str:
    """The verbatim words a value rests on, as a button that shows them in the source."""
    words = html.escape(" ".join(span.quote.split()))
    if span.file == BY_HAND:
        return "<div class='quote'>由填报人填写</div>"
    return f"<div class='quote'>原文：<button type='button' data-goes='{target}'>“{words}”</button></div>"
