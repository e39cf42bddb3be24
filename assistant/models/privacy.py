"""What of a text may be sent to a model: everything but what is flagged secret, private or injected.

Codes as in the drafting standard (TRADE_SECRET, STATE_SECRET, PERSONAL_PRIVACY, INJECTION).
"""

import re
from dataclasses import dataclass
from datetime import date

from assistant.documents.redaction import MASK, redact
from assistant.drafting.material.model import Material, Span
from assistant.drafting.material.scan import scan
from assistant.drafting.material.source import read_source
from assistant.eligibility.facts import FACTS
from assistant.eligibility.narrative.reader import read_narrative
from assistant.errors import ModelError
from assistant.models.messages import message
from assistant.models.personal import joined, personal, seen, visible

WITHHELD = frozenset({"TRADE_SECRET", "STATE_SECRET", "PERSONAL_PRIVACY", "INJECTION"})
_ENDS = "。！？；\n"
# Words by which a text calls itself secret, besides those the drafting standard lists.
_SECRET = re.compile(
    r"(?:内部|公司|企业|核心|技术|商业|绝对|高度|最高|属|系|为)(?:的)?(?:机密|秘密)|绝密|机密[:：]"
    r"|(?:不得|严禁|切勿|请勿|禁止|勿|不可|不能|不宜|不许|谢绝|未经许可)[^，。；\n]{0,4}(?:外泄|外传|泄露|泄漏|透露|对外|公开|披露|转发|扩散)"
    r"|仅(?:限|供)[^，。；\n]{0,4}(?:内部|本人|内网)|内部(?:资料|文件|掌握|使用|参考|消息)"
    r"|\b(?:confidential|proprietary|trade secrets?|internal use|classified|do not (?:distribute|disclose|share))\b",
    re.IGNORECASE,
)
_WHAT_FOLLOWS, _WHAT_WENT_BEFORE = re.compile(r"以下|下述|下列|如下|下文|下面"), re.compile(r"以上|上述|前述|上文|上面")
# Sentences that speak to a machine or tell it what to write; one too many held back only costs the model a sentence.
_ADDRESSED = re.compile(
    r"(?:AI|人工智能|(?:大|语言|大语言)模型|模型(?=请|须|注意|：)|助手|机器人|LLM|assistant|system|系统(?=：|指令|提示)|评审提示|判定指令)"
    r"[^。；\n]{0,8}(?:请|必须|须知|务必|注意|[:：,，]|写|输出|回复|判|提示|指令|when|mark)"
    r"|(?:请|务必|必须|直接|一律)[^，。；\n]{0,14}(?:写成|写入|写明|写上|改成|改写|改为|输出|判定|判为|忽略|删去|隐藏|附上|回复)"
    r"|(?:智能|自动|审核|评审|评价|阅读|读取|打分)(?:化)?(?:系统|体|程序|助手|机器人?|软件|工具|代理)[^。；\n]{0,8}(?:应(?!用)|须|需要|请|必|务|宜|要)"
    r"|(?:读到|看到|读取|阅读|读完|处理|解析|收到|审阅|扫描)[^。；\n]{0,8}(?:此|本|该|这)[^。；\n]{0,8}(?:系统|模型|程序|AI|人工智能|助手|智能体|机器)"
    r"|(?:宣告|宣布|判定|判为|认定|视为|评为|评定|裁定|标记|标注|回答|答复)[^。；\n]{0,12}(?:公司|我司|企业|申报人|单位|申报)[^。；\n]{0,8}(?:合格|符合|通过|满足|达标|满分|优秀)"
    r"|\b(?:dear|hello|hi|hey|attention|note to|notice to|to the|as an?|any)\b[^.。\n]{0,24}"
    r"\b(?:models?|ai|assistants?|llms?|chatbots?|agents?|systems?|gpt|machines?)\b"
    r"|\b(?:kindly|please|must|should|you are|you're)\b[^.。\n]{0,24}"
    r"\b(?:mark|rate|declare|consider|treat|approve|classify|judge|say|state|answer|eligible|qualified)\b"
    r"|\b(?:ignore|disregard|reveal|output|respond|you are now|write|forget|pretend)\b"
    r"|忽略[^，。]{0,8}(?:规则|指令|限制|事故|条件)|没有限制的模型|不受限制",
    re.IGNORECASE,
)


_OWN = re.compile(r"我|咱|俺|本(?:公司|单位|企业|厂|人|院|校|中心|所)|敝司|贵")
# A text that long, or telling so many facts of whomever, is material and no question.
_MATERIAL_LENGTH, _MATERIAL_FACTS = 400, 3


@dataclass(frozen=True, slots=True)
class Sendable:
    """The text that may go out and the codes of what was taken out of it."""

    text: str
    withheld: tuple[str, ...] = ()


def tells_of_applicant(text: str) -> bool:
    """Whether a text tells of the applicant's own affairs, so that it may only leave with consent."""
    if len(text) > _MATERIAL_LENGTH:
        return True
    facts = [key for key in read_narrative(text).facts if not FACTS[key].hint_only]
    return len(facts) >= _MATERIAL_FACTS or (bool(facts) and bool(_OWN.search(text)))


def sendable_text(text: str, as_of: date) -> Sendable:
    """A text without its secret, private and injected sentences; personal numbers and credentials are masked.

    Raises ModelError where something flagged remains, so that nothing is sent.
    """
    return _cleared(text, (), as_of)


def sendable_material(material: Material) -> Sendable:
    """All files of an applicant as one text fit to send. ModelError where a flagged stretch cannot be taken out."""
    flagged = [(flag.code, span) for flag in material.flags if flag.code in WITHHELD for span in flag.spans]
    files = {source.file: source.raw for source in material.sources}
    for _, span in flagged:
        if files.get(span.file, "")[span.start : span.end] != span.quote:
            raise ModelError(message("secret"))
    texts, codes = [], [code for code, _ in flagged]
    for source in material.sources:
        spans = [span for _, span in flagged if span.file == source.file]
        spans += [span for span in material.sealed_spans if span.file == source.file]
        cleared = _cleared(source.raw, tuple(spans), material.as_of)
        texts.append(cleared.text)
        codes += cleared.withheld
    return Sendable("\n\n".join(texts), tuple(dict.fromkeys(codes)))


def _cleared(raw: str, spans: tuple[Span, ...], as_of: date) -> Sendable:
    found = _flagged(raw, as_of)
    ranges = [(start, end) for _, start, end in found] + [_sentence(raw, span.start, span.end) for span in spans]
    kept = _masked(visible(_without(raw, ranges)))
    if _flagged(kept, as_of):
        raise ModelError(message("secret"))
    return Sendable(kept, tuple(dict.fromkeys(code for code, _, _ in found)))


def _masked(text: str) -> str:
    """Credentials and what is personal replaced by the mask, both also where they are spelt in other forms."""
    told = redact(text).text
    plain, places = seen(told)
    spans = [(places[start], places[end - 1] + 1) for start, end in redact(plain).spans if start < end]
    pieces, at = [], 0
    for start, end in joined([*spans, *personal(told)]):
        pieces += [told[at:start], MASK]
        at = end
    return "".join([*pieces, told[at:]])


def _flagged(raw: str, as_of: date) -> list[tuple[str, int, int]]:
    """(code, start, end) in `raw` of every sentence that must not go out."""
    source = read_source("", raw)
    found = []
    for zone in scan(source, as_of).zones:
        if zone.code in WITHHELD and zone.start < zone.end:
            span = source.span(zone.start, zone.end)
            found.append((zone.code, span.start, span.end))
    plain, places = seen(raw)
    for match in _ADDRESSED.finditer(plain):
        found.append(("INJECTION", *_sentence(raw, places[match.start()], places[match.end() - 1] + 1)))
    for match in _SECRET.finditer(plain):
        found.append(("TRADE_SECRET", *_secret(raw, places[match.start()], places[match.end() - 1] + 1)))
    return found


def _secret(raw: str, first: int, last: int) -> tuple[int, int]:
    """The sentence that calls something secret, with what it says that of: the rest or the beginning of its part."""
    start, end = _sentence(raw, first, last)
    if _WHAT_FOLLOWS.search(raw, start, end):
        blank = raw.find("\n\n", end)
        return start, len(raw) if blank < 0 else blank
    if _WHAT_WENT_BEFORE.search(raw, start, end):
        return raw.rfind("\n\n", 0, start) + 1, end
    return start, end


def _sentence(raw: str, first: int, last: int) -> tuple[int, int]:
    """The whole sentence around `raw[first:last]`."""
    start = max(raw.rfind(end, 0, first) for end in _ENDS) + 1
    ends = [at for at in (raw.find(end, last) for end in _ENDS) if at >= 0]
    return start, min(ends, default=len(raw) - 1) + 1


def _without(raw: str, ranges: list[tuple[int, int]]) -> str:
    pieces, at = [], 0
    for start, end in sorted(ranges):
        pieces.append(raw[at : max(at, start)])
        at = max(at, end)
    return "".join([*pieces, raw[at:]])
