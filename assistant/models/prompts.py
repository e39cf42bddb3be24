"""The prompt library: prompts/<id>.yaml, each with declared variables, an output schema and a version."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from assistant.errors import KnowledgeError, ModelError
from assistant.knowledge.source import Node, load_yaml
from assistant.models.fence import fenced, new_marker
from assistant.models.messages import message
from assistant.settings import settings

_PLACE = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_KINDS = ("data", "clauses", "text")
_RULES = "rules.yaml"


@dataclass(frozen=True, slots=True)
class Variable:
    """One declared variable. `data` is fenced; `clauses` maps tokens to texts, each fenced; `text` is our own words."""

    name: str
    kind: str
    about: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """One job's prompt. `schema` is the JSON schema of the reply, None where the reply is prose."""

    id: str
    version: int
    purpose: str
    variables: Mapping[str, Variable]
    system: str
    user: str
    schema: Mapping[str, Any] | None
    file: Path

    def render(self, values: Mapping[str, object], marker: str = "") -> list[tuple[str, str]]:
        """(role, text) pairs for the endpoint. KnowledgeError for a missing or unknown variable.

        `marker` fixes the fence's marker (for snapshots); otherwise every rendering has a new one.
        """
        wrong = set(values) ^ set(self.variables)
        if wrong:
            known, odd = "、".join(self.variables), "、".join(sorted(wrong))
            raise KnowledgeError(f"{self.file}：变量不符（{odd}）。请给出且只给出声明过的变量：{known}。")
        marker = marker or new_marker()
        shown = {name: _shown(self.variables[name], value, marker) for name, value in values.items()}
        shown["marker"] = marker

        def fill(text: str) -> str:
            return _PLACE.sub(lambda match: shown[match[1]], text)

        return [("system", fill(self.system)), ("human", fill(self.user))]

    def check(self, data: object) -> None:
        """ModelError where a reply does not fit the schema."""
        from jsonschema import Draft202012Validator, ValidationError

        try:
            Draft202012Validator(self.schema or {}).validate(data)
        except (ValidationError, RecursionError) as error:
            raise ModelError(message("unreadable")) from error


def load_prompt(prompt_id: str, folder: Path | None = None) -> Prompt:
    """The prompt of that id. KnowledgeError naming the file where it is missing, malformed or inconsistent."""
    return _load((folder or settings().assistant_prompts) / f"{prompt_id}.yaml")


def prompt_ids(folder: Path | None = None) -> list[str]:
    """The ids of all prompts, in name order."""
    files = (folder or settings().assistant_prompts).glob("*.yaml")
    return sorted(path.stem for path in files if path.name != _RULES)


@lru_cache(maxsize=64)
def _load(path: Path) -> Prompt:
    node = load_yaml(path)
    node.only(("id", "version", "purpose", "variables", "system", "user", "output"))
    if node.text("id") != path.stem:
        raise node.fail("id 与文件名不同", f"把 id 改为 {path.stem}", "id")
    variables = {name: _variable(node.child("variables"), name) for name in node.child("variables").mapping()}
    schema = _schema(node)
    system = "\n\n".join([node.text("system"), *_rules(path.parent, variables, schema)])
    prompt = Prompt(path.stem, _version(node), node.text("purpose"), variables, system, node.text("user"), schema, path)
    used = {match[1] for match in _PLACE.finditer(prompt.system + prompt.user)} - {"marker"}
    if used != set(variables):
        odd = "、".join(sorted(used ^ set(variables)))
        raise node.fail(f"声明的变量与文中用到的不一致（{odd}）", "补上声明或删去多余的变量", "variables")
    return prompt


def _version(node: Node) -> int:
    version = node.child("version").value
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise node.fail("version 应是从 1 起的整数", "改成整数", "version")
    return version


def _variable(node: Node, name: str) -> Variable:
    row = node.child(name)
    row.only(("kind", "about"))
    return Variable(name, row.choice("kind", _KINDS), row.text("about"))


def _schema(node: Node) -> Mapping[str, Any] | None:
    if not node.has("output"):
        return None
    from jsonschema import Draft202012Validator, SchemaError

    schema = node.child("output").mapping()
    try:
        Draft202012Validator.check_schema(schema)
    except SchemaError as error:
        raise node.fail(f"output 不是合法的 JSON Schema（{error.message}）", "改正 output", "output") from error
    return schema


def _rules(folder: Path, variables: Mapping[str, Variable], schema: Mapping[str, Any] | None) -> list[str]:
    """The rules all prompts share, from prompts/rules.yaml: on data, and on JSON where the reply is JSON."""
    rules = load_yaml(folder / _RULES)
    found = [rules.text("data")] if any(v.kind != "text" for v in variables.values()) else []
    if schema is not None:
        found.append(rules.text("json") + "\n" + json.dumps(schema, ensure_ascii=False))
    return found


def _shown(variable: Variable, value: object, marker: str) -> str:
    if variable.kind == "text":
        return str(value)
    if variable.kind == "data":
        return fenced(str(value), marker)
    if not isinstance(value, Mapping):
        raise KnowledgeError(f"变量“{variable.name}”应是标记到条文的映射。请按 prompts 里的声明传入。")
    return "\n".join(f"[{token}]\n{fenced(str(text), marker)}" for token, text in value.items())
