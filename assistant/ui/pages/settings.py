"""设置: placeholder."""
import streamlit as st


def show() -> None:
    """Draw the page."""
    st.title("设置")
