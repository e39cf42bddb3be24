"""Whose a violation told of is: the applicant's, to be read, or another's, cleared or open, to be left aside."""

import re
from dataclasses import replace

from assistant.eligibility.narrative.bystanders import is_anothers
from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.events import is_cleared
from assistant.eligibility.narrative.lawfulness import FREE, MAJOR_FREE
from assistant.eligibility.narrative.lexicon import cues
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.penalties import denies_cause, is_punished, named_offences, note_offence
from assistant.eligibility.narrative.relatives import is_relatives, may_be_relatives
from assistant.eligibility.narrative.scope import Stance, is_asked, is_doubted, stance
from assistant.eligibility.narrative.strangers import is_stranger
from assistant.eligibility.narrative.subjects import own_subject, subject

_OTHERS = ("other", "former", "employer", "team", "boss")
_OFFENCE = re.compile("violation_(?!free)")
_EVENT_LISTS = ("penalty", "soft", "wording", "pending", "appeal")


def read_offence(book: Notebook, clause: Clause, individual: bool) -> bool:
    """Read a clause that tells of a violation; True where it tells of one that is the applicant's."""
    for name in _EVENT_LISTS:
        for match in named_offences(clause.text, name)[:1]:
            if _skips(book, clause, match, individual) or (
                name == "appeal" and not (book.has("violation_date") or is_punished(book, clause))
            ):
                continue
            if not _is_consequence(book, clause, match, name):
                note_offence(book, clause, name)
            return True
    return False


def _skips(book: Notebook, clause: Clause, match: re.Match[str], individual: bool) -> bool:
    how = stance(book.narrative, clause, match.start(), match.end())
    if cues("scope.heading").search(clause.text) or _about_lists(clause.text):
        return True
    if is_cleared(book, clause) or _other_inquiry(book, clause, match):
        return True
    if not individual and is_anothers(book, clause):
        return True
    if how is Stance.DENIED and not denies_cause(clause.text, match):
        # 没有被举报过 denies the inquiry; 核查还没有结果 says itself that it is open.
        return not (cues("incidents.violation.pending").search(match.group()) and "没" in match.group())
    who, position = _whose(book, clause, match, individual)
    if _is_own_after_all(book, clause, who, position, individual):
        who = "self"
    if who == "relative" and individual and is_relatives(book, clause, position):
        return True
    of_family = who == "relative" or (individual and may_be_relatives(book, clause, match))
    if of_family or _whose_is_open(book, clause):
        book.doubt(clause, FREE, MAJOR_FREE)
        return True
    apart = who not in ("we", "self") and _is_no_concern(book, clause)
    apart = apart or (who in _OTHERS and _is_anothers_deed(book, clause))
    if apart or (who == "other" and not _headquarters(book, clause)) or clause.asks:
        return True
    if individual and who == "boss":
        return True
    stranger = not individual and is_stranger(book, clause, match.start())
    unsure = stranger or is_asked(clause) or is_doubted(book.narrative, clause)
    if who in ("boss", "former") or unsure:
        book.doubt(clause, FREE, MAJOR_FREE)
        return True
    if (
        not individual
        or who not in ("employer", "team")
        or re.search(r"我(?!们|厂|公司|单位)|本人|[他她](?!们)", clause.text)
    ):
        return False
    if cues("incidents.violation.personal").search(clause.text):
        if not own_subject(clause, position):
            return False
        book.doubt(clause, FREE, MAJOR_FREE)
    return True


def _is_consequence(book: Notebook, clause: Clause, match: re.Match[str], name: str) -> bool:
    """2016年醉驾被判过拘役，单位给了处分; 给我记过，扣了半年奖: the house followed up what was told already."""
    before = book.narrative.before(clause)
    if name == "soft":
        return book.value("penalized") is True and book.tells(before, re.compile("penalized"))
    return _meted_out(clause, match) and book.tells(before, _OFFENCE)


def _meted_out(clause: Clause, match: re.Match[str]) -> bool:
    """公司给了记过处分: the house is who punished, not whose deed it was."""
    return match.group()[0] in "给处记" and bool(
        cues("incidents.violation.house").search(clause.text, 0, match.start())
    )


def _whose(book: Notebook, clause: Clause, match: re.Match[str], individual: bool) -> tuple[str, int]:
    """Whom it befell, and up to where the clause says so. 厂里给了记过处分: who gives it is not who gets it.

    我们供的货不合格，客户被罚了: who is named right before it is.
    """
    given = re.match(r"给(?:了|予|过)?", match.group()) if individual else None
    position = match.start() + (given.end() if given else 0)
    own = own_subject(clause, position, relative="relative")
    if match.group()[0] in "被挨受遭" and cues("incidents.violation.befell").search(clause.text[:position]):
        own = "other"
    return own or ("" if given else subject(book.narrative, clause, position, relative="relative")), position


def _is_own_after_all(book: Notebook, clause: Clause, who: str, position: int, individual: bool) -> bool:
    """Named as another's place, and the applicant's own deed there, or a shop of its own."""
    if who == "former":
        return individual and _did_it_there(book, clause)
    return who == "other" and not individual and _is_own_shop(book, clause, position)


def _did_it_there(book: Notebook, clause: Clause) -> bool:
    """在前东家当授权签字人时，签过一份假报告: a post held there, and then what one did in it, nobody else named."""
    before = book.narrative.before(clause)
    told = [*reversed(before), clause]
    posts = [one for one in told if cues("incidents.violation.former_post").search(one.text)]
    if not posts:
        return False
    since = [one for one in told if one.index > posts[-1].index] or posts[-1:]
    named = {own_subject(one, len(one.text)) for one in since}
    deed = any(cues("incidents.violation.own_deed").search(one.text) for one in since)
    if any(cues("incidents.violation.others_there").search(one.text) for one in since if one not in posts):
        return False
    return deed and not named & {"other", "boss", "team", "employer", "we"}


def _is_own_shop(book: Notebook, clause: Clause, position: int) -> bool:
    """有家店的标签少标了配料, of a house that tells of its many shops."""
    for other in [clause, *book.narrative.before(clause)]:
        text = clause.text[:position] if other is clause else other.text
        if own_subject(other, len(text)) == "other":
            plain = cues("incidents.violation.own_shop").sub("", text)
            chain = any(cues("incidents.violation.own_chain").search(one.text) for one in book.narrative.clauses)
            if cues("incidents.violation.of_us").search(plain):
                return False  # 有家店抄我们的配方
            chain = chain or bool(cues("incidents.violation.own_branch").search(text))
            return chain and plain != text and own_subject(replace(other, text=plain), len(plain)) not in _OTHERS
    return False


def _other_inquiry(book: Notebook, clause: Clause, match: re.Match[str]) -> bool:
    """调查组还没出报告: the inquiry is into an accident, a complaint or an award told of in the same sentence."""
    if not cues("incidents.violation.pending").fullmatch(match.group()):
        return False
    told = "，".join(other.text for other in book.narrative.sentence(clause))
    return bool(cues("incidents.violation.other_inquiry").search(told)) and "违" not in told


def _whose_is_open(book: Notebook, clause: Clause) -> bool:
    """有个主任被处分了，算不算公司的不知道."""
    return any(cues("incidents.violation.whose").search(other.text) for other in book.narrative.after(clause, 2)[:1])


def _is_no_concern(book: Notebook, clause: Clause) -> bool:
    """物业公司被罚，与我公司无涉."""
    return any(cues("incidents.accident.no_concern").search(other.text) for other in book.narrative.after(clause)[:1])


def _is_anothers_deed(book: Notebook, clause: Clause) -> bool:
    """原单位被查处，系其他课题组所为，与本人无关: said within the sentence."""
    return any(cues("incidents.violation.anothers").search(other.text) for other in book.narrative.after(clause)[:3])


def _headquarters(book: Notebook, clause: Clause) -> bool:
    """A branch and its head office are one legal person (rules.md A-30)."""
    return book.value("org_form") == "branch" and bool(cues("scope.headquarters").search(clause.text))


def _about_lists(text: str) -> bool:
    return bool(re.search(r"名单|名录|质量奖|评选|申报材料|参评", text))
