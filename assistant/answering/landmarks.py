"""Words that one notice alone uses and people call it by: the beginning of its number, a road, a person, a phone."""

import re

# The word a document number begins with (渝经信科技〔2024〕5号), at the start of its line or in brackets of its own.
_NUMBERED = re.compile(
    r"(?:^|(?<=[（(《“，。：；\s]))([\u4e00-\u9fff]{3,8})[〔\[［【（(]20\d\d[〕\]］】）)]\s?\d+\s?号", re.MULTILINE
)
# A road stands before the number of a house; where its name begins cannot be told, so its endings are taken.
_ROAD = re.compile(r"([\u4e00-\u9fff]{2,6}(?:路|大道|街|巷))\s*\d+\s*号")
# Who is to be turned to, behind the office he sits in.
_CONTACTS = re.compile(r"联系人[：:](?P<line>[^。\n]*)")
_PERSON = re.compile(r"(?:^|[\s、，；]|(?<=[处科厅办室局委部]))([\u4e00-\u9fff]{2,3})(?=[\s、，；\d]|$)")
_REACHED = re.compile(r"(?<!\d)\d{7,8}(?!\d)|[A-Za-z][\w.]{3,}(?=@)")
_SHORTEST = 3


def landmarks(text: str) -> frozenset[str]:
    """The words of a notice by which people may call it; whether another notice uses them as well is not told here."""
    people = (name for contacts in _CONTACTS.finditer(text) for name in _PERSON.findall(contacts["line"]))
    beginnings = (word[:end] for word in _NUMBERED.findall(text) for end in range(_SHORTEST, len(word) + 1))
    endings = (road[start:] for road in _ROAD.findall(text) for start in range(len(road) - _SHORTEST + 1))
    return frozenset((*beginnings, *endings, *people, *_REACHED.findall(text)))
