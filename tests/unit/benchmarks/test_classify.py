"""What the classifier says is counted as people would count it."""

from __future__ import annotations

import pytest

from benchmarks.classify.cuts import compared
from benchmarks.classify.judge import Verdict, calibration_error, chance_error
from benchmarks.classify.run import Kinds
from benchmarks.drawings.damage import Damage
from benchmarks.drawings.mixed import Bundle
from benchmarks.drawings.mixed import Part as True_
from benchmarks.report.kinds import kinds_section
from intake.classifier.part import Part
from intake.domain.document import DocumentClass
from intake.domain.finding import Finding, Severity
from intake.domain.text import PageText

RULING, OTHER = DocumentClass.RULING, DocumentClass.OTHER


def _found(*spans, findings=()):
    return [
        Part(RULING, "enforcement_ruling", 0.9, tuple(PageText(n, 10, 10, ()) for n in span), findings=findings)
        for span in spans
    ]


def _bundle(*spans):
    parts = tuple(True_("enforcement_ruling", RULING, "x", span) for span in spans)
    return Bundle("case", Damage.SCAN, (), (), parts, 1)


@pytest.mark.parametrize(
    ("found", "exact"),
    [([(1, 2), (3,)], True), ([(1,), (2,), (3,)], False), ([(1, 2, 3)], False), ([(1, 2), (3,), (3,)], False)],
    ids=["as it is", "cut too often", "not cut", "two documents on a page"],
)
def test_a_cut_is_exact_when_all_documents_have_their_own_pages(found, exact):
    assert compared(_bundle((1, 2), (3,)), _found(*found)).is_exact is exact


def test_a_wrong_cut_is_told_by_a_finding():
    doubt = Finding("uncertain_cut", Severity.REVIEW, facts={"page": "2"})

    assert compared(_bundle((1, 2)), _found((1,), (2,), findings=(doubt,))).is_told
    assert not compared(_bundle((1, 2)), _found((1,), (2,))).is_told


def test_types_are_compared_in_order():
    assert compared(_bundle((1,)), _found((1,))).is_named
    assert not compared(_bundle((1,), (2,)), _found((1,))).is_named


def test_belief_that_is_as_often_right_as_it_says_has_no_error():
    assert calibration_error([0.75] * 4, [True, True, True, False]) == pytest.approx(0)


def test_belief_that_says_too_much_errs_by_the_difference():
    assert calibration_error([0.95] * 10, [True] * 5 + [False] * 5) == pytest.approx(0.45)


def test_few_pages_err_by_chance_and_many_hardly():
    few, many = (chance_error([0.7] * n) for n in (10, 1000))

    assert few > 0.08
    assert many < 0.02


def test_no_pages_have_no_error():
    assert calibration_error([], []) == 0


def _verdict(true, said, confidence=0.9, *, is_fresh=False):
    return Verdict(
        true_type="x",
        true_class=true,
        family="x",
        near=true is OTHER,
        is_fresh=is_fresh,
        damage="scan",
        number=1,
        is_upright=True,
        type="x" if said else None,
        klass=said,
        best_class=said or RULING,
        best_type="x",
        belief=confidence,
        confidence=confidence,
    )


def test_the_section_counts_others_that_were_taken_for_rulings():
    verdicts = (_verdict(OTHER, RULING), _verdict(OTHER, OTHER), _verdict(RULING, None, 0.4))

    text = "\n".join(kinds_section(Kinds(verdicts, verdicts, (), 1.0, 0.01)))

    assert "| `other` pages accepted as `ruling` | 2 | 1 | 1 |" in text
    assert "| near-misses accepted as a wrong class | 2 | 1 | 1 |" in text
    assert "1.0% of its OCR time" in text


def test_the_slices_are_told_apart():
    verdicts = (_verdict(OTHER, RULING), _verdict(OTHER, OTHER, is_fresh=True))

    old, new = "\n".join(kinds_section(Kinds(verdicts, verdicts, (), 1.0, 0.01))).split("### New slice")

    assert "| `other` pages accepted as `ruling` | 1 | 1 | 1 |" in old
    assert "| `other` pages accepted as `ruling` | 1 | 0 | 0 |" in new


def test_the_section_is_left_out_where_nothing_was_measured():
    assert list(kinds_section(None)) == []


def test_verdicts_know_what_was_accepted():
    assert not _verdict(RULING, None).is_accepted
    assert _verdict(RULING, RULING).is_class_right
