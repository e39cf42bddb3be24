"""The list of saved cases, and renaming one."""

from pathlib import Path

from assistant.cases.store import CaseStore


def test_headings_list_every_case_without_its_content(tmp_path: Path) -> None:
    store = CaseStore(tmp_path)
    case = store.save(store.create("甲公司").with_room("conversation", [{"role": "user"}]))
    headings = store.headings()
    assert [(heading.id, heading.name, heading.updated) for heading in headings] == [(case.id, "甲公司", case.updated)]


def test_renaming_keeps_content_and_time(tmp_path: Path) -> None:
    store = CaseStore(tmp_path)
    case = store.save(store.create("甲").with_room("material", ["文本"]))
    store.rename(case.id, "乙")
    assert store.load(case.id) == type(case)(case.id, "乙", case.updated, {"material": ["文本"]})


def test_renaming_a_case_that_is_gone_changes_nothing(tmp_path: Path) -> None:
    store = CaseStore(tmp_path)
    store.rename("gone", "乙")
    assert store.headings() == []
