"""Statements on whether an applicant may apply must equal the checker's verdict; time status must fit the notice."""

import re
from collections.abc import Iterator, Mapping

from assistant.verification.address import FIRM_ADDRESS
from assistant.verification.conclusions import EVERY
from assistant.verification.evidence import Evidence
from assistant.verification.lexicon import any_of, lexicon, pattern
from assistant.verification.model import Reason
from assistant.verification.plain import compiled
from assistant.verification.subjects import Subject, subjects

_NAMES = {"eligible": "符合", "ineligible": "不符合", "undetermined": "尚不能确定"}
_ABOUT = re.compile(
    r"(?:符合|满足|具备)(?:了|全部|所有|各项|申报|参评)*的?(?:条件|资格)|奖(?:\([^()]*\))?的?(?:全部|各项)?(?:条件|资格|要求|门槛)|(?:申报|参评|评选|客观|全部|各项|基本|所有|这些|该奖|申请|推荐|准入|报名)[^,。]{0,6}(?:条件|资格|要求|门槛)|资格|申报条件|够条件|够得[上着]|(?:可以|能|能够|可|不得|无法|不可|不能|够格|不可以|不予)(?:继续|直接)?(?:申报|参评|报|申请|参加|受理)"
)


# Cases a clause bars, and the question itself, named without being decided (不得申报的三种情形, 符合与否).
_DESCRIBED = re.compile(
    r"(?:不得|不能|不可以?|不予|可以?|能)(?:申报|受理|参评|参加|推荐|报)的(?![,。]|$)|(?:符合|满足|合格)与否|是否(?:符合|满足|具备)"
    r"|(?:条件|要求)[^,。;贵您]{0,4}(?:要|须|得|应当?|需要?)(?:全部|同时|全都|都|一并)+(?:具备|满足|符合|达到)"
)
# However it is put that nothing can be concluded yet (未能判定, 暂时下不了结论).
_OPEN = re.compile(
    r"(?:不能|不可|无法|未能|没法|难以|没办法|不好|不便|还不|暂不|尚未|没能)(?:就|直接|马上|立即|作出?|给出?|下|得出?|做出?|有)?"
    r"(?:判定|判断|判|确定|认定|定论|结论|定下|下定论)"
)
# What kind of applicant may enter, told from the notice's own list (医院是可以报的,参评单位里写了医疗机构).
_OF_KIND = re.compile(r"^(?!.*[贵您])[^,。]{2,10}可以(?:申报|参评|报)的?,[^。]{0,6}参评(?:单位|组织|范围|主体|对象)")
# An honour had or not had (没有拿过国家质量奖) names no award applied for.
_HONOUR_HAD = re.compile(r"(?<!够)(?:获得?|荣获|得|拿|评)(?:到|过|上)+了?[^,。;奖]{0,12}奖")
# One condition among others is said to be met; that is no verdict.
_ONE_OF = re.compile(
    r"其他|其余|基本条件|另外几|这几[条项点]|这[二两三四五][条项点]|[两三四]点都|几项|这些|[这那]一?[条项点]|范围[上方]|行业[上方]|该[条项]|此[条项]|上述[条项]|前[一两几]?项|注册地|法人资格[与和、]|地域|年限|认证|经历"
)


def check_verdict(said: str, verdicts: Mapping[str, str], *, cited: bool, evidence: Evidence) -> Iterator[Reason]:
    """An eligibility statement on the applicant must be the verdict of that track, neither flipped nor softened."""
    left_open = bool(verdicts) and _left_open(said)
    said = re.sub(r"^您问的?[^,]{0,10},", "", _DESCRIBED.sub("", _HONOUR_HAD.sub("", _PROVIDED.sub("", said))))
    pieces = [piece for piece in re.split(r"[,;:。]", said) if stated_verdict(piece, bool(verdicts))]
    if verdicts and len(pieces) > 1 and len({subject.award for subject in _named(said)}) > 1:
        for piece in pieces:
            yield from check_verdict(piece, verdicts, cited=cited, evidence=evidence)
        return
    stated = "undetermined" if left_open else stated_verdict(said, bool(verdicts))
    stated = stated or (_labelled(said) if verdicts else "")
    if not stated:
        return
    if not verdicts:
        if cited and not addresses_applicant(said):
            return
        yield Reason("verdict", "句中断言了申报资格，但没有核对结果可依")
        return
    expected = {verdicts[track] for track in tracks_told(said, verdicts)}
    if not expected:
        yield Reason("verdict", "句中断言了申报资格，但所说类别没有核对结果")
    elif stated not in expected or (EVERY.search(said) and len(expected) > 1):
        yield Reason("verdict", f"核对结果是“{_NAMES.get(sorted(expected)[0], '')}”，句中却说“{_NAMES[stated]}”")
    elif stated != "undetermined" and (hedge := _hedge(said)):
        yield Reason("verdict", f"核对结果是“{_NAMES[stated]}”，句中“{hedge}”把它说含糊了")
    elif stated == "undetermined" and re.search(
        r"很可能|大概率|应该(?:能|可|符合)|基本(?:符合|可)|有望|问题不大|希望很大|倾向", said
    ):
        yield Reason("verdict", "核对结果是“尚不能确定”，句中却有所倾向")


_PERSON_ADDRESS = re.compile(r"[您你](?:本人|个人)|作为(?:一名)?[一-鿿]{0,6}(?:人员|工人|专家|学者|师傅)")
_FIRM_DEED = re.compile(r"依法设立|注册登记|合法注册|正常运行|连续(?:正常)?生产经营|独立法人资格|营业执照")


def check_addressee(said: str, verdicts: Mapping[str, str]) -> Iterator[Reason]:
    """A person judged for himself is not told what a firm must be or has done, nor a firm what a person has."""
    kinds = {"-ind-" in track for track in verdicts}
    if len(kinds) != 1:
        return
    person = kinds.pop()
    found = FIRM_ADDRESS.search(said) if person else _PERSON_ADDRESS.search(said)
    if person and not found and _PERSON_ADDRESS.search(said) and not re.search(r"所在|单位|企业", said):
        found = _FIRM_DEED.search(said)
    if found and not re.search(r"不是|若|如果|要是|所在|不能申报|不得申报|不设个人|面向|不接受个人", said):
        yield Reason("subject", f"申报的是{'个人' if person else '组织'}，句中“{found.group()}”说的不是申报主体")


def check_softening(said: str, verdicts: Mapping[str, str]) -> Iterator[Reason]:
    """An applicant who may not apply is not told to try, and nobody is told that the award is certain."""
    words = lexicon()
    promise = any_of(words.list("overclaimed"), said)
    deprived = promise.endswith("获奖") and not addresses_applicant(said) and _DEPRIVED.search(said)
    if (
        promise
        and not deprived
        and not compiled(rf"(?:不|并非|不能|不等于|不代表|不意味着)[^,。]{{0,8}}{re.escape(promise)}").search(said)
    ):
        yield Reason("guarantee", f"句中“{promise}”是谁也不能作的保证")
    open_tracks = [track for track in tracks_told(said, verdicts) if verdicts[track] == "eligible"]
    soft = any_of(words.list("softened"), said)
    if (
        verdicts
        and soft
        and not open_tracks
        and not compiled(rf"(?:不(?!过|妨)|(?<!类)别|没法|无法|难以)[^,。;过]{{0,2}}{re.escape(soft)}").search(said)
    ):
        yield Reason("verdict", f"核对结果不是“符合”，句中“{soft}”把它说软了")
    doubt = any_of(words.list("doubted"), said)
    settled = bool(verdicts) and all(verdicts[track] == "eligible" for track in tracks_told(said, verdicts))
    if settled and doubt and _ABOUT.search(said):
        yield Reason("verdict", f"核对结果是“符合”，句中“{doubt}”把它说含糊了")


# 已经获奖但靠的是欺骗的,取消奖励: a case a clause rules on.
_DEPRIVED = re.compile(
    r"已经获奖(?:[的,]|但|却|而|后)[^;。]{0,24}(?:欺骗|贿赂|造假|作假|弄虚|虚假|不正当|隐瞒|违法|违规|撤销|取消)"
)
# The question itself, said to have no answer yet (还不能确定能不能申报, 符不符合现在说不好).
_QUESTIONED = r"(?:能不能|能否|可否|可不可以|是否|符不符合|够不够|有没有)[^,。;]{0,8}(?:申报|参评|报|符合|条件|资格)"
_UNSETTLED = re.compile(
    rf"(?:{_OPEN.pattern}|说不好|说不准|拿不准|给不了|难说|不清楚)[^,。;]{{0,6}}{_QUESTIONED}"
    rf"|{_QUESTIONED}[^。;]{{0,24}}?(?:{_OPEN.pattern}|说不好|说不准|拿不准|难说|不好说|存疑|定不了|[还要得]再看|[还要得]看看|[还要得]再说|没有定论|没有结论|打个?问号|两可|(?:才|方)(?:能|可|好)(?:判断|判定|确定|下结论|定论))"
)


def _left_open(said: str) -> bool:
    """Whether a sentence names the question itself and says that it has no answer yet."""
    return bool(_UNSETTLED.search(said)) and not re.search(r"[?]$", said) and not _conditional_head(said)


def _conditional_head(said: str) -> bool:
    return bool(re.search(r"如果|若|倘若|假如|除非|一旦|的话", re.split(r"[,。]", said)[0]))


# What leaves the verdict as it is states none; nor does what something else depends on (前提是总公司自己满足全部条件).
_PROVIDED = re.compile(r"(?:前提|先决条件)(?:条件)?是[^。;]*")
_LEAVES_IT = re.compile(r"(?<![^,。;])[^,。;]*(?:改变|影响|动摇|左右)不了?[^,。;]{0,8}结论[^,。;]*")


def stated_verdict(said: str, addressed: bool) -> str:
    """eligible, ineligible, undetermined, or "" where the sentence states no verdict on an applicant."""
    words = lexicon().words["verdict"]
    said = _PROVIDED.sub("", _LEAVES_IT.sub("", said))
    if addressed and _left_open(said):
        return "undetermined"
    if re.search(r"[?]$|吗[。?]?$|(能|行|可|符|够)不\1", said):
        return ""
    if not (addresses_applicant(said) or (addressed and _bare(said))) or _OF_KIND.search(said):
        return ""
    if (any_of(words["undetermined"], said) or _OPEN.search(said)) and addressed:
        return "undetermined" if re.search(r"申报|参评|条件|资格|判定|结论|报名", said) else ""
    if _conditional(said):
        return ""
    if not (_ABOUT.search(said) or re.search(r"判定|结论|核对", said)):
        return ""
    if any_of(words["undetermined"], said):
        return "undetermined"
    if _ONE_OF.search(said) and not re.search(r"申报条件|参评条件|结论|核对结果|判定|可以申报|能申报|客观条件", said):
        return ""
    if any_of(words["ineligible"], said) or re.search(r"没有[^,。]{0,18}资格", said):
        return "ineligible"
    return "eligible" if any_of(words["eligible"], said) or _SOUND.search(said) else ""


# 资格没有问题, 资格稳了: nothing stands in the way.
_SOUND = re.compile(r"资格[^,。;不没]{0,4}(?:没有?(?:任何|什么)?问题|稳[了当]|过关|在手|到手)")


def states_verdict(said: str) -> bool:
    """Whether a sentence without a token tells a verdict: of the applicant, or of a track by itself (某奖：不符合)."""
    return bool(stated_verdict(said, True) or _labelled(said))


_LABELLED = re.compile(
    r"^(?P<track>[^。;!?]{2,40}?)(?:[:]|--|—|类别|这一?类|这边|方面|的结论|目前|结论|是|为)+[“”]*(?P<verdict>[一-鿿]{2,12})[“”]*(?:条件|申报条件)?[。;!]?$"
)


def _labelled(said: str) -> str:
    """The verdict of a line such as 某奖（组织）：不符合。, "" where it is none."""
    match = _LABELLED.match(said)
    if match is None or _ONE_OF.search(said) or not (_named(said) or any_of(_track_words(), match["track"])):
        return ""
    words = lexicon().words["verdict"]
    return next(
        (name for name in ("undetermined", "ineligible", "eligible") if any_of(words[name], match["verdict"])), ""
    )


def _track_words() -> tuple[str, ...]:
    return tuple(word for names in lexicon().words["tracks"].values() for word in names)


# 不等于会获推荐或获奖: what every verdict is told with claims nothing.
_NO_AWARD = re.compile(r"(?:并|也)?不(?:等于|代表|意味着)[^,。;()]{0,4}(?:获得?推荐|获奖|得奖|推荐|入选)[^,。;()]*")


def without_verdict(said: str) -> str:
    """The flat text less the stretches that only state a verdict: those rest on the checker, not on a clause."""
    said = _NO_AWARD.sub("", said)
    kept = [piece for piece in re.findall(r"[^,;。]+[,;。]*", said) if not _only_verdict(piece)]
    return "".join(kept)


# What is still to be told says nothing of a clause.
_WANTED = re.compile(
    r"需要?您?补充|请您?补充|待补充|缺的?是|还缺|尚缺|还差(?:一|两|几)[项点条个]|(?:没有|没|未)(?:提供|说明|提到|提及|告诉|交代)"
)


def _only_verdict(piece: str) -> bool:
    lists = lexicon()
    rest = piece
    for subject in subjects():
        for name in (*subject.names, *subject.places):
            rest = rest.replace(name, "")
    words = lists.words["verdict"]
    found = any_of((*words["undetermined"], *words["ineligible"], *words["eligible"]), piece)
    spare = (*words["undetermined"], *words["ineligible"], *words["eligible"], *lists.list("verdict_about"))
    tracks = [word for names in lists.words["tracks"].values() for word in names]
    rest = pattern((*spare, *tracks, *lists.list("applicant"), *lists.list("verdict_spare"))).sub("", rest)
    return bool(
        (found and len(re.sub(r"[^\w]", "", rest)) <= 3) or (_WANTED.search(piece) and not re.search(r"\d", piece))
    )


def addresses_applicant(said: str) -> bool:
    """Whether a sentence speaks of the applicant at hand (贵公司, 您)."""
    return bool(any_of(lexicon().list("applicant"), said))


def _bare(said: str) -> bool:
    """A statement without a subject of its own (符合某奖申报条件), not a rule about 符合条件的组织."""
    return not re.search(
        r"(?:符合|满足|具备)[^,。]{0,12}(?:的(?!(?:申报|参评|各项|全部|客观|评选|基本|所有|推荐)*(?:条件|资格|要求|门槛))(?=[一-鿿,])|者)|凡|应|须|必须",
        said,
    )


def _conditional(said: str) -> bool:
    head = re.split(r"[,。]", said)[0]
    return bool(
        re.search(
            r"如果|若|倘若|假如|是否|除非|能否|可否|能不能|可不可以|行不行|符不符合|够不够|一旦|^如(?!下)|请|建议|才能|方可",
            head,
        )
    ) and not re.search(r"已经?符合|可以申报了|肯定|一定", said)


def _hedge(said: str) -> str:
    clean = re.sub(r"(?:基本|比较)(?:条件|情况|信息|要求)|不可能|原则上同意|可能的|客观", "", said)
    return next((h for h in lexicon().list("hedges") if h in clean), "")


def tracks_told(said: str, verdicts: Mapping[str, str]) -> list[str]:
    """The tracks with a verdict that the sentence can be about."""
    named = [t for t in verdicts if any(t in subject.tracks for subject in _named(said))]
    if _named(said) and not named:
        return []
    pool = named or list(verdicts)
    words: dict[str, tuple[str, ...]] = lexicon().words["tracks"]
    special = [key for key in ("expert", "manager", "engineer", "frontline") if any_of(words[key], said)]
    if special:
        return [track for track in pool if track.rsplit("-", 1)[-1] in special] or (
            [] if any(t.rsplit("-", 1)[-1] in words and "-ind-" in t for t in pool) else pool
        )
    if len(pool) == 1:
        return pool
    if re.search(r"\(个人\)|个人(?:类|奖|项|申报)", said):
        return [track for track in pool if "ind" in track.split("-")]
    if re.search(r"\(组织\)|组织(?:类|奖|项)", said):
        return [track for track in pool if "ind" not in track.split("-")]
    return pool


def _named(said: str) -> list[Subject]:
    full = [s for s in subjects() if any(name in said for name in s.names)]
    return full or [s for s in subjects() if any(place in said for place in s.places)]
