"""The cue words of corpus/narrative, compiled once. Each cue is a regular expression over the tidied text."""

import re
from functools import cache
from pathlib import Path

import yaml

from assistant.errors import KnowledgeError

_CLASS = re.compile("«([a-z_]+)»")
_FOLDER = Path(__file__).resolve().parents[3] / "corpus" / "narrative"


@cache
def cues(name: str) -> re.Pattern[str]:
    """The pattern of a cue list named `file.list`; KnowledgeError where there is no such list."""
    return _compile(name, "|".join(f"(?:{cue})" for cue in _node(name)))


@cache
def each_cue(name: str) -> tuple[re.Pattern[str], ...]:
    """The cues of a list one by one, where it matters how many different ones speak."""
    return tuple(_compile(name, cue) for cue in _node(name))


@cache
def choices(name: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The value → pattern pairs of a map named `file.map`, in the order of the file (first match wins)."""
    node = _node(name)
    if not isinstance(node, dict):
        raise KnowledgeError(f"corpus/narrative：{name} 应为“值: [线索]”的映射，请改正。")
    return tuple(
        (str(value), _compile(name, "|".join(f"(?:{cue})" for cue in listed))) for value, listed in node.items()
    )


def choose(name: str, text: str) -> str | None:
    """The first value of a map whose cues occur in `text`."""
    return next((value for value, pattern in choices(name) if pattern.search(text)), None)


def _expand(source: str) -> str:
    """The source with every «class» of words.yaml written out."""
    while found := _CLASS.search(source):
        listed = "|".join(_node(f"words.{found.group(1)}"))
        source = source.replace(found.group(), f"(?:{listed})")
    return source


def _compile(name: str, source: str) -> re.Pattern[str]:
    try:
        return re.compile(_expand(source), re.MULTILINE)
    except re.error as error:
        raise KnowledgeError(f"corpus/narrative：{name} 里有写错的线索（{error}），请改正。") from error


def _node(name: str) -> list[str] | dict[str, list[str]]:
    file, _, key = name.partition(".")
    node = _load(file)
    for part in key.split("."):
        if not isinstance(node, dict) or part not in node:
            raise KnowledgeError(f"corpus/narrative/{file}.yaml：缺少 {key}，请补上。")
        node = node[part]
    if not isinstance(node, list | dict):
        raise KnowledgeError(f"corpus/narrative/{file}.yaml：{key} 应为列表或映射，请改正。")
    return node


@cache
def _load(file: str) -> object:
    path = _FOLDER / f"{file}.yaml"
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    except (OSError, yaml.YAMLError) as error:
        raise KnowledgeError(f"{path}：读不出来（{error}），请检查文件。") from error
