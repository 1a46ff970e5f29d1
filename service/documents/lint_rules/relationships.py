"""Rules of the arrows between parts."""

import re
from collections.abc import Iterator

from service.documents.lint_rules.defect import Defect
from service.documents.lint_rules.names import R
from service.documents.lint_rules.package import Package, Relationship

_WEB_OR_MAIL = re.compile(r"(https?|mailto):", re.IGNORECASE)


def relationship_ids(package: Package) -> Iterator[Defect]:
    """Each relationship has an id, and no two of one part share it."""
    for arrows in package.relationships.values():
        seen: set[str] = set()
        for arrow in arrows:
            if not arrow.id or arrow.id in seen:
                yield arrow.defect("relationship-id", "the id is missing or used twice")
            seen.add(arrow.id)


def relationship_targets(package: Package) -> Iterator[Defect]:
    """A relationship inside the package points at a part that exists."""
    for arrow in _every(package):
        if arrow.mode == "Internal" and arrow.target not in package.entries:
            yield arrow.defect("relationship-target", f"{arrow.target} is missing")


def relationship_external(package: Package) -> Iterator[Defect]:
    """Nothing points outside but a hyperlink to the web or to a mail address.

    A picture or template outside would be fetched when the paper is opened, and tell who opened it.
    """
    for arrow in _every(package):
        if arrow.mode not in {"Internal", "External"}:
            yield arrow.defect("relationship-external", f"TargetMode {arrow.mode} does not exist")
        elif arrow.mode == "External" and not _is_link(arrow):
            yield arrow.defect("relationship-external", f"{arrow.kind} outside the package: {arrow.target}")


def relationship_used(package: Package) -> Iterator[Defect]:
    """Each relationship id that a part uses is one of its own."""
    for part in package.parts.values():
        known = {arrow.id for arrow in package.relationships.get(part.name, ())}
        for element, name, value in part.attributes(R):
            if value not in known:
                detail = f"r:{name} {value} is no relationship of this part"
                yield part.defect("relationship-used", element, detail)


def _every(package: Package) -> Iterator[Relationship]:
    for arrows in package.relationships.values():
        yield from arrows


def _is_link(arrow: Relationship) -> bool:
    return arrow.kind == "hyperlink" and _WEB_OR_MAIL.match(arrow.target) is not None
