"""A doubtful character of a name is the one that names are made of; a person is asked, and a sure one stays."""

from __future__ import annotations

import pytest
from builders import line, page, recognised, spelled_out

from intake.doctypes.registry import registry
from intake.extract.fields import extract
from intake.extract.kinds import name, person_name
from intake.extract.running import of_line
from intake.extract.sure import SURE


def _read(text, doubts):
    (reading,) = person_name(of_line(spelled_out(text, doubts), 1))
    return reading


@pytest.mark.parametrize(
    ("text", "doubts", "name"),
    [
        ("曼巧云", {0: {"段": 0.4}}, "段巧云"),
        ("余梓董", {2: {"萱": 0.3}}, "余梓萱"),
        ("谭文靜", {2: {"静": 0.4}}, "谭文静"),
        ("金颗", {1: {"穎": 0.2, "顆": 0.1}}, "金颖"),
    ],
    ids=["a surname", "a given name", "another form", "another form of another character"],
)
def test_a_doubtful_character_is_one_of_names(text: str, doubts, name: str):
    reading = _read(text, doubts)

    assert (reading.value, reading.repaired, reading.margin) == (name, True, None)


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        ("曼巧云", {0: {"段": 0.05}}),
        ("曼巧云", {0: {"蔓": 0.4}}),
        ("段巧云", {0: {"曼": 0.45}}),
        ("曼巧尔·买买提", {0: {"段": 0.4}}),
        ("曼巧云", {0: {"": 0.4}}),
    ],
    ids=["sure", "no likelier one", "likely as it is", "a name of another language", "nothing else"],
)
def test_other_names_stay_as_they_were_read(text: str, doubts):
    reading = _read(text, doubts)

    assert (reading.value, reading.repaired) == (text, False)


def test_a_character_of_which_nothing_is_left_stays():
    (reading,) = name(of_line(recognised([{"余": 0.98}, {"": 0.9}, {"遇": 0.005, "退": 0.004}]), 1))

    assert (reading.value, reading.repaired) == ("余遇", False)


@pytest.mark.parametrize(
    ("text", "doubts", "holder"),
    [
        ("余矗", {1: {"鑫": 0.4}}, "余鑫"),
        ("水务局", {1: {"芬": 0.4}}, "水务局"),
        ("沪运公司", {0: {"卢": 0.4}}, "沪运公司"),
    ],
    ids=["a person", "an office", "a company"],
)
def test_the_holder_of_an_account_is_mended_where_it_is_a_person(text: str, doubts, holder: str):
    (reading,) = name(of_line(spelled_out(text, doubts), 1))

    assert (reading.value, reading.repaired) == (holder, holder != text)


@pytest.mark.parametrize(
    ("holder", "is_doubted"),
    [
        ("艾尔肯吐尔逊", True),
        ("艾尔肯·吐尔逊", False),
        ("欧阳震华", False),
        ("兰州城关建材有限公司", False),
        ("中国石油兰州分公司(工会)", False),
    ],
    ids=["without its point", "with it", "a long Chinese name", "a company", "brackets, which no person has"],
)
def test_a_long_name_without_a_point_may_have_lost_it(holder: str, is_doubted: bool):  # noqa: FBT001 a column of the table
    readings = [reading for parse in (name, person_name) for reading in parse(of_line(line(holder), 1))]

    assert {reading.span.confidence < SURE for reading in readings} == {is_doubted}
    assert {reading.value for reading in readings} == {holder}


CARD = (
    line("性别", 100, 150), line("男", 200, 150), line("民族汉", 300, 150), line("出生", 100, 200),
    line("1982年8月13日", 200, 200), line("公民身份号码", 100, 300), line("11010519491231002X", 320, 300),
)  # fmt: skip


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ((line("姓书", 100, 90), line("侯春生", 200, 90)), "侯春生"),
        ((line("98 侯春生", 115, 90),), "侯春生"),
        ((line("侯春生", 200, 90),), "侯春生"),
        ((line("侯", 200, 90), line("春生", 240, 92)), "侯春生"),
        ((line("居民身份证", 100, 20),), None),
        ((line("98", 200, 90),), None),
    ],
    ids=["a slip", "a slip in its line", "no label", "in pieces", "a title far above", "no name"],
)
def test_a_name_without_its_label_stands_above_the_sex_and_is_asked_about(row, name: str | None):
    fields, findings = extract(registry()["resident_id_front"], [page(*row, *CARD)])
    codes = {finding.code for finding in findings if finding.about("name")}

    assert (fields["name"].value if "name" in fields else None) == name
    assert codes == ({"low_confidence"} if name else {"missing"})


@pytest.mark.parametrize(("top", "name"), [(90, "侯春生"), (150, None), (20, None)])
def test_where_the_sex_was_not_read_the_name_stands_two_rows_above_the_birth(top: int, name: str | None):
    rest = [piece for piece in CARD if piece.text not in {"男", "性别", "民族汉"}]

    fields, _ = extract(registry()["resident_id_front"], [page(line("侯春生", 200, top), *rest)])

    assert (fields["name"].value if "name" in fields else None) == name
