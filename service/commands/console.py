"""Words on the console, and groups of commands."""

from typing import TYPE_CHECKING, TextIO, TypeAlias

from service.core.message import Message
from service.core.text import show_text
from service.locale.catalog import say
from service.settings import Settings

if TYPE_CHECKING:
    import argparse

    Commands: TypeAlias = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - its one name


def print_message(said: Message, settings: Settings, stream: TextIO | None = None) -> None:
    """Put a message on the console, in the language of the settings."""
    # Files bring names and values: what could steer a terminal or hide in a line is shown as its number.
    # A service runs on after it has spoken: a journal or a pipe is to have it now.
    print(show_text(say(said, settings.language)), file=stream, flush=True)


def add_group(commands: "Commands", name: str, about: str) -> "Commands":
    """Add a command that has commands of its own."""
    return commands.add_parser(name, help=about).add_subparsers(required=True, metavar="COMMAND")
