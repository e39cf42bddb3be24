"""A small made-up corpus with its own home, so that a whole index takes a second or two."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from assistant.library.seed import open_library
from assistant.library.store import Library
from assistant.retrieval.index import build
from assistant.retrieval.retriever import Retriever, open_retriever
from assistant.settings import Settings

CITIES = {"qingshan": "青山市", "lvshui": "绿水市"}
CLAUSES = {
    "市质量奖每届评选不超过4个，名额可以空缺。": ["评几家", "名额有多少", "能选出几个", "给几个坑位"],
    "市政府对获奖组织给予30万元一次性补助。": ["奖金多少", "给多少钱", "发不发钱", "能拿几万"],
    "申报材料应当于9月30日前报送市局。": ["啥时候截止", "最晚哪天交", "交材料的期限", "几号前递上去"],
    "申报组织应当注册并正常运行满6年。": ["公司要成立几年", "新企业能不能报", "开办年头要求", "注册多久才行"],
    "获奖名单向社会公示，公示时间为7个工作日。": ["名单要晒几天", "公示多长时间", "公开征求意见几天", "挂网多久"],
    "提供虚假材料的，3年内不予受理其申报。": ["造假怎么罚", "材料作假会怎样", "虚报有啥后果", "骗奖几年不能报"],
    "市质量奖有效期为8年，期满重新评价。": ["牌子管几年", "称号有效多久", "到期怎么办", "几年后要复评"],
    "评审不向申报组织收取任何费用。": ["报名要花钱吗", "评审费多少", "要不要交钱", "收不收费"],
}
FRAMES = ["{city}{q}", "{q}", "想知道{city}那边{q}", "我们厂{q}", "{city}的奖{q}", "{q}，{city}", "麻烦说说{q}"]


def write_corpus(folder: Path) -> Path:
    """Two notices of eight clauses, 28 authored questions a clause, and a few exemplars."""
    (folder / "documents").mkdir(parents=True)
    (folder / "questions").mkdir()
    for name, city in CITIES.items():
        articles = "\n\n".join(f"第{n}条 {text}" for n, text in zip("一二三四五六七八", CLAUSES, strict=True))
        (folder / "documents" / f"{name}.txt").write_text(f"{city}质量奖评选办法\n\n{articles}\n", encoding="utf-8")
        sets = [
            {"quote": text, "questions": [frame.format(city=city, q=q) for frame in FRAMES for q in asked]}
            for text, asked in CLAUSES.items()
        ]
        (folder / "questions" / f"{name}.yaml").write_text(yaml.safe_dump(sets, allow_unicode=True), encoding="utf-8")
    exemplars = {"out_of_scope": ["今天天气怎么样", "附近有什么好吃的"], "greeting": ["你好呀", "早上好"]}
    told = yaml.safe_dump(exemplars, allow_unicode=True)
    (folder / "questions" / "exemplars.yaml").write_text(told, encoding="utf-8")
    thesaurus = {"groups": [{"say": ["坑位"], "means": ["名额"]}], "ignored": ["麻烦说说"]}
    (folder / "thesaurus.yaml").write_text(yaml.safe_dump(thesaurus, allow_unicode=True), encoding="utf-8")
    return folder


def make_settings(folder: Path, **more: str) -> Settings:
    """Settings of a home and a corpus under `folder`, whatever the environment says."""
    told = {"embedding_model": "", "chroma_url": ""} | more
    return Settings(assistant_home=folder / "home", assistant_corpus=folder / "corpus", **told)


@pytest.fixture
def fresh(tmp_path: Path) -> Settings:
    """A home without an index, over a corpus of its own that a test may change."""
    write_corpus(tmp_path / "corpus")
    return make_settings(tmp_path)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """An indexed home; tests must not change it."""
    folder = tmp_path_factory.mktemp("built")
    write_corpus(folder / "corpus")
    settings = make_settings(folder)
    build(settings)
    return settings


@pytest.fixture(scope="session")
def library(built: Settings) -> Library:
    """The library of the indexed home."""
    return open_library(built)


@pytest.fixture
def retriever(built: Settings, library: Library) -> Iterator[Retriever]:
    """A retriever over the indexed home."""
    opened = open_retriever(built, library)
    yield opened
    opened.close()
