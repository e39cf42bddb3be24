"""Quality-Award Assistant: policy answers, eligibility, mapping and drafting, each statement tied to a verbatim clause."""

__version__ = "0.1.0"
