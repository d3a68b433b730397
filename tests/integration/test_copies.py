"""A backup that is made while the service writes is whole, and restoring it writes over nothing (F37)."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from world import World

from intake.boot.service import service_context
from intake.domain.errors import Conflict, MissingBlob
from intake.store import copies
from intake.store.database import open_database
from intake.work.check import check

pytestmark = pytest.mark.integration


@pytest.fixture(params=["sqlite", "postgresql"])
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    given = {} if request.param == "sqlite" else {"INTAKE_DATABASE": request.getfixturevalue("postgres_url")}
    made = World(tmp_path, **given)
    yield made
    made.close()


@pytest.fixture
def other(world: World, tmp_path: Path, request: pytest.FixtureRequest):
    """Return the settings of an empty place of the same kind."""
    given = {"data": tmp_path / "other"}
    if world.settings.database:
        postgres = request.getfixturevalue("postgres")
        given["database"] = postgres.url(postgres.database("template0"))
    return world.settings.model_copy(update=given)


def test_a_backup_made_while_scans_come_in_is_whole(world: World, other, tmp_path: Path):
    taken, over = [], threading.Event()

    def upload() -> None:
        while not over.is_set():
            taken.append(world.upload().scan.id)

    uploading = threading.Thread(target=upload)
    uploading.start()
    while len(taken) < 5:
        over.wait(0.01)
    before = set(taken)
    copies.backup(world.settings.database_url, world.context.blobs, tmp_path / "backup")
    over.set()
    uploading.join()
    restored = service_context(other)
    copies.restore(other.database_url, restored.blobs, tmp_path / "backup")

    report = check(restored, deep=True)
    with restored.database.read() as connection:
        found = set(connection.exec_driver_sql("select id from scan").scalars())
    restored.database.engine.dispose()
    assert not report.is_wrong
    assert before <= found


def test_restoring_never_writes_over_anything(world: World, tmp_path: Path):
    world.upload()
    copies.backup(world.settings.database_url, world.context.blobs, tmp_path / "backup")

    with pytest.raises(Conflict):
        copies.restore(world.settings.database_url, world.context.blobs, tmp_path / "backup")


def test_a_backup_that_lacks_a_file_is_told(world: World, other, tmp_path: Path):
    lost = world.upload().scan.sha256
    copies.backup(world.settings.database_url, world.context.blobs, tmp_path / "backup")
    next((tmp_path / "backup" / "blobs").glob(f"??/??/{lost}")).unlink()
    blobs = service_context(other).blobs

    with pytest.raises(MissingBlob):
        copies.restore(other.database_url, blobs, tmp_path / "backup")


def test_what_is_missing_or_damaged_is_found(world: World):
    lost, bent = (world.upload().scan.sha256 for _ in range(2))
    world.context.blobs.delete(lost)
    path = next((world.settings.data / "blobs").glob(f"??/??/{bent}"))
    path.write_bytes(b"other")

    report = check(world.context, deep=True)

    assert (report.missing, report.damaged) == ((lost,), (bent,))


def test_a_scan_that_nobody_will_read_is_found(world: World):
    stuck = world.upload().scan.id
    database = open_database(world.settings.database_url)
    with database.write() as connection:
        connection.exec_driver_sql("update job set state = 'done'")
    database.engine.dispose()

    assert check(world.context).stuck_scans == (stuck,)
