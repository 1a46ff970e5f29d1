"""Han numerals read: with their units, digit by digit, and two neighbours that mean "a few"."""

HAN_DIGITS = {han: value for value, han in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_HAN_SMALL = {"十": 10, "百": 100, "千": 1000}
_HAN_LARGE = {"万": 10**4, "亿": 10**8}
HAN_LARGE = frozenset("百千万亿")
# 千 before these is kilo: 千瓦, 千伏.
AFTER_KILO = frozenset("瓦伏克米赫卡焦")
# What may stand behind digits: the products of one small and up to two large units.
ZH_SCALES = {
    small + large: _HAN_SMALL.get(small, 1) * factor
    for small in ("", "十", "百", "千")
    for large, factor in (("", 1), ("万", 10**4), ("亿", 10**8), ("万亿", 10**12))
    if small + large
}
_DIGITS_MAX = 18


def han_value(run: str) -> int | None:
    """Read a run of Han numerals with their units: 十二, 三百零五, 两万五千, 一亿三千万.

    Returns:
        The number, or None where the run is no number (二〇二三 is digits, 万 alone is a scale).
    """
    if not run or len(run) > _DIGITS_MAX or run[0] in "百千万亿零〇" or any(h not in _HAN_ANY for h in run):
        return 0 if run in ("零", "〇") else None
    return _HanSum().read(run)


_HAN_ANY = frozenset(HAN_DIGITS) | frozenset(_HAN_SMALL) | frozenset(_HAN_LARGE)


class _HanSum:
    """The running sum of a Han numeral: a digit waits for its unit, a section for 万 or 亿."""

    def __init__(self) -> None:
        self.total = 0
        self.ten_thousands = 0
        self.section = 0
        self.digit: int | None = None
        self.last = 10**9
        self.after_zero = False

    def read(self, run: str) -> int | None:
        for han in run:
            if not self._take(han):
                return None
        # 一万二 is 12,000: a digit directly behind a unit of 100 or more counts tenths of it.
        is_short = self.digit and not self.after_zero and 100 <= self.last < 10**9
        tail = (self.digit or 0) * (self.last // 10 if is_short else 1)
        return self.total + self.ten_thousands + self.section + tail

    def _take(self, han: str) -> bool:
        if han in HAN_DIGITS:
            return self._take_digit(HAN_DIGITS[han])
        if han in _HAN_SMALL:
            return self._take_small(_HAN_SMALL[han])
        return self._take_large(_HAN_LARGE[han])

    def _take_digit(self, digit: int) -> bool:
        if self.digit is not None:
            return False
        if digit == 0:
            self.after_zero = True
        else:
            self.digit = digit
        return True

    def _take_small(self, unit: int) -> bool:
        if self.digit is None and unit != 10:
            return False
        if unit >= self.last and self.last < 10**4:
            return False
        self.section += (self.digit or 1) * unit
        self.digit, self.last, self.after_zero = None, unit, False
        return True

    def _take_large(self, unit: int) -> bool:
        amount = self.section + (self.digit or 0)
        if unit == 10**8:
            amount += self.ten_thousands
            self.ten_thousands = 0
            self.total += amount * unit
        else:
            self.ten_thousands += amount * unit
        self.section, self.digit, self.last, self.after_zero = 0, None, unit, False
        return amount > 0


def han_digit_value(run: str) -> int | None:
    """Read a year written digit by digit: 二〇二三 is 2023."""
    if not 2 <= len(run) <= 4 or any(han not in HAN_DIGITS for han in run):
        return None
    return int("".join(str(HAN_DIGITS[han]) for han in run))


def adjacent_han(run: str) -> tuple[int, int, int] | None:
    """Read two neighbouring numerals that mean "a few": 五六 is (5, 6, 1), 二三十 is (2, 3, 10)."""
    if len(run) not in (2, 3, 4) or run[0] not in HAN_DIGITS or run[1] not in HAN_DIGITS:
        return None
    low, high = HAN_DIGITS[run[0]], HAN_DIGITS[run[1]]
    scale = ZH_SCALES.get(run[2:], 0) if len(run) > 2 else 1
    return (low, high, scale) if 0 < low < high <= low + 2 and scale else None
