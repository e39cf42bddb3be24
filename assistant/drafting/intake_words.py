"""The words of an applicants' table: which head means which field, which cell means which kind."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.model import Kind
from assistant.drafting.material.surnames import is_name
from assistant.knowledge.source import load_yaml
from assistant.settings import settings

_TAIL = re.compile(r"[（(][^（）()]*[)）]$")
_WITH_POST = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,4})(?:\s*[（(]|\s+|[，,、])(?P<post>[^（()）]{2,40}[)）]?)")
_KINDS: tuple[Kind, Kind] = ("organisation", "individual")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Heads and kinds by their wording as compared, and the labels cells are written into the material with."""

    heads: Mapping[str, str]
    kinds: Mapping[str, Kind]
    labels: Mapping[str, str]
    person_heads: frozenset[str] = frozenset()
    endings: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    telling: re.Pattern[str] = re.compile("(?!)")
    figures: re.Pattern[str] = re.compile("(?!)")
    units: re.Pattern[str] = re.compile("(?!)")
    beside: re.Pattern[str] = re.compile("(?!)")
    declared: re.Pattern[str] = re.compile("(?!)")
    no_practice: re.Pattern[str] = re.compile("(?!)")
    totals: re.Pattern[str] = re.compile("(?!)")
    posts: re.Pattern[str] = re.compile("(?!)")
    none_told: re.Pattern[str] = re.compile("(?!)")
    boast: re.Pattern[str] = re.compile("(?!)")


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The words of `corpus/drafting/intake.yaml`; KnowledgeError where it is wrong."""
    top = load_yaml(settings().assistant_corpus / "drafting" / "intake.yaml")
    patterns = {"telling": "telling_heads", "figures": "figure_heads", "units": "figure_units"}
    patterns |= {"beside": "figure_beside", "declared": "declared_heads", "no_practice": "no_practice"}
    patterns |= {"totals": "totals", "posts": "person_posts", "none_told": "none_told", "boast": "boast_of_first"}
    top.only({"heads", "heads_ending", "kinds", "labels", "person_heads", *patterns.values()})
    heads, kinds, labels, endings = (top.child(one) for one in ("heads", "kinds", "labels", "heads_ending"))
    return Vocabulary(
        {_plain(word): field for field in heads.mapping() for word in heads.texts(field, at_least=1)},
        {_plain(word): kind for kind in _KINDS for word in kinds.texts(kind, at_least=1)},
        {field: labels.text(field) for field in labels.mapping()},
        frozenset(map(_plain, top.texts("person_heads", at_least=1))),
        {field: re.compile("|".join(endings.texts(field, at_least=1))) for field in endings.mapping()},
        **{name: re.compile("|".join(top.texts(key, at_least=1))) for name, key in patterns.items()},
    )


def field_of(head: str) -> str:
    """The field a head means, with or without what stands in brackets at its end; "" where it is unknown.

    A head that is not listed means running text or honours where it ends as those do and says nothing else.
    """
    plain = _plain(head)
    bare, words = _plain(_TAIL.sub("", plain)), vocabulary()
    known = words.heads.get(plain) or words.heads.get(bare, "")
    if known or tells(head):
        return known
    return next((field for field, ending in words.endings.items() if ending.search(bare)), "")


def tells(head: str) -> bool:
    """Whether a head changes the sense of its cells (下一步打算), so that they may not be read without it."""
    return vocabulary().telling.search(_plain(head)) is not None


def declares(head: str) -> bool:
    """Whether what stands under a head is a practice by the person's own word (质量做法, not 材料 or 下一步打算)."""
    return vocabulary().declared.search(_plain(head)) is not None and not tells(head)


def adds_up(cells: Sequence[str]) -> bool:
    """Whether a row only adds up those above it (合计 | 12家): a word for that first, then only counts."""
    told = [_plain(cell) for cell in cells if _plain(cell)]
    counts = vocabulary().totals
    word = bool(told) and re.fullmatch(r"[0-9.,%]+", told[0]) is None
    return word and all(counts.fullmatch(cell) or re.fullmatch(r"[0-9.,%]+", cell) for cell in told)


def written_as_row(text: str) -> bool:
    """Whether a text begins as a row of a table is written out: with a label of one of its cells."""
    return text.startswith(tuple(f"{label}：" for label in (*vocabulary().labels.values(), "姓名")))


def of_figures(head: str) -> bool:
    """Whether a head names a figure of the applicant's business (年销售额), and neither a plan nor another's."""
    return vocabulary().figures.search(_plain(head)) is not None and not tells(head)


def names_amount(head: str) -> bool:
    """Whether a head of figures ends with what is measured (年销售额, not 纳税人识别号), so that its figure needs a
    unit; a count needs none."""
    plain = _plain(head)
    ends = any(match.end() == len(plain) for match in vocabulary().figures.finditer(plain))
    return ends and not plain.endswith(("数", "数量"))


def kind_of(cell: str) -> Kind | None:
    """The kind a cell names; None where it names none."""
    return vocabulary().kinds.get(_plain(cell))


def kind_of_row(name: str, head: str) -> tuple[str, Kind | None]:
    """The name without a kind in brackets at its end (李建设（个人）), and the kind told by that, the head or the name.

    None where nothing tells: a personal name of the surname list that ends like no organisation is a person's.
    """
    tail = _TAIL.search(name)
    told = kind_of(tail.group()[1:-1]) if tail else None
    bare = name[: tail.start()].strip() if tail and told else name
    if told or not bare:
        return bare, told
    if _plain(head) in vocabulary().person_heads:
        return bare, "individual"
    organised = load_lexicon("facts").has("organisation_suffix", bare)
    return bare, "individual" if is_name(bare) and not organised else None


def person_hint(name: str) -> str:
    """What is asked where a name is plainly a person's with a post behind it and no cell says which kind."""
    match = _WITH_POST.fullmatch(name.strip())
    if match is None or not is_name(match["name"]) or not vocabulary().posts.search(match["post"].rstrip("）)")):
        return ""
    return (
        f"“{match['name']}”像是个人，现按组织起草。若是个人申报，请在“类别”一栏写“个人”、名称只写姓名，再重做这一行。"
    )


def _plain(text: str) -> str:
    return re.sub(r"[\s*＊:：_]", "", unicodedata.normalize("NFKC", text)).lower()
