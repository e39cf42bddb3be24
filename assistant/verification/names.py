"""Quotations, awards, places, institutions and people of a sentence must be those of its evidence."""

import re
from collections.abc import Iterator

from assistant.language.places import find_places
from assistant.verification.evidence import Evidence
from assistant.verification.honour_owner import honour_itself, stands
from assistant.verification.lexicon import lexicon
from assistant.verification.model import Reason
from assistant.verification.people import check_people
from assistant.verification.plain import compiled, content, in_order, segments
from assistant.verification.quotations import check_quotations
from assistant.verification.subjects import Subject, subjects
from assistant.verification.tagging import light, tagged

_HONOUR = re.compile(
    r"(?:获得(?!者)|荣获|获评|曾获|获(?![得奖])|被评为|评为|被授予|授予|摘得|斩获|夺得|入选|被认定为|荣膺|拿下|拥有)(?:了|过|的)?([^,。;]{0,30}?"
    r"(?:奖(?![牌项励金])|称号|荣誉|标杆|企业|单位|名牌|劳模|模范|工匠|奖章|品牌|商标|基地|中心|金奖|银奖|一等|冠军|小巨人))"
)
_INSTITUTION = re.compile(
    r"[一-鿿()]{0,14}?(?:人民政府办公[厅室]|人民政府|办公厅|办公室|委员会|领导小组|领导组|协会|学会|商会|联合会|研究院|研究所|大学|学院|医院|法院|检察院|财政局|税务局|税务总局"
    r"|市场监管总局|监管总局|发改委|发展改革委|工信局|科技局|人社局|工会|妇联|银行|集团|有限公司|事务所|公证处|质检所|标准院|派出所|公安局|民政局|教育局|纪委|监委|宣传部|组织部)"
)
# How a notice's awards are called for short (国奖, 组织奖); an applicant's own honours are not.
_LEVEL_AWARD = re.compile(r".[国省市县区]奖|(?:国家|组织|个人|企业|本级|各级)奖")
# 这块奖: the one just spoken of.
_THIS_ONE = re.compile(r"[这那该][块个项座枚种类]奖")
_TITLED = re.compile(r"(?:优秀|最佳|特别|杰出|突出|特殊)(?!的)[一-鿿]{0,4}奖(?![项励金牌状惩章补])")
_GENERIC = re.compile(
    r"^(?:各|有关|相关|上级|当地|该|本|由|经|向|和|与|及|从|到|在|其|统一|直接|并|应|应当|可以|可|必须|再|最后|然后|先|后|报送?|提交|送|交|给|至|的)+"
)
_LINK = re.compile(
    r"由|现?任(?!务)|就职于|往|找|去|民营|国有|集体|经(?!济)|以及|抄送|载明|写明|只写|[单成]员?位?有|向|给|对|和|鼓励|要求|的|在|是|为|并|报送|报|提交|至|与|应|须|可|到"
)


def check_names(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Quotations verbatim; awards, places, institutions and people of the evidence."""
    yield from check_quotations(said, evidence)
    yield from _places(said, evidence)
    yield from _honours(said, evidence)
    yield from _other_award(said, evidence)
    yield from _institutions(said, evidence)
    yield from check_people(said, evidence)


def _places(said: str, evidence: Evidence) -> Iterator[Reason]:
    known = evidence.everything
    for mention in find_places(said):
        short = re.sub(r"(?:省|市|区|县|自治区|自治州)$", "", mention.text)
        parts = re.findall(r"[一-鿿]{2,12}?(?:自治区|自治州|省|市|区|县)", mention.text) or [mention.text]
        narrowest = re.sub(r"(?:省|市|区|县)$", "", parts[-1])
        given = mention.text in evidence.own or _covers(mention.text, evidence) or _joined(mention.text, evidence.own)
        if narrowest not in known and short not in known and not given:
            yield Reason("place", f"句中地名“{mention.text}”不在所引条款中")


def _joined(name: str, own: str) -> bool:
    """Whether the applicant's own text has both parts of a place (重庆 and 荣昌区), if not side by side."""
    return any(name[:at] in own and name[at:] in own for at in range(2, len(name) - 1))


def _covers(name: str, evidence: Evidence) -> bool:
    return any(place in name or name in place for subject in evidence.subjects for place in subject.places)


def _honours(said: str, evidence: Evidence) -> Iterator[Reason]:
    known = content("\n".join([evidence.text, *(name for subject in evidence.subjects for name in subject.names)]))
    for match in _HONOUR.finditer(said):
        name = content(match[1].rsplit("“", 1)[-1].split("”")[0] if "”" in match[1] else match[1])
        if name == "正奖" or name.startswith(("是", "的是")):
            continue
        own = evidence.personal and not evidence.documents and stands(honour_itself(match[1]), evidence.text)
        own = own or (len(name) >= _FULL_NAME and name in content(evidence.own))
        if name and not own and name.replace("级", "") not in known.replace("级", "") and not _pieced(name, known):
            yield Reason("honour", f"句中荣誉“{match[1][-20:]}”不在材料或所引条款中")
        elif _not_yet(match[1].strip("“”"), evidence):
            yield Reason("honour", f"材料没有说已获得“{match[1][-16:]}”")
        elif _only_longer(name, content(evidence.text)) and not said[match.end() :].startswith(("提名", "候选")):
            yield Reason("honour", f"所据文字写的是“{name[-16:]}”的提名，句中写成了正奖")
    for match in _TITLED.finditer(said):
        if match.group() not in known:
            yield Reason("honour", f"句中奖项“{match.group()}”不在所引条款中")
    for match in re.finditer(r"[一-鿿]{2}奖(?![项励金牌状惩章补])", said):
        if (
            match.group() not in known
            and match.group()[1] not in "把将得拿领评获报给为无了"
            and match.group()[1:] not in lexicon().list("verdict_about")
            and not _THIS_ONE.fullmatch(match.group())
            and not _award_word(match.group())
            and not (evidence.documents and _LEVEL_AWARD.fullmatch(match.group()))
        ):
            yield Reason("honour", f"句中奖项“{match.group()}”不在所引条款中")


# An honour with its place (某某省质量奖), which the facts tell in full.
_FULL_NAME = 6
_PLACED = re.compile(r"[一-鿿]{2}[省市]?(?:人民)?(?:政府)?(?:市长)?质量(?:管理)?奖")


def _shortened(name: str, known: set[str]) -> bool:
    """Whether a name is a longer one's with something left out, but not of its end."""
    return any(each.endswith(name[-4:]) and in_order(name, each) for each in known)


def _other_award(said: str, evidence: Evidence) -> Iterator[Reason]:
    """The award of a cited place called by a name that no award there has (some are alike but for a word)."""
    known = {name.replace("人民", "") for subject in subjects() for name in subject.names}
    for match in _PLACED.finditer(said) if evidence.documents else ():
        name = match.group().replace("人民", "")
        ours = any(name.startswith(place) for subject in evidence.subjects for place in subject.places)
        if (
            ours
            and name not in known
            and not _shortened(name, known)
            and match.group() not in evidence.text + evidence.own
        ):
            yield Reason("honour", f"所引条款说的不是“{match.group()}”")
            return


def _pieced(name: str, known: str) -> bool:
    """Whether the name is made of stretches of two or more characters of the evidence, joining words aside."""
    rest = re.sub(r"^(?:过|了|的|该|本|此|上述|首次|本届|任何)", "", name)
    position = 0
    while position < len(rest):
        size = next((n for n in range(len(rest) - position, 1, -1) if rest[position : position + n] in known), 0)
        if not size and rest[position] not in "的和与及或等年月日该本市此个奖家这些":
            return False
        position += size or 1
    return True


def _not_yet(name: str, evidence: Evidence) -> bool:
    """Whether the applicant's own text names this honour only as applied for, nominated or under publicity."""
    if not evidence.personal or evidence.documents:
        return False
    around = [segment for segment in evidence.segments if name in segment]
    return bool(around) and all(
        re.search(r"申报|参评|推荐|公示|候选|入围|计划|争取|力争|目标|拟", near)
        and not re.search(r"获|授予|评为|认定|荣", near)
        for near in around
    )


def _only_longer(name: str, known: str) -> bool:
    """Whether the evidence has this award only as part of a longer name (提名奖, 候选)."""
    ends = (
        [m.end() for m in compiled(re.escape(name)).finditer(known)]
        if name.endswith("奖") and "提名" not in name
        else []
    )
    return bool(ends) and all(known[end:].startswith(("提名", "候选", "入围")) for end in ends)


def _award_word(word: str) -> bool:
    if word.endswith(("正奖", "大奖")):
        return True
    return bool(
        re.match(
            r"[的该本此了过获得拿评颁报选这两级家市省类何一设级申参受届次到奖及和与、]{1,2}奖|.[的该本此个项得报评获这颁到届骗撤种只领给授褒嘉夸]奖",
            word,
        )
    )


def _institutions(said: str, evidence: Evidence) -> Iterator[Reason]:
    known = content(evidence.everything)
    for match in _INSTITUTION.finditer(said):
        name = _without_opening(content(_GENERIC.sub("", _LINK.split(match.group())[-1])))
        if (
            len(name) > 2
            and name not in known
            and not any(equal in known for equal in _equals(name))
            and not _short_for(name, evidence)
        ):
            yield Reason("institution", f"句中机构“{name[-16:]}”不在所引条款中")


def _without_opening(name: str) -> str:
    """The name less the light words the pattern took in with it (所以普通大学, 同时该办公室)."""
    words = tagged(name)
    at = next((at for at, (word, kind) in enumerate(words) if not (light(word) or kind[0] in "dcprvmqtf")), len(words))
    return "".join(word for word, _ in words[at:])


def _short_for(name: str, evidence: Evidence) -> bool:
    """Whether the name is a shortening of an institution of the evidence: its characters in order."""
    short = re.compile(".{0,12}".join(re.escape(character) for character in name[-12:]))
    return any(short.search(content(part)) for part in re.split(r"[,。;、\n]", evidence.everything))


def _equals(name: str) -> Iterator[str]:
    words = lexicon()
    for word in (name[i:] for i in range(len(name) - 1)):
        if word in words.groups:
            yield from (content(equal) for equal in words.equal(word) if len(equal) > 2)


def subjects_named(text: str) -> tuple[Subject, ...]:
    """The awards a flat text names, by name, alias or place."""
    return tuple(subject for subject in subjects() if any(n in text for n in (*subject.names, *subject.places)))


def check_subject(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A sentence on one award must cite a clause on that award."""
    named = subjects_named(said)
    places = {place for subject in named for place in subject.places if place in said}
    ours = {place for subject in evidence.subjects for place in subject.places}
    for place in sorted(places - ours):
        if place not in evidence.text and not _material_only(evidence):
            yield Reason("subject", f"句中说的是“{place}”，所引条款却不是它的")
    yield from _awards(said, evidence)
    yield from _categories(said, evidence)
    yield from _audience(said, evidence)


_FOR = re.compile(r"\((组织|个人)\)")
_SAID_OF = re.compile(r"(?:^|的|[,;。]|对)(组织|个人)(?=不得|不能|不可|不许|不予|可以?|能|须|应|要|也|都|均|$|[,。;])")


def _audience(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A list headed …奖（组织） tells nothing of persons, nor the reverse."""
    theirs = [set(_FOR.findall("\n".join((*context.headings[-2:], context.stem)))) for context in evidence.contexts]
    told = set(_SAID_OF.findall(said))
    if told and theirs and all(theirs) and not told & set().union(*theirs) and not told & set(_FOR.findall(said)):
        yield Reason(
            "subject", f"所引条款说的是{'、'.join(sorted(set().union(*theirs)))}，句中说的是{'、'.join(sorted(told))}"
        )


def _material_only(evidence: Evidence) -> bool:
    return evidence.personal and not evidence.documents


def _awards(said: str, evidence: Evidence) -> Iterator[Reason]:
    """The innermost heading that names an award decides whose clause it is."""
    ours = _awards_in(said, evidence)
    theirs = _awards_in(evidence.text, evidence)
    for context in evidence.contexts:
        theirs |= next((found for h in reversed(context.headings) if (found := _awards_in(h, evidence))), set())
    if ours and theirs and not ours & theirs:
        yield Reason("subject", f"句中说的是“{'、'.join(sorted(ours))}”，所引条款说的是“{'、'.join(sorted(theirs))}”")


def _awards_in(text: str, evidence: Evidence) -> set[str]:
    """Awards named in full by one of the cited documents' fact sheets, each by its longest name."""
    by_name = {subject.names: subject for subject in subjects()}
    return {s.names[0] for s in by_name.values() if any(n in text for n in s.names if n.endswith("奖"))}


def _categories(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A category named in the sentence (an expert, a front-line worker) must not be another than the heading's."""
    words: dict[str, tuple[str, ...]] = lexicon().words["tracks"]
    special = {key: value for key, value in words.items() if key not in {"org", "ind"}}
    headings = "\n".join(h for c in evidence.contexts for h in c.headings[-1:])
    theirs = {key for key, names in special.items() if any(n in headings or n in evidence.text for n in names)}
    for segment in segments(said):
        ours = {key for key, names in special.items() if any(n in segment for n in names)}
        wrong = ours - theirs
        if (
            wrong
            and theirs
            and not ours & theirs
            and headings
            and not any(n in evidence.text for k in wrong for n in special[k])
        ):
            yield Reason("subject", f"句中“{segment[:16]}”所说的类别不是所引条款的类别")
            return
