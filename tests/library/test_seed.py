"""The library fills itself from the corpus, keeps what users did, and is quick when nothing changed."""

import os
import shutil
import time
from pathlib import Path

import pytest

from assistant.errors import UnusableInputError
from assistant.library.intake import add_file
from assistant.library.seed import open_library
from assistant.settings import CHECKOUT, Settings

FIVE = ["baoji-2024", "chongqing-2024", "gansu-2023", "lanzhou-2023", "yangquan-3"]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    shutil.copytree(CHECKOUT / "corpus" / "documents", tmp_path / "corpus" / "documents")
    return Settings(assistant_home=tmp_path / "home", assistant_corpus=tmp_path / "corpus")


def notice(folder: Path, text: str = "关于评选的通知\n一、条件\n守法经营。\n") -> Path:
    path = folder / "新通知.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_five_policies_are_there_with_their_metadata(settings: Settings) -> None:
    library = open_library(settings)
    assert [document.id for document in library.documents()] == FIVE
    lanzhou = library.document("lanzhou-2023")
    assert (lanzhou.number, lanzhou.issuer, lanzhou.date) == ("兰政发〔2023〕32号", "兰州市人民政府", "2023-08-11")
    assert lanzhou.awards == ("lanzhou",)
    assert all(document.sha256 and document.title and document.region for document in library.documents())


def test_opening_again_is_quick_and_changes_nothing(settings: Settings) -> None:
    before = open_library(settings).fingerprint()
    started = time.perf_counter()
    library = open_library(settings)
    assert time.perf_counter() - started < 0.5
    assert library.fingerprint() == before


def test_a_changed_policy_is_read_again_and_a_deleted_one_goes(settings: Settings) -> None:
    open_library(settings)
    folder = settings.assistant_corpus / "documents"
    path = folder / "baoji-2024.txt"
    path.chmod(0o644)
    path.write_text(path.read_text(encoding="utf-8").replace("50万元", "60万元"), encoding="utf-8")
    (folder / "yangquan-3.txt").unlink()
    library = open_library(settings)
    assert library.locate("baoji-2024", "60万元").clause == "四、奖项设置/正文"
    assert [document.id for document in library.documents()] == FIVE[:-1]


def test_added_documents_survive_a_change_of_the_corpus(settings: Settings, tmp_path: Path) -> None:
    library = open_library(settings)
    document, _ = add_file(library, notice(tmp_path), "new-1")
    os.utime(settings.assistant_corpus / "documents" / "baoji-2024.txt")
    again = open_library(settings, restore=True)
    assert again.document("new-1") == document
    assert not again.is_built_in("new-1")
    assert again.is_built_in("baoji-2024")


def test_a_removed_policy_stays_away_until_it_is_restored(settings: Settings) -> None:
    open_library(settings).remove("baoji-2024")
    os.utime(settings.assistant_corpus / "documents" / "baoji-2024.txt")
    assert "baoji-2024" not in [document.id for document in open_library(settings).documents()]
    assert "baoji-2024" in [document.id for document in open_library(settings, restore=True).documents()]


def test_two_homes_never_touch_each_other(settings: Settings, tmp_path: Path) -> None:
    other = settings.model_copy(update={"assistant_home": tmp_path / "other"})
    add_file(open_library(settings), notice(tmp_path), "new-1")
    assert [document.id for document in open_library(other).documents()] == FIVE


def test_no_password_is_ever_stored(settings: Settings, tmp_path: Path) -> None:
    library = open_library(settings)
    document, notices = add_file(library, notice(tmp_path, "关于申报的通知\n邮箱：a@b.cn 密码：Qs2025xyz\n"), "secret")
    assert document.text.endswith("密码：（已隐去）\n")
    assert notices == ("第 2 行有一处口令或密钥，入库前已隐去。",)
    stored = b"".join(path.read_bytes() for path in settings.assistant_home.iterdir())
    assert b"Qs2025xyz" not in stored


def test_a_malformed_identifier_is_refused(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(UnusableInputError, match="--id"):
        add_file(open_library(settings), notice(tmp_path), "a/b")
