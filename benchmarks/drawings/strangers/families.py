"""All families of pages that are none of ours, by name."""

from __future__ import annotations

from collections.abc import Mapping

from benchmarks.drawings.layout import Layout, drawn
from benchmarks.drawings.strangers import courts, near, office, offices, pictures, public
from intake.domain.drawing import Drawing, Facts

FAR: Mapping[str, Layout] = {
    layout.__name__.strip("_"): layout
    for layout in (
        office.invoice, office.contract, office.letter, office.spreadsheet, office.award, office.medical,
        office.electricity, office.business_card, public.menu, public.timetable, public.exam, public.poem, public.book,
        public.newspaper, public.english, public.source_code, public.driving_licence, public.social_security,
        public.train_ticket, public.lined, pictures.floor_plan, pictures.map_, pictures.comic, pictures.music,
        pictures.chat, pictures.shopping, pictures.slide, pictures.wood, pictures.cloth, pictures.sky, pictures.faces,
        pictures.lone_number,
    )
}  # fmt: skip
NEAR: Mapping[str, Layout] = {
    layout.__name__: layout
    for layout in (
        near.opinion, near.court_news, near.minutes, near.hearing, near.delivery_slip, near.card_advert,
        near.id_application, near.loan, near.company_notice, near.arbitration, near.contents, near.transfer_slip,
    )
}  # fmt: skip
"""Pages that quote, name or imitate ours: the ones a careless reader takes for a ruling, a card, an account."""
FRESH: Mapping[str, Layout] = {
    layout.__name__: layout
    for layout in (
        courts.indictment, courts.consumption_limit, courts.auction, courts.mediators, courts.notary_order,
        courts.claims_notice, courts.form_book, courts.expert, courts.docket, offices.residence_card,
        offices.birth_proof, offices.card_bill, offices.opening_form, offices.registration_notice, offices.resolution,
        offices.insured_proof, offices.paid_screen,
    )
}  # fmt: skip
"""Near-misses of the new slice: written when the training corpus was frozen, shown to nothing but the evaluation."""


def draw(family: str, facts: Facts, seed: int) -> Drawing:
    """Draw a page of one family."""
    return drawn(({**FAR, **NEAR, **FRESH}[family],), facts, seed)
