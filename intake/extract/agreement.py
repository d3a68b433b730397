"""Amounts in figures and in words that prove each other: what both may say, where they were read unlike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from intake.domain import amount
from intake.domain.document import Alternative, Field, FieldState
from intake.extract.constrained import is_sure, posterior
from intake.extract.decode import KEPT
from intake.extract.lattice import LIMIT

FIGURES, WORDS = "amount", "amount_upper"


@dataclass(frozen=True, slots=True)
class Pair:
    """An amount in figures and one in words that are the same money."""

    sum: Decimal
    figures: Alternative
    words: Alternative

    @property
    def cost(self) -> float:
        return self.figures.cost + self.words.cost

    @property
    def is_sure(self) -> bool:
        """Whether at least one of both is as it was read."""
        return not (self.figures.cost and self.words.cost)


def agreed(fields: Mapping[str, Field]) -> Mapping[str, Field]:
    """Return the fields with amounts that agree: the likeliest sum that both support, where it leaves no doubt.

    Where it does, it is a suggestion, and the contradiction stands. A sum that one of them does not support is neither.
    """
    figures, words = fields.get(FIGURES), fields.get(WORDS)
    if figures is None or words is None:
        return fields
    pairs = sorted(_pairs(figures, words), key=lambda pair: pair.cost)
    if not pairs:
        return fields
    best = pairs[0]
    others = (pair.cost for pair in pairs if pair.sum != best.sum)
    lead = min(next(others, LIMIT), _horizon(figures), _horizon(words)) - best.cost
    is_believed = best.is_sure and is_sure(best.cost, lead)
    return {
        **fields,
        FIGURES: _settled(figures, best.figures, lead, is_believed=is_believed),
        WORDS: _settled(words, best.words, lead, is_believed=is_believed),
    }


def _pairs(figures: Field, words: Field) -> Iterator[Pair]:
    spoken = [(amount.parse_words(said.value), said) for said in words.alternatives]
    for written in figures.alternatives:
        sum_ = amount.parse_figures(written.value)
        yield from (Pair(sum_, written, said) for value, said in spoken if sum_ is not None and value == sum_)


def _horizon(field: Field) -> float:
    """Return the cost from which on we do not know what else a field may say."""
    return field.alternatives[-1].cost if len(field.alternatives) >= KEPT else LIMIT


def _settled(field: Field, best: Alternative, lead: float, *, is_believed: bool) -> Field:
    """Return a field with the value that the other one agrees with, or with that as a suggestion."""
    if best.cost == 0:
        return replace(field, margin=lead)
    if is_believed:
        sure = posterior(lead)
        return replace(field, value=best.value, state=FieldState.READ, repaired=True, margin=lead, confidence=sure)
    return replace(field, suggestion=best.value)
