"""What every true wording of a statement keeps and none adds: telling words, figures, denials and conditions."""

import re
from collections.abc import Iterator

from assistant.verification.alignment import NEGATOR, grams_of
from assistant.verification.counts import derived
from assistant.verification.coverage import denied, own_span
from assistant.verification.evidence import Evidence
from assistant.verification.lexicon import any_of, lexicon
from assistant.verification.model import Reason
from assistant.verification.moments import agrees, find_moments
from assistant.verification.negation import contrapositive, own_verdict
from assistant.verification.numbers import quantities_of, without_seeming
from assistant.verification.plain import compiled, content
from assistant.verification.reference import elapsed, points
from assistant.verification.support import Home, said_in, vocabulary_of
from assistant.verification.told_facts import told_of_topic

# The least weight of words no home statement carries that makes a stretch unsupported (a noun of two characters is 2).
FOREIGN_WEIGHT = 1.5
# In a sentence on the applicant's own case more is said that no clause has.
FOREIGN_OF_APPLICANT = 3.0
# What the clause is said to have in so many words must be there.
FOREIGN_OF_WRITTEN = 1.0
_WRITTEN = re.compile(r"(?:条文|条款|办法|方案|通知|文件)(?:里|中|上)?(?:已经?|都|也)?(?:明确|明文|写明|写清)")


def check_home(home: Home, said: str, evidence: Evidence) -> Iterator[Reason]:
    """A stretch of the flat text `said` against the statements it tells."""
    most = FOREIGN_OF_APPLICANT if evidence.personal else FOREIGN_WEIGHT
    most = FOREIGN_OF_WRITTEN if _WRITTEN.search(home.segment) else most
    if home.weight >= most and not (evidence.own and told_of_topic(home.segment, evidence.own)):
        strange = "、".join(word for word, _ in home.foreign[:4])
        yield Reason("unsupported", f"句中“{home.segment[:24]}”在所引条款中没有依据（{strange}）")
    if not home.statements:
        return
    denies = bool(NEGATOR.search(home.segment))
    known = "\n".join([content(evidence.own), *(vocabulary_of(each, denies) for each in home.statements)])
    yield from _telling(home.segment, known, evidence)
    yield from _sides(home.segment, known)
    bare = "\n".join(vocabulary_of(each, denies) for each in home.statements)
    yield from _scope(home.segment, known, bare, content(evidence.own))
    yield from check_figures(home, evidence)
    yield from _grade(home, said)
    yield from _force(home, said)
    yield from _kept(home, said, bool(evidence.documents) and evidence.personal)
    if not evidence.personal:
        yield from _denials(home, said)


def _telling(segment: str, known: str, evidence: Evidence) -> Iterator[Reason]:
    """Words that decide by themselves: benefits, frequencies, levels and whatever excludes what the statement has."""
    words = lexicon()
    headed = known + content("\n".join(context.text for context in evidence.contexts))
    if evidence.documents and "违" in evidence.own:
        headed += "\n处罚"  # What the applicant's own offence brought; that it did is judged with the facts.
    for word in words.list("weighty"):
        if word == "提前" and re.search(r"(?:建议|请|不妨|最好|可以)[^,。]{0,4}提前", segment):
            continue
        if word not in segment or compiled(rf"(?:不是|别|不能|不要|不可|并非|不用)[^,。]{{0,6}}{word}").search(segment):
            continue
        if not any(content(equal) in headed for equal in words.equal(word)):
            yield Reason("unsupported", f"句中“{word}”不在所引条款中")
            return
    if re.search(r"以上|要求|规定|须", segment):
        headed = headed.replace(content(evidence.own), "")
    groups: tuple[tuple[str, ...], ...] = words.words["contrasts"]
    for members in groups:
        for word in members:
            if word not in segment or said_in(word, headed) or _inside(word, segment, members):
                continue
            if denied(word, segment) or own_span(word, segment, evidence):
                continue
            held = next((other for other in members if other in known), "")
            if held:
                yield Reason("contrast", f"句中“{word}”与所引条款（{held}）不一致")
                return


_SIDE = re.compile(r"([一-鿿]{2})(?:之|以)?([前后])(?![面来续期者])")
_OTHER = {"前": "后", "后": "前"}


def _sides(segment: str, known: str) -> Iterator[Reason]:
    """Before a thing where the statement has after it (获奖前, 获奖后), and the reverse."""
    for match in _SIDE.finditer(segment):
        stem, side = match.groups()
        other = rf"{stem}(?:之|以)?{_OTHER[side]}"
        if compiled(other).search(known) and not compiled(rf"{stem}(?:之|以)?{side}").search(known):
            yield Reason("order", f"句中“{match.group()}”与所引条款的先后相反")
            return


def _inside(word: str, segment: str, members: tuple[str, ...]) -> bool:
    rest = segment
    for longer in members:
        if word in longer and word != longer:
            rest = rest.replace(longer, "")
    return word not in rest


# Units whose figures count even when written in Han (近三年, 五个工作日).
_MEASURES = {"年", "个工作日", "天", "个月", "元", "万元", "%", "份", "字"}
# Wordings that narrow or widen who or what is meant.
_NARROW = re.compile(
    r"只有(?!\d|[一二两三四五六七八九十]+[年个次处项条点样步]|[您贵]|本人|自己|自述)|唯有|"
    r"只能由|只准|仅由|才可以|才有权|才能(?!判|确|下结论|得出)"
)
_WIDE = re.compile(r"均可|不作限制|不限|都不看|并不看|不看|也算(?!是)|不作要求|不受[^,。]{0,6}限制|可有可无|随便")


def _scope(segment: str, known: str, bare: str, own: str) -> Iterator[Reason]:
    """Who or what is meant, narrowed or widened as no wording does."""
    only = re.search(r"(?:仅限|只限|限于)(?:于)?([^,。;]+)", segment)
    for member in re.split(r"、|以及|[和与及]", only[1]) if only else ():
        if (
            len(member) >= 2
            and "”" not in member[:1]
            and not said_in(content(member)[:3], bare)
            and content(member)[:3] in own
        ):
            yield Reason("scope", f"所引条款限定的范围中没有“{member[:10]}”")
            return
    for pattern, held in (
        (_NARROW, r"只|仅|唯|才|限"),
        (_WIDE, r"均可|不限|不作|不看|都行|都可以|不受|不要求|也算|不论|无论"),
    ):
        found = pattern.search(segment)
        if found and found.group() == "也算" and re.search(r"含|包括|以上|或|提名", known):
            continue
        if found and not re.search(held, known) and not compiled(lexicon().words["refusals"]).search(segment):
            yield Reason("scope", f"句中“{found.group()}”改变了所引条款的范围")
            return


# A stretch tells a statement whole when it has so much of the quote's bigrams.
_TOLD_WHOLE = 0.4


def _kept(home: Home, said: str, personal: bool) -> Iterator[Reason]:
    """A qualifier every wording keeps and the sentence drops.

    On an applicant's case a sentence tells the condition that decides: there only what it tells must be qualified.
    """
    first = home.statements[0]
    told = grams_of(said) & grams_of(first.wordings[0])
    if home.weight or len(first.wordings) < 4 or len(told) < _TOLD_WHOLE * len(grams_of(first.wordings[0])):
        return
    groups: dict[str, tuple[str, ...]] = lexicon().words["qualifiers"]
    for name in lexicon().list("kept"):
        group = (name, *groups.get(name, ()))
        if any_of(group, said) or not all(any_of(group, wording) for wording in first.wordings):
            continue
        if personal and not _governed(name, first.wordings[0], said):
            continue
        yield Reason("qualifier", f"句中丢了所引条款的限定“{name}”")
        return


def _governed(name: str, quote: str, said: str) -> bool:
    """Whether the sentence has the noun that a qualifier of the quote narrows (事故 of 重大质量、安全等事故)."""
    behind = (quote[found.end() :] for found in compiled(re.escape(name)).finditer(quote))
    scopes = (re.match(r"[一-鿿]{2}(?=的)|[^,。;]*", rest)[0] for rest in behind)  # type: ignore[index]
    return any(scope[-2:] in said for scope in scopes if scope)


_MUST = re.compile(r"必须|务必|一定要|强制|一定得")
_MUST_HELD = re.compile(r"必须|务必|一定|强制|应|须|要|得|不能|不可|不许|禁止|严禁")
_FREE = re.compile(r"不必|不用(?!户)|无需|无须|可以不|不需要|用不着|不要求|可有可无|可填可不填|不强制")
_FREE_HELD = re.compile(r"不必|不用|无需|无须|可以不|不需要|用不着|不要求|免|不收|自愿|不设|没有?要求|不强制")


def _force(home: Home, said: str) -> Iterator[Reason]:
    """A duty where no wording has one, a release where none has one."""
    wordings = "\n".join(each.text for each in home.statements)
    for ours, theirs, most in ((_MUST, _MUST_HELD, FOREIGN_WEIGHT), (_FREE, _FREE_HELD, 0.1)):
        found = ours.search(home.segment)
        if found and home.weight < most and not theirs.search(wordings) and not re.search(r"放心|担心|着急|慌", said):
            yield Reason("modality", f"句中“{found.group()}”改变了所引条款的要求程度")
            return


_WON = re.compile(r"(?:获得?|拿到?|得)[过了的]?[^,。提名]{0,8}质量奖(?!提名)")


def _grade(home: Home, said: str) -> Iterator[Reason]:
    """The award itself where every wording speaks of the nomination."""
    won = _WON.search(home.segment)
    nominated = all("提名" in wording for wording in home.statements[0].wordings)
    if won and nominated and "提名" not in said and not home.weight:
        yield Reason("pairing", f"句中“{won.group()}”说的是正奖，所引条款说的是提名奖")


# How much is still missing, or over, is worked out.
_LEFT = re.compile(r"(?:还差|差|多出?|少)[\d一二两三四五六七八九十]+(?:年|个月|天)")


# A figure or date named only to be denied (不是4个,…): whether rightly is judged with the numbers.
_PUT_ASIDE = re.compile(r"(?:不是|不在|并非|而非)$")


def check_figures(home: Home, evidence: Evidence) -> Iterator[Reason]:
    """A figure or date of another statement put into this one."""
    texts = [each.text for each in home.statements] + [evidence.own, evidence.setting]
    held = [q for text in texts for q in quantities_of(text)]
    for quantity in quantities_of(_LEFT.sub("", without_seeming(home.segment))):
        weighty = quantity.text[0].isdigit() or quantity.unit in _MEASURES
        edition = f"-{quantity.value}" if quantity.unit in {"", "版"} else "\0"  # 2012版 of GB/T19580-2012
        if (
            weighty
            and not _PUT_ASIDE.search(home.segment[: quantity.start])
            and not any(q.value == quantity.value for q in held)
            and not any(edition in text for text in texts)
            and not elapsed(quantity, home.segment, evidence)
            and not derived(quantity, home.segment, evidence)
        ):
            yield Reason("pairing", f"句中“{home.segment[:24]}”把“{quantity.text}”配错了对象")
            return
    moments = [m for text in texts for m in find_moments(text)]
    for moment in find_moments(home.segment):
        if _PUT_ASIDE.search(home.segment[: moment.start]):
            continue
        known = any(agrees(moment, given, evidence.years) for given in moments)
        if (
            moment.month
            and not known
            and not points(moment, home.segment, evidence)
            and not re.search(r"时$|时[仍还未]", home.segment[moment.end :][:12])
        ):
            yield Reason("pairing", f"句中“{home.segment[:24]}”把“{moment.text}”配错了对象")
            return


def _denials(home: Home, said: str) -> Iterator[Reason]:
    """A denial no wording has, or none where every wording denies."""
    segment = home.segment
    first = home.statements[0]
    wordings = [any(NEGATOR.search(w) for w in each.wordings) for each in home.statements]
    mine = NEGATOR.search(segment)
    if own_verdict(segment) or "是否" in segment:
        return
    if mine and not any(wordings) and not contrapositive(said):
        yield Reason("negation", f"句中“{mine.group()}”的否定不在所引条款中")
    elif (
        not _ANY_DENIAL.search(said)
        and len(home.statements) == 1
        and not _OPENING.match(segment)
        and all(NEGATOR.search(w) for w in first.wordings)
    ):
        yield Reason("negation", f"句中“{segment[:20]}”丢了所引条款的否定")


# Anything by which a sentence may keep a denial; a lead-in denies nothing by itself.
_ANY_DENIAL = re.compile(
    r"不(?!超过|少于|低于|多于|断|同|论|管|仅|光|只|久)|没|无(?!论|锡)|未(?!来)|非|零|拒|免|禁|取消|撤|停|才|仅|限|空白|干净|排除|杜绝|挡|丢|除外"
)
_OPENING = re.compile(r"(?:根据|按照?|依照?)[^,。]{0,14}$|您问的|简单说")
