"""What a sentence says of the applicant's own facts: only what the facts given say.

The patterns are in corpus/verification/own_facts.yaml: `flags` need a fact to have a value, `figures` and `named` a
fact to have the number or name the pattern's group caught. A fact that is not given carries no flag. `stated` facts,
`events` and `grades` may be told or denied; of these only what the facts contradict is found.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from assistant.eligibility.facts import FACTS, complete, parse_facts
from assistant.errors import FactsError
from assistant.language.numerals import find_quantities
from assistant.verification.alignment import grams_of
from assistant.verification.evidence import Evidence
from assistant.verification.lexicon import any_of, lexicon, read_lists
from assistant.verification.model import Reason
from assistant.verification.own_places import misplaced
from assistant.verification.plain import compiled, segments

# A colon before a year parts two stretches as well, and so does a mark before a member that denies or adds by itself.
_APART = re.compile(r":(?=\d{4}年)|、(?=(?:没|未|无|只是|但|仍|还|也|均|都|已|而且|并且))")
_QUOTED = re.compile(r"“[^“”]*”")


def told_of_applicant(said: str, evidence: Evidence) -> bool:
    """Whether a sentence that cites a notice says what is so with the applicant, whose facts are judged apart."""
    if not (evidence.own and evidence.documents):
        return False
    if any_of(lexicon().list("applicant"), said):
        return True
    if re.search(r"的,|者,|时,|条文|条款|规定|须|无需|要求", said):
        return False
    told = [grams_of(line) for line in evidence.own.split("\n")]
    return any(len(grams_of(segment) & grams) >= 2 for segment in segments(said) for grams in told)


@lru_cache(maxsize=1)
def _rules() -> dict[str, Any]:
    return read_lists("own_facts.yaml")


# 其他管理体系通过认证,您的情况没有提供: a condition named only to say that nothing was told of it.
_UNTOLD = re.compile(
    r"(?:^|(?<=[。;]))[^,。;贵您]{2,30},(?:您的?)?(?:情况|现状)?(?:也|都|还|尚|暂)*(?:没有?|未)(?:提供|说明|提到|提及|交代|给出)(?=[,。;]|$)"
)


def without_untold(said: str) -> str:
    """A flat text less the conditions named only to say that the applicant has told nothing of them."""
    return _UNTOLD.sub("", said)


def check_own_facts(said: str, facts: Mapping[str, object]) -> Iterator[Reason]:
    """Stretches of the flat text that state a flag, figure or name the facts do not have. No facts, no findings."""
    if not facts:
        return
    rules, known = _rules(), completed(facts)
    said = without_untold(said)
    supposed = ruled = False
    before = ""
    for segment in segments(_APART.sub(",", _QUOTED.sub("“”", _in_digits(_dated(_open_name(said)))))):
        whole, before = f"{before}{segment}" if _THIS.match(segment) else segment, segment
        supposed = bool(_SUPPOSED.search(segment) or (supposed and not _DRAWN.search(segment)))
        ruled = not _ADDRESS.search(segment) and bool(ruled or _WRITTEN.search(segment))
        if (
            supposed
            or ruled
            or any_of(tuple(rules["rule_words"]), segment)
            or (_DESCRIBES.search(segment) and not _IS_SO.search(segment))
        ):
            continue
        wrong = next((found for judge in _JUDGES if (found := judge(whole, known))), "")
        if wrong:
            yield Reason("fact", f"句中“{wrong[:24]}”与申报主体的事实不符")
            return


# 这一点已有推荐单位的认定: of what, the stretch before tells.
_THIS = re.compile(r"(?:而|但|并且|所以|不过)?(?:这一?[点项]|此[点项]|该项)(?!要求|条件|不|没|未|还|是否|需|要)")


# 贵公司目前说明体系没有认证: what he is said to have told is told of him.
_TOLD = re.compile(
    r"((?:贵[一-鿿]{1,2}|您)(?:目前|已经?|之前|前面|只)+)(?:说明|提供|补充|说)(?:了|过|的是)?(?=[^,。;]{4})"
)


def _open_name(said: str) -> str:
    """The text with the one condition that is told of applicants in quotation marks set free of them, and what he is
    said to have told as told of him."""
    return re.sub(r"“((?:从业)?业绩(?:特别)?优异)”", r"\1", _TOLD.sub(r"\1", said))


_RELATIVE = {"当年": 0, "同年": 0, "次年": 1, "第二年": 1, "翌年": 1}


def _dated(said: str) -> str:
    """The text with 次年6月 and the like as the year they stand for, where a year was told before."""
    year = 0

    def told(match: re.Match[str]) -> str:
        nonlocal year
        if match[1]:
            year = int(match[1])
        elif year:
            return f"{year + _RELATIVE[match.group()]}年"
        return match.group()

    return re.sub(rf"((?:19|20)\d\d)(?=年)|{'|'.join(_RELATIVE)}", told, said)


# From 条件写的是 on the rule speaks, until the applicant is spoken to.
_WRITTEN = re.compile(
    r"(?:条件|条文|条款|办法|方案|通知|规定|要求)(?:里|中|上)?(?:写|说|讲|要求|规定|列)?(?:的|着|了)?是"
)
_ADDRESS = re.compile("[贵您]|[这那][次起]|所以|因此")


def _in_digits(said: str) -> str:
    """The text with its spans of years in digits (五年: 5年)."""
    for quantity in reversed(find_quantities(said)):
        if quantity.unit == "年" and not quantity.text[0].isdigit():
            said = f"{said[: quantity.start]}{quantity.value:f}年{said[quantity.end :]}"
    return said


def completed(facts: Mapping[str, object]) -> Mapping[str, object]:
    """The facts with what they settle of others; as given where one cannot be read."""
    pending = facts.get("spot_check_pending")
    settled = {} if pending is None else {"spot_check_settled": not pending}
    try:
        return {**complete(parse_facts(facts)), **facts, **settled}
    except FactsError:
        return {**facts, **settled}


# Those a rule speaks of (已获省级质量奖的单位), not the applicant.
_DESCRIBES = re.compile(
    r"的(?:[BCD、一-鿿]{0,4}类)?(?:工业)?(?:单位|企业|组织|个人|人员|情形|不得|不能|不再|不予)(?!荣)|[的者]$|者(?=不|可)|凡|不得|不予"
    r"|(?<![主重必])要(?![是么紧素害点闻])|面向|限于|授予"
)
# 处罚是2024年3月认定的: said of the applicant, though it ends like a description.
_IS_SO = re.compile(r"[贵您][^,;。]{0,12}是[^,;。]{2,24}的$|是[^,;。]{2,24}(?:造成|引起|导致|引发|所致|带来)的$")
# What is supposed stays so until something is drawn from it.
_SUPPOSED = re.compile(
    r"如果|要是|倘若|假如|一旦|(?<![一-鿿])若|(?<![第统单唯])一(?:出来|出(?!具|厂)|下来|到手|公布|有(?:了)?(?:结果|结论|消息)|批下来)|^(?:等|待)(?!于|级|候)"
)
_DRAWN = re.compile(r"所以|因此|目前|眼下|现在|但|[贵您]")
# 具有法人资格的总公司: what stands before another's name is told of that other.
_OF_ANOTHER = re.compile(r"的(?=[一-鿿]{2})")
_DENIES = re.compile(r"没|未(?!来)|无(?!论)|不(?!过|仅|只|但|管|论|断|再)|非(?!法)|移出")


def _stated(segment: str, facts: Mapping[str, object]) -> str:
    for rule in _rules()["stated"]:
        found = compiled(rule["says"]).search(segment)
        given = facts.get(rule["fact"])
        if found is None or _OF_ANOTHER.match(segment[found.end() :]):
            continue
        denied = bool(_DENIES.search(segment[: found.end()]))
        if given == denied if isinstance(given, bool) else "carried" in rule and not denied:
            return found.group()
    return ""


def _event(segment: str, facts: Mapping[str, object]) -> str:
    """What happened that did not, or did not that did."""
    for rule in _rules()["events"]:
        found = compiled(rule["says"]).search(segment)
        if not found:
            continue
        if not _DENIES.search(segment[: found.end()]):
            if not any(facts.get(key) not in {None, "none", False, ""} for key in rule["of"]):
                return found.group()
        elif any(str(facts.get(key)) in _GRAVE for key in rule["grade"]) or facts.get(rule.get("settled")) is True:
            return found.group() if re.search("贵|您", segment) else ""
    return ""


_GRAVE = {"major", "extraordinary"}


def _graded(segment: str, facts: Mapping[str, object]) -> str:
    for rule in _rules()["grades"]:
        found = compiled(rule["says"]).search(segment)
        denied = found is not None and bool(_DENIES.search(segment[: found.end()]))
        if found is None or (denied and "denied" not in rule):
            continue
        told = [_told(key, facts[key]) for key in rule["facts"] if key in facts]
        if any(value.endswith(found[1]) for value in told) if denied else not any(found[1] in value for value in told):
            return found.group()
    return ""


def _flag(segment: str, facts: Mapping[str, object]) -> str:
    for rule in _rules()["flags"]:
        found = compiled(rule["says"]).search(segment)
        if found and str(facts.get(rule["fact"])).lower() != rule["value"].lower():
            return found.group()
    return ""


def _figure(segment: str, facts: Mapping[str, object]) -> str:
    for rule in _rules()["figures"]:
        found = compiled(rule["says"]).search(segment)
        given = facts.get(rule["fact"])
        if found and isinstance(given, int | float) and float(found[1]) != float(given):
            return found.group()
    return ""


def _date(segment: str, facts: Mapping[str, object]) -> str:
    """A date told of what happened at another (2010年3月注册 of one who was founded then and moved there later)."""
    for rule in _rules()["dates"]:
        found = compiled(rule["says"]).search(segment)
        given = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-\d{2})?", str(facts.get(rule["fact"], "")))
        if not found or not given or (found["year"] == given[1] and not (found["month"] and given[2])):
            continue
        if (found["year"], int(found["month"] or 0)) != (given[1], int(given[2] or 0) if found["month"] else 0):
            return found.group()
    return ""


def _span(segment: str, facts: Mapping[str, object]) -> str:
    """So many years told as reached (做满了10年) or not reached that the facts tell otherwise."""
    for rule in _rules()["spans"]:
        found = compiled(rule["says"]).search(segment)
        years = facts.get(rule["fact"])
        if not found or not isinstance(years, int | float):
            continue
        if (float(found["years"]) > years) if found["reached"] else (float(found["years"]) <= years):
            return found.group()
    return ""


def _name(segment: str, facts: Mapping[str, object]) -> str:
    for rule in _rules()["named"]:
        found = compiled(rule["says"]).search(segment)
        told = "".join(_told(key, facts[key]) for key in {rule["fact"], rule["other"]} if key in facts)
        if found and told and _rules()["values"].get(found[1], found[1]) not in told:
            return found.group()
    return ""


def _told(key: str, value: object) -> str:
    return FACTS[key].tell(value) if key in FACTS and not isinstance(value, list | dict) else str(value)


def _merged(segment: str, _: Mapping[str, object]) -> str:
    return next((found.group() for rule in _rules()["same"] if (found := compiled(rule).search(segment))), "")


_JUDGES = (_flag, _stated, _event, _graded, _figure, _span, _date, _name, misplaced, _merged)
