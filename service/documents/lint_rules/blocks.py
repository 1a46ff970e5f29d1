"""Rules of paragraphs and tables as blocks: what a body, a cell or a header must end with."""

from collections.abc import Iterator
from itertools import pairwise

from lxml.etree import _Element

from service.documents.lint_rules.defect import Defect
from service.documents.lint_rules.names import BODY, SECT_PR, TBL, TC, P, local_name, w
from service.documents.lint_rules.package import Package
from service.documents.lint_rules.tree import content

_STORIES = tuple(w(name) for name in ("hdr", "ftr", "footnote", "endnote", "comment", "txbxContent"))
# What the settings hold by the same names only points at the notes that part notes from the text.
_POINTS = frozenset(w(name) for name in ("footnotePr", "endnotePr"))


def cell_end(package: Package) -> Iterator[Defect]:
    """The last block of a table cell is a paragraph (ECMA-376-1:2016, 17.4.65)."""
    yield from _ends(package, "cell-ends-with-paragraph", TC)


def story_end(package: Package) -> Iterator[Defect]:
    """The last block of a header, footer, note, comment or text box is a paragraph."""
    yield from _ends(package, "story-ends-with-paragraph", *_STORIES)


def body_end(package: Package) -> Iterator[Defect]:
    """The last block of the body is a paragraph, and its last element the one section of its own."""
    body = None if package.main is None else package.main.root.find(BODY)
    if package.main is None or body is None:
        return
    blocks = list(content(body, P, TBL))
    if blocks and blocks[-1].tag != P:
        yield package.main.defect("body-ends-with-paragraph", blocks[-1], "the body ends with a table")
    last = next(body.iterchildren("*", reversed=True), None)
    if last is None or last.tag != SECT_PR or len(body.findall(SECT_PR)) > 1:
        place = body if last is None else last
        yield package.main.defect("body-section", place, "w:sectPr is not the last element of the body, once")


def adjacent_tables(package: Package) -> Iterator[Defect]:
    """A paragraph stands between two tables: Word makes one table of neighbours."""
    for part in package.word_parts:
        for parent in part.elements(BODY, TC, *_STORIES):
            for one, other in pairwise(content(parent, P, TBL)):
                if one.tag == other.tag == TBL:
                    detail = "no paragraph parts this table from the one before"
                    yield part.defect("adjacent-tables", other, detail)


def _ends(package: Package, rule: str, *tags: str) -> Iterator[Defect]:
    for part in package.word_parts:
        for parent in part.elements(*tags):
            outer = parent.getparent()
            problem = _end_problem(parent)
            if problem and (outer is None or outer.tag not in _POINTS):
                yield part.defect(rule, parent, f"w:{local_name(str(parent.tag))} {problem}")


def _end_problem(parent: _Element) -> str:
    blocks = list(content(parent, P, TBL))
    if not blocks:
        return "has no paragraph"
    return "" if blocks[-1].tag == P else "ends with a table"
