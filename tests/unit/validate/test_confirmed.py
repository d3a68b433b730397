"""Papers of one case that say the same speak for each other."""

from __future__ import annotations

import pytest
from judged import field

from intake.domain.document import Document, DocumentClass, Field
from intake.domain.finding import Finding, Severity
from intake.validate import confirmed as module
from intake.validate.confirmed import confirmed
from intake.validate.sureness import UNCERTAIN, Sureness

LIMIT = 0.001


@pytest.fixture(autouse=True)
def _one_in_a_hundred_is_borne(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "sureness", lambda: Sureness(0.0, {}, {}, ((LIMIT, 0.01),)))


def doubt(name: str, percent: str) -> Finding:
    return Finding(UNCERTAIN, Severity.REVIEW, name, {"percent": percent})


def paper(kind: str, fields: dict[str, Field], *findings: Finding) -> Document:
    return Document(DocumentClass.OTHER, kind, 1.0, (1,), fields=fields, findings=findings)


FORM = paper("account_confirmation", {"account_name": field("何志强")}, doubt("account_name", "3.20"))


def codes(*others: Document, form: Document = FORM, limit: float = LIMIT) -> list[str]:
    return [finding.code for finding in confirmed([form, *others], limit)[0].findings]


def test_a_name_that_another_paper_says_too_is_not_asked_about():
    assert codes(paper("resident_id_front", {"name": field("何志强")})) == []


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(paper("resident_id_front", {"name": field("何志刚")}), id="another name"),
        pytest.param(paper("resident_id_front", {"authority": field("何志强")}), id="no name"),
        pytest.param(paper("account_confirmation", {"account_name": field("何志强")}), id="a copy of the same paper"),
        pytest.param(
            paper("resident_id_front", {"name": field("何志强")}, doubt("name", "1.10")), id="asked about too"
        ),
        pytest.param(
            paper("resident_id_front", {"name": field("何志强")}, Finding("low_confidence", Severity.REVIEW, "name")),
            id="hardly read there",
        ),
    ],
)
def test_what_confirms_nothing_leaves_the_doubt(other: Document):
    assert codes(other) == [UNCERTAIN]


def test_what_is_likely_misread_is_asked_about_though_another_paper_says_so():
    form = paper("account_confirmation", {"account_name": field("何志强")}, doubt("account_name", "3.40"))

    assert codes(paper("resident_id_front", {"name": field("何志强")}), form=form) == [UNCERTAIN]


def test_a_court_that_bears_less_is_asked():
    assert codes(paper("resident_id_front", {"name": field("何志强")}), limit=0.0001) == [UNCERTAIN]


def test_only_the_chance_of_a_misreading_is_answered():
    form = paper(
        "account_confirmation",
        {"account_name": field("何志强")},
        Finding("low_confidence", Severity.REVIEW, "account_name"),
    )

    assert codes(paper("resident_id_front", {"name": field("何志强")}), form=form) == ["low_confidence"]
