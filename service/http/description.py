"""The description of the service, as programs that write clients can read it.

Where two modules have a model of one name, the framework calls both by their modules; generators make one
class of the two, or none. Here each has a name of its own, which is part of what clients rely on.
"""

from collections.abc import Mapping
from typing import Any

_NAMES = {
    "HeldPosition-Input": "HeldPositionRequest",
    "HeldPosition-Output": "HeldPosition",
    "Role-Output": "Role",
    "service__accounts__people__Role": "Role",
    "service__api__concept_schemas__ChangeAnswer": "ConceptChangeAnswer",
    "service__api__minutes__origin_schemas__ChangeAnswer": "RenewalAnswer",
    "service__api__minutes__origin_schemas__SessionAnswer": "NextSessionAnswer",
    "service__api__people__PersonAnswer": "PersonAnswer",
    "service__api__person_schemas__PersonAnswer": "RegisteredPersonAnswer",
    "service__api__sessions__SessionAnswer": "SessionAnswer",
    "service__glossary__life__State": "ConceptState",
    "service__minutes__people__Role": "ParticipantRole",
    "service__minutes__states__State": "MinutesState",
}
_SCHEMAS = "#/components/schemas/"

CONDITIONAL = frozenset(
    (
        "addWaiver",
        "assignSegment",
        "changePerson",
        "deleteMinutes",
        "deletePerson",
        "moveConcept",
        "moveMinutes",
        "removeWaiver",
        "restoreRevision",
        "restoreVersion",
        "reviseConcept",
        "revisePerson",
        "revokeShare",
        "saveFacts",
        "saveOutline",
        "saveParticipants",
        "saveSegment",
        "saveTasks",
        "setSegmentStatus",
        "shareMinutes",
        "withdrawMinutes",
    )
)
"""Operations that ask which state their author saw (428 without it)."""

_IF_MATCH = {
    "name": "If-Match",
    "in": "header",
    "required": True,
    "schema": {"type": "string", "maxLength": 20, "examples": ['"3"']},
    "description": "The ETag of what you read; 412 with both versions where someone was faster.",
}

_IF_NONE_MATCH = {
    "name": "If-None-Match",
    "in": "header",
    "required": False,
    "schema": {"type": "string", "maxLength": 200, "examples": ['"3"']},
    "description": "The ETag of what you have; 304 without a body where nothing has changed since.",
}


def tidy(document: Mapping[str, Any]) -> dict[str, Any]:
    """The description with one name for each schema."""
    told: dict[str, Any] = _renamed(document)
    schemas = told["components"]["schemas"]
    told["components"]["schemas"] = {
        _name(long): {**schema, "title": _name(long)} for long, schema in schemas.items()
    }
    for path in told["paths"].values():
        for operation in path.values():
            if operation["operationId"] in CONDITIONAL:
                operation.setdefault("parameters", []).append(_IF_MATCH)
        # What is saved beside its tag is read with it.
        if "get" in path and path.get("put", {}).get("operationId") in CONDITIONAL:
            path["get"].setdefault("parameters", []).append(_IF_NONE_MATCH)
            path["get"]["responses"]["304"] = {"description": "Nothing has changed since."}
    return told


def _name(long: str) -> str:
    return _NAMES.get(long, long)


def _renamed(value: Any) -> Any:  # noqa: ANN401 - any part of the description
    if isinstance(value, list):
        return [_renamed(one) for one in value]
    if not isinstance(value, dict):
        return value
    changed = {key: _renamed(one) for key, one in value.items()}
    reference = changed.get("$ref")
    if isinstance(reference, str):
        changed["$ref"] = _SCHEMAS + _name(reference.removeprefix(_SCHEMAS))
    return changed
