"""Uploads and polls by two hundred people at once, while workers read at a low priority."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypedDict

from benchmarks.load.seed import open_one
from benchmarks.load.service import COURT, Service, service, token, workers
from intake.store.database import open_database

USERS = Path(__file__).with_name("users.py")
PEOPLE = 200
WORKERS = 2
CASES = 200


class _Figures(TypedDict):
    count: int
    errors: int
    median_ms: float
    p95_ms: float
    a_second: float


class Said(TypedDict):
    """What the load generator writes."""

    asked: dict[str, _Figures]
    waited: int
    faults: list[str]


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of one kind of request."""

    name: str
    count: int
    errors: int
    median_ms: float
    p95_ms: float
    a_second: float


@dataclass(frozen=True, slots=True)
class Storm:
    """What came of all; `waited` counts those who were asked to come back, `faults` says what errors said."""

    seconds: int
    asked: tuple[Asked, ...]
    waited: int
    faults: tuple[str, ...]
    peak_mb: float

    @property
    def errors(self) -> int:
        return sum(each.errors for each in self.asked)

    def of(self, name: str) -> Asked:
        return next((each for each in self.asked if each.name == name), Asked(name, 0, 0, 0.0, float("inf"), 0.0))


@dataclass(frozen=True, slots=True)
class Rate:
    """How much is asked for a second, and for how many seconds."""

    uploads: float = 20
    polls: float = 100
    seconds: int = 300


def storm(database: str, scan: Path, rate: Rate) -> Storm:
    """Let people upload and poll; returns what they saw, and the most memory that the API held."""
    with TemporaryDirectory(prefix="intake-load-") as name, service(database, Path(name)) as running:
        folder = Path(name)
        secrets = [token(database, "clerk", person=f"clerk-{n}") for n in range(PEOPLE)]
        (folder / "tokens").write_text("\n".join(secrets), "utf-8")
        (folder / "cases").write_text("\n".join(_open(database)), "utf-8")
        with workers(running.environment, WORKERS, folder / "workers.log"):
            said = _run(running, folder, str(scan), rate)
        peak_mb = running.peak_mb()
    asked = tuple(Asked(name, **figures) for name, figures in said["asked"].items())
    return Storm(rate.seconds, asked, said["waited"], tuple(said["faults"]), peak_mb)


def _open(database: str) -> list[str]:
    opened = open_database(database)
    return [open_one(opened, COURT) for _ in range(CASES)]


def _run(running: Service, folder: Path, scan: str, rate: Rate) -> Said:
    files = {name.upper(): str(folder / name) for name in ("tokens", "cases", "figures")}
    given = {**files, "SCAN": scan, "UPLOADS": str(rate.uploads), "POLLS": str(rate.polls)}
    environment = {**os.environ, **{f"LOAD_{name}": value for name, value in given.items()}}
    options = ["--headless", "-u", str(PEOPLE), "-r", str(PEOPLE), "-t", f"{rate.seconds}s", "--stop-timeout", "30"]
    command = [sys.executable, "-m", "locust", "-f", str(USERS), "-H", running.url, *options, "--only-summary"]
    subprocess.run(command, env=environment, check=False, stdout=subprocess.DEVNULL)  # noqa: S603 ours
    said: Said = json.loads((folder / "figures").read_text("utf-8"))
    return said
