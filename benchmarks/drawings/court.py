"""What papers of courts have in common: heading, parties, the panel's signatures, the seal over the date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.drawings.marks import SEAL_RED, box_stamp
from benchmarks.drawings.sheet import K16, Flow
from benchmarks.drawings.words import born, hanzi_date, lengthy
from intake.domain.document import Value
from intake.domain.drawing import Company, Facts, Person
from intake.drawing.canvas import A4, Style
from intake.drawing.fonts import Face
from intake.drawing.seal import Seal, stamp


@dataclass(frozen=True, slots=True)
class Look:
    """How a court sets its papers."""

    court: Style
    title: Style
    body: Style
    number_at: str = "right"
    wide_title: bool = True


def modern(rng: Random) -> Look:
    """Return the look of a word processor: bold names of court and paper, body in one of three faces."""
    face = rng.choice((Face.SONG, Face.KAI, Face.HEI, Face.SONG))
    return Look(
        court=Style(rng.choice((Face.SONG, Face.HEI)), rng.choice((52, 60)), stroke=2, spacing=rng.choice((0, 6))),
        title=Style(rng.choice((Face.HEI, Face.SONG)), rng.choice((70, 84)), stroke=rng.choice((1, 3))),
        body=Style(face, rng.choice((40, 42, 44)), stroke=rng.choice((0, 1)), leading=rng.choice((1.7, 1.85))),
        number_at=rng.choice(("right", "right", "centre")),
        wide_title=rng.random() < 0.6,
    )


def typed(rng: Random) -> Look:
    """Return the look of an office of the years before: thin strokes, smaller paper, everything in one face."""
    face = rng.choice((Face.SONG, Face.KAI))
    return Look(
        court=Style(face, 54, stroke=1, spacing=14),
        title=Style(face, 66, stroke=1, spacing=28),
        body=Style(face, rng.choice((38, 40)), leading=1.72),
        wide_title=False,
    )


def sheet_of(look: Look, rng: Random, *, small: bool = False) -> Flow:
    """Return empty pages for a look; `small` ones are 16开."""
    if small:
        return Flow(look.body, K16, (200, 1340), (250, 1900))
    return Flow(look.body, A4, rng.choice(((220, 1434), (250, 1404), (200, 1454))), (rng.choice((280, 330)), 2080))


def headed(flow: Flow, look: Look, facts: Facts, title: str) -> None:
    """Set the court, the name of the paper and the 案号."""
    flow.line(facts.court_name, look.court, at="centre")
    flow.gap(16)
    flow.line(" ".join(title) if look.wide_title else title, look.title, at="centre")
    flow.gap(24)
    flow.line(facts.case_number, at="centre" if look.number_at == "centre" else "right")
    flow.gap(18)


def described(role: str, who: Person | Company, rng: Random, *, labelled: bool = False) -> str:
    """Describe a party as the paragraph that opens with its role."""
    if isinstance(who, Company):
        role = role.rstrip("：")
        return (
            f"{role}：{who.name}，住所地{who.address}，统一社会信用代码{who.uscc}。"
            f"法定代表人：{who.legal_representative.name}，{rng.choice(('执行董事', '总经理', '董事长'))}。"
        )
    number = rng.choice(("公民身份号码", "公民身份号码：", "身份证号码："))
    ethnic = who.ethnicity if who.ethnicity.endswith("族") else f"{who.ethnicity}族"
    if labelled:
        return f"{role}：{who.name}，{who.sex}，{born(who)}，{ethnic}，住所地：{who.address}，{number}{who.id_number}。"
    return f"{role}{who.name}，{who.sex}，{ethnic}，{born(who)}，住{who.address}，{number}{who.id_number}。"


def signed_off(flow: Flow, look: Look, facts: Facts, rng: Random, titles: Sequence[str]) -> None:
    """Set the panel, the day with the seal over it, and the clerk; all of it stays on one page."""
    step = look.body.size * 1.8
    pages = len(flow.pages)
    flow.need(step * (len(titles) + 4))
    if len(flow.pages) > pages:
        flow.para("（此页无正文）")
    flow.gap(step * 0.8)
    right = flow.sides[1] - rng.choice((0, 20, 60))
    for title, name in zip(titles, facts.judges, strict=True):
        flow.page.flush_right(right, flow.y, f"{_wide(title)}　　{lengthy(name)}", look.body)
        flow.y += step
    flow.y += step * 0.4
    day = hanzi_date(facts.decided_on)
    flow.page.flush_right(right, flow.y, day, look.body)
    centre = (right - look.body.width(day) / 2 + rng.randint(-30, 30), flow.y - rng.randint(0, 50))
    flow.y += step * 1.4
    flow.page.flush_right(right, flow.y, f"{_wide('书记员')}　　{lengthy(facts.clerk)}", look.body)
    if rng.random() < 0.5:
        box_stamp(flow.page, (470, flow.y - step), "本件与原本核对无异", rng, rng.choice((SEAL_RED, (50, 56, 90))))
    flow.y += step
    stamp(flow.page, Seal(facts.court_name, radius=rng.choice((158, 165, 177))), centre, rng)


def panel(facts: Facts, rng: Random, alone: str = "审判员") -> tuple[str, ...]:
    """Return what those who sign are called."""
    if len(facts.judges) == 1:
        return (alone,)
    return ("审判长", "审判员", rng.choice(("审判员", "人民陪审员")))


def court_fields(facts: Facts, title: str) -> Mapping[str, Value]:
    """Return what every sealed paper of a panel says."""
    return {
        "court_name": facts.court_name,
        "title": title,
        "case_number": facts.case_number,
        "decision_date": facts.decided_on.isoformat(),
        "judges": facts.judges,
        "clerk": facts.clerk,
        "has_seal": True,
    }


def page_of(number: int, count: int) -> str:
    return f"第{number}页 共{count}页"


def dashed(number: int, _count: int) -> str:
    return f"—{number}—"


def _wide(title: str) -> str:
    return "　".join(title) if len(title) == 3 else title
