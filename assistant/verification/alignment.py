"""Which stretch of the evidence a stretch of the sentence corresponds to."""

import re

from assistant.verification.passing import lasting
from assistant.verification.plain import content

NEGATOR = re.compile(
    r"不得|不予|不能|不可以|不可(?!或缺|替代)|不再|不应|不必|不需要?|不用|不允许|不准|不许|不向|不收取?|不影响|不受|不符合|不满足|不具备|不参与|不设|不会|"
    r"不是|并非|不属于|不在|不涉及|不包括|不存在|不公示|不反馈|不公开|不承担|不提供|不执行|不授予|不颁发|不给予|不评|不参加|不推荐|不申报|不接受|不受理|不要求|不作|"
    r"不撤销|不取消|不收回|不回避|不保密|不注明|不审|不组织|不由|没有|没(?=[收发办报进获被出得拿查违造受回达完交做通合超])|无(?!论|私|锡|差错|人机|数)|未(?!来|必)|非(?=必须|强制)|严禁|禁止|杜绝|拒绝|免收|免于|免除|免费|除外|无需|无须|取消|(?<![特区类级分个识辨性差告])别(?=[拿把去再随乱私给让往用写出转])|零(?=事故|投诉|违)|不(?=出具|另发|再另|颁|收费|发放|重新|支持|推广|进入|列入|设置|组织|予以|签署|报送|提交)"
)


_STOP = set("的了和与及或等在对为以把将被由向从于其该")


@lasting(maxsize=2048)
def grams_of(text: str) -> frozenset[str]:
    body = content(text)
    return frozenset(
        body[i : i + 2]
        for i in range(len(body) - 1)
        if not (body[i] in _STOP or body[i + 1] in _STOP or body[i].isdigit() or body[i + 1].isdigit())
    )


@lasting(maxsize=4096)
def aligned_with(segment: str, theirs: tuple[str, ...]) -> tuple[str, ...]:
    """The evidence segments that say what this one says: those with the largest shared share of bigrams."""
    ours = grams_of(segment)
    if len(ours) < 2:
        return ()
    scored = sorted(((len(ours & grams_of(other)) / len(ours), other) for other in theirs), reverse=True)
    best = scored[0][0] if scored else 0.0
    if best < 0.34:
        return ()
    return tuple(other for score, other in scored if score >= best * 0.85)
