"""PDFs: how fine pages are drawn, which way they lie, and what their text layer says where."""

from __future__ import annotations

import io
from collections.abc import Callable

import cv2
import hostile
import numpy as np
import pikepdf
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from intake.domain.page import PageImage
from intake.domain.text import Source
from intake.pages.decode import decode

pytestmark = pytest.mark.integration

A4 = (595.0, 842.0)
CARD = (243.0, 153.0)  # 85.6 x 54 mm
SONG = "STSong-Light"  # named, not embedded, as in many papers of offices
pdfmetrics.registerFont(UnicodeCIDFont(SONG))


def made(draw: Callable[[Canvas], None], size: tuple[float, float] = A4, *, rotate: int = 0) -> PageImage:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=size)
    draw(canvas)
    canvas.save()
    (page,) = decode(turned(stream.getvalue(), rotate) if rotate else stream.getvalue())
    return page


def turned(content: bytes, degrees: int) -> bytes:
    document, stream = pikepdf.open(io.BytesIO(content)), io.BytesIO()
    document.pages[0].Rotate = degrees
    document.save(stream)
    return stream.getvalue()


def write(canvas: Canvas, text: str = "Account 6222 0212", *, mode: int = 0, font: str = "Courier") -> None:
    line = canvas.beginText(72, 700)
    line.setFont(font, 14)
    line.setTextRenderMode(mode)
    line.textLine(text)
    canvas.drawText(line)


def paint(canvas: Canvas, pixels: tuple[int, int], at: tuple[float, float, float, float] = (0, 0, *A4)) -> None:
    canvas.drawImage(ImageReader(Image.new("RGB", pixels, "beige")), *at)


def test_text_is_drawn_at_200_dots_an_inch():
    page = made(write)

    assert (page.width, page.height) == (1653, 2339)


@pytest.mark.parametrize(
    ("pixels", "width"),
    [((1240, 1754), 1240), ((2480, 3508), 2480), ((4960, 7016), 2479), ((310, 439), 1130)],
    ids=["150 dpi as it is", "300 dpi as it is", "600 dpi at 300", "coarse, but not below what can be read"],
)
def test_a_scan_is_drawn_as_fine_as_it_is(pixels: tuple[int, int], width: int):
    page = made(lambda canvas: paint(canvas, pixels))

    assert abs(page.width - width) <= 2


def test_a_photograph_that_claims_to_be_a_poster_keeps_its_pixels():
    page = made(lambda canvas: paint(canvas, (3000, 4000), (0, 0, 3000, 4000)), (3000, 4000))

    assert (page.width, page.height) == (3000, 4000)


def test_a_card_is_drawn_larger():
    page = made(lambda canvas: canvas.drawString(20, 100, "6222"), CARD)

    assert page.width == 1600


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_the_turn_of_a_page_is_honoured_in_pixels_and_layer(degrees: int):
    page = made(write, rotate=degrees)

    (line,) = page.layer
    box = line.box.bounds
    ink = page.pixels.min(axis=2) < 128
    inside = ink[int(box.top) : int(box.bottom) + 1, int(box.left) : int(box.right) + 1]

    assert (page.width > page.height) == (degrees in {90, 270})
    assert round(line.box.angle) % 360 == degrees
    assert inside.sum() == ink.sum() > 0


def test_every_character_of_the_layer_has_its_own_box():
    page = made(lambda canvas: write(canvas, "Wl|W1 W"))

    (line,) = page.layer
    ink = [has_ink(page, char.box.bounds) for char in line.chars]

    assert line.text == "Wl|W1 W"
    assert line.source is Source.TEXT_LAYER
    assert ink == [c != " " for c in line.text]
    assert [c.box.bounds.left for c in line.chars] == sorted(c.box.bounds.left for c in line.chars)


def test_columns_are_lines_of_their_own():
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "left")
        canvas.drawString(300, 700, "right")
        canvas.drawString(72, 680, "below")

    page = made(draw)

    assert [line.text for line in page.layer] == ["left", "right", "below"]


def test_hanzi_of_a_font_that_is_not_embedded_are_read_and_drawn():
    page = made(lambda canvas: write(canvas, "杭州市西湖区人民法院（2023）浙0106执1234号", font=SONG))

    (line,) = page.layer

    assert line.text == "杭州市西湖区人民法院（2023）浙0106执1234号"
    assert has_ink(page, line.box.bounds)


def test_a_watermark_across_the_page_is_left_to_the_eye():
    def draw(canvas: Canvas) -> None:
        write(canvas)
        canvas.rotate(45)
        canvas.drawString(300, 200, "DRAFT")

    page = made(draw)

    assert [line.text for line in page.layer] == ["Account 6222 0212"]


def test_an_honest_layer_is_not_suspect():
    assert not made(write).layer_is_suspect


def test_text_under_a_picture_of_the_page_is_suspect():
    def draw(canvas: Canvas) -> None:
        write(canvas)
        paint(canvas, (1240, 1754))

    page = made(draw)

    assert page.layer_is_suspect
    assert page.layer


def test_text_under_strips_of_a_picture_is_suspect():
    def draw(canvas: Canvas) -> None:
        write(canvas)
        for strip in range(4):
            paint(canvas, (1240, 440), (0, strip * 210.5, 595, 210.5))

    assert made(draw).layer_is_suspect


def test_invisible_text_is_suspect():
    page = made(lambda canvas: write(canvas, mode=3))

    assert page.layer_is_suspect


def test_a_few_invisible_characters_among_many_are_left_out():
    def draw(canvas: Canvas) -> None:
        write(canvas, "0" * 40)
        canvas.translate(0, -50)
        write(canvas, "99", mode=3)

    page = made(draw)

    assert [line.text for line in page.layer] == ["0" * 40]
    assert not page.layer_is_suspect


def test_a_small_picture_beside_the_text_says_nothing_about_the_layer():
    def draw(canvas: Canvas) -> None:
        write(canvas)
        paint(canvas, (600, 600), (300, 300, 100, 100))

    page = made(draw)

    assert not page.layer_is_suspect
    assert page.width == 1653


def test_junk_before_the_header_is_forgiven():
    (page,) = decode(b"\0" * 900 + hostile.pdf({1: hostile.CATALOGUE, 2: hostile.ONE_PAGE, 3: hostile.PAGE}))

    assert page.width == 1653


def test_annotations_are_drawn_as_electronic_seals_are():
    page = made(lambda canvas: canvas.rect(0, 0, 1, 1) or canvas.highlightAnnotation("", Rect=(100, 100, 300, 300)))

    assert cv2.countNonZero(255 - page.pixels.min(axis=2)) > 1000


def has_ink(page: PageImage, box: object) -> bool:
    part = page.pixels[int(box.top) : int(box.bottom) + 1, int(box.left) + 1 : int(box.right)]
    return bool((np.asarray(part).min(axis=2) < 160).any())
