"""Rules of text: what a person would see printed."""

from collections.abc import Iterator

from lxml.etree import _Element

from service.documents.lint_rules.defect import Defect
from service.documents.lint_rules.names import R_RUN, XML, P, T, w
from service.documents.lint_rules.package import Package

_R_PR = w("rPr")
_TAG_MARKS = ("{{", "}}", "{%", "%}", "{#")
_SPACED = (T, w("delText"), w("instrText"), w("delInstrText"))
_XML_SPACES = " \t\r\n"


def empty_runs(package: Package) -> Iterator[Defect]:
    """A run holds something: one with nothing but properties is a filling gone wrong."""
    for part in package.word_parts:
        for run in part.elements(R_RUN):
            if all(child.tag == _R_PR for child in run.iterchildren("*")):
                yield part.defect("empty-run", run, "the run holds nothing")


def kept_spaces(package: Package) -> Iterator[Defect]:
    """Space at either end of a text is declared as meant: Word drops it otherwise."""
    for part in package.word_parts:
        for element in part.elements(*_SPACED):
            text = element.text or ""
            if text != text.strip(_XML_SPACES) and element.get(f"{{{XML}}}space") != "preserve":
                yield part.defect("space-preserve", element, f"xml:space is missing at «{text[:40]}»")


def template_tags(package: Package) -> Iterator[Defect]:
    """No tag of the template is left, not even one that Word split over several runs."""
    for part in package.word_parts:
        for paragraph in part.elements(P):
            text = _own_text(paragraph)
            left = [mark for mark in _TAG_MARKS if mark in text]
            if left:
                yield part.defect("template-tag", paragraph, f"left in the text: {' '.join(left)}")


def _own_text(paragraph: _Element) -> str:
    """Join the text of a paragraph without that of a text box anchored in it."""
    texts = paragraph.iter(T)
    return "".join(text.text or "" for text in texts if next(text.iterancestors(P), None) is paragraph)
