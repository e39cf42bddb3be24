"""A penalty or an accident told of a business of another trade: 快递公司弄丢货被罚, in the words of a foundry.

Such a business is hardly the applicant, but nothing says so; the matter is left open rather than decided.
"""

from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.lexicon import cues
from assistant.eligibility.narrative.notebook import Notebook


def is_stranger(book: Notebook, clause: Clause, position: int) -> bool:
    """Before `position` the clause names a business of a trade the applicant has not told to be its own."""
    businesses = list(cues("strangers.business").finditer(clause.text, 0, position))
    if not businesses or cues("strangers.own").search(clause.text[: businesses[-1].end()]):
        return False
    # The business the text opens with, or works as, is the applicant itself.
    own = [other.text for other in book.narrative.clauses if other.index != clause.index]
    return not any(businesses[-1]["trade"] in text for text in own)
