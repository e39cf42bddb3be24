"""Whose an achievement is, and the words for having none."""

import re

from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.lexicon import cues
from assistant.eligibility.narrative.subjects import own_subject

NONE = re.compile(
    r"(?:没有?|从没|未|从未)(?:有)?(?:得|获|拿|进|入|参加|捞|沾)|一[次回](?:都|也)没|没(?:有)?(?:得)?过奖|没名次|零次|没有$"
)


def is_anothers(clause: Clause) -> bool:
    """A colleague, an apprentice or the firm has it, not the speaker."""
    verb = re.search(r"(?:得|获|拿|受|授|评)(?:过|到|了|得|予|为)|[（(]", clause.text)
    if own_subject(clause, verb.start() if verb else len(clause.text)) in ("boss", "other"):
        return True
    if cues("achievements.joint").search(clause.text):
        return True
    if re.search(r"是(?!我|本人|由我)[^,，我]{1,8}(?:主持|牵头|负责|主编|申请|领衔|承担)的", clause.text):
        return True
    firm = re.search(
        r"(?:公司|单位|厂里?|企业|集团|我们)(?:也|还|都|先后|曾)?(?:得|获|拿|被评|有|拥有|荣获|申请)", clause.text
    )
    return bool(firm) and not re.search(r"我(?!们|厂|公司|单位)|本人", clause.text)
