"""The style and the small behaviours (marks that open sources, copy buttons, outlines) every page shares."""

from functools import lru_cache
from pathlib import Path

import streamlit as st

from assistant.ui.components.uploads import LARGEST_MEGABYTES, SUFFIXES

_FOLDER = Path(__file__).resolve().parent.parent / "static"


@lru_cache(maxsize=1)
def _page_parts() -> str:
    style = (_FOLDER / "page.css").read_text(encoding="utf-8")
    scripts = "".join((_FOLDER / name).read_text(encoding="utf-8") for name in ("uploads.js", "page.js"))
    limits = f"data-types='{' '.join(SUFFIXES)}' data-largest='{LARGEST_MEGABYTES}'"
    return f"<style>{style}</style><div class='page-parts' {limits}></div><script>{scripts}</script>"


def install() -> None:
    """Put style and behaviours on the page. The script is a file of ours; no text of a user or a notice is in it."""
    st.html(_page_parts(), unsafe_allow_javascript=True)
