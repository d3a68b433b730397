"""The grammar of money: figures and 大写 words to exact decimals, and back."""

from __future__ import annotations

import re
from decimal import Decimal

from intake.domain.clean import Found, pack, packed, visible

CENT = Decimal("0.01")
LIMIT = Decimal(10) ** 16  # yuan: 万亿 is the largest unit people write

_SCALES = {"": Decimal(1), "万": Decimal(10) ** 4, "亿": Decimal(10) ** 8}
_YEN = "[¥￥]|(?<![A-Za-z0-9])Y(?= ?[0-9]{1,3}(?:,?[0-9]{3})*[.][0-9]{2}(?![0-9]))"  # on copies ¥ loses its strokes
_PREFIX = rf"(?:[(]?(?:小写|RMB|CNY|人民币|{_YEN})[)]?[:：]? ?)"
_SLIPPED = r"[0-9]{4,},[0-9]{2}(?![0-9])"  # behind four digits or more a comma parts no groups: it is a point misread
_NUMBER = rf"{_SLIPPED}|" r"[0-9]{1,3}(?:(?:, ?| )[0-9]{3})+(?: ?\. ?[0-9]{1,6})?|[0-9]+(?: ?\. ?[0-9]{1,6})?"
_FIGURES = re.compile(rf"{_PREFIX}*(?P<number>{_NUMBER}) ?(?P<scale>[万亿]?) ?(?:[元圆] ?[整正]?)?", re.IGNORECASE)
_GROUPED = r"[0-9]{1,3}(?:, ?[0-9]{3})+(?:\.[0-9]{1,6})?"
_SPACED = r"[0-9]{1,3}(?: [0-9]{3})+(?:\.[0-9]{1,6})?"  # read as one only behind a mark of money
_FIGURE = rf"(?:{_GROUPED}|{_SLIPPED}|[0-9]+(?:\.[0-9]{{1,6}})?)"
# A piece of a longer number is another amount: nothing is found where a number may go on before or after a match.
_BEFORE = r"(?<![0-9万亿千百十-])(?<![0-9\s][.,])(?<![0-9][.,]\s)(?<![0-9万亿] )"
_AFTER = r"(?! ?[0-9%‰万亿千百十余多元圆角分]|\s?[.,]\s?[0-9])"
_UNIT = r"(?: ?[万亿]?[元圆](?:[整正]|(?!月|旦|\s?[0-9]+\s?[角分])))"
_RUNNING = re.compile(
    rf"{_BEFORE}(?:{_PREFIX}+(?:{_SPACED}|{_FIGURE})(?:{_UNIT}| ?[万亿]?{_AFTER})|{_FIGURE}{_UNIT}"
    rf"|[0-9]{{1,3}}(?:,[0-9]{{3}})+\.[0-9]{{2}}{_AFTER})",
    re.IGNORECASE,
)

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_UNITS = ("", "拾", "佰", "仟")
_SAME = str.maketrans("圆圓圎正〇○两兩貳弍參叄参陸萬億", "元元元整零零贰贰贰贰叁叁叁陆万亿")
WORDS = "零壹贰叁肆伍陆柒捌玖拾佰仟万亿〇○两兩貳弍參叄参陸萬億"
_D = f"[{_DIGITS}]"
_SECTION = re.compile(f"零*(?:({_D})仟)?零*(?:({_D})佰)?零*(?:({_D})拾)?零*({_D})?")
_UNCLEAR = re.compile(f"[仟佰][{_DIGITS[1:]}](?![拾佰仟])|[万亿][{_DIGITS[1:]}](?![拾佰仟万亿])")
"""A digit alone after a unit, with neither 零 nor a unit of its own: 壹佰伍 may be 105 or 150."""
_WORDS = re.compile(f"(?:(?P<yuan>{_D}[{WORDS}]*)元)?零?(?:(?P<jiao>{_D})角)?零?(?:(?P<fen>{_D})分)?整?")
_RUNNING_WORDS = re.compile(
    f"(?:人民币)?(?:[{WORDS}]+[元圆圓圎](?:零?[{WORDS}]角)?(?:零?[{WORDS}]分)?"
    f"|[{WORDS}]角(?:零?[{WORDS}]分)?|[{WORDS}]分)[整正]?"
)

_STRANGE = rf"(?![{WORDS}美日港欧韩泰澳部充处])(?![整正按的]分)[一-鿿](?=[拾佰仟元圆圓圎角]|[万萬亿億分](?![之别期]))"
_SPOKEN = f"(?:[{WORDS}]|{_STRANGE})"
_HAS_STRANGE = re.compile(_STRANGE)
_MISREAD_WORDS = re.compile(
    f"(?:人民币)?(?=[{WORDS}]|.[拾佰仟万萬亿億角])"
    f"(?:{_SPOKEN}{{2,}}[元圆圓圎](?:零?{_SPOKEN}角)?(?:零?{_SPOKEN}分)?|{_SPOKEN}角(?:零?{_SPOKEN}分)?)[整正]?"
)
"""An amount in words, in which others may stand where only digits can: 柴 for 柒, but not 万分之 or 元部分."""


def parse_figures(raw: str) -> Decimal | None:
    """Read an amount in figures; None where the figures could mean more than one amount."""
    match = _FIGURES.fullmatch(visible(raw).replace("。", "."))
    if match is None or re.match("0[0-9, ]", match["number"]):
        return None
    digits = match["number"].replace(",", ".") if re.fullmatch(_SLIPPED, match["number"]) else match["number"]
    number = Decimal(re.sub("[, ]", "", digits)) * _SCALES[match["scale"]]
    return number.quantize(CENT) if number < LIMIT and number == number.quantize(CENT) else None


def parse_words(raw: str) -> Decimal | None:
    """Read an amount in 大写; zeros may be doubled, or left out where nobody could read another amount."""
    text = re.sub(r"^[(]?(?:大写)?[)]?:?(?:人民币)?[(]?(?:大写)?[)]?:?", "", packed(raw)).translate(_SAME)
    match = _WORDS.fullmatch(text)
    if match is None or not any(match.groups()):
        return None
    yuan = _number(match["yuan"] or "零")
    return None if yuan is None else Decimal(yuan) + Decimal(_cents(match)) * CENT


def in_words(amount: Decimal) -> str:
    """Write an amount in 大写 as a bill wants it; ValueError for what is no amount of money."""
    if not 0 <= amount < LIMIT or amount != amount.quantize(CENT):
        raise ValueError(f"{amount} is not an amount of yuan and cents below {LIMIT}")
    yuan, cents = divmod(int(amount * 100), 100)
    jiao, fen = divmod(cents, 10)
    words = f"{_spoken(yuan)}元" if yuan or not cents else ""
    words += f"{_DIGITS[jiao]}角" if jiao else "零" if yuan and fen else ""
    return f"人民币{words}{f'{_DIGITS[fen]}分' if fen else '整'}"


def text_of(amount: Decimal) -> str:
    """Write an amount as our documents do: 486320.50."""
    return f"{amount.quantize(CENT):f}"


def find_figures(text: str) -> tuple[Found[Decimal], ...]:
    """Find the amounts in figures in running text: those with a mark or unit of money, or grouped and with cents."""
    return tuple(pack(text, keep_blanks=True).found(_RUNNING, parse_figures))


def find_words(text: str) -> tuple[Found[Decimal], ...]:
    """Find the amounts in 大写 in running text, also what is left of one that was misread."""
    return tuple(pack(text).found(_RUNNING_WORDS, parse_words))


def find_misread_words(text: str) -> tuple[Found[str], ...]:
    """Find what would be amounts in 大写, were there not other characters where only digits can stand."""
    return tuple(pack(text).found(_MISREAD_WORDS, lambda said: said if _HAS_STRANGE.search(said) else None))


def _cents(match: re.Match[str]) -> int:
    return 10 * _DIGITS.index(match["jiao"] or "零") + _DIGITS.index(match["fen"] or "零")


def _number(words: str) -> int | None:
    """Read a whole number: at most one 亿, and at most one 万 on either side of it."""
    if _UNCLEAR.search(words):
        return None
    high, unit, low = words.rpartition("亿")
    upper, lower = _below(high) if unit else 0, _below(low)
    if upper is None or lower is None or (unit and not upper):
        return None
    return upper * 10**8 + lower


def _below(words: str) -> int | None:
    high, unit, low = words.rpartition("万")
    upper, lower = _section(high) if unit else 0, _section(low)
    if upper is None or lower is None or (unit and not upper):
        return None
    return upper * 10**4 + lower


def _section(words: str) -> int | None:
    match = _SECTION.fullmatch(words.rstrip("零"))
    if match is None:
        return None
    return sum(_DIGITS.index(d or "零") * scale for d, scale in zip(match.groups(), (1000, 100, 10, 1), strict=True))


def _spoken(number: int) -> str:
    """Write a whole number in sections of four digits, with one 零 where at least one digit is passed over."""
    high, low = divmod(number, 10**8)
    if high:
        return f"{_spoken(high)}亿{_gap(low, 10**7)}{_spoken(low) if low else ''}"
    high, low = divmod(number, 10**4)
    if high:
        return f"{_spoken(high)}万{_gap(low, 10**3)}{_spoken(low) if low else ''}"
    return _spoken_section(number)


def _gap(low: int, full: int) -> str:
    return "零" if 0 < low < full else ""


def _spoken_section(number: int) -> str:
    digits = f"{number:04}"
    words = "".join(_DIGITS[int(d)] + (_UNITS[3 - i] if d != "0" else "") for i, d in enumerate(digits))
    return re.sub("零+", "零", words).strip("零") or "零"
