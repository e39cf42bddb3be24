"""What the applicant's name says of the words around a fact, and what its writer takes back."""

import re

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.scan import Scan, clause_near
from assistant.drafting.material.team_words import is_team

# A branch or a workshop that applies is no part of itself.
_OWN_END = re.compile(
    r"(?:分公司|子公司|研究院|研发中心|技术中心|检测中心|实验室|工作室|车间|班组|小组|"
    r"支行|分行|营业部|分厂|研究所|分店|门店|分院|校区|基地|工作站|协会|联盟|医院|学校|中心|集团|水厂)"
)
_LEGAL_FORM = re.compile(r"(?:股份|控股)?(?:有限)?(?:责任)?公司$")
# A numbered, main or branch works that applies as a company (纺织二厂有限公司) calls itself by that word.
_OWN_WORKS = re.compile(r"(?:[一二三四五六七八九十]|总|分)厂$")
# A team calls itself so, whatever its name ends with (检修一组: 小组2015年组建).
_SAYS_TEAM = re.compile("班组|小组")
# A shorter rest of a name is a word that others bear too.
_TELLING_NAME = 4

# The figure that takes the place of the one withdrawn (更正为81人).
_PUTS_RIGHT = re.compile(
    r"(?:更正|改正|修正|订正|更改|纠正|改|调整|核定)(?:为|成)|实为|应为|应是|现为|正确的?(?:数|数字)?(?:是|为)"
)


def is_group(applicant: str) -> bool:
    """Whether the applicant is a group itself (…集团有限公司), and no firm that only bears the name of one."""
    return re.search(r"集团(?:股份|控股)?(?:有限)?(?:责任)?(?:公司)?$", applicant) is not None


def own_end(applicant: str) -> str:
    """The word for a part or another firm that the applicant's name itself ends with (…分公司, …支行); mostly empty."""
    ends = [match.group() for match in _OWN_END.finditer(applicant) if applicant.endswith(match.group())]
    works = _OWN_WORKS.search(_LEGAL_FORM.sub("", applicant))
    return ends[-1] if ends else works.group() if works else ""


def without_own(text: str, applicant: str) -> str:
    """`text` with the applicant's name, with and without its legal form, and the word the name ends with blanked, so
    that no word of it is read as a part, another firm or an event (纺织二厂有限公司, 供销总公司, 检测中心有限公司)."""
    for name in (applicant, _LEGAL_FORM.sub("", applicant)):
        if len(name) >= _TELLING_NAME:
            text = text.replace(name, "＿" * len(name))
    if is_team(applicant):
        text = _SAYS_TEAM.sub("＿＿", text)
    end = own_end(applicant)
    return text.replace(end, "＿" * len(end)) if end else text


def withdrawn(scan: Scan, start: int, end: int) -> bool:
    """Whether the writer takes the clause or its neighbours in the sentence back (“旧版写的是160人，作废”)."""
    sentence = scan.sentence_at(start)
    if sentence is None:
        return False
    left, right = clause_near(scan.text, start, end, "，。；！？\n（）")
    if _PUTS_RIGHT.search(scan.text, left, end):
        return False
    cues = load_lexicon("cues")
    if cues.has("withdrawn", scan.text[left:right]):
        return True
    head = scan.text[sentence.start : start]
    return bool(re.search(r"旧版|旧稿|上一版|前一版|前版|初稿|原稿|先前|此前|上次", head)) and cues.has(
        "withdrawn", sentence.text
    )
