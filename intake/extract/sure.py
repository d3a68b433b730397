"""How sure the least sure character of a value must be for nobody to look at it."""

from __future__ import annotations

SURE = 0.8
CHECKED = 0.5  # for a number with a check digit: a single wrong character is found by it (GB 11643, Luhn, MOD 11,10)
DOUBTED = 0.7  # of what was surely read where it need not belong: less than SURE, so that a person is asked
