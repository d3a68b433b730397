"""People at work, as the load generator runs them: some upload scans, the others ask what became of theirs.

The environment says who they are: LOAD_TOKENS a file of secrets, LOAD_CASES one of cases, LOAD_SCAN a file to send,
LOAD_UPLOADS and LOAD_POLLS how many a second all do together, LOAD_FIGURES where the figures are written.
"""

from __future__ import annotations

import itertools
import json
import os
import random
import time
from collections import deque
from pathlib import Path

from locust import FastHttpUser, events, task
from locust.env import Environment

MEGABYTE = 1_000_000
SIZE = 2 * MEGABYTE
PATIENCE = 10  # times that somebody comes back who was asked to
TOKENS = itertools.cycle(Path(os.environ["LOAD_TOKENS"]).read_text("utf-8").split())
CASES = itertools.cycle(Path(os.environ["LOAD_CASES"]).read_text("utf-8").split())
UPLOADS, POLLS = float(os.environ["LOAD_UPLOADS"]), float(os.environ["LOAD_POLLS"])
PADDED = Path(os.environ["LOAD_SCAN"]).read_bytes().ljust(SIZE, b"\0")
UPLOADERS, POLLERS = 20, 180
SENT: deque[str] = deque(maxlen=1000)
WAITED: list[int] = []
BOUNDARY = "a9f1c3e7b5d24680a9f1c3e7b5d24680"
FORM = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
HEAD = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="scan.jpg"\r\n\r\n'.encode()
TAIL = f"\r\n--{BOUNDARY}--\r\n".encode()


class Person(FastHttpUser):
    """Somebody with a token of their own, who comes back where the service asks for it.

    Whoever asks shares the processors with who answers. People do not begin at the same moment: where all did, all
    would ask at once for ever after, and half of them wait for the other half.
    """

    abstract = True
    a_second: float

    def on_start(self) -> None:
        time.sleep(random.uniform(0, 1 / self.a_second))  # noqa: S311 no secret
        self.due = time.perf_counter()
        self.allowed = {"Authorization": f"Bearer {next(TOKENS)}"}

    def wait_time(self) -> float:
        """Return the seconds to the next round, which does not move when an answer takes long."""
        self.due += 1 / self.a_second
        return max(self.due - time.perf_counter(), 0)

    def ask(self, method: str, address: str, name: str, body: bytes | None = None) -> dict[str, object]:
        """Ask until it is answered; a 429 that says when to come back is no error, and is counted apart."""
        for _ in range(PATIENCE):
            headers = self.allowed | (FORM if body else {})
            with self.client.request(
                method,
                f"/api/v1{address}",
                name=name,
                catch_response=True,
                data=body,  # type: ignore[arg-type]  # bytes are taken as well
                headers=headers,
            ) as answer:
                if answer.status_code != 429 or "Retry-After" not in answer.headers:
                    if answer.status_code not in {200, 201}:
                        answer.failure(f"{answer.status_code} {answer.text[:200]}")
                        return {}
                    found: dict[str, object] = answer.json()
                    return found
                answer.request_meta["name"] = "told to wait"
                answer.success()
            WAITED.append(answer.status_code)
            time.sleep(float(answer.headers["Retry-After"]))
        given_up = {"request_type": method, "name": name, "response_time": 0, "response_length": 0}
        events.request.fire(**given_up, exception=TimeoutError())  # type: ignore[no-untyped-call]  # the same
        return {}


class Uploader(Person):
    fixed_count = UPLOADERS
    a_second = UPLOADS / UPLOADERS

    @task
    def upload(self) -> None:
        """Send a scan that nobody sent before."""
        form = b"".join((HEAD, PADDED[:-32], os.urandom(32), TAIL))
        answer = self.ask("POST", f"/cases/{next(CASES)}/scans", "upload", form)
        scans = answer.get("scans")
        if isinstance(scans, list):
            SENT.extend(scan["id"] for scan in scans)


class Poller(Person):
    fixed_count = POLLERS
    a_second = POLLS / POLLERS

    @task
    def poll(self) -> None:
        """Ask for one of the scans that came last."""
        if SENT:
            self.ask("GET", f"/scans/{SENT[os.urandom(1)[0] % len(SENT)]}", "poll")


def _write(environment: Environment, **_more: object) -> None:
    stats = environment.stats
    found = {
        entry.name: {
            "count": entry.num_requests,
            "errors": entry.num_failures,
            "median_ms": entry.get_response_time_percentile(0.5),
            "p95_ms": entry.get_response_time_percentile(0.95),
            "a_second": entry.total_rps,
        }
        for entry in stats.entries.values()
    }
    faults = [error.to_name() for error in stats.errors.values()]
    Path(os.environ["LOAD_FIGURES"]).write_text(
        json.dumps({"asked": found, "waited": len(WAITED), "faults": faults}, ensure_ascii=False), "utf-8"
    )


events.quitting.add_listener(_write)  # type: ignore[no-untyped-call]  # the library types none of it
