"""Honours the applicant's text has only as applied for, announced or under review: told as held."""

import re
from collections.abc import Iterator

from assistant.verification.evidence import Evidence
from assistant.verification.honour_owner import honour_itself, honours_named
from assistant.verification.model import Reason
from assistant.verification.passing import passing
from assistant.verification.plain import content, in_order
from assistant.verification.plans import PENDING

_APPLIED = re.compile(
    r"(?:申报|申请|参评|报送|角逐|冲刺|参选|申领|推荐参加|(?:正在|还在|今年|想|已|拟)报)了?(?:过|的)?(?:20\d\d年度?)?(?P<name>[^,。;()]{4,26})"
    r"|(?P<shown>[一-鿿“”]{4,24})(?:正在|还在|尚在|处于)?(?:提名)?公示"
)
_OBTAINED = re.compile(r"获得|荣获|获评|获|授予|评为|认定为|取得|拿到|入选|当选|通过")
_OPEN = re.compile(PENDING.pattern + r"|没|未|不|尚|待|意愿|愿意|有意|将|力争|正在|申")
# A result that nobody has told yet, good or bad.
_RESULT = re.compile(
    r"(?:评审|评选|公示|参评)(?:已经?|都)?(?:结束|完成|完毕)|落选|(?<!尚)(?<!还)未(?:能)?获奖"
    r"|(?:结果|结论)(?:已|是|为)(?!【)[^,。;未没待]{0,4}(?:未|没有?)?(?:获|入选|通过|评上)"
)
_KEY = 5


def check_pending(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A sentence that names such an honour without a word of its state."""
    for name in pending_of(evidence.text):
        for sentence in re.split(r"[。;\n]", said):
            if not _names(name, sentence):
                continue
            if _RESULT.search(sentence):
                yield Reason("honour", f"材料里“{name[-14:]}”还没有结果，句中写成了已有结果")
                return
            if not _OPEN.search(sentence):
                yield Reason("honour", f"材料里“{name[-14:]}”只是申报、参评或公示，句中写成了已有")
                return


def _names(name: str, sentence: str) -> bool:
    """Whether the sentence has the name, in full or in short."""
    told = [content(honour_itself(match[1])) for match in honours_named(sentence)]
    return name in content(sentence) or any(len(t) >= _KEY and t[-4:] == name[-4:] and in_order(t, name) for t in told)


@passing(maxsize=256)
def pending_of(text: str) -> tuple[str, ...]:
    """The names, bare, of honours that the text nowhere has as obtained."""
    found = []
    for sentence in re.split(r"[。;\n]", text):
        for match in _APPLIED.finditer(sentence):
            name = content(
                re.sub(
                    r"^.*?(?:正在|已|了|年(?:\d{1,2}月)?|月)|(?:的)?(?:评选|评审|评定|申报|项目)$",
                    "",
                    match["name"] or match["shown"],
                )
            )
            if len(name) >= _KEY:
                found.append(name)
    lines = [content(line) for line in re.split(r"[,。;\n]", text)]
    held = [line for line in lines if _OBTAINED.search(line) and not PENDING.search(line)]
    return tuple(dict.fromkeys(name for name in found if not any(name in line for line in held)))
