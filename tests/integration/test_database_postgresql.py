"""Connections that the server closed while nobody used them, and units of one statement, on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import event, text

from intake.domain.errors import Unavailable
from intake.store.database import Database, open_database, opened

pytestmark = pytest.mark.integration


@pytest.fixture
def database(postgres_url: str) -> Iterator[Database]:
    with opened(postgres_url) as database:
        yield database


def ask(database: Database) -> None:
    with database.read() as connection:
        connection.execute(text("SELECT 1"))


def end_all_others(url: str) -> None:
    """End the connections of everybody else, and return when they are gone."""
    mine = open_database(url)
    with mine.once() as connection:
        connection.execute(
            text(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
                "WHERE pid <> pg_backend_pid() AND datname = current_database()"
            )
        )
    mine.engine.dispose()


def test_a_connection_that_was_closed_while_it_rested_is_not_handed_out(database: Database, postgres_url: str):
    ask(database)
    end_all_others(postgres_url)

    ask(database)


def test_without_the_look_it_would_be(postgres_url: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("intake.store.database._is_live", lambda *_: None)
    with opened(postgres_url) as blind:
        ask(blind)
        end_all_others(postgres_url)

        with pytest.raises(Unavailable):
            ask(blind)


def test_units_that_read_or_are_one_statement_send_that_statement_alone(database: Database):
    sent: list[str] = []
    with database.once() as connection:
        connection.execute(text("CREATE TABLE kept (n int)"))
    with database.once() as connection, database.read() as other:
        connection.execute(text("INSERT INTO kept VALUES (1)"))
        event.listen(database.engine, "before_cursor_execute", lambda *given: sent.append(given[2]))
        seen = other.execute(text("SELECT n, pg_current_xact_id_if_assigned() FROM kept")).one()

    assert seen == (1, None)  # kept before its unit ended
    assert sent == ["SELECT n, pg_current_xact_id_if_assigned() FROM kept"]
