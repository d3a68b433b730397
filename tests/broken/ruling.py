"""What can be wrong with ruling."""

from __future__ import annotations

from breaks import CIVIL_PAPER

BROKEN = CIVIL_PAPER
