"""Names resolved as of a day, in either language, composed and refused."""

from datetime import date
from functools import cache

import pytest

from service.actions.workshop import open_termbase
from service.core.languages import Pair, Side
from service.glossary.composed import ComposedNames
from service.glossary.concepts import Category, Concept, Termbase, Terms, Validity
from service.glossary.named import Position
from service.glossary.names import Names, NameUnresolved
from service.settings import Settings

WRITE_OUT = "A name the glossary lacks is written {vi: …, zh: …}"
LAST_DAY = date(2025, 6, 30)
NEXT_DAY = date(2025, 7, 1)
GATES = Pair("cặp cửa khẩu Thanh Thủy - Thiên Bảo", "天保—清水河口岸")


@cache
def shipped(day: date = date(2023, 12, 26)) -> Names:
    return Names(open_termbase(Settings()), day)


def refusal(names: Names, kind: str, text: str) -> str:
    with pytest.raises(NameUnresolved) as caught:
        getattr(names, kind)(text)
    assert len(caught.value.problems) == 1
    return str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "huyện Mèo Vạc",
        "Mèo Vạc",
        "苗旺县",
        "苗旺",
        "huyện Mèo Vạc, tỉnh Hà Giang",
        "huyện Mèo Vạc, tỉnh Hà Giang, Việt Nam",
        "河江省苗旺县",
        "越南河江省苗旺县",
        "HUYỆN  mèo\u00a0VẠC",
    ],
)
def test_a_place_is_found_by_every_form_of_its_name_in_either_language(text: str) -> None:
    place = shipped().place(text)
    assert place.name == Pair("huyện Mèo Vạc", "苗旺县")
    assert place.short == Pair("Mèo Vạc", "苗旺")
    assert place.full == Pair("huyện Mèo Vạc, tỉnh Hà Giang", "河江省苗旺县")
    assert place.full_with_country == Pair("huyện Mèo Vạc, tỉnh Hà Giang, Việt Nam", "越南河江省苗旺县")
    assert place.country == Pair("Việt Nam", "越南")
    assert place.side is Side.VN


@pytest.mark.parametrize(
    ("kind", "text", "name"),
    [
        ("body", "Uỷ ban nhân dân tỉnh Hà Giang", Pair("Ủy ban nhân dân tỉnh Hà Giang", "河江省人民委员会")),
        ("position", "Bí thư Tỉnh uỷ Hà Giang", Pair("Bí thư Tỉnh ủy Hà Giang", "河江省委书记")),
        ("gate", "cặp cửa khẩu THANH THUỶ - Thiên Bảo", GATES),
        ("document", "thoả thuận", Pair("thỏa thuận", "协议")),
    ],
)
def test_a_name_is_found_with_its_tones_placed_either_way(kind: str, text: str, name: Pair) -> None:
    assert getattr(shipped(), kind)(text).name == name


def test_a_country_is_a_place_of_its_own() -> None:
    china = shipped().place("中华人民共和国")
    assert china.full == Pair("Trung Quốc", "中国")
    assert china.side is Side.CN


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sở Ngoại vụ tỉnh Hà Giang", Pair("Sở Ngoại vụ tỉnh Hà Giang", "河江省外事厅")),
        ("sở ngoại vụ Hà Giang", Pair("Sở Ngoại vụ tỉnh Hà Giang", "河江省外事厅")),
        ("河江省外事厅", Pair("Sở Ngoại vụ tỉnh Hà Giang", "河江省外事厅")),
        (
            "Văn phòng Ngoại vụ tỉnh Vân Nam",
            Pair("Văn phòng Ngoại sự tỉnh Vân Nam", "云南省人民政府外事办公室"),
        ),
        ("云南省外办", Pair("Văn phòng Ngoại sự tỉnh Vân Nam", "云南省人民政府外事办公室")),
        (
            "Đoàn đại biểu Ngoại sự tỉnh Vân Nam",
            Pair("Đoàn đại biểu Ngoại sự tỉnh Vân Nam", "云南省外事代表团"),
        ),
        ("Tỉnh ủy Hà Giang", Pair("Tỉnh ủy Hà Giang", "河江省委")),
        ("越共河江省委", Pair("Tỉnh ủy Hà Giang", "河江省委")),
        ("Tỉnh ủy Vân Nam", Pair("Tỉnh ủy Vân Nam", "云南省委")),
        ("中共云南省委", Pair("Tỉnh ủy Vân Nam", "云南省委")),
        ("tỉnh Lào Cai", Pair("tỉnh Lào Cai", "老街省")),
        ("huyện Xín Mần", Pair("huyện Xín Mần, tỉnh Hà Giang", "河江省箐门县")),
    ],
)
def test_a_body_is_composed_of_institution_and_place(text: str, name: Pair) -> None:
    assert shipped().body(text).name == name


def test_the_place_of_a_body_stays_on_one_line_in_titles() -> None:
    body = shipped().body("Sở Ngoại vụ tỉnh Hà Giang")
    assert body.title_name == Pair("Sở Ngoại vụ tỉnh\u00a0Hà\u00a0Giang", "河江省外事厅")


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        (
            "Giám đốc Sở Ngoại vụ tỉnh Hà Giang",
            Pair("Giám đốc Sở Ngoại vụ tỉnh Hà Giang", "河江省外事厅厅长"),
            "厅长",
        ),
        ("河江省外事厅厅长", Pair("Giám đốc Sở Ngoại vụ tỉnh Hà Giang", "河江省外事厅厅长"), "厅长"),
        (
            "河江省外事厅副厅长",
            Pair("Phó Giám đốc Sở Ngoại vụ tỉnh Hà Giang", "河江省外事厅副厅长"),
            "副厅长",
        ),
        (
            "Phó Chủ nhiệm Văn phòng Ngoại sự tỉnh Vân Nam",
            Pair("Phó Chủ nhiệm Văn phòng Ngoại sự tỉnh Vân Nam", "云南省人民政府外事办公室副主任"),
            "副主任",
        ),
        (
            "云南省外办主任",
            Pair("Chủ nhiệm Văn phòng Ngoại sự tỉnh Vân Nam", "云南省人民政府外事办公室主任"),
            "主任",
        ),
        ("Bí thư Tỉnh ủy Hà Giang", Pair("Bí thư Tỉnh ủy Hà Giang", "河江省委书记"), "书记"),
        ("云南省委副书记", Pair("Phó Bí thư Tỉnh ủy Vân Nam", "云南省委副书记"), "副书记"),
        ("lãnh đạo huyện Mèo Vạc", Pair("lãnh đạo huyện Mèo Vạc, tỉnh Hà Giang", "河江省苗旺县领导"), "领导"),
        (
            "đại diện Bộ Chỉ huy Bộ đội Biên phòng tỉnh Hà Giang",
            Pair("đại diện Bộ Chỉ huy Bộ đội Biên phòng tỉnh Hà Giang", "河江省边防部队指挥部代表"),
            "代表",
        ),
    ],
)
def test_a_position_is_composed_and_its_chinese_title_follows_the_body(
    text: str, name: Pair, post: str
) -> None:
    position = shipped().position(text)
    assert position.name == name
    assert position.post.zh == post


def all_positions(day: date) -> list[Position]:
    """Every title in every institution and place that stand together."""
    termbase = open_termbase(Settings())
    composed = ComposedNames(termbase)
    bodies = composed.known_bodies()
    held = [
        position
        for title in termbase.of(Category.TITLE)
        for position in composed.positions_like(title.vi.preferred, bodies)
        if position.title is title
    ]
    return [one for one in held if all(concept.validity.holds(day) for concept in one.concepts)]


@pytest.mark.parametrize("day", [date(2023, 12, 26), NEXT_DAY])
def test_every_position_of_the_shipped_termbase_resolves_alike_from_both_languages(day: date) -> None:
    names, positions = shipped(day), all_positions(day)
    assert len(positions) > 3000
    for position in positions[::7]:
        assert names.position(position.name.vi or "").name == position.name
        assert names.position(position.name.zh or "").name.zh == position.name.zh


@pytest.mark.parametrize(
    ("text", "concept_id"),
    [
        ("Đỗ Quốc Hương", "person.do-quoc-huong"),
        ("杜国香", "person.do-quoc-huong"),
        ("王伟", "person.vuong-vi"),
    ],
)
def test_a_person_is_found_by_either_name(text: str, concept_id: str) -> None:
    assert shipped().listed(text, Category.PERSON).concept.concept_id == concept_id


def test_a_person_is_not_found_among_roles() -> None:
    with pytest.raises(NameUnresolved):
        shipped().listed("Đỗ Quốc Hương", Category.ROLE)


@pytest.mark.parametrize("text", ["tỉnh Hà Giang", "河江", "huyện Mèo Vạc", "huyện Xín Mần"])
def test_a_name_is_right_on_its_last_day(text: str) -> None:
    assert shipped(LAST_DAY).place(text).concepts[0].validity.last == LAST_DAY


def test_a_name_that_has_ended_names_its_successor() -> None:
    assert refusal(shipped(NEXT_DAY), "place", "tỉnh Hà Giang") == (
        "“tỉnh Hà Giang” is no longer right on 2025-07-01: tỉnh Hà Giang was valid until 2025-06-30; "
        "its successor is tỉnh Tuyên Quang"
    )
    assert refusal(shipped(NEXT_DAY), "position", "河江省外事厅厅长") == (
        "“河江省外事厅厅长” is no longer right on 2025-07-01: tỉnh Hà Giang was valid until 2025-06-30; "
        "its successor is tỉnh Tuyên Quang"
    )


def test_a_place_and_a_body_that_have_ended_name_their_successors() -> None:
    assert refusal(shipped(NEXT_DAY), "place", "河江省苗旺县") == (
        "“河江省苗旺县” is no longer right on 2025-07-01: huyện Mèo Vạc was valid until 2025-06-30; "
        "its successor is tỉnh Tuyên Quang"
    )
    assert refusal(shipped(NEXT_DAY), "body", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh Tuyên Quang") == (
        "“Bộ Chỉ huy Bộ đội Biên phòng tỉnh Tuyên Quang” is no longer right on 2025-07-01: "
        "Bộ Chỉ huy Bộ đội Biên phòng was valid until 2025-06-30; "
        "its successor is Ban Chỉ huy Bộ đội Biên phòng"
    )


def test_one_name_of_two_provinces_is_the_one_of_the_day() -> None:
    assert shipped(LAST_DAY).place("tỉnh Lào Cai").chain[0].concept_id == "place.lao-cai"
    assert shipped(NEXT_DAY).place("tỉnh Lào Cai").chain[0].concept_id == "place.lao-cai-2025"
    assert shipped(NEXT_DAY).body("老街省外事厅").concepts[1].concept_id == "place.lao-cai-2025"


def test_the_successor_is_found_on_the_next_day() -> None:
    assert shipped(NEXT_DAY).position("Giám đốc Sở Ngoại vụ tỉnh Tuyên Quang").name.zh == "宣光省外事厅厅长"


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("place", "苗瓦县", "“苗瓦县” is a wrong form; the glossary has “苗旺县”"),
        ("place", "河江省苗瓦县", "“苗瓦县” is a wrong form; the glossary has “苗旺县”"),
        ("place", "合江省", "“合江省” is a wrong form; the glossary has “河江省”"),
        ("body", "河江省外务厅", "“外务厅” is a wrong form; the glossary has “外事厅”"),
        ("position", "河江省外事局局长", "“外事局” is a wrong form; the glossary has “外事厅”"),
        (
            "place",
            "tỉnh Hà Gian",
            f"“tỉnh Hà Gian” is not in the glossary; the nearest name is “tỉnh Hà Giang”. {WRITE_OUT}",
        ),
        (
            "body",
            "Sở Ngoại vu tỉnh Hà Giang",
            (
                "“Sở Ngoại vu tỉnh Hà Giang” is not in the glossary; the nearest name is "
                f"“Sở Ngoại vụ tỉnh Hà Giang”. {WRITE_OUT}"
            ),
        ),
        (
            "position",
            "Giám đốc Sở Ngoại vu tỉnh Hà Giang",
            (
                "“Giám đốc Sở Ngoại vu tỉnh Hà Giang” is not in the glossary; the nearest name is "
                f"“Giám đốc Sở Ngoại vụ tỉnh Hà Giang”. {WRITE_OUT}"
            ),
        ),
        (
            "place",
            "đảo Hải Nam",
            "“đảo Hải Nam” is not in the glossary; a name the glossary lacks is written {vi: …, zh: …}",
        ),
    ],
)
def test_a_name_that_nothing_resolves_gets_the_right_or_the_nearest_one(
    kind: str, text: str, said: str
) -> None:
    assert refusal(shipped(), kind, text) == said


def test_an_institution_of_one_side_has_no_place_on_the_other() -> None:
    assert refusal(shipped(), "body", "Sở Ngoại vụ tỉnh Vân Nam").startswith(
        "“Sở Ngoại vụ tỉnh Vân Nam” is not in the glossary"
    )
    assert refusal(shipped(), "body", "云南省外事厅")
    assert refusal(shipped(), "body", "Văn phòng Ngoại sự tỉnh Hà Giang")
    assert refusal(shipped(), "position", "Giám đốc Sở Ngoại vụ tỉnh Vân Nam")


def test_an_institution_of_provinces_has_no_place_in_a_county() -> None:
    assert refusal(shipped(), "body", "Sở Ngoại vụ huyện Mèo Vạc")


@pytest.mark.parametrize(
    "text",
    [
        "Giám đốc Văn phòng Ngoại sự tỉnh Vân Nam",
        "Chủ nhiệm Sở Ngoại vụ tỉnh Hà Giang",
        "Bí thư Sở Ngoại vụ tỉnh Hà Giang",
    ],
)
def test_a_title_is_not_held_in_a_body_of_another_type_and_the_same_is_not_offered(text: str) -> None:
    assert f"nearest name is “{text}”" not in refusal(shipped(), "position", text)


@pytest.mark.parametrize("text", ["Giám đốc", "厅长", "", " ", "x"])
def test_a_title_alone_is_no_position(text: str) -> None:
    assert refusal(shipped(), "position", text)


def concept(concept_id: str, category: Category, vi: str, zh: str, **more: object) -> Concept:
    return Concept(concept_id, category, Terms(vi), Terms(zh), **more)  # type: ignore[arg-type]


def test_two_answers_on_one_day_are_refused_with_both_ids() -> None:
    people = (
        concept("person.b", Category.PERSON, "Vương Vĩ", "王伟"),
        concept("person.a", Category.PERSON, "Vương Vĩ", "王维"),
    )
    names = Names(Termbase(people, "x"), date(2024, 1, 1))
    with pytest.raises(NameUnresolved) as caught:
        names.listed("Vương Vĩ", Category.PERSON)
    assert str(caught.value) == (
        "“Vương Vĩ” names more than one thing in the glossary: person.a, person.b; write it in full"
    )
    assert names.listed("王维", Category.PERSON).concept.concept_id == "person.a"


def test_a_name_that_is_not_yet_right_says_from_when() -> None:
    new = concept("place.x", Category.PLACE, "tỉnh Mới", "新省", validity=Validity(first=date(2025, 7, 1)))
    assert refusal(Names(Termbase((new,), "x"), LAST_DAY), "place", "新省") == (
        "“新省” is not yet right on 2025-06-30: tỉnh Mới is valid from 2025-07-01"
    )
    assert Names(Termbase((new,), "x"), NEXT_DAY).place("新省").name.vi == "tỉnh Mới"


def test_an_institution_without_a_place_is_a_body() -> None:
    ministry = concept("institution.x", Category.INSTITUTION, "Bộ Ngoại giao", "外交部", side=Side.VN)
    title = concept("title.x", Category.TITLE, "Bộ trưởng", "部长")
    names = Names(Termbase((ministry, title), "x"), NEXT_DAY)
    assert names.body("外交部").name == Pair("Bộ Ngoại giao", "外交部")
    assert names.position("外交部部长").name == Pair("Bộ trưởng Bộ Ngoại giao", "外交部部长")
    assert "nearest name is “Bộ trưởng Bộ Ngoại giao”" in refusal(names, "position", "Bộ trưởng Bộ Ngoại dao")


def test_a_glossary_without_a_country_or_role_says_so() -> None:
    names = Names(Termbase((), "x"), NEXT_DAY)
    with pytest.raises(NameUnresolved, match="no country of the side vn"):
        names.country(Side.VN)
    with pytest.raises(NameUnresolved, match=r"no concept role\.head"):
        names.concept("role.head")
    assert shipped().country(Side.CN).name == Pair("Trung Quốc", "中国")
    assert shipped().concept("role.head").name == Pair("Trưởng đoàn", "团长")


def test_validity_bounds_are_inclusive_and_open_where_none_is_set() -> None:
    both = Validity(date(2024, 1, 1), date(2024, 1, 1))
    assert both.holds(date(2024, 1, 1))
    assert not both.holds(date(2023, 12, 31))
    assert not both.holds(date(2024, 1, 2))
    assert Validity().holds(date(1, 1, 1))
