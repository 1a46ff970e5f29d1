"""Numbers as each language writes them: separators, scales, and which scale."""

from decimal import Decimal

from service.core.languages import Language

_VI_SCALES = ((10**12, "nghìn tỷ"), (10**9, "tỷ"), (10**6, "triệu"))
_ZH_SCALES = ((10**12, "万亿"), (10**8, "亿"), (10**4, "万"))
_VI_FULL_BELOW = 10**7
# "1.200 tỷ đồng" is what papers write; nghìn tỷ from there on.
_VI_THOUSAND_BILLIONS_FROM = 10**13
_VI_DECIMALS = 3
_ZH_DIGITS = 4
_ZH_LARGE = 10**8


def write_number(amount: Decimal, language: Language) -> str:
    """Write a number with its scale; no digit is lost or rounded.

    Source:
        numbers.md, rules 1 and 2.
    """
    digits, scale = split_scale(amount, language)
    return f"{digits} {scale}" if scale and language is Language.VI else digits + scale


def split_scale(amount: Decimal, language: Language) -> tuple[str, str]:
    """Return the digits and the scale of a number as it is written; the scale can be empty."""
    for factor, name in _VI_SCALES if language is Language.VI else _ZH_SCALES:
        coefficient = amount / factor
        if _is_fit(amount, coefficient, factor, language):
            return write_digits(_stripped(coefficient), language), name
    return write_digits(amount, language), ""


def _is_fit(amount: Decimal, coefficient: Decimal, factor: int, language: Language) -> bool:
    if coefficient < 1:
        return False
    stripped = _stripped(coefficient)
    if language is Language.ZH:
        is_short = len(stripped.as_tuple().digits) - _trailing_zeros(stripped) <= _ZH_DIGITS
        # 2356700000000越南盾 is for nobody to read; from 亿 on four decimals are kept with the scale.
        return is_short or (factor >= _ZH_LARGE and -_exponent(stripped) <= _ZH_DIGITS)
    if amount < _VI_FULL_BELOW and amount == amount.to_integral_value():
        return False
    if factor == 10**12 and amount < _VI_THOUSAND_BILLIONS_FROM:
        return False
    return -_exponent(stripped) <= _VI_DECIMALS


def _stripped(number: Decimal) -> Decimal:
    """Drop zeros behind the point without writing 1E+2."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()


def _trailing_zeros(number: Decimal) -> int:
    digits = "".join(map(str, number.as_tuple().digits))
    return len(digits) - len(digits.rstrip("0"))


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def write_digits(amount: Decimal, language: Language) -> str:
    """Write a number in full digits: 1.449,566 in vi, 1449.566 in zh."""
    plain = format(amount, "f")
    if language is Language.ZH:
        return plain
    whole, _, fraction = plain.partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    return f"{grouped},{fraction}" if fraction else grouped
