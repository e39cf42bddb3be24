"""What the pipeline rests on, opened once."""

import re
from dataclasses import dataclass
from functools import cached_property

from assistant.answering.cues import Cues
from assistant.answering.screen import Refusal
from assistant.knowledge.awards import Award
from assistant.library.store import Library


@dataclass(frozen=True)
class Known:
    """All the pipeline rests on, opened once."""

    awards: dict[str, Award]
    library: Library
    cues: Cues
    messages: dict[str, str]
    refusals: tuple[Refusal, ...]
    guided: tuple[Refusal, ...] = ()

    @cached_property
    def codes(self) -> str:
        """All text in which the number of a standard may be known, without white space."""
        texts = [clause.text for clause in self.library.clauses()]
        for award in self.awards.values():
            texts += [text for entry in award.entries for text in (entry.answer, *entry.questions)]
        return re.sub(r"\s", "", "\n".join(texts))

    @property
    def held(self) -> str:
        """The names of the awards the library holds, for people."""
        return "、".join(dict.fromkeys(award.name for award in self.awards.values()))

    def title(self, document: str) -> str:
        """The name of a document in 《》."""
        return self.library.document(document).name
