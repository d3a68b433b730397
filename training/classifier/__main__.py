"""`python -m training.classifier [--drawings N] [--corrected FOLDER]`: makes the two models of the classifier.

Drawn pages of `training.corpus` teach the two witnesses; other pages, with strangers of families that neither has seen,
tell how they are weighed and from which belief on an answer is given. The same seed on the same versions gives the same
models, but for the order in which processors add.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from intake.classifier.learned import Settings
from intake.doctypes.registry import registry
from training.classifier import export, fuse, looks, says
from training.classifier.corrected import corrected
from training.classifier.gather import Seen, gathered, labels

SEED, OTHER_SEED = 1, 2
DRAWINGS = 2400
SHARE = 4  # of the pages that teach come as many less to weigh the witnesses
UNSEEN = 3  # every third family of strangers is kept from the witnesses
TARGET = Path(__file__).parents[2] / "intake/inference"


def main() -> None:
    """Make the models and print their hashes for the manifest."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--drawings", type=int, default=DRAWINGS, help="papers drawn, each seen three times")
    options.add_argument("--corrected", type=Path, help="folder with corrected.jsonl and the files it names")
    options.add_argument("--out", type=Path, default=TARGET, help="where the models go")
    chosen = options.parse_args()
    torch.set_num_threads(2)
    drawn = gathered(SEED, chosen.drawings)
    extra = list(corrected(chosen.corrected)) if chosen.corrected else []
    held = gathered(OTHER_SEED, chosen.drawings // SHARE)
    teach(drawn, extra, held, chosen.out)


def teach(drawn: Sequence[Seen], extra: Sequence[Seen], held: Sequence[Seen], out: Path) -> None:
    """Teach, weigh and write."""
    names = labels()
    hidden = hidden_families(drawn)
    known = [*(page for page in drawn if page.family not in hidden), *extra]
    text = says.taught(known, len(names), SEED)
    network = looks.taught(known, len(names), SEED)
    witnesses = heard(held, text, network)
    settings = settled(names, witnesses)
    report(witnesses, settings, held, hidden)
    export.write_says(out / "page-says.onnx", text, settings)
    export.write_looks(out / "page-looks.onnx", network, names)
    for name in ("page-says.onnx", "page-looks.onnx"):
        content = (out / name).read_bytes()
        print(f"{name} {len(content)} bytes sha256 {hashlib.sha256(content).hexdigest()}")


def hidden_families(pages: Sequence[Seen]) -> frozenset[str]:
    """Return the families of strangers that teach nothing, so that strangers can be told from what was learned."""
    families = sorted({page.family for page in pages} - set(labels()))
    return frozenset(families[::UNSEEN])


def heard(pages: Sequence[Seen], text: NDArray[np.float32], network: looks.Network) -> fuse.Heard:
    cues = np.stack([page.cues for page in pages])
    return fuse.heard(says.logits(pages, text), looks.logits(pages, network), cues, [page.label for page in pages])


def settled(names: Sequence[str], witnesses: fuse.Heard) -> Settings:
    """Weigh the witnesses, with and without the look, and choose from which belief on an answer is given."""
    seen, unseen = (fuse.weighed(witnesses, with_looks=flag) for flag in (True, False))
    found = fuse.beliefs(witnesses, seen)
    return Settings(tuple(names), seen, unseen, fuse.sure(found, witnesses.wanted, _same_class(names)))


def report(witnesses: fuse.Heard, settings: Settings, pages: Sequence[Seen], hidden: frozenset[str]) -> None:
    """Print how often each witness, and all of them together, are right on the pages that weigh them."""
    answers = {
        "says": witnesses.says,
        "looks": witnesses.looks,
        "cues": witnesses.cues,
        "all": fuse.beliefs(witnesses, settings.seen),
        "without looks": fuse.beliefs(witnesses, settings.unseen),
    }
    strange = np.array([page.family in hidden for page in pages])
    print(f"{len(pages)} pages, {strange.sum()} of unseen strangers; {settings}")
    for name, answer in answers.items():
        right = answer.argmax(axis=1) == witnesses.wanted
        print(f"{name}: type right {right.mean():.2%}, of unseen strangers {right[strange].mean():.2%}")


def _same_class(names: Sequence[str]) -> fuse.Same:
    classes = [registry()[name].klass for name in names]
    return lambda a, b: classes[a] == classes[b]


if __name__ == "__main__":
    main()
