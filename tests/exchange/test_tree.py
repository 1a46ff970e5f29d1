"""YAML and JSON as plain data with lines: strict, limited, and never guessing."""

import json
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samples import problems_of
from service.exchange.tree import (
    MAX_BYTES,
    MAX_VALUES,
    Plain,
    UnreadableFile,
    read_path,
    read_tree,
    write_path,
)

BOM = b"\xef\xbb\xbf"
REFERENCES = "anchors (&, *) and tags (!) are not used here; write the value out"
NUMBER = "cannot be read: a character or version of a number that does not exist"
PRIVATE = "private characters (U+F0000 to U+FFFFF) are not read"


def value(text: str, name: str = "a.yaml") -> Plain:
    return read_tree(text.encode(), name).value


def refusal(data: str | bytes, name: str = "a.yaml") -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_tree(data if isinstance(data, bytes) else data.encode(), name)
    assert len(caught.value.problems) == 1
    return str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "on",
        "yes",
        "Off",
        "8:30",
        "1_000",
        "0o7",
        "0x1F",
        "1e3",
        "2023-12-26",
        "NaN",
        ".inf",
        "=",
        "017",
    ],
)
def test_what_yaml_would_guess_at_stays_text(text: str) -> None:
    assert value(f"key: {text}") == {"key": text}


def test_only_null_and_true_and_false_are_no_text() -> None:
    assert value("[null, ~, true, false, True, False, 'null', \"true\", '']") == [
        *(None, None, True, False, True, False),
        *("null", "true", ""),
    ]
    assert value("key:") == {"key": None}


def test_json_gives_the_same_plain_data_as_yaml() -> None:
    text = '{"a": [1, 2.50, "8:30", null, true], "b": {"c": "Đỗ\\n箐"}}'
    wanted = {"a": ["1", "2.50", "8:30", None, True], "b": {"c": "Đỗ\n箐"}}
    assert value(text, "a.json") == wanted
    assert value(text, "A.JSON") == wanted
    assert value(text) == wanted


def test_json_may_be_indented_with_tabs() -> None:
    assert value('{\n\t"a":\t[\n\t\t"x"\n\t]\n}', "a.json") == {"a": ["x"]}


def test_json_may_stand_close_together() -> None:
    assert value('{"a":"b","c":["d",{"e":1}]}', "a.json") == {"a": "b", "c": ["d", {"e": "1"}]}


def test_a_byte_order_mark_at_the_beginning_is_no_text() -> None:
    assert read_tree(BOM + b"a: b", "a.yaml").value == {"a": "b"}
    assert read_tree(BOM + b'{"a": "b"}', "a.json").value == {"a": "b"}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_are_read_and_counted(end: str) -> None:
    tree = read_tree(end.join(["a: b", "c:", "  - d", "  - e"]).encode(), "a.yaml")
    assert tree.value == {"a": "b", "c": ["d", "e"]}
    assert tree.place(("c", 1)) == "a.yaml:4: c[1]"


def test_a_place_is_file_line_and_key() -> None:
    tree = read_tree(b"a:\n  - b: {c: d}\n    e: >-\n      f\n", "biên bản.yaml")
    assert tree.place(("a", 0, "b", "c")) == "biên bản.yaml:2: a[0].b.c"
    assert tree.place(("a", 0, "e")) == "biên bản.yaml:3: a[0].e"
    assert tree.place(("a", 0, "missing", "deeper")) == "biên bản.yaml:2: a[0].missing.deeper"
    assert tree.place(()) == "biên bản.yaml:1"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ((), ""),
        (("a",), "a"),
        (("a", 0, "b"), "a[0].b"),
        (("a", 1, 2), "a[1][2]"),
        (("sections", 2, "items", 10), "sections[2].items[10]"),
    ],
)
def test_paths_are_written_and_read_back(path: tuple[str | int, ...], text: str) -> None:
    assert write_path(path) == text
    assert read_path(text) == path


def test_an_empty_file_holds_nothing() -> None:
    assert value("") is None
    assert value("# only a comment\n") is None


def test_an_empty_json_file_is_refused() -> None:
    assert refusal("", "a.json") == "a.json:1: cannot be read: Expecting value"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: b\na: c\n", "a.yaml:2: a: this key stands here twice"),
        ("a:\n  - b: c\n    'b': c\n", "a.yaml:3: a[0].b: this key stands here twice"),
        ("a: b\n[c]: d\n", "a.yaml:2: a key is a text, no list or group"),
        ("x:\n  ? {c: d}\n  : d\n", "a.yaml:2: x: a key is a text, no list or group"),
        ("a: 'b\n", "a.yaml:2: cannot be read: found unexpected end of stream"),
        ("a:\n\t- b\n", "a.yaml:2: cannot be read: found character '\\t' that cannot start any token"),
        ("a: b\n---\nc: d\n", "a.yaml:2: cannot be read: but found another document"),
        ("x: 1\na: &b c\n", f"a.yaml:2: {REFERENCES}"),
        ("x: 1\na: *b\n", f"a.yaml:2: {REFERENCES}"),
        ("a: !!str b\n", f"a.yaml:1: {REFERENCES}"),
        ("a: !!python/object:os.system b\n", f"a.yaml:1: {REFERENCES}"),
        ("a: !!python/object/apply:os.system ['true']\n", f"a.yaml:1: {REFERENCES}"),
        ("- !!binary aGk=\n", f"a.yaml:1: {REFERENCES}"),
        ("a: [x, x]\nb: &b [x, x]\nc: [*b, *b]\n", f"a.yaml:2: {REFERENCES}"),
        ('a: b\nc: "\\U00110000"\n', f"a.yaml:2: {NUMBER}"),
        ('a: b\nc: "\\UFFFFFFFF"\n', f"a.yaml:2: {NUMBER}"),
        ("%YAML 1." + "9" * 5000 + "\n---\na: b\n", f"a.yaml:1: {NUMBER}"),
        ("a: b\nc: \U000f202e\n", f"a.yaml:2: {PRIVATE}"),
        ('a: b\nc: "\\U000F202E"\n', f"a.yaml:2: {PRIVATE}"),
    ],
)
def test_yaml_that_a_record_has_no_use_for_is_refused_with_its_line(text: str, said: str) -> None:
    assert refusal(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"a": 1,\n "a": 2}', "a.json:2: a: this key stands here twice"),
        ('{"a":\n }', "a.json:2: cannot be read: Expecting value"),
        ('# hi\n{"a": 1}', "a.json:1: cannot be read: Expecting value"),
        ("a: b", "a.json:1: cannot be read: Expecting value"),
        ('{"a": 1}\n{"a": 1}', "a.json:2: cannot be read: Extra data"),
        ('{"a":\n NaN}', "a.json:2: a: NaN is no JSON value"),
        ('{"a": [-Infinity]}', "a.json:1: a[0]: -Infinity is no JSON value"),
        ('{"a": "b\tc"}', "a.json:1: cannot be read: Invalid control character at"),
        ("{'a': 1}", "a.json:1: cannot be read: Expecting property name enclosed in double quotes"),
    ],
)
def test_json_that_is_not_json_is_refused_with_its_line(text: str, said: str) -> None:
    assert refusal(text, "a.json") == said


def test_a_merge_key_is_a_key_like_any_other() -> None:
    assert value("<<: {a: b}") == {"<<": {"a": "b"}}


@pytest.mark.parametrize(
    ("data", "line"),
    [
        ("a: b\n".encode("utf-16"), 1),
        (b"a: b\nc: \xff\n", 2),
        (b"a: b\n\nc: caf\xe9\n", 3),
        (b"a: \xed\xa0\x80\n", 1),
        (b"a: \xc0\xaf\n", 1),
    ],
)
def test_what_is_not_utf_8_is_named_by_its_line(data: bytes, line: int) -> None:
    assert refusal(data) == f"a.yaml:{line}: not UTF-8; save the file as UTF-8"
    assert refusal(data, "a.json") == f"a.json:{line}: not UTF-8; save the file as UTF-8"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[" * 33 + "]" * 33, "a.yaml"),
        ("[" * 100_000, "a.yaml"),
        ("{a: " * 5000, "a.yaml"),
        ("- " * 5000, "a.yaml"),
        ("[" * 33 + "]" * 33, "a.json"),
        ("[" * 100_000, "a.json"),
        ('{"a":' * 100_000, "a.json"),
    ],
)
def test_a_file_nested_too_deep_is_refused_at_once(text: str, name: str) -> None:
    assert refusal(text, name) == f"{name}: nested deeper than 32 levels"


def test_thirty_two_levels_are_not_too_deep() -> None:
    assert value("[" * 32 + "]" * 32)


def test_a_file_too_large_is_refused_before_it_is_read() -> None:
    assert refusal(b"\xff" * (MAX_BYTES + 1)) == "a.yaml: larger than 2097152 bytes"


def test_a_file_of_too_many_values_is_refused() -> None:
    assert refusal("[" + "a," * (MAX_VALUES + 1) + "]") == "a.yaml: holds more than 100000 values"


def test_a_number_of_any_length_stays_text() -> None:
    assert value('{"a": ' + "9" * 5000 + "}", "a.json") == {"a": "9" * 5000}


@pytest.mark.parametrize(
    "character",
    ["\x00", "\x07", "\x7f", "\x85", "\u2028", "\u202e", "\ufeff", "\ufffe", "\ufdd0", "\U0001ffff"],
)
def test_a_character_that_yaml_refuses_reaches_the_value_where_its_key_is_known(character: str) -> None:
    assert value(f"a: x{character}y") == {"a": f"x{character}y"}
    assert value(f"x{character}y: a") == {f"x{character}y": "a"}
    assert value(json.dumps({"a": f"x{character}y"}, ensure_ascii=False), "a.json") == {"a": f"x{character}y"}


@given(st.binary(max_size=200), st.sampled_from(["a.yaml", "a.json"]))
def test_any_bytes_are_read_or_refused_in_words(data: bytes, name: str) -> None:
    assert all(said.startswith(name) for said in problems_of(lambda: read_tree(data, name)))


@given(st.text(st.sampled_from("ab:-,[]{}&*!|>'\"%@`?#\\\n\t \ufeff\x85\u2028é箐<0"), max_size=40))
def test_any_mixture_of_yaml_signs_is_read_or_refused_in_words(text: str) -> None:
    for name in ("a.yaml", "a.json"):
        assert all(said.startswith(name) for said in problems_of(partial(read_tree, text.encode(), name)))


@given(
    st.recursive(
        st.none() | st.booleans() | st.text(st.characters(exclude_categories=["Cs"], max_codepoint=0xEFFFF)),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.text("abộ箐 \u202e", max_size=5), inner, max_size=3)
        ),
        max_leaves=8,
    )
)
def test_json_comes_back_as_it_was_written(data: Plain) -> None:
    assert value(json.dumps(data, ensure_ascii=False), "a.json") == data
