"""Who “me” is where a paper says to put me down or to ask for me: who sends, signs or is interviewed (受访人：…)."""

import re
from functools import lru_cache

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.contact_words import PHONE, contact_fact, read_parts
from assistant.drafting.material.model import Fact
from assistant.drafting.material.quoted import is_quoted
from assistant.drafting.material.scan import Scan
from assistant.drafting.material.surnames import is_name, name_pattern

SENT_BY = re.compile(
    r"(?m)^[ \t]*(?:发件人|寄件人|发信人|From|FROM|发送人)[ ]*[：:][ ]*"
    r"(?P<name>[\u4e00-\u9fff·]{2,4})(?=[ \t]*(?:[<（(\n]|$))"
)
# The lines a letter ends with: a name by itself, a day below it at most.
_CLOSING = (
    r"(?:^|\n)[ \t—–-]*(?P<name>{name})[ \t]*(?:\n[ \t]*(?:[0-9]{{2,4}}[年./-])?[0-9]{{1,2}}[月./-][^\n]{{0,12}})?\s*$"
)


def writer_contact(scans: tuple[Scan, ...], found: dict[str, Fact]) -> None:
    """Name, post and number of who says “me”, where a line puts them down as the contact or gives their number."""
    for scan in scans:
        asked = _asks_for_me(scan)
        who = _writer(scan, asked[0]) if asked else {}
        if asked is None or "contact_name" not in who:
            continue
        beside = read_parts(scan, asked[1], _line_end(scan.text, asked[1]))
        found.setdefault("contact_name", who["contact_name"])
        for key in ("contact_title", "contact_phone"):
            fact = beside.get(key) or who.get(key)
            if fact is not None:
                found.setdefault(key, fact)
        return


def _asks_for_me(scan: Scan) -> tuple[int, int] | None:
    """Where a line of the paper's own says so; by a bare 找我 only one with a telephone does."""
    contacts = load_lexicon("contacts")
    for name in ("put_me", "reach_me"):
        for match in contacts.patterns[name].finditer(scan.text):
            start = scan.text.rfind("\n", 0, match.start()) + 1
            if is_quoted(scan.text, start) or scan.sealed(*match.span()):
                continue
            if name == "put_me" or PHONE.search(scan.text, start, _line_end(scan.text, match.end())):
                return match.span()
    return None


def _line_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    return end if end >= 0 else len(text)


def _writer(scan: Scan, position: int) -> dict[str, Fact]:
    """The last sender named above `position`, else who is interviewed, else who signs at the end."""
    senders = [one for one in SENT_BY.finditer(scan.text) if one.start() < position]
    if senders:
        return {"contact_name": contact_fact(scan, "contact_name", *senders[-1].span("name"))}
    asked = _interviewed(scan, position)
    if asked:
        return asked
    closing = _closing().search(scan.text)
    if closing is None or not is_name(closing["name"]) or closing.start("name") < position:
        return {}
    return {"contact_name": contact_fact(scan, "contact_name", *closing.span("name"))}


def _interviewed(scan: Scan, position: int) -> dict[str, Fact]:
    """Name and post behind 受访人： at the head of an interview, up to who asks or writes it down."""
    contacts = load_lexicon("contacts")
    for head in contacts.patterns["interviewed"].finditer(scan.text, 0, position):
        end = min(_line_end(scan.text, head.end()), position)
        stop = contacts.patterns["interviewed_by"].search(scan.text, head.end(), end)
        parts = read_parts(scan, head.end(), stop.start() if stop else end)
        if "contact_name" in parts and not contacts.has("of_others", scan.text[head.end() : end]):
            return parts
    return {}


@lru_cache(maxsize=1)
def _closing() -> re.Pattern[str]:
    return re.compile(_CLOSING.format(name=name_pattern()))
