"""A thousand drafts over shuffled and truncated material: none over a limit, no figure without a source."""

import random
import re
import time
import unicodedata
from collections.abc import Sequence
from datetime import date

from assistant.drafting.draft import draft
from assistant.drafting.limits import CHARACTERISATION_LIMIT, PROFILE_LIMIT, fits
from assistant.drafting.material.model import Kind
from assistant.drafting.material.read import read_material
from evaluations.report import Row

DRAFTS = 1000
SEED = 20240222
AS_OF = date(2024, 2, 22)


def robustness_rows(materials: Sequence[tuple[str, Kind]], drafts: int = DRAFTS) -> tuple[Row, ...]:
    """Draft `drafts` mangled copies of the materials and count what must never happen."""
    if not materials:
        return ()
    dice = random.Random(SEED)
    over = unsourced = 0
    started = time.perf_counter()
    for number in range(drafts):
        text, kind = materials[number % len(materials)]
        text = mangled(text, dice)
        written = draft(read_material(texts={"材料": text}, kind=kind, as_of=AS_OF))
        texts = [written.profile, *[a.text for a in written.alternatives if a.column == "profile"]]
        lines = [written.characterisation, *[a.text for a in written.alternatives if a.column == "characterisation"]]
        over += sum(not fits(one, PROFILE_LIMIT) for one in texts) + sum(
            not fits(one, CHARACTERISATION_LIMIT) for one in lines
        )
        whole = plain(text)
        figures = [figure for one in texts + lines for figure in re.findall(r"[0-9]+(?:\.[0-9]+)?", plain(one))]
        unsourced += sum(figure not in whole for figure in figures)
    each = (time.perf_counter() - started) / drafts
    return (
        Row(f"打乱截断 {drafts} 次：超限", over, unit=" 份"),
        Row(f"打乱截断 {drafts} 次：无出处的数字", unsourced, unit=" 个"),
        Row("打乱截断：每份平均用时", round(each * 1000, 1), unit=" 毫秒"),
    )


def mangled(text: str, dice: random.Random) -> str:
    """One of: cut off anywhere, lines shuffled, sentences shuffled, a stretch lost, white space scattered."""
    way = dice.randrange(5)
    if way == 0:
        return text[: dice.randrange(1, len(text))]
    if way == 1:
        lines = text.splitlines()
        dice.shuffle(lines)
        return "\n".join(lines)
    if way == 2:
        sentences = re.findall(r"[^。\n]+[。\n]?", text)
        dice.shuffle(sentences)
        return "".join(sentences)
    if way == 3:
        start = dice.randrange(len(text))
        return text[:start] + text[start + dice.randrange(1, 200) :]
    return "".join(character + (" " if dice.random() < 0.1 else "") for character in text)


def plain(text: str) -> str:
    """The text without white space, compatibility forms folded."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
