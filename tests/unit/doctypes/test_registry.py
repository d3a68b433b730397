"""Document types are found by being there."""

from __future__ import annotations

import sys

import pytest

import intake.doctypes
from intake.doctypes.registry import registry, types_in

DECLARED = """
from intake.domain.doctype import DocType
from intake.domain.document import DocumentClass

DOCTYPE = DocType("{name}", "样", "sample", DocumentClass.OTHER, {{"样": 1.0}})
"""


def _package(folder, monkeypatch, modules):
    root = folder / "sampletypes"
    for path, text in {"__init__.py": "", "module.py": "", **modules}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    monkeypatch.syspath_prepend(folder)
    for name in [name for name in sys.modules if name.startswith("sampletypes")]:
        monkeypatch.delitem(sys.modules, name)
    return __import__("sampletypes")


def test_first_types_are_there():
    assert {
        "enforcement_ruling",
        "resident_id_front",
        "resident_id_back",
        "bank_card",
        "account_confirmation",
        "other",
    } <= set(registry())


def test_registry_is_made_once():
    assert registry() is registry()


def test_a_new_type_is_one_folder(tmp_path, monkeypatch):
    package = _package(tmp_path, monkeypatch, {"receipt/__init__.py": DECLARED.format(name="receipt")})

    assert list(types_in(package)) == ["receipt"]


def test_a_type_in_a_folder_of_another_name_is_a_mistake(tmp_path, monkeypatch):
    package = _package(tmp_path, monkeypatch, {"invoice/__init__.py": DECLARED.format(name="receipt")})

    with pytest.raises(ValueError, match="invoice"):
        types_in(package)


def test_a_folder_without_a_type_is_a_mistake(tmp_path, monkeypatch):
    package = _package(tmp_path, monkeypatch, {"receipt/__init__.py": "DOCTYPE = None"})

    with pytest.raises(TypeError, match="receipt"):
        types_in(package)


@pytest.mark.parametrize("doctype", registry().values(), ids=lambda doctype: doctype.name)
def test_every_type_and_field_has_a_name_in_both_languages(doctype):
    names = [doctype.title, doctype.title_en]
    names += [name for spec in doctype.fields.values() for name in (spec.label, spec.label_en)]

    assert all(names)
    assert types_in(intake.doctypes)[doctype.name].name == doctype.name
