"""Parsing of PDF and Word files in a process of its own, which a hostile file may fill or hang without harm to us."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from assistant.errors import DocumentError

WALL_CLOCK_SECONDS = 40.0
_ROOT = Path(__file__).resolve().parents[3]


class Child:
    """A running parser (`pdfium`, `pypdf` or `word`) of one file. `result` waits for it."""

    def __init__(self, parser: str, path: Path) -> None:
        command = [sys.executable, "-m", "assistant.documents.readers.worker", parser, str(path.resolve())]
        self._name = path.name
        self._process = subprocess.Popen(
            command, cwd=_ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )

    def result(self, seconds: float = WALL_CLOCK_SECONDS) -> dict[str, Any] | None:
        """What the parser printed, None where it broke. Raises DocumentError when it takes longer than `seconds`."""
        try:
            output, _ = self._process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired as error:
            raise DocumentError(
                f"解析“{self._name}”超过 {seconds:.0f} 秒仍未完成。请另存为较简单的文件后重试。"
            ) from error
        finally:
            self.stop()
        if self._process.returncode != 0 or not output:
            return None
        answer: dict[str, Any] = json.loads(output)
        return answer

    def stop(self) -> None:
        """End the parser if it still runs."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
