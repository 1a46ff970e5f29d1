"""Writing a template with python-docx: paragraphs in named styles, the page of a norm, signatures."""

import io
from dataclasses import dataclass

import docx
from docx.shared import Twips
from docx.table import Table
from docx.text.paragraph import Paragraph

from service.core.languages import Language
from service.documents.geometry import make
from service.documents.ooxml import XML_SPACE, Element, w
from service.documents.package import read_package, write_package
from service.documents.shipped.skeleton import empty_document
from service.documents.shipped.style_tables import paragraph_styles
from service.documents.shipped.styles import add_styles

MM = 56.6929  # twips
_ABOVE_PARTIES = 360  # twips between the closing clause and the signatures


@dataclass(frozen=True)
class Norm:
    """The page of a norm, in millimetres."""

    top: float
    right: float
    bottom: float
    left: float
    header: float
    footer: float

    @property
    def text_width(self) -> int:
        """The width of the text on A4, in twips."""
        return round((210 - self.left - self.right) * MM)


NORMS = {
    # Nghị định 30/2020/NĐ-CP, Annex I: 20-25 above and below, 30-35 left, 15-20 right.
    Language.VI: Norm(top=20, right=15, bottom=20, left=30, header=10, footer=10),
    # GB/T 9704-2012, 5.2.1: 37 above, 28 at the binding side, text area 156 by 225.
    Language.ZH: Norm(top=37, right=26, bottom=35, left=28, header=15, footer=25),
}


class TemplateWriter:
    """Writes one language's template."""

    def __init__(self, language: Language) -> None:
        """Begin an empty template on the page of the language's norm."""
        self.language = language
        self.document = docx.Document(io.BytesIO(empty_document(language)))
        add_styles(self.document.styles.element, paragraph_styles(language), language)
        self._set_page()

    def add(self, role: str, *texts: str) -> Paragraph:
        """Add a paragraph.

        Args:
            role: Its style's role.
            texts: Its text; a text in asterisks is the lead-in of a fact, one in bars a mark; a tab is one.
        """
        return self._write(self.document.add_paragraph(), role, texts)

    def add_tag(self, tag: str) -> None:
        """Add a paragraph that holds only a governing tag."""
        self._write(self.document.add_paragraph(), "Minutes body", (tag,))

    def add_signatures(
        self, loop: str, parties: tuple[str, str], posts: tuple[str, str], names: tuple[str, str]
    ) -> None:
        """Add the signature columns: party, post, 22 mm to sign in, name; a row of them for each pair.

        Args:
            loop: The pairs it goes through, such as "pair in signatures".
            parties: The left and the right party's line; posts and names likewise.
            posts: Their posts.
            names: Their names.
        """
        width = NORMS[self.language].text_width
        table = self.document.add_table(rows=0, cols=2)
        _set_widths(table._tbl, (width // 2, width - width // 2))
        rows = (
            ("Minutes signature party", parties),
            ("Minutes signature post", posts),
            ("Minutes signature post", ("", "")),
            ("Minutes signature name", names),
        )
        self._add_row(table, "Minutes signature post", (f"{{% for {loop} %}}", ""))
        for role, texts in rows:
            row = self._add_row(table, role, texts, above=_ABOVE_PARTIES if texts is parties else 0)
            if not any(texts):
                make("trHeight", row, val=round(22 * MM), hRule="exact")
        self._add_row(table, "Minutes signature post", ("{% endfor %}", ""))

    def finish(self) -> bytes:
        """End the template and return its bytes, the same for the same content."""
        self.add("Minutes end")
        stream = io.BytesIO()
        self.document.save(stream)
        parts = read_package(stream.getvalue(), "template")
        return write_package({part: data for part, data in parts.items() if not part.startswith("docProps/")})

    def _add_row(self, table: Table, role: str, texts: tuple[str, str], above: int = 0) -> Element:
        row = table.add_row()  # type: ignore[no-untyped-call]  # python-docx leaves it so
        properties: Element = row._tr.get_or_add_trPr()
        make("cantSplit", properties)
        for own_cell, column, text in zip(row.cells, table.columns, texts, strict=True):
            self._write(own_cell.paragraphs[0], role, (text,))
            own_cell.width = column.width
            if above:
                # Of the cell, not of a paragraph: whichever language stands first in it.
                make("top", make("tcMar", own_cell._tc.tcPr), w=above, type="dxa")
        return properties

    def _write(self, paragraph: Paragraph, role: str, texts: tuple[str, ...]) -> Paragraph:
        paragraph.style = self.document.styles[f"{role} ({self.language})"]
        for text in texts:
            if text:
                self._add_run(paragraph._p, text)
        return paragraph

    def _add_run(self, paragraph: Element, text: str) -> None:
        run = make("r", paragraph)
        style = {"*": f"MinutesLeadIn{self.language.capitalize()}", "|": "MinutesMark"}.get(text[0])
        properties = make("rPr", run)
        if style is not None:
            make("rStyle", properties, val=style)
            text = text.strip("*|")
        if self.language is Language.ZH:
            make("rFonts", properties, hint="eastAsia")
        if not len(properties):
            run.remove(properties)
        for index, piece in enumerate(text.split("\t")):
            if index:
                make("tab", run)
            node = make("t", run)
            node.text = piece
            node.set(XML_SPACE, "preserve")

    # The page.

    def _set_page(self) -> None:
        norm, section = NORMS[self.language], self.document.sections[0]
        section.page_width, section.page_height = Twips(11906), Twips(16838)
        for edge in ("top", "right", "bottom", "left"):
            setattr(section, f"{edge}_margin", Twips(round(getattr(norm, edge) * MM)))
        section.header_distance = Twips(round(norm.header * MM))
        section.footer_distance = Twips(round(norm.footer * MM))
        section.gutter = Twips(0)
        if self.language is Language.VI:
            self._set_vietnamese_pages()
        else:
            self._set_chinese_pages()

    def _set_vietnamese_pages(self) -> None:
        """Page number in the middle of the top margin, not on page 1."""
        section = self.document.sections[0]
        section.different_first_page_header_footer = True
        self._running_head(section.first_page_header.paragraphs[0])
        # A table as wide as the text of any section: tabs would stand at one width only.
        last = section.header.paragraphs[0]
        table = section.header.add_table(rows=1, cols=3, width=Twips(NORMS[self.language].text_width))
        table._tbl.addnext(last._p)
        _set_shares(table._tbl, (2250, 500, 2250))
        empty, number, head = (own_cell.paragraphs[0] for own_cell in table.rows[0].cells)
        self._write(empty, "Minutes page number", ())
        self._write(number, "Minutes page number", ())
        _add_page_field(number._p, "", "")
        self._running_head(head)
        self._write(last, "Minutes end", ())

    def _set_chinese_pages(self) -> None:
        """Page number "— 1 —" below, at the outer edge, on every page."""
        section = self.document.sections[0]
        for header in (section.header, section.even_page_header):
            self._running_head(header.paragraphs[0])
        for footer, pages in ((section.footer, "odd"), (section.even_page_footer, "even")):
            paragraph = self._write(footer.paragraphs[0], f"Minutes page number, {pages}", ())
            _add_page_field(paragraph._p, "— ", " —")

    def _running_head(self, paragraph: Paragraph) -> None:
        vi, zh = "DỰ THẢO {{ draft.number }}", "草案第{{ draft.number }}稿"
        marks = (vi, zh) if self.language is Language.VI else (zh, vi)
        said = f"{marks[0]} · {marks[1]}   {{{{ draft.id }}}} r{{{{ draft.revision }}}}"
        # A final paper bears no mark of a draft.
        self._write(paragraph, "Minutes running head", (f"{{% if not draft.is_final %}}{said}{{% endif %}}",))


def _add_page_field(paragraph: Element, before: str, after: str) -> None:
    for text in (before, None, after):
        if text is None:
            field = make("fldSimple", paragraph, instr="PAGE")
            make("t", make("r", field)).text = "1"
        elif text:
            run = make("r", paragraph)
            make("rFonts", make("rPr", run), hint="eastAsia")
            node = make("t", run)
            node.text = text
            node.set(XML_SPACE, "preserve")


def _set_shares(table: Element, shares: tuple[int, ...]) -> None:
    """Set a table's columns as shares of the text's width, in fiftieths of a per cent."""
    for properties in table.iterchildren(w("tblPr")):
        for child in list(properties):
            properties.remove(child)
        make("tblW", properties, w=sum(shares), type="pct")
        margins = make("tblCellMar", properties)
        for edge in ("left", "right"):
            make(edge, margins, w=0, type="dxa")
    # LibreOffice reads the shares off the grid, Word off the cells.
    for column, share in zip(table.iter(w("gridCol")), shares, strict=True):
        column.set(w("w"), str(share * 2))
    for properties, share in zip(table.iter(w("tcPr")), shares, strict=True):
        for child in list(properties):
            properties.remove(child)
        make("tcW", properties, w=share, type="pct")
        make("vAlign", properties, val="bottom")


def _set_widths(table: Element, widths: tuple[int, int]) -> None:
    for properties in table.iterchildren(w("tblPr")):
        for child in list(properties):
            properties.remove(child)
        make("tblW", properties, w=sum(widths), type="dxa")
        make("tblLayout", properties, type="fixed")
        margins = make("tblCellMar", properties)
        for edge in ("left", "right"):
            make(edge, margins, w=0, type="dxa")
    for column, width in zip(table.iter(w("gridCol")), widths, strict=True):
        column.set(w("w"), str(width))
