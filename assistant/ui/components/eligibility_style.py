"""The style of the self-check page; every colour keeps its contrast on light and dark grounds."""

from functools import lru_cache
from pathlib import Path

import streamlit as st

_FILE = Path(__file__).resolve().parent.parent / "static" / "eligibility.css"


@lru_cache(maxsize=1)
def _style() -> str:
    return f"<style>{_FILE.read_text(encoding='utf-8')}</style>"


def install() -> None:
    """Put the style on the page."""
    st.html(_style())
