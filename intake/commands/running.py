"""The commands that run processes: all of them, or one kind."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

import click
import structlog

from intake.boot.given import given
from intake.boot.service import database_of
from intake.commands.first import first_tokens
from intake.commands.signals import on_end
from intake.commands.supervisor import Child, Supervisor
from intake.domain.errors import BadWeights, IntakeError
from intake.domain.messages import Language, sentence
from intake.logs import configure
from intake.settings import Settings
from intake.store import schema

NICE = 10  # of workers to the API: reading can wait, a person at a screen cannot
CANNOT_START = 78  # EX_CONFIG: starting again does not help until somebody mends it


@click.command(epilog="Example: INTAKE_PORT=8081 INTAKE_WORKERS=1 intake serve")
def serve() -> None:
    """Run the whole service on this machine: the API, the workers and the sweep, until Ctrl-C."""
    settings = given()
    database = database_of(settings)
    schema.migrate(database)
    click.echo(f"http://{settings.host}:{settings.port}/api/v1")
    for line in first_tokens(database, settings.data):
        click.echo(line)
    supervisor = Supervisor(_children(settings), os.environ, settings.grace_s, told())
    on_end(supervisor.end)
    supervisor.run()


@click.command(epilog="Example: INTAKE_HOST=0.0.0.0 intake api")
def api() -> None:
    """Answer over HTTP: takes in scans, shows what was read, takes corrections. Reads nothing itself."""
    settings = _ready()
    from intake.boot.api import api as server_of  # noqa: PLC0415 the other commands need none of it

    server_of(settings, told()).run()


@click.command(epilog="Example: INTAKE_DATABASE=postgresql+psycopg://intake@db/intake intake worker")
def worker() -> None:
    """Read what waits in the queue, one paper after the other.

    Exit status 78: a model is missing or is not the one that is pinned.
    """
    settings = _ready()
    from intake.boot.shift import started  # noqa: PLC0415 the other commands need none of it
    from intake.boot.worker import reading  # noqa: PLC0415 only this process loads models

    try:
        reads = reading(settings)
    except BadWeights as error:
        told()("bad_weights", **error.facts)
        _cannot(error)
    made = started(settings, reads, told())
    on_end(made.end)
    told()("worker_ready", worker=made.worker.owner, pid=os.getpid())
    made.run()


@click.command(epilog="Example: INTAKE_CORE_URL=https://core.court/requests intake sweep")
def sweep() -> None:
    """See to what stands still: quarantine, hand-off to the core, notices, bytes that nothing names.

    Any number may run; one of them acts.
    """
    settings = _ready()
    from intake.boot.keeper import keeper  # noqa: PLC0415 the other commands need none of it
    from workers.wake import waker  # noqa: PLC0415 the same

    made = keeper(settings, waker(settings), told())
    on_end(made.stop.set)
    made.run()


def _ready() -> Settings:
    """Return the settings, if the tables are those that this code knows."""
    settings = given()
    try:
        schema.require(database_of(settings))
    except schema.SchemaIsOld as error:
        _cannot(error)
    return settings


def _cannot(error: IntakeError) -> None:
    click.echo(sentence(error.code, error.facts, Language.ZH), err=True)
    click.echo(sentence(error.code, error.facts, Language.EN), err=True)
    sys.exit(CANNOT_START)


def _children(settings: Settings) -> tuple[Child, ...]:
    ours = (sys.executable, "-m", "intake")
    workers = (Child(f"worker-{n}", (*ours, "worker"), NICE) for n in range(1, settings.workers + 1))
    return (Child("api", (*ours, "api")), *workers, Child("sweep", (*ours, "sweep")))


def told() -> Callable[..., None]:
    """Return what writes events to the log."""
    configure(sys.stderr)
    log: Callable[..., None] = structlog.get_logger().info
    return log
