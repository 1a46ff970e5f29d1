"""Counts without a number: vài, dăm bảy, hàng chục, 几个, 数百, 五六."""

from decimal import Decimal

from service.core.languages import Language
from service.language.counters import BARE_ZH
from service.language.han_numerals import ZH_SCALES, adjacent_han
from service.language.members import VI, ZH
from service.language.mentions import Reading
from service.language.number_words import VI_SCALES, vi_digit
from service.language.openings import ANY_NUMERAL, Seconds, seconds_of
from service.language.tokens import Phrases, Tokens
from service.language.units import AFTER_NUMBER
from service.language.values import Vague

_FEW_VI: Phrases[bool] = Phrases(
    [
        (form, True)
        for form in [
            "vài",
            "mấy",
            "dăm",
            "dăm ba",
            "dăm bảy",
            "dăm, bảy",
            "vài ba",
            "vài bốn",
            "năm bảy",
            "một vài",
            "một số",
            "một, hai",
            "một hai",
            "vài, ba",
        ]
    ]
)
_FEW_ZH: Phrases[bool] = Phrases(
    [(form, True) for form in ["数", "几", "好几", "若干", "一些", "若干个", "上", "成"]]
)
_SCALES_MAX = 3

STARTS = {VI: _FEW_VI.firsts | {"hàng"}, ZH: _FEW_ZH.firsts}
_COUNTED: list[str] = [ANY_NUMERAL, *AFTER_NUMBER[ZH].firsts, *BARE_ZH]
SECONDS: dict[Language, Seconds] = {VI: {}, ZH: seconds_of([_FEW_ZH], _COUNTED)}


def read_vague(tokens: Tokens, index: int, language: Language) -> Reading | None:
    """Read a count that gives an order of magnitude only; it is compared as such.

    Source:
        numbers.md, rule 13 (hàng chục = 数十).
    """
    return _vi(tokens, index) if language is VI else _zh(tokens, index)


def _vi(tokens: Tokens, index: int) -> Reading | None:
    words = tokens.words
    if words[index] == "hàng":
        end, scale = _scales_vi(words, index + 1)
        return None if scale == 1 else _with_unit(tokens, end, scale, VI)
    few = _FEW_VI.at(tokens, index)
    pair = _pair_vi(tokens, index)
    if pair is not None and (few is None or pair[0] >= few[0]):
        end, scale = _scales_vi(words, pair[0])
        return _with_unit(tokens, end, scale, VI, pair[1])
    if few is None:
        return None
    end, scale = _scales_vi(words, few[0])
    return _with_unit(tokens, end, scale, VI)


def _pair_vi(tokens: Tokens, index: int) -> tuple[int, tuple[int, int]] | None:
    """Read "năm sáu" and "hai, ba": two neighbouring digits before a noun."""
    low = vi_digit(tokens.words[index])
    at = index + 1 + (tokens.words[index + 1] == ",")
    high = vi_digit(tokens.words[at]) if tokens.words[at] else None
    if low is None or high is None or not 0 < low < high <= low + 2:
        return None
    return at + 1, (low, high)


def _scales_vi(words: list[str], index: int) -> tuple[int, int]:
    scale, end = 1, index
    while words[end] in VI_SCALES and end < index + _SCALES_MAX:
        scale *= VI_SCALES[words[end]]
        end += 1
    return end, scale


def _with_unit(
    tokens: Tokens, end: int, scale: int, language: Language, pair: tuple[int, int] | None = None
) -> Reading | None:
    unit = AFTER_NUMBER[language].at(tokens, end)
    if unit is None and language is ZH and tokens.words[end] in BARE_ZH:
        unit = end + 1, BARE_ZH[tokens.words[end]]
    if unit is None and scale == 1:
        return None
    low, high = pair or (None, None)
    value = Vague(Decimal(scale), "" if unit is None else unit[1], low, high)
    return Reading(end if unit is None else unit[0], value, is_soft=scale == 1 and pair is None)


def _zh(tokens: Tokens, index: int) -> Reading | None:
    words = tokens.words
    pair = adjacent_han(words[index])
    if pair is not None:
        low, high, scale = pair
        return _with_unit(tokens, index + 1, scale, ZH, (low, high))
    few = _FEW_ZH.at(tokens, index)
    if few is None:
        return None
    scale = ZH_SCALES.get(words[few[0]], 1)
    if words[index] in ("上", "成") and scale < 100:
        return None
    return _with_unit(tokens, few[0] + (scale > 1), scale, ZH)
