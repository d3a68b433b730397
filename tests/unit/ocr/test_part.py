"""Parting lines at wide gaps."""

import numpy as np

from intake.domain.geometry import Quad, Rect
from intake.domain.text import Char, Lattice, Line
from intake.ocr.part import parted


def line(*placed):
    chars = tuple(Char(t, 0.9, Quad.of_rect(Rect(x, 0, x + 20, 20)), i * 10) for i, (t, x) in enumerate(placed))
    lattice = Lattice(np.arange(500, dtype=np.uint16).reshape(100, 5), np.ones((100, 5), np.float16), ())
    text = "".join(t for t, _ in placed)
    return Line(text, 0.9, Quad.of_rect(Rect(0, 0, placed[-1][1] + 20, 20)), chars, lattice)


def test_a_line_without_a_gap_stays_itself():
    whole = line(("审", 0), ("判", 60), ("员", 120))

    assert parted(whole) == (whole,)


def test_label_and_value_are_two_lines():
    label, value = parted(line(("户", 0), ("名", 22), (" ", 60), ("张", 300), ("三", 322)))

    assert (label.text, value.text) == ("户名", "张三")
    assert value.box.bounds.left == 300
    assert label.box.bounds.right == 42


def test_each_part_keeps_its_own_steps():
    whole = line(("甲", 0), ("乙", 300))

    _, right = parted(whole)

    (char,) = right.chars
    assert right.lattice.classes[char.step].tolist() == whole.lattice.classes[10].tolist()
