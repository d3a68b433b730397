"""The one list: everything once, what must be brought first, each line with file, page and field, and the status."""

from __future__ import annotations

from dataclasses import replace

import pytest
from release_cases import case_of, noted, paper, ready_case, replaced, silent

from intake.domain.doctype import DocType, FieldSpec
from intake.domain.document import DocumentClass, FieldState, Party
from intake.domain.finding import Finding, Severity
from intake.domain.messages import Language
from intake.release.assemble import assemble
from intake.release.case import CaseDocument, CaseInput, Remark
from intake.release.parts.case import Kind
from intake.release.parts.finding import Action
from intake.release.policy.load import default_policy
from intake.release.policy.policy import Situation
from intake.release.request import ReleaseRequest, Status
from intake.release.todo import todo

RULING, FRONT, BACK = "enforcement_ruling", "resident_id_front", "resident_id_back"
FORM, CARD = "account_confirmation", "bank_card"
DOUBT = Finding("low_confidence", Severity.REVIEW, "amount")
POLICY = default_policy()
ASKING_NOTHING = POLICY.model_copy(update={"needs": {k: dict.fromkeys(Situation, ()) for k in Kind}})
TYPES = {
    RULING: DocType(
        RULING, "执行裁定书", "Enforcement ruling", DocumentClass.RULING, {},
        {"amount": FieldSpec("金额", "Amount", lambda _: None)},
    ),
}  # fmt: skip


def codes(request: ReleaseRequest) -> list[str]:
    return [finding.code for finding in request.findings]


def unknown(klass: DocumentClass | None) -> CaseDocument:
    there = paper("other", 9)
    return replace(there, document=replace(there.document, klass=klass, type=None))


def with_ruling(*findings: Finding, **changes: object) -> CaseInput:
    return replaced(ready_case(), noted(paper(RULING, **changes), *findings))


STATUSES = {
    "ready": (Status.READY, ready_case()),
    "ready with the card alone": (Status.READY, ready_case(FORM)),
    "ready with the form alone": (Status.READY, ready_case(CARD)),
    "another paper is no obstacle": (Status.READY, case_of(*ready_case().documents, paper("other", 9))),
    "only told": (Status.READY, with_ruling(Finding("low_confidence", Severity.INFO, "amount"))),
    "a remark that only tells": (
        Status.READY,
        ready_case(remarks=(Remark("a.jpg", 1, Finding("missing", Severity.INFO)),)),
    ),
    "doubtful value": (Status.NEEDS_REVIEW, with_ruling(DOUBT)),
    "unreadable file": (
        Status.NEEDS_REVIEW,
        ready_case(remarks=(Remark("a.pdf", None, Finding("paper_unknown", Severity.REVIEW)),)),
    ),
    "unknown class": (Status.NEEDS_REVIEW, case_of(*ready_case().documents, unknown(None))),
    "unknown type": (Status.NEEDS_REVIEW, case_of(*ready_case().documents, unknown(DocumentClass.RULING))),
    "other of no type": (Status.READY, case_of(*ready_case().documents, unknown(DocumentClass.OTHER))),
    "refund": (
        Status.INCOMPLETE,
        ready_case(kind=Kind.FEE_REFUND, changed={r: {"case_number": "（2026）浙0106民初7号"} for r in (RULING, FORM)}),
    ),
    "words not on the ruling": (Status.NEEDS_REVIEW, with_ruling(amount_upper=None)),
    "missing paper": (Status.INCOMPLETE, ready_case(BACK)),
    "missing account": (Status.INCOMPLETE, case_of(paper(RULING), paper(FRONT, 2), paper(BACK, 3))),
    "missing value": (Status.INCOMPLETE, with_ruling(court_name=None)),
    "nothing at all": (Status.INCOMPLETE, case_of()),
    "missing and contradictory": (Status.BLOCKED, ready_case(BACK, {FORM: {"account_name": "李四"}})),
    "a paper wrong in itself": (Status.BLOCKED, with_ruling(Finding("low_confidence", Severity.BLOCK, "amount"))),
}


@pytest.mark.parametrize(("status", "case"), STATUSES.values(), ids=STATUSES.keys())
def test_the_status_is_the_worst_of_what_stands_in_the_way(status: Status, case: CaseInput):
    request = assemble(case)

    assert request.status is status
    assert (not request.findings) is (status is Status.READY)


def test_the_list_says_first_what_to_bring_then_what_to_mend_then_what_to_look_at():
    case = ready_case(BACK, {FORM: {"account_name": "李四"}}, types=TYPES)

    request = assemble(replaced(case, noted(case.documents[0], DOUBT)))

    assert codes(request) == ["missing_material", "account_not_payees", "low_confidence"]
    assert [f.action for f in request.findings] == list(Action)


def test_a_contradiction_that_blocks_stands_before_one_to_look_at():
    request = assemble(ready_case(changed={FORM: {"cnaps_code": "105331000017", "account_name": "李四"}}))

    assert codes(request) == ["account_not_payees", "banks_differ"]


def test_a_missing_paper_is_said_once_and_not_each_of_its_values():
    assert codes(assemble(ready_case(RULING))) == ["missing_material"]


def test_a_value_its_paper_already_lacks_is_said_once():
    lacking = Finding("missing", Severity.REVIEW, "payee_name")

    assert codes(assemble(with_ruling(lacking, payee_name=None))) == ["missing"]


def test_a_value_that_nobody_found_missing_is_said():
    request = assemble(ready_case(changed={RULING: {"court_name": None}}))

    assert [(f.code, f.action, f.places[0].field) for f in request.findings] == [
        ("missing", Action.PROVIDE, "court_name"),
    ]


def test_a_case_number_that_tells_no_court_asks_for_the_code():
    legacy = "（2015）杭下执民字第2741号"
    request = assemble(ready_case(changed={RULING: {"case_number": legacy}, FORM: {"case_number": legacy}}))

    assert codes(request) == ["no_court_code"]


def test_the_code_of_the_court_may_be_said_by_a_person():
    legacy = "（2015）杭下执民字第2741号"
    changed = {RULING: {"case_number": legacy}, FORM: {"case_number": legacy}}

    assert assemble(ready_case(changed=changed, court_code="浙0106")).status is Status.READY


def test_the_case_number_may_be_said_by_a_person():
    changed = {RULING: {"case_number": None}, FORM: {"case_number": None}}
    request = assemble(ready_case(changed=changed, case_number="（2026）浙0106执1234号"))

    assert request.case.number == "（2026）浙0106执1234号"
    assert [e.source for e in request.evidence if e.path == "/case/number"] == ["reviewer"]


def test_a_rule_that_waits_for_a_field_sends_the_person_there():
    case = ready_case()
    form = noted(paper(FORM, 4, case_number=None), case_number=silent(FieldState.UNREADABLE))

    request = assemble(replaced(case, form))

    assert [(f.code, f.rule, f.places[0].field) for f in request.findings] == [("cannot_compare", "X2", "case_number")]


def test_what_a_paper_says_of_itself_is_one_line_and_not_said_again_by_a_rule():
    facts = {"words": "486320.50", "figures": "1.00"}
    found = [Finding("amount_words_differ", Severity.BLOCK, name, facts) for name in ("amount", "amount_upper")]

    request = assemble(with_ruling(*found, amount="1.00"))

    assert codes(request) == ["amount_words_differ"]
    assert [spot.field for spot in request.findings[0].places] == ["amount", "amount_upper"]


def test_a_finding_about_a_whole_paper_is_called_by_its_title():
    request = assemble(replace(with_ruling(Finding("paper_unknown", Severity.REVIEW)), types=TYPES))

    assert request.findings[0].places[0].label.zh == "执行裁定书"


def test_a_number_wrong_on_all_papers_is_one_line_in_place_of_one_for_each():
    wrong = "6222021234567890123"
    doubt = Finding("card_check_digit", Severity.REVIEW, "card_number", {"value": wrong})
    case = ready_case(FORM, {RULING: {"account_number": wrong}, CARD: {"card_number": wrong}})

    request = assemble(replaced(case, noted(paper(CARD, 4, card_number=wrong), doubt)))

    assert codes(request) == ["card_number_wrong"]


def test_a_card_without_a_name_asks_for_a_confirmation():
    assert codes(assemble(ready_case(FORM, {CARD: {"holder_name": None}}))) == ["no_account_holder"]


def test_the_same_doubt_about_two_fields_is_two_lines():
    assert len(codes(assemble(with_ruling(DOUBT, replace(DOUBT, field="cause"))))) == 2


def test_a_company_without_a_code_is_asked_for_the_parties_of_the_ruling():
    name = "杭州样本有限公司"
    changed = {RULING: {"payee_name": name, "applicants": (Party(name),)}, FORM: {"account_name": name}}

    request = assemble(ready_case(CARD, changed))

    assert ("missing", "applicants") in {(f.code, f.places[0].field) for f in request.findings if f.places}


def test_a_value_of_no_paper_at_all_has_no_file():
    request = assemble(case_of(paper("other"), kind=Kind.FEE_REFUND, policy=ASKING_NOTHING))

    assert {f.places[0].file for f in request.findings if f.code == "missing"} == {None}


def test_the_same_finding_twice_is_one_line():
    assert codes(assemble(with_ruling(DOUBT, DOUBT))) == ["low_confidence"]


def test_a_line_names_file_page_and_field_in_both_languages():
    request = assemble(replace(with_ruling(DOUBT), types=TYPES))

    zh, en = (todo(request, language) for language in Language)

    assert [(t.heading, t.lines) for t in zh] == [
        ("把握不足，请核对", ("“金额”识别把握不足，请核对。（enforcement_ruling.jpg 第 1 页“金额”）",)),
    ]
    assert en[0].lines[0].endswith("(enforcement_ruling.jpg, page 1, “Amount”)")


def test_a_paper_that_is_missing_is_called_by_its_title():
    request = assemble(ready_case(RULING, types=TYPES))

    assert todo(request, Language.ZH)[0].lines == ("缺少“执行裁定书”，请补交。",)


def test_a_choice_of_papers_is_called_by_both():
    request = assemble(case_of(paper(RULING), paper(FRONT, 2), paper(BACK, 3)))

    assert todo(request, Language.EN)[0].lines == (
        "The paper “account confirmation, bank card or passbook” is missing; please hand it in.",
    )


def test_files_and_pages_are_named_where_they_cannot_be_read():
    remarks = tuple(Remark("一 😀.pdf", page, Finding("paper_unknown", Severity.REVIEW)) for page in (None, 2))
    request = assemble(ready_case(remarks=remarks))

    lines = todo(request, Language.ZH)[0].lines

    assert [line.partition("（")[2] for line in lines] == ["一 😀.pdf）", "一 😀.pdf 第 2 页）"]


def test_a_ready_request_has_nothing_to_do():
    assert todo(assemble(ready_case()), Language.ZH) == ()


def test_a_company_is_asked_for_its_own_papers():
    name = "杭州样本有限公司"
    changed = {RULING: {"payee_name": name, "applicants": None}, FORM: {"account_name": name, "id_number": None}}

    request = assemble(ready_case(CARD, changed))

    assert request.payee.kind == "company"
    assert codes(request).count("missing_material") == 3
    assert request.status is Status.INCOMPLETE


@pytest.mark.parametrize(("twice", "lacking"), [(FRONT, BACK), (BACK, FRONT)])
def test_the_same_side_of_a_card_twice_asks_for_the_other_one(twice: str, lacking: str):
    case = ready_case(lacking)

    request = assemble(replace(case, documents=(*case.documents, paper(twice, 9))))

    (finding,) = (f for f in request.findings if f.code == "wrong_side")
    assert "missing_material" not in codes(request)
    assert (finding.action, finding.rule, request.status) == (Action.PROVIDE, "materials", Status.INCOMPLETE)
    assert [spot.document_id for spot in finding.places][1:] == [*_ids(case, twice), "d9"]
    assert finding.message.zh == f"身份证交来的 2 张都是同一面，缺少另一面，请补交“{lacking}”。"


def test_one_side_of_a_card_alone_is_a_missing_paper():
    assert codes(assemble(ready_case(BACK))) == ["missing_material"]


def test_a_view_among_the_papers_costs_nobody_a_look():
    view = Remark("view.jpg", 1, Finding("not_a_document", Severity.REVIEW))

    assert assemble(ready_case(remarks=(view,))).status is Status.READY


def test_a_picture_of_a_screen_is_for_a_person():
    remark = Remark("a.jpg", 1, Finding("screen", Severity.REVIEW))

    request = assemble(ready_case(remarks=(remark,)))

    assert (codes(request), request.status) == (["screen"], Status.NEEDS_REVIEW)


def _ids(case: CaseInput, kind: str) -> list[str]:
    return [paper.document_id for paper in case.documents if paper.document.type == kind]
