"""The chance that a value is wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest
from judged import field

from intake.domain.document import Document, DocumentClass, Field, FieldState
from intake.domain.finding import Finding, Severity
from intake.domain.logistic import Weight
from intake.domain.text import Source
from intake.validate import sureness as module
from intake.validate.sureness import UNCERTAIN, Sureness, error_of, features, is_checked, sureness, within

MODEL = Sureness(-4.0, {"least": Weight(1.0, -4.0, 0.0)}, {"name": 1.0})


def seen(confidence: float = 0.99, **changes) -> dict[str, float]:
    return dict(features({"name": replace(field("张三", confidence=confidence), **changes)}, "name"))


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
    assert 0 < error_of({"name": field("张三")}, "name") < 1


@pytest.fixture
def _one_in_a_hundred(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of what is read with 0.99 one in a hundred is wrong."""
    model = Sureness(0.0, {"least": Weight(2.3, -4.0, 0.0)}, {}, ((0.0001, 0.0002), (0.001, 0.005), (0.002, 0.011)))
    monkeypatch.setattr(module, "sureness", lambda: model)


def asked(name: str, read: Field, *findings: Finding, limit: float = 0.001) -> list[str]:
    document = Document(DocumentClass.ID_PROOF, "resident_id_front", 1.0, (1,), fields={name: read}, findings=findings)
    return [f.facts.get("percent", f.code) for f in within(document, limit).findings]


@pytest.mark.usefixtures("_one_in_a_hundred")
@pytest.mark.parametrize(
    ("name", "read", "percents"),
    [
        pytest.param("name", field("张三", confidence=0.99), ["1.00"], id="read"),
        pytest.param("name", field("张三", confidence=1.0), [], id="as sure as can be"),
        pytest.param("address", field("某路", confidence=0.99), [], id="no key value"),
        pytest.param("name", field(None, confidence=0.99, state=FieldState.EMPTY), [], id="empty"),
        pytest.param("name", replace(field("张三", confidence=0.99), source=Source.REVIEWER), [], id="typed"),
    ],
)
def test_of_key_values_it_is_said_how_likely_they_are_wrong(name: str, read: Field, percents: list[str]):
    assert asked(name, read) == percents


@pytest.mark.usefixtures("_one_in_a_hundred")
@pytest.mark.parametrize(("limit", "is_asked"), [(0.0001, True), (0.001, True), (0.002, False), (0.01, False)])
def test_a_court_says_how_much_of_that_it_bears(limit: float, *, is_asked: bool):
    assert asked("name", field("张三", confidence=0.99), limit=limit) == (["1.00"] if is_asked else [])


@pytest.mark.usefixtures("_one_in_a_hundred")
def test_a_court_that_bears_less_than_anything_shows_is_asked_about_all():
    assert asked("name", field("张三", confidence=1.0), limit=0.00001) == ["0.01"]


@pytest.mark.usefixtures("_one_in_a_hundred")
@pytest.mark.parametrize("severity", list(Severity))
def test_nobody_is_asked_twice_about_a_value(severity: Severity):
    other = Finding("signed_by_another", severity, "name")

    found = asked("name", field("张三", confidence=0.99), other)

    assert found == ["signed_by_another", *(["1.00"] if severity is Severity.INFO else [])]


@pytest.mark.usefixtures("_one_in_a_hundred")
def test_what_was_said_before_does_not_count():
    before = Finding(UNCERTAIN, Severity.REVIEW, "name", {"percent": "9.00", "field": "name"})

    assert asked("name", field("张三", confidence=1.0), before) == []
    assert asked("name", field("张三", confidence=0.99), before) == ["1.00"]
