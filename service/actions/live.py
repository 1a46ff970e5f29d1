"""The glossary in memory, compiled for reading texts, and kept at the newest version in every process."""

import gc
import logging
import threading
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property

from sqlalchemy import Engine
from sqlmodel import Session

from service.accounts.store import national_office
from service.actions.annotate import Annotator
from service.checks.reading import GlossaryReader
from service.core.languages import Language
from service.db.unit_of_work import unit_of_work
from service.glossary.concepts import Concept, Termbase
from service.glossary.overlay import termbase_of
from service.glossary.plain import load_concept
from service.glossary.store.versions import Changes, changes_since, check_version, current_version, in_force

_POLL_S = 0.25
_OLD_VERSIONS = 2
_log = logging.getLogger(__name__)


class Snapshot:
    """One office's glossary at one version. Immutable; what is compiled is compiled once."""

    def __init__(self, termbase: Termbase, version: int) -> None:
        """Hold a termbase."""
        self.termbase = termbase
        self.version = version

    def annotator(self, language: Language) -> Annotator:
        """Reads texts of a language."""
        return self._vi if language is Language.VI else self._zh

    def compile(self) -> None:
        """Compile both languages now, not with the first text."""
        for language in Language:
            self.annotator(language)

    @cached_property
    def reader(self) -> GlossaryReader:
        """Reads the texts of records for the checks, each text once."""
        return GlossaryReader(self.termbase, {language: self.annotator(language) for language in Language})

    @cached_property
    def _vi(self) -> Annotator:
        return Annotator(self.termbase, Language.VI)

    @cached_property
    def _zh(self) -> Annotator:
        return Annotator(self.termbase, Language.ZH)


class Glossary:
    """Every office's snapshot at one version: the national one, and one of each office with own concepts."""

    def __init__(self, version: int, national: int, concepts: Mapping[str, tuple[int, Concept]]) -> None:
        """Lay the offices' concepts over the national ones.

        Args:
            version: The version that this is.
            national: Number of the national office.
            concepts: What is in force, with the office whose it is, by id.
        """
        self.version = version
        self.concepts = concepts
        self.national = national
        by_office: dict[int, list[Concept]] = {national: []}
        for office_id, concept in concepts.values():
            by_office.setdefault(office_id, []).append(concept)
        everybody = by_office.pop(national)
        self._snapshots = {national: self._snapshot(everybody, ())}
        self._snapshots |= {office: self._snapshot(everybody, own) for office, own in by_office.items()}

    def _snapshot(self, national: Iterable[Concept], own: Iterable[Concept]) -> Snapshot:
        return Snapshot(termbase_of(national, own, str(self.version)), self.version)

    def of(self, office_id: int) -> Snapshot:
        """The snapshot of an office; the national one where it has no concept of its own."""
        return self._snapshots.get(office_id, self._snapshots[self.national])

    def compile(self) -> None:
        """Compile every snapshot."""
        for snapshot in self._snapshots.values():
            snapshot.compile()


class LiveGlossary:
    """Follows the database: a new version is compiled beside the old one, which answers until then."""

    def __init__(self, engine: Engine, poll_s: float = _POLL_S) -> None:
        """Load and compile the newest version.

        Args:
            engine: The database.
            poll_s: Seconds between two looks at the version.
        """
        self._engine = engine
        self._poll_s = poll_s
        self._old: OrderedDict[int, Glossary] = OrderedDict()
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None
        with _uncollected():
            with unit_of_work(engine, writing=False) as session:
                self._glossary = _load(session, current_version(session))
            self._glossary.compile()

    @property
    def version(self) -> int:
        """The version that answers."""
        return self._glossary.version

    def of(self, office_id: int, version: int | None = None) -> Snapshot:
        """An office's glossary, at the newest version or at an earlier one.

        Raises:
            VersionUnknown: There is no such version.
        """
        glossary = self._glossary
        if version is None or version == glossary.version:
            return glossary.of(office_id)
        return self._at(version).of(office_id)

    def _at(self, version: int) -> Glossary:
        with self._lock:
            if version not in self._old:
                with unit_of_work(self._engine, writing=False) as session:
                    check_version(session, version)
                    self._old[version] = _load(session, version)
            self._old.move_to_end(version)
            while len(self._old) > _OLD_VERSIONS:
                self._old.popitem(last=False)
            return self._old[version]

    def refresh(self) -> bool:
        """Look at the database now; whether a new version answers from here on."""
        with unit_of_work(self._engine, writing=False) as session:
            version = current_version(session)
            if version == self._glossary.version:
                return False
            changes = changes_since(session, self._glossary.version, version)
        with _uncollected():
            newer = _newer(self._glossary, changes, version)
            newer.compile()
        self._glossary = newer
        return True

    def start(self) -> None:
        """Follow the database from now on."""
        self._thread = threading.Thread(target=self._follow, name="glossary", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Follow no longer."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.join()

    def _follow(self) -> None:
        while not self._stopped.wait(self._poll_s):
            try:
                self.refresh()
            except Exception:  # noqa: BLE001 - a database that is away comes back; the old version answers
                _log.exception("the glossary could not be refreshed")


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without looking for cycles: what is compiled has none, and the looking takes half of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _load(session: Session, version: int) -> Glossary:
    concepts = ((office_id, load_concept(content)) for office_id, content in in_force(session, version))
    national = national_office(session).office_id
    return Glossary(
        version, national, {concept.concept_id: (office, concept) for office, concept in concepts}
    )


def _newer(before: Glossary, changes: Changes, version: int) -> Glossary:
    """The next version, made from the one before: only what changed is read."""
    concepts = dict(before.concepts)
    come = {concept_id: (one.office_id, load_concept(one.content)) for concept_id, one in changes.come}
    for concept_id in changes.gone:
        if concept_id not in come:
            concepts.pop(concept_id, None)
    concepts.update(come)
    return Glossary(version, before.national, concepts)
