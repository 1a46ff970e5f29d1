from service.core.languages import Language
from service.language.convert import as_json, convert
from service.language.render import Style, render
from service.language.values import Moment

VI, ZH = Language.VI, Language.ZH


def test_mentions_are_converted_and_the_rest_is_untouched() -> None:
    line = "Sáng 26.12, tại Mèo Vạc: kim ngạch đạt 253,9 triệu USD, tăng 17,8%."
    assert convert(line, VI).text == "12月26日上午, tại Mèo Vạc: kim ngạch đạt 2.539亿美元, 增长17.8%."
    assert convert("2023年，越中双方签署36项协议。", ZH).text == "năm 2023，越中hai bên签署36 thỏa thuận。"


def test_two_counts_change_the_mark_between_them() -> None:
    assert convert("381 đoàn/3.236 lượt người", VI).text == "381个团组、3236人次"
    assert convert("381个团组、3236人次", ZH).text == "381 đoàn/3.236 lượt người"
    assert convert("5%/7%", VI).text == "5%/7%"


def test_what_must_be_asked_first_stays() -> None:
    converted = convert("kim ngạch tăng 2 lần", VI)
    assert converted.text == "kim ngạch tăng 2 lần"
    assert converted.mentions[0].rendering is None


def test_plain_data_tell_offsets_kind_value_rendering_and_doubts() -> None:
    assert as_json(convert("gần 350 tỷ đồng ngày 27.4", VI)) == {
        "text": "近3500亿越南盾 4月27日",
        "mentions": [
            {
                "start": 0,
                "end": 15,
                "kind": "money",
                "value": {"amount": "350000000000", "unit": "VND", "bound": "nearly"},
                "rendering": "近3500亿越南盾",
                "ambiguities": [],
            },
            {
                "start": 16,
                "end": 25,
                "kind": "date",
                "value": {"month": 4, "day": 27},
                "rendering": "4月27日",
                "ambiguities": [{"doubt": "year missing", "readings": []}],
            },
        ],
    }


def test_every_value_has_a_kind() -> None:
    line = "8 giờ 30 phút; 8h30 ngày 1/2/2024; 5 tấn/ha; quý I/2024; ngày 1 và 2/3/2024; khóa XV; Điều 5; 60-NQ/TW; hai bên"
    data = as_json(convert(line, VI))["mentions"]
    assert isinstance(data, list)
    assert [mention["kind"] for mention in data] == [
        "time", "datetime", "rate", "period", "days", "ordinal", "citation", "identifier", "fixed",
    ]  # fmt: skip
    readings = as_json(convert("tăng 2 lần; 5/7", VI))["mentions"]
    assert isinstance(readings, list)
    assert readings[0]["ambiguities"][0]["readings"][0] == {"kind": "multiple", "value": {"ratio": "2"}}


def test_a_date_is_written_in_three_styles() -> None:
    day = Moment(2024, 1, 5)
    assert render(day, VI) == "ngày 5/1/2024"
    assert render(day, VI, Style.DOCUMENT) == "ngày 05 tháng 01 năm 2024"
    assert render(day, VI, Style.CLOSING) == "ngày 5 tháng 1 năm 2024"
    assert render(day, ZH) == render(day, ZH, Style.DOCUMENT) == "2024年1月5日"
    assert render(day, ZH, Style.CLOSING) == "二〇二四年一月五日"
    assert render(Moment(2024, 3, 12), VI, Style.DOCUMENT) == "ngày 12 tháng 3 năm 2024"


def test_fields_of_vietnam_are_asked_about_in_shares_and_vague_counts_too() -> None:
    assert convert("3/5 mẫu", VI).text == "3/5 mẫu"
    assert convert("hàng chục mẫu", VI).text == "hàng chục mẫu"
    assert convert("hàng chục yến", VI).text == "数十yến"
