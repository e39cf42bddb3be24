"""Results kept while one text is judged and dropped with it: what was read of an applicant's material must not outlive
the call that brought it. What is read of notices, wordings and word lists may last and has `lru_cache`.

Use `passing` for whatever is asked many times within one call by a text that may be the applicant's, and `by_digest`
for a costly reading of a whole material that gives no word of it away."""

import hashlib
from collections.abc import Callable
from functools import lru_cache, wraps
from threading import Lock
from typing import Any, TypeVar

_Function = TypeVar("_Function", bound=Callable[..., Any])
_Result = TypeVar("_Result")
_CACHES: list[Callable[[], None]] = []


def passing(maxsize: int) -> Callable[[_Function], _Function]:
    """A bounded cache of a pure function that `drop_passing` empties; arguments must be hashable."""

    def kept(function: _Function) -> _Function:
        cached = lru_cache(maxsize=maxsize)(function)
        _CACHES.append(cached.cache_clear)
        return cached  # type: ignore[return-value]

    return kept


def by_digest(maxsize: int) -> Callable[[Callable[[str], _Result]], Callable[[str], _Result]]:
    """A bounded cache that lasts, of a pure function of one text whose results hold nothing of the text (codes,
    offsets): the text itself is known again by its SHA-256 only."""

    def kept(function: Callable[[str], _Result]) -> Callable[[str], _Result]:
        results: dict[bytes, _Result] = {}
        guard = Lock()

        @wraps(function)
        def cached(text: str) -> _Result:
            key = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
            with guard:
                if key in results:
                    return results[key]
            result = function(text)
            with guard:
                while len(results) >= maxsize:
                    del results[next(iter(results))]
                results[key] = result
            return result

        return cached

    return kept


def drop_passing() -> None:
    """Empty every passing cache. Another call at work at this moment reads again what it had; nothing else happens."""
    for clear in _CACHES:
        clear()
