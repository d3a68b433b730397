"""How likely a value is wrong, by how it was read: a model fitted on drawn papers, its weights in sureness.toml.

The values by which money may go to somebody else are asked about from that chance on with which too many of those that
nobody looks at would be wrong for their court.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from intake.domain import card, cnaps, resident, uscc
from intake.domain.amount import parse_figures, parse_words
from intake.domain.document import Document, Field, FieldState
from intake.domain.finding import Finding, Severity
from intake.domain.logistic import Weight, probability
from intake.domain.reading import FileReading
from intake.domain.text import Source
from intake.validate.fields import written

KEY_FIELDS = (
    "id_number", "name", "card_number", "account_number", "account_name", "case_number", "amount", "uscc",
)  # fmt: skip
"""The values by which money may go to somebody else."""
LIMIT = 0.001  # of the key values that nobody looks at may be wrong, where a court does not say otherwise
UNCERTAIN = "uncertain_value"
LEAST_DOUBT = 1e-4  # of a character: what the reader says beyond is rounding
MOST_MARGIN = 12.0  # natural logarithms
NUMBERS = ("id_number", "agent_id_number", "uscc", "card_number", "cnaps_code")
"""Fields whose values carry a check digit; an account number may be a card's."""


@dataclass(frozen=True, slots=True)
class Sureness:
    """A logistic model of the chance that a value is wrong; `groups` moves it for the fields that are named.

    `limits`: pairs of a share, rising, and the chance up to which values can be accepted so that no more of them are
    wrong, on papers that were not taught.
    """

    bias: float
    weights: Mapping[str, Weight]
    groups: Mapping[str, float]
    limits: Sequence[tuple[float, float]] = ()

    def error(self, name: str, seen: Mapping[str, float]) -> float:
        """Return the chance that the value of the field `name` is wrong."""
        return probability(self.bias + self.groups.get(name, 0.0), self.weights, seen)

    def bearable(self, limit: float) -> float:
        """Return up to which chance values can be accepted of which `limit` may be wrong; 0.0 where that is too few."""
        return max((chance for share, chance in self.limits if share <= limit), default=0.0)


def within(document: Document, limit: float) -> Document:
    """Return a document that asks about as many key values as a court wants: `limit` of the others may be wrong.

    Only values that a machine read, and that nothing else asks about. What was said before of how likely they are wrong
    does not count: fields, models and courts change.
    """
    most = sureness().bearable(limit)
    known = tuple(finding for finding in document.findings if finding.code != UNCERTAIN)
    asked = {finding.field for finding in known if finding.severity is not Severity.INFO}
    likely = {name: error_of(document.fields, name) for name in KEY_FIELDS if _was_read(document.fields.get(name))}
    doubts = (_doubt(name, error) for name, error in likely.items() if name not in asked and error > most)
    return replace(document, findings=(*known, *doubts))


def all_within(reading: FileReading, limit: float) -> FileReading:
    """Return a reading each of whose documents asks about as much as a court wants."""
    return replace(reading, documents=tuple(within(document, limit) for document in reading.documents))


def _was_read(field: Field | None) -> bool:
    return field is not None and field.state is FieldState.READ and field.source is not Source.REVIEWER


def _doubt(name: str, error: float) -> Finding:
    """Return what people are told; the field is a fact too, so that equal chances of two are two sentences."""
    return Finding(UNCERTAIN, Severity.REVIEW, name, {"percent": f"{100 * error:.2f}", "field": name})


def error_of(fields: Mapping[str, Field], name: str) -> float:
    """Return the chance that the value of a field is wrong."""
    return sureness().error(name, features(fields, name))


def features(fields: Mapping[str, Field], name: str) -> Mapping[str, float]:
    """Return what speaks for or against a value; the names are those of sureness.toml."""
    field = fields[name]
    mean = field.confidence if field.mean_confidence is None else field.mean_confidence
    return {
        "least": _missing(field.confidence),
        "mean": _missing(mean),
        "length": math.log2(max(len(field.raw), 1)),
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
    return Sureness(read["bias"], weights, read["groups"], [(share, chance) for share, chance in read["limits"]])


def _missing(confidence: float) -> float:
    """Return the decimal logarithm of what is missing to certainty: -4 to 0."""
    return math.log10(max(1 - confidence, LEAST_DOUBT))
