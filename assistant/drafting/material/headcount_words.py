"""How a head count is worded: its number, what leads up to it, and the forms of sentence that give one."""

import re
from functools import lru_cache

from assistant.drafting.lexicon import load_lexicon

NUMBER = r"(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?万?|[一二两三四五六七八九十百千零]{2,})"
ABOUT_BEFORE = r"(?P<near>近|约|大约|将近|超过|超|逾|不到|不足|接近|差不多|大概)?\s*"
AFTER = r"\s*(?P<many>余|多|来)?\s*(?:名|个人|号人|人|个|位)(?P<around>左右|上下|以上)?"
LABELLED_LEAD = (
    r"(?:截[至止][^，。；\n|]{4,12}?(?:底|末|日|月)[，]?|[0-9]{4}年(?:年?[底末]|[0-9]{1,2}月底?)?[：，]?\s*|在编[0-9]+人?[，、]聘用[0-9]+"
    r"人?[，、])?(?:(?:本|分|我|我们?)(?:公司|院|校|厂|单位|店|站|中心|社)[，：]?)?(?:合计|共计?|共有|总计|一共|现有|总数|在册|正式员工|在岗)?"
)


@lru_cache(maxsize=1)
def prose_forms() -> tuple[re.Pattern[str], ...]:
    """The forms that name who is counted: 员工66人, 66名员工, 全厂66人, 由50人增加到66人, 花名册66人, 更正为66人."""
    noun = load_lexicon("facts").patterns["employee_noun"].pattern
    total = (
        r"(?:截[至止][^，。；\n|]{4,12}?(?:底|末|日|月)|队伍|总数|总人数|人数|总计|合计|共计|共"
        r"|总共|一共|合起来|加起来|加在一起|合在一起|算在一起|拢共|统共|拢总|规模|数|总量|已?达到?|有|为|是|写|填|报|按|算|已有|在册|在岗|合计|合|在|保持在|稳定在|实有|，|：|\s)*"
    )
    stated = re.compile(rf"(?P<noun>{noun}){total}{ABOUT_BEFORE}{NUMBER}{AFTER}")
    grown = re.compile(
        rf"(?P<noun>{noun})(?:总?人?数)?(?:由|从)[^。；\n]{{2,24}}?(?:增加|增长|发展|扩大|壮大|增|减少|精简)?(?:到|至)"
        rf"(?:了|现在的?|目前的?|如今的?|今年的?|[0-9]{{4}}年(?:的|底|末)*)?{ABOUT_BEFORE}{NUMBER}{AFTER}"
    )
    reverse = re.compile(rf"{ABOUT_BEFORE}{NUMBER}{AFTER}的?(?P<noun>{noun})")
    whole = re.compile(
        rf"(?P<noun>(?:全公司|全厂|全院|全校|全店|全社|公司上下|总人数|人员总数|全员|企业总"
        rf"|[店厂社]里一共|[店厂社]里总共|店里连我|连我|加上我|连老板|拢共|现员|现有人员|加上管理人员|加上后勤|连同管理人员|算上管理人员|实有|实际在岗|总计|上上下下|上下|[厂店社院校园所]里现?"
        rf"有|(?:我们|本公司|我公司|我厂|全所|全园|全中心)(?:目前|现在)?现?有|都算上|(?:本|我)(?:公司|院|校|厂|店|社|中心|站|单位|农场|分公司)(?=[0-9])|(?<=[。；\n，])公司(?=[0-9])|(?<=[，。；、：\n])(?:目前|现在|眼下|如今|截至目前)?(?:现)?(?:实际)?(?:在册|在岗|在职)(?:共|有)?(?=[0-9])|常年在岗的?|(?:长期|常年|长年|固定)(?:请|雇|用)?(?:的)?(?:人手|师傅|工人|员工|人|工)[^，。；0-9]{{0,6}}|(?:上班|拿工资|领工资|干活|常年用工|长年用工)的?(?:有|共)?)(?:一共|总共|"
        rf"共有?|现有?|总计|合计|在册|在岗|在编|有|是|为|：)*){ABOUT_BEFORE}{NUMBER}"
        rf"{AFTER}"
    )
    reported = re.compile(
        rf"(?P<noun>(?:台账|工资表|工资册|社保|花名册|年报|官网|公众号|宣传册|画册|发言稿|讲话稿|[社医]保册|月报|名册|参保名单|"
        rf"统计表|报告|总结|报表|系统|简介|通讯录|统计员?|人事(?:部|科|处)?|财务(?:部|科|处)?|行政(?:部|科)?|工会|会计|出纳|劳资科?|人力(?:资源部?)?|办公室|档案)(?:上|里|中|处)?(?:[0-9]{{1,4}}[月年](?:底|末|份)?)?[^，。；\n0-9]{{0,8}}?(?:是|为|写|记|载"
        rf"|说|报|披露|公布|公示|刊登?|印|登|列|显示|有|人数|在册|在岗|缴纳|参保|登记|上|的|：)+){ABOUT_BEFORE}{NUMBER}"
        rf"{AFTER}"
    )
    unitless = re.compile(
        r"(?<![\u4e00-\u9fff])(?P<noun>员工|职工|教职工|全员|在职)(?:总数|人数|总人数)?(?P<near>近|约)?(?P<number>[0-9]{1,5})(?P<many>余|多)?"
        r"(?=[，。；、\n（])"
    )
    corrected = re.compile(
        rf"(?P<noun>(?:更正|改正|修正|订正|更改|核定|核实|实为|应为|应是)(?:后)?(?:的)?(?:是|为|成)?){ABOUT_BEFORE}{NUMBER}{AFTER}(?=[，。；\n（]|$)"
    )
    return stated, reverse, whole, grown, reported, unitless, corrected


@lru_cache(maxsize=1)
def spoken_form() -> re.Pattern[str]:
    """A bare count of people with nothing but words for the whole before it (人146个, 拢共167号人)."""
    return re.compile(
        rf"(?P<noun>(?:(?<=[，。；、：\n“])人[头手]?(?:呢|嘛|数)?(?:一共|总共|共|有|是|，|现在)*"
        rf"|(?:总共|一共|拢共|统共|拢总|总计|合计|满打满算|里里外外|上上下下|老老少少|连[\u4e00-\u9fff]{{1,4}}带[\u4e00-\u9fff]{{1,6}}?|[厂店社院校站所园场]里头?|全(?:公司|厂|院|校|店|社|场|园|站|所|体|村)[\u4e00-\u9fff]{{0,6}}?(?:加起来|合起来|算下来|加一块儿?))+(?:现在|目前)?(?:就|也就|总共|一共|是|有)*))"
        rf"{ABOUT_BEFORE}{NUMBER}\s*(?P<many>余|多|来)?(?:个|名|号|口)?人?(?P<around>左右|上下|以上)?"
    )
