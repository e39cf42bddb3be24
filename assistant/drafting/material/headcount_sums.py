"""Head counts a material adds up itself, in a sentence or down a list of its parts, and the one it says holds."""

import re
from collections.abc import Iterator

from assistant.drafting.material.headcount_reading import NOT_STAFF, Count, all_counted, read_count
from assistant.drafting.material.headcount_words import ABOUT_BEFORE, AFTER, NUMBER
from assistant.drafting.material.own import withdrawn
from assistant.drafting.material.scan import Scan
from assistant.language.numerals import parse_number

_STAFF = re.compile("编[内制]|派遣|聘用|人数|[员职]工|人员|医护|用工|在岗|劳务|后勤")
_SUMS_UP = r"(?:合计|共计|总计|总共|一共|加起来|合起来|加一起|加在一起|合在一起|拢共|统共|总数|小计|总人数)"
_TOLD = re.compile(
    rf"[0-9][^。；\n]{{0,30}}?[，、；（](?:{_SUMS_UP}|共)(?:用工|员工|职工|人员)?(?:有|为|是)?{ABOUT_BEFORE}{NUMBER}{AFTER}"
)
# A list of parts and its sum, with or without 人 (保洁 820 / 管理 74 / 工程 106，合计 1000; 管理　21 … 合计　94).
_LISTED = re.compile(
    rf"(?P<parts>(?:[\u4e00-\u9fff、（）]{{1,12}}[ 　\t|｜：:]*[0-9]{{1,5}}[ ]?(?:人|名)?"
    r"[ 　\t|｜/，、；\n·+]+){2,15})"
    rf"{_SUMS_UP}[ 　\t|｜：:]*(?P<near>近|约)?(?P<number>[0-9]{{1,6}})(?P<many>余|多)?[ ]?"
    r"(?P<around>左右)?(?:人|名|整)?(?![0-9.%％万元年月日件台吨])"
)
_OF_PEOPLE = re.compile(r"人[数员手]?|[员职]工|[员师手工][ ]?[0-9]|编制|在岗|在册|花名册|用工|队伍")
_AROUND = 40
# Where the parts are trades, three at least make up a whole; by how they are employed a firm may count some only.
_FEWEST_TRADES = 3
_HOW_EMPLOYED = re.compile(
    r"派遣|劳务|外包|外协|临时|聘|返|实习|季节|合同|编|兼职|退休|正式|固定|长期|自有|分公司|子公司|[一二三]厂|学生|成员"
)
_PUT_DOWN = re.compile(
    rf"(?:就|都|统一|一律|，|。)按(?:照)?{ABOUT_BEFORE}{NUMBER}(?:{AFTER})?(?:来)?(?:填?报|填写?|上报|写)(?=[，。；\n]|$)"
)
_HOLDS = re.compile(
    rf"(?:以|按|取|用)(?:最新的?|后者|现在的?|今年的?)?{ABOUT_BEFORE}{NUMBER}{AFTER}(?:这个数)?(?:为准|为口径|为最终|填报|上报|填表)"
)


def summed(scans: tuple[Scan, ...]) -> list[Count]:
    """The sum drawn from the parts counted before it (正式员工76人，劳务派遣31人，共107人); [] where sums differ."""
    found = [count for scan in scans for count in (*_told(scan), *_listed(scan))]
    return found if len({count.fact.value for count in found}) == 1 else []


def set_against(scans: tuple[Scan, ...], counts: list[Count]) -> list[Count]:
    """The sum of all trades in a list of its own that differs from the one total told elsewhere.

    现有职工286人, and 管理34人、技术41人、生产226人，合计301人 further on. A list that adds sent or hired staff
    sums up more than the total counts and gainsays nothing.
    """
    if said_to_hold(scans):
        return []
    for scan in scans:
        for match in _LISTED.finditer(scan.text):
            parts = [int(number) for number in re.findall(r"[0-9]+", match["parts"])]
            whole = len(parts) >= _FEWEST_TRADES and sum(parts) == parse_number(match["number"])
            count = read_count(scan, match)
            told = {int(one.fact.value) for one in counts if one.exact} - {int(count.fact.value)}
            by_trade = whole and not _HOW_EMPLOYED.search(match["parts"]) and _of_staff(scan, match)
            if by_trade and len(told) == 1 and not told & set(parts):
                return [count]
    return []


def said_to_hold(scans: tuple[Scan, ...]) -> list[Count]:
    """The count the writer decides for (以402人为准)."""
    found = []
    for scan in scans:
        for match in (*_HOLDS.finditer(scan.text), *_PUT_DOWN.finditer(scan.text)):
            sentence = scan.sentence_at(match.start())
            staff = sentence is not None and (_STAFF.search(sentence.text) or "人" in match.group())
            if staff and not scan.sealed(*match.span()):
                found.append(read_count(scan, match))
    return found[-1:]


def _told(scan: Scan) -> Iterator[Count]:
    for match in _TOLD.finditer(scan.text):
        sentence = scan.sentence_at(match.start())
        whole = sentence.text if sentence is not None else ""
        employs = _STAFF.search(whole) and not NOT_STAFF.search(whole)
        if (
            employs
            and all_counted(scan, match)
            and not scan.sealed(*match.span())
            and not withdrawn(scan, match.start("number"), match.end())
        ):
            yield read_count(scan, match)


def _listed(scan: Scan) -> Iterator[Count]:
    """A list whose numbers add up to its sum, where people are spoken of in or just before it."""
    for match in _LISTED.finditer(scan.text):
        parts = [int(number) for number in re.findall(r"[0-9]+", match["parts"])]
        adds_up = any(sum(parts[first:]) == parse_number(match["number"]) for first in range(len(parts) - 1))
        if adds_up and _of_staff(scan, match):
            yield read_count(scan, match)


def _of_staff(scan: Scan, match: re.Match[str]) -> bool:
    """Whether a list counts people of the applicant, and all of them."""
    around = scan.text[max(0, match.start() - _AROUND) : match.end() + 12]
    people = _OF_PEOPLE.search(around) is not None and not NOT_STAFF.search(around)
    return people and all_counted(scan, match) and not scan.sealed(*match.span())
