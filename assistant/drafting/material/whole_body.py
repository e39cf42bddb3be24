"""What a material of a branch or a team tells of the firm it belongs to: none of it is the applicant's."""

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.drafting.material.scan import Scan
from assistant.drafting.material.team_words import is_team
from assistant.language.sentences import split_sentences

_BRANCH = re.compile(r"(?:分公司|支公司|分行|支行|分院|分厂|分店|营业部|营业厅|门店|校区|办事处)$")
_WHOLE_OF_BRANCH = r"(?:总部|总公司|母公司|总行|总院|总厂|总店|本部|集团(?:公司)?|全公司|全行|全院|全系统)"
_WHOLE_OF_TEAM = (
    r"(?:总部|总公司|母公司|集团(?:公司)?|全?公司|全?[一-鿿]?厂(?![区房址门内])|全院|全校|医院|学校|单位|企业|"
    r"[矿段站局所][上里]|所在[一-鿿]{1,4})"
)
_OWN = (
    r"(?:我们?[班组队科]?|工区|咱们?|本[班组队科]|[班组队]里|全[班组队科]|"
    r"分公司|支公司|分行|支行|分院|分厂|分店|营业部|门店|校区|班组|小组)"
)
# The firm's name before its team's or branch's own, by which the paper goes on calling it (…有限公司焙烧三班).
_SHORT = re.compile(r"^.*(?:公司|[厂矿院校局](?!部))(?=[一-鿿“”A-Za-z0-9]{2,}$)")
_LAST = re.compile(r"^.*(?:公司|[厂矿段]|车间|分厂|部|工段)(?=[一-鿿]{2,}$)")
# What tells what a body is or does, and not what it did to the applicant (公司评我们为…).
_IS_TOLD = re.compile(
    r"(?:位于|坐落|地处|在(?=[一-鿿]{2,6}[区县市镇])|做|生产|主营|经营|从事|成立|注册|创办|现?有[0-9])"
)
_SENTENCE = re.compile(r"[^。；\n]+")
# A row of a form gives what the form asks of the applicant, whatever body its note names (经济类型（按所在公司填）　…).
_ENTRY = re.compile(
    r"[ \t]*(?:[0-9]{1,2}[.、])?(?P<label>[一-鿿]{2,10})(?:（[^）\n]*）)?[ \t]*(?:[：:|｜\t　]| (?=\S))"
)
_QUESTION = re.compile(r"[^？?\n]{2,30}[？?][ ]*(?:A|答)?[：:]?[ ]*(?=\S)")


def of_the_applicant(scans: tuple[Scan, ...], applicant: str) -> tuple[Scan, ...]:
    """The scans with all that is told of the whole blanked, where the applicant is a part of one; else as they are."""
    if is_team(applicant):
        whole = _WHOLE_OF_TEAM
    elif _BRANCH.search(applicant):
        whole = _WHOLE_OF_BRANCH
    else:
        return scans
    names = dict.fromkeys((applicant, _SHORT.sub("", applicant), _LAST.sub("", applicant)))
    own = "|".join(re.escape(name) for name in names if name)
    bodies = re.compile(rf"(?P<own>{own}|{_OWN})|(?P<whole>{whole})")
    return tuple(_without(scan, list(_told_of_it(scan, bodies))) for scan in scans)


def _turns_to_whole(text: str, sentence: re.Match[str], bodies: re.Pattern[str]) -> int | None:
    """Where a sentence on the applicant goes on to tell of the whole (我们是…班组，公司在北碚区，做…)."""
    for match in bodies.finditer(text, *sentence.span()):
        if match["whole"] and text[match.start() - 1] in "，；" and _IS_TOLD.match(text, match.end()):
            return match.start()
    return None


def _without(scan: Scan, ranges: list[tuple[int, int]]) -> Scan:
    """The scan with blanks for each of `ranges`, every offset as it was."""
    text = scan.text
    for start, end in ranges:
        text = text[:start] + " " * (end - start) + text[end:]
    dates = tuple(d for d in scan.dates if not any(start <= d.start < end for start, end in ranges))
    source = replace(scan.source, text=text)
    return replace(scan, source=source, sentences=tuple(split_sentences(text)), dates=dates)


def _told_of_it(scan: Scan, bodies: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Each sentence that names the whole, up to where it names one of the applicant's own; what is asked of it too."""
    for line in re.finditer(r"[^\n]+", scan.text):
        entry = _ENTRY.match(line.group())
        kept = line.start()
        if entry is not None and not bodies.search(entry["label"]):
            kept += len(re.split("[。；]", line.group())[0])
        asked = _QUESTION.match(line.group())
        first = bodies.search(asked.group()) if asked else None
        if first is not None and first["whole"]:
            yield line.span()
            continue
        for sentence in _SENTENCE.finditer(scan.text, kept, line.end()):
            first = bodies.search(scan.text, *sentence.span())
            turned = _turns_to_whole(scan.text, sentence, bodies)
            if first is not None and not first["whole"] and turned is not None:
                own = next((m for m in bodies.finditer(scan.text, turned, sentence.end()) if m["own"]), None)
                yield turned, own.start() if own else sentence.end()
            if first is not None and first["whole"]:
                own = next((m for m in bodies.finditer(scan.text, *sentence.span()) if m["own"]), None)
                yield sentence.start(), own.start() if own else sentence.end()
