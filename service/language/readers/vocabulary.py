"""The words around numbers that several readers know: bounds, changes, rates, what is against last year."""

from enum import Enum

from service.core.languages import Language
from service.language.openings import ANY_NUMERAL
from service.language.tokens import Phrases, Tokens
from service.language.values import Bound, Change

_BOUNDS = {
    Language.VI: {
        Bound.OVER: "hơn|trên|vượt|vượt quá|vượt mức|vượt ngưỡng|vượt mốc",
        Bound.NEARLY: "gần|ngót|ngót nghét|gần đến|gần tới",
        Bound.ABOUT: "khoảng|chừng|ước|ước đạt|ước tính|ước khoảng|trên dưới|vào khoảng|ước tính khoảng|ước đạt khoảng|khoảng chừng",
        Bound.CLOSE: "xấp xỉ|xấp xỉ khoảng|suýt soát",
        Bound.AT_LEAST: "không dưới|ít nhất|tối thiểu|từ đủ|đủ|không ít hơn|không thấp hơn|ít nhất là|tối thiểu là",
        Bound.AT_MOST: "không quá|tối đa|nhiều nhất|không vượt quá|không hơn|không nhiều hơn|tối đa là|không quá mức|lâu nhất|cao nhất|chậm nhất là",
        Bound.UNDER: "dưới|chưa đến|chưa tới|chưa đầy|không đến|không tới",
    },
    Language.ZH: {
        Bound.OVER: "逾|超过|超|突破|超出|多于|高于|超过了|大于|达到逾",
        Bound.NEARLY: "近|将近|接近|近乎",
        Bound.ABOUT: "约|大约|约为|大概|约有|大致|估计约|约达|预计|预计达|预计达到|估计达到|估计|估计达|预计约|预计将达",
        Bound.AT_LEAST: "不少于|不低于|至少|不下|最少|不下于|起码|至少有|最短|最低|年满|已满|满",
        Bound.AT_MOST: "不超过|不多于|至多|最多|不高于|不得超过|不逾|最长|最高|最大|至多为|最多为",
        Bound.UNDER: "不到|不足|低于|少于|未满|不满|不及|小于",
    },
}
_AFTER = {
    Language.VI: {
        Bound.AT_LEAST: "trở lên|trở đi",
        Bound.AT_MOST: "trở xuống|trở lại",
        Bound.OVER: "có lẻ",
    },
    Language.ZH: {
        Bound.AT_LEAST: "以上|及以上|或以上|起",
        Bound.AT_MOST: "以下|及以下|以内|之内",
        Bound.ABOUT: "左右|上下|前后",
        Bound.UNDER: "不到",
    },
}
_CHANGES = {
    Language.VI: {
        Change.UP: "tăng|tăng thêm|tăng trưởng|tăng được",
        Change.DOWN: "giảm|giảm bớt|giảm đi|suy giảm",
    },
    Language.ZH: {
        Change.UP: "增长|增长了|增加|增加了|上升|上升了|提高|提高了|增幅|上涨|上涨了|增幅达|增|增长率为",
        Change.DOWN: "下降|下降了|减少|减少了|降低|降低了|下跌|下跌了|下滑|下滑了|降幅|减|降",
    },
}
_SAME_PERIOD = {
    Language.VI: "so với cùng kỳ|so với cùng kỳ năm trước|so với cùng kỳ năm ngoái|so cùng kỳ|cùng kỳ|cùng kỳ năm trước"
    "|cùng kỳ năm ngoái|so cùng kỳ năm trước|so với cùng kì|cùng kì|so với cùng kì năm trước",
    Language.ZH: "同比|比上年同期|比去年同期|较上年同期|较去年同期|与上年同期相比|与去年同期相比|比同期|上年同期|去年同期",
}
_PER_BEFORE = {
    Language.VI: "mỗi|mỗi một|bình quân mỗi|trung bình mỗi|trung bình một|bình quân một|hàng|hằng",
    Language.ZH: "每|每一|平均每|每个|每名",
}


def _phrases(groups: dict[Bound, str]) -> Phrases[Bound]:
    return Phrases([(form, bound) for bound, forms in groups.items() for form in forms.split("|")])


BOUNDS = {language: _phrases(groups) for language, groups in _BOUNDS.items()}
BOUNDS_AFTER = {language: _phrases(groups) for language, groups in _AFTER.items()}
CHANGES = {
    language: Phrases([(form, change) for change, forms in groups.items() for form in forms.split("|")])
    for language, groups in _CHANGES.items()
}
SAME_PERIOD = {
    language: Phrases([(form, True) for form in forms.split("|")]) for language, forms in _SAME_PERIOD.items()
}
PER_BEFORE = {
    language: Phrases([(form, True) for form in forms.split("|")]) for language, forms in _PER_BEFORE.items()
}
_PAST_BEFORE_ZH = "过去|最近|在过去|过去的"


class HeadWord(Enum):
    """What a word before a number says, where it is neither a bound nor a change."""

    PER = "per"
    PAST = "past"
    SAME_PERIOD = "same period"
    CURRENCY = "currency"


_SHORT_PER = {
    "年均": "year", "年": "year", "人均": "người", "月均": "month", "日均": "day", "户均": "hộ",
    "时速": "hour", "年平均": "year", "月": "month",
    "年利率": "year", "年利率为": "year", "月利率": "month", "月利率为": "month", "日利率": "day", "年化利率": "year",
    "年增长率": "year",
}  # fmt: skip


def _head_words(language: Language) -> Phrases[Bound | Change | HeadWord]:
    own = {HeadWord.PER: _PER_BEFORE[language], HeadWord.PAST: "trong"}
    if language is Language.ZH:
        own[HeadWord.PER] += "|" + "|".join(_SHORT_PER)
        own |= {HeadWord.PAST: _PAST_BEFORE_ZH, HeadWord.SAME_PERIOD: _SAME_PERIOD[language]}
        own |= {HeadWord.CURRENCY: "人民币"}
    groups: list[tuple[Bound | Change | HeadWord, str]] = [
        *_BOUNDS[language].items(),
        *_CHANGES[language].items(),
        *own.items(),
    ]
    return Phrases([(form, meaning) for meaning, forms in groups for form in forms.split("|")])


# All that may stand before a number, found in one look.
HEAD_WORDS = {language: _head_words(language) for language in Language}
# "đủ 18 tuổi" is 18 or more; behind other words "đủ" and 满 only say that nothing is missing.
FULL = frozenset(["đủ", "满"])
# "trên 3 lĩnh vực" is in three fields, not in more than three.
PLACES_UNDER_TREN = frozenset(
    ["lĩnh vực", "phương diện", "tuyến", "mốc giới", "tuyến quốc lộ", "phía", "bên", "giai đoạn", "cầu"]
)
RANGE_MARKS = {
    Language.VI: frozenset(["-", "~", "đến", "tới"]),
    Language.ZH: frozenset(["-", "~", "至", "到"]),
}
FROM = {Language.VI: "từ", Language.ZH: "从"}
# What can stand behind a word before a number: the number, another such word, a half.
BEFORE_NUMBER = {
    language: HEAD_WORDS[language].firsts | {FROM[language], "半", "nửa", "mươi", ANY_NUMERAL}
    for language in Language
}
PAST_AFTER: dict[Language, Phrases[bool]] = {
    Language.VI: Phrases(
        [(form, True) for form in ["qua", "vừa qua", "gần đây", "vừa rồi", "trở lại đây", "gần nhất"]]
    ),
    Language.ZH: Phrases([(form, True) for form in ["来", "以来", "间来"]]),
}
SHORT_PER: Phrases[str] = Phrases(_SHORT_PER.items())
# Some words before a number these bound it, where a word of the second group follows them at once.
_PARTED_BOUNDS = {
    Language.VI: ("tối đa|nhiều nhất|cao nhất", "ít nhất|tối thiểu", "", "được|phải|cần|có|chỉ|là"),
    Language.ZH: ("最多|至多|最高|最大", "至少|最少|最低|起码", "约|大约", "可|能|需|须|应|要|将|占|合"),
}
_PARTED = {
    language: (
        Phrases(
            (form, bound)
            for bound, forms in ((Bound.AT_MOST, most), (Bound.AT_LEAST, least), (Bound.ABOUT, about))
            for form in forms.split("|")
            if form
        ),
        frozenset(verbs.split("|")),
    )
    for language, (most, least, about, verbs) in _PARTED_BOUNDS.items()
}
_PARTED_FIRSTS = {language: parted[0].firsts for language, parted in _PARTED.items()}
_BEFORE_MOST = 6


def bound_before(tokens: Tokens, index: int, language: Language) -> Bound | None:
    """Find the bound that stands some words before a number: 最多可贷款1亿, tối đa được vay 100 triệu."""
    words = tokens.words
    if _PARTED_FIRSTS[language].isdisjoint(words[max(index - _BEFORE_MOST, 0) : index]):
        return None
    phrases, verbs = _PARTED[language]
    for at in range(index - 1, max(index - 1 - _BEFORE_MOST, -1), -1):
        word = words[at]
        if word in _STOPS or word.isdecimal():
            return None
        found = phrases.at(tokens, at)
        if found is not None:
            return found[1] if found[0] < index and words[found[0]] in verbs else None
    return None


# Between a number and its "trở lên" stands what is counted, and no other number or mark.
_PARTED_MOST = 6
_STOPS = frozenset(",.;:()/、。\n") | {""}


def parted_bound(tokens: Tokens, index: int) -> Bound | None:
    """Find the "trở lên" or "trở xuống" that belongs to a number some words before it."""
    for at in range(index, index + _PARTED_MOST):
        word = tokens.words[at]
        if word == "trở":
            after = BOUNDS_AFTER[Language.VI].at(tokens, at)
            return None if after is None else after[1]
        if word in _STOPS or word.isdecimal():
            return None
    return None
