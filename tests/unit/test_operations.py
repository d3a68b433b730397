"""The pages for those who run the service say what the code does."""

from __future__ import annotations

import re
from pathlib import Path

from pydantic import SecretStr

from intake.domain.states import DocumentState, RequestState, ScanState, ways
from intake.settings import Settings

DOCS = Path(__file__).parent.parent.parent / "docs"
ROW = re.compile(r"^\| `(INTAKE_\w+)` \| (.*?) \| (.*) \|$", re.MULTILINE)
WAY = re.compile(r"^    (\w+) --> (\w+)$", re.MULTILINE)


def shown(default: object) -> str:
    value = default.get_secret_value() if isinstance(default, SecretStr) else default
    return "" if value in {None, ""} else f"`{value}`"


def test_every_setting_is_in_the_table_with_its_default():
    rows = ROW.findall((DOCS / "operations.md").read_text("utf-8"))

    assert rows == [
        (f"INTAKE_{name.upper()}", shown(field.default), field.description)
        for name, field in Settings.model_fields.items()
    ]


def test_the_drawn_ways_are_those_of_the_code():
    drawn = sorted(WAY.findall((DOCS / "states.md").read_text("utf-8")))

    every = (state for kind in (ScanState, DocumentState, RequestState) for state in kind)
    assert drawn == sorted((state.value, after.value) for state in every for after in ways(state))
