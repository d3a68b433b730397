"""The samples are what their truth says, and the same whenever they are made."""

from __future__ import annotations

import io
import json
from collections import Counter
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image, ImageSequence

from intake.doctypes.registry import registry
from intake.domain.drawing import DrawnPage
from intake.drawing.canvas import Canvas, Style
from intake.drawing.facts import facts_of
from intake.drawing.fonts import Face
from samples.__main__ import draw_case, draw_scan
from samples.cases import CASES, RULING, Case, Scan, Status
from samples.degrade import Variant, degrade, turned
from samples.files import write
from samples.sheet import sheet_of

pytestmark = pytest.mark.integration

KEPT = Path(__file__).parents[2] / "sample_docs"
SHARE = 12 * 1024 * 1024  # bytes of all samples that git may carry
VARIANTS = [Variant.CLEAN, Variant.PHOTOCOPY, Variant.PHOTO]


def _cross() -> DrawnPage:
    canvas = Canvas.blank((400, 300))
    canvas.text(120, 160, "样本", Style(Face.HEI_BOLD, 60, (0, 0, 0)))
    return canvas.page()


@pytest.mark.parametrize("variant", VARIANTS)
def test_degrading_is_deterministic(variant):
    page = _cross().pixels

    assert np.array_equal(degrade(page, variant, 3).pixels, degrade(page, variant, 3).pixels)
    assert not np.array_equal(degrade(page, variant, 3).pixels, degrade(page, variant, 4).pixels)


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
@pytest.mark.parametrize("variant", VARIANTS)
def test_boxes_follow_their_ink(variant, degrees):
    page = _cross()

    picture = turned(degrade(page.pixels, variant, 5), degrees)

    bounds = picture.quad(page.lines[0].box).bounds
    ink = picture.pixels[int(bounds.top) : int(bounds.bottom), int(bounds.left) : int(bounds.right)]
    around = bounds.grown(12)
    ring = picture.pixels[int(around.top) : int(around.bottom), int(around.left) : int(around.right)]
    assert np.percentile(ink, 8) < 110
    assert np.median(ring) > np.percentile(ink, 8) + 25


def test_turning_keeps_the_reading_direction_in_the_first_corner():
    page = _cross()

    picture = turned(degrade(page.pixels, Variant.BORN_DIGITAL, 0), 90)

    assert picture.quad(page.lines[0].box).angle == pytest.approx(90)


def test_a_sheet_holds_the_lines_of_its_cards():
    face = registry()["resident_id_front"].draw(facts_of(2), 2).pages[0]

    sheet, regions = sheet_of([face, face], 1)

    texts = Counter(line.text for line in sheet.lines)
    assert all(texts[line.text] >= 2 for line in face.lines)
    assert len(regions) == 2


@pytest.mark.parametrize("suffix", [".tif", ".pdf"])
def test_files_of_several_pages_keep_all(tmp_path, suffix):
    pages = [np.full((300, 200, 3), shade, np.uint8) for shade in (40, 120, 220)]

    write(tmp_path / f"scan{suffix}", pages, is_copy=False)

    assert len(_pages(tmp_path / f"scan{suffix}")) == 3


@pytest.mark.parametrize("suffix", [".jpg", ".png"])
def test_a_format_of_one_page_refuses_two(tmp_path, suffix):
    pages = [np.zeros((30, 20, 3), np.uint8)] * 2

    with pytest.raises(ValueError, match="cannot hold 2 pages"):
        write(tmp_path / f"scan{suffix}", pages, is_copy=False)


def test_a_copy_as_tiff_is_bilevel(tmp_path):
    write(tmp_path / "scan.tif", [_cross().pixels], is_copy=True)

    with Image.open(tmp_path / "scan.tif") as image:
        assert (image.mode, image.info["compression"]) == ("1", "group4")


def test_a_born_digital_ruling_carries_its_text(tmp_path):
    case = Case("x", 16, ())

    written = draw_scan(case, Scan("ruling.pdf", (RULING,), Variant.BORN_DIGITAL), tmp_path)

    document = pypdfium2.PdfDocument(tmp_path / "ruling.pdf")
    said = "".join(page.get_textpage().get_text_range() for page in document)
    bare = "".join(said.split())
    missing = [
        line.text for page in written.pages for line in page.drawn.lines if "".join(line.text.split()) not in bare
    ]
    assert missing == []


@pytest.mark.parametrize("name", ["case-04-born-digital", "case-12-no-account"])
def test_a_case_drawn_again_has_the_same_bytes(tmp_path, name):
    case = next(case for case in CASES if case.name == name)

    draw_case(case, tmp_path / "once")
    draw_case(case, tmp_path / "twice")

    assert _bytes(tmp_path / "once") == _bytes(tmp_path / "twice")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_kept_samples_agree_with_their_truth(case):
    folder = KEPT / case.name
    truth = json.loads((folder / "truth.json").read_text("utf-8"))

    assert {entry["file"] for entry in truth["files"]} == {path.name for path in folder.iterdir()} - {"truth.json"}
    for entry in truth["files"]:
        assert len(_pages(folder / entry["file"])) == len(entry["pages"])
        assert all(len(page["lines"]) == len(page["boxes"]) for page in entry["pages"])


def test_the_kept_samples_are_small_enough_for_git():
    assert sum(path.stat().st_size for path in KEPT.rglob("*") if path.is_file()) <= SHARE


def test_there_are_enough_cases_and_enough_that_are_wrong():
    assert len(CASES) >= 12
    assert sum(case.fault is not None for case in CASES) >= 4
    assert all((case.fault is None) == (case.status is Status.READY) for case in CASES)


@pytest.mark.parametrize("case", [case for case in CASES if case.fault], ids=lambda case: case.fault)
def test_a_fault_changes_what_some_paper_says(case):
    right = Case(case.name, case.seed, case.scans)
    papers = {name for scan in case.scans for paper in scan.papers for name in paper.types}

    changed = [name for name in papers if case.facts(name) != right.facts(name)]

    assert changed or not papers & {"bank_card", "account_confirmation"}


def _pages(path: Path) -> list[tuple[int, int]]:
    if path.suffix == ".pdf":
        return [page.get_size() for page in pypdfium2.PdfDocument(path)]
    with Image.open(io.BytesIO(path.read_bytes())) as image:
        return [frame.size for frame in ImageSequence.Iterator(image)]


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
