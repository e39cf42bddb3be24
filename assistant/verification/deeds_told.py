"""What an applicant's text says is done with all of it, given for nothing or left to nobody, told the other way."""

import re
from collections.abc import Iterator

from assistant.verification.alignment import NEGATOR
from assistant.verification.evidence import Evidence
from assistant.verification.honour_owner import honour_itself, honours_named, strange_issuer
from assistant.verification.model import Reason
from assistant.verification.plain import compiled

# 单套返工, 只停带毒的几株: one or some where the text has the whole lot.
_SOME = re.compile(r"(?:单[套件筐个只株台瓶箱袋批]|个别|部分|那几?[套件筐个只株台瓶箱袋])([一-鿿]{2})")
_WHOLE = r"(?:整[批炉锅行班窑车棚箱筐]|同[批炉窑棚车]|全部|全都)[^,。;]{0,4}"
_SOLD = (("卖给", "卖"), ("出售给", "出售"), ("购买", "购"), ("有偿", "有偿"), ("付费", "付费"), ("收费", "收费"))
_MAY_NOT = re.compile(r"([一-鿿]{2,4}?)(?:本人)?(?:也|都|也都)?(?:不能|无权|不得|不许|不可以?|没有权)(?!少|缺)")
_AWARDED = re.compile(
    r"由([^,。;]{3,20}?[局厅委会府部院办])(?:于[^,。;]{2,10})?(?:颁发|授予|评出|评定|评选|表彰|认定|命名)"
)


def check_deeds_told(said: str, evidence: Evidence) -> Iterator[Reason]:
    """The findings on one flat sentence that rests on the applicant's text."""
    yield from _only_some(said, evidence)
    yield from _sold(said, evidence)
    yield from _empowered(said, evidence)
    yield from check_awarded(said, evidence)


def _only_some(said: str, evidence: Evidence) -> Iterator[Reason]:
    for match in _SOME.finditer(said):
        if compiled(_WHOLE + match[1]).search(evidence.text) and match.group() not in evidence.text:
            yield Reason("scope", f"材料写的是全部“{match[1]}”，句中说成了“{match.group()}”")
            return


def _sold(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Sold or paid for, of which the text has not a word."""
    for word, stem in _SOLD:
        if word in said and stem not in evidence.text and not NEGATOR.search(said.partition(word)[0][-4:]):
            yield Reason("unsupported", f"材料没有说“{word}”")
            return


def _empowered(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Who the text says may not, told that he may (总经理可以否决 for 总经理也不能改)."""
    for who in {match[1] for match in _MAY_NOT.finditer(evidence.text)}:
        told = compiled(rf"{who}(?:本人)?(?:也|都|才|就)?(?:可以|能够?(?!不)|有权|可)(?![能行靠])").search(said)
        if told and told.group() not in evidence.text:
            yield Reason("negation", f"材料说“{who}”不能，句中写成了可以")
            return


def check_awarded(said: str, evidence: Evidence) -> Iterator[Reason]:
    """某奖由某府颁发, where the text has it from another body."""
    for sentence in re.split("[。;]", said):
        match = _AWARDED.search(sentence)
        names = [honour_itself(m[1]) for m in honours_named(sentence[: match.start()])] if match else []
        if match and names and (issuer := strange_issuer(f"{match[1]}颁发的{names[-1]}", evidence.text)):
            yield Reason("honour", f"材料没有说“{names[-1][-12:]}”由“{issuer[-12:]}”颁发")
            return
