"""The service with one concept on the embedded database, for what is the same on both."""

from pathlib import Path

from fastapi import FastAPI

from service.app import create_app
from service.settings import Settings

TERMBASE = """
category: document
concepts:
  - id: document.bien-ban
    vi: {preferred: biên bản}
    zh: {preferred: 会谈纪要}
    confidence: high
"""


def small_service(folder: Path, person: str | None = "lan") -> FastAPI:
    """Make the service with its data in a folder; without a person, everybody signs in."""
    (folder / "glossary").mkdir()
    (folder / "glossary" / "documents.yaml").write_text(TERMBASE, encoding="utf-8")
    settings = Settings(glossary_dir=folder / "glossary", data_dir=folder)
    return create_app(settings, person)
