"""How many workers and how much of people's time the work of late took, from what was measured (S87)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from intake.service.context import Context
from intake.store import documents, happenings
from intake.store.happenings import Happening

RECENT = 20_000  # things that happened last, of all kinds: what is looked at
HOUR_S, WEEK_S = 3600.0, 7 * 86_400.0
BUSY = 0.7  # of an hour that a worker should read: nearer to all of it, what comes then waits for what came before
_MS, _SECOND = "_ms", 1000.0


@dataclass(frozen=True, slots=True)
class Capacity:
    """`page_s`: seconds of a worker for a page; `peak_pages` and `peak_s`: pages and seconds of the busiest hour.

    `review_s`: seconds of people on corrections within the last seven days, `reviews` how many of these were timed.
    """

    pages: int
    page_s: float
    peak_pages: int
    peak_s: float
    reviews: int
    review_s: float

    @property
    def workers(self) -> int:
        """Return how many workers the busiest hour needs; 0 where nothing was read of late."""
        return math.ceil(self.peak_s / (HOUR_S * BUSY))

    @property
    def staff_hours(self) -> float:
        """Return the hours a week that people spend on corrections."""
        return self.review_s / HOUR_S


def capacity(context: Context) -> Capacity:
    """Measure what was read of late. Raises Unavailable."""
    with context.database.read() as connection:
        recent = happenings.last(connection) - RECENT
        read = happenings.after(connection, recent, ("scan_read",), RECENT)
        reviews, review_s = documents.seconds_spent(connection, WEEK_S)
    return measured(read, reviews, review_s)


def measured(read: Sequence[Happening], reviews: int, review_s: float) -> Capacity:
    """Add up scans that were read: hours go by when they were done."""
    seconds, pages = Counter[int](), Counter[int]()
    for each in read:
        hour = int(each.at // HOUR_S)
        pages[hour] += int(each.facts.get("pages", 0))
        seconds[hour] += sum(int(spent) for name, spent in each.facts.items() if name.endswith(_MS))
    whole, (peak, peak_ms) = pages.total(), max(seconds.items(), key=lambda item: item[1], default=(0, 0))
    page_s = seconds.total() / _SECOND / whole if whole else 0.0
    return Capacity(whole, page_s, pages[peak], peak_ms / _SECOND, reviews, review_s)
