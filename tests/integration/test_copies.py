"""A backup that is made while the service writes is whole, and restoring it writes over nothing (F37)."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from world import CLERK, World

from intake.boot.service import blobs_of, service_context
from intake.domain.errors import Conflict, MissingBlob, StoreFull
from intake.ports import Blobs, BlobWriter
from intake.service import resumable
from intake.settings import Settings
from intake.store import copies
from intake.store.database import open_database
from intake.work.check import check

pytestmark = pytest.mark.integration
ROUNDS = tuple(map(str, range(8)))


@pytest.fixture(params=["sqlite", "postgresql"])
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    given = {} if request.param == "sqlite" else {"INTAKE_DATABASE": request.getfixturevalue("postgres_url")}
    made = World(tmp_path, **given)
    yield made
    made.close()


@pytest.fixture
def another(world: World, tmp_path: Path, request: pytest.FixtureRequest):
    """Return what gives the settings of empty places of the same kind."""

    def settings(name: str) -> Settings:
        given = {"data": tmp_path / name}
        if world.settings.database:
            postgres = request.getfixturevalue("postgres")
            given["database"] = postgres.url(postgres.database("template0"))
        return world.settings.model_copy(update=given)

    return settings


@pytest.fixture
def other(another: Callable[[str], Settings]) -> Settings:
    return another("other")


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


def test_a_backup_has_what_its_database_names_however_soon_that_is_named_no_more(
    world: World, another: Callable[[str], Settings], tmp_path: Path
):
    over = threading.Event()
    uploading = threading.Thread(target=lambda: give_up_parts(world, over))
    uploading.start()
    for name in ROUNDS:
        copies.backup(world.settings.database_url, world.context.blobs, tmp_path / f"backup-{name}")
    over.set()
    uploading.join()

    for name in ROUNDS:
        settings = another(name)
        copies.restore(settings.database_url, blobs_of(settings), tmp_path / f"backup-{name}")


def give_up_parts(world: World, over: threading.Event) -> None:
    """Begin files in parts and give them up, again and again: rows come that name blobs, and go."""
    while not over.is_set():
        held = resumable.begin(world.context, CLERK, world.case, "a.jpg", 50)
        with world.context.blobs.writer(50) as writer:
            writer.write(held.id.encode())
            resumable.add(world.context, CLERK, held, writer.finish())
        resumable.end(world.context, CLERK, held.id)


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


def test_restoring_that_was_cut_off_is_done_again(world: World, other, tmp_path: Path):
    for _ in range(2):
        world.upload()
    copies.backup(world.settings.database_url, world.context.blobs, tmp_path / "backup")
    blobs = service_context(other).blobs

    with pytest.raises(StoreFull):
        copies.restore(other.database_url, FullAfter(blobs, 1), tmp_path / "backup")

    assert copies.restore(other.database_url, blobs, tmp_path / "backup") == 2


class FullAfter:
    """Blobs with room for so many more."""

    def __init__(self, blobs: Blobs, count: int):
        self.blobs, self.count = blobs, count

    def writer(self, limit: int) -> BlobWriter:
        self.count -= 1
        if self.count < 0:
            raise StoreFull
        return self.blobs.writer(limit)


def test_what_is_no_backup_is_told(world: World, other, tmp_path: Path):
    with pytest.raises(Conflict, match="no_backup"):
        copies.restore(other.database_url, world.context.blobs, tmp_path)


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
