"""Turn sentences of the material into sentences of a draft: third person, one subject, no hanging ends."""

import re
from functools import lru_cache

from assistant.drafting.lexicon import Lexicon, lexicon_of, load_lexicon
from assistant.drafting.material.model import Material
from assistant.drafting.material.surnames import surnames
from assistant.knowledge.source import load_yaml
from assistant.language.numerals import parse_number
from assistant.language.words import broken_stretches
from assistant.settings import settings

_HEADING = re.compile(
    r"^(?:(?:我|本)(?:公司|单位|企业|[厂院校店社所站局馆矿园])|公司|企业|单位|我们)?(?:的)?(?:质量|主要|具体|基本|工作|特色|创新|个人|推荐|先进)*(?:做法|成效|成果|特色|措施|实践|成绩|业绩|经验|效果|事迹|亮点|方法|创新|贡献|简介|概况|做法名称|数据|结果|效果)(?:对比|介绍|情况)?[：:]"
)
_LEAD = re.compile(
    r"^(?:结果|于是|因此|所以|后来(?!的)|配套的还有|另外|此外|同时|再者|其次|首先|最后|然后|也就是说?|就是|并且|而且|但是?(?!凡)|不过|可是|然而"
    r"|并(?=[由将把对在与向给按请让])|且(?=[^，。]{4}))[，：]?"
)
_NUMBERING = re.compile(r"^(?:[（(]?[一二三四五六七八九十0-9]{1,2}[、.．)）]|[①-⑳•·●■□◆*#\-—]+|[一二三四五]是)\s*")
# 她首创“一炉一判”，…: that it is the first is a claim; that it was set up is not.
_BOAST_OF_FIRST = re.compile(r"(?P<of>(?:首|独)创的)(?=[“《])|(?:首|独)创(?P<done>了|出)?(?=[“《])")
_ARROW = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,16})[：:]?(?P<from>[0-9][0-9.,]*[^0-9，。；→]{0,4})(?:→|—>|->|=>|⇒)(?P<to>[0-9][0-9.,]*[^0-9，。；]{0,4})"
)
# 其中一家企业…: without the sentence before it the word points at nothing.
_POINTS_BACK = re.compile(r"^其中[，：]?(?=(?:有|某)?[一两二三四五六七八九十0-9]+[家个名位户])|^其中(?=某)")
# Who speaks in minutes, and what says where the words are to be put (特色写…, 再加…).
_SPEAKER = re.compile(
    r"^(?:业绩|事迹|做法|特色|成效)[ \t]+|^(?:主持人|记者|问|答|工会|[\u4e00-\u9fff]{1,3}(?:长|员|科|部"
    r"|室|总|师|主任|经理|老师))：|"
    r"^(?:特色|做法|亮点|名称)(?:就|可以|统一)?(?:写|定为|填|叫|是|为|概括为)(?=“)|^(?:就写|就说|再加(?:上|一个)?|还有(?:个|一个)?)(?=“)"
)
# Signs of a chat.
CHAT_SIGNS = r"[\U0001F000-\U0001FAFF\u2600-\u27BF\uFE0F]"
_UNSPOKEN = re.compile(rf"{CHAT_SIGNS}|\*\*")
# Not behind the applicant itself: 他由此提出“断砖还原” stands alone as 他提出“断砖还原”.
_HENCE = re.compile(r"^(?P<who>[\u4e00-\u9fff]{1,3}?)(?:由此|据此|因此|于是|为此)(?=[\u4e00-\u9fff]{1,4})")
_SECTION = re.compile(r"^(?:【[^】]*】|\[[^\]]*\])\s*")
# 我 in the name of a method (“末碗归我”) is part of the name.
_ME = re.compile(r"(?P<name>“[\u4e00-\u9fff]{2,6}”)|我叫[\u4e00-\u9fff·]{2,4}(?=[，。])|我")
PRONOUNS = ("他", "她")
_MARKS = (("“", "”"), ("（", "）"), ("《", "》"))


def subject_noun(material: Material) -> str:
    """What the draft calls the applicant: 公司, 合作社, 医院 …; 单位 where the name does not tell."""
    name = str(material.value("name") or "")
    for noun, pattern in _nouns():
        if pattern.search(name):
            return noun
    return "单位"


def pronoun(material: Material) -> str:
    """她 where the material presents a woman, 他 where a man; the name where it says neither."""
    whole = "\n".join(source.text for source in material.sources)
    if re.search(r"[，、：\s（]女[，、。\s）]", whole):
        return "她"
    told = re.search(r"[，、：\s（]男[，、。\s）]", whole) or whole.count("他") > whole.count("她")
    return "他" if told else "她" if "她" in whole else str(material.value("name") or "他")


def as_industry(industry: str) -> str:
    """属金属制品业, 属教育行业."""
    return f"属{industry}" if industry.endswith("业") or "行业（" in industry else f"属{industry}行业"


def third_person(text: str, noun: str) -> str:
    """`text` with 我们, 我公司, 本院 … replaced by `noun`; where that is a pronoun, 我 by it too."""
    text = load_lexicon("practices").patterns["first_person"].sub(noun, text)
    if noun in PRONOUNS or noun not in {"单位", *(known for known, _ in _nouns())}:
        text = _ME.sub(lambda match: match["name"] or noun, text)
    return text


def without_heading(text: str) -> str:
    """A sentence without the heading it begins with (主要做法：…)."""
    return _HEADING.sub("", text)


def as_sentence(text: str, noun: str) -> str:
    """A sentence of the material fit to stand in a profile, ended by 。; empty where it cannot stand there."""
    text = _NUMBERING.sub("", _SECTION.sub("", text.strip()))
    text = _LEAD.sub("", _HEADING.sub("", _SPEAKER.sub("", text)))
    text = _POINTS_BACK.sub("", _BOAST_OF_FIRST.sub(_set_up, text))
    text = _UNSPOKEN.sub("", text)
    text = re.sub(r"[ \t\n]+", "", third_person(text, noun)).rstrip("。；！？;，、：")
    text = _HENCE.sub(r"\g<who>", _ARROW.sub(_moved, text))
    practices = load_lexicon("practices")
    if len(text) < 6 or not balanced(text) or practices.has("colloquial", text):
        return ""
    if re.search(r"[|｜<>]|://", text):
        return ""
    return text + "。"


def _moved(match: re.Match[str]) -> str:
    """A row of figures as a sentence (市场退货率：0.41%→0.06% as 市场退货率由0.41%降到0.06%)."""
    before, after = (parse_number(re.match(r"[0-9.,]+", match[key])[0].replace(",", "")) for key in ("from", "to"))  # type: ignore[index]
    verb = "变为" if before is None or after is None else "降到" if after < before else "提高到"
    return f"{match['name']}由{match['from']}{verb}{match['to']}"


def _set_up(match: re.Match[str]) -> str:
    return "" if match["of"] else f"创{match['done'] or '立'}"


def cut_words(text: str, source: str) -> list[str]:
    """The stretches of `text` that begin inside a word of `source`, which must hold no white space."""
    return broken_stretches(text, source, _standing_alone())


@lru_cache(maxsize=1)
def _standing_alone() -> frozenset[str]:
    """The characters a stretch may begin with wherever it was taken from: words of one character, and surnames."""
    node = load_yaml(settings().assistant_corpus / "drafting" / "wording.yaml")
    return frozenset(node.text("standing_alone")) | frozenset(surnames())


def balanced(text: str) -> bool:
    """Whether quotation marks and brackets are all closed."""
    return all(text.count(left) == text.count(right) for left, right in _MARKS)


@lru_cache(maxsize=1)
def wording_lists() -> Lexicon:
    """The lists of corpus/drafting/wording.yaml by which clauses are cut and judged."""
    node = load_yaml(settings().assistant_corpus / "drafting" / "wording.yaml")
    names = (
        "lead_in",
        "concessive",
        "weak_start",
        "weak_end",
        "slogan",
        "element",
        "standing",
        "person",
        "activity",
        "things",
        "repeated_verb",
        "points_nowhere",
        "points_back",
        "furniture",
        "bare_head",
        "says_of",
        "intent",
        "amusement",
        "praise",
        "restated",
    )
    return lexicon_of({name: node.texts(name) for name in names})


@lru_cache(maxsize=1)
def _nouns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    node = load_yaml(settings().assistant_corpus / "drafting" / "wording.yaml").child("noun")
    return tuple((noun, re.compile(node.text(noun))) for noun in node.mapping())
