"""Draws 存折 as it is photographed: its first page, the open book, the page of entries, the cover with its label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from random import Random

import numpy as np
from PIL import Image, ImageFilter

from intake.domain.document import Value
from intake.domain.drawing import Account, Drawing, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import Canvas, Colour, Run, Style, paragraph
from intake.drawing.card import gradient, guilloche
from intake.drawing.facts import banks, pinyin
from intake.drawing.fonts import Face
from intake.drawing.seal import Seal, stamp
from intake.drawing.slots import Pair, bank_mark, cells, slot

_LIGHT: Colour = (248, 246, 240)
_GOLD: Colour = (232, 202, 128)
_COVERS: tuple[Colour, ...] = ((128, 24, 36), (18, 66, 124), (12, 96, 78), (92, 40, 30))
_DESKS: tuple[tuple[Colour, Colour], ...] = (
    ((168, 128, 92), (122, 88, 60)),
    ((96, 100, 108), (58, 62, 70)),
    ((206, 200, 190), (160, 152, 140)),
)
_NOTICE = (
    "1、本存折为记名式，可以挂失，不得涂改、转让。",
    "2、请妥善保管存折和密码，如有遗失请立即到我行网点办理挂失手续。",
    "3、存折磁条请勿接近磁性物品，勿折叠、浸水。",
    "4、存折余额以本行账务记录为准，如有不符请及时查询。",
)


@dataclass(frozen=True, slots=True)
class _Look:
    """What differs between banks' books and printers."""

    printed: Style
    typed: Style
    cover: Colour
    opened: str
    rng: Random

    @property
    def pair(self) -> Pair:
        return Pair(self.printed, self.typed)


def draw(facts: Facts, seed: int) -> Drawing:
    """Draw one of four: the first page, the book opened upwards, the page of entries, the cover with a label."""
    rng = Random(f"passbook {seed}")
    typed = rng.choice((Face.MING, Face.SONG, Face.ZEN))
    opened = facts.decided_on - timedelta(days=rng.randint(200, 2600))
    look = _Look(
        Style(rng.choice((Face.SONG, Face.HEI, Face.KAI)), 34, (46, 58, 74)),
        Style(typed, rng.choice((36, 38)), (34, 34, 44), spacing=rng.choice((0, 2)), stroke=typed is Face.MING),
        rng.choice(_COVERS),
        opened.strftime(rng.choice(("%Y-%m-%d", "%Y%m%d", "%Y/%m/%d"))),
        rng,
    )
    return (_first_page, _opened, _entries, _cover)[seed % 4](facts.account, look)


def _first_page(account: Account, look: _Look) -> Drawing:
    page, rect = _book((1400, 1010), (90, 80, 1310, 930), look)
    _heading(page, account, look, (rect.left + 60, rect.top + 100), look.cover)
    y = rect.top + 230
    rows = (
        ("户名", account.name),
        (look.rng.choice(("账号", "账号", "存折账号")), account.number),
        (look.rng.choice(("开户网点", "开户行", "开户机构")), account.branch_name),
    )
    for label, value in rows:
        slot(page, Rect(rect.left + 60, y, rect.right - 70, y), label, value, look.pair)
        y += 92
    for x, label, value in ((60, "储种", "活期储蓄"), (450, "币种", "人民币"), (800, "支取方式", "凭密码")):
        page.text(rect.left + x, y, label, look.printed)
        page.text(rect.left + x + look.printed.width(label) + 18, y, value, look.typed)
    page.text(rect.left + 60, y + 92, "通存通兑", look.printed)
    page.text(rect.left + 450, y + 92, f"签发日期 {look.opened}", look.printed)
    _teller(page, account, look, (rect.right - 190, rect.bottom - 130))
    page.mark(rect.left + 20, rect.bottom - 24)
    return _drawn(page, account, account.branch_name)


def _opened(account: Account, look: _Look) -> Drawing:
    """Draw the book opened upwards: the notice inside the cover above, ruled cells below."""
    page, rect = _book((1300, 1640), (90, 70, 1210, 1570), look)
    fold = (rect.top + rect.bottom) / 2
    page.pen.rectangle((rect.left, rect.top, rect.right, fold), fill=(236, 240, 238))
    page.centred(
        (rect.left + rect.right) / 2, rect.top + 110, "客户须知", Style(Face.HEI_BOLD, 40, look.cover, spacing=8)
    )
    y = rect.top + 200
    for text in _NOTICE:
        y = paragraph(page, text, look.printed.sized(29), Rect(rect.left + 70, y, rect.right - 70, fold))
    page.pen.line((rect.left, fold, rect.right, fold), fill=(150, 150, 150), width=5)
    _heading(page, account, look, (rect.left + 60, fold + 96), look.cover)
    foot, split = fold + 160, rect.left + 330
    rows = (
        ("户名", account.name),
        ("账号", account.number),
        ("开户银行", account.branch_name),
        ("开户日期", look.opened),
        ("支取方式", "凭密码支取"),
    )
    for label, value in rows:
        foot = cells(page, foot, (rect.left + 50, split, rect.right - 50), ((label, look.printed), (value, look.typed)))
    _teller(page, account, look, (rect.right - 170, rect.bottom - 130))
    page.mark(rect.left + 20, rect.bottom - 20)
    return _drawn(page, account, account.branch_name)


def _entries(account: Account, look: _Look) -> Drawing:
    """Draw the page of entries, whose head repeats the account in one row."""
    rng = look.rng
    page, rect = _book((1640, 1180), (80, 70, 1560, 1110), look)
    _heading(page, account, look, (rect.left + 50, rect.top + 84), look.cover)
    small, typed = look.printed.sized(30), look.typed.sized(31)
    for x, y, label, value in (
        (50, 160, "户名：", account.name),
        (500, 160, "账号：", account.number),
        (50, 222, "开户行：", account.branch_name),
    ):
        start = rect.left + x
        page.runs(rect.top + y, (Run(label, small, start), Run(value, typed, start + small.width(label) + 8)))
    columns = tuple(rect.left + x for x in (50, 290, 520, 800, 1080, 1430))
    foot = cells(page, rect.top + 262, columns, _row(("日期", "摘要", "支出", "存入", "余额"), small))
    balance = rng.randint(600_000, 2_900_000)
    for month in range(5):
        change, paid = rng.randint(1_000, 90_000), rng.random() < 0.5
        balance += -change if paid else change
        out, into = (f"{change / 100:.2f}", " ") if paid else (" ", f"{change / 100:.2f}")
        note = rng.choice(("消费", "取现", "转支") if paid else ("工资", "转存", "利息", "现存"))
        row = (f"2022{month + 6:02}{rng.randint(1, 28):02}", note, out, into, f"{balance / 100:.2f}")
        foot = cells(page, foot, columns, _row(row, typed.sized(29)))
    page.mark(rect.left + 16, rect.bottom - 20)
    return _drawn(page, account, account.branch_name)


def _cover(account: Account, look: _Look) -> Drawing:
    """Draw the cover: the bank's name in gold, and a label on which the account is typed under its captions."""
    page, rect = _book((1400, 1010), (80, 70, 1320, 940), look)
    part = Image.new("RGB", (round(rect.width), round(rect.height)))
    start = tuple(min(c + 30, 255) for c in look.cover)
    gradient(part, (start[0], start[1], start[2]), look.cover, angle=0.9)
    guilloche(part, look.rng, ((start[0], start[1], start[2]),), spacing=20)
    page.image.paste(part, (round(rect.left), round(rect.top)))
    _heading(page, account, look, (rect.left + 70, rect.top + 120), _GOLD)
    latin = next((bank["latin"] for bank in banks() if bank["name"] == account.bank_name), "")
    page.text(rect.left + 162, rect.top + 170, latin, Style(Face.HEI, 24, _GOLD, spacing=2))
    title = look.rng.choice(("活期储蓄存折", "存折", "活期一本通存折"))
    page.centred((rect.left + rect.right) / 2, rect.top + 360, title, Style(Face.SONG_BOLD, 92, _GOLD, spacing=16))
    top = rect.top + 470
    page.pen.rectangle(
        (rect.left + 150, top, rect.right - 150, top + 300), fill=_LIGHT, outline=(190, 186, 176), width=3
    )
    small, typed = look.printed.sized(28), look.typed
    page.text(rect.left + 200, top + 62, "户名", small)
    page.text(rect.left + 200, top + 122, account.name, typed)
    if look.rng.random() < 0.5:
        page.text(rect.left + 640, top + 62, "NAME", small)
        page.text(rect.left + 640, top + 122, pinyin(account.name), typed.sized(32))
    page.text(rect.left + 200, top + 196, "账号", small)
    page.text(rect.left + 200, top + 256, account.number, typed)
    page.mark(rect.left + 24, rect.bottom - 24, 26, _GOLD)
    return _drawn(page, account, account.bank_name)


def _book(size: tuple[int, int], where: tuple[int, int, int, int], look: _Look) -> tuple[Canvas, Rect]:
    """Lay a page of safety paper with a soft shadow on a desk."""
    start, end = look.rng.choice(_DESKS)
    desk = Image.new("RGB", size)
    gradient(desk, start, end, angle=look.rng.uniform(0.2, 1.3))
    grain = np.random.default_rng(look.rng.getrandbits(32)).normal(0, 5, (size[1], size[0], 1))
    desk = Image.fromarray(np.clip(np.asarray(desk) + grain, 0, 255).astype(np.uint8))
    left, top, right, bottom = where
    shade = Image.new("L", size, 0)
    shade.paste(150, (left + 8, top + 12, right + 14, bottom + 18))
    desk.paste((20, 18, 16), (0, 0), shade.filter(ImageFilter.GaussianBlur(10)))
    paper = Image.new("RGB", (right - left, bottom - top), _LIGHT)
    tint = tuple((c + 3 * 235) // 4 for c in look.cover)
    guilloche(paper, look.rng, ((tint[0], tint[1], tint[2]),), spacing=16)
    desk.paste(paper, (left, top))
    return Canvas(desk), Rect(left, top, right, bottom)


def _heading(page: Canvas, account: Account, look: _Look, where: tuple[float, float], colour: Colour) -> None:
    x, baseline = where
    bank_mark(page, (x + 34, baseline - 18), 34, colour, look.rng)
    page.text(x + 92, baseline, account.bank_name, Style(Face.HEI_BOLD, 46, colour, spacing=3))


def _teller(page: Canvas, account: Account, look: _Look, centre: tuple[float, float]) -> None:
    name = account.branch_name.replace("股份有限公司", "")
    stamp(page, Seal(name, 104, "储蓄业务章"), (centre[0] + look.rng.randint(-30, 10), centre[1]), look.rng)


def _row(texts: Sequence[str], style: Style) -> tuple[tuple[str, Style], ...]:
    return tuple((text, style) for text in texts)


def _drawn(page: Canvas, account: Account, bank: str) -> Drawing:
    fields: dict[str, Value] = {
        "account_name": account.name,
        "account_number": account.number,
        "bank_name": bank,
    }
    return Drawing((page.page(),), fields)
