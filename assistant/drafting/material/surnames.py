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


def _of_double_surname(text: str) -> bool:
    node = load_yaml(settings().assistant_corpus / "drafting" / "surnames.yaml")
    return 3 <= len(text) <= 4 and text.startswith(node.texts("double")) and is_name(text)


@lru_cache(maxsize=1)
def _no_name() -> re.Pattern[str]:
    node = load_yaml(settings().assistant_corpus / "drafting" / "surnames.yaml")
    never = node.text("never")
    first = "".join(character for character in never if character not in surnames())
    return re.compile("|".join((*node.texts("no_names"), rf"^[{first}]|[{never}]$")))


def may_be_name(text: str, *, placed: bool = False) -> bool:
    """Whether `text` may be put down as a person's name: a surname and one to three characters, and no other word.

    `placed`: the name stands where a form or a signature has one (beside a post or a number), so that a surname no list
    knows will do; a verb, a pronoun or a form of address will not.
    """
    plain = text.replace("·", "")
    if not re.fullmatch(r"[\u4e00-\u9fff]{2,12}" if "·" in text else r"[\u4e00-\u9fff]{2,4}", plain):
        return False
    if placed and _of_double_surname(plain):
        return True  # 钟离未: no other word begins so, whatever it ends with
    if _no_name().search(plain):
        return False
    return placed or "·" in text or is_name(plain)
