"""Both kinds of service for the tests of faults: on SQLite, and on a real PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from world import World


@pytest.fixture(params=["sqlite", "postgresql"])
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    given = {} if request.param == "sqlite" else {"INTAKE_DATABASE": request.getfixturevalue("postgres_url")}
    made = World(tmp_path, **given)
    yield made
    made.close()


@pytest.fixture
def distributed(tmp_path: Path, postgres_url: str) -> Iterator[World]:
    """Return a service on PostgreSQL alone."""
    made = World(tmp_path, INTAKE_DATABASE=postgres_url)
    yield made
    made.close()


@pytest.fixture
def embedded(tmp_path: Path) -> Iterator[World]:
    """Return a service on SQLite alone."""
    made = World(tmp_path)
    yield made
    made.close()
