"""Faults are drawn as they are asked for, the truth follows, and the labels that they deserve are given."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from intake.domain.page import Pixels
from intake.pages.decode import decode
from intake.pages.quality import quality_of
from samples.degrade import Variant, degrade
from samples.faults import Fault, Shot, jpeg, spoil
from samples.faulty import SCENE, Example, examples
from samples.scenes import scene

pytestmark = pytest.mark.integration

MARK = (200, 300, 260, 340)  # left, top, right, bottom of a black patch on the drawing


def _sheet() -> Pixels:
    page = np.full((900, 640, 3), 250, np.uint8)
    page[MARK[1] : MARK[3], MARK[0] : MARK[2]] = 20
    return page


def _shot(variant: Variant = Variant.PHOTO) -> Shot:
    page = _sheet()
    return Shot(degrade(page, variant, 3), (page.shape[1], page.shape[0]))


@pytest.mark.parametrize("fault", Fault)
def test_a_fault_is_deterministic_in_its_seed(fault: Fault):
    shot = _shot()

    assert np.array_equal(spoil(shot, fault, 5).pixels, spoil(shot, fault, 5).pixels)


@pytest.mark.parametrize("fault", Fault)
def test_a_fault_changes_the_picture_and_leaves_the_one_before_alone(fault: Fault):
    shot = _shot()
    before = shot.pixels.copy()

    spoiled = spoil(shot, fault, 5)

    assert np.array_equal(shot.pixels, before)
    assert spoiled.pixels.shape != before.shape or not np.array_equal(spoiled.pixels, before)


@pytest.mark.parametrize("fault", [Fault.SCREEN, Fault.CUT, Fault.BLUR])
def test_the_truth_follows_a_fault(fault: Fault):
    spoiled = spoil(_shot(), fault, 5, strength=0.1)

    left, top, right, bottom = MARK
    corners = np.array([[[left, top], [right, top], [right, bottom], [left, bottom]]], np.float64)
    x, y = _through(corners, spoiled).mean(axis=0)
    assert spoiled.pixels[int(y), int(x)].max() < 110


def test_a_stronger_cut_takes_more():
    weak, strong = (spoil(_shot(Variant.CLEAN), Fault.CUT, 5, strength=s).pixels.size for s in (0.1, 1.0))

    assert strong < weak


def test_a_file_is_signed_by_the_program_that_wrote_it():
    with Image.open(io.BytesIO(jpeg(_sheet(), 90, software="GIMP 2.10"))) as image:
        assert image.getexif()[0x0131] == "GIMP 2.10"


@pytest.mark.parametrize("seed", range(5))
def test_a_scene_is_deterministic_and_has_something_in_it(seed: int):
    assert np.array_equal(scene(seed), scene(seed))
    assert scene(seed).std() > 8


@pytest.fixture(scope="module")
def drawn() -> list[Example]:
    """Return the pages of a seed and of strengths that no training uses."""
    return list(examples((640_001,), (0.5, 0.9)))


def test_examples_have_every_fault(drawn: list[Example]):
    assert {example.label for example in drawn} == {None, "photocopy", SCENE, *Fault}


def test_good_pages_carry_no_label_that_asks_a_person(drawn: list[Example]):
    good = [example for example in drawn if example.is_good and example.lines]  # an empty sheet shows no paper

    wrong = [
        (example.doctype, example.variant, finding.code)
        for example in good
        for finding in quality_of(example.page, example.lines).findings
        if finding.severity == "review"
    ]

    assert len(good) > 20
    assert wrong == []


@pytest.mark.parametrize("label", [Fault.SCREEN, Fault.DARK, Fault.CUT, SCENE])
def test_most_faults_are_found(drawn: list[Example], label: str):
    meant = [quality_of(e.page, e.lines).labels[label] for e in drawn if e.label == label]

    assert np.median(meant) > 0.9


def test_a_signature_alone_is_said_with_the_name_of_the_editor():
    (page,) = decode(jpeg(_shot().pixels, 90, software="Adobe Photoshop 25.0"))

    findings = {f.code: f.facts for f in quality_of(page, []).findings}

    assert findings["edited_with"] == {"editor": "Adobe Photoshop"}


def _through(corners: np.ndarray, shot: Shot) -> np.ndarray:
    flat = np.concatenate([corners[0], np.ones((4, 1))], axis=1) @ shot.picture.homography.T
    return flat[:, :2] / flat[:, 2:]
