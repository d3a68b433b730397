"""Scores of documents and fields."""

from __future__ import annotations

import pytest

from benchmarks.accuracy import ReadSample
from benchmarks.fields import FieldScore, TypeScore, fields
from benchmarks.truth import Sample, TrueDocument
from intake.domain.document import Document, DocumentClass, Field, FieldState
from intake.domain.finding import Finding, Severity
from intake.domain.geometry import Quad, Rect
from intake.domain.reading import FileReading

BOX = Quad.of_rect(Rect(0, 0, 10, 10))
CARD = TrueDocument("bank_card", (1,), {"card_number": "6222"})
OTHER = TrueDocument("other", (1,))


def read_as(type_: str | None, value: str | None = None, *, asked: bool = False) -> Document:
    state = FieldState.READ if value else FieldState.UNREADABLE
    finding = Finding("low_confidence", Severity.REVIEW, "card_number")
    return Document(
        klass=DocumentClass.BANK_ACCOUNT,
        type=type_,
        confidence=1.0,
        pages=(1,),
        fields={"card_number": Field(value, "", 1.0, state, 1, BOX)},
        findings=(finding,) if asked else (),
    )


def sample(truths: tuple[TrueDocument, ...], *found: Document) -> ReadSample:
    return ReadSample(Sample("a.jpg", b"", (), truths), FileReading("a.jpg", "", documents=found))


@pytest.mark.parametrize(
    ("found", "right", "accepted", "accepted_wrong"),
    [
        pytest.param(read_as("bank_card", "6222"), 1, 1, 0, id="right"),
        pytest.param(read_as("bank_card", "6223"), 0, 1, 1, id="wrong-and-accepted"),
        pytest.param(read_as("bank_card", "6223", asked=True), 0, 0, 0, id="wrong-and-asked"),
        pytest.param(read_as("bank_card"), 0, 0, 0, id="unreadable"),
    ],
)
def test_fields_counts_exact_and_accepted_values(found, right, accepted, accepted_wrong):
    scores = fields([sample((CARD,), found)])

    assert scores.fields == (FieldScore("bank_card", "card_number", 1, right, accepted, accepted_wrong),)


def test_fields_counts_a_value_that_the_paper_does_not_have_as_wrong():
    scores = fields([sample((TrueDocument("bank_card", (1,)),), read_as("bank_card", "6222"))])

    assert scores.fields == (FieldScore("bank_card", "card_number", 0, 0, 1, 1),)


def test_fields_says_what_documents_were_taken_for():
    scores = fields([sample((CARD,), read_as(None)), sample((CARD,)), sample((CARD,), read_as("bank_card", "6222"))])

    assert scores.types == (TypeScore("bank_card", 3, 1, ("cannot tell", "not found")),)


def test_fields_pairs_documents_of_one_page_by_type():
    scores = fields([sample((OTHER, CARD), read_as("bank_card", "6222"), read_as("other"))])

    assert scores.recognised == 1.0


def test_fields_bounds_the_rate_of_accepted_wrong_values():
    scores = fields([sample((CARD,), read_as("bank_card", "6222"))] * 100)

    assert (scores.accepted, scores.accepted_wrong) == (100, 0)
    assert scores.bound == pytest.approx(0.03, rel=0.02)
