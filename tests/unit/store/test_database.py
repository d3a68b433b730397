"""Statements are compiled once, a scope lets through what is in it, and a unit of one statement is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from intake.domain.errors import NotFound
from intake.store import jobs, scans, tokens
from intake.store.clock import NOW
from intake.store.database import Database, open_database
from intake.store.rows import Scope
from intake.store.tables import metadata


@pytest.fixture
def database(tmp_path: Path) -> Database:
    opened = open_database(f"sqlite:///{tmp_path}/intake.db")
    metadata.create_all(opened.engine)
    return opened


@pytest.mark.parametrize(
    "ask",
    [
        lambda c: c.execute(select(NOW)),
        lambda c: tokens.known(c, "secret"),
        lambda c: jobs.claim(c, "worker", 60),
        lambda c: scans.bytes_of_case(c, "case"),
        lambda c: scans.pages(c, "scan", 1),
    ],
    ids=["clock", "token", "claim", "sizes", "pages"],
)
def test_what_is_asked_all_the_time_is_compiled_once(database: Database, ask):
    compiled: dict[object, object] = {}

    for _ in range(3):
        with database.engine.execution_options(compiled_cache=compiled).begin() as connection:
            ask(connection)

    assert len(compiled) == 1


@pytest.mark.parametrize(
    ("scope", "is_inside"),
    [
        (Scope(), True),
        (Scope("A"), True),
        (Scope("B"), False),
        (Scope("A", frozenset({"1"})), True),
        (Scope("A", frozenset({"2"})), False),
        (Scope("A", frozenset()), False),
        (Scope(None, frozenset({"1"})), True),
    ],
)
def test_a_scope_holds_its_court_and_its_cases_only(scope: Scope, is_inside: bool):  # noqa: FBT001 a table
    try:
        scope.check("A", "1")
        found = True
    except NotFound:
        found = False

    assert found == is_inside


def test_a_unit_of_one_statement_is_kept(database: Database):
    with database.once() as connection:
        connection.execute(metadata.tables["duty"].insert(), {"name": "a", "owner": "b", "until": 1.0})

    with database.read() as connection:
        assert connection.execute(select(metadata.tables["duty"].c.name)).scalars().all() == ["a"]
