"""A page that was really read weighs little and comes back as it was, lattices included."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest

from intake.bootstrap import Engine, reader
from intake.store.codec import page_bytes, page_of
from intake.store.machine import Machine, machine_json, machine_of, remarks_of, seals_of

pytestmark = pytest.mark.integration

SAMPLE = Path(__file__).parent.parent.parent / "sample_docs" / "case-01-clean-scans" / "01-ruling.jpg"
HEAVIEST = 60_000  # bytes of a full page


@pytest.fixture(scope="module")
def reading():
    return reader(Engine.PPOCR, threads=1)(SAMPLE.name, SAMPLE.read_bytes())


def test_a_sample_page_comes_back_to_the_last_bit(reading):
    (page,) = reading.pages
    (alphabet,) = {line.lattice.alphabet for line in page.text.lines}
    packed = page_bytes(page)

    back = page_of(packed, alphabet)

    assert hashlib.sha256(page_bytes(back)).digest() == hashlib.sha256(packed).digest()
    assert back.quality == page.quality
    assert np.array_equal(back.text.looks, page.text.looks)
    for old, new in zip(page.text.lines, back.text.lines, strict=True):
        assert (old.text, old.confidence, old.box, old.chars) == (new.text, new.confidence, new.box, new.chars)
        assert np.array_equal(old.lattice.classes, new.lattice.classes)
        assert np.array_equal(old.lattice.probabilities, new.lattice.probabilities)
    assert len(packed) < HEAVIEST


def test_the_documents_of_a_sample_come_back(reading):
    for document in reading.documents:
        machine = Machine(document, seals_of(reading.pages), remarks_of(reading.pages))

        assert machine_of(json.loads(json.dumps(machine_json(machine)))) == machine
