"""Materials the drafting tests read: invented applicants, each with one difficulty beside the ordinary."""

from datetime import date
from functools import lru_cache

from assistant.drafting.material.model import Kind, Material
from assistant.drafting.material.read import read_material

AS_OF = date(2024, 2, 22)

FOUNDRY = """宝鸡市岐炉铸件有限公司申报材料
宝鸡市岐炉铸件有限公司位于宝鸡市岐山县，2010年4月注册成立，前身是1969年的岐山铸造社，2016年更名。公司为有限责任公司（自然人独资），属金属制品业，主要从事铸铁件、铸钢件的生产与销售。截至2023年12月有员工230人，其中研发人员21人。
公司2018年起推行“一包一签”：每包铁水贴温度签，签上温度低于下限的铁水一律回炉。铸件废品率由6.1%降到1.9%，退货由每年31批降到3批。“一包一签”已被县内8家铸造厂采用。
荣誉：
2021年6月 陕西省质量奖提名奖（陕西省人民政府）
2018年5月 陕西省名牌产品（陕西省人民政府）
2022年 岐山县质量先进单位（岐山县人民政府）
联系人：质管部部长 亓望山，0917-4210006。愿意申报中国质量奖。
"""

WELDER = """郗铁梅同志事迹
郗铁梅，女，1980年2月出生，阳泉晋焊压力容器有限公司焊工、高级技师，公司位于阳泉市郊区，属专用设备制造业。2001年9月参加工作。
她总结“三遍听弧”焊接法：起弧听一遍、稳弧听一遍、收弧听一遍，声音发散的焊缝当场返工。焊缝一次合格率由92%提高到99.4%。
荣誉：2022年3月山西省质量工作先进个人（山西省人民政府）；2021年公司获山西省质量奖。
联系人：车间主任 邸长河，0353-2210007。中国质量奖暂不考虑。
"""


@lru_cache(maxsize=256)
def read(text: str, kind: Kind = "organisation", as_of: date = AS_OF) -> Material:
    """The material read from one pasted text; several tests look at one text, which is read once."""
    return read_material(texts={"材料.txt": text}, kind=kind, as_of=as_of)


def codes(material: Material) -> set[str]:
    """The flag codes raised."""
    return {flag.code for flag in material.flags}


def quotes(material: Material, code: str) -> str:
    """The evidence of one flag, joined."""
    return "".join(span.quote for flag in material.flags if flag.code == code for span in flag.spans)
