"""Records proposed from notes: news, bullets and old minutes in both languages."""

from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from expected_further_notes import FURTHER
from expected_notes import EXPECTED as FIRST
from samples import problems_of
from service.actions.workshop import open_termbase
from service.core.languages import Language, Pair
from service.exchange.notes.proposal import Proposal
from service.exchange.notes.reading import MAX_NOTES, read_notes
from service.exchange.record_file import read_record
from service.exchange.record_writing import write_record
from service.glossary.concepts import Termbase
from service.minutes.fields import Name
from service.minutes.people import Attendee, Party, Person
from service.settings import Settings

NOTES = Path(__file__).parent / "notes"
# Of the notes without a year, the day they say; names are looked up on it.
DAYS = {"vi-news-2": date(2024, 6, 12), "zh-news-2": date(2024, 6, 12)}
DAY = date(2023, 12, 26)
EXPECTED = FIRST | FURTHER
# Of these all days are said; names are those of that day.
DAYS |= {name: date.fromisoformat(str(one.facts[1])) for name, one in FURTHER.items()}


@cache
def termbase() -> Termbase:
    return open_termbase(Settings())


def propose(text: str, language: Language, day: date = DAY) -> Proposal:
    return read_notes(text, language, termbase(), day)


@cache
def proposal(name: str) -> Proposal:
    return propose((NOTES / f"{name}.txt").read_text("utf-8"), Language(name[:2]), DAYS.get(name, DAY))


def words(name: Name | None) -> str | None:
    return (name.name or name.vi or name.zh) if name else None


def person(party: Party, one: Person) -> tuple[str | None, ...]:
    if isinstance(one, Attendee) and one.group is not None:
        return (party.side.value, words(party.body), None, words(one.group), None, None)
    found = (words(party.body), words(one.name), words(one.position), one.role.value, one.address)
    return (party.side.value, *found)


@pytest.mark.parametrize("name", EXPECTED)
def test_the_facts_of_notes_are_read(name: str) -> None:
    record = proposal(name).record
    day = record.date.isoformat() if record.date else None
    clocks = [f"{one:%H:%M}" if one else None for one in (record.start, record.end)]
    host = record.host.value if record.host else None
    facts = (record.document_type.value, day, record.part_of_day, *clocks, words(record.place), host)
    assert (*facts, record.session) == EXPECTED[name].facts


@pytest.mark.parametrize("name", EXPECTED)
def test_the_people_of_notes_are_read(name: str) -> None:
    told = [
        person(party, one)
        for party in proposal(name).record.parties
        for one in (*((party.head,) if party.head else ()), *(party.members or ()))
    ]
    assert told == EXPECTED[name].people


@pytest.mark.parametrize("name", EXPECTED)
def test_the_points_of_notes_are_read_with_what_the_sides_did(name: str) -> None:
    language = Language(name[:2])
    told = [
        (
            section.heading.pair.text(language),
            item.stance.value,
            item.by.value if item.by else None,
            item.pair.text(language),
        )
        for section in proposal(name).record.sections
        for item in section.items
    ]
    assert told == EXPECTED[name].items


@pytest.mark.parametrize("name", EXPECTED)
def test_what_is_left_over_is_told(name: str) -> None:
    one = proposal(name)
    left = [one.text[at.start : at.end] for at in one.unrecognised]
    assert [text for text in left if len(text) > 1] == EXPECTED[name].left
    assert one.share >= EXPECTED[name].share / 100


@pytest.mark.parametrize("name", EXPECTED)
def test_a_proposed_record_reads_back(name: str) -> None:
    record = proposal(name).record
    assert read_record(write_record(record).encode(), "a.yaml")[0] == record


def stances(text: str, language: Language) -> list[tuple[str, str | None]]:
    return [
        (item.stance.value, item.by.value if item.by else None)
        for section in propose(text, language).record.sections
        for item in section.items
    ]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("vi", "Phía Vân Nam đồng ý với đề nghị của phía Hà Giang.", [("stated", "cn")]),
        ("vi", "Phía Hà Giang đề nghị hai bên nhất trí mở lại chợ.", [("proposed", "vn")]),
        ("vi", "Đề nghị hai bên thống nhất mở lối mở.", []),
        ("vi", "Hai bên đề nghị cấp trên xem xét.", []),
        ("vi", "Hai bên chưa nhất trí về thời gian.", [("reserved", None)]),
        ("vi", "Hà Giang mong muốn hai bên thống nhất thời gian.", [("proposed", "vn")]),
        ("vi", "Nhất trí mở lại chợ.", []),
        ("vi", "Nên mở lại chợ.", []),
        ("vi", "Hai bên Việt Nam - Trung Quốc nhất trí tăng cường hợp tác.", [("agreed", None)]),
        ("vi", "Đồng chí Đỗ Quốc Hương đề nghị phía Vân Nam sớm trả lời.", [("proposed", "vn")]),
        ("vi", "Ông Trần Văn Sơn, Giám đốc Sở Ngoại vụ tỉnh Hà Giang đề nghị mở chợ.", [("proposed", "vn")]),
        ("vi", "Thông báo tình hình\n- đường đã xong", []),
        (
            "vi",
            "Hai bên thống nhất:\n- mở lại chợ\n- Phía Vân Nam đề nghị tăng chuyến xe.",
            [("proposed", "cn"), ("agreed", None)],
        ),
        ("vi", "Đồng chí Đoàn Thanh Sơn ghi nhận ý kiến của phía bạn và khẳng định tỉnh tạo điều kiện.", []),
        ("vi", "Đồng chí Lê Văn C cảm ơn phía Vân Nam và đề nghị tăng chuyến xe.", []),
        ("vi", "Phía Hà Giang cảm ơn phía Vân Nam và đề nghị tăng chuyến xe.", [("proposed", "vn")]),
        (
            "vi",
            "I. Nội dung thống nhất\n1. Ông Lê Văn C đề nghị mở lối mở.\n2. Mở lớp học.",
            [("agreed", None)],
        ),
        ("vi", "=> Thống nhất: tuần tra chung ngày 15 hằng tháng", [("agreed", None)]),
        ("vi", "1/ Bạn đề nghị tăng tuần tra\n2/ Ta nhất trí", [("stated", "vn"), ("proposed", "cn")]),
        ("zh", "黎海和感谢百色市的热情接待，希望云南方面加快口岸建设。", []),
        (
            "zh",
            "双方达成以下共识：一是延长通关时间；二是开展青年交流。",
            [("agreed", None), ("agreed", None)],
        ),
        ("zh", "云南方面同意河江方面的建议。", [("stated", "cn")]),
        ("zh", "越方建议双方同意恢复互市点。", [("proposed", "vn")]),
        ("zh", "建议双方同意恢复互市点。", []),
        ("zh", "双方未能达成一致。", [("reserved", None)]),
        ("zh", "双方希望上级支持。", []),
        ("zh", "中方希望双方商定时间。", [("proposed", "cn")]),
        ("zh", "双方同意：\n1. 恢复互市点\n2. 中方建议增加班车。", [("proposed", "cn"), ("agreed", None)]),
        ("vi", "Hai bên thông báo tình hình:\n- đường đã xong\n- chợ đã mở", []),
        ("vi", "Hai bên đã thông báo cho nhau tình hình kinh tế.", []),
        ("vi", "Các bên bày tỏ vui mừng.", []),
        ("vi", "Hai bên đánh giá cao kết quả hợp tác.", [("agreed", None)]),
        (
            "vi",
            "Ta: đề nghị mở chợ; tăng chuyến xe. Đường đã xong.",
            [("proposed", "vn"), ("proposed", "vn")],
        ),
        ("vi", "Bạn: ghi nhận. Sẽ báo cáo.", [("noted", "cn")]),
        ("vi", "Ta: cảm ơn bạn. Đề nghị mở lối mở.", [("proposed", "vn")]),
        ("vi", "Kết luận: chưa thống nhất được thời gian", [("reserved", None)]),
        ("vi", "Về đề nghị của phía Việt Nam, phía Trung Quốc cho biết sẽ xem xét.", [("stated", "cn")]),
        ("vi", "Các đề nghị trên được phía Trung Quốc ghi nhận.", [("noted", "cn")]),
        ("vi", "Ông đề nghị mở chợ.", []),
        (
            "vi",
            "Phía Việt Nam cho biết đường đã xong. Đồng chí đề nghị mở chợ.",
            [("stated", "vn"), ("proposed", "vn")],
        ),
        ("vi", "Kết luận:\n- họp lại tháng 6", []),
        ("zh", "双方通报情况：\n1. 公路完工\n2. 市场开放", []),
        ("zh", "双方通报了各自情况。", []),
        ("zh", "中方对越方建议表示欢迎。", [("stated", "cn")]),
        ("zh", "越方提出的建议有待研究。", []),
        ("zh", "越方对热情接待表示感谢，希望增加班车。", [("proposed", "vn")]),
        ("zh", "他建议开会。", []),
        ("zh", "中方表示欢迎。他建议开会。", [("stated", "cn"), ("proposed", "cn")]),
        ("zh", "经济增长没有达成预期目标。", []),
        ("zh", "会议没有形成决议。", []),
        ("zh", "关于费用没有达成一致", [("reserved", None)]),
        ("zh", "我们希望对方尽快答复", [("proposed", "cn")]),
        ("zh", "共识：\n1、联合巡逻", [("agreed", None)]),
        ("zh", "中方就合作提出两点建议：一要通车；二要开会。", [("proposed", "cn"), ("proposed", "cn")]),
        ("zh", "越方完全赞同上述建议。", [("stated", "vn")]),
        ("vi", "Bạn hứa kiểm tra và trả lời trước Tết.", [("stated", "cn")]),
        ("vi", "Ta yêu cầu bạn xử lý.", [("proposed", "vn")]),
    ],
)
def test_what_one_side_proposed_is_never_agreed(
    language: str, text: str, told: list[tuple[str, str | None]]
) -> None:
    assert stances(text, Language(language)) == told


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        (
            "vi",
            (
                "Thành phần ta:\n- Nguyễn Thành Trung, Phó Giám đốc BQL cửa khẩu, Trưởng đoàn\n- Các phòng ban"
                "\n- Sở Công Thương\n- Vi Thị Hằng, phiên dịch"
            ),
            [
                ("Nguyễn Thành Trung", "Phó Giám đốc BQL cửa khẩu", "head"),
                ("Vi Thị Hằng", None, "interpreter"),
            ],
        ),
        ("vi", "Đại biểu: ông Trần Quốc Trung, Sở Công Thương", []),
        (
            "zh",
            "参加人员：\n中方：\n云南省商务厅副厅长王小明\n文山州\n记录：陈丽",
            [("王小明", "云南省商务厅副厅长", "head"), ("陈丽", None, "secretary")],
        ),
        ("zh", "参加人员：\n副厅长王小明", []),
        (
            "vi",
            (
                "Tham dự phía ta có: đ/c Thiếu tá Nguyễn Hữu Thọ, Đồn trưởng\n"
                "Phía bạn: đ/c Trương Kiến Quốc, Trạm trưởng và 2 cán bộ\nPhía bạn: đề nghị mở chợ"
            ),
            [("Nguyễn Hữu Thọ", "Đồn trưởng", "head"), ("Trương Kiến Quốc", "Trạm trưởng", "head")],
        ),
    ],
)
def test_entries_of_a_list_of_people_are_read_when_it_says_whose_it_is(
    language: str, text: str, told: list[tuple[str | None, ...]]
) -> None:
    parties = propose(text, Language(language)).record.parties
    people = (
        one for party in parties for one in (*((party.head,) if party.head else ()), *(party.members or ()))
    )
    assert [(words(one.name), words(one.position), one.role.value) for one in people] == told


def test_a_position_that_the_glossary_lacks_stands_as_the_notes_write_it() -> None:
    record = propose("富宁县人民政府副县长李志明率团出席会谈。", Language.ZH).record
    (head,) = (party.head for party in record.parties if party.head)
    assert (head.position, head.name) == (Name(zh="富宁县人民政府副县长"), Name(zh="李志明"))


@pytest.mark.parametrize(
    ("text", "place", "host"),
    [
        ("Địa điểm: TP Lạng Sơn", Name.model_validate("thành phố Lạng Sơn"), "vn"),
        ("Hội đàm tại thị trấn Vinh Quang", Name(vi="thị trấn Vinh Quang"), None),
        ("Hội đàm tại thị trấn Vinh Quang, huyện Hoàng Su Phì", Name(vi="thị trấn Vinh Quang"), "vn"),
        ("Hội đàm tại bản", None, None),
        ("Địa điểm: Đồn Biên phòng Xín Mần.", Name(vi="Đồn Biên phòng Xín Mần"), None),
    ],
)
def test_a_place_is_read_where_the_words_before_it_say_so(
    text: str, place: Name | None, host: str | None
) -> None:
    record = propose(text, Language.VI).record
    assert (record.place, record.host and record.host.value) == (place, host)


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        (
            "vi",
            "Chiều 5/6/2024, tại huyện Mèo Vạc, hai bên thống nhất tuần tra chung.",
            ("2024-06-05", "afternoon", "huyện Mèo Vạc"),
        ),
        ("vi", "Hai bên thống nhất họp lại ngày 5/6/2025 tại huyện Mèo Vạc.", (None, None, None)),
        ("vi", "Theo biên bản ngày 5/6/2023, hai bên thống nhất tuần tra.", (None, None, None)),
        ("zh", "2024年6月5日下午，双方在苗旺县商定联合巡逻。", ("2024-06-05", "afternoon", None)),
        ("zh", "双方商定2025年6月5日在苗旺县会谈。", (None, None, None)),
    ],
)
def test_a_first_point_may_tell_when_the_meeting_was_before_it_says_who(
    language: str, text: str, told: tuple[str | None, ...]
) -> None:
    record = propose(text, Language(language)).record
    assert len(record.sections[0].items) == 1
    day = record.date.isoformat() if record.date else None
    assert (day, record.part_of_day, words(record.place)) == told


def test_a_date_without_its_year_is_asked_for() -> None:
    one = propose("Sáng 27/4, tại huyện Mèo Vạc diễn ra hội đàm.", Language.VI)
    assert one.record.date is None
    (field,) = [field for field in one.fields if field.path == "date"]
    assert [one.text[at.start : at.end] for at in field.passages] == ["Sáng 27/4"]
    assert "no year" in str(field.note)


def test_a_clause_that_closes_the_paper_is_no_point() -> None:
    one = propose("I. Nội dung thống nhất\n1. Mở lại chợ.\nBiên bản này được lập thành hai bản.", Language.VI)
    assert len(one.record.sections[0].items) == 1
    assert one.record.originals is not None
    assert one.record.originals.count == 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("越南高平省人民委员会副主席黎海和率团来访。", "黎海和"),
        ("云南省外办副主任王伟和代表出席。", "王伟"),
        ("云南省外办副主任王伟与越方会谈。", "王伟"),
        ("云南省外办副主任欧阳明华出席。", "欧阳明华"),
    ],
)
def test_a_chinese_name_ends_where_the_next_word_begins(text: str, name: str) -> None:
    heads = [party.head for party in propose(text, Language.ZH).record.parties if party.head]
    assert [words(head.name) for head in heads] == [name]


def test_the_next_session_told_in_a_point_is_not_this_one() -> None:
    text = "Hai bên nhất trí.\nHội đàm lần sau tại huyện Mèo Vạc, ngày 5/6/2025."
    record = propose(text, Language.VI).record
    assert (record.date, record.place) == (None, None)


def test_a_chain_of_places_is_its_smallest() -> None:
    one = propose("地点：中国云南省麻栗坡县", Language.ZH)
    assert words(one.record.place) == "云南省文山州麻栗坡县"


@pytest.mark.parametrize(
    ("language", "unit"),
    [("vi", "đồng chí Đỗ Quốc Hương, Giám đốc Sở Ngoại vụ tỉnh Hà Giang, "), ("vi", "12 giờ "), ("zh", "一")],
)
def test_a_text_without_an_end_is_no_sentence_and_is_left_over(language: str, unit: str) -> None:
    text = (unit * (MAX_NOTES // len(unit))).strip()
    one = propose(text, Language(language))
    assert [text[at.start : at.end] for at in one.unrecognised] == [text]


def test_notes_that_are_too_long_or_hide_something_are_refused() -> None:
    long = "a" * (MAX_NOTES + 1)
    assert problems_of(lambda: propose(long, Language.VI)) == [
        "notes longer than 20000 characters; give them in parts"
    ]
    hidden = problems_of(lambda: propose("hai bên\u202e nhất trí", Language.VI))
    assert hidden[0].startswith("invisible character U+202E at character 8")


PIECES = {
    language: sorted(
        set(
            chain.from_iterable(
                file.read_text("utf-8").splitlines() for file in NOTES.glob(f"{language}-*.txt")
            )
        )
    )
    for language in Language
}
ANY = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), max_size=40)


@st.composite
def notes(draw: st.DrawFn) -> tuple[Language, str]:
    language = draw(st.sampled_from(Language))
    line = st.one_of(st.sampled_from(PIECES[language]), ANY)
    return language, "\n".join(draw(st.lists(line, max_size=12)))


def test_a_line_of_marks_only_is_no_point() -> None:
    one = propose("一、越方通报\n;\n——\n；", Language.ZH)
    assert one.record.sections == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (Language.VI, "Hai bên nhất trí tăng cường tuần tra chung."),
        (Language.ZH, "双方一致同意加强联合巡逻。"),
    ],
)
def test_a_glossary_without_our_headings_reads_notes_too(language: Language, text: str) -> None:
    one = read_notes(text, language, Termbase((), "1"), DAY)
    (section,) = one.record.sections
    assert section.heading.pair == Pair(None, None)
    assert section.items[0].pair.text(language) == text


@settings(max_examples=150, deadline=None)
@given(notes())
@example((Language.ZH, "一、越方通报\n;"))
def test_nothing_is_lost_and_nothing_is_invented(case: tuple[Language, str]) -> None:
    language, text = case
    one = propose(text, language)
    taken = [at for field in one.fields for at in field.passages]
    for index, character in enumerate(text):
        is_taken = any(start <= index < end for start, end in taken)
        is_left = any(start <= index < end for start, end in one.unrecognised)
        assert is_taken != is_left or character.isspace()
    assert all(0 <= start < end <= len(text) for start, end in (*taken, *one.unrecognised))
    # Every text of an item is a stretch of the notes, and its own passage holds it.
    for field in one.fields:
        if field.path.endswith(f".{language}") and ".items[" in field.path:
            (at,) = field.passages
            s, i = (int(part.partition("]")[0]) for part in field.path.split("[")[1:3])
            said = one.record.sections[s].items[i].pair.text(language)
            assert said is not None
            assert (
                said in read_record(write_record(one.record).encode(), "a.yaml")[0].model_dump_json() or said
            )
            assert said in normalize("NFC", text[at.start : at.end])
    assert read_record(write_record(one.record).encode(), "a.yaml")[0] == one.record
