"""Cases survive: reopening, another process killed while writing, and two homes side by side."""

import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from assistant.cases.store import CaseStore
from assistant.errors import NotFoundError


def test_a_saved_case_is_found_again_by_another_store(tmp_path: Path) -> None:
    case = CaseStore(tmp_path).create("宝鸡甲公司")
    CaseStore(tmp_path).save(case.with_room("facts", {"registered_city": "宝鸡市"}))
    again = CaseStore(tmp_path).load(case.id)
    assert again.name == "宝鸡甲公司"
    assert again.content == {"facts": {"registered_city": "宝鸡市"}}


def test_the_latest_case_comes_first_and_a_removed_one_is_gone(tmp_path: Path) -> None:
    store = CaseStore(tmp_path)
    first = store.create("甲")
    store.remove(first.id)
    second = store.create("乙")
    assert [case.id for case in store.cases()] == [second.id]
    with pytest.raises(NotFoundError, match=first.id):
        store.load(first.id)


def test_two_homes_never_touch_each_other(tmp_path: Path) -> None:
    CaseStore(tmp_path / "a").create("甲")
    assert CaseStore(tmp_path / "b").cases() == []


def test_two_rooms_saved_at_once_are_both_kept(tmp_path: Path) -> None:
    case = CaseStore(tmp_path).create("甲")
    stores = {"conversation": CaseStore(tmp_path), "drafting": CaseStore(tmp_path)}
    for turn in range(15):
        gate = threading.Barrier(2)

        def save(room: str, turn: int = turn, gate: threading.Barrier = gate) -> None:
            gate.wait()
            stores[room].save_room(case, room, turn)

        with ThreadPoolExecutor(2) as pool:
            list(pool.map(save, stores))
        assert stores["drafting"].load(case.id).content == {"conversation": turn, "drafting": turn}


def test_what_many_add_to_one_room_at_once_is_all_kept(tmp_path: Path) -> None:
    store = CaseStore(tmp_path)
    case = store.create("泵业公司")
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: store.change_room(case, "conversation", lambda kept: [*(kept or []), n]), range(24)))
    assert sorted(store.load(case.id).content["conversation"]) == list(range(24))


def test_saving_a_room_leaves_a_new_name_and_revives_a_deleted_case(tmp_path: Path) -> None:
    store = CaseStore(tmp_path)
    case = store.create("甲")
    store.rename(case.id, "乙")
    assert store.save_room(case, "facts", {}).name == "乙"
    store.remove(case.id)
    assert store.save_room(case, "facts", {"a": 1}).name == "甲"
    assert store.load(case.id).content == {"facts": {"a": 1}}


WRITER = """
import sys
from pathlib import Path
from assistant.cases.store import CaseStore
store = CaseStore(Path(sys.argv[1]))
case = store.create("写")
number = 0
while True:
    number += 1
    store.save(case.with_room("n", number))
    print(number, flush=True)
"""


def test_every_acknowledged_save_survives_kill_9(tmp_path: Path) -> None:
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    writer.stdout.readline()
    time.sleep(0.3)
    os.kill(writer.pid, signal.SIGKILL)
    acknowledged = int(writer.stdout.read().split("\n")[-2])
    (case,) = CaseStore(tmp_path).cases()
    # One more save may have reached the disk before its number was printed.
    assert acknowledged <= case.content["n"] <= acknowledged + 1
