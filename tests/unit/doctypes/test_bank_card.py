"""Bank cards are read as readers of pictures see them."""

from __future__ import annotations

import pytest
from builders import line, page

from intake.doctypes.registry import registry
from intake.extract.fields import extract


@pytest.mark.parametrize(
    ("rows", "number"),
    [
        (("6214 9053 4419", "5317"), "6214905344195317"),
        (("6214", "9053", "4419", "5317"), "6214905344195317"),
        (("6214 9053 4419", "5318"), None),
    ],
    ids=["two-rows", "four-rows", "misread"],
)
def test_an_upright_card_prints_its_number_in_rows(rows, number):
    lines = [line(row, 100, 300 + 40 * i) for i, row in enumerate(rows)]

    fields, _ = extract(registry()["bank_card"], [page(line("中国光大银行", 100, 100), *lines)])

    assert {name: field.value for name, field in fields.items()}.get("card_number") == number


@pytest.mark.parametrize(
    ("pieces", "number"),
    [
        (("6225", "6803 3911 5601 011"), "6225680339115601011"),
        (("6225", "6803 3911 5601 012"), "680339115601012"),
    ],
    ids=["together they pass", "they do not"],
)
def test_a_number_that_was_read_in_two_pieces_of_its_row_is_one_where_it_passes(pieces, number: str):
    row = (line(pieces[0], 133, 324), line(pieces[1], 247, 323))

    fields, _ = extract(registry()["bank_card"], [page(line("广发银行", 100, 100), *row)])

    assert fields["card_number"].value == number


@pytest.mark.parametrize(
    ("rows", "number"),
    [
        (("4367 4282 7109", "7180", "889"), "4367428271097180889"),
        (("6229 0930 4961", "8296", "36"), "622909304961829636"),
    ],
    ids=["three figures", "two figures"],
)
def test_the_last_group_of_an_upright_card_may_have_been_read_apart(rows: tuple[str, str, str], number: str):
    placed = (line(rows[0], 69, 1062), line(rows[1], 71, 1117), line(rows[2], 202, 1117))

    fields, _ = extract(registry()["bank_card"], [page(line("中国建设银行", 100, 100), *placed)])

    assert fields["card_number"].value == number
