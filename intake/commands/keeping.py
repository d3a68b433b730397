"""The commands that look after what is kept: its tables, its bytes, and copies of both."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from intake.boot.given import given
from intake.boot.service import blobs_of, database_of, service_context
from intake.domain.messages import Language, sentence
from intake.store import copies, schema
from intake.work.check import Report, check

WRONG = 1


@click.command(epilog="Example: intake migrate")
def migrate() -> None:
    """Bring the tables to the version of this program. Runs again where it was killed half-way."""
    database = database_of(given())
    schema.migrate(database)
    click.echo(schema.version(database))


@click.command(epilog="Example: intake fsck --deep")
@click.option("--deep", is_flag=True, help="Read every file and compare it with its SHA-256.")
def fsck(*, deep: bool) -> None:
    """Compare rows, files and queue; change nothing. Exit status 1: something is wrong."""
    context = service_context(given())
    schema.require(context.database)
    report = check(context, deep=deep)
    for line in lines_of(report):
        click.echo(line)
    sys.exit(WRONG if report.is_wrong else 0)


@click.command(epilog="Example: intake backup /backups/2026-11-25")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def backup(folder: Path) -> None:
    """Copy the database and all files into a new folder while the service runs."""
    settings = given()
    if schema.version(database_of(settings)) is None:
        raise schema.SchemaIsOld(found="-", wanted=schema.newest())
    count = copies.backup(settings.database_url, blobs_of(settings), folder)
    click.echo(f"{count} files")


@click.command(epilog="Example: INTAKE_DATA=/srv/intake intake restore /backups/2026-11-25")
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
def restore(folder: Path) -> None:
    """Put a backup into an empty data folder and an empty database; nothing is ever written over."""
    settings = given()
    settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    count = copies.restore(settings.database_url, blobs_of(settings), folder)
    click.echo(f"{count} files")
    click.echo(sentence("restored", {}, Language.ZH))


def lines_of(report: Report) -> list[str]:
    """Return what a check found, one thing a line: a code and what it is about."""
    return [
        *(f"missing_blob {digest}" for digest in report.missing),
        *(f"damaged_blob {digest}" for digest in report.damaged),
        *(f"scan_without_job {scan}" for scan in report.stuck_scans),
        *(f"request_without_letter {request}" for request in report.stuck_requests),
        *(["other_digest_key"] if report.is_other_key else []),
        f"blobs {report.blobs} named {report.named} unnamed {report.unnamed}",
    ]
