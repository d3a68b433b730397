"""What makes a case one for special care: parties from abroad or from 港澳台, and those of the forces (涉军)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from intake.domain.case_number import MILITARY, normalise
from intake.release.case import CaseInput
from intake.release.claims import FACE, ORDER, PASSPORT, TRAVEL, Claim, claim_of, papers, parties, read_at
from intake.release.payee import HANZI, payees

HOME_REGIONS = re.compile("(?:住|住所地:?)?(?:中国)?(?:香港|澳门|台湾)")
COUNTRIES = re.compile(
    "(?:住|住所地:?)?(?:美国|美利坚|英国|法国|德国|日本|韩国|大韩民国|朝鲜|俄罗斯|加拿大|澳大利亚|新西兰|意大利|西班牙|葡萄牙|荷兰"
    "|比利时|瑞士|瑞典|挪威|丹麦|芬兰|奥地利|波兰|乌克兰|希腊|土耳其|以色列|印度|越南|泰国|马来西亚|新加坡|菲律宾|缅甸|老挝"
    "|柬埔寨|蒙古国|巴基斯坦|孟加拉|哈萨克斯坦|沙特|阿联酋|伊朗|伊拉克|埃及|南非|尼日利亚|巴西|阿根廷|墨西哥|智利|秘鲁)"
)
"""Countries that addresses begin with (own list); one that is not here is found by the passport or the name."""
FORCES = re.compile("[0-9]{5}部队|解放军|武警|武装警察|军区|军分区|武装部|军事法院|军事检察院")


class Care(StrEnum):
    """The flags of `case.sensitivity` that the papers themselves raise."""

    FOREIGN = "foreign"
    HOME_REGION = "hong_kong_macao_taiwan"
    MILITARY = "military"


def cared_for(case: CaseInput) -> tuple[tuple[Care, Claim], ...]:
    """Return what on the papers asks for special care, and why."""
    return (*_travellers(case), *_named(case), *_addressed(case), *_courts(case))


def _travellers(case: CaseInput) -> Iterator[tuple[Care, Claim]]:
    """Yield every passport and permit: even the holder of a Chinese passport lives abroad."""
    for paper in papers(case, TRAVEL):
        kind = Care.FOREIGN if paper.document.type == PASSPORT else Care.HOME_REGION
        shown = read_at(paper, "nationality") + read_at(paper, "name")
        yield kind, Claim(shown[0].name if shown else "type", shown[0].value if shown else str(kind), paper)


def _named(case: CaseInput) -> Iterator[tuple[Care, Claim]]:
    sides = (claim for side in ("applicants", "respondents") for claim, _ in parties(case, side))
    for claim in (*payees(case), *sides):
        if FORCES.search(claim.value):
            yield Care.MILITARY, claim
        elif not HANZI.search(claim.value):
            yield Care.FOREIGN, claim


def _addressed(case: CaseInput) -> Iterator[tuple[Care, Claim]]:
    sides = [pair for side in ("applicants", "respondents") for pair in parties(case, side)]
    addresses = [claim.valued(party.address) for claim, party in sides if party.address]
    for claim in (*addresses, *claim_of(case, FACE, "address")):
        if HOME_REGIONS.match(claim.value):
            yield Care.HOME_REGION, claim
        elif COUNTRIES.match(claim.value) or not HANZI.search(claim.value):
            yield Care.FOREIGN, claim


def _courts(case: CaseInput) -> Iterator[tuple[Care, Claim]]:
    for claim in claim_of(case, ORDER, "case_number"):
        number = normalise(claim.value)
        if number is not None and number.court_code.startswith(MILITARY):
            yield Care.MILITARY, claim
