"""Pages that are no papers get a stated answer each: no crash, and never a ruling."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image, ImageFilter, ImageOps

from intake.bootstrap import Engine, reader
from intake.doctypes.registry import registry
from intake.domain.document import DocumentClass
from intake.drawing.facts import facts_of

pytestmark = pytest.mark.integration


@pytest.fixture(scope="module")
def read():
    return reader(Engine.PPOCR, threads=1)


def _drawn(name: str, seed: int = 1) -> Image.Image:
    return Image.fromarray(registry()[name].draw(facts_of(seed), seed).pages[0].pixels)


def _noise() -> Image.Image:
    return Image.fromarray(np.random.default_rng(1).integers(0, 256, (900, 700, 3), np.uint8))


def _fifty_cards() -> Image.Image:
    sheet, card = Image.new("RGB", (2200, 2800), (90, 70, 60)), _drawn("bank_card").resize((400, 252))
    for i in range(50):
        sheet.paste(card, (30 + 430 * (i % 5), 20 + 276 * (i // 5)))
    return sheet


def _at_45_degrees() -> Image.Image:
    return _drawn("enforcement_ruling").resize((827, 1170)).rotate(45, expand=True, fillcolor=(255, 255, 255))


ODD = {
    "solid": lambda: Image.new("RGB", (800, 600), (20, 120, 200)),
    "one pixel": lambda: Image.new("RGB", (1, 1), (255, 255, 255)),
    "a line of pixels": lambda: Image.new("RGB", (1, 30_000), (255, 255, 255)),
    "noise": _noise,
    "blurred beyond reading": lambda: _drawn("enforcement_ruling").filter(ImageFilter.GaussianBlur(24)),
    "fifty cards": _fifty_cards,
}


def _documents(read, picture: Image.Image):
    out = io.BytesIO()
    picture.save(out, "PNG")
    reading = read("odd.png", out.getvalue())
    assert reading.error is None
    return reading.documents


@pytest.mark.parametrize("name", ODD)
def test_what_is_no_paper_is_answered_and_never_taken_for_a_ruling(read, name):
    documents = _documents(read, ODD[name]())

    assert documents
    assert all(document.klass is not DocumentClass.RULING for document in documents)


@pytest.mark.parametrize("shade", [255, 0, 128], ids=["white", "black", "grey"])
def test_an_empty_page_is_blank_whatever_its_shade(read, shade):
    (document,) = _documents(read, Image.new("RGB", (1240, 1754), (shade, shade, shade)))

    assert (document.klass, document.type) == (DocumentClass.OTHER, "blank")


def test_a_mirrored_ruling_is_left_to_a_person_or_other(read):
    documents = _documents(read, ImageOps.mirror(_drawn("enforcement_ruling")))

    assert all(document.klass in {None, DocumentClass.OTHER} for document in documents)


def test_white_print_on_black_is_read(read):
    (document, *_) = _documents(read, ImageOps.invert(_drawn("enforcement_ruling")))

    assert document.type == "enforcement_ruling"


def test_a_page_at_45_degrees_is_a_ruling_or_left_to_a_person(read):
    documents = _documents(read, _at_45_degrees())

    assert {document.klass for document in documents} <= {DocumentClass.RULING, None}


def test_every_line_of_fifty_cards_is_in_one_document(read):
    out = io.BytesIO()
    _fifty_cards().save(out, "PNG")
    reading = read("cards.png", out.getvalue())

    assert [number for document in reading.documents for number in document.pages] == [1] * len(reading.documents)
    assert len(reading.documents) >= 1
