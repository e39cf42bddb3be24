"""The components of the chat application."""
