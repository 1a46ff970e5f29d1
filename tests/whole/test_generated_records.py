"""Any accepted record becomes a sound file in every layout, and every text of it stands exactly in it."""

import json
from collections.abc import Iterator
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings

from reading import NBSP, bookmarks, paragraphs
from samples import problems_of
from service.actions.draft import DraftChoice, produce_drafts
from service.actions.workshop import open_workshop
from service.core.languages import Language
from service.documents.layout import Layout
from service.documents.lint import lint_docx
from service.exchange.record_file import read_record
from service.minutes.record import DocumentType, Record
from service.settings import Settings
from whole.generated_records import records

FINDINGS = {"template-tag"}  # braces that somebody wrote


def accepted(data: dict[str, Any]) -> Record:
    return read_record(json.dumps(data, ensure_ascii=False).encode(), "generated.json")[0]


def layouts_of(record: Record) -> tuple[Layout, ...] | None:
    return tuple(Layout) if record.form == "joint" else None


def segments(record: Record) -> Iterator[tuple[str, Any]]:
    """Every text of a record that comes home from Word, with the name of its bookmark."""
    for section in record.sections:
        yield f"{section.id}_heading", section.heading
        for i, item in enumerate(section.items, start=1):
            yield f"{section.id}_{i}", item
            for letter, point in zip("abcdefgh", item.points, strict=False):
                yield f"{section.id}_{i}_{letter}", point
    for b, ground in enumerate(record.basis, start=1):
        yield f"basis_p{b}", ground
    if record.document_type is DocumentType.ACTION_PLAN:
        for t, task in enumerate(record.tasks, start=1):
            yield f"task_t{t}", task
            for kind, text in (("area", task.area), ("indicator", task.indicator)):
                if text is not None:
                    yield f"task_t{t}_{kind}", text


# Each example is drafted ten times: making a failure smaller would take minutes.
@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(data=records())
def test_any_accepted_record_is_drafted_soundly_and_to_the_letter(data: dict[str, Any]) -> None:
    record = accepted(data)
    workshop = open_workshop(Settings(), record.document_type, record.form, "test")
    made = produce_drafts(record, DraftChoice(layouts=layouts_of(record)), workshop, str)
    assert len(made.drafts) == (10 if record.form == "joint" else 2)
    for draft in made.drafts:
        assert {defect.rule for defect in lint_docx(draft.data)} <= FINDINGS
        found = bookmarks(draft.data)
        alone = draft.layout in (Layout.VI, Layout.ZH)
        for language in [Language(draft.layout)] if alone else Language:
            for name, text in segments(record):
                written = text.pair.text(language)
                if written is not None:
                    assert found[f"bb_{name}_{language}"].replace(NBSP, " ") == written
        said = "\n".join(paragraphs(draft.data))
        if record.form == "joint" and record.signed and alone:
            for party in record.parties:
                signs = party.signatory or party.head
                if signs and signs.name:
                    assert (signs.name.pair.text(Language(draft.layout)) or "") in said


def test_an_internal_paper_has_no_bilingual_layout_and_says_so() -> None:
    data = {
        "document_type": "talks_record",
        "channel": "state",
        "form": "internal",
        "name_order": "alternat",
        "date": "2023-12-26",
        "parties": [{"side": side, "body": None, "head": None} for side in ("vn", "cn")],
    }
    workshop = open_workshop(Settings(), DocumentType.TALKS_RECORD, "internal", "test")
    choice = DraftChoice(layouts=[Layout.COLUMNS])
    assert problems_of(lambda: produce_drafts(accepted(data), choice, workshop, str)) == [
        "an internal paper is one side's own, in one language; --layout columns is for jointly signed ones"
    ]
