"""Text files of unknown encoding: UTF-8, GB18030, Big5 and UTF-16."""

from assistant.documents.readers.raw import RawText
from assistant.errors import DocumentError

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_COMMON = frozenset(
    "的一是不了在人有我他这中大来上国和地到说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小"
    "部其些主样理心本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身"
    "质量奖评选申报组织企业单位管理办法通知条件年度市县区省政府监督条款标准材料推荐附件联系电话个国会務經這個來為說時過們對開與發評選報業質獎組織單辦條據"
)
_PLAIN = frozenset("，。、；：？！（）《》“”〔〕—…\n\r\t 　") | frozenset(map(chr, range(0x20, 0x7F)))


def decode(data: bytes, name: str) -> str:
    """The text of `data`. Valid UTF-8 is believed; otherwise the candidate with the most common characters wins.

    Raises DocumentError naming the file where no candidate reads as text.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strict(data, encoding, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _best(data, name)
    return _best(data, name) if "\x00" in text else text


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DocumentError(
            f"文件“{name}”的文字编码有损坏（第 {error.start} 字节）。请另存为 UTF-8 文本后重试。"
        ) from error


def _best(data: bytes, name: str) -> str:
    candidates: list[tuple[float, str]] = []
    for encoding in ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        candidates.append((_score(text), text))
    best, text = max(candidates, default=(0.0, ""), key=lambda pair: pair[0])
    if best < 0.3 or "\x00" in text:
        raise DocumentError(f"认不出文件“{name}”的文字编码，它可能不是文本文件。请另存为 UTF-8 文本后重试。")
    return text


def _score(text: str) -> float:
    if not text:
        return 1.0
    good = sum(1.0 for char in text if char in _COMMON or char in _PLAIN)
    odd = sum(
        1.0 for char in text if not (char in _PLAIN or "\u4e00" <= char <= "\u9fff" or "\uff00" <= char <= "\uffef")
    )
    return (good - 2 * odd) / len(text)


def read_plain(data: bytes, name: str) -> RawText:
    """Text or Markdown; line ends become \\n and a form feed starts a new page."""
    text = decode(data, name).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    pages = (0, *(index + 1 for index, char in enumerate(text) if char == "\f")) if "\f" in text else ()
    return RawText(text, pages)
