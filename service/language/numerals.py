"""Whole numbers as Chinese numerals, Roman numerals and Vietnamese words, where papers write them so."""

_HAN = "零一二三四五六七八九"
_TWO_BEFORE_MEASURE = "两"
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
# The Vietnamese alphabet as points are lettered: đ after d, none of f, j, w, z.
VI_LETTERS = "abcdđeghiklmnopqrstuvxy"
_VI = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")


def han_numeral(number: int) -> str:
    """Write 1 to 99 in Chinese numerals: 3 is 三, 10 is 十, 21 is 二十一.

    Raises:
        ValueError: The number is not between 1 and 99.
    """
    _require(number, 99)
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_HAN[tens]}十"
    return head + (_HAN[ones] if ones else "")


def han_number(number: int) -> str:
    """Write 1 to 9999 in Chinese numerals: 105 is 一百零五, 1250 is 一千二百五十.

    Raises:
        ValueError: The number is not between 1 and 9999.
    """
    _require(number, 9999)
    if number < 100:
        return han_numeral(number)
    unit, name = (1000, "千") if number >= 1000 else (100, "百")
    head, rest = divmod(number, unit)
    written = _HAN[head] + name
    if rest == 0:
        return written
    gap = "零" if rest < unit // 10 else ""
    tail = "一" + han_number(rest) if 10 <= rest < 20 else han_number(rest)
    return written + gap + tail


def han_digits(number: int) -> str:
    """Write a year digit by digit as closing clauses do: 2023 is 二〇二三."""
    return "".join("〇" if digit == "0" else _HAN[int(digit)] for digit in str(number))


def roman_numeral(number: int) -> str:
    """Write 1 to 39 in Roman numerals, as Vietnamese section numbers.

    Raises:
        ValueError: The number is not between 1 and 39.
    """
    _require(number, 39)
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written


def vi_word(number: int) -> str:
    """Write 1 to 10 as a Vietnamese word ("hai bản"), larger numbers in digits.

    Raises:
        ValueError: The number is below 1.
    """
    if number < 1:
        raise ValueError(number)
    return _VI[number] if number < len(_VI) else str(number)


def vi_letter(number: int) -> str:
    """Letter a sub-point: 1 is a, 4 is d, 5 is đ, 6 is e.

    Raises:
        ValueError: The number is not between 1 and 23.

    Source:
        Nghị định 30/2020/NĐ-CP, Annex I: points follow the Vietnamese alphabet.
    """
    _require(number, len(VI_LETTERS))
    return VI_LETTERS[number - 1]


def han_count(number: int) -> str:
    """Write a count before a measure word: 2 is 两 (一式两份), others as numerals."""
    return _TWO_BEFORE_MEASURE if number == _HAN.index("二") else han_numeral(number)


def _require(number: int, most: int) -> None:
    if not 1 <= number <= most:
        raise ValueError(number)


_ROMANS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN_LENGTH_MAX = 8


def roman_value(word: str) -> int | None:
    """Read a folded Roman numeral up to 100, such as xvii; None where the letters are no numeral."""
    if not word or len(word) > _ROMAN_LENGTH_MAX or any(letter not in _ROMANS for letter in word):
        return None
    values = [_ROMANS[letter] for letter in word]
    total = sum(-v if v < n else v for v, n in zip(values, [*values[1:], 0], strict=True))
    return total if total > 0 else None
