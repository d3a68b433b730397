"""Which of the stated values go into a request: those that all sources agree on; of others a person decides."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from intake.domain.names import same_name
from intake.release import sources
from intake.release.claims import Claim

Same = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class Settled:
    """What is stated for each value, best source first, and what of it goes into the request."""

    stated: Mapping[str, tuple[Claim, ...]]

    def claims(self, path: str) -> tuple[Claim, ...]:
        """Return the claims that a value rests on: all that state it, or none where they contradict each other."""
        return self.stated[path] if self.agree(path) else ()

    def value(self, path: str) -> str | None:
        return next((claim.value for claim in self.claims(path)), None)

    def agree(self, path: str) -> bool:
        """Say whether all that state a value state the same."""
        said, same = self.stated[path], SAME.get(path, str.__eq__)
        return all(same(said[0].value, claim.value) for claim in said[1:])


SAME: Mapping[str, Same] = dict.fromkeys((sources.COURT_NAME, sources.PAYEE_NAME, sources.ACCOUNT_NAME), same_name)
"""Values that are written in more than one way; all others agree only character by character."""
