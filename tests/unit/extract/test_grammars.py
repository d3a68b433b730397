"""The automata accept exactly what the grammars of `domain` hold for right, character by character."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from stdnum import luhn
from stdnum.cn import ric, uscc
from stdnum.iso7064 import mod_11_10

from intake.domain import amount, card, cnaps, resident
from intake.domain.clean import packed
from intake.domain.uscc import CreditCode
from intake.drawing.facts import facts_of
from intake.drawing.words import hanzi_date, plain_date
from intake.extract import grammars
from intake.extract.grammars import CASE, CLEARING, CREDIT, DIGIT_DATE, FIGURES, HANZI_DATE, PROVINCES, RESIDENT, WORDS

DIGIT = st.sampled_from("0123456789")
BODY = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["110105", "330106", "830000", "990105", "100101"]),
    st.one_of(
        st.dates(date(1750, 1, 1), date(2150, 1, 1)).map("{:%Y%m%d}".format),
        st.text(DIGIT, min_size=8, max_size=8),
        st.sampled_from(
            ["19000229", "20000229", "19960229", "19970229", "19991301", "19990010", "19990431", "19990400"]
        ),
    ),
    st.text(DIGIT, min_size=3, max_size=3),
    st.just(""),
)


def _is_right(number):
    read = resident.parse(number)
    born = read.birth_date if read else None
    return bool(read and read.checks and born and 1800 <= born.year < 2100 and int(number[:2]) in PROVINCES)


@given(BODY, st.sampled_from("0123456789X"))
@example("11010518800101101", "X")
def test_a_resident_number_is_one_of_the_grammar_where_everything_in_it_fits(body, check):
    for number in (f"{body}{check}", f"{body}{ric.calc_check_digit(f'{body}0')}"):
        assert RESIDENT.accepts(number) == _is_right(number)


@given(st.text(DIGIT, min_size=12, max_size=18))
def test_a_card_number_is_one_of_the_grammar_where_its_last_digit_fits(body):
    for number in (f"{body}0", f"{body}{luhn.calc_check_digit(body)}"):
        assert grammars.card(len(number)).accepts(number) == card.CardNumber(number).checks
        assert not grammars.card(len(number) + 1).accepts(number)


@given(st.text(DIGIT, min_size=11, max_size=11))
def test_a_clearing_code_is_one_of_the_grammar_where_its_last_digit_fits(body):
    for number in (f"{body}0", f"{body}{mod_11_10.calc_check_digit(body)}"):
        assert CLEARING.accepts(number) == cnaps.ClearingCode(number).checks


@given(st.text(st.sampled_from("0123456789ABCDEFGHJKLMNPQRTUWXYIOZSV"), min_size=9, max_size=9))
def test_a_credit_code_is_one_of_the_grammar_where_its_last_character_fits(body):
    head = f"91330106{body}"
    legal = f"{head[:8]}{''.join(c for c in body if c not in 'IOZSV').ljust(9, '0')}"
    for code in (f"{head}0", f"{legal}{uscc.calc_check_digit(legal)}"):
        assert CREDIT.accepts(code) == CreditCode(code).checks


@pytest.mark.parametrize("seed", range(20))
def test_the_numbers_of_every_case_are_of_their_grammars(seed):
    facts = facts_of(seed)

    assert RESIDENT.accepts(facts.applicant.id_number)
    assert grammars.card(len(facts.account.number)).accepts(facts.account.number)
    assert CLEARING.accepts(facts.account.cnaps_code)
    assert CREDIT.accepts(facts.company.uscc)
    assert CASE.accepts(packed(facts.case_number))
    assert WORDS.accepts(facts.amount_upper)
    assert FIGURES.accepts(f"{facts.amount:,}元")


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("(2023)浙0106执1234号", True),
        ("(2023)最高法民终12号之一", True),
        ("(2023)军0106执恢1号", True),
        ("(2023)浙01民初1号", True),
        ("(2023)浙0106执O12号", False),
        ("(2023)浙016执12号", False),
        ("(2023)浙0106执012号", False),
        ("(2023)浙0106执保监他12号", False),
        ("(2023)浙0106热12号", False),
        ("2023浙0106执12号", False),
        ("(2013)杭西执民字第12号", False),
    ],
)
def test_a_case_number_is_of_the_form_in_force(text, is_one):
    assert CASE.accepts(text) is is_one


@given(st.decimals(Decimal("0.01"), Decimal("99999999.99"), places=2))
def test_every_amount_is_one_in_figures_and_in_words(sum_):
    assert WORDS.accepts(amount.in_words(sum_))
    assert FIGURES.accepts(f"{sum_:,}")


@pytest.mark.parametrize(
    ("grammar", "char", "read"),
    [
        (CASE, "〔", "("),
        (CASE, "】", ")"),
        (CASE, "·", ""),
        (CASE, "〇", "0"),
        (CASE, "执", "执"),
        (RESIDENT, "x", "X"),
        (RESIDENT, "×", "X"),
        (RESIDENT, "-", ""),
        (FIGURES, "。", "."),
        (FIGURES, " ", ""),
        (FIGURES, "元", "元"),
    ],
)
def test_a_grammar_reads_what_readers_write_for_a_character(grammar, char, read):
    assert grammar.read(char) == read


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_is_one_of_the_grammar_that_it_is_written_in(day: date):
    assert HANZI_DATE.accepts("".join(map(HANZI_DATE.read, hanzi_date(day))))
    assert DIGIT_DATE.accepts(plain_date(day))


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (HANZI_DATE, "二〇二三年二月三十日"),
        (HANZI_DATE, "二〇二三年十三月一日"),
        (HANZI_DATE, "二一二三年六月一日"),
        (HANZI_DATE, "二〇二三年六月"),
        (DIGIT_DATE, "2023年2月30日"),
        (DIGIT_DATE, "2023年13月1日"),
        (DIGIT_DATE, "2123年6月1日"),
    ],
)
def test_what_is_no_day_of_our_time_is_not(kind, text: str):
    assert not kind.accepts(text)
