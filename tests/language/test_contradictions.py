"""What one text may leave out the other may not contradict, and what is only said again is no difference."""

import pytest

from service.language.compare import compare


@pytest.mark.parametrize(
    ("vi", "zh", "only_vi", "only_zh"),
    [
        ("Hai bên nhất trí.", "三方一致同意。", ["Hai bên"], ["三方"]),
        ("ba bên", "双方", ["ba bên"], ["双方"]),
        ("quan hệ hai nước", "三国关系", ["hai nước"], ["三国"]),
        ("hai tỉnh", "三省", ["hai tỉnh"], ["三省"]),
        ("Hai bên họp hằng năm.", "双方每月举行会议。", ["hằng năm"], ["每月"]),
        ("Hai bên họp mỗi quý một lần.", "双方每月举行一次会议。", [], ["每月"]),
        ("kim ngạch năm nay", "去年金额", ["năm nay"], ["去年"]),
        ("cuối năm nay", "去年年底", ["cuối năm nay"], ["去年年底"]),
        ("phương châm 16 chữ", "“四好”精神", ["phương châm 16 chữ"], ["“四好”精神"]),
        ("Tết Trung thu", "春节", ["Tết Trung thu"], ["春节"]),
        ("thông quan một chiều", "双向通关", ["một chiều"], ["双向"]),
    ],
)
def test_another_word_in_the_place_of_a_set_phrase_is_a_difference(
    vi: str, zh: str, only_vi: list[str], only_zh: list[str]
) -> None:
    found = compare(vi, zh)
    assert [vi[mention.start : mention.end] for mention in found.only_vi] == only_vi
    assert [zh[mention.start : mention.end] for mention in found.only_zh] == only_zh


@pytest.mark.parametrize(
    ("vi", "zh"),
    [
        ("Hai bên nhất trí.", "一致同意。"),
        ("nhất trí", "双方一致同意"),
        ("hai bên, các bên", "各方"),
        ("Hai bên họp mỗi quý một lần.", "双方每季度举行一次会议。"),
        ("Năm nay tăng 5% so với năm ngoái.", "比上年增长5%。"),
        ("so với năm trước", "比去年"),
        ("nhân dân hai nước", "两国"),
    ],
)
def test_a_set_phrase_that_one_text_leaves_out_is_no_difference(vi: str, zh: str) -> None:
    assert compare(vi, zh).is_same


@pytest.mark.parametrize(
    ("vi", "zh", "is_same"),
    [
        ("34 xã, có 28/34 xã đã kết nghĩa", "34个乡中的28个", True),
        ("35 xã, có 28/34 xã đã kết nghĩa", "34个乡中的28个", False),
        ("34 hộ, có 28/34 đại biểu", "34名代表中的28名", False),
        ("Quy hoạch 5 năm lần thứ 15 (2026-2030)", "“十五五”规划（2026—2030年）", True),
        ("Quy hoạch 5 năm lần thứ 15 (2026-2030)", "“十五五”规划（2021—2025年）", False),
    ],
)
def test_the_whole_of_a_ratio_and_the_years_of_a_plan_may_be_said_again(
    vi: str, zh: str, *, is_same: bool
) -> None:
    assert compare(vi, zh).is_same is is_same
