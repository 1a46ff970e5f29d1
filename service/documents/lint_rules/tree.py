"""Reading WordprocessingML: children behind wrappers, whole numbers, switches."""

import re
from collections.abc import Iterator

from lxml.etree import _Element

from service.documents.lint_rules.names import MC, VAL, w

# Wrappers stand between a parent and its children without changing what the children are.
_WRAPPERS = frozenset(
    {w(name) for name in ("sdt", "sdtContent", "customXml", "ins", "del", "moveFrom", "moveTo")}
    | {f"{{{MC}}}AlternateContent", f"{{{MC}}}Choice"}
)
# Python's int() also reads `1_0` and digits of other scripts; nine digits hold every number of a document.
_WHOLE = re.compile(r"[+-]?[0-9]{1,9}")


def content(parent: _Element, *tags: str) -> Iterator[_Element]:
    """Yield the children of these kinds in order, also those inside content controls and revision marks.

    Args:
        parent: A story, table, row or cell.
        tags: Names as lxml spells them.
    """
    levels = [parent.iterchildren("*")]
    while levels:
        child = next(levels[-1], None)
        if child is None:
            levels.pop()
        elif child.tag in tags:
            yield child
        elif child.tag in _WRAPPERS:
            levels.append(child.iterchildren("*"))


def whole(text: str | None) -> int | None:
    """Return a whole number, or None where the text is none.

    Args:
        text: Value of an attribute.
    """
    return int(text) if text is not None and _WHOLE.fullmatch(text) else None


def is_on(parent: _Element, name: str) -> bool:
    """Tell whether a switch such as `titlePg` stands in its parent and is on.

    Args:
        parent: The properties element.
        name: Name of the switch without its prefix.

    Source:
        ECMA-376-1:2016, 17.17.4 (Boolean Property).
    """
    switch = parent.find(w(name))
    return switch is not None and switch.get(VAL, "true") not in {"0", "false", "off"}
