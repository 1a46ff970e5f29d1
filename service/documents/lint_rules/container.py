"""Rules of the package: entry names, content types, the document part."""

from collections import Counter
from collections.abc import Iterator, Mapping

from lxml.etree import _Element

from service.documents.lint_rules.defect import Defect
from service.documents.lint_rules.names import BODY, CONTENT_TYPES, w
from service.documents.lint_rules.package import Package, source_of

TYPES_PART = "[Content_Types].xml"
DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def xml_readable(package: Package) -> Iterator[Defect]:
    """Every XML part is well formed, in UTF-8 or UTF-16, without a DOCTYPE or a forbidden character."""
    yield from package.unreadable


def entry_names(package: Package) -> Iterator[Defect]:
    """No two entries share a name, whatever the case, and each is a plain relative path."""
    seen: set[str] = set()
    for name in package.names:
        if name.lower() in seen:
            yield Defect("entry-unique", name, "", "two entries of the package have this name")
        seen.add(name.lower())
        if "\\" in name or any(segment in {"", ".", ".."} for segment in name.split("/")):
            yield Defect("entry-name", name, "", "the name of the entry is no plain relative path")


def content_types(package: Package) -> Iterator[Defect]:
    """The package lists its content types, and each part has one."""
    part = package.parts.get(TYPES_PART)
    if part is None or part.root.tag != f"{{{CONTENT_TYPES}}}Types":
        yield Defect("content-types", TYPES_PART, "", "the package has no readable list of content types")
        return
    types = _types(package)
    for name in package.entries:
        if name != TYPES_PART and not _type_of(name, *types):
            yield Defect("content-type", name, "", "the part has no content type")


def content_type_list(package: Package) -> Iterator[Defect]:
    """No extension or part is listed twice, and no missing part at all."""
    for kind, attribute in (("Default", "Extension"), ("Override", "PartName")):
        keys = [key.get(attribute, "").lower() for key in _listed(package, kind)]
        for key, times in Counter(keys).items():
            if times > 1:
                yield Defect("content-type-once", TYPES_PART, key, f"{kind} stands {times} times for {key}")
    for override in _listed(package, "Override"):
        name = override.get("PartName", "")
        if not name.startswith("/") or name[1:] not in package.entries:
            yield Defect("content-type-part", TYPES_PART, name, f"Override for {name}, which is missing")


def document_part(package: Package) -> Iterator[Defect]:
    """The package names a document part, which exists, is typed as one and has a body."""
    if package.main is None:
        # A document that is there but cannot be parsed is said already, with its line.
        if not _main_targets(package) & {defect.part for defect in package.unreadable}:
            yield Defect("document-part", "_rels/.rels", "", "the package names no document part that exists")
        return
    name = package.main.name
    if _type_of(name, *_types(package)) not in {DOCUMENT_TYPE, ""}:
        yield Defect("document-part", name, "", "the content type of the document is not that of a DOCX file")
    if package.main.root.tag != w("document") or package.main.root.find(BODY) is None:
        yield Defect("document-part", name, "", "the document has no w:body")


def relationship_source(package: Package) -> Iterator[Defect]:
    """A rels part stands beside the part that it speaks for."""
    for name in package.entries:
        source = source_of(name)
        if source and source not in package.entries:
            yield Defect(
                "relationship-source", name, "", f"{source} is missing, whose relationships these are"
            )


def _main_targets(package: Package) -> set[str]:
    return {arrow.target for arrow in package.relationships.get("", ()) if arrow.kind == "officeDocument"}


def _listed(package: Package, kind: str) -> list[_Element]:
    part = package.parts.get(TYPES_PART)
    return [] if part is None else list(part.elements(f"{{{CONTENT_TYPES}}}{kind}"))


def _type_of(name: str, overrides: Mapping[str, str], defaults: Mapping[str, str]) -> str:
    """Return the content type of a part, empty where it has none (ECMA-376-2, 10.1.2.4)."""
    return overrides.get(f"/{name}") or defaults.get(name.rpartition(".")[2].lower(), "")


def _types(package: Package) -> tuple[Mapping[str, str], Mapping[str, str]]:
    overrides = {key.get("PartName", ""): key.get("ContentType", "") for key in _listed(package, "Override")}
    defaults = {
        key.get("Extension", "").lower(): key.get("ContentType", "") for key in _listed(package, "Default")
    }
    return overrides, defaults
