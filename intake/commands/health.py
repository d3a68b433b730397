"""The command that says what is wrong with an installation, and what to do about it."""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import click

from intake.boot.given import given
from intake.boot.service import blobs_of, service_context
from intake.domain.errors import IntakeError
from intake.domain.messages import Language, sentence
from intake.service.capacity import capacity
from intake.service.context import Context
from intake.service.health import health
from intake.settings import FILES, NO_BROKER, Settings
from intake.store import schema
from intake.store.clock import now
from intake.store.database import WAL_RESET_FIXED

SKEW_S = 5.0


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was looked at: `code` is that of what is wrong, empty where nothing is."""

    name: str
    code: str
    detail: str = ""

    def line(self) -> str:
        return f"{'ok  ' if not self.code else 'BAD '} {self.name:10} {self.code} {self.detail}".rstrip()


@click.command(epilog="Example: intake doctor")
@click.option("--quick", is_flag=True, help="Only whether database and scans can be reached: for health checks.")
def doctor(*, quick: bool) -> None:
    """Look at everything this installation needs. Exit status 1: something is wrong."""
    settings = given()
    found = tuple(_looked(settings, quick=quick))
    for each in found:
        click.echo(each.line())
    sys.exit(any(each.code for each in found))


def _looked(settings: Settings, *, quick: bool) -> Iterator[Found]:
    context = service_context(settings)
    yield _try("database", lambda: _clock(context))
    yield _try("scans", lambda: _store_one(settings))
    if quick:
        return
    yield _try("service", lambda: _service(context))
    yield _try("capacity", lambda: _capacity(context, settings))
    yield _try("models", _models)
    yield _try("core", lambda: _core(settings))
    yield _try("broker", lambda: _broker(settings))
    version = ".".join(map(str, sqlite3.sqlite_version_info))
    journal = "wal" if sqlite3.sqlite_version_info >= WAL_RESET_FIXED else "truncate"
    yield Found("sqlite", "", f"{version} {journal}")


def _try(name: str, look: Callable[[], str]) -> Found:
    try:
        return Found(name, "", look())
    except IntakeError as error:
        return Found(name, error.code, sentence(error.code, error.facts, Language.EN))
    except Exception as error:  # noqa: BLE001 whatever is wrong is what was asked for, and the rest is looked at too
        return Found(name, type(error).__name__, str(error).partition("\n")[0])


def _clock(context: Context) -> str:
    with context.database.read() as connection:
        skew_s = now(connection) - time.time()
    if abs(skew_s) > SKEW_S:
        raise ValueError(f"its clock is {skew_s:+.0f} s from ours; leases hold by its clock, tokens too")
    return f"clock {skew_s:+.2f} s"


def _store_one(settings: Settings) -> str:
    """Store a few bytes that are always the same, and read them back; a day later they are collected."""
    blobs = blobs_of(settings)
    with blobs.writer(16) as writer:
        writer.write(b"intake doctor")
        kept = writer.finish()
    blobs.read(kept.sha256)
    return "bucket" if settings.s3_bucket else "folder"


def _service(context: Context) -> str:
    schema.require(context.database)
    seen = health(context)
    if seen.problems:
        raise ValueError(", ".join(seen.problems))
    return f"{seen.readers} workers, {seen.waiting} wait, the oldest for {seen.waiting_s:.0f} s"


def _capacity(context: Context, settings: Settings) -> str:
    """Suggest how many workers are needed: nothing is wrong where there are others."""
    schema.require(context.database)
    seen = capacity(context)
    if not seen.pages:
        return "nothing was read yet: no suggestion"
    peak = f"{seen.page_s:.2f} s a page, {seen.peak_pages} pages in the busiest hour"
    return (
        f"{peak}: {seen.workers} workers (INTAKE_WORKERS={settings.workers}); {seen.staff_hours:.1f} h of review a week"
    )


def _models() -> str:
    from intake.inference.weights import located, manifest, verified  # noqa: PLC0415 a health check needs none of it

    for model in manifest().values():
        verified(model, located(model))
    return f"{len(manifest())} verified"


def _core(settings: Settings) -> str:
    from intake.boot.couriers import couriers  # noqa: PLC0415 the same

    found = sorted(couriers(settings))
    return ", ".join(found) or "none: requests wait in the outbox"


def _broker(settings: Settings) -> str:
    if settings.broker in {NO_BROKER, FILES}:
        return settings.broker
    from workers.app import celery_app  # noqa: PLC0415 the same

    with celery_app(settings, sends=True).connection_for_write() as connection:
        connection.ensure_connection(max_retries=1, timeout=3)
    return "answers"
