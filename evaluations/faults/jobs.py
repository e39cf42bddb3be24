"""The other jobs of the model under every fault: nothing changes, one sentence where a person asked for it, in time."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assistant.answering.answer import Turn
from assistant.answering.model_reader import ModelReader
from assistant.answering.opening import open_assistant
from assistant.answering.wording import Helpers
from assistant.drafting.draft import draft
from assistant.drafting.material.read import read_material
from assistant.errors import ModelError
from assistant.mapping.opening import frameworks
from assistant.models.client import LanguageModel
from assistant.models.consent import ConsentStore
from assistant.models.drafting import better_characterisation, better_profile
from assistant.models.extraction import propose_facts
from assistant.models.mapping import suggest_dimensions
from assistant.settings import Settings, settings
from evaluations.lies.faults import FAULTS
from evaluations.lies.server import LoopbackServer

AS_OF = date(2024, 12, 31)
BOUND = 1.0
STORY = "我单位2015年3月在宝鸡市注册成立，2016年5月投产，一直连续经营。"
FIRM = "宝鸡市岐炉铸件有限公司2010年4月注册成立，有员工230人。公司推行“一包一签”，每包铁水贴温度签，低温的回炉。"
_SLACK = 0.4


@dataclass(frozen=True, slots=True)
class Failed:
    """One job under one fault: whether it ended as it should, and how long it took."""

    job: str
    fault: str
    good: bool
    seconds: float

    @property
    def stands(self) -> bool:
        """Whether nothing was changed and it took no longer than it might."""
        return self.good and self.seconds <= BOUND + _SLACK


def under_faults(server: LoopbackServer, home: Path) -> list[Failed]:
    """Every job under every fault."""
    values = {"assistant_home": home, "llm_base_url": server.url, "llm_model": "loopback", "llm_attempts": 2}
    model = LanguageModel(Settings(_env_file=None, **values, llm_timeout_seconds=BOUND))
    jobs = _jobs(model, ConsentStore(home))
    found = []
    for fault in FAULTS:
        server.mode = fault
        for job, run in jobs.items():
            started = time.monotonic()
            good = run()
            found.append(Failed(job, fault, good, time.monotonic() - started))
    return found


def _jobs(model: LanguageModel, consents: ConsentStore) -> dict[str, Callable[[], bool]]:
    quoting = open_assistant(settings().model_copy(update={"llm_base_url": ""}))
    reader = quoting.with_helpers(Helpers(None, ModelReader(model, consents, BOUND)))
    earlier = (Turn("user", "宝鸡市质量奖有几个名额？"), Turn("assistant", "不超过3个。"))
    follow_up, nothing = quoting.ask("那到手的呢？", history=earlier), quoting.ask("宝鸡奖评上有没有好处费？")
    written = draft(read_material(texts={"材料.txt": FIRM}, kind="organisation", as_of=AS_OF))
    framework = frameworks(settings().assistant_corpus)["china"]

    def refused(call: Callable[[], object]) -> bool:
        try:
            call()
        except ModelError as error:
            return str(error).endswith("。") and "\n" not in str(error)
        return False

    return {
        "rephrase": lambda: reader.ask("那到手的呢？", history=earlier) == follow_up,
        "route": lambda: reader.ask("宝鸡奖评上有没有好处费？") == nothing,
        "extract": lambda: refused(lambda: propose_facts(model, STORY, as_of=AS_OF, consents=consents)),
        "map": lambda: refused(lambda: suggest_dimensions(model, [FIRM], framework, as_of=AS_OF, consents=consents)),
        "draft-characterisation": lambda: better_characterisation(model, written, consents).draft == written,
        "draft-profile": lambda: better_profile(model, written, consents).draft == written,
    }
