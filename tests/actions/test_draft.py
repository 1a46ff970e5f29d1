"""Drafting in memory: gaps for what is missing, findings, ids, and refusals."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any

import pytest

from samples import EXAMPLE, SMALL, changed, plain, read, read_file, with_value, without
from service.actions.draft import Draft, DraftChoice, DraftRefused, DraftSet, Workshop, produce_drafts
from service.actions.resolving import UnresolvedNames
from service.actions.workshop import open_termbase, open_workshop
from service.core.languages import Side
from service.documents.layout import Layout
from service.documents.lint import lint_docx
from service.documents.values import GapKind
from service.language.order import NameOrder
from service.minutes.fields import schema_of
from service.minutes.record import DocumentType, Record
from service.settings import Settings

Path = tuple[str | int, ...]
ONE = DraftChoice(originals=(Side.VN,), layouts=(Layout.COLUMNS,))
DAY = date(2023, 12, 26)


@cache
def workshop() -> Workshop:
    return open_workshop(Settings(), DocumentType.TALKS_RECORD, "joint", "1.0")


def draft(record: Record, choice: DraftChoice = ONE) -> DraftSet:
    return produce_drafts(record, choice, workshop(), lambda path: f"a.yaml: {path}")


def draft_data(data: dict[str, Any]) -> DraftSet:
    choice = DraftChoice(ONE.originals, ONE.layouts, as_of=DAY)
    return draft(read(json.dumps(data), "a.json"), choice)


def gaps(drafts: DraftSet) -> list[str]:
    return sorted({gap.place for gap in drafts.gaps})


# Every key of the example that a record may leave out, and what then shows as a gap (beside start and end,
# which the source of the example lacks anyway).
OPTIONAL: Sequence[tuple[Path, list[str]]] = [
    (("form",), []),
    (("draft_number",), []),
    (("revision",), []),
    (("sources",), []),
    (("date",), ["date"]),
    (("part_of_day",), []),
    (("start",), []),
    (("end",), []),
    (("place",), ["place"]),
    (("host",), ["host"]),
    (("parties", 0, "head"), ["parties[0].head.name", "parties[0].head.position"]),
    (("parties", 0, "head", "position"), ["parties[0].head.position"]),
    (("parties", 0, "head", "address"), []),
    (("parties", 0, "head", "role"), []),
    (("parties", 0, "members"), []),
    (("parties", 1, "delegation"), []),
    (("parties", 1, "head", "position"), ["parties[1].head.position"]),
    (("sections",), ["sections"]),
    (("sections", 0, "heading", "vi"), ["sections[0].heading.vi"]),
    (("sections", 0, "heading", "zh"), ["sections[0].heading.zh"]),
    (("sections", 0, "items", 0, "vi"), ["sections[0].items[0].vi"]),
    (("sections", 0, "items", 0, "zh"), ["sections[0].items[0].zh"]),
    (("sections", 2, "items", 0, "illustrative"), []),
    (("sections", 3, "items", 2, "lead"), []),
    (("sections", 3, "items", 2, "lead", "vi"), []),
    (("originals",), ["originals.count"]),
    (("originals", "count"), ["originals.count"]),
    (("originals", "one_per_party"), []),
    (("originals", "equally_authentic"), []),
    (("signed",), []),
]


def may_be_null(path: Path) -> bool:
    """Say whether the published schema lets a key hold null."""
    schema = schema_of(Record)
    found: dict[str, Any] = schema
    for step in path:
        found = next(iter(objects(found, schema))) if isinstance(step, str) else items(found, schema)
        found = found["properties"][step] if isinstance(step, str) else found
    return any(one.get("type") == "null" for one in found.get("anyOf", []))


def objects(found: dict[str, Any], schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if "$ref" in found:
        found = schema["$defs"][found["$ref"].removeprefix("#/$defs/")]
    if "properties" in found:
        yield found
    for one in found.get("anyOf", []):
        yield from objects(one, schema)


def items(found: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    (array,) = (one for one in (found, *found.get("anyOf", [])) if "items" in one)
    return next(iter(objects(array["items"], schema)))


@pytest.mark.parametrize(("path", "places"), OPTIONAL, ids=lambda value: ".".join(map(str, value)) or "-")
def test_an_optional_key_left_out_drafts_a_sound_file_with_the_gap_it_leaves(
    path: Path, places: list[str]
) -> None:
    drafts = draft_data(without(plain(EXAMPLE), path))
    assert gaps(drafts) == sorted({*places, "start", "end"})
    assert [lint_docx(one.data) for one in drafts.drafts] == [[]]


@pytest.mark.parametrize(
    ("path", "places"),
    [
        *((path, places) for path, places in OPTIONAL if may_be_null(path) and path[-1] != "members"),
        (("parties", 0, "members"), ["parties[0].members"]),
        (("sections", 1, "items"), ["sections[1].items"]),
        (("parties", 0, "body"), ["parties[0].body"]),
        (("parties", 1, "head", "name"), ["parties[1].head.name"]),
    ],
    ids=lambda value: ".".join(map(str, value)) or "-",
)
def test_a_key_that_is_null_drafts_a_sound_file_with_its_gap(path: Path, places: list[str]) -> None:
    drafts = draft_data(with_value(plain(EXAMPLE), path, None))
    assert gaps(drafts) == sorted({*places, "start", "end"})
    assert [lint_docx(one.data) for one in drafts.drafts] == [[]]


def test_the_table_above_has_every_key_that_may_be_null() -> None:
    assert sum(may_be_null(path) for path, _ in OPTIONAL) == 22
    assert not may_be_null(("signed",))
    assert may_be_null(("parties", 0, "body"))


def test_a_name_that_the_source_lacks_is_a_gap_of_its_own_kind_in_both_languages() -> None:
    drafts = draft_data(with_value(plain(EXAMPLE), ("parties", 1, "head", "name"), None))
    found = {(gap.kind, gap.text) for gap in drafts.gaps if gap.place == "parties[1].head.name"}
    assert found == {
        (GapKind.NAME_NOT_IN_SOURCE, "[họ tên chưa có trong nguồn]"),
        (GapKind.NAME_NOT_IN_SOURCE, "〔姓名原文未载〕"),
    }


def test_a_missing_translation_is_a_gap_in_its_language_only() -> None:
    drafts = draft(read(changed("        zh: 双方一致同意。\n", "")))
    found = [(gap.kind, gap.text) for gap in drafts.gaps if gap.place == "sections[0].items[0].zh"]
    assert found == [(GapKind.NOT_TRANSLATED, "〔尚无译文〕")]


def test_every_original_and_layout_is_drafted_in_order() -> None:
    drafts = draft(read(SMALL), DraftChoice(layouts=tuple(Layout)))
    assert [(one.original, one.layout) for one in drafts.drafts] == [
        *((Side.VN, layout) for layout in Layout),
        *((Side.CN, layout) for layout in Layout),
    ]
    assert [lint_docx(one.data) for one in drafts.drafts] == [[]] * 10


def test_the_title_names_both_sides_in_both_languages() -> None:
    assert draft(read_file(EXAMPLE)[0]).title == (
        "Sở Ngoại vụ tỉnh Hà Giang (Việt Nam) – Đoàn đại biểu Ngoại sự tỉnh Vân Nam (Trung Quốc)"
        " · 中国云南省外事代表团 – 越南河江省外事厅"
    )


def test_a_title_written_by_hand_is_the_title() -> None:
    drafts = draft(read(changed("place:", "title: {vi: Biên bản A, zh: 甲纪要}\nplace:")))
    assert drafts.title == "Biên bản A · 甲纪要"


def test_a_title_in_one_language_leaves_a_gap_in_the_other() -> None:
    drafts = draft(read(changed("place:", "title: {vi: Biên bản A}\nplace:")))
    assert "title.zh" in gaps(drafts)


def test_names_are_resolved_as_of_the_meeting_or_as_asked() -> None:
    assert draft(read(SMALL)).as_of == DAY
    assert draft(read(SMALL), DraftChoice(as_of=date(2024, 2, 1))).as_of == date(2024, 2, 1)


def test_without_any_day_a_record_is_refused() -> None:
    with pytest.raises(DraftRefused) as caught:
        draft(read(changed("2023-12-26", "null")))
    assert str(caught.value) == (
        "a.yaml: date: not in the source; give --as-of DAY, names are right only for a day"
    )


def test_all_names_that_do_not_resolve_are_told_at_once_with_their_places() -> None:
    text = changed("huyện Mèo Vạc", "đảo Hải Nam", changed("name: Vương Vĩ", "name: Vương Vỹ"))
    with pytest.raises(UnresolvedNames) as caught:
        draft(read(changed("position: Giám đốc", "position: Giám đóc", text)))
    places = [str(problem).split(": “")[0] for problem in caught.value.problems]
    assert places == ["a.yaml: parties[0].head.position", "a.yaml: parties[1].head.name", "a.yaml: place"]


def draft_id(record: Record, choice: DraftChoice = ONE, program: str = "1.0") -> str:
    shop = Workshop(workshop().termbase, workshop().templates, program)
    return produce_drafts(record, choice, shop, str).draft_id


def test_the_draft_id_follows_everything_that_can_change_a_draft() -> None:
    record = read(SMALL)
    other = read(changed("Hai bên nhất trí.", "Hai bên thống nhất."))
    ids = [
        draft_id(record),
        draft_id(other),
        draft_id(record, DraftChoice(as_of=date(2024, 1, 1))),
        draft_id(record, DraftChoice(order=NameOrder.ALTERNAT)),
        draft_id(record, program="1.1"),
    ]
    assert len(set(ids)) == 5
    assert draft_id(record) == draft_id(read(SMALL))
    assert draft_id(record) == draft_id(record, DraftChoice(layouts=(Layout.VI,)))
    assert all(len(one) == 10 and one.startswith("bb-") for one in ids)


def test_two_draftings_give_the_same_bytes() -> None:
    one, other = (draft(read(SMALL), DraftChoice()).drafts for _ in range(2))
    assert one == other
    assert isinstance(one[0], Draft)


def test_five_parties_and_a_signatory_of_their_own_draft_a_sound_file() -> None:
    more = """\
  - side: vn
    body: tỉnh Lào Cai
    head: null
    signatory: {name: {vi: Nguyễn Văn A, zh: 阮文甲}, position: {vi: Giám đốc, zh: 厅长}}
  - side: vn
    body: {vi: Bộ Ngoại giao, zh: 外交部}
sections:"""
    drafts = draft(read(changed("sections:", more)))
    assert "Lào Cai" in drafts.title
    assert [lint_docx(one.data) for one in drafts.drafts] == [[]]


def test_a_party_without_a_body_leaves_a_gap_where_the_title_names_it() -> None:
    drafts = draft(read(changed("body: Văn phòng Ngoại sự tỉnh Vân Nam", "body: null")))
    assert drafts.title.endswith("〔原文未载〕 – 越南河江省外事厅")
    assert "parties[1].body" in gaps(drafts)


def test_the_shipped_termbase_is_what_a_workshop_holds() -> None:
    assert workshop().termbase.version == open_termbase(Settings()).version
