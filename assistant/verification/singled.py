"""One member of what a clause lists told as all there is (只根据现场评审结果), though no wording says 只."""

import re
from collections.abc import Iterator

from assistant.verification.alignment import grams_of
from assistant.verification.model import Reason
from assistant.verification.plain import content, segments
from assistant.verification.support import Home

_ONLY = re.compile(
    r"(?<![不非])(?<!不能)(?<!不要)(?<!不可)(?:只|仅|光)(?:需要?|要(?!求)|须|是|能|会|凭|就)?"
    r"(?:根据|依据|依照|按照?|看|审|查|核|考虑|考察|评|限于?|收|针对|面向|包括|关注|参考|由|对|在|向|限制|是?指|算|认|含|包含|负责|承办|承担|管|做)"
    r"(?P<what>[^,;。“”]{2,30})"
)
_HELD = re.compile(r"(?<![不非])(?<!不是)(?<!不能)(?:只(?!要)|仅|光|唯)")
_SPLIT = re.compile(r"、|以及|或者|[和与及或](?!谐)")


def check_singled(home: Home) -> Iterator[Reason]:
    """A stretch that names one or some members of a list of the clause as the only ones."""
    match = _ONLY.search(home.segment)
    if not match or not home.statements or _HELD.search(home.statements[0].text):
        return
    told = grams_of(home.segment)
    for line in segments(home.statements[0].wordings[0]):
        members = [each for each in _SPLIT.split(line) if len(content(each)) > 1]
        named = [each for each in members if _names(match["what"], each)]
        left = [each for each in members if not grams_of(each) & told]
        if len(members) > 1 and named and left:
            yield Reason("scope", f"句中“{match.group()[:16]}”只说了其一，所引条款还有“{left[0][:12]}”")
            return


_LEAST = 2


def _names(what: str, member: str) -> bool:
    """Whether what is told to be the only one is this member of a list."""
    bare, whole = content(what), content(member)
    return bare in whole or len(grams_of(what) & grams_of(member)) >= _LEAST
