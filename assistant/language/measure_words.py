"""Measure words: every unit by its spellings, and the pattern that finds one behind a number."""

import re

# Units written in one way only; the aliases below map other spellings to one of them. Longest spelling wins.
_PLAIN = (
    "个工作日 个百分点 个月 个年度 小时 分钟 年度 年 秒 天 周 元 美元 % 个 名 人 项 份 家 次 届 件 组 类 步 字 岁 户 "
    "倍 吨 千克 克 平方米 平方公里 亩 米 厘米 毫米 微米 公里 台 套 条 种 批 款 篇 部 所 座 级 分 轮 期 支 门 场 例 道 "
    "辆 只 方面 代 颗 张 本 ℃ 度 MPa kW ppm 成 公顷 平方千米 立方米 千瓦 千瓦时 兆瓦 学时 课时"
)
# Units that count only behind a figure: in Han these words begin others (三起来, 两头, 一车间).
COUNTERS = "起 宗 桩 单 头 匹 棵 株 盒 页 册 幅 斤 升 毫升 罐 车 桶 箱 锅 炉 瓶 袋 筐 窑 床 盘"
_ALIASES = (
    "工作日=个工作日 个自然日=天 自然日=天 日=天 个小时=小时 周年=年 星期=周 个星期=周 个名额=个 环节=个 个字=字 "
    "字符=字 个字符=字 位=名 公斤=千克 kg=千克 mm=毫米 cm=厘米 km=公里 元人民币=元 人民币=元 万元=万元 ‰=‰"
)
UNITS = {unit: unit for unit in f"{_PLAIN} {COUNTERS}".split()} | dict(pair.split("=") for pair in _ALIASES.split())
# A unit that opens another word counts nothing (2012成立, 92.5升至, 3车间).
_OPENS = {
    "成": "立员果本功为型长熟效分就交品套绩",
    "升": "至到级为高了格",
    "起": "来步草诉源点",
    "单": "位元独项",
    "车": "间型速",
    "头": "部版条",
    "箱": "体",
    "床": "位",
}


def _unit_pattern(unit: str) -> str:
    return re.escape(unit) + (f"(?![{_OPENS[unit]}])" if unit in _OPENS else "")


UNIT = "|".join(_unit_pattern(unit) for unit in sorted(UNITS, key=len, reverse=True))
