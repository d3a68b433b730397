"""What courts write about a case: its story, the defence, the reasons, in words that training does not have."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random
from typing import TypedDict

from intake.domain.drawing import Facts
from intake.drawing.words import plain_date


class _Cause(TypedDict):
    story: str
    defence: str
    view: str
    law: str
    duty: str


class _Texts(TypedDict):
    searched: list[str]
    evidence: list[str]
    interest: str
    appeal: str


class _Law(TypedDict):
    cause: dict[str, _Cause]
    texts: _Texts


@dataclass(frozen=True, slots=True)
class Dispute:
    """One case told: `claimed` is more than what is granted, so that several amounts stand on the paper."""

    story: str
    defence: str
    view: str
    law: str
    duty: str
    claimed: Decimal


def dispute_of(facts: Facts, p: str, d: str, rng: Random) -> Dispute:
    """Tell the case of `facts` between the claimant `p` and the debtor `d`."""
    cause = _law()["cause"][facts.cause]
    claimed = (facts.amount * Decimal(rng.randint(108, 160)) / 100).quantize(Decimal("0.01"))
    day = plain_date(facts.decided_on - timedelta(days=rng.randint(400, 1200)))
    said = {"p": p, "d": d, "day": day, "sum": f"{claimed}"}
    return Dispute(
        story=cause["story"].format(**said),
        defence=cause["defence"].format(**said),
        view=cause["view"].format(**said),
        law=cause["law"],
        duty=cause["duty"],
        claimed=claimed,
    )


def texts() -> _Texts:
    """Return the paragraphs that are not about one cause."""
    return _law()["texts"]


@cache
def _law() -> _Law:
    loaded: _Law = tomllib.loads((Path(__file__).parent / "law.toml").read_text("utf-8"))  # type: ignore[assignment]  # its shape is above
    return loaded
