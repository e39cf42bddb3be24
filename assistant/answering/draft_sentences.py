"""The model's draft sentence by sentence: cut from the stream, verified one by one, released in order."""

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field

from assistant.answering.outline import marked
from assistant.language.sentences import Sentence as Piece
from assistant.language.sentences import split_sentences
from assistant.models.client import Stream
from assistant.models.completion import Completion
from assistant.verification.claims import claims_something
from assistant.verification.model import Basis, Reason
from assistant.verification.plain import content
from assistant.verification.units import TOKEN, split_units, tokens_of, without_tokens
from assistant.verification.verify import verify_text

_ENDS = "。！？；!?"
_INNER = ("；", ";")
_MOST_MENDED = 12
_PAIRS = (("（", "）"), ("《", "》"), ("“", "”"), ("〔", "〕"), ("[", "]"))


@dataclass(slots=True)
class Sentence:
    """One sentence with its reasons (none = it passed). `joint` stands in front of it: nothing or a line break."""

    text: str
    reasons: tuple[Reason, ...]
    joint: str = ""

    @property
    def passed(self) -> bool:
        """Whether it may be shown."""
        return not self.reasons


@dataclass(slots=True)
class Draft:
    """The sentences so far. `known` are our own sentences, which the model's may not repeat."""

    basis: Basis
    known: tuple[str, ...] = ()
    sentences: list[Sentence] = field(default_factory=list)
    _released: int = 0

    @property
    def failed(self) -> list[Sentence]:
        """Those that did not pass."""
        return [sentence for sentence in self.sentences if not sentence.passed]

    def add(self, text: str) -> None:
        """Judge one more sentence and keep it. One that claims nothing (a greeting, an offer) is left out."""
        joint = "\n" if text.startswith("\n") else ""
        text = with_tokens_throughout(text.strip())
        units = split_units(text)
        if not units:
            return
        reasons = self._judge(text)
        if reasons or any(unit.tokens or claims_something(unit) for unit in units):
            self.sentences.append(Sentence(text, reasons, joint))

    def mend(self, number: int, text: str) -> None:
        """Put a repaired sentence (numbered from 1 among all) in the place of a failed one, where it passes."""
        if not 1 <= number <= len(self.sentences) or self.sentences[number - 1].passed or "\n" in text.strip():
            return
        text = with_tokens_throughout(text.strip())
        if text and tokens_of(text) and not self._judge(text):
            self.sentences[number - 1] = Sentence(text, (), self.sentences[number - 1].joint)

    def complaints(self) -> str:
        """The failed sentences with their numbers and reasons, for the repair."""
        rows = [(n, s) for n, s in enumerate(self.sentences, start=1) if not s.passed][:_MOST_MENDED]
        return "\n".join(f"{n}. {s.text}（原因：{'；'.join(r.message for r in s.reasons)}）" for n, s in rows)

    def release_up_to_failure(self) -> Iterator[str]:
        """The sentences not yet released, up to the first that failed."""
        while self._released < len(self.sentences) and self.sentences[self._released].passed:
            sentence = self.sentences[self._released]
            yield marked(sentence.joint * bool(self._released) + sentence.text)
            self._released += 1

    def release(self) -> Iterator[str]:
        """All that passed and was not yet released."""
        while self._released < len(self.sentences):
            yield from self.release_up_to_failure()
            self._released += 1

    def text(self) -> str:
        """The passed sentences as one text."""
        return "".join(s.joint * bool(n) + s.text for n, s in enumerate(s for s in self.sentences if s.passed))

    def _judge(self, text: str) -> tuple[Reason, ...]:
        """Why a sentence may not follow those that passed; empty when it may."""
        before = [sentence.text for sentence in self.sentences if sentence.passed]
        said = {content(line) for line in (*before, *self.known)}
        if content(text) in said:
            return (Reason("repetition", "与前文重复"),)
        if not text.rstrip().endswith(tuple(_ENDS)):
            return (Reason("cut_off", "句子没有写完"),)
        report = verify_text("\n".join([*before[-3:], text]), clauses=self.basis.clauses)
        own = report.sentences[len(split_units("\n".join(before[-3:]))) :]
        reasons = tuple(dict.fromkeys(reason for sentence in own for reason in sentence.reasons))
        return reasons if own else (Reason("empty", "没有内容"),)


def complete_sentences(stream: Stream) -> Generator[str, None, Completion]:
    """Sentences as soon as they are complete, each with the line break in front of it; returns the Completion."""
    buffer = ""
    while True:
        try:
            buffer += next(stream)
        except StopIteration as end:
            yield from _cut(buffer)[0]
            rest = _cut(buffer)[1]
            if rest.strip():
                yield rest
            completion: Completion = end.value
            return completion
        whole, buffer = _cut(buffer)
        yield from whole


def _cut(buffer: str) -> tuple[list[str], str]:
    """The complete sentences of the buffer, and the rest."""
    found: list[str] = []
    at = 0
    pieces = split_sentences(buffer)
    for position, piece in enumerate(pieces):
        text = buffer[at : piece.end]
        if piece.text.endswith(_INNER) and "\n" not in buffer[piece.end : _next(pieces, position, buffer)]:
            continue
        if not _whole(text.strip(), buffer[piece.end :], last=position == len(pieces) - 1):
            break
        if found and not without_tokens(text).strip(_ENDS + " "):
            found[-1] += text.strip()
        else:
            found.append(("\n" if "\n" in text[: len(text) - len(text.lstrip())] else "") + text.strip())
        at = piece.end
    return found, buffer[at:]


def _next(pieces: list[Piece], position: int, buffer: str) -> int:
    return pieces[position + 1].start if position + 1 < len(pieces) else len(buffer)


def with_tokens_throughout(text: str) -> str:
    """A sentence whose stretches between semicolons cite nothing themselves gets its closing tokens on each."""
    closing = re.search(rf"((?:{TOKEN.pattern}\s*)+)[。！？!?]?\s*$", text, re.IGNORECASE)
    if closing is None:
        return text
    stretches = re.split(r"(?<=[；;])", text)
    return "".join(
        stretch if tokens_of(stretch) or not stretch.endswith(_INNER) else stretch[:-1] + closing[1] + stretch[-1]
        for stretch in stretches
    )


def _whole(text: str, behind: str, *, last: bool) -> bool:
    """Whether nothing that follows can still belong to the sentence: its line is over, or it ends with its tokens
    in front of the stop, or other words follow the stop."""
    if behind.startswith("\n") or behind.lstrip(" ").startswith("\n"):
        return True
    closed = text.endswith(tuple(_ENDS)) and all(text.count(a) == text.count(b) for a, b in _PAIRS)
    return closed and (bool(tokens_of(text)) if last else not behind.lstrip().startswith(("[", "【")))
