"""What the loopback model replies: realistic answers built from the prompt it was sent, true or mutated into a lie."""

import itertools
import json
import random
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from assistant.eligibility.narrative.reader import read_narrative
from assistant.models.prompts import load_prompt, prompt_ids
from assistant.verification.model import EvidenceClause
from evaluations.lies.additions import MUTATORS
from evaluations.lies.cases import Answer

_DATA = re.compile(r"〔资料开始 (\w+)〕\n(.*?)\n〔资料结束 \1〕", re.S)
_CLAUSE = re.compile(r"\[(c\d+)\]\n〔资料开始 (\w+)〕\n(.*?)\n〔资料结束 \2〕", re.S)
_TOKENS = r"((?:\s*\[c\d+\])+)"
_turn = itertools.count()


def reply_to(body: dict[str, Any], mode: str) -> str:
    """The reply in a mode: `faithful`, `lie` (every mutator in turn), `lie NAME`, or `thoughts` (thinking aloud)."""
    job = job_of(body)
    text = _JOBS[job](body)
    if mode == "thoughts":
        return f"<think>用户要的是{job}，我先看资料，密码是 hunter2。</think>\n{text}"
    if mode.startswith("lie") and job == "compose":
        return lied(text, clauses_of(body), mode.removeprefix("lie").strip())
    return text


def job_of(body: dict[str, Any]) -> str:
    """The id of the prompt a request was rendered from."""
    system = str(body["messages"][0]["content"])
    return next(job for job, opening in _openings() if system.startswith(opening))


def data_of(body: dict[str, Any]) -> list[str]:
    """The fenced pieces of the user message, in order."""
    return [match[2] for match in _DATA.finditer(str(body["messages"][1]["content"]))]


def clauses_of(body: dict[str, Any]) -> dict[str, str]:
    """The clauses of the user message by token."""
    return {match[1]: match[3] for match in _CLAUSE.finditer(str(body["messages"][1]["content"]))}


@lru_cache(maxsize=1)
def _openings() -> list[tuple[str, str]]:
    return [(job, load_prompt(job).system[:12]) for job in prompt_ids()]


def lied(text: str, clauses: dict[str, str], name: str = "") -> str:
    """The text mutated by the named mutator, or by the next one that fits."""
    documents = {token: EvidenceClause("", quote) for token, quote in clauses.items()}
    answer = Answer("faithful", text, documents)
    names = list(MUTATORS)
    start = next(_turn)
    for offset in range(len(names)):
        chosen = name or names[(start + offset) % len(names)]
        lie = MUTATORS[chosen](answer, random.Random(start))
        if lie is not None and lie.text != text:
            return lie.text
        if name:
            return text
    return text


def _compose(body: dict[str, Any]) -> str:
    """The outline's sentences with their tokens in front of the full stop."""
    outline = data_of(body)[-1]
    lines = [line for line in outline.splitlines() if re.search(r"\[c\d+\]", line)]
    said = [re.sub(rf"([。；！？]){_TOKENS}\s*$", r"\2\1", _row(line)) for line in lines]
    return "\n".join(line if line.endswith(("。", "！", "？", "；")) else f"{line}。" for line in said)


def _row(line: str) -> str:
    """A table row as a sentence: the award's name, then what its notice says."""
    cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
    return f"{cells[0]}：{cells[1]}" if line.startswith("|") and len(cells) > 1 else line


def _repair(body: dict[str, Any]) -> str:
    numbers = [int(number) for number in re.findall(r"^(\d+)\.", data_of(body)[0], re.M)]
    token, quote = next(iter(clauses_of(body).items()))
    sentence = quote.split("。")[0].replace("\n", "")
    return _json({"sentences": [{"number": number, "text": f"{sentence}[{token}]。"} for number in numbers]})


def _rephrase(body: dict[str, Any]) -> str:
    """The question with the award its history speaks of in front of it."""
    history, question = data_of(body)
    award = next(iter(re.findall(r"(宝鸡|兰州|阳泉|重庆)", history)), "")
    return _json({"question": f"{award}{question.removeprefix('那').replace('呢', '是多少')}"})


def _route(body: dict[str, Any]) -> str:
    """Prose around a fence, and a trailing comma."""
    wording = data_of(body)[-1].replace("奖励", "补助")
    return "好的：\n```json\n" + _json({"kind": "policy", "question": wording}).replace('"}', '",}') + "\n```"


def _extract(body: dict[str, Any]) -> str:
    reading = read_narrative(data_of(body)[-1])
    rows = [{"key": key, "value": fact.value, "quote": fact.quote} for key, fact in reading.facts.items()]
    return _json({"facts": rows})


def _map(body: dict[str, Any]) -> str:
    lines = [line.split(" ", 1) for line in data_of(body)[-1].splitlines() if " " in line]
    rows = [{"id": number, "dimensions": ["d1"], "why": text[:10]} for number, text in lines]
    return _json({"practices": rows})


def _draft(body: dict[str, Any]) -> str:
    return _json({"text": data_of(body)[-1]})


def _probe(body: dict[str, Any]) -> str:
    return str(body["messages"][1]["content"]).rsplit("：", 1)[-1].strip()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


_JOBS: dict[str, Callable[[dict[str, Any]], str]] = {
    "compose": _compose,
    "repair": _repair,
    "rephrase": _rephrase,
    "route": _route,
    "extract": _extract,
    "map": _map,
    "draft-characterisation": _draft,
    "draft-profile": _draft,
    "probe": _probe,
}
