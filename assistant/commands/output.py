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
        try:
            return sys.stdin.buffer.read().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise UnusableInputError("标准输入不是 UTF-8 文本。请转为 UTF-8 后重试。") from error
    path = Path(name)
    if not path.is_file():
        raise UnusableInputError(f"找不到文件“{name}”。请核对路径后重试。")
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnusableInputError(f"文件“{name}”不是 UTF-8 文本。请另存为 UTF-8 后重试。") from error


def read_json(text: str, where: str) -> Any:
    """The JSON value of a text. UnusableInputError naming `where` for what is no JSON or could not be written again."""
    try:
        value = json.loads(text, parse_constant=_no_constant)
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except json.JSONDecodeError as error:
        raise UnusableInputError(f"{where}不是合法的 JSON：{error.msg}。请改正后重试。") from error
    except UnicodeEncodeError as error:
        raise UnusableInputError(f"{where}里有半个字符（孤立的代理项），不能读取。请改正后重试。") from error
    except (ValueError, RecursionError) as error:
        raise UnusableInputError(f"{where}里有 NaN、过长的数字或过深的嵌套，不能读取。请改正后重试。") from error
    return value


def read_lines(name: str) -> Iterator[tuple[int, str]]:
    """Number and text of the lines that are not blank. Only a line feed ends one: JSON strings may hold U+2028."""
    for number, line in enumerate(read_text_argument(name).split("\n"), start=1):
        if line.strip():
            yield number, line


def read_json_rows(name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Line number and row of a JSON Lines file, blank lines skipped. UnusableInputError names file and line."""
    for number, line in read_lines(name):
        where = f"文件“{name}”第 {number} 行"
        row = read_json(line, where)
        if not isinstance(row, dict):
            raise UnusableInputError(f"{where}应是一个 JSON 对象。请改正该行后重试。")
        yield number, row


def _no_constant(name: str) -> Any:
    raise ValueError(name)
