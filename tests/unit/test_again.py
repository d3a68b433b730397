"""Lines that are doubtful, or under a seal, are read again; all others are not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pytest
from builders import line, recognised

from intake.again import grown, is_doubtful, looked_again
from intake.domain.geometry import Point, Quad, Rect
from intake.domain.page import PageImage
from intake.domain.text import Figure, Line
from intake.extract.running import of_line
from intake.ocr.cascade import CONTESTED
from intake.pages.seals import SealRegion
from intake.pipeline import read_page

PAGE = PageImage(1, np.full((400, 1000, 3), 255, np.uint8))
SEAL = SealRegion(Point(150, 115), 60, 60)


def read(text: str, sure: float = 0.98, top: float = 100) -> Line:
    """Build a line as a reader makes one, all of it equally sure."""
    made = recognised([step for char in text for step in ({char: sure, "": 1 - sure}, {"": 1.0})])
    placed = line(text, top=top)
    chars = [replace(c, box=p.box) for c, p in zip(made.chars, placed.chars, strict=True)]
    alphabet = (*made.lattice.alphabet, *(f for f in "0123456789X" if f not in made.lattice.alphabet))
    return replace(made, box=placed.box, chars=tuple(chars), lattice=replace(made.lattice, alphabet=alphabet))


@dataclass
class Reader:
    """Reads the same line in every box, and remembers what it was shown."""

    answer: Line | None
    name: str = "fake"
    version: str = "1"
    alphabet: Sequence[str] = ()
    shown: list[tuple[PageImage, Sequence[Quad]]] = field(default_factory=list)
    figures: str | None = None

    def read(self, page: PageImage, worth: object = None) -> tuple[Line, ...]:
        return (read("户名：李四", 0.6, top=100),)

    def read_boxes(self, page: PageImage, boxes: Sequence[Quad]) -> tuple[Line | None, ...]:
        self.shown.append((page, boxes))
        return tuple(self.answer for _ in boxes)

    def read_figures(self, page: PageImage, boxes: Sequence[Quad]) -> tuple[tuple[Figure, ...] | None, ...]:
        shown = None if self.figures is None else tuple(Figure(each, {each: 0.99}) for each in self.figures)
        return tuple(shown for _ in boxes)


@pytest.mark.parametrize(
    ("text", "sure", "is_covered", "expected"),
    [
        ("6222021234567890128", 0.94, False, True),
        ("6222021234567890128", 0.96, False, False),
        ("6222021234567890128", 0.99, True, True),
        ("户名：张三", 0.85, False, True),
        ("户名：张三", 0.92, False, False),
        ("户名：张三", 0.99, True, True),
        ("（2023）浙0106执1234号", 0.85, False, True),
        ("本院认为，被执行人应当履行生效法律文书所确定的义务，逾期未履行的依法强制执行。", 0.5, False, False),
        ("本院认为，被执行人应当履行生效法律文书所确定的义务，逾期未履行的依法强制执行。", 0.5, True, False),
        ("……", 0.5, True, False),
    ],
)
def test_what_may_carry_a_value_and_is_doubtful_is_read_again(text, sure, is_covered, expected):
    assert is_doubtful(read(text, sure), is_covered=is_covered) is expected


def test_a_line_of_a_text_layer_is_not_read_again():
    assert not is_doubtful(line("户名：张三", confidence=0.1), is_covered=True)


def test_lines_that_are_sure_cost_nothing():
    engine = Reader(None)
    lines = (read("户名：张三"), read("6222021234567890128", top=200))

    assert looked_again(engine, PAGE, PAGE, (), lines) == lines
    assert engine.shown == []


def test_a_sure_line_under_a_seal_that_reads_otherwise_is_doubtful():
    name = read("户名：乔泽")

    (seen,) = looked_again(Reader(None), PAGE, PAGE, (SEAL,), (name,))

    assert seen.text == name.text
    assert max(char.confidence for char in seen.chars if char.text != "：") < 0.5


@pytest.mark.parametrize(("text", "least", "looks"), [("区", 0.7, 0), ("户名：张三", 0.98, 1)])
def test_what_little_stands_under_a_seal_is_not_believed(text: str, least: float, looks: int):
    """Whatever a second view would say."""
    engine = Reader(read(text))

    (seen,) = looked_again(engine, PAGE, PAGE, (SEAL,), (read(text),))

    assert of_line(seen, 1).confidence == pytest.approx(least, abs=0.01)
    assert len(engine.shown) == looks


@pytest.mark.parametrize("text", ["2021年7月5日", "于7月5日收到", "2021-07-05", "2021.07.05"])
@pytest.mark.parametrize("is_alike", [True, False])
def test_the_figures_of_a_date_are_seen_by_two_readers(text: str, *, is_alike: bool):
    figures = "".join(char for char in text if char.isdigit())
    engine = Reader(None, figures=figures if is_alike else figures.replace("5", "3"))

    (seen,) = looked_again(engine, PAGE, PAGE, (), (read(text),))

    five = next(char for char in seen.chars if char.text == "5")
    assert (five.confidence > 0.95) is is_alike


def test_only_the_doubtful_line_changes():
    sure, weak = read("户名：张三"), read("户名：李四", 0.6, top=200)

    first, second = looked_again(Reader(weak), PAGE, PAGE, (), (sure, weak))

    assert first is sure
    assert second is not weak


@pytest.mark.parametrize(("seals", "grey"), [((), 180), ((SEAL,), 245)], ids=["as it is", "in red light"])
def test_a_doubtful_line_is_looked_at_larger(seals: Sequence[SealRegion], grey: int):
    engine = Reader(read("户名：李四"))
    unsealed = PageImage(1, np.full((400, 1000, 3), 180, np.uint8))
    lined = PAGE.pixels.copy()
    lined[100:130, 100:250:2] = 0

    looked_again(engine, PageImage(1, lined), unsealed, seals, (read("户名：李四", 0.6),))

    ((part, (box,)),) = engine.shown
    assert box.height == pytest.approx(30 * 1.3)
    assert part.pixels.shape[0] < 100
    assert part.pixels.max() == grey


def test_a_page_is_read_with_second_views():
    printed = PAGE.pixels.copy()
    printed[100:130, 100:250:2] = 0

    _, reading = read_page(Reader(read("户名：李四")), PageImage(1, printed))

    (line,) = reading.text.lines
    assert min(char.confidence for char in line.chars if char.text != "：") == pytest.approx(0.7)


def test_a_box_grows_on_all_its_sides():
    assert grown(Quad.of_rect(Rect(10, 20, 110, 50)), 5).bounds == Rect(5, 15, 115, 55)
    on_its_side = Quad(Point(50, 10), Point(50, 110), Point(20, 110), Point(20, 10))
    assert grown(on_its_side, 5).bounds == Rect(15, 5, 55, 115)


@pytest.mark.parametrize("is_worn", [False, True], ids=["whole", "in pieces"])
def test_figures_in_broken_print_are_not_believed(monkeypatch: pytest.MonkeyPatch, *, is_worn: bool):
    """However surely they were read: of a 4 only a 1 may be left."""
    monkeypatch.setattr("intake.again.is_worn", lambda _page, _line: is_worn)

    (seen,) = looked_again(Reader(None), PAGE, PAGE, (), [read("账号11832496041961140", 0.99)])

    number, label = (of_line(seen, 1).cut(*span) for span in ((2, 19), (0, 2)))
    assert number.confidence == pytest.approx(CONTESTED if is_worn else 0.99, abs=0.001)
    assert label.confidence == pytest.approx(0.99, abs=0.001)


NUMBER = "11832496041961140"


@pytest.mark.parametrize(
    ("figures", "text", "sure"),
    [(NUMBER, NUMBER, (0.95, 1.0)), ("14" + NUMBER[2:], "14" + NUMBER[2:], (0.4, 0.5)), ("", NUMBER, (0.69, 0.71))],
    ids=["sees the same", "sees a 4", "sees nothing"],
)
@pytest.mark.parametrize("parted", ["", " "])
def test_the_reader_of_figures_knows_broken_print(
    monkeypatch: pytest.MonkeyPatch, parted: str, figures: str, text: str, sure: tuple[float, float]
):
    """However the figures of a number are parted."""
    monkeypatch.setattr("intake.again.is_worn", lambda _page, _line: True)
    number, wanted = (parted.join((each[:4], each[4:8], each[8:])) for each in (NUMBER, text))

    (seen,) = looked_again(Reader(None, figures=figures), PAGE, PAGE, (), [read(number, 0.99)])

    assert seen.text == wanted
    assert sure[0] <= min(char.confidence for char in seen.chars if char.text.isdigit()) <= sure[1]


def test_under_a_seal_the_reader_of_figures_lifts_no_doubt():
    (seen,) = looked_again(
        Reader(None, figures="33010401600012345"), PAGE, PAGE, (SEAL,), [read("33010401600012345", 0.98)]
    )

    assert max(char.confidence for char in seen.chars) <= 0.5


def test_where_one_number_is_broken_no_figure_of_the_page_is_believed(monkeypatch: pytest.MonkeyPatch):
    broken, whole, words = (
        read("账号11832496041961140"),
        read("15200779738472017", top=200),
        read("户名：张三", top=300),
    )
    monkeypatch.setattr("intake.again.is_worn", lambda _page, line: line is broken)

    seen = looked_again(Reader(None), PAGE, PAGE, (), [broken, whole, words])

    assert [of_line(each, 1).confidence for each in seen] == pytest.approx([CONTESTED, CONTESTED, 0.98], abs=0.001)
