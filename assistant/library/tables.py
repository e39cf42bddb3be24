"""The tables of the library: documents, their clauses, and what the library knows of itself."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, MetaData, String, Table, Text

SCHEMA_VERSION = 1

metadata = MetaData()

facts = Table("facts", metadata, Column("name", String, primary_key=True), Column("value", Text, nullable=False))
"""What the library knows of itself: `schema`, `revision`, `manifest` (of the corpus), `grammar`."""

documents = Table(
    "documents",
    metadata,
    Column("id", String, primary_key=True),
    Column("title", Text, nullable=False),
    Column("number", Text, nullable=False),
    Column("issuer", Text, nullable=False),
    Column("date", String, nullable=False),
    Column("region", Text, nullable=False),
    Column("edition", Text, nullable=False),
    Column("sha256", String, nullable=False),
    Column("awards", Text, nullable=False),
    Column("page_starts", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("built_in", Boolean, nullable=False),
    Column("digest", String, nullable=False),
)

clauses = Table(
    "clauses",
    metadata,
    Column("document", String, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("path", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("page", Integer),
)

withdrawn = Table("withdrawn", metadata, Column("id", String, primary_key=True))
"""Built-in documents the user removed: they stay away until the library is rebuilt or they are added again."""
