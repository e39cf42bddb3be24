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
from assistant.models.consent import ConsentStore
from assistant.models.privacy import sendable_material
from assistant.models.prompts import load_prompt
from assistant.verification.verify import verify_text

LABEL = "（AI生成，已逐条核验）"
_LIMITS = {"characterisation": CHARACTERISATION_LIMIT, "profile": PROFILE_LIMIT}
_BLANK = re.compile(rf"[^，。；、]*{TO_BE_FILLED}[，、]?")
_ELEMENTS = ("founded", "employees")


@dataclass(frozen=True, slots=True)
class Drafted:
    """The draft and who worded it: `model` with its origin and label, or `quoting` with the reason in one sentence."""

    draft: Draft
    composer: str
    notice: str
    origin: str = ""


def better_characterisation(
    model: LanguageModel, draft: Draft, consents: ConsentStore, cancel: threading.Event | None = None
) -> Drafted:
    """The draft with the model's one line where it passes. Never raises: a failing model changes nothing."""
    return _better(model, draft, consents, "characterisation", cancel)


def better_profile(
    model: LanguageModel, draft: Draft, consents: ConsentStore, cancel: threading.Event | None = None
) -> Drafted:
    """The draft with the model's profile where it passes. Never raises: a failing model changes nothing."""
    return _better(model, draft, consents, "profile", cancel)


def _better(
    model: LanguageModel, draft: Draft, consents: ConsentStore, column: str, cancel: threading.Event | None
) -> Drafted:
    ours = str(getattr(draft, column))
    try:
        consents.require(model.host)
        sent = sendable_material(draft.material).text
        variables = {"material": sent, "limit": str(_LIMITS[column]), "draft": ours}
        done = model.complete(load_prompt(f"draft-{column}"), variables, cancel=cancel)
    except ModelError as error:
        return Drafted(draft, "quoting", f"以下由程序按材料原文起草：{str(error).rstrip('。')}。")
    text = "".join(str(done.data["text"]).split())
    wrong = faults_of(text, column, draft, sent)
    if wrong:
        return Drafted(draft, "quoting", f"以下由程序按材料原文起草：语言模型的文字未通过核验（{wrong[0]}）。")
    return Drafted(_with(draft, column, text), "model", f"{LABEL}{done.origin}", done.origin)


def faults_of(text: str, column: str, draft: Draft, sent: str) -> list[str]:
    """Why a text may not stand in a column, in Chinese; empty when it may. `sent` is what the model saw."""
    limit = _LIMITS[column]
    if not fits(text, limit):
        return [f"{count_characters(text)} 字，超过 {limit} 字"]
    wrong = [f"“{word}”不在材料中" for word in take_inventory(draft.material).unsourced(text)]
    wrong += [f"缺少“{part}”" for part in _required(column, draft) if part not in text]
    slogan = wording_lists().has("slogan", text) or load_lexicon("cues").has("superlative", text)
    wrong += ["有口号或最高级的说法"] * slogan
    wrong += ["一句话特色应是一句"] * (column == "characterisation" and len(split_sentences(text)) > 1)
    return wrong + _unverified(text, sent)


def _unverified(text: str, sent: str) -> list[str]:
    """The guard's reasons, each sentence resting on the material; a clause that says 【待补充】 claims nothing."""
    lines = [_BLANK.sub("", sentence.text) for sentence in split_sentences(text)]
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


def _bigrams(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}
