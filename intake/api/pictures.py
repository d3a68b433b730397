"""Routes of pictures: pages and parts of them, as pixels that we rendered; what was uploaded is never sent back."""

from __future__ import annotations

import hashlib
from typing import Annotated

from fastapi import APIRouter, Header, Response

from intake.api.body import Id
from intake.api.desk import Here
from intake.api.documents import FieldName
from intake.api.problems import Responses, problems
from intake.api.scans import PageNumber
from intake.domain.errors import DamagedBlob
from intake.service import scans

router = APIRouter(tags=["pictures"])
KEPT = "private, max-age=300"
SIGNS = ((b"\xff\xd8\xff", "image/jpeg"), (b"\x89PNG\r\n\x1a\n", "image/png"))
PICTURE: Responses = {200: {"content": {"image/jpeg": {}, "image/png": {}, "image/webp": {}}, "description": "Pixels."}}
Known = Annotated[str | None, Header(alias="If-None-Match", description="ETag of the picture that is here already.")]


@router.get(
    "/scans/{scan_id}/pages/{number}/image",
    response_class=Response,
    responses=problems("no_such_thing", "no_such_page", "store_unavailable") | PICTURE,
)
def page_image(here: Here, scan_id: Id, number: PageNumber, known: Known = None) -> Response:
    """Return the upright page as a picture. For those who see numbers masked elsewhere, looking at it is noted."""
    sha256 = scans.picture(here.context, here.asks, scan_id, number)
    if known == f'"{sha256}"':
        return _unchanged(sha256)
    return _picture(here.context.blobs.read(sha256), sha256)


@router.get(
    "/documents/{document_id}/fields/{field}/crop",
    response_class=Response,
    responses=problems("no_such_thing", "no_such_page", "no_place", "unknown_field", "store_unavailable") | PICTURE,
)
def field_crop(here: Here, document_id: Id, field: FieldName, known: Known = None) -> Response:
    """Return the part of the page where a field stands, with a little around it; noted as a page is."""
    cut = scans.cut(here.context, here.asks, document_id, field)
    made = here.desk.crops.of(here.context.blobs, cut)
    sha256 = hashlib.sha256(made).hexdigest()
    return _unchanged(sha256) if known == f'"{sha256}"' else _picture(made, sha256)


def _picture(content: bytes, sha256: str) -> Response:
    headers = {"ETag": f'"{sha256}"', "Cache-Control": KEPT, "Content-Disposition": "inline", "Vary": "Authorization"}
    return Response(content, media_type=_kind(content, sha256), headers=headers)


def _unchanged(sha256: str) -> Response:
    return Response(status_code=304, headers={"ETag": f'"{sha256}"', "Cache-Control": KEPT, "Vary": "Authorization"})


def _kind(content: bytes, sha256: str) -> str:
    """Say what a picture of ours is; anything else in its place is not sent."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    for sign, kind in SIGNS:
        if content.startswith(sign):
            return kind
    raise DamagedBlob(sha256=sha256)
