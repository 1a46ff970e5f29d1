"""What every format of concepts keeps; a test class of a format says how to write and to read it."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from functools import cache

from hypothesis import HealthCheck, given, settings

from exchange.generated_concepts import TEMPTING, fits
from exchange.generated_concepts import files as generated_files
from service.actions.workshop import open_termbase
from service.exchange.concept_fields import concept_of
from service.exchange.incoming import ExchangedConcept, Incoming, Reading
from service.exchange.plan import Outcome
from service.exchange.planning import plan_import
from service.glossary.concepts import Category, Concept, Source, Terms, Validity
from service.glossary.life import State
from service.settings import Settings


@cache
def shipped() -> tuple[ExchangedConcept, ...]:
    concepts = open_termbase(Settings()).concepts
    return tuple(ExchangedConcept(concept, 3, State.APPROVED) for concept in concepts)


def small(text: str = "tỉnh A", **said: object) -> Concept:
    """A concept that says little."""
    return Concept("place.a", Category.PLACE, Terms(text), Terms("甲省"), **said)  # type: ignore[arg-type]


def come_home(incoming: Sequence[Incoming]) -> list[ExchangedConcept]:
    """The concepts of a file as a glossary that holds none would hold them."""
    return [
        ExchangedConcept(concept_of(one.concept_id or "", one.stated), one.revision, one.state, one.events)
        for one in incoming
    ]


class FormatContract(ABC):
    """Every format writes concepts and reads the same ones."""

    @abstractmethod
    def write(self, concepts: Sequence[ExchangedConcept]) -> bytes:
        """Write concepts in the format."""

    @abstractmethod
    def read(self, data: bytes) -> Reading:
        """Read a file of the format."""

    def test_the_whole_shipped_termbase_comes_home(self) -> None:
        reading = self.read(self.write(shipped()))
        assert [one.problems for one in reading.incoming if one.problems] == []
        assert [one.doubts for one in reading.incoming if one.doubts] == []
        assert come_home(reading.incoming) == list(shipped())

    @settings(max_examples=40, suppress_health_check=list(HealthCheck))
    @given(generated_files)
    def test_any_concepts_come_home(self, concepts: list[ExchangedConcept]) -> None:
        reading = self.read(self.write(concepts))
        assert [one.problems for one in reading.incoming if one.problems] == []
        assert come_home(reading.incoming) == concepts

    def test_tempting_texts_come_home_as_they_are(self) -> None:
        concepts = [
            ExchangedConcept(small(text, note=text, sources=(Source(text, text),), domain=text))
            for text in filter(fits, TEMPTING)
        ]
        read = [self.read(self.write([one])).incoming for one in concepts]
        assert [come_home(incoming) for incoming in read] == [[one] for one in concepts]

    def test_an_export_changes_nothing_where_it_came_from(self) -> None:
        plan = plan_import(shipped(), self.read(self.write(shipped())))
        assert plan.counts[Outcome.UNCHANGED] == len(shipped())
        assert plan.is_ready
        assert plan.writes == ()

    def test_an_export_fills_an_empty_glossary_with_the_same(self) -> None:
        plan = plan_import((), self.read(self.write(shipped())))
        assert plan.is_ready
        assert [row.concept for row in plan.writes] == [one.concept for one in shipped()]

    def test_a_field_that_an_export_leaves_out_is_left_alone(self) -> None:
        held = small(note="A note.", validity=Validity(None, None), domain="trade", confirm=True)
        plan = plan_import([ExchangedConcept(held)], self.read(self.write([ExchangedConcept(small())])))
        assert [row.outcome for row in plan.rows] == [Outcome.UNCHANGED]

    def test_forbidden_terms_stay_forbidden(self) -> None:
        concept = Concept(
            "place.a", Category.PLACE, Terms("A", deprecated=("B", "C")), Terms("甲", deprecated=("乙",))
        )
        (incoming,) = self.read(self.write([ExchangedConcept(concept)])).incoming
        assert incoming.stated["vi.deprecated"] == ("B", "C")
        assert incoming.stated["zh.deprecated"] == ("乙",)

    def test_a_file_without_concepts_has_no_rows(self) -> None:
        assert self.read(self.write([])).incoming == ()

    def test_each_row_has_its_number_and_a_place(self) -> None:
        incoming = self.read(self.write(shipped()[:3])).incoming
        numbers = [one.number for one in incoming]
        assert numbers == sorted(set(numbers))
        assert all(one.place.startswith("a.") and one.place.count(":") == 1 for one in incoming)

    def test_the_same_concepts_read_twice_are_the_same(self) -> None:
        data = self.write(shipped()[:20])
        assert self.read(data) == self.read(data)
