"""`python -m training.classifier [--words] [--drawings N] [--papers N] [--hands N] [--corrected FOLDER]`: makes models.

Drawn pages of `training.corpus` teach the two witnesses twice. First without one layout and every third hand of every
type and without every third family of strangers, of the drawn and of those made of material: these then tell how the
witnesses are weighed, and from which belief on an answer is given. Real papers have other layouts than ours, so only
what was not taught shows what a belief is worth. Then with all pages. With --words only what pages say is taught, on
readings without pictures: the look stays as it is, and what is weighed beside it keeps its ratio to what is weighed
without it.
The same seed on the same versions gives the same models, but for the order in which processors add.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from intake.classifier.classify import OTHER
from intake.classifier.learned import Settings
from intake.doctypes.registry import registry
from training.classifier import accept, export, fuse, held, looks, says
from training.classifier.corrected import corrected
from training.classifier.gather import Seen, gathered, labels
from training.classifier.looked import looked
from training.classifier.reweigh import reweighed
from training.corpus.pages import by_hands, examples, papers, read_by_hands, read_examples
from training.export import print_hashes

SEED = 1
DRAWINGS, PAPERS, HANDS = 2000, 1500, 1056
SHOWN = 264  # papers by other hands that are drawn with pictures where only what pages say is taught: two by each
TARGET = Path(__file__).parents[2] / "intake/inference"
SAYS, LOOKS = "page-says.onnx", "page-looks.onnx"


def main() -> None:
    """Make the models and print their hashes for the manifest."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--drawings", type=int, default=DRAWINGS, help="papers drawn, each seen three times")
    options.add_argument("--papers", type=int, default=PAPERS, help="strangers made of material, each read three times")
    options.add_argument(
        "--hands", type=int, default=HANDS, help="papers of ours by other hands, each seen three times"
    )
    options.add_argument("--words", action="store_true", help="teach only what pages say; the look stays as it is")
    options.add_argument("--corrected", type=Path, help="folder with corrected.jsonl and the files it names")
    options.add_argument("--out", type=Path, default=TARGET, help="where the models go")
    chosen = options.parse_args()
    torch.set_num_threads(2)
    extra = list(corrected(chosen.corrected)) if chosen.corrected else []
    drawn, written = (read_examples, read_by_hands) if chosen.words else (examples, by_hands)
    pages = [
        *gathered(SEED, chosen.drawings, drawn),
        *gathered(SEED, chosen.papers, papers),
        *gathered(SEED, chosen.hands, written),
    ]
    if chosen.words:
        teach_words(pages, [page for page in gathered(SEED, SHOWN, by_hands) if held.is_held(page)], extra, chosen.out)
    else:
        teach(pages, extra, chosen.out)


def teach(pages: Sequence[Seen], extra: Sequence[Seen], out: Path) -> None:
    """Weigh the witnesses on what they were not taught, then teach them everything, and write."""
    names = labels()
    away = [page for page in pages if page.is_first and held.is_held(page)]
    known = [page for page in pages if not held.is_held(page)]
    witnesses = heard(away, says.taught(known, len(names), SEED), looks.taught(known, len(names), SEED))
    settings = settled(names, witnesses)
    report(witnesses, settings, away)
    everything = [*pages, *extra]
    export.write_says(out / SAYS, says.taught(everything, len(names), SEED), settings)
    export.write_looks(out / LOOKS, looks.taught(everything, len(names), SEED), names)
    print_hashes(out, SAYS, LOOKS)


def teach_words(pages: Sequence[Seen], shown: Sequence[Seen], extra: Sequence[Seen], out: Path) -> None:
    """Weigh what pages say on what was not taught, then teach it everything, and write it beside the former look.

    `shown` are pages with a picture, by hands that are not taught at first: they tell from which belief on an answer is
    given.
    """
    names, pages, shown = labels(), _worded(pages), _worded(shown)
    away = [page for page in pages if page.is_first and held.is_held(page)]
    text = says.taught([page for page in pages if not held.is_held(page)], len(names), SEED)
    found = says.logits(away, text)
    witnesses = fuse.heard(found, np.zeros_like(found), away)
    settings = reweighed(export.settings_of(TARGET / SAYS), fuse.weighed(witnesses, with_looks=False))
    beheld = fuse.heard(says.logits(shown, text), looked(TARGET / LOOKS, shown), shown)
    sure = accept.sure(fuse.beliefs(beheld, settings.seen), beheld.wanted, _same_class(names))
    settings = replace(settings, labels=tuple(names), sure=sure)
    report(witnesses, settings, away)
    export.write_says(out / SAYS, says.taught([*pages, *extra], len(names), SEED), settings)
    print_hashes(out, SAYS)


def _worded(pages: Sequence[Seen]) -> list[Seen]:
    return [page for page in pages if len(page.places)]


def heard(pages: Sequence[Seen], text: NDArray[np.float32], network: looks.Network) -> fuse.Heard:
    return fuse.heard(says.logits(pages, text), looks.logits(pages, network), pages)


def settled(names: Sequence[str], witnesses: fuse.Heard) -> Settings:
    """Weigh the witnesses, with and without the look, and choose from which belief on an answer is given."""
    seen, unseen = (fuse.weighed(witnesses, with_looks=flag) for flag in (True, False))
    mute = fuse.weighed_alone(witnesses, seen)
    found, shown = fuse.beliefs(witnesses, seen, mute), witnesses.shown
    sure = accept.sure(found[shown], witnesses.wanted[shown], _same_class(names))
    return Settings(tuple(names), seen, unseen, mute, sure)


def report(witnesses: fuse.Heard, settings: Settings, pages: Sequence[Seen]) -> None:
    """Print how often each witness, and all of them together, are right on the pages that weigh them."""
    answers = {
        "says": witnesses.says,
        "looks": witnesses.looks,
        "cues": witnesses.cues,
        "all": fuse.beliefs(witnesses, settings.seen, settings.mute),
        "without looks": fuse.beliefs(witnesses, settings.unseen),
    }
    strange = np.array([settings.labels[page.label] == OTHER for page in pages])
    print(f"{len(pages)} pages, {strange.sum()} of unseen strangers; {settings}")
    for name, answer in answers.items():
        right = answer.argmax(axis=1) == witnesses.wanted
        print(f"{name}: type right {right.mean():.2%}, of unseen strangers {right[strange].mean():.2%}")
    decides = answers["all" if witnesses.shown.any() else "without looks"]
    refused, wrong = accept.outcome(decides, witnesses.wanted, _same_class(settings.labels), settings.sure)
    print(
        f"below a belief of {settings.sure:.2f} {refused:.1%} are refused; of the others {wrong:.2%} are wrong classes"
    )


def _same_class(names: Sequence[str]) -> accept.Same:
    classes = [registry()[name].klass for name in names]
    return lambda a, b: classes[a] == classes[b]


if __name__ == "__main__":
    main()
