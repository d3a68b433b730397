"""The whole service on one machine, as `make serve` starts it: a paper goes in over HTTP and comes out read."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from servers.process import children, free_port

pytestmark = pytest.mark.integration

ROOT = Path(__file__).parent.parent.parent
SCAN = ROOT / "sample_docs" / "case-01-clean-scans" / "04-confirmation.jpg"
TRUTH = SCAN.with_name("truth.json")


class Service:
    def __init__(self, folder: Path):
        self.data = folder / "data"
        self.port = free_port()
        env = {
            "INTAKE_DATA": str(self.data),
            "INTAKE_PORT": str(self.port),
            "INTAKE_WORKERS": "1",
            "INTAKE_GRACE_S": "5",
        }
        self.env = {**os.environ, **env, "PYTHONPATH": str(ROOT)}
        self.log = folder / "log"
        self.child: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self.log.open("ab") as log:
            command = [sys.executable, "-m", "intake", "serve"]
            self.child = subprocess.Popen(command, env=self.env, stdout=log, stderr=log, start_new_session=True)
        until(lambda: self.answers("/readyz"), 60)

    def answers(self, path: str) -> bool:
        try:
            return httpx.get(f"http://127.0.0.1:{self.port}{path}", trust_env=False).status_code == 200
        except httpx.TransportError:
            return False

    @contextmanager
    def client(self, role: str = "clerk") -> Iterator[httpx.Client]:
        tokens = dict(line.split() for line in (self.data / "first-tokens.txt").read_text("utf-8").splitlines())
        headers = {"Authorization": f"Bearer {tokens[role]}"}
        address = f"http://127.0.0.1:{self.port}/api/v1"
        with httpx.Client(base_url=address, headers=headers, timeout=30, trust_env=False) as client:
            yield client

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        full = [sys.executable, "-m", "intake", *command]
        return subprocess.run(full, env=self.env, capture_output=True, text=True, check=False)


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    made = Service(tmp_path)
    made.start()
    yield made
    made.child.kill()
    made.child.wait()


def until(is_so: Callable[[], bool], within_s: float) -> None:
    end = time.monotonic() + within_s
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.1)


def process_of(service: Service, name: str) -> int:
    for pid in children(service.child.pid):
        if Path(f"/proc/{pid}/cmdline").read_bytes().endswith(f"{name}\0".encode()):
            return pid
    return 0


def test_a_paper_goes_in_over_http_and_comes_out_read_though_its_worker_is_killed(service: Service):  # S45, S53
    with service.client() as client:
        case = client.post("/cases", json={"kind": "enforcement", "court": "浙0106"}).json()["id"]
        killed = process_of(service, "worker")
        with SCAN.open("rb") as file:
            sent = client.post(f"/cases/{case}/scans", files={"files": file}, headers={"Idempotency-Key": "1"})
        os.kill(killed, signal.SIGKILL)
        until(lambda: bool(client.get("/documents", params={"case_id": case}).json()["items"]), 90)
        (document,) = client.get("/documents", params={"case_id": case}).json()["items"]

    assert sent.status_code == 201
    assert document["type"] == "account_confirmation"
    assert process_of(service, "worker") not in {0, killed}
    assert (service.data / "first-tokens.txt").stat().st_mode & 0o777 == 0o600
    found = service.run("fsck", "--deep")
    assert found.returncode == 0, found.stdout
    for name in ("api", "sweep"):
        assert not opens_pictures(process_of(service, name)), name
    assert opens_pictures(process_of(service, "worker"))
    _says_nothing_elsewhere(service)
    _lets_people_go_first(service)
    _stops_cleanly(service)


def opens_pictures(pid: int) -> bool:
    """Say whether decoders or models are loaded into a process."""
    maps = Path(f"/proc/{pid}/maps").read_text()
    return any(name in maps for name in ("cv2", "onnxruntime", "pdfium", "PIL"))


def _says_nothing_elsewhere(service: Service) -> None:
    """See that what stands on a paper is in the database and in the blobs, in no log and no file on its way."""
    (paper,) = json.loads(TRUTH.read_text("utf-8"))["files"][-1]["documents"]
    private = [paper["fields"][name].encode() for name in ("account_number", "account_name", "id_number", "phone")]
    kept = (service.data / "blobs", service.data / "intake.db")
    others = [path for path in service.data.rglob("*") if path.is_file() and not path.is_relative_to(kept[0])]

    assert not [
        path for path in (*others, service.log) if path != kept[1] and any(s in path.read_bytes() for s in private)
    ]


def _lets_people_go_first(service: Service) -> None:
    """Workers are nice to the API, in one session with it: across sessions the kernel does not compare (sched(7))."""
    worker, api = process_of(service, "worker"), process_of(service, "api")

    assert os.getpriority(os.PRIO_PROCESS, worker) - os.getpriority(os.PRIO_PROCESS, api) == 10
    assert os.getsid(worker) == os.getsid(api)


def _stops_cleanly(service: Service) -> None:
    """Ctrl-C, as a terminal sends it to all in the foreground: everything that was started ends, within the grace."""
    started = children(service.child.pid)
    os.killpg(service.child.pid, signal.SIGINT)
    service.child.wait(20)

    assert service.child.returncode == 0
    assert not [pid for pid in started if Path(f"/proc/{pid}").exists()]
