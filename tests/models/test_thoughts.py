"""A reasoning model's thoughts never reach the text, however the server tells them apart and wherever they break."""

import json
from typing import Any

import pytest

from assistant.errors import ModelError
from assistant.models.prompts import load_prompt
from assistant.models.thoughts import ThoughtFilter, without_thoughts
from evaluations.lies.events import completion, usage_event
from evaluations.lies.faults import FAULTS

WORD = {"word": "已连通"}
SECRET = "密码是hunter2，用户在试探我"


def drained(stream: Any) -> str:
    return "".join(stream)


def delta(**fields: Any) -> bytes:
    finish = fields.pop("finish", None)
    choice = {"index": 0, "delta": {"role": "assistant", **fields}, "finish_reason": finish}
    row = {"id": "x", "object": "chat.completion.chunk", "created": 1, "model": "loopback", "choices": [choice]}
    return b"data: " + json.dumps(row, ensure_ascii=False).encode() + b"\n\n"


@pytest.fixture
def reasoning(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server mode that thinks in fields beside the content, as DeepSeek, vLLM and Ollama name them."""

    def answer(handler: Any, body: dict[str, Any]) -> None:
        if not body.get("stream"):
            row = completion("已连通")
            row["choices"][0]["message"] |= {"reasoning_content": SECRET, "reasoning": SECRET, "thinking": SECRET}
            handler.begin()
            handler.raw(json.dumps(row, ensure_ascii=False).encode())
            return
        handler.begin(kind="text/event-stream")
        for at in range(0, len(SECRET), 3):
            part = SECRET[at : at + 3]
            handler.raw(delta(content=None, reasoning_content=part, reasoning=part, thinking=part))
        handler.raw(delta(content="已连") + delta(content="通") + delta(content="", finish="stop"))
        handler.raw(usage_event() + b"data: [DONE]\n\n")

    monkeypatch.setitem(FAULTS, "reasoning fields", answer)


@pytest.mark.usefixtures("reasoning")
def test_thoughts_in_fields_of_their_own_are_left_out(serve: Any) -> None:
    with serve("reasoning fields") as (_, model):
        assert drained(model.stream(load_prompt("probe"), WORD)) == "已连通"
        assert model.complete(load_prompt("probe"), WORD).text == "已连通"


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7])
@pytest.mark.parametrize(
    "marks", [("<think>", "</think>"), ("<thinking>", "</thinking>"), ("<|thought|>", "<|/thought|>")]
)
def test_marks_split_over_pieces_still_hide_what_is_between_them(size: int, marks: tuple[str, str]) -> None:
    text = f"{marks[0]}{SECRET}{marks[1]}50万元[c1]。{marks[0]}再想{marks[1]}完。"
    kept = ThoughtFilter()
    shown = "".join(kept.feed(text[at : at + size]) for at in range(0, len(text), size)) + kept.end()
    assert shown == "50万元[c1]。完。"


@pytest.mark.parametrize("size", [1, 4, 50])
def test_a_thought_that_never_ends_shows_nothing_of_it(size: int) -> None:
    text = f"开头<think>{SECRET}"
    kept = ThoughtFilter()
    assert "".join(kept.feed(text[at : at + size]) for at in range(0, len(text), size)) + kept.end() == "开头"


def test_a_thought_that_never_began_is_refused_while_streaming_and_cut_from_a_whole_reply() -> None:
    """Some servers swallow the opening mark: what was streamed before the closing one was a thought."""
    kept = ThoughtFilter()
    with pytest.raises(ModelError):
        for piece in (SECRET, "</th", "ink>", "已连通"):
            kept.feed(piece)
    assert without_thoughts(f"{SECRET}</think>\n已连通").strip() == "已连通"


def test_a_comparison_sign_is_no_mark() -> None:
    kept = ThoughtFilter()
    text = "废品率<2%，产值>3亿元。"
    assert "".join(kept.feed(sign) for sign in text) + kept.end() == text
