"""The words of tables of concepts in the languages of people."""

from functools import cache

from service.exchange.table_columns import KnownLabels, Labels
from service.exchange.table_words import (
    CODE_WORDS,
    HEADINGS,
    HELP_SHEET,
    KIND_WORDS,
    LISTS_SHEET,
    RULES,
    SHEET,
    Wording,
)
from service.locale.catalog import LANGUAGES, say


@cache
def table_wording(language: str) -> Wording:
    """Everything people read in a workbook of concepts, in one of the languages of screens."""
    return Wording(
        labels=Labels(
            {key: say(said, language) for key, said in HEADINGS.items()},
            {code: say(said, language) for code, said in CODE_WORDS.items()},
        ),
        sheet=say(SHEET, language),
        help_sheet=say(HELP_SHEET, language),
        lists_sheet=say(LISTS_SHEET, language),
        rules=tuple(say(said, language) for said in RULES),
        kinds={kind: say(said, language) for kind, said in KIND_WORDS.items()},
    )


@cache
def known_labels() -> KnownLabels:
    """The headings and codes of every language, as a file may bring them."""
    return KnownLabels(table_wording(language).labels for language in LANGUAGES)
