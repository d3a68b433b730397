"""Fills a small disk under a service that runs and says what came of it.

On the disk lie the `database` (SQLite), the data of a server (`postgresql`), the `blobs`, `temporary` files or a `log`.
Run in a mount namespace of its own. The arguments after the disk switch protections off: `impatient` that of the
worker, others those of the API.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from front import Front, Said
from servers.postgres import Postgres
from world import Background, World, running

SIZES = {"postgresql": 100, "blobs": 16}  # megabytes of the disk
SMALL = 6
LARGE = 3 << 20  # bytes of a scan: more than any spool keeps in memory
COUNT = 5  # uploads to a full disk
MOST = 400
TAKEN = [201, "", False]
REACHABLE = Path("/mnt")  # for a server that runs as another user


def fill(disk: Path) -> Path:
    """Leave no room at all: not one block, and none in the last block of a log. Returns what takes up the room."""
    filler = disk / "filler"
    for path in (filler, *disk.rglob("log")):
        with path.open("ab", buffering=0) as file:
            for piece in (1 << 16, 1 << 12, 1):
                with suppress(OSError):
                    while True:
                        file.write(b"x" * piece)
    return filler


def made(root: Path, disk: Path, what: str) -> World:
    if what == "database":
        return World(root, INTAKE_DATABASE=f"sqlite:///{disk}/intake.db")
    if what == "postgresql":
        tempfile.tempdir = str(disk)  # where servers have their folders
        server = Postgres()
        tempfile.tempdir = None
        server.start()
        return World(root, INTAKE_DATABASE=server.url(server.database()))
    if what == "blobs":
        return World(root, INTAKE_DATA=disk / "data", INTAKE_DATABASE=f"sqlite:///{root}/intake.db")
    if what == "temporary":
        return World(root, TMPDIR=disk)
    world = World(root)
    world.folder = disk  # where processes have their logs
    return world


def told(said: Said) -> list[object]:
    return [said.status, said.code, said.retry]


def tried(front: Front, size: int) -> Iterator[list[object]]:
    """Upload until COUNT in a row are refused, or COUNT of a size that nothing has room for have been tried.

    A server has room in its own files for a while, and finds more whenever it clears its journal.
    """
    left = COUNT
    for number in range(1, MOST):
        said = told(front.upload(number, size))
        yield said
        left = left - 1 if size or said != TAKEN else COUNT
        if not left:
            return


def main(root: Path, what: str, *without: str) -> None:
    disk = REACHABLE if what == "postgresql" else root / "disk"
    disk.mkdir(exist_ok=True)
    size = f"size={SIZES.get(what, SMALL)}m"
    subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tmpfs", disk], check=True)  # noqa: S607
    world = made(root, disk, what)
    front = Front(world, *(each for each in without if each != "impatient"))
    worker, sweep = world.worker("logs", *without), world.sweep()
    with front, running(sweep):
        worker.ready()
        front.upload(0)
        world.wait(world.is_done, 30)
        filler = fill(disk)
        uploads = list(tried(front, 0 if what == "postgresql" else LARGE))
        seen = told(front.ask("/api/v1/cases"))
        ready = front.ask("/readyz").body
        time.sleep(3)
        alive = [process.is_running for process in (front.process, worker, sweep)]
        filler.unlink()
        after = told(front.upload(MOST))
        came = {"uploads": uploads, "seen": seen, "ready": ready, "alive": alive, "after": after}
        json.dump(came | settled(world, worker), sys.stdout)


def settled(world: World, worker: Background) -> dict[str, object]:
    """Wait until all is read, if anybody is left who reads, and check what is kept."""
    if worker.is_running:
        world.wait(world.is_done, 60)
        worker.kill()
        world.holds()
    return {"states": dict(world.states())}


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
