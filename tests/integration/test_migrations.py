"""The steps of the tables: they give what the code says, on both databases, also after one that was killed half-way."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from intake.store import cases, schema
from intake.store.cases import NewCase
from intake.store.database import Database, open_database
from intake.store.rows import Scope
from intake.store.tables import metadata

pytestmark = pytest.mark.integration

ROOT = Path(__file__).parent.parent.parent
PROGRAM = ROOT / "tests" / "programs" / "migrate_slowly.py"
KEPT_BEFORE = """
INSERT INTO case_ (id, court, number, kind, parties, sensitivity, links, papers, created_by, created_at, version)
VALUES ('c1', '浙0106', '（2023）浙0106执1234号', 'enforcement', '[]', '[]', '{}', 0, 'clerk', 0, 1)
"""


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    url = f"sqlite:///{tmp_path}/intake.db" if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    opened = open_database(url)
    yield opened
    opened.engine.dispose()


def differences(database: Database) -> list[object]:
    with database.read() as connection:
        return compare_metadata(MigrationContext.configure(connection), metadata)


def test_the_steps_give_the_tables_that_the_code_knows(database: Database):
    schema.migrate(database)

    assert differences(database) == []
    schema.require(database)


def test_a_table_that_no_step_makes_would_be_seen(database: Database):
    schema.migrate(database)
    with database.write() as connection:
        connection.exec_driver_sql("DROP TABLE duty")

    assert differences(database)


def test_migrating_again_changes_nothing(database: Database):
    schema.migrate(database)
    with database.write() as connection:
        case = cases.add(connection, NewCase("浙0106", "enforcement"), "clerk")

    schema.migrate(database)

    with database.read() as connection:
        assert cases.get(connection, case, Scope()).court == "浙0106"


def test_what_the_version_before_kept_is_there_afterwards(database: Database):
    config = Config()
    config.set_main_option("script_location", str(schema.PLACE))
    with database.write() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.execute(text(KEPT_BEFORE))

    schema.migrate(database)

    with database.read() as connection:
        case = cases.get(connection, "c1", Scope())
    assert (case.number, case.instalment, case.set_aside) == ("（2023）浙0106执1234号", None, {})
    assert differences(database) == []


def test_tables_that_are_not_there_are_told(database: Database):
    with pytest.raises(schema.SchemaIsOld):
        schema.require(database)


def killed_half_way(database: Database, *how: str) -> None:
    url = database.engine.url.render_as_string(hide_password=False)
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    child = subprocess.Popen([sys.executable, str(PROGRAM), url, "7", *how], env=env, stdout=subprocess.PIPE)
    assert child.stdout.readline() == b"half-way\n"
    child.kill()
    child.wait()
    child.stdout.close()


def test_a_migration_that_was_killed_half_way_is_run_again(database: Database):
    """F36."""
    killed_half_way(database)

    assert schema.version(database) is None
    schema.migrate(database)

    assert differences(database) == []


def test_one_that_keeps_each_table_by_itself_cannot_be_run_again(database: Database):
    """The teeth of F36: steps without one transaction around them."""
    killed_half_way(database, "piecewise")

    with pytest.raises(DBAPIError, match="already exists"):
        schema.migrate(database)


def test_two_at_once_wait_for_each_other(database: Database):
    schema.version(database)  # makes an empty file of SQLite
    threads = [threading.Thread(target=schema.migrate, args=(database,)) for _ in range(2)]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert differences(database) == []


ADDS = {"create_table", "add_column", "create_index"}


@pytest.mark.parametrize("step", sorted((schema.PLACE / "versions").glob("0*.py")), ids=lambda path: path.stem)
def test_steps_only_add(step: Path):
    """F36: the code of the version before goes on while the tables are already those of the next."""
    tree = ast.parse(step.read_text("utf-8"))
    (upgrade,) = (node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == "upgrade")
    calls = [node.func for node in ast.walk(upgrade) if isinstance(node, ast.Call)]
    done = {
        f.attr for f in calls if isinstance(f, ast.Attribute) and isinstance(f.value, ast.Name) and f.value.id == "op"
    }

    assert done <= ADDS
    if "add_column" in done:
        assert all(is_optional(call) for call in ast.walk(upgrade) if is_column_added(call))


def is_column_added(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "add_column"


def is_optional(added: ast.Call) -> bool:
    """Say whether who does not know a column may leave it out."""
    words = {each.arg: each.value for each in added.args[1].keywords}
    return "server_default" in words or (
        isinstance(words["nullable"], ast.Constant) and words["nullable"].value is True
    )


def make_those_of_the_next(database: Database) -> None:
    """Make the tables of the version after this one: nothing was released before it."""
    schema.migrate(database)
    with database.write() as connection:
        connection.execute(text("ALTER TABLE case_ ADD COLUMN of_the_next_version INTEGER"))
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))


def test_the_version_before_goes_on_over_the_tables_of_the_next(database: Database):
    """F36."""
    make_those_of_the_next(database)

    schema.migrate(database)
    schema.require(database)
    with database.write() as connection:
        case = cases.add(connection, NewCase("浙0106", "enforcement"), "clerk")

    with database.read() as connection:
        assert cases.get(connection, case, Scope()).court == "浙0106"
    assert schema.version(database) == "9999"


def test_who_wants_its_own_tables_and_no_newer_ones_does_not_go_on(database: Database, monkeypatch: pytest.MonkeyPatch):
    """The teeth of F36: versions compared for being the same."""
    make_those_of_the_next(database)
    monkeypatch.setattr(schema, "is_new_enough", lambda database: schema.version(database) == schema.newest())

    with pytest.raises(schema.SchemaIsOld):
        schema.require(database)
