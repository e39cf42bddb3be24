"""Who applies: a person or an organisation, its form, whether it is a legal person, what kind of school it is."""

import re
from collections.abc import Iterator

from assistant.eligibility.narrative.clauses import Clause, Narrative
from assistant.eligibility.narrative.lexicon import choices, choose, cues, each_cue
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.scope import is_asked, is_denied, is_doubted
from assistant.eligibility.narrative.subjects import subject

_LEGAL_FORMS = {
    "company": True,
    "cooperative": True,
    "public_institution": True,
    "social_group": True,
    "private_nonprofit": True,
}
_MARGIN = 2
_TELLTALES = 3
_SIGNALS = {
    "individual": ("applicant.person", "applicant.person_role", "applicant.person_years", "applicant.person_matter"),
    "organization": ("applicant.organisation", "applicant.collective", "applicant.organisation_matter"),
}
# The kinds of school the notice of Chongqing admits.
_TAUGHT = frozenset({"primary_school", "junior_high", "vocational_school"})
_OPENING = 6
NO_LEGAL_FORMS = {"branch", "individual_business", "partnership", "sole_proprietorship", "internal_unit"}


def read_applicant_type(book: Notebook) -> str | None:
    """Note whether a person or an organisation speaks; None where the signals do not outweigh each other.

    Where anything speaks of a person, nothing is concluded from the form of a body either then: it would refuse the
    person the award.
    """
    kind = _kind(book.narrative)
    if kind is None:
        if _for_person(book.narrative) or _personal(book.narrative):
            book.doubt(book.narrative.clauses[0], "applicant_type", "org_form")
        return None
    book.note("applicant_type", kind, _clause_at(book, _SIGNALS[kind]))
    if kind == "individual":
        _doubt_group(book)
    return kind


def _doubt_group(book: Notebook) -> None:
    """我和师弟两个人合报一个: no single person applies."""
    for clause in book.narrative.clauses:
        group = cues("applicant.group_applies").search(clause.text)
        if group and not is_asked(clause) and not is_denied(clause.text, *group.span()):
            book.doubt(clause, "applicant_type", "individual_category")


def _kind(narrative: Narrative) -> str | None:
    """By how the text opens, unless the whole of it speaks more of what only the other kind has."""
    person, organisation = _for_person(narrative), _for_organisation(narrative)
    personal = _personal(narrative)
    corporate = _kinds(narrative.text, "applicant.organisation_matter")
    close = bool(person and organisation) and abs(person - organisation) < _MARGIN
    weak = person < organisation < _MARGIN and (person or personal)
    if person == organisation or close or weak:
        return _by_the_whole(personal, corporate)
    kind = "individual" if person > organisation else "organization"
    own, others = (personal, corporate) if kind == "individual" else (corporate, personal)
    return None if others >= _TELLTALES and others > own else kind


def _personal(narrative: Narrative) -> int:
    return _kinds(narrative.text, "applicant.person_matter") + _kinds(narrative.text, "applicant.person_years")


def _by_the_whole(personal: int, corporate: int) -> str | None:
    """Where the opening leaves it open: whom much more of the whole text fits."""
    if abs(personal - corporate) < _MARGIN:
        return None
    return "individual" if personal > corporate else "organization"


def _for_person(narrative: Narrative) -> int:
    text = narrative.opening
    weight = _count(text, "applicant.person") + 3 * _count(text, "applicant.only_self")
    weight += _count(text, "applicant.first_person")
    weight += 2 * min(_heads(narrative, "applicant.person_role"), 2) + 2 * _kinds(text, "applicant.person_years")
    return weight + _kinds(text, "applicant.person_matter")


def _for_organisation(narrative: Narrative) -> int:
    text = narrative.opening
    weight = _count(text, "applicant.organisation") + 3 * _count(text, "applicant.speaks_for")
    return weight + 6 * _heads(narrative, "applicant.collective") + _kinds(text, "applicant.organisation_matter")


def _count(text: str, name: str) -> int:
    return sum(1 for _ in cues(name).finditer(text))


def _kinds(text: str, name: str) -> int:
    """How many different cues of a list speak: repeating one thing is no further evidence."""
    return sum(1 for cue in each_cue(name) if cue.search(text))


def _heads(narrative: Narrative, name: str) -> int:
    """Clauses of the first two sentences with a cue: who somebody is, they say at the beginning."""
    opening = [clause for sentence in narrative.sentences[:3] for clause in sentence]
    return sum(1 for clause in opening if cues(name).search(clause.text))


def _clause_at(book: Notebook, names: tuple[str, ...]) -> Clause:
    found = (cues(name).search(book.narrative.text) for name in names)
    match = next((one for one in found if one), None)
    position = match.end() - 1 if match else 0
    holding = [clause for clause in book.narrative.clauses if clause.start <= position]
    return holding[-1] if holding else book.narrative.clauses[0]


def read_form(book: Notebook) -> None:
    """Note the form of the organisation and what follows from it for its legal personality."""
    clause, form = _form(book)
    if form and clause:
        book.note("org_form", form, clause)
    _read_legal_person(book)
    _default_form(book, form)
    if form and clause and not book.has("is_legal_person"):
        implied = False if form in NO_LEGAL_FORMS else _LEGAL_FORMS.get(form)
        book.note("is_legal_person", implied, clause)
    _read_mainland(book)


def _default_form(book: Notebook, form: str | None) -> None:
    """An independent legal person that names no other form is a company."""
    clause = book.clause_of("is_legal_person")
    if form is None and clause is not None and book.value("is_legal_person") is True and not book.has("org_form"):
        book.note("org_form", "company", clause)


def _form(book: Notebook) -> tuple[Clause | None, str | None]:
    best = _of_its_own(book)
    for clause in book.narrative.clauses:
        text = cues("applicant.form_other").sub("", cues("applicant.daughters_abroad").sub("", clause.text))
        for name, pattern in choices("applicant.form"):
            match = pattern.search(text)
            if not match or (is_denied(text, match.start(), match.end()) and name != "internal_unit"):
                continue
            if is_doubted(book.narrative, clause) or cues("applicant.form_doubt").search(clause.text):
                book.doubt(clause, "org_form", "is_legal_person")
                return None, None
            if name == "foreign_company" and _is_theirs(book, clause, match):
                continue
            if not is_asked(clause) and _is_better(name, best[1]):
                best = (clause, name)
            break
    return best


def _is_better(name: str, known: str | None) -> bool:
    """The first form named wins, but a plain 公司 yields to a form named later."""
    return known is None or (known == "company" and name in {"branch", "foreign_company", "internal_unit"})


def _of_its_own(book: Notebook) -> tuple[Clause | None, str | None]:
    """合伙企业 as a clause of its own is the form, whatever 包装公司 the text opens with."""
    for clause in book.narrative.clauses[: book.narrative.first_place + _OPENING]:
        if cues("applicant.form_alone").fullmatch(clause.text) and not is_asked(clause):
            return clause, choose("applicant.form", clause.text)
    return None, None


def _read_legal_person(book: Notebook) -> None:
    for clause in book.narrative.clauses:
        text = cues("applicant.legal_anothers").sub("", clause.text)
        negative = cues("applicant.legal.no").search(text)
        positive = cues("applicant.legal.yes").search(text)
        if not (negative or positive) or cues("scope.hearsay").search(clause.text):
            continue
        if book.value("org_form") in NO_LEGAL_FORMS and is_asked(clause):
            continue  # 个人独资算不算独立法人: the law answers, the form being told
        unsettled = is_asked(clause) and not clause.asks and not cues("scope.required").search(clause.text)
        if unsettled or is_doubted(book.narrative, clause):
            book.doubt(clause, "is_legal_person", "org_form")
        elif not is_asked(clause):
            book.note("is_legal_person", not negative, clause)


def _read_mainland(book: Notebook) -> None:
    for clause in book.narrative.clauses:
        text = cues("applicant.daughters_abroad").sub("", clause.text)
        abroad = cues("applicant.abroad").search(text)
        if abroad is None or is_asked(clause) or _is_theirs(book, clause, abroad):
            continue
        if is_doubted(book.narrative, clause):
            book.doubt(clause, "established_in_mainland")
            continue
        book.note("established_in_mainland", False, clause)
        book.note("registered_country", choose("applicant.country", clause.text), clause)


def _is_theirs(book: Notebook, clause: Clause, abroad: re.Match[str]) -> bool:
    """合作方是日本的公司，注册在日本: a country told of a shareholder, a customer or the news."""
    if choose("applicant.country", abroad.group()) is None:
        return False
    if cues("applicant.abroad_theirs").search(clause.text):
        return True
    own = cues("applicant.abroad_own").search(clause.text, 0, abroad.end())
    before = next(iter(book.narrative.before(clause)), None)
    theirs = before is not None and bool(cues("applicant.abroad_theirs").search(before.text))
    theirs = theirs or subject(book.narrative, clause, abroad.end()) in ("other", "former", "boss")
    return own is None and theirs


def read_education(book: Notebook) -> None:
    """Note the kind of school the organisation is today; mixed kinds are left for a person (rules.md A-05)."""
    told = list(_schools(book))
    for clause, _ in told:
        book.note("is_education_institution", True, clause)
    now = [one for one in told if cues("applicant.education_now").search(one[0].text)]
    kinds = {kind: clause for clause, kind in reversed(now or told) if kind != "unspecified"}
    mixed = kinds.keys() & _TAUGHT and kinds.keys() - _TAUGHT
    for kind, clause in kinds.items():
        if mixed or kind == "doubt" or is_doubted(book.narrative, clause):
            book.doubt(clause, "education_institution_type")
    if kinds:
        clause, kind = next((clause, kind) for clause, kind in now or told if kind in kinds)
        book.note("education_institution_type", kind, clause)


def _schools(book: Notebook) -> Iterator[tuple[Clause, str]]:
    """The clauses that name what kind of school it is; of what it was once, or has given away, none."""
    opened = -1
    for clause in book.narrative.clauses[: book.narrative.first_place + 5]:
        if cues("applicant.education_theirs").search(clause.text):
            continue
        text = clause.text
        for name in ("education_other", "education_denied", "education_parted"):
            text = cues(f"applicant.{name}").sub("", text)
        if "不是" in text or is_asked(clause) or not (_is_self(book, clause) or clause.sentence == opened):
            continue
        past = cues("applicant.education_once").search(text) and not cues("applicant.education_now").search(text)
        for kind, pattern in choices("applicant.education"):
            if pattern.search(text):
                yield clause, "unspecified" if past else kind
                text, opened = pattern.sub("", text), clause.sentence


def _is_self(book: Notebook, clause: Clause) -> bool:
    """The school is the speaker: 我们是…小学, or the text opens with its name."""
    return bool(
        re.search(
            r"我们|我校|本校|我园|我院|学校是|是一[所家]|公办|民办|^(?:是|属于?|为|现在|如今|目前|眼下)|登记的?(?:就)?是",
            clause.text,
        )
    ) or clause.index in (0, book.narrative.first_place)


def read_titles(book: Notebook) -> None:
    """Note the national titles that decide the channel only."""
    for clause in book.narrative.clauses:
        title = choose("applicant.titles", clause.text)
        if title and "国" in clause.text and not is_asked(clause):
            book.note("national_titles", title, clause)
