"""Both kinds of service for the tests of faults: on SQLite, and on a real PostgreSQL."""

from __future__ import annotations

from pathlib import Path

import pytest
from world import World


@pytest.fixture(params=["sqlite", "postgresql"])
def world(request: pytest.FixtureRequest, tmp_path: Path) -> World:
    if request.param == "sqlite":
        return World(tmp_path)
    return World(tmp_path, INTAKE_DATABASE=request.getfixturevalue("postgres_url"))


@pytest.fixture
def distributed(tmp_path: Path, postgres_url: str) -> World:
    """Return a service on PostgreSQL alone."""
    return World(tmp_path, INTAKE_DATABASE=postgres_url)
