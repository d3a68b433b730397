"""What a person types has the form of what papers say, or is refused."""

from __future__ import annotations

import pytest

from intake.domain.document import Party
from intake.domain.errors import Invalid
from intake.domain.typed import typed

FORMS = [
    ("account_number", "6216 6039-5957 2999 385", "6216603959572999385"),
    ("account_number", "６２１６６０３９５９５７２９９９３８５", "6216603959572999385"),
    ("id_number", "11010519491231002x", "11010519491231002X"),
    ("document_number", "A123456(7)", "A123456(7)"),
    ("amount", "486,320.50元", "486320.50"),
    ("amount", "48万元", "480000.00"),
    ("registered_capital", "人民币伍佰万元整", "5000000.00"),
    ("registered_capital", "5000000", "5000000.00"),
    ("decision_date", "2023年2月9日", "2023-02-09"),
    ("decision_date", "二〇二三年二月九日", "2023-02-09"),
    ("valid_to", "2036.01.01", "2036-01-01"),
    ("valid_to", "长期", "长期"),
    ("business_term", "2012年4月24日至长期", "2012-04-24/长期"),
    ("case_number", "(2023) 浙0106执1234号", "（2023）浙0106执1234号"),
    ("basis_case_number", "杭仲裁字2022第77号", "杭仲裁字2022第77号"),
    ("has_seal", False, False),
    ("judges", ("王五 ", "赵六"), ("王五", "赵六")),
    ("applicants", (Party(" 张三 ", "11010519491231002x"),), (Party("张三", "11010519491231002X"),)),
    ("account_name", " 张三 ", "张三"),
    ("account_name", None, None),
]
NONE = [
    ("account_number", "not a number"),
    ("account_number", ""),
    ("account_number", True),
    ("account_number", ("6216603959572999385",)),
    ("amount", "-5.00"),
    ("amount", "1e5"),
    ("amount", "309931.971"),
    ("decision_date", "2023-02-30"),
    ("decision_date", "长期"),
    ("valid_to", "some day"),
    ("business_term", "2012-04-24"),
    ("sex", "M"),
    ("has_seal", "yes"),
    ("judges", "王五"),
    ("judges", ("王五", " ")),
    ("judges", ()),
    ("applicants", ("张三",)),
    ("applicants", (Party(" "),)),
    ("account_name", "　 "),
]


@pytest.mark.parametrize(("field", "said", "kept"), FORMS)
def test_what_is_typed_is_kept_in_the_form_of_its_field(field, said, kept):
    assert typed(field, said) == kept


@pytest.mark.parametrize(("field", "said"), NONE)
def test_what_a_field_cannot_hold_is_refused(field, said):
    with pytest.raises(Invalid) as raised:
        typed(field, said)

    assert (raised.value.code, raised.value.facts) == ("bad_value", {"field": field})
