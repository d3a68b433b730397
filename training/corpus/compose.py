"""Sets the words of a paper in one of many looks: letters, forms, ledgers, slips, cards, posters, screens, slides."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from random import Random

from intake.domain.drawing import Drawing, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import INK, WHITE, Canvas, Colour, Style, wrap
from intake.drawing.fonts import Face
from intake.drawing.seal import Seal, stamp
from training.corpus.hands import bank_card, booklet, divider
from training.corpus.kit import BLUE, Grid, bars, body, face, fitted, flow, scrawl, squares, table
from training.corpus.papers import Paper, written

_A4 = (826, 1169)  # pixels, 100 dots per inch: pictures end at 448
_PAPERS: Sequence[Colour] = ((255, 255, 255), (255, 255, 255), (250, 248, 240), (244, 240, 226))
_DEEP: Sequence[Colour] = ((180, 30, 40), (20, 70, 140), (0, 100, 80), (90, 40, 110), (200, 120, 20), (40, 44, 60))
_PALE: Sequence[Colour] = ((250, 236, 220), (228, 240, 250), (232, 246, 232), (250, 246, 226), (240, 240, 244))
_MARK = "样本"

Form = Callable[[Paper, Random], Canvas]


def composed(name: str, facts: Facts, seed: int) -> Drawing:
    """Draw one paper of a family of material; words and look follow the seed."""
    rng = Random(f"{name} {seed}")
    paper = written(name, facts, rng)
    page = FORMS[paper.form](paper, rng)
    if all(line.text != _MARK for line in page.lines):
        page.mark(40, page.image.height - 14, 13)
    return Drawing((page.page(),))


def _prose(paper: Paper, rng: Random) -> Canvas:
    page, text = _sheet(rng), _body(rng)
    left, right = rng.randint(60, 130), _A4[0] - rng.randint(60, 130)
    y = _headed(page, paper, rng, text)
    for line in paper.parties:
        y = flow(page, (line,), text, Rect(left, y - text.size, right, 1060), indent=rng.choice((0, 0, 2)))
    y = flow(page, paper.says, text, Rect(left, y - text.size * 0.6, right, 1010))
    _signed(page, paper, (right, y + text.size), text, rng)
    return page


def _table(paper: Paper, rng: Random) -> Canvas:
    page, text = _sheet(rng), _body(rng)
    y = _headed(page, paper, rng, text)
    y = _form(page, paper.rows, y, text, rng)
    y = _stacked(page, (*paper.parties[:2], *paper.says[:3]), (70, y + 36), text)
    _signed(page, paper, (740, y + 20), text, rng)
    return page


def _mixed(paper: Paper, rng: Random) -> Canvas:
    page, text = _sheet(rng), _body(rng)
    y = _headed(page, paper, rng, text)
    y = _stacked(page, paper.parties, (70, y), text)
    y = flow(page, paper.says[:4], text, Rect(70, y - text.size, 756, 640))
    y = _form(page, paper.rows[:6], min(y + 10, 800), text, rng)
    _signed(page, paper, (740, min(y + 60, 1080)), text, rng)
    return page


def _record(paper: Paper, rng: Random) -> Canvas:
    page, text = _sheet(rng), _body(rng)
    y = _headed(page, paper, rng, text)
    for line in (paper.number, *paper.parties):
        if line:
            page.text(80, y, line, fitted(text, line, 670))
            page.pen.line((80, y + 6, 746, y + 6), fill=(120, 120, 120))
            y += text.size * 1.7
    pen = text if rng.random() < 0.5 else Style(Face.KAI, text.size + 2, rng.choice((BLUE, INK)))
    y = flow(page, paper.says, pen, Rect(80, y, 746, 1040), indent=0)
    _signed(page, paper, (740, y + 20), text, rng)
    return page


def _ledger(paper: Paper, rng: Random) -> Canvas:
    wide = rng.random() < 0.5
    page = _sheet(rng, _A4[::-1] if wide else _A4)
    text = Style(body(rng, 0.4), rng.randint(16, 18))
    y = _headed(page, paper, rng, text)
    y = _stacked(page, paper.parties[:3], (50, y), text)
    columns = paper.rows[: rng.randint(3, 7)]
    count = rng.randint(4, 16)
    values = [
        [value if rng.random() < 0.7 else str(rng.randint(1, 99999)) for _, value in columns] for _ in range(count)
    ]
    grid = Grid(40, page.image.width - 40, tuple(rng.uniform(0.7, 1.6) for _ in columns) or (1.0,), rng.randint(32, 46))
    if columns:
        fits = int((page.image.height - 60 - min(y, 380)) / grid.row)
        y = table(page, min(y, 380), [[label for label, _ in columns], *values][:fits], text, grid)
    _stacked(page, (*paper.says[:2], *paper.ends), (50, min(y + 36, page.image.height - 110)), text)
    return page


def _slip(paper: Paper, rng: Random) -> Canvas:
    width = rng.choice((380, 420, 620))
    page = Canvas.blank((width, rng.randint(620, 900)), rng.choice(_PAPERS))
    text, y = Style(rng.choice((Face.HEI, Face.ZEN, Face.SONG)), rng.randint(17, 20), leading=1.6), 56.0
    for line in (paper.head, paper.title):
        if line:
            style = fitted(Style(Face.HEI_BOLD, 28), line, width - 40)
            page.centred(width / 2, y, line, style)
            y += 42
    rows = [f"{label}{rng.choice('：:  ')}{value}" for label, value in paper.rows[:9]]
    for line in (paper.number, *paper.parties[:3], *rows, *paper.says[:3]):
        y = _stacked(page, (line,), (24, y), text) if y < page.image.height - 110 else y
    if rng.random() < 0.4:
        bars(page, Rect(40, page.image.height - 90, width - 60, page.image.height - 44), rng)
    return page


def _card(paper: Paper, rng: Random) -> Canvas:
    back = rng.choice((*_DEEP, *_PALE))
    dark = sum(back) < 420
    page = Canvas.blank(rng.choice(((640, 404), (640, 404), (404, 640))), back)
    text = Style(rng.choice((Face.HEI, Face.SONG, Face.KAI)), rng.randint(20, 25), WHITE if dark else INK, leading=1.7)
    width, y = page.image.width, 56.0
    for line in (paper.head, paper.title):
        if line:
            page.centred(width / 2, y, line, fitted(text.sized(32), line, width - 60))
            y += 46
    if rng.random() < 0.5:
        face(page, Rect(width - 150, y, width - 40, y + 140), rng)
    lines = [*paper.parties, *([paper.number] if paper.number else []), *paper.says[:2], *paper.ends[:2]]
    _stacked(page, lines[: rng.randint(3, 8)], (36, y + 6), text, page.image.height - 24)
    return page


def _certificate(paper: Paper, rng: Random) -> Canvas:
    page = Canvas.blank(_A4[::-1] if rng.random() < 0.6 else _A4, rng.choice((*_PALE, (255, 255, 255))))
    width, height = page.image.size
    colour = rng.choice(_DEEP)
    for inset in range(24, 24 + 9 * rng.randint(1, 3), 9):
        page.pen.rectangle((inset, inset, width - inset, height - inset), outline=colour, width=rng.randint(2, 4))
    title = Style(rng.choice((Face.KAI, Face.SONG_BOLD, Face.HEI_BOLD)), rng.randint(44, 64), colour)
    y = 150.0
    for line, style in ((paper.head, title.sized(30)), (paper.title, title)):
        if line:
            page.centred(width / 2, y, line, fitted(style, line, width - 160))
            y += style.size * 1.5
    text = Style(rng.choice((Face.KAI, Face.SONG)), rng.randint(22, 28), leading=1.9)
    y = _stacked(page, (*paper.parties[:4],), (100, y + 10), text, height - 220)
    y = flow(page, paper.says[:3], text, Rect(100, y - 10, width - 100, height - 180))
    _signed(page, paper, (width - 110, min(y + 30, height - 150)), text, rng)
    if rng.random() < 0.3:
        face(page, Rect(width - 230, 180, width - 110, 330), rng)
    return page


def _poster(paper: Paper, rng: Random) -> Canvas:
    back = rng.choice(_DEEP)
    page = Canvas.blank(rng.choice(((700, 1000), (1000, 700), (750, 1300))), back)
    width, height = page.image.size
    bright = rng.choice(((255, 250, 230), (255, 230, 120), WHITE))
    y = rng.randint(90, 150)
    for line, size in ((paper.head, 34), (paper.title, 76)):
        if line:
            page.centred(width / 2, y, line, fitted(Style(Face.HEI_BOLD, size, bright), line, width - 60))
            y += round(size * 1.4)
    if rng.random() < 0.5:
        box = (width * 0.2, y, width * 0.8, y + width * 0.38)
        page.pen.rounded_rectangle(box, 22, fill=rng.choice((*_DEEP, *_PALE)))
        _stacked(page, paper.parties[:3], (width * 0.24, y + 60), Style(Face.MONO, 26, (200, 200, 200)), box[3] - 20)
        y = round(box[3]) + 60
    text = Style(Face.HEI, rng.randint(24, 32), bright, leading=1.9)
    _stacked(page, [f"{rng.choice('★·●▶')} {line}" for line in paper.says[:6]], (60, y + 20), text, height - 120)
    if rng.random() < 0.5:
        squares(page, width - 170, height - 170, 120, rng)
    return page


def _screen(paper: Paper, rng: Random) -> Canvas:
    page = Canvas.blank((540, rng.randint(960, 1170)), rng.choice(((246, 246, 248), WHITE, (24, 24, 28))))
    dark = page.image.getpixel((0, 0)) == (24, 24, 28)
    text = Style(rng.choice((Face.HEI, Face.ZEN)), rng.randint(20, 23), WHITE if dark else INK, leading=1.75)
    page.text(24, 34, paper.head or "10:24", text.sized(18))
    page.pen.rectangle((0, 48, 540, 110), fill=rng.choice((*_DEEP, *_PALE)))
    page.centred(270, 90, paper.title or "详情", text.sized(28))
    y = 160.0
    for label, value in paper.rows:
        page.text(28, y, label, Style(text.face, text.size, (140, 140, 140)))
        page.flush_right(512, y, value, fitted(text, value, 330))
        y += text.size * 2.2
    _stacked(page, (*paper.parties, *paper.says), (28, y + 10), text, page.image.height - 110)
    page.centred(270, page.image.height - 40, rng.choice((*paper.ends, "完成")), text)
    return page


def _chat(paper: Paper, rng: Random) -> Canvas:
    page = Canvas.blank((540, rng.randint(960, 1170)), rng.choice(((237, 237, 237), (230, 238, 226), (245, 245, 250))))
    text, y = Style(Face.HEI, 21, leading=1.5), 170.0
    page.text(24, 34, paper.head or "21:07", text.sized(18))
    page.centred(270, 90, paper.title or "聊天", text.sized(26))
    for said in paper.says:
        mine = rng.random() < 0.45
        lines = wrap(said, text, 330)
        high = len(lines) * 32 + 20
        if y + high > page.image.height - 80:
            break
        left = 540 - 90 - max(text.width(line) for line in lines) if mine else 90.0
        right = left + max(text.width(line) for line in lines) + 22
        page.pen.rounded_rectangle(
            (left - 12, y - 30, right, y + high - 30), 10, fill=(149, 236, 105) if mine else WHITE
        )
        page.pen.rounded_rectangle(
            (484, y - 30, 528, y + 14) if mine else (14, y - 30, 58, y + 14), 6, fill=(150, 170, 200)
        )
        for i, line in enumerate(lines):
            page.text(left, y + i * 32, line, text)
        y += high + 26
    return page


def _slide(paper: Paper, rng: Random) -> Canvas:
    page = Canvas.blank((1060, 600), rng.choice((WHITE, *_PALE, (20, 40, 80))))
    dark = page.image.getpixel((0, 0)) == (20, 40, 80)
    text = Style(Face.HEI, rng.randint(24, 30), WHITE if dark else INK, leading=1.7)
    page.pen.rectangle((0, 0, 1060, 14), fill=rng.choice(_DEEP))
    page.text(60, 90, paper.title or paper.head, text.sized(44))
    _stacked(page, [f"• {line}" for line in paper.says[:6]], (70, 170), text, 560)
    return page


def _columns(paper: Paper, rng: Random) -> Canvas:
    page, count = _sheet(rng, (900, 1200)), rng.randint(2, 3)
    page.text(60, 110, paper.title or paper.head, fitted(Style(Face.HEI_BOLD, 48), paper.title or "文", 780))
    page.pen.line((50, 140, 850, 140), fill=INK, width=3)
    text, step = Style(body(rng), rng.randint(18, 20), leading=1.5), 800 / count
    parts = [line for line in (*paper.parties, *paper.says) if line]
    for i in range(count):
        share = parts[i::count] or [paper.number or "。"]
        flow(page, share, text, Rect(50 + i * step, 180, 50 + (i + 1) * step - 24, 1120))
    return page


def _list(paper: Paper, rng: Random) -> Canvas:
    page, text = _sheet(rng), _body(rng)
    y = _headed(page, paper, rng, text)
    mark = rng.choice(("{}.", "{}、", "（{}）", "□ {}", "第{}条 "))
    lines = [mark.format(i) + line for i, line in enumerate((*paper.parties, *paper.says), 1)]
    _stacked(page, lines, (80, y), text, 1080)
    return page


def _hand(paper: Paper, rng: Random) -> Canvas:
    page = _sheet(rng)
    for rule in range(120, 1120, 42):
        page.pen.line((60, rule + 8, 766, rule + 8), fill=rng.choice(((210, 120, 120), (160, 170, 200))))
    pen, y = Style(Face.KAI, rng.randint(25, 30), rng.choice((BLUE, INK)), stroke=rng.randrange(2)), 120.0
    scrawl(page, (300, y), paper.title or "说明", pen.sized(38), rng)
    for text in (*paper.parties[:3], *paper.says, *paper.ends):
        for line in wrap("　　" + text, pen, 640):
            y += 42
            if y < 1090 and line.strip():
                scrawl(page, (70, y), line.strip(), pen, rng)
    return page


def _sheet(rng: Random, size: tuple[int, int] = _A4) -> Canvas:
    return Canvas.blank(size, rng.choice(_PAPERS))


def _body(rng: Random) -> Style:
    return Style(body(rng, 0.7), rng.randint(18, 22), leading=rng.choice((1.5, 1.7, 1.9)))


def _headed(page: Canvas, paper: Paper, rng: Random, text: Style) -> float:
    """Set head, title and number in one of several orders; return the next baseline."""
    middle, y = page.image.width / 2, float(rng.randint(70, 130))
    face_ = rng.choice((Face.SONG_BOLD, Face.HEI_BOLD, text.face, Face.KAI))
    title, head = Style(face_, rng.randint(26, 44)), Style(rng.choice((face_, text.face)), rng.randint(20, 36))
    colour = rng.choice(((200, 30, 36), INK, INK, INK))
    order = [(paper.head, replace_colour(head, colour)), (paper.title, title)]
    if rng.random() < 0.12:
        order.reverse()
    for line, style in order:
        if line:
            used = fitted(style, line, page.image.width - 120)
            if rng.random() < 0.88:
                page.centred(middle, y, line, used)
            else:
                page.text(70, y, line, used)
            y += used.size * 1.6
    if paper.number:
        used = fitted(text, paper.number, page.image.width - 160)
        page.flush_right(page.image.width - 80, y, paper.number, used) if rng.random() < 0.6 else page.centred(
            middle, y, paper.number, used
        )
        y += used.size * 1.8
    return y + rng.randint(4, 40)


def replace_colour(style: Style, colour: Colour) -> Style:
    return Style(style.face, style.size, colour, style.spacing, style.stroke, style.leading)


def _form(page: Canvas, rows: Sequence[tuple[str, str]], top: float, text: Style, rng: Random) -> float:
    """Set labels and values as a ruled form, one or two pairs in a row."""
    pairs = rng.choice((1, 2, 2))
    cells = [cell for row in rows for cell in row]
    lines = [cells[i : i + 2 * pairs] for i in range(0, len(cells), 2 * pairs)]
    if not lines:
        return top
    grid = Grid(60, page.image.width - 60, (1.0, rng.uniform(1.2, 3.0)) * pairs, rng.randint(38, 60))
    style = text.sized(min(text.size, 19))
    return table(page, top, lines, style, grid if rng.random() < 0.85 else _open(grid))


def _open(grid: Grid) -> Grid:
    return Grid(grid.left, grid.right, grid.shares, grid.row, has_columns=False, has_rows=False)


def _stacked(page: Canvas, texts: Sequence[str], at: tuple[float, float], style: Style, bottom: float = 1100) -> float:
    """Set texts below each other, each broken where the page ends; return the next baseline."""
    x, y = at
    for text in texts:
        for line in wrap(text, style, page.image.width - x - 30):
            if y > min(bottom, page.image.height - 30):
                return y
            page.text(x, y, line, style)
            y += style.size * style.leading
    return y


def _signed(page: Canvas, paper: Paper, at: tuple[float, float], style: Style, rng: Random) -> None:
    right, y = at
    y = min(y, page.image.height - 40 - style.size * 1.7 * len(paper.ends))
    for i, line in enumerate(paper.ends):
        page.flush_right(right, y + i * style.size * 1.7, line, fitted(style, line, 420))
    if paper.seal and rng.random() < 0.6:
        stamp(page, Seal(paper.seal, rng.randint(56, 74)), (right - rng.randint(60, 140), y + 10), rng)


FORMS: Mapping[str, Form] = {
    "prose": _prose, "table": _table, "mixed": _mixed, "record": _record, "ledger": _ledger, "slip": _slip,
    "card": _card, "cardlike": _card, "certificate": _certificate, "poster": _poster, "screen": _screen,
    "chat": _chat, "slide": _slide, "columns": _columns, "list": _list, "hand": _hand,
    "booklet": booklet, "divider": divider, "bankcard": bank_card,
}  # fmt: skip
