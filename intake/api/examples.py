"""What bodies and answers look like: one example of each, for the description of the interface."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from intake.api import cases, corrections, documents, ops, papers, quality, requests, scans, search, tokens, uploads
from intake.api.doctypes import DocTypeAnswer

Json = Mapping[str, object]

CASE_ID = "019b2c50-7a00-7000-8000-000000000001"
SCAN_ID = "019b2c50-7a00-7000-8000-000000000002"
TWIN_ID = "019b2c50-7a00-7000-8000-000000000003"
DOCUMENT_ID = "019b2c50-7a00-7000-8000-000000000004"
OTHER_ID = "019b2c50-7a00-7000-8000-000000000005"
REQUEST_ID = "019b2c50-7a00-7000-8000-000000000006"
TOKEN_ID = "019b2c50-7a00-7000-8000-000000000007"  # noqa: S105 an identifier
SHA256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
AT = 1782892800.0
BOX = [[412.0, 1180.0], [1010.0, 1180.0], [1010.0, 1236.0], [412.0, 1236.0]]

_INSTALMENT = {"number": 1, "amount": "200000.00", "why": "分两期支付"}
_PARTY = {"name": "张三", "role": "申请执行人", "id_number": "110***********002X"}
_CASE = {
    "id": CASE_ID,
    "court": "浙0106",
    "number": "（2023）浙0106执1234号",
    "kind": "enforcement",
    "subject_amount": "486320.50",
    "parties": [_PARTY],
    "sensitivity": [],
    "links": {},
    "set_aside": {},
    "instalment": {**_INSTALMENT, "who": "li.na", "confirmed_by": None},
    "created_at": AT,
    "version": 3,
}
_SCAN = {
    "id": SCAN_ID,
    "case_id": CASE_ID,
    "sha256": SHA256,
    "name": "银行卡.jpg",
    "size": 261972,
    "state": "read",
    "error": None,
    "turns": {},
    "created_at": AT,
    "version": 2,
}
_FINDING = {
    "code": "needs_confirmation",
    "severity": "review",
    "field": "card_number",
    "message": "该内容由人工填写，须由另一人确认。",
    "message_en": "A person wrote this; another one must confirm it.",
}
_FIELD = {
    "label": "卡号",
    "label_en": "Card number",
    "value": "***************0136",
    "raw": "***************0136",
    "confidence": 1.0,
    "state": "read",
    "accepted": False,
    "page": 1,
    "box": BOX,
    "source": "reviewer",
    "repaired": False,
    "margin": None,
    "suggestion": None,
    "corrected_by": "li.na",
    "confirmed_by": None,
}
_DOCUMENT = {
    "id": DOCUMENT_ID,
    "scan_id": SCAN_ID,
    "case_id": CASE_ID,
    "state": "needs_review",
    "version": 4,
    "class": "bank_account",
    "type": "bank_card",
    "is_type_given": False,
    "confidence": 0.98,
    "pages": [1],
    "region": None,
    "pair": None,
    "candidates": [],
    "fields": {"card_number": _FIELD},
    "findings": [_FINDING],
    "to_confirm": ["card_number"],
    "replaced_by": [],
    "created_at": AT,
}
_CORRECTION = {
    "id": OTHER_ID,
    "what": "value",
    "field": "card_number",
    "before": "***************0128",
    "after": "***************0136",
    "why": "第 12 位看错",
    "who": "li.na",
    "seconds": 4.5,
    "confirmed_by": None,
    "confirmed_at": None,
    "undone": False,
    "created_at": AT,
}
_LINE = {"text": "卡号 ****0136", "confidence": 0.998, "box": BOX}
_PAGE = {
    "number": 1,
    "width": 1654,
    "height": 2339,
    "rotation": 90,
    "quality": {"score": 0.93, "findings": [], "labels": {"blurred": 0.01}},
    "seals": [],
    "lines": [_LINE],
}
_SUMMARY = {
    "id": REQUEST_ID,
    "case_id": CASE_ID,
    "number": 1,
    "status": "ready",
    "state": "handed_over",
    "sha256": SHA256,
    "reference": "P-2026-000123",
    "reason": None,
    "message": None,
    "message_en": None,
    "created_at": AT,
    "version": 5,
}
_TASK = {
    "action": "provide",
    "heading": "请补交或重新提供",
    "heading_en": "Please bring or bring again",
    "lines": ["缺少收款人身份证正面。"],
    "lines_en": ["The front of the payee's identity card is missing."],
}
_SAMPLE = {"court": "浙0106", "month": "2026-07", "seed": 7}
_SHARE = {"decided": 41, "right": 40, "open": 2, "accuracy": 40 / 41}
_TOKEN = {"person": "zhang.san", "role": "clerk", "court": "浙0106", "cases": None, "expires_at": None}
_CHANGE = {"field": "card_number", "value": "6222 0212 3456 7890 136", "why": "第 12 位看错", "seconds": 4.5}

EXAMPLES: Mapping[type[BaseModel], Json] = {
    cases.OpenCase: {
        "kind": "enforcement",
        "court": "浙0106",
        "number": "(2023)浙0106执1234号",
        "subject_amount": "486320.50",
        "parties": [{"name": "张三", "role": "申请执行人", "id_number": "11010519491231002X"}],
    },
    cases.ChangeCase: {"subject_amount": "486320.50", "instalment": _INSTALMENT},
    cases.CaseAnswer: _CASE,
    cases.CaseList: {"items": [_CASE], "next": CASE_ID},
    uploads.UploadAnswer: {"scans": [{**_SCAN, "state": "queued", "same_as": [TWIN_ID]}], "is_repeat": False},
    scans.ScanAnswer: _SCAN,
    scans.ScanList: {"items": [_SCAN], "next": None},
    scans.ScanLook: {
        **_SCAN,
        "pages": [1],
        "documents": [DOCUMENT_ID],
        "same_as": [],
        "near": [{"page": 1, "scan_id": TWIN_ID, "other_page": 2}],
        "stage_ms": {"decode": 31, "ocr": 812, "classify": 2, "extract": 3, "total": 848},
    },
    scans.PageAnswer: _PAGE,
    scans.PageList: {"items": [_PAGE], "next": None},
    scans.TurnPages: {"turns": {"1": 90}, "why": "横放"},
    papers.DocumentAnswer: _DOCUMENT,
    papers.DocumentList: {"items": [_DOCUMENT], "next": None},
    papers.CorrectionAnswer: _CORRECTION,
    papers.CorrectionList: {"items": [_CORRECTION], "next": None},
    documents.Unmask: {"why": "与开户行核对账号"},
    documents.Unmasked: {"value": "6222021234567890136"},
    corrections.CorrectFields: {"changes": [_CHANGE]},
    corrections.Confirm: {"field": "card_number"},
    corrections.GiveType: {"type": "bank_card", "why": "不是存折"},
    corrections.Split: {"pages": [[1, 2], [3]], "why": "第 3 页是另一份材料"},
    corrections.Join: {
        "documents": [{"id": DOCUMENT_ID, "version": 1}, {"id": OTHER_ID, "version": 1}],
        "why": "同一份",
    },
    corrections.Replaced: {"documents": [OTHER_ID]},
    requests.StepAnswer: {
        "step": "provide",
        "title": "提交材料",
        "title_en": "The papers are brought",
        "working_days": 7,
        "due": "2026-07-10",
        "materials": ["执行裁定书", "收款账户确认书、银行卡或存折"],
        "materials_en": ["enforcement ruling", "account confirmation, bank card or passbook"],
        "role": "party",
        "role_title": "当事人",
        "role_title_en": "party",
    },
    requests.RequestSummary: _SUMMARY,
    requests.RequestList: {"items": [_SUMMARY], "next": None},
    requests.RequestAnswer: {
        **_SUMMARY,
        "status": "incomplete",
        "state": "draft",
        "reference": None,
        "body": {"schema_id": "intake/release-request/v1", "request_id": REQUEST_ID, "status": "incomplete"},
        "todo": [_TASK],
    },
    requests.Settle: {"why": "核心系统答复已付款", "reference": "P-2026-000123"},
    requests.NoticeAnswer: {"text": "补正通知书\n请于2026年7月8日前补交下列材料：\n1. 收款人身份证正面"},
    search.NumberSought: {"number": "6222 0212 3456 7890 128", "court": "浙0106"},
    quality.DrawSample: {**_SAMPLE, "size": 100},
    quality.SayVerdicts: {"verdicts": {"card_number": "right", "holder_name": "cannot_tell"}},
    quality.SampleAnswer: {**_SAMPLE, "documents": [_DOCUMENT], "next": None},
    quality.AccuracyAnswer: {
        "documents": 20,
        "checked": 19,
        "checkers": 2,
        "total": _SHARE,
        "fields": {"card_number": _SHARE},
    },
    DocTypeAnswer: {
        "name": "bank_card",
        "title": "银行卡",
        "title_en": "Bank card",
        "class": "bank_account",
        "fields": [
            {
                "name": "card_number",
                "label": "卡号",
                "label_en": "Card number",
                "is_required": True,
                "needs_confirmation": True,
                "is_masked": True,
            }
        ],
    },
    tokens.IssueToken: _TOKEN,
    tokens.Issued: {"id": TOKEN_ID, "secret": "Fd3A…, 43 characters, shown this once"},
    tokens.TokenList: {"items": [{"id": TOKEN_ID, **_TOKEN, "created_at": AT}], "next": None},
    ops.Health: {"status": "ok"},
    ops.Ready: {"status": "degraded", "problems": ["nobody_reads"]},
}
"""An example of each body and answer; a test holds each to its model, and sees that no route is without."""


def put_examples(described: Mapping[str, Any]) -> None:
    """Put the examples into a description, beside what they are of."""
    schemas = described["components"]["schemas"]
    for model, example in EXAMPLES.items():
        schemas[model.__name__]["examples"] = [example]
