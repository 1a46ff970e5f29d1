"""The page of a template: size and margins, page numbers where the norm wants them, the running head."""

from typing import TYPE_CHECKING

from docx.enum.section import WD_ORIENT
from docx.shared import Twips

from service.core.languages import Language
from service.documents.geometry import make
from service.documents.ooxml import XML_SPACE, Element
from service.documents.shipped.norms import MM, Norm
from service.documents.shipped.tables import set_shares

if TYPE_CHECKING:
    from docx.section import Section
    from docx.text.paragraph import Paragraph

    from service.documents.shipped.writing import TemplateWriter

_MARKS = {Language.VI: "DỰ THẢO LẦN {{ draft.number }}", Language.ZH: "草案第{{ draft.number }}稿"}
_DAY = "{% if draft.date %}, {{ draft.date }}{% endif %}"
_ID = "   {{ draft.id }} r{{ draft.revision }}"


def set_page(writer: "TemplateWriter", norm: Norm, *, is_internal: bool) -> None:
    """Set the page of a template.

    Args:
        writer: Writes it.
        norm: Size, margins, distances.
        is_internal: One side's own paper: its running head speaks that side's language only.
    """
    section = writer.document.sections[0]
    section.page_width, section.page_height = map(Twips, norm.size)
    if norm.is_landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
    for edge in ("top", "right", "bottom", "left"):
        setattr(section, f"{edge}_margin", Twips(round(getattr(norm, edge) * MM)))
    section.header_distance = Twips(round(norm.header * MM))
    section.footer_distance = Twips(round(norm.footer * MM))
    section.gutter = Twips(0)
    said = _running_head(writer.language, is_internal=is_internal)
    if writer.language is Language.VI:
        _vietnamese(writer, section, norm, said)
    else:
        _chinese(writer, section, said)


def _running_head(language: Language, *, is_internal: bool) -> str:
    marks = [_MARKS[language]] if is_internal else [_MARKS[language], _MARKS[language.other]]
    # A final paper bears no mark of a draft.
    return f"{{% if not draft.is_final %}}{' · '.join(marks)}{_DAY}{_ID}{{% endif %}}"


def _vietnamese(writer: "TemplateWriter", section: "Section", norm: Norm, said: str) -> None:
    """Page number in the middle of the top margin, not on page 1."""
    section.different_first_page_header_footer = True
    writer.write(section.first_page_header.paragraphs[0], "Minutes running head", (said,))
    # A table as wide as the text of any section: tabs would stand at one width only.
    last = section.header.paragraphs[0]
    table = section.header.add_table(rows=1, cols=3, width=Twips(norm.text_width))
    table._tbl.addnext(last._p)
    set_shares(table._tbl, (2350, 300, 2350))
    empty, number, head = (own_cell.paragraphs[0] for own_cell in table.rows[0].cells)
    writer.write(empty, "Minutes page number", ())
    writer.write(number, "Minutes page number", ())
    _add_page_field(number, "", "")
    writer.write(head, "Minutes running head", (said,))
    writer.write(last, "Minutes end", ())


def _chinese(writer: "TemplateWriter", section: "Section", said: str) -> None:
    """Page number "— 1 —" below, at the outer edge, on every page."""
    for header in (section.header, section.even_page_header):
        writer.write(header.paragraphs[0], "Minutes running head", (said,))
    for footer, pages in ((section.footer, "odd"), (section.even_page_footer, "even")):
        paragraph = writer.write(footer.paragraphs[0], f"Minutes page number, {pages}", ())
        _add_page_field(paragraph, "— ", " —")


def _add_page_field(paragraph: "Paragraph", before: str, after: str) -> None:
    element: Element = paragraph._p
    for text in (before, None, after):
        if text is None:
            field = make("fldSimple", element, instr="PAGE")
            make("t", make("r", field)).text = "1"
        elif text:
            run = make("r", element)
            make("rFonts", make("rPr", run), hint="eastAsia")
            node = make("t", run)
            node.text = text
            node.set(XML_SPACE, "preserve")
