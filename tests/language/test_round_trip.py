"""What is rendered is read back: every kind of value, both languages."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from language.generated_values import fixed, values
from service.core.languages import Language
from service.core.message import BienbanError
from service.language.compare import compare
from service.language.convert import as_json, convert
from service.language.parse import parse
from service.language.render import render
from service.language.values import Fixed, Ordinal, Value


@pytest.mark.parametrize("language", list(Language))
@settings(max_examples=600, deadline=None)
@given(value=values)
def test_a_rendered_value_is_read_back_whole_and_equal(language: Language, value: Value) -> None:
    text = render(value, language)
    found = parse(text, language)
    assert [text[mention.start : mention.end] for mention in found] == [text], text
    assert _without_noun(found[0].value) == _without_noun(value), text


def _without_noun(value: Value) -> Value:
    # 会议 is said of four Vietnamese nouns; which one, only the other text knows.
    return Ordinal(value.number, value.series) if isinstance(value, Ordinal) else value


@settings(max_examples=400, deadline=None)
@given(value=values)
def test_the_two_renderings_of_a_value_are_no_difference(value: Value) -> None:
    vi_text, zh_text = render(value, Language.VI), render(value, Language.ZH)
    comparison = compare(vi_text, zh_text)
    assert comparison.is_same, (vi_text, zh_text, comparison)


@pytest.mark.parametrize("language", list(Language))
@given(value=fixed)
def test_a_fixed_expression_is_read_back(language: Language, value: Fixed) -> None:
    text = render(value, language)
    assert [mention.value for mention in parse(text, language)] == [value]


pieces = st.sampled_from(
    [
        *"0123456789", ".", ",", "/", "-", "–", "%", " ", "\n", "１", "năm", "tháng", "ngày", "quý", "hai", "mươi", "trăm", "nghìn",
        "tỷ", "đồng", "hơn", "từ", "đến", "thứ", "lần", "khóa", "điểm", "khoản", "Điều", "một", "phần", "gấp", "rưỡi", "nửa", "số",
        "第", "年", "月", "日", "百", "千", "万", "亿", "分之", "多", "约", "近", "全部", "个", "中", "倍", "增长", "同比", "至", "和",
        "初", "半", "点", "时", "上午", "人民币", "元", "〔", "〕", "号", "Km", "+", "NĐ-CP", "(", ")", "“", "”", "〇", "两", "人",
    ]
)  # fmt: skip


@pytest.mark.parametrize("language", list(Language))
@settings(max_examples=500, deadline=None)
@given(
    text=st.text() | st.lists(pieces, max_size=30).map("".join) | st.lists(pieces, max_size=30).map(" ".join)
)
@example(text="\ud800 năm 2023")
@example(text="1" * 5000)
@example(text="999999999999999999 nghìn tỷ tỷ tỷ")
@example(text="999999999999999999千万亿")
@example(text="9999999999999999,999999999 triệu tỷ USD - 1%")
@example(text="²³①٣ ngày ٣/٤")
def test_no_text_raises_and_mentions_stand_in_order(language: Language, text: str) -> None:
    end = 0
    for mention in parse(text, language):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
    try:
        as_json(convert(text, language))
    except BienbanError:
        pytest.fail("conversion asks by an ambiguity, never by an error")
    compare(text, text)
