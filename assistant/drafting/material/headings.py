"""Lines that only head what follows: titles of the paper and of its sections."""

import re

from assistant.drafting.material.scan import Scan
from assistant.drafting.material.wraps import TITLE_END
from assistant.language.sentences import Sentence

# The number before a heading or an item (二、 （一） 3. 第一章 #), and what the title of a section ends in.
_NUMBER = re.compile(
    r"^(?:第[一二三四五六七八九十0-9]{1,3}[章节部分]+|[（(]?[一二三四五六七八九十]{1,3}[、.．)）]"
    r"|[（(]?[0-9]{1,2}(?:\.[0-9]{1,2})*[、.．)） ]|#+)\s*"
)
_SECTION = re.compile(
    r"(?:(?:质量|主要|管理|工作|具体|特色|创新|经营|基本|企业|公司|单位|个人|先进|技术|服务|推广|示范|取得|实施|社会|改进|和|与|及|的)*"
    r"(?:做法|成效|成果|效果|情况|概况|简介|特色|措施|经验|事迹|亮点|业绩|荣誉|贡献|实践|方法|思路|历程|背景|介绍))$"
)
_SECTION_LENGTH = 24


def is_heading(scan: Scan, sentence: Sentence) -> bool:
    """A line without any mark or figure is a title, and a numbered or hashed one that names a section."""
    alone = scan.text[sentence.end : sentence.end + 1] in {"\n", ""} and scan.text[
        sentence.start - 1 : sentence.start
    ] in {"\n", ""}
    titled = TITLE_END.search(sentence.text)
    bare = _NUMBER.sub("", sentence.text).rstrip("：。 ")
    section = (
        bare != sentence.text.rstrip("：。 ")
        and not re.search(r"[，；！？|｜\t]", bare)
        and len(bare) <= _SECTION_LENGTH
    )
    if alone and section and (_SECTION.search(bare) or _stands_over(scan, sentence)):
        return True
    if alone and _SECTION.fullmatch(bare):
        return True
    return alone and (titled is not None or re.search(r"[，。；：！？、0-9]", sentence.text) is None)


def _stands_over(scan: Scan, sentence: Sentence) -> bool:
    """A numbered line without a full stop over a line of running text that bears no number."""
    behind = scan.text[sentence.end :][:400].lstrip().split("\n")[0]
    running = "。" in behind and len(behind) > len(sentence.text)
    return sentence.text[-1] != "。" and running and not _NUMBER.match(behind)
