"""Facts of one applicant: reading them from JSON, and completing them by what known facts settle of others."""

import difflib
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

from assistant.errors import FactsError
from assistant.knowledge.vocabulary import FactSpec, Vocabulary, load_vocabulary
from assistant.language.dates import PartialDate
from assistant.language.places import city_of, find_places

FactValue = bool | int | float | str | PartialDate
Facts = Mapping[str, FactValue]
"""Known facts by key; an absent key is unknown. A `date_or_none` holds a PartialDate or the text `none`."""

_CORPUS = Path(__file__).resolve().parents[2] / "corpus"
YEARS = range(1000, 3000)
"""The years a date can lie in: looking forward or back from them never leaves the calendar."""

LARGEST = 1e12
"""No count or duration is larger; infinity and not-a-number fail the comparison."""

_TORN = re.compile("[\ud800-\udfff]")  # half a character, which no UTF-8 output can carry
_NONE_WORDS = {"none", "无", "没有"}


@lru_cache(maxsize=4)
def vocabulary(corpus: Path = _CORPUS) -> Vocabulary:
    """The vocabulary of a corpus, read once."""
    return load_vocabulary(corpus)


FACTS: dict[str, FactSpec] = vocabulary().facts


def parse_facts(raw: object, known: Mapping[str, FactSpec] = FACTS) -> Facts:
    """Typed facts from a JSON object; null means unknown. FactsError names the key, what is wrong and the remedy."""
    if not isinstance(raw, Mapping):
        raise FactsError('事实应当是一个 JSON 对象（{"键": 值}）。请改正后重试。')
    return {key: _value(key, value, known) for key, value in raw.items() if value is not None}


def complete(facts: Facts, words: Vocabulary | None = None) -> Facts:
    """The facts with everything the derivations settle added; stated facts always win."""
    found: dict[str, FactValue] = dict(facts)
    for rule in (words or vocabulary()).derivations:
        if all(_has(found.get(key), values) for key, values in rule.when):
            for key, derived in rule.sets:
                found.setdefault(key, derived)  # type: ignore[arg-type]
            for key, source in rule.copies:
                found.setdefault(key, found[source])
    return found


def settling(open_keys: set[str], facts: Mapping[str, object]) -> set[str]:
    """The keys of `facts` from which `complete` would settle one of the keys left open."""
    return {
        key
        for rule in vocabulary().derivations
        if open_keys & {name for name, _ in (*rule.sets, *rule.copies)}
        and all(_has(facts.get(name), values) for name, values in rule.when)
        for key, _ in rule.when
    }


def _has(value: object, values: tuple[object, ...]) -> bool:
    return value is not None and (not values or value in values)


def as_json(value: FactValue | None) -> object:
    """A fact value as JSON carries it: dates as `YYYY[-MM[-DD]]`."""
    return str(value) if isinstance(value, PartialDate) else value


def _value(key: str, value: object, known: Mapping[str, FactSpec]) -> FactValue:
    spec = known.get(key)
    if spec is None:
        near = difflib.get_close_matches(key, known, n=1)
        hint = f"是不是“{near[0]}”？" if near else ""
        raise FactsError(f"不认识的事实“{key}”。{hint}可用的键见 corpus/facts.yaml；也可用 --text 直接读自述。")
    return _READERS[spec.type](spec, value)


def _flag(spec: FactSpec, value: object) -> FactValue:
    if not isinstance(value, bool):
        raise _wrong(spec, value, "true 或 false")
    return value


def _number(spec: FactSpec, value: object) -> FactValue:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= LARGEST:
        raise _wrong(spec, value, "不小于 0 的数（不超过一万亿）")
    return value


def _text(spec: FactSpec, value: object) -> FactValue:
    if not isinstance(value, str) or not value.strip() or _TORN.search(value):
        raise _wrong(spec, value, "非空文字")
    return _PLACES.get(spec.place, str)(value.strip())


def _city(name: str) -> str:
    """The full name of the city; a county counts for its city. A name of no one city stays as it is."""
    return city_of(name) or name


@lru_cache(maxsize=256)
def _province(name: str) -> str:
    found = {mention.place.province for mention in find_places(name)}
    return found.pop() if len(found) == 1 else name


_PLACES: dict[str, Callable[[str], str]] = {"city": _city, "province": _province}


def _enum(spec: FactSpec, value: object) -> FactValue:
    allowed = [name for name, _ in spec.values]
    if not isinstance(value, str) or value not in allowed:
        raise _wrong(spec, value, "、".join(allowed) + " 之一")
    return value


def _date(spec: FactSpec, value: object) -> FactValue:
    try:
        found = PartialDate.parse(str(value) if isinstance(value, (str, int)) else "")
    except ValueError as error:
        raise _wrong(spec, value, "YYYY、YYYY-MM 或 YYYY-MM-DD 形式的日期") from error
    if found.year not in YEARS:
        raise _wrong(spec, value, f"{YEARS.start} 年至 {YEARS.stop - 1} 年之间的日期")
    return found


def _date_or_none(spec: FactSpec, value: object) -> FactValue:
    if isinstance(value, str) and value.strip().lower() in _NONE_WORDS:
        return "none"
    return _date(spec, value)


def _wrong(spec: FactSpec, value: object, wanted: str) -> FactsError:
    return FactsError(f"事实“{spec.key}”（{spec.label}）的值 {_brief(value)} 不可用。请改为{wanted}。")


def _brief(value: object) -> str:
    """The value as written, cut where it is long."""
    text = repr(value) if not isinstance(value, int) or abs(value) <= LARGEST else "（过大的数）"
    return text if len(text) <= 60 else f"{text[:60]}…"


_READERS = {
    "flag": _flag,
    "number": _number,
    "text": _text,
    "enum": _enum,
    "date": _date,
    "date_or_none": _date_or_none,
}
