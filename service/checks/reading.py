"""Reading the texts of a record with the glossary, each text once however many checks ask."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property, lru_cache

from service.core.languages import Language
from service.glossary.annotator import Annotator, FoundName
from service.glossary.concepts import Concept, Termbase

_REMEMBERED = 1 << 12


class GlossaryReader:
    """Finds names and terms with one termbase; compiled when the first text is read."""

    def __init__(self, termbase: Termbase, annotators: Mapping[Language, Annotator] | None = None) -> None:
        """Hold a termbase.

        Args:
            termbase: The glossary of one version.
            annotators: That read with it, where they are compiled already.
        """
        self.termbase = termbase
        self._compiled = annotators
        self.find = lru_cache(maxsize=_REMEMBERED)(self._find)

    @cached_property
    def _annotators(self) -> Mapping[Language, Annotator]:
        if self._compiled is not None:
            return self._compiled
        return {language: Annotator(self.termbase, language) for language in Language}

    def _find(self, text: str, language: Language, as_of: date) -> tuple[FoundName, ...]:
        """Every controlled name of a text, in reading order."""
        return tuple(self._annotators[language].find(text, as_of))

    def concept(self, concept_id: str) -> Concept:
        """A concept that a find names."""
        return self.termbase.by_id[concept_id]
