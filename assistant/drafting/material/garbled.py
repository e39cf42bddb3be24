"""Text that a wrong encoding or a bad scan has spoiled: found, so that a person is told before anything rests on it."""

import re

# What decoders leave behind: the replacement sign, its bytes read as GBK (锟斤拷), unset memory (烫烫, 屯屯), UTF-8
# read as Latin-1, and the signs UTF-8 punctuation turns into when read as GBK (锛, 銆, 鈥).
_SPOILED = re.compile(
    r"\ufffd+|锟斤|烫{2,}|屯{3,}|[\u00c2-\u00ef][\u0080-\u00bf]{1,2}|[\u00c0-\u00ff]{3,}|[锛銆鈥][\u4e00-\u9fff]"
)
# Radicals a scan has torn off their characters (扌召聘, 收 as l攵).
_TORN = re.compile(r"(?<![“‘（])[扌氵亻刂讠纟钅饣攵衤礻犭疒](?![”’）旁部])")
_FEW, _AROUND, _MOST = 2, 6, 3


def garbled(text: str) -> tuple[str, ...]:
    """Up to three pieces of `text` that look spoiled, each with what stands around it; empty where it reads well."""
    found = list(_SPOILED.finditer(text))
    torn = list(_TORN.finditer(text))
    found += torn if len(torn) >= _FEW else []
    pieces = [text[max(0, one.start() - _AROUND) : one.end() + _AROUND] for one in found[:_MOST]]
    return tuple(dict.fromkeys(" ".join(piece.split()) for piece in pieces))


def garbled_told(name: str, text: str) -> str:
    """One Chinese sentence for a file that looks spoiled, "" for one that reads well."""
    pieces = garbled(text)
    if not pieces:
        return ""
    shown = "”“".join(pieces)
    return (
        f"“{name}”里有像乱码或扫描识别出错的文字（“{shown}”），读出的内容可能不全，"
        "请核对原件，或另存为 UTF-8 文本、DOCX 后重新提交。"
    )
