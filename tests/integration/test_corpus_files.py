"""Every file of the corpus ends as it must when it is decoded alone, in bounded time and with every process gone."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import hostile
import pytest
from corpus.item import Item, decoded, item, patient, wrong
from corpus.metadata import WHERE, said
from corpus.mutation import EACH
from corpus.table import CLASSES, tally

from intake.pages.keep import picture

pytestmark = pytest.mark.integration

HALF = slice(0, None, 2)  # of class D: `make soak` takes all of it, and twenty times more


@pytest.mark.parametrize("name", [name for name in CLASSES if name != "D"])
def test_each_file_of_a_class_ends_as_it_must(name: str):
    made = tally(name, CLASSES[name][0]())

    sys.stdout.write(f"{made}\n")
    assert not made.wrong
    assert not _children()


@pytest.mark.parametrize("quarter", range(2))
def test_files_changed_by_chance_end_in_a_named_way(quarter: int):
    made = tally("D", CLASSES["D"][0]()[HALF][quarter::2])

    sys.stdout.write(f"{made}\n")
    assert made.outcomes.total() == 10 * EACH // 4
    assert not made.wrong
    assert not _children()


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
    "pixels": (lambda: hostile.png_bomb(10_000), patient()._replace(megapixels=1000), "page_too_large"),
    "pixels-claimed": (lambda: hostile.jpeg_that_claims(13_000), patient()._replace(megapixels=1000), "page_too_large"),
    "pages": (lambda: hostile.long_pdf(300), patient()._replace(pages=1000), "too_many_pages"),
    "memory": (hostile.png_bomb, patient()._replace(megapixels=1000, memory_mb=16_000), "decoder_out_of_memory"),
    "time": (lambda: hostile.jpeg_scan_flood(100, 3000), patient()._replace(page_cpu_seconds=600), "decoder_timeout"),
}


@pytest.mark.parametrize("what", TEETH)
def test_without_its_limit_a_file_ends_otherwise(what: str):
    make, limits, code = TEETH[what]

    assert wrong(item(what, make, code), decoded(make(), limits))


def _children() -> list[str]:
    return Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
