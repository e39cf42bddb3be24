"""What a sentence brings to a dimension: a way of working, only an honour, only figures, or nothing that counts."""

import re
from collections.abc import Iterable
from typing import Literal

from assistant.drafting.lexicon import load_lexicon
from assistant.mapping.plain import told_by

Basis = Literal["做法", "荣誉或资质", "数字"]
PRACTICE: Basis = "做法"
HONOUR: Basis = "荣誉或资质"
FIGURE: Basis = "数字"

# So many characters beside a plan or a boast tell something by themselves.
_ENOUGH = 8
_CLAUSE = re.compile(r"(?:“[^”]*”|（[^）]*）|[^，；。：])+")
_TO_COME = re.compile(r"将|力争|争取|拟|打算|准备|明年|后年|来年|年底|下一?步|今后|未来|20[0-9]{2}年|[0-9]")
_DAY = re.compile(r"[0-9]{4}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:底|末|初|起|以来)?")
_AMOUNT = re.compile(r"[0-9]|[一二两三四五六七八九十百千万]+(?:番|倍|成|分之)|一半")
_FIGURE = re.compile(r"[0-9]|[一二三四五六七八九十百千万两]+(?:[个万亿元倍成件起例天]|$)")
# A clause that says only how much something is or has become.
_MEASURED = re.compile(
    r"(?:由|从).{1,20}(?:到|至|为|成|降|升)|(?:为|达到?|是|提高|提升|上升|增长|增加|下降|降低|减少|缩短|节约|降|升)[了到至为]*"
    r"[约近超]?[0-9]|(?:收入|产值|销售额|利润|税收|合格率|满意度|差错率|返工率|报废率|退货)[^，；。]{0,8}[0-9]"
)


def does_not_count(row: str) -> bool:
    """Whether a sentence holds nothing but plans, boasts or honours still awaited (参评…待公布)."""
    cues, honours = load_lexicon("cues"), load_lexicon("honours")
    if honours.has("not_obtained", row) and (honours.has("award", row) or honours.has("famous", row)):
        return not _works(row)
    # What is to be reached is a plan; how one plans is a way of working.
    plan = cues.find("plan", cues.patterns["plan_not"].sub(_blanked, row))
    rest = row[plan.start() :] if plan is not None else ""
    ahead = cues.has("plan_amount", rest) and _TO_COME.search(rest) is not None
    told = row.removesuffix(rest) if ahead else row
    clauses = [match.group() for match in _CLAUSE.finditer(told)]
    kept = [one for one in clauses if not _boasts(one)]
    if not ahead and len(kept) == len(clauses):
        return False
    said = _DAY.sub("", "，".join(kept))
    return len(re.sub(r"\W", "", said)) < _ENOUGH and not _works(said) and not _AMOUNT.search(said)


def basis_of(row: str) -> Basis:
    """What a sentence that counts rests on."""
    clauses = [match.group() for match in _CLAUSE.finditer(row)]
    if _works("，".join(one for one in clauses if not _MEASURED.search(one))):
        return PRACTICE
    if told_by("granted", row) or load_lexicon("honours").has("award", row):
        return HONOUR
    return FIGURE if _FIGURE.search(row) else PRACTICE


def bases(rows: Iterable[str]) -> tuple[Basis, ...]:
    """What several sentences rest on together, each once, ways of working first."""
    found = {basis_of(row) for row in rows}
    return tuple(one for one in (PRACTICE, HONOUR, FIGURE) if one in found)


def _blanked(match: re.Match[str]) -> str:
    return "＿" * len(match.group())


def _boasts(clause: str) -> bool:
    cues = load_lexicon("cues")
    return cues.has("superlative", cues.patterns["superlative_not"].sub("", clause))


def _works(text: str) -> bool:
    practices = load_lexicon("practices")
    return any(practices.has(kind, text) for kind in ("practice", "mechanism", "diffusion"))
