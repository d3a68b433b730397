"""Builds cases of drawn people for the tests of the release request: one that is ready, and changes to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from intake.domain.document import Document, DocumentClass, Field, FieldState, Party, Value
from intake.domain.finding import Finding
from intake.domain.geometry import Quad, Rect
from intake.release.case import CaseDocument, CaseInput
from intake.release.parts.case import Kind

BOX = Quad.of_rect(Rect(10, 20, 110, 40))
CLASSES = {
    "enforcement_ruling": DocumentClass.RULING,
    "resident_id_front": DocumentClass.ID_PROOF,
    "resident_id_back": DocumentClass.ID_PROOF,
    "account_confirmation": DocumentClass.BANK_ACCOUNT,
    "bank_card": DocumentClass.BANK_ACCOUNT,
    "passbook": DocumentClass.BANK_ACCOUNT,
    "account_permit": DocumentClass.BANK_ACCOUNT,
    "ruling": DocumentClass.RULING,
    "civil_judgment": DocumentClass.RULING,
    "civil_mediation": DocumentClass.RULING,
    "court_notice": DocumentClass.RULING,
    "temporary_id": DocumentClass.ID_PROOF,
    "passport": DocumentClass.ID_PROOF,
    "mainland_travel_permit": DocumentClass.ID_PROOF,
    "business_licence": DocumentClass.ID_PROOF,
    "legal_rep_certificate": DocumentClass.ID_PROOF,
    "power_of_attorney": DocumentClass.ID_PROOF,
    "receipt": DocumentClass.OTHER,
    "household_register": DocumentClass.OTHER,
    "guardianship_proof": DocumentClass.OTHER,
    "fiscal_account_note": DocumentClass.OTHER,
    "other": DocumentClass.OTHER,
}
NUMBER = "11010519491231002X"
CARD_NUMBER = "6222021234567890128"
READY: dict[str, dict[str, Value]] = {
    "enforcement_ruling": {
        "court_name": "浙江省杭州市西湖区人民法院",
        "case_number": "（2026）浙0106执1234号",
        "applicants": (Party("张三", id_number=NUMBER),),
        "cause": "民间借贷纠纷",
        "amount": "486320.50",
        "amount_upper": "人民币肆拾捌万陆仟叁佰贰拾元伍角整",
        "payee_name": "张三",
        "account_number": CARD_NUMBER,
        "decision_date": "2026-06-01",
        "has_seal": True,
    },
    "resident_id_front": {"name": "张三", "sex": "女", "birth_date": "1949-12-31", "id_number": NUMBER},
    "resident_id_back": {"valid_from": "2016-01-01", "valid_to": "2036-01-01"},
    "account_confirmation": {
        "case_number": "（2026）浙0106执1234号",
        "account_name": "张三",
        "account_number": CARD_NUMBER,
        "bank_name": "中国工商银行股份有限公司杭州西湖支行",
        "cnaps_code": "102331005059",
        "id_number": NUMBER,
        "confirmed_on": "2026-06-10",
    },
    "bank_card": {
        "card_number": CARD_NUMBER,
        "bank_name": "中国工商银行",
        "card_type": "借记卡",
        "holder_name": "张三",
    },
}
TODAY = date(2026, 7, 1)


def read(value: Value) -> Field:
    return Field(value, str(value), 0.999, FieldState.READ, 1, BOX)


def silent(state: FieldState) -> Field:
    return Field(None, "", 0.2, state, 1, BOX)


def paper(kind: str, number: int = 1, **changes: Value | None) -> CaseDocument:
    """Draw a paper of the ready case; a change to None takes the field away."""
    values = READY.get(kind, {}) | changes
    fields = {name: read(value) for name, value in values.items() if value is not None}
    document = Document(CLASSES[kind], kind, 0.99, (1,), fields=fields)
    return CaseDocument(f"d{number}", f"{kind}.jpg", f"{number:064x}", document)


def case_of(*papers: CaseDocument, **changes: object) -> CaseInput:
    case = CaseInput("r1", papers, Kind.ENFORCEMENT, TODAY)
    return replace(case, **changes)


def ready_case(
    without: str = "", changed: dict[str, dict[str, Value | None]] | None = None, **said: object
) -> CaseInput:
    """Draw the ready case, less one kind of paper, with changed fields, and with what a person said."""
    changes = changed or {}
    kinds = [kind for kind in READY if kind != without]
    return case_of(*(paper(kind, n, **changes.get(kind, {})) for n, kind in enumerate(kinds, start=1)), **said)


def noted(there: CaseDocument, *findings: Finding, **fields: Field) -> CaseDocument:
    """Add findings and fields to a paper."""
    document = replace(there.document, findings=findings, fields={**there.document.fields, **fields})
    return replace(there, document=document)


def replaced(case: CaseInput, there: CaseDocument) -> CaseInput:
    """Put a paper in the place of the one with the same identifier."""
    return replace(case, documents=tuple(there if p.document_id == there.document_id else p for p in case.documents))
