"""YAML under corpus/ read into nodes that know their file and, when something is wrong, their line."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import yaml

from assistant.errors import KnowledgeError


class _Loader(yaml.CSafeLoader):
    """The C loader, with dates left as the text they were written as."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}

T = TypeVar("T")

_TYPE_NAMES: dict[type, str] = {
    dict: "键值映射（键: 值）",
    list: "列表（- 项）",
    str: "文字（必要时加引号）",
    bool: "true 或 false",
    int: "整数",
}


@dataclass(frozen=True, slots=True)
class Node:
    """One value of a YAML file with the way to it.

    `trail` holds the keys and list positions from the top of the file to this value. Line numbers are looked up
    only when an error is raised, so that a correct file costs nothing more than its parsing.
    """

    file: Path
    value: object
    trail: tuple[str | int, ...] = ()

    def fail(self, problem: str, remedy: str, key: str | int | None = None) -> KnowledgeError:
        """The error to raise for this value (or for its child `key`): file, line, problem and remedy."""
        trail = self.trail if key is None else (*self.trail, key)
        place = "/".join(str(part) for part in trail) or "文件顶层"
        return KnowledgeError(f"{self.file} 第{_line(self.file, trail)}行（{place}）：{problem}。请{remedy}。")

    def mapping(self) -> dict[str, object]:
        """The value as a mapping; KnowledgeError where it is something else."""
        if not isinstance(self.value, dict):
            raise self.fail("这里应当是键值映射", "改成“键: 值”的形式")
        return self.value

    def only(self, allowed: Collection[str]) -> None:
        """Refuse keys outside `allowed`, so that a mistyped key cannot be lost silently."""
        for key in self.mapping():
            if key not in allowed:
                raise self.fail(f"不认识的键“{key}”", f"改为以下之一：{'、'.join(sorted(allowed))}", key)

    def has(self, key: str) -> bool:
        """Whether the mapping carries `key` with a value."""
        return self.mapping().get(key) is not None

    def child(self, key: str) -> "Node":
        """The value under `key`; KnowledgeError where it is absent."""
        if not self.has(key):
            raise self.fail(f"缺少“{key}”", f"补上“{key}”")
        return Node(self.file, self.mapping()[key], (*self.trail, key))

    def children(self, key: str) -> Iterator["Node"]:
        """The items of the list under `key`, in order; nothing where the key is absent."""
        if not self.has(key):
            return
        items = self._typed(key, list)
        for position, item in enumerate(items):
            yield Node(self.file, item, (*self.trail, key, position))

    def text(self, key: str, default: str | None = None) -> str:
        """The text under `key`, stripped; `default` (where given) when the key is absent or empty, else an error."""
        if default is not None and not self.has(key):
            return default
        value: str = self._typed(key, str).strip() or (default or "")
        if not value and default is None:
            raise self.fail(f"“{key}”是空的", "写上内容或删去这个键", key)
        return value

    def flag(self, key: str, default: bool = False) -> bool:
        """The boolean under `key`, or `default` when absent."""
        return bool(self._typed(key, bool)) if self.has(key) else default

    def choice(self, key: str, allowed: Collection[str]) -> str:
        """The text under `key`, which must be one of `allowed`."""
        value = self.text(key)
        if value not in allowed:
            raise self.fail(f"“{key}”的值“{value}”不在允许之列", f"改为以下之一：{'、'.join(sorted(allowed))}", key)
        return value

    def texts(self, key: str, at_least: int = 0) -> tuple[str, ...]:
        """The list of non-empty texts under `key`; absent means empty. Fewer than `at_least` is an error."""
        items = self._typed(key, list) if self.has(key) else []
        for position, item in enumerate(items):
            if not isinstance(item, str) or not item.strip():
                node = Node(self.file, item, (*self.trail, key, position))
                raise node.fail("这一项应当是非空文字", "给这一项加上引号或写上内容")
        if len(items) < at_least:
            raise self.fail(f"“{key}”只有{len(items)}项，至少要{at_least}项", "补足", key if self.has(key) else None)
        return tuple(items)

    def _typed(self, key: str, kind: type[T]) -> T:
        value = self.child(key).value
        if not isinstance(value, kind):
            raise self.fail(f"“{key}”的类型不对", f"写成{_TYPE_NAMES.get(kind, kind.__name__)}", key)
        return value


def load_yaml(path: Path) -> Node:
    """The whole file as one node. KnowledgeError where it cannot be read or is no valid YAML."""
    try:
        value = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except OSError as error:
        raise KnowledgeError(f"{path} 读不出来（{error.strerror}）。请检查文件是否存在、是否可读。") from error
    except UnicodeDecodeError as error:
        raise KnowledgeError(f"{path} 不是 UTF-8 文本。请另存为 UTF-8 编码。") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        problem = f"{path} 第{line}行：YAML 写法有误（{error.problem}）"
        raise KnowledgeError(f"{problem}。请检查缩进、冒号与引号。") from error
    except yaml.YAMLError as error:
        raise KnowledgeError(f"{path} 含有 YAML 不接受的字符（{error}）。请删去控制字符。") from error
    return Node(path, value)


def corpus_files(corpus: Path, pattern: str) -> list[Path]:
    """The files of `corpus` that match a glob such as `awards/*/award.yaml`, in name order."""
    if not corpus.is_dir():
        raise KnowledgeError(f"{corpus} 不是文件夹。请检查 corpus 的位置。")
    return sorted(corpus.glob(pattern))


def _line(path: Path, trail: tuple[str | int, ...]) -> int:
    """The line (from 1) of the value the trail leads to, or of the nearest ancestor that exists."""
    node = yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    line = 0
    for part in trail:
        found = _step(node, part)
        if found is None:
            break
        line, node = found
    return line + 1


def _step(node: yaml.Node | None, part: str | int) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((key.start_mark.line, value) for key, value in node.value if key.value == part), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part].start_mark.line, node.value[part]
    return None
