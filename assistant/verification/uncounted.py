"""What an applicant's text says it has no figure of (候诊时间没有单独统计), or of a part only, told with a figure."""

import re
from collections.abc import Iterator

from assistant.language.numerals import find_quantities
from assistant.verification.evidence import Evidence
from assistant.verification.model import Reason
from assistant.verification.passing import passing
from assistant.verification.plain import content
from assistant.verification.tagging import tagged

# What is denied, and behind it the thing it is denied of: sought from the denial back, so that a long text costs no
# more than its length.
_NO_FIGURE = re.compile(
    r"(?:没有?|尚未|暂未|未|无)(?:做过?|作过?|进行|单独|专门|具体|准确|单列|分开){0,4}"
    r"(?:统计|数据|计数|测算|核算|记录|测过|数字|算过)"
)
_THING = re.compile(r"[一-鿿]+$")
_ADVERBS = re.compile(r"(?:目前|暂时|一直|还|也|都|则|并|从来)$")
_REACH = 24
_OPEN = re.compile(r"没|未|无|不详|待|暂缺|尚|补充|核实")
_WHOLE = re.compile(
    r"(?:全|整个)(?:公司|厂|院|校|社|单位|集团|所|店)|(?:员工|职工|人员|在职|在册|在岗)?总(?:人)?数|(?:公司|本厂|全厂|单位|企业)(?:现有|共有|总共|共)?(?:员工|职工|人数)"
    r"|^(?:现有|共有)?(?:员工|职工)"
)
_PART = re.compile(
    r"其中|[一-鿿]{1,5}(?:部|车间|班组?|科|室|中心|分厂|工段|小组|队|处)(?:现有|共有|有|共)?|(?:检[测验]|研发|技术|管理|质检|销售|生产|护理|教学|维修|安装|质量|工程)(?:人员|工)"
)
_ALL = re.compile(r"员工|职工|全[厂体公院校社]|总[人数]|从业|在[职岗册]|正式工")


def check_uncounted(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A figure of a thing the text has none of, or a part's headcount told as the whole's."""
    things = _without_figure(evidence.text)
    for piece in re.split(r"[,。;()]", said):
        figures = [q for q in find_quantities(piece) if q.text[0].isdigit()]
        thing = next((each for each in things if each in content(piece)), "")
        if thing and figures and not _OPEN.search(piece):
            yield Reason("fact", f"材料没有“{thing}”的数字，句中写了“{figures[0].text}”")
            return
        yield from _narrower(piece, evidence)
        yield from _broader(piece, evidence)
        if _WHOLE.search(piece) and not _PART.search(piece):
            yield from _part_for_whole(piece, evidence)


_NARROW = re.compile(r"出口|外销|内销|线上|网上|电商|省外|境外|海外|代工")
_BROAD = re.compile(r"销售|销量|销往|卖出|产量|生产|产出|营收|收入|产值")


def _narrower(piece: str, evidence: Evidence) -> Iterator[Reason]:
    """The figure of a part of the trade (出口1900吨) told as that of all of it."""
    if not _BROAD.search(piece) or _NARROW.search(piece):
        return
    for figure in find_quantities(piece):
        homes = [
            p
            for p in evidence.segments
            if any((q.value, q.unit) == (figure.value, figure.unit) for q in find_quantities(p))
        ]
        named = [found for home in homes if (found := _NARROW.search(home))]
        if homes and len(named) == len(homes) and figure.value > 1:
            yield Reason("scope", f"材料里“{figure.text}”只是“{named[0].group()}”的数")
            return


def _broader(piece: str, evidence: Evidence) -> Iterator[Reason]:
    """The figure of all the trade told as that of a part of which the text has a figure of its own."""
    found = _NARROW.search(piece)
    part = found[0] if found else ""
    for figure in find_quantities(piece) if part else ():
        counted = [(p, find_quantities(p)) for p in evidence.segments]
        homes = [p for p, held in counted if any((q.value, q.unit) == (figure.value, figure.unit) for q in held)]
        own = [p for p, held in counted if part in p and any(q.unit == figure.unit for q in held)]
        if figure.value > 1 and homes and own and not any(part in home for home in homes):
            yield Reason("scope", f"材料里“{figure.text}”不是“{part}”的数")
            return


def _part_for_whole(piece: str, evidence: Evidence) -> Iterator[Reason]:
    for figure in find_quantities(piece):
        if figure.unit not in {"人", "名"}:
            continue
        pieces = re.split(r"[,。;:\n()]", evidence.text)
        homes = [home for home in pieces if any(_same(q.value, q.unit, figure.value) for q in find_quantities(home))]
        if homes and all(_PART.search(home) and not _ALL.search(home) for home in homes):
            yield Reason("scope", f"材料里“{figure.text}”只是“{homes[0][:14]}”，句中写成了总数")
            return


def _same(value: object, unit: str, told: object) -> bool:
    return value == told and unit in {"人", "名", ""}


@passing(maxsize=256)
def _without_figure(text: str) -> tuple[str, ...]:
    """The nouns of which a flat text says that it has no figure, as they end its stretch."""
    found = []
    for match in _NO_FIGURE.finditer(text):
        words = tagged(_denied_of(text[max(0, match.start() - _REACH) : match.start()]))
        at = len(words)
        while at and words[at - 1][1][0] in "nvbajlfs":
            at -= 1
        noun = "".join(word for word, _ in words[max(at, len(words) - _WORDS) :])
        if len(noun) >= _LEAST:
            found.append(noun)
    return tuple(dict.fromkeys(found))


_WORDS, _LEAST = 2, 3


def _denied_of(ahead: str) -> str:
    """The run of characters a text ends with, less the adverbs behind it."""
    while found := _ADVERBS.search(ahead):
        ahead = ahead[: found.start()]
    run = _THING.search(ahead)
    return content(run.group()) if run else ""
