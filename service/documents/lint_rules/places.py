"""Where an element stands, in words that a person can follow in Word."""

from collections import Counter
from itertools import islice

from lxml.etree import _Element

from service.documents.lint_rules.names import STYLE, TBL, TC, TR, P, local_name, w

# Far enough for a person to find the spot, near enough that a million neighbours cost nothing.
_NEIGHBOURS = 50


class Places:
    """The places of one part, counted once; numbers start at 1 and follow reading order."""

    def __init__(self, root: _Element) -> None:
        """Count the tables, rows, cells, paragraphs and styles.

        Args:
            root: Root of the part.
        """
        # The dictionary keeps every labelled element alive: lxml makes a new proxy, with another identity,
        # for an element that nobody holds.
        self._labels: dict[_Element, str] = {}
        self._root = root
        self._counts: Counter[tuple[str, str]] = Counter()
        for element in root.iter(TBL, TR, TC, P, STYLE):
            self._labels[element] = self._label(element)

    def of(self, element: _Element) -> str:
        """Return the place of an element: its own, that around it, or that before it.

        Args:
            element: Any element of the part.
        """
        for around in (element, *element.iterancestors()):
            if around in self._labels:
                return self._labels[around]
        for before in islice(element.itersiblings(preceding=True), _NEIGHBOURS):
            if before in self._labels:
                return f"after {self._labels[before]}"
        return local_name(str(self._root.tag))

    def _label(self, element: _Element) -> str:
        if element.tag == STYLE:
            return f"style {element.get(w('styleId'), '')}"
        if element.tag == TBL:
            return self._numbered("", "table")
        if element.tag == TR:
            return self._numbered(self._around(element, TBL), "row")
        if element.tag == TC:
            return self._numbered(self._around(element, TR), "cell")
        return self._around(element, TC) or self._numbered("", "paragraph")

    def _around(self, element: _Element, tag: str) -> str:
        owner = next(element.iterancestors(tag), None)
        return "" if owner is None else self._labels[owner]

    def _numbered(self, around: str, noun: str) -> str:
        self._counts[around, noun] += 1
        label = f"{noun} {self._counts[around, noun]}"
        return f"{around}, {label}" if around else label
