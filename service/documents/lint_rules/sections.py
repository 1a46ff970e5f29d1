"""Rules of sections: which header and footer prints on which page."""

from collections import Counter
from collections.abc import Iterator

from lxml.etree import _Element

from service.documents.lint_rules.defect import Defect
from service.documents.lint_rules.names import SECT_PR, local_name, w
from service.documents.lint_rules.package import Package
from service.documents.lint_rules.tree import is_on

_REFERENCES = (w("headerReference"), w("footerReference"))
_CHANGE = w("sectPrChange")


def section_references(package: Package) -> Iterator[Defect]:
    """A section names one header and one footer a kind of page at most (ECMA-376-1:2016, 17.10.5)."""
    for section in _sections(package):
        for (name, kind), times in Counter(_references(section)).items():
            if times > 1 and package.main is not None:
                detail = f"the section has {times} w:{name} of type {kind}"
                yield package.main.defect("section-reference", section, detail)


def title_pages(package: Package) -> Iterator[Defect]:
    """A section with a first page of its own says what stands on it, where the document has headers.

    A section without references inherits those before it, but what it inherits for a first page depends on
    which sections an editor moves before it; an empty header must be a header that is empty.
    """
    sections = list(_sections(package))
    if package.main is None or not any(_references(section) for section in sections):
        return
    for section in sections:
        has_first = any(kind == "first" for _, kind in _references(section))
        if is_on(section, "titlePg") and not has_first:
            yield package.main.defect(
                "title-page", section, "titlePg without a header or footer of type first"
            )


def _sections(package: Package) -> Iterator[_Element]:
    if package.main is None:
        return
    for section in package.main.elements(SECT_PR):
        parent = section.getparent()
        # The former properties that a revision mark keeps print nothing.
        if parent is not None and parent.tag != _CHANGE:
            yield section


def _references(section: _Element) -> list[tuple[str, str]]:
    found = section.iterchildren(*_REFERENCES)
    return [(local_name(str(reference.tag)), reference.get(w("type"), "default")) for reference in found]
