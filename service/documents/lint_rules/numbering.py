"""Rules of lists: what a paragraph counts by exists."""

from collections.abc import Iterator

from lxml.etree import _Element

from service.documents.lint_rules.defect import Defect
from service.documents.lint_rules.names import VAL, w
from service.documents.lint_rules.package import Package
from service.documents.lint_rules.parsing import Part

_NUM = w("num")
_NUM_ID = w("numId")
_ABSTRACT = w("abstractNum")
_ABSTRACT_ID = w("abstractNumId")
_NO_LIST = "0"  # ECMA-376-1:2016, 17.9.18: takes the numbering of a style away


def list_used(package: Package) -> Iterator[Defect]:
    """Each list that a paragraph or a style counts by exists."""
    part = package.beside_main("numbering")
    known = {_NO_LIST} | ({num.get(_NUM_ID) for num in part.elements(_NUM)} if part is not None else set())
    for user in package.word_parts:
        for use in user.elements(_NUM_ID):
            if use.get(VAL) not in known:
                yield user.defect("list-used", use, f"the list {use.get(VAL)} does not exist")


def list_definitions(package: Package) -> Iterator[Defect]:
    """Each list has an id of its own and a definition that exists."""
    part = package.beside_main("numbering")
    if part is None:
        return
    yield from _doubles(part, _NUM, _NUM_ID)
    yield from _doubles(part, _ABSTRACT, _ABSTRACT_ID)
    known = {definition.get(_ABSTRACT_ID) for definition in part.elements(_ABSTRACT)}
    for num in part.elements(_NUM):
        definition = num.find(_ABSTRACT_ID)
        if definition is None or definition.get(VAL) not in known:
            yield _defect(part, num, f"the list {num.get(_NUM_ID)} has no definition")


def _doubles(part: Part, tag: str, attribute: str) -> Iterator[Defect]:
    seen: set[str] = set()
    for element in part.elements(tag):
        number = element.get(attribute, "")
        if number in seen:
            yield _defect(part, element, f"the id {number} is used twice")
        seen.add(number)


def _defect(part: Part, element: _Element, detail: str) -> Defect:
    return part.defect("list-definition", element, detail)
