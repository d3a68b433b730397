"""Draws papers of hospitals: a bill, a laboratory report, a prescription, a discharge note, a picture's report."""

from __future__ import annotations

from random import Random

from intake.domain.drawing import Drawing, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import Canvas, Style
from intake.drawing.fonts import Face
from intake.drawing.seal import Seal, stamp
from intake.drawing.words import plain_date
from training.corpus.kit import (
    BLUE,
    Grid,
    body,
    city,
    digits,
    drawn,
    flow,
    lines,
    money,
    scrawl,
    sheet,
    some,
    table,
    words,
)

_FEES = ("西药费", "中成药", "检查费", "化验费", "治疗费", "手术费", "床位费", "护理费", "材料费", "诊察费")
_FINDINGS = (
    "双肺纹理清晰，未见明显实变影，心影大小形态正常，双侧膈面光整，肋膈角锐利。",
    "腰椎生理曲度变直，腰四五椎间盘膨出，硬膜囊轻度受压，椎管未见明显狭窄。",
    "患者因摔伤致右腕部肿痛活动受限三小时入院，完善相关检查后行手法复位石膏外固定术。",
    "肝脏形态大小正常，包膜光整，实质回声均匀，胆囊壁光滑，未见结石回声。",
    "出院医嘱：注意休息，避免剧烈活动，两周后门诊复查，不适随诊。",
    "患者一般情况可，生命体征平稳，切口愈合良好，准予出院。",
)


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn("medical", _LAYOUTS, facts, seed)


def _hospital(facts: Facts, rng: Random) -> str:
    return city(facts) + rng.choice(words("hospitals"))


def _bill(facts: Facts, rng: Random) -> Canvas:
    page, red = Canvas.blank((1400, 860), (250, 246, 240)), (150, 40, 60)
    page.centred(
        700, 100, f"{city(facts)}医疗{rng.choice(('门诊', '住院'))}收费票据（电子）", Style(Face.SONG_BOLD, 46, red)
    )
    text = Style(Face.SONG, 27)
    page.text(90, 170, f"票据代码：{digits(rng, 8)}　　票据号码：{digits(rng, 10)}　　校验码：{digits(rng, 6)}", text)
    page.text(90, 220, f"交款人：{facts.applicant.name}　　　　开票日期：{plain_date(facts.decided_on)}", text)
    names = rng.sample(_FEES, 8)
    rows = [(names[i], money(rng, 5, 900), names[i + 1], money(rng, 5, 900)) for i in range(0, 8, 2)]
    y = table(page, 250, (("项目名称", "金额（元）") * 2, *rows), text, Grid(90, 1310, (1.4, 1, 1.4, 1), 62, red))
    page.text(100, y + 50, f"金额合计（大写）{facts.amount_upper}　（小写）{facts.amount}", text)
    page.text(
        100,
        y + 105,
        f"医保统筹基金支付：{money(rng, 1, 900)}　个人账户：{money(rng, 1, 300)}　个人现金支付：{money(rng, 1, 300)}",
        text.sized(25),
    )
    page.text(100, 800, f"收款单位：{_hospital(facts, rng)}　　收款人：{facts.clerk}", text)
    stamp(page, Seal(_hospital(facts, rng), 100, "收费专用章"), (1180, 690), rng)
    return page


def _laboratory(facts: Facts, rng: Random) -> Canvas:
    page, person = sheet(rng), facts.applicant
    page.centred(620, 130, f"{_hospital(facts, rng)}检验报告单", Style(Face.HEI_BOLD, 44))
    text = Style(body(rng), 25)
    said = (
        f"姓名：{person.name}　性别：{person.sex}　年龄：{rng.randint(20, 70)}岁　样本号：{digits(rng, 6)}",
        f"科室：内科　床号：{rng.randint(1, 60)}　标本：血清　送检医生：{facts.agent.name}",
    )
    y = lines(page, said, text, (110, 210))
    rows = [
        (
            name,
            f"{rng.uniform(1, 200):.1f}",
            rng.choice(("", "", "↑", "↓")),
            f"{rng.randint(1, 9)}-{rng.randint(20, 200)}",
            "mmol/L",
        )
        for name in some(rng, "tests", rng.randint(8, 15))
    ]
    table(
        page,
        y,
        (("项目", "结果", "提示", "参考范围", "单位"), *rows),
        text,
        Grid(110, 1130, (2, 1, 0.6, 1.4, 1), 58, has_columns=False, has_rows=rng.random() < 0.5),
    )
    page.text(110, 1640, f"检验者：{facts.clerk}　审核者：{facts.agent.name}　报告时间：{facts.decided_on} 15:20", text)
    return page


def _prescription(facts: Facts, rng: Random) -> Canvas:
    page = Canvas.blank((1000, 1400), rng.choice(((255, 255, 255), (236, 246, 232), (252, 240, 220))))
    page.centred(500, 110, f"{_hospital(facts, rng)}处方笺", Style(Face.SONG_BOLD, 46))
    page.text(
        80,
        190,
        f"姓名 {facts.applicant.name}  性别 {facts.applicant.sex}  科别 门诊  {facts.decided_on}",
        Style(Face.SONG, 28),
    )
    page.pen.line((80, 220, 920, 220), fill=(60, 60, 60), width=2)
    page.text(80, 310, "Rp", Style(Face.SONG_BOLD, 60))
    pen, y = Style(Face.KAI, 40, BLUE, stroke=rng.randrange(2)), 390.0
    for name in some(rng, "medicines", rng.randint(2, 5)):
        scrawl(page, (130, y), f"{name} {rng.randint(1, 6)}盒", pen, rng)
        scrawl(page, (190, y + 62), f"用法：口服 一日{rng.choice('二三')}次", pen.sized(32), rng)
        y += 160
    page.text(80, 1300, "医师：　　　　审核：　　　　金额：", Style(Face.SONG, 30))
    scrawl(page, (170, 1304), facts.agent.name, pen, rng)
    return page


def _discharge(facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng)
    page.centred(620, 140, _hospital(facts, rng), Style(Face.SONG_BOLD, 48))
    page.centred(
        620, 210, rng.choice(("出院记录", "住院病案首页", "疾病诊断证明书", "病程记录")), Style(Face.HEI_BOLD, 44)
    )
    text = Style(body(rng, 0.8), 28, leading=1.8)
    page.text(120, 290, f"姓名：{facts.applicant.name}　住院号：{digits(rng, 7)}　入院日期：{facts.decided_on}", text)
    y = flow(
        page,
        ("入院情况：" + rng.choice(_FINDINGS), "诊疗经过：" + rng.choice(_FINDINGS), *rng.sample(_FINDINGS, 4)),
        text,
        Rect(120, 330, 1120, 1300),
    )
    page.flush_right(1100, y + 80, f"医师签名：{facts.agent.name}", text)
    stamp(page, Seal(_hospital(facts, rng), 120, "诊断证明专用章"), (940, y + 120), rng)
    return page


def _picture(facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng)
    page.centred(
        620, 130, f"{_hospital(facts, rng)}{rng.choice(('超声', '影像', 'CT'))}检查报告", Style(Face.HEI_BOLD, 44)
    )
    for left in (110, 640):
        page.pen.rectangle((left, 220, left + 490, 620), fill=(12, 12, 14))
        page.pen.pieslice((left + 60, 60, left + 430, 590), 40, 140, fill=(rng.randint(50, 110),) * 3)
        page.pen.ellipse((left + 180, 380, left + 300, 480), fill=(20, 20, 22))
    text = Style(body(rng), 29, leading=1.8)
    y = flow(
        page, ("检查所见：", *rng.sample(_FINDINGS, 3), "诊断意见：请结合临床。"), text, Rect(110, 680, 1130, 1400)
    )
    page.text(110, y + 70, f"报告医师：{facts.agent.name}　　{plain_date(facts.decided_on)}", text)
    return page


_LAYOUTS = (_bill, _laboratory, _prescription, _discharge, _picture)
