"""Credentials found in a text are replaced before anything is stored."""

import re
from dataclasses import dataclass

MASK = "（已隐去）"

_NAMES = (
    r"(?:(?:登录|登陆|初始|默认|账户|账号|邮箱|系统|解压|提取|管理员|用户|访问|WiFi|wifi)\s*)?(?<!商用)(?:密\s*码|口\s*令|密\s*钥|提取码|验证码|授权码|访问令牌|令牌)"
    r"|(?<![A-Za-z])(?:pass(?:word|wd|phrase|code)|pwd|pw|(?:api|access|secret|private|auth)[\s_-]*(?:key|token|secret)(?:[\s_-]*id)?"
    r"|client[\s_-]*secret|secret|token|bearer|authorization)(?![A-Za-z])"
)
_SEPARATOR = r"\s*(?:[:：=＝]|是|为|→|->|=>|\|)[\s\"'“‘「『`*_]*"
# A value is what people type: no Chinese sentence, at least four signs, and it may stand on the next line.
_SIGNS = r"[A-Za-z0-9!@#$%^&*()_+\-=\[\]{}|\\;:'\"<>,.?/~`]"
_VALUE = rf"(?:Bearer\s+)?(?P<value>{_SIGNS}{{3,}}[A-Za-z0-9!@#$%^&*_+\-=~?/]|[A-Za-z0-9]{{4,}})"
_NAMED = re.compile(rf"(?P<name>{_NAMES})(?:（[^）]{{0,12}}）|\([^)]{{0,12}}\))?{_SEPARATOR}{_VALUE}", re.IGNORECASE)
_HAN_VALUE = re.compile(
    r"(?P<name>(?<!商用)密\s*码|口\s*令)\s*[:：=＝]\s*(?P<value>[\u4e00-\u9fffA-Za-z0-9]{2,20})(?=\s*$|[\s，。；;,])",
    re.M,
)
_SPACED = re.compile(
    r"(?P<name>(?:密\s*码|口\s*令|password|passwd|pwd))[ \t\u3000]+"
    r"(?P<value>(?=[^\s]*[0-9])(?=[^\s]*[A-Za-z@#$%!])[\x21-\x7e]{5,})",
    re.I,
)
_SHAPES = (
    re.compile(r"(?P<value>\bsk-[A-Za-z0-9_-]{16,})"),
    re.compile(r"(?P<value>\bgh[pousr]_[A-Za-z0-9]{20,})"),
    re.compile(r"(?P<value>\b(?:AKIA|ASIA|LTAI|AKID)[A-Za-z0-9]{12,})"),
    re.compile(r"(?P<value>\bAIza[A-Za-z0-9_-]{30,})"),
    re.compile(r"(?P<value>\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{4,})"),
    re.compile(r"(?P<value>-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?-----END [A-Z ]*PRIVATE KEY-----)"),
    re.compile(r"://[^\s/:@]+:(?P<value>[^\s/:@]+)@"),
)
_INNOCENT = (
    "保护 管理 设置 重置 找回 错误 遗忘 安全 见附件 另行通知 另行告知 现场领取 短信获取 自行设置 "
    "无 同上 暂无 略 已隐去 Bearer bearer"
)
_WORDS = frozenset(_INNOCENT.split())


@dataclass(frozen=True, slots=True)
class Redacted:
    """The text with credentials replaced by （已隐去）, and a Chinese note (without the secret) for each."""

    text: str
    findings: tuple[str, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()

    def moved(self, offset: int) -> int:
        """Where an offset of the original text lies in the redacted one (a masked place moves to its start)."""
        shift = 0
        for start, end in self.spans:
            if start >= offset:
                break
            shift += len(MASK) - (min(end, offset) - start)
        return offset + shift


def redact(text: str) -> Redacted:
    """Replace passwords, keys and tokens by （已隐去）; the words 密码, 口令 themselves stay.

    A value may follow after any usual separator, or on the next line. What is masked already is left alone, so
    redacting twice changes nothing.
    """
    spans = sorted({span for pattern in (_NAMED, _HAN_VALUE, _SPACED, *_SHAPES) for span in _spans(pattern, text)})
    pieces: list[str] = []
    findings: list[str] = []
    kept: list[tuple[int, int]] = []
    at = 0
    for start, end in spans:
        if start >= at:
            pieces += [text[at:start], MASK]
            kept.append((start, end))
            line = text.count("\n", 0, start) + 1
            findings.append(f"第 {line} 行有一处口令或密钥，入库前已隐去。")
            at = end
    return Redacted("".join([*pieces, text[at:]]), tuple(findings), tuple(kept))


def _spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    spans = [match.span("value") for match in pattern.finditer(text)]
    return [(start, end) for start, end in spans if text[start:end] not in _WORDS]
