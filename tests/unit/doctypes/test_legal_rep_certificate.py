"""Certificates of legal representatives are read in the forms that readers of pictures make of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import as_read, line, page

from intake.doctypes.registry import registry
from intake.drawing.facts import facts_of
from intake.extract.fields import extract

LONG = "浙江省杭州市西湖区恒信国际建筑工程装饰设计（集团）有限公司"

ID = "11010519491231002X"
COMPANY = "杭州恒信商贸有限公司"
READ = {
    "company_name": COMPANY,
    "name": "张三",
    "position": "执行董事",
    "id_number": ID,
    "issued_on": "2023-06-15",
}


def _read(*lines):
    fields, findings = extract(registry()["legal_rep_certificate"], [page(*lines)])
    return {key: field.value for key, field in fields.items()}, {(f.code, f.field) for f in findings}


def test_a_sentence_that_ends_with_a_label_has_no_value_behind_it():
    values, _ = _read(
        "法定代表人身份证明书",
        f"张三同志（性别：女，身份证号码：{ID}）在我公司担任董事长职务，系我公司",
        "法定代表人。",
        "特此证明。",
        COMPANY,
        "2023年6月15日",
    )

    assert values["name"] == "张三"


@pytest.mark.parametrize(
    "lines",
    [
        [
            "法定代表人身份证明书",
            "杭州市西湖区人民法院：",
            f"张三同志，性别女，公民身份号码{ID}，现任我单位执行董",
            "事职务，为我单位法定代表人，特此证明。",
            f"单位名称（盖章）：{COMPANY}",
            "二〇二三年六月十五日",
        ],
        [
            "法定代表人身份证明书",
            f"单位全称：{COMPANY}",
            "姓名：张三 性别：女",
            "职务：执行董事",
            f"身份证号码：{ID}",
            "张三在我单位担任执行董事职务，系我单位的法定代表人。",
            "2023年6月15日",
        ],
        [
            "法定代表人身份证明书",
            f"兹证明张三系{COMPANY}的法定代表人，现任执行董事职务。",
            f"身份证号：{ID}",
            "2023年6月15日",
        ],
        [
            "法定代表人身分证明书",
            line("单位名称", 100, 150),
            line("杭州恒信商贸", 400, 130),
            line("有限公司", 400, 170),
            line("法定代表人姓名", 100, 250),
            line("张三", 450, 250),
            line("职务", 100, 350),
            line("执行董事", 420, 350),
            line("身份证号码", 100, 450),
            line(ID, 400, 450),
            line("日期：2023年6月15日", 400, 550),
        ],
        [
            "法定代表人身份证明书",
            "张三（身份证号码：" + ID + "）系我公司法定代表人，",
            "任执行董事一职。特此证明。",
            COMPANY,
            "2023.6.15",
        ],
        [
            line(COMPANY, 100, 50),
            line("法定代表人身份证明书", 100, 100),
            line("姓名", 100, 200),
            line("职务", 300, 200),
            line("身份证号码", 600, 200),
            line("张三", 100, 260),
            line("执行", 300, 250),
            line("董事", 300, 285),
            line(ID, 550, 260),
            line("2023年6月15日", 500, 400),
        ],
    ],
    ids=["letter", "form", "sentence", "cells, slip in the title", "in brackets", "captions above"],
)
def test_a_certificate_is_read(lines):
    values, findings = _read(*lines)

    assert values == READ
    assert findings == set()


def test_two_names_are_for_a_person():
    _, findings = _read("法定代表人身份证明书", "姓名：张三", "法定代表人姓名：李四")

    assert ("ambiguous_value", "name") in findings


def test_a_number_that_fails_is_for_a_person():
    _, findings = _read("法定代表人身份证明书", "身份证号码：110105194912310021")

    assert ("id_number_check_digit", "id_number") in findings


@pytest.mark.integration
@pytest.mark.parametrize("seed", range(8))
def test_a_drawing_with_a_long_name_is_read(seed):
    facts = facts_of(seed)
    drawing = registry()["legal_rep_certificate"].draw(replace(facts, company=replace(facts.company, name=LONG)), seed)

    fields, findings = extract(registry()["legal_rep_certificate"], as_read(drawing))

    assert {key: field.value for key, field in fields.items()} == dict(drawing.fields)
    assert [finding for finding in findings if finding.severity != "info"] == []


def test_the_liability_of_a_company_is_no_office_of_a_person():
    read, found = _read(
        "法定代表人身份证明书",
        "兹证明张三现任我单位执行董事职务，为我单位",
        "的法定代表人。",
        f"身份证号码：{ID}",
        "单位名称：杭州恒信装饰设计有限责任公司",
        "2023年6月15日",
    )

    assert read["name"] == "张三"
    assert ("ambiguous_value", "name") not in found


@pytest.mark.parametrize("words", ["上述", "前述", "以上", "该"])
def test_words_that_stand_for_a_name_are_no_name(words):
    read, found = _read(
        "法定代表人身份证明书",
        f"单位名称：{COMPANY}",
        "姓",
        f"{words}同志为我单位法定代表人，特此证明。",
        f"{COMPANY}兹证明{words}同志现任我单位执行董事职务。",
        "2023年6月15日",
    )

    assert "name" not in read
    assert ("missing", "name") in found


def test_what_somebody_is_is_no_name():
    values, _ = _read(
        "法定代表人（负责人）身份证明",
        "丝证明雷翠花现任我单位董事长，职务为我单位",
        "的法定代表人",
        f"身份证号码{ID}",
        f"单位名称：{COMPANY}",
        "2022年8月11日",
    )

    assert values["name"] == "雷翠花"
