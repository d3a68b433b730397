"""What every OcrEngine promises, asked of every engine."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from intake.domain.errors import EngineUnavailable
from intake.domain.geometry import Quad, Rect
from intake.domain.page import PageImage
from intake.domain.text import Line
from intake.ocr.null import NullOcr
from intake.ocr.paddle import PaddleOcr
from intake.ocr.ppocr import PpOcr, ppocr
from intake.ports import OcrEngine

pytestmark = pytest.mark.integration

FONT = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
TEXTS = ("杭州市西湖区人民法院", "执行裁定书", "申请执行人：张三，男，汉族", "冻结被执行人银行存款486320.50元")
TOP, LEFT, STEP = 60, 90, 120
QUARTERS = {0: 0, 90: 90, 180: 180, 270: -90}
"""Degrees by which the page is turned clockwise -> reading direction of its lines."""


def page(*texts: str, turned: int = 0) -> PageImage:
    picture = Image.new("RGB", (1000, 640), "white")
    draw = ImageDraw.Draw(picture)
    for i, text in enumerate(texts):
        draw.text((LEFT, TOP + i * STEP), text, fill="black", font=ImageFont.truetype(FONT, 40))
    return PageImage(1, np.asarray(picture.rotate(-turned, expand=True)))


@pytest.fixture(scope="module")
def engines() -> Iterator[dict[str, OcrEngine]]:
    made: dict[str, OcrEngine] = {"ppocr": ppocr(1), "paddleocr": PaddleOcr(1), "null": NullOcr()}
    yield made
    made.clear()
    gc.collect()


@pytest.fixture(params=["ppocr", "paddleocr", "null"])
def engine(request, engines) -> OcrEngine:
    return engines[request.param]


@pytest.fixture(params=["ppocr", "paddleocr"])
def reading_engine(request, engines) -> OcrEngine:
    return engines[request.param]


def seen(lines: tuple[Line | None, ...]) -> list[tuple[str, float, Quad] | None]:
    return [line and (line.text, line.confidence, line.box) for line in lines]


def test_name_is_one_lower_case_word(engine):
    assert engine.name.isalnum()
    assert engine.name == engine.name.lower()


def test_version_says_whose_it_is(engine):
    assert engine.version.startswith(f"{engine.name}-")


def test_read_answers_with_the_text_in_reading_order(reading_engine):
    lines = reading_engine.read(page(*TEXTS))

    assert tuple(line.text for line in lines) == TEXTS


@pytest.mark.parametrize("turned", QUARTERS)
def test_read_starts_boxes_and_lines_where_the_text_starts(reading_engine, turned):
    lines = reading_engine.read(page(*TEXTS, turned=turned))

    assert tuple(line.text for line in lines) == TEXTS
    assert all(abs(np.sin(np.radians(line.box.angle - QUARTERS[turned]) / 2)) < 0.05 for line in lines)


def test_read_keeps_boxes_inside_the_page_and_around_the_text(reading_engine):
    picture = page(*TEXTS)
    whole = Rect(0, 0, picture.width, picture.height)

    lines = reading_engine.read(picture)

    assert all(whole.contains(point) for line in lines for point in line.box.points)
    assert all(line.box.bounds.top < TOP + i * STEP + 30 < line.box.bounds.bottom for i, line in enumerate(lines))
    assert all(abs(line.box.bounds.left - LEFT) < 20 for line in lines)


def test_read_keeps_boxes_inside_the_page_where_text_touches_its_border(reading_engine):
    picture = page(*TEXTS)
    cut = replace(picture, pixels=picture.pixels[TOP + 12 : TOP + STEP, LEFT + 4 : LEFT + 380])
    whole = Rect(0, 0, cut.width, cut.height)

    lines = reading_engine.read(cut)

    assert lines
    assert all(whole.contains(point) for line in lines for point in line.box.points)


def test_read_has_no_blank_lines(engine):
    lines = engine.read(page(*TEXTS))

    assert all(line.text.strip() for line in lines)


def test_read_gives_every_character_its_place_and_confidence(engine):
    lines = engine.read(page(*TEXTS))
    chars = [char for line in lines for char in line.chars]

    assert all("".join(char.text for char in line.chars) == line.text for line in lines)
    assert all(len(char.text) == 1 for char in chars)
    assert all(0 <= thing.confidence <= 1 for thing in (*lines, *chars))
    assert all(line.confidence == pytest.approx(np.mean([c.confidence for c in line.chars])) for line in lines)


def test_read_orders_characters_along_the_line(engine):
    lines = engine.read(page(*TEXTS))
    steps = [b.box.bounds.centre.x - a.box.bounds.centre.x for line in lines for a, b in pairwise(line.chars)]

    assert all(step > 0 for step in steps)


def test_read_is_the_same_for_the_same_picture(engine):
    picture, other = page(*TEXTS), page(TEXTS[1])
    before = seen(engine.read(picture))
    engine.read(other)

    assert seen(engine.read(picture)) == before


def test_read_leaves_the_picture_as_it_was(engine):
    picture = page(*TEXTS)
    picture.pixels.flags.writeable = False
    before = picture.pixels.copy()

    engine.read(picture)
    engine.read_boxes(picture, [Quad.of_rect(Rect(80, 50, 600, 120))])

    assert np.array_equal(picture.pixels, before)


@pytest.mark.parametrize("grey", [255, 0, 200])
def test_read_finds_nothing_on_a_blank_picture(engine, grey):
    blank = PageImage(1, np.full((480, 640, 3), grey, np.uint8))

    assert engine.read(blank) == ()


@pytest.mark.parametrize("shape", [(1, 1), (5, 900), (900, 5), (31, 33)], ids=str)
def test_read_takes_pictures_of_any_size(engine, shape):
    tiny = PageImage(1, np.full((*shape, 3), 255, np.uint8))

    assert engine.read(tiny) == ()


def test_read_boxes_reads_what_stands_in_each_box(reading_engine):
    picture = page(*TEXTS)
    boxes = [line.box for line in reading_engine.read(picture)]

    lines = reading_engine.read_boxes(picture, boxes[::-1])

    assert [line and line.text for line in lines] == list(TEXTS[::-1])
    assert [line and line.box for line in lines] == boxes[::-1]


def test_read_boxes_takes_the_first_corner_for_the_top_left(reading_engine):
    picture = page(*TEXTS, turned=90)
    boxes = [line.box for line in reading_engine.read(picture)]

    lines = reading_engine.read_boxes(picture, boxes)

    assert {line.text for line in lines if line} == set(TEXTS)


def test_read_boxes_answers_none_where_nothing_stands(engine):
    nothing = [Quad.of_rect(Rect(500, 560, 900, 620)), Quad.of_rect(Rect(10, 10, 60, 40))]

    assert engine.read_boxes(page(*TEXTS), nothing) == (None, None)


def test_read_boxes_of_no_boxes_is_nothing(engine):
    assert engine.read_boxes(page(*TEXTS), []) == ()


def test_read_figures_reads_the_figures_of_each_box_or_says_that_it_cannot(engine):
    picture = page("6222021234567890128", "（2023）浙0106执1号", "杭州市西湖区人民法院")
    boxes = [Quad.of_rect(Rect(80, TOP - 5 + i * STEP, 580, TOP + 55 + i * STEP)) for i in range(3)]

    found = engine.read_figures(picture, boxes)

    if isinstance(engine, PpOcr):
        read = ["".join(figure.text or "*" for figure in figures).strip("*") for figures in found]
        assert read == ["6222021234567890128", "2023*0106*1", ""]
        assert all(0 < p <= 1 for figures in found for figure in figures for p in figure.beliefs.values())
    else:
        assert found == (None, None, None)
    assert engine.read_figures(picture, []) == ()


def test_lattice_where_there_is_one_holds_the_text(reading_engine):
    lines = [line for line in reading_engine.read(page(*TEXTS)) if line.lattice]

    for line in lines:
        classes, probabilities = line.lattice.classes, line.lattice.probabilities
        assert classes.shape == probabilities.shape
        assert (np.diff(probabilities.astype(float), axis=1) <= 0).all()
        assert [line.lattice.alphabet[classes[char.step, 0]] for char in line.chars] == [c.text for c in line.chars]


def test_lines_without_a_lattice_name_no_steps(engine):
    lines = [line for line in engine.read(page(*TEXTS)) if not line.lattice]

    assert all(char.step is None for line in lines for char in line.chars)


def test_paddleocr_says_what_to_run_when_its_environment_is_missing(tmp_path: Path):
    with pytest.raises(EngineUnavailable) as caught:
        PaddleOcr(1, tmp_path / ".venv-paddle/bin/python")

    assert caught.value.code == "engine_unavailable"
    assert ".venv-paddle" in caught.value.facts["reason"]


def test_paddleocr_says_so_when_its_environment_is_another():
    with pytest.raises(EngineUnavailable) as caught:
        PaddleOcr(1, Path(sys.executable))

    assert caught.value.facts["reason"] == "exit status 1"


def test_paddleocr_is_not_started_again_after_its_process_ended():
    engine = PaddleOcr(1)
    os.kill(engine._worker._process.pid, signal.SIGKILL)

    for _ in range(2):
        with pytest.raises(EngineUnavailable) as caught:
            engine.read(page(*TEXTS))
        assert caught.value.facts["reason"] == f"exit status {-signal.SIGKILL}"


def test_paddleocr_ends_its_process_with_itself():
    engine = PaddleOcr(1)
    process = engine._worker._process

    del engine
    gc.collect()

    assert process.returncode == 0
