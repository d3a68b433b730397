"""Figures and words that were read unlike are brought together where both support one sum, and only then."""

from __future__ import annotations

import pytest
from builders import page, spelled_out

from intake.domain.document import Alternative, Field, FieldState
from intake.domain.geometry import Quad, Rect
from intake.extract import rules
from intake.extract.agreement import agreed
from intake.extract.decode import KEPT
from intake.extract.finders import field_of, lines
from intake.extract.kinds import upper_money
from intake.extract.lattice import LIMIT
from intake.extract.sums import main_sum

BOX = Quad.of_rect(Rect(0, 0, 1, 1))
FIGURES = "486320.50"
WORDS = "人民币肆拾捌万陆仟叁佰贰拾元伍角整"


def _field(value, *others):
    alternatives = tuple(Alternative(text, cost) for text, cost in ((value, 0.0), *others))
    return Field(value, value, 0.5, FieldState.READ, 1, BOX, alternatives=alternatives)


def _agreed(figures, words):
    fields = agreed({"amount": figures, "amount_upper": words})
    return fields["amount"], fields["amount_upper"]


def test_amounts_that_agree_have_the_distance_to_the_next_sum_as_their_margin():
    figures, words = _agreed(_field(FIGURES, ("436320.50", 2.0)), _field(WORDS, (WORDS.replace("捌", "叁"), 3.0)))

    assert (figures.value, figures.margin, figures.repaired) == (FIGURES, 5.0, False)
    assert (words.value, words.margin, words.repaired) == (WORDS, 5.0, False)


def test_misread_figures_become_what_the_words_say_where_no_other_sum_is_near():
    figures, words = _agreed(_field("436320.50", (FIGURES, 1.5)), _field(WORDS))

    assert (figures.value, figures.raw, figures.repaired) == (FIGURES, "436320.50", True)
    assert (figures.margin, words.repaired, words.margin) == (LIMIT - 1.5, False, LIMIT - 1.5)
    assert figures.confidence > 0.99


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        (_field("436320.50", (FIGURES, 3.5)), _field(WORDS)),
        (_field("436320.50", (FIGURES, 1.5)), _field(WORDS, (WORDS.replace("捌", "叁"), 3.0))),
        (_field("436320.50", (FIGURES, 1.0)), _field(WORDS.replace("陆", "伍"), (WORDS, 1.0))),
        (_field("436320.50", (FIGURES, 1.0), *((f"43632{i}.50", 2.0) for i in range(1, KEPT - 1))), _field(WORDS)),
    ],
    ids=["unlikely", "another near", "both misread", "more than we know"],
)
def test_what_leaves_a_doubt_is_only_offered(figures, words):
    settled, said = _agreed(figures, words)

    assert (settled.value, settled.repaired) == (figures.value, False)
    assert "436320.50" in (settled.value, settled.suggestion)
    assert settled.suggestion or said.suggestion


def test_a_sum_that_one_of_both_does_not_support_is_none():
    figures, words = _field("436320.50"), _field(WORDS)

    assert _agreed(figures, words) == (figures, words)


def test_without_words_nothing_is_agreed():
    fields = {"amount": _field(FIGURES)}

    assert agreed(fields) == fields


def test_the_lattices_of_figures_and_words_support_one_sum():
    figures = field_of(lines, rules.figures(main_sum))((page(spelled_out("436320.50元", {1: {"8": 0.35}})),))
    words = field_of(lines, upper_money)((page(spelled_out(WORDS)),))

    settled, _ = _agreed(figures, words)

    assert (figures.value, settled.value, settled.repaired) == ("436320.50", FIGURES, True)


def test_without_a_lattice_an_amount_is_as_it_was():
    field = field_of(lines, rules.figures(main_sum))((page("486320.50元"),))

    assert (field.value, field.alternatives) == (FIGURES, ())


@pytest.mark.parametrize(("belief", "is_repaired"), [(0.4, True), (0.02, False)])
def test_words_with_a_misread_digit_are_mended_by_the_figures_and_no_part_of_them_is_an_amount(belief, is_repaired):
    said = "壹万柴仟叁佰元捌角整"
    figures = field_of(lines, rules.figures(main_sum))((page(spelled_out("17300.80元")),))
    words = field_of(lines, upper_money)((page(spelled_out(said, {2: {"柒": belief}})),))

    settled, spoken = _agreed(figures, words)

    assert (settled.value, settled.repaired) == ("17300.80", False)
    assert (spoken.value, spoken.repaired, spoken.raw) == (
        said.replace("柴", "柒") if is_repaired else None,
        is_repaired,
        said,
    )
    assert (spoken.state is FieldState.READ) is is_repaired
