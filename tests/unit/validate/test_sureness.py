"""The chance that a value is wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest
from judged import field

from intake.domain.logistic import Weight
from intake.validate.sureness import Sureness, error_of, features, is_checked, sureness

MODEL = Sureness(-4.0, {"least": Weight(1.0, -4.0, 0.0)}, {"name": 1.0})


def seen(confidence: float = 0.99, **changes) -> dict[str, float]:
    return dict(features({"name": replace(field("张三", confidence=confidence), **changes)}, "name", 0.9))


def test_a_less_sure_reading_is_more_likely_wrong():
    assert MODEL.error("name", seen(0.6)) > MODEL.error("name", seen(0.99))


def test_some_fields_are_more_often_wrong_than_others():
    assert MODEL.error("name", seen()) > MODEL.error("amount", seen())


def test_what_training_did_not_see_counts_as_the_edge_of_what_it_saw():
    held = Sureness(0.0, {"least": Weight(1.0, -2.0, -1.0)}, {})

    assert held.error("name", seen(1.0)) == pytest.approx(held.error("name", seen(0.99)))
    assert held.error("name", seen(0.0)) == pytest.approx(held.error("name", seen(0.9)))


def test_features_say_how_a_value_was_read():
    assert seen(0.99, mean_confidence=0.999, margin=30.0, repaired=True) == pytest.approx(
        {
            "least": -2,
            "mean": -3,
            "length": 1,
            "quality": 0.9,
            "checked": 0,
            "repaired": 1,
            "has_margin": 1,
            "margin": 12,
        }
    )


def test_without_a_mean_the_least_sure_character_stands_for_all():
    assert seen(0.9, mean_confidence=None)["mean"] == pytest.approx(-1)


@pytest.mark.parametrize(
    ("values", "name", "checked"),
    [
        pytest.param({"id_number": "11010519491231002X"}, "id_number", True, id="resident-number"),
        pytest.param({"id_number": "110105194912310021"}, "id_number", False, id="wrong-check-digit"),
        pytest.param({"card_number": "6222021234567890128"}, "card_number", True, id="card"),
        pytest.param({"account_number": "6222021234567890128"}, "account_number", True, id="account-that-is-a-card"),
        pytest.param({"account_number": "49245121377178005"}, "account_number", False, id="account"),
        pytest.param({"amount": "100.00", "amount_upper": "壹佰元整"}, "amount", True, id="amount-in-words"),
        pytest.param({"amount": "200.00", "amount_upper": "壹佰元整"}, "amount", False, id="other-amount-in-words"),
        pytest.param({"amount": "100.00"}, "amount", False, id="amount-alone"),
        pytest.param({"name": "张三"}, "name", False, id="name"),
        pytest.param({"name": None}, "name", False, id="nothing-read"),
    ],
)
def test_a_value_is_checked_where_the_paper_proves_it(values, name, checked):
    fields = {key: field(value) for key, value in values.items()}

    assert is_checked(fields, name) is checked


def test_the_weights_that_ship_are_those_of_the_features():
    assert set(sureness().weights) == set(seen())
    assert 0 < error_of({"name": field("张三")}, "name", 1.0) < 1
