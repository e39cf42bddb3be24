"""What is said to become of an application: an award to come, a door closed, a way open, a case almost sound.

None of this uses a word of the verdict, and all of it says more than the verdict does. The words are in
corpus/verification/outcomes.yaml.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from assistant.verification.lexicon import read_lists
from assistant.verification.model import Basis, Reason
from assistant.verification.plain import compiled, segments
from assistant.verification.verdicts import addresses_applicant, tracks_told

_QUOTED = re.compile(r"“[^“”]*”")
# What is told of those who meet the conditions is told of the one who was found to (符合条件就能入围).
_SOUND = re.compile(r"(?:符合|满足|达到|具备|够)[^,。;]{0,8}(?:条件|要求|资格|了)?[^,。;]{0,2}(?:就|便|即)")
# Verdicts that such a word agrees with.
_AGREES = {
    "closed": frozenset({"ineligible"}),
    "opened": frozenset({"eligible"}),
    "nearly": frozenset[str](),
}
_SAYS = {"closed": "没有余地", "opened": "没有障碍", "nearly": "差不多符合"}


@lru_cache(maxsize=1)
def _lists() -> dict[str, Any]:
    return read_lists("outcomes.yaml")


@lru_cache(maxsize=1)
def _won() -> re.Pattern[str]:
    lists = _lists()
    return re.compile("|".join(line.replace("{award}", lists["award"]) for line in lists["won"]))


def check_outcome_told(said: str, tokens: tuple[str, ...], basis: Basis) -> Iterator[Reason]:
    """Stretches that say what becomes of an application at hand beyond what its verdict says."""
    if not basis.verdicts or "m" in tokens:
        return
    plain = _QUOTED.sub("“”", said)
    told = {basis.verdicts[track] for track in tracks_told(plain, basis.verdicts)}
    for piece in segments(plain):
        if compiled(_lists()["open"]).search(piece):
            continue
        if (not tokens or addresses_applicant(said) or _SOUND.search(piece)) and (won := _won().search(piece)):
            yield Reason("guarantee", f"句中“{won.group()}”是谁也不能作的保证")
            return
        if tokens and not addresses_applicant(said):
            continue
        for name, agrees in _AGREES.items():
            wrong = told and not told & agrees and compiled(_lists()[name]).search(piece)
            if wrong and not _spares(name, piece, told):
                yield Reason("verdict", f"核对结果不是这样，句中“{piece[:16]}”却说成{_SAYS[name]}")
                return


def _spares(name: str, piece: str, told: set[str]) -> bool:
    """Whether a stretch calls only some of the conditions met, or the case, which was found sound."""
    return name == "nearly" and ("eligible" in told or bool(compiled(_lists()["some"]).search(piece)))
