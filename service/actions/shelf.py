"""Compiled templates kept between runs, so that each is compiled once however many processes fill it."""

import hashlib
import os
import stat
import sys
import tempfile
from contextlib import suppress
from functools import cache, lru_cache
from pathlib import Path

import service.documents
from service.core.languages import Side
from service.documents.document import CompiledDocument, NotCompiled, load_document
from service.documents.drafting import TwinFiles, compile_document
from service.documents.layout import Layout

_MOST = 256  # files; a set of templates makes about a hundred
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


class Shelf:
    """A folder of compiled templates; without one they are compiled for each process."""

    def __init__(self, folder: Path | None = None) -> None:
        """Keep in a folder; it is made where the folder it stands in is there.

        Args:
            folder: What stands in it is code. It is believed only while nobody else can write there, as
                Python believes its own compiled files.
        """
        self._folder = folder
        self._taken = lru_cache(maxsize=64)(self._take)

    def compiled(
        self, files: TwinFiles, layout: Layout, original: Side, *, same_order: bool
    ) -> CompiledDocument:
        """Compile twin templates, or take what was compiled of them before.

        Raises:
            TemplateError: A template cannot be used.
        """
        if self._folder is None:
            return compile_document(files, layout, original, same_order=same_order)
        return self._taken(self._folder, files, layout, original, same_order=same_order)

    @staticmethod
    def _take(
        folder: Path, files: TwinFiles, layout: Layout, original: Side, *, same_order: bool
    ) -> CompiledDocument:
        path = folder / _key(files, f"{layout} {original} {same_order}")
        if _is_own(folder):
            with suppress(OSError, NotCompiled):
                return load_document(path.read_bytes())
        document = compile_document(files, layout, original, same_order=same_order)
        with suppress(OSError):  # a folder that cannot be written costs time, no paper
            _write(path, document.dump())
        return document


def _is_own(folder: Path) -> bool:
    """Whether nobody but this user can have put anything there."""
    try:
        found = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid() and not found.st_mode & _OTHERS_WRITE


def _key(files: TwinFiles, choice: str) -> str:
    """A name that changes with everything that compiling depends on."""
    digest = hashlib.sha256(_program())
    for part in (files.name.encode(), files.vi, files.zh, choice.encode()):
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()


@cache
def _program() -> bytes:
    """This very program and Python: what another one has compiled is compiled anew."""
    digest = hashlib.sha256(sys.version.encode())
    for folder in service.documents.__path__:
        for source in sorted(Path(folder).glob("*.py")):
            digest.update(hashlib.sha256(source.read_bytes()).digest())
    return digest.digest()


def _write(path: Path, data: bytes) -> None:
    folder = path.parent
    if not folder.is_dir():
        folder.mkdir(mode=0o700)
    if not _is_own(folder):
        return
    for old in sorted(folder.iterdir(), key=lambda file: file.stat().st_mtime)[: 1 - _MOST]:
        old.unlink()
    with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file:
        file.write(data)
    Path(file.name).replace(path)  # whole or not at all, whoever else writes it
