"""Names told by their surname: a surname of the list and one or two characters."""

import re
from functools import lru_cache

from assistant.knowledge.source import load_yaml
from assistant.settings import settings


@lru_cache(maxsize=1)
def name_pattern() -> str:
    """A regular expression, without groups, for a personal name (缪砺锋, 欧阳澈)."""
    node = load_yaml(settings().assistant_corpus / "drafting" / "surnames.yaml")
    double = "|".join(node.texts("double"))
    words = "|".join(node.texts("words"))
    return rf"(?!{words})(?:(?:{double})[\u4e00-\u9fff]{{1,2}}|[{node.text('single')}][\u4e00-\u9fff]{{1,2}})"


@lru_cache(maxsize=1)
def surnames() -> str:
    """The single-character surnames, in a row."""
    return load_yaml(settings().assistant_corpus / "drafting" / "surnames.yaml").text("single")


def is_name(text: str) -> bool:
    """Whether `text` may be a personal name by its surname and length."""
    return re.fullmatch(name_pattern(), text) is not None
