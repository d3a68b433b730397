"""Draws 港澳居民来往内地通行证 and 台湾居民来往大陆通行证: cards as they are now, an old one, a copy of both sides."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from intake.domain import mrz
from intake.domain.document import Value
from intake.domain.drawing import Drawing, Facts, Person
from intake.drawing.canvas import A4, CARD, Canvas, Colour, Run, Style
from intake.drawing.card import gears, guilloche, lay, round_corners
from intake.drawing.facts import pinyin
from intake.drawing.fonts import Face
from intake.drawing.portrait import portrait

_VALUE: Colour = (30, 30, 36)
_CAPTION: Colour = (70, 100, 140)
_HONG_KONG = "港澳居民来往内地通行证"
_OLD = "港澳居民來往內地通行證"
_TAIWAN = "台湾居民来往大陆通行证"
_AUTHORITY = "公安部出入境管理局"
_NOTES = (
    "一、持证人来往内地时应当出示本证，接受查验。",
    "二、本证由持证人保管，不得转借、涂改。",
    "三、本证遗失或者损毁的，应当向签发机关申请补发。",
)


@dataclass(frozen=True, slots=True)
class _Permit:
    holder: Person
    number: str
    since: date
    ends: date

    @property
    def latin(self) -> str:
        """The name as the card prints it: ZHANG, SAN."""
        surname, given = pinyin(self.holder.name).split(" ", 1)
        return f"{surname}, {given}"

    @property
    def period(self) -> str:
        return f"{self.since:%Y.%m.%d}-{self.ends:%Y.%m.%d}"

    @property
    def zone(self) -> str:
        return mrz.zone_text(
            mrz.CARD,
            {
                "code": "CR",
                "issuer": "CHN",
                "document_number": self.number,
                "birth_date": f"{self.holder.born_on:%y%m%d}",
                "sex": "M" if self.holder.sex == "男" else "F",
                "valid_to": f"{self.ends:%y%m%d}",
                "nationality": "CHN",
                "name_latin": pinyin(self.holder.name).replace(" ", "<<", 1).replace(" ", "<"),
            },
        )


def draw(facts: Facts, seed: int) -> Drawing:
    """Draw one of four: for Hong Kong, for Taiwan, an old one for Hong Kong, both sides of one for Macao."""
    rng = Random(f"mainland_travel_permit {seed}")
    layout = seed % len(_LAYOUTS)
    permit = _permit(facts.applicant, _NUMBERS[layout], rng)
    page = _LAYOUTS[layout](permit, rng)
    fields: dict[str, Value] = {
        "name": permit.holder.name,
        "name_latin": pinyin(permit.holder.name),
        "sex": permit.holder.sex,
        "birth_date": permit.holder.born_on.isoformat(),
        "document_number": permit.number,
        "valid_to": permit.ends.isoformat(),
    }
    if layout == _WITH_ZONE:
        fields |= {"nationality": "CHN", "mrz": permit.zone}
    return Drawing((page.page(),), fields)


def _permit(holder: Person, form: str, rng: Random) -> _Permit:
    since = holder.id_valid_from
    ends = since.replace(year=since.year + 10) - timedelta(days=1)
    number = "".join(str(rng.randrange(10)) if c == "#" else c for c in form)
    return _Permit(holder, number, since, ends)


def _hong_kong(permit: _Permit, rng: Random) -> Canvas:
    card = _front(permit, _HONG_KONG, rng, paper=(226, 236, 246))
    card.mark(930, 624, 22, (96, 110, 130))
    round_corners(card.image)
    return card


def _taiwan(permit: _Permit, rng: Random) -> Canvas:
    """Draw a card for Taiwan: labels left, portrait right."""
    card = _card(rng, (240, 238, 226), ((214, 206, 180), (196, 216, 204), (224, 200, 196)))
    card.text(66, 92, _TAIWAN, Style(Face.HEI_BOLD, 50, (60, 84, 120), spacing=6))
    portrait(card, rng, permit.holder.sex, (706, 130), (250, 314))
    face = rng.choice((Face.HEI, Face.ZEN))
    label, value = Style(face, 26, _CAPTION), Style(face, 32, _VALUE)
    said = (
        ("姓名", permit.holder.name),
        ("", permit.latin),
        ("出生日期", f"{permit.holder.born_on:%Y.%m.%d}"),
        ("性别", permit.holder.sex),
        ("有效期限", permit.period),
        ("签发机关", _AUTHORITY),
    )
    _labelled(card, said, (label, value), (66, 178, 66))
    number = Style(Face.MONO, 40, _VALUE, spacing=4)
    card.runs(592, (Run("证件号码", label, 66), Run(permit.number, number, 226)))
    card.mark(930, 624, 22, (110, 110, 96))
    round_corners(card.image)
    return card


def _old(permit: _Permit, rng: Random) -> Canvas:
    """Draw a card of the first form: title in traditional characters, the days of issue and of expiry apart."""
    card = _card(rng, (228, 240, 230), ((190, 216, 196), (206, 206, 220)))
    card.centred(506, 88, _OLD, Style(Face.SONG_BOLD, 48, (150, 48, 52), spacing=10))
    portrait(card, rng, permit.holder.sex, (60, 140), (250, 314))
    face = rng.choice((Face.SONG_BOLD, Face.HEI))
    label, value = Style(face, 26, (60, 110, 84)), Style(face, 31, _VALUE)
    said = (
        ("姓名", permit.holder.name),
        ("", pinyin(permit.holder.name)),
        ("出生日期", f"{permit.holder.born_on.year}年{permit.holder.born_on.month}月{permit.holder.born_on.day}日"),
        ("性别", permit.holder.sex),
        ("签发日期", f"{permit.since:%Y年%m月%d日}"),
        ("有效期至", f"{permit.ends:%Y年%m月%d日}"),
        ("签发机关", _AUTHORITY),
    )
    _labelled(card, said, (label, value), (350, 170, 58))
    card.runs(596, (Run("证件号码", label, 60), Run(permit.number, Style(Face.MONO, 38, _VALUE, spacing=3), 210)))
    card.mark(930, 624, 22, (96, 120, 106))
    round_corners(card.image)
    return card


def _both_sides(permit: _Permit, rng: Random) -> Canvas:
    """Draw a copy of both sides on a sheet; the machine-readable zone is on the back."""
    sheet = Canvas.blank(A4)
    left, top = rng.choice((310, 330)), rng.choice((240, 300))
    front = _front(permit, _HONG_KONG, rng, paper=(228, 232, 244))
    round_corners(front.image)
    lay(sheet, front, left, top)
    lay(sheet, _back(permit, rng), left, top + CARD[1] + rng.choice((110, 190)))
    sheet.mark(120, 2262)
    return sheet


_LAYOUTS: tuple[Callable[[_Permit, Random], Canvas], ...] = (_hong_kong, _taiwan, _old, _both_sides)
_NUMBERS: Mapping[int, str] = {0: "H########", 1: "########", 2: "H########00", 3: "M########"}
_WITH_ZONE = 3


def _front(permit: _Permit, title: str, rng: Random, *, paper: Colour) -> Canvas:
    """Draw a card as it is now: captions above their values, portrait left."""
    card = _card(rng, paper, ((190, 208, 230), (222, 202, 214), (200, 222, 216)))
    card.text(66, 90, title, Style(Face.HEI_BOLD, 50, (44, 80, 140), spacing=6))
    portrait(card, rng, permit.holder.sex, (66, 134), (256, 322))
    face, size = rng.choice((Face.HEI, Face.ZEN)), rng.choice((31, 33))
    caption, value, x = Style(face, 23, _CAPTION), Style(face, size, _VALUE), 372
    card.text(x, 158, "姓名", caption)
    card.text(x, 204, permit.holder.name, value.sized(size + 4))
    card.text(x, 248, permit.latin, value)
    for left, top, label, said in (
        (x, 298, "出生日期", f"{permit.holder.born_on:%Y.%m.%d}"),
        (x + 330, 298, "性别", permit.holder.sex),
        (x, 388, "有效期限", permit.period),
        (x, 478, "签发机关", _AUTHORITY),
    ):
        card.text(left, top, label, caption)
        card.text(left, top + 42, said, value)
    card.text(66, 514, "证件号码", caption)
    card.text(66, 572, permit.number, Style(Face.MONO, 42, _VALUE, spacing=2))
    return card


def _back(permit: _Permit, rng: Random) -> Canvas:
    card = _card(rng, (234, 236, 244), ((196, 208, 226), (220, 206, 214)))
    for i, note in enumerate(_NOTES):
        card.text(70, 96 + 56 * i, note, Style(Face.HEI, 27, (50, 60, 80)))
    style, width = Style(Face.MONO, 46, (26, 26, 30), spacing=6), mrz.CARD.width
    for i in range(mrz.CARD.rows):
        card.text(52, 440 + 72 * i, permit.zone[i * width : (i + 1) * width], style)
    round_corners(card.image)
    return card


def _card(rng: Random, paper: Colour, waves: tuple[Colour, ...]) -> Canvas:
    card = Canvas.blank(CARD, paper)
    guilloche(card.image, rng, waves)
    gears(card.image, (930, 66), 34, (206, 120, 110))
    return card


def _labelled(
    card: Canvas, said: tuple[tuple[str, str], ...], styles: tuple[Style, Style], rows: tuple[float, float, float]
) -> None:
    """Set labels left of their values from left and top by a step; a row without a label goes on with the one above."""
    left, top, step = rows
    for i, (label, text) in enumerate(said):
        value = Run(text, styles[1], left + 150)
        card.runs(top + step * i, (Run(label, styles[0], left), value) if label else (value,))
