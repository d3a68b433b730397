"""Which way lines read: by shape, by neighbours, by the model's word."""

import numpy as np
import pytest

from intake.ocr import orient


def box(left, top, width, height):
    return [(left, top), (left + width, top), (left + width, top + height), (left, top + height)]


def corners(*boxes):
    return np.array([box(*b) for b in boxes], np.float32)


class FakeSession:
    """Says "on its head" as surely as the strip is bright."""

    def run(self, batch):
        head = (batch[:, 0, 0, 0] + 1) / 2
        return (np.stack([1 - head, head], axis=1),)


def strips(*sizes):
    """Return strips of widths and brightnesses."""
    return [np.full((48, width, 3), light, np.uint8) for width, light in sizes]


def test_a_tall_box_reads_down_its_longer_side():
    (tall, wide) = orient.along(corners((0, 0, 40, 400), (900, 0, 400, 40)))

    assert tall[0].tolist() == [40, 0]
    assert wide[0].tolist() == [900, 0]


def test_a_square_box_follows_its_neighbours_not_the_page():
    card_on_its_side = [(0, 0, 40, 400), (60, 0, 40, 400)]
    page = [(900, y, 800, 40) for y in range(0, 600, 60)]

    turned = orient.along(corners(*card_on_its_side, (0, 420, 40, 40), *page, (860, 0, 38, 40)))

    assert orient.quarters(turned).tolist() == [1, 1, 1, *[0] * 10, 0]


def test_neighbours_outvote_a_line_and_leave_another_card_alone():
    places = corners(*[(0, y, 300, 40) for y in range(0, 300, 60)], *[(0, y, 300, 40) for y in range(2000, 2300, 60)])
    said = np.array([-3, -3, 1, -3, -3, 3, 3, 3, -1, 3], np.float32)

    odds = orient.votes(places, said, np.zeros(10, np.int_))

    assert (odds > 0).tolist() == [False] * 5 + [True] * 5


def test_lines_of_another_axis_have_no_vote():
    places = corners((0, 0, 300, 40), (0, 50, 300, 40))

    odds = orient.votes(places, np.array([4, -0.5], np.float32), np.array([0, 1]))

    assert odds[1] < 0


def rows(count, *, apart=60):
    return corners(*[(0, apart * i, 400, 40) for i in range(count)])


UPRIGHT, ON_ITS_HEAD, DUMB = 10, 240, 128


class Asked(FakeSession):
    """Counts the strips that it is shown."""

    count = 0

    def run(self, batch):
        self.count += len(batch)
        return super().run(batch)


def test_a_short_strip_says_less_than_a_long_one():
    places = corners((0, 0, 24, 40), (0, 4000, 400, 40))

    short, long = orient.ends(FakeSession(), strips((24, ON_ITS_HEAD), (400, ON_ITS_HEAD)), places)

    assert 0 < short < long / 4


@pytest.mark.parametrize("light", [UPRIGHT, ON_ITS_HEAD])
def test_of_three_strips_one_is_asked_where_those_are_clearly_of_one_mind(light):
    session = Asked()

    odds = orient.ends(session, strips(*[(400, light)] * 12), rows(12))

    assert session.count == 4
    assert (odds > orient.DOUBT).all() if light == ON_ITS_HEAD else (odds < -orient.DOUBT).all()


@pytest.mark.parametrize(
    "lights",
    [
        pytest.param([UPRIGHT] * 6 + [ON_ITS_HEAD] * 6, id="some say the opposite"),
        pytest.param([DUMB] * 12, id="nobody says anything"),
        pytest.param([DUMB] * 9 + [UPRIGHT] * 3, id="only one says something"),
        pytest.param([UPRIGHT] * 3, id="too few"),
    ],
)
def test_all_strips_are_asked_where_those_asked_first_leave_it_open(lights):
    session = Asked()

    orient.ends(session, strips(*[(400, light) for light in lights]), rows(len(lights)))

    assert session.count == len(lights)


def test_a_short_line_far_from_all_others_is_asked_itself():
    places = corners(*[(0, 60 * i, 400, 40) for i in range(11)], (0, 5000, 200, 40))

    odds = orient.ends(FakeSession(), strips(*[(400, UPRIGHT)] * 11, (200, ON_ITS_HEAD)), places)

    assert odds[-1] > orient.DOUBT
    assert (odds[:-1] < -orient.DOUBT).all()


def test_a_line_that_runs_another_way_is_asked_itself():
    places = np.concatenate([rows(11), np.roll(corners((0, 0, 40, 300)), -1, axis=1)])

    odds = orient.ends(FakeSession(), strips(*[(400, UPRIGHT)] * 11, (300, ON_ITS_HEAD)), places)

    assert odds[-1] > orient.DOUBT


@pytest.mark.parametrize(
    ("roll", "quarter"),
    [pytest.param(0, 0, id="right"), pytest.param(-1, 1, id="down"), pytest.param(-2, 2, id="left")],
)
def test_quarters_name_the_direction(roll, quarter):
    places = np.roll(corners((0, 0, 100, 100)), roll, axis=1)

    assert orient.quarters(places).tolist() == [quarter]
