"""Traditional and variant characters, each with the simplified one it stands for."""

from functools import lru_cache
from pathlib import Path

from assistant.errors import KnowledgeError


def read_table(path: Path) -> dict[str, str]:
    """A two-column table: the characters of each line by its head. KnowledgeError names file and line."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise KnowledgeError(f"{path}：无法读取（{error}）。请恢复该文件。") from error
    rows: dict[str, str] = {}
    for number, line in enumerate(lines, start=1):
        head, tab, characters = line.partition("\t")
        if not (head and tab and characters):
            raise KnowledgeError(f"{path}:{number}：每行应为“字头<TAB>若干字”。请对照仓库中的原文件改正。")
        rows[head] = characters
    return rows


@lru_cache(maxsize=2)
def simplified(corpus: Path) -> dict[int, str]:
    """The simplified character for each traditional or variant one, for `str.translate`; one for one."""
    rows = read_table(corpus / "answering" / "traditional.tsv")
    return {ord(variant): plain for plain, variants in rows.items() for variant in variants}
