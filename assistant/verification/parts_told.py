"""What an applicant's text counts of a part, a team or some, told of the whole, the firm or all."""

import re
from collections.abc import Iterator

from assistant.language.numerals import Quantity, find_quantities
from assistant.verification.alignment import grams_of
from assistant.verification.counts import COUNTS
from assistant.verification.evidence import Evidence
from assistant.verification.figures import figures_of
from assistant.verification.figures_told import UNSETTLED, same_figure, telling
from assistant.verification.model import Reason


def check_parts_told(said: str, evidence: Evidence) -> Iterator[Reason]:
    """The findings on one flat sentence that rests on the applicant's text."""
    if UNSETTLED.search(said):
        return
    yield from _of_another_body(said, evidence)
    yield from _whole_for_part(said, evidence)
    yield from _all_of_part(said, evidence)


_SOME_OF = re.compile(r"^(?:其中)(?:有)?(\d+)")


def _whole_for_part(said: str, evidence: Evidence) -> Iterator[Reason]:
    """The whole told to do what the text counts of a part (21家连续使用两年 for 21家试用,其中9家连续使用两年)."""
    for piece in re.split(r"[,;。]", said):
        figures = find_quantities(piece)
        for figure in figures:
            homes = [home for home in evidence.segments if any(_is(q, figure) for q in find_quantities(home))]
            parts = [found for home in homes if (found := _SOME_OF.search(home))]
            counts = {found[1] for found in parts}
            others = [q for q in figures if q is not figure and q.unit in COUNTS and q.text[0].isdigit()]
            alike = [q for home in homes for q in find_quantities(home) if q.unit in COUNTS]
            if (
                len(parts) == len(homes) > 0
                and figure.unit not in COUNTS
                and any(str(q.value) not in counts and any(q.unit == other.unit for other in alike) for q in others)
            ):
                yield Reason("scope", f"材料说的是“{parts[0].group()}{alike[0].unit}”，句中说的是“{others[0].text}”")
                return


def _is(one: Quantity, other: Quantity) -> bool:
    return one.value == other.value and one.unit == other.unit


_TEAM = re.compile(r"小组|班组|QC|车间|科室|[一-鿿]班(?:$|[,。;])")
_BODY = re.compile(r"([一-鿿]{0,8}(?:公司|厂|集团|学校|医院))(?:里)?(?:现有|共有|有)?(?:职工|员工)")


def _of_another_body(said: str, evidence: Evidence) -> Iterator[Reason]:
    """The headcount of the firm told of the team that applies."""
    held = [figure for figure in figures_of(evidence.text) if figure.quantity.unit in {"人", "名"}]
    if not _TEAM.search(evidence.text.partition("。")[0]):
        return
    for figure in figures_of(said):
        own = [other for other in held if same_figure(figure, other)]
        of_body = own and all(_BODY.search(other.wide) for other in own)
        if of_body and not re.search(r"公司|厂|集团|校|院", figure.wide):
            yield Reason("pairing", f"材料里“{figure.quantity.text}”是所在单位的，句中写成了申报主体的")
            return


_ALL = re.compile(r"(?:全部|全都|均|都(?!市|会|是一)|皆|全是|全为|个个|一律|一致)(?:来自|为|是|已|系|由|在)?")
_PART = re.compile(r"^其中|[里中]已?有\d+|^(?:有)?\d+(?:\.\d+)?[万亿]?(?:[名人家户个项件台位]|亿?元)")


def _all_of_part(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Told of all what the text counts of a part (带徒11名,均考取技师 for 其中5名考取技师)."""
    for piece in re.split(r"[,。;]", said):
        found = _ALL.search(piece)
        words = telling(_ALL.sub("", piece)) if found else []
        pieces = re.split(r"[,。;()\n]", evidence.text) if words else []
        shared = [sum(word in home for word in words) for home in pieces]
        most = max((count for count in shared if count * 2 >= len(words)), default=-1)
        homes = [home for home, count in zip(pieces, shared, strict=True) if count == most]
        near = [len(grams_of(piece) & grams_of(home)) for home in homes]
        homes = [home for home, count in zip(homes, near, strict=True) if count == max(near)]
        part = [home for home in homes if _PART.search(home)]
        among = any(home.startswith("其中") for home in part)
        if part and not any(_ALL.search(home) for home in homes) and (among or len(part) == len(homes)):
            yield Reason("scope", f"材料说的是“{part[0][:16]}”，句中说成了全部")
            return
