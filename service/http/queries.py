"""Queries read strictly: parameters that a route has, each once unless it is a list, every text clean."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin

from fastapi import Request
from fastapi.dependencies.models import Dependant
from pydantic import BaseModel
from starlette.datastructures import QueryParams

from service.core.message import message
from service.http.errors import ParameterUnknown
from service.http.strict_json import clean_at

_LONGEST_NAME = 100


def parameters_of(dependant: Dependant) -> Mapping[str, bool]:
    """Names of a route's parameters, and whether each may be given again."""
    return dict(_parameters(dependant))


def _parameters(dependant: Dependant) -> Iterator[tuple[str, bool]]:
    for inner in dependant.dependencies:
        yield from _parameters(inner)
    for one in dependant.query_params:
        kind = one.field_info.annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            for name, field in kind.model_fields.items():
                yield field.alias or name, _is_list(field.annotation)
        else:
            yield one.alias, _is_list(kind)


def _is_list(kind: Any) -> bool:  # noqa: ANN401 - whatever a field is annotated with
    return get_origin(kind) in (list, tuple, set, frozenset) or any(map(_is_list, get_args(kind)))


def read_query(request: Request, parameters: Mapping[str, bool]) -> QueryParams:
    """The query of a request.

    Raises:
        ParameterUnknown: A parameter that is none of these, or one twice that is no list.
        UnfitText: A value with what no text may hold.
    """
    clean: list[tuple[str, str]] = []
    seen: set[str] = set()
    for name, value in request.query_params.multi_items():
        if name not in parameters:
            shown = name[:_LONGEST_NAME]
            raise ParameterUnknown(message("there is no parameter “{name}” here", name=shown))
        if name in seen and not parameters[name]:
            raise ParameterUnknown(message("the parameter “{name}” stands twice", name=name))
        seen.add(name)
        clean.append((name, clean_at(value, name, one_line=True)))
    return QueryParams(clean)
