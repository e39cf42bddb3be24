"""The child process that parses one file: `python -m assistant.documents.readers.worker PARSER PATH`.

Prints one JSON object. Its memory and processor time are limited, so that a small hostile file cannot take the machine.
"""

import json
import resource
import sys
from pathlib import Path

MEMORY_BYTES = 1_500_000_000
PROCESSOR_SECONDS = 40


def main() -> None:
    """Limit ourselves, parse, print. What a parser raises ends the process, which the parent reads as broken."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))
    parser, path = sys.argv[1], Path(sys.argv[2])
    if parser == "pdfium":
        from assistant.documents.readers.pdfium import parse as parse_pdfium

        answer = parse_pdfium(path)
    elif parser == "pypdf":
        from assistant.documents.readers.second import parse as parse_pypdf

        answer = parse_pypdf(path)
    else:
        from assistant.documents.readers.word import parse as parse_word

        answer = parse_word(path)
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace"))


if __name__ == "__main__":
    main()
