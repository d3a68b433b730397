"""Looks for what PDF readers walk for ever or silently cut: circles of pages, forms and tables; pages not counted."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from functools import lru_cache

_NUMBER = re.compile(rb"(?:^|[^0-9])(\d{1,10})\s{1,4}\d{1,5}\s{1,4}$")
_NUMBER_REACH = 24  # bytes before `obj` that can hold its number
_END = re.compile(rb"\bendobj\b|\bstream\r?\n")
_REFERENCE = re.compile(rb"(\d{1,10})\s+\d{1,5}\s+R\b")
_KIDS = re.compile(rb"/Kids\s*\[([^\]]*)\]")
_FORM = re.compile(rb"/Subtype\s*/Form\b|/PatternType\s+1\b")  # both paint what their resources name
_PAINTED = re.compile(rb"/(?:XObject|Pattern)\s*(?:<<(.*?)>>|(\d{1,10})\s+\d{1,5}\s+R)", re.DOTALL)
_CATALOGUE = re.compile(rb"/Type\s*/Catalog\b")
_ROOT = re.compile(rb"/Pages\s+(\d{1,10})\s+\d{1,5}\s+R\b")
_RESOURCES = re.compile(rb"/Resources\s+(\d{1,10})\s+\d{1,5}\s+R")
_PACKED = re.compile(rb"/Type\s*/ObjStm\b")
_FIRST, _COUNT = re.compile(rb"/First\s+(\d{1,10})\b"), re.compile(rb"/N\s+(\d{1,7})\b")
_PREVIOUS, _START = re.compile(rb"/Prev\s+(\d{1,12})"), re.compile(rb"startxref\s+(\d{1,12})")
_TAIL = 2048  # bytes at the end of a file that hold where its table starts
_HEAD = 1 << 16  # bytes of an object's dictionary that are looked at
_UNPACKED = 8 << 20  # bytes of an object stream that are unpacked


def loops(content: bytes) -> bool:
    """Say whether tables, page tree or forms of a PDF lead back to themselves."""
    if _tables_loop(content):
        return True
    objects = _all(content)
    return _has_circle(_branches(objects)) or _has_circle(dict(_forms(objects)))


def pages(content: bytes) -> int:
    """Return how many pages hang on the tree, whatever its /Count says; 0 where that cannot be seen.

    Of several catalogues, left by those who changed the file, the one with the fewest counts. Only for a tree that
    does not loop.
    """
    objects = _all(content)
    branches = _branches(objects)
    roots = [_ROOT.search(head) for head in objects.values() if _CATALOGUE.search(head)]
    return min((_leaves(int(root[1]), branches, objects) for root in roots if root), default=0)


@lru_cache(maxsize=1)
def _all(content: bytes) -> Mapping[int, bytes]:
    return dict(_objects(content))


def _branches(objects: Mapping[int, bytes]) -> Mapping[int, tuple[int, ...]]:
    return {n: _references(b" ".join(_KIDS.findall(head))) for n, head in objects.items() if b"/Kids" in head}


def _leaves(root: int, branches: Mapping[int, tuple[int, ...]], objects: Mapping[int, bytes]) -> int:
    """Count what is no branch; a tree that hangs branches on two others is walked once for each of its objects."""
    seen, waiting, count = {root}, [root], 0
    while waiting:
        for kid in branches.get(waiting.pop(), ()):
            if kid in branches and kid not in seen:
                seen.add(kid)
                waiting.append(kid)
            elif kid in objects and kid not in branches:
                count += 1
    return count


def _tables_loop(content: bytes) -> bool:
    starts = _START.findall(content[-_TAIL:])
    at, seen = int(starts[-1]) if starts else None, set[int]()
    while at is not None and at not in seen and at < len(content):
        seen.add(at)
        end = content.find(b"startxref", at)
        previous = _PREVIOUS.search(content, at, end if end > 0 else len(content))
        at = int(previous[1]) if previous else None
    return at in seen


def _objects(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield number and dictionary of every object, the later ones of a file being the valid ones."""
    at = -1
    while (at := content.find(b"obj", at + 1)) >= 0:
        found = _NUMBER.search(content[max(at - _NUMBER_REACH, 0) : at])
        if found is None:
            continue
        end = _END.search(content, at, at + _HEAD)
        head = content[at + 3 : end.start() if end else at + _HEAD]
        yield int(found[1]), head
        if end and _PACKED.search(head):
            yield from _packed(head, content, end.end())


def _packed(head: bytes, content: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """Yield the objects of an object stream (ISO 32000-1, 7.5.7); what is not plain Flate is left alone."""
    first, count = _FIRST.search(head), _COUNT.search(head)
    end = content.find(b"endstream", start)
    if first is None or count is None or end < 0:
        return
    try:
        body = zlib.decompressobj().decompress(content[start:end], _UNPACKED)
        pairs = [int(n) for n in body[: int(first[1])].split()[: 2 * int(count[1])]]
    except (zlib.error, ValueError):
        return
    places = [int(first[1]) + at for at in pairs[1::2]]
    for number, begin, finish in zip(pairs[::2], places, [*places[1:], len(body)], strict=False):
        yield number, body[begin:finish]


def _forms(objects: Mapping[int, bytes]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield each form or pattern, and those that its resources name."""
    forms = {number for number, head in objects.items() if _FORM.search(head)}
    for number in forms:
        head = objects[number]
        if outside := _RESOURCES.search(head):
            head = objects.get(int(outside[1]), b"")
        named: list[int] = []
        for inside, reference in _PAINTED.findall(head):
            named += _references(inside or objects.get(int(reference), b""))
        yield number, tuple(n for n in named if n in forms)


def _references(head: bytes) -> tuple[int, ...]:
    return tuple(int(n) for n in _REFERENCE.findall(head))


def _has_circle(links: Mapping[int, tuple[int, ...]]) -> bool:
    """Say whether following links comes back; without recursion, for trees may be as deep as the file is long."""
    done: set[int] = set()
    for start in links:
        path, trail = {start}, [(start, iter(links[start]))]
        while trail:
            here, rest = trail[-1]
            following = next((n for n in rest if n in links and n not in done), None)
            if following in path:
                return True
            if following is None:
                trail.pop()
                path.discard(here)
                done.add(here)
            else:
                path.add(following)
                trail.append((following, iter(links[following])))
    return False
