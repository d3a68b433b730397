"""Draws the page of a passport that says who its holder is, with the machine-readable zone at its foot."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from intake.domain import mrz
from intake.domain.drawing import Drawing, Facts, Person
from intake.drawing.canvas import A4, Canvas, Colour, Run, Style
from intake.drawing.card import gears, guilloche, lay, round_corners
from intake.drawing.facts import pinyin
from intake.drawing.fonts import Face
from intake.drawing.portrait import portrait

PAGE = (1476, 1039)  # 125 x 88 mm at 300 dots per inch
_CAPTION: Colour = (64, 92, 132)
_VALUE: Colour = (30, 30, 36)
_RED: Colour = (190, 44, 52)
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_PROVINCES: Mapping[str, str] = {
    "浙江": "ZHEJIANG",
    "上海": "SHANGHAI",
    "北京": "BEIJING",
    "广东": "GUANGDONG",
    "江苏": "JIANGSU",
    "四川": "SICHUAN",
    "湖北": "HUBEI",
    "重庆": "CHONGQING",
    "陕西": "SHAANXI",
    "湖南": "HUNAN",
    "山东": "SHANDONG",
    "福建": "FUJIAN",
}
_LABELS: Mapping[str, str] = {
    "类型": "Type",
    "国家码": "Country Code",
    "护照号": "Passport No.",
    "姓名": "Name",
    "性别": "Sex",
    "国籍": "Nationality",
    "出生日期": "Date of birth",
    "出生地点": "Place of birth",
    "签发日期": "Date of issue",
    "签发地点": "Place of issue",
    "有效期至": "Date of expiry",
    "签发机关": "Authority",
}


@dataclass(frozen=True, slots=True)
class _Passport:
    """What one passport says; `code` is PO of the electronic ones and P< of those before."""

    holder: Person
    number: str
    code: str
    issued: date
    ends: date
    place: str

    @property
    def zone(self) -> str:
        surname, given = pinyin(self.holder.name).split(" ", 1)
        return mrz.zone_text(
            mrz.BOOKLET,
            {
                "code": self.code,
                "issuer": "CHN",
                "name_latin": f"{surname}<<{given.replace(' ', '<')}",
                "document_number": self.number,
                "nationality": "CHN",
                "birth_date": f"{self.holder.born_on:%y%m%d}",
                "sex": "M" if self.holder.sex == "男" else "F",
                "valid_to": f"{self.ends:%y%m%d}",
            },
        )


def draw(facts: Facts, seed: int) -> Drawing:
    """Draw one of four: electronic, older with its labels left, a copy on a sheet, one with colons."""
    rng = Random(f"passport {seed}")
    layout = seed % len(_LAYOUTS)
    passport = _passport(facts.applicant, rng, is_old=layout in _OLD)
    page = _LAYOUTS[layout](passport, rng)
    holder = facts.applicant
    return Drawing(
        (page.page(),),
        {
            "name": holder.name,
            "name_latin": pinyin(holder.name),
            "sex": holder.sex,
            "birth_date": holder.born_on.isoformat(),
            "nationality": "CHN",
            "document_number": passport.number,
            "valid_to": passport.ends.isoformat(),
            "mrz": passport.zone,
        },
    )


def _passport(holder: Person, rng: Random, *, is_old: bool) -> _Passport:
    issued = holder.id_valid_from
    return _Passport(
        holder=holder,
        number=f"{'G' if is_old else 'E'}{rng.randrange(10**8):08}",
        code="P<" if is_old else "PO",
        issued=issued,
        ends=issued.replace(year=issued.year + 10) - timedelta(days=1),
        place=next(place for place in _PROVINCES if holder.address.startswith(place)),
    )


def _electronic(passport: _Passport, rng: Random) -> Canvas:
    """Draw an electronic passport: captions above their values, in columns."""
    page = _page(rng, (226, 234, 242), ((182, 204, 226), (226, 198, 208), (196, 220, 214)))
    portrait(page, rng, passport.holder.sex, (76, 268), (388, 488))
    page.text(76, 118, "护照", Style(Face.SONG_BOLD, 54, _VALUE, spacing=10))
    page.text(76, 172, "PASSPORT", Style(Face.HEI_BOLD, 36, _VALUE, spacing=3))
    face, size = rng.choice((Face.HEI, Face.ZEN)), rng.choice((32, 34))
    caption, value = Style(face, 21, _CAPTION), Style(face, size, _VALUE)
    holder, x, y = passport.holder, 520, 82
    for i, (label, said) in enumerate((("类型", passport.code[0]), ("国家码", "CHN"))):
        _above(page, (x + 190 * i, y), label, said, (caption, value))
    _above(page, (x + 480, y), "护照号", passport.number, (caption, Style(Face.MONO, 42, _RED, spacing=3)))
    _above(page, (x, y + 104), "姓名", holder.name, (caption, value.sized(size + 4)))
    surname, given = pinyin(holder.name).split(" ", 1)
    page.text(x, y + 192, f"{surname}, {given}", value)
    rows = (
        (("性别", f"{holder.sex}/{'M' if holder.sex == '男' else 'F'}"), ("国籍", "中国/CHINESE")),
        (("出生地点", f"{passport.place}/{_PROVINCES[passport.place]}"), ("签发日期", _english(passport.issued))),
        (("签发地点", f"{passport.place}/{_PROVINCES[passport.place]}"), ("有效期至", _english(passport.ends))),
    )
    for i, row in enumerate(rows):
        for (label, said), dx in zip(row, (0, 210 if i == 0 else 480), strict=True):
            _above(page, (x + dx, y + 250 + 100 * i), label, said, (caption, value))
    _above(page, (x + 480, y + 250), "出生日期", _english(holder.born_on), (caption, value))
    _above(page, (x, y + 550), "签发机关", "公安部出入境管理局", (caption, value))
    page.text(x, y + 632, "MPS Exit & Entry Administration", value.sized(size - 4))
    _zone(page, passport)
    return page


def _labelled(passport: _Passport, rng: Random) -> Canvas:
    """Draw an older passport: labels left of their values, months as figure and word."""
    return _rows(passport, rng, colon="", words=True, photo=(70, 250))


def _copied(passport: _Passport, rng: Random) -> Canvas:
    """Draw a copy of an electronic passport on a sheet, with a note below it."""
    sheet = Canvas.blank(A4)
    lay(sheet, _electronic(passport, rng), 89, rng.choice((240, 420)))
    note = Style(Face.KAI, 44, (40, 40, 46), stroke=1)
    sheet.text(400, 1700, "经核对，此件与原件一致。", note)
    sheet.mark(120, 2262)
    return sheet


def _colons(passport: _Passport, rng: Random) -> Canvas:
    """Draw a passport with its portrait right, labels with a colon left."""
    return _rows(passport, rng, colon="：", words=False, photo=(1030, 190))


_LAYOUTS: tuple[Callable[[_Passport, Random], Canvas], ...] = (_electronic, _labelled, _copied, _colons)
_OLD = frozenset({1})


def _rows(passport: _Passport, rng: Random, *, colon: str, words: bool, photo: tuple[int, int]) -> Canvas:
    page = _page(rng, (240, 234, 226), ((222, 206, 186), (206, 216, 198), (220, 200, 206)))
    holder = passport.holder
    left = 440 if photo[0] < 200 else 90
    portrait(page, rng, holder.sex, photo, (320, 400))
    page.text(left, 92, "中华人民共和国", Style(Face.SONG_BOLD, 40, _VALUE, spacing=8))
    page.text(left, 138, "PEOPLE'S REPUBLIC OF CHINA", Style(Face.HEI, 24, _VALUE))
    page.text(left + 560, 112, "护照  PASSPORT", Style(Face.SONG_BOLD, 38, _VALUE))
    face = rng.choice((Face.HEI, Face.SONG_BOLD))
    label, value = Style(face, 25, _CAPTION), Style(face, 31, _VALUE)
    place = f"{passport.place} {_PROVINCES[passport.place]}"
    said = (
        ("护照号", passport.number),
        ("姓名", holder.name),
        ("", pinyin(holder.name)),
        ("性别", f"{holder.sex} {'M' if holder.sex == '男' else 'F'}"),
        ("国籍", "中国 CHINESE"),
        ("出生日期", _english(holder.born_on, words=words)),
        ("出生地点", place),
        ("签发日期", _english(passport.issued, words=words)),
        ("有效期至", _english(passport.ends, words=words)),
        ("签发机关", "公安部出入境管理局"),
    )
    for i, (name, text) in enumerate(said):
        y = 210 + 62 * i
        ink = value if name != "护照号" else Style(Face.MONO, 38, _RED, spacing=2)
        if not name:
            page.text(left + 330, y, text, ink)
            continue
        page.runs(y, (Run(f"{name}/{_LABELS[name]}{colon}", label, left), Run(text, ink, left + 330)), gap=" ")
    _zone(page, passport)
    return page


def _page(rng: Random, paper: Colour, waves: tuple[Colour, ...]) -> Canvas:
    page = Canvas.blank(PAGE, paper)
    guilloche(page.image, rng, waves, spacing=13)
    gears(page.image, (1380, 96), 46, (204, 150, 130))
    return page


def _above(page: Canvas, at: tuple[float, float], label: str, said: str, styles: tuple[Style, Style]) -> None:
    """Set a caption in both languages, and its value under it."""
    x, y = at
    page.text(x, y, f"{label}/{_LABELS[label]}", styles[0])
    page.text(x, y + 44, said, styles[1])


def _zone(page: Canvas, passport: _Passport) -> None:
    style = Style(Face.MONO, 46, (26, 26, 30), spacing=7.6)
    for i in range(mrz.BOOKLET.rows):
        width = mrz.BOOKLET.width
        page.text(68, 900 + 68 * i, passport.zone[i * width : (i + 1) * width], style)
    page.mark(1390, 780, 24, (110, 110, 120))
    round_corners(page.image)


def _english(day: date, *, words: bool = False) -> str:
    month = f"{day.month}月/{_MONTHS[day.month - 1]}" if words else _MONTHS[day.month - 1]
    return f"{day.day:02} {month} {day.year}"
