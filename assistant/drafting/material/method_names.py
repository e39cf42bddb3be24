"""The names an applicant gives its own methods (“一刀一锋谱”, 三级复核制), told from slogans and quoted speech."""

import re
from collections import Counter

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.scan import Scan

_QUOTED = re.compile(r"[“「『‘]([^“”‘’「」『』。，！？\n]{2,14})[”」』’]")
_OPENS = re.compile(
    r"是(?:我们|公司|我|本[院校厂社店]|他|她|企业|单位)?(?:的)?[\u4e00-\u9fff]{0,6}(?:做法|方法|办法|特色|绝活|本领|招牌|招)|"
    r"[\u4e00-\u9fff]{0,6}?(?:——|—|：|，就是|就是|是指)|(?:质量)?(?:工作|管理|操作|检"
    r"验|服务|作业)?(?:法|制度?|模式|机制)[，。：]"
)
# A word for a method directly behind the name (“质量熵”评价模型).
_A_METHOD = re.compile(
    r"[\u4e00-\u9fff]{0,4}?(?:模型|工作法|操作法|管理法|检验法|方法|制度|机制|模式|体系|办法|口诀|做法|行动|品管圈|课题|机制|积分|评比|台账|行动|计划|清单|例会)"
)
_SPOKEN = re.compile(r"[说问答讲道称喊念写贴标印选填按点]$|[：，]$")
# A cell or line that names the method (做法名称	炉前一刻钟).
_NAMED_CELL = re.compile(
    r"(?:做法|方法|模式|特色|质量方法)名称[ ]*[：:\t|｜][ ]*“?([^“”，。；：\n\t|｜]{3,14})(?=[”\n\t|｜。]|$)"
)
_SAID = re.compile(r"[说问道讲答喊称写]：$")
# A short line under a heading of methods, which the rest of the paragraph explains (一牛一卷宗。每头牛…).
_UNDER_HEADING = re.compile(
    r"(?:做法|特色|方法|亮点|创新)[^\n：。]{0,6}[：]?\n[ \t]*([\u4e00-\u9fff]{3,12})(?=(?:。|：|——)[\u4e00-\u9fff])"
)
# Words for the applicant itself, quoted for their own sake (“我们”“公司”在他嘴里来回换).
_NOBODY = re.compile(
    r"(?:我们?|咱们?|大家|公司|团队|班组|集体|单位|企业|集团|个人|领导|客户|用户|员工|师傅|徒弟|班长)+"
)
# What people say, not what they call a method (“感觉风大了”).
_SPEECH = re.compile(r"(?:[了吗呢吧啊呀的]|怎么办|行不行)$")
_ENOUGH = 2


def method_names(scans: tuple[Scan, ...]) -> tuple[str, ...]:
    """The applicant's own method names, the most used first."""
    practices = load_lexicon("practices")
    counts: Counter[str] = Counter()
    named: set[str] = set()
    teams: set[str] = set()
    for scan in scans:
        for match in _QUOTED.finditer(scan.text):
            name = match[1].strip()
            before = scan.text[max(0, match.start() - 12) : match.start()].rstrip("*_ ")
            codes = scan.codes(match.start(), match.end())
            refused = practices.has("not_a_name", before) and not practices.has("naming_first", before)
            if codes - {"SUPERLATIVE"} or refused or not _is_name(name):
                continue
            if practices.has("not_a_name_after", scan.text[match.end() : match.end() + 6]):
                teams.add(name)
                continue
            counts[name] += 1
            if _A_METHOD.match(scan.text, match.end()):
                named.add(name)
            after = scan.text[match.end() : match.end() + 1]
            if before.endswith("：") and after in {"。", "，", "；"} and not _SAID.search(before):
                named.add(name)
            opens = bool(_OPENS.match(scan.text, match.end())) and _at_an_edge(before)
            if (
                opens
                or practices.has("naming_first", before)
                or practices.has("naming", before)
                or practices.patterns["method_word"].fullmatch(name)
            ):
                named.add(name)
        for match in practices.patterns["bare_method"].finditer(scan.text):
            bare = _bare_name(match.group())
            if (
                bare
                and not scan.codes(match.start(), match.end())
                and not any(bare in name or name in bare for name in counts)
            ):
                counts[bare] += 1
    for scan in scans:
        for match in (*_NAMED_CELL.finditer(scan.text), *_UNDER_HEADING.finditer(scan.text)):
            if not scan.codes(*match.span()) and _is_name(match[1]):
                counts[match[1]] += 1
                named.add(match[1])
    whole = "\n".join(scan.text for scan in scans)
    chosen = [name for name in counts if name in named or (name not in teams and whole.count(name) >= _ENOUGH)]
    chosen = [name for name in chosen if not any(name != other and name in other for other in chosen if other in named)]
    if not named and not chosen:
        chosen = [name for name in counts if _explained(scans, name)][:1]
    return tuple(sorted(chosen, key=lambda name: (name not in named, -whole.count(name), whole.find(name))))


def _explained(scans: tuple[Scan, ...], name: str) -> bool:
    """A quoted word nobody introduces, in a sentence that tells how something is done; speech and labels are none."""
    practices = load_lexicon("practices")
    for scan in scans:
        at = next((m.start() for m in _QUOTED.finditer(scan.text) if m[1].strip() == name), -1)
        sentence = scan.sentence_at(at) if at >= 0 else None
        if sentence is not None and not _SPOKEN.search(scan.text, max(0, at - 4), at):
            return practices.has("mechanism", sentence.text) and 3 <= len(name) <= 10
    return False


def _at_an_edge(before: str) -> bool:
    return before.rstrip(" \t")[-1:] in {
        "",
        "：",
        "。",
        "\n",
        "；",
        "、",
        ".",
        "）",
        "|",
        "｜",
        "*",
        "#",
        "-",
        "】",
        "\t",
        "①",
        "②",
        "③",
        "④",
    }


def _is_name(name: str) -> bool:
    honours = load_lexicon("honours")
    return (
        not honours.has("award", name)
        and not _NOBODY.fullmatch(name)
        and not _SPEECH.search(name)
        and not re.search(
            r"[0-9]%|百分之|率[0-9]|有限公司|合作社$|[0-9]年|荣获|获得|国家级|省级|省部级|奖励|表彰", name
        )
        and bool(re.search(r"[\u4e00-\u9fff]", name))
    )


def _bare_name(text: str) -> str:
    """An unquoted name: what is left behind the last verb or particle before its head word."""
    parts = re.split(
        r"推行|实行|实施|建立了?|创立|形成了?|提出|总结出?|探索出?|开展|采用|执行|运用|应"
        r"用|编制|了|的|出|以|和|与|用|按|把|将|个|是|为|在|一套|一种|其|该|这",
        text,
    )
    tail = parts[-1]
    return (
        tail
        if 4 <= len(tail) <= 10
        and not re.match(
            r"(?:商业|运营|管理|工作|质量管理|生产|经营|长效|激励|考核|运行|质量)(?:模式|机制|清单|台账|看板|档案)$",
            tail,
        )
        else ""
    )
