"""A profile that puts one dimension of an award's framework first, still within the limit. Pure."""

import re
from dataclasses import replace

from assistant.drafting.material.model import Kind, Material, Practice
from assistant.drafting.profile import write_profile
from assistant.drafting.wording import as_sentence, pronoun, subject_noun
from assistant.knowledge.dimensions import Framework
from assistant.mapping.opening import frameworks, open_mapper
from assistant.settings import settings

_MOST_TRIED = 24
# A sentence that leans on the one before it stays behind it.
_LEANS = re.compile(r"其中|其(?!他)|该|此|这|由此|因此|同时|并|账本|上述|据此")


def frameworks_for(kind: Kind) -> dict[str, Framework]:
    """The frameworks for that kind of applicant by id."""
    known = frameworks(settings().assistant_corpus)
    return {name: framework for name, framework in known.items() if framework.subject == kind}


def emphasised(material: Material, framework_id: str, dimension: str) -> str:
    """The profile with what speaks to `dimension` first, behind the required elements, and the room filled as usual.

    Empty where no practice speaks to it. Every sentence is one the material supports, as in `write_profile`.
    """
    mapper = open_mapper(framework_id)
    own = [one for one in material.practices if any(d.name == dimension for d in mapper.classify(one.text))]
    if not own:
        return ""
    first = _written(material, own, own)
    wanted = [text for one in own if (text := _sentence(material, one)) and text in first]
    if not wanted:
        return ""
    kept, best = own, first
    for practice in [one for one in material.practices if one not in own][:_MOST_TRIED]:
        tried = _written(material, [*kept, practice], own)
        if all(text in tried for text in wanted) and len(tried) > len(best):
            kept, best = [*kept, practice], tried
    return best


def _written(material: Material, practices: list[Practice], own: list[Practice]) -> str:
    """The profile of these practices, those that speak to the dimension before the others."""
    order = [one for one in material.practices if one in practices]
    first = [one for one in own if not _LEANS.match(one.text)]
    return write_profile(replace(material, practices=tuple(order)), first=first).text


def _sentence(material: Material, practice: Practice) -> str:
    noun = subject_noun(material) if material.kind == "organisation" else pronoun(material)
    return as_sentence(practice.text, noun)
