"""The section about what pages are taken for, and how files are cut."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from benchmarks.bound import upper_bound
from benchmarks.classify.cuts import Cut
from benchmarks.classify.judge import Verdict, calibration_error, chance_error
from benchmarks.classify.run import Kinds
from benchmarks.report.table import table
from intake.domain.document import DocumentClass

PAGES = """\
Pages drawn by `benchmarks/drawings`: layouts, fonts, words and damages that neither a type's `draw` nor the training
uses, read by the OCR engine as they come (turned, copied, photographed, faxed), each document a file of its own.
*Class* and *type* are the likeliest ones with nothing rejected; *accepted* are those that were not left to a person as
"cannot tell". Near-misses quote, name or imitate a paper of ours. Pages without a word cannot be told upright.

The *old slice* was used in part to bound the cues (decision 0008), and its families were known by name to who wrote the
strangers of training. The *new slice* was written after training was frozen: near-misses of other families, and layouts
of known types that nothing else draws. One of its families, residence_card, then corrected what defines two types
(decision 0014): what it shows is no longer unseen. Who wrote the other hands of training (decision 0008) had seen its
layouts of known types, and none of the old slice.

*By chance* is the calibration error that so many pages would show if every belief were exactly true.
"""
CUTS = """\
Files that hold several documents, whole cases with separators, strangers and several cards on one sheet. *Exact*: every
document has its own pages, all of them, and every page with several documents is known as such.
"""
LEVELS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98)
UNSURE = 0.95
SLICES = {"Old slice": False, "New slice": True}
Verdicts = Sequence[Verdict]


def kinds_section(found: Kinds | None) -> Iterator[str]:
    """Yield the paragraphs of the section; nothing where it was not measured."""
    if found is None:
        return
    yield "## What pages are taken for"
    yield PAGES
    for name, is_fresh in SLICES.items():
        sliced = [tuple(v for v in vs if v.is_fresh is is_fresh) for vs in (found.verdicts, found.by_cues)]
        if sliced[0]:
            yield from _slice(name, sliced[0], sliced[1])
    yield f"Over both slices the calibration error below {UNSURE} is {_calibration(_unsure(found.verdicts))}."
    yield "### By damage"
    yield table(("damage", "n", "class right", "type right", "upright"), list(_damages(found.verdicts)))
    share = found.classify_s / found.ocr_s
    yield f"Classifying takes {found.classify_s * 1000:.1f} ms a page, {share:.1%} of its OCR time."
    yield "## How files are cut"
    yield CUTS
    yield table(("recipe", "files", "exact", "types right", "wrong cuts that are told"), list(_cut_rows(found.cuts)))


def _slice(name: str, full: Verdicts, cued: Verdicts) -> Iterator[str]:
    yield f"### {name}"
    yield table(("what", "n", "all witnesses", "cues alone"), list(_summary(full, cued)))
    yield table(
        ("true class", "n", *(f"taken for {c}" for c in DocumentClass), "cannot tell", "precision", "recall"),
        list(_confusion(full)),
    )
    yield table(("least belief", "rejected", "accepted", "wrong class of the accepted"), list(_rejection(full)))
    yield table(("type", "n", "type right", "taken for"), list(_types(full)))
    yield table(("near-misses", "n", "other", "a wrong class", "cannot tell"), list(_near(full)))


def _near(verdicts: Verdicts) -> Iterator[Sequence[object]]:
    for family in sorted({v.family for v in verdicts if v.near}):
        own = [v for v in verdicts if v.family == family]
        right, wrong = (_count(own, is_so) for is_so in (_accepted, _wrong))
        yield (family.partition("/")[0], len(own), right, wrong, len(own) - right - wrong)


def _summary(full: Verdicts, cued: Verdicts) -> Iterator[Sequence[object]]:
    both = (full, cued)
    yield ("class right, nothing rejected", len(full), *(_share(v, _class) for v in both))
    yield ("type right", len(full), *(_share(v, _type) for v in both))
    taken = [[v for v in vs if v.is_accepted] for vs in both]
    yield (
        "rejected",
        len(full),
        *(f"{1 - len(t) / max(len(v), 1):.1%}" for t, v in zip(taken, both, strict=True)),
    )
    yield ("class right of the accepted", "", *(_share(t, _accepted) for t in taken))
    others = [[v for v in vs if v.true_class is DocumentClass.OTHER] for vs in both]
    yield ("`other` pages accepted as `ruling`", len(others[0]), *(_count(o, _as_ruling) for o in others))
    near = [[v for v in vs if v.near] for vs in both]
    yield ("near-misses accepted as a wrong class", len(near[0]), *(_count(n, _wrong) for n in near))
    unsure = [_unsure(vs) for vs in both]
    yield (f"calibration error where belief is below {UNSURE}", len(unsure[0]), *map(_calibration, unsure))
    yield ("turned upright", len(full), _share(full, lambda v: v.is_upright), "")


def _unsure(verdicts: Verdicts) -> Verdicts:
    return [v for v in verdicts if v.belief < UNSURE]


def _confusion(verdicts: Sequence[Verdict]) -> Iterator[Sequence[object]]:
    for true in DocumentClass:
        own = [v for v in verdicts if v.true_class is true]
        said = Counter(v.klass for v in own)
        all_said = sum(v.klass is true for v in verdicts)
        right = said[true]
        precision, recall = (f"{right / n:.1%}" if n else "-" for n in (all_said, len(own)))
        yield (true, len(own), *(said[c] for c in DocumentClass), said[None], precision, recall)


def _rejection(verdicts: Sequence[Verdict]) -> Iterator[Sequence[object]]:
    for level in LEVELS:
        taken = [v for v in verdicts if v.confidence >= level]
        wrong = sum(not v.is_class_right for v in taken)
        bound = f"{wrong} ({wrong / len(taken):.2%}, at most {upper_bound(wrong, len(taken)):.2%})" if taken else "-"
        yield (f"{level:.2f}", f"{1 - len(taken) / len(verdicts):.1%}", len(taken), bound)


def _types(verdicts: Sequence[Verdict]) -> Iterator[Sequence[object]]:
    for name in sorted({str(v.true_type) for v in verdicts}):
        own = [v for v in verdicts if v.true_type == name]
        wrong = Counter(str(v.best_type) for v in own if not v.is_type_right)
        yield (name, len(own), _share(own, _type), ", ".join(f"{k} {n}" for k, n in wrong.most_common(4)))


def _damages(verdicts: Sequence[Verdict]) -> Iterator[Sequence[object]]:
    by_damage: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        by_damage[verdict.damage].append(verdict)
    for name, own in sorted(by_damage.items()):
        yield (name, len(own), _share(own, _class), _share(own, _type), _share(own, lambda v: v.is_upright))


def _cut_rows(cuts: Sequence[Cut]) -> Iterator[Sequence[object]]:
    names: list[str | None] = [*sorted({cut.recipe for cut in cuts})]
    for recipe in [*names, None] if names else []:
        own = [cut for cut in cuts if recipe in {cut.recipe, None}]
        wrong = [cut for cut in own if not cut.is_exact]
        told = f"{sum(cut.is_told for cut in wrong)} of {len(wrong)}" if wrong else "-"
        exact, named = (
            f"{sum(flags) / len(own):.1%}" for flags in ([c.is_exact for c in own], [c.is_named for c in own])
        )
        yield (recipe or "all", len(own), exact, named, told)


def _class(verdict: Verdict) -> bool:
    return verdict.is_class_right


def _type(verdict: Verdict) -> bool:
    return verdict.is_type_right


def _accepted(verdict: Verdict) -> bool:
    return verdict.klass is verdict.true_class


def _as_ruling(verdict: Verdict) -> bool:
    return verdict.klass is DocumentClass.RULING


def _wrong(verdict: Verdict) -> bool:
    return verdict.is_accepted and verdict.klass is not verdict.true_class


def _calibration(verdicts: Sequence[Verdict]) -> str:
    beliefs = [v.belief for v in verdicts]
    error = calibration_error(beliefs, [v.is_type_right for v in verdicts])
    return f"{error:.3f} (n {len(verdicts)}, by chance {chance_error(beliefs):.3f})"


def _share(verdicts: Sequence[Verdict], is_so: Callable[[Verdict], bool]) -> str:
    return f"{sum(map(is_so, verdicts)) / len(verdicts):.2%}" if verdicts else "-"


def _count(verdicts: Sequence[Verdict], is_so: Callable[[Verdict], bool]) -> int:
    return sum(map(is_so, verdicts))
