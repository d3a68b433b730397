"""Draws the two papers about a company's basic account: the central bank's old 开户许可证, a bank's newer print."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from intake.domain.document import Value
from intake.domain.drawing import Company, Drawing, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import A4, Canvas, Colour, Run, Style, paragraph
from intake.drawing.card import guilloche
from intake.drawing.fonts import Face
from intake.drawing.seal import Seal, stamp
from intake.drawing.slots import Pair, bank_mark, cells, slot
from intake.drawing.words import grouped, plain_date

A5 = (1654, 1169)  # landscape at 200 dots per inch
_PAPERS: tuple[tuple[Colour, Colour, Colour], ...] = (
    ((242, 249, 243), (196, 222, 202), (48, 116, 84)),
    ((252, 246, 236), (236, 216, 186), (150, 92, 40)),
    ((244, 247, 252), (204, 216, 236), (54, 84, 140)),
)
"""Paper, waves and border of the editions of the permit."""


@dataclass(frozen=True, slots=True)
class _Look:
    printed: Style
    typed: Style
    rng: Random

    @property
    def pair(self) -> Pair:
        return Pair(self.printed, self.typed)


def draw(facts: Facts, seed: int) -> Drawing:
    """Draw one of four: permit filled in by a printer, permit copied onto A4, the bank's sheet, the bank's slip."""
    rng = Random(f"account_permit {seed}")
    face = rng.choice((Face.SONG, Face.KAI, Face.HEI))
    typed = rng.choice((Face.MING, Face.SONG, Face.ZEN))
    look = _Look(Style(face, 38), Style(typed, rng.choice((38, 40)), stroke=typed is Face.MING), rng)
    return (_permit, _copied_permit, _sheet, _slip)[seed % 4](facts.company, look)


def _permit(company: Company, look: _Look) -> Drawing:
    issued = company.established_on + timedelta(days=look.rng.randint(9, 40))
    page = _permit_paper(look, _PAPERS[look.rng.randrange(len(_PAPERS))])
    _permit_head(page, company, look, 345)
    small = look.printed
    name = look.typed
    while name.width(company.name) > 640:
        name = name.sized(name.size - 1)
    page.text(190, 470, "经审核，", small)
    page.text(370, 470, company.name, name)
    page.text(1040, 470, "符合开户条件，准予", small)
    page.text(190, 555, "开立基本存款账户。", small)
    for y, label, value in (
        (660, "法定代表人（单位负责人）", company.legal_representative.name),
        (745, "开户银行", company.account.branch_name),
        (830, "账\u3000号", _number(company, look)),
    ):
        page.text(190, y, label, small)
        page.text(190 + small.width("法定代表人（单位负责人）") + 40, y, value, look.typed)
    _permit_foot(page, company, look, issued)
    page.mark(150, 1056)
    return _permitted(page, company, issued)


def _copied_permit(company: Company, look: _Look) -> Drawing:
    """Draw the permit with its labels above the values, copied in grey onto A4 and sealed by the company."""
    rng, issued = look.rng, company.established_on + timedelta(days=look.rng.randint(9, 40))
    permit = _permit_paper(look, ((250, 250, 250), (222, 222, 222), (70, 70, 70)))
    _permit_head(permit, company, look, 335)
    text = f"经审核，{company.name}符合开户条件，准予开立基本存款账户。"
    y = paragraph(permit, text, look.printed, Rect(190, 440, 1464, 1169), indent=76)
    label, typed = look.printed.sized(32), look.typed.sized(34)
    columns = (170, 660, 1484)
    y = cells(permit, y - 20, columns, (("法定代表人（单位负责人）", label), ("开户银行", label)))
    row = ((company.legal_representative.name, typed), (company.account.branch_name, typed))
    y = cells(permit, y, columns, row)
    permit.text(190, y + 74, "账号", label)
    permit.text(190, y + 136, _number(company, look), typed)
    _permit_foot(permit, company, look, issued)
    page = Canvas.blank(A4)
    page.image.paste(permit.image.convert("L").convert("RGB"), (0, 150))
    for line in permit.lines:
        bounds = line.box.bounds
        page.note(line.text, Rect(bounds.left, bounds.top + 150, bounds.right, bounds.bottom + 150))
    note = rng.choice(("与原件一致", "此复印件与原件核对无误"))
    page.paste_text((560, 1560), note, Style(Face.KAI, 62, (28, 40, 100), stroke=1), rng.uniform(-3, 4))
    page.paste_text((600, 1680), f"仅供{plain_date(company.issued_on)[:4]}年领取执行案款使用", Style(Face.KAI, 46), 2)
    stamp(page, Seal(company.name), (1080 + rng.randint(-60, 60), 1620), rng)
    page.mark(120, 2262)
    return _permitted(page, company, issued)


def _permit_paper(look: _Look, colours: tuple[Colour, Colour, Colour]) -> Canvas:
    paper, waves, border = colours
    page = Canvas.blank(A5, paper)
    guilloche(page.image, look.rng, (waves, waves), spacing=24)
    for inset, width in ((56, 14), (80, 4), (92, 2)):
        page.pen.rectangle((inset, inset, A5[0] - inset, A5[1] - inset), outline=border, width=width)
    for x in (92, A5[0] - 92):
        for y in (92, A5[1] - 92):
            page.pen.ellipse((x - 34, y - 34, x + 34, y + 34), fill=paper, outline=border, width=5)
    page.centred(A5[0] / 2, 235, "开户许可证", Style(Face.SONG_BOLD, 88, (40, 30, 30), spacing=34))
    return page


def _permit_head(page: Canvas, company: Company, look: _Look, baseline: float) -> None:
    serial = f"{company.permit_number[1:5]}-{look.rng.randrange(10**8):08}"
    for x, label, value in ((190, "核准号：", company.permit_number), (980, "编号：", serial)):
        start = x + look.printed.width(label)
        page.runs(baseline, (Run(label, look.printed, x), Run(value, look.typed, start + 6)))


def _permit_foot(page: Canvas, company: Company, look: _Look, issued: date) -> None:
    small, city = look.printed.sized(34), _city(company)
    page.text(960, 945, "发证机关（盖章）", small)
    page.text(960, 1020, plain_date(issued), small)
    seal = Seal(f"中国人民银行{city}中心支行", 150, "账户管理专用章")
    stamp(page, seal, (1250 + look.rng.randint(-40, 30), 955), look.rng)
    page.centred(A5[0] / 2, 1065, "中国人民银行监制", small.sized(24))


def _permitted(page: Canvas, company: Company, issued: date) -> Drawing:
    own: dict[str, Value] = {"approval_number": company.permit_number, "issued_on": issued.isoformat()}
    return Drawing((page.page(),), _account(company) | own)


def _sheet(company: Company, look: _Look) -> Drawing:
    """Draw the bank's A4 print with a line for each item and its business seal."""
    rng, page = look.rng, Canvas.blank(A4)
    colour = rng.choice(((170, 30, 40), (20, 80, 150), (10, 110, 80)))
    bank_mark(page, (230, 200), 42, colour, rng)
    page.text(300, 220, company.account.bank_name, Style(Face.HEI_BOLD, 52, colour, spacing=3))
    page.pen.line((180, 270, 1474, 270), fill=colour, width=4)
    page.centred(A4[0] / 2, 460, "基本存款账户信息", Style(Face.SONG_BOLD, 68, spacing=10))
    y, ruled = 640.0, rng.random() < 0.5
    for label, value in _items(company, look):
        if ruled:
            slot(page, Rect(220, y, 1440, y), label + "：", value, look.pair)
        else:
            start = 230 + look.printed.width(label + "：")
            page.runs(y, (Run(label + "：", look.printed, 220), Run(value, look.typed, start)))
        y += 112
    note = "提示：基本存款账户编号是存款人办理其他银行结算账户业务的依据，请妥善保管，不得转借、转让。"
    paragraph(page, note, look.printed.sized(30), Rect(220, y + 30, 1440, A4[1]), indent=60)
    page.text(900, y + 330, "开户银行（盖章）", look.printed)
    page.text(940, y + 420, plain_date(company.issued_on), look.printed)
    seal = Seal(company.account.branch_name.replace("股份有限公司", ""), 150, "业务专用章")
    stamp(page, seal, (1130 + rng.randint(-50, 50), y + 350), rng)
    page.mark(120, 2262)
    return Drawing((page.page(),), _informed(company))


def _slip(company: Company, look: _Look) -> Drawing:
    """Draw the bank's slip: a ruled table of half a sheet."""
    rng, page = look.rng, Canvas.blank(A5, (253, 253, 250))
    page.centred(A5[0] / 2, 150, "基本存款账户信息", Style(rng.choice((Face.HEI_BOLD, Face.SONG_BOLD)), 60, spacing=8))
    page.flush_right(1494, 218, "币种：人民币", look.printed.sized(28))
    y, split = 250.0, rng.choice((620, 650))
    for label, value in _items(company, look):
        y = cells(page, y, (160, split, 1494), ((label, look.printed.sized(34)), (value, look.typed.sized(36))))
    page.text(200, y + 90, f"打印柜员：{rng.randint(100000, 999999)}", look.printed.sized(28))
    page.text(880, y + 90, "开户银行签章", look.printed.sized(32))
    page.text(880, y + 160, plain_date(company.issued_on), look.printed.sized(32))
    seal = Seal(company.account.branch_name.replace("股份有限公司", ""), 118, "业务专用章")
    stamp(page, seal, (1230 + rng.randint(-40, 40), y + 100), rng)
    page.mark(90, 1130)
    return Drawing((page.page(),), _informed(company))


def _items(company: Company, look: _Look) -> tuple[tuple[str, str], ...]:
    long = look.rng.random() < 0.5
    return (
        ("账户名称" if long else "存款人名称", company.name),
        ("账户号码" if long else "账号", _number(company, look)),
        ("开户银行" if long else "开户银行名称", company.account.branch_name),
        ("法定代表人（单位负责人）", company.legal_representative.name),
        ("基本存款账户编号", company.permit_number),
    )


def _number(company: Company, look: _Look) -> str:
    return grouped(company.account.number) if look.typed.face is Face.MING else company.account.number


def _informed(company: Company) -> dict[str, Value]:
    own: dict[str, Value] = {
        "basic_account_number": company.permit_number,
        "issued_on": company.issued_on.isoformat(),
    }
    return _account(company) | own


def _account(company: Company) -> dict[str, Value]:
    return {
        "account_name": company.account.name,
        "account_number": company.account.number,
        "bank_name": company.account.branch_name,
        "legal_representative": company.legal_representative.name,
    }


def _city(company: Company) -> str:
    return company.address.split("省")[-1].split("市")[0]
