"""Assembles a release request from the papers of a case: values with evidence, checks, the one list, the status."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from intake.domain.amount import text_of
from intake.domain.finding import Severity
from intake.domain.text import Source
from intake.release import sources
from intake.release.canonical import Payment
from intake.release.care import cared_for
from intake.release.case import CaseDocument, CaseInput
from intake.release.claims import Claim
from intake.release.labels import printable
from intake.release.listing import listing
from intake.release.parts.account import Account
from intake.release.parts.amount import Amount
from intake.release.parts.base import Box
from intake.release.parts.case import Case
from intake.release.parts.check import CheckInput, CheckResult
from intake.release.parts.court import Court
from intake.release.parts.evidence import Evidence
from intake.release.parts.finding import ListedFinding
from intake.release.parts.material import Material
from intake.release.parts.payee import IdType, Payee, PayeeKind
from intake.release.parts.versions import Version, Versions
from intake.release.request import NEEDED, ReleaseRequest, Status
from intake.release.rules.materials import absent
from intake.release.rules.matrix import judge
from intake.release.rules.rule import Result, Scene
from intake.release.settle import Settled
from intake.release.stated import stated

FIRST = 1  # version of a request as it is assembled


def assemble(case: CaseInput) -> ReleaseRequest:
    """Return the request of a case, or as much of it as the papers give."""
    settled = Settled(stated(case))
    results = judge(Scene(case, settled))
    findings = listing(case, settled, results)
    court = settled.value(sources.COURT_CODE)
    return ReleaseRequest(
        schema_id="intake/release-request/v1",
        request_id=case.request_id,
        version=FIRST,
        idempotency_key=f"release:{court}:{case.request_id}:v{FIRST}" if court else None,
        payment_digest=_digest(case, settled),
        status=status_of(case, settled, findings),
        court=Court(code=court, name=settled.value(sources.COURT_NAME)),
        case=_case(case, settled),
        payee=_payee(settled),
        account=_account(settled),
        amount=_amount(settled),
        instalment=_number(case),
        materials=tuple(_material(paper) for paper in case.documents),
        evidence=tuple(_evidence(path, claim) for path in sources.SOURCES for claim in settled.claims(path)),
        checks=tuple(_check(result) for result in results),
        findings=findings,
        versions=Versions(models=_versions(case.models), rules=_versions(case.rules)),
    )


def status_of(case: CaseInput, settled: Settled, findings: Sequence[ListedFinding]) -> Status:
    """Say what stands between the request and its hand-off: the worst of it."""
    if any(finding.severity is Severity.BLOCK for finding in findings):
        return Status.BLOCKED
    if absent(case) or any(not settled.stated[path] for path in NEEDED):
        return Status.INCOMPLETE
    return Status.NEEDS_REVIEW if findings else Status.READY


def _case(case: CaseInput, settled: Settled) -> Case:
    return Case(
        number=settled.value(sources.CASE_NUMBER),
        cause=settled.value(sources.CAUSE),
        kind=case.kind,
        subject_amount=None if case.subject_amount is None else text_of(case.subject_amount),
        sensitivity=tuple(dict.fromkeys((*case.sensitivity, *(flag.value for flag, _ in cared_for(case))))),
    )


def _payee(settled: Settled) -> Payee:
    kind, id_type = settled.value(sources.PAYEE_KIND), settled.value(sources.ID_TYPE)
    return Payee(
        kind=PayeeKind(kind) if kind else None,
        name=settled.value(sources.PAYEE_NAME),
        id_type=IdType(id_type) if id_type else None,
        id_number=settled.value(sources.ID_NUMBER),
    )


def _account(settled: Settled) -> Account:
    return Account(
        name=settled.value(sources.ACCOUNT_NAME),
        number=settled.value(sources.ACCOUNT_NUMBER),
        bank=settled.value(sources.BANK),
        branch=settled.value(sources.BRANCH),
        cnaps=settled.value(sources.CNAPS),
    )


def _amount(settled: Settled) -> Amount:
    return Amount(value=settled.value(sources.AMOUNT), currency="CNY", upper_case=settled.value(sources.UPPER_CASE))


def _digest(case: CaseInput, settled: Settled) -> str | None:
    paths = (sources.COURT_CODE, sources.CASE_NUMBER, sources.ID_NUMBER, sources.AMOUNT)
    court, number, payee, amount = (settled.value(path) for path in paths)
    if not (court and number and payee and amount):
        return None
    return Payment(court, number, payee, amount, _number(case)).digest()


def _number(case: CaseInput) -> int:
    """Return which payment of the case this is: the only one, where nobody states an instalment."""
    return case.instalment.number if case.instalment else 1


def _material(paper: CaseDocument) -> Material:
    document = paper.document
    return Material(
        document_id=paper.document_id,
        klass=document.klass,
        type=document.type,
        sha256=paper.sha256,
        pages=document.pages,
        file=printable(paper.file),
    )


def _evidence(path: str, claim: Claim) -> Evidence:
    """Return where a value was read; what a person gave with the case has no place."""
    field, paper = claim.field, claim.paper
    return Evidence(
        path=path,
        document_id=paper.document_id if paper else None,
        page=field.page if field else None,
        box=_box(claim),
        raw=printable(field.raw if field else claim.value),
        confidence=round(field.confidence, 4) if field else 1.0,
        source=field.source if field else Source.REVIEWER,
        confirmed_by=paper.confirmed.get(claim.name) if paper else claim.confirmed_by,
    )


def _box(claim: Claim) -> Box | None:
    if claim.field is None:
        return None
    a, b, c, d = ((round(p.x, 1), round(p.y, 1)) for p in claim.field.box.points)
    return a, b, c, d


def _check(result: Result) -> CheckResult:
    inputs = tuple(_input(claim) for claim in result.verdict.inputs)
    return CheckResult(rule=result.rule.name, version=result.rule.version, outcome=result.outcome, inputs=inputs)


def _input(claim: Claim) -> CheckInput:
    document_id = claim.paper.document_id if claim.paper else None
    page = claim.field.page if claim.field else None
    return CheckInput(document_id=document_id, page=page, field=claim.name, value=printable(claim.value))


def _versions(versions: Mapping[str, str]) -> tuple[Version, ...]:
    return tuple(Version(name=name, version=version) for name, version in sorted(versions.items()))
