"""Notes read into a proposed record: facts of the opening, people, and points under their headings."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import zip_longest

from service.core.languages import Language
from service.core.message import BienbanError, message
from service.core.text import clean_text
from service.exchange.notes.assembly import assemble
from service.exchange.notes.attendance import Attendance
from service.exchange.notes.facts import Facts
from service.exchange.notes.lines import Line, Mark, Sentence, cut_lines, cut_sentences
from service.exchange.notes.people import NotedPerson, find_people
from service.exchange.notes.points import (
    Context,
    Point,
    is_heading,
    is_title,
    read_context,
    read_label,
    read_point,
    read_pronoun,
    read_when,
)
from service.exchange.notes.proposal import Passage, Proposal
from service.exchange.notes.terms import Terms
from service.glossary.annotator import Annotator
from service.glossary.concepts import Category, Termbase
from service.glossary.named import Body

MAX_NOTES = 20_000
_ATTENDANCE = "label.thanh-phan"
_OPENING = 10  # lines that may say when, where and of what a meeting was


class NotesTooLong(BienbanError):
    """Notes of more characters than are read at once."""


@dataclass
class NotedSection:
    """A heading with the points under it.

    Attributes:
        heading: Its words; None of points that stand under no heading.
        at: Where the heading stands.
        points: The points.
    """

    heading: str | None
    at: Passage | None
    points: list[Point] = field(default_factory=list)


@dataclass
class Notes:
    """What was read in notes, before it is a record."""

    facts: Facts = field(default_factory=Facts)
    people: list[NotedPerson] = field(default_factory=list)
    bodies: list[tuple[Passage, Body]] = field(default_factory=list)
    sections: list[NotedSection] = field(default_factory=list)
    labels: list[Passage] = field(default_factory=list)


def read_notes(
    text: str,
    language: Language,
    termbase: Termbase,
    as_of: date,
    annotator: Annotator | None = None,
) -> Proposal:
    r"""Propose a record from notes.

    Args:
        text: A news report, notes in bullets or old minutes, in one language; line breaks as `\n`.
        language: That language.
        termbase: The glossary.
        as_of: The day names must be right for.
        annotator: Of this glossary and language; None: compiled here.

    Returns:
        The record with the passages it comes from, and every stretch that nothing was read from.

    Raises:
        NotesTooLong: More than 20,000 characters, some ten pages.
        UnfitText: A character that no minutes may hold.
    """
    if len(text) > MAX_NOTES:
        raise NotesTooLong(message("notes longer than {most} characters; give them in parts", most=MAX_NOTES))
    clean_text(text)
    terms = Terms(termbase, language, as_of, annotator or Annotator(termbase, language))
    return assemble(text, _Reading(terms).read(text), terms)


class _Reading:
    """Reads the lines of notes one after the other."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._notes = Notes()
        self._labels = frozenset(_labels(terms))
        self._attendance = Attendance(terms, terms.forms(_ATTENDANCE))
        self._heading = Context()
        self._lead = Context()
        self._is_numbered = False
        self._is_opening = True
        self._is_clause = False  # what leads is a clause before a semicolon

    def read(self, text: str) -> Notes:
        lines = list(cut_lines(text))
        for number, (line, after) in enumerate(zip_longest(lines, lines[1:])):
            if line is not None:
                has_points = any(section.points for section in self._notes.sections)
                self._is_opening = not has_points and number < _OPENING
                self._read_line(line, after)
        return self._notes

    def _read_line(self, line: Line, after: Line | None) -> None:
        heads_people = self._attendance.open(line)
        if heads_people is not None:
            self._notes.labels.append(heads_people)
            self._heading, self._lead, self._is_numbered = Context(), Context(), False
            self._read_attendance(line)
        elif is_title(line) and not any(section.points for section in self._notes.sections):
            self._read_opening(line)
        elif is_heading(line, after, self._terms.language, self._labels):
            self._begin(line)
        elif not (self._attendance.is_open and self._read_attendance(line)):
            self._read_sentences(line)

    def _begin(self, line: Line) -> None:
        """Begin a section, or a list within one; the words before a list may be a point's own opening."""
        at = Passage(line.start, line.end)
        context = read_context(line.text, at, self._terms)
        is_lead = (
            line.mark is not Mark.SECTION
            and line.text.endswith((":", "："))
            and not self._is_label(line.text)
        )
        if is_lead:
            if context.stance or context.by:
                self._lead = context
            if context.by and not context.stance:
                self._notes.labels.append(at)
            self._read_opening(line)
            return
        self._attendance.close()
        self._notes.facts.expect(line.text, self._terms.language)
        self._heading, self._lead, self._is_numbered = context, Context(), False
        self._notes.sections.append(NotedSection(line.text.rstrip(":： "), at))

    def _read_attendance(self, line: Line) -> bool:
        """Read a line of a list of people; whether it names any."""
        before = len(self._notes.people)
        for sentence in cut_sentences(line, self._terms.language):
            self._read_people(sentence.text, sentence.start, line.start)
        entries = list(self._attendance.entries(line, self._notes.people))
        for one in entries:
            first = line.start if one.whole.start == line.content else one.whole.start
            self._add_person(replace(one, whole=Passage(first, one.whole.end)))
        return len(self._notes.people) > before

    def _is_label(self, text: str) -> bool:
        return text.rstrip(":： ").casefold() in self._labels

    def _read_opening(self, line: Line) -> None:
        for sentence in cut_sentences(line, self._terms.language):
            self._read_fact(sentence, is_title=is_title(line))
            self._read_people(sentence.text, sentence.start, sentence.start)

    def _read_sentences(self, line: Line) -> None:
        if line.mark is Mark.NONE:
            self._lead = Context()  # a paragraph of its own ends a list
            if self._is_numbered:
                self._heading = Context()
        else:
            self._is_numbered = True
        label: Context | None = None
        point: Point | None = None
        for index, sentence in enumerate(cut_sentences(line, self._terms.language)):
            start = line.start if index == 0 else sentence.start
            label = read_label(sentence, self._terms) if index == 0 else label
            self._read_people(sentence.text, sentence.start, start)
            context = read_pronoun(sentence, point, self._terms) or self._context(label if index else None)
            point = read_point(sentence, start, context, self._terms)
            if point is not None:
                self._read_when(sentence)
                self._attendance.close()
                self._add(point)
                self._follow(point, sentence.text)
            else:
                self._read_fact(sentence)

    def _read_fact(self, sentence: Sentence, *, is_title: bool = False) -> None:
        self._notes.facts.read(sentence, self._terms, is_opening=self._is_opening, is_title=is_title)
        for one in self._terms.find(sentence.text):
            body = self._terms.resolve(one) if one.kind == Category.INSTITUTION else None
            if isinstance(body, Body):
                at = Passage(sentence.start + one.start, sentence.start + one.end)
                self._notes.bodies.append((at, body))

    def _read_when(self, sentence: Sentence) -> None:
        """The first point may tell when and where the meeting was."""
        when = read_when(sentence, self._terms) if self._is_opening else None
        if when is not None and not any(section.points for section in self._notes.sections):
            self._read_fact(when)

    def _follow(self, point: Point, text: str) -> None:
        """Take what a point that a semicolon or colon ends says of those behind it, up to a full stop."""
        if text.endswith((";", "；", ":", "：")):
            self._is_clause = text.endswith((";", "；")) and (self._is_clause or not self._lead.stance)
            self._lead = Context(point.stance, point.by, point.by is None, (point.at,))
        elif self._is_clause:
            self._lead, self._is_clause = Context(), False

    def _context(self, label: Context | None) -> Context:
        """What is said above a sentence: by the words before a list, the label of its line, the heading."""
        return self._lead if self._lead.stance or self._lead.by else label or self._heading

    def _add(self, point: Point) -> None:
        if not self._notes.sections:
            self._notes.sections.append(NotedSection(None, None))
        self._notes.sections[-1].points.append(point)

    def _read_people(self, text: str, offset: int, start: int) -> None:
        for person in find_people(text, offset, self._terms):
            # The number or bullet before it belongs to it.
            first = start if person.whole.start == offset else person.whole.start
            self._add_person(replace(person, whole=Passage(first, person.whole.end)))

    def _add_person(self, person: NotedPerson) -> None:
        """Keep somebody whom the notes have not named yet."""
        if any((one.name or one.position) == (person.name or person.position) for one in self._notes.people):
            return
        self._notes.people.append(person)
        if person.name is not None:
            self._terms.people[person.name] = person.side


def _labels(terms: Terms) -> Iterator[str]:
    for concept in terms.termbase.of(Category.LABEL):
        yield from terms.forms(concept.concept_id)
