"""What surrounds the provisions of a notice: number line, addressee, contacts, signature, copies, attachments."""

import re

_GAP = r"\s*"


def _spaced(words: str) -> str:
    return "|".join(_GAP.join(word) for word in words.split())


_DIGITS = "[0-9一二三四五六七八九十]{1,3}"
_DATE = rf"(?:[0-9]{{4}}|[二〇零○一三四五六七八九]{{4}})\s*年\s*{_DIGITS}\s*月\s*{_DIGITS}\s*日"
_CONTACT_LABEL = _spaced(
    "联系人 联系人及电话 联系人及联系电话 联系电话 咨询电话 监督电话 举报电话 服务电话 电话 "
    "办公电话 传真 地址 联系地址 通讯地址 通信地址 "
    "报送地址 邮寄地址 邮编 邮政编码 邮箱 电子邮箱 电子邮件 网址 手机 微信 联系方式 收件人 联系部门 联系单位 受理地点"
)
CONTACT = re.compile(rf"（?(?:{_CONTACT_LABEL}|E-?mail|QQ群?|Tel|Fax|Contact|Phone|Address)\s*：", re.I)
NUMBER = re.compile(
    r"(?:文号：\s*)?[\u4e00-\u9fff]{1,16}\s*(?:第\s*)?[〔\[【（]\s*[12][0-9]{3}\s*[〕\]】）]\s*(?:第\s*)?[0-9]{1,5}\s*号$"
)
DATE_LINE = re.compile(rf"(?:{_DATE}|[0-9]{{4}}[-./][0-9]{{1,2}}[-./][0-9]{{1,2}})$")
ISSUED = re.compile(rf".{{0,40}}{_DATE}\s*(?:印\s*发|印)$|共印\s*[0-9]+\s*份。?$")
COPIES = re.compile(r"(?:抄\s*送|主\s*送|抄\s*报|分\s*送)\s*：")
PUBLICITY = re.compile(
    r"（?(?:此件|本件)?(?:主动公开|公开发布|依申请公开|此件.{0,4}公开.{0,4}|公开属性：.{2,8}|信息公开(?:选项|形式)：.{2,8})）?$"
)
ATTACHMENT = re.compile(
    r"(附\s*(?:件|表|录|图))\s*([0-9]{1,2}|[一二三四五六七八九十]{1,3})?\s*(?:[-－]\s*[0-9]{1,2})?\s*[：、.]?\s*(.*)$"
)
NOTE = re.compile(r"(注|备\s*注|说\s*明|填表说明|填报说明)\s*[0-9]{0,2}\s*[：]")
TOC = re.compile(r"(?:目\s*录|CONTENTS|Table of Contents)$", re.I)
LABEL = re.compile(r"((?:[\u4e00-\u9fff]\s*){2,10})：\s*(?=\S)")
HEAD_SIGN = re.compile(r"[●■◆▶◼★▲◇□○]\s*")
BULLET = re.compile(r"(?:[●■◆▶◼★▲◇□○•·▪◦➢✓]\s*|[-–—*]\s+)(?=\S)")
CLOSING = re.compile(
    r"(?:特此(?:通知|公告|函告|通告|报告|说明)|专此|此复|以上(?:通知|意见)|.{0,40}(?:将)?另行(?:通知|下发|公布|公告|安排))"
)
FORWARDING = re.compile(r".*(?:印发给你们|现予(?:以)?(?:印发|公布|发布)|予以(?:印发|公布|发布)|现转发给你们)")
CAPTION = re.compile(r"（.{0,120}[0-9]{4}年.{0,120}(?:通过|公布|发布|施行|修订|修正|印发).{0,60}）$")
FOLIO = re.compile(r"(?:[-—–－]\s*[0-9]{1,3}\s*[-—–－]|第\s*[0-9]{1,3}\s*页(?:\s*[,，/]?\s*共\s*[0-9]{1,3}\s*页)?)$")
EMPTY_FIELDS = re.compile(r"(?:[\u4e00-\u9fff（）\s]{2,14}：[\s_]*){2,8}$")

_KINDS = (
    "通知|公告|通告|意见|函|决定|批复|办法|方案|细则|条例|规定|指南|规程|解读|章程|须知|通报|公示|请示|报告|准则|规范|要点|计划|"
    "汇总表|申报表|推荐表|登记表|申请表|一览表|明细表|名单|清单|目录"
)
TITLE = re.compile(rf"(?:.{{2,110}}(?:{_KINDS})|[\u4e00-\u9fff]{{1,2}}读)[》”]?(?:（[^）]{{1,16}}）)?$")
_ORGANISATION = re.compile(
    r".*(?:政府|办公室|办公厅|委员会|管理局|监管局|监督局|局|厅|部|小组|领导组|中心|协会|学会|联合会|研究院|集团|公司|委|院|处|组委会|文件|联席会议)(?:（.{1,8}）)?$"
)


def is_title(core: str) -> bool:
    """Does this unterminated line read like the title of a notice, a regulation or a form?"""
    flat = re.sub(r"\s", "", core)
    return len(flat) <= 120 and not re.search(r"[。；！？]", flat) and TITLE.match(flat) is not None


def is_organisation(core: str) -> bool:
    """Does this line hold nothing but the names of bodies (a letterhead or a signature)?"""
    flat = re.sub(r"\s+", "", core)
    return len(flat) <= 40 and not re.search(r"[，。；：、！？]", flat) and _ORGANISATION.match(flat) is not None


def is_addressee(core: str) -> bool:
    """Does this line name the bodies a notice is sent to (`各县、区人民政府，市直各部门：`)?"""
    flat = re.sub(r"\s+", "", core)
    if not flat.endswith("：") or len(flat) > 300 or re.search(r"[。；]", flat):
        return False
    return re.search(r"(?:如下|下列|以下|包括|为|是)：$", flat) is None and (
        re.match(
            r"(?:各|市|省|县|区|有关|相关|全[市省县区]|[\u4e00-\u9fff]{2,20}(?:政府|单位|部门|企业|委员会|局|厅|小组|公司))",
            flat,
        )
        is not None
    )


def same_attachment(first: str, second: str) -> bool:
    """Do two lines name the same attachment (`附件1：申报表` and, later, `附件1`)?"""
    left, right = ATTACHMENT.match(first), ATTACHMENT.match(second)
    return left is not None and right is not None and left.groups()[:2] == right.groups()[:2]
