"""What the lint says of a file: one broken rule, and where."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Defect:
    """One thing in a DOCX file that Word would refuse or print wrongly.

    Attributes:
        rule: Stable kebab-case name of the broken rule.
        part: Name of the part without a leading slash, such as `word/document.xml`; empty for the package.
        place: Where in the part, for a person, such as `table 2, row 3, cell 1` or `paragraph 7`.
        detail: What is wrong there, one English sentence without a full stop.
    """

    rule: str
    part: str
    place: str
    detail: str
