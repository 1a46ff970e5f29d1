"""A lint of DOCX files: what Word would refuse or print wrongly, and other programs let pass."""

from collections.abc import Callable, Iterator
from itertools import islice

from service.documents.lint_rules import (
    blocks,
    container,
    identities,
    numbering,
    order,
    relationships,
    runs,
    sections,
    styles,
    tables,
)
from service.documents.lint_rules.defect import Defect
from service.documents.lint_rules.entries import PackageRefused
from service.documents.lint_rules.package import Package, open_package

__all__ = ["Defect", "lint_docx"]

Rule = Callable[[Package], Iterator[Defect]]

RULES: tuple[Rule, ...] = (
    container.xml_readable,
    container.entry_names,
    container.content_types,
    container.content_type_list,
    container.document_part,
    container.relationship_source,
    relationships.relationship_ids,
    relationships.relationship_targets,
    relationships.relationship_external,
    relationships.relationship_used,
    blocks.cell_end,
    blocks.story_end,
    blocks.body_end,
    blocks.adjacent_tables,
    tables.table_shape,
    tables.grid_fits,
    tables.cell_widths,
    tables.merges,
    identities.bookmark_ids,
    identities.bookmark_names,
    identities.bookmark_pairs,
    identities.drawing_ids,
    identities.paragraph_ids,
    identities.note_references,
    styles.style_used,
    styles.style_links,
    styles.style_cycles,
    styles.style_names,
    numbering.list_used,
    numbering.list_definitions,
    sections.section_references,
    sections.title_pages,
    runs.empty_runs,
    runs.kept_spaces,
    runs.template_tags,
    order.element_order,
    order.properties_first,
)
# A broken template breaks every row alike; more of the same teaches nobody, and a hostile file has millions.
_DEFECTS_A_RULE = 100


def lint_docx(data: bytes) -> list[Defect]:
    """Find what is wrong with a DOCX file, without opening anything but these bytes.

    Args:
        data: Any bytes.

    Returns:
        The defects in the order of the rules, then of the document, at most 100 a rule; empty when sound.
        Bytes that are no package, or one too large, are one defect.

    Source:
        ECMA-376-1:2016 (WordprocessingML), ECMA-376-2 (packages), and what Word refuses in practice.
    """
    try:
        package = open_package(data)
    except PackageRefused as refusal:
        return [refusal.defect]
    return [defect for rule in RULES for defect in islice(rule(package), _DEFECTS_A_RULE)]
