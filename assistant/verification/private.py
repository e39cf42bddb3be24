"""What is private in an applicant's material, told in whatever words: an illness, a child, a family's affairs.

The kinds are in corpus/verification/lexicon.yaml: by what the material tells of one (`in`), and how a sentence may
(`told`). What the rest of the material tells in the same words (a hospital's operations, a school's pupils) is no
secret.
"""

import re

from assistant.verification.lexicon import lexicon
from assistant.verification.material_lines import apart
from assistant.verification.passing import passing
from assistant.verification.plain import compiled, flat
from assistant.verification.withheld import ONE_PERSON, of_many, private_stretches, sealed

_CHILD = re.compile(r"女儿|儿子|孩子|小孩|孙[子女]|外孙|侄[子女]|外甥")
_OF_CHILD = re.compile(r"\d+岁|[年月]级|小学|初中|中学|高中|幼儿园|上学|读书|就读|学校|考试|成绩")


def private_told(said: str, material: str) -> str:
    """The word by which a flat sentence tells what is private in the material, "" where none does."""
    private, rest = _parts(material)
    for kind in lexicon().words["private_kinds"] if private else ():
        if not compiled(kind["in"]).search(private):
            continue
        words = (match.group() for match in compiled(kind["told"]).finditer(said))
        found = next((word for word in words if word not in rest), "")
        if found:
            return found
    return ""


@passing(maxsize=64)
def _parts(material: str) -> tuple[str, str]:
    """(the private stretches of the material, the rest), flat."""
    stretches = dict.fromkeys(flat(stretch) for stretch in private_stretches(material))
    marked = [piece for mark, piece, _ in sealed(material) if mark in _marks()]
    ill = [line for line in re.split(r"[。;\n]", flat(apart(material))) if _ill(line)]
    private = [piece for stretch in (*stretches, *ill) for piece in _private_of(stretch)]
    rest = flat(material)
    for piece in (*private, *marked):
        rest = rest.replace(piece, "")
    return "\n".join((*private, *marked)), rest


def _ill(line: str) -> bool:
    """Whether a sentence tells of one person's illness."""
    return bool(ONE_PERSON.search(line)) and bool(compiled(lexicon().words["private_kinds"][0]["in"]).search(line))


def _marks() -> tuple[str, ...]:
    return (*lexicon().list("private"), *lexicon().list("private_of_one"))


def _private_of(sentence: str) -> list[str]:
    """The pieces of a flagged sentence that are private: of a child all that is told behind it."""
    pieces = [piece for piece in re.split(r"[,。;]", sentence) if piece]
    child = next((at for at, piece in enumerate(pieces) if _CHILD.search(piece)), None)
    if child is not None and _OF_CHILD.search(sentence):
        return pieces[child:]
    kinds = lexicon().words["private_kinds"]
    own = (piece for piece in pieces if ONE_PERSON.search(piece) or not of_many(piece))
    return [piece for piece in own if any(compiled(kind["in"]).search(piece) for kind in kinds)]
