"""The exception tree.

AssistantError                    every error this project raises on purpose
├── UnusableInputError            the user's input cannot be used (exit status 2)
│   ├── DocumentError             a policy or material file cannot be read
│   ├── FactsError                facts given to the checker are malformed
│   └── NotFoundError             an identifier names nothing we hold
├── KnowledgeError                a file under corpus/ is wrong: names file, line and remedy
├── IndexUnavailableError         a retrieval cache is missing or corrupt; it can be rebuilt
└── ModelError                    the language-model endpoint failed; the quoting composer takes over

Messages are shown to people, so they are written in Chinese and say what is wrong, where, and what to do.
"""


class AssistantError(Exception):
    """Base of all errors raised on purpose; `str(error)` is one Chinese sentence fit to show."""


class UnusableInputError(AssistantError):
    """The user's input cannot be used; the command line exits with status 2."""


class DocumentError(UnusableInputError):
    """A policy file or a material file cannot be read."""


class FactsError(UnusableInputError):
    """Facts handed to the checker are malformed."""


class NotFoundError(UnusableInputError):
    """An identifier (document, track, award, framework) names nothing the library holds."""


class KnowledgeError(AssistantError):
    """A file under corpus/ is wrong. The message names the file, the line where known, and the remedy."""


class IndexUnavailableError(AssistantError):
    """A retrieval cache is missing, corrupt or of another encoder; answers go on without it and it is rebuilt."""


class ModelError(AssistantError):
    """The language-model endpoint failed or answered unusably; nothing of its answer is shown."""
