"""A table gives back what was written, whatever the characters, and nothing in it is computed."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from hashlib import sha256

import pytest
from handoffs import CHANGE, message, named
from hypothesis import example, given, settings
from hypothesis import strategies as st
from old_program import rows
from release_cases import CARD_NUMBER, NUMBER

from intake.handoff.columns import HEAD, Encoding, Unfit, table
from intake.handoff.webhook import notice

WRITABLE = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=20)


@pytest.mark.parametrize("encoding", Encoding)
def test_a_table_has_its_columns_in_order(encoding: Encoding):
    head, values = csv.reader(io.StringIO(table(message(), encoding).decode(encoding), newline=""))

    assert tuple(head) == HEAD
    assert values[:4] == ["intake-csv-v1", message().wire_key, "r1", "1"]
    assert len(values) == len(HEAD)


def test_what_is_typed_once_comes_out_unchanged():  # S40, S41
    row = rows(table(message(), Encoding.GB18030), "gb18030")

    assert (row["amount"], row["amount_upper_case"]) == ("486320.50", "人民币肆拾捌万陆仟叁佰贰拾元伍角整")
    assert (row["account_name"], row["account_number"]) == ("张三", CARD_NUMBER)
    assert (row["payee_id_number"], row["cnaps"]) == (NUMBER, "102331005059")
    assert (row["payee_sha256"], row["json_sha256"]) == (message().echo.payee_sha256, message().sha256)


@settings(max_examples=120, deadline=None)
@given(WRITABLE, st.sampled_from(Encoding))
@example('=cmd|"/c calc"!A1', Encoding.GB18030)
@example("'=1", Encoding.UTF8)
@example("𠮷，㐂\U000e0100", Encoding.GB18030)
@example("\ufeff,", Encoding.UTF8)
def test_every_name_comes_out_as_it_went_in(name: str, encoding: Encoding):  # S40
    row = rows(table(named(name), encoding), encoding)

    assert (row["payee_name"], row["account_name"]) == (name, name)


@pytest.mark.parametrize("name", ["=1+1", "+86", "-1", "@SUM(A1)", "＝1", " =1", '=HYPERLINK("x")'])
def test_no_cell_is_computed(name: str):  # S41
    values = list(csv.reader(io.StringIO(table(named(name), Encoding.UTF8).decode("utf-8-sig"), newline="")))[1]

    assert f"'{name}" in values
    assert not any(value.lstrip()[:1] in set("=+-@＝＋－＠") for value in values)


def test_numbers_that_are_names_stay_text():  # S41
    values = list(csv.reader(io.StringIO(table(message(), Encoding.GB18030).decode("gb18030"), newline="")))[1]

    cells = dict(zip(HEAD, values, strict=True))
    assert (cells["account_number"], cells["cnaps"]) == (f"'{CARD_NUMBER}", "'102331005059")
    assert cells["payee_id_number"] == f"'{NUMBER}"


def test_what_is_not_known_is_an_empty_cell():
    row = rows(table(named("张三", branch=None, cnaps=None), Encoding.GB18030), "gb18030")

    assert (row["branch"], row["cnaps"]) == ("", "")


@pytest.mark.parametrize("char", ["\n", "\r", "\0", "\t", "\x1a", "\x85", "\u2028"])
def test_a_character_that_would_break_the_line_is_for_a_person(char: str):
    with pytest.raises(Unfit, match="payee_name"):
        table(named(f"张{char}三"), Encoding.GB18030)


def test_what_is_no_request_has_no_table():
    with pytest.raises(Unfit):
        table(notice(CHANGE), Encoding.UTF8)


@pytest.mark.parametrize("body", [b"[]", b"{}", b'{"request_id": []}'])
def test_a_body_of_another_shape_has_no_table(body: bytes):
    with pytest.raises(Unfit):
        table(replace(message(), body=body, sha256=sha256(body).hexdigest()), Encoding.UTF8)
