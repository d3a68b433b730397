"""临时居民身份证 in the forms that readers of pictures make of it."""

from __future__ import annotations

import pytest
from builders import line, page

from intake.classifier.split import documents
from intake.doctypes.registry import registry
from intake.extract.fields import extract

ID = "11010519491231002X"
VALUES = {
    "name": "张三",
    "sex": "女",
    "ethnicity": "汉",
    "birth_date": "1949-12-31",
    "address": "浙江省杭州市西湖区文三路1号2单元",
    "id_number": ID,
    "authority": "杭州市公安局西湖分局",
    "valid_from": "2023-05-06",
    "valid_to": "2023-08-06",
}
MERGED = (
    "姓名张三",
    "性别女民族汉",
    "出生1949年12月31日",
    "住址浙江省杭州市西湖区文三路1号2单元",
    f"公民身份号码{ID}",
    "签发机关杭州市公安局西湖分局",
)


def _read(*lines):
    fields, findings = extract(registry()["temporary_id"], [page(*lines)])
    return {key: field.value for key, field in fields.items()}, {(f.code, f.field) for f in findings}


@pytest.mark.parametrize(
    "lines",
    [
        (*MERGED, "有效期限2023.05.06-2023.08.06"),
        ("中华人民共和国", "临时居民身份证", *MERGED, "有效期限2023年05月06日至2023年08月06日"),
        (*MERGED, "2023.0506一2023,08.06"),
        (
            *(line(text, 60, 60 + 60 * i) for i, text in enumerate(("姓各张三", "性利女民旅漢", "出主1949年12月31日"))),
            line("住扯", 60, 240),
            line("浙江省杭州市西湖区", 160, 240),
            line("文三路.1号2单元", 160, 285),
            line(f"公民身的号码{ID}", 60, 400),
            line("签发机关", 60, 460),
            line("杭州市公安局西湖分局", 240, 460),
            line("有效期限", 60, 520),
            line("2023.05.06-2023.08.06", 240, 520),
        ),
    ],
    ids=["merged", "with the title, in words", "label and points lost", "apart, with slips"],
)
def test_card_is_read(lines):
    values, findings = _read(*lines)

    assert values == VALUES
    assert findings == set()


def test_a_card_for_ten_years_is_no_temporary_one():
    _, findings = _read(*MERGED, "有效期限2023.05.06-2033.05.06")

    assert findings == {("months_valid", "valid_to")}


def test_both_sides_of_an_ordinary_card_are_not_a_temporary_one():
    face = [line(text, 100, 100 + 50 * i) for i, text in enumerate(MERGED[:-1])]
    back = ("中华人民共和国", "居民身份证", MERGED[-1], "有效期限2023.05.06-2033.05.06")
    sheet = page(*face, *(line(text, 100, 800 + 50 * i) for i, text in enumerate(back)))

    assert [part.type for part in documents([sheet], registry())] == ["resident_id_front", "resident_id_back"]


@pytest.mark.parametrize("period", ["2023.05.06-2023.08.06", "2023.11.06-2024.02.06", "2023.1106一2024.0206"])
def test_its_period_tells_the_card_without_a_title(period: str):
    (part,) = documents([page(*MERGED, f"有效期限{period}")], registry())

    assert part.type == "temporary_id"
