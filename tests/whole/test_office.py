"""The drafted files in other people's programs: a validator of Word's rules, and LibreOffice."""

from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from office import convert_to_pdf, pdf_text
from service.core.languages import Language, Side
from service.documents.layout import Layout
from service.exchange.record_file import read_record
from service.language.order import NameOrder
from whole.test_talks_record import drafted

EXAMPLE = Path(__file__).parents[2] / "examples" / "talks-record-2023-12-26.yaml"
EVERY_DRAFT = [(order, original, layout) for order in NameOrder for original in Side for layout in Layout]


@pytest.mark.parametrize(("order", "original", "layout"), EVERY_DRAFT)
@pytest.mark.parametrize("word", [FileFormat.OFFICE_2010, FileFormat.MICROSOFT_365])
def test_a_draft_is_valid_for_word(
    order: NameOrder, original: Side, layout: Layout, word: FileFormat, tmp_path: Path
) -> None:
    file = tmp_path / "draft.docx"
    file.write_bytes(drafted(order)[original, layout])
    result = OpenXmlValidator(file_format=word, max_errors=0).validate(file)
    assert [str(error) for error in result.errors] == []


@pytest.mark.office
@pytest.mark.parametrize(("order", "original", "layout"), EVERY_DRAFT)
def test_libreoffice_prints_every_segment_of_a_draft(
    order: NameOrder, original: Side, layout: Layout, tmp_path: Path
) -> None:
    file = tmp_path / "draft.docx"
    file.write_bytes(drafted(order)[original, layout])
    printed = _folded(pdf_text(convert_to_pdf(file, tmp_path)))
    record, _ = read_record(EXAMPLE.read_bytes(), EXAMPLE.name)
    languages = [Language(layout)] if layout in (Layout.VI, Layout.ZH) else list(Language)
    pairs = [
        pair
        for section in record.sections
        for pair in (section.heading.pair, *(i.pair for i in section.items))
    ]
    assert len(pairs) == 20
    missing = [
        text
        for pair in pairs
        for language in languages
        if (text := pair.text(language)) is not None and _folded(text) not in printed
    ]
    assert missing == []
    assert "{{" not in printed
    assert "%}" not in printed


def _folded(text: str) -> str:
    """Fold what a page may do to a text: break lines, set headings in capitals."""
    return "".join(text.split()).casefold()
