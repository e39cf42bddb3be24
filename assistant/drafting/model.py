"""Draft: the characterisation, the profile and what each of their sentences rests on."""

import re
from dataclasses import dataclass, field

from assistant.drafting.limits import count_characters
from assistant.drafting.material.model import FACT_KEYS, Honour, Material, Span

NO_HONOUR = "无"
TO_BE_FILLED = "【待补充】"
TO_BE_CHECKED = "【待核实】"
# Whatever a person has still to fill in or settle in a text (also 【待核：…】).
OPEN = re.compile(r"(【待[^【】]*】)")
# The flag of a table that leaves its honours empty: nobody has said that there are none, so the column may not say 无.
HONOURS_UNTOLD = "MISSING_HONOURS"
_DOUBTFUL = "有 {} 项荣誉存疑，请核实后列入，都不能列再填“无”"
_UNREAD = "材料有 {} 处荣誉没有读出或因保密没有写入，请对照原文"


@dataclass(frozen=True, slots=True)
class SourcedSentence:
    """One sentence of a draft and the spans of the material it rests on."""

    sentence: str
    evidence: tuple[Span, ...]

    def as_json(self) -> dict[str, object]:
        """The contract's source row."""
        return {"sentence": self.sentence, "evidence": [span.quote for span in self.evidence]}


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another wording within the limits. `column` is characterisation or profile; `style` says how it differs."""

    column: str
    style: str
    text: str

    def as_json(self) -> dict[str, object]:
        """Column, style, text and its length."""
        length = count_characters(self.text)
        return {"column": self.column, "style": self.style, "text": self.text, "length": length}


@dataclass(frozen=True, slots=True)
class Draft:
    """What goes into one row of the summary form, with its evidence. An empty characterisation means none was found."""

    material: Material
    characterisation: str
    profile: str
    sources: tuple[SourcedSentence, ...] = ()
    alternatives: tuple[Alternative, ...] = field(default=())

    def honours_text(self) -> str:
        """The honours column: listed honours one a line (`2022年12月 某奖（颁发单位）`), or “无”.

        Where none is listed and some are doubtful or unread, it is 【待核实】 with how many: 无 would be a claim, and a
        doubtful name printed in the column would be one too.
        """
        untold = any(flag.code == HONOURS_UNTOLD for flag in self.material.flags)
        none = TO_BE_FILLED if untold else NO_HONOUR
        return "\n".join(map(_told, self.material.listed_honours)) or self._open() or none

    def _open(self) -> str:
        counts = {_DOUBTFUL: len(self.material.open_honours), _UNREAD: len(self.material.unread_honours)}
        told = "；".join(what.format(count) for what, count in counts.items() if count)
        return TO_BE_CHECKED + told if told else ""

    def as_json(self) -> dict[str, object]:
        """The contract's JSON of `draft`."""
        return {
            "facts": {key: self.material.value(key) for key in FACT_KEYS},
            "characterisation": self.characterisation,
            "profile": self.profile,
            "honours": [
                {"name": honour.name, "date": honour.date, "level": honour.level}
                for honour in self.material.listed_honours
            ],
            "flags": [flag.as_json() for flag in self.material.flags],
            "lengths": {
                "characterisation": count_characters(self.characterisation),
                "profile": count_characters(self.profile),
            },
            "sources": [source.as_json() for source in self.sources],
            "alternatives": [alternative.as_json() for alternative in self.alternatives],
        }


def _told(honour: Honour) -> str:
    # Only a person lists an honour without a day; when it was is still to be found out.
    day, issuer = honour.date or f"时间{TO_BE_CHECKED}", f"（{honour.issuer}）" if honour.issuer else ""
    return f"{day} {honour.name}{issuer}"
