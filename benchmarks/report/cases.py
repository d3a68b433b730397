"""The section about whole cases: every key field right, or flagged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from benchmarks.cases.judge import CaseJudged, Judged
from benchmarks.cases.plan import Condition
from benchmarks.cases.run import Whole
from benchmarks.cases.tally import (
    COVERAGES,
    HARD_ENOUGH,
    Limited,
    Share,
    accepted,
    accepted_wrong,
    as_many,
    by_field,
    exact,
    limited,
    over_thresholds,
    promises,
    risks,
    told,
    values_of,
)
from benchmarks.report.table import table
from intake.release.request import Status
from intake.validate.sureness import KEY_FIELDS

CASES = """\
Cases drawn by `benchmarks/cases` from layouts, typefaces, words and damages that neither a type's `draw` nor training
uses. Each page is read once by each reader and kept, so that the set grows from run to run. Every paper is a file of
its own, classified and read as any file is; a paper that is not recognised has no values. *Exact*: character for
character. *Accepted*: no finding asks a person to look at the value. Bounds hold with 95 % confidence (Clopper and
Pearson). Of papers under a seal only the values that a seal lies over count as such; the others stand as "beside a
seal".
"""
PEER = """\
RapidOCR reads the same pictures with its defaults; its lines are put into our reading order, turned upright, and given
to the same classifier and finders. Seals and the quality of a page are lent to it, for it says nothing of them.
"""
HARDSHIPS = """\
Half of the photocopies are copied once, as people copy a card or a paper to hand it in; the others again and again, by
machines that lose thin strokes or fill gaps (`benchmarks/cases/recopied.py`). Three in ten photographs are as they were
taken, the others were shaken, taken in a dim room or sent by chat (`benchmarks/cases/handled.py`). n of RapidOCR's text
is that of the cases that it read, in brackets.
"""
RISK = """\
The values of a field in the order of their confidence, that of the least sure character as today and that of the
calibrated error: how many of the surest are wrong when so much of the field is accepted. Values that a check or a rival
speaks against are left out. `-`: so much cannot be accepted, a finding asks about the rest.
"""
CALIBRATED = """\
`intake/validate/sureness.py` says of each value how likely it is wrong; `python -m training.fields` taught it on other
drawings (`models/sureness.md`). A value is accepted when no check speaks against it, when it is over the thresholds
that were set by hand, and when its error is so small that no more than a court's limit of the values accepted so were
wrong in training: 0.1 % unless the court says otherwise, as in all other tables here. *As many*: accepted by the
calibrated error alone, as many as the thresholds alone accept.
"""
WRONG = """\
Of a paper alone. What another paper of the case says otherwise stops the hand-off (`block`): named are the checks
between papers whose finding names the wrong value.
"""
EXACT = {Condition.CLEAN: 0.998, Condition.COPY: 0.99, Condition.PHONE: 0.97, Condition.SEAL: 0.95}
"""Of the key values of each field."""
ACCEPTED = {Condition.CLEAN: 0.85, Condition.PHONE: 0.6}
WRONG_ACCEPTED = 0.001
BESIDE = "beside a seal"
LIMITS = (0.0001, 0.0002, 0.0005, 0.001, 0.002)  # shares of the accepted values that a court lets be wrong
_MOST = 60  # rows of a list


def cases_section(found: Whole | None) -> Iterator[str]:
    """Yield the paragraphs of the section; nothing where no case was read."""
    if found is None or not found.cases:
        return
    values = values_of(found.cases)
    yield "## Whole cases"
    yield CASES
    yield _size(found, values)
    yield from _hard(found)
    yield "### Bars"
    yield table(("bar", "must be", "reached", "holds"), list(_bar_rows(values)))
    yield "### Exact"
    yield table(("field", *Condition), list(_exact_rows(values)))
    yield "### What people did with their papers"
    yield HARDSHIPS
    yield table(
        ("condition", "what happened", "n", "exact", "accepted", "accepted and wrong", "RapidOCR's text exact"),
        list(_hardship_rows(values, values_of(found.peer))),
    )
    yield "### Accepted without a person"
    yield table(("values", "n", "exact", "accepted", "accepted and wrong"), list(_accepted_rows(values)))
    yield "### Risk and coverage"
    yield RISK
    yield table(("field", "n", "by", *(f"{c:.0%}" for c in COVERAGES)), list(_risk_rows(values)))
    yield "### The calibrated error"
    yield CALIBRATED
    yield table(("accepted by", "limit", "accepted", "accepted and wrong"), list(_limit_rows(values)))
    yield table(
        ("calibrated error", "n", "said to be wrong", "wrong"),
        [
            (f"<= {p.limit}", p.wrong.n, f"{p.said:.2%}", f"{p.wrong.hit} ({p.wrong.rate:.2%})")
            for p in promises(values)
        ],
    )
    yield "### Straight through"
    yield table(
        ("condition", "papers", "recognised", "key fields accepted", "nothing asked", "cases", "key fields accepted",
         "nothing asked", "requests ready", "ready and wrong"),
        list(_straight_rows(found.cases)),
    )  # fmt: skip
    yield from _peer(found)
    yield from _wrong(found.cases)
    yield from _unread(values)


def _size(found: Whole, values: Sequence[Judged]) -> str:
    there = sum(value.truth is not None for value in values)
    return (
        f"{len(found.cases)} cases of {found.wanted} are read, {sum(len(c.papers) for c in found.cases)} papers with "
        f"{there} key values, {found.seconds:.2f} s a page; {len(found.peer)} of the cases by RapidOCR too."
    )


def _hard(found: Whole) -> Iterator[str]:
    """Say whether the set is hard enough to tell readers apart."""
    if not found.peer:
        return
    theirs = values_of(found.peer)
    rows = []
    for condition, limit in HARD_ENOUGH.items():
        share = exact(told(theirs, condition))
        holds = "-" if not share.n else "yes" if share.rate <= limit else "**no**"
        rows.append((condition, share.n, f"{share.rate:.1%}", f"<= {limit:.0%}", holds))
    yield "### Is the set hard enough?"
    yield table(("condition", "n", "exact by RapidOCR's text", "must be", "holds"), rows)


def _bar_rows(values: Sequence[Judged]) -> Iterator[Sequence[object]]:
    """Yield what the project asks of itself, and how far it is."""
    for condition, limit in EXACT.items():
        own = told(values, condition)
        shares = {"all together": exact(own)} | {name: exact(each) for name, each in by_field(own).items() if each}
        for name, share in shares.items():
            if share.n and (name == "all together" or share.rate < limit):
                yield _bar_row(f"exact, {condition}, {name}", share, limit)
    for condition, limit in ACCEPTED.items():
        if (share := accepted(told(values, condition))).n:
            yield _bar_row(f"accepted, {condition}", share, limit)
    wrong = accepted_wrong(values)
    holds = "yes" if wrong.rate <= WRONG_ACCEPTED else "**no**"
    yield "accepted and wrong", f"<= {WRONG_ACCEPTED:.1%}", _counted(wrong), holds


def _bar_row(name: str, share: Share, limit: float) -> Sequence[object]:
    return name, f">= {limit:.1%}", _bounded(share), "yes" if share.rate >= limit else "**no**"


def _exact_rows(values: Sequence[Judged]) -> Iterator[Sequence[object]]:
    for name, own in by_field(values).items():
        yield (name, *(_bounded(exact(told(own, condition))) for condition in Condition))
    yield ("all", *(_bounded(exact(told(values, condition))) for condition in Condition))


def _hardship_rows(values: Sequence[Judged], theirs: Sequence[Judged]) -> Iterator[Sequence[object]]:
    """Yield what was read of papers, by what people did with them."""
    kinds = dict.fromkeys((value.condition, value.hardship) for value in values if value.hardship)
    for condition, hardship in sorted(kinds):
        own, peer = (
            [v for v in all_of if (v.condition, v.hardship) == (condition, hardship)] for all_of in (values, theirs)
        )
        right, read, wrong = exact(own), exact(peer), accepted_wrong(own)
        rival = f"{read.rate:.1%} ({read.n})" if read.n else "-"
        yield (condition, hardship, right.n, _bounded(right), f"{accepted(own).rate:.1%}", _counted(wrong), rival)


def _accepted_rows(values: Sequence[Judged]) -> Iterator[Sequence[object]]:
    for condition in Condition:
        own = [v for v in values if v.condition is condition]
        if condition is Condition.SEAL:
            yield _accepted_row(condition, [v for v in own if v.is_covered])
            yield _accepted_row(BESIDE, [v for v in own if not v.is_covered])
        else:
            yield _accepted_row(condition, own)
    for name, own in by_field(values).items():
        yield _accepted_row(name, own)
    yield _accepted_row("all", values)


def _accepted_row(name: str, values: Sequence[Judged]) -> Sequence[object]:
    wrong, right = accepted_wrong(values), exact(values)
    return (name, right.n, f"{right.rate:.1%}", f"{accepted(values).rate:.1%}", _counted(wrong))


def _risk_rows(values: Sequence[Judged]) -> Iterator[Sequence[object]]:
    for name, own in by_field(values).items():
        for by, score in (("confidence", _sureness), ("calibrated", _rightness)):
            by_coverage = {risk.coverage: risk.wrong for risk in risks(own, score)}
            cells = (f"{w.hit} of {w.n}" if (w := by_coverage.get(c)) else "-" for c in COVERAGES)
            yield (name, exact(own).n, by, *cells)


def _limit_rows(values: Sequence[Judged]) -> Iterator[Sequence[object]]:
    for limit in LIMITS:
        yield ("both", f"{limit:.2%}", *_limited(limited(values, limit)))
    yield ("thresholds alone", "", *_limited(over_thresholds(values)))
    found = as_many(values)
    yield ("calibrated, as many", f"{found.limit:.3%}", *_limited(found))


def _limited(found: Limited) -> Sequence[object]:
    return f"{found.accepted.rate:.1%}", _counted(found.wrong)


def _counted(share: Share) -> str:
    return f"{share.hit} of {share.n} (at most {share.at_most:.2%})"


def _rightness(value: Judged) -> float:
    return -value.error


def _sureness(value: Judged) -> float:
    return value.field.confidence if value.field else 0.0


def _straight_rows(cases: Sequence[CaseJudged]) -> Iterator[Sequence[object]]:
    for condition in (*Condition, None):
        own = [case for case in cases if condition in {case.condition, None}]
        papers = [paper for case in own for paper in case.papers]
        ready = [case for case in own if case.status is Status.READY]
        yield (
            condition or "all",
            len(papers),
            *(
                _rate([getattr(paper, name) for paper in papers])
                for name in ("is_recognised", "is_straight", "is_silent")
            ),
            len(own),
            *(_rate([getattr(case, name) for case in own]) for name in ("is_straight", "is_silent")),
            _rate([case.status is Status.READY for case in own]),
            sum(not case.is_request_right for case in ready),
        )


def _peer(found: Whole) -> Iterator[str]:
    """Set RapidOCR's text beside ours, on the cases that both read."""
    if not found.peer:
        return
    names = {case.name for case in found.peer}
    ours = values_of([case for case in found.cases if case.name in names])
    theirs = values_of(found.peer)
    yield "### RapidOCR's text through the same finders"
    yield PEER
    rows = []
    for name in (*KEY_FIELDS, None):
        for condition in Condition:
            own, other = ([v for v in told(vs, condition) if name in {v.name, None}] for vs in (ours, theirs))
            if own:
                gap = 100 * (exact(own).rate - exact(other).rate)
                rows.append((name or "all", condition, len(own), _rated(own), _rated(other), f"{gap:+.1f}"))
    yield table(("field", "condition", "n", "ours", "RapidOCR's", "gap in points"), rows)
    yield table(
        ("text", "n", "exact", "accepted", "accepted and wrong"),
        [_accepted_row("ours", ours), _accepted_row("RapidOCR's", theirs)],
    )


def _wrong(cases: Sequence[CaseJudged]) -> Iterator[str]:
    """List every value that was accepted and is wrong: all of it is drawn."""
    wrong = [(case, value) for case in cases for value in case.values if value.is_accepted_wrong]
    yield "### Every value that was accepted and is wrong"
    if not wrong:
        yield "None."
        return
    yield WRONG
    yield table(
        ("case", "paper", "field", "true", "read", "confidence", "read on page", "its case is stopped by"),
        [
            (v.case, v.family, v.name, v.truth, v.value, f"{_sureness(v):.3f}", v.field and v.field.page,
             ", ".join(case.stopped_by(v.value)) or "-")
            for case, v in wrong
        ],
    )  # fmt: skip
    left = sum(not case.stopped_by(value.value) for case, value in wrong)
    yield f"Not stopped: {left} of {len(wrong)}."


def _unread(values: Sequence[Judged]) -> Iterator[str]:
    """Say where values were flagged or not found, the most frequent first."""
    lost = [v for v in values if v.truth is not None and not v.is_right and not v.is_accepted]
    counts = Counter((v.family, v.name, v.condition, _why(v)) for v in lost)
    yield "### Key values that were not read, by paper and reason"
    yield table(
        ("paper", "field", "condition", "what is said of it", "n"),
        [(*key, n) for key, n in counts.most_common(_MOST)],
    )


def _why(value: Judged) -> str:
    if value.type is None:
        return "paper not recognised"
    if value.field is None:
        return f"not found ({value.type})"
    return ", ".join((value.field.state, *value.codes))


def _bounded(share: Share) -> str:
    return f"{share.rate:.1%} of {share.n} (at least {share.at_least:.1%})" if share.n else "-"


def _rated(values: Sequence[Judged]) -> str:
    return f"{exact(values).rate:.1%}"


def _rate(flags: Sequence[bool]) -> str:
    return f"{sum(flags) / len(flags):.1%}" if flags else "-"
