"""The record of the next session, drawn up from the last one's."""

from datetime import date, timedelta
from functools import cache

import pytest

from samples import EXAMPLES, SMALL, changed, problems_of, read, read_file
from service.actions.next_session import NextRecord, draw_up_next
from service.actions.workshop import open_termbase
from service.core.languages import Side
from service.exchange.record_file import read_record
from service.exchange.record_writing import write_record
from service.glossary.concepts import Termbase
from service.minutes.record import Record
from service.settings import Settings

FIVE = EXAMPLES / "joint-minutes-2023-03-27.yaml"
DISTRICTS = EXAMPLES / "talks-record-xin-man-ma-quan.yaml"


@cache
def termbase() -> Termbase:
    return open_termbase(Settings())


def drawn(record: Record, day: date, place: str | None = None) -> NextRecord:
    return draw_up_next(record, termbase(), day, str, place)


def changes(one: NextRecord) -> list[tuple[str, str]]:
    return [(change.place, str(change.said)) for change in one.changes]


def bodies(one: NextRecord) -> list[str | None]:
    return [party.body.name if party.body else None for party in one.record.parties]


def test_the_number_rises_the_host_changes_and_what_is_not_known_is_null() -> None:
    one = drawn(read_file(FIVE)[0], date(2024, 6, 12)).record
    assert (one.session, one.host, one.date) == (4, Side.CN, date(2024, 6, 12))
    assert (one.title, one.place, one.start, one.end, one.part_of_day, one.tasks) == (None,) * 5 + ((),)
    assert [section.id for section in one.sections] == [
        "review",
        "principles",
        "agreed",
        "next-session",
        "documents",
    ]
    assert all(not section.items for section in one.sections[1:])


def test_the_order_of_provinces_stays_when_yunnan_hosts_and_turns_when_one_of_them_does() -> None:
    last = read_file(FIVE)[0]
    stays = drawn(last, date(2024, 6, 12), "tỉnh Vân Nam")
    assert stays.record.host is Side.CN
    assert bodies(stays) == [
        "tỉnh Hà Giang",
        "tỉnh Lào Cai",
        "tỉnh Lai Châu",
        "tỉnh Điện Biên",
        "tỉnh Vân Nam",
    ]
    # As the fifth session of 30 October 2025 was held: 莱州、老街、宣光、奠边.
    turned = drawn(last, date(2025, 10, 30), "tỉnh Lai Châu")
    assert turned.record.host is Side.VN
    assert bodies(turned) == [
        "tỉnh Lai Châu",
        "tỉnh Lào Cai",
        "tỉnh Tuyên Quang",
        "tỉnh Điện Biên",
        "tỉnh Vân Nam",
    ]


def test_a_province_that_was_merged_is_followed_and_its_people_are_asked_for() -> None:
    one = drawn(read_file(FIVE)[0], date(2025, 10, 30))
    head = one.record.parties[0].head
    assert head is not None
    assert (head.name, head.position and head.position.name) == (None, "Bí thư Tỉnh ủy Tuyên Quang")
    told = changes(one)
    assert ("parties[0].body", "was “tỉnh Hà Giang”, is “tỉnh Tuyên Quang” now") in told
    assert (
        "parties[0].head.name",
        "Đặng Quốc Khánh held the post before; who holds it now is not known",
    ) in told
    # Another unit of the same name.
    assert ("parties[1].body", "“tỉnh Lào Cai” is another one of the same name since 2025-07-01") in told
    # Neither Lai Châu nor Yunnan changed.
    assert not [place for place, _ in told if place.startswith(("parties[2]", "parties[4]"))]


def test_changes_stand_at_the_places_of_the_new_record() -> None:
    one = drawn(read_file(FIVE)[0], date(2025, 10, 30), "tỉnh Lai Châu")
    assert ("parties[2].body", "was “tỉnh Hà Giang”, is “tỉnh Tuyên Quang” now") in changes(one)
    assert not [place for place, _ in changes(one) if place.startswith("parties[0]")]


def test_the_mechanism_of_the_day_takes_the_place_of_the_old_one() -> None:
    one = drawn(read_file(FIVE)[0], date(2025, 10, 30)).record
    assert one.mechanism is not None
    assert one.mechanism.name is not None
    assert "Lai Châu, Lào Cai, Tuyên Quang, Điện Biên" in one.mechanism.name


def test_a_body_that_ceased_leaves_a_gap_and_no_guess() -> None:
    one = drawn(read_file(DISTRICTS)[0], date(2025, 10, 30))
    party = one.record.parties[0]
    assert party.body is None
    assert party.head is not None
    assert party.head.position is None
    assert party.head.name is not None
    assert (
        "parties[0].body",
        (
            "“Ủy ban nhân dân huyện Xín Mần” does not exist on 2025-10-30, and nothing in the glossary "
            "took its place"
        ),
    ) in changes(one)
    assert one.record.parties[1] == read_file(DISTRICTS)[0].parties[1]


def test_nothing_changes_while_the_glossary_does_not() -> None:
    last = read_file(DISTRICTS)[0]
    one = drawn(last, date(2025, 3, 20))
    assert one.record.parties == last.parties
    assert changes(one) == []
    assert (one.record.session, one.record.host) == (None, Side.VN)


def test_what_was_agreed_comes_back_as_a_question_with_where_it_was_agreed() -> None:
    review = drawn(read_file(DISTRICTS)[0], date(2025, 3, 20)).record.sections[0]
    assert review.heading.vi == "Tình hình thực hiện các nội dung đã thống nhất"
    assert len(review.items) == 5
    item = review.items[1]
    assert item.vi == (
        "Nội dung đã thống nhất ngày 21/11/2024: Đôn đốc lực lượng chức năng hai bên tổ chức tuần tra song "
        "phương mỗi quý 1 đợt, cả năm 2025 là 4 đợt."
    )
    assert item.zh == "2024年11月21日商定：督促双方边境管理部门每季度开展1次联合巡逻，2025年全年开展4次。"
    assert [point.pair.vi for point in item.points] == [None]
    assert item.illustrative


def test_a_numbered_session_is_named() -> None:
    text = changed(
        "place: huyện Mèo Vạc\n", "place: huyện Mèo Vạc\nmechanism: Nhóm Công tác liên hợp\nsession: 9\n"
    )
    one = drawn(read(text), date(2024, 6, 12)).record
    (item,) = one.sections[0].items
    assert one.session == 10
    assert item.vi is not None
    assert item.vi.startswith(
        "Nội dung đã thống nhất tại Phiên họp lần thứ 9 Nhóm Công tác liên hợp giữa các tỉnh"
    )
    assert item.zh == "中国云南省与越南河江、老街、莱州、奠边省联合工作组第九次会议商定：双方一致同意。"


def test_a_text_that_was_never_translated_stays_missing() -> None:
    item = (
        drawn(read(changed("        zh: 双方一致同意。\n", "")), date(2024, 6, 12))
        .record.sections[0]
        .items[0]
    )
    assert item.zh is None


def test_only_the_agreed_are_asked_about() -> None:
    text = changed("stance: agreed", "stance: proposed\n        by: vn")
    assert drawn(read(text), date(2024, 6, 12)).record.sections[0].items == ()


def test_it_reads_back_as_it_was_written() -> None:
    for file in (FIVE, DISTRICTS, EXAMPLES / "talks-record-border-post-twinning.yaml"):
        last = read_file(file)[0]
        assert last.date is not None
        one = drawn(last, last.date + timedelta(90)).record
        assert read_record(write_record(one).encode(), "next.yaml")[0] == one


def test_a_plan_and_an_earlier_day_are_refused() -> None:
    plan = read_file(EXAMPLES / "action-plan-2023-2025.yaml")[0]
    assert problems_of(lambda: drawn(plan, date(2026, 1, 1))) == [
        "an action plan is of no session; give the record of a meeting"
    ]
    assert problems_of(lambda: drawn(read(SMALL), date(2023, 12, 26))) == [
        "date: the next session is on a later day than the last"
    ]


@pytest.mark.parametrize("place", ["huyện Không Có", "tỉnh Hà Giang"])
def test_a_place_that_is_not_there_on_the_day_is_refused(place: str) -> None:
    (said,) = problems_of(lambda: drawn(read(SMALL), date(2025, 10, 30), place))
    assert said.startswith("--place: “")
