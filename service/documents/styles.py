"""The styles of both templates in one document: found by name, kept under ids that do not clash."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from service.core.languages import Language
from service.documents.ooxml import Element, attribute, w
from service.documents.template import DocxTemplate

_REFERENCES = tuple(map(w, ("basedOn", "next", "link")))


@dataclass(frozen=True)
class MergedStyles:
    """Styles of two templates.

    Attributes:
        root: The root of the styles part.
        by_name: Style name to the id it has in the drafted document.
        ids: A template's language and own style id, to the id in the drafted document.
        base_ids: The ids of the styles that are the base's.
    """

    root: Element
    by_name: Mapping[str, str]
    ids: Mapping[tuple[Language, str], str]
    base_ids: frozenset[str]


def merge_styles(base: DocxTemplate, other: DocxTemplate) -> MergedStyles:
    """Add to a template's styles those that only its twin has.

    A style of the same name in both is the base's; names carry their language, so that a template's own
    styles never meet their twins.
    """
    root = deepcopy(base.styles)
    etree.strip_elements(root, w("rsid"), with_tail=False)
    by_name = dict(base.style_ids)
    ids = {(base.language, style_id): style_id for style_id in by_name.values()}
    added: list[Element] = []
    for name, style_id in other.style_ids.items():
        if name not in by_name:
            by_name[name] = style_id if style_id not in by_name.values() else f"{style_id}-{other.language}"
            added.append(_find(other.styles, style_id))
        ids[other.language, style_id] = by_name[name]
    for style in map(deepcopy, added):
        _rename(style, other.language, ids)
        etree.strip_elements(style, w("rsid"), with_tail=False)
        root.append(style)
    return MergedStyles(root, by_name, ids, frozenset(base.style_ids.values()))


def _find(styles: Element, style_id: str) -> Element:
    return next(style for style in styles.iter(w("style")) if style.get(w("styleId")) == style_id)


def _rename(style: Element, language: Language, ids: Mapping[tuple[Language, str], str]) -> None:
    style.set(w("styleId"), ids[language, style.get(w("styleId")) or ""])
    for reference in style.iterchildren(*_REFERENCES):
        own = attribute(reference, "val") or ""
        reference.set(w("val"), ids.get((language, own), own))
    # Two templates, one default style a kind: the base's.
    if w("default") in style.attrib:
        del style.attrib[w("default")]
