"""What was read comes back from its bytes to the last bit, and never as something else."""

from __future__ import annotations

import json
import string
from dataclasses import replace

import numpy as np
import pytest
from builders import page as built_page
from builders import seal
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from intake.domain.document import Candidate, Document, DocumentClass, Field, FieldState, Party, Reason
from intake.domain.errors import UnknownCoding
from intake.domain.finding import Finding, Severity
from intake.domain.geometry import Point, Quad
from intake.domain.page import Quality
from intake.domain.reading import PageReading
from intake.domain.text import Char, Lattice, Line, PageText, Seal, Source
from intake.store.codec import page_bytes, page_of, seen_page
from intake.store.machine import Machine, machine_json, machine_of

ALPHABET = ("", *"执行裁定书0123456789", " ")

floats = st.floats(allow_nan=False, allow_infinity=False)
chances = st.floats(0, 1)
points = st.builds(Point, floats, floats)
quads = st.builds(Quad, points, points, points, points)
words = st.text(max_size=12)
findings = st.builds(
    Finding, words, st.sampled_from(Severity), st.none() | words, st.dictionaries(words, words, max_size=3)
)


@st.composite
def lattices(draw) -> Lattice:
    shape = (draw(st.integers(0, 6)), draw(st.integers(1, 5)))
    return Lattice(draw(arrays.arrays(np.uint16, shape)), draw(arrays.arrays(np.float16, shape)), ALPHABET)


@st.composite
def lines(draw) -> Line:
    chars = tuple(
        draw(
            st.lists(
                st.builds(
                    Char, st.characters(exclude_categories=("Cs",)), chances, quads, st.none() | st.integers(0, 999)
                ),
                max_size=5,
            )
        )
    )
    text = "".join(char.text for char in chars)
    return Line(text, draw(chances), draw(quads), chars, draw(st.none() | lattices()), draw(st.sampled_from(Source)))


numbers = st.integers(0, 20_000)
texts = st.builds(
    PageText,
    numbers,
    numbers,
    numbers,
    st.lists(lines(), max_size=4).map(tuple),
    st.lists(st.builds(Seal, words, chances, quads), max_size=2).map(tuple),
    st.booleans(),
    st.none() | arrays.arrays(np.float32, st.integers(0, 40)),
    st.lists(quads, max_size=3).map(tuple),
)
qualities = st.builds(
    Quality, chances, st.lists(findings, max_size=3).map(tuple), st.dictionaries(words, chances, max_size=3)
)
pages = st.builds(PageReading, texts, st.sampled_from([0, 90, 180, 270]), qualities)

parties = st.builds(Party, words, *[st.none() | words] * 4)
values = words | st.booleans() | st.lists(words, max_size=3).map(tuple) | st.lists(parties, max_size=3).map(tuple)
fields = st.builds(
    Field,
    st.none() | values,
    words,
    chances,
    st.sampled_from(FieldState),
    numbers,
    quads,
    st.sampled_from(Source),
    st.booleans(),
    st.none() | floats,
    st.none() | words,
    st.lists(words, max_size=2).map(tuple),
    st.none() | words,
)
classes = st.sampled_from(DocumentClass)
documents = st.builds(
    Document,
    st.none() | classes,
    st.none() | words,
    chances,
    st.lists(numbers, max_size=3).map(tuple),
    st.none() | quads,
    st.dictionaries(st.text(string.ascii_lowercase, min_size=1), fields, max_size=3),
    st.lists(findings, max_size=2).map(tuple),
    st.lists(st.builds(Candidate, classes, st.none() | words, chances), max_size=2).map(tuple),
    st.none() | numbers,
    st.lists(st.builds(Reason, numbers, words, quads, floats), max_size=2).map(tuple),
)


def bare(page: PageReading) -> PageReading:
    """Return the page without what cannot be compared by `==`."""
    plain = tuple(replace(line, lattice=None) for line in page.text.lines)
    return replace(page, text=replace(page.text, lines=plain))


def bits(page: PageReading) -> list[tuple[object, ...] | None]:
    """Return all that `bare` leaves out, bit by bit."""
    found = [line.lattice for line in page.text.lines]
    looks = page.text.looks
    return [
        None if looks is None else (looks.dtype, looks.tobytes()),
        *(
            lattice
            and (
                lattice.classes.dtype,
                lattice.classes.shape,
                lattice.classes.tobytes(),
                lattice.probabilities.dtype,
                lattice.probabilities.tobytes(),
                lattice.alphabet,
            )
            for lattice in found
        ),
    ]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])  # pages are large
@given(pages)
def test_a_page_comes_back_as_it_was(page):
    back = page_of(page_bytes(page), ALPHABET)

    assert bare(back) == bare(page)
    assert bits(back) == bits(page)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents)
def test_a_document_comes_back_through_json_as_it_was(document):
    machine = Machine(document, (seal(),))

    assert machine_of(json.loads(json.dumps(machine_json(machine)))) == machine


def test_a_page_built_by_hand_comes_back():
    page = PageReading(built_page("执行裁定书", "账号：6222", seals=[seal()]), 90, Quality(0.5, labels={"blur": 0.25}))

    assert page_of(page_bytes(page)) == page


def test_a_page_to_be_looked_at_has_its_lines_and_not_the_characters_that_take_so_long():
    page = PageReading(built_page("执行裁定书", "账号：6222", seals=[seal()]), 90, Quality(0.5, labels={"blur": 0.25}))
    bare_lines = tuple(replace(line, chars=()) for line in page.text.lines)

    assert seen_page(page_bytes(page)) == replace(page, text=replace(page.text, lines=bare_lines))


def lettered(text: str = "书") -> PageReading:
    page = built_page(text)
    lattice = Lattice(np.ones((3, 5), np.uint16), np.full((3, 5), 0.5, np.float16), ALPHABET)
    return PageReading(replace(page, lines=(replace(page.lines[0], lattice=lattice),)), 0, Quality(1.0))


def test_another_version_is_unknown():
    packed = page_bytes(lettered())

    with pytest.raises(UnknownCoding):
        page_of(bytes([packed[0] + 1]) + packed[1:], ALPHABET)


def test_nothing_is_unknown():
    with pytest.raises(UnknownCoding):
        page_of(b"")


@pytest.mark.parametrize("alphabet", [(), ALPHABET[:-1], ALPHABET[::-1]])
def test_another_alphabet_is_unknown(alphabet):
    with pytest.raises(UnknownCoding):
        page_of(page_bytes(lettered()), alphabet)


def test_any_damage_is_unknown():
    packed = page_bytes(lettered())
    bent = [packed[:i] + bytes([packed[i] ^ 16]) + packed[i + 1 :] for i in range(len(packed))]
    cut = [packed[:i] for i in range(len(packed))]

    for damaged in (*bent, *cut, packed + b"x"):
        with pytest.raises(UnknownCoding):
            page_of(damaged, ALPHABET)
        with pytest.raises(UnknownCoding):
            seen_page(damaged)


def test_two_alphabets_on_a_page_are_a_bug():
    page = lettered()
    (line,) = page.text.lines
    other = replace(line, lattice=replace(line.lattice, alphabet=ALPHABET[:-1]))

    with pytest.raises(ValueError, match="one alphabet"):
        page_bytes(replace(page, text=replace(page.text, lines=(line, other))))


def test_characters_that_are_not_the_text_are_a_bug():
    page = lettered()
    (line,) = page.text.lines

    with pytest.raises(ValueError, match="characters"):
        page_bytes(replace(page, text=replace(page.text, lines=(replace(line, text="另"),))))
