"""How a practice runs, told otherwise than the text has it: on another day, for all where one is enough, over another
span, in another order."""

import re
from collections.abc import Iterator

from assistant.language.numerals import find_quantities
from assistant.verification.alignment import NEGATOR, grams_of
from assistant.verification.evidence import Evidence
from assistant.verification.figures import without_names
from assistant.verification.lexicon import lexicon
from assistant.verification.model import Reason
from assistant.verification.plain import compiled, content

_DAYS = (
    ("当天", re.compile(r"当(?:天|日|晚|班)|同日|同一天")),
    ("第二天", re.compile(r"次日|第二天|翌日|隔日|隔天|转天|前一天|头天")),
)
_ANY = re.compile(
    r"有一[句条项个样处道步问级次]|[漏少缺错差][一-鿿]?一[句条项个样处道步问级次环]|一[句条项个样处道步问]?(?:不|答不|对不)|任[何一]|少一[句条项个样处道步]|其中一|缺一|之一"
)
_ALL = re.compile(
    r"[两二三四五六七八九十几各][句条项个样处道步问者级次]?[一-鿿]{0,3}?(?:都|均|全)(?:没|不|答不|对不|未|漏|错|缺|少)[^,。;]{0,6}(?:才|方|就|便|即)"
)
_REFUSED = re.compile(
    r"不(?:得|准|许|能|可|发|出|放|收|开|下|进|合|包)|停|退|拒|作废|返|才不|作[^,。;]{1,8}处理|降级|降作|转作|隔离|冻结|报废|扣"
)
_OVER = re.compile(r"((?<!\d)\d+|[一两二三四五六七八九十半])(?:个)?(年|月|季度?|周|天)(?:内|之内|里|以内)")
_ANCHOR = re.compile(r"([一-鿿]{1,3}?)(?:之|以)?([前后])(?=[,、由分再每拿把对即就立先又查看测检比试尝称量核])")
_ORDERED = re.compile(
    r"先(?!进)[^,;。、]{1,10}(?:[,;、]?(?:再|然后|其次|接着|后|最后)[^,;。、再后]{1,10})+|依次[^,。;]*、[^,。;]*"
)
_STEPS = re.compile(
    r"先(?!进[的性单个集]|后)([^,;。、]{2,20})[,;、]?(?:隔天|次日|第二天|随后|接着)?(?:再|然后|之后|后|由)([^,;。]{2,20})"
)


def check_practice(said: str, evidence: Evidence) -> Iterator[Reason]:
    """The findings on one flat sentence that rests on the applicant's text alone."""
    yield from _another_day(said, evidence)
    yield from _all_for_any(said, evidence)
    yield from _another_span(said, evidence)
    yield from _yearly(said, evidence)
    yield from _put_back(said, evidence)
    yield from _other_edge(said, evidence)
    yield from _sanction(said, evidence)
    yield from _rule_swapped(said, evidence)
    yield from _anchors(said, evidence)
    yield from _series(said, evidence)
    yield from _turned(said, evidence)


def _another_day(said: str, evidence: Evidence) -> Iterator[Reason]:
    """The same day for the next, or the reverse, where the text knows one of them only."""
    for name, word in _DAYS:
        told = word.search(said)
        rival = next((other for _, other in _DAYS if other is not word and other.search(evidence.text)), None)
        if told and rival and not word.search(evidence.text):
            yield Reason("date", f"材料没有说“{told.group()}”（{name}）")
            return


def _all_for_any(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Refused only if all fail, where the text refuses if one does."""
    found = _ALL.search(said)
    if (
        found
        and _REFUSED.search(said[found.end() - 1 :])
        and _ANY.search(evidence.text)
        and not _ALL.search(evidence.text)
    ):
        yield Reason("condition", f"材料说有一项不合就不行，句中写成了“{found.group()}”")


def _another_span(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A result reached within a span the text does not give, where it gives another over which it was reached."""
    for match in _OVER.finditer(said):
        result = re.match(r"[^,。;]{0,6}[由从][^,。;]*\d", said[match.end() :])
        spans = re.findall(
            rf"((?<!\d)\d+|[一两二三四五六七八九十半])(?:个)?{match[2]}(?:累计|来|间|内|里|之内)", evidence.text
        )
        if result and spans and match[1] not in spans:
            yield Reason("number", f"材料里的成效不是“{match.group()}”取得的")
            return


_YEARLY = re.compile(r"(?:每年|年均|每一年)[^,。;\d]{0,10}$")
_ADDED_UP = re.compile(r"累计|合计|总共|共计|[两二三四五六七八九十]年共")


def _yearly(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Every year what the text adds up over several."""
    for quantity in find_quantities(said):
        if not _YEARLY.search(said[: quantity.start]):
            continue
        homes = [piece for piece in evidence.segments if quantity.text in piece]
        if homes and all(_ADDED_UP.search(piece) for piece in homes):
            yield Reason("number", f"材料里“{quantity.text}”是累计数，句中写成了每年")
            return


_INSTEAD = (
    re.compile(r"(?:由|把|将)?(?P<old>[一-鿿]{2,8}?)(?:改成|换成|改为|换为|改用|换用|变成)(?P<new>[一-鿿]{2,8})"),
    re.compile(r"(?:以|用)(?P<new>[一-鿿]{2,8}?)(?:代替|替代|取代|替换|换掉|顶替)(?P<old>[一-鿿]{2,8})"),
)


def _replacements(text: str) -> list[tuple[frozenset[str], frozenset[str]]]:
    """Each (old, new) of a text, by what tells the two apart."""
    pairs = [(grams_of(m["old"]), grams_of(m["new"])) for each in _INSTEAD for m in each.finditer(text)]
    return [(old - new, new - old) for old, new in pairs]


def _put_back(said: str, evidence: Evidence) -> Iterator[Reason]:
    """The old in the place of the new (以铸铁代替石墨 for 由铸铁改成石墨)."""
    held = _replacements(evidence.text)
    for old, new in _replacements(said):
        if any(old & theirs_new and new & theirs_old for theirs_old, theirs_new in held):
            yield Reason("direction", "句中把原来的和换上的颠倒了")
            return


_EDGE = re.compile(r"最?([前后初末])(?=([\d一二两三四五六七八九十]+(?:分钟|小时|天|周|个月|年|道|名|批|米)))")
_OTHER_EDGE = {"前": "后", "后": "前", "初": "末", "末": "初"}


def _other_edge(said: str, evidence: Evidence) -> Iterator[Reason]:
    """The first for the last of a span (最前四分钟 for 最后四分钟)."""
    for match in _EDGE.finditer(said):
        turned = f"{_OTHER_EDGE[match[1]]}{match[2]}"
        if turned in evidence.text and f"{match[1]}{match[2]}" not in evidence.text:
            yield Reason("direction", f"材料写的是“{turned}”，句中写成了“{match[1]}{match[2]}”")
            return


def _sanction(said: str, evidence: Evidence) -> Iterator[Reason]:
    """What is done to what fails, where the text knows nothing of the kind (取消资格 for 不收这户的)."""
    groups: tuple[tuple[str, ...], ...] = lexicon().words["sanctions"]
    for words in groups:
        told = next((word for word in words if word in said), "")
        if (
            told
            and not any(word in evidence.text for word in words)
            and not NEGATOR.search(said.partition(told)[0][-6:])
        ):
            yield Reason("unsupported", f"材料没有说“{told}”")
            return


def _rule_swapped(said: str, evidence: Evidence) -> Iterator[Reason]:
    """What follows from one figure told of another (超过5公斤的先出 for 低于3公斤的先出)."""
    homes = [(home, find_quantities(home)) for home in evidence.segments]
    for piece in re.split("[,;。]", said):
        figures = [q for q in find_quantities(piece) if q.value != 1]
        if len(figures) != 1 or not _THEN.search(piece):
            continue
        figure = figures[0]
        own = [home for home, given in homes if any((q.value, q.unit) == (figure.value, figure.unit) for q in given)]
        rivals = [
            home
            for home, given in homes
            if home not in own and any(q.unit == figure.unit and q.bound != "exact" for q in given)
        ]
        ours = grams_of(piece)
        shared = {gram for home in own for gram in grams_of(home)}
        if (
            own
            and not (ours & shared - grams_of(re.sub(r"[\d.]", "", figure.text)))
            and any(ours & grams_of(home) - shared for home in rivals)
        ):
            yield Reason("pairing", f"句中“{piece[:16]}”把“{figure.text}”的结果说错了")
            return


_THEN = re.compile(r"(?:超过|高于|大于|不到|低于|小于|不足|达到?|满|差|以上|以下|以内)")


def _turned(said: str, evidence: Evidence) -> Iterator[Reason]:
    """先A再B where, in the sentence of the text that tells of both, B comes before A."""
    for match in _STEPS.finditer(said):
        first, second = grams_of(match[1]), grams_of(match[2])
        lines = [
            line for line in re.split(r"[。;\n]", evidence.text) if first & grams_of(line) and second & grams_of(line)
        ]
        for line in lines:
            one, other = _place(first - second, line), _place(second - first, line)
            if 0 <= other < one and not compiled(r"先").search(line[int(other) : int(one)]):
                yield Reason("order", f"句中“先{match[1][:12]}”与材料的先后次序相反")
                return


def _series(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Three or more steps (先料、再温、后模) in another order than the text's."""
    held = [steps for match in _ORDERED.finditer(evidence.text) if len(steps := _steps_of(match.group())) > _TWO]
    for match in _ORDERED.finditer(said):
        told = _steps_of(match.group())
        for steps in held:
            places = [next((at for at, other in enumerate(steps) if _same_step(step, other)), -1) for step in told]
            known = [place for place in places if place >= 0]
            if len(known) > _TWO and known != sorted(known):
                yield Reason("order", f"句中“{match.group()[:16]}”与材料的先后次序相反")
                return


_TWO = 2


def _steps_of(series: str) -> list[str]:
    parts = re.split(r"[,;、]?(?:先|再|然后|其次|接着|最后|依次|后)|、", series)
    return [content(part) for part in parts if content(part)]


def _same_step(one: str, other: str) -> bool:
    return one in other or other in one or one[-1] == other[-1]


def _anchors(said: str, evidence: Evidence) -> Iterator[Reason]:
    """蒸熟后…, 上笼前… where the text has what is done 上笼前 before what is done 蒸后."""
    for sentence in re.split(r"[。;\n]", without_names(said)):
        told = [(m[1][-2:], m[2]) for m in _ANCHOR.finditer(sentence)]
        for line in re.split(r"[。;\n]", evidence.text) if len(told) > 1 else ():
            places = [_anchored(stem, side, line) for stem, side in told]
            if all(place >= 0 for place in places) and places == sorted(places, reverse=True) and len(set(places)) > 1:
                yield Reason("order", f"句中“{told[0][0]}{told[0][1]}”与材料的先后次序相反")
                return


def _anchored(stem: str, side: str, line: str) -> int:
    """Where the line has the same moment, by its stem or by the verb of it (蒸后 for 蒸熟后)."""
    return max(line.find(part + side) for part in (stem, stem[0], stem[-1]))


def _place(grams: frozenset[str], line: str) -> float:
    """Where the bigrams stand in the line on average, each at its first place; -1 where none does."""
    found = [line.index(gram) for gram in grams if gram in line]
    return sum(found) / len(found) if found else -1
