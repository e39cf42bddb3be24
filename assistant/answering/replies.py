"""A bare answer to the desk's own question (没有, 2018年3月, 是) as the value of the fact asked for."""

import re
from collections.abc import Callable
from datetime import date

from assistant.eligibility.facts import FACTS, parse_facts
from assistant.eligibility.wording import NEVER, can_be_never, question_words
from assistant.errors import FactsError
from assistant.knowledge.vocabulary import FactSpec
from assistant.language.dates import find_dates
from assistant.language.numerals import find_quantities
from assistant.language.places import find_places

_LONGEST = 24
_POLITE = re.compile(r"^(?:嗯|哦|噢|啊|那个|应该说|回答)*[，,、 ]*|[。！!～~，,\s]|(?:的|了|呢|吧|呀|啊|哈)+$")
_NO = re.compile(
    r"^(?:没|无$|否|不(?!知|清|确|详|太|好|敢|记|了解)|未|尚未|还没|从未|从没|从来|一直没|一次也没|都没|均无)"
)
_YES = re.compile(r"^(?:是|有|对|嗯|恩|已|通过|取得|获得|得过|拿过|齐全|都齐|都有|当然|没错|可以|确实|符合|担任|负有)")
_OPEN = re.compile(
    r"不知道|不清楚|不确定|不详|说不准|不好说|记不|不太|不了解|不敢|好像|可能|大概|也许|应该|估计|[？?吗]"
)

# A section of the classification of industries answered by its letter (C, 属于C类), and the letter before its name.
_LETTER = re.compile(r"(?:属于?|是|选|归)*([A-Ta-t])(?:类|门类)?")
_SECTION = re.compile(r"^[A-T] ")


def asked_fact(said: str, marker: str) -> str:
    """The fact the desk asked for at the end of what it said; "" where it asked nothing."""
    at = said.rfind(marker)
    rest = said[at + len(marker) :] if at >= 0 else ""
    fitting = (key for key, spec in FACTS.items() if rest.startswith((spec.question, question_words(spec))))
    return next(fitting, "")


def read_reply(key: str, text: str, day: date) -> object:
    """The JSON value a bare answer gives the fact; None where it gives none or leaves it open."""
    plain = _POLITE.sub("", text.strip())
    if key not in FACTS or not plain or len(plain) > _LONGEST or _OPEN.search(text):
        return None
    spec = FACTS[key]
    value = _READERS[spec.type](spec, plain, day)
    try:
        return value if value is not None and parse_facts({key: value}) else None
    except FactsError:
        return None


def _flag(spec: FactSpec, text: str, _: date) -> object:
    if _NO.search(text):
        return False
    return True if _YES.search(text) else None


def _number(spec: FactSpec, text: str, _: date) -> object:
    if can_be_never(spec) and _NO.search(text):
        return NEVER
    if text.isascii() and text.isdigit():
        return int(text)
    found = [one for one in find_quantities(text) if one.bound == "exact" and one.unit == spec.unit]
    return float(found[0].value) if len(found) == 1 else None


def _date(spec: FactSpec, text: str, day: date) -> object:
    found = find_dates(text, day)
    if len(found) == 1:
        return str(found[0].value)
    return "none" if spec.type == "date_or_none" and not found and _NO.search(text) else None


def _choice(spec: FactSpec, text: str, _: date) -> object:
    letter = _LETTER.fullmatch(text)
    if letter is not None:
        return next((key for key, label in spec.values if label.startswith(f"{letter[1].upper()} ")), None)
    names = [(key, _SECTION.sub("", re.split(r"[（(]", label)[0])) for key, label in spec.values]
    named = [(key, name) for key, name in names if name in text or name.removesuffix("业") == text]
    longest = max((len(label) for _, label in named), default=0)
    found = [key for key, label in named if len(label) == longest]
    return found[0] if len(found) == 1 else None


def _text(spec: FactSpec, text: str, _: date) -> object:
    if not spec.place:
        return None
    places = {getattr(one.place, spec.place) for one in find_places(text)}
    return places.pop() or None if len(places) == 1 else None


_READERS: dict[str, Callable[[FactSpec, str, date], object]] = {
    "flag": _flag,
    "number": _number,
    "text": _text,
    "enum": _choice,
    "date": _date,
    "date_or_none": _date,
}
