"""What a file carries beside its text, taken out before a notice is stored: invisible characters and HTML markup."""

import html
import re
from bisect import bisect_left
from dataclasses import replace

from assistant.documents.readers.raw import RawText

_INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]")
_NAMES = (
    "html|head|body|title|meta|link|div|span|p|br|hr|table|thead|tbody|tr|td|th|ul|ol|li|h[1-6]|b|i|u|em|strong|font|a|img|"
    "script|style|section|article|header|footer|center|pre|code|sup|sub|blockquote|form|input|label|iframe|nav|main"
)
_TAG = re.compile(rf"</?(?:{_NAMES})(?:\s[^<>]*)?/?>|<!--.*?-->|<!doctype[^>]*>", re.IGNORECASE | re.DOTALL)
_UNREAD = re.compile(r"<(script|style|head|iframe)\b[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_UNSEEN = re.compile(
    r"<(div|span|p|font|td)\b[^>]*(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*[01](?:px|pt)?\b|"
    r"(?<!-)color\s*[:=]\s*[\"']?\s*(?:#fff(?:fff)?|white)\b|\shidden\b)[^>]*>.*?</\1\s*>",
    re.IGNORECASE | re.DOTALL,
)
_BLOCK = re.compile(r"</?(?:p|div|br|hr|tr|li|h[1-6]|table|section|article|title)\b[^<>]*>", re.IGNORECASE)
# A text with fewer tags than this only writes of them.
_MARKED_UP = 3


def cleaned(raw: RawText, name: str) -> RawText:
    """The text without them, page starts moved along, with a warning for each that was found."""
    return _without_invisible(_without_markup(raw, name), name)


def _without_invisible(raw: RawText, name: str) -> RawText:
    places = [match.start() for match in _INVISIBLE.finditer(raw.text)]
    if not places:
        return raw
    starts = tuple(start - bisect_left(places, start) for start in raw.page_starts)
    told = f"“{name}”里有 {len(places)} 个看不见的字符（零宽字符、方向符等），已去掉，请核对原件。"
    return replace(raw, text=_INVISIBLE.sub("", raw.text), page_starts=starts, warnings=(*raw.warnings, told))


def _without_markup(raw: RawText, name: str) -> RawText:
    if raw.page_starts or len(_TAG.findall(raw.text)) < _MARKED_UP:
        return raw
    hidden = sum(len(_TAG.sub("", match.group())) for match in _UNSEEN.finditer(raw.text))
    text = _UNSEEN.sub("", _UNREAD.sub("", raw.text))
    text = html.unescape(_TAG.sub("", _BLOCK.sub("\n", text))).replace("\u00a0", " ")
    told = [f"“{name}”里有网页标签，已去掉，只收录文字，请核对原件。"]
    told += [f"“{name}”里有 {hidden} 个字在网页上不显示，未收录，请核对原件。"] if hidden else []
    return replace(raw, text=re.sub(r"\n{3,}", "\n\n", text), warnings=(*raw.warnings, *told))
