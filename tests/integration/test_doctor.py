"""What `intake doctor` says of an installation where things are missing: all of it, and never a stack trace."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from servers.process import free_port
from world import ROOT

pytestmark = pytest.mark.integration


def told(folder: Path, broker: str) -> tuple[int, dict[str, str], str]:
    """Return its exit status, the code beside each thing that it looked at, and what went to standard error."""
    given = {"INTAKE_DATA": str(folder), "INTAKE_BROKER": broker, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "intake", "doctor"]
    done = subprocess.run(command, env={**os.environ, **given}, capture_output=True, text=True, check=False)
    lines = [line[4:].split() for line in done.stdout.splitlines() if line.startswith("BAD ")]
    return done.returncode, {name: code for name, code, *_ in lines}, done.stderr


def test_a_database_without_tables_and_a_broker_that_is_away_are_both_told(tmp_path: Path):
    status, bad, errors = told(tmp_path / "data", f"redis://127.0.0.1:{free_port()}/0")

    assert status == 1
    assert bad == {"service": "schema_is_old", "capacity": "schema_is_old", "broker": "OperationalError"}
    assert errors == ""
