"""Kinds of pages."""

from __future__ import annotations

import pytest

from benchmarks.pages import is_card, is_sheet, kind_of, of_kind
from benchmarks.truth import Sample, TrueDocument, TruePage


def sample(variant: str, *types: str) -> Sample:
    return Sample("a", b"", (TruePage(1, variant, ()),), tuple(TrueDocument(name, (1,)) for name in types))


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        pytest.param(sample("photo", "bank_card"), "card photo", id="card"),
        pytest.param(sample("clean", "resident_id_front", "resident_id_back"), "A4 clean", id="two-cards-on-a-sheet"),
        pytest.param(sample("seal", "enforcement_ruling"), "A4 seal", id="ruling"),
        pytest.param(sample("photocopy", "other"), "A4 photocopy", id="letter"),
        pytest.param(sample("photo", "other"), "other photo", id="receipt"),
    ],
)
def test_kind_of_says_what_lay_on_the_glass(page, kind):
    assert kind_of(page, page.pages[0]) == kind


@pytest.mark.parametrize(
    ("kind", "sheet", "card"),
    [
        pytest.param("A4 photo", True, False, id="sheet"),
        pytest.param("A4 born_digital", False, False, id="text-layer"),
        pytest.param("card photo", False, True, id="card"),
        pytest.param("other photo", False, False, id="other"),
    ],
)
def test_kinds_are_sheets_cards_or_neither(kind, sheet, card):
    assert (is_sheet(kind), is_card(kind)) == (sheet, card)


def test_of_kind_leaves_out_files_of_several_pages():
    card = sample("photo", "bank_card")
    two = Sample("b", b"", (TruePage(1, "photo", ()), TruePage(2, "photo", ())), card.documents)

    assert of_kind([two, card], "card photo") == [card]
