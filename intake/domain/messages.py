"""The sentences people read, from one catalogue: Simplified Chinese first, English second."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files
from string import Template


class Language(StrEnum):
    ZH = "zh"
    EN = "en"


@cache
def catalogue() -> Mapping[str, Mapping[str, str]]:
    """Return code -> language -> sentence, with `$name` where a fact goes."""
    loaded: Mapping[str, Mapping[str, str]] = tomllib.loads(
        (files("intake.domain") / "messages.toml").read_text("utf-8")
    )
    return loaded


def sentence(code: str, facts: Mapping[str, str], language: Language) -> str:
    """Return the sentence of `code` with its facts; KeyError for a code or a fact that does not exist."""
    return Template(catalogue()[code][language]).substitute(facts)
