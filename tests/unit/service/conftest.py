"""A service of a test's own, and a case in it that has all its papers."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk import context, filed, new_case
from release_cases import READY, paper

from intake.service.context import Context


@pytest.fixture
def service(tmp_path: Path) -> Context:
    return context(tmp_path)


@pytest.fixture
def case_id(service: Context) -> str:
    """Return a case whose request is ready."""
    made = new_case(service)
    filed(service, made, [paper(kind).document for kind in READY])
    return made
