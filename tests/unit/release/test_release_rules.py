"""Every rule between papers passes, fails, and says so when it cannot compute."""

from __future__ import annotations

from dataclasses import replace

import pytest
from release_cases import CARD_NUMBER, NUMBER, case_of, noted, paper, ready_case, replaced

from intake.domain.document import Party
from intake.domain.finding import Finding, Severity
from intake.domain.geometry import Quad, Rect
from intake.domain.text import Seal
from intake.release.assemble import assemble
from intake.release.case import CaseInput
from intake.release.history import Identity
from intake.release.parts.case import Kind
from intake.release.parts.check import Outcome
from intake.release.request import Status

RULING, FRONT, BACK = "enforcement_ruling", "resident_id_front", "resident_id_back"
FORM, CARD = "account_confirmation", "bank_card"
WRONG = "110105194912310021"
CREDIT_CARD = {"card_type": None, "card_number": "6225760000000001"}
OTHER = "34052419800101001X"
UNKNOWN_BANK = {FORM: {"bank_name": "华商银行杭州西湖支行", "cnaps_code": None}, CARD: {"bank_name": None}}
BOX = Quad.of_rect(Rect(0, 0, 9, 9))


def outcome(case: CaseInput, rule: str) -> Outcome:
    return next(check.outcome for check in assemble(case).checks if check.rule == rule)


def sealed(text: str, confidence: float = 0.9) -> CaseInput:
    ruling = replace(paper(RULING), seals=(Seal(text, confidence, BOX),))
    return replaced(ready_case(), ruling)


def companies(**ruling: object) -> CaseInput:
    name = "杭州样本有限公司"
    form = {"account_name": name, "id_number": None}
    return ready_case(changed={RULING: {"payee_name": name, **ruling}, FORM: form, CARD: {"holder_name": None}})


def wrong_number() -> CaseInput:
    ruling = {"applicants": (Party("张三", id_number=WRONG),)}
    case = ready_case(changed={RULING: ruling, FRONT: {"id_number": WRONG}, FORM: {"id_number": WRONG}})
    doubt = Finding("low_confidence", Severity.REVIEW, "name")
    return replaced(case, noted(paper(FRONT, 2, id_number=WRONG), doubt))


def wrong_card() -> CaseInput:
    number = "6222021234567890123"
    return ready_case(FORM, {RULING: {"account_number": number}, CARD: {"card_number": number}})


PASSES = ["materials", "X1", "X2", "X3", "X4", "X5", "X7", "X9", "X10", "X11", "X13", "debit_card", "kind"]
PASSES += ["id_sides", "account_number", "id_number", "id_holder", "id_check_digit", "card_check_digit", "X6", "S38"]


@pytest.mark.parametrize("rule", PASSES)
def test_a_rule_passes_papers_that_agree(rule: str):
    assert outcome(ready_case(), rule) is Outcome.PASS


FAILS = {
    "id_sides: two people, one back": (
        "id_sides",
        Outcome.WARN,
        case_of(*ready_case().documents, paper(FRONT, 9, name="李四", id_number=OTHER)),
    ),
    "id_sides: one person, two backs": (
        "id_sides",
        Outcome.WARN,
        case_of(*ready_case().documents, paper(BACK, 9, valid_to="2040-01-01")),
    ),
    "id_sides: a front without its number": (
        "id_sides",
        Outcome.WARN,
        case_of(*ready_case().documents, paper(FRONT, 9, id_number=None)),
    ),
    "materials: a company's": ("materials", Outcome.WARN, companies()),
    "materials: a refund's": ("materials", Outcome.WARN, ready_case(kind=Kind.FEE_REFUND)),
    "materials: no account": ("materials", Outcome.WARN, case_of(paper(RULING), paper(FRONT, 2), paper(BACK, 3))),
    "X1: other holder": ("X1", Outcome.BLOCK, ready_case(CARD, {FORM: {"account_name": "李四"}})),
    "X1: a name that only looks alike": ("X1", Outcome.BLOCK, ready_case(FORM, {CARD: {"holder_name": "张三丰"}})),
    "X2: other case": ("X2", Outcome.BLOCK, ready_case(changed={FORM: {"case_number": "（2026）浙0106执1235号"}})),
    "X2: person says other": ("X2", Outcome.BLOCK, ready_case(case_number="（2026）浙0106执9号")),
    "X3: words differ by a cent": ("X3", Outcome.BLOCK, ready_case(changed={RULING: {"amount": "486320.51"}})),
    "X4: other birth": ("X4", Outcome.BLOCK, ready_case(changed={FRONT: {"birth_date": "1949-12-30"}})),
    "X4: other sex": ("X4", Outcome.BLOCK, ready_case(changed={FRONT: {"sex": "男"}})),
    "X5: other bank by clearing number": ("X5", Outcome.WARN, ready_case(CARD, {FORM: {"cnaps_code": "105100000017"}})),
    "X5: other bank by card number": ("X5", Outcome.WARN, ready_case(FORM, {CARD: {"bank_name": "中国建设银行"}})),
    "X6: a branch in another city": (
        "X6",
        Outcome.WARN,
        ready_case(CARD, {FORM: {"bank_name": "中国工商银行股份有限公司南京玄武支行"}}),
    ),
    "X7: person says other court": ("X7", Outcome.WARN, ready_case(court_name="浙江省宁波市中级人民法院")),
    "X7: person says other code": ("X7", Outcome.WARN, ready_case(court_code="浙02")),
    "X7: other province": (
        "X7",
        Outcome.WARN,
        ready_case(changed={RULING: {"court_name": "江苏省南京市玄武区人民法院"}}),
    ),
    "X7: other seal": ("X7", Outcome.WARN, sealed("江苏省南京市玄武区人民法院")),
    "X9: ended yesterday": ("X9", Outcome.BLOCK, ready_case(changed={BACK: {"valid_to": "2026-06-30"}})),
    "X10: stranger": ("X10", Outcome.BLOCK, ready_case(changed={RULING: {"applicants": (Party("李四"),)}})),
    "X11: no seal": ("X11", Outcome.WARN, ready_case(changed={RULING: {"has_seal": False}})),
    "X13: from the future": ("X13", Outcome.WARN, ready_case(changed={RULING: {"decision_date": "2026-07-02"}})),
    "X13: before the case": ("X13", Outcome.WARN, ready_case(changed={FORM: {"confirmed_on": "2025-12-31"}})),
    "account_number": ("account_number", Outcome.BLOCK, ready_case(changed={RULING: {"account_number": "123"}})),
    "id_number on the form": (
        "id_number",
        Outcome.BLOCK,
        ready_case(changed={FORM: {"id_number": "34052419800101001X"}}),
    ),
    "id_number on the ruling": (
        "id_number",
        Outcome.BLOCK,
        ready_case(changed={RULING: {"applicants": (Party("张三", id_number="34052419800101001X"),)}}),
    ),
    "id_holder": ("id_holder", Outcome.BLOCK, ready_case(changed={FRONT: {"name": "李四"}})),
    "payee": ("payee", Outcome.BLOCK, case_of(paper(RULING), paper(RULING, 2, payee_name="李四"))),
    "cause": ("cause", Outcome.WARN, case_of(paper(RULING), paper(RULING, 2, cause="买卖合同纠纷"))),
    "kind": ("kind", Outcome.WARN, ready_case(kind=Kind.FEE_REFUND)),
    "credit card by its number": ("debit_card", Outcome.BLOCK, ready_case(FORM, {CARD: CREDIT_CARD})),
    "credit card": ("debit_card", Outcome.BLOCK, ready_case(changed={CARD: {"card_type": "贷记卡"}})),
    "id_check_digit: the same on all papers": ("id_check_digit", Outcome.BLOCK, wrong_number()),
    "card_check_digit: the same on all papers": ("card_check_digit", Outcome.BLOCK, wrong_card()),
    "S37: same name, other number": ("S37", Outcome.WARN, ready_case(known=(Identity("张三", "34052419800101001X"),))),
    "S37: same number, other name": ("S37", Outcome.WARN, ready_case(known=(Identity("李四", NUMBER),))),
}


@pytest.mark.parametrize(("rule", "expected", "case"), FAILS.values(), ids=FAILS.keys())
def test_a_rule_stops_papers_that_do_not_agree(rule: str, expected: Outcome, case: CaseInput):
    request = assemble(case)

    assert next(check.outcome for check in request.checks if check.rule == rule) is expected
    assert rule in {finding.rule for finding in request.findings}
    assert request.status is not Status.READY


CANNOT = {
    "X1: holder not on the form": ("X1", ready_case(CARD, {FORM: {"account_name": None}})),
    "X1: Latin letters on a card alone": ("X1", ready_case(FORM, {CARD: {"holder_name": "ZHANG SAN"}})),
    "X2: one paper only": ("X2", ready_case(FORM)),
    "X2: not on the form": ("X2", ready_case(changed={FORM: {"case_number": None}})),
    "X3: no words": ("X3", ready_case(changed={RULING: {"amount_upper": None}})),
    "X3: words beyond all money": ("X3", ready_case(changed={RULING: {"amount_upper": "玖仟玖佰玖拾玖万亿亿元整"}})),
    "X3: figures that are not money": ("X3", ready_case(changed={RULING: {"amount": "486,320.5"}})),
    "X3: words that mean nothing": ("X3", ready_case(changed={RULING: {"amount_upper": "若干元"}})),
    "X4: no card": ("X4", ready_case(FRONT)),
    "X4: a number of no shape": ("X4", ready_case(changed={FRONT: {"id_number": "123"}})),
    "X4: a number that was misread": ("X4", ready_case(changed={FRONT: {"id_number": "110105194912310021"}})),
    "X4: a date of no calendar": ("X4", ready_case(changed={FRONT: {"birth_date": "1949-13-31"}})),
    "X4: no sex": ("X4", ready_case(changed={FRONT: {"sex": None}})),
    "X5: unknown bank": (
        "X5",
        ready_case(CARD, {FORM: {"bank_name": "样本银行", "account_number": "1", "cnaps_code": None}}),
    ),
    "X6: no clearing number": ("X6", ready_case(changed={FORM: {"cnaps_code": None}})),
    "X6: an area that no table has": ("X6", ready_case(changed={FORM: {"cnaps_code": "102999900001"}})),
    "X6: a branch that names no city": ("X6", ready_case(changed={FORM: {"bank_name": "中国工商银行西湖支行"}})),
    "X8: a person": ("X8", ready_case()),
    "X12: nobody looked": ("X12", ready_case()),
    "X14: nobody knows": ("X14", ready_case()),
    "S36: no subject amount": ("S36", ready_case()),
    "X7: no court": ("X7", ready_case(changed={RULING: {"court_name": None}})),
    "X7: a name without a place": ("X7", ready_case(changed={RULING: {"court_name": "互联网法院"}})),
    "X9: no card": ("X9", ready_case(BACK)),
    "X9: not a date": ("X9", ready_case(changed={BACK: {"valid_to": "2036-13-01"}})),
    "X10: no applicants": ("X10", ready_case(changed={RULING: {"applicants": None}})),
    "X10: no payee": ("X10", ready_case(changed={RULING: {"payee_name": None}})),
    "X11: nobody looked": ("X11", ready_case(changed={RULING: {"has_seal": None}})),
    "X13: no number": ("X13", case_of(paper(FRONT))),
    "account_number: one paper only": ("account_number", ready_case(CARD, {RULING: {"account_number": None}})),
    "id_number: nothing on the card": ("id_number", ready_case(changed={FRONT: {"id_number": None}})),
    "id_number: card only": ("id_number", case_of(paper(FRONT))),
    "id_holder: a company": ("id_holder", companies()),
    "id_sides: a company": ("id_sides", companies()),
    "id_sides: no back": ("id_sides", ready_case(BACK)),
    "X5: unknown bank, known issuer": ("X5", ready_case(changed=UNKNOWN_BANK)),
    "id_holder: no card": ("id_holder", ready_case(FRONT)),
    "payee: one ruling": ("payee", ready_case()),
    "cause: one ruling": ("cause", ready_case()),
    "kind: no number": ("kind", case_of(paper(FRONT))),
    "debit_card: no card": ("debit_card", ready_case(CARD, {r: {"account_number": "1"} for r in (RULING, FORM)})),
    "debit_card: an issuer nobody knows": (
        "debit_card",
        ready_case(
            FORM, {CARD: {"card_type": None, "card_number": "0000000000000000"}, RULING: {"account_number": None}}
        ),
    ),
    "id_check_digit: one reading": (
        "id_check_digit",
        ready_case(
            CARD, {FRONT: {"id_number": WRONG}, FORM: {"id_number": None}, RULING: {"applicants": (Party("张三"),)}}
        ),
    ),
    "id_check_digit: nothing like a number": ("id_check_digit", companies()),
    "card_check_digit: no card": ("card_check_digit", ready_case(CARD)),
    "card_check_digit: one reading": (
        "card_check_digit",
        ready_case(FORM, {CARD: {"card_number": "6222021234567890123"}, RULING: {"account_number": None}}),
    ),
    "S37: no history": ("S37", ready_case()),
    "S37: no payee": ("S37", case_of(paper(FRONT), known=(Identity("张三", NUMBER),))),
}


@pytest.mark.parametrize(("rule", "case"), CANNOT.values(), ids=CANNOT.keys())
def test_a_rule_that_misses_something_does_not_pass(rule: str, case: CaseInput):
    assert outcome(case, rule) is Outcome.CANNOT_COMPUTE


@pytest.mark.parametrize("name", [name for name in CANNOT if name.split(":")[0] in {"X3", "X4", "X9", "X10"}])
def test_a_rule_that_can_block_and_misses_something_on_its_papers_keeps_the_request_from_being_ready(name: str):
    assert assemble(CANNOT[name][1]).status is not Status.READY


FINE = {
    "X1: traditional characters and dots": ("X1", ready_case(changed={FORM: {"account_name": "張 三"}})),
    "X1: Latin letters on a card beside the form": ("X1", ready_case(changed={CARD: {"holder_name": "ZHANG SAN"}})),
    "X1: a payee in Latin letters": (
        "X1",
        ready_case(FORM, {RULING: {"payee_name": "JOHN DOE"}, CARD: {"holder_name": "JOHN DOE"}}),
    ),
    "X5: credit unknown, bank and number agree": ("X5", ready_case(FORM)),
    "X7: the seal agrees": ("X7", sealed("浙江省杭州市西湖区人民法院")),
    "X7: a seal that is a guess proves nothing": ("X7", sealed("江苏省南京市玄武区人民法院", 0.4)),
    "X7: a seal that names no court": ("X7", sealed("执行专用章")),
    "X9: ends today": ("X9", ready_case(changed={BACK: {"valid_to": "2026-07-01"}})),
    "X9: never ends": ("X9", ready_case(changed={BACK: {"valid_to": "长期"}})),
    "X10: one of two": ("X10", ready_case(changed={RULING: {"applicants": (Party("李四"), Party("张三"))}})),
    "kind: a refund outside enforcement": (
        "kind",
        ready_case(kind=Kind.FEE_REFUND, changed={r: {"case_number": "（2026）浙0106民初7号"} for r in (RULING, FORM)}),
    ),
    "debit_card: told by the number": ("debit_card", ready_case(CARD)),
    "debit_card: 准贷记卡 is not 贷记卡": ("debit_card", ready_case(changed={CARD: {"card_type": "准贷记卡"}})),
    "S37: the same person in traditional characters": ("S37", ready_case(known=(Identity("張三", NUMBER),))),
    "S37: a stranger": ("S37", ready_case(known=(Identity("李四", "34052419800101001X"),))),
    "account_number: card only, as on the ruling": ("account_number", ready_case(FORM)),
    "id_sides: a second copy of each side": (
        "id_sides",
        case_of(*ready_case().documents, paper(FRONT, 8), paper(BACK, 9)),
    ),
    "id_sides: two people with equal backs": (
        "id_sides",
        case_of(*ready_case().documents, paper(FRONT, 8, name="李四", id_number=OTHER), paper(BACK, 9)),
    ),
    "X2: typed with other brackets": ("X2", ready_case(case_number="( 2026 )浙0106执1234号")),
    "id_number: two cards, one the payee's": (
        "id_number",
        case_of(*ready_case().documents, paper(FRONT, 9, name="李四", id_number="34052419800101001X")),
    ),
}


@pytest.mark.parametrize(("rule", "case"), FINE.values(), ids=FINE.keys())
def test_a_rule_passes_what_only_looks_different(rule: str, case: CaseInput):
    assert outcome(case, rule) is Outcome.PASS


def test_a_bank_that_nobody_knows_is_for_a_person_to_compare():
    request = assemble(ready_case(changed=UNKNOWN_BANK))

    assert [(f.code, f.places[0].field) for f in request.findings] == [("cannot_compare", "bank_name")]
    assert request.status is Status.NEEDS_REVIEW


def test_a_case_number_typed_with_other_brackets_is_the_same():
    assert assemble(ready_case(case_number="(2026)浙0106执1234号")).status is Status.READY


def test_a_case_number_that_cannot_be_read_is_compared_as_it_was_typed():
    assert outcome(ready_case(case_number="执1234"), "X2") is Outcome.BLOCK


def test_a_check_tells_what_it_compared():
    check = next(c for c in assemble(ready_case(CARD)).checks if c.rule == "account_number")

    assert [(i.document_id, i.page, i.field, i.value) for i in check.inputs] == [
        ("d4", 1, "account_number", CARD_NUMBER),
        ("d1", 1, "account_number", CARD_NUMBER),
    ]
