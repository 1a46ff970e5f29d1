"""A record as plain data, the form in which it is kept, compared and sent; keys are those of its file."""

from datetime import date, time
from decimal import Decimal
from enum import Enum
from typing import TypeAlias

from service.minutes.fields import DueDate, Model, Name
from service.minutes.record import Record

Plain: TypeAlias = "str | int | list[Plain] | dict[str, Plain] | None"


def plain_record(record: Record) -> dict[str, Plain]:
    """A record as plain data, as its file would hold it: only keys that it says."""
    return plain_model(record)


def plain_model(model: Model) -> dict[str, Plain]:
    """A part of a record as plain data; no name, whose plain form may be a text.

    Returns:
        JSON types; days, clocks and amounts as the texts that a file has.
    """
    fields = [name for name in type(model).model_fields if model.says(name)]
    if "name" in fields:
        fields.remove("name")
        fields.insert(0, "name")
    return {name: _plain(getattr(model, name)) for name in fields}


def _plain(value: object) -> Plain:
    if isinstance(value, Name):
        return value.name if value.name is not None else _without_name(value)
    if isinstance(value, DueDate):
        return _due(value)
    if isinstance(value, Model):
        return plain_model(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return _scalar(value)


def _without_name(name: Name) -> dict[str, Plain]:
    return {key: getattr(name, key) for key in Name.keys() if name.says(key)}  # noqa: SIM118 - no dict


def _scalar(value: object) -> Plain:
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _due(due: DueDate) -> str:
    if due.quarter:
        return f"{due.year:04}-Q{due.quarter}"
    parts = [f"{due.year:04}", *(f"{part:02}" for part in (due.month, due.day) if part)]
    return "-".join(parts)
