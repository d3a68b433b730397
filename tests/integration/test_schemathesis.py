"""The running interface under attack by its own description: nothing may be a fault of ours, all is as described."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from served import Served, served

from intake.api.guard import Guard
from intake.service.access import Role

pytestmark = pytest.mark.integration
PROGRAMS = Path(__file__).parents[1] / "programs"
TIMES = int(os.environ.get("SOAK", "1"))
BUDGET_S = (
    60 * TIMES
)  # of all attacks; each begins with what is known to hurt, and needs a minute or two to get through it
ALONE, CHAINED = "examples,coverage,fuzzing", "stateful"
ATTACKS = ((Role.JUDGE, ALONE), (Role.ADMIN, ALONE), (Role.JUDGE, CHAINED))
"""Between them the roles may use every route; chained requests go on with what the one before answered."""


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Served]:
    here = served(tmp_path, url=f"sqlite:///{tmp_path}/intake.db")
    here.file(here.case())
    here.client.app.openapi()  # as a service does before it answers: the attacker waits ten seconds for it
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(here.client.app, http=Guard, log_config=None, lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.05)
        here.client.base_url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        yield here
        server.should_exit = True
        thread.join(20)


@pytest.mark.parametrize(("role", "phases"), ATTACKS)
def test_no_attack_finds_a_fault(here: Served, tmp_path: Path, role: Role, phases: str):
    token = here.as_(role)["Authorization"]
    command = (sys.executable, "-m", "schemathesis.cli", "--config-file", str(PROGRAMS / "attack.toml"), "run")
    how = ("--checks=all", f"--phases={phases}", "--seed=1", f"--max-examples={5 * TIMES}", "--no-color")
    where = (f"{here.client.base_url}/api/v1/openapi.json", "-H", f"Authorization: {token}")
    bounds = (f"--max-time={BUDGET_S // len(ATTACKS)}", "--continue-on-failure", "--warnings=off")

    done = subprocess.run(
        (*command, *where, *how, *bounds),
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "SCHEMATHESIS_HOOKS": "attack_hooks", "PYTHONPATH": str(PROGRAMS)},
        timeout=BUDGET_S + 240,
        check=False,
    )

    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    assert " generated" in done.stdout
