"""Titles: the type set apart, names kept whole, no Chinese line begun inside a word."""

import pytest

from service.core.languages import Language
from service.language.positions import NBSP
from service.language.titles import keep_names, split_type, title_lines

WIDTHS = (12, 19, 20, 28, 35)  # a column, a column of a plan, the norm's page, stacked, a plan's page
# Titles of papers between the provinces, as the press of both sides has them or built like those. A bar
# stands wherever a line may begin; what stands between two bars is never parted.
CHINESE = [
    "中国|云南省|与|越南|河江、|老街、|莱州、|奠边省|省委书记|年度会晤机制|第三次|会议纪要",
    "越南|河江、|老街、|莱州、|奠边四省|与|中国|云南省|省委书记|年度会晤机制|第三次|会议纪要",
    "越南|莱州、|老街、|宣光、|奠边四省|与|中国|云南省|省委书记|年度会晤机制|第五次|会议纪要",
    "中国|云南省|与|越南|河江、|老街、|莱州、|奠边省|2023—2025年|可持续|减贫|试点|合作|行动计划",
    "中国|广西|壮族自治区|与|越南|高平、|广宁、|谅山、|河江省|联合工作委员会|第十五次|会晤纪要",
    "越南|高平、|广宁、|谅山、|宣光省|与|中国|广西|壮族自治区|联合工作委员会|第十六次|会晤纪要",
    "中国|云南省|与|越南|河江、|老街、|莱州、|奠边省|联合工作组|第十次|会议纪要",
    "中国|广西|与|越南|边境四省|党委书记|新春会晤|联合|新闻|公报",
    "文山州委书记|与|河江省委书记|第五次|定期|会谈纪要",
    "云南省|人大常委会|与|河江省|人民议会|交流|合作|机制|框架协议",
    "中国|云南省|麻栗坡县|与|越南|河江省|渭川县|友好|交流|合作|备忘录",
    "中国|马关县|人民政府|与|越南|箐门县|人民委员会|会谈纪要",
    "中国|云南省|文山壮族苗族自治州|与|越南|河江省|关于|建立|友好关系|的|协议书",
    "中国|云南省|外事办公室|与|越南|河江省|外事厅|2024年度|工作|会谈|纪要",
    "中国|河口瑶族自治县|与|越南|老街市|关于|加强|边境|旅游|合作|的|谅解备忘录",
    "中越|双边合作指导委员会|第十四次|会议纪要",
    "中国|红河哈尼族彝族自治州|与|越南|老街省|经贸|合作|会谈纪要",
    "越南|和平省|与|中国|云南省|教育|合作|意向书",
    "中国|云南省|人民政府|外事办公室|与|越南|老街省|外事厅|合作|备忘录",
    "中国|河口出入境边防检查站|与|越南|老街国际口岸|边防屯|结好|协议书",
    "中国|东兴市|与|越南|芒街市|跨境|劳务|合作|协议",
    "中国|靖西市|人民政府|与|越南|重庆县|人民委员会|边境|贸易|会谈纪要",
    "中国|富宁县|与|越南|保乐县|缔结|友好关系|意向书",
    "越南|奠边省|与|中国|普洱市|2024—2026年|友好|交流|合作|计划",
    "中国|西双版纳傣族自治州|与|越南|莱州省|农业|合作|备忘录",
    "中国|金平县|与|越南|封土县|打击|走私|和|拐卖|人口|犯罪|联合|会议纪要",
    "越南|老街省|公安厅|与|中国|云南省|公安厅|警务|合作|会晤纪要",
    "中国|云南省|与|越南|河江省|2025年|边境|地区|互联互通|项目|清单",
]


def allowed_ends(title: str) -> set[int]:
    """The places where a line may end, in characters of the title without bars."""
    ends, found = 0, set()
    for piece in title.split("|"):
        ends += len(piece)
        found.add(ends)
    return found


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("title", CHINESE)
def test_no_line_of_a_chinese_title_begins_inside_a_word(title: str, width: int) -> None:
    lines = title_lines(title.replace("|", ""), Language.ZH, width)
    assert "".join(lines) == title.replace("|", "")
    place = 0
    for line in lines:
        place += len(line)
        assert place in allowed_ends(title), "/".join(lines)
        assert not line.startswith("与"), "/".join(lines)
        # Digits and the letters of a year take half the width of a Chinese letter.
        assert len(line) - sum(map(line.count, "0123456789")) / 2 <= max(width, longest(title)), line


def longest(title: str) -> int:
    return max(map(len, title.split("|"))) + 1  # 与 stays with what stands before it


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (12, ["中国云南省与越南河江、", "老街、莱州、奠边省", "省委书记年度会晤机制", "第三次会议纪要"]),
        (20, ["中国云南省与越南河江、老街、莱州、奠边省", "省委书记年度会晤机制第三次会议纪要"]),
        (28, ["中国云南省与越南河江、老街、莱州、奠边省", "省委书记年度会晤机制第三次会议纪要"]),
    ],
)
def test_the_title_of_the_conference_of_five_provinces(width: int, lines: list[str]) -> None:
    assert [*title_lines(CHINESE[0].replace("|", ""), Language.ZH, width)] == lines


def test_a_country_stays_with_its_provinces_even_at_the_price_of_a_line() -> None:
    assert title_lines(CHINESE[1].replace("|", ""), Language.ZH, 20) == (
        "越南河江、老街、莱州、奠边四省与",
        "中国云南省省委书记",
        "年度会晤机制第三次会议纪要",
    )


def test_the_years_of_a_plan_begin_a_line() -> None:
    assert title_lines(CHINESE[3].replace("|", ""), Language.ZH, 20) == (
        "中国云南省与越南河江、老街、莱州、奠边省",
        "2023—2025年可持续减贫试点合作行动计划",
    )


@pytest.mark.parametrize(
    ("title", "width"),
    [("会谈纪要", 12), ("甲" * 50, 12), ("甲" * 50, 1), ("会谈纪要", 1), ("甲、", 1), ("", 12)],
)
def test_a_title_without_a_good_place_stays_on_one_line(title: str, width: int) -> None:
    assert "|".join(title_lines(title, Language.ZH, width)) == title


def test_line_breaks_that_somebody_typed_are_kept() -> None:
    typed = "中国云南省与\n越南河江省会谈纪要"
    assert title_lines(typed, Language.ZH, 35) == ("中国云南省与", "越南河江省会谈纪要")
    typed = "giữa tỉnh Hà Giang\nvà tỉnh Vân Nam " + "rất dài " * 10
    assert len(title_lines(typed.strip(), Language.VI, 20)) == 2


def test_twenty_thousand_letters_are_set_in_a_moment() -> None:
    assert len(title_lines("合作" * 10_000, Language.ZH, 20)) == 1000
    assert "".join(title_lines("甲" * 20_000, Language.ZH, 20)) == "甲" * 20_000


# Vietnamese.

CONFERENCE = (
    "Hội nghị thường niên lần thứ 3 giữa Bí thư Tỉnh ủy các tỉnh Hà Giang, Lào Cai, Lai Châu, Điện Biên"
    " (Việt Nam) và Bí thư Tỉnh ủy Vân Nam (Trung Quốc)"
)
PLAN = (
    "hợp tác thí điểm về giảm nghèo bền vững giữa các tỉnh Hà Giang, Lào Cai, Lai Châu, Điện Biên (Việt Nam)"
    " và tỉnh Vân Nam (Trung Quốc), giai đoạn 2023-2025"
)


@pytest.mark.parametrize(
    ("title", "width", "lines"),
    [
        (
            CONFERENCE,
            64,
            [
                "Hội nghị thường niên lần thứ 3 giữa Bí thư Tỉnh ủy",
                "các tỉnh Hà Giang, Lào Cai, Lai Châu, Điện Biên (Việt Nam)",
                "và Bí thư Tỉnh ủy Vân Nam (Trung Quốc)",
            ],
        ),
        (
            CONFERENCE,
            34,
            [
                "Hội nghị thường niên lần thứ 3",
                "giữa Bí thư Tỉnh ủy",
                "các tỉnh Hà Giang, Lào Cai,",
                "Lai Châu, Điện Biên (Việt Nam)",
                "và Bí thư Tỉnh ủy",
                "Vân Nam (Trung Quốc)",
            ],
        ),
        (
            PLAN,
            104,
            [
                PLAN.partition(" và ")[0],
                "và tỉnh Vân Nam (Trung Quốc), giai đoạn 2023-2025",
            ],
        ),
        ("Hội đàm giữa hai huyện", 64, ["Hội đàm giữa hai huyện"]),
    ],
)
def test_vietnamese_lines_are_broken_where_the_sides_part(title: str, width: int, lines: list[str]) -> None:
    assert [line.replace(NBSP, " ") for line in title_lines(title, Language.VI, width)] == lines


@pytest.mark.parametrize("width", range(20, 110, 7))
@pytest.mark.parametrize("title", [CONFERENCE, PLAN])
def test_no_vietnamese_name_is_parted(title: str, width: int) -> None:
    lines = [line.replace(NBSP, " ") for line in title_lines(title, Language.VI, width)]
    assert " ".join(lines) == title
    for name in ("Hà Giang", "Lào Cai", "Điện Biên (Việt Nam)", "Vân Nam (Trung Quốc)", "Bí thư"):
        assert sum(line.count(name) for line in lines) == title.count(name), lines


@pytest.mark.parametrize(
    ("title", "kind", "subject"),
    [
        ("Biên bản Hội nghị lần thứ 3", "Biên bản", "Hội nghị lần thứ 3"),
        ("Biên bản hội đàm giữa hai huyện", "Biên bản hội đàm", "giữa hai huyện"),
        ("BIÊN BẢN KẾT NGHĨA\ngiữa hai Đồn", "BIÊN BẢN KẾT NGHĨA", "giữa hai Đồn"),
        ("Biên bản thỏa thuận hợp tác", "Biên bản thỏa thuận", "hợp tác"),
        ("Biên bản ghi nhớ hợp tác", "Biên bản ghi nhớ", "hợp tác"),
        ("Bản ghi nhớ về hợp tác", "Bản ghi nhớ", "về hợp tác"),
        ("Kế hoạch hành động hợp tác", "Kế hoạch hành động", "hợp tác"),
        ("Kế hoạch hợp tác năm 2024", "Kế hoạch hợp tác", "năm 2024"),
        ("Kế hoạch phối hợp tuần tra", "Kế hoạch", "phối hợp tuần tra"),
        ("Chương trình hợp tác 2024", "Chương trình hợp tác", "2024"),
        ("Thỏa thuận về kết nghĩa", "Thỏa thuận", "về kết nghĩa"),
        ("Biên bản", "", "Biên bản"),  # nothing behind it
        ("Kế hoạchchung", "", "Kế hoạchchung"),  # another word
        ("Hội đàm giữa hai huyện", "", "Hội đàm giữa hai huyện"),
    ],
)
def test_the_type_of_a_vietnamese_paper_is_set_apart(title: str, kind: str, subject: str) -> None:
    assert split_type(title) == (kind, subject)


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("tỉnh Hà Giang (Việt Nam)", ["tỉnh Hà Giang (Việt Nam)"]),
        ("các tỉnh Hà Giang, Lào Cai", ["các tỉnh Hà Giang,", "Lào Cai"]),
        ("Bí thư Tỉnh ủy Vân Nam (Trung Quốc)", ["Bí", "thư", "Tỉnh", "ủy", "Vân Nam (Trung Quốc)"]),
        ("giai đoạn 2023-2025", ["giai đoạn 2023-2025"]),
        ("HỘI ĐÀM GIỮA HAI HUYỆN XÍN MẦN", ["HỘI ĐÀM GIỮA HAI", "HUYỆN XÍN MẦN"]),
    ],
)
def test_names_are_kept_on_one_line(title: str, kept: list[str]) -> None:
    assert [piece.replace(NBSP, " ") for piece in keep_names(title).split(" ")] == kept
