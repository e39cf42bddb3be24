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
# A tag is closed, and what stands in it are attributes: in 若 a<i 且 b>0 there is none.
_ATTRIBUTES = r"(?:\s+[a-zA-Z_:@][\w:.@-]*(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>]+))?)*\s*"
_TAG = re.compile(rf"</?(?:{_NAMES}){_ATTRIBUTES}/?>|<!--.*?-->|<!doctype[^>]*>", re.IGNORECASE | re.DOTALL)
_UNREAD = re.compile(r"<(script|style|head|iframe)\b[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*[01](?:px|pt)?\b|\shidden(?=[\s=/>])", re.IGNORECASE
)
_WHITE = re.compile(r"(?<!-)color\s*[:=]\s*[\"']?\s*(?:#fff(?:fff)?|white)\b", re.IGNORECASE)
_OPENING = re.compile(rf"<(div|span|p|font|td)\b{_ATTRIBUTES}>", re.IGNORECASE)
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
    text, hidden, white = _without_unseen(_UNREAD.sub("", raw.text))
    text = html.unescape(_TAG.sub("", _BLOCK.sub("\n", text))).replace("\u00a0", " ")
    told = [f"“{name}”里有网页标签，已去掉，只收录文字，请核对原件。"]
    told += [f"“{name}”里有 {hidden} 个字在网页上不显示，未收录，请核对原件。"] if hidden else []
    told += [f"“{name}”里有 {white} 处白色文字，看不出网页上是否显示，已收录，请核对原件。"] if white else []
    return replace(raw, text=re.sub(r"\n{3,}", "\n\n", text), warnings=(*raw.warnings, *told))


def _without_unseen(text: str) -> tuple[str, int, int]:
    """The text without its hidden elements, the number of characters left out, and of elements in white letters: these
    are kept, for what they stand out against may be set anywhere."""
    shown: list[str] = []
    hidden, kept, at, white = 0, 0, 0, 0
    while opening := _OPENING.search(text, at):
        at = opening.end()
        white += bool(_WHITE.search(opening.group()))
        if _HIDING.search(opening.group()):
            at = _closing(text, opening)
            hidden += len(_TAG.sub("", text[opening.end() : at]).strip())
            shown.append(text[kept : opening.start()])
            kept = at
    return "".join((*shown, text[kept:])), hidden, white


def _closing(text: str, opening: re.Match[str]) -> int:
    """Where the element ends, the same elements inside it counted; where none closes it, right behind its tag."""
    depth = 1
    for tag in re.compile(rf"<(/?){opening[1]}\b[^<>]*>", re.IGNORECASE).finditer(text, opening.end()):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return tag.end()
    return opening.end()
