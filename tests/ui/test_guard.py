"""The guard of the pages: an expected error is its sentence, an unforeseen one a sentence and a line in the log."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from assistant.ui.components.guard import log_file


def _expected() -> None:
    from assistant.errors import KnowledgeError
    from assistant.ui.components.guard import guarded

    def show() -> None:
        raise KnowledgeError("corpus/facts.yaml 第 3 行：不认识的键。请改正。")

    guarded(show)()


def _unforeseen() -> None:
    from assistant.ui.components.guard import guarded

    def show() -> None:
        raise ZeroDivisionError("a detail nobody should see on the page")

    guarded(show)()


def test_an_expected_error_is_shown_as_its_own_sentence(home: Path) -> None:
    app = AppTest.from_function(_expected).run()
    assert not app.exception
    assert app.error[0].value == "corpus/facts.yaml 第 3 行：不认识的键。请改正。"


def test_an_unforeseen_error_is_logged_and_told_in_one_sentence(home: Path) -> None:
    app = AppTest.from_function(_unforeseen).run()
    assert not app.exception
    assert len(app.error) == 1
    assert "nobody should see" not in app.error[0].value
    assert "ZeroDivisionError" in log_file().read_text(encoding="utf-8")
