"""Drafts worded by the model: taken only where every figure and name is the material's, else the program's stay."""

import re
import threading
from dataclasses import dataclass, replace

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.limits import CHARACTERISATION_LIMIT, PROFILE_LIMIT, count_characters, fits
from assistant.drafting.material.model import Material, Span
from assistant.drafting.model import TO_BE_FILLED, Draft, SourcedSentence
from assistant.drafting.sourcing import take_inventory
from assistant.drafting.wording import wording_lists
from assistant.errors import ModelError
from assistant.language.sentences import split_sentences
from assistant.models.client import LanguageModel
from assistant.models.completion import Usage
from assistant.models.consent import ConsentStore
from assistant.models.privacy import sendable_material, sendable_text
from assistant.models.prompts import load_prompt
from assistant.verification.plain import content
from assistant.verification.verify import verify_text

LABEL = "（AI生成，已逐条核验）"
# What a person may ask of a wording, in the words the prompt gives to the model.
WISHES = {
    "润色": "语句通顺、平实，意思不变。",
    "更短": "比现有的更短，只留最要紧的做法，其余删去。",
    "更具体": "多写材料里的做法细节和数字，少写概括的话。",
    "突出创新": "先写材料里首创、改进、研发、新方法的做法；材料里没有的，不要硬写创新。",
}
_LIMITS = {"characterisation": CHARACTERISATION_LIMIT, "profile": PROFILE_LIMIT}
# Words that only connect; all else a draft says must be the material's own wording (or the program's draft).
_CONNECTING = re.compile(
    r"同时|此外|其中|目前|现有|通过|采用|采取|实施|实行|开展|形成|建立|推行|以来|等|该|公司|企业|单位|本|共|已|并且|以及|从而|进而"
    r"|累计|主要|一家|属于|位于|成立于|拥有|[的了和与并及对在为以将把由到从用是使后前即均都就，。；：、！“”（）《》—\s]"
)
_BLANK = re.compile(rf"[^，。；、]*{TO_BE_FILLED}[，、]?")
# Whether the applicant may apply, and the machinery of this program, have no place in a draft.
_NOT_OURS = re.compile(r"申报条件|申报资格|可以申报|通过核验|核对结果|判定为|提示词|审核通过")
# A text for a cell of the form: nothing that breaks a line or that a page or a table would read as its own sign.
_MARKED = re.compile(
    r"[|｜\n\r\v\f\x1c-\x1e\x85\u2028\u2029`\[\]\\]|\*\*|__|~~|</?[a-z!]|^\s*(?:[#>]|(?:[-+*]|\d+[.)])\s)|://",
    re.IGNORECASE,
)
_ELEMENTS = ("founded", "employees")


@dataclass(frozen=True, slots=True)
class Drafted:
    """The draft and who worded it: `model` with its origin and label, or `quoting` with the reason in one sentence.

    `reasons` tell what was wrong with the model's text. They may repeat its words, so they are not for showing.
    """

    draft: Draft
    composer: str
    notice: str
    origin: str = ""
    reasons: tuple[str, ...] = ()
    usage: Usage | None = None


def better_characterisation(
    model: LanguageModel,
    draft: Draft,
    consents: ConsentStore,
    cancel: threading.Event | None = None,
    *,
    wish: str = "润色",
    current: str = "",
) -> Drafted:
    """The draft with the model's one line where it passes. Never raises: a failing model changes nothing.

    `wish` is one of WISHES; `current` the text as a person left it (default: the draft's own).
    """
    return _better(model, draft, consents, "characterisation", cancel, wish, current)


def better_profile(
    model: LanguageModel,
    draft: Draft,
    consents: ConsentStore,
    cancel: threading.Event | None = None,
    *,
    wish: str = "润色",
    current: str = "",
) -> Drafted:
    """The draft with the model's profile where it passes; as `better_characterisation`."""
    return _better(model, draft, consents, "profile", cancel, wish, current)


def _better(
    model: LanguageModel,
    draft: Draft,
    consents: ConsentStore,
    column: str,
    cancel: threading.Event | None,
    wish: str,
    current: str,
) -> Drafted:
    ours = current or str(getattr(draft, column))
    try:
        consents.require(model.host)
        sent = _basis(draft)
        told = sendable_text(ours, draft.material.as_of).text
        variables = {"material": sent, "limit": str(_LIMITS[column]), "draft": told, "wish": WISHES[wish]}
        done = model.complete(load_prompt(f"draft-{column}"), variables, cancel=cancel)
    except ModelError as error:
        return Drafted(draft, "quoting", f"以下由程序按材料原文起草：{str(error).rstrip('。')}。")
    text = str(done.data["text"]).strip()
    text = text if _MARKED.search(text) else "".join(text.split())
    wrong = faults_of(text, column, draft, sent)
    if wish == "更短" and count_characters(text) >= count_characters(ours):
        wrong.append("没有更短")
    if wrong:
        return Drafted(draft, "quoting", "以下由程序按材料原文起草：语言模型的文字未通过核验。", reasons=tuple(wrong))
    return Drafted(_with(draft, column, text), "model", f"{LABEL}{done.origin}", done.origin, usage=done.usage)


def _basis(draft: Draft) -> str:
    """What a draft may be worded from: the sentences read as practices and facts, not whatever else a file holds.

    An instruction to the machine is neither, and what is flagged is taken out; ModelError where that is impossible.
    """
    material = draft.material
    sendable = sendable_material(material).text
    practices = [practice.text for practice in material.practices]
    told = sendable_text("\n".join(dict.fromkeys([*_telling(sendable, material), *practices])), material.as_of).text
    return "\n".join([line for line in told.splitlines() if line.strip()] or [sendable])


def _telling(sendable: str, material: Material) -> list[str]:
    """The whole sentences that hold the facts (a bare 230人 says nothing of 员工), none that tells whom to contact.

    A fact whose sentence does not stand in what may be sent keeps its bare quote.
    """
    contacts = [fact.span.quote for key, fact in material.facts.items() if key.startswith("contact")]
    sentences = [s.text for s in split_sentences(sendable) if not any(quote in s.text for quote in contacts)]
    told: list[str] = []
    for key, fact in material.facts.items():
        if not key.startswith("contact"):
            quote = fact.span.quote
            told += [text for text in sentences if quote in text][:1] or [quote]
    return told


def faults_of(text: str, column: str, draft: Draft, sent: str) -> list[str]:
    """Why a text may not stand in a column, in Chinese; empty when it may. `sent` is what the model saw."""
    limit = _LIMITS[column]
    if _MARKED.search(text):
        return ["有换行、表格或排版符号"]
    if not fits(text, limit):
        return [f"{count_characters(text)} 字，超过 {limit} 字"]
    wrong = [f"“{word}”不在材料中" for word in take_inventory(draft.material).unsourced(text)]
    wrong += [f"缺少“{part}”" for part in _required(column, draft) if part not in text]
    slogan = wording_lists().has("slogan", text) or load_lexicon("cues").has("superlative", text)
    wrong += ["有口号或最高级的说法"] * slogan
    wrong += ["说到了申报资格或核验"] * bool(_NOT_OURS.search(text))
    wrong += ["一句话特色应是一句"] * (column == "characterisation" and len(split_sentences(text)) > 1)
    novel = _novel(text, f"{sent}\n{getattr(draft, column)}")
    wrong += [f"“{piece}”不是材料的说法" for piece in novel]
    return wrong + _unverified(text, sent, str(getattr(draft, column)))


def _novel(text: str, basis: str) -> list[str]:
    """Stretches between connecting words whose characters do not stand side by side anywhere in the basis."""
    told = content(basis)
    pieces = [content(piece) for piece in _CONNECTING.split(text)]
    return [piece for piece in pieces if any(gram not in told for gram in _grams(piece))]


def _unverified(text: str, sent: str, ours: str) -> list[str]:
    """The guard's reasons, each sentence resting on the material; a clause that says 【待补充】 claims nothing.

    A sentence that stands word for word in the program's own draft is the program's, with sources of its own.
    """
    own = {sentence.text for sentence in split_sentences(ours)}
    lines = [_BLANK.sub("", sentence.text) for sentence in split_sentences(text) if sentence.text not in own]
    if not lines:
        return []
    cited = "\n".join(f"{line.rstrip('。；')}[m]。" for line in lines if line.strip("。，；"))
    report = verify_text(cited, clauses={}, material=sent)
    return [reason.message for sentence in report.sentences for reason in sentence.reasons]


def _required(column: str, draft: Draft) -> list[str]:
    """What a profile may not lose: the elements the form asks for, and every 【待补充】 that tells of a gap."""
    if column != "profile":
        return []
    told = [str(draft.material.value(key)) for key in _ELEMENTS if draft.material.value(key) is not None]
    gaps = [TO_BE_FILLED] if TO_BE_FILLED in draft.profile else []
    return [part for part in told if part in draft.profile] + gaps


def _with(draft: Draft, column: str, text: str) -> Draft:
    """The draft with a text of the model's, each sentence with the spans of the material it rests on."""
    fresh = tuple(SourcedSentence(s.text, _spans(s.text, draft.material)) for s in split_sentences(text))
    line = tuple(source for source in draft.sources if source.sentence == draft.characterisation)
    if column == "characterisation":
        rest = tuple(source for source in draft.sources if source.sentence != draft.characterisation)
        return replace(draft, characterisation=text, sources=(*fresh, *rest))
    return replace(draft, profile=text, sources=(*line, *fresh))


def _spans(sentence: str, material: Material) -> tuple[Span, ...]:
    """The spans of the facts told in the sentence and of the practice that shares most with it."""
    told = [fact.span for fact in material.facts.values() if str(fact.value) in sentence]
    grams = _bigrams(sentence)
    near = max(material.practices, key=lambda practice: len(grams & _bigrams(practice.text)), default=None)
    return tuple(dict.fromkeys([*told, *([near.span] if near else [])]))


def _grams(piece: str) -> list[str]:
    return [piece[i : i + 2] for i in range(len(piece) - 1)] or [piece] * bool(piece)


def _bigrams(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}
