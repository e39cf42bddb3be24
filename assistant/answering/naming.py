"""Which awards a text names: by award name, alias or region, or an award or place outside the library."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from assistant.answering.cues import Cues, ranks
from assistant.answering.declining import declines, without_declined
from assistant.answering.districts import Districts
from assistant.eligibility.narrative import lexicon
from assistant.knowledge.awards import Award
from assistant.language.places import find_places

_AWARD_OF = re.compile(
    r"([\u4e00-\u9fff]{2,10}?(?:省|市|州|区|县)?(?:人民)?"
    r"(?:政府|市长|省长|区长|县长)?质量(?:管理)?奖)"
)


_NAMESAKE = 2

# What stands between two places of a list.
_LISTED = re.compile(r"市?(?:的?(?:政府)?质量奖|的奖)?\s*(?:[、，,和与跟同及]|还有|以及|比|对比)\s*")


# What stands between a place and 质量奖 when the award is that place's own.
_OWN_AWARD = re.compile(r"(?:人民政府|政府|[省市区县州]?长)?质量(?:管理)?奖(?!励)|[区县旗]?长奖(?![励金])")


@dataclass(frozen=True, slots=True)
class Naming:
    """`awards` the text names, in order of mention; `unknown` names an award or place outside the library."""

    awards: tuple[str, ...]
    unknown: str | None = None


def _short(region: str) -> str:
    """A region as people say it: 甘肃省兰州市 → 兰州, 甘肃省 → 甘肃, 重庆市 → 重庆."""
    innermost = re.sub(r"^.{2,8}?(?:省|自治区)(?=.)", "", region)
    return re.sub(r"(?<=..)(?:省|市|自治区)$", "", innermost)


class AwardNames:
    """Finds the awards a text names. Built once from the fact sheets; knows no award by itself."""

    def __init__(
        self, awards: Mapping[str, Award], cues: Cues, landmarks: Mapping[str, Collection[str]] = MappingProxyType({})
    ) -> None:
        """`landmarks` are those of each document; one that several have names none of them."""
        self._awards = awards
        shared = Counter(word for words in landmarks.values() for word in words)
        self._landmarks = {document: [w for w in words if shared[w] == 1] for document, words in landmarks.items()}
        self._cues = cues
        self._districts = Districts(awards.values())
        self._regions = {_short(one.region) for one in awards.values() if one.region and one.id not in self._districts}
        # Regions that have an award of their own here; 中国质量奖 by way of 甘肃 is none of 甘肃's.
        self._own = {_short(award.region) for award in awards.values() if award.region and _is_own(award)}

    @property
    def regions(self) -> tuple[str, ...]:
        """The short names of the awards' regions."""
        return tuple(sorted(self._regions | set(self._districts.words)))

    @property
    def words(self) -> tuple[str, ...]:
        """Every word by which an award or its region is named."""
        names = (name for award in self._awards.values() for name in (award.name, *award.aliases))
        return tuple(dict.fromkeys((*names, *self.regions)))

    def spelt_out(self, text: str) -> bool:
        """Whether a text has any of these words, and does not only name awards by how many they are."""
        return any(word in text for word in self.words)

    def find(self, text: str) -> Naming:
        """The awards named; `unknown` is set only where nothing in the library is named."""
        foreign = self._foreign(text)
        # Blanked, so that a district's own award does not count as naming its city's.
        rest = text
        for start, end in foreign:
            rest = rest[:start] + "　" * (end - start) + rest[end:]
        named = self._chosen(self._named(rest), rest)
        if named or self._tells_of_own(text):
            return Naming(named)
        unknown = text[slice(*foreign[0])] if foreign else self._unknown(text)
        group = None if unknown else self._cues.group(text)
        return Naming(tuple(award for award in group.awards if award in self._awards) if group else (), unknown)

    def _chosen(self, named: tuple[str, ...], text: str) -> tuple[str, ...]:
        """The awards named without those that are only left aside (不报宝鸡了，报兰州呢); all named where none remains,
        and all others, or those of the group asked about, where it is asked which there are (除了宝鸡还能报哪些)."""
        # What the speaker says he never won is left aside as well, beside another award.
        others = self._named(lexicon.cues("turns.never_won").sub("", text)) if len(named) > 1 else named
        named = others or named
        kept = self._named(without_declined(text, self.words)) if named else named
        kept = tuple(award for award in kept if award in named)
        if kept or not declines(text, self.words):
            return kept or named
        group = self._cues.group(text)
        if not (self._cues.has("which_award", text) or group or ranks(text)):
            return named
        return tuple(award for award in (group.awards if group else self._awards) if award not in named)

    def beside(self, text: str) -> tuple[str, ...]:
        """Places of no award here that are listed with one that has (西安和宝鸡的奖金), by their short names."""
        mentions = find_places(text)
        listed = pairwise(mentions)
        pairs = [pair for pair in listed if _LISTED.fullmatch(text[pair[0].end : pair[1].start])]
        held = {one.start: bool(self._by_region(one.text)) for pair in pairs for one in pair}
        lacking = [one for pair in pairs for one in pair if any(held[x.start] for x in pair) and not held[one.start]]
        return tuple(dict.fromkeys(_short(one.place.city or one.place.province or one.text) for one in lacking))

    def _tells_of_own(self, text: str) -> bool:
        """Whether an award is only told of as one's own (拿过省长质量奖，能写进汇总表吗): nothing is asked about it."""
        return self._cues.has("form", text) and self._cues.has("holding", text)

    def _foreign(self, text: str) -> list[tuple[int, int]]:
        """Where the awards of places that hold none here are named: a district's, another city's (天水市质量奖), a
        province's of which only the channel to the national award is held."""
        spans: list[tuple[int, int]] = []
        for mention in find_places(text):
            place = mention.place
            own = _OWN_AWARD.match(text, mention.end)
            innermost = _short(place.county or place.city or place.province or "")
            if own and not any(region.endswith(innermost) for region in self._own):
                spans.append((mention.start, own.end()))
        return spans

    def without_names(self, text: str) -> str:
        """The text without the names of awards and regions, which every clause of a notice shares."""
        names = {name for award in self._awards.values() for name in (award.name, *award.aliases)}
        for name in sorted(names | set(self.regions), key=lambda name: -len(name)):
            # 宝鸡奖 is a name, 宝鸡奖金 is not.
            text = re.sub(rf"{re.escape(name)}(?![金励项牌状杯])", "", text)
        if group := self._cues.group(text):
            text = group.asked.sub("", text)
        return text.strip("的市，, ") or text

    def _named(self, text: str) -> tuple[str, ...]:
        by_alias = self._by_alias(text)
        districts = self._districts.named(text)
        rest = self._districts.blanked(text, districts)
        by_region = self._by_region(_without_addresses(rest)) or self._by_region(rest)
        found: dict[str, int] = {}
        for region, position in by_region.items():
            members = [award.id for award in self._awards.values() if _short(award.region) == region]
            narrowed = [award for award in (*members, *self._districts.within(region)) if award in by_alias]
            found.update(dict.fromkeys(narrowed or members, position))
            # Who is in the district may apply for its award as for its city's.
            if not narrowed and members:
                found.update(dict.fromkeys(self._districts.seated(text), position))
        if not set(found) & set(by_alias):
            found.update(by_alias)
        found.update(districts)
        return tuple(sorted(found, key=lambda award: found[award]))

    def _by_alias(self, text: str) -> dict[str, int]:
        """Award → position of its longest name in the text; a name inside a longer one does not count."""
        spans: list[tuple[int, int, str]] = []
        elsewhere, contact = self._places_elsewhere(text), self._cues.has("contact", text)
        for award in self._awards.values():
            # A person of two characters has many namesakes: only who is to be reached is meant.
            marks = [mark for mark in self._landmarks.get(award.document, ()) if contact or len(mark) > _NAMESAKE]
            for name in (award.name, *award.aliases, *marks):
                found = [m for m in re.finditer(re.escape(name), text) if m.start() not in elsewhere]
                found = [m for m in found if not self._districts.of_another(award.id, text, m.start())]
                spans += [(m.start(), m.end(), award.id) for m in found]
        return {
            award: start for start, end, award in sorted(spans, reverse=True) if not _inside_longer(start, end, spans)
        }

    def _places_elsewhere(self, text: str) -> set[int]:
        """Where places outside the library end: 市长质量奖 right behind 深圳市 is Shenzhen's."""
        return {
            mention.end
            for mention in find_places(text)
            if not {_short(mention.place.city or ""), _short(mention.place.province or "")} & self._regions
            and not self._districts.is_here(mention.place)
        }

    def _by_region(self, text: str) -> dict[str, int]:
        found = {region: text.find(region) for region in self._regions if region in text}
        for mention in find_places(text):
            for name in (mention.place.city, mention.place.province):
                region = _short(name or "")
                if region in self._regions:
                    found.setdefault(region, mention.start)
                    break
        return found

    def _unknown(self, text: str) -> str | None:
        other = self._cues.other_award(text)
        if other:
            return other
        office = _OF_OFFICE.search(text)
        if office and not self._cues.has("holding", text):
            return office.group()
        if not self._cues.has("award_words", text):
            return None
        for mention in find_places(text):
            named = _AWARD_OF.search(text, mention.start)
            return named.group(1) if named and named.start() == mention.start else f"“{mention.text}”相关奖项"
        return None


# An award of an office that no award held is named after; the mayor's and the governor's have names of their own.
_OF_OFFICE = re.compile(r"(?<![郊])[区县旗镇乡盟]长(?:质量管理奖|质量奖|奖(?![励金]))")
# 区长质量奖: the place is that of whoever issued the notice.
_BARE_OFFICE = re.compile(r"(?:[省市县区旗镇州盟]长|[省市县区旗镇州盟]?(?:人民)?政府)质量")
_STREET = re.compile(r"[^，。；？、的]{0,6}?(?:路|街|大道|巷)\s*[0-9０-９一二三四五六七八九十]+\s*号")
# The place an award's name begins with (丹江口市市长质量奖, of 湖北省十堰市丹江口市).
_PLACE = re.compile(r"([^（]{2,8}?)[省市县区旗州]")


def _without_addresses(text: str) -> str:
    """The text with the places blanked that only begin an address (兰州市城关区金昌南路279号)."""
    for mention in find_places(text):
        if _STREET.match(text, mention.end):
            text = text[: mention.start] + "　" * len(mention.text) + text[mention.end :]
    return text


def _is_own(award: Award) -> bool:
    """Whether an award is its region's own: its name begins with the region's, or nothing tells its name."""
    place = _PLACE.match(award.name)
    if _BARE_OFFICE.match(award.name):
        return True
    return _AWARD_OF.search(award.name) is None or (place is not None and place[1] in award.region)


def _inside_longer(start: int, end: int, spans: Iterable[tuple[int, int, str]]) -> bool:
    return any(s <= start and end <= e and e - s > end - start for s, e, _ in spans)
