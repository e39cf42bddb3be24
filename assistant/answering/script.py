"""Questions in other scripts: full-width letters and digits, traditional characters and unseen marks made plain."""

import re
from functools import lru_cache
from pathlib import Path

import yaml

from assistant.errors import KnowledgeError
from assistant.language.traditional import simplified

# Full-width letters and digits only: Chinese punctuation is full width by right and cuts questions into parts.
_WIDE = {code: code - 0xFEE0 for first, last in ("０９", "Ａｚ") for code in range(ord(first), ord(last) + 1)}
_WIDE[ord("　")] = ord(" ")
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]")


def plain_script(text: str, corpus: Path) -> str:
    """The text in simplified characters and half-width letters, without zero-width and direction marks, and asked in
    plain words where it asks in dialect."""
    plain = _UNSEEN.sub("", text).translate(_WIDE).translate(simplified(corpus))
    for said, read in _dialect(corpus):
        plain = said.sub(read, plain)
    return plain


@lru_cache(maxsize=2)
def _dialect(corpus: Path) -> tuple[tuple[re.Pattern[str], str], ...]:
    path = corpus / "answering" / "dialect.yaml"
    try:
        rows = yaml.safe_load(path.read_text(encoding="utf-8"))
        return tuple((re.compile(row["said"]), str(row["read"])) for row in rows)
    except (OSError, yaml.YAMLError, KeyError, TypeError, re.error) as error:
        raise KnowledgeError(f"{path}：{error}。每项应有 said（正则表达式）和 read。请恢复该文件。") from error
