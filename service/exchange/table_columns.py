"""Columns of a table of concepts: their keys, and their headings and codes in the languages of people."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from service.core.text import fold_term
from service.exchange.concept_fields import FIELDS
from service.exchange.field_values import NO, YES, Kind
from service.glossary.life import State

ID, REVISION, STATE = "id", "revision", "state"
COLUMNS = (ID, REVISION, STATE, *(one.key for one in FIELDS))
"""Every column, in the order in which files are written."""

CODES: Mapping[str, tuple[str, ...]] = {
    STATE: tuple(State),
    **{one.key: one.codes for one in FIELDS if one.codes},
    **{one.key: (YES, NO) for one in FIELDS if one.kind is Kind.FLAG},
}
"""Columns that hold codes, and which."""

_ALIASES = {
    "vi": "vi.preferred",
    "tiếng việt": "vi.preferred",
    "越文": "vi.preferred",
    "越南语": "vi.preferred",
    "vietnamese": "vi.preferred",
    "zh": "zh.preferred",
    "tiếng trung": "zh.preferred",
    "中文": "zh.preferred",
    "汉语": "zh.preferred",
    "chinese": "zh.preferred",
    "valid_from": "valid.first",
    "valid_to": "valid.last",
    "notes": "note",
}


@dataclass(frozen=True)
class Labels:
    """How columns and codes are called in one language of people.

    Attributes:
        headings: Column key to heading; a key that is missing stands for itself.
        codes: Code to label; a code that is missing stands for itself.
    """

    headings: Mapping[str, str] = field(default_factory=dict)
    codes: Mapping[str, str] = field(default_factory=dict)

    def heading(self, key: str) -> str:
        """The heading of a column."""
        return self.headings.get(key, key)

    def code(self, code: str) -> str:
        """The label of a code."""
        return self.codes.get(code, code)


class KnownLabels:
    """Every way to write a heading or a code: keys and codes themselves, and the labels of any language."""

    def __init__(self, labels: Iterable[Labels] = ()) -> None:
        """Know the labels of some languages; the keys themselves are always known."""
        every = (Labels(), *labels)
        self._headings = {fold_term(label): key for label, key in _ALIASES.items()}
        for one in every:
            self._headings |= {fold_term(one.heading(key)): key for key in COLUMNS}
        self._codes = {
            key: {fold_term(one.code(code)): code for one in every for code in codes}
            for key, codes in CODES.items()
        }

    def find_column(self, heading: str) -> str | None:
        """The column that a heading names, None where it names none."""
        return self._headings.get(fold_term(heading))

    def code(self, column: str, text: str) -> str:
        """The code that a cell means; the text itself where it means none, to be refused by its field."""
        return self._codes.get(column, {}).get(fold_term(text), text)
