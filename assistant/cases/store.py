"""Saved applicants in SQLite under the home: what a user typed outlives the browser session.

WAL with `synchronous=FULL`, so an acknowledged save survives a killed process. Never put the home on a network share.
"""

import json
import uuid
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Column, MetaData, String, Table, Text, create_engine, delete, event, func, or_, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import Connection, Engine

from assistant.errors import NotFoundError

_METADATA = MetaData()
_CASES = Table(
    "cases",
    _METADATA,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("updated", String, nullable=False, index=True),
    Column("content", Text, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Case:
    """One applicant's file. `content` holds rooms by name (`conversation`, `facts`, `material`, `drafts` …), all JSON.

    `updated` is ISO 8601 in UTC, to the second.
    """

    id: str
    name: str
    updated: str
    content: Mapping[str, Any] = field(default_factory=dict)

    def with_room(self, room: str, value: object) -> "Case":
        """A copy with one room replaced."""
        return replace(self, content={**self.content, room: value})


@dataclass(frozen=True, slots=True)
class CaseHeading:
    """What a list of cases shows of one, without its content."""

    id: str
    name: str
    updated: str


class CaseStore:
    """Reads and writes cases under `home` (made when missing). Safe for several processes on one machine."""

    def __init__(self, home: Path) -> None:
        home.mkdir(parents=True, exist_ok=True)
        self._engine = create_engine(f"sqlite:///{home / 'cases.sqlite'}", connect_args={"timeout": 10})
        event.listen(self._engine, "connect", _durable)
        _METADATA.create_all(self._engine)

    @property
    def engine(self) -> Engine:
        """The engine, for closing (`engine.dispose()`)."""
        return self._engine

    def create(self, name: str = "未命名") -> Case:
        """A new, saved, empty case."""
        return self.save(Case(uuid.uuid4().hex[:12], name, ""))

    def save(self, case: Case) -> Case:
        """Write a case whole and return it with its new time; on return it is on disk."""
        with self._engine.begin() as connection:
            return _write(connection, case)

    def save_room(self, case: Case, room: str, value: object) -> Case:
        """Write one room of a case and return the case as it is on disk then; other rooms, written meanwhile, stay.
        A case deleted meanwhile is written again as it was handed in.
        """
        return self.change_room(case, room, lambda _: value)

    def change_room(self, case: Case, room: str, change: Callable[[Any], object]) -> Case:
        """As `save_room`, the new value made by `change` from what is on disk (None where there is no such room).

        Reading and writing back is one transaction, so that what two tabs add at once is both kept.
        """
        with self._engine.begin() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            row = connection.execute(select(_CASES).where(_CASES.c.id == case.id)).one_or_none()
            found = case if row is None else _case(row)
            return _write(connection, found.with_room(room, change(found.content.get(room))))

    def load(self, case_id: str) -> Case:
        """The case of that id; NotFoundError otherwise."""
        with self._engine.connect() as connection:
            row = connection.execute(select(_CASES).where(_CASES.c.id == case_id)).one_or_none()
        if row is None:
            raise NotFoundError(f"没有编号为“{case_id}”的申报档案，可能已被删除。请从列表中另选一个。")
        return _case(row)

    def cases(self) -> list[Case]:
        """All cases, the latest first."""
        with self._engine.connect() as connection:
            rows = connection.execute(select(_CASES).order_by(_CASES.c.updated.desc())).all()
        return [_case(row) for row in rows]

    def headings(self) -> list[CaseHeading]:
        """All cases without their content, the latest first; cheap however much they hold."""
        columns = (_CASES.c.id, _CASES.c.name, _CASES.c.updated)
        with self._engine.connect() as connection:
            rows = connection.execute(select(*columns).order_by(_CASES.c.updated.desc(), _CASES.c.id)).all()
        return [CaseHeading(row.id, row.name, row.updated) for row in rows]

    def holding(self, rooms: Collection[str]) -> frozenset[str]:
        """The ids of the cases with at least one of these rooms, without reading their content here."""
        paths = [func.json_type(_CASES.c.content, f"$.{room}").is_not(None) for room in sorted(rooms)]
        with self._engine.connect() as connection:
            return frozenset(connection.execute(select(_CASES.c.id).where(or_(*paths))).scalars())

    def rename(self, case_id: str, name: str) -> None:
        """Give a case another name, leaving its content and its time; a missing one is no error."""
        with self._engine.begin() as connection:
            connection.execute(update(_CASES).where(_CASES.c.id == case_id).values(name=name))

    def remove(self, case_id: str) -> None:
        """Delete a case; a missing one is no error."""
        with self._engine.begin() as connection:
            connection.execute(delete(_CASES).where(_CASES.c.id == case_id))


def _case(row: Any) -> Case:
    return Case(row.id, row.name, row.updated, json.loads(row.content))


def _write(connection: Connection, case: Case) -> Case:
    """The case with its new time, written whole."""
    case = replace(case, updated=datetime.now(UTC).isoformat(timespec="seconds"))
    values = {"name": case.name, "updated": case.updated, "content": json.dumps(case.content, ensure_ascii=False)}
    statement = insert(_CASES).values(id=case.id, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=[_CASES.c.id], set_=values))
    return case


def _durable(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.close()
