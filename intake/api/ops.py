"""Routes for those who run the service: is it alive, can it work, its metrics, and the description of all of this."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from intake.api.body import Answer
from intake.api.desk import Here, desk_of
from intake.api.problems import Responses, problems
from intake.domain.errors import Unavailable
from intake.metrics import CONTENT_TYPE
from intake.service import health
from intake.service.access import Right

router = APIRouter(tags=["ops"])
TEXT: Responses = {200: {"content": {"text/plain": {"schema": {"type": "string"}}}, "description": "Metrics."}}


class Health(Answer):
    """That the process answers."""

    status: str


class Ready(Answer):
    """That the process can work; `problems` are codes of what somebody must mend.

    `takes_no_writing`: the database has no room, so that nothing is taken in. `nobody_reads`, `nobody_sweeps`: what is
    taken in waits.
    """

    status: str
    problems: list[str]


@router.get("/healthz")
def healthz() -> Health:
    """Say that the process is alive; asks nothing of anybody else."""
    return Health(status="ok")


@router.get("/readyz", responses={503: problems()[503]})
def readyz(request: Request) -> Ready:
    """Say that the process can work: its database answers. What is taken in waits while nobody reads or sweeps."""
    seen = health.health(desk_of(request).context)
    if not seen.is_current:
        raise Unavailable(part="schema")
    return Ready(status="degraded" if seen.problems else "ok", problems=list(seen.problems))


@router.get("/metrics", response_class=Response, responses=problems() | TEXT)
def metrics(here: Here) -> Response:
    """Return the metrics of this process, for Prometheus."""
    here.asks.needs(Right.WATCH)
    return Response(here.desk.metrics(), media_type=CONTENT_TYPE)


@router.get("/api/v1/openapi.json", responses=problems())
def openapi(request: Request, _here: Here) -> dict[str, object]:
    """Return the description of this interface."""
    described: dict[str, object] = request.app.openapi()
    return described
