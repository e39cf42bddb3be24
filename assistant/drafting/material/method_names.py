"""The names an applicant gives its own methods (“一刀一锋谱”, 三级复核制), told from slogans and quoted speech."""

import re
from collections import Counter
from dataclasses import dataclass, field

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.naming import SURE, introduced, surest
from assistant.drafting.material.scan import Scan

_QUOTED = re.compile(r"[“「『‘]([^“”‘’「」『』。，！？\n]{2,14})[”」』’]")
_OPENS = re.compile(
    r"是(?:我们|公司|我|本[院校厂社店]|他|她|企业|单位)?(?:的)?[\u4e00-\u9fff]{0,6}(?:做法|方法|办法|特色|绝活|本领|招牌|招)|"
    r"[\u4e00-\u9fff]{0,6}?(?:——|—|：|，就是|就是|是指)|(?:质量)?(?:工作|管理|操作|检"
    r"验|服务|作业)?(?:法|制度?|模式|机制)[，。：]"
)
_SPOKEN = re.compile(r"[说问答讲道称喊念写贴标印选填按点]$|[：，]$")
# A cell or line that names the method (做法名称	炉前一刻钟).
_NAMED_CELL = re.compile(
    r"(?:(?:做法|方法|模式|特色|质量方法)名称|(?:^|\n)[ \t]*(?:[（(]?[0-9一二三四五六七八九十]{1,2}[、.．)）][ ]*)?"
    r"(?:特色|质量)?(?:做法|绝活|工作法)(?=[：:\t|｜]))[ ]*[：:\t|｜][ ]*“?"
    r"([^“”，。；：\n\t|｜]{3,14})(?=[”\n\t|｜。]|$)"
)
_SAID = re.compile(r"[说问道讲答喊称写]：$")
# A short line under a heading of methods, which the rest of the paragraph explains (一牛一卷宗。每头牛…).
_UNDER_HEADING = re.compile(
    r"(?:做法|特色|方法|亮点|创新)[^\n：。]{0,6}[：]?\n[ \t]*([\u4e00-\u9fff]{3,12})(?=(?:。|：|——)[\u4e00-\u9fff])"
)
# Words for the applicant or for what everybody speaks of, quoted for their own sake (“我们”“公司”在他嘴里来回换).
_NOBODY = re.compile(
    r"(?:我们?|咱们?|大家|公司|团队|班组|集体|单位|企业|集团|个人|领导|客户|用户|员工|师傅|徒弟|班长|"
    r"质量|服务|安全|标准|管理|创新|诚信|品质|检验|检测|速度|效率|成本|数据|细节|经验|问题|责任|技术|品牌|工匠|精神|制度|流程|培训|良心)+"
)
# A part of the firm or several things at once are no method (“数控专业部”, “病因、病位、处方”).
_A_BODY = re.compile(
    r"(?:专业部|公司|集团|学校|医院|[中小大]学|学院|合作社|(?:教育|职教|卫生服务)中心)$|(?:书屋|之家|工作[室站]|阅览室|活动室|俱乐部|(?:示范|先锋|文明)岗|基地|技术中心)$|、[^、]+、|[（）]|"
    r"(?:技术|质量|生产|设备|安全|后勤|人事|财务|行政|销售|教务|护理|检验|品[管质])[部科处]$"
)
# What people say, not what they call a method (“感觉风大了”).
_SPEECH = re.compile(r"^哪|^我.?$|^..[去来]$|最怕|老大难|(.)不\1|(?:[了吗呢吧啊呀的]|怎么办|行不行)$")
_ENOUGH = 2
_LEAD = 12
# Called so without quotes, by a word that says it is a name, and told of at once (大伙儿管它叫听坛：…).
_CALLED = re.compile(
    r"(?:(?:管|把)(?:它|这|那)[^，。；“\n]{0,8}(?:叫|喊|称)(?:做|作|为)?：?|(?:叫|喊|称)它(?:做|作|为)?|取名(?:叫|为)?|起名(?:叫|为)?|起了?个名[字儿]?，?(?:叫|是)?|"
    r"(?:做法|办法|方法|法子|手艺|规矩|绝活|[一这]招|[一这]套)[^，。；“\n]{0,4}(?:名字?|名称)?(?:叫做?|名叫|唤作|称为))"
    r"([\u4e00-\u9fff]{3,8}?)(?=[，。：；]|——|\n)"
)

# Set up in plain speech, the name alone behind the word for it, and spoken of again (搞了个十点封秤，…).
_SET_UP = re.compile(
    r"(?:搞|弄|整|兴|鼓捣|琢磨|折腾)(?:了|起|出|的|过)?(?:来)?(?:这么|这样)?(?:一?[个套招]|一条|一种)?：?"
    r"(?!好|到|不|懂|清|明|得|完|上|下|成|定|质量|生产|管理|培训|检查|活动)([\u4e00-\u9fff]{3,8})(?=，|：|——)"
)
# What stands behind a label or a count of characters, and comes back in the text (四个字：白手套日。亮点：盐度会诊。).
_LABELLED = re.compile(
    r"(?:亮点|特色|做法|办法|绝活|法宝|妙招|招牌|规矩|[一二三四五六七八九]个字)(?:就?是)?(?:：|——)([\u4e00-\u9fff]{3,8})(?=[。，；\n])"
)


@dataclass(frozen=True, slots=True)
class Methods:
    """The names of the applicant's methods; `main` is the one the material is about, empty where none is sure."""

    names: tuple[str, ...]
    main: str


@dataclass
class _Found:
    """The names met so far: how often, which are brought in as names, which are teams', and how surely each is one."""

    counts: Counter[str] = field(default_factory=Counter)
    named: set[str] = field(default_factory=set)
    teams: set[str] = field(default_factory=set)
    values: dict[str, float] = field(default_factory=dict)

    def add(self, name: str, value: float, *, named: bool) -> None:
        """Count a mention; the surest introduction of a name is the one that holds."""
        self.counts[name] += 1
        self.values[name] = max(value, self.values.get(name, value))
        if named:
            self.named.add(name)


def method_names(scans: tuple[Scan, ...]) -> Methods:
    """The applicant's own method names, the most used first, and its main method."""
    found = _Found()
    for scan in scans:
        for match in _QUOTED.finditer(scan.text):
            _quoted(scan, match, found)
        for match in load_lexicon("practices").patterns["bare_method"].finditer(scan.text):
            bare = _bare_name(match.group())
            free = bare and not scan.codes(match.start(), match.end())
            if free and not any(bare in name or name in bare for name in found.counts):
                found.counts[bare] += 1
    for scan in scans:
        for pattern in (_NAMED_CELL, _UNDER_HEADING, _CALLED, _LABELLED, _SET_UP):
            for match in pattern.finditer(scan.text):
                comes_back = pattern not in (_LABELLED, _SET_UP) or scan.text.count(match[1]) >= _ENOUGH
                if comes_back and not scan.codes(*match.span()) and _is_name(match[1]):
                    found.add(match[1], SURE, named=True)
    names = _chosen(scans, found)
    sure = {name: value for name, value in found.values.items() if name in names}
    return Methods(names, surest(scans, sure))


def _quoted(scan: Scan, match: re.Match[str], found: _Found) -> None:
    """One quoted word: a name, a team's, or neither."""
    practices = load_lexicon("practices")
    name = match[1].strip()
    codes = scan.codes(match.start(), match.end())
    if codes - {"SUPERLATIVE"} or not _is_name(name):
        return
    before = scan.text[max(0, match.start() - _LEAD) : match.start()].rstrip("*_ ")
    value = introduced(scan, *match.span(1))
    refused = practices.has("not_a_name", before) and not practices.has("naming_first", before)
    if refused and value < SURE:
        return
    if practices.has("not_a_name_after", scan.text[match.end() : match.end() + 6]):
        found.teams.add(name)
        return
    found.add(name, value, named=value >= SURE or (value >= 0 and _brought_in(scan, match, name, before)))


def _brought_in(scan: Scan, match: re.Match[str], name: str, before: str) -> bool:
    """Whether the words before or behind, or its own last word, make a quoted word a name."""
    practices = load_lexicon("practices")
    after = scan.text[match.end() : match.end() + 1]
    ends = before.endswith("：") and after in {"。", "，", "；"} and not _SAID.search(before)
    opens = bool(_OPENS.match(scan.text, match.end())) and _at_an_edge(before)
    told = any(practices.has(words, before) for words in ("naming_first", "naming"))
    return ends or opens or told or practices.patterns["method_word"].fullmatch(name) is not None


def _chosen(scans: tuple[Scan, ...], found: _Found) -> tuple[str, ...]:
    """The names brought in as such and those that come back, in order; none that is part of another."""
    named, whole = found.named, "\n".join(scan.text for scan in scans)
    chosen = [name for name in found.counts if name in named or (name not in found.teams and _again(whole, name))]
    chosen = [name for name in chosen if not any(name != other and name in other for other in chosen if other in named)]
    if not named and not chosen:
        chosen = [name for name in found.counts if _explained(scans, name)][:1]
    return tuple(sorted(chosen, key=lambda name: (name not in named, -whole.count(name), whole.find(name))))


def _again(whole: str, name: str) -> bool:
    return whole.count(name) >= _ENOUGH


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
        and not _A_BODY.search(name)
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
