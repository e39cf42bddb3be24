"""What a candidate for the one-line tells: a method's name, and a rule with what follows from it before a scene."""

import re

from assistant.drafting.characterisation_stretches import Stretch
from assistant.drafting.lexicon import Lexicon, load_lexicon
from assistant.drafting.limits import count_characters

_RULE, _DONE, _CLOSES = 3.8, 0.8, 0.8
_SCENE, _MOMENT, _HALF, _LEANS, _CUT_OFF, _OPEN = 4.0, 5.0, 3.5, 2.5, 2.5, 0.8
# A clause beside the name of another method than the one it tells of.
_OF_ANOTHER = 6.0
# Two clauses run together read worse than with their comma; a consequence needs the condition it follows from.
_GLUED, _WITHOUT_CONDITION, _POINTS = 1.5, 2.0, 2.0
_A_CONDITION = re.compile(r"(?:^(?:凡|只要|一旦|如果|若|要是|遇|逢).*|[^，]{2,}的)$")
_SEVERAL = 8.0
_BESIDE, _TALLY = 5.0, 2.5
# 甜不甜 asks, it forbids nothing.
_ASKING = re.compile(r"([\u4e00-\u9fff]{1,2})不\1|(?<=[\u4e00-\u9fff])了没有?(?=[，；、]|$)")
_CLAUSES = re.compile(r"[，；]")


def line_value(text: str, names: tuple[str, ...]) -> float:
    """The value of a whole line by its words: names, signs of a mechanism, length, figures."""
    practices = load_lexicon("practices")
    body = text.split("，", 1)[1] if "，" in text else text
    value = 7.0 * bool(names) - _SEVERAL * (len(names) > 1)
    value += 1.5 * bool(names and text.startswith(names))
    value += 1.2 * min(3, len(practices.patterns["mechanism"].findall(body)))
    value += 0.6 * min(2, len(practices.patterns["practice"].findall(body)))
    value += 0.12 * min(count_characters(text), 22) - 0.15 * abs(count_characters(text) - 20)
    value -= 1.0 * len(re.findall(r"[0-9]", body)) * 0.3
    value -= 2.5 * bool(re.search(r"(?:由|从)[^，]*(?:到|至)|%|分之|[升降][至到为][0-9]", body))
    # A result without what it began with says less.
    value -= 2.4 * bool(re.search(r"[升降][至到为]", body) and not re.search(r"由|从", body))
    value -= 1.5 * bool(
        re.search(
            r"[一-鿿]、[一-鿿]{1,3}$|专利|标准[0-9]|获|评为|上榜|入选|课题|论文|专著|出版|照做|照此|借用|主持|学了去|推广|应用|采用|借鉴|产值|销售|[0-9]{4}年",
            body,
        )
    )
    # The name by itself says neither how it works nor what it brings.
    value -= 4.5 * (text in names)
    # A rise or fall without a figure is a claim.
    value -= 5.0 * bool(re.search(r"(?:下降|降低|提升|提高|增长|减少|改善|好转|上升|明显|显著)$", text))
    return value - 2.0 * (text.count("，") > 2)


def stretch_value(stretch: Stretch, name: str) -> float:
    """What a stretch says by itself beside `name`: a rule closes a line, a scene or the half of a course does not."""
    clauses = load_lexicon("clauses")
    parts = _CLAUSES.split(stretch.text)
    rule = _rules(stretch.text)
    value = _RULE * rule + _DONE * clauses.has("done", stretch.text) + _CLOSES * stretch.closes
    value -= _SCENE * sum(clauses.has("scene", part) for part in parts)
    value -= _MOMENT * clauses.has("moment", parts[-1])
    value -= _LEANS * clauses.has("leans", stretch.text)
    value -= _HALF * (clauses.has("begins", stretch.text) and not (stretch.closes and rule))
    value -= _GLUED * stretch.glued + _WITHOUT_CONDITION * bool(_A_CONDITION.match(stretch.ahead))
    value -= _POINTS * clauses.has("points", stretch.text)
    value -= _unfinished(stretch, parts[-1], clauses)
    value -= _BESIDE * stretch.beside + _TALLY * clauses.has("tally", stretch.text)
    if stretch.owner and stretch.owner != name and not _mentions(stretch.text, stretch.owner):
        value -= _OF_ANOTHER
    return value


def _rules(text: str) -> bool:
    return load_lexicon("clauses").has("rule", _ASKING.sub(lambda match: match[1] or "", text))


def _mentions(text: str, method: str) -> bool:
    """Whether a stretch speaks of a method, by its name or opening with its first word (亲缘检验, 亲缘不够的不得借)."""
    return method in text or text.startswith(method[:2])


def _unfinished(stretch: Stretch, last: str, clauses: Lexicon) -> float:
    """What a stretch loses that breaks off in its sentence: much where the consequence of its last clause follows."""
    if stretch.asks:
        return _CUT_OFF
    if stretch.closes or _rules(last):
        return 0.0
    return _CUT_OFF if clauses.has("goes_on", stretch.behind) else _OPEN
