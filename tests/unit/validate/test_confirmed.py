"""Papers of one case that say the same speak for each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from judged import field

from intake.domain.document import Document, DocumentClass, Field
from intake.domain.finding import Finding, Severity
from intake.validate import confirmed as confirming
from intake.validate import sureness as sure
from intake.validate.confirmed import Shown, confirmed
from intake.validate.sureness import UNCERTAIN, Sureness, within

LIMIT = 0.001


class Told(Sureness):
    """Says the chances that a test gives by name of field; nothing is wrong of others."""

    def error(self, name: str, seen: Mapping[str, float]) -> float:
        return self.groups.get(name, 0.0)


@pytest.fixture(autouse=True)
def chances(monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    """One in a hundred is borne; the name of the account is wrong three times as often."""
    told = {"account_name": 0.032}
    model = Told(0.0, {}, told, ((0.0001, 0.0001), (LIMIT, 0.01)))
    for each in (confirming, sure):
        monkeypatch.setattr(each, "sureness", lambda: model)
    return told


def paper(kind: str, fields: dict[str, Field], *findings: Finding, page: int = 1) -> Document:
    return Document(DocumentClass.OTHER, kind, 1.0, (page,), fields=fields, findings=findings)


FORM = paper("account_confirmation", {"account_name": field("何志强")})
CARD = paper("resident_id_front", {"name": field("何志强")})


def codes(*others: Document, limit: float = LIMIT, scan: str = "card.jpg") -> list[str]:
    papers = [Shown("form.jpg", within(FORM, limit)), *(Shown(scan, within(other, limit)) for other in others)]
    return [finding.code for finding in confirmed(papers, limit)[0].findings]


def test_a_name_that_another_paper_says_too_is_not_asked_about():
    assert codes() == [UNCERTAIN]
    assert codes(CARD) == []


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(paper("resident_id_front", {"name": field("何志刚")}), id="another name"),
        pytest.param(paper("resident_id_front", {"authority": field("何志强")}), id="no name"),
        pytest.param(paper("account_confirmation", {"account_name": field("何志强")}), id="a copy of the same paper"),
        pytest.param(replace(CARD, findings=(Finding("low_confidence", Severity.REVIEW, "name"),)), id="hardly read"),
        pytest.param(replace(CARD, findings=(Finding("superseded_reading", Severity.REVIEW),)), id="read anew since"),
    ],
)
def test_what_confirms_nothing_leaves_the_doubt(other: Document):
    assert codes(other) == [UNCERTAIN]


@pytest.mark.parametrize("name", ["name", "payee_name"], ids=["a key value", "another"])
def test_who_is_not_sure_himself_confirms_nothing(chances: dict[str, float], name: str):
    chances[name] = 0.02

    assert codes(paper("resident_id_front", {name: field("何志强")})) == [UNCERTAIN]


@pytest.mark.parametrize(("page", "expected"), [(1, [UNCERTAIN]), (2, [])], ids=["the same page", "another page"])
def test_a_page_that_was_read_twice_confirms_nothing(page: int, expected: list[str]):
    assert codes(replace(CARD, pages=(page,)), scan="form.jpg") == expected


def test_what_is_likely_misread_is_asked_about_though_another_paper_says_so(chances: dict[str, float]):
    chances["account_name"] = 0.034

    assert codes(CARD) == [UNCERTAIN]


def test_a_court_that_bears_less_is_asked():
    assert codes(CARD, limit=0.0001) == [UNCERTAIN]


def test_only_the_chance_of_a_misreading_is_answered():
    form = replace(FORM, findings=(Finding("low_confidence", Severity.REVIEW, "account_name"),))

    (found, _) = confirmed([Shown("form.jpg", within(form, LIMIT)), Shown("card.jpg", CARD)], LIMIT)

    assert [finding.code for finding in found.findings] == ["low_confidence"]
