"""One row of `verify --batch`: its types and its bounds, checked before anything is judged."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from assistant.eligibility.facts import parse_facts
from assistant.errors import FactsError, UnusableInputError

LONGEST_TEXT = 20_000
LONGEST_BASIS = 200_000
_NAMES = {
    "text": "text（要核验的文字）应是文字",
    "clauses": 'clauses 应形如 {"c1": {"document": "文件编号", "quote": "原文"}}',
    "facts": "facts 应是一个 JSON 对象",
    "verdicts": "verdicts 应是申报类别到 eligible、ineligible 或 undetermined 的对象",
    "material": "material 应是文字",
    "limits": "limits 应是名称到字数（整数）的对象",
}


def _none_is_empty(value: object) -> object:
    return {} if value is None else value


class Clause(BaseModel):
    """What a token stands for."""

    model_config = ConfigDict(strict=True)
    document: str
    quote: str


class Row(BaseModel):
    """A row as the contract states it; what else it carries is left alone."""

    model_config = ConfigDict(strict=True)
    text: str
    clauses: Annotated[dict[str, Clause], BeforeValidator(_none_is_empty)] = {}
    facts: Annotated[dict[str, Any], BeforeValidator(_none_is_empty)] = {}
    verdicts: Annotated[
        dict[str, Literal["eligible", "ineligible", "undetermined"]], BeforeValidator(_none_is_empty)
    ] = {}
    material: str | None = None
    limits: Annotated[dict[str, int], BeforeValidator(_none_is_empty)] = {}


def read_row(raw: object, where: str) -> Row:
    """The row, typed. UnusableInputError names `where` and what is wrong with it."""
    if not isinstance(raw, dict):
        raise UnusableInputError(f"{where}应是一个 JSON 对象（含 text）。请改正后重试。")
    if "text" not in raw:
        raise UnusableInputError(f"{where}缺 text（要核验的文字）。请补上后重试。")
    try:
        row = Row.model_validate(raw)
    except ValidationError as error:
        name = str(error.errors(include_input=False, include_url=False)[0]["loc"][0])
        raise UnusableInputError(f"{where}的 {_NAMES.get(name, name)}。请改正后重试。") from None
    if len(row.text) > LONGEST_TEXT:
        raise UnusableInputError(f"{where}的 text 超过 {LONGEST_TEXT} 个字符。请分成几行后重试。")
    if sum(len(clause.quote) for clause in row.clauses.values()) + len(row.material or "") > LONGEST_BASIS:
        raise UnusableInputError(f"{where}的条款原文和 material 合计超过 {LONGEST_BASIS} 个字符。请删减后重试。")
    try:
        parse_facts(row.facts)
    except FactsError as error:
        raise UnusableInputError(f"{where}的 facts：{error}") from None
    return row
