"""Cues of papers whose class is clear while their type is none that we read yet."""

from __future__ import annotations

from collections.abc import Mapping

from intake.domain.document import DocumentClass

CLASS_CUES: Mapping[DocumentClass, Mapping[str, float]] = {
    DocumentClass.RULING: {
        "(刑事|行政|附带民事|赔偿)(判决|调解|决定)书|支付令": 4.0,
        "人民法院": 0.5,
        "送达回证|起诉状|上诉状|申请书|律师函|证明书|委托书": -4.0,
    },
    DocumentClass.ID_PROOF: {
        "往来(港澳|台湾)通行证": 4.0,
        "中华人民共和国护照": 4.0,
    },
}
