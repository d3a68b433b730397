"""The pages for those who run the service say what the code does."""

from __future__ import annotations

import pkgutil
import re
from pathlib import Path

from pydantic import SecretStr

from intake.api.pace import Rates
from intake.boot.api import rates_of
from intake.boot.service import limits_of
from intake.domain.states import DocumentState, RequestState, ScanState, ways
from intake.metrics import metrics
from intake.service.context import Limits
from intake.settings import Settings

DOCS = Path(__file__).parent.parent.parent / "docs"
ROW = re.compile(r"^\| `(INTAKE_\w+)` \| (.*?) \| (.*) \|$", re.MULTILINE)
LIMIT = re.compile(r"^\| [^|]+ \| ([0-9]+) \| `([\w.]+)` \| [^|]+ \|$", re.MULTILINE)
BOUNDS = ("_bytes", "_files", "_a_minute", "_at_once", "_at_once_each")  # how settings end that are limits
METRIC = re.compile(r"^\| `(intake_\w+?)(?:_total)?(?:\{[\w,]+\})?` \|", re.MULTILINE)
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


def in_code(name: str) -> object:
    """Return what a limit is without any setting: the default of one, or what a name with dots says."""
    if name.startswith("INTAKE_"):
        return Settings.model_fields[name.removeprefix("INTAKE_").lower()].default
    return pkgutil.resolve_name(name)


def test_every_limit_in_the_table_is_that_of_the_code():
    table = (DOCS / "operations.md").read_text("utf-8").partition("| Limit | Default |")[2].partition("\n\n")[0]
    rows = LIMIT.findall(table)

    assert {name: int(said) for said, name in rows} == {name: in_code(name) for _, name in rows}
    assert {name for _, name in rows} >= {f"INTAKE_{n.upper()}" for n in Settings.model_fields if n.endswith(BOUNDS)}
    assert len(rows) == table.count("\n") - 1  # every line but the one below the heads


def test_without_settings_the_limits_are_the_defaults_of_the_parts_that_hold_them():
    assert rates_of(Settings()) == Rates()
    assert limits_of(Settings()) == Limits()


def test_every_metric_is_in_its_table():
    told = METRIC.findall((DOCS / "operations.md").read_text("utf-8"))

    assert told == [family.name for family in metrics().registry.collect()]


def test_the_drawn_ways_are_those_of_the_code():
    drawn = sorted(WAY.findall((DOCS / "states.md").read_text("utf-8")))

    every = (state for kind in (ScanState, DocumentState, RequestState) for state in kind)
    assert drawn == sorted((state.value, after.value) for state in every for after in ways(state))
