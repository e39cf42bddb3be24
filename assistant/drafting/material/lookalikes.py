"""Characters a scan has taken for others that look alike (エ for 工, 成立子 for 成立于), put right one for one."""

import re
from functools import lru_cache

from assistant.knowledge.source import Node, load_yaml
from assistant.settings import settings

_BESIDE = "\u4e00-\u9fff0-9，。、；：（）"
_AT_LINE_START = r"(?<![^\n])"


def put_right(text: str) -> str:
    """`text` with look-alikes put right; its length and the place of every other character stay as they are."""
    signs, preposition, printed = _read()
    text = signs.sub(lambda match: printed[match.group()], text)
    return preposition.sub(lambda match: match["verb"] + "于", text)


@lru_cache(maxsize=1)
def _read() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    node = load_yaml(settings().assistant_corpus / "drafting" / "lookalikes.yaml")
    signs = node.child("beside_han")
    printed = {sign: signs.text(sign) for sign in signs.mapping()}
    between = re.compile(rf"(?:(?<=[{_BESIDE}])|{_AT_LINE_START})[{''.join(printed)}](?=[{_BESIDE}]|$)", re.M)
    return between, _preposition(node.child("preposition")), printed


def _preposition(node: Node) -> re.Pattern[str]:
    """A misread 于 behind a verb, before a date or a place that ends as one."""
    place = r"[\u4e00-\u9fff]{2,8}?(?:[省市区县镇乡]|新区|园区)"
    return re.compile(rf"(?P<verb>{node.text('verbs')})[{node.text('read')}](?=[0-9一二][0-9〇零一二九八]|{place})")
