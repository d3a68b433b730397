"""The engine of the house with its weights: drawn pages in, lines out."""

import unicodedata

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from intake.domain.errors import BadWeights
from intake.domain.geometry import Quad, Rect
from intake.domain.page import PageImage
from intake.inference.backend import Backend, Precision, Runtime
from intake.inference.weights import located, manifest, verified
from intake.ocr import crop, orient, recognise
from intake.ocr.detect import look
from intake.ocr.ppocr import ppocr

pytestmark = pytest.mark.integration

FONT = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
RULING = ("浙江省杭州市西湖区人民法院", "执行裁定书", "(2024)浙0106执1234号", "划拨被执行人银行存款人民币123456.78元")
CARD = ("中国工商银行", "6222 0212 0400 1234 567", "有效期 VALID THRU 08/29")


def drawn(lines, size=(1000, 700), text_height=44):
    picture = Image.new("RGB", size, "white")
    font = ImageFont.truetype(FONT, text_height, index=2)
    for i, line in enumerate(lines):
        ImageDraw.Draw(picture).text((80, 80 + i * 2.6 * text_height), line, font=font, fill=(20, 20, 20))
    return np.asarray(picture)


def read(pixels):
    return ppocr(1).read(PageImage(1, np.ascontiguousarray(pixels)))


def said(lines):
    """Return the texts without blanks; which width a bracket has is the reader's word, not the paper's."""
    return [unicodedata.normalize("NFKC", line.text).replace(" ", "") for line in lines]


def test_a_drawn_page_is_read_as_drawn():
    assert said(read(drawn(RULING))) == list(RULING)


@pytest.mark.parametrize("turns", [pytest.param(n, id=f"{n * 90} degrees") for n in range(4)])
def test_a_turned_page_is_read_and_its_angles_say_how_it_lies(turns):
    lines = read(np.rot90(drawn(RULING), -turns))

    assert said(lines) == list(RULING)
    assert all(abs((line.box.angle - turns * 90 + 180) % 360 - 180) < 8 for line in lines)


def test_two_cards_on_a_sheet_are_read_each_its_own_way():
    sheet = np.full((1900, 1200, 3), 255, np.uint8)
    sheet[20:720, 20:1020] = drawn(CARD)
    sheet[1100:1800, 20:1020] = np.rot90(drawn(RULING), 2)

    texts = said(read(sheet))

    assert sorted(texts) == sorted(t.replace(" ", "") for t in (*CARD, *RULING))


def test_characters_and_lattice_agree_with_the_text():
    for line in read(drawn(RULING)):
        best = [line.lattice.alphabet[line.lattice.classes[c.step, 0]] for c in line.chars]

        assert "".join(c.text for c in line.chars) == line.text
        assert best == [c.text for c in line.chars]
        assert (np.diff(line.lattice.probabilities.astype(np.float32), axis=1) <= 0).all()


def test_characters_stand_where_they_are_drawn():
    (line,) = read(drawn(["一二三四五六七八九十"]))

    centres = [c.box.bounds.centre.x for c in line.chars]
    assert centres == pytest.approx([102 + 44 * i for i in range(10)], abs=16)


def test_characters_stacked_in_a_column_are_read_from_the_top():
    pixels = drawn(RULING, size=(1200, 700)).copy()
    for i, character in enumerate("收款单位账户"):
        pixels[100 + i * 45 : 145 + i * 45, 1100:1160] = drawn(character, size=(200, 200))[85:130, 72:132]

    lines = read(pixels)

    (column,) = [line for line in lines if line.text == "收款单位账户"]
    assert column.chars[-1].box.bounds.top > column.chars[0].box.bounds.bottom


def test_small_print_is_looked_at_again():
    texts = said(read(drawn(RULING, size=(2600, 3400), text_height=22)))

    assert texts == list(RULING)


def test_the_same_page_gives_the_same_lines():
    page = drawn(RULING)

    assert [(x.text, x.confidence, x.box) for x in read(page)] == [(x.text, x.confidence, x.box) for x in read(page)]


@pytest.mark.parametrize(
    "shape",
    [
        pytest.param((700, 500, 3), id="blank page"),
        pytest.param((1, 1, 3), id="a dot"),
        pytest.param((3, 900, 3), id="a strip"),
    ],
)
def test_nothing_is_read_where_nothing_stands(shape):
    assert read(np.full(shape, 255, np.uint8)) == ()


def test_given_boxes_are_read_without_looking_for_lines():
    page = PageImage(1, drawn(RULING))
    text, nothing = Quad.of_rect(Rect(70, 76, 700, 140)), Quad.of_rect(Rect(70, 600, 700, 660))

    line, empty = ppocr(1).read_boxes(page, [text, nothing])

    assert line
    assert line.text == RULING[0]
    assert line.box == text
    assert empty is None


def test_the_page_is_left_as_it_was():
    page = drawn(RULING).copy()
    before = page.copy()

    read(page)

    assert (page == before).all()


def test_steps_without_alternatives_are_blank_to_the_published_weights_too():
    engine = ppocr(1, Backend(Runtime.ONNXRUNTIME, Precision.INT8))
    strips = [crop.cut(drawn(RULING), corners) for corners in orient.along(look(engine.detection, drawn(RULING))[0])]

    pairs = zip(engine.recogniser.quick(strips), engine.recogniser.careful(strips), strict=True)
    left_out, careful = zip(
        *((quick.probabilities[:, 1] == 0, where_blank(steps)) for quick, steps in pairs), strict=True
    )

    assert np.concatenate(left_out).mean() > 0.3
    assert np.concatenate(careful)[np.concatenate(left_out)].min() > 0.8


def where_blank(steps):
    """Return the probability of the blank in each step."""
    return np.where(steps.classes == recognise.BLANK, steps.probabilities, 0).max(axis=1)


def test_sessions_are_shared():
    assert ppocr(1).recogniser.quick.session is ppocr(1).recogniser.quick.session


@pytest.mark.parametrize("name", ["detection", "recognition", "orientation", "recognition-int8", "figures"])
def test_weights_with_a_flipped_byte_are_refused(name, tmp_path):
    model = manifest()[name]
    content = bytearray(located(model).read_bytes())
    content[len(content) // 2] ^= 1
    path = tmp_path / "model.onnx"
    path.write_bytes(content)

    with pytest.raises(BadWeights):
        verified(model, path)
