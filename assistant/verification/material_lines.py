"""The lines of an applicant's material: each that stands by itself ends as a sentence does, a wrapped one runs on."""

import re

from assistant.verification.passing import passing

_ENDED = re.compile(r"[，,、；;：:。！!？?（(“《—-]\s*$")
_OPENS = re.compile(
    r"\s*(?:[-·•●■*]|[①-⑳]|[（(]?[一二三四五六七八九十\d]{1,2}[)）.、．]|(?:19|20)\d\d[年.\-/]|[【<#>]|[一-鿿]{2,8}[：:]|附[：:件])"
)
# 问：哪年成立？答：2008年: the answer is on what was asked.
_ASKED = re.compile(r"(?:问[：:]\s*)([^？?\n]{2,20})[？?]\s*答[：:]\s*")
# A line so much shorter than the longest ends where its writer meant it to.
_FULL = 0.8


@passing(maxsize=64)
def apart(material: str) -> str:
    """The material with a full stop at the end of each line that has no mark there and is not wrapped."""
    lines = _ASKED.sub(r"\1：", material).split("\n")
    longest = max((len(line) for line in lines), default=0)
    kept = [_closed(line, after, longest) for line, after in zip(lines, [*lines[1:], ""], strict=True)]
    return "\n".join(kept)


def _closed(line: str, after: str, longest: int) -> str:
    if not line.strip() or _ENDED.search(line):
        return line
    short = len(line) < _FULL * longest
    return f"{line}。" if short or not after.strip() or _OPENS.match(after) else line
