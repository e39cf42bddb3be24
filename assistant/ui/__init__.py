"""The Streamlit pages and their components."""
