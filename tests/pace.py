"""How long a bounded computation may take on the processor the tests run on.

The bounds in the tests were set on a machine that does a fixed piece of work in `_SET_ON` seconds. One that takes
longer for it, because it is slower or because others use it too, may take longer for the rest in the same proportion;
a faster one gets no less. What a bound is there to catch, a cost that grows with the square of a text, is far above.
"""

import re
import time

# Seconds of the processor for `_work` on the machine the bounds were set on.
_SET_ON = 0.015
_TEXT = "2021年发生3起一般事故，没有违法违规违纪行为；质量管理体系通过认证。" * 60
_PATTERN = re.compile(r"(?:没有|未曾?|从未)(?:发生|出现)?(?P<what>[^，。；]{1,12})|[0-9]+(?:年|起|次)")


def allowed(seconds: float) -> float:
    """Return the bound in seconds of the processor here, for one that was `seconds` where it was set."""
    return seconds * max(1.0, max(_work(), _work()) / _SET_ON)


def _work() -> float:
    began = time.process_time()
    seen: dict[str, int] = {}
    for _ in range(200):
        for match in _PATTERN.finditer(_TEXT):
            seen[match.group()] = seen.get(match.group(), 0) + match.start()
    return time.process_time() - began
