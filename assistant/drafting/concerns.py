"""What may stand in the way of an application: aim, channel, subject, years and earlier awards.

These are hints for a person; the verdict on eligibility belongs to assistant/eligibility.
"""

import re
from itertools import pairwise

from assistant.drafting.aims import Applicant, aims, aims_nearby
from assistant.drafting.channel import channel, makes_things
from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.kind import opening_person
from assistant.drafting.material.model import Span
from assistant.drafting.material.own import is_group
from assistant.drafting.material.scan import Scan, clause_bounds
from assistant.drafting.material.team_words import is_team
from assistant.drafting.standing import duplicate, duration
from assistant.drafting.targets import Target, load_targets
from assistant.drafting.told_terms import told_duration, told_mismatch

Concern = tuple[str, Span]

_WISHED = re.compile(r"想|打算|考虑|听说|能不能|以后|将来")
# What is no works of industry by its very name, where no industry is told.
_NO_INDUSTRY = re.compile(r"(?:学校|中学|小学|大学|学院|幼儿园|医院|卫生院|协会|商会|银行|酒店|养老院)$")
_SCHOOL = re.compile(r"学校|中学|大学|学院|幼儿园|高中")
# What kind of school it says to be (是公办普通高级中学).
_A_SCHOOL_OF = re.compile(
    r"(?<!前身)(?<!原)(?:是|为|系)(?:一所)?[\u4e00-\u9fff]{0,12}?(?:高级中学|高中|完全中学|初级中学|小学|职业[\u4e00-\u9fff]{0,4}学校)(?=[，。；（、])"
)
_FOR_PERSONS = re.compile(
    r"(?:评选|评审|申报|受理)?(?:范围|对象)(?:是|为|限|仅)[^，。；]{0,6}(?:单位|组织|企业)|只(?:评|收|受理)(?:单位|组织|企业)|不(?:评|收|设|受理)个人|"
    r"个人[^，。；]{0,4}(?:是否|能否|不)(?:受理|能报|可报|参评)|^[（(]?个人(?:组|类|奖)"
)
_NO_SUCH_KIND = re.compile(
    r"(?:没有?|未|不)(?:设立?|列|写|提|见)?(?:有)?[^，。；\n]{0,4}(?:班组|小组|团队)[^，。；\n]{0,4}(?:类别|类|组别|奖项|这一[类项])"
)
_PERSONAL = re.compile(r"质量奖[（(]?(?:的)?个人")
_AS_TEAM = re.compile(
    r"(?:用|以|按)(?:个人|班组|小组|团队|公司|部门)(?:名义)?(?:来)?(?:申?报)?(?:，)?还是(?:用|以|按)?(?:个人|班组|小组|团队|公司|部门)|"
    r"(?:个人|班组|小组|公司)(?:和|与|、)(?:个人|班组|小组|公司)[^，。；]{0,8}(?:没分清|混在一起|分不清|没理清)|(?:以|用)[^，。；\n]{0,16}(?:班组|小组|车间|科室|部门|[^大中小]班)(?:的)?名义|(?:报|申报)(?:班组|公司)还是(?:报)?(?:公司|班组)|(?<!不在)(?<!非)(?<!离开)(?:我们|本)(?:班组|车间|科室|班|组)|班组(?:申报|为申报主体)"
)
_WHOSE_NAME = re.compile(
    r"(?:用|以|按)(?:个人|班组|小组|团队|公司)(?:名义)?(?:来)?(?:申?报)?[，]?还是(?:用|以|按)?(?:个人|班组|小组|团队|公司)|"
    r"(?:报|申报)(?:个人|班组|小组|公司)还是(?:报)?(?:个人|班组|小组|公司)|(?:个人|班组|小组|公司)(?:和|与|、)(?:个人|班组|小组|公司)[^，。；]{0,8}(?:没分清|混在一起|分不清|没理清)"
)
_BODY = (
    r"(?:个人|班组|小组|团队|公司|单位|全厂|厂里|集团|总公司|分公司|总部|车间|科室|部门|"
    r"学校|医院|[^大中小]班|他(?:自己)?|本人)"
)
_EITHER = rf"{_BODY}(?:名义)?的?，?(?:还是|或者?)(?:填|写|报|用|以|是)?[^，。；]{{0,6}}{_BODY}"
# Whose the work or the figures are is said not to be told apart, whatever the words.
_MIXED = re.compile(
    rf"{_EITHER}[^。；]{{0,16}}(?:说不清|分不开|分不清|没分|拆不开|难分|不好说|没定|没统一)|(?:填|写|报|用|以)[^，。；]{{0,8}}{_EITHER}|"
    rf"(?:有的|有些|部分)是?[^，。；]{{0,6}}{_BODY}的?，[^。；]{{0,6}}(?:有的|有些|部分|其余)是?[^，。；]{{0,6}}{_BODY}|"
    rf"{_BODY}[^，。；]{{0,4}}[和与、]{_BODY}的?[^，。；]{{0,6}}(?:混着|混写|混在|一起写|放在一起|没拆|没有拆|合着写|搅在)|"
    r"(?:整个|全)?(?:集团|总公司)[^，。；]{0,6}(?:合在一起|加在一起|合并|打捆|汇总)[^。；]{0,16}(?:没有?拆|没分|拆不开|分不开|没有单独)|"
    r"(?:集团|总公司|母公司|总部)[^。；]{0,60}(?:可以|一并|一起|都)(?:写上|写进|算上|填上|报上|列上|算进)|"
    rf"(?:主体|名义|名头)[^，。；]{{0,10}}{_BODY}[^。；]{{0,10}}(?:没定|未定|没统一|没想好|两可)"
)


def find_concerns(applicant: Applicant) -> list[Concern]:
    """Flag codes with the span each rests on, at most one of a code."""
    checks = (_target_mismatch, channel, _subject_scope, duration, duplicate)
    return [concern for check in checks if (concern := check(applicant)) is not None]


def _target_mismatch(applicant: Applicant) -> Concern | None:
    barred = _barred_school(applicant)
    if barred is not None:
        return barred
    barred = _barred_person(applicant) or _barred_team(applicant)
    if barred is not None:
        return barred
    told = told_mismatch(applicant, makes=makes_things(applicant))
    if told is not None:
        return told
    if applicant.kind == "individual" and told_duration(applicant) is not None:
        return None  # a notice that asks years of persons takes persons, whatever an earlier one did
    for target, span in aims(applicant) or aims_nearby(applicant):
        as_person = _PERSONAL.search(span.quote) is not None and "individual" not in target.kinds
        if applicant.kind not in target.kinds or as_person or _of_another_trade(applicant, target, span):
            return "TARGET_MISMATCH", span
    return None


def _of_another_trade(applicant: Applicant, target: Target, aim: Span) -> bool:
    """Whether an award for some industries only is applied for, not just wished for, by an organisation that is known
    to be of none of them."""
    if _WISHED.search(aim.quote):
        return False
    industry, name = applicant.facts.get("industry"), applicant.facts.get("name")
    if target.trades is None or (industry is not None and target.trades.search(str(industry.value))):
        return False
    return industry is not None or (name is not None and _NO_INDUSTRY.search(str(name.value)) is not None)


def _barred_person(applicant: Applicant) -> Concern | None:
    """An award named beside a person that takes organisations only (…的评选范围是单位, …个人组，报她)."""
    for target in load_targets():
        if applicant.kind in target.kinds or not target.cities:
            continue
        for scan in applicant.scans:
            for match in target.asked.finditer(scan.text):
                start, end = clause_bounds(scan.text, match.start(), match.end(), "。；！？\n")
                if _FOR_PERSONS.search(scan.text[match.end() : end]) and not scan.sealed(start, end):
                    return "TARGET_MISMATCH", scan.source.span(start, end)
    return None


def _barred_team(applicant: Applicant) -> Concern | None:
    """A team that has read that its award has no class for teams (没有班组这个类别)."""
    name = applicant.facts.get("name")
    if name is None or not is_team(str(name.value)):
        return None
    for scan in applicant.scans:
        match = _NO_SUCH_KIND.search(scan.text)
        if match is not None and not scan.sealed(*match.span()):
            return "TARGET_MISMATCH", scan.source.span(*clause_bounds(scan.text, *match.span()))
    return None


def _barred_school(applicant: Applicant) -> Concern | None:
    """Of schools an award may take only some kinds (`chongqing-2024`: “教育机构（仅限小学、初中和职业技术学校）”)."""
    name, intent = applicant.facts.get("name"), applicant.facts.get("intent_china_quality_award")
    if applicant.kind == "individual" or name is None or intent is None or intent.value != "是":
        return None
    told = str(name.value) + str(applicant.facts["business_scope"].value if "business_scope" in applicant.facts else "")
    told += "".join(match.group() for scan in applicant.scans for match in _A_SCHOOL_OF.finditer(scan.text))
    for target in load_targets():
        if (
            target.schools
            and target.other_schools
            and _SCHOOL.search(str(name.value))
            and target.other_schools.search(told)
        ):
            return None if target.schools.search(told) else ("TARGET_MISMATCH", name.span)
    return None


def _subject_scope(applicant: Applicant) -> Concern | None:
    name = applicant.facts.get("name")
    if applicant.kind == "organisation" and name is not None and is_team(str(name.value)):
        return "SUBJECT_SCOPE", name.span
    if applicant.kind == "organisation":
        for scan in applicant.scans[:1]:
            # Read as a firm's, the text opens with one person: whom it is about is for a person to say.
            person = opening_person(scan.text)
            if person is not None and not scan.sealed(*person):
                return "SUBJECT_SCOPE", scan.source.span(*person)
    for scan in applicant.scans:
        told = _AS_TEAM if applicant.kind == "organisation" else _WHOSE_NAME
        # A group that applies speaks of itself.
        text = scan.text.replace("集团", "＿＿") if name is not None and is_group(str(name.value)) else scan.text
        match = told.search(text) or _MIXED.search(text) or _mixed(text)
        if match and not scan.sealed(*match.span()):
            return "SUBJECT_SCOPE", scan.source.span(*clause_bounds(scan.text, *match.span()))
        dependent = _no_legal_person(scan) if applicant.kind == "organisation" else None
        if dependent is not None:
            return "SUBJECT_SCOPE", dependent
        parted = _told_of_a_part(scan)
        if parted is not None:
            return "SUBJECT_SCOPE", parted
    return None


def _no_legal_person(scan: Scan) -> Span | None:
    """The applicant says that it is no legal person of its own, so that the body it belongs to may be the subject."""
    match = load_lexicon("subjects").find("no_legal_person", scan.text)
    if match is None or scan.sealed(*match.span()):
        return None
    return scan.source.span(*clause_bounds(scan.text, *match.span()))


def _told_of_a_part(scan: Scan) -> Span | None:
    """What is filled in is the whole, what is told is a part's; or two bodies are each held to be the applicant."""
    subjects = load_lexicon("subjects")
    for before, sentence in pairwise((None, *scan.sentences)):
        if sentence is None or scan.sealed(sentence.start, sentence.end):
            continue
        part = subjects.has("told_of_part", sentence.text)
        beside = sentence.text + (before.text if before is not None else "")
        apart = subjects.has("claimed_of", sentence.text) and subjects.has("not_parted", sentence.text)
        if apart or subjects.has("either_body", sentence.text) or (part and subjects.has("named_whole", beside)):
            return scan.source.span(sentence.start, sentence.end)
    return None


def _mixed(text: str) -> re.Match[str] | None:
    """Where the name to apply in is left open or the figures of several bodies stand together."""
    subjects = load_lexicon("subjects")
    rest = subjects.blanked("mixed_not", text)
    return subjects.find("mixed", rest)
