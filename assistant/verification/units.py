"""Cut an answer into what is judged one by one: sentences, list items and table rows, each with its tokens."""

import re
from dataclasses import dataclass, replace

from assistant.language.sentences import split_sentences
from assistant.verification.model import Unit

TOKEN = re.compile(r"[\[【［]\s*((?:c\d+|m)(?:\s*[,，、;；]\s*(?:c\d+|m))*)\s*[\]】］]", re.IGNORECASE)
_LOOSE_TOKEN = re.compile(r"[\[【［]\s*([A-Za-z]{1,8}[\s_-]?\d{0,4})\s*[\]】］](?!\()")
# Bold marks, ticks and the labels of a dialogue carry no claim.
_DRESSING = re.compile(r"\*\*|__|[①-⑳❶-❿]|[✅❌❓❗☑✔✘✓✗√×⚠📌📝👉🔹▶]\ufe0f?")
_DIALOGUE = re.compile(r"^\s*(?:(?:问|答|Q|A|提问|回答)|尊敬的[^，。：:\d]{1,12})\s*[:：]\s*")
_NAMES = re.compile(r"c\d+|m", re.IGNORECASE)
_MARK = re.compile(
    r"^\s*(?:[-*•·●○▪◆►>]+\s+|[-•·●▪◆]\s*|\(?\d{1,2}\s*[)）]\s*|（\d{1,2}）\s*|\d{1,2}\s*[.．、](?!\d)\s*|[①-⑳]\s*"
    r"|[（(][一二三四五六七八九十]{1,2}[)）]\s*|[一二三四五六七八九十]{1,2}、\s*)"
)
_LEAD_IN = re.compile(r"[:：]\s*(?:[\[【][^\]】]*[\]】])*\s*$")
_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_TERMINAL = "。！？；!?;"


@dataclass(slots=True)
class _State:
    """What carries over from line to line: the header of an open table and the tokens of an open lead-in."""

    header: list[str] | None = None
    header_tokens: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()


def split_units(text: str) -> list[Unit]:
    """The units of `text` in order."""
    units: list[Unit] = []
    state = _State()
    lines = [line for line in text.splitlines() if line.strip()]
    for at, line in enumerate(lines):
        if _tabular(lines, at):
            units.extend(_row(line, state))
            continue
        state.header = None
        units.extend(_line(line, state, units))
    return units


def _tabular(lines: list[str], at: int) -> bool:
    """Whether a line is a row of a table: bars at both ends, or bars in a block that has a rule of dashes."""
    line = lines[at].strip()
    if line.count("|") < 2:
        return False
    if line.startswith("|") and line.endswith("|") and line.count("|") >= 3:
        return True
    start, end = at, at
    while start and lines[start - 1].count("|") >= 2:
        start -= 1
    while end + 1 < len(lines) and lines[end + 1].count("|") >= 2:
        end += 1
    return any(_RULE.match(other) for other in lines[start : end + 1])


def tokens_of(text: str) -> tuple[str, ...]:
    """The tokens of a text in order, each once; a bracketed name that is no token of ours counts as one."""
    found = [name.lower() for match in TOKEN.finditer(text) for name in _NAMES.findall(match[1])]
    found += [m[1].strip() for m in _LOOSE_TOKEN.finditer(text) if not TOKEN.fullmatch(m.group())]
    return tuple(dict.fromkeys(found))


def without_tokens(text: str) -> str:
    """The text without its tokens."""
    return _LOOSE_TOKEN.sub("", TOKEN.sub("", text))


def _line(line: str, state: _State, before: list[Unit]) -> list[Unit]:
    listed = bool(_MARK.match(line))
    body = _MARK.sub("", line, count=1) if listed else line
    bold = body.lstrip().startswith("**") and body.rstrip("：: ").endswith("**") and body.count("**") == 2
    body = _DIALOGUE.sub("", _DRESSING.sub("", body))
    if not listed:
        body = _MARK.sub("", body, count=1)
    if not listed and not line.startswith((" ", "\t", "\u3000")):
        state.lead = ()
    found: list[Unit] = []
    for piece in _pieces(body):
        if not without_tokens(piece).strip(" 。，,；;"):
            _attach(found, before, tokens_of(piece), piece)
            continue
        kind = "heading" if bold else "item" if listed else "sentence"
        found.append(_unit(piece, kind, state.lead if listed else ()))
    if not listed and _LEAD_IN.search(line):
        state.lead = tokens_of(line)
    shared = _shared_over_semicolons(found)
    return [replace(unit, opens=listed and at == 0) for at, unit in enumerate(shared)]


def _shared_over_semicolons(found: list[Unit]) -> list[Unit]:
    """甲；乙。[c1] is one sentence with one token: the part before a semicolon rests on what the rest cites."""
    for at in range(len(found) - 2, -1, -1):
        unit, following = found[at], found[at + 1]
        if not unit.tokens and unit.claim.endswith(("；", ";")) and following.tokens:
            found[at] = _unit(unit.text, unit.kind, following.tokens)
    return found


def _pieces(body: str) -> list[str]:
    """Sentences, with tokens written behind a full stop moved to the sentence they belong to."""
    pieces: list[str] = []
    for sentence in split_sentences(body):
        rest = sentence.text
        leading = re.match(r"(?:\s*(?:" + TOKEN.pattern + r")[。；;]?)+", rest, re.IGNORECASE)
        if leading and pieces and not tokens_of(pieces[-1]):
            pieces[-1] += leading.group()
            rest = rest[leading.end() :].strip()
        if rest:
            pieces.append(rest)
    return pieces


def _attach(found: list[Unit], before: list[Unit], tokens: tuple[str, ...], piece: str) -> None:
    target = found or before
    if target and tokens:
        last = target[-1]
        merged = tuple(dict.fromkeys((*last.tokens, *tokens)))
        target[-1] = replace(last, text=last.text + piece, tokens=merged, parts=((last.claim, merged),))


def _unit(text: str, kind: str, inherited: tuple[str, ...]) -> Unit:
    tokens = tokens_of(text) or inherited
    claim = without_tokens(text).strip().strip("#").strip()
    heading = text.lstrip().startswith("#") or kind == "heading"
    plain = "sentence" if kind == "heading" else kind
    return Unit(text, claim, tokens, _parts(text, tokens), "heading" if heading and not tokens else plain)


def _parts(text: str, tokens: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Stretches that end in tokens of their own; the whole where all tokens stand together."""
    parts: list[tuple[str, tuple[str, ...]]] = []
    position = 0
    for match in re.finditer(r"(?:" + TOKEN.pattern + r"\s*)+", text, re.IGNORECASE):
        said = text[position : match.start()].strip()
        if said.strip("，,。；;、 "):
            parts.append((said, tokens_of(match.group())))
        elif parts:
            parts[-1] = (parts[-1][0], tuple(dict.fromkeys((*parts[-1][1], *tokens_of(match.group())))))
        position = match.end()
    rest = without_tokens(text[position:]).strip()
    if not parts:
        return ((without_tokens(text).strip(), tokens),)
    if rest.strip("，,。；;！!？?、）)” "):
        parts.append((rest, parts[-1][1]))
    return tuple(parts)


def _row(line: str, state: _State) -> list[Unit]:
    if _RULE.match(line):
        return []
    cells = [cell.strip() for cell in _DRESSING.sub("", line).strip().strip("|").split("|")]
    if state.header is None:
        state.header = [without_tokens(cell).strip() for cell in cells]
        state.header_tokens = tokens_of(line) or state.lead
        # A header names columns. What it claims beyond that is judged like any other sentence.
        return [Unit(line.strip(), "，".join(state.header), (), ((line.strip(), ()),), "heading")]
    tokens = tokens_of(line) or state.header_tokens
    bare = [without_tokens(cell).strip() for cell in cells]
    garbled = len(cells) not in {len(state.header), len(state.header) + 1} or (
        len(cells) != len(state.header) and bool(bare[-1])
    )
    claim = "，".join(_pairs(state.header, bare))
    return [Unit(line.strip(), claim, tokens, _cell_parts(cells, state.header, claim, tokens), "row", garbled)]


# A column that names who does what its row is called by.
_DOER = re.compile(
    r"^(?:由谁|谁来?|(?:责任|负责|承办|牵头|实施|组织)(?:单位|主体|部门|机构|方)|实施者|负责方|办理单位|主体)"
)


def _pairs(header: list[str], cells: list[str]) -> list[str]:
    """The cells of a row, each behind its header; who does it stands before what is done (由组委会形成报告)."""
    named = list(zip(header, cells, strict=False))
    doer = next((at for at, (head, cell) in enumerate(named) if at and cell and _DOER.match(head)), 0)
    label = cells[0] if cells else ""
    if doer and re.search(r"[一-鿿]{2}", label):
        label, named = f"由{cells[doer].removeprefix('由')}{label}", [*named[:doer], *named[doer + 1 :]]
    others = [
        f"{head}为{cell}" if head.endswith(("前", "后", "近")) else f"{head}{cell}" for head, cell in named[1:] if cell
    ]
    return [*([label] if label else []), *others]


def _cell_parts(
    cells: list[str], header: list[str], claim: str, tokens: tuple[str, ...]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """A row whose cells cite different clauses is judged cell by cell, each under its header."""
    cited = [(head, cell) for head, cell in zip(header, cells, strict=False) if tokens_of(cell)]
    if len({tokens_of(cell) for _, cell in cited}) < 2:
        return ((claim, tokens),)
    label = without_tokens(cells[0]).strip()
    return tuple((f"{head}{label}{without_tokens(cell).strip()}", tokens_of(cell)) for head, cell in cited)
