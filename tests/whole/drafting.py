"""Drafting a record of examples/, or one changed from it, for tests of whole papers."""

import tempfile
from functools import cache
from pathlib import Path

from openxml_audit import FileFormat, OpenXmlValidator

from service.actions.draft import DraftChoice, DraftSet
from service.actions.draft_files import draft_files
from service.core.languages import Language, Side
from service.documents.layout import Layout
from service.language.order import NameOrder
from service.settings import Settings


def draft_all(record: Path, order: NameOrder, layouts: tuple[Layout, ...] | None = tuple(Layout)) -> DraftSet:
    """Draft both originals of a record's file."""
    (one,) = draft_files([record], DraftChoice(layouts=layouts, order=order), Settings(), "test")
    return one.drafts


@cache
def draft_text(text: str, order: NameOrder, layouts: tuple[Layout, ...] | None = tuple(Layout)) -> DraftSet:
    """Draft both originals of a record's text."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "record.yaml"
        file.write_text(text, encoding="utf-8")
        return draft_all(file, order, layouts)


def file_of(drafts: DraftSet, original: Side, layout: Layout) -> bytes:
    """Give one of the drafted files."""
    (data,) = (one.data for one in drafts.drafts if (one.original, one.layout) == (original, layout))
    return data


def first_side(order: NameOrder, original: Side, language: Language) -> Side:
    """The side that a text names first: the keeper, or under the simplified order its own."""
    return original if order is NameOrder.ALTERNAT else language.side


def complaints_of_word(docx: bytes) -> list[str]:
    """What a validator of Word's rules says, for Office 2010 and for 365."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "draft.docx"
        file.write_bytes(docx)
        return [
            str(error)
            for word in (FileFormat.OFFICE_2010, FileFormat.MICROSOFT_365)
            for error in OpenXmlValidator(file_format=word, max_errors=0).validate(file).errors
        ]


def folded(text: str) -> str:
    """Fold what a page may do to a text: break lines, set headings in capitals."""
    return "".join(text.split()).casefold()
