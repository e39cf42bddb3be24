"""Snapshots of the rendered prompts. `python -m tests.models.snapshots` writes them anew."""

from pathlib import Path
from typing import Any

from assistant.models.prompts import load_prompt

FOLDER = Path(__file__).parent
_CLAUSE = "市政府对首次获得“宝鸡市质量奖”的组织和单位给予50万元一次性补助，并颁发获奖证书和奖牌。"
_STORY = "我公司2010年3月在宝鸡市注册成立，是企业法人，近三年没有发生质量事故。"

# One realistic set of variables per prompt.
SAMPLES: dict[str, dict[str, Any]] = {
    "compose": {
        "question": "宝鸡市质量奖的奖金是多少？",
        "context": "无",
        "clauses": {"c1": _CLAUSE},
        "outline": "首次获得宝鸡市质量奖的组织和单位，市政府给予50万元一次性补助。[c1]",
    },
    "repair": {
        "sentences": "1. 获得宝鸡市质量奖的单位补助80万元[c1]。（原因：“80万元”不在所引条款中）",
        "clauses": {"c1": _CLAUSE},
    },
    "rephrase": {"question": "那名额呢？", "history": "用户：宝鸡市质量奖的奖金是多少？"},
    "route": {"question": "评上了能拿到多少钱？", "awards": "宝鸡市质量奖、兰州市政府质量奖"},
    "extract": {"text": _STORY, "keys": "- registered_city：注册登记的城市（text）"},
    "map": {
        "practices": "p1 每包铁水贴温度签，低于下限的铁水一律回炉。\n p2 每周五打扫卫生。",
        "dimensions": {"d1": "过程管理：过程的识别、设计、实施与改进。", "d2": "领导：愿景、价值观与治理。"},
    },
    "draft-characterisation": {
        "material": "公司推行“一包一签”：每包铁水贴温度签，低于下限的铁水一律回炉。",
        "limit": "25",
        "draft": "一包一签，低于下限的铁水一律回炉",
        "wish": "比现有的更短，只留最要紧的做法，其余删去。",
    },
    "draft-profile": {
        "material": "公司2010年4月成立，有员工230人。推行“一包一签”，废品率由6.1%降到1.9%。",
        "limit": "300",
        "draft": "公司2010年4月成立，现有员工230人。推行“一包一签”，废品率由6.1%降到1.9%。",
        "wish": "语句通顺、平实，意思不变。",
    },
    "probe": {"word": "已连通"},
}


def snapshot(prompt_id: str) -> str:
    """A prompt rendered with its sample, as Markdown; the fence's marker is fixed."""
    prompt = load_prompt(prompt_id)
    parts = [f"# {prompt.id}（第 {prompt.version} 版）：{prompt.purpose}\n"]
    rendered = prompt.render(SAMPLES[prompt_id], marker="0123456789abcdef")
    parts += [f"## {role}\n\n{text.strip()}\n" for role, text in rendered]
    return "\n".join(parts)
