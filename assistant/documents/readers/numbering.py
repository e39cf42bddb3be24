"""Word's automatic numbering: the 一、 and （一） that stand in no run of text but in numbering.xml."""

from typing import Any

from docx.oxml.ns import qn

_DIGITS = "零一二三四五六七八九"
_CHINESE = frozenset(
    {
        "chineseCounting",
        "chineseCountingThousand",
        "japaneseCounting",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
        "chineseLegalSimplified",
    }
)


def _chinese(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = _DIGITS[hundreds] + "百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (_DIGITS[ones] if ones else "") or "零"


def _roman(number: int) -> str:
    text = ""
    for value, sign in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        text += sign * (number // value)
        number %= value
    return text


def written(number: int, form: str) -> str:
    """A list number in Word's `numFmt` form; Arabic digits for a form not known here."""
    if form in _CHINESE:
        return _chinese(number)
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman"):
        return _roman(number).lower() if form == "lowerRoman" else _roman(number)
    if form.startswith("decimalEnclosedCircle") and 1 <= number <= 20:
        return chr(ord("①") + number - 1)
    return str(number)


class Numbering:
    """Counts the numbered paragraphs of one document and writes each one's label."""

    def __init__(self, root: Any | None, styles: dict[str, Any]) -> None:
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._styles = styles
        if root is not None:
            self._read(root)

    def _read(self, root: Any) -> None:
        for abstract in root.iter(qn("w:abstractNum")):
            levels = {int(level.get(qn("w:ilvl"))): _level(level) for level in abstract.iter(qn("w:lvl"))}
            self._levels[abstract.get(qn("w:abstractNumId"))] = levels
        for number in root.findall(qn("w:num")):
            self._abstract[number.get(qn("w:numId"))] = number.find(qn("w:abstractNumId")).get(qn("w:val"))

    def label(self, paragraph: Any) -> str:
        """The numbering text of a paragraph, empty for none; counts it."""
        number, level = self._place(paragraph)
        levels = self._levels.get(self._abstract.get(number, ""), {})
        if level not in levels:
            return ""
        form, pattern, start = levels[level]
        if form in ("none", "bullet"):
            return "• " if form == "bullet" else ""
        counts = self._counts.setdefault(self._abstract[number], {})
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [held for held in counts if held > level]:
            del counts[deeper]
        for upper, (upper_form, _, upper_start) in levels.items():
            pattern = pattern.replace(f"%{upper + 1}", written(counts.get(upper, upper_start), upper_form))
        return pattern + ("" if pattern[-1:] in "、．.）)" else " ")

    def _place(self, paragraph: Any) -> tuple[str, int]:
        properties = paragraph.find(qn("w:pPr"))
        found = _num_pr(properties)
        if found is None and properties is not None:
            style = properties.find(qn("w:pStyle"))
            found = _num_pr(self._styles.get(style.get(qn("w:val")) if style is not None else ""))
        return found or ("", 0)


def _level(level: Any) -> tuple[str, str, int]:
    values = {name: level.find(qn(f"w:{name}")) for name in ("numFmt", "lvlText", "start")}
    form, pattern, start = (None if held is None else held.get(qn("w:val")) for held in values.values())
    return form or "decimal", pattern or "", int(start or 1)


def _num_pr(properties: Any | None) -> tuple[str, int] | None:
    holder = properties.find(qn("w:numPr")) if properties is not None else None
    number = holder.find(qn("w:numId")) if holder is not None else None
    if holder is None or number is None:
        return None
    level = holder.find(qn("w:ilvl"))
    return number.get(qn("w:val")), int(level.get(qn("w:val"))) if level is not None else 0
