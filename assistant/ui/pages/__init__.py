"""The pages of the chat application."""
