"""Papers that are odd or hostile have a stated outcome each: none crashes, none is ready by mistake."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import page
from release_cases import case_of, noted, paper, read, ready_case, replaced

from intake.doctypes.registry import registry
from intake.domain.document import Document, DocumentClass, FieldState, Party
from intake.domain.finding import Finding, Severity
from intake.extract.fields import extract
from intake.release.assemble import assemble
from intake.release.canonical import canonical
from intake.release.case import CaseDocument, CaseInput
from intake.release.request import Status

RULING, FRONT, FORM, CARD = "enforcement_ruling", "resident_id_front", "account_confirmation", "bank_card"
TYPES = registry()
WORDS = "人民币肆拾捌万陆仟叁佰贰拾元伍角整"


def ruled(*lines: str) -> CaseInput:
    """Make the ready case with a ruling that is read from lines of text, as a perfect reader sees them."""
    fields, findings = extract(TYPES[RULING], (page(*lines),))
    document = Document(DocumentClass.RULING, RULING, 0.99, (1,), fields=fields, findings=findings)
    case = ready_case()
    return replace(replaced(case, replace(case.documents[0], document=document)), types=TYPES)


HEAD = ("浙江省杭州市西湖区人民法院", "执行裁定书", "（2026）浙0106执1234号")
PARTIES = (
    "申请执行人：张三，女，公民身份号码11010519491231002X。",
    "被执行人：王五，男，公民身份号码34052419800101001X。",
)
END = ("审判员赵六", "二〇二六年六月一日", "书记员孙七")


def test_two_amounts_in_words_are_for_a_person():
    case = ruled(
        *HEAD,
        *PARTIES,
        "申请执行人张三与被执行人王五民间借贷纠纷一案，裁定如下：",
        f"将执行款486320.50元（大写：{WORDS}）发还申请执行人张三，另将人民币壹万元整发还申请执行人张三。",
        *END,
    )

    request = assemble(case)

    assert request.status is not Status.READY
    assert {"ambiguous_value", "amount_words_differ", "amounts_differ", "doubtful_value"} & {
        f.code for f in request.findings
    }


def test_two_amounts_in_words_on_two_rulings_block():
    second = paper(RULING, 9, amount_upper="人民币壹万元整", amount="10000.00")

    request = assemble(case_of(*ready_case().documents, second))

    assert (request.status, request.amount.value) == (Status.BLOCKED, None)


def test_a_second_amount_beside_the_first_is_for_a_person():
    rival = replace(read(WORDS), rivals=("人民币壹万元整",))
    doubt = Finding("ambiguous_value", Severity.REVIEW, "amount_upper", {"values": f"{WORDS}、人民币壹万元整"})
    there = noted(ready_case().documents[0], doubt, amount_upper=rival)

    request = assemble(replaced(ready_case(), there))

    assert "ambiguous_value" in {f.code for f in request.findings}
    assert request.status is not Status.READY


@pytest.mark.parametrize("state", [None, FieldState.EMPTY], ids=["nothing on it", "labels alone"])
def test_an_empty_ruling_is_asked_for_what_it_lacks(state: FieldState | None):
    names = TYPES[RULING].fields if state else ()
    fields = {name: replace(read(""), value=None, state=FieldState.EMPTY) for name in names}
    ruling = ready_case().documents[0]
    lacking = tuple(Finding("missing", Severity.REVIEW, n) for n, spec in TYPES[RULING].fields.items() if spec.required)
    document = replace(ruling.document, fields=fields, findings=lacking)

    request = assemble(replaced(ready_case(), replace(ruling, document=document)))

    assert request.status is Status.INCOMPLETE
    assert (request.payee.name, request.amount.value) == (None, None)
    assert "missing" in {f.code for f in request.findings}


def test_a_ruling_that_quotes_another_case_number_has_its_own():
    case = ruled(
        *HEAD,
        *PARTIES,
        "申请执行人张三与被执行人王五民间借贷纠纷一案，（2025）浙0106民初77号民事判决书已发生法律效力，另案",
        "（2026）浙0106执999号执行裁定书已冻结被执行人存款。裁定如下：",
        f"将执行款486320.50元（大写：{WORDS}）发还申请执行人张三。",
        *END,
    )

    request = assemble(case)

    outcome = next(c.outcome for c in request.checks if c.rule == "X2")
    assert (request.case.number, outcome) == ("（2026）浙0106执1234号", "pass")


def test_a_form_with_the_quoted_case_number_is_stopped():
    changed = {RULING: {"basis_case_number": "（2025）浙0106民初77号"}, FORM: {"case_number": "（2025）浙0106民初77号"}}

    request = assemble(ready_case(changed=changed))

    assert (request.status, "X2" in {f.rule for f in request.findings}) == (Status.BLOCKED, True)


def named(name: str) -> dict:
    return {
        RULING: {"payee_name": name, "applicants": (Party(name, id_number="11010519491231002X"),)},
        FRONT: {"name": name},
        FORM: {"account_name": name},
    }


def test_a_name_like_a_command_is_a_name():
    name = "' OR 1=1 --"

    request = assemble(ready_case(CARD, named(name)))

    assert (request.payee.name, request.account.name) == (name, name)
    assert request.status is Status.NEEDS_REVIEW  # no Hanzi: S38 asks a person
    assert [f.rule for f in request.findings] == ["S38"]


def test_a_name_like_a_command_on_one_paper_alone_blocks():
    assert assemble(ready_case(CARD, {FORM: {"account_name": "' OR 1=1 --"}})).status is Status.BLOCKED


@pytest.mark.parametrize("mark", ["\u202e", "\u200f", "\u2066", "\u200b", "\x00"])
def test_marks_that_nobody_sees_make_no_other_name(mark: str):
    request = assemble(ready_case(changed={FORM: {"account_name": f"张{mark}三"}}))

    assert next(c.outcome for c in request.checks if c.rule == "X1") == "pass"
    assert canonical(request)


def test_names_that_only_look_turned_around_are_others():
    assert assemble(ready_case(changed={FORM: {"account_name": "\u202e三张"}})).status is Status.BLOCKED


SAME = {"traditional": "張 三", "dots": "张·三", "full width": "张　三", "brackets": "张三"}
OTHER = {"a comma left over": "张三，", "one more": "张三丰", "one less": "张", "alike": "张叁", "homophone": "章三"}


@pytest.mark.parametrize("name", SAME.values(), ids=SAME.keys())
def test_another_way_of_writing_is_the_same_name(name: str):
    assert assemble(ready_case(CARD, {FORM: {"account_name": name}})).status is Status.READY


@pytest.mark.parametrize("name", OTHER.values(), ids=OTHER.keys())
def test_likeness_is_no_sameness(name: str):
    assert assemble(ready_case(CARD, {FORM: {"account_name": name}})).status is Status.BLOCKED


def test_brackets_of_a_company_may_be_full_or_half():
    firm = {"name": "样本（杭州）有限公司", "other": "样本(杭州)有限公司"}
    changed = {
        RULING: {"payee_name": firm["name"], "applicants": (Party(firm["name"]),)},
        FORM: {"account_name": firm["other"]},
    }

    assert next(c.outcome for c in assemble(ready_case(CARD, changed)).checks if c.rule == "X1") == "pass"


def test_a_number_of_forty_digits_is_no_account_that_others_confirm():
    request = assemble(ready_case(changed={FORM: {"account_number": "1" * 40}}))

    assert (request.status, request.account.number) == (Status.BLOCKED, None)


def test_every_type_of_paper_may_be_empty_in_any_case():
    empty = tuple(_empty(n, name) for n, name in enumerate(TYPES, start=1))

    request = assemble(case_of(*empty, types=TYPES))

    assert request.status is not Status.READY
    assert canonical(request)


def _empty(number: int, name: str) -> CaseDocument:
    document = Document(TYPES[name].klass, name, 0.9, (1,))
    return CaseDocument(f"d{number}", f"{name}.jpg", f"{number:064x}", document)
