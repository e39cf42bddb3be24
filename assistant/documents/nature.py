"""Whether a file reads like a notice at all, or like what an applicant tells of itself."""

import re

from assistant.documents.model import Document

_TITLED = re.compile(
    r"通知|办法|方案|细则|规定|规则|(?<!推荐)(?<!退回)(?<!征求)意见|公告|通告|公报|决定|解读|指南|条例|规范|准则|章程|批复|政策|令$|纲要|规划|标准"
)
# 工作总结, 申报材料 and the like are an applicant's, whatever else their title holds.
_TITLED_OTHERWISE = re.compile(
    r"申报材料|事迹|总结|工作情况|自述|自评|简介|简况|简历|汇报|申报[书表]|申请[书表]|推荐表"
)
_SURELY = re.compile(r"(?:通知|办法|方案|细则|规定|公告)》?(?:解读)?$")
_AUTHORITY = re.compile(r"政府|委员会|办公室|[局厅部委院署]$|领导小组|联席会议|协会|学会|中心|组委会")
_ARTICLE = re.compile(r"(?m)^\s*第[一二三四五六七八九十百\d]{1,4}[章条]")
# What notices say and applicants do not; two of these make a notice of an untitled text.
_SPEAKS = re.compile(
    r"特此通知|现印发|印发给你们|各县|各区|各有关单位|各相关单位|申报条件|参评条件|评选范围|评选条件|申报程序|评审程序|评选程序|"
    r"奖项设置|公示期|不得申报|不予受理|报送至|自印发之日"
)
_ARTICLES, _PHRASES = 3, 2


def is_notice(document: Document) -> bool:
    """Whether a document bears signs of a notice: a number, an authority that issues it, a title of that kind, articles
    or the phrases of one."""
    if document.number or document.awards or _SURELY.search(document.title):
        return True
    if _TITLED.search(document.title) and not _TITLED_OTHERWISE.search(document.title):
        return True
    if _AUTHORITY.search(document.issuer) and not _TITLED_OTHERWISE.search(document.title):
        return True
    phrases = set(_SPEAKS.findall(document.text))
    return len(_ARTICLE.findall(document.text)) >= _ARTICLES or len(phrases) >= _PHRASES
