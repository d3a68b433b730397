"""Weighs the witnesses anew where only what pages say was taught again, and no page has a picture."""

from __future__ import annotations

from dataclasses import replace

from intake.classifier.learned import Settings, Weights

LEAST = 1e-3  # of a weight that another is divided by


def reweighed(former: Settings, unseen: Weights) -> Settings:
    """Return settings with these weights for pages without a look.

    Those beside a look keep the ratio that they had to them, and the look keeps its weight.
    """
    seen = Weights(
        says=_scaled(former.seen.says, former.unseen.says, unseen.says),
        looks=former.seen.looks,
        cues=_scaled(former.seen.cues, former.unseen.cues, unseen.cues),
        defined=_scaled(former.seen.defined, former.unseen.defined, unseen.defined),
    )
    return replace(former, seen=seen, unseen=unseen)


def _scaled(seen: float, unseen: float, found: float) -> float:
    return seen / max(unseen, LEAST) * found
