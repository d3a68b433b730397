"""Powers of attorney are read in the forms that readers of pictures make of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import as_read, line, page

from intake.doctypes.registry import registry
from intake.drawing.facts import facts_of
from intake.extract.fields import extract

LONG = "浙江省杭州市西湖区恒信国际建筑工程装饰设计（集团）有限公司"

ID = "11010519491231002X"
OTHER_ID = "34052419800101001X"
CASE = "（2023）浙0106执1234号"
POWERS = "特别授权：代为承认、放弃、变更诉讼请求，代为收取执行款项"
READ = {
    "principal_name": "张三",
    "agent_name": "李四",
    "agent_id_number": ID,
    "case_number": CASE,
    "powers": POWERS,
    "may_receive_funds": True,
    "issued_on": "2023-06-15",
}


def _read(*lines):
    fields, findings = extract(registry()["power_of_attorney"], [page(*lines)])
    return {key: field.value for key, field in fields.items()}, {(f.code, f.field) for f in findings}


@pytest.mark.parametrize(
    "lines",
    [
        [
            "授权委托书",
            f"委托人：张三，女，1980年1月1日出生，住杭州市西湖区，公民身份号码{OTHER_ID}。",
            f"受委托人：李四，女，公民身份号码{ID}。",
            f"现委托上列受委托人在我与王五一案（案号：{CASE}）中作为代理人。",
            "代理权限：特别授权：代为承认、放弃、变更诉讼请求,",
            "代为收取执行款项。",
            "委托期限：至执行完毕之日止。",
            "委托人（签名）：张三",
            "2023年6月15日",
        ],
        [
            "授权委托书",
            f"本人张三（公民身份号码：{OTHER_ID}）因与王五一案，",
            f"案号{CASE}，现委托李四（公民身份号码：{ID}）",
            "作为本人的代理人。代理权限为特别授权:代为承认、放弃、变更诉讼请求，代",
            "为收取执行款项。",
            "代理人在上述权限范围内签署的文件，本人均予以承认。",
            "委托人：张三",
            "二〇二三年六月十五日",
        ],
        [
            line("授权委托书", 300, 50),
            line("委托人", 100, 150),
            line("姓名", 300, 150),
            line("张三", 500, 150),
            line("身份证号码", 300, 200),
            line(OTHER_ID, 500, 200),
            line("受委托人", 100, 250),
            line("姓名", 300, 250),
            line("李四", 500, 250),
            line("身份证号码", 300, 300),
            line(ID, 500, 300),
            line("案号", 100, 350),
            line(CASE, 500, 350),
            line("委托权限", 100, 450),
            line("特别授权：代为承认、", 500, 410),
            line("放弃、变更诉讼请求，", 500, 450),
            line("代为收取执行款项。", 500, 490),
            line("委托人（签名）：", 100, 600),
            line("张三", 500, 600),
            line("日期：2023年6月15日", 100, 700),
        ],
        [
            "授权委托书",
            "委托人：张三",
            "受托人：李四",
            f"身份证号码：{ID}",
            f"案号：{CASE}",
            "一、委托权限：",
            "特别授权：代为承认、放弃、变更诉讼请求，代为收取执行款项。",
            "二、委托期限：一年",
            "2023年6月15日",
        ],
        [
            "授权委托书",
            "委托人张三",
            f"受托人李四（身份证号码{ID}）",
            f"{CASE}执行一案，不服（2022）浙0106民初5678号判决，",
            line("代理权限：", 100, 300),
            line("特别授权：代为承认、放弃、变", 400, 300),
            line("更诉讼请求，代为收取执行款项。", 100, 350),
            line("2023年6月15日", 100, 500),
        ],
    ],
    ids=["parties in a line each", "letter", "cells", "heading", "no colons, a gap after the heading"],
)
def test_a_power_is_read(lines):
    values, findings = _read(*lines)

    assert values == READ
    assert findings == set()


def test_a_company_gives_power_to_a_lawyer_and_names_an_account():
    values, findings = _read(
        "授权委托书",
        "委托单位：杭州恒信商贸有限公司，住所地杭州市西湖区",
        "法定代表人：张三 职务：执行董事",
        "受委托人：李四，浙江正大律师事务所律师",
        f"现委托上述受委托人在{CASE}案中作为我单位的代理人。",
        "授权范围：一般代理：代为提交材料。",
        "收款账户：户名：杭州恒信商贸有限公司，开户行：中国工商银行，账号：1202020209012345678。",
        "2023年6月15日",
    )

    assert values == {
        "principal_name": "杭州恒信商贸有限公司",
        "agent_name": "李四",
        "case_number": CASE,
        "powers": "一般代理：代为提交材料",
        "may_receive_funds": False,
        "account_number": "1202020209012345678",
        "issued_on": "2023-06-15",
    }
    assert findings == set()


def test_a_name_of_two_lines_is_whole():
    values, _ = _read(
        line("授权委托书", 100, 50),
        line("委托单位", 100, 150),
        line("杭州恒信商", 400, 150),
        line("贸有限公司", 400, 190),
        line("受委托人", 100, 300),
        line("李四", 400, 300),
    )

    assert values["principal_name"] == "杭州恒信商贸有限公司"


@pytest.mark.parametrize(
    "lines",
    [
        ("受托人：李四、王五",),
        ("受托人：李四", "受托人：王五"),
    ],
    ids=["in a list", "in a line each"],
)
def test_two_agents_are_for_a_person(lines):
    values, findings = _read("授权委托书", "委托人：张三", *lines)

    assert values["agent_name"] == "李四"
    assert ("ambiguous_value", "agent_name") in findings


def test_a_sentence_about_the_agent_is_no_name():
    values, _ = _read("授权委托书", "委托人：张三", "代理人无转委托权。", "现委托李四作为代理人。")

    assert values["agent_name"] == "李四"


def test_one_name_for_both_is_for_a_person():
    _, findings = _read("授权委托书", "委托人：张三", "受托人：张三")

    assert ("agent_is_principal", "agent_name") in findings


def test_the_number_of_the_principal_is_not_the_agents():
    values, _ = _read("授权委托书", "委托人：张三", f"身份证号码：{ID}", "受托人：李四")

    assert "agent_id_number" not in values


@pytest.mark.integration
@pytest.mark.parametrize("seed", [*range(8), 11, 15])
def test_a_drawing_with_a_long_name_is_read(seed):
    facts = facts_of(seed)
    drawing = registry()["power_of_attorney"].draw(replace(facts, company=replace(facts.company, name=LONG)), seed)

    fields, findings = extract(registry()["power_of_attorney"], as_read(drawing))

    assert {key: field.value for key, field in fields.items()} == dict(drawing.fields)
    assert [finding for finding in findings if finding.severity != "info"] == []


def test_the_number_of_an_account_is_nobodys_identity_number():
    values, findings = _read(
        "授权委托书",
        "委托人：张三",
        f"受委托人：李四，身份证号码：{ID}",
        f"案号：{CASE}",
        f"代理权限：{POWERS}",
        "执行款请汇入以下账户：户名张三，账号",
        "622909291320644675，开户行兴业银行。",
        "2023年6月15日",
    )

    assert (values["agent_id_number"], values["account_number"]) == (ID, "622909291320644675")
    assert ("ambiguous_value", "agent_id_number") not in findings
