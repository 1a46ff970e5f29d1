"""The whole texts of one meeting, typed by hand, put together as each original wants them."""

from dataclasses import dataclass

from service.core.languages import Language

SECTIONS = {
    Language.VI: ("I. ", "II. ", "III. ", "IV. ", "V. ", "VI. "),
    Language.ZH: ("一、", "二、", "三、", "四、", "五、", "六、"),
}
ITEMS = {
    Language.VI: ("1. ", "2. ", "3. ", "4. ", "5. ", "6. ", "7. ", "8. "),
    Language.ZH: ("（一）", "（二）", "（三）", "（四）", "（五）", "（六）", "（七）", "（八）"),
}
MARKS = {Language.VI: "Minh họa: ", Language.ZH: "示例："}


@dataclass(frozen=True)
class Half:
    """A paper in one language.

    Attributes:
        language: Its language.
        title: Its lines as the side of Vietnam stands first, and as the side of China does.
        facts: Time, place, host, and the label over those who attended.
        people: Of the side of Vietnam, of the side of China.
        sections: Headings with their items, without numbers and marks.
        closing: With `{languages}` for both languages.
        languages: As the side of Vietnam stands first, and as the side of China does.
        signs: Party, post and name, of Vietnam and of China.
    """

    language: Language
    title: tuple[list[str], list[str]]
    facts: list[str]
    people: tuple[list[str], list[str]]
    sections: list[tuple[str, list[str]]]
    closing: str
    languages: tuple[str, str]
    signs: tuple[tuple[str, str, str], tuple[str, str, str]]

    @property
    def body(self) -> list[str]:
        """Headings and items as the norm of the language numbers them, each item marked as invented."""
        found: list[str] = []
        for number, (heading, items) in zip(self._numbers(), self.sections, strict=True):
            found.append(f"{number}{heading}")
            numbered = zip(ITEMS[self.language], items, strict=False)
            found += [f"{item}{MARKS[self.language]}{text}" for item, text in numbered]
            assert len(items) <= len(ITEMS[self.language])
        return found

    def _numbers(self) -> tuple[str, ...]:
        return SECTIONS[self.language][: len(self.sections)]

    def text(self, *, vietnam_first: bool) -> list[str]:
        """Every paragraph in its order."""
        first, second = (0, 1) if vietnam_first else (1, 0)
        signs = zip(self.signs[first], self.signs[second], strict=True)
        return [
            *self.title[first],
            *self.facts,
            *self.people[first],
            *self.people[second],
            *self.body,
            self.closing.format(languages=self.languages[first]),
            *(line for pair in signs for line in pair),
        ]


@dataclass(frozen=True, eq=False)
class Paper:
    """A paper in both languages.

    Attributes:
        stem: Name of its record in examples/, without ending.
        vi: The Vietnamese half.
        zh: The Chinese half.
        items: How many segments each section has, its heading left out.
        values: Amounts and dates of the Vietnamese text with what the Chinese text must say.
    """

    stem: str
    vi: Half
    zh: Half
    items: dict[str, int]
    values: list[tuple[str, str]]

    def half(self, language: Language) -> Half:
        """The half in a language."""
        return self.vi if language is Language.VI else self.zh
