"""Reads the policy of a court from its file; what is wrong in it is named by line and entry."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

from pydantic import ValidationError

from intake.domain.errors import IntakeError
from intake.release.parts.case import Kind
from intake.release.policy.policy import Policy, Situation

KEY = "[key]"  # how pydantic says that the key is wrong, not what stands there
Where = tuple[str | int, ...]
"""The way to an entry: names of tables and keys, places in lists."""


class BadPolicy(IntakeError):
    """A court's file that cannot be used: `file`, `line` (0 where none can be told), `entry`, `reason`."""

    code = "bad_policy"


@cache
def default_policy() -> Policy:
    """Return the policy that holds where a court has none of its own."""
    return parse((files("intake.release.policy") / "default.toml").read_text("utf-8"), "default.toml")


def load(path: Path, types: Collection[str]) -> Policy:
    """Read a court's file; `types` are the document types that it may ask for."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadPolicy(file=str(path), line="0", entry="-", reason=str(error)) from error
    return parse(text, str(path), types)


def parse(text: str, file: str, types: Collection[str] | None = None) -> Policy:
    """Make a policy of the text of a file, or say which entry of it is wrong."""
    try:
        data = tomllib.loads(text)
        policy = Policy.model_validate_json(json.dumps(data, default=str))
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        raise BadPolicy(file=file, line=line[1] if line else "0", entry="-", reason=str(error)) from error
    except ValidationError as error:
        first = error.errors()[0]
        raise _bad(file, text, first["loc"], first["msg"]) from error
    for where, reason in _mistakes(policy, types):
        raise _bad(file, text, where, reason)
    return policy


def _bad(file: str, text: str, where: Sequence[str | int], reason: str) -> BadPolicy:
    named = [part for part in where if part != KEY]
    return BadPolicy(file=file, line=str(_line(text, named)), entry=".".join(map(str, named)), reason=reason)


def _mistakes(policy: Policy, types: Collection[str] | None) -> Iterator[tuple[Where, str]]:
    """Yield what each entry for itself does not show: names that lead nowhere, tables that lack."""
    for table, given in (("orders", policy.orders), ("needs", policy.needs)):
        yield from (((table, kind), "missing") for kind in Kind if kind not in given)
    for kind, needs in policy.needs.items():
        yield from (((("needs", kind, s)), "missing") for s in Situation if s not in needs)
        for situation, names in needs.items():
            unknown = [name for name in names if name not in policy.requirements]
            yield from ((("needs", kind, situation), f"no requirement is called {name!r}") for name in unknown)
    yield from _strange_types(policy, types)
    yield from _strange_days(policy)


def _strange_types(policy: Policy, types: Collection[str] | None) -> Iterator[tuple[Where, str]]:
    if types is None:
        return
    asked: list[tuple[Where, str]] = [(("orders", kind), t) for kind, named in policy.orders.items() for t in named]
    for name, requirement in policy.requirements.items():
        asked += [(("requirements", name, "any_of"), t) for choice in requirement.any_of for t in choice]
    yield from ((where, f"no document type is called {t!r}") for where, t in asked if t not in types)


def _strange_days(policy: Policy) -> Iterator[tuple[Where, str]]:
    for year, table in policy.calendar.items():
        for key, days in (("holidays", table.holidays), ("working_days", table.working_days)):
            strange = [day for day in days if str(day.year) != year]
            yield from ((("calendar", year, key), f"{day} is not of {year}") for day in strange)


def _line(text: str, where: Sequence[str | int]) -> int:
    """Return the line of the innermost entry of `where` that the text shows, from 1; 0 where it shows none."""
    keys = [str(key) for key in where]
    places = _places(text)
    return next((places[name] for n in range(len(keys), 0, -1) if (name := ".".join(keys[:n])) in places), 0)


def _places(text: str) -> Mapping[str, int]:
    """Return the line of every table and key, by its full name."""
    found: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if header := re.match(r"\[([^\[\]]+)\]", line):
            table = header[1].replace('"', "").replace(" ", "")
            found.setdefault(table, number)
        elif key := re.match(r"\s*([\w.-]+)\s*=", line):
            found.setdefault(f"{table}.{key[1]}" if table else key[1], number)
    return found
