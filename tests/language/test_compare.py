import pytest

from service.language.compare import compare


def _missing(vi: str, zh: str, year: int | None = None) -> tuple[list[str], list[str]]:
    found = compare(vi, zh, year)
    return [vi[m.start : m.end] for m in found.only_vi], [zh[m.start : m.end] for m in found.only_zh]


@pytest.mark.parametrize(
    ("vi", "zh"),
    [
        ("56.000 tấn", "56000吨"),
        ("1,2 tấn", "1200公斤"),
        ("200 ha", "3000亩"),
        ("422 đoàn/2.689 lượt", "422个团组、2689人次"),
        ("hai bên, hai nước lần đầu tiên họp cùng ngày", "双方、两国首次于当天举行会议"),
        ("trong một năm", "一年内"),
        ("ngày 11 và 12/6/2024", "2024年6月11日至12日"),
        ("6 tháng đầu năm 2024", "2024年1—6月"),
        ("12 nghệ nhân", "12名艺人"),
        ("gấp rưỡi", "增长50%"),
        ("khoảng 200 - 300 người", "两三百人"),
        ("8 giờ 30 phút ngày 26/12/2023", "2023年12月26日上午8时30分"),
        ("Hội chợ lần thứ 20", "第20届博览会"),
    ],
)
def test_these_say_the_same(vi: str, zh: str) -> None:
    assert compare(vi, zh).is_same


@pytest.mark.parametrize(
    ("vi", "zh", "only_vi", "only_zh"),
    [
        ("253,9 triệu USD", "25.39亿美元", ["253,9 triệu USD"], ["25.39亿美元"]),
        ("3 cửa khẩu và 1 lối mở", "1个口岸和1条边境通道", ["3 cửa khẩu"], ["1个口岸"]),
        ("hơn 100 đại biểu", "100名代表", ["hơn 100 đại biểu"], ["100名代表"]),
        ("tăng 5%", "下降5%", ["tăng 5%"], ["下降5%"]),
        ("5%", "5个百分点", ["5%"], ["5个百分点"]),
        ("12/12 Đồn", "12月12日", ["12/12 Đồn"], ["12月12日"]),
        ("85 thỏa thuận", "85名代表", ["85 thỏa thuận"], ["85名代表"]),
        ("600 triệu đồng/năm", "每月6亿越南盾", ["600 triệu đồng/năm"], ["每月6亿越南盾"]),
        ("khóa XV", "第十五次", ["khóa XV"], ["第十五次"]),
        ("chiều 12/6", "6月12日上午", ["chiều 12/6"], ["6月12日上午"]),
        ("33 triệu USD", "3300万元", ["33 triệu USD"], ["3300万元"]),
        ("2 xã, 2 xã", "2个乡", ["2 xã"], []),
        ("từ 5 đến 7 tấn", "5至8吨", ["từ 5 đến 7 tấn"], ["5至8吨"]),
        ("60-NQ/TW", "61-NQ/TW", ["60-NQ/TW"], ["61-NQ/TW"]),
        ("một phần ba", "四分之一", ["một phần ba"], ["四分之一"]),
        ("ngày 11 và 12/6/2024", "2024年6月11日", ["ngày 11 và 12/6/2024"], []),
    ],
)
def test_each_side_says_what_the_other_lacks(
    vi: str, zh: str, only_vi: list[str], only_zh: list[str]
) -> None:
    assert _missing(vi, zh) == (only_vi, only_zh)


def test_a_year_that_only_one_side_says_is_a_difference_unless_the_context_gives_it() -> None:
    assert _missing("sáng 26.12", "2023年12月26日上午") == (["sáng 26.12"], ["2023年12月26日上午"])
    assert compare("sáng 26.12", "2023年12月26日上午", 2023).is_same


def test_a_mention_with_a_doubt_agrees_by_any_reading_and_stays_named() -> None:
    found = compare("gần 3 năm", "近3年")
    assert found.is_same
    assert [mention.start for mention in found.ambiguous] == [0]
    assert compare("trong 3 năm qua", "近3年").is_same
    assert compare("tăng 2 lần", "增长1倍").is_same
    assert not compare("tăng 2 lần", "增长4倍").is_same
