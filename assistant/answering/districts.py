"""Awards of a district or county that the library holds: by the place's own name, and never by its city's awards."""

import re
from collections.abc import Iterable, Mapping

import rjieba

from assistant.knowledge.awards import Award
from assistant.language.places import Place, find_places

# 璧山区 as people say it; 郊区 and 城区 have no shorter name.
_ENDING = re.compile(r"(?<=..)(?:区|县|旗|市)$")
# Who is there and asks of another award: 我们在璧山, 璧山的企业.
_THERE_BEFORE = re.compile(r"(?:在|位于|落户|来自|我们?是|咱们?是|我们|咱们)(?:重庆市?|[^，。；？\s]{2,4}[省市])?$")
_THERE_BEHIND = re.compile(
    r"(?:这边|本地|当地)?的?(?:[一两这]家)?[^，。；？的奖励对给向评选几报交]{0,4}?(?:企业|公司|工厂|厂|单位|医院|学校|合作社|人)(?!民政府)|的[，。；]"
)
# An official's award is named by his office: 区长质量管理奖, 县长质量奖.
_OF_OFFICE = re.compile(r"(?P<office>[区县旗镇州盟])(?P<who>长|人民政府|政府)质量(?:管理)?奖$")


class Districts:
    """Finds the places of the awards that are a district's own."""

    def __init__(self, awards: Iterable[Award]) -> None:
        self._seats: dict[str, Place] = {}
        for award in awards:
            mentions = find_places(award.region)
            if mentions and mentions[-1].place.county:
                self._seats[award.id] = mentions[-1].place

    def __contains__(self, award: str) -> bool:
        return award in self._seats

    @property
    def words(self) -> tuple[str, ...]:
        """The names of the places, in full and short."""
        names = (name for place in self._seats.values() for name in _names(place))
        return tuple(dict.fromkeys(names))

    def within(self, region: str) -> tuple[str, ...]:
        """The awards of places that lie in a city or province told by its short name."""
        return tuple(award for award, place in self._seats.items() if region in place.city or region in place.province)

    def named(self, text: str) -> dict[str, int]:
        """The awards whose place is asked about, with where it stands; not those whose place an applicant is in."""
        spans = [(award, *span) for award, place in self._seats.items() for span in _spans(text, place)]
        return {award: start for award, start, end in reversed(spans) if not _is_seat(text, start, end)}

    def seated(self, text: str) -> tuple[str, ...]:
        """The awards in whose place an applicant is said to be."""
        found = self.named(text)
        return tuple(award for award, place in self._seats.items() if award not in found and any(_spans(text, place)))

    def blanked(self, text: str, awards: Mapping[str, int]) -> str:
        """The text without the places of these awards, their city before them with them."""
        for award in awards:
            place = self._seats[award]
            city = _ENDING.sub("", place.city)
            for start, end in _spans(text, place):
                before = re.search(rf"{re.escape(city)}市?$", text[:start])
                start = before.start() if before else start
                text = text[:start] + "　" * (end - start) + text[end:]
        return text

    def of_another(self, award: str, text: str, position: int) -> bool:
        """Whether a name of the award stands behind another place (江津区区长奖, 江津区长奖): it is that place's."""
        place = self._seats.get(award)
        ends = (position, position + 1)
        return place is not None and any(
            one.place.county and one.place.county != place.county and one.start < position and one.end in ends
            for one in find_places(text)
        )

    def is_here(self, place: Place) -> bool:
        """Whether a place is that of an award held."""
        return any((place.city, place.county) == (one.city, one.county) for one in self._seats.values())


def office_aliases(name: str) -> tuple[str, ...]:
    """What an award named after an office is called without its place (区长质量管理奖, 区长质量奖, 区长奖)."""
    found = _OF_OFFICE.search(name)
    if not found:
        return ()
    endings = ("质量管理奖", "质量奖", "奖") if found["who"] == "长" else ("质量管理奖", "质量奖")
    place = name[: found.start()]
    bare = [f"{found['office']}{found['who']}{ending}" for ending in endings]
    return tuple(dict.fromkeys((*(f"{place}{one}" for one in bare if place), *bare)))


def _names(place: Place) -> tuple[str, ...]:
    return tuple(dict.fromkeys((place.county, _ENDING.sub("", place.county))))


def _spans(text: str, place: Place) -> list[tuple[int, int]]:
    """Where the place stands: in full, or as no part of another word (市中 in 全市中小企业 is none)."""
    full, short = place.county, _names(place)[-1]
    spans = [found.span() for found in re.finditer(re.escape(full), text)]
    rest = text.replace(full, "　" * len(full))
    words = _words(rest)
    for found in re.finditer(re.escape(short), rest):
        start, end = found.span()
        if not any(s < end and start < e and (s < start or end < e) for s, e in words):
            spans.append((start, end))
    return sorted(spans)


def _words(text: str) -> list[tuple[int, int]]:
    spans, position = [], 0
    for word in rjieba.cut(text):
        spans.append((position, position + len(word)))
        position += len(word)
    return spans


def _is_seat(text: str, start: int, end: int) -> bool:
    return bool(_THERE_BEFORE.search(text[:start]) or _THERE_BEHIND.match(text, end))
