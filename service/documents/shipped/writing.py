"""Writing a template with python-docx: paragraphs in named styles, governing tags, tables."""

import io
from collections.abc import Iterable, Sequence

import docx
from docx.table import Table
from docx.text.paragraph import Paragraph

from service.core.languages import Language
from service.documents.container import unpack
from service.documents.geometry import make
from service.documents.ooxml import XML_SPACE, Element
from service.documents.package import write_package
from service.documents.shipped.norms import NORMS, Norm
from service.documents.shipped.pages import set_page
from service.documents.shipped.skeleton import empty_document
from service.documents.shipped.style_tables import paragraph_styles
from service.documents.shipped.styles import ParagraphStyle, add_styles
from service.documents.shipped.tables import CellText, RowForm, add_row, plain_table, ruled_table


class TemplateWriter:
    """Writes one language's template."""

    def __init__(
        self,
        language: Language,
        norm: Norm | None = None,
        styles: Iterable[ParagraphStyle] = (),
        *,
        is_internal: bool = False,
    ) -> None:
        """Begin an empty template.

        Args:
            language: The language of its text.
            norm: Its page; None: the norm's of its language.
            styles: Styles of this template, each in the place of a common one of its name, or besides them.
            is_internal: It is one side's own paper.
        """
        self.language = language
        self.norm = norm or NORMS[language]
        self.document = docx.Document(io.BytesIO(empty_document(language)))
        own = {style.name: style for style in (*paragraph_styles(language), *styles)}
        add_styles(self.document.styles.element, own.values(), language)
        set_page(self, self.norm, is_internal=is_internal)

    def add(self, role: str, *texts: str) -> Paragraph:
        """Add a paragraph.

        Args:
            role: Its style's role.
            texts: Its text; a text in asterisks is the lead-in of a fact, one in bars a mark; a tab is one.
        """
        return self.write(self.document.add_paragraph(), role, texts)

    def add_tag(self, *tags: str) -> None:
        """Add a paragraph for each governing tag, which holds nothing else."""
        for tag in tags:
            self.write(self.document.add_paragraph(), "Minutes body", (tag,))

    def add_table(self, widths: Sequence[int], *, gap: int = 0) -> Table:
        """Add a table of fixed columns without lines, with a gap beside each text; measures in twips."""
        table: Table = self.document.add_table(rows=0, cols=len(widths))
        plain_table(table, widths, gap)
        return table

    def add_ruled_table(self, widths: Sequence[int], *, tight: bool = False) -> Table:
        """Add a table of fixed columns with thin lines, tight: none above and below its texts."""
        table: Table = self.document.add_table(rows=0, cols=len(widths))
        ruled_table(table, widths, *([0] if tight else []))
        return table

    def add_row(self, table: Table, cells: Sequence[CellText], form: RowForm | None = None) -> None:
        """Add a row of cells."""
        for paragraph, role, texts in add_row(table, cells, form or RowForm()):
            self.write(paragraph, role, texts)

    def add_tag_row(self, table: Table, tag: str) -> None:
        """Add a row that holds only a governing tag."""
        width = len(table.columns)
        cells = [CellText([("Minutes body", (text,))]) for text in (tag, *[""] * (width - 1))]
        self.add_row(table, cells)

    def finish(self) -> bytes:
        """End the template and return its bytes, the same for the same content."""
        self.add("Minutes end")
        stream = io.BytesIO()
        self.document.save(stream)
        parts = unpack(stream.getvalue(), "template")
        return write_package({part: data for part, data in parts.items() if not part.startswith("docProps/")})

    def write(self, paragraph: Paragraph, role: str, texts: tuple[str, ...]) -> Paragraph:
        """Write a paragraph in the style of a role; texts as `add` takes them."""
        paragraph.style = self.document.styles[f"{role} ({self.language})"]
        for text in texts:
            if text:
                self._add_run(paragraph._p, text)
        return paragraph

    def _add_run(self, paragraph: Element, text: str) -> None:
        run = make("r", paragraph)
        styles = {"*": f"MinutesLeadIn{self.language.capitalize()}", "|": "MinutesMark"}
        style = styles.get(text[0]) if text != "*" else None  # the star of the Party's papers
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
