"""All families of strangers there are: found by walking their folder, so that a new one changes no other file."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import MappingProxyType

from intake.domain.drawing import Drawing, Facts
from training.corpus import strangers

NEAR = "quotes_"  # begins the name of a family that uses the words of our papers


@dataclass(frozen=True, slots=True)
class Family:
    """Papers of one kind that are of no type of ours; layout and fonts follow the seed."""

    name: str
    draw: Callable[[Facts, int], Drawing]

    @property
    def is_near_miss(self) -> bool:
        """Say whether it quotes our papers, so that words alone may deceive."""
        return self.name.startswith(NEAR)


@cache
def families() -> Mapping[str, Family]:
    """Return every family by its name, in the order of their names."""
    names = sorted(info.name for info in pkgutil.iter_modules(strangers.__path__))
    return MappingProxyType({name: Family(name, _draw(name)) for name in names})


def _draw(name: str) -> Callable[[Facts, int], Drawing]:
    draw: Callable[[Facts, int], Drawing] = import_module(f"{strangers.__name__}.{name}").draw
    return draw
