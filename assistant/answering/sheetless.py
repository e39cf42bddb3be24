"""Notices without a fact sheet: named by their region and award, answered by retrieval and quoting alone."""

import re
from collections.abc import Mapping

from assistant.documents.model import Document
from assistant.knowledge.awards import Award, Timeliness
from assistant.library.store import Library

_AWARD_IN_TITLE = re.compile(r"(?:关于|印发|开展|《|届|年度?|第)*([\u4e00-\u9fff]{2,14}?质量(?:管理)?奖)")
_LEAD = re.compile(r"^.*(?:关于|印发|开展|申报|推荐|评选|组织|做好|届|年度?)")


def with_sheetless(awards: Mapping[str, Award], library: Library) -> dict[str, Award]:
    """The awards of the fact sheets, and one for every document none of them rests on (its id is the document's)."""
    covered = {award.document for award in awards.values()}
    added = {document.id: _award(document) for document in library.documents() if document.id not in covered}
    return {**awards, **added}


def _award(document: Document) -> Award:
    name = award_name(document.title)
    return Award(
        id=document.id,
        name=name or document.name,
        aliases=(),
        region=document.region,
        document=document.id,
        edition=document.edition,
        tracks=(),
        timeliness=Timeliness(standing=False),
        entries=(),
    )


def award_name(title: str) -> str:
    """The award a title speaks of (关于开展第三届渭南市质量奖评选工作的通知 → 渭南市质量奖), "" where it names none."""
    found = _AWARD_IN_TITLE.search(title)
    return _LEAD.sub("", found[1]) if found else ""
