"""Says which pages teach nothing at first, so that what is weighed on them is weighed as on papers of strangers."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from training.classifier.gather import Seen
from training.corpus.families import families
from training.corpus.papers import hands, strange

LAYOUT = 3  # of every type
UNSEEN = 3  # every third family of strangers, drawn or of material, and every third hand of each type


@cache
def hidden() -> frozenset[str]:
    """Return the families of strangers, and the hands, that are held back."""
    by_type: dict[str | None, list[str]] = defaultdict(list)
    for name, material in hands().items():
        by_type[material.type].append(name)
    return frozenset(name for group in (families(), strange(), *by_type.values()) for name in sorted(group)[::UNSEEN])


def is_held(page: Seen) -> bool:
    """Say whether a page is of a layout, a hand or a family of strangers that is held back."""
    return page.layout == LAYOUT or not hidden().isdisjoint(page.family.split("+"))
