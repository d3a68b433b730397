"""Whole cases: what is planned, pressed, kept, judged and counted."""

from __future__ import annotations

from concurrent.futures import Executor, Future
from dataclasses import replace
from datetime import date
from random import Random

import numpy as np
import pytest
from builders import line, page

from benchmarks.cases import tally
from benchmarks.cases.draw import Paper, Truth
from benchmarks.cases.judge import CaseJudged, Judge, Judged
from benchmarks.cases.plan import RECIPES, Condition, planned
from benchmarks.cases.pressed import pressed, share, spots_of
from benchmarks.cases.read import Task, submit
from benchmarks.cases.run import Whole
from benchmarks.drawings.kinds import KINDS
from benchmarks.kept import hash_of, recalled, remembered
from benchmarks.report.cases import cases_section
from intake.classifier.classify import by_cues
from intake.doctypes.registry import registry
from intake.domain.document import Field, FieldState
from intake.domain.drawing import DrawnLine, DrawnPage
from intake.domain.geometry import Point, Quad, Rect
from intake.domain.page import Quality
from intake.domain.reading import PageReading
from intake.release.request import Status

BOX = Quad.of_rect(Rect(0, 0, 10, 10))
CARD = "6222021234567890128"


class Pool(Executor):
    """Remembers what it was given, and does nothing."""

    def __init__(self) -> None:
        self.given: list[Task] = []

    def submit(self, _work: object, task: Task) -> Future[None]:  # type: ignore[override]  # of one kind of work
        self.given.append(task)
        return Future()


def value(
    truth: str | None = "1",
    read: str | None = "1",
    *,
    codes: tuple[str, ...] = (),
    condition: Condition = Condition.CLEAN,
    covered: bool = False,
    confidence: float = 1.0,
    error: float = 0.0001,
) -> Judged:
    state = FieldState.READ if read else FieldState.UNREADABLE
    field = Field(read, read or "", confidence, state, 1, BOX)
    return Judged("0000", condition, "ruling/x", "amount", truth, field, codes, "ruling", error, 1.0, covered)


def case(*values: Judged, name: str = "0000", condition: Condition = Condition.CLEAN) -> CaseJudged:
    return CaseJudged(name, condition, values, (), Status.READY, is_request_right=True)


def test_every_recipe_comes_in_every_condition_before_one_comes_again():
    plans = planned(len(RECIPES) * len(Condition))

    assert len({(plan.recipe, plan.condition) for plan in plans}) == len(plans)


def test_a_longer_plan_begins_as_a_shorter_one():
    assert planned(40)[:9] == planned(9)


def test_every_case_is_given_to_somebody_and_known_as_the_one_it_is():
    pool, left = Pool(), [Task(plan, with_peer=False) for plan in planned(3)]
    wanted, waiting = list(left), dict[Future[None], Task]()

    submit(pool, left, waiting, 2)
    waiting.clear()
    submit(pool, left, waiting, 2)

    assert pool.given == wanted
    assert list(waiting.values()) == wanted[2:]


def test_papers_have_the_layouts_that_agree_with_their_case():
    for plan in planned(48):
        layouts = {piece.kind: piece.layouts for piece in RECIPES[plan.recipe].pieces}
        families = [KINDS[kind].family(seed).split("/") for kind, seed in plan.papers]
        assert all(layout in layouts[kind] for kind, layout in families)


def test_every_layout_of_the_recipes_exists():
    drawn = {(k, layout.__name__) for k, kind in KINDS.items() for layout in kind.layouts}

    wanted = {
        (piece.kind, layout) for recipe in RECIPES.values() for piece in recipe.pieces for layout in piece.layouts
    }
    assert wanted <= drawn


def sheet(*lines: DrawnLine) -> DrawnPage:
    return DrawnPage(np.full((1200, 900, 3), 255, np.uint8), lines)


def test_a_value_is_found_where_its_characters_stand_in_the_line():
    line = DrawnLine("账号： 6222 0212", Quad.of_rect(Rect(100, 100, 240, 130)))

    (spot,) = spots_of(sheet(line), {"account_number": "62220212", "name": "李四"})

    assert (spot.name, spot.box) == ("account_number", Rect(160, 100, 240, 130))


@pytest.mark.parametrize(
    ("centre", "expected"),
    [
        pytest.param(Point(150, 15), 1.0, id="in-the-middle"),
        pytest.param(Point(100, 15), 0.5, id="at-the-left-end"),
        pytest.param(Point(150, 115), 0.0, id="below"),
        pytest.param(Point(400, 15), 0.0, id="beside"),
    ],
)
def test_share_says_how_much_of_a_value_lies_under_a_seal(centre, expected):
    assert share(Rect(100, 0, 200, 30), centre, 50) == pytest.approx(expected)


def test_a_page_without_key_values_is_not_stamped():
    plain = sheet(DrawnLine("样本", BOX))

    assert pressed(plain, {"name": "李四"}, "某法院", Random(1)) == (plain, frozenset())


def test_what_was_made_is_kept_and_not_made_again(tmp_path):
    made = []

    results = [remembered(tmp_path / "a" / "x.pickle", lambda: made.append(1) or "value") for _ in range(2)]

    assert (results, made) == (["value", "value"], [1])


def test_what_was_not_read_is_no_value(tmp_path):
    remembered(tmp_path / "x.pickle", lambda: 1)

    assert recalled(tmp_path / "x.pickle", int) == 1
    for path, kind in ((tmp_path / "y.pickle", int), (tmp_path / "x.pickle", str)):
        with pytest.raises(LookupError):
            recalled(path, kind)


def test_pictures_of_another_shape_have_another_hash():
    pixels = np.zeros((2, 6, 3), np.uint8)

    assert hash_of(pixels) != hash_of(pixels.reshape(3, 4, 3))


def test_a_value_that_the_paper_does_not_have_is_wrong_when_it_is_accepted():
    values = [value(None, "7"), value("1", "1")]

    assert tally.accepted_wrong(values) == tally.Share(1, 2)
    assert tally.exact(values) == tally.Share(1, 1)


@pytest.mark.parametrize(
    ("judged", "exact", "accepted", "wrong"),
    [
        pytest.param(value("1", "1"), 1, 1, 0, id="right"),
        pytest.param(value("1", "2"), 0, 1, 1, id="wrong-and-accepted"),
        pytest.param(value("1", "2", codes=("low_confidence",)), 0, 0, 0, id="wrong-and-flagged"),
        pytest.param(value("1", "1", codes=("ambiguous_value",)), 1, 0, 0, id="right-and-flagged"),
        pytest.param(value("1", None), 0, 0, 0, id="unreadable"),
    ],
)
def test_values_are_counted_by_what_became_of_them(judged, exact, accepted, wrong):
    counts = (tally.exact([judged]).hit, tally.accepted([judged]).hit, tally.accepted_wrong([judged]).hit)

    assert counts == (exact, accepted, wrong)


def test_of_sealed_papers_only_covered_values_speak_of_seals():
    covered = value(condition=Condition.SEAL, covered=True)

    assert tally.told([value(condition=Condition.SEAL), covered, value()], Condition.SEAL) == [covered]


def test_bounds_close_in_on_the_rate():
    share = tally.Share(0, 3000)

    assert share.at_most == pytest.approx(0.001, abs=2e-5)
    assert tally.Share(3000, 3000).at_least == pytest.approx(0.999, abs=2e-5)


def test_risk_rises_where_unsure_values_are_taken_too():
    values = [value(confidence=0.99)] * 9 + [value("1", "2", confidence=0.5)]

    found = {risk.coverage: risk.wrong for risk in tally.risks(values, lambda v: v.field.confidence)}

    assert found[0.9] == tally.Share(0, 9)
    assert found[1.0] == tally.Share(1, 10)


def test_no_coverage_is_reached_with_values_that_a_check_speaks_against():
    values = [value()] * 10 + [value(codes=("card_check_digit",))] * 10

    assert [risk.coverage for risk in tally.risks(values, lambda _: 1.0)] == [0.5]


def test_the_calibrated_error_decides_where_no_check_speaks_against_a_value():
    asked = [value(codes=(code,)) for code in ("low_confidence", "card_check_digit")]
    likely = value("1", "2", error=0.02, codes=("uncertain_value",))
    values = [value(), *asked, likely, value(None, "7")]

    strict, mild = (tally.limited(values, limit) for limit in (0.0005, 0.002))

    assert (strict.accepted, strict.wrong) == (tally.Share(1, 4), tally.Share(1, 2))
    assert (mild.accepted, mild.wrong) == (tally.Share(2, 4), tally.Share(2, 3))


def test_as_many_values_are_accepted_by_the_calibrated_error_as_by_the_thresholds():
    values = [value("1", "2", error=0.02), value(error=0.001, codes=("low_confidence",)), value(error=0.01)]

    found = tally.as_many(values)

    assert (found.limit, found.accepted, found.wrong) == (0.01, tally.Share(2, 3), tally.Share(0, 2))


def test_what_is_promised_stands_beside_what_is_true():
    found = tally.promises([value(error=0.0008), value("1", "2", error=0.0006), value(error=0.3)])

    assert [(p.limit, p.said, p.wrong) for p in found] == [
        (0.001, pytest.approx(0.0007), tally.Share(1, 2)),
        (1.0, 0.3, tally.Share(0, 1)),
    ]


def truth() -> Truth:
    paper = Paper("bank_card", "bank_card/upright", {"card_number": CARD}, frozenset({"card_number"}), ("hash",))
    return Truth(planned(4)[3], (paper,), date(2025, 5, 1))


def test_a_paper_is_judged_as_the_pipeline_reads_it():
    card = (
        line(text, top=100 + 60 * i, confidence=0.9995)
        for i, text in enumerate(("中国工商银行", "借记卡 银联", CARD, "VALID THRU 11/30"))
    )
    read = PageReading(page(*card), 0, Quality(0.8))

    found = Judge(registry(), by_cues)(truth(), [[read]])

    assert [(v.name, v.is_right, v.is_accepted, v.is_covered, v.quality) for v in found.values] == [
        ("card_number", True, True, True, 0.8)
    ]
    assert found.papers[0].is_recognised
    assert found.is_straight
    assert found.is_request_right


def test_a_paper_that_is_not_recognised_has_no_values_and_is_not_straight():
    read = PageReading(page("今日菜单", "红烧肉 38"), 0, Quality(1.0))

    found = Judge(registry(), by_cues)(truth(), [[read]])

    assert [v.is_right for v in found.values] == [False]
    assert not found.is_straight


def test_the_report_lists_what_was_accepted_and_is_wrong_and_says_whether_the_set_is_hard():
    ours = case(value("1", "2", condition=Condition.COPY), condition=Condition.COPY)
    theirs = case(value("1", "1", condition=Condition.COPY), condition=Condition.COPY)

    text = "\n".join(cases_section(Whole(2, (ours,), (theirs,), 1.0)))

    assert "| 0000 | ruling/x | amount | 1 | 2 | 1.000 | 1 | - |" in text
    assert "| photocopy | 1 | 100.0% | <= 97% | **no** |" in text
    assert "1 cases of 2 are read" in text


def test_the_report_says_which_bars_hold_and_which_fields_miss_one():
    right, missed = value(), replace(value("1", "2", codes=("x",), condition=Condition.PHONE), name="name")

    text = "\n".join(cases_section(Whole(2, (case(right, missed),), (), 1.0)))

    assert "| exact, clean scan, all together | >= 99.8% | 100.0% of 1 (at least 5.0%) | yes |" in text
    assert "| exact, phone photograph, name | >= 97.0% | 0.0% of 1 (at least 0.0%) | **no** |" in text
    assert "exact, clean scan, amount" not in text
    assert "exact, photocopy" not in text
    assert "| accepted and wrong | <= 0.1% | 0 of 1 (at most 95.00%) | yes |" in text


def test_of_a_wrong_value_the_report_says_whether_another_paper_stops_its_case():
    wrong = replace(case(value("17", "18")), stops=(("amounts_differ", "The sums differ (18 / 17)."), ("other", "No.")))

    text = "\n".join(cases_section(Whole(2, (wrong,), (), 1.0)))

    assert "| 1.000 | 1 | amounts_differ |" in text
    assert "Not stopped: 0 of 1." in text
    assert wrong.stopped_by("1") == ()


def test_the_report_says_what_was_read_of_papers_by_what_people_did_with_them():
    copied = replace(value(condition=Condition.COPY), hardship="copied once")
    again = replace(value("1", "2", codes=("x",), condition=Condition.COPY), hardship="copied again")

    text = "\n".join(cases_section(Whole(2, (case(copied, again),), (case(again),), 1.0)))

    assert (
        "| photocopy | copied once | 1 | 100.0% of 1 (at least 5.0%) | 100.0% | 0 of 1 (at most 95.00%) | - |" in text
    )
    assert (
        "| photocopy | copied again | 1 | 0.0% of 1 (at least 0.0%) | 0.0% | 0 of 0 (at most 100.00%) | 0.0% (1) |"
        in text
    )


def test_nothing_is_reported_where_no_case_was_read():
    assert list(cases_section(Whole(2, (), (), 0.0))) == []
