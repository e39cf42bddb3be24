"""Credentials found in a text are replaced before anything is stored."""

import re
from dataclasses import dataclass

MASK = "（已隐去）"

_GAP = r"[\s\u200b-\u200d\ufeff]{0,4}"
_HAN_NAMES = (
    rf"密{_GAP}码|口{_GAP}令|密{_GAP}钥|[密秘]匙|秘钥|私钥|提取码|验证码"
    r"|授权码|激活码|邀请码|注册码|动态码|访问令牌|令牌"
)
_NAMES = (
    r"(?:(?:登录|登陆|初始|默认|账户|账号|邮箱|系统|解压|提取|管理员|用户|访问|WiFi|wifi)\s*)?"
    rf"(?<!商用)(?:{_HAN_NAMES})"
    r"|(?<![A-Za-z])(?:pass(?:[\s_-]?word|wd|phrase|code)?|pwd|pw|pin(?:码)?|mima"
    r"|(?:(?:api|access|secret|private|auth|app)[\s_-]{0,3}){1,3}"
    r"(?:key|token|secret)(?:[\s_-]*(?:id|secret))?|client[\s_-]*secret|secret|token|bearer|authorization)(?![A-Za-z])"
)
# Between the name and its value: how the name was marked up, a sign or a verb, how the value is marked up.
_CLOSING = r"[\"'”」』`*_】\])]*"
_OPENING = r"[\s\"'“‘「『`*_【（(<\[]*"
_VERB = r"(?:已|均|都|统一|分别|现|一律)?(?:重置|设置|设定|设|修改|更改|改|变更)?(?:是|为|成了?)"
_SIGN = rf"(?:{_VERB}\s*[:：]|[:：=＝；;]|[—–-]{{1,2}}|{_VERB}|→|->|=>|\||</t[dh]>\s*<t[dh]>)"
_SEPARATOR = rf"{_CLOSING}\s*{_SIGN}{_OPENING}"
# A value is what people type: no Chinese sentence, at least four signs, and it may stand on the next line.
_SIGNS = r"[A-Za-z0-9!@#$%^&*()_+\-=\[\]{}|\\;:'\"<>,.?/~`]"
_VALUE = rf"(?:Bearer\s+)?(?P<value>{_SIGNS}{{3,}}[A-Za-z0-9!@#$%^&*_+\-=~?/]|[A-Za-z0-9]{{4,}})"
_NAMED = re.compile(rf"(?P<name>{_NAMES})(?:（[^）]{{0,30}}）|\([^)]{{0,30}}\))?{_SEPARATOR}{_VALUE}", re.IGNORECASE)
_HAN_VALUE = re.compile(
    r"(?P<name>(?<!商用)(?<!质量)(?<!制胜)(?<!成功)(?<!财富)(?<!发展)密\s{0,4}码|口\s{0,4}令)\s{0,4}[:：=＝]\s*"
    r"(?P<value>[\u4e00-\u9fffA-Za-z0-9]{2,20})(?=\s*$|[\s，。；;,])",
    re.M,
)
# With nothing but a space, a bracket or a line end between, a value shows itself by a digit, and is no year or count.
_BESIDE = re.compile(
    rf"(?P<name>(?<!商用)(?:{_HAN_NAMES})|(?<![A-Za-z])(?:password|passwd|pwd)(?![A-Za-z]))"
    r"[\s\u3000\"'“‘「『`*【（(<\[]*"
    r"(?P<value>(?=[\x21-\x7e]*[0-9])[A-Za-z0-9!@#$%^&*_+\-=~?/.]{3,}[A-Za-z0-9!@#$%^&*_+\-=~?/])"
    r"(?![A-Za-z0-9年月日届版章条个项家次号、])",
    re.I,
)
_SECRET_HEAD = re.compile(r"[*\s]*(?:[\u4e00-\u9fff]{0,4}(?:密\s*码|口\s*令)|password|pwd|密钥|token)[*\s]*", re.I)
_CELL = re.compile(r"[^\t|\n]+")
_CELL_VALUE = re.compile(r"[\x21-\x7e]{4,}")
_WIDE_SIGNS = (*range(0xFF10, 0xFF1A), *range(0xFF20, 0xFF3B), *range(0xFF41, 0xFF5B))
_WIDE = str.maketrans({wide: chr(wide - 0xFEE0) for wide in _WIDE_SIGNS})
_SHAPES = (
    re.compile(r"(?P<value>\bsk-[A-Za-z0-9_-]{16,})"),
    re.compile(r"(?P<value>\b(?:gh[pousr]_|github_pat_|glpat-|xox[abprs]-|hf_)[A-Za-z0-9_-]{16,})"),
    re.compile(r"\b(?:Bearer|Basic)\s+(?P<value>[A-Za-z0-9._~+/=-]{12,})"),
    re.compile(r"(?P<value>\b(?:AKIA|ASIA|LTAI|AKID)[A-Za-z0-9]{12,})"),
    re.compile(r"(?P<value>\bAIza[A-Za-z0-9_-]{30,})"),
    re.compile(r"(?P<value>\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{4,})"),
    re.compile(r"(?P<value>-----BEGIN [A-Z ]*PRIVATE KEY-----[A-Za-z0-9+/=\s:,-]*[A-Za-z0-9+/=-])"),
    re.compile(r"://[^\s/:@]+:(?P<value>[^\s/:@]+)@"),
)
_INNOCENT = (
    "保护 管理 设置 重置 找回 错误 遗忘 安全 见附件 另行通知 另行告知 现场领取 短信获取 自行设置 "
    "无 同上 暂无 略 已隐去 Bearer bearer"
)
_WORDS = frozenset(_INNOCENT.split())
_ACCOUNT = re.compile(r"[账帐]号|用户名|登录名")
_STRETCH = re.compile(r"[^，。；！？,;!?\n]*[，。；！？,;!?\n]?")


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
    plain = text.translate(_WIDE)
    named = {span for pattern in (_NAMED, _HAN_VALUE, _BESIDE, *_SHAPES) for span in _spans(pattern, plain)}
    spans = sorted(named | _columns(plain))
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


def without_credentials(text: str) -> str:
    """A question less the stretches that hold a credential or the account it opens: what else it asks is answered.

    Masked only, where nothing else is said; unchanged where there is no credential.
    """
    masked = redact(text).text
    if MASK not in masked:
        return text
    left = "".join(piece for piece in _STRETCH.findall(masked) if MASK not in piece and not _ACCOUNT.search(piece))
    return left.strip() or masked


def _spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    spans = [match.span("value") for match in pattern.finditer(text)]
    return [(start, end) for start, end in spans if text[start:end] not in _WORDS]


def _columns(text: str) -> set[tuple[int, int]]:
    """Values below a head cell such as 密码, in rows of cells parted by tabs or upright strokes."""
    spans: set[tuple[int, int]] = set()
    column, at = -1, 0
    for line in text.splitlines(keepends=True):
        cells = list(_CELL.finditer(line.rstrip("\n")))
        heads = [number for number, cell in enumerate(cells) if _SECRET_HEAD.fullmatch(cell.group())]
        if len(cells) < 2:
            column = -1
        elif heads:
            column = heads[0]
        elif 0 <= column < len(cells):
            values = _CELL_VALUE.finditer(line, *cells[column].span())
            spans |= {(at + v.start(), at + v.end()) for v in values if v.group().strip(":-")}
        at += len(line)
    return spans
