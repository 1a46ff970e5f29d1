"""Where a tag of a template stands, as every message about it says."""

from dataclasses import dataclass

from service.core.message import Message, message


@dataclass(frozen=True)
class TagPlace:
    """Where a tag stands: file, part, number of the paragraph in the part, and the text around it."""

    file: str
    part: str
    paragraph: int
    text: str

    @property
    def message(self) -> Message:
        """The place as messages give it, in the reader's language."""
        where = self.file if self.part == "word/document.xml" else f"{self.file}, {self.part}"
        return message(
            "{file}, paragraph {paragraph}: «{text}»", file=where, paragraph=self.paragraph, text=self.text
        )

    def __str__(self) -> str:
        """The place in English."""
        return str(self.message)
