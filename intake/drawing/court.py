"""Sets a paper of a court: heading, running text over as many pages as it takes, signatures, a seal over the date."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from importlib.resources import files
from random import Random

from intake.domain.document import Party, Value
from intake.domain.drawing import Company, Drawing, Facts, Person
from intake.drawing.canvas import A4, Canvas, Style, wrap
from intake.drawing.facts import higher_court
from intake.drawing.fonts import Face
from intake.drawing.seal import RED, Seal, stamp
from intake.drawing.words import figures, hanzi_date, plain_date, spread

_FIRST, _LAST = 290.0, 2090.0  # baselines that text may have


@dataclass(frozen=True, slots=True)
class Look:
    """What differs between courts' printers and clerks; `numbers` are page numbers, as 第{n}页 or - {n} -."""

    court: Style
    title: Style
    body: Style
    sides: tuple[int, int]
    numbers: str
    wide: bool
    """Whether the roles of those who sign are spread: 审 判 员."""
    copy_stamp: bool


@dataclass(slots=True)
class Sheets:
    """The pages of a paper while its text flows over them."""

    look: Look
    pages: list[Canvas] = field(default_factory=lambda: [Canvas.blank(A4)])
    baseline: float = _FIRST

    @property
    def page(self) -> Canvas:
        return self.pages[-1]

    def heading(self, court_name: str, title: str, case_number: str) -> None:
        """Set who decides, what this is, and the number of the case at the right."""
        look, court = self.look, self.look.court
        while court.width(court_name) > look.sides[1] - look.sides[0]:
            court = court.sized(court.size - 2)
        self.page.centred(A4[0] / 2, 270, court_name, court)
        self.page.centred(A4[0] / 2, 270 + look.title.size * 1.55, title, look.title)
        self.baseline = 270 + look.title.size * 1.55 + 110
        if case_number:
            self.page.flush_right(look.sides[1], self.baseline, case_number, look.body)
            self.baseline += look.body.size * look.body.leading * 1.1

    def say(self, text: str, *, indent: bool = True) -> None:
        """Set a paragraph, from page to page where it is long."""
        body, (left, right) = self.look.body, self.look.sides
        start = 2.0 * body.size if indent else 0.0
        lines = wrap(text, body, right - left, start)
        for i, line in enumerate(lines):
            self.room(body.size)
            x = left + (start if i == 0 else 0.0)
            spare = right - x - body.width(line)
            full = i < len(lines) - 1 and spare < 2 * body.size
            spacing = body.spacing + (spare / max(len(line) - 1, 1) if full else 0.0)
            self.page.text(x, self.baseline, line, Style(body.face, body.size, body.colour, spacing, body.stroke))
            self.baseline += body.size * body.leading

    def room(self, height: float) -> None:
        """Go on with a new page unless `height` pixels are left on this one."""
        if self.baseline + height > _LAST:
            self.pages.append(Canvas.blank(A4))
            self.baseline = _FIRST

    def signed(self, by: Sequence[tuple[str, str]], day: date, clerk: str) -> float:
        """Set who decided, the day and the clerk in a column at the right; returns the baseline of the day."""
        step = self.look.body.size * max(self.look.body.leading, 1.75)
        if self.baseline + (len(by) + (4 if clerk else 2)) * step > _LAST:
            self.pages.append(Canvas.blank(A4))
            self.baseline = _FIRST
            self.say("（此页无正文）")
        self.baseline = max(self.baseline + step, 620.0)
        for role, name in by:
            self._sign(role, name)
            self.baseline += step
        at = self.baseline + step * 0.3
        self.page.flush_right(self.look.sides[1], at, hanzi_date(day), self.look.body)
        if clerk:
            self.baseline = at + step * 1.3
            self._sign("书记员", clerk)
        self.baseline += step
        return at

    def sealed(self, court_name: str, at: float, day: date, rng: Random) -> None:
        """Press the seal over the day at the baseline `at`, and the stamp of a true copy beside it."""
        if self.look.copy_stamp:
            note = Style(Face.SONG_BOLD, 34, RED if rng.random() < 0.5 else (60, 60, 70), spacing=4)
            self.page.paste_text((430, at + 40), "本件与原本核对无异", note, rng.uniform(-3, 3))
        middle = self.look.sides[1] - self.look.body.width(hanzi_date(day)) / 2
        stamp(self.page, Seal(court_name), (middle + rng.randint(-40, 40), at - rng.randint(20, 70)), rng)

    def done(self) -> tuple[Canvas, ...]:
        """Finish the pages: number and mark them."""
        for number, page in enumerate(self.pages, 1):
            text = self.look.numbers.format(n=number, all=len(self.pages))
            page.centred(A4[0] / 2, 2215, text, self.look.body.sized(30))
            page.mark(120, 2262)
        return tuple(self.pages)

    def _sign(self, role: str, name: str) -> None:
        shown = "\u3000".join(role) if self.look.wide else role
        self.page.flush_right(self.look.sides[1], self.baseline, f"{shown}\u3000\u3000{spread(name)}", self.look.body)

    def table(self, rows: Sequence[tuple[str, str]], first: float = 330) -> None:
        """Set a table of two columns, ruled: labels centred at the left, values in as many lines as they take."""
        body, (left, right) = self.look.body, self.look.sides
        step = body.size * 1.5
        for label, value in rows:
            lines = wrap(value, body, right - left - first - 50)
            top, height = self.baseline, max(len(lines), 1) * step + 34
            pen = self.page.pen
            pen.rectangle((left, top, right, top + height), outline=body.colour, width=2)
            pen.line((left + first, top, left + first, top + height), fill=body.colour, width=2)
            middle = top + height / 2 + body.size * 0.36
            self.page.centred(left + first / 2, middle, label, body)
            for i, line in enumerate(lines):
                self.page.text(left + first + 25, middle + (i - (len(lines) - 1) / 2) * step, line, body)
            self.baseline += height
        self.baseline += step * 1.4


def look_of(rng: Random, size: int | None = None) -> Look:
    """Choose how a court's paper looks; `size` is that of its text, in pixels."""
    body = rng.choice((Face.SONG, Face.MING, Face.KAI, Face.SONG))
    title = rng.choice((Face.SONG_BOLD, Face.HEI_BOLD, Face.SONG_BOLD))
    return Look(
        court=Style(rng.choice((Face.SONG_BOLD, title)), 56, spacing=rng.choice((2, 8, 12))),
        title=Style(title, rng.choice((68, 74, 80)), spacing=rng.choice((16, 30, 44))),
        body=Style(
            body, size or rng.choice((38, 40, 42)), stroke=body is Face.MING, leading=rng.choice((1.7, 1.76, 1.84))
        ),
        sides=rng.choice(((215, 1440), (200, 1455), (225, 1430))),
        numbers=rng.choice(("第{n}页", "- {n} -", "第 {n} 页 共 {all} 页", "{n}")),
        wide=rng.random() < 0.5,
        copy_stamp=rng.random() < 0.6,
    )


def panel(judges: Sequence[str], alone: str = "审判员") -> tuple[tuple[str, str], ...]:
    """Return who signs as what: a panel under its presiding judge, or a single judge."""
    roles = ("审判长", "审判员", "人民陪审员") if len(judges) > 1 else (alone,)
    return tuple(zip(roles, judges, strict=False))


def described(person: Person, *, resident: bool = True) -> str:
    """Say who a party is, as papers of courts do."""
    return (
        f"{person.name}，{person.sex}，{plain_date(person.born_on)}出生，{person.ethnicity}族，"
        f"住{person.address}" + (f"，公民身份号码{person.id_number}。" if resident else "。")
    )


def party_of(person: Person) -> Party:
    """Return what a perfect reader reports of `described`."""
    return Party(person.name, id_number=person.id_number, address=person.address)


def company_party(company: Company) -> Party:
    """Return what a perfect reader reports of a company with its seat, code and head."""
    head = company.legal_representative.name
    return Party(company.name, uscc=company.uscc, address=company.address, legal_representative=head)


@dataclass(frozen=True, slots=True)
class Days:
    """Writes the day that lies so many days after another one: in a text, {after[30]} or {ago[30]}."""

    day: date
    way: int = 1

    def __getitem__(self, days: int) -> str:
        return plain_date(self.day + timedelta(days=days * self.way))


def told(text: str, facts: Facts, rng: Random) -> tuple[str, ...]:
    """Fill a text of one paragraph a line with the facts; costs are drawn, for they matter to nobody."""
    third = (facts.amount / 3).quantize(Decimal("0.01"))
    filled = text.format_map(
        {
            "a": facts.applicant,
            "b": facts.respondent,
            "c": facts.company,
            "agent": facts.agent.name,
            "firm": facts.law_firm,
            "bank": facts.account,
            "cause": facts.cause,
            "first": facts.basis_case_number,
            "court": facts.court_name,
            "above": higher_court(facts.court_name),
            "judge": facts.judges[0],
            "phone": facts.phone,
            "who_a": described(facts.applicant),
            "who_b": described(facts.respondent),
            "where_b": described(facts.respondent, resident=False),
            "money": figures(facts.amount, commas=rng.random() < 0.4),
            "words": facts.amount_upper,
            "third": figures(third, commas=False),
            "rest": figures(facts.amount - 2 * third, commas=False),
            "fee": rng.randint(900, 9000),
            "half": rng.randint(100, 899),
            "ago": Days(facts.decided_on, -1),
            "after": Days(facts.decided_on),
        }
    )
    return tuple(line for line in filled.splitlines() if line)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a paper says between its heading and its signatures, and what a perfect reader reports of that.

    `court_name` and `case_number` are those of the facts where they are empty.
    """

    title: str
    paragraphs: tuple[str, ...]
    fields: Mapping[str, Value]
    court_name: str = ""
    case_number: str = ""


def civil(
    title: str, paragraphs: tuple[str, ...], fields: Mapping[str, Value], facts: Facts, *, appeal: str | None = None
) -> Decision:
    """Return a civil decision: of the first instance, or with `appeal` (民终, 民辖终) of the court above it."""
    if appeal:
        court, number = higher_court(facts.court_name), second_instance(facts.case_number, appeal)
    else:
        court, number = facts.court_name, first_instance(facts.case_number)
    return Decision(title, paragraphs, fields, court_name=court, case_number=number)


def decided(decision: Decision, facts: Facts, look: Look, rng: Random) -> Drawing:
    """Set a whole paper that judges and a clerk sign."""
    court, number = decision.court_name or facts.court_name, decision.case_number or facts.case_number
    sheets = Sheets(look)
    sheets.heading(court, decision.title, number)
    for paragraph in decision.paragraphs:
        sheets.say(paragraph)
    day = sheets.signed(panel(facts.judges), facts.decided_on, facts.clerk)
    sheets.sealed(court, day, facts.decided_on, rng)
    fields: dict[str, Value] = {
        "court_name": court,
        "title": decision.title,
        "case_number": number,
        **decision.fields,
        "decision_date": facts.decided_on.isoformat(),
        "judges": facts.judges,
        "clerk": facts.clerk,
        "has_seal": True,
    }
    return Drawing(tuple(page.page() for page in sheets.done()), fields)


@cache
def texts(package: str) -> Mapping[str, str]:
    """Return the texts of a type, by the name of their layout: what `texts.toml` in its folder says."""
    found: Mapping[str, str] = tomllib.loads((files(package) / "texts.toml").read_text("utf-8"))
    return found


def first_instance(number: str) -> str:
    """Make （2023）浙0106民初123号 of （2023）浙0106执123号."""
    return number.replace("执", "民初")


def second_instance(number: str, kind: str = "民终") -> str:
    """Make （2023）浙01民终123号 of （2023）浙0106执123号."""
    head, _, rest = number.partition("执")
    return f"{head[:-2] if head[-2:].isdigit() else head}{kind}{rest}"
