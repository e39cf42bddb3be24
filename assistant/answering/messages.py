"""The fixed, editable messages of corpus/answering/statuses.yaml."""

from functools import lru_cache
from pathlib import Path

import yaml

from assistant.errors import KnowledgeError


@lru_cache(maxsize=4)
def load_messages(corpus: Path) -> dict[str, str]:
    """Message by name. Raises KnowledgeError where the file is missing or is not a mapping of texts."""
    return _texts(corpus / "answering" / "statuses.yaml")


@lru_cache(maxsize=4)
def load_topics(corpus: Path) -> dict[str, str]:
    """How notices head each topic (topics.yaml). Raises KnowledgeError likewise."""
    return _texts(corpus / "answering" / "topics.yaml")


def _texts(path: Path) -> dict[str, str]:
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (OSError, yaml.YAMLError) as error:
        raise KnowledgeError(f"{path}：无法读取（{error}）。请恢复该文件。") from error
    if not isinstance(data, dict) or not all(isinstance(text, str) for text in data.values()):
        raise KnowledgeError(f"{path}：应是“名称: 文字”的映射。请对照仓库中的原文件改正。")
    return {str(name): text.strip() for name, text in data.items()}
