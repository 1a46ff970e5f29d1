"""Records from files: every mistake is told once, with file, line and key."""

import json
import unicodedata
from functools import partial

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from samples import EXAMPLE, SMALL, changed, plain, problems_of, read, with_value, without
from service.core.languages import Pair
from service.core.message import BienbanError
from service.exchange.record_file import read_record
from service.minutes.record import DocumentType, Stance

MISSING = "this key is missing"
NO_LIST = "a list is wanted here (lines that begin with “-”)"
NO_NAME = "a person without a name; write name: null where the source does not give it"
EMPTY = "empty; write null where the source does not give it"
DUE = "is no due date; write 2024, 2024-Q2, 2024-06 or 2024-06-15"
TOP = "document_type, channel, form, circulation, name_order, draft_number, draft_date, revision, sources, illustrative, title, mechanism, session, period, date, part_of_day, start, end, place, host, parties, basis, sections, tasks, internal, originals, signed"


def refusal(text: str, name: str = "a.yaml") -> str:
    with pytest.raises(BienbanError) as caught:
        read(text, name)
    assert len(caught.value.problems) == len(str(caught.value).split("\n"))
    return str(caught.value)


def test_the_small_record_is_read_with_its_values() -> None:
    record = read(SMALL)
    assert record.document_type is DocumentType.TALKS_RECORD
    assert record.date is not None
    assert record.date.isoformat() == "2023-12-26"
    assert record.parties[0].head is not None
    assert record.parties[0].head.name is not None
    assert record.parties[0].head.name.name == "Đỗ Quốc Hương"
    assert record.sections[0].items[0].stance is Stance.AGREED
    assert record.sections[0].items[0].pair == Pair("Hai bên nhất trí.", "双方一致同意。")
    assert record.signed
    assert record.form == "joint"


def test_the_words_of_a_record_stand_exactly_as_written() -> None:
    assert (
        read(changed("Hai bên nhất trí.", "R&D <5% “箐门” – 𠀀 😀")).sections[0].items[0].vi
        == "R&D <5% “箐门” – 𠀀 😀"
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        # Keys.
        ("channel: state", "chanel: state", "2: chanel: unknown key “chanel”; “channel” is known"),
        ("channel: state", "channel: state\nxyz: 5", f"3: xyz: unknown key “xyz”; known here: {TOP}"),
        ("channel: state\n", "", f"1: channel: {MISSING}"),
        ("channel: state", "channel: state\nchannel: party", "3: channel: this key stands here twice"),
        ("    body: Sở Ngoại vụ tỉnh Hà Giang\n", "", f"7: parties[0].body: {MISSING}"),
        ("      position: Giám", "      positon: Giám", "11: parties[0].head.positon: unknown key “positon”; “position” is known"),
        ("{vi: Kết quả,", "{vn: Kết quả,", "18: sections[0].heading.vn: unknown key “vn”; known here: vi, zh"),
        ("heading:", "headng:", "18: sections[0].headng: unknown key “headng”; “heading” is known"),
        # Days and times.
        ("2023-12-26", "2023-02-31", "4: date: “2023-02-31” is no day of the calendar"),
        ("2023-12-26", "31/02/2023", "4: date: “31/02/2023” is no day of the calendar"),
        ("2023-12-26", "29.2.2023", "4: date: “29.2.2023” is no day of the calendar"),
        ("2023-12-26", "30.2.2024", "4: date: “30.2.2024” is no day of the calendar"),
        ("2023-12-26", "0000-01-01", "4: date: “0000-01-01” is no day of the calendar"),
        ("2023-12-26", "31/02", "4: date: “31/02” has no year; write it as YYYY-MM-DD"),
        ("2023-12-26", "27.4", "4: date: “27.4” has no year; write it as YYYY-MM-DD"),
        ("2023-12-26", "2023-12", "4: date: “2023-12” is no date; write it as YYYY-MM-DD"),
        ("2023-12-26", "12/26/23", "4: date: “12/26/23” is no date; write it as YYYY-MM-DD"),
        ("2023-12-26", "2023-12-26T00:00:00", "4: date: “2023-12-26T00:00:00” is no date; write it as YYYY-MM-DD"),
        ("2023-12-26", "[2023, 12]", "4: date: a text is wanted here, not “[…]”"),
        ("2023-12-26", "true", "4: date: a text is wanted here, not “true”"),
        ("2023-12-26", "2023-12-26\nstart: 25:00", "5: start: “25:00” is no time of day; write it as HH:MM"),
        ("2023-12-26", "2023-12-26\nend: 24:00", "5: end: “24:00” is no time of day; write it as HH:MM"),
        ("2023-12-26", "2023-12-26\nend: 8:5", "5: end: “8:5” is no time of day; write it as HH:MM"),
        ("2023-12-26", "2023-12-26\nend: 8h30", "5: end: “8h30” is no time of day; write it as HH:MM"),
        ("2023-12-26", "2023-12-26\nend: {h: 8}", "5: end: a text is wanted here, not “{…}”"),
        # Names.
        ("huyện Mèo Vạc", "''", f"5: place: {EMPTY}"),
        ("huyện Mèo Vạc", "{}", "5: place: a name without any text; write null where the source does not give it"),
        ("huyện Mèo Vạc", "{vi: null}", "5: place: a name without any text; write null where the source does not give it"),
        ("huyện Mèo Vạc", "{vi: a, en: b}", "5: place.en: unknown key “en”; known here: vi, zh"),
        ("huyện Mèo Vạc", "{name: a}", "5: place.name: unknown key “name”; known here: vi, zh"),
        ("huyện Mèo Vạc", "{vi: [a]}", "5: place.vi: a text is wanted here, not “[…]”"),
        ("huyện Mèo Vạc", "[a]", "5: place: keys and values are wanted here, not “[…]”"),
        ("huyện Mèo Vạc", "a" * 501, "5: place: longer than 500 characters"),
        ("huyện Mèo Vạc", '"a\\nb"', "5: place: a line break or tab at character 2; this text is one line"),
        # People.
        ("      name: Đỗ Quốc Hương\n", "", f"9: parties[0].head: {NO_NAME}"),
        ("      name: Vương Vĩ\n", "      name: Vương Vĩ\n      role: boss\n", "16: parties[1].head.role: “boss” is not one of head, deputy_head, member, secretary, interpreter"),
        ("      name: Vương Vĩ\n", "      name: Vương Vĩ\n      address: anh\n", "16: parties[1].head.address: “anh” is not one of đồng chí, ông, bà"),
        ("      name: Vương Vĩ\n", "      name: Vương Vĩ\n      group: a\n", "16: parties[1].head.group: unknown key “group”; known here: name, position, address, role"),
        ("      name: Vương Vĩ\n", "      name: Vương Vĩ\n    members:\n      - {}\n", f"17: parties[1].members[0]: {NO_NAME}"),
        ("      name: Vương Vĩ\n", "      name: Vương Vĩ\n    members:\n      - {group: null}\n", "17: parties[1].members[0]: a group without words; delete the entry or write who attended"),
        ("      name: Vương Vĩ\n", "      name: Vương Vĩ\n    members:\n      - {group: a, name: b}\n", "17: parties[1].members[0]: a group and a person at once; give them an entry each"),
        ("      name: Vương Vĩ\n", "      name: Vương Vĩ\n    members: Đỗ\n", f"16: parties[1].members: {NO_LIST}"),
        ("      name: Vương Vĩ\n", "      name: Vương Vĩ\n    members: [Đỗ]\n", "16: parties[1].members[0]: keys and values are wanted here, not “Đỗ”"),
        # Sides.
        ("- side: cn", "- side: vn", "6: parties: both sides are needed, one party of vn and one of cn at least"),
        ("- side: cn", "- side: jp", "12: parties[1].side: “jp” is not one of vn, cn"),
        ("place:", "host: yes\nplace:", "5: host: “yes” is not one of vn, cn"),
        # Sections and items.
        ("id: results", "id: Results", "17: sections[0].id: “Results” is no id: small letters, digits and hyphens, at most 20, a letter first"),
        ("id: results", "id: kết-quả", "17: sections[0].id: “kết-quả” is no id: small letters, digits and hyphens, at most 20, a letter first"),
        ("id: results", 'id: "results\\n"', "17: sections[0].id: “results\n” is no id: small letters, digits and hyphens, at most 20, a letter first"),
        ("id: results", "id: " + "a" * 21, f"17: sections[0].id: “{'a' * 21}” is no id: small letters, digits and hyphens, at most 20, a letter first"),
        ("  - id: results", "  - {id: results, heading: {}, items: []}\n  - id: results", "18: sections[1].id: the id “results” stands twice"),
        ("{vi: Kết quả, zh: 成果}", "Kết quả", "18: sections[0].heading: keys and values are wanted here, not “Kết quả”"),
        ("stance: agreed", "stance: agree", "20: sections[0].items[0].stance: “agree” is not one of agreed, proposed, stated, noted, reserved"),
        ("stance: agreed", "stance: proposed", "20: sections[0].items[0]: proposed by whom? Write by: vn or by: cn"),
        ("stance: agreed", "stance: noted", "20: sections[0].items[0]: noted by whom? Write by: vn or by: cn"),
        ("stance: agreed", "stance: stated\n        by: null", "20: sections[0].items[0]: stated by whom? Write by: vn or by: cn"),
        ("stance: agreed", "stance: agreed\n        by: vn", "21: sections[0].items[0].by: agreed is said of both sides; delete “by”"),
        ("stance: agreed", "stance: reserved\n        by: cn", "21: sections[0].items[0].by: reserved is said of both sides; delete “by”"),
        ("stance: agreed", "stance: agreed\n        illustrative: maybe", "21: sections[0].items[0].illustrative: “maybe” is neither true nor false"),
        ("stance: agreed", "stance: agreed\n        illustrative: null", "21: sections[0].items[0].illustrative: “null” is neither true nor false"),
        ("Hai bên nhất trí.", "a" * 20_001, "21: sections[0].items[0].vi: longer than 20000 characters"),
        ("Hai bên nhất trí.", "''", f"21: sections[0].items[0].vi: {EMPTY}"),
        ("Hai bên nhất trí.", "' '", f"21: sections[0].items[0].vi: {EMPTY}"),
        # Numbers and lists.
        ("place:", "draft_number: 0\nplace:", "5: draft_number: “0” is not a number that fits here"),
        ("place:", "draft_number: 0o7\nplace:", "5: draft_number: “0o7” is not a number that fits here"),
        ("place:", "draft_number: 1.5\nplace:", "5: draft_number: “1.5” is not a number that fits here"),
        ("place:", "draft_number: null\nplace:", "5: draft_number: “null” is not a number that fits here"),
        ("place:", "session: 100\nplace:", "5: session: “100” is not a number that fits here"),
        ("place:", "originals: {count: two}\nplace:", "5: originals.count: “two” is not a number that fits here"),
        ("place:", "originals: 5\nplace:", "5: originals: keys and values are wanted here, not “5”"),
        ("place:", "signed: null\nplace:", "5: signed: “null” is neither true nor false"),
        ("place:", "sources: Báo Hà Giang\nplace:", f"5: sources: {NO_LIST}"),
        ("place:", "sources: [null]\nplace:", "5: sources[0]: a text is wanted here, not “null”"),
        ("place:", "title: Biên bản\nplace:", "5: title: keys and values are wanted here, not “Biên bản”"),
        ("place:", "period: {first: 2025, last: 2023}\nplace:", "5: period: a period that ends in 2023, before it begins"),
        ("place:", "period: {first: 2023}\nplace:", f"5: period.last: {MISSING}"),
        # Tasks.
        ("place:", "tasks: [{due: 2024-Q5}]\nplace:", f"5: tasks[0].due: “2024-Q5” {DUE}"),
        ("place:", "tasks: [{due: 2024-6}]\nplace:", f"5: tasks[0].due: “2024-6” {DUE}"),
        ("place:", "tasks: [{due: {year: 2024, month: 77}}]\nplace:", f"5: tasks[0].due: “{{…}}” {DUE}"),
        ("place:", "tasks: [{due: 2024-13}]\nplace:", "5: tasks[0].due: “2024-13” is no day of the calendar"),
        ("place:", "tasks: [{start: 2024-02-31}]\nplace:", "5: tasks[0].start: “2024-02-31” is no day of the calendar"),
        ("place:", "tasks: [{budget: {amount: -5, currency: VND}}]\nplace:", "5: tasks[0].budget.amount: “-5” is not a number that fits here"),
        ("place:", "tasks: [{budget: {amount: NaN, currency: VND}}]\nplace:", "5: tasks[0].budget.amount: “NaN” is not a number that fits here"),
        ("place:", "tasks: [{budget: {amount: 1.000.000, currency: VND}}]\nplace:", "5: tasks[0].budget.amount: “1.000.000” is not a number that fits here"),
        ("place:", "tasks: [{budget: {amount: 5, currency: EUR}}]\nplace:", "5: tasks[0].budget.currency: “EUR” is not one of VND, CNY, USD"),
        ("place:", "tasks: [{lead: {vn: a, jp: b}}]\nplace:", "5: tasks[0].lead.jp: unknown key “jp”; known here: vn, cn"),
    ],
)  # fmt: skip
def test_one_mistake_gives_one_message_with_file_line_and_key(old: str, new: str, said: str) -> None:
    with pytest.raises(BienbanError) as caught:
        read(changed(old, new))
    assert [str(problem) for problem in caught.value.problems] == [f"a.yaml:{said}"]


def test_a_record_has_at_most_thirty_sections() -> None:
    sections = [{"id": f"s{number}", "heading": {}, "items": []} for number in range(31)]
    text = json.dumps(with_value(plain(EXAMPLE), ("sections",), sections))
    assert refusal(text, "a.json") == "a.json:1: sections: more than 30 sections"
    assert (
        len(read(json.dumps(with_value(plain(EXAMPLE), ("sections",), sections[:30])), "a.json").sections)
        == 30
    )


def test_several_mistakes_are_told_together_in_the_order_of_the_file() -> None:
    text = changed("agreed", "agree", changed("2023-12-26", "31/02", changed("channel: state", "channel: x")))
    assert refusal(text).split("\n") == [
        "a.yaml:2: channel: “x” is not one of state, party",
        "a.yaml:4: date: “31/02” has no year; write it as YYYY-MM-DD",
        "a.yaml:20: sections[0].items[0].stance: “agree” is not one of agreed, proposed, stated, noted, reserved",
    ]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("a\u202eb", "invisible character U+202E at character 2; delete it, it can hide what a text says"),
        ("a\u2066b", "invisible character U+2066 at character 2; delete it, it can hide what a text says"),
        ("a\u200bb", "invisible character U+200B at character 2; delete it, it can hide what a text says"),
        ("a\ufeffb", "invisible character U+FEFF at character 2; delete it, it can hide what a text says"),
        (
            "a\U000e0041b",
            "invisible character U+E0041 at character 2; delete it, it can hide what a text says",
        ),
        ("a\x00b", "control character U+0000 at character 2; delete it"),
        ("a\x1bb", "control character U+001B at character 2; delete it"),
        ("a\x85b", "control character U+0085 at character 2; delete it"),
        ("a\u2028b", "control character U+2028 at character 2; delete it"),
        ("a\uffffb", "U+FFFF at character 2 is no character; delete it"),
        ("\uffffa", "U+FFFF at character 1 is no character; delete it"),
    ],
)
def test_an_unfit_character_is_refused_raw_and_escaped_in_yaml_and_json(written: str, said: str) -> None:
    escaped = "".join(f"\\U{ord(one):08X}" for one in written)
    for text in (written, f'"{written}"', f"'{written}'", f'"{escaped}"'):
        assert refusal(changed("Hai bên nhất trí.", text)) == f"a.yaml:21: sections[0].items[0].vi: {said}"
    for ascii_only in (True, False):
        data = json.dumps(
            with_value(plain(EXAMPLE), ("sections", 0, "items", 0, "vi"), written), ensure_ascii=ascii_only
        )
        assert refusal(data, "a.json") == f"a.json:1: sections[0].items[0].vi: {said}"


def test_half_a_character_is_refused_in_yaml_and_json() -> None:
    said = "half a character (U+D800, a lone surrogate) at character 2; type the whole character"
    yaml_text = changed("Hai bên nhất trí.", '"a\\ud800b"')
    assert refusal(yaml_text) == f"a.yaml:21: sections[0].items[0].vi: {said}"
    data = with_value(plain(EXAMPLE), ("place",), "a\ud800b")
    assert refusal(json.dumps(data), "a.json") == f"a.json:1: place: {said}"


def test_two_halves_of_a_character_are_the_character() -> None:
    yaml_text = changed("Hai bên nhất trí.", '"a\\ud840\\udc00"')
    assert read(yaml_text).sections[0].items[0].vi == "a𠀀"
    data = with_value(plain(EXAMPLE), ("sections", 0, "items", 0, "vi"), "tốt 😀")
    assert "\\ud83d\\ude00" in json.dumps(data)
    assert read(json.dumps(data), "a.json").sections[0].items[0].vi == "tốt 😀"


@pytest.mark.parametrize("text", ["", "# nothing\n", "- a\n", "only text", "null", "[]"])
def test_a_file_without_a_record_says_so(text: str) -> None:
    assert refusal(text) == "a.yaml: holds no record; see docs/record.schema.json"


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2023-1-5", "2023-01-05"),
        ("5/1/2023", "2023-01-05"),
        ("05.01.2023", "2023-01-05"),
        ("29/2/2024", "2024-02-29"),
        ("'2023-12-26 '", "2023-12-26"),
    ],
)
def test_a_day_is_read_year_first_or_day_first(written: str, iso: str) -> None:
    day = read(changed("2023-12-26", written)).date
    assert day is not None
    assert day.isoformat() == iso


def test_a_time_is_hours_and_minutes_and_no_number_in_base_sixty() -> None:
    record = read(changed("place:", "start: 8:30\nend: 08:05\nplace:"))
    assert record.start is not None
    assert record.end is not None
    assert (record.start.isoformat(), record.end.isoformat()) == ("08:30:00", "08:05:00")


@pytest.mark.parametrize(
    ("due", "parts"),
    [
        ("2024", (2024, None, None, None)),
        ("2024-Q2", (2024, 2, None, None)),
        ("2024-06", (2024, None, 6, None)),
        ("2024-06-15", (2024, None, 6, 15)),
    ],
)
def test_a_due_date_keeps_its_known_parts_only(due: str, parts: tuple[int | None, ...]) -> None:
    task = read(changed("place:", f"tasks: [{{due: {due}}}]\nplace:")).tasks[0].due
    assert task is not None
    assert (task.year, task.quarter, task.month, task.day) == parts


def test_a_decomposed_file_gives_the_record_of_a_composed_one() -> None:
    assert read(unicodedata.normalize("NFD", SMALL)) == read(SMALL)


def test_a_person_may_lack_a_name_knowingly() -> None:
    record = read(changed("name: Vương Vĩ", "name: null"))
    assert record.parties[1].head is not None
    assert record.parties[1].head.name is None


def test_a_folded_name_is_a_name() -> None:
    record = read(
        changed("body: Sở Ngoại vụ tỉnh Hà Giang", "body: >\n      Sở Ngoại vụ\n      tỉnh Hà Giang")
    )
    assert record.parties[0].body is not None
    assert record.parties[0].body.name == "Sở Ngoại vụ tỉnh Hà Giang"


@pytest.mark.parametrize("name", ["example.json", "example.JSON"])
def test_json_and_yaml_of_one_record_are_the_same_record(name: str) -> None:
    wanted = read_record(EXAMPLE.read_bytes(), "example.yaml")[0]
    data = plain(EXAMPLE)
    assert read(json.dumps(data), name) == wanted
    assert read(json.dumps(data, ensure_ascii=False, indent="\t"), name) == wanted
    assert read(yaml.safe_dump(data, allow_unicode=True, sort_keys=True)) == wanted


def test_a_file_name_with_braces_and_spaces_stands_in_the_message() -> None:
    assert (
        refusal(changed("channel: state\n", ""), "{x} y.yaml") == "{x} y.yaml:1: channel: this key is missing"
    )


PIECES = st.sampled_from(
    [
        "\n",
        " ",
        "  ",
        "- ",
        ": ",
        "{",
        "}",
        "[",
        "]",
        "'",
        '"',
        "null",
        "true",
        "#",
        "&a",
        "*a",
        "!",
        "|",
        ">",
        "\t",
        "\x00",
        "\u202e",
        "é",
        "箐",
        "0",
        "-",
        "vn",
        "99999",
    ]
)
EXAMPLE_DATA = plain(EXAMPLE)
SMALL_DATA = with_value(
    EXAMPLE_DATA,
    ("sections",),
    [{"id": "a", "heading": {}, "items": [{"stance": "proposed", "by": "vn", "vi": "A"}]}],
)


@settings(max_examples=60)
@given(st.data())
def test_a_mutated_example_is_read_or_refused_in_words(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([SMALL, json.dumps(EXAMPLE_DATA, ensure_ascii=False, indent=1)]))
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 30)))
        text = text[:start] + data.draw(PIECES) + text[end:]
    for name in ("a.yaml", "a.json"):
        assert all(said.startswith(name) for said in problems_of(partial(read, text, name)))


PLAIN: st.SearchStrategy[object] = (
    st.none()
    | st.booleans()
    | st.text(max_size=5)
    | st.just([])
    | st.just({})
    | st.just([[]])
    | st.just({"vi": None})
)
PATHS = [("date",), ("place",), ("parties",), ("parties", 0, "head"), ("parties", 0, "head", "name"), ("parties", 0, "members"), ("sections", 0), ("sections", 0, "items", 0, "by"), ("originals",), ("originals", "count"), ("start",), ("name_order",), ("sources",)]  # fmt: skip


@given(st.sampled_from(PATHS), PLAIN)
def test_any_value_in_any_field_is_read_or_refused_at_that_field(
    path: tuple[str | int, ...], value: object
) -> None:
    text = json.dumps(with_value(SMALL_DATA, path, value))
    assert all(str(path[0]) in said for said in problems_of(lambda: read(text, "a.json")))


@pytest.mark.parametrize("key", ["document_type", "channel", "name_order", "parties"])
def test_each_needed_key_is_missed_by_name(key: str) -> None:
    text = yaml.safe_dump(without(plain(EXAMPLE), (key,)), allow_unicode=True, sort_keys=False)
    assert refusal(text) == f"a.yaml:1: {key}: this key is missing"
