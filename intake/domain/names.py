"""Compares names of people, companies and courts: by what they are, never by how much they look alike."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from opencc import OpenCC

from intake.domain.clean import packed

_DOTS = re.compile(r"[·•‧・∙⋅]|(?<=[一-鿿])\.(?=[一-鿿])")
_NAMES_OF_THEIR_OWN = frozenset("昇陞於甯乾濛徵夥剋頫脩鉅苧")
"""Characters that simplified writing keeps in names beside the one they are often folded into: 昇 is not 升."""


@lru_cache(maxsize=256)  # the names of the case at hand: every rule compares the same few
def normal_name(name: str) -> str:
    """Return the form that names are compared in: half width, no blanks or dots, simplified characters."""
    return simplified(_DOTS.sub("", packed(name)))


def simplified(text: str) -> str:
    """Return a text in simplified characters, but for those that stand beside their simplified form in names."""
    return "".join(map(_simple, text))


def same_name(a: str, b: str) -> bool:
    """Say whether two names are one and the same; nothing is the name of nobody."""
    first, second = normal_name(a), normal_name(b)
    return bool(first) and first == second


@cache
def _simple(char: str) -> str:
    return char if char in _NAMES_OF_THEIR_OWN else str(_converter().convert(char))


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")
