"""What of an applicant's material no sentence may rest on or tell: orders to a program, secrets, what is private."""

import itertools
import re
from datetime import date

from assistant.drafting.material.scan import scan
from assistant.drafting.material.source import read_source
from assistant.verification.lexicon import any_of, lexicon
from assistant.verification.material_lines import apart
from assistant.verification.passing import by_digest, passing
from assistant.verification.plain import content, flat, flat_lines

_SECRET = {"TRADE_SECRET": "商业秘密", "STATE_SECRET": "国家秘密"}
# Plans are told from results by the day; what is withheld does not hang on it.
_ANY_DAY = date(2024, 1, 1)
# 公开给同行 keeps nothing back: to be open, told abroad or written is so only where it is denied.
_CALLED_SECRET = re.compile(
    r"秘密|机密|绝密|涉密|保密|内部|外传|外泄|泄露|外人|密级|脱密|(?:不|未|勿|别|莫|非)[^,。;]{0,8}(?:公开|对外|写)"
)
_BRACKETED = re.compile(r"（[^（）]*）|\([^()]*\)|【[^【】]*】|<[^<>]{8,}>")
_QUOTED = re.compile(r"“[^“”]*”|《[^《》]*》")
_ENGLISH_END = re.compile(r"(?<=[a-z]{3}[.!]) (?=[^a-zA-Z])")


@passing(maxsize=64)
def without_orders(material: str) -> str:
    """The material less what gives orders to a program: that says nothing of the applicant."""
    material = _ENGLISH_END.sub("。", material)
    material = _BRACKETED.sub(lambda match: "" if _orders(match.group()) else match.group(), material)
    for start, end in reversed(_zones(material, {"INJECTION"})):
        material = material[:start] + material[end:]
    pieces = re.findall(r"[^。;；!！\n]+[。;；!！\n]*", material)
    return "".join(piece for piece in pieces if not any_of(lexicon().list("orders"), flat(piece).lower()))


# So many characters in a row that only the orders have were taken from them.
_TAKEN = 5


@passing(maxsize=1024)
def ordered(said: str, material: str) -> str:
    """The first stretch of the bare characters `said` that the material has only in its orders to a program, or ""."""
    whole, rest = content(material), content(without_orders(material))
    if len(whole) == len(rest):
        return ""
    pieces = (said[at : at + _TAKEN] for at in range(len(said) - _TAKEN + 1))
    return next((piece for piece in pieces if piece in whole and piece not in rest), "")


def _orders(aside: str) -> bool:
    """Whether an aside in brackets speaks to a program."""
    return bool(any_of(lexicon().list("orders"), flat(aside).lower()) or _zones(aside[1:-1], {"INJECTION"}))


# 堆焊参数属商业秘密:185A: of a secret with a title the title may be named, what stands behind it may not.
_SECRET_TITLE = re.compile(r"^[^:。;\d]{2,40}(?:秘密|机密|保密|涉密)[^:。;\d]{0,6}:(?=.{4})")


@passing(maxsize=64)
def sealed(material: str) -> tuple[tuple[str, str, str], ...]:
    """(mark, sealed text, the rest of the material) of each secret sentence or private stretch of it, flat."""
    text = flat_lines(apart(material))
    zones = [(name, flat(material[a:b])) for code, name in _SECRET.items() for a, b in _zones(material, {code})]
    found = [(name, piece) for name, piece in zones if _CALLED_SECRET.search(piece)]
    sentences = re.split(r"[。;；\n]", text)
    found += [piece for sentence in sentences for piece in _marked(sentence)]
    found += [pair for one, other in itertools.pairwise(sentences) for pair in _listed_behind(one, other)]
    found = [(mark, _SECRET_TITLE.sub("", piece)) for mark, piece in found]
    rest = text
    for _, piece in found:
        rest = rest.replace(piece, "")
    return tuple((mark, piece, rest) for mark, piece in dict.fromkeys(found))


# 客户名单属商业秘密。大客户有…: what is sealed by its name is told in the sentence behind.
_LIST = re.compile(r"([一-鿿]{2})(?:名单|清单|名录|配方|参数|型号|报价|配比)")


def _listed_behind(sentence: str, behind: str) -> list[tuple[str, str]]:
    """The sentence behind one that seals a list by its name, where it gives what is on the list."""
    mark, named = any_of(lexicon().list("confidential"), sentence), _LIST.search(sentence)
    told = named and re.match(rf"[^,。;]{{0,3}}{named[1]}[^,。;]{{0,3}}(?:有|是|为|包括|:)", behind)
    return [(mark, behind)] if mark and told and not re.search(r"\d", sentence) else []


def _marked(sentence: str) -> list[tuple[str, str]]:
    """A sentence that a word of secrecy seals, or the stretches of it that are private."""
    mark = any_of(lexicon().list("confidential"), sentence)
    if mark:
        return [(mark, sentence)]
    named = [(piece, _QUOTED.sub("", piece)) for piece in re.split(r"[,，]", sentence)]
    of_one = lexicon().list("private_of_one") if ONE_PERSON.search(sentence) else ()
    found = [(any_of(lexicon().list("private"), bare) or _of_one(of_one, bare), piece) for piece, bare in named]
    return [pair for pair in found if pair[0]]


# Whose illness it is: a person's, who is named, spoken of or left out, not that of all whom an applicant treats.
ONE_PERSON = re.compile(
    r"[一-鿿]某|本人|[他她](?!们)|曾|做过|得过|身患|自己|女儿|儿子|妻子|丈夫|父亲|母亲|[男女],|\d岁|家属|身份证|因[^,。;]{1,8}(?:住院|手术)"
)
_OF_MANY = re.compile(r"率|人次|\d例|\d+张|每|各|一份|制度|规范|患者(?!某)|病区|病房|手术室")


def _of_one(words: tuple[str, ...], piece: str) -> str:
    """The word of a piece that tells of one person's illness; a rate or a rule tells of many."""
    return "" if of_many(piece) else any_of(words, piece)


def of_many(piece: str) -> bool:
    """Whether a flat piece tells of an illness as an applicant's work: a rate, a rule, its patients."""
    return bool(_OF_MANY.search(piece))


def private_stretches(material: str) -> list[str]:
    """The sentences of the material as written that tell something private of a person."""
    return [material[start:end] for start, end in _zones(material, {"PERSONAL_PRIVACY"})]


def _zones(material: str, codes: set[str]) -> list[tuple[int, int]]:
    """The stretches of the text as written that are flagged with one of the codes, in order."""
    return sorted((start, end) for code, start, end in _flagged(material) if code in codes)


@by_digest(maxsize=256)
def _flagged(material: str) -> tuple[tuple[str, int, int], ...]:
    source = read_source("", material)
    spans = [(zone.code, source.span(zone.start, zone.end)) for zone in scan(source, _ANY_DAY).zones]
    return tuple((code, span.start, span.end) for code, span in spans)
