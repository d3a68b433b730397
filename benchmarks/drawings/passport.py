"""Passports: the data page of today's Chinese booklet, that of the one before, and a foreign one in English."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from PIL import Image

from benchmarks.drawings.cards import plastic, small_mark
from benchmarks.drawings.layout import drawn
from benchmarks.drawings.marks import portrait
from benchmarks.drawings.mrz import Traveller, booklet
from benchmarks.drawings.people import latin
from intake.domain.drawing import Drawing, Facts, Person
from intake.domain.geometry import Rect
from intake.drawing.canvas import INK, Canvas, Colour, Style
from intake.drawing.fonts import Face

_PAGE = (1476, 1040)  # ISO 7810 ID-3, 125 x 88 mm, at 300 dots per inch
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")


@dataclass(frozen=True, slots=True)
class _Print:
    """How a booklet is printed: colours, faces, and where the labels stand."""

    label: Style
    ink: Style
    left: float
    step: float


def today(facts: Facts, rng: Random) -> Drawing:
    """Draw an electronic passport: labels in two languages above the values."""
    who, person = (
        _traveller(facts.applicant, f"E{rng.choice('ABCDEFGH')}{rng.randrange(10**7):07}", rng),
        facts.applicant,
    )
    page = plastic(rng, ((240, 226, 222), (222, 232, 240)), ((228, 206, 206), (202, 214, 230)), _PAGE)
    page.text(70, 90, "护照", Style(Face.SONG, 50, (140, 30, 36), stroke=1, spacing=10))
    page.text(210, 88, "PASSPORT", Style(Face.ZEN, 32, (140, 30, 36)))
    page.text(500, 70, "中华人民共和国", Style(Face.SONG, 38, (140, 30, 36), spacing=6))
    page.text(500, 108, "PEOPLE'S REPUBLIC OF CHINA", Style(Face.ZEN, 24, (140, 30, 36)))
    look = _Print(Style(Face.ZEN, 19, (60, 76, 110)), Style(Face.ZEN, 32, INK), 500, 108)
    rows = (
        (("类型/Type", "P"), ("国家码/Country Code", "CHN"), ("护照号/Passport No.", who.number)),
        (("姓名/Name", person.name),),
        (
            ("性别/Sex", f"{person.sex}/{who.sex}"),
            ("国籍/Nationality", "中国/CHINESE"),
            ("出生日期/Date of birth", _day(person.born_on)),
        ),
        (("出生地点/Place of birth", f"{_province(person)}/CHINA"), ("签发日期/Date of issue", _day(_issued(who)))),
        (("签发地点/Place of issue", f"{_province(person)}/CHINA"), ("有效期至/Date of expiry", _day(who.valid_to))),
        (("签发机关/Authority", "国家移民管理局"), ("持照人签名/Bearer's signature", "")),
    )
    _grid(page, look, rows, 150)
    page.text(500, 150 + 108 + 78, f"{who.surname}, {who.given}", look.ink.sized(28))
    return _drawing(page, who, person, rng, Rect(70, 170, 430, 640))


def before(facts: Facts, rng: Random) -> Drawing:
    """Draw the booklet of the nineties: labels at the left, typed values, a photograph glued in at the right."""
    who, person = _traveller(facts.applicant, f"G{rng.randrange(10**8):08}", rng), facts.applicant
    page = Canvas.blank(_PAGE, (236, 232, 218))
    page.centred(560, 84, "中华人民共和国护照　PASSPORT", Style(Face.SONG, 40, (40, 70, 60), stroke=1))
    label, ink = Style(Face.SONG, 27, (40, 70, 60)), Style(Face.KAI, 33, INK)
    rows = (
        ("类型 Type", "P"), ("签发国 Country", "CHN"), ("护照号码 Passport No.", who.number),
        ("姓 Surname", f"{person.name[: -2 if len(person.name) > 2 else 1] or person.name[0]}"),
        ("姓名 Name in full", person.name), ("姓名拼音 Latin", f"{who.surname} {who.given}"),
        ("性别 Sex", f"{person.sex} {who.sex}"), ("国籍 Nationality", "中国"),
        ("出生日期 Date of birth", _day(person.born_on)), ("有效期至 Date of expiry", _day(who.valid_to)),
        ("签发机关 Authority", "公安部出入境管理局"),
    )  # fmt: skip
    y = 150.0
    for name, value in rows:
        if name.startswith("姓 "):
            continue
        page.text(80, y, name, label)
        page.text(460, y, value, ink)
        y += 66
    return _drawing(page, who, person, rng, Rect(1060, 150, 1390, 600))


def foreign(facts: Facts, rng: Random) -> Drawing:
    """Draw a passport of Utopia, the country of the specimens of ICAO 9303."""
    who = _traveller(facts.applicant, f"{rng.choice('LNX')}{rng.randrange(10**8):08}", rng, "UTO")
    person = facts.applicant
    page = plastic(rng, ((214, 228, 222), (236, 236, 222)), ((196, 214, 206), (222, 216, 190)), _PAGE)
    page.text(70, 84, "UTOPIA", Style(Face.ZEN, 46, (30, 60, 90), stroke=1, spacing=8))
    page.text(480, 84, "PASSPORT / PASSEPORT", Style(Face.ZEN, 30, (30, 60, 90)))
    look = _Print(Style(Face.ZEN, 18, (90, 96, 110)), Style(Face.MONO, 31, INK), 480, 92)
    rows = (
        (("Type/Type", "P"), ("Code/Code", "UTO"), ("Passport No./No du passeport", who.number)),
        (("Surname/Nom", who.surname),),
        (("Given names/Prenoms", who.given),),
        (("Nationality/Nationalite", "UTOPIAN"), ("Date of birth/Date de naissance", _day(person.born_on))),
        (("Sex/Sexe", who.sex), ("Place of birth/Lieu de naissance", "ZENITH")),
        (("Date of issue", _day(_issued(who))), ("Date of expiry/Date d'expiration", _day(who.valid_to))),
    )
    _grid(page, look, rows, 150)
    drawing = _drawing(page, who, person, rng, Rect(70, 150, 420, 610))
    fields = dict(drawing.fields)
    fields.pop("name")
    return Drawing(drawing.pages, fields)


def _drawing(page: Canvas, who: Traveller, person: Person, rng: Random, photo: Rect) -> Drawing:
    portrait(page, photo, rng)
    _ghost(page, photo)
    first, second = booklet(who)
    page.pen.rectangle((0, 850, _PAGE[0], _PAGE[1]), fill=_pale(page))
    line = Style(Face.MONO, 46, INK)
    spaced = Style(Face.MONO, 46, INK, spacing=(_PAGE[0] - 150 - line.width(first)) / 43)
    page.text(75, 920, first, spaced)
    page.text(75, 990, second, spaced)
    small_mark(page, rng)
    return Drawing(
        (page.page(),),
        {
            "name": person.name,
            "name_latin": f"{who.surname} {who.given}",
            "sex": person.sex,
            "birth_date": person.born_on.isoformat(),
            "nationality": who.nationality,
            "document_number": who.number,
            "valid_to": who.valid_to.isoformat(),
            "mrz": first + second,
        },
    )


def _ghost(page: Canvas, photo: Rect) -> None:
    """Repeat the photograph small and pale, as security print does."""
    small = page.image.crop((photo.left, photo.top, photo.right, photo.bottom)).resize((120, 160))
    at = (round(photo.left) + 120, min(round(photo.bottom) + 20, 680))
    under = page.image.crop((*at, at[0] + 120, at[1] + 160))
    page.image.paste(Image.blend(under, small, 0.25), at)


def _grid(page: Canvas, look: _Print, rows: tuple[tuple[tuple[str, str], ...], ...], top: float) -> None:
    for i, row in enumerate(rows):
        width = (_PAGE[0] - look.left - 40) / 3
        for k, (label, value) in enumerate(row):
            x = look.left + k * width * (1 if len(row) > 2 else 1.4)
            page.text(x, top + i * look.step, label, look.label)
            page.text(x, top + i * look.step + 40, value, look.ink)


def _traveller(person: Person, number: str, rng: Random, country: str = "CHN") -> Traveller:
    surname, given = latin(person.name)
    until = date(rng.randint(2027, 2034), rng.randint(1, 12), rng.randint(1, 28))
    return Traveller(
        surname, given, "M" if person.sex == "男" else "F", person.born_on, until, number, country, country
    )


def _issued(who: Traveller) -> date:
    return who.valid_to.replace(year=who.valid_to.year - 10)


def _day(day: date) -> str:
    return f"{day.day:02} {_MONTHS[day.month - 1]} {day.year}"


def _province(person: Person) -> str:
    return person.address[:3] if person.address.startswith(("内蒙古", "黑龙江")) else person.address[:2]


def _pale(page: Canvas) -> Colour:
    r, g, b = (int(v) for v in page.image.getpixel((20, 1000)))  # type: ignore[union-attr]  # an RGB picture has three
    return min(r + 14, 255), min(g + 14, 255), min(b + 14, 255)


LAYOUTS = (today, before, foreign)


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn(LAYOUTS, facts, seed)
