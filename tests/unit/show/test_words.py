"""People read the names they know, in their language."""

from __future__ import annotations

import pickle

import pytest

from intake.domain.doctype import DocType, FieldSpec
from intake.domain.document import DocumentClass
from intake.domain.errors import BadWeights, UnreadableSource
from intake.domain.finding import Finding, Severity
from intake.domain.messages import Language
from intake.show.words import Words

CARD = DocType(
    name="card",
    title="卡",
    title_en="Card",
    klass=DocumentClass.BANK_ACCOUNT,
    cues={},
    fields={"card_number": FieldSpec("卡号", "Card number", lambda _pages: None)},
)
ZH, EN = Words({"card": CARD}, Language.ZH), Words({"card": CARD}, Language.EN)


@pytest.mark.parametrize(
    ("words", "doctype", "klass", "title"),
    [
        pytest.param(ZH, "card", "bank_account", "卡", id="type"),
        pytest.param(EN, "card", "bank_account", "Card", id="type in English"),
        pytest.param(ZH, None, "other", "其他材料", id="class only"),
        pytest.param(EN, None, None, "Cannot tell what this paper is; please decide.", id="nobody can tell"),
    ],
)
def test_title(words: Words, doctype: str | None, klass: str | None, title: str):
    assert words.title(doctype, klass) == title


def test_a_finding_names_its_field_in_the_language_of_the_reader():
    finding = Finding("missing", Severity.REVIEW, "card_number")

    assert ZH.of(finding, "card") == "没有找到“卡号”，请补充。"
    assert EN.of(finding, "card") == "“Card number” was not found; please provide it."


def test_an_undeclared_field_keeps_its_name():
    assert ZH.label("amount", "card") == "amount"
    assert ZH.label("amount", None) == "amount"


@pytest.mark.parametrize("error", [UnreadableSource("empty_file", name="a"), BadWeights(name="m", reason="r")])
def test_errors_travel_between_processes(error: Exception):
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 our own bytes

    assert (type(copy), copy.code, copy.facts) == (type(error), error.code, error.facts)
