"""Characters come into one form, and every place leads back to the original."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from intake.domain.clean import digits, marks, pack, packed, visible


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("１２３ＡＢ", "123AB", id="full-width"),
        pytest.param("a\u200bb\u202ec\ufeff", "abc", id="zero-width-and-bidi"),
        pytest.param("a\x00b\x07", "ab", id="control"),
        pytest.param(" a\u3000 b\tc\n", "a b c", id="blanks"),
        pytest.param("1—2–3－4", "1-2-3-4", id="dashes"),
        pytest.param("' OR 1=1 --", "' OR 1=1 --", id="injection-is-text"),
        pytest.param("＇ＯＲ １＝１", "'OR 1=1", id="full-width-quotes"),
    ],
)
def test_visible_shows_one_form(raw: str, expected: str):
    assert visible(raw) == expected


def test_packed_has_no_blanks():
    assert packed(" 6222 0212\u3000３４ ") == "6222021234"


def test_digits_have_no_hyphens_and_capital_letters():
    assert digits("3301-06 1x") == "3301061X"


def test_a_match_leads_back_to_the_original():
    text = "案 号：１ ２"
    paper = pack(text)

    assert [paper.span(m) for m in re.finditer("12", paper.text)] == [(4, 7)]


def test_pack_keeps_blanks_where_asked():
    assert pack("1 \n２", keep_blanks=True).text == "1 \n2"


def test_a_number_is_made_of_letters_digits_and_strokes():
    assert marks("（２０２6）浙 0106-1|x×") == "2026浙01061|X×"


@given(st.text())
@example("C¸")
def test_packing_is_stable_and_keeps_its_places(raw: str):
    paper = pack(raw)

    assert packed(packed(raw)) == packed(raw)
    assert len(paper.at) == len(paper.text)
    assert list(paper.at) == sorted(paper.at)
