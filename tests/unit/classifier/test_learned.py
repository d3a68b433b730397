"""Three witnesses are weighed; a type that nobody was taught is found by its cues; the lines that decided are told."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from builders import line, page

from intake.classifier.learned import FLOOR, Heard, Learned, Settings, Weights, weighed
from intake.doctypes.registry import registry
from intake.domain.definition import ANYTHING, Definition
from intake.domain.document import DocumentClass

LABELS = ("bank_card", "enforcement_ruling", "other")
TYPES = {name: replace(registry()[name], defined=ANYTHING) for name in LABELS}
DEFINED = {**TYPES, "enforcement_ruling": registry()["enforcement_ruling"]}
SETTINGS = Settings(LABELS, Weights(1.0, 1.0, 1.0, 0.0), Weights(1.0, 0.0, 0.5, 0.0), 1.0, 0.6)
NEUTRAL = np.zeros(3, np.float32)


class Says:
    """Finds that every line speaks for one label as much as it is told."""

    def __init__(self, *weights):
        self.weights = weights

    def __call__(self, lines):
        return np.array([self.weights[: len(LABELS)]] * len(lines), np.float32)


class ByFirst:
    """Finds that the first line speaks for rulings, and the others for nothing."""

    def __call__(self, lines):
        said = np.zeros((len(lines), 3), np.float32)
        said[0, 1] = 9.0
        return said


def _judged(says, *lines, looks=None, settings=SETTINGS, types=TYPES):
    return Learned(says, settings)(replace(page(*lines), looks=looks), types)


def test_what_a_page_says_decides_where_cues_are_silent():
    guess = _judged(Says(0.0, 8.0, 0.0), "甲乙丙丁")

    assert (guess.klass, guess.type) == (DocumentClass.RULING, "enforcement_ruling")


def test_cues_decide_where_the_others_are_silent():
    assert _judged(Says(0, 0, 0), "执行裁定书", "被执行人：张三", looks=NEUTRAL).type == "enforcement_ruling"


def test_the_look_decides_where_there_is_no_text():
    looks = np.log(np.array([0.01, 0.01, 0.98], np.float32))

    assert _judged(Says(0, 0, 0), looks=looks).type == "other"


def test_on_a_page_without_a_word_the_look_counts_as_much_as_it_believes_however_little_it_does_beside_words():
    looks = np.log(np.array([0.01, 0.09, 0.9], np.float32))
    weighing = replace(SETTINGS, seen=Weights(1.0, 0.3, 1.0, 0.0))

    assert _judged(Says(0, 0, 0), looks=looks, settings=weighing).confidence == pytest.approx(0.9, abs=1e-3)


def test_a_page_without_text_and_look_is_judged_by_its_cues():
    assert _judged(Says(0, 0, 0)).type == "other"


def test_witnesses_that_disagree_leave_it_to_a_person():
    looks = np.log(np.array([0.9, 0.05, 0.05], np.float32))

    guess = _judged(Says(0.0, 2.6, 0.0), "甲乙", looks=looks)

    assert (guess.klass, guess.type) == (None, None)
    assert {c.type for c in guess.candidates} >= {"bank_card", "enforcement_ruling"}


def test_a_type_that_nobody_was_taught_is_found_by_its_cues():
    new = replace(registry()["other"], name="menu", cues={"今日菜单": 6.0})

    guess = _judged(Says(0.0, 9.0, 0.0), "今日菜单", types={**TYPES, "menu": new})

    assert guess.type == "menu"


def test_a_label_that_is_no_type_any_more_is_not_answered():
    types = {name: TYPES[name] for name in ("bank_card", "other")}

    assert _judged(Says(0.0, 9.0, 0.0), "甲乙", types=types).type != "enforcement_ruling"


def test_the_lines_that_decided_are_told():
    guess = _judged(ByFirst(), line("甲乙丙", top=100), line("丁戊己", top=200))

    assert [reason.text for reason in guess.reasons] == ["甲乙丙"]
    assert guess.reasons[0].weight > 0


def test_nothing_is_told_where_nobody_could_tell():
    looks = np.log(np.array([0.9, 0.05, 0.05], np.float32))

    assert _judged(Says(0.0, 2.6, 0.0), "甲乙", looks=looks).reasons == ()


def test_beliefs_add_up_to_one():
    said, cues = np.array([1, 2, 3], np.float32), np.array([0, 0.5, 0.5], np.float32)

    found = weighed(SETTINGS, Heard(said, None, cues, NEUTRAL, NEUTRAL))

    assert found.sum() == pytest.approx(1, abs=1e-5)


def test_no_witness_rules_a_label_out_alone():
    found = weighed(SETTINGS, Heard(NEUTRAL, NEUTRAL, np.array([1, 0, 0], np.float32), NEUTRAL, NEUTRAL))

    assert found[1] >= FLOOR / 2


def test_settings_are_read_from_the_model():
    metadata = {"labels": "a b", "seen": "0.5 0.25 1 1", "unseen": "1 0 2 0", "mute": "0.8", "sure": "0.7"}

    found = Settings.of(metadata)

    assert found == Settings(("a", "b"), Weights(0.5, 0.25, 1.0, 1.0), Weights(1.0, 0.0, 2.0, 0.0), 0.8, 0.7)


def test_a_title_is_told_first_and_once():
    guess = _judged(Says(0.0, 6.0, 0.0), "执行裁定书", "被执行人：张三")

    assert [reason.text for reason in guess.reasons] == ["执行裁定书", "被执行人：张三"]


CARD = "6222 0212 3456 7890 128"


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ((CARD, "囗巾囗", "有效期06/31"), "bank_card"),
        ((CARD, "开户行支行"), "other"),
        (("6222 0212 3456 7890 123", "囗巾囗", "有效期06/31"), "other"),
    ],
    ids=["it passes", "the page is another", "it was misread"],
)
def test_a_number_that_passes_outweighs_what_was_read_badly(lines: tuple[str, ...], wanted: str):
    types = {name: registry()[name] for name in LABELS}

    assert _judged(Says(0.0, 0.0, 1.4), *lines, types=types).type == wanted


def test_what_people_write_on_copies_is_not_heard():
    heard = _judged(Says(0.0, 0.0, 9.0), "此复印件仅供办理借款合同纠纷一案领款使用，与原件一致。", "执行裁定书")

    assert [reason.text for reason in heard.reasons] == ["执行裁定书"]


def test_what_has_not_what_defines_a_type_is_not_taken_for_one_however_sure_the_witnesses_are():
    guess = _judged(Says(0.0, 9.0, 0.0), "甲乙丙丁", types=DEFINED)

    assert (guess.klass, guess.type) == (None, None)
    assert guess.candidates[0].type == "enforcement_ruling"


def test_what_has_what_defines_a_type_is_taken_for_one():
    head = ("杭州市西湖区人民法院", "执行裁定书", "（2023）浙0106执1234号")

    assert _judged(Says(0.0, 9.0, 0.0), *head, types=DEFINED).type == "enforcement_ruling"


def test_what_lacks_it_is_rather_a_paper_of_another_kind():
    weighing = Settings(LABELS, SETTINGS.seen, Weights(1.0, 0.0, 0.5, 1.0), 1.0, 0.6)

    guess = _judged(Says(0.0, 2.0, 1.0), "甲乙丙丁", settings=weighing, types=DEFINED)

    assert guess.type == "other"


def test_as_a_later_page_it_need_not_have_it():
    guess = _judged(Says(0.0, 9.0, 0.0), "甲乙丙丁", types=DEFINED)

    assert guess.later is not None
    assert guess.later.type == "enforcement_ruling"


def test_a_new_type_that_is_defined_asks_for_it_too():
    asked = Definition(all_of=("菜价",))
    new = replace(registry()["bank_card"], name="menu", cues={"今日菜单": 6.0}, defined=asked)

    one, other = (_judged(Says(0.0, 9.0, 0.0), *lines, types={**TYPES, "menu": new}) for lines in (
        ("今日菜单",), ("今日菜单", "菜价"),
    ))  # fmt: skip

    assert (one.type, other.type) == (None, "menu")
