"""Statements that the documents do not say something: true when the cited text indeed lacks it."""

import re
from functools import lru_cache

import rjieba

from assistant.verification.alignment import aligned_with
from assistant.verification.evidence import Evidence
from assistant.verification.lexicon import any_of, lexicon
from assistant.verification.model import Reason
from assistant.verification.plain import compiled, content, flat
from assistant.verification.subjects import subjects

_MARK = re.compile(
    r"(?:并没有|没有|并未|尚未|未曾|未见|未|没|不)(?:再|另外|另行|单独|具体|逐一|统一|对外|直接)*"
    r"(?:(?:对|就|把)(?P<topic>[^,;。]{2,30}?)(?:作出?|做出?|进行|加以|予以)?(?:具体|明确|另行)?)?"
    r"(?P<verb>规定|写(?:明|到|出|在|进|入)?|说(?:明|到)?|明确|明说|提(?:到|及|出)?(?!名(?!额)|[供交高升前])|载明|列(?:出|明)(?!入)|给出|收录|涉及|附(?!件)|"
    r"注明|交代|区分|限定|设(?:定|置|立)?(?=[一-鿿]{0,4}(?:门槛|限制|陈述|答辩|环节|上限|下限|要求))|要求)(?:过|了)?"
)
_OUT = re.compile(r"不在(?:本|这个)?(?:库|资料库|文件库|文件|材料)[里内中]?|(?:本库|资料库|库[里内中])[^,;。]{0,4}没有")
_PIECE = re.compile(r"[^,;。!?]+[,;。!?]*")
# What the applicant has not told: an open question, or a point of a list (获奖经历:未说明).
_UNTOLD = re.compile(
    r"(?:是否|有无|是不是|有没有)[^,。;]*(?:没有?|未)(?:说明?|提到|提供|交代|明确|写)"
    r"|^[^,。;“]{2,16}:(?:您|还|尚)*(?:未|没有?)(?:说明?|提到|提供|交代|告知)"
)
_OWN = re.compile(
    r"(?:该|此|本|这|原|现行|新)?(?:一|份|部|个|项)*(?:通知|办法|文件|方案|条款|条文|材料|解读|规定|条|款|附件|全文|正文|文中|其中|里|中|内|也|都|均|并|但|则|里面|上|的|资料库|本库|库|,|里头|第[一二三四五六七八九十百]+[条款项章])+"
)
_SPLIT = re.compile(r"、|以及|[及与和](?!谐)")
# 该条未提: what has not been told is the clause's to tell, not the reader's.
_CLAUSE = re.compile(r"(?:该|这|此|本)一?条$|条文$|条款$|办法$|通知$|方案$|文件$")
# Questions of which and how, and whole texts, are open: naming the thing does not answer them.
_OPEN = r"哪些|哪种|哪几|哪个|怎样|如何|怎么|(?:内容|条文|正文|原文|全文|细节|细则)$"
_PLACED = {"在", "进", "入"}


def without_absent(said: str, evidence: Evidence) -> tuple[str, list[Reason]]:
    """The flat text less what it says is missing, with a reason for each such thing that the evidence does state."""
    kept: list[str] = []
    reasons: list[Reason] = []
    for piece in _PIECE.findall(said):
        if _OUT.search(piece):
            continue
        if re.search(r"(?:您|贵[一-鿿]{1,2}|你们?)(?:也|还|都|并)*(?:没有?|未)", piece):
            continue
        if evidence.own and (
            _UNTOLD.search(piece) or re.search(r"[也还都均](?:没有?|未)(?:提|说|讲|交代|写|填)", piece)
        ):
            continue
        found = _missing(piece)
        if found is None or _MARK.search(piece).group() in evidence.text:  # type: ignore[union-attr]
            kept.append(piece)
            continue
        head, verb, topic = found
        if not _bare(topic):
            if not _bare(head) and kept:
                topic, head = kept.pop(), ""
            else:
                topic, head = head, ""
        grade = ("提名",) if "提名" in said[: said.find(piece) + len(head)] else ()
        reasons += [] if verb == "收录" else _stated(topic, evidence, grade, "".join(kept[-1:]) or head)
        articles = "".join(re.findall(r"第[一二三四五六七八九十百\d]+[条款]", piece))
        kept.append(f"{head}。" if _bare(head) else f"{articles}。" if articles else "")
    return "".join(kept), reasons


def _missing(piece: str) -> tuple[str, str, str] | None:
    """(what stands before, the verb, what is said to be missing) of a piece that denies a provision."""
    match = _MARK.search(piece)
    if match is None:
        return None
    verb = match["verb"]
    negator = match.group()[0]
    if (negator == "不" and verb != "要求") or (
        verb in {"要求", "提", "说", "写"}
        and negator == "未"
        and "未见" not in match.group()
        and not _CLAUSE.search(piece[: match.start()])
    ):
        return None
    tail = piece[match.end() :]
    topic = match["topic"] or ("" if verb[-1:] in _PLACED else tail)
    return piece[: match.start()], verb, topic


def _bare(text: str) -> str:
    """The text less words for the document itself."""
    rest = _OWN.sub("", re.sub(r"[,;。!?]", "", text))
    for subject in subjects():
        for name in (*subject.names, *subject.places):
            rest = rest.replace(name, "")
    return re.sub(r"^[省市县区的其它它们这第三届本\d年]+$", "", content(rest))


def _stated(topic: str, evidence: Evidence, grade: tuple[str, ...], around: str) -> list[Reason]:
    topic = re.sub(r"\([^()]*\)?", "", topic).rstrip(",;。!?")
    if re.search(_OPEN, topic):
        return []
    quoted = re.search(r"“([^“”]+)”", topic)
    if quoted and around:
        near = aligned_with(around, evidence.segments)
        if near and not any(quoted[1] in segment for segment in near):
            return []
    whole = "的" in topic or "“" in topic or re.search(r"是否|能否|可否|如何|怎|哪|之间|多少|几", topic)
    for thing in [topic] if whole else _SPLIT.split(topic):
        if _in_evidence(thing, evidence, grade):
            return [Reason("absence", f"句中说没有写明“{thing[:16]}”，所引条款却写了")]
    return []


def _in_evidence(thing: str, evidence: Evidence, grade: tuple[str, ...]) -> bool:
    qualified = re.search(r"(重大|特别重大|严重)的?([一-鿿]{2})", thing)
    if qualified and not compiled(rf"{qualified[1]}[^,。;]{{0,12}}{qualified[2]}").search(evidence.text):
        return False  # 重大违法 of a clause on 重大事故 and on 违法.
    # What the applicant's facts say (2016年) is not what the clause says.
    own = set(evidence.own.split("\n")) if evidence.documents else set()
    text = "\n".join(line for line in evidence.text.split("\n") if line not in own)
    stretches = re.split(r"[,。;\n]", text)
    attributes: tuple[dict[str, str], ...] = lexicon().words["attributes"]
    for rule in attributes:
        if compiled(rule["word"]).search(thing):
            rest = compiled(rule["word"]).sub(" ", thing)
            wanted = _words_of(rest, general=not rule.get("counted"))
            if rule.get("counted") and not wanted:
                continue
            return any(compiled(rule["value"]).search(s) and _holds((*wanted, *grade), s) for s in stretches)
    wanted = _words_of(thing)
    parts = re.split(r"[。;\n]", text)
    return bool(wanted) and any(_holds(wanted, part) for part in parts)


def _holds(wanted: tuple[str, ...], text: str) -> bool:
    return all(word in text or _near(word, text) for word in wanted)


def _near(word: str, text: str) -> bool:
    return len(word) == 2 and compiled(rf"{re.escape(word[0])}.{{0,2}}{re.escape(word[1])}").search(text) is not None


@lru_cache(maxsize=2048)
def _words_of(thing: str, general: bool = True) -> tuple[str, ...]:
    """The content words of what is said to be missing, names of awards and places and general words aside."""
    rest = flat(thing)
    for subject in subjects():
        for name in (*subject.names, *subject.places):
            rest = rest.replace(name, " ")
    empty = lexicon().list("absence_general" if general else "absence_empty")
    runs = re.findall(r"[一-鿿A-Za-z0-9%]+", rest)
    words = (word for run in runs for word in rjieba.cut(run))
    return tuple(w for w in words if len(w) > 1 and w not in empty and not any_of(("多少", "哪", "怎"), w))
