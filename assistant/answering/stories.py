"""Whose story a turn tells: that of the organisation, of the speaker as a person who works there, of another firm."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.answering.account import Account, Said
from assistant.answering.amending import corrects
from assistant.answering.cues import Cues
from assistant.answering.telling import read_account
from assistant.answering.turns import is_supposition, without_awards
from assistant.eligibility.narrative.lexicon import choices
from assistant.eligibility.narrative.lexicon import cues as worded
from assistant.eligibility.narrative.reader import read_narrative

ORGANISATION, INDIVIDUAL, ANOTHER = "organization", "individual", "another"
# Another firm comes in as an applicant: it is asked for, or where and when it was registered is told.
_INTRODUCED = re.compile(r"注册|登记|成立|设立|呢[？?。\s]*$")
_NOUN = re.compile(r"分公司|公司|企业|厂子?|单位|店|学校|医院")
# What is known of the firm tells of the person's employer.
_OF_THE_EMPLOYER = {
    "registered_city": "work_city",
    "accident_date": "employer_accident_date",
    "accident_level": "employer_accident_level",
    "accident_type": "employer_accident_type",
    "major_accident_free_years": "employer_major_accident_free_years",
}


def read_stories(turns: Sequence[Said], cues: Cues) -> Account:
    """The account of the one the last turn is about. A person keeps what is known of the firm as the employer's."""
    told: dict[str, list[Said]] = {ORGANISATION: [], INDIVIDUAL: [], ANOTHER: []}
    current = ""
    for turn in turns:
        kind = current if turn.aside else _turned_to(turn.text, cues, current)
        kind = current if kind == INDIVIDUAL != current and _for_the_firm(turn.text, told[ORGANISATION]) else kind
        if not current and kind:
            told[kind] = told[ORGANISATION]
            told[ORGANISATION] = told[ORGANISATION] if kind == ORGANISATION else []
        if kind == ANOTHER and _introduces(turn.text, cues):
            told[ANOTHER], turn = [], replace(turn, text=_as_own(turn.text))
        if kind == ORGANISATION and not turn.aside and _is_new_firm(turn.text, told[ORGANISATION]):
            told[ORGANISATION] = []
        current = kind
        told[current or ORGANISATION].append(turn)
    account = read_account(told[current or ORGANISATION])
    if current == ANOTHER:
        return replace(account, another=True)
    if current != INDIVIDUAL:
        return account
    return _employed(account, read_account(told[ORGANISATION]))


def _turned_to(text: str, cues: Cues, current: str) -> str:
    """The one a turn is about: another firm where it brings one in, until it speaks of the first again."""
    if current == ORGANISATION and _introduces(text, cues):
        return ANOTHER
    if current == ANOTHER:
        again = worded("turns.first_again").search(text) and not _introduces(text, cues)
        return ORGANISATION if again else ANOTHER
    return _named(text, cues, current) or current


def _for_the_firm(text: str, told: Sequence[Said]) -> bool:
    """Whether 我 of a turn (那我能报吗) is still the firm: the speaker wrote as it (我是兰州一家企业)."""
    written = any(worded("turns.i_am_firm").search(one.text) for one in told)
    return written and not worded("turns.himself").search(text)


def _introduces(text: str, cues: Cues) -> bool:
    asked = cues.has("eligibility", text) or cues.has("which_award", text)
    return bool(worded("turns.another").search(text) and (asked or _INTRODUCED.search(text)))


def _as_own(text: str) -> str:
    """The turn as the other firm would tell it: 我们还有一家子公司，2022年注册 → 我们公司，2022年注册."""
    found = worded("turns.another").search(text)
    noun = _NOUN.findall(found.group()) if found else []
    return text[: found.start()] + f"我们{(noun or ['公司'])[-1]}" + text[found.end() :] if found else text


def _named(text: str, cues: Cues, current: str) -> str:
    """The one a turn turns to: a person by his own words, a firm again only where it is named as the applicant."""
    if current == INDIVIDUAL:
        return ORGANISATION if _as_firm(text, cues) and not cues.has("as_person", text) else ""
    if cues.has("as_person", text) and cues.has("self", text):
        return INDIVIDUAL
    kind = read_narrative(text).facts.get("applicant_type")
    found = str(kind.value) if kind else ""
    return found if not current or cues.has("self", text) else ""


def _as_firm(text: str, cues: Cues) -> bool:
    """Whether a person's turn puts the firm forward as the applicant; 我们公司没出过事故 tells of the employer."""
    if cues.has("as_firm", text) or worded("turns.own_is").search(text):
        return True
    brought = cues.has("which_award", text) or worded("turns.founded").search(text)
    return bool(brought and worded("turns.own_firm").search(text) and not worded("turns.own_person").search(text))


def _is_new_firm(text: str, told: Sequence[Said]) -> bool:
    """Whether a turn says what the firm is, and it cannot be the one told of: a hospital after a works, or a firm
    founded elsewhere. Nothing told of the one is true of the other."""
    before = [one.text for one in told if not one.aside]
    own = worded("turns.own_is").search(text)
    founded = worded("turns.founded").search(text) and (own or worded("turns.own_firm").search(text))
    if not before or not (founded or own) or corrects(text) or is_supposition(text):
        return False
    # 我们是有限公司 tells the legal form of a hospital.
    known = _sorts([one for one in before if worded("turns.own_is").search(one)] or before)
    sorts = set() if worded("turns.legal_form").search(text) else _sorts([text])
    moved = bool(founded) and _seat(text) and _seat("。".join(before)) not in ("", _seat(text))
    return bool(moved or (sorts and known and not sorts & known))


def _sorts(texts: Sequence[str]) -> set[str]:
    plain = [without_awards(text) for text in texts]
    return {name for name, pattern in choices("turns.sort") if any(pattern.search(text) for text in plain)}


def _seat(text: str) -> str:
    found = read_narrative(text).facts.get("registered_city")
    return str(found.value) if found else ""


def _employed(person: Account, firm: Account) -> Account:
    """The person's account with what was told of the firm, as far as it says nothing of the employer itself."""
    facts, days = dict(person.facts), dict(person.days)
    facts.setdefault("applicant_type", INDIVIDUAL)
    if "work_city" not in facts:
        for key, value in _carried(firm.facts).items():
            facts.setdefault(key, value)
        for key, day in firm.days.items():
            days.setdefault(_OF_THE_EMPLOYER.get(key, key), day)
    return replace(person, facts=facts, days={key: day for key, day in days.items() if key in facts})


def _carried(facts: Mapping[str, object]) -> dict[str, object]:
    return {_OF_THE_EMPLOYER[key]: value for key, value in facts.items() if key in _OF_THE_EMPLOYER}
