"""The rule about cases that ask for special care (S38): they get no automatic approval."""

from __future__ import annotations

from intake.release.care import cared_for
from intake.release.claims import ORDER, Claim, papers
from intake.release.rules.rule import Scene, Verdict, verdict


def nobody_needs_care(scene: Scene) -> Verdict:
    """S38: nobody flagged the case, and no paper shows a foreign party or one of the forces."""
    said = tuple(Claim("sensitivity", flag) for flag in scene.case.sensitivity)
    found = tuple(claim for _, claim in cared_for(scene.case))
    computable = bool(papers(scene.case, ORDER))
    return verdict(holds=not (said or found), inputs=said + found, waits=(), computable=computable)
