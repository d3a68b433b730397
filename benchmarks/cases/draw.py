"""Draws the papers of a case, lets them be captured, and keeps what is true of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.metadata import version
from pathlib import Path
from random import Random

from numpy.random import Generator, default_rng

from benchmarks.cases.handled import handled
from benchmarks.cases.plan import Condition, Plan
from benchmarks.cases.pressed import pressed
from benchmarks.cases.recopied import recopied
from benchmarks.drawings.damage import Damage, damaged
from benchmarks.drawings.kinds import KINDS
from benchmarks.drawings.people import held_facts
from benchmarks.kept import fingerprint, hash_of
from intake.domain.document import Value
from intake.domain.drawing import Facts
from intake.domain.page import Pixels

ROOT = Path(__file__).parents[2]
_CODE = (
    "benchmarks/drawings", "intake/drawing", "benchmarks/cases/draw.py", "benchmarks/cases/pressed.py",
    "benchmarks/cases/handled.py", "benchmarks/cases/recopied.py", "benchmarks/cases/plan.py",
)  # fmt: skip
_DAMAGE: Mapping[Condition, Sequence[Damage]] = {
    Condition.CLEAN: (Damage.SCAN,),
    Condition.COPY: (Damage.COPY,),
    Condition.PHONE: (Damage.PHONE,),
    Condition.SEAL: (Damage.SCAN,),
}
_Hands = Callable[[Pixels, Generator], tuple[Pixels, str]]
_HANDS: Mapping[Condition, _Hands] = {Condition.COPY: recopied, Condition.PHONE: handled}
"""What people do with a picture before it comes to us."""
_LATER = timedelta(days=20)  # after the account was confirmed the case is worked on


@dataclass(frozen=True, slots=True)
class Paper:
    """What is true of one paper; `pages` are the hashes of its pictures, `covered` the fields under a seal.

    `hardships` says of each page what people did with it, in the conditions in which they do anything.
    """

    type: str
    family: str
    fields: Mapping[str, Value]
    covered: frozenset[str]
    pages: tuple[str, ...]
    hardships: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Truth:
    """What is true of a case; `today` is the day on which it is worked on."""

    plan: Plan
    papers: tuple[Paper, ...]
    today: date


def drawn(plan: Plan) -> tuple[Truth, Mapping[str, Pixels]]:
    """Draw a case; returns what is true of it, and its pictures by their hashes."""
    facts = held_facts(plan.seed)
    made = [_paper(plan, kind, seed, facts) for kind, seed in plan.papers]
    pictures = {name: pixels for _, found in made for name, pixels in found.items()}
    return Truth(plan, tuple(paper for paper, _ in made), facts.confirmed_on + _LATER), pictures


@cache
def drawing_version() -> str:
    """Return what changes with all that can change how a case is drawn."""
    files = [path for name in _CODE for path in _files(ROOT / name)]
    return fingerprint(*(path.read_bytes() for path in files), version("pillow"), version("opencv-python-headless"))


def _files(path: Path) -> Sequence[Path]:
    return sorted(p for p in path.rglob("*") if p.suffix in {".py", ".toml"}) if path.is_dir() else [path]


def _paper(plan: Plan, name: str, seed: int, facts: Facts) -> tuple[Paper, Mapping[str, Pixels]]:
    kind = KINDS[name]
    drawing = kind.draw(seed, facts)
    damage = Random(f"damage {plan.number}").choice(_DAMAGE[plan.condition])  # noqa: S311 reproducible, not secure
    pictures, hardships, covered = list[Pixels](), list[str](), frozenset[str]()
    for number, page in enumerate(drawing.pages, 1):
        sheet = page
        if plan.condition is Condition.SEAL:
            sheet, under = pressed(page, drawing.fields, _owner(facts, name), Random(f"seal {seed} {number}"))  # noqa: S311
            covered |= under
        picture = damaged(sheet.pixels, damage, seed * 100 + number).pixels
        if hands := _HANDS.get(plan.condition):
            picture, hardship = hands(picture, default_rng((seed, number)))
            hardships.append(hardship)
        pictures.append(picture)
    hashes = tuple(map(hash_of, pictures))
    paper = Paper(kind.type, kind.family(seed), drawing.fields, covered, hashes, tuple(hardships))
    return paper, dict(zip(hashes, pictures, strict=True))


def _owner(facts: Facts, kind: str) -> str:
    """Return whose seal it is."""
    return facts.company.name if kind in {"business_licence", "legal_rep_certificate"} else facts.court_name
