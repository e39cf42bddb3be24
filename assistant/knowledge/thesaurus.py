"""The thesaurus of corpus/thesaurus.yaml: how applicants say it, and how notices say it."""

from dataclasses import dataclass
from pathlib import Path

from assistant.knowledge.source import load_yaml


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """Applicants' words mapped to notices' words, and the words that carry no meaning in a question."""

    meanings: dict[str, tuple[str, ...]]
    ignored: frozenset[str] = frozenset()

    def expand(self, text: str) -> list[str]:
        """The notices' words for the applicants' words found in `text`, in order, without those it already has."""
        found = [word for said, words in self.meanings.items() if said in text for word in words]
        return [word for word in dict.fromkeys(found) if word not in text]


def load_thesaurus(corpus: Path) -> Thesaurus:
    """The thesaurus, empty where there is no file. KnowledgeError names file, line and remedy."""
    path = corpus / "thesaurus.yaml"
    if not path.is_file():
        return Thesaurus({})
    top = load_yaml(path)
    top.only({"groups", "ignored"})
    meanings: dict[str, tuple[str, ...]] = {}
    for group in top.children("groups"):
        group.only({"say", "means"})
        words = group.texts("means", at_least=1)
        for said in group.texts("say", at_least=1):
            meanings[said] = tuple(dict.fromkeys((*meanings.get(said, ()), *words)))
    return Thesaurus(meanings, frozenset(top.texts("ignored")))
