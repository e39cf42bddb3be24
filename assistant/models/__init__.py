"""The language-model client and the prompt library."""
