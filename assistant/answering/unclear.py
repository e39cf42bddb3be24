"""Input that names nothing to answer (那个事情怎么弄, 质量, 宝鸡): asked back instead of met with whatever is near."""

import re
from dataclasses import dataclass

from assistant.answering.cues import Cues
from assistant.answering.naming import AwardNames
from assistant.answering.question import Question

# A name as people finish it: 宝鸡市, 兰州的质量奖.
_OF_A_NAME = re.compile(r"^(?:市|省)?的?(?:质量(?:管理)?)?奖?(?:市|省)?$")

_EDITION = re.compile(r"(?:20)?\d\d年(?:度|的)?|第[一二三四五六七八九十\d]{1,3}届|[今明去前]年|[上下本这]一?届")


@dataclass(frozen=True, slots=True)
class Unclear:
    """Tells by the words alone; a turn that points back to an earlier one is clear by that."""

    names: AwardNames
    cues: Cues

    def message(self, asked: Question) -> str:
        """The message to ask back with, `unclear` or `unclear_award`; "" where something is asked."""
        said = re.sub(r"\W", "", asked.text)
        if not asked.context and self._only_names(said):
            return "unclear_award"
        if said in self.cues.words["bare"] or said.isdigit():
            return "unclear"
        # A year or a session alone asks nothing of it.
        rest = self.cues.without(_EDITION.sub("", said), "filling", "asking", "measure", "vague", "doing")
        if self.cues.has("contact", said) or rest:
            return ""
        return "unclear" if self.cues.has("vague", said) or not asked.context else ""

    def _only_names(self, said: str) -> bool:
        """Whether the text is the name of an award or its region and nothing else."""
        name = max((word for word in self.names.words if said.startswith(word)), key=len, default="")
        return bool(name) and bool(_OF_A_NAME.match(said.removeprefix(name)))
