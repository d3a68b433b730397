"""The machine-readable zone of travel documents (ICAO 9303): two lines of 44 characters, or three of 30."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from intake.domain.clean import Packed, packed

FILL = "<"
_FILLS = {"〈": "<", "‹": "<", "く": "<", "へ": "<", "ヘ": "<", "Λ": "<", "«": "<<", "《": "<<"}
"""What readers make of one or two fillers."""
_SPECKS = "[.,·'`、。-]"
_SAID = re.compile(f"[^{FILL}]*(?:{FILL}[^{FILL}]+)*(?:{FILL}{FILL}[^{FILL}]+(?:{FILL}[^{FILL}]+)*)?")
"""What comes before the fillers that end a line: words parted by one, and a double one once, after the surname."""
_CHARACTERS = re.compile("[0-9A-Z<]+")
_WEIGHTS = (7, 3, 1)
MODULUS = 10
_SEXES = {"M": "男", "F": "女"}
_TO_DIGIT = str.maketrans("OQDIBSZGL", "000185261")
_TO_LETTER = str.maketrans("01852", "OIBSZ")


@dataclass(frozen=True, slots=True)
class Spot:
    """A part of the zone: its line, and where it starts and ends there."""

    row: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Form:
    """How a zone is laid out; `proofs` are the check digits, each with the spots that it is reckoned over."""

    rows: int
    width: int
    spots: Mapping[str, Spot]
    proofs: Mapping[str, tuple[Spot, tuple[Spot, ...]]]
    digits: tuple[Spot, ...]
    """Where only digits may stand (a filler for a digit that is left out)."""
    letters: tuple[Spot, ...]
    spare: Mapping[int, tuple[int, int]]
    """By line: the part that fillers may end, which is where a reader loses some or sees too many."""


BOOKLET = Form(
    rows=2,
    width=44,
    spots={
        "code": Spot(0, 0, 2),
        "issuer": Spot(0, 2, 5),
        "name_latin": Spot(0, 5, 44),
        "document_number": Spot(1, 0, 9),
        "nationality": Spot(1, 10, 13),
        "birth_date": Spot(1, 13, 19),
        "sex": Spot(1, 20, 21),
        "valid_to": Spot(1, 21, 27),
    },
    proofs={
        "document_number": (Spot(1, 9, 10), (Spot(1, 0, 9),)),
        "birth_date": (Spot(1, 19, 20), (Spot(1, 13, 19),)),
        "valid_to": (Spot(1, 27, 28), (Spot(1, 21, 27),)),
        "optional": (Spot(1, 42, 43), (Spot(1, 28, 42),)),
        "all": (Spot(1, 43, 44), (Spot(1, 0, 10), Spot(1, 13, 20), Spot(1, 21, 43))),
    },
    digits=(Spot(1, 9, 10), Spot(1, 13, 20), Spot(1, 21, 28), Spot(1, 42, 44)),
    letters=(Spot(0, 0, 44), Spot(1, 10, 13), Spot(1, 20, 21)),
    spare={0: (5, 44), 1: (28, 42)},
)
CARD = Form(
    rows=3,
    width=30,
    spots={
        "code": Spot(0, 0, 2),
        "issuer": Spot(0, 2, 5),
        "document_number": Spot(0, 5, 14),
        "birth_date": Spot(1, 0, 6),
        "sex": Spot(1, 7, 8),
        "valid_to": Spot(1, 8, 14),
        "nationality": Spot(1, 15, 18),
        "name_latin": Spot(2, 0, 30),
    },
    proofs={
        "document_number": (Spot(0, 14, 15), (Spot(0, 5, 14),)),
        "birth_date": (Spot(1, 6, 7), (Spot(1, 0, 6),)),
        "valid_to": (Spot(1, 14, 15), (Spot(1, 8, 14),)),
        "all": (Spot(1, 29, 30), (Spot(0, 5, 30), Spot(1, 0, 7), Spot(1, 8, 15), Spot(1, 18, 29))),
    },
    digits=(Spot(0, 14, 15), Spot(1, 0, 7), Spot(1, 8, 15), Spot(1, 29, 30)),
    letters=(Spot(0, 0, 5), Spot(1, 7, 8), Spot(1, 15, 18), Spot(2, 0, 30)),
    spare={0: (15, 30), 1: (18, 29), 2: (0, 30)},
)
FORMS = (BOOKLET, CARD)


@dataclass(frozen=True, slots=True)
class Zone:
    """The lines of one zone, each as long as its form says."""

    lines: tuple[str, ...]
    form: Form

    @property
    def text(self) -> str:
        """All characters without a break: 88 of a booklet, 90 of a card."""
        return "".join(self.lines)

    @property
    def failing(self) -> tuple[str, ...]:
        """The parts whose check digit does not fit; `all` is the last digit, which proves all others together."""
        return tuple(name for name in self.form.proofs if not self._fits(name))

    def proved(self, name: str) -> bool:
        """Say whether a part has a check digit of its own, and it fits."""
        return name in self.form.proofs and self._fits(name)

    def value(self, name: str) -> str | None:
        """Return a part as documents state it: a day, 男 or 女, a name in two words; None where it is none."""
        written = self.part(name)
        if name in {"birth_date", "valid_to"}:
            return self._day(name)
        if name == "sex":
            return _SEXES.get(written)
        if name == "name_latin":
            return " ".join(re.sub(f"{FILL}+", " ", word) for word in written.strip(FILL).split(2 * FILL) if word)
        return written.strip(FILL) or None

    def part(self, name: str) -> str:
        """Return the characters of a part, fillers included."""
        return self._cut(self.form.spots[name])

    def _cut(self, spot: Spot) -> str:
        return self.lines[spot.row][spot.start : spot.end]

    def _fits(self, name: str) -> bool:
        place, covered = self.form.proofs[name]
        digit, parts = self._cut(place), "".join(map(self._cut, covered))
        return digit == check_digit(parts) or (digit == FILL and not parts.strip(FILL))

    def _day(self, name: str) -> str | None:
        """Return a day with its century: that of an end is this one, birth is the last year not after the end."""
        end, own = (re.fullmatch("([0-9]{2})([0-9]{2})([0-9]{2})", self.part(part)) for part in ("valid_to", name))
        if own is None or end is None:
            return None
        year, month, day = map(int, own.groups())
        century = 1900 if name == "birth_date" and year > int(end[1]) else 2000
        try:
            return date(century + year, month, day).isoformat()
        except ValueError:
            return None


def parse(text: str) -> Zone | None:
    """Read the characters of a zone without a break; None where they are not as many as any form has."""
    form = next((form for form in FORMS if len(text) == form.rows * form.width), None)
    if form is None or not _CHARACTERS.fullmatch(text):
        return None
    return Zone(tuple(text[i : i + form.width] for i in range(0, len(text), form.width)), form)


def check_digit(text: str) -> str:
    """Return the check digit: what all characters are worth, modulo 10."""
    return str(sum(worth(char, place) for place, char in enumerate(text)) % MODULUS)


def worth(char: str, place: int) -> int:
    """Return what a character adds to a check digit: weights 7, 3, 1, letters count from 10, fillers nothing."""
    return 0 if char == FILL else int(char, 36) * _WEIGHTS[place % len(_WEIGHTS)]


def as_digits(text: str) -> str:
    """Return a text with the letters that readers make of digits as these."""
    return text.translate(_TO_DIGIT)


def pack_zone(raw: str) -> Packed:
    """Pack a line of a zone: capital letters, digits and fillers, and whatever else a reader saw there."""
    kept = [(c, i) for i, char in enumerate(raw) for c in _FILLS.get(char, re.sub(_SPECKS, "", packed(char).upper()))]
    return Packed("".join(c for c, _ in kept), tuple(i for _, i in kept))


def aligned(line: Packed, row: int, form: Form) -> tuple[str, tuple[int | None, ...]]:
    """Return a line as long as the form wants it, and of each character its place in `line.text`.

    Only fillers are put in or left out; what letters and digits stand in the wrong places is seen by the check digits.
    """
    start, end = form.spare[row]
    tail = form.width - end
    chars: list[tuple[str, int | None]] = list(zip(line.text, range(len(line.text)), strict=True))
    stop = max(len(chars) - tail, start)
    middle = line.text[start:stop]
    size = len(middle.rstrip(FILL)) if tail else next(_SAID.finditer(middle)).end()
    fillers: list[tuple[str, int | None]] = [(FILL, None)] * (end - start - size)
    whole = [*chars[:start], *chars[start : start + size], *fillers, *chars[stop:]]
    return "".join(c for c, _ in whole), tuple(i for _, i in whole)


def rightful(line: str, row: int, form: Form) -> str:
    """Return a line with lookalikes put right where only digits, or only letters, may stand."""
    for spots, table in ((form.digits, _TO_DIGIT), (form.letters, _TO_LETTER)):
        for spot in (spot for spot in spots if spot.row == row):
            line = line[: spot.start] + line[spot.start : spot.end].translate(table) + line[spot.end :]
    return line


def zone_text(form: Form, parts: Mapping[str, str]) -> str:
    """Write a zone as a printer does: parts in their places, the check digits reckoned, fillers everywhere else."""
    rows = [FILL * form.width for _ in range(form.rows)]
    for name, written in parts.items():
        rows = _put(rows, form.spots[name], written)
    for place, covered in form.proofs.values():
        rows = _put(rows, place, check_digit("".join(rows[s.row][s.start : s.end] for s in covered)))
    return "".join(rows)


def _put(rows: Sequence[str], spot: Spot, written: str) -> list[str]:
    room = spot.end - spot.start
    filled = written[:room].ljust(room, FILL)
    return [row[: spot.start] + filled + row[spot.end :] if i == spot.row else row for i, row in enumerate(rows)]
