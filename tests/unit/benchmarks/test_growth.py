"""The stream of a thousand pages, and what is made of its steps."""

from __future__ import annotations

import io
from itertools import islice

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from benchmarks.growth import Growth, mixed, scanned, step_of, stream
from benchmarks.truth import Sample, TrueDocument, TruePage


def jpeg() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "white").save(out, "JPEG")
    return out.getvalue()


def sample(name: str, variant: str, kind: str) -> Sample:
    return Sample(name, jpeg() + name.encode(), (TruePage(1, variant, ()),), (TrueDocument(kind, (1,)),))


SAMPLES = [sample("ruling", "clean", "enforcement_ruling"), sample("card", "photo", "bank_card")]


def test_mixed_gives_two_cards_for_a_sheet():
    sheet, card = ((s.data, 1) for s in SAMPLES)

    assert list(islice(mixed(SAMPLES), 4)) == [sheet, card, card, sheet]


@pytest.mark.integration
def test_stream_has_two_long_files_among_short_ones():
    is_long = [data.startswith(b"%PDF") for data in stream(SAMPLES, 20)]

    assert is_long == [False] * 2 + [True] + [False] * 7 + [True] + [False] * 7


def test_scanned_shows_the_pictures_in_turns():
    pictures = [np.zeros((40, 60, 3), np.uint8), np.zeros((60, 40, 3), np.uint8)]

    with pypdfium2.PdfDocument(scanned(pictures, 3)) as document:
        shapes = [page.get_width() > page.get_height() for page in document]

    assert shapes == [True, False, True]


def test_growth_counts_both_processes_and_ours_alone():
    growth = Growth(tuple(step_of(f"{i}.0 {100 + i} 150 {50 - i} {60 + i}") for i in range(10)))

    assert growth.peak_mb == 219
    assert growth.own_peak_mb == 150
    assert growth.slope_mb == pytest.approx(100)
    assert growth.slope_both_mb == pytest.approx(0, abs=1e-9)
    assert list(growth.marks) == [1, 10]
