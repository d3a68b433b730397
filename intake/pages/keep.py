"""What is kept of an upright page: the picture that people are shown, and a hash by which near copies are found."""

from __future__ import annotations

import cv2
import numpy as np

from intake.domain.page import PageImage

QUALITY = 90  # of JPEG: print and seals stay sharp, a page of A4 at 300 dpi has about 1 MB
COLUMNS, ROWS = 8, 8  # of the hash: each bit says whether the picture gets darker to the right there


def picture(page: PageImage) -> bytes:
    """Return the page as JPEG, made from its pixels alone: nothing of the file that came is in it."""
    _, encoded = cv2.imencode(".jpg", cv2.cvtColor(page.pixels, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, QUALITY])
    return encoded.tobytes()


def look(page: PageImage) -> str:
    """Return the difference hash of the page, 16 hex digits: the same for copies of another size or compression."""
    grey = cv2.cvtColor(page.pixels, cv2.COLOR_RGB2GRAY)
    small = cv2.resize(grey, (COLUMNS + 1, ROWS), interpolation=cv2.INTER_AREA).astype(np.int16)
    return np.packbits(small[:, 1:] < small[:, :-1]).tobytes().hex()
