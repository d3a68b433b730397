"""Says whether a page has what defines a type: only what was declared can be accepted, however alike it looks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from intake.domain.definition import ANYTHING, Definition
from intake.domain.doctype import DocType
from intake.domain.text import PageText
from intake.domain.writing import as_printed


def fitting(page: PageText, types: Mapping[str, DocType]) -> Mapping[str, bool]:
    """Say of each type that declares what defines it whether the page has it."""
    text = "\n".join(as_printed(page))
    return {name: fits(text, found.defined) for name, found in types.items() if found.defined != ANYTHING}


def proven(page: PageText, types: Mapping[str, DocType], fits: Mapping[str, bool]) -> frozenset[str]:
    """Return the types that the page fits and shows the proof of."""
    asked = {name: proof for name, is_so in fits.items() if is_so and (proof := types[name].defined.proof)}
    text = "\n".join(as_printed(page)) if asked else ""
    return frozenset(name for name, proof in asked.items() if proof(text))


def fits(text: str, wanted: Definition) -> bool:
    """Say whether the packed lines of a page, one below the other, have what a definition asks for."""
    if wanted.most_lines is not None and text.count("\n") >= wanted.most_lines:
        return False
    if not all(_compiled(pattern).search(text) for pattern in wanted.all_of):
        return False
    if any(_compiled(pattern).search(text) for pattern in wanted.none_of):
        return False
    return sum(bool(_compiled(pattern).search(text)) for pattern in wanted.some_of) >= wanted.least


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
