"""Numbers as both languages write them: digits with their separators, words, Han numerals, and scales."""

from decimal import Decimal

from service.core.languages import Language
from service.language.han_numerals import (
    AFTER_KILO,
    HAN_DIGITS,
    HAN_LARGE,
    ZH_SCALES,
    han_digit_value,
    han_value,
)
from service.language.members import VI, ZH
from service.language.number_digits import FRACTION_MAX, Number, read_digits
from service.language.tokens import HAN_NUMERALS, Tokens

_VI_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_ONES = {word: one for one, word in enumerate(_VI_DIGITS)} | {"bẩy": 7}
# Behind "mươi" and "mười" some digits have forms of their own, and "năm" there is the word for year.
_ONES_AFTER_TEN = {word: one for word, one in _ONES.items() if one and word != "năm"} | {
    "mốt": 1,
    "tư": 4,
    "lăm": 5,
    "nhăm": 5,
}
_ZERO_TENS = ("linh", "lẻ")
VI_SCALES = {
    "chục": 10,
    "trăm": 100,
    "nghìn": 10**3,
    "ngàn": 10**3,
    "vạn": 10**4,
    "triệu": 10**6,
    "tr": 10**6,
    "tỷ": 10**9,
    "tỉ": 10**9,
}
VI_NUMBER_WORDS = frozenset(_ONES) | {"mười"}
ZH_MORE = ("多", "余", "几")
_HAN_STARTS = frozenset(HAN_NUMERALS)
_BEHIND_NUMERAL = ZH_SCALES.keys() | frozenset(ZH_MORE)
_SCALES = {VI: frozenset(VI_SCALES), ZH: frozenset(_BEHIND_NUMERAL)}
NUMBER_GOES_ON = {language: scales.union(".,") for language, scales in _SCALES.items()}
_MAGNITUDE_MAX = 18
_TERMS_MAX = 6


def read_number(tokens: Tokens, index: int, language: Language) -> Number | None:
    """Read the number that begins at a token, scales included.

    Source:
        numbers.md, rules 1 and 2.
    """
    word = tokens.words[index]
    if word.isdecimal():
        digits = read_digits(tokens, index, language)
        if digits is None or tokens.words[digits.end] not in _SCALES[language]:
            return digits
    elif not (word in VI_NUMBER_WORDS if language is VI else word[:1] in _HAN_STARTS):
        return None
    known = tokens.numbers
    if index in known:
        number: Number | None = known[index]
        return number
    number = _read_vi(tokens, index) if language is VI else _read_zh(tokens, index)
    known[index] = number
    return number


def _read_vi(tokens: Tokens, index: int) -> Number | None:
    words = tokens.words
    digits = read_digits(tokens, index, VI)
    if digits is not None and words[digits.end] not in VI_SCALES:
        return digits
    total, limit, end, found = Decimal(0), 0, index, None
    for _ in range(_TERMS_MAX):
        term = _vi_term(tokens, end, is_first=found is None)
        if term is None:
            break
        scale, after = _vi_scale(words, term.end)
        if found is not None and not _fits(term, scale, limit):
            break
        if found is not None and scale == 1 and _is_shortened(words, end, term):
            return Number(term.end, total + term.amount * limit / 10, has_scale=True)
        total, limit, end = total + term.amount * scale, scale, after
        found = term if found is None else found
        if scale >= 100 and words[end] == "rưỡi":
            return Number(end + 1, total + Decimal(scale) / 2, has_scale=True)
        if scale == 1:
            break
    return None if found is None or _is_beyond(total) else _vi_number(found, total, end, index)


def _vi_number(first: Number, total: Decimal, end: int, index: int) -> Number:
    has_scale = end > first.end
    readings = () if has_scale else first.readings
    is_word = first.is_word and end == index + 1
    scale = total / first.amount if has_scale and first.amount else Decimal(1)
    return Number(
        end, _plain(total) if has_scale else total, readings, is_word, has_scale=has_scale, scale=scale
    )


def _is_beyond(amount: Decimal) -> bool:
    """Say whether a number is larger than any paper's, where Decimal would begin to round."""
    return amount.adjusted() > _MAGNITUDE_MAX


def _plain(amount: Decimal) -> Decimal:
    """Drop the zeros that a scale leaves behind the point: 12,5 vạn is 125000, not 125000.0."""
    return amount.quantize(Decimal(1)) if amount == amount.to_integral_value() else amount.normalize()


def _fits(term: Number, scale: int, limit: int) -> bool:
    return scale < limit and term.amount * scale < limit and (scale > 1 or term.is_word)


def _is_shortened(words: list[str], index: int, term: Number) -> bool:
    """Say whether a digit behind a scale means tenths of it: một triệu hai is 1,200,000."""
    return term.end == index + 1 and words[index] in _ONES and words[index] not in ("năm", "không")


def _vi_scale(words: list[str], index: int) -> tuple[int, int]:
    scale, end = 1, index
    while words[end] in VI_SCALES and end < index + 3:
        scale *= VI_SCALES[words[end]]
        end += 1
    return scale, end


def _vi_term(tokens: Tokens, index: int, *, is_first: bool) -> Number | None:
    digits = read_digits(tokens, index, VI)
    if digits is not None:
        return digits
    below = _below_thousand(tokens.words, index, is_first=is_first)
    if below is None:
        return None
    end, amount = below
    return _with_spoken_point(tokens.words, Number(end, Decimal(amount), is_word=True))


def _with_spoken_point(words: list[str], whole: Number) -> Number:
    fraction, end = "", whole.end + 1
    if words[whole.end] != "phẩy":
        return whole
    while words[end] in _ONES and len(fraction) < FRACTION_MAX:
        fraction, end = fraction + str(_ONES[words[end]]), end + 1
    return Number(end, Decimal(f"{whole.amount}.{fraction}")) if fraction else whole


def _below_thousand(words: list[str], index: int, *, is_first: bool) -> tuple[int, int] | None:
    if words[index] in _ZERO_TENS and not is_first and words[index + 1] in _ONES:
        return index + 2, _ONES[words[index + 1]]
    if words[index] in _ONES and words[index + 1] == "trăm":
        hundreds, end = _ONES[words[index]] * 100, index + 2
        if words[end] in _ZERO_TENS and words[end + 1] in _ONES:
            return end + 2, hundreds + _ONES[words[end + 1]]
        rest = _tens(words, end)
        return (end, hundreds) if rest is None else (rest[0], hundreds + rest[1])
    tens = _tens(words, index)
    if tens is not None:
        return tens
    return (index + 1, _ONES[words[index]]) if words[index] in _ONES else None


def _tens(words: list[str], index: int) -> tuple[int, int] | None:
    """Read 10 to 99; `hai mươi năm` is twenty years, for 25 is `hai mươi lăm`."""
    if words[index] == "mười":
        tens, end = 10, index + 1
    elif words[index] in _ONES and words[index + 1] == "mươi":
        tens, end = _ONES[words[index]] * 10, index + 2
    else:
        return None
    one = _ONES_AFTER_TEN.get(words[end])
    is_scaled_one = one is not None and words[end + 1] in ("trăm", "mươi")
    return (end, tens) if one is None or is_scaled_one else (end + 1, tens + one)


def _read_zh(tokens: Tokens, index: int) -> Number | None:
    first = _zh_term(tokens, index)
    if first is None:
        return None
    number, scale = first
    if not number.has_scale:
        return number
    total, end, is_over = number.amount, number.end, number.is_over
    for _ in range(_TERMS_MAX - 1):
        term = None if scale == 1 or is_over else _zh_term(tokens, end)
        if term is None or term[1] >= scale or not term[0].has_scale or term[0].amount >= scale:
            break
        part, scale = term
        total, end, is_over = total + part.amount, part.end, part.is_over
    if _is_beyond(total):
        return None
    is_word, scale_first = number.is_word, number.scale
    return Number(end, _plain(total), is_word=is_word, is_over=is_over, has_scale=True, scale=scale_first)


def _zh_term(tokens: Tokens, index: int) -> tuple[Number, int] | None:
    words = tokens.words
    is_han = words[index][:1] in _HAN_STARTS
    number = _spoken_han(tokens, index) if is_han else read_digits(tokens, index, ZH)
    if number is None:
        return None
    at = number.end
    word = words[at]
    if word not in _BEHIND_NUMERAL:
        return number, 1
    is_over = word in ZH_MORE
    at += is_over
    scale = None if words[at] == "千" and words[at + 1] in AFTER_KILO else ZH_SCALES.get(words[at])
    if scale is None:
        return number, 1
    if not is_over and words[at] == "万" and words[at + 1] in ZH_MORE and words[at + 2] == "亿":
        at, scale, is_over = at + 2, ZH_SCALES["万亿"], True  # 5.3万多亿
    return Number(at + 1, number.amount * scale, is_over=is_over, has_scale=True, scale=Decimal(scale)), scale


def _spoken_han(tokens: Tokens, index: int) -> Number | None:
    run = tokens.words[index]
    amount = han_value(run)
    if amount is None:
        return _spoken_digits(run, index)
    fraction = tokens.words[index + 2] if tokens.words[index + 1] == "点" else ""
    if fraction and all(han in HAN_DIGITS for han in fraction) and len(fraction) <= FRACTION_MAX:
        decimals = "".join(str(HAN_DIGITS[han]) for han in fraction)
        return Number(index + 3, Decimal(f"{amount}.{decimals}"))
    return Number(index + 1, Decimal(amount), is_word=len(run) == 1, has_scale=run[-1] in "百千万亿")


def _spoken_digits(run: str, index: int) -> Number | None:
    """Read 一〇五 digit by digit, and 百 before a unit or 余 as one hundred."""
    if run in ZH_SCALES and run[0] in HAN_LARGE:
        return Number(index + 1, Decimal(ZH_SCALES[run]), is_word=True)
    digits = han_digit_value(run) if "〇" in run else None
    return None if digits is None else Number(index + 1, Decimal(digits), is_word=True)


def vi_digit(word: str) -> int | None:
    """Read one Vietnamese digit word."""
    return _ONES.get(word)
