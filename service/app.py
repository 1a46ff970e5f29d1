"""The one place that wires everything: settings become an open, upgraded database, and that a service."""

from sqlalchemy import Engine

from service.db.engine import database_url, open_engine
from service.migrations.upgrade import upgrade
from service.settings import Settings


def open_installation(settings: Settings) -> Engine:
    """Open the database of an installation, brought up to this program.

    Raises:
        DatabaseUnusable: It cannot be opened, or a newer program has used it.
    """
    url = database_url(settings.database_url, settings.data_dir)
    open_engine(url).dispose()  # what cannot be used is told before anything is changed
    upgrade(url)
    return open_engine(url)
