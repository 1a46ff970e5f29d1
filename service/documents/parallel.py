"""Paired blocks set in rows: two columns, or one cell that holds both languages; tables at the full width."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from service.core.languages import Language
from service.documents.blocks import Block, Condition, Loop, Paragraph, Row
from service.documents.compile import Act
from service.documents.emission import Emitter, act_of, is_blank, is_count, shallow
from service.documents.geometry import (
    CellForm,
    Page,
    cell,
    fit_table,
    make,
    table,
    table_row,
)
from service.documents.ooxml import Element, w
from service.documents.tags import Tag
from service.documents.twins import PairedCondition, PairedLoop, PairedTable, SideBySide, Tags, Unit

COLUMN_HEAD_ROLE = "Minutes column head"
COLUMN_HEADS = {Language.VI: "Tiếng Việt", Language.ZH: "中文"}
TITLE_BLOCK = "title"
# Stacked: space above a pair, in twips; headings stand further from what is before them, list lines nearer.
_ABOVE = 140
_ABOVE_ROLES = {"Minutes heading 1": 280, "Minutes list": 80}

Order: TypeAlias = tuple[Language, Language]
Content: TypeAlias = list[list[Element]]
RowMaker: TypeAlias = Callable[[Order, Content, SideBySide, Page], Element]


class ParallelForm:
    """What sets the columns and the stacked layout apart."""

    def __init__(
        self,
        widths: Callable[[Order, Page], list[int]],
        row: RowMaker,
        *,
        has_heads: bool,
    ) -> None:
        """Describe a form.

        Args:
            widths: The widths of the long table's columns on a page.
            row: One row from the content of both languages, and the blocks it is made of.
            has_heads: A first row names the languages, on every page.
        """
        self.widths = widths
        self.row = row
        self.has_heads = has_heads


def _column_widths(order: Order, page: Page) -> list[int]:
    return [page.columns[language] for language in order]


def _column_row(order: Order, content: Content, unit: SideBySide, page: Page) -> Element:
    widths = _column_widths(order, page)
    cells = [
        cell(width, blocks, CellForm(column, centred=unit.name == TITLE_BLOCK))
        for column, (width, blocks) in enumerate(zip(widths, content, strict=True))
    ]
    return table_row(cells, may_split=_is_long(unit))


def _is_long(unit: SideBySide) -> bool:
    """Whether a pair holds whole lists, such as both delegations; kept together they leave pages blank."""
    return any(isinstance(block, Loop) for blocks in unit.blocks.values() for block in blocks)


def _stacked_row(order: Order, content: Content, unit: SideBySide, page: Page) -> Element:
    first = next(iter(unit.blocks[order[0]]), None)
    above = _ABOVE_ROLES.get(first.role, _ABOVE) if isinstance(first, Paragraph) else _ABOVE
    own = cell(page.text_width, [*content[0], *content[1]], CellForm(above=above))
    return table_row([own], may_split=_is_long(unit))


columns = ParallelForm(_column_widths, _column_row, has_heads=True)
stacked = ParallelForm(lambda _order, page: [page.text_width], _stacked_row, has_heads=False)


class ParallelLayout:
    """Sets paired blocks for one order of the languages."""

    def __init__(self, emitter: Emitter, order: Order, form: ParallelForm, page: Page) -> None:
        """Set blocks through an emitter.

        Args:
            emitter: Emits the blocks of each language.
            order: The language that stands first (left, or above), then the other.
            form: Columns or stacked.
            page: The page it is set on.
        """
        self._emitter = emitter
        self._order = order
        self._form = form
        self._page = page

    def lay_out(self, units: Sequence[Unit]) -> list[Element]:
        """Rows of one long table; the templates' own tables stand between its parts, at the full width."""
        content: list[Element] = []
        rows: list[Element] = []
        for unit in units:
            if _has_table(unit):
                content += [*self._long_table(rows), *self._around_table(unit)]
                rows = []
            else:
                rows += self._rows([unit])
        return content + self._long_table(rows)

    def _around_table(self, unit: Unit) -> list[Element]:
        """A table, or the loop or condition in which it stands."""
        match unit:
            case PairedTable():
                return self._full_width(unit)
            case PairedLoop():
                inside = self._governed(Act.LOOP, unit.tags, self.lay_out(unit.units))
                return [*inside, self._mark(Act.END_LOOP, unit.tags)]
            case PairedCondition():
                return self._condition(unit, self.lay_out)
        raise TypeError(unit)

    def _long_table(self, rows: Sequence[Element]) -> list[Element]:
        if not rows:
            return []
        long = table(self._form.widths(self._order, self._page))
        if self._form.has_heads:
            long.append(self._heads())
        long.extend(rows)
        return [*self._emitter.complete_table(long), self._emitter.end_paragraph(self._order[0])]

    def _heads(self) -> Element:
        heads = []
        for column, language in enumerate(self._order):
            paragraph = self._emitter.styled(language, COLUMN_HEAD_ROLE)
            run = make("r", paragraph)
            if language is Language.ZH:
                make("rFonts", make("rPr", run), hint="eastAsia")
            make("t", run).text = COLUMN_HEADS[language]
            heads.append(cell(self._page.columns[language], [paragraph], CellForm(column, header=True)))
        return table_row(heads, header=True)

    def _rows(self, units: Sequence[Unit]) -> list[Element]:
        rows: list[Element] = []
        for unit in units:
            match unit:
                case SideBySide():
                    blocks = [self._cell(unit, own) for own in self._order]
                    rows.append(self._form.row(self._order, blocks, unit, self._page))
                case PairedLoop():
                    rows += self._governed(Act.LOOP, unit.tags, self._rows(unit.units))
                    rows.append(self._mark(Act.END_LOOP, unit.tags))
                case PairedCondition():
                    rows += self._condition(unit, self._rows)
                case PairedTable():
                    raise TypeError(unit)  # lay_out sets tables apart before rows are made
        return rows

    def _cell(self, unit: SideBySide, language: Language) -> list[Element]:
        content = self._emitter.emit_cell(unit.blocks[language], language)
        # LibreOffice keeps a row with the next one where the first paragraph in it is kept with its next:
        # a list that begins with a label would pull all that follows it to the next page.
        is_first = _is_long(unit) and language is self._order[0]
        return [self._emitter.end_paragraph(language), *content] if is_first else content

    def _condition(
        self, unit: PairedCondition, lay: Callable[[Sequence[Unit]], list[Element]]
    ) -> list[Element]:
        content: list[Element] = []
        for tags, units in unit.branches:
            content += self._governed(act_of(tags[self._order[0]]), tags, lay(units))
        return [*content, self._mark(Act.END_IF, unit.branches[0][0])]

    # Tables at the full width.

    def _full_width(self, unit: PairedTable) -> list[Element]:
        if not unit.merged:
            return self._fitted([self._emitter.emit_table(unit.tables[own], own) for own in self._order])
        first, second = (unit.tables[language] for language in self._order)
        merged = self._emitter.shell(first, self._order[0])
        merged.extend(self._merge_rows(first.rows, second.rows))
        return self._fitted([merged])

    def _fitted(self, tables: Sequence[Element]) -> list[Element]:
        content: list[Element] = []
        for own in tables:
            fit_table(own, self._page.text_width)
            content += [*self._emitter.complete_table(own), self._emitter.end_paragraph(self._order[0])]
        return content

    def _merge_rows(self, first: Sequence[Block], second: Sequence[Block]) -> list[Element]:
        """Rows whose cells hold the first language above the second; twins have one skeleton."""
        rows: list[Element] = []
        for a, b in zip(first, second, strict=True):
            if isinstance(a, Row) and isinstance(b, Row):
                rows.append(self._merge_row(a, b))
            elif isinstance(a, Loop) and isinstance(b, Loop):
                tags = self._both(a.tag, b.tag)
                rows += self._governed(Act.LOOP, tags, self._merge_rows(a.children, b.children))
                rows.append(self._mark(Act.END_LOOP, tags))
            elif isinstance(a, Condition) and isinstance(b, Condition):
                rows += self._merge_conditions(a, b)
        return rows

    def _merge_conditions(self, first: Condition, second: Condition) -> list[Element]:
        rows: list[Element] = []
        for a, b in zip(first.branches, second.branches, strict=True):
            inside = self._merge_rows(a.children, b.children)
            rows += self._governed(act_of(a.tag), self._both(a.tag, b.tag), inside)
        return [*rows, self._mark(Act.END_IF, self._both(first.branches[0].tag, second.branches[0].tag))]

    def _merge_row(self, first: Row, second: Row) -> Element:
        row = shallow(first.element, ("trPr", "tblPrEx"))
        own_cells = first.element.iterchildren(w("tc"))
        for element, a, b in zip(own_cells, first.cells, second.cells, strict=True):
            merged = shallow(element, ("tcPr",))
            # An empty paragraph of the second language would only add height to the first one's, and where a
            # row stands in its loop is the same in both.
            said = [block for block in b if not is_blank(block) and not is_count(block)]
            content = [
                *self._emitter.emit_all(a, self._order[0]),
                *self._emitter.emit_all(said, self._order[1]),
            ]
            merged.extend(self._emitter.complete(content, self._order[0]))
            row.append(merged)
        return row

    # Marks of both languages in step.

    def _both(self, first: Tag, second: Tag) -> Tags:
        return {self._order[0]: first, self._order[1]: second}

    def _mark(self, act: Act, tags: Tags) -> Element:
        return self._emitter.paired(act, tags, self._order)

    def _governed(self, act: Act, tags: Tags, rows: Sequence[Element]) -> list[Element]:
        return [self._mark(act, tags), *rows]


def _has_table(unit: Unit) -> bool:
    match unit:
        case PairedTable():
            return True
        case PairedLoop():
            return any(map(_has_table, unit.units))
        case PairedCondition():
            return any(_has_table(inner) for _, units in unit.branches for inner in units)
        case SideBySide():
            return False
