"""Style and editor behaviours of the drafting and mapping pages, and their wide layout."""

from functools import lru_cache
from pathlib import Path

import streamlit as st

_FOLDER = Path(__file__).resolve().parent.parent / "static"


@lru_cache(maxsize=1)
def _parts() -> str:
    style = (_FOLDER / "drafting.css").read_text(encoding="utf-8")
    script = (_FOLDER / "drafting.js").read_text(encoding="utf-8")
    return f"<style>{style}</style><div class='page-parts'></div><script>{script}</script>"


def wide_page() -> None:
    """A wide page with the editors' style and behaviours. No text of a user is in the script."""
    st.set_page_config(layout="wide")
    st.html(_parts(), unsafe_allow_javascript=True)
