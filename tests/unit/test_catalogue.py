"""The catalogue speaks both languages about every code that the source raises."""

from __future__ import annotations

import re
from pathlib import Path
from string import Template

import pytest

from intake.domain.messages import Language, catalogue, sentence

SOURCE = Path(__file__).parent.parent.parent / "intake"
RAISED = re.compile(
    r'(?:Finding|UnreadableSource|sentence|_finding|_error)\(\s*"([a-z0-9_]+)"|^    code = "([a-z0-9_]+)"', re.MULTILINE
)


def _raised() -> list[str]:
    found = {
        first or second for path in SOURCE.rglob("*.py") for first, second in RAISED.findall(path.read_text("utf-8"))
    }
    return sorted(found - {"intake_error"})


@pytest.mark.parametrize("code", _raised())
def test_every_code_in_the_source_has_a_sentence(code: str):
    assert code in catalogue()


@pytest.mark.parametrize("code", sorted(catalogue()))
def test_every_sentence_speaks_both_languages_about_the_same_facts(code: str):
    entry = catalogue()[code]

    assert set(entry) == set(Language)
    assert set(Template(entry["zh"]).get_identifiers()) == set(Template(entry["en"]).get_identifiers())


def test_a_sentence_carries_its_facts():
    assert sentence("missing", {"label": "户名"}, Language.ZH) == "没有找到“户名”，请补充。"


def test_a_fact_that_is_not_given_is_an_error():
    with pytest.raises(KeyError):
        sentence("missing", {}, Language.EN)
