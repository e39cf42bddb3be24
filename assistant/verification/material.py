"""What a sentence that rests on the applicant's material alone may not do: take a part for the whole, affirm what the
material denies, turn a time or an order of steps round, or outgrow the column it is written for."""

import re
from collections.abc import Iterator, Sequence

from assistant.drafting.limits import CHARACTERISATION_LIMIT, PROFILE_LIMIT
from assistant.drafting.wording import cut_words
from assistant.verification.alignment import NEGATOR
from assistant.verification.carrying import carried
from assistant.verification.causes import check_causes
from assistant.verification.dates_told import check_dates_told
from assistant.verification.deeds_told import check_awarded, check_deeds_told
from assistant.verification.denials import check_denials
from assistant.verification.disputed import check_disputed
from assistant.verification.doers import check_doers, check_rank
from assistant.verification.evidence import Evidence
from assistant.verification.figures_told import check_figures_told
from assistant.verification.honour_owner import check_owner
from assistant.verification.honour_subject import check_honour_subject
from assistant.verification.honours_pending import check_pending
from assistant.verification.lexicon import lexicon
from assistant.verification.measures_told import check_measures_told
from assistant.verification.model import Reason, Unit
from assistant.verification.numeral_names import check_numeral_names
from assistant.verification.parts_told import check_parts_told
from assistant.verification.plain import compiled, content, flat, segments
from assistant.verification.plans import check_plans
from assistant.verification.practice_told import check_practice
from assistant.verification.superseded import check_superseded
from assistant.verification.tagging import light, tagged, words_of
from assistant.verification.uncounted import check_uncounted

_ENDED = re.compile(r"[。!?;！？；:：…]\s*(?:\[m\]\s*)*$")
_HONOUR_MARK = re.compile(r"奖|荣誉|称号|先进|标兵|工匠|标杆|\d{4}年\d{1,2}月")
_STEPS = re.compile(r"先(?!进[的性单个集])([^,;。、先再]{1,12})[,;、]?(?:再|然后|之后才|后)([^,;。、再]{1,16})")
_TAIL = 3
# Words of two characters, with so many before them, tell a place in a sentence.
_PAIR = 2
# What may follow a noun without being part of it (工序图上).
_PLACED = ("上", "中", "里", "内", "下")
_EVERYONE = re.compile(
    r"整个(?=[一-鿿]{2,8}(?:公司|厂|院|校))|全部(?!门)|全都|无一例外|个个都|所有|全厂|全公司|全体|一切"
)
_SOME = re.compile(r"其中|部分|有的|多数|大半|仅|只有|\d+[人名户家个位]")


def check_material(said: str, evidence: Evidence) -> Iterator[Reason]:
    """The findings on one flat sentence; nothing where it cites a clause."""
    if evidence.documents or not evidence.personal:
        return
    yield from check_figures_told(said, evidence)
    yield from check_measures_told(said, evidence)
    yield from check_parts_told(said, evidence)
    yield from check_numeral_names(said, evidence)
    yield from check_uncounted(said, evidence)
    yield from check_plans(said, evidence)
    yield from check_denials(said, evidence)
    yield from check_causes(said, evidence)
    yield from check_honour_subject(said, evidence)
    yield from check_pending(said, evidence)
    yield from check_doers(said, evidence)
    yield from check_rank(said, evidence)
    yield from check_practice(said, evidence)
    yield from check_disputed(said, evidence)
    yield from check_superseded(said, evidence)
    yield from check_deeds_told(said, evidence)
    yield from check_dates_told(said, evidence)
    yield from _strange_name(said, evidence)
    yield from _turned_steps(said, evidence)
    yield from _everyone(said, evidence)
    yield from _only_some(said, evidence)
    yield from _broken_word(said, evidence)
    yield from _another_rate(said, evidence)
    yield from _another_thing(said, evidence)
    yield from _replaced(said, evidence)


def check_beside(said: str, own: Evidence) -> Iterator[Reason]:
    """The findings on a flat sentence that cites a clause as well, held against the material `own` alone: only what
    cannot be the clause's."""
    for check in (
        check_figures_told,
        check_measures_told,
        check_parts_told,
        check_numeral_names,
        check_uncounted,
        check_plans,
        check_honour_subject,
        check_pending,
        check_owner,
        check_awarded,
        check_dates_told,
    ):
        yield from check(said, own)


def _turned_steps(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Two steps in the reverse order of the material (先榨再预冷 for 先预冷再榨)."""
    given = [(content(a), content(b)) for a, b in _STEPS.findall(evidence.text)]
    for one, other in _STEPS.findall(said):
        first, second = content(one)[:2], content(other)[:2]
        for theirs, then in given:
            if first in then and first not in theirs and theirs[:2] in content(other):
                yield Reason("order", f"句中“先{one[:10]}”与材料的先后次序相反")
                return
            if second in theirs and second not in then and (first in then or then[:1] == first[:1]):
                yield Reason("order", f"句中“先{one[:10]}”与材料的先后次序相反")
                return


def _everyone(said: str, evidence: Evidence) -> Iterator[Reason]:
    """全部 of what the material counts only in part."""
    for piece in segments(said):
        found = _EVERYONE.search(piece)
        if (
            not found
            or NEGATOR.search(piece[: found.start()])
            or re.search(
                r"100%|百分之百|零缺陷|全部|全都|均|都|皆|所有|全体|一律|一致|每[一个件批筐台次只位名户箱袋]|全厂|全公司|全员",
                evidence.text,
            )
        ):
            continue
        if _SOME.search(evidence.text):
            yield Reason("scope", f"材料没有说“{found.group()}”")
            return


def _only_some(said: str, evidence: Evidence) -> Iterator[Reason]:
    """只追回… where the text has all of it 全部追回."""
    for match in re.finditer(r"[只仅]([停退换查拒返拆收](?=[一-鿿])|[一-鿿]{2})(?!\d)", said):
        bare = (re.sub(r"“[^“”]*”", "", piece) for piece in evidence.segments)
        homes = [piece for piece in bare if match[1] in piece]
        whole = compiled(
            rf"(?:全部|全都|整[批炉锅行班窑车])[^,]{{0,4}}{match[1]}|{match[1]}[^,]{{0,6}}(?:全部|整[批炉锅行班窑车])"
        )
        if homes and all(whole.search(piece) and not re.search("[只仅]", piece) for piece in homes):
            yield Reason("scope", f"材料写的是“{homes[0][-14:]}”，句中说成了“{match.group()}”")
            return


def _another_rate(said: str, evidence: Evidence) -> Iterator[Reason]:
    """How often, where the material has another rate and not this one (每天 for 每4小时)."""
    rates = set(re.findall(r"每满?(?:\d*个?)(小时|天|日|周|月|季|年|班)", evidence.text))
    rates |= {"天", "日"} if rates & {"天", "日"} else set()
    for match in re.finditer(r"每(?:\d*个?)(小时|天|日|周|月|季|年|班)(?![度均])", said):
        if (
            rates
            and match[1] not in rates
            and not compiled(rf"(?<!\d){match[1]}[均产]?[一-鿿]{{0,6}}\d|一{match[1]}|{match[1]}均").search(
                evidence.text
            )
        ):
            yield Reason("number", f"句中“{match.group()}”与材料所写的频次不一致")
            return


def _another_thing(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A noun in the place of one of the material's that differs in its last character (工业水表 for 工业水泵)."""
    ours, held = content(said), content(evidence.text)
    for word in {word for piece in segments(said) for word, kind in tagged(piece) if kind.startswith("n")}:
        if len(word) != _PAIR or word in held or light(word) or word[-1] in _JOINING:
            continue
        ahead = ours[max(0, ours.index(word) - _PAIR) : ours.index(word)] if word in ours else ""
        near = len(ahead) == _PAIR and ahead + word[0] in held
        found = compiled(rf"{re.escape(ahead)}({word[0]}[一-鿿])").search(held) if near else None
        if found and found[1] not in lexicon().equal(word) and _is_thing(found[1], evidence):
            yield Reason("substituted", f"材料写的是“{found[1]}”，句中换成了“{word}”")
            return


def _replaced(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A noun the text has not, between the very words between which the text has another (入驻某某西北区)."""
    held = content(evidence.text)
    for piece in segments(said):
        body = content(piece)
        for word, kind in tagged(body):
            if len(word) < _PAIR or kind[0] not in "nx" or light(word) or carried(word, held) or word[-1] in _JOINING:
                continue
            at = body.index(word)
            left, right = body[max(0, at - _PAIR) : at], body[at + len(word) : at + len(word) + _PAIR]
            if len(left) < _PAIR or len(right) < _PAIR or left not in held or right not in held:
                continue
            found = compiled(rf"{re.escape(left)}([一-鿿A-Za-z]{{2,4}}){re.escape(right)}").search(held)
            if (
                found
                and found[1] not in body
                and found[1] not in lexicon().equal(word)
                and _ends_noun(found[1], evidence)
            ):
                yield Reason("substituted", f"材料写的是“{found[1]}”，句中换成了“{word}”")
                return


# A word that ends so was torn from its neighbour by the segmenter (工按 of 造型工按档).
_JOINING = "照按用由在对把被将向为以与和于"


def _ends_noun(stretch: str, evidence: Evidence) -> bool:
    """Whether the stretch is made of whole words of the text, the last a noun (no 工照 of 造型工照档)."""
    for piece in evidence.segments:
        words = tagged(content(piece))
        for at, (_, kind) in enumerate(words):
            if kind[0] in "nxbj" and any("".join(w for w, _ in words[k : at + 1]) == stretch for k in range(at + 1)):
                return True
    return False


def _strange_name(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A place or body the text does not name (出口俄罗斯)."""
    known = content(evidence.everything)
    for piece in segments(said):
        for word, kind in tagged(piece):
            named = kind in {"ns", "nt", "nrt"} and len(word) > _PAIR - 1 and not light(word)
            # 开园 of a text that has both 开 and 园 is no place, whatever the segmenter takes it for.
            pieced = len(word) == _PAIR and all(character in known for character in word)
            # A word of two characters is told as a place only where one may stand (销往, 在, 、).
            if named and not pieced and not carried(word, known) and (len(word) > _PAIR or _may_stand(word, piece)):
                yield Reason("place", f"材料里没有“{word}”")
                return


def _may_stand(word: str, piece: str) -> bool:
    return piece.startswith(word) or any(mark + word in piece for mark in "口往在到自驻于赴至、和及给向")


def _is_thing(word: str, evidence: Evidence) -> bool:
    """Whether the text has the word as a noun of its own, not as the end of one word and the start of another."""
    return any(
        (word, kind) for piece in evidence.segments for one, kind in tagged(piece) if one == word and kind[0] == "n"
    )


def _broken_word(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A sentence that stops inside a word of the material (停线查原 of 停线查原因), or a stretch between marks
    that begins inside one (粉师傅姓名 of 磨粉师傅姓名)."""
    broken = [piece for piece in cut_words(said, evidence.everything) if piece[0] not in "省市县区"]
    if broken:  # 县先进集体 of 某县先进集体 leaves out only whose county.
        yield Reason("cut_off", f"“{broken[0]}”从材料的一个词中间断开")
        return
    tail = content(said)[-_TAIL:]
    if said.endswith(("。", "!", "?", ";", "”", ")")) or len(tail) < _TAIL:
        return
    last = tagged(content(said))[-1]
    homes = [piece for piece in evidence.segments if tail in piece]
    noun = last[1] == "n" and [kind for _, kind in tagged(content(said))][-2:-1] == ["n"]
    if noun or (len(last[0]) > 1 and last[1][0] != "n"):
        return  # 守住末梢水 of 末梢水样, 追回 of 追回来: a word of its own.
    if homes and all(_inside_word(piece, tail) for piece in homes):
        yield Reason("cut_off", f"句子停在“{tail}”，没有写完")


def _inside_word(piece: str, tail: str) -> bool:
    """Whether the stretch ends in the middle of a word of the piece."""
    at, end = 0, piece.index(tail) + len(tail)
    for word in words_of(piece):
        at = piece.index(word, at)
        if at < end < at + len(word):
            return word[end - at :] not in _PLACED
        at += len(word)
    return False


_ONE_LINE = re.compile(r"[^:。]{0,8}一句话[^:。]{0,30}:(?=[^。]*[^。]$)")


def draft_limit(units: Sequence[Unit], text: str) -> dict[str, int]:
    """The limit of the column a text is a draft for, by its name: it rests on the material alone. Empty for others.

    One stretch without a full stop, a colon at its end or an honour's date is a one-line; running sentences are a
    profile.
    """
    if len(units) == 1 and _ONE_LINE.match(flat(units[0].claim)):
        return {"一句话特色": CHARACTERISATION_LIMIT}
    if not units or any(set(unit.tokens) != {"m"} or unit.kind != "sentence" for unit in units):
        return {}
    if len(units) > 1 or _ENDED.search(text):
        return {"简况": PROFILE_LIMIT}
    return {} if _HONOUR_MARK.search(units[0].claim) else {"一句话特色": CHARACTERISATION_LIMIT}
