"""What a clause told and a later one of the sentence takes back, questions or overtakes.

The readers look at a clause and the one behind it. Speakers go on: 论文的情况，…究竟有没有发表的，我答不上来;
专利有一项，没续费，失效了; 专利以前没有，去年授权了一项. A later clause of which nothing was read, and which says no
more than that, leaves open what was read last before it.
"""

from collections.abc import Callable

from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.hedged import about_the_rules
from assistant.eligibility.narrative.lexicon import cues
from assistant.eligibility.narrative.notebook import Notebook, Value
from assistant.eligibility.narrative.scope import affirms
from assistant.language.dates import find_dates

# Who speaks is not what a doubt behind it is about.
_NEVER_MEANT = {
    "exceptional_performance_claimed",
    "applicant_type",
    "org_form",
    "individual_category",
    "gbt4754_section",
}
# What one has, and can lose or come by: a paper, a post, an honour.
_HELD = {
    "has_own_ip_or_patent",
    "quality_publication",
    "quality_project_key_role",
    "standards_participation",
    "highest_quality_commendation_level",
    "skill_contest_city_awards_count",
    "is_cqo",
    "exceptional_performance_verified",
    "has_required_licenses",
    "qms_certified",
    "other_ms_certified",
}
# Merit is found by those who judge it, in whatever words they say so.
_CALLED = _HELD - {"exceptional_performance_verified"}
_DATED = {"established_date", "registered_in_city_since", "operation_start_date", "role_start_date"}
# An inquiry under way into an event is read with the event; what is argued over otherwise is one of these.
_DISPUTED = _HELD | _DATED | {"role_years", "operation_years", "is_legal_person", "major_work_error"}
_UNPROVEN = ("unissued", "not_found", "anothers_after_all")
_HAD_NOT = (False, 0, "none")


def doubt_left_open(book: Notebook) -> None:
    """Leave open the keys noted last before a clause that doubts, ends or overtakes them and tells nothing else."""
    _doubt_hearsay(book)
    for clause in book.narrative.clauses:
        if book.noted_in(clause) or about_the_rules(book, clause):
            continue
        if cues("scope.unsure").search(clause.text) and not cues("scope.own_topic").search(clause.text):
            _doubt_last(book, clause, lambda key, value: key not in _NEVER_MEANT)
        if cues("scope.disputed").search(clause.text):
            _doubt_last(book, clause, lambda key, value: key in _DISPUTED)
        if cues("scope.stale").search(clause.text):
            book.doubt(clause, *sorted(_stretches(book)))
        if _is_other_record(book, clause):
            _doubt_last(book, clause, lambda key, value: key in _DATED)
        unproven = any(cues(f"scope.{name}").search(clause.text) for name in _UNPROVEN)
        if unproven or affirms(clause, "scope.ended"):
            _doubt_last(book, clause, lambda key, value: key in _HELD and value not in _HAD_NOT)
        if affirms(clause, "scope.came_about"):
            _doubt_last(book, clause, lambda key, value: key in _HELD and value in _HAD_NOT)


def _doubt_hearsay(book: Notebook) -> None:
    """车间里都喊我首席质量官, 别人都说我们算制造业: what others say one has, told nowhere else, is not known."""
    said = [clause for clause in book.narrative.clauses if cues("scope.hearsay").search(clause.text)]
    told = {key for clause in book.narrative.clauses if clause not in said for key in book.noted_in(clause)}
    for clause in said:
        keys = {key for key in book.noted_in(clause) if key in _CALLED and book.value(key) not in _HAD_NOT}
        book.doubt(clause, *sorted(keys - told))


def _stretches(book: Notebook) -> set[str]:
    """The keys told of stretches up to today."""
    return {key for other in book.narrative.clauses for key in book.noted_in(other) if key.endswith("_free_years")}


def _doubt_last(book: Notebook, clause: Clause, meant: Callable[[str, Value | None], bool]) -> None:
    for other in _before(book, clause):
        keys = [key for key in book.noted_in(other) if meant(key, book.value(key))]
        if keys:
            book.doubt(clause, *sorted(keys))
        if keys or cues("scope.names_topic").search(other.text):
            return


def _before(book: Notebook, clause: Clause) -> list[Clause]:
    """The clauses before it in its sentence; of a sentence that only points back, those of the one before as well."""
    before = book.narrative.before(clause)
    opens = before[-1] if before else clause
    if not clause.sentence or not cues("scope.points_back").search(opens.text):
        return before
    return [*before, *reversed(book.narrative.sentences[clause.sentence - 1])]


def _is_other_record(book: Notebook, clause: Clause) -> bool:
    """厂史上写的是2019年, behind a date told before."""
    return bool(cues("scope.other_record").search(clause.text) and find_dates(clause.text, book.as_of))
