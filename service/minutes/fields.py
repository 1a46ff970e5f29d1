"""Field types of a record: texts, names, days, times, due dates and amounts; null is "not in the source"."""

import re
from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from service.core.languages import Pair
from service.core.message import message
from service.core.text import UnfitText, clean_text
from service.core.wrong_form import refuse

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
MAX_TEXT = 20_000
MAX_NAME = 500

_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_NO_YEAR = re.compile(r"\d{1,2}[./-]\d{1,2}")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})")
_DUE = re.compile(r"(\d{4})(?:-Q([1-4])|-(\d{2})(?:-(\d{2}))?)?")


def _clean(text: object, *, one_line: bool) -> object:
    if not isinstance(text, str):
        return text
    try:
        return clean_text(text, one_line=one_line)
    except UnfitText as unfit:
        raise refuse(unfit.problems[0]) from None


def _one_line(text: object) -> object:
    return _clean(text, one_line=True)


def _lines(text: object) -> object:
    return _clean(text, one_line=False)


def _said(text: str) -> str:
    if not text:
        raise refuse(message("empty; write null where the source does not give it"))
    return text


# Cleaned before pydantic looks: it refuses surrogates, also two that are one character (JSON's \ud83d\ude00).
Line = Annotated[str, Field(max_length=MAX_NAME), BeforeValidator(_one_line), AfterValidator(_said)]
Prose = Annotated[str, Field(max_length=MAX_TEXT), BeforeValidator(_lines), AfterValidator(_said)]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,19}$")]


def _day(value: object) -> object:
    """Read a day, year first or day first as Vietnamese papers write it; never guess a year."""
    if not isinstance(value, str):
        return value
    text = value.strip()
    if found := _ISO_DAY.fullmatch(text):
        year, month, day = map(int, found.groups())
    elif found := _DAY_FIRST.fullmatch(text):
        day, month, year = map(int, found.groups())
    elif _NO_YEAR.fullmatch(text):
        raise refuse(message("“{text}” has no year; write it as YYYY-MM-DD", text=text))
    else:
        raise refuse(message("“{text}” is no date; write it as YYYY-MM-DD", text=text))
    return _calendar_day(year, month, day, text)


def _calendar_day(year: int, month: int, day: int, text: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise refuse(message("“{text}” is no day of the calendar", text=text)) from None


def _clock(value: object) -> object:
    if not isinstance(value, str):
        return value
    found = _CLOCK.fullmatch(value.strip())
    try:
        if found:
            return time(int(found[1]), int(found[2]))
    except ValueError:
        pass
    raise refuse(message("“{text}” is no time of day; write it as HH:MM", text=value))


_DAY_FORMS = r"^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{4})$"
T = TypeVar("T")


class _NullIsEmpty:
    """Reads null as an empty list; where a paper must hold something, an empty list prints as a gap."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(
            lambda value: () if value is None else value, handler(source)
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [handler(schema), {"type": "null"}]}


Listed = Annotated[tuple[T, ...], _NullIsEmpty()]

Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "pattern": _DAY_FORMS})]
Clock = Annotated[
    time, BeforeValidator(_clock), WithJsonSchema({"type": "string", "pattern": r"^\d{1,2}:\d{2}$"})
]


class Model(BaseModel):
    """A part of a record: frozen, no unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=False)

    @classmethod
    def keys(cls) -> list[str]:
        """The keys that a file may write here."""
        return list(cls.model_fields)

    def says(self, name: str) -> bool:
        """Whether the record has the key at all, be it with null."""
        return name in self.model_fields_set


class Text(Model):
    """One text in both languages; a language left out or null is a translation still missing."""

    vi: Prose | None = Field(None, description="The Vietnamese text.")
    zh: Prose | None = Field(None, description="The Chinese text, simplified characters.")

    @property
    def pair(self) -> Pair:
        """The two texts."""
        return Pair(self.vi, self.zh)


class Name(Model):
    """A name that the glossary resolves (a plain string), or one written here in both languages.

    In a file it is either `Sở Ngoại vụ tỉnh Hà Giang` or `{vi: …, zh: …}`; a language left out of the second
    form is a translation still missing.
    """

    name: Line | None = Field(None, description="A name for the glossary, in either language.")
    vi: Line | None = Field(None, description="The Vietnamese name, where the glossary lacks it.")
    zh: Line | None = Field(None, description="The Chinese name, where the glossary lacks it.")

    @model_validator(mode="before")
    @classmethod
    def _from_string(cls, value: object) -> object:
        if isinstance(value, str):
            return {"name": value}
        if isinstance(value, Mapping) and "name" in value:
            problem = message("unknown key “{key}”; known here: {known}", key="name", known="vi, zh")
            raise refuse(problem, "name")
        if isinstance(value, Mapping) and not set(value) <= {"vi", "zh"}:
            return value
        if isinstance(value, Mapping) and not any(value.values()):
            raise refuse(message("a name without any text; write null where the source does not give it"))
        return value

    @classmethod
    def keys(cls) -> list[str]:
        """The keys of the written form; the other form is a text."""
        return ["vi", "zh"]

    @property
    def pair(self) -> Pair:
        """The two written texts; both None where the glossary is to resolve the name."""
        return Pair(self.vi, self.zh)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Publish both forms a file may use."""
        written = handler.resolve_ref_schema(handler(schema))
        texts = {key: written["properties"][key] for key in ("vi", "zh")}
        return {
            "title": "Name",
            "description": "A name the glossary resolves, or one written in both languages.",
            "anyOf": [
                {"type": "string", "minLength": 1, "maxLength": MAX_NAME},
                {"type": "object", "properties": texts, "additionalProperties": False, "minProperties": 1},
            ],
        }


class DueDate(Model):
    """A day, month, quarter or year by which something is due; only its known parts are set."""

    year: int
    quarter: int | None = None
    month: int | None = None
    day: int | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_string(cls, value: object) -> object:
        written = value.strip() if isinstance(value, str) else "{…}"
        found = _DUE.fullmatch(written)
        if found is None:
            raise refuse(
                message("“{text}” is no due date; write 2024, 2024-Q2, 2024-06 or 2024-06-15", text=written)
            )
        year, quarter, month, day = (int(part) if part else None for part in found.groups())
        _calendar_day(year or 0, month or 1, day or 1, written)
        return {"year": year, "quarter": quarter, "month": month, "day": day}

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Publish the one text form."""
        del schema, handler
        return {
            "type": "string",
            "pattern": f"^{_DUE.pattern}$",
            "description": "2024, 2024-Q2, 2024-06 or a day.",
        }


class Amount(Model):
    """An amount of money in one currency, never converted."""

    amount: Annotated[Decimal, Field(ge=0, max_digits=20, decimal_places=2, allow_inf_nan=False)] = Field(
        description="The number, in units of the currency."
    )
    currency: Literal["VND", "CNY", "USD"] = Field(description="VND, CNY or USD.")


def schema_of(model: type[BaseModel]) -> dict[str, Any]:
    """The JSON Schema of a model, as published."""
    return {"$schema": _DIALECT, **model.model_json_schema(mode="validation")}
