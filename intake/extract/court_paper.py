"""Fields that papers of courts share, and what makes such a paper doubtful: no seal, several applicants."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from operator import attrgetter

from intake.domain.doctype import FieldSpec, Finder
from intake.domain.document import Field
from intake.domain.finding import Finding, Severity
from intake.extract.awards import awarded, awarded_sum, awarded_sum_in_words, beneficiary, beneficiary_account
from intake.extract.fields import shown
from intake.extract.finders import Parse, field_of, has_seal, noticed, otherwise, running
from intake.extract.kinds import case, court_name, hanzi_date, signed_date
from intake.extract.paper import APPLICANTS, RESPONDENTS, section
from intake.extract.parties import parties
from intake.extract.reasons import appealed_case_number, stated_cause
from intake.extract.signature import clerk, judges, panel_complete

HEADING, SIGNATURE, ORDER, ORDERS = (section(attrgetter(n)) for n in ("heading", "signature", "order", "orders"))


def head(title: Parse) -> dict[str, FieldSpec]:
    """Return what stands at the head of a paper of a court, its title read by `title`."""
    return {
        "court_name": FieldSpec("法院", "Court", field_of(HEADING, court_name), required=True),
        "title": FieldSpec("文书名称", "Title", field_of(HEADING, title), required=True),
        "case_number": FieldSpec("案号", "Case number", field_of(HEADING, case), required=True),
    }


def sides(*, required: bool = True) -> dict[str, FieldSpec]:
    """Return who stands on both sides of a civil case, whatever their roles are called."""
    return {
        "applicants": FieldSpec("原告或申请人", "Applicants", parties(*APPLICANTS), required=required),
        "respondents": FieldSpec("被告或被申请人", "Respondents", parties(*RESPONDENTS), required=required),
    }


def foot(day: str = "裁判日期") -> dict[str, FieldSpec]:
    """Return what stands under a decision: its day, who made it, and the seal."""
    return {
        "decision_date": FieldSpec(day, "Date of decision", decision_date, required=True),
        "judges": FieldSpec("审判人员", "Judges", judges, required=True),
        "clerk": FieldSpec("书记员", "Clerk", clerk),
        "has_seal": FieldSpec("院印", "Seal", has_seal),
    }


decision_date: Finder = otherwise(
    field_of(SIGNATURE, signed_date),
    noticed(SIGNATURE, "[〇○零二].{1,6}年.{1,5}(?:月|日)"),
    field_of(running, hanzi_date),
)


def awards(label: str) -> dict[str, FieldSpec]:
    """Return what a civil case is about and what is awarded in it; people call the sum by `label`."""
    return {
        "basis_case_number": FieldSpec("原审案号", "Case number appealed against", appealed_case_number),
        "cause": FieldSpec("案由", "Cause", stated_cause),
        "amount": FieldSpec(label, "Amount", awarded_sum),
        "amount_upper": FieldSpec("金额大写", "Amount in words", awarded_sum_in_words),
        "payee_name": FieldSpec("收款人", "Payee", beneficiary),
        "account_number": FieldSpec("收款账号", "Account number", field_of(awarded, beneficiary_account)),
    }


def sealed(fields: Mapping[str, Field]) -> Iterator[Finding]:
    """Ask where no seal was seen: a paper of a court has one, a copy in black and white may hide it."""
    if "has_seal" in fields and fields["has_seal"].value is False:
        yield Finding("seal_missing", Severity.REVIEW, "has_seal")


def one_of_several(fields: Mapping[str, Field]) -> Iterator[Finding]:
    """Tell that the order pays one of several applicants; ask which, where it names nobody."""
    applicants = fields["applicants"].value if "applicants" in fields else None
    if isinstance(applicants, tuple) and len(applicants) > 1:
        severity = Severity.INFO if "payee_name" in fields else Severity.REVIEW
        yield Finding("several_applicants", severity, "payee_name", {"values": shown(applicants)})


SIGNED = (panel_complete, sealed)
"""Rules about the foot of a paper that judges sign."""
