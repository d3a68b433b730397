"""Routes of uploads that go on after a break: the tus protocol 1.0 (core, creation, termination, checksum)."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Callable, Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Request, Response
from fastapi.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from intake.api.body import Id
from intake.api.desk import Here, Visit, caller, counted
from intake.api.problems import STORES, problems
from intake.api.stream import batches
from intake.domain.blob import Stored
from intake.domain.errors import Changed, Conflict, Invalid, TooLarge, TooMuch
from intake.service import resumable
from intake.service.names import shown_name
from intake.store.resumable import Resumable

router = APIRouter(tags=["resumable uploads"])
VERSION = "1.0.0"
EXTENSIONS = "creation,termination,checksum"
CHUNKS = "application/offset+octet-stream"
ALGORITHMS = ("sha1", "sha256")
LONGEST = 20  # digits of a number in a header
RAW = {"requestBody": {"content": {CHUNKS: {"schema": {"type": "string", "format": "binary"}}}}}
Metadata = Annotated[str | None, Header(description="`filename` and its name in base64.")]
Checksum = Annotated[str | None, Header(description="`sha1` or `sha256`, and the digest in base64.")]


class WrongProtocol(Changed):
    """The client speaks another version of the protocol."""

    code = "wrong_protocol"


async def spoken(
    response: Response,
    tus_resumable: Annotated[str | None, Header(description="Version of the protocol.", examples=[VERSION])] = None,
) -> None:
    """Refuse other versions of the protocol than ours. Raises WrongProtocol."""
    response.headers["Tus-Resumable"] = VERSION
    if tus_resumable != VERSION:
        raise WrongProtocol


@router.options("/uploads", status_code=204, responses=problems())
def offer(here: Here) -> None:
    """Say what of the protocol is spoken here."""
    limits = here.context.limits
    here.response.headers.update(
        {
            "Tus-Resumable": VERSION,
            "Tus-Version": VERSION,
            "Tus-Extension": EXTENSIONS,
            "Tus-Max-Size": str(limits.file_bytes),
            "Tus-Checksum-Algorithm": ",".join(ALGORITHMS),
        }
    )


@router.post(
    "/cases/{case_id}/uploads",
    status_code=201,
    response_class=Response,
    dependencies=[Depends(spoken), Depends(counted("uploads"))],
    responses=problems("no_such_thing", "bad_length", "wrong_protocol", "case_is_full"),
)
def begin(
    here: Here,
    case_id: Id,
    upload_length: Annotated[str, Header(description="Bytes of the whole file.", examples=["1048576"])],
    upload_metadata: Metadata = None,
) -> None:
    """Announce a file; its parts go to the address in `Location`."""
    size = _number(upload_length) or 0
    held = resumable.begin(here.context, here.asks, case_id, _name(upload_metadata), size)
    here.response.headers["Location"] = f"/api/v1/uploads/{held.id}"


@router.head(
    "/uploads/{upload_id}",
    dependencies=[Depends(spoken)],
    responses=problems("no_such_thing", "wrong_protocol", "case_is_full", *STORES),
)
def how_far(here: Here, upload_id: Id) -> None:
    """Say how many bytes are here; a finished file names its scan in `Upload-Scan`."""
    _tell(here, resumable.how_far(here.context, here.asks, upload_id))


@router.patch(
    "/uploads/{upload_id}",
    status_code=204,
    openapi_extra=RAW,
    dependencies=[Depends(spoken)],
    responses=problems(
        "no_such_thing",
        "wrong_offset",
        "wrong_protocol",
        "wrong_content_type",
        "more_than_announced",
        "too_many_uploads",
        "bad_checksum",
        "checksum_mismatch",
        "case_is_full",
        *STORES,
    ),
)
async def go_on(
    here: Here,
    upload_id: Id,
    request: Request,
    upload_offset: Annotated[str, Header(description="Bytes that are here already.", examples=["0"])],
    upload_checksum: Checksum = None,
) -> None:
    """Send the next part; what came before a break is kept, and the last part makes a scan of the file."""
    if request.headers.get("content-type") != CHUNKS:
        raise Invalid("wrong_content_type", wanted=CHUNKS)
    expected = _checksum(upload_checksum)
    held = await run_in_threadpool(resumable.look_at, here.context, here.asks, upload_id)
    if _number(upload_offset) != held.offset_:
        raise Conflict("wrong_offset", offset=str(held.offset_))
    with here.desk.pace.upload(caller(request)):
        stored = await _received(here, request, held, expected)
    if stored is not None:
        held = await run_in_threadpool(resumable.add, here.context, here.asks, held, stored)
    else:
        held = await run_in_threadpool(resumable.finish, here.context, here.asks, held)
    _tell(here, held)


@router.delete(
    "/uploads/{upload_id}",
    status_code=204,
    dependencies=[Depends(spoken)],
    responses=problems("no_such_thing", "wrong_protocol"),
)
def give_up(here: Here, upload_id: Id) -> None:
    """Say that the rest of a file will not come."""
    resumable.end(here.context, here.asks, upload_id)


async def _received(
    here: Visit, request: Request, held: Resumable, expected: tuple[str, bytes] | None
) -> Stored | None:
    """Take what comes, and keep it also where the line breaks, unless a checksum says what it should have been."""
    digest = hashlib.new(expected[0] if expected else ALGORITHMS[-1], usedforsecurity=False)
    with here.context.blobs.writer(held.size - held.offset_) as writer:
        takers = (writer.write, digest.update) if expected else (writer.write,)
        size = 0
        try:
            async for pieces in batches(request):
                size += await run_in_threadpool(_taken, takers, pieces)
        except TooLarge as error:
            raise TooMuch("more_than_announced", size=str(held.size)) from error
        except ClientDisconnect:
            if expected:
                return None
        if expected and digest.digest() != expected[1]:
            raise Invalid("checksum_mismatch")
        return await run_in_threadpool(writer.finish) if size else None


def _taken(takers: Sequence[Callable[[bytes], None]], pieces: Sequence[bytes]) -> int:
    for piece in pieces:
        for take in takers:
            take(piece)
    return sum(map(len, pieces))


def _tell(here: Visit, held: Resumable) -> None:
    headers = {"Upload-Offset": str(held.offset_), "Upload-Length": str(held.size), "Cache-Control": "no-store"}
    scan = {"Upload-Scan": held.scan_id} if held.scan_id is not None else {}
    here.response.headers.update(headers | scan)


def _number(said: str) -> int | None:
    return int(said) if said.isascii() and said.isdecimal() and len(said) <= LONGEST else None


def _name(metadata: str | None) -> str:
    """Return the name of a file from `key base64,key base64`; unnamed where nothing fits."""
    for pair in (metadata or "").split(","):
        key, _, value = pair.strip().partition(" ")
        if key == "filename":
            return shown_name(_bytes(value) or b"")
    return shown_name("")


def _checksum(said: str | None) -> tuple[str, bytes] | None:
    """Return the algorithm and the digest that a part should have. Raises Invalid `bad_checksum`."""
    if said is None:
        return None
    algorithm, _, value = said.partition(" ")
    digest = _bytes(value)
    if algorithm not in ALGORITHMS or not digest:
        raise Invalid("bad_checksum")
    return algorithm, digest


def _bytes(encoded: str) -> bytes | None:
    try:
        return base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        return None
