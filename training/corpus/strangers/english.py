"""Draws pages in English: a letter, a paper in two columns, a commercial invoice, a manual, a printed e-mail."""

from __future__ import annotations

from random import Random

from intake.domain.drawing import Drawing, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import Canvas, Style
from intake.drawing.facts import pinyin
from intake.drawing.fonts import Face
from training.corpus.kit import Grid, digits, drawn, flow, lines, money, sheet, some, table

_PARTS = ("Steel bracket", "Rubber seal", "Control panel", "Cable 2.5 mm", "Filter unit", "Gear box", "Bearing", "Pump")


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn("english", _LAYOUTS, facts, seed)


def _letter(facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng)
    text = Style(rng.choice((Face.SONG, Face.HEI)), 28, leading=1.6)
    lines(page, ("Northgate Trading Ltd.", "14 Harbour Road", "Bristol"), text, (820, 150))
    lines(
        page,
        (f"Mr. {pinyin(facts.agent.name).title()}", "Purchasing Department", f"{facts.decided_on:%d %B %Y}"),
        text,
        (130, 330),
    )
    page.text(130, 520, "Dear Sir,", text)
    y = flow(page, some(rng, "english", 6), text, Rect(130, 560, 1110, 1380), indent=0)
    lines(page, ("Yours faithfully,", "", "J. Whitmore", "Sales Manager"), text, (130, y + 60))
    return page


def _paper(facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng)
    page.centred(
        620,
        160,
        rng.choice(("On the Estimation of Rainfall", "Robust Sorting of Small Parts", "A Study of River Traffic")),
        Style(Face.SONG_BOLD, 44),
    )
    page.centred(
        620, 220, f"{pinyin(facts.agent.name).title()} and {pinyin(facts.applicant.name).title()}", Style(Face.SONG, 26)
    )
    flow(
        page,
        ("Abstract. " + " ".join(some(rng, "english", 3)),),
        Style(Face.SONG_BOLD, 20, leading=1.45),
        Rect(180, 270, 1060, 420),
        indent=0,
    )
    for left in (90, 640):
        text = Style(Face.SONG, 21, leading=1.45)
        y = flow(page, ("1 Introduction", *some(rng, "english", 7)), text, Rect(left, 460, left + 510, 1100), indent=0)
        flow(page, ("2 Method", *some(rng, "english", 9)), text, Rect(left, y + 20, left + 510, 1640), indent=0)
    return page


def _invoice(facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng)
    page.text(110, 150, "COMMERCIAL INVOICE", Style(Face.HEI_BOLD, 52))
    text = Style(Face.HEI, 26, leading=1.5)
    lines(
        page,
        (f"Invoice No. {digits(rng, 7)}", f"Date {facts.decided_on}", "Terms FOB Ningbo", "Payment T/T 30 days"),
        text,
        (110, 230),
    )
    rows = [
        (part, str(rng.randint(1, 200)), money(rng, 2, 300), money(rng, 50, 9000)) for part in rng.sample(_PARTS, 6)
    ]
    y = table(
        page,
        460,
        (("Description", "Qty", "Unit price USD", "Amount USD"), *rows),
        text,
        Grid(110, 1130, (3, 1, 1.5, 1.5), 62),
    )
    lines(
        page,
        (
            f"TOTAL USD {money(rng, 900, 90000)}",
            f"Account No. {digits(rng, 14)}  SWIFT NGTRGB2L",
            "Authorised signature",
        ),
        text,
        (110, y + 80),
    )
    return page


def _manual(_facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng, (1000, 1400))
    page.text(80, 130, rng.choice(("SAFETY INSTRUCTIONS", "INSTALLATION", "TROUBLESHOOTING")), Style(Face.HEI_BOLD, 44))
    text, y = Style(Face.HEI, 24, leading=1.5), 170.0
    for i, said in enumerate(some(rng, "english", 8), 1):
        page.text(80, y + 44, f"{i}.", text)
        y = flow(page, (said,), text, Rect(130, y + 20, 920, 1080), indent=0)
    page.pen.rectangle((250, 1100, 750, 1310), outline=(60, 60, 60), width=4)
    page.pen.ellipse((330, 1140, 480, 1290), outline=(60, 60, 60), width=4)
    page.centred(500, 1350, f"Fig. {rng.randint(1, 9)}   Model XK-{digits(rng, 3)}", text)
    return page


def _mail(facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng)
    text = Style(rng.choice((Face.HEI, Face.ZEN)), 26, leading=1.6)
    who = pinyin(facts.agent.name).title()
    head = (
        "From: office@example.com",
        f"To: {who} <{who.split()[0].lower()}@example.com>",
        f"Sent: {facts.decided_on:%A, %d %B %Y} 10:{digits(rng, 2)}",
        "Subject: Re: meeting",
    )
    y = lines(page, head, text, (100, 120))
    page.pen.line((100, y, 1140, y), fill=(150, 150, 150), width=2)
    y = flow(
        page,
        (f"Hi {who.split()[-1]},", *some(rng, "english", 4), "Best regards", "Tom"),
        text,
        Rect(100, y + 30, 1140, 900),
        indent=0,
    )
    flow(
        page,
        tuple("> " + s for s in some(rng, "english", 4)),
        Style(Face.HEI, 26, (110, 110, 140), leading=1.6),
        Rect(100, y + 40, 1140, 1600),
        indent=0,
    )
    return page


_LAYOUTS = (_letter, _paper, _invoice, _manual, _mail)
