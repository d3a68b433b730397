"""The servers of the tests can be frozen, killed and started again, and every test finds them fresh."""

from __future__ import annotations

import time

import psycopg
import pytest
import sqlalchemy
from servers import postgres as postgres_module
from servers import redis as redis_module

pytestmark = pytest.mark.integration


def test_a_test_gets_an_empty_database(postgres_url):
    engine = sqlalchemy.create_engine(postgres_url)
    with engine.begin() as connection:
        connection.execute(sqlalchemy.text("CREATE TABLE left_behind (id int)"))
    engine.dispose()


def test_the_next_test_does_not_see_it(postgres_url):
    engine = sqlalchemy.create_engine(postgres_url)

    assert sqlalchemy.inspect(engine).get_table_names() == []
    engine.dispose()


def test_a_template_is_filled_once_and_copied(postgres):
    filled = []

    def fill(url: str) -> None:
        filled.append(url)
        engine = sqlalchemy.create_engine(url)
        with engine.begin() as connection:
            connection.execute(sqlalchemy.text("CREATE TABLE job (id int)"))
        engine.dispose()

    names = [postgres.database(postgres.template("with_job", fill)) for _ in range(2)]

    assert len(filled) == 1
    for name in names:
        with postgres.connect(name) as connection:
            assert connection.execute("SELECT count(*) FROM job").fetchone() == (0,)


@pytest.mark.parametrize("end", ["stop", "kill"])
def test_what_was_committed_outlives_the_end_of_postgres(end):
    server = postgres_module.Postgres(is_durable=True)
    server.start()
    with server.connect() as connection:
        connection.execute("CREATE TABLE kept AS SELECT 1 AS id")

    server.stop() if end == "stop" else server.process.kill()
    assert not server.is_up()
    server.start()

    with server.connect() as connection:
        assert connection.execute("SELECT id FROM kept").fetchone() == (1,)
    server.process.kill()


def test_a_frozen_postgres_answers_nobody_until_it_thaws(postgres):
    with postgres.connect() as connection:
        postgres.process.freeze()
        with pytest.raises(psycopg.OperationalError):
            postgres.connect()
        postgres.process.thaw()

        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_a_killed_redis_has_forgotten(redis):
    redis.ask("SET a 1")

    redis.process.kill()
    assert not redis.is_up()
    redis.start()

    assert redis.ask("GET a") == "$-1"


def test_a_frozen_redis_is_silent(redis):
    redis.process.freeze()
    started = time.monotonic()

    with pytest.raises(TimeoutError):
        redis.ask("PING")

    assert time.monotonic() - started > 1.5
    redis.process.thaw()
    assert redis.ask("PING") == "+PONG"


def test_a_test_that_leaves_redis_dead_and_full(redis):
    redis.ask("SET a 1")
    redis.process.freeze()


def test_harms_no_other(redis):
    assert redis.ask("GET a") == "$-1"


@pytest.mark.parametrize("program", [lambda: postgres_module.program("no-such-program"), redis_module._program])
def test_a_missing_server_fails_with_the_command_that_installs_it(program, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")

    with pytest.raises(pytest.fail.Exception, match="apt-get install -y"):
        program()
