"""Vietnamese weekdays: thứ Hai to thứ Bảy, Chủ nhật."""

from service.language.tokens import Phrases, Tokens

_SEPARATORS = frozenset("/.-")
_WEEKDAYS = {"hai": 1, "ba": 2, "tư": 3, "năm": 4, "sáu": 5, "bảy": 6, "bẩy": 6}
_WEEKDAYS |= {str(day + 1): day for day in range(1, 7)}
SUNDAY: Phrases[int] = Phrases([("chủ nhật", 7), ("chúa nhật", 7)])
_BEFORE_WEEKDAY = frozenset(["sáng", "trưa", "chiều", "tối", "đêm", "ngày", "vào"])
_AFTER_WEEKDAY = frozenset(["ngày", "tuần", "hàng", "hằng"])


def read_weekday_vi(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """Read thứ Hai to thứ Bảy and Chủ nhật; a lower-case "thứ hai" only where a day stands beside it.

    Source:
        numbers.md, rule 5.
    """
    sunday = SUNDAY.at(tokens, index)
    if sunday is not None:
        return sunday
    if tokens.words[index] != "thứ":
        return None
    number = _WEEKDAYS.get(tokens.words[index + 1])
    if number is None or (index and tokens.words[index - 1] in ("lần", "vòng", "kỳ", "họp")):
        return None
    return (index + 2, number) if _names_day(tokens, index) else None


def _names_day(tokens: Tokens, index: int) -> bool:
    word = tokens.raw(index + 1, index + 2)
    before = tokens.words[index - 1] if index else ""
    at = index + 2 + (tokens.words[index + 2] in (",", "("))
    after = tokens.words[at]
    is_date = after.isdecimal() and tokens.words[at + 1] in _SEPARATORS
    is_series = after in ("đến", "-") and tokens.words[at + 1] == "thứ"
    is_last = before in ("đến", "-") and index > 2 and tokens.words[index - 3] == "thứ"
    if is_series or is_last:
        return True
    return word[0].isupper() or before in _BEFORE_WEEKDAY or after in _AFTER_WEEKDAY or is_date
