"""The chat application: a router over the pages of assistant/ui and nothing else."""

import streamlit as st

from assistant.ui.components.styling import install
from assistant.ui.navigation import pages

st.set_page_config(page_title="质量奖申报助手", page_icon="🏅", layout="centered")
install()
st.navigation(pages()).run()
