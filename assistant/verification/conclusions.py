"""Conclusions on the applicant, stretch by stretch: 所以不符合, 也就是符合, 走某渠道也符合条件."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from assistant.verification.lexicon import any_of
from assistant.verification.model import Reason
from assistant.verification.subjects import subjects

_NAMES = {"eligible": "符合", "ineligible": "不符合", "undetermined": "尚不能确定"}
# 两类您都符合: all that have a verdict have this one.
EVERY = re.compile(r"(?:[两三四]|这几|各|每)个?(?:类别?|奖项?)[^,。;不没]{0,6}(?:都|均|全)|哪一?类都")
_HEDGED = re.compile(r"(?:大体上?|大致上?|基本(?:上|(?!上?的?(?:条件|要求|情况)))|差不多|八成|勉强|多半|几乎|总体上)")
_SUPPOSED = re.compile(
    r"如果|若|要是|倘若|假如|一旦|只要|除非|(?<!渠道)(?<![奖类])的话|凡"
    r"|待.{1,12}[后再]|等.{1,12}后|才(?!能?确)|就算"
)
_SETTLED = re.compile(r"(?<![不才法以便就后])(?:可以|能够|已可)(?:确定|判定|判断|下结论)(?!后|之后|不了)")
_ASKED = re.compile(r"是否|能否|可否|[?？吗]")
_CUT = re.compile(r"[,;:。]|--|(?<=[一-鿿])(?=但结论|因此|所以)")
_FRAME = re.compile(
    r"的话|来说|来看|而言|专家学者|组织管理人员|管理人员|工程技术人员|一线工作人员|一线人员|类别|"
    r"结论|判定|认定|判断|核对|核验|初步|整体|总体|综合|结果|资格|申报|参评|报名|客观|全部|各项|条件|要求|目前|现在|现阶段|暂时|已经|已|仍然|仍|依然|还是|还|照样|"
    r"所以|因此|因而|故|综上|总之|但是|但|不过|而|也就是|就是|也|都|均|可以|可|应|按现状|其实|按现有信息|视同|视为|算是|算|属于|确定|可见|一样|为|是|的|了|下|定|就|这边|这里|方面|"
    r"大体上?|大致上?|基本上?|差不多|八成|勉强|多半|几乎|总的来?说|总体上|看来|应该|算|走|渠道|[两三四几各每](?=个?类|个?奖)|和|与|、|贵公司|贵单位|贵校|贵院|贵园|贵厂|贵社|贵企业|贵组织|您单位|您|你们|公司|单位|类|组织|个人|奖|暂|本次|这次|最后|最终|对|在|这个|那就|再|[()“”]"
)
# Verdict words by their meaning, as a conclusion is worded; the longest counts.
_WORDS = {
    "ineligible": (
        "不符合",
        "不合格",
        "不能申报",
        "不能再申报",
        "不能报",
        "不能再报",
        "不能参评",
        "不能再参与评选",
        "不能参与评选",
        "不能再参加评选",
        "不能参加评选",
        "不能再参评",
        "不可以申报",
        "不得申报",
        "报不了",
        "不够格",
        "没有资格",
        "无资格",
        "不具备资格",
        "没戏",
        "出局",
        "不行",
    ),
    "eligible": (
        "符合",
        "合格",
        "能申报",
        "可以申报",
        "报得了",
        "能报",
        "可以报",
        "够格",
        "够条件",
        "够了",
        "够得上",
        "够得着",
        "有资格",
        "具备资格",
        "满足条件",
    ),
    "undetermined": (
        "待定",
        "不能确定",
        "不能判断",
        "判断不了",
        "下不了结论",
        "不能下结论",
        "无法判断",
        "无法确定",
        "待核实",
        "未定",
        "待核",
        "不好说",
        "说不准",
        "拿不准",
        "难说",
        "定不了",
        "定不下来",
        "判定不了",
        "不能判定",
        "无法判定",
    ),
}


def check_conclusions(said: str, verdicts: Mapping[str, str]) -> Iterator[Reason]:
    """Each stretch that is nothing but a conclusion must be one of the verdicts (of the award it names, if it does)."""
    settled = _SETTLED.search(said)
    if settled and set(verdicts.values()) == {"undetermined"}:
        yield Reason("verdict", f"核对结果是“尚不能确定”，句中却说“{settled.group()}”")
        return
    supposed = ruled = False
    for piece in _CUT.split(said) if verdicts else ():
        supposed = supposed or bool(_SUPPOSED.search(piece))
        described, ruled = ruled, piece.rstrip().endswith(("的", "者"))
        if supposed or described or _ASKED.search(piece):
            continue
        stated = concluded(piece)
        expected = _expected(piece, said, verdicts) if stated else set()
        if stated and stated != "undetermined" and (hedge := _HEDGED.search(piece)):
            yield Reason("verdict", f"句中“{hedge.group()}”把结论说含糊了")
            return
        if stated and (stated not in expected or (EVERY.search(piece) and len(expected) > 1)):
            yield Reason("verdict", f"核对结果中没有“{_NAMES[stated]}”，句中“{piece[:16]}”却作了这样的结论")
            return


@lru_cache(maxsize=4096)
def concluded(piece: str) -> str:
    """The verdict a stretch consists of, "" where it says anything else besides."""
    word, name = max(
        ((word, name) for name, words in _WORDS.items() for word in words if word in piece),
        key=lambda x: len(x[0]),
        default=("", ""),
    )
    if not word:
        return ""
    rest = _bare_of_names(piece.replace(word, "\u0002", 1))
    return "" if _left(rest) else name


def _left(text: str) -> bool:
    """Whether a stretch says more than what a conclusion is framed with."""
    return bool(re.search(r"[一-鿿A-Za-z\d]", _FRAME.sub("", text)))


def only_concludes(said: str) -> bool:
    """Whether a sentence is nothing but a conclusion (所以不符合。): that rests on the checker, not on a clause."""
    pieces = [piece for piece in _CUT.split(said) if re.search(r"[一-鿿]", piece)]
    said_nothing_else = all(concluded(piece) or not _left(_bare_of_names(piece)) for piece in pieces)
    return said_nothing_else and any(concluded(piece) for piece in pieces)


def _bare_of_names(text: str) -> str:
    for subject in subjects():
        for name in (*subject.names, *subject.places):
            text = text.replace(name, "")
    return text


def _expected(piece: str, said: str, verdicts: Mapping[str, str]) -> set[str]:
    for text in (piece, said):
        named = {t for s in subjects() if any_of((*s.names, *s.places), text) for t in s.tracks if t in verdicts}
        if named:
            return {verdicts[track] for track in named}
    return set(verdicts.values())
