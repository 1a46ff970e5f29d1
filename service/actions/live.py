"""The glossary in memory, compiled for reading texts, and kept at the newest version in every process."""

import gc
import logging
import threading
from collections import OrderedDict
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import NamedTuple

from sqlalchemy import Engine
from sqlmodel import Session

from service.accounts.store import national_office
from service.actions.annotate import Annotator
from service.checks.reading import GlossaryReader
from service.core.languages import Language
from service.db.unit_of_work import unit_of_work
from service.glossary.concepts import Concept, Termbase
from service.glossary.named import names_to_search
from service.glossary.nearness import Offered
from service.glossary.overlay import Everybody
from service.glossary.plain import load_concept
from service.glossary.store.versions import Changes, changes_since, check_version, current_version, in_force

_POLL_S = 0.25
_OLD_VERSIONS = 2
_log = logging.getLogger(__name__)


class Snapshot:
    """One office's glossary at one version. Immutable; what is compiled is compiled once."""

    def __init__(self, termbase: Termbase, version: int, base: "Snapshot | None" = None) -> None:
        """Hold a termbase.

        Args:
            termbase: The office's concepts.
            version: The version that they are of.
            base: One that is compiled: what did not change since is not compiled again.
        """
        self.termbase = termbase
        self.version = version
        self._base = base
        self._lock = threading.Lock()
        self._annotators: dict[Language, Annotator] = {}

    def annotator(self, language: Language) -> Annotator:
        """Reads texts of a language."""
        with self._lock:
            if language not in self._annotators:
                base = self._base.base.annotator(language) if self._base else None
                self._annotators[language] = Annotator(self.termbase, language, base)
            return self._annotators[language]

    def compile(self) -> None:
        """Compile both languages now, not with the first text."""
        for language in Language:
            self.annotator(language)
        if self.base is self:
            self._base = None  # whatever it was tried on need not be kept

    @cached_property
    def reader(self) -> GlossaryReader:
        """Reads the texts of records for the checks, each text once."""
        return GlossaryReader(self.termbase, {language: self.annotator(language) for language in Language})

    @cached_property
    def offered(self) -> Offered:
        """The names that a search without an answer offers."""
        concepts = self.termbase.concepts
        return Offered(
            name for one in concepts for language in Language for name in names_to_search(one, language)
        )

    @property
    def base(self) -> "Snapshot":
        """What others can be laid over: itself where all of it was compiled, never a layer."""
        is_whole = all(self.annotator(language).is_whole for language in Language)
        return self if is_whole or self._base is None else self._base.base

    def at(self, version: int) -> "Snapshot":
        """The same at a version that did not change it."""
        base = self._base.base if self._base else None
        same = Snapshot(Termbase(self.termbase.concepts, str(version)), version, base)
        same._annotators = self._annotators  # what is compiled is shared
        return same


class Glossary:
    """Every office's snapshot at one version: the national one, and one of each office with own concepts."""

    snapshots: dict[int, Snapshot]

    def __init__(
        self, version: int, national: int, concepts: Mapping[str, tuple[int, Concept]], before: "_Before"
    ) -> None:
        """Lay the offices' concepts over the national ones.

        Args:
            version: The version that this is.
            national: Number of the national office.
            concepts: What is in force, with the office whose it is, by id.
            before: The glossary that it follows, if any, and the offices whose concepts changed.
        """
        self.version = version
        self.concepts = concepts
        self.national = national
        by_office: dict[int, list[Concept]] = {national: []}
        for office_id, concept in concepts.values():
            by_office.setdefault(office_id, []).append(concept)
        everybody = Everybody(by_office.pop(national))
        glossary, changed = before
        same = glossary.snapshots if glossary and national not in changed else {}
        kept = {office: one.at(version) for office, one in same.items() if office not in changed}
        base = glossary.snapshots[national].base if glossary else None
        if national not in kept:
            kept[national] = self._snapshot(everybody, (), base)
        self.snapshots = {national: kept[national]}
        for office, own in by_office.items():
            # Over the national one where that had to be compiled whole, else over what that is laid over.
            self.snapshots[office] = kept.get(office) or self._snapshot(everybody, own, kept[national].base)

    def _snapshot(self, everybody: Everybody, own: Sequence[Concept], base: Snapshot | None) -> Snapshot:
        return Snapshot(everybody.termbase(own, str(self.version)), self.version, base)

    def of(self, office_id: int) -> Snapshot:
        """The snapshot of an office; the national one where it has no concept of its own."""
        return self.snapshots.get(office_id, self.snapshots[self.national])

    def compile(self) -> None:
        """Compile every snapshot."""
        for snapshot in self.snapshots.values():
            snapshot.compile()


class _Before(NamedTuple):
    """What a glossary follows.

    Attributes:
        glossary: The one before; None where there is none.
        changed: Offices whose concepts changed since.
    """

    glossary: Glossary | None
    changed: Collection[int] = ()


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
    held = {concept.concept_id: (office, concept) for office, concept in concepts}
    return Glossary(version, national, held, _Before(None))


def _newer(before: Glossary, changes: Changes, version: int) -> Glossary:
    """The next version, made from the one before: only what changed is read."""
    concepts = dict(before.concepts)
    changed = {concepts[concept_id][0] for concept_id in changes.gone if concept_id in concepts}
    changed |= {one.office_id for _, one in changes.come}
    come = {concept_id: (one.office_id, load_concept(one.content)) for concept_id, one in changes.come}
    for concept_id in changes.gone:
        if concept_id not in come:
            concepts.pop(concept_id, None)
    concepts.update(come)
    return Glossary(version, before.national, concepts, _Before(before, changed))
