"""What every command shares: one JSON value on stdout, one line on stderr for unusable input, the exit statuses."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from assistant.errors import UnusableInputError


def print_json(value: object) -> None:
    """Write exactly one JSON value and a newline to stdout, UTF-8, Chinese unescaped."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def say(message: str) -> None:
    """Write one line of log or progress to stderr."""
    sys.stderr.write(message + "\n")
    sys.stderr.flush()


def read_text_argument(name: str) -> str:
    """The text of a file argument; `-` reads stdin. Raises UnusableInputError for a missing or undecodable file."""
    if name == "-":
        return sys.stdin.buffer.read().decode("utf-8-sig")
    path = Path(name)
    if not path.is_file():
        raise UnusableInputError(f"找不到文件“{name}”。请核对路径后重试。")
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnusableInputError(f"文件“{name}”不是 UTF-8 文本。请另存为 UTF-8 后重试。") from error


def read_json_rows(name: str) -> Iterator[dict[str, Any]]:
    """The rows of a JSON Lines file, blank lines skipped. Raises UnusableInputError naming file and line number."""
    for number, line in enumerate(read_text_argument(name).splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            problem = f"文件“{name}”第 {number} 行不是合法的 JSON：{error.msg}。请改正该行后重试。"
            raise UnusableInputError(problem) from error
        if not isinstance(row, dict):
            raise UnusableInputError(f"文件“{name}”第 {number} 行应是一个 JSON 对象。请改正该行后重试。")
        yield row
