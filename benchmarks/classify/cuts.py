"""Cuts drawn files of several documents, and compares with the true cut."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from benchmarks.classify.read import over_all, read
from benchmarks.drawings.mixed import Bundle, Part, bundle, recipes
from benchmarks.kept import Kept
from intake.classifier.part import Part as Found

TOLD = frozenset({"uncertain_cut", "uncertain_join", "other_side_unclear"})


@dataclass(frozen=True, slots=True)
class Cut:
    """One file: whether it was cut as it is, if not whether a finding says so, and whether all types are right."""

    recipe: str
    is_exact: bool
    is_told: bool
    is_named: bool


def read_bundles(count: int, seconds: float) -> Iterator[tuple[Bundle, list[Kept]]]:
    """Draw `count` files, or as many as the seconds allow, and read them, or find what was read of them before."""
    yield from over_all(_bundle, recipes(count), seconds)


def _bundle(task: tuple[str, int]) -> tuple[Bundle, list[Kept]]:
    drawn = bundle(*task)
    reads = [read(page.pixels) for page in drawn.pages]
    return replace(drawn, pages=()), reads


def compared(bundle: Bundle, found: Sequence[Found]) -> Cut:
    """Compare the documents that were found in a file with the true ones."""
    wanted, cut = _shape(bundle.parts), _shape_found(found)
    told = any(part.klass is None or any(f.code in TOLD for f in part.findings) for part in found)
    names = [part.type for part in bundle.parts] == [part.type for part in found]
    return Cut(bundle.recipe, wanted == cut, told, names)


def _shape(parts: Sequence[Part]) -> Counter[tuple[int, ...]]:
    """Return which pages are together, with how many documents on each."""
    return Counter(part.pages for part in parts)


def _shape_found(parts: Sequence[Found]) -> Counter[tuple[int, ...]]:
    return Counter(tuple(text.number for text in part.pages) for part in parts)
