"""Knows picture editors by how they sign the files they write."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files


def editor_of(software: str) -> str | None:
    """Return our own name of the first picture editor among the programs of a file (one a line); None without one."""
    said = software.casefold()
    return next((name for name, marks in _editors().items() if any(mark in said for mark in marks)), None)


@cache
def _editors() -> Mapping[str, Sequence[str]]:
    found: Mapping[str, Sequence[str]] = tomllib.loads(
        (files("intake.pages.signs") / "editors.toml").read_text("utf-8")
    )["editors"]
    return found
