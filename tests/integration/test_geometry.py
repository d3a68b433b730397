"""Photographs are read through their geometry: cards one by one and upright, sheets laid flat."""

from __future__ import annotations

import numpy as np
import pytest

from intake.doctypes.registry import registry
from intake.domain.geometry import Quad, Rect
from intake.domain.homography import between
from intake.domain.page import PageImage
from intake.drawing.facts import facts_of
from intake.ocr.ppocr import ppocr
from intake.pipeline import ReadFile, read_page
from samples.degrade import Variant, degrade, turned
from samples.files import write
from samples.sheet import sheet_of

pytestmark = pytest.mark.integration
TYPES = registry()
WHOLE = Quad.of_rect(Rect(0, 0, 1012, 638))
FRONT, BACK = "resident_id_front", "resident_id_back"


@pytest.fixture(scope="module")
def read():
    return ReadFile(ppocr(1), TYPES, lambda: 0.0)


def drawn(name: str, seed: int):
    return TYPES[name].draw(facts_of(seed), seed)


def values(document) -> dict[str, object]:
    return {name: field.value for name, field in document.fields.items()}


def jpeg(pixels, folder) -> bytes:
    write(folder / "photo.jpg", [pixels], is_copy=False)
    return (folder / "photo.jpg").read_bytes()


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_photographed_card_is_read_to_its_truth_however_it_was_held(read, tmp_path, degrees: int):
    drawing = drawn(BACK, 41)
    photo = turned(degrade(drawing.pages[0].pixels, Variant.PHOTO, 5), degrees)

    (document,) = read("photo.jpg", jpeg(photo.pixels, tmp_path)).documents

    assert (document.type, values(document)) == (BACK, dict(drawing.fields))


def test_characters_of_a_photographed_card_lie_where_they_were_drawn(read):
    drawing = drawn(FRONT, 42)
    digits = drawing.fields["id_number"]
    (number,) = [o for o in drawing.pages[0].lines if o.text.replace(" ", "").endswith(digits)]
    photo = degrade(drawing.pages[0].pixels, Variant.PHOTO, 6)

    _, reading = read_page(read.engine, PageImage(1, photo.pixels))

    (outline,) = reading.text.cards
    (found,) = [o for o in reading.text.lines if o.text.endswith(digits)]
    on_card = between(outline, WHOLE)
    assert on_card.quad(found.chars[-1].box).bounds.centre == pytest.approx(
        (number.box.bounds.right - 10, number.box.bounds.centre.y), abs=25
    )


def test_a_card_on_its_side_on_an_upright_sheet_is_read_upright(read, tmp_path):
    front, back = drawn(FRONT, 43), drawn(BACK, 43)
    sheet, _ = sheet_of([front.pages[0]], 43)
    paper, card = sheet.pixels.copy(), back.pages[0].pixels
    side = np.rot90(card)
    paper[1100 : 1100 + side.shape[0], 500 : 500 + side.shape[1]] = side
    scan = degrade(paper, Variant.CLEAN, 8)

    documents = read("scan.jpg", jpeg(scan.pixels, tmp_path)).documents

    assert {d.type: values(d) for d in documents} == {FRONT: dict(front.fields), BACK: dict(back.fields)}
    region = next(d.region for d in documents if d.type == BACK)
    assert all(
        region.holds(field.box.bounds.centre) for d in documents if d.type == BACK for field in d.fields.values()
    )


def test_a_photographed_sheet_is_read_on_its_flat_picture(read):
    photo = degrade(drawn("account_confirmation", 44).pages[0].pixels, Variant.PHOTO, 9)
    upright, reading = read_page(read.engine, PageImage(1, photo.pixels))

    assert upright.height / upright.width == pytest.approx(297 / 210, rel=0.1)
    assert all(abs(line.box.angle) < 2 for line in reading.text.lines if len(line.text) > 6)


def test_a_seal_on_a_photographed_sheet_is_read(read):
    drawing = drawn("enforcement_ruling", 45)
    page = next(page for page in drawing.pages if page.seal_text)
    photo = degrade(page.pixels, Variant.PHOTO, 10)

    _, reading = read_page(read.engine, PageImage(1, photo.pixels))

    assert len(reading.text.seals) == 1
    assert _width(reading.text.seals[0].box) == pytest.approx(1, abs=0.15)


def _width(box: Quad) -> float:
    return box.width / box.height
