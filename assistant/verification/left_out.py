"""Why a draft leaves an honour out must be true of it: its level, its day, who gave it, whose it is, that it stands."""

import re
from collections.abc import Iterator
from datetime import date

from assistant.drafting.honours import WINDOW_YEARS
from assistant.verification.alignment import grams_of
from assistant.verification.listing import reckoning
from assistant.verification.material_lines import apart
from assistant.verification.model import Reason
from assistant.verification.passing import passing
from assistant.verification.plain import compiled, flat
from assistant.verification.plans import PENDING

_BELOW = re.compile(
    r"(?:属于?|系|是|为)[^,;。]{0,6}?(?:[市区县校院厂]级|公司级|县里|区里|市里)|级别(?:不够|不到|达不到)|^(?:[市区县校院厂]级|公司级)$"
)
_PROVINCIAL = re.compile(
    r"国家|全国|中国|国务院|[一-鿿]{2}省(?!级)|省(?:人民)?政府|省[一-鿿]{1,8}[厅局委]|自治区|重庆市|北京市|上海市|天津市|总局|[一-鿿]部(?:颁|授|,|\)|$)"
)
_LOWER = re.compile(r"[一-鿿]{2}区|[一-鿿]县|[一-鿿]{2}市(?!场)|[市区县校院厂]级|公司|校")
_ABOVE = re.compile(r"(?:属于?|系|是|为)[^,;。]{0,4}?(?:国家|省部?|部)级")
_OLD = re.compile(
    r"(?:早于|超出|超过|不在|早过|已过|窗口外)[^,。;]{0,8}(?:(?:五|(?<!\d)5)年|窗口)|(?:五|(?<!\d)5)年(?:以|之)?外|年头较早"
)
_PENDING = re.compile(
    r"(?:还|仍|尚|正)在(?:公示|[一-鿿]{0,2}评审|申报|参评|评)|只是(?:申报|参评|报)|(?:公示期|通知|发文|结果)[^,;。]{0,4}(?:未|没)"
)
_OF_CLUB = re.compile(
    r"(?:由|是|属|系|为)[^,;。]{0,8}(?:协会|学会|商会)|客户[^,;。]{0,4}(?:授予|颁|给)|媒体[^,;。]{0,4}(?:评|颁|办)"
)
_CLUB = re.compile(r"协会|学会|商会|联合会|质协|客户|集团|公司|媒体|网|报社|杂志|组织|平台|联盟")
_YEAR = re.compile(r"(?:19|20)\d\d(?=年|[.\-/])")
# What is nearer than so many years to the last the material tells is in the window of five, whatever the day.
_WINDOW = 2
_SAME, _FEW = 0.6, 2


def check_left_out(said: str, material: str) -> Iterator[Reason]:
    """A reason for leaving an honour out that the material contradicts."""
    text = flat(apart(material))
    for stretch in re.split(r"[。;]", said):
        piece = next((p for p in re.split("[,(]", stretch) if _reason_in(p)), "")
        home = (_home(piece, text) or _home(stretch, text)) if piece else ""
        years = [int(year) for year in _YEAR.findall(stretch)] or [int(year) for year in _YEAR.findall(home)]
        day = reckoning(material, "")[0]
        if piece and (wrong := _contradicted(piece, home, years, text, day)):
            yield Reason("honour", f"句中说“{piece[-16:]}”，材料不是这样：{wrong}")
            return


def _reason_in(piece: str) -> bool:
    return any(mark.search(piece) for mark in (_BELOW, _ABOVE, _OLD, _PENDING, _OF_CLUB))


def _contradicted(piece: str, home: str, years: list[int], text: str, day: date | None) -> str:
    """What of the material speaks against the reason, "" where nothing does."""
    if _OLD.search(piece) and years:
        if day is not None:
            return f"{max(years)}年" if max(years) > day.year - WINDOW_YEARS else ""
        last = max(int(year) for year in _YEAR.findall(text) or [str(years[0])])
        return f"{max(years)}年" if last - max(years) < _WINDOW else ""
    if not home:
        return ""
    if _BELOW.search(piece):
        high = _PROVINCIAL.search(home)
        return high.group() if high and not _LOWER.search(home.replace(high.group(), "")) else ""
    if _ABOVE.search(piece):
        return "" if _PROVINCIAL.search(home) or re.search(r"[国省部]级", home) else home[:16]
    if _PENDING.search(piece):
        return "" if PENDING.search(home) else home[:16]
    return "" if _CLUB.search(home) else home[:16]


@passing(maxsize=256)
def _home(stretch: str, text: str) -> str:
    """The sentence of the material on what the stretch speaks of, "" where none is near enough."""
    noun = compiled("|".join(p.pattern for p in (_BELOW, _ABOVE, _OLD, _PENDING, _OF_CLUB))).sub("", stretch)
    ours = grams_of(re.sub(r"[^一-鿿A-Za-z,]", "", re.sub(r"[也都]?(?:不列|没有列入?|未列入?|列入|核实)", "", noun)))
    lines = [line for line in re.split(r"[。;\n①-⑳]|\(\d\)", text) if line]
    best = max(lines, key=lambda line: len(ours & grams_of(line)), default="")
    return best if len(ours) > _FEW and len(ours & grams_of(best)) >= _SAME * len(ours) else ""
