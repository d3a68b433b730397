"""Says which pages teach nothing at first, so that what is weighed on them is weighed as on papers of strangers."""

from __future__ import annotations

from collections.abc import Sequence

from training.classifier.gather import Seen, labels
from training.corpus.papers import hands

LAYOUT = 3  # of every type
UNSEEN = 3  # every third family of strangers, drawn or of material, and every third hand


def hidden(pages: Sequence[Seen]) -> frozenset[str]:
    """Return the families of strangers, and the hands, that are held back."""
    ours = {*labels(), *hands()}
    drawn = {page.family for page in pages if page.picture is not None} - ours
    read = {page.family for page in pages if page.picture is None} - ours
    return frozenset(name for group in (drawn, read, set(hands())) for name in sorted(group)[::UNSEEN])


def is_held(page: Seen, families: frozenset[str]) -> bool:
    """Say whether a page is of a layout, a hand or a family of strangers that is held back."""
    return page.family in families or page.layout == LAYOUT
