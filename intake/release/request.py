"""ReleaseRequest v1: what is handed to the program that approves and pays, and when it is complete."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, Self

from pydantic import Field, model_validator

from intake.release.parts.account import Account
from intake.release.parts.amount import Amount
from intake.release.parts.base import Count, Part, Sha256
from intake.release.parts.case import Case
from intake.release.parts.check import CheckResult
from intake.release.parts.court import Court
from intake.release.parts.evidence import Evidence
from intake.release.parts.finding import ListedFinding
from intake.release.parts.material import Material
from intake.release.parts.payee import Payee
from intake.release.parts.versions import Versions

SCHEMA_ID = "intake/release-request/v1"

NEEDED = (
    "/court/code",
    "/court/name",
    "/case/number",
    "/payee/kind",
    "/payee/name",
    "/payee/id_type",
    "/payee/id_number",
    "/account/name",
    "/account/number",
    "/account/bank",
    "/amount/value",
    "/amount/upper_case",
)
"""JSON Pointers of the values that the papers must give. Branch and clearing number are not on a bank card."""

REQUIRED = ("/idempotency_key", "/payment_digest", *NEEDED)
"""JSON Pointers of the values that a ready request must have."""


class Status(StrEnum):
    """Only `ready` may be handed over."""

    READY = "ready"
    NEEDS_REVIEW = "needs_review"
    INCOMPLETE = "incomplete"
    BLOCKED = "blocked"


class ReleaseRequest(Part):
    """A request to pay out money that a court holds, with the evidence for every value in it."""

    schema_id: Literal["intake/release-request/v1"] = Field(description="Identifier of this schema.")
    request_id: str = Field(description="Identifier of the request, given once.")
    version: Count = Field(description="Version of the request; a new one needs a person.")
    idempotency_key: str | None = Field(
        description="release:{court}:{request id}:v{version}; made once, stored, never computed again."
    )
    payment_digest: Sha256 | None = Field(
        description="SHA-256 over canonical JSON of court, case, payee, amount and instalment; finds duplicates only."
    )
    status: Status = Field(description="Whether the request may be handed over.")
    court: Court = Field(description="Which court pays.")
    case: Case = Field(description="Which case the money belongs to.")
    payee: Payee = Field(description="The person or company that is to receive the money.")
    account: Account = Field(description="Where the money goes.")
    amount: Amount = Field(description="The sum to be paid.")
    instalment: Count = Field(description="Which payment of the case this is, counted from 1.")
    materials: tuple[Material, ...] = Field(description="The documents of the case.")
    evidence: tuple[Evidence, ...] = Field(description="Where the values come from.")
    checks: tuple[CheckResult, ...] = Field(description="The rules that were applied, and what came out.")
    findings: tuple[ListedFinding, ...] = Field(
        description="All that is missing, contradictory or doubtful, in the order in which a person deals with it."
    )
    versions: Versions = Field(description="Versions of the models that read and of the rules that decided.")

    @model_validator(mode="after")
    def _ready_means_complete(self) -> Self:
        """Refuse a ready request that lacks something: that would be a fault of ours."""
        if self.status is Status.READY and (self.missing() or self.findings):
            raise ValueError("a ready request has all required values and an empty list")
        return self

    def missing(self) -> tuple[str, ...]:
        """Return the JSON Pointers of required values that are null."""
        return tuple(path for path in REQUIRED if self._at(path) is None)

    def _at(self, path: str) -> object:
        found: object = self
        for name in path.strip("/").split("/"):
            found = getattr(found, name)
        return found
