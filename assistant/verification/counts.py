"""Counts a sentence may give of its own: of what it or its clause lists, and sums of the clause's figures."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from assistant.language.numerals import Quantity, find_quantities
from assistant.verification.evidence import Evidence
from assistant.verification.passing import passing
from assistant.verification.plain import compiled

COUNTS = {
    "个",
    "名",
    "家",
    "项",
    "人",
    "类",
    "种",
    "步",
    "方面",
    "条",
    "款",
    "件",
    "组",
    "位",
    "道",
    "样",
    "套",
    "级",
    "",
    *"起宗桩单头匹棵株盒页册幅罐车桶箱锅炉瓶袋筐窑床",
}
# With 一 these count nothing out (一套办法, 一届, 一份贡献); a number of copies or days is a figure all the same.
_ONE = COUNTS | {"次", "届", "轮", "份", "张", "期", "批", "本", "篇", "字"}
_SUM = re.compile(r"(?:加起来|合起来|合计|总计|总共|一共|共|加在一起|相加|都算上)[^,。]{0,12}$")
_DIFFERENCE = re.compile(r"比[^,。]{1,16}[多少长短][^,。]{0,2}$|(?:多出?|少|差|短缺?)了?$")
# What is left of the span a clause asks for beyond what the applicant told (更早的两年).
_LEFT_OF_SPAN = re.compile(r"(?:更早|其余|余下|剩下|缺的?|之前|此前|还差)(?:的|那)?(?:前面)?$")
# Wordings whose figures are worked out or denied give no figure of the clause.
_NOT_GIVEN = re.compile(r"加起来|合起来|合计|总共|一共|比|倍|差|不是|不在|没|不够|只")
_MOST = 20
# No enumeration behind a count is longer.
_REACH = 400
_SPANS = {"年", "个月", "周", "天", "小时", "分钟"}
_NUMERALS = "一二两三四五六七八九十百千"
_TIMES = {"次", "遍", "回", "趟"}


_EITHER = re.compile(r"(?:情况|情形|路子?|途径|方式|选择|可能)")


def harmless(quantity: Quantity, text: str, evidence: Evidence) -> bool:
    """一个, 两类 and the count of an enumeration the sentence itself or its clause gives."""
    han = not quantity.text[0].isdigit()
    own = evidence.personal and not evidence.documents
    if own and not han:  # SCI 6篇 stands behind letters, where no figure is looked for.
        return bool(compiled(rf"[A-Za-z]{re.escape(quantity.text)}").search(evidence.own))
    if not han:
        return False
    if own and quantity.value == 1 and quantity.unit not in _SPANS and f"每{quantity.unit}" in evidence.own:
        return True  # 一台一卡: every one.
    if (
        own
        and quantity.unit in _TIMES
        and compiled(
            rf"(?<![{_NUMERALS}]){quantity.text.removesuffix(quantity.unit)}(?:[次遍回趟]|[一-鿿]{{1,2}}”)"
        ).search(evidence.own)
    ):
        return True
    if quantity.value == 1:
        if _ALLOTS.search(text[max(0, quantity.start - 10) : quantity.start]) and _allotted(quantity, evidence):
            return False
        return quantity.unit in _ONE and not any(q.unit == quantity.unit == "份" for q in evidence.quantities)
    if quantity.value == 2 and _EITHER.match(text[quantity.end :]) and "或" in evidence.text:
        return True  # 看两种情况: the two that 或 joins.
    if own and any(q.unit == quantity.unit for q in evidence.quantities):
        return False  # What the applicant's own text counts is counted as it does.
    if own and quantity.value > _TOLD_LOOSELY:
        if quantity.unit in _SPANS:
            return False
        sizes = {*_list_sizes(text), *_list_sizes(evidence.text), *(q.value for q in evidence.quantities)}
        return quantity.value in sizes
    if quantity.unit == "次" and quantity.value == len(evidence.contexts):
        return True
    behind = text[quantity.end :]
    if re.match(r"[一-鿿]{0,6}:|[^:。;]{0,20}:$", behind) and quantity.value <= 9 and quantity.unit in COUNTS | {"次"}:
        return True
    if quantity.value <= 4 and re.match(r"(?:市|地|城|省|个市|边)", behind):
        return True
    if (quantity.unit == "部" and behind.startswith("分")) or re.match(r"(?:字|个字)(?:[,。:“”]|$)", behind):
        return True
    return quantity.unit in COUNTS - {""} and 2 <= quantity.value <= _MOST and _counted(quantity, text, evidence)


# 每届一个, 不超过一个: one is the figure itself.
_ALLOTS = re.compile(
    r"(?:每[一个]?[届年次批个家]|不超过|不多于|至多|最多|限额?|上限)(?:只|仅)?(?:能|可以?|限)?"
    r"(?:评选?|设|奖励?|报|推荐|表彰|颁发|授予|有|为|是|取|产生|申报)?(?:出)?$"
)


def _allotted(quantity: Quantity, evidence: Evidence) -> bool:
    """Whether the evidence allots another number of what is counted alike."""
    alike = COUNTS if quantity.unit in COUNTS else {quantity.unit}
    return any(q.unit in alike and q.value != 1 for q in evidence.quantities)


def _counted(quantity: Quantity, text: str, evidence: Evidence) -> bool:
    if quantity.bound != "exact":
        return False
    near = text[max(0, quantity.start - 60) : quantity.end + 120]
    listed = re.match(
        r"[^,。;:]{0,8}:([^。]*、[^。]*)", re.sub(r"\([^()]*\)", "", text[quantity.end : quantity.end + _REACH])
    )
    own = _list_sizes(listed[1]) if listed else ()
    sizes = {*_list_sizes(near), *own, *_list_sizes(evidence.text), len(evidence.contexts), *_members(evidence.text)}
    thing = text[quantity.end : quantity.end + 1]
    numbered = max(_members(evidence.text))
    if numbered >= 3 and re.match(r"(?:申报|参评|必备|基本)?(?:条件|要求|情形)", text[quantity.end :]):
        return quantity.value == numbered or (quantity.value, thing) in _told(evidence)
    return quantity.value in sizes or (quantity.value, thing) in _told(evidence)


@passing(maxsize=256)
def _told(evidence: Evidence) -> frozenset[tuple[Decimal, str]]:
    """Counts written in Han in the authored wordings, each with the character behind it, worked out ones aside."""
    lines = [line for each in evidence.statements for line in each.wordings[1:] if not _NOT_GIVEN.search(line)]
    found = ((line, q) for line in lines for q in find_quantities(line))
    return frozenset(
        (q.value, line[q.end : q.end + 1])
        for line, q in found
        if q.unit in COUNTS and q.bound == "exact" and not q.text[0].isdigit()
    )


# 三番五次 and the like tell no count; more than so many do.
_TOLD_LOOSELY = 4
# A and B are two.
_PAIR = 2
_ANNOUNCED = re.compile(r"^[一-鿿]{0,6}:([^。;:!?]{6,})")


def miscounted(said: str) -> str:
    """A count in Han that the enumeration right behind its colon does not keep, "" where none is."""
    for quantity in find_quantities(said):
        listed = _ANNOUNCED.match(said[quantity.end :])
        if listed is None or quantity.text[0].isdigit() or quantity.unit not in COUNTS or quantity.value < 2:
            continue
        if "、" not in listed[1] and "," not in listed[1] and quantity.value > _PAIR:
            joined = re.fullmatch(r"[^和与及。;]{2,14}(?:和|与|以及)[^和与及。;的]{2,14}", listed[1].rstrip("。"))
            if joined:
                return quantity.text
        least = len(re.split(r"、|,(?:以及|还有|和)", listed[1].rstrip("、,")))
        apart = len(re.split(r",(?:以及|还有|另一[类个种项])|;", listed[1].rstrip("、,;")))
        if apart == quantity.value or re.search("不[一同]|区别|差别|对比|相比", listed[0]):
            continue
        most = len(re.split(r"、|以及|[和与及,]", listed[1]))
        if "、" in listed[1] and "另一" not in listed[1] and least >= 2 and not least <= quantity.value <= most:
            return quantity.text
    return ""


def lists_so_many(value: Decimal, text: str) -> bool:
    """Whether a flat text has an enumeration of so many members."""
    return value in {*_list_sizes(text)}


def _members(text: str) -> Iterator[int]:
    """How many points (一)(二)(三) or 1、2、3、 a clause counts out."""
    yield len(re.findall(r"(?:^|[\n。;:])(?:-)?[(（]?[一二三四五六七八九十\d]{1,2}[)）、.](?!\d)", text))


@passing(maxsize=4096)
def _list_sizes(text: str) -> frozenset[int]:
    """The sizes of the enumerations of a text, stretch by stretch."""
    sizes = set()
    for run in re.split(r"[,。;:]", text):
        if "、" in run:
            sizes.add(len(re.split(r"、|以及|[和及与](?![谐])", run)))
            if not re.search(r"以及|[和及与]", run.rsplit("、", 1)[-1]):
                sizes.add(run.count("、") + 1)
        elif re.search("[和与及]", run):
            sizes.add(_PAIR)
    return frozenset(sizes)


def derived(quantity: Quantity, text: str, evidence: Evidence) -> bool:
    """A sum or difference of two of the clause's figures, told as one (加起来最多8个, 多2个)."""
    ahead = text[max(0, quantity.start - 24) : quantity.start]
    if _LEFT_OF_SPAN.search(ahead) and quantity.unit == "年" and evidence.own:
        asked = [q.value for q in evidence.quantities if q.unit == "年" and q.bound == "at_most"]
        told = [q.value for q in find_quantities(evidence.own) if q.unit == "年"]
        return any(quantity.value == a - b for a in asked for b in told)
    added, less = _SUM.search(ahead), _DIFFERENCE.search(ahead)
    if not evidence.documents or not (added or less):
        return False
    counted = quantity.unit in COUNTS
    held = [q.value for q in evidence.quantities if (q.unit in COUNTS if counted else q.unit == quantity.unit)]
    return any(quantity.value == (a + b if added else abs(a - b)) for a, b in combinations(held, 2))


def in_compound(quantity: Quantity, evidence: Evidence) -> bool:
    """A small count in Han that the applicant's text has in a compound (四种颜色 of 四色图, 两人 of 双人)."""
    if (
        evidence.documents
        or quantity.text[0].isdigit()
        or not 2 <= quantity.value <= _SMALL
        or quantity.unit not in COUNTS
    ):
        return False
    return quantity.text[0] in evidence.own or (quantity.value == 2 and bool(re.search(r"[双两二]", evidence.own)))


_SMALL = 10
