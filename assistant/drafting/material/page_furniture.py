"""The bars of a web page that say where to click; pasted along with the page they look like a row of labels."""

import re
from collections.abc import Iterator

_CELL = r"[ \t\u3000]*(?:[\u4e00-\u9fff/]{2,8}|EN|English|ENGLISH|中文版)[ \t\u3000]*"
_BAR = re.compile(rf"(?m)^{_CELL}(?:(?:[|｜·>»›•]|[ \u3000]{{1,}}){_CELL}){{3,}}$\n?")
_WORDS = re.compile(
    r"首页|关于我们|联系我们|新闻(?:动态|中心|资讯)|(?:产品|服务|客户|下载|媒体|投资者)(?:中心|展示|项目|案例|与服务)|解决方案|人才招聘|招贤纳士|在线(?:留言|咨询)"
    r"|(?:公司|企业|单位|中心|学校|医院)(?:简介|介绍|概况|文化|新闻|动态)|通知公告|党建(?:工作|园地)?|入住指南|就诊指南|招生(?:信息|就业)|导航|登录|注册|搜索"
)
_FEW = 2


def navigation(text: str) -> Iterator[tuple[int, int]]:
    """Each line, with its break, that is nothing but short cells of which several are the names of pages."""
    for match in _BAR.finditer(text):
        if len(_WORDS.findall(match.group())) >= _FEW:
            yield match.span()
