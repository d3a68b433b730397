"""Rows of the requirements that only the whole way shows, from pictures to a request."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from intake.batch import cores, read_path
from intake.bootstrap import Engine, reader
from intake.domain.document import DocumentClass
from intake.domain.page import PageImage
from intake.domain.reading import FileReading
from intake.pages.evidence import save
from intake.pipeline import ReadFile

pytestmark = pytest.mark.integration

SAMPLES = Path(__file__).parent.parent.parent / "sample_docs"


@pytest.fixture(scope="module")
def read() -> ReadFile:
    return reader(Engine.PPOCR, threads=cores())


@pytest.fixture(scope="module")
def one_pdf(read: ReadFile) -> FileReading:
    return read_path(read, SAMPLES / "case-05-one-scanned-pdf" / "all-papers.pdf")


def truth(case: str) -> dict:
    return json.loads((SAMPLES / case / "truth.json").read_text("utf-8"))["files"][0]


def test_one_scan_of_several_papers_becomes_documents_with_page_ranges(one_pdf: FileReading):  # S33
    expected = truth("case-05-one-scanned-pdf")["documents"]

    assert [(d.type, list(d.pages)) for d in one_pdf.documents] == [(d["type"], d["pages"]) for d in expected]


def test_each_paper_of_the_scan_has_its_class(one_pdf: FileReading):  # S30
    expected = truth("case-05-one-scanned-pdf")["documents"]

    assert [str(d.klass) for d in one_pdf.documents] == [d["class"] for d in expected]


def test_identified_papers_have_their_account_checked(one_pdf: FileReading):  # S71
    accounts = [d for d in one_pdf.documents if d.klass is DocumentClass.BANK_ACCOUNT]

    assert accounts
    assert all(d.accepted(name) for d in accounts for name in d.fields if name.endswith("_number"))


def test_reading_takes_four_steps_and_no_hand(one_pdf: FileReading):  # S69
    assert [stage for stage in one_pdf.ms if stage != "total"] == ["decode", "ocr", "classify", "extract"]


def _noise() -> np.ndarray:
    return np.random.default_rng(1).integers(0, 255, (900, 900, 3), np.uint8)


def _texture() -> np.ndarray:
    y, x = np.mgrid[:800, :1200]
    waves = 127 + 60 * np.sin(x / 37) + 50 * np.cos(y / 23 + x / 91)
    return np.repeat(waves.clip(0, 255).astype(np.uint8)[..., None], 3, axis=2)


STRANGERS = {
    "white": np.full((1200, 850, 3), 255, np.uint8),
    "black": np.zeros((1200, 850, 3), np.uint8),
    "one pixel": np.full((1, 1, 3), 128, np.uint8),
    "a line of pixels": np.full((1, 30_000, 3), 200, np.uint8),
    "noise": _noise(),
    "texture": _texture(),
}


@pytest.mark.parametrize("pixels", STRANGERS.values(), ids=STRANGERS.keys())
def test_a_picture_that_is_no_paper_is_never_taken_for_one(read: ReadFile, pixels: np.ndarray, tmp_path: Path):  # S31
    save(PageImage(1, pixels), tmp_path / "stranger.png")

    reading = read_path(read, tmp_path / "stranger.png")

    assert reading.error is None
    assert [d.klass for d in reading.documents] in ([DocumentClass.OTHER], [None])


def test_half_a_ruling_is_not_accepted_as_a_whole_one(read: ReadFile, tmp_path: Path):  # S31
    kept: list[PageImage] = []
    source = SAMPLES / "case-01-clean-scans" / "01-ruling.jpg"
    read(str(source), source.read_bytes(), lambda image, _reading: kept.append(image))
    save(PageImage(1, kept[0].pixels[: kept[0].height // 2]), tmp_path / "half.png")

    (document,) = read_path(read, tmp_path / "half.png").documents

    assert not all(document.accepted(name) for name in ("payee_name", "account_number", "has_seal"))
