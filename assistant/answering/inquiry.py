"""Looking up a question ask by ask: alone where an ask stands by itself, else with what it leans on."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.answering.claims import claim_of
from assistant.answering.cues import Cues
from assistant.answering.evidence import Evidence, Gatherer
from assistant.answering.matters import named_matters
from assistant.answering.naming import AwardNames
from assistant.answering.parts import Part, core_asks
from assistant.answering.question import Question
from assistant.answering.screen import turned_away
from assistant.eligibility.narrative.lexicon import cues as worded
from assistant.knowledge.awards import Award

# An ask that comes this near to an authored question needs nothing beside it.
_STANDS = 0.5
# One that does not is answered by what was told before where that comes nearer by this much.
_MUCH_NEARER = 0.15
# What was told the turn before gives way to a support at least this near.
_NEXT_SHARE = 0.75
# A follow-up that says no more than this beside its filling words (那提名奖呢, 同样的问题) asks the question before it.
_LITTLE = 4
_SUPPOSED = re.compile(r"^(?:要是|如果|假如|万一|若)")
# These ask for something of their own.
_OWN_ASK = re.compile(r"[谁几哪啥]|多少|多久|什么时候")
_SUPPOSED_STANDS = 0.4
# Less near than this an ask is looked up with all of the question.
_WEAK = 0.45
_WHEN_TO_HAND_IN = re.compile(
    r"(?:什么时候|啥时候|啥子时候|好久|几号|哪天|何时|几时|几月份?)(?:之?前|以前)?(?:要|得|能|可以|必须)?[交递报送](?:上去|过去|材料|表)?[？?吗呢啊\s]*$"
)
_HANDED_IN = "什么时候之前提交申报材料，逾期不予受理"


class Inquiry:
    """Gathers the evidence of every ask of a question."""

    def __init__(self, gatherer: Gatherer, names: AwardNames, cues: Cues, awards: Mapping[str, Award]) -> None:
        self._gatherer = gatherer
        self._names = names
        self._cues = cues
        self._awards = awards

    def gather(self, text: str, awards: Sequence[str]) -> Evidence:
        """Evidence for a text within awards (empty = all)."""
        return self._gatherer.gather(text, awards, {self._awards[award].document for award in awards})

    def evidences(self, asked: Question, awards: Sequence[str]) -> list[Evidence]:
        """Evidence ask by ask, each within the awards it names itself where it names any of `awards`."""
        if len(asked.parts) > 1:
            return self._asks(asked, awards)
        alone = self._of_story(asked.text, awards)
        # Written back as it was, a question stands by itself, whatever its length says.
        if not asked.context or asked.rewritten == asked.text:
            return [alone]
        found = self._follow_up(asked, awards, alone)
        return [self._rewritten(asked, awards, found) if asked.rewritten else found]

    def _rewritten(self, asked: Question, awards: Sequence[str], found: Evidence) -> Evidence:
        """What a rewriting of the question finds, where it comes nearer and is not turned away."""
        again = self.gather(asked.rewritten, awards)
        nearer = again.best > found.best
        if nearer and not turned_away(asked.rewritten, asked.named, again, self._cues):
            return replace(again, part=found.part)
        return found

    def _asks(self, asked: Question, awards: Sequence[str]) -> list[Evidence]:
        found: list[Evidence] = []
        for part in asked.parts:
            told = {_entry(earlier) for earlier in found}
            one = self._ask(part, awards, told)
            # A claim's yes or no is of what was looked up for it alone.
            weak = _asked(one) < _WEAK and not claim_of(part.text)
            whole = self.gather(asked.text, awards) if weak else one
            nearer = _asked(whole) > _asked(one) and _entry(whole) not in told
            found.append(replace(whole, part=part.text) if nearer else one)
        return found

    def of_row(self, asked: Question, award: str) -> list[Evidence]:
        """Evidence of a comparison's row: ask by ask, or of the whole where asks name awards of their own."""
        if self.by_ask(asked):
            return [self._ask(replace(part, text=self._uncompared(part.text)), (award,), set()) for part in asked.parts]
        return [self.gather(self._compared_by(asked), (award,))]

    def by_ask(self, asked: Question) -> bool:
        """Whether each ask is one of every award: none but the first names awards of its own."""
        own = any(self._names.find(part.text).awards for part in asked.parts[1:] if not part.label)
        return len(asked.parts) > 1 and not own

    def _compared_by(self, asked: Question) -> str:
        """What awards are compared by: the turn's own words where they say it, else those of the turn it leans on."""
        if not asked.context or named_matters(asked.text, self._cues.matters):
            return self._uncompared(asked.text if asked.context else asked.standalone)
        return self._uncompared(asked.context if self.only_points(asked.text) else asked.standalone)

    def only_points(self, text: str) -> bool:
        """Whether a turn names awards and nothing else (跟兰州的比呢): what it asks stands in the turn before."""
        plain = self._names.without_names(text)
        plain = "" if plain == text and text in self._names.words else plain
        return not self._cues.without(plain, "filling", "comparing", "against", "compare", "measure")

    def _uncompared(self, text: str) -> str:
        """What is asked of each award by itself: without the awards' names and the words that compare them."""
        rest = self._names.without_names(text)
        spreading = (*self._cues.words["comparing"], *self._cues.words["every_award"])
        for word in sorted(spreading, key=len, reverse=True):
            rest = rest.replace(word, "")
        return re.sub(r"[在对从向]$|^[在对从向]|(?<=^..)在(?=[能可])", "", rest.strip(" ，,、的和与跟")) or text

    def _ask(self, part: Part, awards: Sequence[str], told: set[str]) -> Evidence:
        """Evidence of one ask: alone, or with what it leans on where that comes nearer to a question.

        `told` are the entries that answer the asks before: what an ask leans on must not bring them back.
        """
        own = [award for award in self._names.find(part.text).awards if award in awards]
        within = own or awards
        # Names come near to every question about their award: by itself an ask stands on its other words.
        plain = self._names.without_names(part.text) if own else part.text
        stands = _asked(self.gather(plain, within)) >= _STANDS
        # Where it does, only what was told of the case can still change it.
        leans = [lean for lean in ((part.scene,) if stands else (part.scene, part.before)) if lean]
        # No authored question comes near to such a notice: when to hand in is looked up by its own words.
        if not any(self._awards[award].entries for award in within) and _WHEN_TO_HAND_IN.search(plain):
            return replace(self.gather(_HANDED_IN, within), part=part.text)
        if part.before and worded("turns.one_of_them").match(part.text):
            return replace(self.gather(part.before, within), part=part.text)
        if self._says_nothing(plain):
            leans = [lean for lean in ("，".join(one for one in (part.scene, part.before) if one),) if lean]
        if own:
            leans = [self._names.without_names(lean) for lean in leans]
        wholes = [self.gather(f"{lean}，{part.text}", within) for lean in leans]
        if self._says_nothing(plain) and wholes:
            return replace(wholes[0], part=part.text)
        alone = self.gather(part.text, within)
        # Of an ask that says nothing alone, what was told before is the answer as well (断过还作数不).
        again = 1.0 if stands else _asked(alone) + _MUCH_NEARER
        new = [whole for whole in wholes if _entry(whole) not in told or _asked(whole) >= again]
        return replace(max((alone, *new), key=_asked), part=part.text)

    def _says_nothing(self, text: str) -> bool:
        """Whether an ask (具体哪天, 几年) holds nothing but asking words; 找谁 asks for a contact."""
        cues = self._cues
        return not cues.has("contact", text) and len(cues.without(text, "filling", "asking", "measure")) <= 1

    def _of_story(self, text: str, awards: Sequence[str]) -> Evidence:
        """Of a long story the piece that comes nearest to a question, where one does."""
        pieces = [self.gather(piece, awards) for piece in core_asks(text, self._cues)]
        nearest = max(pieces, key=_asked, default=None)
        return nearest if nearest and _asked(nearest) >= _STANDS else self.gather(text, awards)

    def _follow_up(self, asked: Question, awards: Sequence[str], alone: Evidence) -> Evidence:
        """A question that leans on an earlier turn: with it where it cannot stand alone, and without repeating it."""
        whole = self.gather(asked.standalone, awards)
        elliptic = self._elliptic(asked.text) or self._says_nothing(asked.text)
        enough = _SUPPOSED_STANDS if _SUPPOSED.match(asked.text) else _STANDS
        stands = _asked(alone) >= enough and not elliptic
        chosen = alone if stands or (alone.best > whole.best and not elliptic) else whole
        goes_on = self._cues.has("next", asked.text)
        if elliptic and not goes_on:
            # 要几年 names no matter its answer would have to speak of.
            nothing = self._says_nothing(asked.text)
            matter = "" if nothing else self._cues.without(self._names.without_names(asked.text), "filling")
            return self._gatherer.about(chosen, matter)
        if self._names.find(asked.text).awards:
            return chosen
        return _without(chosen, self.gather(asked.context, awards))

    def _elliptic(self, text: str) -> bool:
        """Whether the text only names another matter or award for the question before it."""
        if _SUPPOSED.match(text) or _OWN_ASK.search(text):
            return False
        return len(self._cues.without(self._names.without_names(text), "filling")) <= _LITTLE


def _entry(evidence: Evidence) -> str:
    """The entry that comes nearest, "" where none does."""
    nearest = max((s for s in evidence.supports if s.entry), key=lambda support: support.match, default=None)
    return nearest.entry.id if nearest and nearest.entry else ""


def _asked(evidence: Evidence) -> float:
    return max(evidence.asked_said, evidence.asked_silent)


def _without(evidence: Evidence, told: Evidence) -> Evidence:
    """The evidence with what the turn before was answered by put last, where something else comes near."""
    entries = [support for support in evidence.supports if support.entry]
    said = [support for support in told.supports if support.entry]
    if len(entries) < 2 or not said:
        return evidence
    before = max(said, key=lambda support: support.match).entry
    first, *others = sorted(entries, key=lambda support: -support.match)
    if first.entry != before or others[0].match < first.match * _NEXT_SHARE:
        return evidence
    return replace(evidence, supports=tuple(support for support in evidence.supports if support is not first))
