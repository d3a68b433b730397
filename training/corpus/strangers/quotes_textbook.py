"""Draws textbook pages that show a sample 裁定书 within running text: framed, inline, in an examination, with notes."""

from __future__ import annotations

from random import Random

from intake.domain.drawing import Drawing, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import Canvas, Style
from intake.drawing.fonts import Face
from intake.drawing.words import hanzi_date
from training.corpus.kit import BLUE, body, digits, drawn, flow, lines, scrawl, sheet, some

_BOOK = (1100, 1560)
_PAPERS = ("执行裁定书", "民事裁定书", "民事判决书", "民事调解书", "授权委托书")


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn("quotes_textbook", _LAYOUTS, facts, seed)


def _sample(facts: Facts, rng: Random) -> tuple[str, ...]:
    court = rng.choice(("××市××区人民法院", facts.court_name, "某某省某某县人民法院"))
    return (
        court,
        rng.choice(_PAPERS),
        rng.choice(("（20××）×民初字第××号", facts.case_number)),
        f"申请执行人：{rng.choice(('张某某', '甲公司', facts.applicant.name))}，住××市××路。",
        f"被执行人：{rng.choice(('李某某', '乙公司', facts.respondent.name))}，住××市××路。",
        f"本院在执行{facts.cause}一案中，依照《中华人民共和国民事诉讼法》之规定，裁定如下：",
        f"冻结、划拨被执行人的银行存款{rng.choice(('××', str(facts.amount)))}元。",
        "本裁定立即执行。",
        f"审判员　{rng.choice(('王某', facts.clerk))}",
        rng.choice(("二〇××年×月×日", hanzi_date(facts.decided_on))),
    )


def _framed(facts: Facts, rng: Random) -> Canvas:
    page, text = sheet(rng, _BOOK), Style(Face.SONG, 26, leading=1.65)
    page.text(120, 90, f"第{rng.choice('二三四五六')}章　诉讼文书", Style(Face.SONG, 22, (90, 90, 90)))
    y = flow(page, some(rng, "textbook", 4), text, Rect(120, 120, 980, 520))
    page.text(120, y + 10, f"【例{rng.randint(1, 9)}-{rng.randint(1, 9)}】", Style(Face.HEI_BOLD, 26))
    page.pen.rectangle((140, y + 30, 960, y + 640), outline=(90, 90, 90), width=2)
    court, title, *rest = _sample(facts, rng)
    page.centred(550, y + 90, court, Style(Face.SONG_BOLD, 28))
    page.centred(550, y + 140, title, Style(Face.SONG_BOLD, rng.choice((28, 36)), spacing=rng.choice((2, 14))))
    flow(page, rest, Style(Face.KAI, 24, leading=1.6), Rect(170, y + 160, 930, y + 620))
    flow(page, some(rng, "textbook", 5), text, Rect(120, y + 670, 980, 1450))
    page.centred(550, 1510, digits(rng, 3), Style(Face.SONG, 24))
    return page


def _inline(facts: Facts, rng: Random) -> Canvas:
    page, text = sheet(rng, _BOOK), Style(rng.choice((Face.SONG, Face.MING)), 28, leading=1.7)
    said = "例如，裁定书的主文可以这样写：“" + "".join(_sample(facts, rng)[4:8]) + "”"
    flow(page, (*some(rng, "textbook", 4), said, *some(rng, "textbook", 8)), text, Rect(120, 120, 980, 1440))
    page.flush_right(980, 90, f"法律文书写作　{digits(rng, 3)}", text.sized(22))
    return page


def _questions(facts: Facts, rng: Random) -> Canvas:
    page, text = sheet(rng), Style(body(rng), 27, leading=1.65)
    page.centred(620, 130, "法律文书写作 期末试卷", Style(Face.SONG_BOLD, 44))
    page.text(120, 200, "一、阅读下列裁定书，指出其中的错误并改正。（20分）", Style(Face.HEI_BOLD, 28))
    y = lines(page, _sample(facts, rng), text, (190, 270))
    page.text(120, y + 20, "二、简答题。", Style(Face.HEI_BOLD, 28))
    flow(
        page,
        [f"{i}．{said}" for i, said in enumerate(some(rng, "textbook", 6), 1)],
        text,
        Rect(120, y + 50, 1120, 1640),
        indent=0,
    )
    return page


def _annotated(facts: Facts, rng: Random) -> Canvas:
    page, sample = sheet(rng, (1400, 1300)), _sample(facts, rng)
    page.text(90, 100, rng.choice(("文书范本与制作说明", "裁判文书格式样式", "文书要素讲解")), Style(Face.HEI_BOLD, 44))
    flow(page, sample, Style(Face.SONG, 27, leading=1.9), Rect(90, 150, 820, 1240), indent=0)
    page.pen.line((850, 140, 850, 1250), fill=(200, 60, 60), width=3)
    flow(
        page,
        [f"［{i}］{said}" for i, said in enumerate(some(rng, "textbook", 8), 1)],
        Style(Face.KAI, 25, (150, 40, 40)),
        Rect(880, 150, 1340, 1240),
        indent=0,
    )
    if rng.random() < 0.6:
        scrawl(page, (900, 1270), rng.choice(("重点！背", "考过", "看不懂")), Style(Face.KAI, 44, BLUE, stroke=1), rng)
    return page


def _commentary(facts: Facts, rng: Random) -> Canvas:
    page, text = sheet(rng, _BOOK), Style(Face.SONG, 23, leading=1.6)
    page.centred(
        550,
        140,
        rng.choice(("论执行裁定书的说理", "民事裁定书若干问题研究", "判决书公开的实践与反思")),
        Style(Face.HEI_BOLD, 40),
    )
    page.centred(550, 195, facts.agent.name, Style(Face.KAI, 28))
    flow(
        page,
        ("摘要：" + "".join(some(rng, "textbook", 2)), "关键词：裁定书；执行；说理"),
        Style(Face.KAI, 23),
        Rect(160, 220, 940, 430),
        indent=0,
    )
    for left in (100, 570):
        flow(
            page,
            (*some(rng, "textbook", 5), "".join(_sample(facts, rng)[5:8]), *some(rng, "ruling_talk", 9)),
            text,
            Rect(left, 460, left + 430, 1460),
        )
    return page


_LAYOUTS = (_framed, _inline, _questions, _annotated, _commentary)
