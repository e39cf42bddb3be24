"""Credentials, a person's private matters, bare marks of secrecy, others' results and open figures stay out."""

import pytest

from assistant.drafting.draft import draft
from tests.drafting.materials import FOUNDRY, codes, quotes, read

PRIVATE, TRADE, STATE = "PERSONAL_PRIVACY", "TRADE_SECRET", "STATE_SECRET"
PLAN, OPEN = "PLAN_NOT_ACHIEVED", "FIGURE_OPEN"

_CREDENTIALS = (
    ("推行“三对表”，每班对标样一次，网银密码qz888666，登录名qinquan。", ("qz888666", "qinquan")),
    ("推行“三对表”，每班对标样一次，后台账号admin口令Qq@2023x。", ("admin", "Qq@2023x")),
    ("系统管理员密码是Qq2023x，交接用，每班对标样。", ("Qq2023x",)),
    ("开户行账号6222021001116245702。", ("6222021001116245702",)),
    ("报送平台用户名jiangbiao01，每月对标样。", ("jiangbiao01",)),
    ("数据库口令为Jb#7788x，请保管好，每班对标样。", ("Jb#7788x",)),
    ("收款账号：500010412345678901，推行对标样。", ("500010412345678901",)),
    ("门禁卡密码907856，试压台每班对标样。", ("907856",)),
)


@pytest.mark.parametrize(("sentence", "secrets"), _CREDENTIALS)
def test_a_credential_is_sealed_and_not_even_shown(sentence: str, secrets: tuple[str, ...]) -> None:
    material = read(f"{FOUNDRY}\n{sentence}\n")
    flags = [flag for flag in material.flags if flag.code == PRIVATE]
    assert flags
    shown = "".join(flag.message + "".join(span.quote for span in flag.spans) for flag in material.flags)
    assert not any(secret in text for secret in secrets for text in (shown, *_texts(f"{FOUNDRY}\n{sentence}\n")))


_KEPT_OUT = (
    (PRIVATE, "技师李芳乳腺癌术后仍坚守岗位，带出徒弟12名。", "乳腺癌"),
    (PRIVATE, "员工张强因抑郁症休假半年后归队，推行对标样。", "抑郁"),
    (PRIVATE, "陈亮尿毒症，每周透析三次，仍对标样。", "尿毒症"),
    (PRIVATE, "陈亮胃切除三分之二，仍坚持每班对标样。", "胃切除"),
    (PRIVATE, "陈亮2015年判过刑，出狱后每班对标样。", "判过刑"),
    (PRIVATE, "陈亮月薪8600元，每班对标样。", "8600"),
    (PRIVATE, "班长刘洪做过心脏搭桥，仍每班对标样。", "搭桥"),
    (PRIVATE, "她化疗期间仍坚持每班对标样。", "化疗"),
    (PRIVATE, "检验员孙丽工资5200元，每班对标样。", "5200"),
    (TRADE, "每班对标样保压7.3秒，保密。", "7.3"),
    (TRADE, "每班对标样保压7.3秒，签过保密协议。", "7.3"),
    (TRADE, "每班对标样保压7.3秒，属于公司核心工艺机密。", "7.3"),
    (TRADE, "对标样用的标准件编号规则属于内部秘密，每班一次。", "编号规则"),
    (STATE, "为歼-20配套的压力表也对标样，每班一次。", "歼-20"),
    (STATE, "给东部战区配的压力表也对标样，每班一次。", "战区"),
    (STATE, "为空军配套的压力表每班对标样。", "空军"),
    (STATE, "052D型驱逐舰用表每班对标样。", "驱逐舰"),
    (PLAN, "方案写的是压力表废品率由3.1%降到0.5%。", "压力表"),
    (PLAN, "盼着压力表废品率由3.1%降到0.5%。", "压力表"),
    (PLAN, "压力表废品率将由3.1%降到0.5%。", "压力表"),
    (PLAN, "规划里写着返修率从6%降到2%。", "返修率"),
    (OPEN, "压力表废品率由3.1%降到0.5%，是估的。", "压力表"),
    (OPEN, "压力表废品率由3.1%降到0.5%，审计没认。", "压力表"),
    (OPEN, "压力表废品率由3.1%降到0.5%，作废。", "压力表"),
    (OPEN, "压力表废品率由3.1%降到0.5%（数据未核实，先别写）", "压力表"),
    (OPEN, "返修率从6%降到2%，财务没确认。", "返修率"),
)


@pytest.mark.parametrize(("code", "sentence", "word"), _KEPT_OUT)
def test_it_is_flagged_and_kept_out(code: str, sentence: str, word: str) -> None:
    assert word in quotes(read(f"{FOUNDRY}\n{sentence}\n"), code)
    assert not any(word in text for text in _texts(f"{FOUNDRY}\n{sentence}\n"))


_OTHERS = (
    ("供应商恒达铸造2023年表壳废品率由8.1%降到3.3%。", "表壳"),
    ("兄弟公司重庆江表厂推行“三对表”后，废品率由5.1%降到1.2%。", "三对表"),
    ("同行的压力表废品率由3.1%降到0.5%。", "压力表"),
    ("隔壁厂照着做，压力表废品率由3.1%降到0.5%。", "压力表"),
    ("母公司压力表废品率由3.1%降到0.5%。", "压力表"),
    ("全行业压力表废品率由3.1%降到0.5%。", "压力表"),
    ("姊妹公司学了这套办法，返修率从6%降到2%。", "返修率"),
    ("供方明锐机械壳体返工率从6%降到2%。", "壳体"),
)


@pytest.mark.parametrize(("sentence", "word"), _OTHERS)
def test_what_another_body_reached_is_not_the_applicants(sentence: str, word: str) -> None:
    assert not any(word in text for text in _texts(f"{FOUNDRY}\n{sentence}\n"))


_ORDINARY = (
    ("系统开通账号1280个，每个工位对标样，返工率由5%降到2%。", "1280"),
    ("推行“口令三句”，口令：一看二摸三听，返工率由5%降到2%。", "口令三句"),
    ("医院推行“一床一签”，高血压、糖尿病患者随访率由71%提高到96%。", "糖尿病"),
    ("中心透析室推行“一机一签”，透析机消毒合格率由91%提高到99.6%。", "透析机"),
    ("每班对标样，检测数据为客户保密，返工率由5%降到2%。", "对标样"),
    ("成功的秘密在对标样，每班一次，一次合格率由91%提高到99%。", "对标样"),
    ("公司与员工签订保密协议，对标样每班一次，返工率由5%降到2%。", "对标样"),
    ("供应商来料不合格率由3.1%降到0.5%。", "来料"),
    ("同行来学后，公司压力表废品率由3.1%降到0.5%。", "压力表"),
    ("压力表废品率由3.1%降到0.5%，未经核对的表一律不出厂。", "压力表"),
)


@pytest.mark.parametrize(("sentence", "word"), _ORDINARY)
def test_the_ordinary_is_told(sentence: str, word: str) -> None:
    assert codes(read(f"{FOUNDRY}\n{sentence}\n")) <= codes(read(FOUNDRY))
    assert any(word in text for text in _texts(f"{FOUNDRY}\n{sentence}\n"))


def _texts(text: str) -> list[str]:
    written = draft(read(text))
    return [written.characterisation, written.profile, written.honours_text(), *[a.text for a in written.alternatives]]
