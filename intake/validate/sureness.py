"""How likely a value is wrong, by how it was read: a model fitted on drawn papers, its weights in sureness.toml."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from intake.domain import card, cnaps, resident, uscc
from intake.domain.amount import parse_figures, parse_words
from intake.domain.document import Field
from intake.domain.logistic import Weight, probability
from intake.validate.fields import written

LEAST_DOUBT = 1e-4  # of a character: what the reader says beyond is rounding
MOST_MARGIN = 12.0  # natural logarithms
NUMBERS = ("id_number", "agent_id_number", "uscc", "card_number", "cnaps_code")
"""Fields whose values carry a check digit; an account number may be a card's."""


@dataclass(frozen=True, slots=True)
class Sureness:
    """A logistic model of the chance that a value is wrong; `groups` moves it for the fields that are named."""

    bias: float
    weights: Mapping[str, Weight]
    groups: Mapping[str, float]

    def error(self, name: str, seen: Mapping[str, float]) -> float:
        """Return the chance that the value of the field `name` is wrong."""
        return probability(self.bias + self.groups.get(name, 0.0), self.weights, seen)


def error_of(fields: Mapping[str, Field], name: str, quality: float) -> float:
    """Return the chance that the value of a field is wrong; `quality` is the score of the worst page of its paper."""
    return sureness().error(name, features(fields, name, quality))


def features(fields: Mapping[str, Field], name: str, quality: float) -> Mapping[str, float]:
    """Return what speaks for or against a value; the names are those of sureness.toml."""
    field = fields[name]
    mean = field.confidence if field.mean_confidence is None else field.mean_confidence
    return {
        "least": _doubt(field.confidence),
        "mean": _doubt(mean),
        "length": math.log2(max(len(field.raw), 1)),
        "quality": quality,
        "checked": float(is_checked(fields, name)),
        "repaired": float(field.repaired),
        "has_margin": float(field.margin is not None),
        "margin": min(field.margin, MOST_MARGIN) if field.margin is not None else 0.0,
    }


def is_checked(fields: Mapping[str, Field], name: str) -> bool:
    """Say whether something on the paper proves the value: its check digit, or the amount in words."""
    value = written(fields, name)
    if value is None:
        return False
    if name in {"amount", "amount_upper"}:
        amount = parse_figures(written(fields, "amount") or "")
        return amount is not None and parse_words(written(fields, "amount_upper") or "") == amount
    if name == "account_number":
        number = card.parse(value)
        return number is not None and number.checks and number.issuer is not None
    parsed = [kind.parse(value) for kind in (resident, uscc, card, cnaps)] if name in NUMBERS else []
    return any(number is not None and number.checks for number in parsed)


@cache
def sureness() -> Sureness:
    """Return the model, from sureness.toml."""
    read = tomllib.loads((files("intake.validate") / "sureness.toml").read_text("utf-8"))
    weights = {name: Weight(*numbers) for name, numbers in read["weights"].items()}
    return Sureness(read["bias"], weights, read["groups"])


def _doubt(confidence: float) -> float:
    """Return the decimal logarithm of what is missing to certainty: -4 to 0."""
    return math.log10(max(1 - confidence, LEAST_DOUBT))
