"""Who the applicant is: its full name."""

import re

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.labels import labelled
from assistant.drafting.material.model import Fact, Kind
from assistant.drafting.material.organisation_name import organisation_name
from assistant.drafting.material.person_name import NOT_A_PERSON, person_name
from assistant.drafting.material.scan import Scan
from assistant.drafting.material.surnames import may_be_name, name_pattern
from assistant.drafting.material.team_words import is_team

_LONGEST = 60
# What a sentence sets between 名称 and the name it has now (公司名称改为…).
_RENAMED = re.compile(r"(?:已|于|后)*(?:改|更改|变更|更|核准|登记|更正|统一)(?:名)?(?:为|成|作|叫)")
# Who says the name in a chat (园长饶见微：重庆市璧山区芦荻幼儿园), and the post before a person's (护士长 厉安歌).
_SAID_BY = re.compile(r"[^：\n]{1,12}：(?=[^：]{4,})")
_POST_BEFORE = re.compile(
    rf"[\u4e00-\u9fff]{{0,10}}(?:[长员师工士手]|主任|经理|总监|主管|教授|医生|工人)[ ]*(?={name_pattern()}$)"
)
# A name a form has set with spaces (寇 砚 清), no two words beside each other.
_SPACED = re.compile(r"[\u4e00-\u9fff](?: [\u4e00-\u9fff]){1,3}(?= {2,}|\s*$)")
# A clause that tells of the firm (公司2003年1月注册) or the head of a column is no name.
_TELLS = re.compile(
    r"^(?:本|我|该)?(?:公司|单位|企业|厂|院|校)?[于在]?[0-9]{4}年|成立|注册|登记[于在]?|[，。]|.*(?:上|里|写|填|印)?的$"
)
# The own name of a team behind the part of the firm it is in (动力车间空压班).
_LAST = re.compile(r"^.*(?:公司|[厂矿]|车间|分厂|部|工段)(?=[一-鿿]{2,}$)")
_FIRM = re.compile(r"公司|[厂矿院校站局段](?=[一-鿿]{2})")
# What a form prints as the kind of who is recommended (一线班组), which is no name.
_KIND_OF_UNIT = re.compile(r"(?:一线|先进|优秀|生产|质量|服务|基层)*(?:班组|小组|集体|团队|科室|车间)")


def read_name(scans: tuple[Scan, ...], kind: Kind) -> Fact | None:
    """The applicant's full name: labelled, else in the title, else the one the text calls by most often."""
    found = _labelled_name(scans, "person" if kind == "individual" else "name")
    if found is not None:
        return found
    if kind == "individual":
        return person_name(scans)
    return _recommended(scans) or organisation_name(scans)


def _labelled_name(scans: tuple[Scan, ...], key: str) -> Fact | None:
    for scan in scans:
        for value in labelled(scan, key):
            text = re.split(r"[，；（、]| {1,}(?=[\u4e00-\u9fff]{2,}[：:])", value.text)[0].strip("“”《》 ")
            text = text.removesuffix("）") if text.count("）") > text.count("（") else text
            begin = value.start + value.text.index(text)
            spaced = _SPACED.match(text) if key == "person" else None
            if spaced is not None:
                return Fact("name", spaced.group().replace(" ", ""), scan.source.span(begin, begin + spaced.end()))
            lead = _RENAMED.match(text) or _SAID_BY.match(text) if key == "name" else _POST_BEFORE.match(text)
            if lead is not None:
                text, begin = text[lead.end() :], begin + lead.end()
            if (
                value.blank
                or not 2 <= len(text) <= _LONGEST
                or (key == "person" and (NOT_A_PERSON.search(text) or not may_be_name(text, placed=True)))
                or not _may_be_a_name(text)
            ):
                continue
            whole = _of_its_firm(scan, text) if key == "name" else None
            if whole is not None:
                return whole
            return Fact(
                "name",
                _with_form(value.text[begin - value.start :], text),
                scan.source.span(begin, begin + len(text)),
            )
    return None


def _of_its_firm(scan: Scan, team: str) -> Fact | None:
    """A team that is named alone where it is asked for and with its firm elsewhere, in full (…有限公司焙烧三班)."""
    if not is_team(team) or _FIRM.search(team):
        return None
    full = re.compile(
        rf"(?<![\u4e00-\u9fff])[\u4e00-\u9fff（）·]{{4,30}}?(?:公司|[厂矿院校站局段])(?:[一-鿿]{{1,8}})??{re.escape(team)}"
    )
    match = full.search(scan.text)
    if match is None:
        return _said_to_be_of(scan, team)
    if scan.sealed(*match.span()):
        return None
    lead = load_lexicon("facts").patterns["name_lead"].match(match.group())
    start = match.start() + (lead.end() if lead else 0)
    return Fact("name", scan.text[start : match.end()], scan.source.span(start, match.end()))


def _said_to_be_of(scan: Scan, team: str) -> Fact | None:
    """The team with the firm it is said to be one of (空压班是…有限公司动力车间的一个班)."""
    last = _LAST.sub("", team)
    said = re.compile(
        rf"{re.escape(last)}(?:就)?(?:是|属于?|隶属于?|设在|在)(?P<firm>[\u4e00-\u9fff（）·]{{4,26}}?(?:公司|总厂|[厂矿院校]))"
        r"(?:下属)?的?(?P<part>[\u4e00-\u9fff]{1,8}?(?:车间|分厂|部|工段|科))?(?=的?一?个?[\u4e00-\u9fff]{0,4}(?:班组|小组|[班组队])|[，。；])"
    ).search(scan.text)
    if said is None or scan.sealed(*said.span()):
        return None
    part = said["part"] or ""
    name = said["firm"] + ("" if team.startswith(part) else part) + team
    return Fact("name", name, scan.source.span(said.start(), said.end("part") if part else said.end("firm")))


def _recommended(scans: tuple[Scan, ...]) -> Fact | None:
    """The firm or team that a form for persons names as the one recommended (推荐对象：…公司合成二车间丙班)."""
    facts = load_lexicon("facts")
    ends = re.compile(
        rf"[\u4e00-\u9fffA-Za-z0-9（）“”·]{{2,40}}?"
        rf"(?:{facts.patterns['organisation_suffix'].pattern}|{facts.patterns['unit_suffix'].pattern})"
    )
    for scan in scans:
        for value in labelled(scan, "person"):
            text = re.split(r"[，；、 ]", value.text)[0].strip("“”《》")
            if not value.blank and ends.fullmatch(text) and not _KIND_OF_UNIT.fullmatch(text):
                whole = _of_its_firm(scan, text)
                if whole is not None:
                    return whole
                return Fact("name", text, scan.source.span(value.start, value.start + len(text)))
    return None


def _with_form(value: str, text: str) -> str:
    """The name with a bracket that is part of it (…（集团）有限公司, …厂（普通合伙）)."""
    form = re.match(r"[^，；、（]+（(?:普通合伙|有限合伙|特殊普通合伙|个人独资|集团)）[\u4e00-\u9fff]*", value)
    if form is not None:
        return form.group()
    return value if "（" in value and value.endswith(("公司", "社", "院")) else text


def _may_be_a_name(text: str) -> bool:
    """An identity or telephone number, a sentence about each piece (每只…) or a running clause is no name."""
    clause = re.match(r"[0-9Xx\-]+$|[每各凡]|[拟将把使让正]", text) or _TELLS.match(text)
    clause = clause or load_lexicon("labels").patterns["head"].fullmatch(text)
    return not clause and re.search(r"[\u4e00-\u9fff]", text) is not None
