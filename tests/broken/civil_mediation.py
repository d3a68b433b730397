"""What can be wrong with civil_mediation."""

from __future__ import annotations

from breaks import CIVIL_PAPER

BROKEN = CIVIL_PAPER
