"""The API as `intake api` runs it. The arguments switch protections off, for tests that must go red without them.

`limits`: statements and locks are waited for as long as they take. `apart`: a database that is away, busy or full is
not told apart from a mistake of ours. `clock`: tokens end by the clock of this process.
"""

from __future__ import annotations

import sys

import own_clock

from intake.boot.api import api
from intake.boot.given import given
from intake.commands.running import told
from intake.store import database

FOR_EVER_S = 600


def without(protection: str) -> None:
    if protection == "limits":
        database.WAIT_S = FOR_EVER_S
    if protection == "clock":
        own_clock.use()
    if protection == "apart":
        database._passes = lambda _error: False


if __name__ == "__main__":
    for protection in sys.argv[1:]:
        without(protection)
    api(given(), told()).run()
