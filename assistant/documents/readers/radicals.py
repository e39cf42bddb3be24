"""Radicals some fonts give in the place of characters (⾯ for 面, ⺠ for 民), put right one for one."""

import unicodedata

# The radicals of Unicode's supplement that Unicode itself gives no character for; forms that are no whole character
# are left out.
_SUPPLEMENT = (
    "⺁厂⺌小⺠民⺩王⺬示⺶羊⺷羊⻄西⻅见⻆角⻉贝⻊足⻋车⻑長⻓长⻔门⻘青⻙韦"
    "⻚页⻛风⻜飞⻝食⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟"
)
_KANGXI = range(0x2F00, 0x2FD6)
_CHARACTERS = {ord(radical): character for radical, character in zip(_SUPPLEMENT[::2], _SUPPLEMENT[1::2], strict=True)}
_CHARACTERS |= {code: unicodedata.normalize("NFKC", chr(code)) for code in _KANGXI}


def without_radicals(text: str) -> str:
    """The text with every such radical as the character it stands for; its length stays."""
    return text.translate(_CHARACTERS)
