"""Clean drawings are read from their pixels to their truth, seals over signatures included."""

from __future__ import annotations

from dataclasses import replace

import pytest

from intake.bootstrap import classifier
from intake.classifier.split import documents
from intake.doctypes.registry import registry
from intake.domain.page import PageImage
from intake.drawing.facts import facts_of
from intake.extract.fields import extract
from intake.ocr.ppocr import ppocr
from intake.pipeline import read_page

pytestmark = pytest.mark.integration
TYPES = registry()


@pytest.fixture(scope="module")
def engine():
    return ppocr(1)


@pytest.mark.parametrize("name", [name for name, doctype in TYPES.items() if doctype.draw])
def test_a_clean_drawing_is_read_to_its_truth(engine, name):
    drawing = TYPES[name].draw(facts_of(2), 2)
    classify, see = classifier()
    read = [read_page(engine, PageImage(n, drawn.pixels)) for n, drawn in enumerate(drawing.pages, 1)]
    pages = [replace(reading.text, looks=see(upright.pixels)) for upright, reading in read]

    (part,) = documents(pages, TYPES, classify)
    fields, _ = extract(TYPES[name], part.pages)

    assert part.type == name
    assert {key: field.value for key, field in fields.items()} == dict(drawing.fields)
