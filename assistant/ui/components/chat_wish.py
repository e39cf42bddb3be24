"""Whether a message asks for work on the applicant's material rather than about the notices. Pure."""

import re

_BEGUN = (
    r"(?:起草|草拟|拟[写一出个定]|撰写|编写|代写|写[一个出成好份段句下]|[帮请给替]\S{0,6}写"
    r"|生成|提炼|概括|填[一好写个]|做[一个成出好份]|出一?份|整理成)"
)
_WORK = r"(?:汇总表|推荐表|申报表|一句话|质量工作特色|特色|简况|简介|申报材料|草稿)"
_TRIED = r"(?:查|核对|核一|看看|看一|瞧|测|判断|评估|对照|算算)"
_WHETHER = r"(?:能不能|能否|可不可以|是否|够不够|符不符合|有没有资格|够条件|够格|行不行)"
# What asks how or which is a question about the notices, whatever else it names.
_ASKING = re.compile(r"怎|谁|如何|哪[些个几项里份栏]|什么|多少|几[栏个项份天字]|为何|为什么|何时|区别|要求")
_WISHES = (
    ("drafting", re.compile(rf"{_BEGUN}.{{0,16}}{_WORK}|{_WORK}.{{0,8}}(?:起草|草拟|写出来|写一下|写好|生成|填好)")),
    ("mapping", re.compile(r"对标(?!杆|准)|(?:归|分|对)到?.{0,8}维度|维度.{0,4}(?:分析|对照|归类|覆盖)")),
    ("eligibility", re.compile(rf"{_TRIED}.{{0,10}}{_WHETHER}|自查|(?:核对|查).{{0,8}}资格")),
)
# An award is named: the conversation itself checks against its conditions.
_NAMED = re.compile(r"[省市区县州]")
_LONGEST = 60
# Whether the applicant of a file handed over with these words may apply; and what else is asked of the file itself.
_FITS = re.compile(
    r"(?:能|可以|可)(?:不能|否|不可以)?(?:申?报(?!告)|参评|申请|评(?![价估分审论语定级一下]))"
    r"|够不够(?:条件|格|资格|得上|吗|呢|了)*$|够(?:条件|格|资格)|符不符合|符合(?:条件|要求|吗|不)|有没有资格|行不行"
    r"|[还]?[差缺](?:什么|哪些|哪|啥)(?:条件|资格|要求)?[吗呢啊]?$|是否(?:符合|够)|核对(?:一?下)?(?:.{0,8}(?:条件|资格))?$|看看(?:申报|参评)?条件(?:吧|够不够)?$"
)
_OTHERS = re.compile(r"(?:不能报|报不了|报不上|不行|不够|不符合|除了|之?外).{0,8}(?:还|另外|别的|其他|其它).{0,6}哪")
_POINTS = re.compile(r"材料|附件|这份|这家|文件里|他们|该(?:企业|公司|单位)|这个(?:企业|公司|单位|人)|上传的?")
_OF_NOTICES = re.compile(r"奖|申报|评选|评审|通知|政策|公示|截止|名额|流程|怎么[写报填交]|交[到给哪]|几份|盖章|字数")
# With material in hand a draft may be asked for, or asked to be otherwise, without naming it.
_BARE = re.compile(
    r"^(?:那|好|请|麻烦|你|您|能|可以|先|就|直接|现在|帮|给|替|忙|个|我|们|下|一|，|,)*(?:起草|草拟|拟稿|撰写|动笔|写一?[写下版稿份篇个]|写吧|写出来|开始写|出一?[份稿版个]|出稿|"
    r"生成|成稿|做一?份|填表|填一?[下填份]|写材料|写申报)"
    r"(?:一下|下|吧|一[份版稿个]|出来|草稿|初稿|稿子?|申报|材料|表|好吗|可以吗|行吗|谢谢|给我|看看|[，,。！!？?])*$"
)
_OTHERWISE = re.compile(
    r"(?:再|更|要|尽量|稍微?|还要|能不能|能否)(?:写)?(?:得)?(?:短|长|精炼|精简|简短|简洁|凝练|具体|详细|正式|通俗|有力|亮眼|口语|严谨|朴实|突出)"
    r"|(?:缩短|压缩|精简|润色|改写|重写|扩写|扩充|改短|改长|删减|优化一?下|换[一个种]?[个种]?(?:说法|写法|版本)|再来一[版个]|再写一[版个])"
    r"|(?:突出|强调|侧重|多写|重点写|着重写?|体现)(?:一下|一点|点)?[^，,。？?]{0,8}(?:创新|质量|品牌|效益|绩效|特色|荣誉|数字|数据|标准|管理|服务|成效|做法|亮点|人才|绿色|安全)"
)


def wish_in(text: str, *, held: bool = False) -> str:
    """The page whose work the message asks for (drafting, mapping, eligibility); "" for a question on the notices.

    With material `held` in the conversation a draft may be wished for by its style alone (再短一点).
    """
    said = "".join(text.split())
    if not said or len(said) > _LONGEST:
        return ""
    found = next((page for page, pattern in _WISHES if pattern.search(said)), "")
    if not found and (_BARE.search(said) or ((held or re.search(_WORK, said)) and _OTHERWISE.search(said))):
        found = "drafting"
    asks = _ASKING.search(said) or (found == "eligibility" and _NAMED.search(said))
    return "" if asks else found


def asks_of_case(text: str) -> bool:
    """Whether words that came with a file ask what its applicant may apply for."""
    said = "".join(text.split()).rstrip("？?。！!，,")
    return len(said) <= _LONGEST and bool(_FITS.search(said)) and not re.search(r"谁|怎么|多少|[几哪]天|什么时候", said)


def asks_of_others(text: str) -> bool:
    """Whether words leave the award they name aside and ask for another (兰州不能报的话还能报哪个)."""
    return bool(_OTHERS.search("".join(text.split())))


def asks_of_file(text: str) -> bool:
    """Whether words that came with a file ask what stands in it, and nothing of the notices."""
    return bool(_POINTS.search(text)) and not _OF_NOTICES.search(text)
