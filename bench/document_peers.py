"""Templates and data for the peers of `documents.py`, made from what Bienban itself lays out.

Each peer gets the same package and the same XML a row, with tags of its own kind: one tag a paragraph, in
loops over the same rows. What Bienban's template decides (conditions) or marks (bookmarks, gaps) is already
text in the peers' data, so that they never do more than Bienban does.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TypeAlias

from lxml import etree

from service.documents.compile import Act, Operation, compile_part
from service.documents.filling import Facts, Filler
from service.documents.geometry import make
from service.documents.layout import LaidOut
from service.documents.ooxml import Element, w, xml_bytes
from service.documents.tags import mark_number

_NUMBER = w("rsidR")  # an attribute that changes nothing, to follow a paragraph through filling
Data: TypeAlias = dict[str, "str | list[Data]"]


@dataclass
class Loop:
    """Rows that repeat, as a peer's template and data name them."""

    name: str
    children: list["Element | Loop"] = field(default_factory=list)


class PeerDocument:
    """One laid-out document, read as rows and loops with the texts that Bienban printed."""

    def __init__(self, laid_out: LaidOut, facts: Facts, gap_style: str | None) -> None:
        """Fill a document and follow each paragraph from the template into the draft."""
        self._operations = laid_out.operations
        self._root = laid_out.root
        for number, paragraph in enumerate(self._root.iter(w("p"))):
            paragraph.set(_NUMBER, f"{number:08X}")
        part = compile_part(deepcopy(self._root), self._operations, gap_style)
        filled = b"".join(Filler(facts).fill(part))
        self._printed = [
            (paragraph.get(_NUMBER, ""), text_of(paragraph))
            for paragraph in etree.fromstring(filled).iter(w("p"))
        ]
        self._seen = {number for number, _ in self._printed}
        self._at = 0

    def data(self) -> Data:
        """The texts of the tags, by the names that `root` gives them."""
        self._at = 0
        found = self._take(list(self._nodes(self._root)))
        assert self._at == len(self._printed), "the draft holds rows that the loops do not explain"
        return found

    def _take(self, nodes: Sequence["Element | Loop"]) -> Data:
        found: Data = {}
        for node in nodes:
            if isinstance(node, Loop):
                turns = []
                while self._is_next(node):
                    turns.append(self._take(node.children))
                found[node.name] = list(turns)
            else:
                for paragraph in self._printed_in(node):
                    self._take_paragraph(paragraph, found)
        return found

    def _is_next(self, loop: Loop) -> bool:
        first = next(node for node in loop.children if not isinstance(node, Loop))
        number = self._printed_in(first)[0].get(_NUMBER)
        return self._at < len(self._printed) and self._printed[self._at][0] == number

    def _take_paragraph(self, paragraph: Element, found: Data) -> None:
        number, text = self._printed[self._at]
        assert number == paragraph.get(_NUMBER), "a row is printed in some turns only; peers need a condition"
        self._at += 1
        if _marks(paragraph):
            found[name_of(paragraph)] = text.removeprefix(_before_marks(paragraph))

    def _nodes(self, container: Element) -> Iterator["Element | Loop"]:
        """Rows and paragraphs that were printed, in their loops; conditions are decided already."""
        open_loops: list[Loop] = []
        for node in _flat(container):
            number = mark_number(node)
            act = None if number is None else self._operations[number].act
            if act is Act.LOOP:
                open_loops.append(Loop(f"rows{number}"))
            elif act is Act.END_LOOP:
                done = open_loops.pop()
                if not done.children:
                    continue
                if not open_loops:
                    yield done
                else:
                    open_loops[-1].children.append(done)
            elif act is None and self._is_printed(node):
                if open_loops:
                    open_loops[-1].children.append(node)
                else:
                    yield node

    def _is_printed(self, node: Element) -> bool:
        return bool(self._printed_in(node))

    def _printed_in(self, node: Element) -> list[Element]:
        return [paragraph for paragraph in node.iter(w("p")) if paragraph.get(_NUMBER) in self._seen]

    def template(self, dialect: "Dialect") -> bytes:
        """The main document in the language of a peer."""
        root = deepcopy(self._root)
        operations = self._operations
        for paragraph in list(root.iter(w("p"))):
            if paragraph.get(_NUMBER) not in self._seen:
                continue
            if _marks(paragraph):
                _put_tag(
                    paragraph, operations, dialect.tag(name_of(paragraph), _loops(paragraph, operations))
                )
        self._drop_unprinted(root)
        dialect.set_loops(root, operations)
        for mark in [node for node in root.iter() if mark_number(node) is not None]:
            parent = mark.getparent()
            assert parent is not None
            parent.remove(mark)
        etree.strip_attributes(root, _NUMBER)
        return xml_bytes(root)

    def _drop_unprinted(self, root: Element) -> None:
        for node in [*root.iter(w("tr"), w("p"))]:
            parent = node.getparent()
            if parent is not None and not self._is_printed(node) and node.get(_NUMBER) not in self._seen:
                parent.remove(node)


class Dialect(ABC):
    """How a peer writes a tag and a loop over rows."""

    @abstractmethod
    def tag(self, name: str, loops: Sequence[str]) -> str:
        """A text of the innermost of some loops."""

    def set_loops(self, root: Element, operations: Sequence[Operation]) -> None:
        """Mark the rows that repeat."""
        for table in root.iter(w("tbl")):
            open_loops: list[tuple[str, list[Element]]] = []
            for node in list(table):
                number = mark_number(node)
                act = None if number is None else operations[number].act
                if act is Act.LOOP:
                    open_loops.append((f"rows{number}", []))
                elif act is Act.END_LOOP:
                    name, rows = open_loops.pop()
                    if rows:
                        self.set_loop(name, rows, [outer for outer, _ in open_loops])
                elif node.tag == w("tr"):
                    for _, rows in open_loops:
                        rows.append(node)

    @abstractmethod
    def set_loop(self, name: str, rows: Sequence[Element], outer: Sequence[str]) -> None:
        """Mark one loop; the loops inside it are marked already."""


class DocxtplDialect(Dialect):
    """Rows with {%tr …%} around the rows that repeat."""

    def tag(self, name: str, loops: Sequence[str]) -> str:
        """Write {{ turn3.t12 }}."""
        return f"{{{{ {_turn(loops)}{name} }}}}"

    def set_loop(self, name: str, rows: Sequence[Element], outer: Sequence[str]) -> None:
        """Write {%tr for turn3 in rows3 %}."""
        rows[0].addprevious(_tag_row(f"{{%tr for turn_{name} in {_turn(outer)}{name} %}}"))
        rows[-1].addnext(_tag_row("{%tr endfor %}"))


class DocxtemplaterDialect(Dialect):
    """{#rows3} in the first cell and {/rows3} in the last cell of what repeats."""

    def tag(self, name: str, loops: Sequence[str]) -> str:  # noqa: ARG002 - its tags find their loop
        """Write {t12}."""
        return f"{{{name}}}"

    def set_loop(self, name: str, rows: Sequence[Element], outer: Sequence[str]) -> None:  # noqa: ARG002
        """Open in the first run, close in the last."""
        first = next(rows[0].iter(w("t")))
        first.text = f"{{#{name}}}{first.text}"
        *_, last = rows[-1].iter(w("t"))
        last.text = f"{last.text}{{/{name}}}"


class CarboneDialect(Dialect):
    """{d.rows3[i].t12}, and the first row of a loop again with [i+1]."""

    def tag(self, name: str, loops: Sequence[str]) -> str:
        """Write the path from the data's root."""
        return "{d." + "".join(f"{loop}[i]." for loop in loops) + f"{name}}}"

    def set_loop(self, name: str, rows: Sequence[Element], outer: Sequence[str]) -> None:  # noqa: ARG002
        """Repeat the first row as carbone wants it."""
        again = deepcopy(rows[0])
        for node in again.iter(w("t")):
            node.text = (node.text or "").replace(f"{name}[i]", f"{name}[i+1]")
        last = rows[-1]
        while (
            (after := last.getnext()) is not None
            and f"{name}[i]." in text_of(after)
            and "[i+1]" in text_of(after)
        ):
            last = after
        last.addnext(again)


DIALECTS = {"docxtpl": DocxtplDialect(), "docxtemplater": DocxtemplaterDialect(), "carbone": CarboneDialect()}


def name_of(paragraph: Element) -> str:
    """The name of a paragraph's text."""
    return f"t{int(paragraph.get(_NUMBER, ''), 16)}"


def text_of(element: Element) -> str:
    """What a paragraph or row prints, a break as a newline, a tab as a tab."""
    printed = {w("tab"): "\t", w("br"): "\n"}
    found = element.iter(w("t"), w("tab"), w("br"))
    return "".join(printed.get(str(node.tag), node.text or "") for node in found)


def _turn(loops: Sequence[str]) -> str:
    return f"turn_{loops[-1]}." if loops else ""


def _flat(root: Element) -> Iterator[Element]:
    for body in root:
        for block in body:
            if block.tag == w("tbl"):
                yield from block
            else:
                yield block


def _marks(paragraph: Element) -> list[Element]:
    return [node for node in paragraph if mark_number(node) is not None]


def _before_marks(paragraph: Element) -> str:
    before = [*_marks(paragraph)[0].itersiblings(w("r"), preceding=True)]
    return "".join(map(text_of, reversed(before)))


def _put_tag(paragraph: Element, operations: Sequence[Operation], text: str) -> None:
    """One tag in the place of all that stands from the first mark on."""
    marks = _marks(paragraph)
    looks = [operations[mark_number(mark) or 0].tag.run_properties for mark in marks]
    run = make("r")
    for look in looks[-1:]:
        run.extend([] if look is None else [deepcopy(look)])
    make("t", run).text = text
    marks[0].addprevious(run)
    for node in list(run.itersiblings()):
        paragraph.remove(node)


def _loops(paragraph: Element, operations: Sequence[Operation]) -> list[str]:
    """The loops around a paragraph's row, the outermost first."""
    row = next(paragraph.iterancestors(w("tr")), paragraph)
    depth, found = 0, []
    for node in row.itersiblings(preceding=True):
        number = mark_number(node)
        act = None if number is None else operations[number].act
        depth += act is Act.END_LOOP
        if act is Act.LOOP:
            if depth:
                depth -= 1
            else:
                found.append(f"rows{number}")
    return found[::-1]


def _tag_row(text: str) -> Element:
    row = make("tr")
    cell = make("tc", row)
    make("tcW", make("tcPr", cell), w=100, type="dxa")
    make("t", make("r", make("p", cell))).text = text
    return row
