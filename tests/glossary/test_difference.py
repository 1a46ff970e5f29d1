"""Concepts as plain data; what differs between two; three brought together."""

from dataclasses import replace

import pytest

from glossary_data import concept
from samples import ROOT
from service.exchange.termbase_files import load_termbase
from service.glossary.concepts import Concept, Terms
from service.glossary.difference import Change, differences, merge
from service.glossary.plain import dump_concept, load_concept

SHIPPED = load_termbase({file.name: file.read_bytes() for file in (ROOT / "glossary").glob("*.yaml")})
BASE = concept("biên bản", "纪要", concept_id="document.a")


def test_every_shipped_concept_comes_back_as_it_was_written() -> None:
    for one in SHIPPED.concepts:
        assert load_concept(dump_concept(one)) == one


def test_equal_concepts_are_equal_texts() -> None:
    other = replace(BASE, vi=Terms("biên bản", admitted=()), note="")
    assert dump_concept(BASE) == dump_concept(other)


def test_a_concept_does_not_differ_from_itself() -> None:
    for one in SHIPPED.concepts[:50]:
        assert differences(one, one) == []


def test_what_differs_is_said_field_by_field() -> None:
    later = replace(BASE, zh=Terms("会谈纪要", admitted=("纪要",)), note="mới")
    assert differences(BASE, later) == [
        Change("zh.preferred", "纪要", "会谈纪要"),
        Change("zh.admitted", None, ["纪要"]),
        Change("note", None, "mới"),
    ]


HERE = replace(BASE, note="ở đây")
THERE = replace(BASE, zh=Terms("会谈纪要"))


@pytest.mark.parametrize(
    ("here", "there", "merged", "conflicts"),
    [
        (BASE, BASE, BASE, ()),
        (HERE, BASE, HERE, ()),
        (BASE, THERE, THERE, ()),
        (HERE, HERE, HERE, ()),
        (HERE, THERE, replace(THERE, note="ở đây"), ()),
        (HERE, replace(BASE, note="ở kia"), HERE, ("note",)),
        (replace(BASE, zh=Terms("记录")), THERE, replace(BASE, zh=Terms("记录")), ("zh.preferred",)),
    ],
)
def test_three_are_brought_together(
    here: Concept, there: Concept, merged: Concept, conflicts: tuple[str, ...]
) -> None:
    found = merge(BASE, here, there)
    assert (found.concept, found.conflicts) == (merged, conflicts)


def test_what_was_emptied_there_is_empty_afterwards() -> None:
    base = replace(BASE, note="cũ", domain="văn thư")
    assert merge(base, replace(base, domain="lễ tân"), replace(base, note="")).concept == replace(
        base, domain="lễ tân", note=""
    )
