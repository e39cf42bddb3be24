"""A contact told without 联系人: a role in brackets, a signature, or whoever speaks and says “ask me”."""

import re
from collections.abc import Iterator

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.contact_words import PHONE, contact_fact, read_parts
from assistant.drafting.material.contact_writer import SENT_BY
from assistant.drafting.material.model import Fact, Span
from assistant.drafting.material.questions import answers
from assistant.drafting.material.quoted import is_quoted
from assistant.drafting.material.scan import Scan
from assistant.drafting.material.surnames import is_name, name_pattern

# 质量技术中心主任 钟离樾（申报联系人，0917-0737337）, beside others whose brackets say something else.
_ROLE = re.compile(
    r"(?<![^，、；。：\n（）|｜])(?P<who>[^，、；。：\n（）|｜]{2,44})（(?P<post>[^（）\n]{0,14})(?:联系|联络|对接)(?:人|员)?(?P<more>[^（）\n]{0,24})）"
)
# What stands above a telephone in a signature: name, post, department, firm, each short and without a sentence.
_SIGNED = re.compile(r"[ \t]*[\u4e00-\u9fffA-Za-z（）()·/|｜,，、.\- 　]{2,36}[ \t]*$")
_ABOVE = 4
_PHONE_LINE = re.compile(
    r"[ \t]*(?:(?:联系|办公)?(?:电\s*话|手\s*机|座机)|Tel|TEL|T|M|Mob|Mobile|Phone)?[ .：:]*$", re.I
)
_WRITER = re.compile(
    rf"(?:^|[。，；！\n ])(?:我是|本人是|我叫|本人系|我在)(?P<before>[^，。；\n]{{0,40}}?)"
    rf"(?P<name>{name_pattern()})(?=[，。；（！\n])"
)
_ASK_ME = re.compile(
    r"(?:联系|找|问|打给?|发给|答复)(?:电话)?(?:就|可|请)?(?:直接)?(?:找)?我(?:就行|即可|就可以|就好|本人|自己|联系)?(?=[，。；！、（\n]|$)"
    r"|由我(?:来|负责)?(?:联系|对接|联络)"
)
_PUT_ME = re.compile(
    r"(?<![\u4e00-\u9fff])(?:(?:就|那就)?(?:留|写|填|报|登|放)|(?:那就|就)(?:是)?(?=我(?:吧|嘛|呗|好了|得了|自己|本人)))我"
    r"(?:的|吧|呗|自己|本人|就行|就好|好了|得了|嘛|哈)*(?=[，。；！ \n]|$)"
)
# Who speaks on the line of what is said, the post before the name (园长饶见微：…写我).
_LINE_HEAD = re.compile(
    rf"(?m)^[ \t]*(?P<post>[\u4e00-\u9fff]{{0,8}}?)(?P<name>{name_pattern()})"
    r"(?:（(?P<role>[\u4e00-\u9fff]{2,10})）)?：(?=\S)"
)
_HEAD_OF_MESSAGE = re.compile(
    r"(?m)^(?=[^\n]*[0-9]{1,2}[:：][0-9]{2})[ \t]*(?:[0-9/:：.\- ]{5,20}[ \t]+)?(?P<name>[\u4e00-\u9fff·]{2,4})[ \t]*"
    r"(?:[\[（(]?(?:[0-9]{1,4}[-/.年月][0-9/.\-月日]{1,7}[ \t]+)?"
    r"[0-9]{1,2}[:：][0-9]{2}(?:[:：][0-9]{2})?[\])）]?)?[ \t]*[:：]?[ \t]*(?:\n|$)"
)
_YOU = re.compile(r"(?:联系|找|问|电话|对接|联络)[^？?]{0,6}[您你]|[您你](?:的)?(?:电话|手机|联系方式)")
_AGREES = re.compile(r"[ ]*(?:对|方便|打|是|行|好|嗯|可以|就|没错|找我|我|[0-9（(])")


def role_in_brackets(scan: Scan, found: dict[str, Fact]) -> None:
    """Who of several people is said to be the contact in a bracket behind the name; goes before all other wordings."""
    for match in _ROLE.finditer(scan.text):
        parts = read_parts(scan, *match.span("who"))
        if "contact_name" in parts and not scan.sealed(*match.span()):
            parts |= {k: v for k, v in read_parts(scan, *match.span("more")).items() if k == "contact_phone"}
            post = read_parts(scan, *match.span("post")).get("contact_title")
            if post is not None:
                parts.setdefault("contact_title", post)
            for key, fact in parts.items():
                found.setdefault(key, fact)
            return


def signature(scan: Scan, found: dict[str, Fact]) -> None:
    """Name, post and telephone of the lines that close a letter or a mail; a quoted mail's signature is another's."""
    sender = SENT_BY.search(scan.text)
    for phone in PHONE.finditer(scan.text):
        start = scan.text.rfind("\n", 0, phone.start()) + 1
        if is_quoted(scan.text, start) or not _PHONE_LINE.match(scan.text[start : phone.start()]):
            continue
        parts = _signed(scan, start)
        name = str(parts["contact_name"].value) if "contact_name" in parts else ""
        known = is_name(name) or (sender is not None and sender["name"] == name)
        if known and "contact_title" in parts and not scan.sealed(phone.start(), phone.end()):
            parts["contact_phone"] = contact_fact(scan, "contact_phone", *phone.span())
            for key, fact in parts.items():
                found.setdefault(key, fact)
            return


def _signed(scan: Scan, below: int) -> dict[str, Fact]:
    """What the lines directly above `below` say of who signs, the nearest line that names somebody first."""
    parts: dict[str, Fact] = {}
    for start, end in _lines_above(scan.text, below):
        if not _SIGNED.fullmatch(scan.text[start:end]) or is_quoted(scan.text, start):
            break
        read = read_parts(scan, start, end)
        if "contact_name" in parts and "contact_name" in read:
            break
        for key, fact in read.items():
            parts.setdefault(key, fact)
    return parts


def _lines_above(text: str, below: int) -> Iterator[tuple[int, int]]:
    for _ in range(_ABOVE):
        end = below - 1
        if end < 0:
            return
        below = text.rfind("\n", 0, end) + 1
        if text[below:end].strip():
            yield below, end


def speaker(scan: Scan, found: dict[str, Fact]) -> None:
    """Whoever writes or is asked and says to be asked for (我是…园长米兰花…联系我就行; 问：就找您？/ 辛三娃：对)."""
    for answer in answers(scan.text, "contact"):
        asked = answer.speaker and is_name(answer.speaker) and _YOU.search(answer.question)
        if asked and _AGREES.match(scan.text, answer.start):
            _take_speaker(scan, answer.speaker, found)
            return
    if _chat_speaker(scan, found):
        return
    writer = _WRITER.search(scan.text)
    if writer is None or not _ASK_ME.search(scan.text) or scan.sealed(*writer.span()):
        return
    found["contact_name"] = contact_fact(scan, "contact_name", *writer.span("name"))
    parts = read_parts(scan, writer.start("before"), writer.end("before"))
    if "contact_title" in parts:
        found.setdefault("contact_title", _post_alone(scan, parts["contact_title"], writer))


def _chat_speaker(scan: Scan, found: dict[str, Fact]) -> bool:
    """Whether a message of a chat says to put down its sender (留我), whose name heads it in the file as sent."""
    put = _PUT_ME.search(scan.text)
    if put is None or scan.sealed(*put.span()):
        return False
    if _says_on_line(scan, put, found):
        return True
    heads = list(_HEAD_OF_MESSAGE.finditer(scan.source.raw, 0, scan.source.origin[put.start()]))
    if not heads or not is_name(heads[-1]["name"]):
        return False
    start, end = heads[-1].span("name")
    found["contact_name"] = Fact(
        "contact_name", heads[-1]["name"], Span(scan.source.file, start, end, heads[-1]["name"])
    )
    return True


def _says_on_line(scan: Scan, put: re.Match[str], found: dict[str, Fact]) -> bool:
    """Whether the line of a chat that says to put down its speaker begins with their name; post and number beside."""
    start = scan.text.rfind("\n", 0, put.start()) + 1
    head = _LINE_HEAD.match(scan.text, start)
    if head is None or head.end() > put.start():
        return False
    found["contact_name"] = contact_fact(scan, "contact_name", *head.span("name"))
    end = scan.text.find("\n", put.end())
    beside = read_parts(scan, put.end(), end if end >= 0 else len(scan.text))
    posts = load_lexicon("facts").patterns["executive_title"]
    for group in ("post", "role"):
        if head[group] and posts.search(head[group]):
            beside.setdefault("contact_title", contact_fact(scan, "contact_title", *head.span(group)))
    for key, fact in beside.items():
        if key != "contact_name":
            found.setdefault(key, fact)
    return True


def _post_alone(scan: Scan, fact: Fact, writer: re.Match[str]) -> Fact:
    """The post behind the last 的 (…幼儿园的园长), without the employer before it."""
    text = str(fact.value).rsplit("的", 1)[-1]
    titles = list(load_lexicon("facts").patterns["executive_title"].finditer(text))
    if not titles:
        return fact
    at = scan.text.find(text, writer.start("before"))
    return contact_fact(scan, "contact_title", at, at + len(text)) if at >= 0 else fact


def _take_speaker(scan: Scan, name: str, found: dict[str, Fact]) -> None:
    """The speaker's name, and the post set in brackets behind it at some line's head."""
    head = re.search(rf"{re.escape(name)}(?:（(?P<post>[^）\n]{{1,12}})）)?", scan.text)
    posts = re.compile(rf"{re.escape(name)}（(?P<post>[\u4e00-\u9fff]{{1,12}})）").search(scan.text)
    if head is None or scan.sealed(*head.span()):
        return
    found["contact_name"] = contact_fact(scan, "contact_name", head.start(), head.start() + len(name))
    if posts is not None and load_lexicon("facts").has("executive_title", posts["post"]):
        found.setdefault("contact_title", contact_fact(scan, "contact_title", *posts.span("post")))
