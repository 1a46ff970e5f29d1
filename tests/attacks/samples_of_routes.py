"""A request for every route, made from the service's own description: every field filled."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any, NamedTuple

Json = Any
Path = tuple[str | int, ...]
_DEEPEST = 8


class Sample(NamedTuple):
    """A request as the description allows it.

    Attributes:
        name: The operation's name.
        method: In capitals.
        path: With a word for every part that names something.
        template: As the description writes it.
        query: Names of its texts.
        body: JSON, or None.
    """

    name: str
    method: str
    path: str
    template: str
    query: tuple[str, ...]
    body: Json


def samples(document: Mapping[str, Any]) -> Iterator[Sample]:
    """A request for every operation."""
    for template, operations in document["paths"].items():
        for method, operation in operations.items():
            named = [one for one in operation.get("parameters", ()) if one["in"] == "query"]
            content = operation.get("requestBody", {}).get("content", {}).get("application/json")
            path = template
            for one in operation.get("parameters", ()):
                path = path.replace(f"{{{one['name']}}}", "a.b")
            body = fill(content["schema"], document) if content else None
            query = tuple(one["name"] for one in named)
            yield Sample(operation["operationId"], method.upper(), path, template, query, body)


def fill(schema: Mapping[str, Any], document: Mapping[str, Any], depth: int = 0) -> Json:
    """JSON of a schema, with all that may stand in it."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return fill(document["components"]["schemas"][name], document, depth)
    for key in ("anyOf", "oneOf", "allOf"):
        if key in schema:
            some = [one for one in schema[key] if one.get("type") != "null"]
            return fill(some[0], document, depth)
    if depth > _DEEPEST:
        return None
    if "const" in schema or "enum" in schema:
        return schema.get("const", schema.get("enum", ["a"])[0])
    return _fill_kind(schema, document, depth)


def _fill_kind(schema: Mapping[str, Any], document: Mapping[str, Any], depth: int) -> Json:
    kind = schema.get("type", "object")
    if kind == "object":
        filled = {name: fill(one, document, depth + 1) for name, one in schema.get("properties", {}).items()}
        patterns = list(schema.get("patternProperties", {}).values())
        more = patterns[0] if patterns else schema.get("additionalProperties")
        return filled | ({"a.b": fill(more, document, depth + 1)} if isinstance(more, dict) else {})
    if kind == "array":
        return [fill(schema.get("items", {"type": "string"}), document, depth + 1)]
    return {"string": "a", "integer": 1, "number": 1, "boolean": True}.get(kind)


def texts(value: Json, path: Path = ()) -> Iterator[Path]:
    """Where the texts of some JSON stand."""
    if isinstance(value, str):
        yield path
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from texts(one, (*path, name))
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from texts(one, (*path, index))


def replaced(value: Json, path: Path, text: Json) -> Json:
    """The same JSON with another value at a place."""
    changed = deepcopy(value)
    inner = changed
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = text
    return changed


def written(path: Path) -> str:
    """A place as refusals name it."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else str(step)
    return text


def objects(value: Json, path: Path = ()) -> Iterator[Path]:
    """Where the objects of some JSON stand."""
    if isinstance(value, dict):
        yield path
        for name, one in value.items():
            yield from objects(one, (*path, name))
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from objects(one, (*path, index))


def schemas_of_requests(document: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every schema that a request can reach, with its operation and place."""
    for operations in document["paths"].values():
        for operation in operations.values():
            name = operation["operationId"]
            for one in operation.get("parameters", ()):
                yield from _within(one["schema"], f"{name} {one['name']}", document, ())
            for content in operation.get("requestBody", {}).get("content", {}).values():
                yield from _within(content.get("schema", {}), name, document, ())


def _within(
    schema: Mapping[str, Any], place: str, document: Mapping[str, Any], seen: tuple[str, ...]
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        if name not in seen:
            inner = document["components"]["schemas"][name]
            yield from _within(inner, f"{place}/{name}", document, (*seen, name))
        return
    yield place, schema
    for key in ("anyOf", "oneOf", "allOf"):
        for one in schema.get(key, ()):
            yield from _within(one, place, document, seen)
    for name, one in schema.get("properties", {}).items():
        yield from _within(one, f"{place}.{name}", document, seen)
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), dict):
            yield from _within(schema[key], f"{place}[]", document, seen)
