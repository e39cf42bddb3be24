"""Material of one applicant told apart from a list: several applicants presented in it, or a table of them."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from assistant.drafting.intake_cells import TABLES
from assistant.drafting.intake_table import applicants_of
from assistant.drafting.intake_words import field_of
from assistant.drafting.lexicon import Lexicon, load_lexicon
from assistant.drafting.material.surnames import name_pattern
from assistant.errors import UnusableInputError

# Two may be a firm and its mother or predecessor, which a person can tell; three presented alike are a list.
LIST_FROM = 3
# Shorter names only say what kind of body it is (总公司, 我们公司).
_SHORTEST = 5
_LONGEST = 40
# Columns that tell of applicants; a table of suppliers or awards has none or one of them.
_TELLING = frozenset(
    {"county", "place", "industry", "founded", "economic_type", "business_scope", "employees", "intent", "profile"}
    | {"characterisation", "text", "honours", "files"}
)
_LEGAL_FORM = re.compile(r"(?:股份|控股)?(?:有限)?(?:责任)?公司$")
_RELATED = re.compile(r"^(?:其|原|我|本|该)?(?:前身|原|旗下|下属|下设|所属|控股|参股|全资|母公司|子公司|分公司|总公司)")


def applicants_named(texts: Mapping[str, str]) -> tuple[str, ...]:
    """The applicants the texts present, each once; empty or one name where they are of one applicant.

    Persons count only where no organisation is presented: the material of a firm presents its people too.
    """
    organisations: dict[str, None] = {}
    persons: dict[str, None] = {}
    for text in texts.values():
        organisations |= dict.fromkeys(_of_tables(text))
        for line in text.splitlines():
            organisation, person = _presented(line)
            organisations |= dict.fromkeys(filter(None, [organisation]))
            persons |= dict.fromkeys(filter(None, [person]))
    return _apart(organisations) or tuple(persons)


def list_told(names: tuple[str, ...]) -> str:
    """What is wrong with a list handed in as one applicant's material, and what to do."""
    some = "、".join(names[:3])
    return (
        f"这里像有 {len(names)} 个申报主体（{some}等），一个主体占一行，没有并成一行写入。"
        "请每个主体一个文件（或子文件夹）放进一个文件夹，或做成名单表格（.xlsx、.csv，首行为“单位名称”“材料”等），"
        "再用 form --intake 文件夹或名单（网页上用“批量起草”）处理。"
    )


def pair_told(names: tuple[str, ...]) -> str:
    """What is said where two applicants seem to be in one material."""
    both = "、".join(names)
    return f"材料里像有两个申报主体（{both}），只写了一行。若确是两个，请分成两份材料再做；若是一家，请核对各栏。"


def table_told(file: Path) -> str:
    """What is said of a spreadsheet among the files of one applicant that lists applicants; "" where it does not."""
    if file.suffix.lower() not in TABLES:
        return ""
    try:
        listed = applicants_of(file)
    except UnusableInputError:
        return ""
    if len(listed) < 2:
        return ""
    return (
        f"“{file.name}”是 {len(listed)} 个申报主体的名单，不是一个主体的材料。请单独用 form --intake {file.name} 处理。"
    )


def _presented(line: str) -> tuple[str, str]:
    """The organisation and the person a line presents; "" for what it does not."""
    words = load_lexicon("several")
    mark = words.patterns["mark"].match(line)
    told = line[mark.end() if mark else 0 :].strip()
    person = re.match(name_pattern(), told)
    if person and words.patterns["person"].match(told[person.end() :]):
        return "", person.group()
    return _organisation(told, words), ""


def _organisation(told: str, words: Lexicon) -> str:
    for suffix in load_lexicon("facts").patterns["organisation_suffix"].finditer(told[:_LONGEST]):
        name, rest = told[: suffix.end()], told[suffix.end() :]
        if len(name) < _SHORTEST or _RELATED.match(name) or not re.fullmatch(r"[\w（）()“”·]+", name):
            continue
        if words.patterns["presents"].match(rest) or words.patterns["title"].match(rest):
            generic = load_lexicon("facts").patterns["organisation_generic"].fullmatch(name)
            return "" if generic else name
    return ""


def _of_tables(text: str) -> Iterator[str]:
    """The names of the rows under heads of which one means the name and two more tell of applicants."""
    place, width = -1, 0
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.split("\t")]
        fields = [field_of(cell) for cell in cells] if len(cells) > 1 else []
        if "name" in fields and len(_TELLING & {*fields}) > 1:
            place, width = fields.index("name"), len(cells)
        elif place >= 0 and len(cells) == width:
            if cells[place] and not cells[place].startswith("【"):
                yield cells[place]
        else:
            place = -1


def _apart(names: Mapping[str, None]) -> tuple[str, ...]:
    """Those of `names` that are not another of them with or without its legal form or a part of it."""
    kept: list[str] = []
    for name in sorted(names, key=lambda one: len(_LEGAL_FORM.sub("", one))):
        stem = _LEGAL_FORM.sub("", name)
        if not any(_LEGAL_FORM.sub("", other) in stem for other in kept):
            kept.append(name)
    return tuple(name for name in names if name in kept)
