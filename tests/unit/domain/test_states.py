"""Things go only where there is a way."""

from __future__ import annotations

from itertools import product

import pytest

from intake.domain.errors import WrongState
from intake.domain.states import DOCUMENTS, REQUESTS, SCANS, DocumentState, RequestState, ScanState, moved, ways

ENDS = {DocumentState.REPLACED, RequestState.REPLACED}


@pytest.mark.parametrize("state", [*ScanState, *DocumentState, *RequestState])
def test_only_what_is_over_has_no_way_on(state: ScanState | DocumentState | RequestState):
    assert bool(ways(state)) == (state not in ENDS)


@pytest.mark.parametrize("table", [SCANS, DOCUMENTS, REQUESTS], ids=["scans", "documents", "requests"])
def test_every_state_is_reached_from_the_first_one(table: dict[ScanState, frozenset[ScanState]]):
    first = next(iter(table))

    reached = {first}
    for _ in table:
        reached |= {way for state in reached for way in table[state]}

    assert reached == set(table)


@pytest.mark.parametrize(("state", "wanted"), list(product(RequestState, RequestState)), ids=str)
def test_a_request_moves_only_along_its_ways(state: RequestState, wanted: RequestState):
    if wanted is state or wanted in REQUESTS[state]:
        assert moved(state, wanted) is wanted
    else:
        with pytest.raises(WrongState) as raised:
            moved(state, wanted)
        assert raised.value.facts == {"kind": "RequestState", "state": state, "wanted": wanted}


def test_what_was_handed_over_is_never_handed_over_again_unless_a_person_says_so():
    assert RequestState.HANDING_OVER not in ways(RequestState.HANDED_OVER)
    assert RequestState.HANDING_OVER not in ways(RequestState.UNKNOWN)
