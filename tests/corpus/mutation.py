"""Class D: files with bytes flipped, overwritten, lost, doubled or swapped, each made again by its seed."""

from __future__ import annotations

from functools import cache, partial
from random import Random

from corpus.formats import BASES
from corpus.item import ANY, Item, item

EACH = 100  # of a format
HEAD = 256  # bytes in which half of the changes are: structure is at the front
_ODD = (b"\0\0\0\0", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\x80\0\0\0", b"\xff\xd8", b"endobj", b"\0", b"\x01\0")


def mutated(each: int = EACH) -> tuple[Item, ...]:
    """Return class D: `each` of every format."""
    return tuple(item(f"{kind}-{seed}", partial(_changed, kind, seed), *ANY) for kind in BASES for seed in range(each))


@cache
def _base(kind: str) -> bytes:
    return BASES[kind]()


def _changed(kind: str, seed: int) -> bytes:
    chance, content = Random(f"{kind} {seed}"), bytearray(_base(kind))
    for _ in range(chance.choice((1, 1, 2, 4, 16, 64))):
        _change(content, chance)
    return bytes(content)


def _change(content: bytearray, chance: Random) -> None:
    reach = min(HEAD, len(content)) if chance.random() < 0.5 else len(content)
    at = chance.randrange(8, max(reach, 9))  # what kind of file it is stays
    span = chance.choice((1, 2, 4, 40))
    match chance.randrange(6):
        case 0 | 1:
            content[at : at + 1] = bytes((chance.randrange(256),))
        case 2:
            content[at : at + 1] = bytes(b ^ 1 << chance.randrange(8) for b in content[at : at + 1])
        case 3:
            odd = chance.choice(_ODD)
            content[at : at + len(odd)] = odd
        case 4:
            del content[at : at + span]
        case _:
            content[at:at] = content[at : at + span]
