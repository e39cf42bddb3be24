"""A draft asked for in the chat: the two texts as 汇总表起草 would write them, shown with what they rest on."""

import re
from collections.abc import Sequence

from assistant.drafting.limits import CHARACTERISATION_LIMIT, PROFILE_LIMIT, count_characters
from assistant.drafting.model import TO_BE_FILLED
from assistant.ui.components.drafting_reading import Reading, read
from assistant.ui.components.drafting_state import Work
from assistant.ui.components.uploads import ReadUpload

_LINE, _PROFILE = re.compile(r"一句话|特色"), re.compile(r"简况|简介")
_NO_LINE = "材料里没有读出可以概括成一句话特色的质量做法，请补充做法和成效。"


def drafted(asked: str, held: Sequence[ReadUpload]) -> str:
    """The texts a wish names (both where it names neither) drafted from the material, as paragraphs."""
    reading = read(Work("chat", tuple((one.name, one.text) for one in held)))
    line, profile = bool(_LINE.search(asked)), bool(_PROFILE.search(asked))
    told = [_line(reading)] if line or not profile else []
    told += [_profile(reading)] if profile or not line else []
    if reading.material.flags:
        told.append(f"有 {len(reading.material.flags)} 处要人工核对，起草页会逐处列出。")
    return "\n\n".join(told)


def _line(reading: Reading) -> str:
    text = reading.draft.characterisation
    if text == TO_BE_FILLED:
        return _NO_LINE
    rests = [span.quote.strip().rstrip("。；;") for span in reading.draft.sources[0].evidence]
    others = [one.text for one in reading.draft.alternatives if one.column == "characterisation"]
    told = [f"一句话特色（{count_characters(text)}字，上限{CHARACTERISATION_LIMIT}字）：{text}"]
    told += [f"依据材料：{'；'.join(rests)}"] if rests else []
    told += [f"也可以写：{'；'.join(others)}"] if others else []
    return "\n".join(told)


def _profile(reading: Reading) -> str:
    text = reading.draft.profile
    return f"简况（{count_characters(text)}字，上限{PROFILE_LIMIT}字）：{text}"
