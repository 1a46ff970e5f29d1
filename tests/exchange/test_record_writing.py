"""Records written as YAML: what is read back is what was written."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from samples import EXAMPLES, SMALL, read, read_file
from service.core.text import UnfitText, clean_text
from service.exchange.record_file import read_record
from service.exchange.record_writing import write_record
from service.minutes.record import Record


@pytest.mark.parametrize("name", sorted(file.name for file in EXAMPLES.glob("*.yaml")))
def test_every_example_reads_back(name: str) -> None:
    record = read_file(EXAMPLES / name)[0]
    assert read_record(write_record(record).encode(), "a.yaml")[0] == record


def test_a_record_is_written_as_a_person_would() -> None:
    text = write_record(read(SMALL), ["from notes"], {"date": ["line 3"], "parties[1]": ["second"]})
    assert text.startswith(
        "# from notes\ndocument_type: talks_record\nchannel: state\nname_order: simplified\n"
    )
    assert "# line 3\ndate: 2023-12-26\n" in text
    assert (
        '  - side: vn\n    body: "Sở Ngoại vụ tỉnh Hà Giang"\n    head:\n      name: "Đỗ Quốc Hương"\n'
        in text
    )
    assert "  # second\n  - side: cn\n" in text


def test_a_comment_stays_on_its_line() -> None:
    text = write_record(read(SMALL), ["a\nchannel: party"])
    assert text.startswith("# a[U+000A]channel: party\n")
    assert read_record(text.encode(), "a.yaml")[0] == read(SMALL)


def fit(text: str) -> bool:
    try:
        return bool(clean_text(text)) and not any(0xF0000 <= ord(character) <= 0xFFFFF for character in text)
    except UnfitText:
        return False


TEXTS = st.text(
    st.one_of(st.characters(codec="utf-8"), st.sampled_from("\\\"'#:-{}[]&*!|>%@`,?\n\t nultrexU0F")),
    max_size=60,
).filter(fit)


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS)
def test_whatever_an_item_says_reads_back(vi: str, zh: str) -> None:
    data = yaml.safe_load(SMALL)
    data["date"] = "2023-12-26"
    data["sections"][0]["items"][0] |= {"vi": vi, "zh": zh}
    record = Record.model_validate(data)
    assert read_record(write_record(record).encode(), "a.yaml")[0] == record
