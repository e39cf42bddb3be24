"""Results kept while one text is judged and dropped with it: what was read of an applicant's material must not outlive
the call that brought it.

`passing` is for what is asked many times within one call of a text that is the applicant's or may be: it is emptied
after every call. `lasting` is for readings of single stretches, which serve the next answer as well: it is emptied
after a call that had a material, with the caches of other packages that name themselves in `emptied_after_material`.
`by_digest` keeps a costly reading of a whole material that gives no word of it away. What is read of notices, wordings
and word lists alone has `lru_cache`. Facts (`basis.facts`) are not a material: a call with facts alone empties only the
passing caches. The `re` module and `compiled` keep patterns; a pattern may be made of single words of a text, so no
figure or name that a material seals is put into one."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache, wraps
from threading import Lock
from typing import Any, TypeVar

_Function = TypeVar("_Function", bound=Callable[..., Any])
_Result = TypeVar("_Result")
_CACHES: list[Callable[[], None]] = []
_LASTING: list[Callable[[], None]] = []
_GUARD = Lock()
_sharing = 0


def passing(maxsize: int) -> Callable[[_Function], _Function]:
    """A bounded cache of a pure function that `drop_passing` empties; arguments must be hashable."""

    def kept(function: _Function) -> _Function:
        cached = lru_cache(maxsize=maxsize)(function)
        _CACHES.append(cached.cache_clear)
        return cached  # type: ignore[return-value]

    return kept


def lasting(maxsize: int) -> Callable[[_Function], _Function]:
    """A bounded cache of a pure function that lasts from call to call until one had a material."""

    def kept(function: _Function) -> _Function:
        cached = lru_cache(maxsize=maxsize)(function)
        emptied_after_material(cached.cache_clear)
        return cached  # type: ignore[return-value]

    return kept


def emptied_after_material(clear: Callable[[], None]) -> None:
    """Have a cache of another package emptied wherever the lasting ones are."""
    _LASTING.append(clear)


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


@contextmanager
def shared_readings() -> Iterator[None]:
    """Calls within it on one material share what was read of it; all is dropped when the outermost ends."""
    global _sharing
    with _GUARD:
        _sharing += 1
    try:
        yield
    finally:
        with _GUARD:
            _sharing -= 1
        drop_passing(material=True)


def drop_passing(*, material: bool = False) -> None:
    """Empty every passing cache, and with `material` the lasting ones as well. Another call at work at this moment
    reads again what it had; nothing else happens. Within `shared_readings` nothing is dropped yet."""
    if _sharing:
        return
    for clear in (*_CACHES, *(_LASTING if material else ())):
        clear()
