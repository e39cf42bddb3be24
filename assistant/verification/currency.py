"""A dated notice is not told as running, a standing rule not as closed."""

import re
from collections.abc import Iterator

from assistant.verification.evidence import Evidence
from assistant.verification.lexicon import lexicon, pattern
from assistant.verification.model import Reason
from assistant.verification.plain import segments
from assistant.verification.verdicts import addresses_applicant

_THIS_YEAR = re.compile(
    r"(?:今年|本年度?)(?:\d{1,2}月|[上下]半年|[^,。;没未不]{0,8}(?:进行|举行|公示|申报|评选|受理|截止|启动))(?![^,。]{0,8}(?:没有|未|是否))"
)


# Words of time alone say that a notice runs only of its process (目前这份只是预通知 does not).
_NOW = {"目前", "当前", "现在", "现阶段", "眼下", "如今"}
_PROCESS = re.compile(r"申报|受理|评选|征集|报名|截止|进行|开展|启动|公示|有效|可以|能|接受|开放|执行|适用|推荐|评审")


_PENDING = re.compile(r"正在(?:申报|申请|参评)|申[报请]中|尚无结果|仍在|公示(?:中|阶段|期)|在评|待批|未出结果")


_TAKES_IN = re.compile(r"受理|征集|接受|截止|开放")


def check_currency(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A dated notice is not presented as running, a standing rule not as closed."""
    words = lexicon()
    # What the applicant's own text has under way is told so; only a notice takes applications in.
    own_pending = evidence.personal and not evidence.documents and bool(_PENDING.search(evidence.own))
    dated = bool(evidence.subjects) and all(not subject.standing for subject in evidence.subjects)
    this_year = _THIS_YEAR.search(said)
    if this_year and dated and this_year.group() not in evidence.text:
        yield Reason("currency", f"句中“{this_year.group()}”把往届通知说成了正在进行")
    found = [m.group() for m in pattern(words.list("running")).finditer(said) if m.group() not in evidence.text]
    strong = [word for word in found if re.search(r"申报|受理|征集|截止|提交|开始|启动|评选|来得及|正在", word)]
    personal = (addresses_applicant(said) and bool(re.search(r"符合|满足|资格|条件|判定|确定", said))) or bool(
        re.search(r"待定|未定|结论|判定|不能判|尚缺", said)
    )
    weak = found if dated and not personal and not evidence.own and not re.search(r"贵|您(?!好)|你(?!好)", said) else []
    weak = [word for word in weak if word not in _NOW or _PROCESS.search(_segment_of(word, said))]
    running = [word for word in strong or weak if not own_pending or _TAKES_IN.search(word)][:1]
    if running and not re.search(r"不[能再得]|已过|未必|是否|核实|核对|尚不", _segment_of(running[0], said)):
        yield Reason("currency", f"句中“{running[0]}”把往届通知说成了正在进行")
    closed = pattern(words.list("closed")).search(said)
    if (
        closed
        and evidence.subjects
        and not dated
        and closed.group()[-2:] not in evidence.text
        and re.search(r"申报|办法|受理|文件|有效", said)
    ):
        yield Reason("currency", f"句中“{closed.group()}”与长期施行的办法不符")


def _segment_of(word: str, said: str) -> str:
    return next((segment for segment in segments(said) if word in segment), said)
