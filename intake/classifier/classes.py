"""Cues of papers whose class is clear while their type is none that we read yet."""

from __future__ import annotations

from collections.abc import Mapping

from intake.domain.document import DocumentClass

CLASS_CUES: Mapping[DocumentClass, Mapping[str, float]] = {
    DocumentClass.RULING: {
        "判决书(?!.{0,20}(回证|上诉状))": 4.0,
        "(民事|刑事|行政|刑事附带民事)裁定书": 4.0,
        "(民事|行政|刑事)?调解书": 4.0,
        "(受理案件|应诉|执行|举证|缴款|退款)通知书": 4.0,
        "人民法院": 0.5,
        "(判决|裁定)如下": 1.0,
        "送达回证|起诉状|上诉状|申请书|律师函|证明书|委托书": -4.0,
    },
    DocumentClass.ID_PROOF: {
        "往来(港澳|台湾)通行证": 4.0,
        "中华人民共和国护照": 4.0,
        "法定代表人身份证明书?": 5.0,
        "授权委托书": 5.0,
    },
    DocumentClass.BANK_ACCOUNT: {
        "开户许可证": 4.0,
        "基本存款账户(编号|信息)": 4.0,
        "存折": 4.0,
        "活期(储蓄|存款)": 1.5,
    },
}
