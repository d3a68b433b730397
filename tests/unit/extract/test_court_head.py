"""A paper of a court begins with the court, its title and the number of the case; what only speaks of one does not."""

from __future__ import annotations

import pytest

from intake.classifier.defined import fits
from intake.extract.court_head import court_head

RULING = court_head("执行裁定书")
COURT, NUMBER = "杭州市西湖区人民法院", "(2023)浙0106执1234号"


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((COURT, "执行裁定书", NUMBER, "申请执行人:张三"), id="as it should be"),
        pytest.param((COURT, "执行裁", "定书", NUMBER), id="a torn title"),
        pytest.param(("杭州市西湖区人民法浣", "执行裁足书", NUMBER), id="slips of the reader"),
        pytest.param((f"{COURT}执行裁定书", NUMBER), id="court and title in one line"),
        pytest.param(("复印件", COURT, "执行裁定书", NUMBER), id="a stamp above"),
        pytest.param((COURT, NUMBER, "执行裁定书", "申请执行人:张三"), id="the number before the title"),
        pytest.param(("上海海事法院", "执行裁定书", "(2023)沪72执12号"), id="a court of another kind"),
        pytest.param((COURT, "执行裁定书", "副本", "C2023)浙0106执l234号"), id="a bracket misread"),
    ],
)
def test_a_head_is_known(lines):
    assert fits("\n".join(lines), RULING)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((COURT, "送达回证", NUMBER, "执行裁定书"), id="another title"),
        pytest.param(("恒信律师事务所", COURT, "执行裁定书", NUMBER), id="a law firm above"),
        pytest.param(("某某仲裁委员会", "裁决书", NUMBER), id="arbitrators"),
        pytest.param((COURT, "执行裁定书", "申请执行人:张三"), id="no number"),
        pytest.param(("执行裁定书", NUMBER), id="no court"),
        pytest.param(("××××人民法院", "执行裁定书", "(××××)××执××号"), id="a form"),
        pytest.param(("关于执行的说明。", f"我收到了{COURT},执行裁定书", NUMBER), id="running text"),
        pytest.param(("一", "二", "三", "四", "五", COURT, "执行裁定书", NUMBER), id="too far down"),
    ],
)
def test_what_begins_otherwise_is_none(lines):
    assert not fits("\n".join(lines), RULING)
