"""How a Python of our own starts that has nothing but what it needs: no environment, no `site`, which costs 20 ms."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path


def command(module: str, packages: tuple[str, ...], arguments: Iterable[object]) -> list[str]:
    """Return the command that calls `main` of a module of ours with arguments; it finds us and `packages`."""
    starter = f"import sys; sys.path[:0] = sys.argv.pop(1).split(':'); from {module} import main; main(sys.argv[1:])"
    return [sys.executable, "-I", "-S", "-c", starter, _roots(packages), *map(str, arguments)]


@cache
def _roots(packages: tuple[str, ...]) -> str:
    found = map(importlib.util.find_spec, packages)
    others = {str(Path(spec.origin).parents[1]) for spec in found if spec is not None and spec.origin is not None}
    return ":".join((str(Path(__file__).parents[1]), *sorted(others)))
