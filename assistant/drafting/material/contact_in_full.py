"""A contact called short (缑部长) by the full name told elsewhere; a post without a name; who answers for oneself."""

import re

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.contact_words import PHONE, contact_fact
from assistant.drafting.material.model import Fact
from assistant.drafting.material.questions import answers
from assistant.drafting.material.scan import Scan
from assistant.drafting.material.surnames import is_name, name_pattern, surnames

_CALLED_SHORT = re.compile(
    rf"(?P<surname>[{surnames()}])(?P<post>总经理|副总|总监|经理|主任|科长|部长|处长|厂长|院长|校长|站长|所长"
    r"|队长|班长|书记|主席|主管|总工|总|工)"
)
_POSTS_OF_A_WORD = {"总": "(?:总经理|副总经理|副总|总工程师|总工|总监)", "工": "(?:工程师|总工|技术员)"}
_MARK = r"(?=[，。；：、（）()！？ 　\n|｜\t0-9]|$|讲|说|介绍|汇报|发言|补充|念|主持|带)"
# What a word of telling oneself is followed by: 我是运营部副部长，姓酆，酆永年.
_I_AM = re.compile(
    rf"(?<![\u4e00-\u9fff])(?:我|本人)(?:就|现)?(?:是|任|系|担任)(?:我们|咱们?|本|这边)?(?:公司|单位|[厂院校社店站]里?)?的?"
    rf"(?P<title>[\u4e00-\u9fff]{{1,14}})[，,、 ]+"
    rf"(?:姓[\u4e00-\u9fff]{{1,2}}[，,、 ]*)?(?:我?(?:叫|名叫|名字(?:叫|是)?|大名))?[ ]?"
    rf"(?P<name>{name_pattern()})(?=[，。；！、（ \n]|$)"
    rf"|(?<![\u4e00-\u9fff])(?:我|本人)(?:叫|是|名叫)[ ]?(?P<other>{name_pattern()})[，,、 （]+"
    r"(?:[我在]{0,2}(?:是|任|担任|现任))?(?P<post>[\u4e00-\u9fff]{2,14})(?=[，。；！、） \n]|$)"
)
_BEFORE_PHONE = 24


def in_full(scans: tuple[Scan, ...], found: dict[str, Fact]) -> dict[str, Fact]:
    """The contact by name and post where the name read is a surname with a post, and one person only of that surname
    and post is named in full elsewhere (联系人写缑部长; 质量部部长缑延石)."""
    short = _CALLED_SHORT.fullmatch(str(found["contact_name"].value)) if "contact_name" in found else None
    if short is None:
        return found
    post = _POSTS_OF_A_WORD.get(short["post"], re.escape(short["post"]))
    whole = rf"{short['surname']}[\u4e00-\u9fff]{{1,2}}?"
    pattern = re.compile(
        rf"(?<![\u4e00-\u9fff])(?P<title>[\u4e00-\u9fff]{{0,10}}?{post})[ 　]?(?P<name>{whole}){_MARK}"
        rf"|(?<![\u4e00-\u9fff])(?P<first>{whole})[ 　]?[，（(：、 　][ ]?(?P<behind>[\u4e00-\u9fff]{{0,10}}?{post})"
        r"(?=[，。；、）) \n]|$)"
    )
    hits = [(scan, m) for scan in scans for m in pattern.finditer(scan.text) if not scan.sealed(*m.span())]
    hits = [(scan, m) for scan, m in hits if _is_whole(m["name"] or m["first"])]
    if len({m["name"] or m["first"] for _, m in hits}) != 1:
        return found
    name = hits[0][1]["name"] or hits[0][1]["first"]
    beside = re.compile(rf"{post}[ 　]?({short['surname']}[\u4e00-\u9fff]{{2}})")
    if any(not other.startswith(name) for scan in scans for other in beside.findall(scan.text)):
        return found
    scan, match = hits[0]
    which, title = ("name", "title") if match["name"] else ("first", "behind")
    full = {"contact_name": contact_fact(scan, "contact_name", *match.span(which))}
    told = found.get("contact_title")
    if told is None or str(match[title]).endswith(str(told.value)):
        full["contact_title"] = contact_fact(scan, "contact_title", *match.span(title))
    return found | full


def _is_whole(name: str) -> bool:
    return is_name(name) and not _CALLED_SHORT.fullmatch(name)


def post_alone(scans: tuple[Scan, ...], found: dict[str, Fact]) -> None:
    """The post that stands by itself before the number (有事打我：站长，0917-…), where no name is told."""
    titles = load_lexicon("facts").patterns["executive_title"].pattern
    number = found["contact_phone"].span
    pattern = re.compile(
        rf"(?:^|[：，。；\n（ ])(?:找|打|我是)?(?:(?P<department>[\u4e00-\u9fff]{{1,8}}[部科处室办])[，, ]部门)?"
        rf"(?P<title>[\u4e00-\u9fff]{{0,6}}?(?:{titles}))[，（(： ]{{1,2}}(?:电话|手机|座机)?[：]?[ ]?$"
    )
    for scan in scans:
        for phone in PHONE.finditer(scan.text):
            if scan.source.span(*phone.span()) != number:
                continue
            start = max(scan.text.rfind("\n", 0, phone.start()) + 1, phone.start() - _BEFORE_PHONE)
            post = pattern.search(scan.text[start : phone.start()])
            if post is not None and not scan.sealed(*phone.span()):
                at = start + post.start("department" if post["department"] else "title")
                value = (post["department"] or "") + post["title"]
                found["contact_title"] = Fact("contact_title", value, scan.source.span(at, start + post.end("title")))
                return


def answers_for_oneself(scans: tuple[Scan, ...], found: dict[str, Fact]) -> None:
    """Name and post of who answers how to be reached by saying who he is (我是运营部副部长，姓酆，酆永年)."""
    titles = load_lexicon("facts").patterns["executive_title"]
    for scan in scans:
        for answer in answers(scan.text, "contact"):
            told = _I_AM.search(scan.text, answer.start, answer.end)
            if told is None or scan.sealed(*told.span()):
                continue
            name, title = ("name", "title") if told["name"] else ("other", "post")
            ends = list(titles.finditer(told[title]))
            if not ends:
                continue
            found["contact_name"] = contact_fact(scan, "contact_name", *told.span(name))
            at = told.start(title)
            found.setdefault("contact_title", contact_fact(scan, "contact_title", at, at + ends[-1].end()))
            return
