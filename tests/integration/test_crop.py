"""Parts of pages are cut in a child process that can do nothing else."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from served import picture, problem, served

from intake.domain.errors import UnreadableSource
from intake.domain.geometry import Quad, Rect
from intake.pages.crop import crop
from intake.service.access import Role

pytestmark = pytest.mark.integration
BOX = Quad.of_rect(Rect(100, 200, 300, 240))


def size_of(content: bytes) -> tuple[int, int]:
    with Image.open(io.BytesIO(content), formats=("PNG",)) as cut:
        return cut.size


def test_a_part_is_cut_with_a_little_around_it():
    assert size_of(crop(picture(), 1000, 1400, BOX)) == (223, 63)


def test_the_box_follows_the_size_that_the_picture_is_kept_in():
    assert size_of(crop(picture(500, 700), 1000, 1400, BOX)) == (112, 32)


def test_a_box_beyond_the_edge_is_cut_at_the_edge():
    assert size_of(crop(picture(), 1000, 1400, Quad.of_rect(Rect(-500, -500, 5000, 5000)))) == (1000, 1400)


@pytest.mark.parametrize(
    ("content", "box"),
    [
        (b"", BOX),
        (b"no picture", BOX),
        (picture()[:300], BOX),
        (b"%PDF-1.4", BOX),
        (picture(), Quad.of_rect(Rect(2000, 2000, 2100, 2100))),
    ],
    ids=["empty", "text", "cut", "pdf", "outside"],
)
def test_what_cannot_be_cut_is_said_to_be_so(content: bytes, box: Quad):
    with pytest.raises(UnreadableSource):
        crop(content, 1000, 1400, box)


def test_a_field_is_shown_as_it_stands_on_the_page_and_cut_once(tmp_path: Path):
    here = served(tmp_path)
    card = here.file(here.case(), "bank_card")[0]
    address = f"/api/v1/documents/{card.id}/fields/card_number/crop"
    first = here.client.get(address, headers=here.as_(Role.JUDGE))

    crops = here.client.app.state.desk.crops
    crops.cut_out = None
    again = here.client.get(address, headers=here.as_(Role.JUDGE))

    assert (first.status_code, first.headers["content-type"]) == (200, "image/png")
    assert size_of(first.content) == (113, 33)
    assert again.content == first.content


def test_a_field_that_is_not_there_has_no_crop(tmp_path: Path):
    here = served(tmp_path)
    card = here.file(here.case(), "bank_card")[0]

    answer = here.client.get(f"/api/v1/documents/{card.id}/fields/amount/crop", headers=here.as_(Role.JUDGE))

    assert problem(answer) == (422, "unknown_field")
