"""Brings the tables to the version that this code knows, in one transaction; a run that was killed is run again."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from intake.domain.errors import IntakeError
from intake.store.database import Database

PLACE = Path(__file__).with_name("migrations")


class SchemaIsOld(IntakeError):
    """The tables are of version `found`, and this code needs `wanted`: somebody must run `intake migrate`."""

    code = "schema_is_old"


@cache
def newest() -> str:
    """Return the version that this code knows; it is asked for with every look whether the process is ready."""
    return ScriptDirectory(str(PLACE)).get_current_head() or ""


def version(database: Database) -> str | None:
    """Return the version of the tables; None where there are none yet."""
    with database.read() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def is_new_enough(database: Database) -> bool:
    """Say whether the tables hold what this code needs.

    Newer ones do: steps only add, so that two versions can run side by side while one takes the place of the other.
    """
    return (version(database) or "") >= newest()


def migrate(database: Database) -> None:
    """Bring the tables to the newest version, if they are not beyond it. Two at once wait for each other."""
    config = Config()
    config.set_main_option("script_location", str(PLACE))
    with database.write() as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SET LOCAL lock_timeout = '300s'")
            connection.exec_driver_sql("SET LOCAL statement_timeout = '3600s'")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")
        if (MigrationContext.configure(connection).get_current_revision() or "") > newest():
            return
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def require(database: Database) -> None:
    """Raise SchemaIsOld where the tables lack what this code needs."""
    if not is_new_enough(database):
        raise SchemaIsOld(found=version(database) or "-", wanted=newest())


LOCK = 7_401_906  # any number: who migrates holds it
