"""What two readings that contradict each other are both about, in words a person understands."""

import re

_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")
# A name neither begins nor ends with a word that only joins.
_JOINS = "的了是为由从到在于和与及至有已又也就被把将以并其他她该这那年月日"
_LONGEST = 12
# The flag of any two readings of a figure or a day that contradict each other.
CODE = "CONFLICT_METRIC"
SAME_FIGURE, SAME_DAY = "同一数据", "同一事项的时间"


def matter_of(one: str, other: str, usual: str = SAME_FIGURE) -> str:
    """The longest wording both readings share (参加工作), `usual` where they share none of two characters."""
    runs = (
        match.group()[start:end]
        for match in _HAN.finditer(one)
        for start in range(len(match.group()))
        for end in range(start + 2, min(len(match.group()), start + _LONGEST) + 1)
    )
    shared = {run.strip(_JOINS) for run in runs if run in other}
    named = sorted((run for run in shared if len(run) > 1), key=lambda run: (-len(run), one.find(run)))
    return named[0] if named else usual
