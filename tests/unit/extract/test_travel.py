"""What passports and permits print."""

from __future__ import annotations

import pytest
from builders import line

from intake.extract import kinds, travel
from intake.extract.running import joined, of_line


def _read(parse, *texts: str) -> list[str]:
    return [r.value for r in parse(joined(of_line(line(text, top=100 + 40 * i), 1) for i, text in enumerate(texts)))]


@pytest.mark.parametrize(
    ("parse", "written", "values"),
    [
        (travel.han_name, "张三", ["张三"]),
        (travel.han_name, "ZHANG", []),
        (travel.passport_number, "E12345678", ["E12345678"]),
        (travel.passport_number, "护照号 ea1234567", ["EA1234567"]),
        (travel.passport_number, "E123456782CHN", []),
        (travel.permit_number, "H12345678", ["H12345678"]),
        (travel.permit_number, "m1234567800", ["M1234567800"]),
        (travel.permit_number, "12345678", ["12345678"]),
        (travel.permit_number, "1234567", []),
        (travel.sex, "男/M", ["男"]),
        (travel.sex, "F", ["女"]),
        (travel.sex, "M", ["男"]),
        (travel.sex, "MALE", []),
        (travel.nationality, "中国/CHINESE", ["CHN", "CHN"]),
        (travel.nationality, "UTOPIA", []),
        (travel.english_date, "20 6月/JUN 1981", ["1981-06-20"]),
        (travel.english_date, "1981.06.20", ["1981-06-20"]),
        (travel.latin_name, "ZHANG, SAN", ["ZHANG SAN"]),
        (travel.latin_name, "ZHANG,SAN", ["ZHANG SAN"]),
        (travel.latin_name, "OUYANG XIU WEN", ["OUYANG XIU WEN"]),
        (travel.latin_name, "ZHANG", []),
        (travel.latin_name, "PEOPLE'S REPUBLIC OF CHINA", []),
        (kinds.address, "浙江省杭州市文三路.480号", ["浙江省杭州市文三路480号"]),
    ],
)
def test_values_are_read(parse, written: str, values: list[str]):
    assert _read(parse, written) == values


def test_a_latin_name_may_stand_under_the_other():
    assert _read(travel.latin_name, "张三", "ZHANG, SAN") == ["ZHANG SAN"]
