"""A contact told outside any 联系人: beside or behind the only number, by an appointment, or as oneself."""

import re

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.contact_words import PHONE, contact_fact, read_parts
from assistant.drafting.material.model import Fact
from assistant.drafting.material.scan import Scan, clause_bounds
from assistant.drafting.material.surnames import may_be_name, name_pattern

_ASKED_FOR = re.compile(
    r"[ ]*[，（(]?[ ]*(?:找|转)?([\u4e00-\u9fff ，]{2,14}(?:（[\u4e00-\u9fff]{2,12}）)?)(?=[）)。\n]|$)"
)
_OWN_CONTACT = re.compile(
    r"(?:联系|打给?|拨|找|问)(?:[\u4e00-\u9fff]{2,4})?本人|本人(?:的)?(?:电话|手机|号码)|(?:联系|找|写信给|发给|寄给)我(?=[，、：（就]|[0-9]|自己|本人)|(?:联系人|电话|手机|联系方式)[^\n。；]{0,24}(?:本人|我自己|就是我|就我)"
)
# What somebody says of the own post beside the own contact (我自己收（我是实训室主任）).
_OWN_POST = re.compile(
    r"(?:我|本人)(?:现)?(?:是|任|担任|在[\u4e00-\u9fff]{2,16}?当)(?:我们|咱|本)?(?P<title>[\u4e00-\u9fff]{2,14})"
)
_MADE_CONTACT = re.compile(
    rf"(?:指定|明确|确定|安排|委派|由|以)(?P<title>[\u4e00-\u9fff]{{2,12}}?)(?P<name>{name_pattern()})(?:同志)?(?:为|担任|作为|任|当)"
    r"(?:本次|这次)?(?:申报)?(?:的)?(?:联系人|联络人|联络员|对接人)"
    rf"|(?<![\u4e00-\u9fff])(?P<seer>{name_pattern()})[，（ ]*[0-9][0-9\- ]{{6,16}}[）]?[，]?[ ]*(?:负责"
    rf"|具体)?(?:联络|联系|对接)"
)
_ANYWHERE_NAMED = re.compile(
    rf"(?:[部室科处课的])(?P<name>{name_pattern()})(?P<title>(?:副)?(?:主任|经理|部长|科长|处长|课长"
    rf"|组长|主管|院长|校长|厂长|站长|所长|总监))(?=[，、：（ ]|电话|手机|[0-9])"
)
# 请与水质管理部主任展清源联系.
_TO_BE_ASKED = re.compile(
    rf"(?:与|跟|同|和|找)(?:我们?|本)?(?:公司|院|校|厂|单位|社)?的?(?P<title>[\u4e00-\u9fff]{{2,12}}?)(?P<name>{name_pattern()})"
    r"(?:同志|老师|先生|女士)?(?:进行)?(?:联系|联络|对接|接洽|沟通)"
)
# 材料由质量部赵景行部长整理并负责联系.
_IN_CHARGE = re.compile(
    r"由(?P<who>[\u4e00-\u9fff]{4,20}?)(?:整理|起草|填写|撰写|汇总|牵头|填报)?(?:并|，)?(?:也|具体|一并)?(?:负责|承担)(?:联系|联络|对接)"
)
# 质量管理中心主任洛云飞负责本次申报，联系电话…: who sees to it, with a telephone in the same sentence.
_SEES_TO_IT = re.compile(
    rf"(?<![\u4e00-\u9fff])(?P<who>[\u4e00-\u9fff（）]{{0,16}}?[ ]?{name_pattern()}(?:同志)?)"
    r"[ ]?(?:具体|全程|全面)?(?:负责|牵头|经办|承办|跟进)"
    r"(?:本次|此次|这次|今年|质量奖)?(?:的)?(?:质量奖)?(?:申报|参评|填报|联系|对接|推荐)"
    r"(?:工作|事宜|事务|材料|填报)*(?=[，。；（ ])(?=[^。\n]{0,16}[0-9]{3,4})"
    # with the post, where the number is still to come: 质量部经理晁介石负责联络，电话暂缺
    rf"|(?<![\u4e00-\u9fff])(?P<post>[\u4e00-\u9fff]{{1,12}}"
    r"(?:主任|经理|部长|科长|处长|主管|总监|厂长|院长|校长|站长|所长|书记|专员)[ ]?"
    rf"{name_pattern()}(?:同志)?)[ ]?(?:(?:具体|全程)?负责(?:联系|联络|对接)|联系|联络|对接)(?=[，。；（ ])"
)
_SPEAKER = re.compile(r"[^\s：，。；0-9]{1,10}：")
_NOBODY = re.compile(
    r"谁(?:在|值班|有空|都能)?[^，。]{0,2}谁?接|不(?:用|必|需要?|要|想|肯)(?:写|留|填|报)(?:名字|姓名|人名|名)"
)
# Who heads the team or firm, the number in the bracket behind the name (组长周大勇（159…）).
_HEADS_IT = re.compile(
    r"(?:^|(?<=[，。；：、\n ]))(?:有事|联系|电话|就|请|直接|打|拨|给|找|问|我们|咱们)*"
    r"(?P<title>[\u4e00-\u9fff]{0,6}(?:[班组队科部厂站所]长"
    r"|主任|经理|负责人|书记|校长|院长))[ ：]?"
    rf"(?P<name>{name_pattern()})[ ]?(?:[（(]|，)[ ]?(?:联系)?(?:电话|手机|微信)?[：]?[ ]?$"
)
# Who picks up at the number (0938-…，徒弟缪桂英接).
_PICKS_UP = re.compile(
    r"[）)]?[，、：:（( ]*(?:(?:一般|平时|平常|通常|白天|多半|都|是|由))*"
    rf"(?P<who>[\u4e00-\u9fff]{{0,8}}?(?P<name>{name_pattern()}))"
    r"(?:来|在|帮忙|代)?(?:接听|接电话|接|听电话)(?=[，。；）！ \n]|$)"
)
_BESIDE = re.compile(r"[^\n|｜\t。；]*$")


def own_contact(scans: tuple[Scan, ...], person: Fact, found: dict[str, Fact]) -> None:
    """The applicant as the own contact, with the post told beside it (要找我…（我是实训室主任）)."""
    titles = load_lexicon("facts").patterns["executive_title"]
    for scan in scans:
        own = _OWN_CONTACT.search(scan.text)
        if own is None or scan.sealed(*own.span()):
            continue
        found["contact_name"] = Fact("contact_name", person.value, person.span)
        start, end = clause_bounds(scan.text, *own.span(), "。！？\n")
        post = _OWN_POST.search(scan.text, start, end)
        ends = list(titles.finditer(post["title"])) if post else []
        if post and ends and "contact_title" not in found:
            at = post.start("title")
            found["contact_title"] = contact_fact(scan, "contact_title", at, at + ends[-1].end())
        return


def beside_phone(scans: tuple[Scan, ...], found: dict[str, Fact]) -> None:
    """Title and name in the cell or clause of the only open number, where nothing says 联系人."""
    hits = _open_phones(scans)
    if len(hits) != 1:
        return
    scan, phone = hits[0]
    close = scan.text[max(0, phone.start() - 30) : phone.start()]
    named = _ANYWHERE_NAMED.search(scan.text, max(0, phone.start() - 30), phone.start())
    named = named or (_HEADS_IT.search(scan.text[: phone.start()], phone.start() - len(close)))
    if named is not None:
        for key in ("name", "title"):
            found.setdefault(f"contact_{key}", contact_fact(scan, f"contact_{key}", *named.span(key)))
        return
    if load_lexicon("contacts").has(
        "other_desks", scan.text[slice(*clause_bounds(scan.text, *phone.span(), "。；\n"))]
    ):
        return
    beside = _BESIDE.search(scan.text, 0, phone.start())
    start = _behind_speaker(scan.text, beside.start() if beside else phone.start())
    if _NOBODY.search(scan.text, start, clause_bounds(scan.text, phone.start(), phone.end(), "。；\n")[1]):
        return
    if phone.start() - start > 30:
        return
    parts = read_parts(scan, start, phone.end())
    if "contact_name" in parts and "contact_title" in parts:
        told = found.get("contact_title")
        if told is not None and str(parts["contact_title"].value).endswith(str(told.value)):
            found["contact_title"] = parts["contact_title"]  # the post told in full beside the name
        for key, fact in parts.items():
            found.setdefault(key, fact)


def _behind_speaker(text: str, start: int) -> int:
    """Behind the name of who speaks in a chat: a head of the line that other lines have too."""
    speaker = _SPEAKER.match(text, start)
    spoken = speaker and (start == 0 or text[start - 1] == "\n") and text.count("\n" + speaker.group()) > 1
    return speaker.end() if speaker and spoken else start


def appointed(scan: Scan, found: dict[str, Fact]) -> None:
    """Who is made the contact (指定质量负责人兰溪为联系人), or is said to see to it (聂风 0353-6770011 负责联络)."""
    for match in _IN_CHARGE.finditer(scan.text):
        if "contact_name" not in found and not scan.sealed(*match.span()):
            for key, fact in read_parts(scan, *match.span("who")).items():
                found.setdefault(key, fact)
    for match in _SEES_TO_IT.finditer(scan.text):
        parts = read_parts(scan, *match.span("who" if match["who"] else "post"))
        if "contact_name" not in found and "contact_name" in parts and not scan.sealed(*match.span()):
            parts = (
                read_parts(scan, match.end(), clause_bounds(scan.text, match.end(), match.end(), "。；\n")[1]) | parts
            )
            for key, fact in parts.items():
                found.setdefault(key, fact)
    for match in (*_MADE_CONTACT.finditer(scan.text), *_TO_BE_ASKED.finditer(scan.text)):
        if "contact_name" in found or scan.sealed(*match.span()):
            return
        group = "name" if match["name"] else "seer"
        found["contact_name"] = contact_fact(scan, "contact_name", *match.span(group))
        if match["title"] and "contact_title" not in found:
            found["contact_title"] = contact_fact(scan, "contact_title", *match.span("title"))


def behind_phone(scans: tuple[Scan, ...], found: dict[str, Fact]) -> None:
    """Who is to be asked for at the number (电话：023-51880066 樊经理)."""
    number = found["contact_phone"].span
    for scan in scans:
        for phone in PHONE.finditer(scan.text):
            span = scan.source.span(*phone.span())
            if span.start != number.start or span.file != number.file:
                continue
            behind = _ASKED_FOR.match(scan.text, phone.end())
            if behind is not None:
                for key, fact in read_parts(scan, behind.start(1), behind.end(1)).items():
                    found.setdefault(key, fact)


def picks_up(scans: tuple[Scan, ...], found: dict[str, Fact]) -> None:
    """Who answers the only open number, with the post before the name; kin and pupils have none."""
    hits = _open_phones(scans)
    if len(hits) != 1:
        return
    scan, phone = hits[0]
    who = _PICKS_UP.match(scan.text, phone.end())
    if who is None or not may_be_name(who["name"]):
        return
    found["contact_name"] = contact_fact(scan, "contact_name", *who.span("name"))
    title = scan.text[who.start("who") : who.start("name")]
    if load_lexicon("facts").patterns["executive_title"].search(title):
        found.setdefault("contact_title", contact_fact(scan, "contact_title", who.start("who"), who.start("name")))


def lone_phone(scans: tuple[Scan, ...], found: dict[str, Fact]) -> None:
    """The only telephone number of the material, where nothing calls it someone else's."""
    hits = _open_phones(scans)
    if len(hits) == 1:
        scan, match = hits[0]
        found["contact_phone"] = contact_fact(scan, "contact_phone", match.start(), match.end())


def _open_phones(scans: tuple[Scan, ...]) -> list[tuple[Scan, re.Match[str]]]:
    hits = [
        (scan, match)
        for scan in scans
        for match in PHONE.finditer(scan.text)
        if not scan.sealed(*match.span()) and "PERSONAL_PRIVACY" not in scan.codes(*match.span())
    ]
    not_ours = load_lexicon("facts").patterns["contact_not"]
    return [(scan, hit) for scan, hit in hits if not not_ours.search(scan.text[max(0, hit.start() - 12) : hit.start()])]
