"""When the material itself says which of two readings prevails (“以营业执照为准”)."""

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.model import Fact
from assistant.drafting.material.scan import Scan


def adjudicated(scans: tuple[Scan, ...], readings: tuple[Fact, ...]) -> Fact | None:
    """The reading an authority named by “以…为准” stands by; None where nothing is said or it fits none or several.

    The authority is the word before 为准 (营业执照, 档案, 人事); the reading whose sentence names it prevails.
    """
    for scan in scans:
        for match in load_lexicon("cues").patterns["adjudication"].finditer(scan.text):
            authority = match["by"].strip("“”的上里中")
            chosen = [fact for fact in readings if _stands_by(scans, fact, authority, scan, match.start())]
            if len(chosen) == 1:
                return chosen[0]
    return None


def _stands_by(scans: tuple[Scan, ...], fact: Fact, authority: str, where: Scan, position: int) -> bool:
    if str(fact.value) in authority:
        return True
    scan = next(scan for scan in scans if scan.source.file == fact.span.file)
    start = _offset(scan, fact)
    sentence = scan.sentence_at(start)
    if sentence is None or (
        scan is where and sentence.start <= position < sentence.end and authority not in sentence.text
    ):
        return False
    clause = scan.text[max(sentence.start, start - 24) : start]
    return any(authority[i : i + 2] in clause for i in range(max(1, len(authority) - 1)))


def _offset(scan: Scan, fact: Fact) -> int:
    return next(i for i, origin in enumerate(scan.source.origin) if origin >= fact.span.start)
