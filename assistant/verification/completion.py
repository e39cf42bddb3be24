"""What a clause lays down or announces, told as already done."""

import re
from collections.abc import Iterator

from assistant.verification.alignment import NEGATOR
from assistant.verification.model import Reason
from assistant.verification.support import Home

_DONE = re.compile(
    r"(?:已经|业已|均已|都已|现已|早已|已(?=[完启开印结下发推评委组举建受审公颁授表撤通进确]))(?!有|是|在|获|荣|取得|列|拿)|完成了|结束了|办完了"
)
_HELD = re.compile(r"已|完成|了|过(?![程去渡])|结束")
# Whom or when a stretch describes (已公示的, 公示完成后) tells of no deed by itself.
_DESCRIBES = re.compile(
    r"(?:[的者后时]|以前|之前|[单位企业组织人])$|^(?:如果?|若|凡|一旦|只要|假如|等|待|直到)|是否|有没有"
)


def check_done(home: Home) -> Iterator[Reason]:
    """A stretch told as done of a statement none of whose wordings tells of anything done."""
    segment = home.segment
    found = _DONE.search(segment)
    if not found or not home.statements or _DESCRIBES.search(segment) or NEGATOR.search(segment):
        return
    if re.match(r"[^,。;]{0,24}的", segment[found.end() :]) and not found.group().endswith("了"):
        return  # 已受理的申报单位: what follows describes.
    if not any(_HELD.search(wording) for each in home.statements for wording in each.wordings):
        yield Reason("plan", f"所引条款是要做的事，句中“{segment[:20]}”写成了已经做完")
