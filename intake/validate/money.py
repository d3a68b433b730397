"""Rules about amounts: that they can be paid, and that words and figures say the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from intake.domain.amount import parse_figures, parse_words, text_of
from intake.domain.doctype import Rule
from intake.domain.document import Field
from intake.domain.finding import Finding, Severity
from intake.validate.fields import written


def amount_positive(field: str) -> Rule:
    """Check that an amount is money, and some."""

    def rule(fields: Mapping[str, Field]) -> Iterator[Finding]:
        value = written(fields, field)
        if value is None:
            return
        amount = parse_figures(value)
        if amount is None:
            yield Finding("amount_form", Severity.REVIEW, field, {"value": value})
        elif not amount:
            yield Finding("amount_zero", Severity.BLOCK, field)

    return rule


def words_equal_figures(words: str, figures: str) -> Rule:
    """Check 大写 against 小写 by value (X3): 票据法 art. 8 makes a bill void where they differ."""

    def rule(fields: Mapping[str, Field]) -> Iterator[Finding]:
        spoken = written(fields, words)
        if spoken is None:
            return
        said, amount = parse_words(spoken), parse_figures(written(fields, figures) or "")
        if said is None:
            yield Finding("amount_words_form", Severity.REVIEW, words, {"value": spoken})
        elif amount is not None and said != amount:
            facts = {"words": text_of(said), "figures": text_of(amount)}
            yield from (Finding("amount_words_differ", Severity.BLOCK, name, facts) for name in (figures, words))

    return rule
