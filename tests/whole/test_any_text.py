"""Any text that a record may hold comes out exactly, in every field and both languages."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import count, cycle
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from documents.building import read
from service.actions.facts import DraftMark, build_facts
from service.actions.meeting import resolve_meeting
from service.actions.workshop import open_workshop
from service.core.languages import Language, Side
from service.core.text import UnfitText, clean_text
from service.documents.drafting import TwinFiles, compile_document
from service.documents.layout import Layout
from service.documents.properties import DraftProperties
from service.documents.values import Segment, capital, keep_end
from service.exchange.record_file import read_record
from service.glossary.names import Names
from service.language.order import NameOrder
from service.settings import Settings

EXAMPLES = Path(__file__).parents[2] / "examples"
RECORDS = ("talks-record-2023-12-26", "joint-minutes-2023-03-27", "action-plan-2023-2025")
PLACE = re.compile(r"«(\d+)»")
Facts = Mapping[Language, Mapping[str, object]]

ANY_TEXT = st.text(
    st.one_of(
        st.sampled_from("aAđĐơưầ中国“”—…·，。{}<>&%#\"'\n\t \u00a0\u3000𠮷👍e\u0301"),
        st.characters(exclude_categories=["Cs"]),
    ),
    min_size=1,
    max_size=40,
)


@cache
def prepared(name: str) -> tuple[TwinFiles, Facts, DraftProperties]:
    """Give templates and facts of an example."""
    record, _ = read_record((EXAMPLES / f"{name}.yaml").read_bytes(), name)
    assert record.date is not None
    workshop = open_workshop(Settings(), record.document_type, record.form, "test")
    meeting = resolve_meeting(record, Names(workshop.termbase, record.date), str)
    facts = build_facts(meeting, NameOrder.ALTERNAT, Side.VN, DraftMark("bb-0123456", 1, 1))
    return workshop.templates, facts, DraftProperties("x", "vi-VN", record.date, {})


def changed(fact: object, change: Callable[[], str]) -> object:
    """Put another text in the place of each text."""
    if isinstance(fact, Mapping):
        return {name: changed(own, change) for name, own in fact.items()}
    if isinstance(fact, list):
        return [changed(own, change) for own in fact]
    if isinstance(fact, Segment):
        return replace(fact, text=change()) if isinstance(fact.text, str) else fact
    return change() if isinstance(fact, str) and fact else fact


def printed(name: str, layout: Layout, texts: Iterator[str]) -> list[str]:
    templates, facts, properties = prepared(name)
    given_facts = changed(facts, lambda: next(texts))
    assert isinstance(given_facts, dict)
    document = compile_document(templates, layout, Side.VN, same_order=True)
    return read(document.fill(given_facts, properties)).texts()


@cache
def pattern(name: str, layout: Layout) -> list[str]:
    """Give the paragraphs with a number where each text stands."""
    return printed(name, layout, (f"«{number}»" for number in count()))


def as_printed(text: str) -> str:
    """Write what may stand for a text: itself, or as a filter of the templates changes it."""
    forms = {text, str(capital(text)), str(keep_end(text)), str(keep_end(capital(text)))}
    return "(?:" + "|".join(map(re.escape, sorted(forms))) + ")"


def accepted(text: str) -> str:
    try:
        clean = clean_text(text)
    except UnfitText:
        clean = ""
    assume(clean)
    return clean


@pytest.mark.parametrize("layout", [Layout.COLUMNS, Layout.CONSECUTIVE])
@pytest.mark.parametrize("name", RECORDS)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow]
)
@given(texts=st.lists(ANY_TEXT, min_size=3, max_size=3))
def test_any_accepted_text_in_any_field_comes_out_exactly(
    name: str, layout: Layout, texts: list[str]
) -> None:
    clean = [accepted(text) for text in texts]
    found = printed(name, layout, cycle(clean))
    expected = pattern(name, layout)
    assert len(found) == len(expected)
    assert sum(len(PLACE.findall(one)) for one in expected) > 50
    for one, form in zip(found, expected, strict=True):
        pieces = PLACE.split(form)
        places = [as_printed(clean[int(piece) % len(clean)]) for piece in pieces[1::2]]
        whole = "".join(a + b for a, b in zip(map(re.escape, pieces[::2]), [*places, ""], strict=True))
        assert re.fullmatch(whole, one), (one, form)
