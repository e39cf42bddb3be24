"""`read_narrative`: a self-description in Chinese becomes facts of corpus/facts.yaml, each with its source."""

from dataclasses import dataclass
from datetime import date

from assistant.eligibility.facts import settling
from assistant.eligibility.narrative.accidents import read_accidents
from assistant.eligibility.narrative.achievements import read_achievements
from assistant.eligibility.narrative.applicant import read_applicant_type, read_education, read_form, read_titles
from assistant.eligibility.narrative.at_odds import doubt_at_odds
from assistant.eligibility.narrative.behalf import as_own_story
from assistant.eligibility.narrative.bystanders import doubt_bystanders
from assistant.eligibility.narrative.clauses import read_clauses
from assistant.eligibility.narrative.corrected import corrected
from assistant.eligibility.narrative.double_negation import doubt_denied_denials, said_plainly
from assistant.eligibility.narrative.errors_at_work import read_errors
from assistant.eligibility.narrative.exceptions import doubt_exceptions
from assistant.eligibility.narrative.hedged import doubt_hedged
from assistant.eligibility.narrative.honours import read_honours
from assistant.eligibility.narrative.incidents import read_incidents
from assistant.eligibility.narrative.industry import read_industry
from assistant.eligibility.narrative.left_open import doubt_left_open
from assistant.eligibility.narrative.notebook import Doubt, Notebook, ReadFact, Value
from assistant.eligibility.narrative.operation import read_operation
from assistant.eligibility.narrative.pending import doubt_pending
from assistant.eligibility.narrative.person import read_person
from assistant.eligibility.narrative.plain import in_plain_words
from assistant.eligibility.narrative.registration import read_registration
from assistant.eligibility.narrative.set_aside import doubt_set_aside
from assistant.eligibility.narrative.standing import read_standing
from assistant.eligibility.narrative.unaccounted import doubt_unaccounted
from assistant.eligibility.narrative.unread import doubt_unread
from assistant.eligibility.narrative.unreal import without_unreal
from assistant.eligibility.narrative.unrestated import doubt_unrestated
from assistant.eligibility.narrative.violations import read_violations


@dataclass(frozen=True, slots=True)
class Reading:
    """What a narrative says: settled facts by key, and the keys it speaks of without settling them."""

    facts: dict[str, ReadFact]
    unsure: list[Doubt]

    def values(self) -> dict[str, Value]:
        """The facts as the checker takes them: key → value."""
        return {key: fact.value for key, fact in self.facts.items()}


def read_narrative(text: str, as_of: date | None = None) -> Reading:
    """Read the facts a self-description states; nothing is inferred that it does not say.

    `as_of` is the day relative words (去年, 三年前) count from; without it they give no date. A key the text leaves
    open (doubt, a question, a contradiction) is not among the facts but in `unsure`, so a verdict stays undetermined.
    Quotes are verbatim: `quote == text[start:end]`.
    """
    narrative = read_clauses(text)
    if not narrative.clauses:
        return Reading({}, [])
    book = Notebook(said_plainly(without_unreal(corrected(as_own_story(narrative)))), as_of)
    kind = read_applicant_type(book)
    if kind == "individual":
        _read_individual(book)
    else:
        _read_organisation(book)
    # What would settle a doubted key after all is kept back with it: the date of an error says there was one.
    doubts, facts = book.doubts(), book.facts()
    kept_back = settling({doubt.key for doubt in doubts}, {key: fact.value for key, fact in facts.items()})
    return Reading({key: fact for key, fact in facts.items() if key not in kept_back}, doubts)


def _read_individual(book: Notebook) -> None:
    read_person(book)
    plain = in_plain_words(book, individual=True)
    read_achievements(plain)
    read_errors(plain)
    read_accidents(plain, individual=True)
    read_violations(plain, individual=True)
    doubt_exceptions(plain)
    doubt_left_open(plain)
    doubt_pending(plain, individual=True)
    doubt_unread(plain, individual=True)
    doubt_set_aside(plain, individual=True)
    doubt_bystanders(plain, individual=True)
    doubt_hedged(plain)
    doubt_denied_denials(plain)
    doubt_at_odds(plain)
    doubt_unrestated(plain)
    doubt_unaccounted(plain)


def _read_organisation(book: Notebook) -> None:
    read_form(book)
    read_education(book)
    read_titles(book)
    read_registration(book)
    read_operation(book)
    read_industry(book)
    read_standing(book)
    plain = in_plain_words(book, individual=False)
    read_honours(plain)
    read_accidents(plain, individual=False)
    read_violations(plain, individual=False)
    read_incidents(plain)
    doubt_exceptions(plain)
    doubt_left_open(plain)
    doubt_pending(plain, individual=False)
    doubt_unread(plain, individual=False)
    doubt_set_aside(plain, individual=False)
    doubt_bystanders(plain, individual=False)
    doubt_hedged(plain)
    doubt_denied_denials(plain)
    doubt_at_odds(plain)
    doubt_unaccounted(plain)
