"""Every file of the corpus ends as it must when it is decoded alone, in bounded time and with every process gone."""

from __future__ import annotations

import sys

import hostile
import pytest
from corpus.formats import of
from corpus.item import PATIENT_LIMITS, Item, decoded, item, wrong
from corpus.metadata import WHERE, said
from corpus.mutation import EACH
from corpus.pages import tiff_of
from corpus.table import CLASSES, tally
from kin import born

from intake.pages.keep import picture

pytestmark = pytest.mark.integration

HALF = slice(0, None, 2)  # of class D: `make soak` takes all of it, and twenty times more


@pytest.mark.parametrize("name", [name for name in CLASSES if name != "D"])
def test_each_file_of_a_class_ends_as_it_must(name: str):
    left = born()
    made = tally(name, CLASSES[name][0]())

    sys.stdout.write(f"{made}\n")
    assert not made.wrong
    assert not left()


@pytest.mark.parametrize("part", range(2))
def test_files_changed_by_chance_end_in_a_named_way(part: int):
    left = born()
    made = tally("D", CLASSES["D"][0]()[HALF][part::2])

    sys.stdout.write(f"{made}\n")
    assert made.outcomes.total() == 10 * EACH // 4
    assert not made.wrong
    assert not left()


@pytest.mark.parametrize("name", CLASSES)
def test_a_class_is_as_large_as_was_agreed(name: str):
    items = CLASSES[name][0]()

    assert len({each.name for each in items}) == len(items) == CLASSES[name][1]


@pytest.mark.parametrize("each", said(), ids=lambda each: each.name)
def test_nothing_that_a_picture_says_of_itself_is_in_what_people_are_shown(each: Item):
    shown: list[bytes] = []

    decoded(each.make(), each.limits, lambda page: shown.append(picture(page)))

    assert len(shown) == 1
    assert any(sign in each.make() for sign in WHERE)
    assert not any(sign in shown[0] for sign in WHERE)


TEETH = {
    "pixels": (lambda: hostile.png_of(1100), PATIENT_LIMITS._replace(megapixels=1), "page_too_large"),
    "pages": (lambda: tiff_of(150), PATIENT_LIMITS._replace(pages=100), "too_many_pages"),
    "memory": (lambda: hostile.png_of(8000), PATIENT_LIMITS._replace(memory_mb=200), "decoder_out_of_memory"),
    "time": (
        lambda: hostile.jpeg_scan_flood(600, 3000),
        PATIENT_LIMITS._replace(page_cpu_seconds=0),
        "decoder_timeout",
    ),
}
"""Files that one limit stops, set so low that without it nothing here would be at its end."""


@pytest.mark.parametrize("what", TEETH)
def test_a_limit_is_what_stops_its_file(what: str):
    make, limits, code = TEETH[what]
    each, content = item(what, make, code), make()

    assert not wrong(each, decoded(content, limits))
    assert wrong(each, decoded(content, PATIENT_LIMITS))


def test_an_archive_that_is_taken_for_a_format_we_read_is_seen():
    """The teeth of F26: the expected end of class J is another one than that of an archive that somebody opens."""
    archive = next(each for each in CLASSES["J"][0]() if each.make().startswith(b"PK"))
    taken = b"%PDF-1.7\n" + archive.make()

    assert not wrong(archive, decoded(archive.make(), PATIENT_LIMITS))
    assert wrong(archive, decoded(taken, PATIENT_LIMITS))


def test_a_file_of_which_less_is_read_than_was_written_is_seen():
    whole, less = of("PNG", size=(100, 100)), of("PNG", size=(100, 50))

    assert wrong(item("less", less, whole=whole), decoded(less(), PATIENT_LIMITS))
    assert not wrong(item("whole", whole, whole=whole), decoded(whole(), PATIENT_LIMITS))


def test_a_file_that_costs_more_than_it_may_is_seen():
    large = of("PNG", size=(2000, 2000))

    assert wrong(item("dear", large, cpu_s=0.0), decoded(large(), PATIENT_LIMITS))
