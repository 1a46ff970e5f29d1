"""The text of one field: what is read, in which form it is kept, and what is refused."""

from datetime import date

import pytest

from service.exchange.concept_fields import BY_KEY, ConceptIncomplete, concept_of
from service.exchange.field_values import UnfitValue, read_source, read_value, write_source
from service.exchange.incoming import Value
from service.glossary.concepts import Source

SESSION = '{"zh": {"preferred": "第{n}次"}, "vi": {"preferred": "lần {n}", "cn": "lần {n} B"}}'


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("vi.preferred", " tỉnh A ", "tỉnh A"),
        ("vi.admitted", "B\r\n\n C ", ("B", "C")),
        ("note", "one\ntwo", "one\ntwo"),
        ("valid.first", "1/7/2025", "2025-07-01"),
        ("confirm", "TRUE", "yes"),
        ("confirm", "x", "yes"),
        ("whole", "0", "no"),
        ("category", "Institution_Type", "institution_type"),
        ("levels", "province\ncity", ("province", "city")),
        ("components", "place.a\ntitle.b", ("place.a", "title.b")),
        ("sources", "https://a.vn/x|30/6/2025| trang 3 ", ("https://a.vn/x | 2025-06-30 | trang 3",)),
        ("sources", "Báo A", ("Báo A",)),
        ("sources", "Báo A | 2025-06-30", ("Báo A | 2025-06-30",)),
        ("sources", r"a \| b | c \\ d", (r"a \| b | c \\ d",)),
        ("titles", "title.a=厅长", ("title.a = 厅长",)),
        (
            "sessions",
            SESSION,
            ('{"vi": {"preferred": "lần {n}", "cn": "lần {n} B"}, "zh": {"preferred": "第{n}次"}}',),
        ),
    ],
)
def test_a_value_is_kept_in_one_form(key: str, text: str, value: Value) -> None:
    kept = read_value(BY_KEY[key], text)
    assert kept == value
    assert read_value(BY_KEY[key], kept if isinstance(kept, str) else "\n".join(kept)) == kept


@pytest.mark.parametrize(
    ("key", "text", "told"),
    [
        ("confirm", "maybe", "“maybe” is not one of yes, no"),
        ("side", "jp", "“jp” is not one of vn, cn"),
        ("successor", "Hà Giang", "“Hà Giang” is no id of a concept, such as place.ha-giang"),
        ("sources", "| 2025-06-30", "“| 2025-06-30” is no source: address | day | note"),
        ("sources", "a | b | c | d", "“a | b | c | d” is no source: address | day | note"),
        ("sources", "a | soon | c", "“soon” is no day; write it as YYYY-MM-DD"),
        ("titles", "title.a", "“title.a” is no title: id = Chinese title"),
        ("titles", "Giám đốc = 厅长", "“Giám đốc” is no id of a concept, such as place.ha-giang"),
        ("sessions", "{}", "“{}” is no pair of session forms"),
        ("sessions", "[" * 9000, f"“{'[' * 60}” is no pair of session forms"),
        ("domain", "x" * 10_001, "longer than 10000 characters"),
    ],
)
def test_what_does_not_fit_says_why(key: str, text: str, told: str) -> None:
    with pytest.raises(UnfitValue) as caught:
        read_value(BY_KEY[key], text)
    assert str(caught.value) == told


def test_a_note_that_looks_like_a_day_stays_a_note() -> None:
    source = Source("a", note="2025-06-30")
    assert write_source(source) == "a |  | 2025-06-30"
    assert read_source(write_source(source)) == source
    assert read_source("a | 2025-06-30") == Source("a", day=date(2025, 6, 30))


def test_fields_that_make_no_concept_are_all_named() -> None:
    with pytest.raises(ConceptIncomplete) as caught:
        concept_of("place.a", {"note": "x"})
    assert str(caught.value).split("\n") == [
        "names no category",
        "names no Vietnamese term",
        "names no term in Simplified Chinese",
    ]
