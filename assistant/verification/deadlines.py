"""What a clause wants done within a span of days: another deed must not be put into it (5个工作日内作出处理结果)."""

import re
from collections.abc import Iterator

from assistant.verification.evidence import Evidence
from assistant.verification.model import Reason
from assistant.verification.plain import segments
from assistant.verification.support import Home, said_in
from assistant.verification.tagging import light, tagged

_WITHIN = re.compile(r"(?<!\d)\d+个?(?:工作日|日|天|小时)(?:之|以)?内(?P<deed>[^,。;]{2,24})")
_ANY = re.compile(r"(?<!\d)\d+个?(?:工作日|日|天|小时)")


def check_within(home: Home, evidence: Evidence) -> Iterator[Reason]:
    """A deed told to be done within days that the clause names, but not within them."""
    match = _WITHIN.search(home.segment)
    pieces = [
        p for each in home.statements[:1] for wording in each.wordings for p in segments(wording) if _ANY.search(p)
    ]
    if not match or not pieces:
        return
    held = "\n".join(pieces)
    for word, kind in tagged(match["deed"]):
        if kind[0] in "vn" and len(word) > 1 and not light(word) and not said_in(word, held) and word in evidence.text:
            yield Reason("pairing", f"所引条款没有要求“{word}”在这个期限内完成")
            return
