"""Templates that other programs made: python-docx's own default document, with all that it carries."""

import io
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Mm
from openxml_audit import FileFormat, OpenXmlValidator

from documents.building import Drafted, fill_twins
from documents.furnishing import BLUE, RED, png
from office import convert_to_pdf, pdf_text
from service.core.languages import Language, Side
from service.documents.layout import Layout

WORDS = {
    Language.VI: ("Biên bản {{ x }}", "Đầu trang {{ x }}", "Phụ lục {{ x }}"),
    Language.ZH: ("会谈纪要{{ x }}", "页眉{{ x }}", "附件{{ x }}"),
}


def made(language: Language, *, annex: bool) -> bytes:
    """Make a template: heading, picture, list, table, and an annex across."""
    title, head, annex_title = WORDS[language]
    document = docx.Document()
    document.sections[0].header.paragraphs[0].add_run().add_picture(io.BytesIO(png(RED)), width=Mm(9))
    document.sections[0].header.add_paragraph(head)
    document.add_heading(title, level=1)
    document.add_picture(io.BytesIO(png(BLUE if language is Language.ZH else RED)), width=Mm(20))
    document.add_paragraph("{% for y in ys %}")
    document.add_paragraph("{{ y }}", style="List Number")
    document.add_paragraph("{% endfor %}")
    table = document.add_table(rows=4, cols=2, style="Table Grid")
    for row, texts in zip(
        table.rows,
        (("#", "{{ x }}"), ("{% for y in ys %}", ""), ("{{ loop.index }}", "{{ y }}"), ("{% endfor %}", "")),
        strict=True,
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph("")
    if annex:
        section = document.add_section(WD_SECTION.NEW_PAGE)
        section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
        document.add_heading(annex_title, level=2)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def drafted(layout: Layout, original: Side) -> Drafted:
    annex = layout not in (Layout.COLUMNS, Layout.STACKED)
    vi, zh = {"x": "Hà Giang", "ys": ["một", "hai"]}, {"x": "河江", "ys": ["甲", "乙"]}
    twins = (made(Language.VI, annex=annex), made(Language.ZH, annex=annex))
    return fill_twins(*twins, vi, zh, layout=layout, original=original)


@pytest.mark.parametrize("original", list(Side))
@pytest.mark.parametrize("layout", list(Layout))
def test_a_draft_of_it_is_valid_for_word(layout: Layout, original: Side, tmp_path: Path) -> None:
    file = tmp_path / "draft.docx"
    file.write_bytes(drafted(layout, original).data)
    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=0).validate(file)
    assert [str(error) for error in result.errors] == []


@pytest.mark.parametrize("layout", list(Layout))
def test_what_it_carries_for_itself_stays_behind(layout: Layout) -> None:
    found = drafted(layout, Side.VN)
    left = [name for name in found.parts if name.startswith(("customXml", "docProps/thumb"))]
    assert left == []
    assert b"python-docx" not in b"".join(found.parts.values())
    assert len([name for name in found.parts if "media" in name]) == (1 if layout is Layout.VI else 2)


@pytest.mark.office
@pytest.mark.parametrize("layout", list(Layout))
def test_libreoffice_prints_a_draft_of_it(layout: Layout, tmp_path: Path) -> None:
    file = tmp_path / "draft.docx"
    file.write_bytes(drafted(layout, Side.CN).data)
    said = "".join(pdf_text(convert_to_pdf(file, tmp_path)).split())
    expected = {Language.VI: ("BiênbảnHàGiang", "hai"), Language.ZH: ("会谈纪要河江", "乙")}
    for language in layout.languages:
        assert [text for text in expected[language] if text not in said] == []
    assert "页眉河江" in said
