"""The head count of the whole organisation, told apart from the counts of its parts."""

import re
from dataclasses import replace
from datetime import date

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.adjudicate import adjudicated
from assistant.drafting.material.headcount_reading import Count, is_total, known, of_old, of_people, read_count
from assistant.drafting.material.headcount_settling import apart, challenged, in_post, latest
from assistant.drafting.material.headcount_stated import stated
from assistant.drafting.material.headcount_sums import said_to_hold, set_against, summed
from assistant.drafting.material.headcount_words import (
    ABOUT_BEFORE,
    AFTER,
    LABELLED_LEAD,
    NUMBER,
    prose_forms,
    spoken_form,
)
from assistant.drafting.material.labels import labelled
from assistant.drafting.material.model import Conflict, Fact
from assistant.drafting.material.own import withdrawn
from assistant.drafting.material.scan import Scan, clause_bounds
from assistant.drafting.material.team_words import has_members

_MEMBERS_CLUB = re.compile(r"合作|协会|商会|学会|促进会|联合会|研究会")
_LABELLED = re.compile(rf"{LABELLED_LEAD}{ABOUT_BEFORE}{NUMBER}(?![0-9年月日号%.])(?:{AFTER})?")
# The count an answer gives behind other words (不算大，92个人，…).
_ANSWERED = re.compile(
    rf"(?:^|(?<=[，。：；]))(?:现在|目前|全部|一共|总共|共有?|有|也就|就){{0,3}}{ABOUT_BEFORE}{NUMBER}{AFTER}(?=[，。；]|$)"
)
# Of several counts in one answer the one of today (成立时23人，搬迁前120人，现164人), and those of another time.
_TODAY = re.compile(
    rf"(?<=[，；、。 ])(?:目前|如今|现在|眼下|现有?|至今|今年|截[至止][^，。；\n|]{{2,12}}?(?:底|末|日|月))"
    rf"(?:已?有|共|共有|为|是|达到?|在册|在岗|，)*"
    rf"{ABOUT_BEFORE}{NUMBER}{AFTER}"
)
# A later date and its count behind another (…，到2023年底增加到318人).
_LATER = re.compile(
    rf"[，；、](?:而|但|并)?(?:截?至|截止|到)?(?P<when>(?:19|20)[0-9]{{2}}年(?:[0-9]{{1,2}}月)?(?:年?[底末]|初)?)(?:时|止)?，?(?:已|则|就|便)?"
    rf"(?:为|是|有|达到?|(?:增(?:加|长)?|减(?:少)?|升|降|发展|扩大|壮大|精简)(?:为|至|到)|剩)?了?{ABOUT_BEFORE}{NUMBER}{AFTER}"
)
_ONLY_THEN = re.compile(r"(?:19|20)[0-9]{2}年(?:年?[底末初])?(?:时|的时候)?(?:只|仅|才)有?$")
_WHEN = 14
# The rest was never counted, so this is a part (烘干房固定的有9个，其他岗位没数过).
_OTHERS_UNCOUNTED = re.compile(
    r"[，；、]?(?:其他|其它|别的|其余|剩下的?)[^，。；\n]{0,10}(?:没|不|未|说不)[^，。；\n]{0,4}(?:数|统计|算|清|知|记)"
    r"|[，；、（( ]{1,3}(?:其他|其它|别的|其余|余下|余者|剩下)的?[^，。；\n]{0,10}(?:见|另|待|由|没|不|未|后补|在)"
)
# A cell of the staff that counts one trade (农机手63人, 焊工41人), and no word for all of them (员工, 长期工).
_ONE_TRADE = re.compile(
    r"(?:手|师|司机|教练|医生|护士|(?<![员职教用务期同式定时雇帮民])工|(?<![人全定成职社会动专])员)[ ：]*$"
)
# Who is employed by itself, of whatever trade, is all of the staff (管理和技术人员自有人数318人).
_ITS_OWN = re.compile(r"自有(?:人数|人员|员工|职工|用工)?(?:为|是|有|共)?[：]?$")
# The count is that of several firms together (1100余人为集团在渝三家公司合计).
_OF_SEVERAL = re.compile(
    r"[，（]?(?:为|是|系|含|按|指)?[^，。；\n]{0,8}(?:集团|总公司|[两二三四五几]家(?:公司|企业|单位))[^，。；\n]{0,8}(?:合计|口径|总数|合并|一起|加起来|相加)"
)
_A_LIST = re.compile(r"[表册]|名单")
_OF_THEN = re.compile(
    r"^(?:成立|建[厂院校店]|创办|起步|最初|开业|注册|刚|当[时年初]|原先?|以前|过去|早年|去年|前年|上年|[0-9]{4}年(?!底|末))"
)


def read_employees(scans: tuple[Scan, ...], applicant: str, as_of: date) -> Fact | Conflict | None:
    """The total head count. A cooperative or an association employs those it 聘用; its members are no employees.
    A team counts its 组员, a branch its own people: the word its name ends with is no part of it.

    Totals of different dates: the latest holds. Totals that cannot both hold are returned as a Conflict unless the
    material says which one prevails. Counts of parts (研发, 一线, 临时工, 成员) never count.
    """
    if has_members(applicant):
        counts = [count for scan in scans for count in _of_labels(scan) or _members(scan)]
    else:
        counts = [count for scan in scans for count in _counts(scan, applicant, as_of)]
    if not counts and not _MEMBERS_CLUB.search(applicant):
        counts = [count for scan in scans for count in _bare(scan, applicant)]
    if not counts and _MEMBERS_CLUB.search(applicant):
        counts = [count for scan in scans for count in _hired(scan)]
    if not counts and not has_members(applicant):
        counts = stated(scans, as_of)
    told_otherwise = set_against(scans, counts)
    counts = said_to_hold(scans) or (not told_otherwise and summed(scans)) or latest(in_post(counts, scans))
    if not counts:
        return None
    groups = apart(counts + challenged(scans, counts) + told_otherwise)
    if len(groups) == 1:
        return groups[0][0].fact
    readings = tuple(group[0].fact for group in groups)
    return adjudicated(scans, readings) or Conflict("employees", "CONFLICT_EMPLOYEES", readings)


def _counts(scan: Scan, applicant: str, as_of: date) -> list[Count]:
    found = _of_labels(scan)
    for form in (*prose_forms(), spoken_form()):
        for match in form.finditer(scan.text):
            if form is spoken_form() and not of_people(scan, match):
                continue
            if _ONLY_THEN.search(scan.text, max(0, match.start("noun") - _WHEN), match.start("noun")):
                since = _since(scan, match.end())
                found += [since] if since is not None else []
            if not is_total(scan, match, applicant) or known(found, scan, match):
                continue
            count = read_count(scan, match)
            since = _since(scan, match.end()) if count.dated is not None else None
            found += [since] if since is not None else []
            if not (_A_LIST.search(match["noun"]) and of_old(count, as_of)):
                found.append(count)
    return found


def _since(scan: Scan, end: int) -> Count | None:
    """The count of a later date told right behind one, its noun left out (2020年底公司有员工271人，2023年底为318人)."""
    later = _LATER.match(scan.text, end)
    dates = scan.dates_in(later.start("when"), later.end("when")) if later else ()
    return replace(read_count(scan, later), dated=dates[0].value) if later is not None and dates else None


def _of_labels(scan: Scan) -> list[Count]:
    found = []
    for value in labelled(scan, "employees"):
        if "？" in value.label or value.label.endswith(("呢", "吗")):
            match = _LABELLED.match(scan.text, value.start) or _ANSWERED.search(scan.text, value.start, value.end)
            match = match or _led_in(scan, value.start)
            found += [read_count(scan, match)] if match is not None else []
            continue
        today = _TODAY.search(scan.text, value.start, value.end) if _OF_THEN.match(value.text) else None
        match = today or _LABELLED.match(scan.text, value.start) or _led_in(scan, value.start)
        if match is not None and _OF_SEVERAL.match(scan.text, match.end()):
            continue
        if match is not None and not (
            match["many"] is None and match.group().strip().isdigit() and _unlike(value.text)
        ):
            found.append(read_count(scan, match))
    return found


def _led_in(scan: Scan, start: int) -> re.Match[str] | None:
    """A labelled count behind a few words that name no part (全口径在岗746人)."""
    match = re.compile(
        rf"(?:[0-9]{{4}}年)?(?:[0-9]{{1,2}}月)?(?P<lead>[\u4e00-\u9fff：]{{1,14}}?){ABOUT_BEFORE}{NUMBER}{AFTER}"
    ).match(scan.text, start)
    if match is not None and _OTHERS_UNCOUNTED.match(scan.text, match.end()):
        return None
    if match is not None and _ITS_OWN.search(match["lead"]):
        return match
    if match is not None and _ONE_TRADE.search(match["lead"]):
        return None
    return None if match is None or load_lexicon("facts").has("employee_part", match["lead"]) else match


def _bare(scan: Scan, applicant: str) -> list[Count]:
    """A head count that stands alone (…，66人。) in the line that presents the applicant, or sums up all parts."""
    alone = re.compile(
        rf"(?<=[，。；|｜\n])[ ]*(?:我们|现在|目前|全部|总共|一共|合计|共有?|现有|有)*"
        rf"{ABOUT_BEFORE}{NUMBER}{AFTER}(?:工人|伙计|同事|老小)?(?=[ ]*(?:[，。；|｜\n.（]|$))"
    )
    mixed = re.compile(
        rf"[与和、及](?:管理|行政|后勤|工作)人员(?:一共|总共|合计|共计|总计|共|加起来){ABOUT_BEFORE}{NUMBER}{AFTER}"
    )
    found = []
    for form in (mixed, alone):
        for match in form.finditer(scan.text):
            _, end = clause_bounds(scan.text, match.start(), match.end(), "\n")
            line = scan.text[scan.text.rfind("\n", 0, match.start()) + 1 : end]
            presents = (applicant and applicant in line) or re.search(
                r"成立|注册|登记|[员职]工[0-9一二三四五六七八九两]", line
            )
            if form is mixed or (presents and not withdrawn(scan, match.start("number"), match.end())):
                count = read_count(scan, match)
                if count.exact and not scan.sealed(match.start(), match.end()):
                    found.append(count)
    return found[:1]


def _unlike(text: str) -> bool:
    """A bare number that begins something else (`人数：2023年…`)."""
    return re.match(r"[0-9]{4}年|[0-9.]+%", text) is not None


def _members(scan: Scan) -> list[Count]:
    """How many a team (QC小组, 班组) has, as it says of its own members."""
    pattern = re.compile(
        rf"(?:(?:我们|咱们?|俺们?|本|全)(?:这个)?[班组队](?:组)?(?:上|里)?|组员|班员|成员|小组|班组|工段|车间|机组|本组|全组|全班|队员|[班组队]里|(?<=[班组队])，|(?<=[，。；])(?=(?:目前|现在?|共|一共|在册|在岗|在编|有)+[0-9]+(?:个|名|号)?人[，。；（])|(?<=[，。；])(?=[0-9]+(?:名|个|号)(?:职工|员工|工人|组员|班员|队员|成员)[，。；]))(?:目前|现在|一共|总共|在册|在岗|在编|现?有|共有?|人数|：|为|是|成"
        rf"员|组员|员工|职工)*{ABOUT_BEFORE}{NUMBER}{AFTER}"
    )
    found = [match for match in pattern.finditer(scan.text) if not scan.sealed(*match.span())]
    return [read_count(scan, match) for match in found]


def _hired(scan: Scan) -> list[Count]:
    noun = load_lexicon("facts").patterns["employee_part_cooperative"].pattern
    pattern = re.compile(rf"(?P<noun>{noun})(?:共|有|：)?{ABOUT_BEFORE}{NUMBER}{AFTER}")
    return [read_count(scan, match) for match in pattern.finditer(scan.text) if not scan.sealed(*match.span())]
