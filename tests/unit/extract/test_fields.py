"""Fields are read as the type declares, and what is wrong with them becomes findings."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import line, page

from intake.domain.doctype import DocType, FieldSpec, Finder
from intake.domain.document import Alternative, DocumentClass, Field, FieldState, Party
from intake.domain.finding import Finding, Severity
from intake.extract.fields import extract, shown
from intake.extract.finders import field_of, pattern
from intake.extract.labels import after_label
from intake.extract.parse import copied

NUMBER = FieldSpec("账号", "Number", field_of(after_label("账号"), pattern(r"\d{4}", str)), required=True)


def _rule(fields):
    yield Finding("seen", Severity.INFO, None, {"n": str(len(fields))})


TYPE = DocType("t", "样", "t", DocumentClass.OTHER, {}, {"number": NUMBER}, (_rule,))


def _codes(*lines):
    return [finding.code for finding in extract(TYPE, [page(*lines)])[1]]


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        (["账号：1234"], ["seen"]),
        (["账号："], ["missing", "seen"]),
        (["户名"], ["missing", "seen"]),
        (["账号：ABCD"], ["unreadable_value", "seen"]),
        (["账号：1234", "账号：5678"], ["ambiguous_value", "seen"]),
    ],
    ids=["read", "empty", "absent", "unreadable", "ambiguous"],
)
def test_findings_say_what_is_wrong(lines, codes):
    assert _codes(*lines) == codes


def test_a_repaired_value_is_for_a_person_to_check():
    code = FieldSpec(
        "码", "Code", field_of(after_label("码"), copied(pattern("[0-9O]{4}", lambda s: s.replace("O", "0"))))
    )
    fields, findings = extract(replace(TYPE, fields={"code": code}), [page("码：1O34")])

    assert (fields["code"].value, fields["code"].raw, fields["code"].repaired) == ("1034", "1O34", True)
    assert [(f.code, f.severity, f.field, f.facts) for f in findings if f.field] == [
        ("repaired_value", Severity.REVIEW, "code", {"raw": "1O34", "value": "1034"})
    ]


def test_an_absent_field_is_not_among_the_fields():
    assert extract(TYPE, [page("户名")])[0] == {}


def test_ambiguity_names_all_values():
    findings = extract(TYPE, [page("账号：1234", "账号：5678")])[1]

    assert findings[0].facts["values"] == "1234、5678"


@pytest.mark.parametrize(
    ("value", "text"),
    [("甲", "甲"), (("甲", "乙"), "甲，乙"), ((Party("丙"),), "丙"), (True, "True")],
    ids=["text", "names", "parties", "bool"],
)
def test_values_are_shown_as_people_write_them(value, text):
    assert shown(value) == text


def _unread(**facts: object) -> Finder:
    field = Field(None, "（2019）晾0106执1号", 0.9, FieldState.UNREADABLE, 1, line("字").box, **facts)
    return lambda _pages: field


def test_what_is_no_value_as_read_becomes_what_its_lattice_supports_and_a_person_is_asked():
    spec = FieldSpec("案号", "Case number", _unread(suggestion="（2019）琼0106执1号"))

    fields, findings = extract(replace(TYPE, fields={"case": spec}), [page("字")])

    assert (fields["case"].value, fields["case"].state) == ("（2019）琼0106执1号", FieldState.READ)
    assert [(f.code, f.severity) for f in findings if f.field] == [("repaired_value", Severity.REVIEW)]


@pytest.mark.parametrize("facts", [{}, {"suggestion": "1.00", "alternatives": (Alternative("1.00", 2.0),)}])
def test_without_support_or_of_a_sum_that_another_field_speaks_for_it_stays_unread(facts: dict[str, object]):
    fields, findings = extract(replace(TYPE, fields={"sum": FieldSpec("金额", "Sum", _unread(**facts))}), [page("字")])

    assert fields["sum"].state is FieldState.UNREADABLE
    assert "unreadable_value" in [finding.code for finding in findings]


def test_a_value_that_was_filled_in_proves_nothing_of_another_field():
    number = FieldSpec("案号", "Case number", _unread(suggestion="（2022）琼0106执1号"))
    day = Field("2022-08-22", "2022", 0.9, FieldState.READ, 1, line("字").box, suggestion="2032-08-22")
    fields = {"case_number": number, "decision_date": FieldSpec("日期", "Day", lambda _pages: day)}

    found, _ = extract(replace(TYPE, fields=fields), [page("字")])

    assert found["case_number"].value == "（2022）琼0106执1号"
    assert found["decision_date"].suggestion == "2032-08-22"
