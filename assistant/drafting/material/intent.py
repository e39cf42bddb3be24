"""Whether the applicant wants to apply for the China Quality Award, as the summary form's last column asks."""

import re

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.labels import Labelled, labelled
from assistant.drafting.material.model import Fact
from assistant.drafting.material.questions import answers
from assistant.drafting.material.scan import Scan, clause_bounds

YES, NO = "是", "否"
UNSETTLED = "（未明确）"

_AWARD = re.compile(
    r"中国质量奖|国家(?:级)?质量奖(?!章)|质量奖（国家[^）]{0,8}）|国家那个(?:质量)?奖|国家的?(?:那个)?奖(?=[，咱我也就不])|国奖|国质奖"
)
_OTHER_AWARD = re.compile(r"(?:[市省区县长府]|本地|地方)(?:级)?(?:人民政府|政府)?(?:长)?质量(?:管理)?奖|[市省区县]奖")
# The column is said to have been left open, whatever was talked of before.
_LEFT_OPEN = re.compile(
    r"(?:没|不|未)(?:说|讲|表态|点头)[^，。；\n]{0,6}(?:也|又)(?:没|不|未)(?:说|讲|表态|摇头|拒)|(?:这|此|该|那)(?:一)?(?:栏|格|项|空|列|条|行)(?:我|我们|就|也|先|暂时?|故|还|所以|因此|只好|索性|便|已)*(?:没|未|不|空|留|缺)(?:有)?(?:填|写|着|空|白|缺|勾)?"
    r"|(?:栏|格子?|框子?|项|空|处|勾|选项)(?:里|上|那|我|我们|他|她|就|也|先|暂时?|还|故|都|一直|至今)*(?:没|未|不|别)(?:有|曾|给|敢|好)?(?:打|画|划)?(?:勾|钩|√|填|写|选|涂|动)(?:上)?(?=[，。；！\n）]|$)"
    r"|(?:栏|格|项|空|列|条|行)(?:就|先|都|也)?(?:暂|暂时|暂且|姑且|权且)(?:不填|留空|空着?|缺|空白|不写|搁)"
    r"|(?:栏|格|项|列)(?:我|我们|他|她|就|先|都|也|还|故|一直|只好)*(?:空着|留空|留白|空下来|空在那)"
    r"|(?:两|二|俩)?(?:个)?(?:框|方框|选项|格)[^，。；\n]{0,4}(?:都|均|皆)(?:没|未)(?:有)?(?:打)?(?:勾|钩|选|填)"
    r"|(?:会上|班子|大家|几位|各方|内部|领导们?)[^，。；\n]{0,8}(?:意见|看法|说法)(?:不一|不统一|有分歧|分歧|不同)|(?:没有?|未)(?:能)?(?:形成|达成)(?:一致|统一|最终|最后)?(?:的)?(?:决议|意见|结论|共识)"
    r"|，(?:我|我们|就|也|故|所以|本次|这次|此次|暂时?|先)*(?:没|未|不)(?:有)?(?:填|写|勾)(?=[，。；！\n]|$)"
)
_ASKS_WHETHER = re.compile(r"(?:不|吗|么|没|呢|没有|没得)[？?]?$")
_OPENS, _CLOSES = r"(?:^|[。，！；\n ：“])", r"[”！。，；]*(?=$|[。！，；\n”])"
_ANSWERS = re.compile(
    rf"{_OPENS}(?P<no>不(?:愿意?|报|参加|申报|想|考虑)(?:了)?|算了|暂?不(?:报|参加|申报)){_CLOSES}"
    r"|"
    rf"{_OPENS}(?P<yes>(?:肯定|当然|必须|我们|也)*(?:愿意?|报|参加|申报|要报|想报|同意|可以报?)[的了呀啊]?){_CLOSES}"
)
# The question set apart from what it is about (中国质量奖个人，报吗).
_WHETHER_APART = re.compile(
    r"，(?:你们?|您|咱们?)?(?:还)?(?:愿意?|想|要|打算)?(?:申?报|参评|参加)?(?:[不没吗么呢]|没得|没有)[？?]?"
)
_ASKED = re.compile(r"(?:是否|能否|有无)[^：]*[：]?\s*$")
# 报不报, 愿不愿意, 是否申报: the question itself answers nothing.
_QUESTION = re.compile(
    r"(?:([\u4e00-\u9fff]{1,2})[不没]\1(?:意|算|备|想)?|有没有|是否|能否|有无)(?:有?意"
    r"愿|愿意|有意|同意|打算|准备|参加|参评|申报|报名|推荐|想)*"
)
_BOX_TICKED = re.compile(r"[（\[]\s*[√✓✔☑■]\s*[）\]](?=\s*(?:是|否|愿意|不愿意))")
_BOX_EMPTY = re.compile(r"[（\[]\s*[）\]](?=\s*(?:是|否|愿意|不愿意))")
_MOVED_ON = re.compile(r"联系|电话|荣誉|附|[0-9]{7,}")
# 为什么不报？ asks nothing.
_RHETORICAL = re.compile(
    r"(?:为什么|为啥|为何|怎么|干嘛|凭什么|哪能|岂能|何乐而)不(?:去)?(?:申?报|参加|参评|试|为)[呢啊]?"
)
_SHORT = 14
_BOTH = 2
_NONE = re.compile(r"暂?无")
_STRONGLY_VAGUE = re.compile(r"再|考虑中|考虑考虑|可以考虑|还在|不敢说")
# A bare answer to the form's last column, which does not name the award (可以报, 愿意申报).
_BARE_YES = re.compile(
    r"(?:(?:本人|个人|我们?|公司|本单位|我(?:院|校|公司|单位)|单位|他|她)(?:也|都)?)?(?:表示)?(?:愿意?|同意|可以|有意|自愿)(?:参加|参与)?(?:申?报|申请|推荐)(?:的|了)?"
)
# The award is named for what the paper is, which answers nothing by itself.
_NAMED_ONLY = re.compile(r"(?:通知|渠道|材料|申报)[^，。；]{0,8}(?:报送|推荐|申报)|^[（(][^）)]*$")
_WON = re.compile(r"(?:获得?|荣获|获评|提名奖|评为|授予)")
_ABOUT = re.compile(
    r"(?:愿|意|报|参评|报名|推荐|考虑|打算|了解|争创|冲击|暂|想|要|定|商量|讨论|安排|"
    r"开会|兴趣|拟|目标|不|参加|争|试|啥|说|没|表态|批|等|看|算|研|够|决定|准备|计划|争取|积极|同意)"
)

# What is said to be put into the box prevails over the talk around it (以后再说，这次填“否”).
_PUT_DOWN = re.compile(r"(?:填|写|选|勾)(?:的是|的|了|个|成|为)?[“「](是|否|愿意|不愿意)[”」]")


def read_intent(scans: tuple[Scan, ...]) -> Fact | None:
    """是, 否, or the vague wording with （未明确）; None where the material says nothing or left the cell empty."""
    for scan in scans:
        for value in labelled(scan, "intent"):
            if value.text and (not value.blank or _NONE.fullmatch(value.text)):
                if _of_another_award(value) or _left_blank(scan, value):
                    continue
                start, end = _of_this_award(scan, value)
                fact = _judge(scan, start, end, start) or _as_told(scan, value)
                if fact is not None:
                    return fact
    told = _told_in_prose(scans)
    if told is not None:
        return told
    for scan in scans:
        for answer in answers(scan.text, "intent"):
            if scan.sealed(answer.start, answer.end) or _LEFT_OPEN.search(scan.text, answer.start, answer.end):
                continue
            fact = _judge(scan, answer.start, answer.end, answer.start)
            if fact is not None:
                return fact
    return None if any(_speaks_of_it(scan) for scan in scans) else _unnamed(scans)


def _told_in_prose(scans: tuple[Scan, ...]) -> Fact | None:
    """What the first sentence on the award answers; where that only names it, the first plain answer behind it
    (…征集通知报送，申报中国质量奖 … 愿意申报中国质量奖)."""
    found = [fact for scan in scans for m in _AWARD.finditer(scan.text) if (fact := _in_prose(scan, m)) is not None]
    if not found or settled(found[0]) or not _NAMED_ONLY.search(found[0].span.quote):
        return found[0] if found else None
    return next((fact for fact in found if settled(fact)), found[0])


def _of_another_award(value: Labelled) -> bool:
    """Whether the answer names other awards only, under a label that names none (意愿：市质量奖愿意)."""
    return bool(_OTHER_AWARD.search(value.text)) and not _AWARD.search(value.label + value.text)


def _left_blank(scan: Scan, value: Labelled) -> bool:
    """Whether the line says the column stays open, or prints both choices and marks neither."""
    line = scan.text[value.start : clause_bounds(scan.text, value.start, value.start, "\n")[1]]
    return _LEFT_OPEN.search(line) is not None or _neither(line)


def _of_this_award(scan: Scan, value: Labelled) -> tuple[int, int]:
    """Of an answer that speaks of several awards the clause on this one (阳泉市质量奖是；中国质量奖否)."""
    award = _AWARD.search(scan.text, value.start, value.end)
    if award is None or not _OTHER_AWARD.search(value.text):
        return value.start, value.end
    start, end = clause_bounds(scan.text, award.start(), award.end(), "，；。\n（）")
    return max(start, value.start), min(end, value.end)


def _as_told(scan: Scan, value: Labelled) -> Fact | None:
    """A short answer that is neither yes nor no is kept as it stands, unsettled."""
    if (
        len(value.text) > _SHORT
        or not re.fullmatch(r"[\u4e00-\u9fff，、]{3,}", value.text)
        or _AWARD.search(value.text)
    ):
        return None
    span = scan.source.span(value.start, value.end)
    return Fact("intent_china_quality_award", value.text + UNSETTLED, span)


def _speaks_of_it(scan: Scan) -> bool:
    """The material speaks of applying for this award, if only to ask."""
    asked = (scan.text[m.start() - 8 : m.end() + 10] for m in _AWARD.finditer(scan.text))
    return any(re.search(r"申报|参评|意愿|报不报", piece) for piece in asked)


def _unnamed(scans: tuple[Scan, ...]) -> Fact | None:
    """A clause that is nothing but a willingness to apply, where no award is named beside it."""
    for scan in scans:
        for match in re.finditer(r"[^，。；！？\n\t|：]+", scan.text):
            words = match.group().strip().split(" ")[-1]
            sentence = scan.sentence_at(match.start())
            aimed = sentence is not None and re.search("(?<!领域)质量奖|市奖|省奖", sentence.text)
            if _BARE_YES.fullmatch(words) and not aimed and not scan.sealed(*match.span()):
                return Fact("intent_china_quality_award", YES, scan.source.span(match.end() - len(words), match.end()))
    return None


def settled(fact: Fact | None) -> bool:
    """Whether the intent is a plain 是 or 否."""
    return fact is not None and fact.value in {YES, NO}


def _in_prose(scan: Scan, match: re.Match[str]) -> Fact | None:
    start, end = clause_bounds(scan.text, match.start(), match.end(), "，。；！？\n")
    if scan.sealed(start, end) or _WON.search(scan.text[start:end]) or _held_up(scan.text[start : match.start()]):
        return None
    line_end = clause_bounds(scan.text, end, end, "\n")[1]
    if _LEFT_OPEN.search(scan.text, start, line_end) or _neither(scan.text[start:line_end]):
        return None
    said = _PUT_DOWN.search(scan.text, end, clause_bounds(scan.text, end, end, "。；！？\n")[1])
    if said is not None:
        return Fact(
            "intent_china_quality_award", YES if said[1] in {"是", "愿意"} else NO, scan.source.span(start, said.end())
        )
    asked = _answered(scan, start, end)
    if asked is not None:
        return asked
    for edges in ("，。；！？\n", "。；！？\n", "\n"):
        if edges == "。；！？\n":
            start = clause_bounds(scan.text, match.start(), match.end(), edges)[0]
        end = clause_bounds(scan.text, match.start(), end, edges)[1] if edges != "\n" else _answer_end(scan, end)
        if _ABOUT.search(_QUESTION.sub("", scan.text[start:end].replace("申报中国质量奖", "中国质量奖"))):
            fact = _judge(scan, start, end, start)
            if fact is not None:
                return fact
    return None


def _answered(scan: Scan, start: int, end: int) -> Fact | None:
    """The bare yes or no on the line below a question (中国质量奖报不？/ 老齐：填“愿意”), whatever else it answers."""
    line_end = clause_bounds(scan.text, end, end, "\n")[1]
    if _WHETHER_APART.fullmatch(scan.text, end, line_end):
        end = line_end
    asks = _ASKS_WHETHER.search(scan.text[start:end]) or _QUESTION.search(scan.text, start, end)
    if not (asks or scan.text.startswith("？", end)) or scan.text[end:line_end].strip("？? "):
        return None
    below = line_end + 1
    stop = clause_bounds(scan.text, below, below, "\n")[1]
    found = _ANSWERS.search(scan.text[below:stop]) if below < len(scan.text) and not scan.sealed(below, stop) else None
    if found is None:
        return None
    value = NO if found["no"] else YES
    return Fact("intent_china_quality_award", value, scan.source.span(below + found.start(), below + found.end()))


def _held_up(before: str) -> bool:
    """The award is the model held up, or its criteria, not the aim (对标中国质量奖)."""
    return re.search(r"(?:对标|对照|学习|按照?|参照|借鉴|导入)[^，。；\n]{0,6}$", before) is not None


def _answer_end(scan: Scan, end: int) -> int:
    """The end of the sentence behind a question or a bare mention, where that sentence is about nothing else."""
    asked = scan.text[end : end + 1] == "\n" and _QUESTION.search(scan.text, max(0, end - 12), end)
    if scan.text[end : end + 1] not in {"？", "！", "。"} and not asked:
        return end
    if asked:
        following = scan.text.find("\n", end + 1)
        return following if following >= 0 else len(scan.text)
    behind = clause_bounds(scan.text, end + 1, min(end + 1, len(scan.text)), "。；！\n")[1]
    return end if _MOVED_ON.search(scan.text[end:behind]) or scan.sealed(end, behind) else behind


def _ticked(text: str) -> str:
    """The choice ticked where both are printed (`□是 ☑否`, `是☑ 否□`); empty where none or both are."""
    text = _BOX_EMPTY.sub("□", _BOX_TICKED.sub("☑", text))
    boxes = re.findall(r"([☑√■✓✔□○])\s*(是|否|愿意|不愿意)|(是|否|愿意|不愿意)\s*[（\[]?([☑√■✓✔□○])", text)
    if len(boxes) < 2:
        return ""
    leading = text.lstrip("：: ")[-1:] not in "☑√■✓✔□○）]"
    pattern = r"[☑√■✓✔]\s*(是|否|愿意|不愿意)" if leading else r"(是|否|愿意|不愿意)\s*[（\[]?[☑√■✓✔]"
    chosen = re.findall(pattern, text)
    return {"是": YES, "愿意": YES}.get(chosen[0], NO) if len(chosen) == 1 else ""


def _neither(text: str) -> bool:
    """Whether both choices are printed and neither box is marked, so that the words beside them answer nothing."""
    boxes = re.findall(r"[□○]\s*(是|否|愿意|不愿意|有|无|同意|不同意)|[（\[]\s*[）\]]\s*(是|否|愿意|不愿意)", text)
    return len(boxes) >= _BOTH and not re.search(r"[☑√■✓✔●]", text)


def _wording(text: str, match: str) -> str:
    """The applicant's own words where they are short, else the piece that made them vague."""
    own = re.sub(r"^.*(?:中国质量奖|意愿)(?:的?事)?[：]?", "", text.rsplit("：", 1)[-1]).strip("，。；“”？！ ")
    return own if match in own and len(own) <= _SHORT else match


def _judge(scan: Scan, start: int, end: int, span_start: int) -> Fact | None:
    facts = load_lexicon("facts")
    text = re.sub(r"(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])", "", scan.text[start:end].strip())
    span = scan.source.span(span_start, end)
    ticked = _ticked(text)
    if ticked:
        return Fact("intent_china_quality_award", ticked, span)
    if _neither(text):
        return None
    text = _QUESTION.sub("", _RHETORICAL.sub("", text))
    put = list(_PUT_DOWN.finditer(text))
    if put:
        return Fact("intent_china_quality_award", YES if put[-1][1] in {"是", "愿意"} else NO, span)
    vague = facts.find("intent_vague", text)
    if facts.has("intent_no", text) and not (vague and _STRONGLY_VAGUE.match(text, vague.start())):
        return Fact("intent_china_quality_award", NO, span)
    if vague is not None:
        return Fact("intent_china_quality_award", _wording(text, vague.group()) + UNSETTLED, span)
    return Fact("intent_china_quality_award", YES, span) if facts.has("intent_yes", text) else None
