"""Takes in one "scan" as the API does, and dies at a named point of it as the loss of power would let it."""

from __future__ import annotations

import json
import os
import signal
import sys

from intake.boot.given import given
from intake.boot.service import service_context
from intake.service.access import Principal, Role
from intake.service.uploads import Arrived, take_in
from intake.store.rows import Scope


def main(case: str, key: str, point: str) -> None:
    def reach(name: str) -> None:
        if name == point:
            os.kill(os.getpid(), signal.SIGKILL)

    context = service_context(given(), lambda: reach("after_commit"))
    with context.blobs.writer(1 << 20) as writer:
        writer.write(json.dumps({"key": key}).encode())
        reach("mid_blob")
        kept = writer.finish()
    reach("after_blob")
    clerk = Principal("clerk", Role.CLERK, Scope("浙0106"))
    taken = take_in(context, clerk, case, [Arrived("scan.json", kept.sha256, kept.size)], key)
    sys.stdout.write(taken[0].scan.id)


if __name__ == "__main__":
    main(*sys.argv[1:])
