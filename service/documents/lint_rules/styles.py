"""Rules of styles: what is used exists, and none rests on itself."""

from collections.abc import Iterator, Mapping

from lxml.etree import _Element

from service.documents.lint_rules.defect import Defect
from service.documents.lint_rules.names import STYLE, VAL, local_name, w
from service.documents.lint_rules.package import Package

_STYLE_ID = w("styleId")
_TYPE_OF = {
    w("pStyle"): "paragraph",
    w("rStyle"): "character",
    w("tblStyle"): "table",
    w("numStyleLink"): "numbering",
    w("styleLink"): "numbering",
}
_LINKS = ("basedOn", "next", "link")


def style_used(package: Package) -> Iterator[Defect]:
    """Each style that a text, a table or a list uses exists and is of that kind."""
    types = {name: style.get(w("type"), "paragraph") for name, style in _styles(package).items()}
    for part in package.word_parts:
        for use in part.elements(*_TYPE_OF):
            name, kind = use.get(VAL, ""), _TYPE_OF[str(use.tag)]
            if types.get(name) != kind:
                yield part.defect("style-used", use, f"there is no {kind} style with the id {name}")


def style_links(package: Package) -> Iterator[Defect]:
    """The style that another is based on, followed by or linked with exists."""
    part = package.beside_main("styles")
    known = _styles(package)
    if part is None:
        return
    for style in known.values():
        for link in style.iterchildren(*map(w, _LINKS)):
            if link.get(VAL) not in known:
                detail = f"w:{local_name(str(link.tag))} names {link.get(VAL)}, which does not exist"
                yield part.defect("style-link", link, detail)


def style_cycles(package: Package) -> Iterator[Defect]:
    """No style is, over any number of steps, based on itself."""
    part = package.beside_main("styles")
    known = _styles(package)
    done: set[str] = set()
    for name in known:
        closing = _walk(known, name, done)
        if part is not None and closing is not None:
            detail = f"the style {closing} is based on itself"
            yield part.defect("style-cycle", known[closing], detail)


def style_names(package: Package) -> Iterator[Defect]:
    """No two styles share an id, nor a name whatever its case."""
    part = package.beside_main("styles")
    if part is None:
        return
    ids: set[str] = set()
    names: set[str] = set()
    for style in part.elements(STYLE):
        identity, name = style.get(_STYLE_ID), _name(style)
        if identity is None or identity in ids:
            yield part.defect("style-id", style, f"the id {identity} is missing or used twice")
        if name is None or name in names:
            yield part.defect("style-name", style, f"the name {name} is missing or used twice")
        ids.add(identity or "")
        names.add(name or "")


def _styles(package: Package) -> Mapping[str, _Element]:
    part = package.beside_main("styles")
    if part is None:
        return {}
    return {identity: style for style in part.elements(STYLE) if (identity := style.get(_STYLE_ID))}


def _name(style: _Element) -> str | None:
    name = style.find(w("name"))
    return None if name is None else name.get(VAL, "").casefold()


def _walk(styles: Mapping[str, _Element], name: str, done: set[str]) -> str | None:
    """Follow basedOn to its end; return the style at which the path comes back to itself.

    Args:
        styles: The styles by id.
        name: The style to begin at.
        done: Styles already followed, which this walk adds to; so all walks together are one pass.
    """
    path: set[str] = set()
    while name in styles and name not in done:
        done.add(name)
        path.add(name)
        base = styles[name].find(w("basedOn"))
        name = "" if base is None else base.get(VAL, "")
    return name if name in path else None
