"""The contact person: name, title and telephone, in whatever order and layout they stand."""

import re

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.contact_aside import (
    appointed,
    behind_phone,
    beside_phone,
    lone_phone,
    own_contact,
    picks_up,
)
from assistant.drafting.material.contact_in_full import answers_for_oneself, in_full, post_alone
from assistant.drafting.material.contact_signature import role_in_brackets, signature, speaker
from assistant.drafting.material.contact_told import hired_writer, post_of, speaks_for, told_contact
from assistant.drafting.material.contact_words import PHONE, contact_fact, read_parts
from assistant.drafting.material.contact_writer import writer_contact
from assistant.drafting.material.labels import Labelled, head_rows, labelled
from assistant.drafting.material.model import Fact
from assistant.drafting.material.scan import Scan, clause_near
from assistant.drafting.material.surnames import may_be_name

_OTHERS = re.compile(r"。|[；，\s]*(?:法定代表人|法人代表|传真|邮箱|邮编|地址)")
# Somebody else's contact, said before the word.
_OTHERS_CONTACT = re.compile(
    r"(?:供应商|供货商|供方|客户|经销商|合作方|施工方|监理|甲方|乙方|厂家|记者|采访|媒体|新闻|编辑|紧急|家属|监督|投诉|举报|认证|审核机构|"
    r"咨询公司|中介|总包|会务|会议|活动|展会|采购|招聘|供稿|投稿|报名|物业|印刷|维保|售后|承办|主办|技术支持)[\u4e00-\u9fff]{0,6}$"
)
# 联系人变更 is a heading and nobody's name.
_ABOUT_THE_CONTACT = re.compile(
    r"(?:变更|变动|调整|更换|换人|有变|须知|名单|一览|登记表|信息表)"
    # what of it is put down so far (联系人只有“仉工”两个字)
    r"|只(?:有|写|填|留|给)了?(?:[“「][\u4e00-\u9fff]{1,3}[”」]|[^，。；\n“]{0,8}(?:字|姓氏?|电话|号码|部门|科室))"
    r"|(?:那|这)?一?栏(?:还|都|也|就)?(?:没|未|缺|空|漏|要|请|须|应)"
)
_PRONOUN = re.compile(r"[他她它]")
# Who was the contact and is no more (原联系人崔海霞已调走).
_FORMER = re.compile(r"(?:原|前任?|旧|此前的?|上一?任|以前的?|之前的?)(?:申报|项目|我们?)?的?$")
_GONE = re.compile(r"[^。；\n]{0,24}(?:已|刚|现已)?(?:调走|调离|离职|退休|辞职|停用|作废|不再|离开|转岗)")
_ANSWERER = r"[ \t]*(?:[^\s：，。；0-9]{1,10}：)?"
_QUESTION = re.compile(
    rf"(?:[^\n。；0-9]{{0,24}}[？?呢][^\n0-9]{{0,24}}|(?:谁|哪个|哪位)[？?]?"
    rf"|[写填留报是找]谁(?:，[^\n。；0-9]{0, 12})?)\n+{_ANSWERER}"
)
_FIRM_NAME = re.compile(r"([\u4e00-\u9fff]{4,20}?)(?:股份|集团|控股)?有限(?:责任)?公司")
_SHORTEST_FIRM = 3
# Who answers on the next line, where the same one speaks on other lines too.
_REPLY = re.compile(r"[ \t]*\n+(?P<who>[^\s：，。；0-9]{1,10})：")
_LOOKAHEAD = 80
# The next head of a row of heads (姓名　职务　电话) is no post, nor is what says that none is told (职务栏填表时漏了).
_NO_POST = re.compile(r"^(?:联系)?(?:电话|手机号?|方式|姓名|微信|邮箱|座机|号码)$|漏|忘|没|未|缺|空着|待补")
# No department or firm (综合科, 校办).
_SHORT_NAME = re.compile(r"[\u4e00-\u9fff]{1,2}[\u4e00-\u9fff](?<![部科处室办组会所站院校厂社店司])")
_PLAIN_VERB = re.compile(r"^找|(?:打给|拨打|致电|电联|打电话[给找]|电话找|电话联系|详询|垂询|请问)$")
# Who fills in or hands in is the contact only where nobody is called so.
_FOR_THIS = re.compile(r"^(?:本次|此次)?(?:质量奖|申报|参评|评奖)[^人员]*：$")
_FILLS_IN = re.compile(r"^(?:经办|填报|填表|报送|承办|呈报|上报|提交|递交|咨询)")


def read_contact(scans: tuple[Scan, ...], person: Fact | None = None) -> dict[str, Fact]:
    """Facts contact_name, contact_title and contact_phone, as far as the material gives them.

    `person` is the applicant where that is a person, who may be their own contact (电话…（本人）).
    """
    found: dict[str, Fact] = {} if person is None else speaks_for(scans, str(person.value))
    for scan in scans:
        role_in_brackets(scan, found)
        for start, end in _stretches(scan):
            for key, fact in read_parts(scan, start, end).items():
                found.setdefault(key, fact)
    for scan in scans:
        appointed(scan, found)
        _labelled_cells(scan, found)
    for reader in (signature, speaker) if person is None else (signature,):
        for scan in scans:
            if "contact_name" not in found:
                reader(scan, found)
    if "contact_name" not in found:
        writer_contact(scans, found)
    if "contact_phone" not in found:
        lone_phone(scans, found)
    if "contact_name" not in found:
        picks_up(scans, found)
    if "contact_name" not in found and "contact_phone" in found:
        behind_phone(scans, found)
    if "contact_name" not in found:
        beside_phone(scans, found)
    if "contact_name" not in found:
        told_contact(scans, found)
    if "contact_name" not in found and person is None:
        found |= {k: f for k, f in speaks_for(scans, "").items() if k not in found}
    if "contact_name" not in found and person is not None:
        own_contact(scans, person, found)
    if "contact_name" not in found and person is None:
        answers_for_oneself(scans, found)
    if "contact_phone" in found and not {"contact_name", "contact_title"} & found.keys():
        post_alone(scans, found)
    found = in_full(scans, found)
    if "contact_name" in found and "contact_title" not in found:
        found |= post_of(scans, str(found["contact_name"].value))
    return _without_hired_writer(scans, _without_firm(scans, found))


def _without_firm(scans: tuple[Scan, ...], found: dict[str, Fact]) -> dict[str, Fact]:
    """The post without the short name of a firm the material names in full (埠澜港务操作部经理, …埠澜港务有限公司)."""
    title = str(found["contact_title"].value) if "contact_title" in found else ""
    for match in (m for scan in scans for m in _FIRM_NAME.finditer(scan.text)):
        ends = (match[1][at:] for at in range(len(match[1]) - _SHORTEST_FIRM + 1))
        short = next((end for end in ends if title.startswith(end) and len(title) > len(end) + 1), "")
        if short:
            fact = found["contact_title"]
            return found | {"contact_title": Fact("contact_title", title.removeprefix(short), fact.span)}
    return found


def _without_hired_writer(scans: tuple[Scan, ...], found: dict[str, Fact]) -> dict[str, Fact]:
    """The contact less what belongs to somebody paid to write the paper, who is nobody of the applicant's."""
    hired = hired_writer(scans, str(found["contact_name"].value)) if "contact_name" in found else None
    if hired is None:
        return found
    kept = {key: fact for key, fact in found.items() if key == "contact_phone"}
    return {
        k: f for k, f in kept.items() if not (f.span.file == hired.file and hired.start <= f.span.start < hired.end)
    }


def _stretches(scan: Scan) -> list[tuple[int, int]]:
    """From each 联系人 (or the like) to the end of its sentence, the telephone on the next line included."""
    stretches: list[tuple[int, int, int]] = []
    heads = head_rows(scan.text)
    for match in load_lexicon("facts").patterns["contact_before"].finditer(scan.text):
        if any(start <= match.start() < end for start, end in heads):
            continue
        if _OTHERS_CONTACT.search(scan.text, max(0, match.start() - 16), match.start()):
            continue
        if _PRONOUN.match(scan.text, match.end()) or _asks_elsewhere(scan.text, match):
            continue
        if _ABOUT_THE_CONTACT.match(scan.text, match.end()) or _no_longer(scan.text, match):
            continue
        start = _behind_question(scan.text, match.end())
        where = load_lexicon("contacts").patterns["told_where"].match(scan.text, start)
        start = where.end() if where else start
        end = scan.text.find("\n", start)
        end = len(scan.text) if end < 0 else end
        stop = _OTHERS.search(scan.text, start, end)
        end = stop.start() if stop else end
        if not PHONE.search(scan.text, start, end):
            phone = PHONE.search(scan.text, end, min(len(scan.text), end + _LOOKAHEAD))
            end = phone.end() if phone and scan.text[end : phone.start()].count("\n") <= 3 else end
        if _PLAIN_VERB.search(match.group()) and not PHONE.search(scan.text, start, end):
            continue  # 找 asks for the contact only where a number follows; elsewhere it is a plain verb
        if end - start <= 160 and not scan.sealed(match.start(), max(end, start + 1)):
            rank = 0 if _FOR_THIS.match(match.group()) else 2 if _FILLS_IN.match(match.group()) else 1
            stretches.append((rank, start, end))
    return [(start, end) for _, start, end in sorted(stretches)]


def _asks_elsewhere(text: str, match: re.Match[str]) -> bool:
    """Whether the asking is barred (别找…), or turns to a repair desk or to the office that runs the award."""
    contacts = load_lexicon("contacts")
    first, last = clause_near(text, *match.span(), "，。；！？\n")
    barred = contacts.has("barred", text[max(0, match.start() - 6) : match.start()])
    return barred or contacts.has("other_desks", text[first:last])


def _no_longer(text: str, match: re.Match[str]) -> bool:
    """Whether the word speaks of a former contact, or of one that has gone."""
    former = _FORMER.search(text, max(0, match.start() - 8), match.start()) or match.group().startswith("原")
    return bool(former) or _GONE.match(text, match.end()) is not None


def _behind_question(text: str, start: int) -> int:
    """Where the answer begins if the word is part of a question (联系人写谁？/ 答：…): behind who answers."""
    question = _QUESTION.match(text, start)
    if question is not None:
        return question.end()
    listed = "、" in text[text.rfind("\n", 0, start) + 1 : start]
    reply = None if listed else _REPLY.match(text, start)
    return reply.end() if reply and text.count(f"\n{reply['who']}：") > 1 else start


def _read_cell(scan: Scan, value: Labelled) -> dict[str, Fact]:
    """The parts a cell gives; one of a few characters, beside a cell for the post or the number, is a name by its place
    (a table with 联系人 | 职务 | 电话)."""
    parts = read_parts(scan, value.start, value.end)
    beside = any(True for key in ("contact_title", "contact_phone") for _ in labelled(scan, key))
    if not parts and beside and _SHORT_NAME.fullmatch(value.text) and may_be_name(value.text, placed=True):
        return {"contact_name": contact_fact(scan, "contact_name", value.start, value.start + len(value.text))}
    return parts


def _labelled_cells(scan: Scan, found: dict[str, Fact]) -> None:
    for value in labelled(scan, "contact"):
        if re.search("[您你]", value.label):
            continue  # the one who is asked is found by name
        if not value.blank and value.text and "contact_name" not in found:
            for part, fact in _read_cell(scan, value).items():
                found.setdefault(part, fact)
    for key in ("contact_title", "contact_phone"):
        for value in labelled(scan, key):
            if value.blank or key in found:
                continue
            if key == "contact_title":
                text = re.split(r"[，；、 ]", value.text)[0]
                if text and not PHONE.search(text) and not _NO_POST.search(text):
                    found[key] = contact_fact(scan, key, value.start, value.start + len(text))
                continue
            phone = PHONE.search(scan.text, max(0, value.start - 1), value.end)
            if phone:
                found[key] = contact_fact(scan, key, phone.start(), phone.end())
