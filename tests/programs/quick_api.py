"""The API as `intake api` runs it. The arguments switch protections off, for tests that must go red without them.

`limits`: statements and locks are waited for as long as they take. `apart`: a database that is away, busy or full is
not told apart from a mistake of ours. `clock`: tokens end by the clock of this process. `keys`: an upload is taken in
however often it comes. `stream`: a body is held until its end. `thread`: who uploads sends the wake-up. `promise`:
a commit is not waited for.
"""

from __future__ import annotations

import sys
from functools import partial

import own_clock

from intake.api import uploads as route
from intake.api.bounds import has_files
from intake.boot import api as boot
from intake.boot.given import given
from intake.commands.running import told
from intake.service import uploads
from intake.store import database
from workers.wake import sender

FOR_EVER_S = 600


def no_limits() -> None:
    database.WAIT_S = FOR_EVER_S


def no_telling() -> None:
    database._passes = lambda _error: False


def no_keys() -> None:
    uploads._question = lambda *_asked: None


async def _whole(request):
    has_files(request.scope)
    yield [piece async for piece in request.stream()]


def no_promise() -> None:
    engine = database._engine
    database._engine = lambda url, how: engine(
        url, how | {"options": how["options"].replace("commit=on", "commit=off")}
    )


ARGUMENTS = {
    "limits": no_limits,
    "apart": no_telling,
    "clock": own_clock.use,
    "keys": no_keys,
    "stream": partial(setattr, route, "batches", _whole),
    "thread": partial(setattr, boot, "waker", sender),
    "promise": no_promise,
}


if __name__ == "__main__":
    for protection in sys.argv[1:]:
        ARGUMENTS[protection]()
    boot.api(given(), told()).run()
