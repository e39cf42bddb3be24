"""A contact told in passing: a name in a sentence that says whom to ask, who wrote this, or who “I” am.

Each sentence is asked whether it turns to the reader (找, 问, 打她电话, 回话给); the name it gives, or the one that a
pronoun in it stands for, is the contact, with the post that stands before or behind that name.
"""

import re
from functools import lru_cache

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.contact_words import PHONE, contact_fact
from assistant.drafting.material.model import Fact, Span
from assistant.drafting.material.scan import Scan
from assistant.drafting.material.surnames import may_be_name, name_pattern
from assistant.language.sentences import Sentence

# A name ends before a verb of writing or seeing to it, and before a mark.
_SURE_BEHIND = (
    r"(?<![填写说整盯问办收接管跑搞弄执])(?=[，。；、（）：！ \n]|$|老师|同志|就|说|写|填|整理|盯|办|收|接|执笔"
    r"|牵头|跟进|对接|负责|操办|张罗|经手|[他她]|电话|手机|[0-9]|是|在)"
)

# What stands before a post where a sentence runs on without a mark (…不说了电话打我们理事长).
_CALLED_UP = re.compile(
    r"[\u4e00-\u9fff]*(?:(?:材料|报告|表格?|稿子?|申报书|推荐表|此事|这事|这件事)(?:都|也|就)?(?:是|由)|(?:电话|座机|手机)[\u4e00-\u9fff]{0,3}(?:打|拨)(?:给|到)?)(?:我们?|咱们?)?的?"
)


def told_contact(scans: tuple[Scan, ...], found: dict[str, Fact]) -> None:
    """Name, post and number from the first sentence that turns to the reader and names somebody."""
    for scan in scans:
        for number, sentence in enumerate(scan.sentences):
            before = scan.sentences[number - 1] if number else None
            for key, fact in (_asked_for(scan, sentence, before) or {}).items():
                found.setdefault(key, fact)
            if "contact_name" in found:
                return


def speaks_for(scans: tuple[Scan, ...], applicant: str) -> dict[str, Fact]:
    """Who writes on another's behalf and is to be asked (我叫晏小荷，在厂里当保管员; 找我), with the own post."""
    for scan in scans:
        asks = load_lexicon("contacts").find("ask_me", scan.text)
        writer = _writer().search(scan.text)
        if asks is None or writer is None or writer["name"] == applicant or scan.sealed(*writer.span()):
            continue
        facts = {"contact_name": contact_fact(scan, "contact_name", *writer.span("name"))}
        post = _post(scan, writer.start("name"), writer.end("name"), scan.text.find("\n", writer.end()))
        return facts | post
    return {}


def hired_writer(scans: tuple[Scan, ...], name: str) -> Span | None:
    """The sentence in which the named one says to write for the applicant and to be another's (…是咨询公司的)."""
    for scan in scans:
        for match in re.finditer(rf"(?:我叫|我是|本人叫|本人是)[^，。；\n]{{0,10}}?{re.escape(name)}", scan.text):
            sentence = scan.sentence_at(match.start())
            if sentence is not None and load_lexicon("contacts").has("writes_for_hire", sentence.text):
                return scan.source.span(sentence.start, sentence.end)
    return None


def post_of(scans: tuple[Scan, ...], name: str) -> dict[str, Fact]:
    """The post beside any mention of the contact's name, where it is told elsewhere than the name was read."""
    for scan in scans:
        for match in re.finditer(re.escape(name), scan.text):
            stop = scan.text.find("\n", match.end())
            post = _post(scan, *match.span(), stop) if not scan.sealed(*match.span()) else {}
            if post:
                return post
    return {}


def _asked_for(scan: Scan, sentence: Sentence, before: Sentence | None) -> dict[str, Fact] | None:
    contacts = load_lexicon("contacts")
    if (
        contacts.has("of_others", sentence.text)
        or contacts.has("other_desks", sentence.text)
        or scan.sealed(sentence.start, sentence.end)
    ):
        return None
    phone = PHONE.search(scan.text, sentence.start, sentence.end)
    name = _direct(scan, sentence, named=phone is not None) or _by_pronoun(scan, sentence, before)
    if name is None:
        return None
    facts = {"contact_name": contact_fact(scan, "contact_name", *name)}
    if phone is not None:
        facts["contact_phone"] = contact_fact(scan, "contact_phone", *phone.span())
    return facts | _post(scan, *name, sentence.end)


def _direct(scan: Scan, sentence: Sentence, *, named: bool) -> tuple[int, int] | None:
    """The name behind a word of asking, or behind who writes or fills in this paper."""
    for match in _ask().finditer(scan.text, sentence.start, sentence.end):
        barred = load_lexicon("contacts").has("barred", scan.text[max(0, match.start() - 6) : match.start()])
        if not barred and (named or match["surely"]) and may_be_name(match["name"]):
            return match.span("name")
    return None


def _by_pronoun(scan: Scan, sentence: Sentence, before: Sentence | None) -> tuple[int, int] | None:
    """Whom a pronoun in the words of asking stands for: the last name before it, here or in the sentence before."""
    asks = load_lexicon("contacts").patterns["ask_him"].search(scan.text, sentence.start, sentence.end)
    reached = PHONE.search(sentence.text) or load_lexicon("contacts").has("reached", sentence.text)
    if asks is None or not reached:
        return None  # 别人问他…: a story turns to nobody
    begin = before.start if before is not None else sentence.start
    names = list(_names().finditer(scan.text, begin, asks.start()))
    names = [name for name in names if may_be_name(name["name"])]
    return names[-1].span("name") if names else None


def _post(scan: Scan, start: int, end: int, stop: int) -> dict[str, Fact]:
    """The post that stands right before or behind the name."""
    stop = stop if stop > end else len(scan.text)
    before = _post_before().search(scan.text, max(0, start - 16), start)
    if before is not None and before.end() == start:
        called = _CALLED_UP.match(scan.text, *before.span("title"))
        first = called.end() if called and called.end() < before.end("title") else before.start("title")
        return {"contact_title": contact_fact(scan, "contact_title", first, before.end("title"))}
    behind = _post_behind().match(scan.text, end, stop)
    return {} if behind is None else {"contact_title": contact_fact(scan, "contact_title", *behind.span("title"))}


def _title() -> str:
    return load_lexicon("facts").patterns["executive_title"].pattern


@lru_cache(maxsize=1)
def _ask() -> re.Pattern[str]:
    contacts = load_lexicon("contacts").patterns
    whose = r"(?P<post>[\u4e00-\u9fffA-Z]{1,10}?(?:" + _title() + r"))|[\u4e00-\u9fffA-Z]{1,6}?[部室科处股办组社厂]的?"
    return re.compile(
        rf"(?:(?P<surely>{contacts['ask_surely'].pattern})|{contacts['ask'].pattern})(?:{whose})?"
        rf"(?P<name>{name_pattern()}){_SURE_BEHIND}"
    )


@lru_cache(maxsize=1)
def _names() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?<![\u4e00-\u9fff])|(?<=[由是叫让请])|(?<=[部室科处股办组]的)|(?<=[部室科处股办组员长任师理])|(?<=会计))"
        rf"(?P<name>{name_pattern()}){_SURE_BEHIND}"
    )


@lru_cache(maxsize=1)
def _writer() -> re.Pattern[str]:
    return re.compile(rf"(?:我叫|我是|本人叫|本人是)[^，。；\n]{{0,10}}?(?P<name>{name_pattern()})(?=[，。；（\n])")


@lru_cache(maxsize=1)
def _post_before() -> re.Pattern[str]:
    lead = r"(?:我们?|咱们?|本|[厂院校社店站公][里司])?的?"
    return re.compile(
        rf"(?<![\u4e00-\u9fff])(?:{load_lexicon('contacts').patterns['ask_lead'].pattern})*{lead}"
        rf"(?P<title>[\u4e00-\u9fffA-Z]{{0,10}}?(?:{_title()}))[ 　]?$"
    )


@lru_cache(maxsize=1)
def _post_behind() -> re.Pattern[str]:
    linked = (
        r"(?:盯着|管着|负责|写的|填的|整理的|在[跑办管弄])?[，（ ]*(?:[他她]?(?:就)?(?:是|任|担任|现任)"
        r"|[他她]?在[\u4e00-\u9fff]{1,8}?[当做任是])?"
        r"(?:我们?|咱们?|本|[厂院校社店站馆场矿公](?:[里上司]))*的?"
    )
    return re.compile(
        rf"{linked}(?P<title>[\u4e00-\u9fffA-Z]{{0,8}}?(?:{_title()}|[一-鿿]{{0,2}}会计|文书))(?=[，。；、）\n]|$)"
    )
