"""The S3 of compose.yaml, SeaweedFS, as a program of a test: with the arguments and settings that stand there."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import obstore
import yaml
from obstore.store import S3Store
from servers.process import Process, answers, free_port, own_folder

from intake.store.s3 import bucket

COMPOSE = Path(__file__).parents[2] / "compose.yaml"
PROGRAM = Path(sys.executable).with_name("weed")
SECRET = "a-secret-of-the-test"  # noqa: S105 of a store that ends with the test
PARTS = ("master", "volume", "filer", "s3")


@cache
def services() -> dict[str, dict[str, object]]:
    return yaml.safe_load(COMPOSE.read_text("utf-8"))["services"]


class Weed:
    """A store of its own in a folder of its own; `prefix` is a command that it is run by."""

    def __init__(self, prefix: Sequence[str] = (), **settings: str):
        self.folder = own_folder("weed")
        self._ports = {name: (free_port(), free_port()) for name in PARTS}
        self.port = self._ports["s3"][0]
        given = {"${S3_SECRET:?}": SECRET, "/data/names.db": str(self.folder / "names.db")}
        said = {name: given.get(value, value) for name, value in services()["s3"]["environment"].items()}
        env = ["env", *(f"{name}={value}" for name, value in {**said, **settings}.items())]
        self.process = Process((*env, *prefix, str(PROGRAM), *self._arguments()), self.folder, self._is_up)

    def _arguments(self) -> list[str]:
        own = {"-dir=/data": f"-dir={self.folder}", "-ip=s3": "-ip=127.0.0.1", "-ip.bind=0.0.0.0": "-ip.bind=127.0.0.1"}
        given = [own.get(each, each) for each in services()["s3"]["command"] if each != "-s3.port=9000"]
        ports = (
            f"-{name}.port{kind}={port}"
            for name in PARTS
            for kind, port in zip(("", ".grpc"), self._ports[name], strict=True)
        )
        return [*given, *ports]

    def _is_up(self) -> bool:
        return all(answers(port) for ports in self._ports.values() for port in ports)

    def make_bucket(self) -> subprocess.CompletedProcess[bytes]:
        """Run what the service `bucket` runs."""
        (script,) = services()["bucket"]["command"]
        for name, at in (("master", "s3:9333"), ("filer", "s3:8888")):
            script = script.replace(at, "127.0.0.1:{}.{}".format(*self._ports[name]))
        env = {**os.environ, "PATH": f"{PROGRAM.parent}:{os.environ['PATH']}"}
        command = (*services()["bucket"]["entrypoint"], script)
        return subprocess.run(command, env=env, capture_output=True, check=False, timeout=60)

    def clear(self) -> None:
        """Start it with an empty bucket."""
        if not self.process.is_running:
            self.process.start()
            assert self.make_bucket().returncode == 0
        store = self.store()
        for batch in obstore.list(store):
            obstore.delete(store, [each["path"] for each in batch])

    def store(self) -> S3Store:
        """Return the store of its bucket."""
        keys = {"access_key_id": "intake", "secret_access_key": SECRET}
        return bucket("intake", {"endpoint": f"http://127.0.0.1:{self.port}", "region": "us-east-1", **keys}, 10.0)
