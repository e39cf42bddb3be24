"""Whether a belief and its answer point one way: a number they share (不要求满5年, 须满5年) makes neither right."""

import re
from enum import Enum

from assistant.answering.claims import without_tag

# What bounds a number, asks by A不A or puts a question denies nothing.
_NO_DENIAL = re.compile(
    r"不(?:得|能|可)?(?:超过|少于|低于|多于|高于|大于|小于|晚于|早于|迟于)|(.)不\1|是不是|对不对|有没有|(?<!是)不[是就](?=.*[吗么嘛]$)|"
    r"不(?:对|错|良|同|仅|但|只|管|动产|可抗力)|没(?:错|记错|说错)|无(?:论|偿|形)|非(?:常|公)|未来|特别|分别|类别|级别|别的"
)
_WAIVES = re.compile(
    r"(?<!能)(?:不|没有?|并未|未|无)(?:作|做|设)?(?:需要?|用|必|要求|规定|强制|强求|限制?|看重?|非得|一定)|"
    r"无须|无需|不要(?!紧|求)|不(?:非)?得要"
)
_WAIVED = re.compile(r"不(?:需|要求|限|设|作要求)|无需|无须|没有(?:要求|规定|限制|写)|未(?:要求|规定|作)")
_REQUIRES = re.compile(r"须|必|应(?!用|急|届)|需(?!求)|不少于|不低于|至少|以上|要求|[要满]")
_SHORT_OF = re.compile(
    r"(?:不|没有?|未|还没)(?:满|够|到|达到|足|上)(?=\s*[\d一二两三四五六七八九十百半])|不足|少于(?<!不少于)"
)
_FORBIDS = re.compile(
    r"(?<!能)不(?:能|可以|得(?!不)|许|准|让|允许|给)(?!不)|[报评拿]不[了成上]|禁止|不予|不行|没资格|没戏"
)
_LETS = re.compile(
    r"(?<![不只])(?:能(?!力|源|耗|不)|可以(?!不)|允许|(?:[也都]|照样|照|还)(?:行|成|可)|照报|没关系|没事|不要紧|不影响|无所谓|不碍事)"
)
_RULED_OUT = re.compile(r"不(?:符合|能|可以|得(?!不|少于|超过|低于)|予|准|许|再参与|受理)|禁止|取消|撤销|一票否决|除外")
_DENIES, _ALSO = re.compile(r"[不没未无非别]"), re.compile(r"[也都]|照样|仍")
_ALSO_SAID = re.compile(r"[也都均各每仍]|分别|任何|所有")


class Polarity(Enum):
    """How the way a belief points stands to the way its answer does."""

    SAME = "same"
    AGAINST = "against"
    # The belief denies or extends what the answer only states, and which way cannot be told.
    OPEN = "open"


def polarity(question: str, answer: str) -> Polarity:
    """Of a belief that has its number or its words in common with the answer: whether it points the same way."""
    claim = _NO_DENIAL.sub("", without_tag(question))
    short, forbids = bool(_SHORT_OF.search(claim)), bool(_FORBIDS.search(claim))
    lets = bool(_LETS.search(_FORBIDS.sub("", claim)))
    rest = _FORBIDS.sub("", _SHORT_OF.sub("", _LETS.sub("", claim)))
    required, ruled_out = bool(_REQUIRES.search(answer)), bool(_RULED_OUT.search(answer))
    if _WAIVES.search(claim):
        waived = bool(_WAIVED.search(answer))
        against = required and not (waived or forbids or short)
        return Polarity.AGAINST if against else (Polarity.SAME if waived else Polarity.OPEN)
    if _DENIES.search(rest):
        # Two denials in one claim are not told apart: only what denies as the answer does is as it was.
        return Polarity.SAME if not (lets or forbids or short) and _DENIES.search(answer) else Polarity.OPEN
    if lets and not forbids and (short or ruled_out):
        against = (short and required) or (ruled_out and not short)
        return Polarity.AGAINST if against else Polarity.OPEN
    if forbids or short:
        agrees = (short and forbids and required) or (forbids and ruled_out)
        return Polarity.SAME if agrees else Polarity.OPEN
    return Polarity.OPEN if _ALSO.search(claim) and not _ALSO_SAID.search(answer) else Polarity.SAME


def waives(question: str) -> bool:
    """Whether a belief takes a requirement away, or says who falls short of one and is kept out: another number than
    the answer's makes it neither right nor wrong."""
    claim = _NO_DENIAL.sub("", without_tag(question))
    return bool(_WAIVES.search(claim) or (_SHORT_OF.search(claim) and _FORBIDS.search(claim)))
