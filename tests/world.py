"""A service of a test's own: its database, its bytes, its workers and its sweep, each a process that can be killed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from servers.process import Process
from sqlalchemy import func, select

from intake.boot.service import service_context
from intake.domain.errors import Unavailable
from intake.service.access import Principal, Role
from intake.service.uploads import Arrived, Taken, read_again, take_in
from intake.settings import Settings
from intake.store import cases, schema
from intake.store.cases import NewCase
from intake.store.rows import Scope
from intake.store.tables import document, happening, job, scan
from intake.work.check import check

ROOT = Path(__file__).parent.parent
TIMES = int(os.environ.get("SOAK", "1"))  # how many times as much of a fault `make soak` asks for
IS_SOAK = TIMES > 1
WORKER = ROOT / "tests" / "programs" / "quick_worker.py"
READER = ROOT / "tests" / "programs" / "paper_worker.py"
COURT = "浙0106"
LEASE_S, SWEEP_S = 2.0, 1.0
QUICK = {"INTAKE_LEASE_S": LEASE_S, "INTAKE_SWEEP_S": SWEEP_S, "INTAKE_POLL_S": 0.3, "INTAKE_GRACE_S": 2}
CLERK = Principal("clerk", Role.CLERK, Scope(COURT))
TICK_S = 0.05


class World:
    """`given` are settings by the names of their variables."""

    def __init__(self, folder: Path, **given: object):
        named = {**QUICK, "INTAKE_DATA": folder / "data", "INTAKE_DIGEST_KEY": "k" * 32, "INTAKE_BROKER": "none"}
        self.folder = folder
        self.env = {name: str(value) for name, value in (named | given).items()}
        with environment(self.env):
            self.settings = Settings()
        self.context = service_context(self.settings)
        schema.migrate(self.context.database)
        with self.context.database.write() as connection:
            self.case = cases.add(connection, NewCase(COURT, "enforcement"), "clerk")
        self._count = 0

    def upload(self, key: str | None = None, **order: object) -> Taken:
        """Take in one "scan" as the API would: its bytes first, then its row and its job."""
        return self.put(json.dumps({"n": self._count + 1, **order}).encode(), key)

    def put(self, data: bytes, key: str | None = None) -> Taken:
        """Take in bytes."""
        self._count += 1
        with self.context.blobs.writer(50 << 20) as writer:
            writer.write(data)
            kept = writer.finish()
        name = f"{self._count}.json"
        return take_in(self.context, CLERK, self.case, [Arrived(name, kept.sha256, kept.size)], key or name)[0]

    def worker(self, *without: str, **given: object) -> Process:
        """Return a worker, not yet started, with protections switched off."""
        return self.process((sys.executable, str(WORKER), *without), given)

    def reader(self, *otherwise: str) -> Background:
        """Return a worker with the real decoder; see tests/programs/paper_worker.py."""
        path = {"PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}:{READER.parent}"}
        return self.process((sys.executable, str(READER), *otherwise), path)

    def sweep(self, **given: object) -> Process:
        return self.process((sys.executable, "-m", "intake", "sweep"), given)

    def wait(self, is_so: Callable[[], bool], within_s: float) -> float:
        """Return the seconds until it is so; fails when it is not."""
        started = time.monotonic()
        while True:
            try:
                if is_so():
                    return time.monotonic() - started
            except Unavailable:
                pass  # asked again below
            assert time.monotonic() - started < within_s, self.states()
            time.sleep(TICK_S)

    def freeze(self, worker: Process) -> None:
        """Freeze a worker that does not have SQLite's one lock: nobody would come by it."""
        while True:
            worker.freeze()
            try:
                with self.context.database.write():
                    return
            except Unavailable:
                worker.thaw()
                time.sleep(TICK_S)  # to come to the end of what it holds the lock for

    def read_quarantined_again(self) -> None:
        """Do what a person does with scans that no worker could read."""
        with self.context.database.read() as connection:
            found = connection.execute(select(scan.c.id, scan.c.version).where(scan.c.state == "quarantined")).all()
        for scan_id, version in found:
            read_again(self.context, CLERK, scan_id, version)

    def states(self) -> Mapping[str, int]:
        """Return how many scans are in which state."""
        with self.context.database.read() as connection:
            rows = connection.execute(select(scan.c.state, func.count()).group_by(scan.c.state))
            return dict(rows.all())

    def is_done(self) -> bool:
        return "queued" not in self.states()

    def reads_per_scan(self) -> Mapping[str, int]:
        """Return how often the end of a reading was kept, by scan: once, whoever was killed."""
        with self.context.database.read() as connection:
            counted = select(happening.c.subject, func.count()).where(happening.c.kind == "scan_read")
            rows = connection.execute(counted.group_by(happening.c.subject)).all()
        return dict(rows)

    def owner(self) -> str | None:
        """Return who has the one job."""
        with self.context.database.read() as connection:
            return connection.execute(select(job.c.lease_owner)).scalar_one()

    def attempts(self) -> list[int]:
        with self.context.database.read() as connection:
            return sorted(connection.execute(select(job.c.attempts)).scalars())

    def close(self) -> None:
        self.context.database.engine.dispose()

    def holds(self) -> None:
        """Assert what must hold at the end, whatever happened (reliability.md, I1, I2, I4)."""
        report = check(self.context, deep=True)
        assert not report.is_wrong, report
        with self.context.database.read() as connection:
            states = set(connection.execute(select(job.c.state)).scalars())
            documents = connection.execute(select(func.count()).select_from(document)).scalar_one()
        assert states <= {"done", "rejected", "quarantined"}
        assert set(self.reads_per_scan().values()) <= {1}
        assert documents == self.states().get("read", 0)

    def process(self, command: tuple[str, ...], given: Mapping[str, object]) -> Background:
        """Return a process of this service, not yet started; `given` are variables besides."""
        folder = self.folder / f"process-{len(list(self.folder.glob('process-*')))}"
        folder.mkdir()
        values = {name: str(value) for name, value in given.items()}
        return Background(command, folder, {**os.environ, **self.env, "PYTHONPATH": str(ROOT), **values})


class Background(Process):
    """A process that is started without waiting for it; `events` are what it said so far."""

    def __init__(self, command: tuple[str, ...], folder: Path, env: Mapping[str, str]):
        super().__init__(command, folder, lambda: True)
        self._env = env

    def start(self) -> None:
        with self.log.open("ab") as log:
            self._child = subprocess.Popen(
                self.command, cwd=self.folder, env=self._env, stdout=log, stderr=log, start_new_session=True
            )

    def events(self, name: str) -> list[Mapping[str, object]]:
        lines = self.log.read_text("utf-8", "replace").splitlines() if self.log.exists() else []
        said = [json.loads(line) for line in lines if line.startswith("{")]
        return [each for each in said if each.get("event") == name]

    def ready(self, within_s: float = 30.0) -> Background:
        """Start it and return when it looks for work."""
        before = len(self.events("worker_ready"))
        self.start()
        until = time.monotonic() + within_s
        while len(self.events("worker_ready")) == before:
            assert self.is_running, self.log.read_text("utf-8", "replace")[-2000:]
            assert time.monotonic() < until
            time.sleep(TICK_S)
        return self


@contextmanager
def environment(values: Mapping[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.update(values)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


@contextmanager
def running(*processes: Process) -> Iterator[None]:
    """Start processes, and kill whatever of them is left at the end."""
    try:
        for process in processes:
            process.start()
        yield
    finally:
        for process in processes:
            process.thaw()
            process.kill()
