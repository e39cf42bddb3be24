"""Quality-Award Assistant: policy answers, eligibility, mapping and drafting, every statement tied to its clause."""

__version__ = "0.1.0"
