"""Who may do what: one row for every route, typed by hand.

Letters are roles: r reader, d drafter, t translator, n terminologist, a administrator; s is a system
administrator without any role. `own` is the office whose the thing is; the rest are offices that are given
minutes to read, to translate, to edit. To every other office the thing does not exist.
"""

from typing import Any, NamedTuple

ALL = "rdtna"
ANYBODY = "rdtnas"


class Row(NamedTuple):
    """A route's expectations and a request for it.

    Attributes:
        own: Who is let through in the owning office.
        read: Who is let through in an office that is given the minutes to read; None: the route has none.
        translate: The same, to translate.
        edit: The same, to edit.
        body: What is sent; words in braces are put in from the prepared state.
        tag: Whose entity tag is sent as If-Match.
        query: Behind the address.
    """

    own: str
    read: str | None = None
    translate: str | None = None
    edit: str | None = None
    body: Any = None
    tag: str = ""
    query: str = ""


def _reading(query: str = "") -> Row:
    return Row(ALL, ALL, ALL, ALL, query=query)


LEDGER = {
    "category": "document",
    "vi": {"preferred": "sổ bàn giao"},
    "zh": {"preferred": "交接簿"},
    "collection": "office",
}
REGISTER = LEDGER | {"vi": {"preferred": "sổ trực ban"}, "zh": {"preferred": "值勤簿"}}
TEXT = {"text": "biên bản", "language": "vi"}
NAMES = {"name_vi": "Sở Ngoại vụ", "name_zh": "外事厅"}

TABLE: dict[str, Row] = {
    "readHealth": Row("open"),
    "signIn": Row("open", body={}),
    # The glossary.
    "listConcepts": Row(ALL),
    "createConcept": Row("dtna", body=LEDGER),
    "findDuplicates": Row(ALL, body=LEDGER),
    "readConcept": Row(ALL),
    "reviseConcept": Row("dtna", body=LEDGER, tag="concept"),
    "moveConcept": Row("dtna", body={"step": "propose"}, tag="concept"),
    "readConceptHistory": Row(ALL),
    "compareRevisions": Row(ALL, query="from=1&to=1"),
    "restoreRevision": Row("dtna", body={"number": 1}, tag="concept"),
    "listComments": Row(ALL),
    "addComment": Row("dtna", body={"text": "một"}),
    "findUses": Row(ALL),
    "annotate": Row(ALL, body=TEXT),
    "convert": Row(ALL, body=TEXT),
    "readGlossaryVersion": Row(ALL),
    "findCandidates": Row(ALL, body={"texts": ["Sở Ngoại vụ"], "language": "vi"}),
    "proposeCandidate": Row("dtna", body=REGISTER),
    "exportGlossary": Row(ALL, query="format=csv"),
    "approveAll": Row("n"),
    "importFile": Row("dtna", body=b"id,vi,zh\n", query="name=a.csv"),
    # The own account.
    "readSession": Row(ANYBODY),
    "signOut": Row(ANYBODY),
    "listSessions": Row(ANYBODY),
    "signOutEverywhere": Row(ANYBODY),
    "endSession": Row(ANYBODY),
    "listKeys": Row(ANYBODY),
    "makeKey": Row(ANYBODY, body={"name": "a", "scopes": ["minutes:read"]}),
    "readKey": Row(ANYBODY),
    "revokeKey": Row(ANYBODY),
    # The own office, and all offices.
    "listPeople": Row("a"),
    "addPerson": Row("a", body={"handle": "moi.nguoi", "name": "Mới", "roles": ["reader"]}),
    "readPerson": Row("a"),
    "changePerson": Row("a", body={"name": "Khác", "roles": ["reader"]}, tag="person"),
    "resetPerson": Row("a", body={}),
    "listKeysOfPerson": Row("a"),
    "revokeKeyOfPerson": Row("a"),
    "listEvents": Row("a"),
    "exportEvents": Row("a"),
    "listOffices": Row(ANYBODY),
    "readOffice": Row(ANYBODY),
    "addOffice": Row("s", body={"code": "moi", **NAMES}),
    "renameOffice": Row("s", body=NAMES),
    "addAdministrator": Row("s", body={"handle": "moi.admin", "name": "Mới"}),
    # The registry of persons.
    "listPersons": Row(ALL),
    "createPerson": Row("da", body="{person}"),
    "readRegisteredPerson": Row(ALL),
    "revisePerson": Row("da", body="{person}", tag="registered"),
    "deletePerson": Row("da", tag="registered"),
    "readPositions": Row(ALL),
    "readPersonHistory": Row(ALL),
    # Minutes.
    "listMinutes": Row(ALL),
    "createMinutes": Row("da", body="{record}"),
    "createMinutesFromFile": Row("da", body="{file}", query="name=a.json"),
    "proposeFromNotes": Row("da", body="{notes}"),
    "createMinutesFromNotes": Row("da", body="{notes}"),
    "createMinutesFromSession": Row("da", body="{session}"),
    "listTrash": Row("da"),
    "takeOutOfTrash": Row("da"),
    "readMinutes": _reading(),
    "readRecord": _reading(),
    "readOrigin": _reading(),
    "readFacts": _reading(),
    "readParticipants": _reading(),
    "readOutline": _reading(),
    "readTasks": _reading(),
    "listSegments": _reading(),
    "readSegment": _reading(),
    "readSegmentHistory": _reading(),
    "listSegmentComments": _reading(),
    "listMinutesComments": _reading(),
    "readSegmentComment": _reading(),
    "readMinutesComment": _reading(),
    "readWork": _reading(),
    "checkMinutes": _reading(),
    "listWaivers": _reading(),
    "readWaiver": _reading(),
    "listVersions": _reading(),
    "readVersion": _reading(),
    "compareVersions": _reading(),
    "commentSegment": Row(ALL, ALL, ALL, ALL, body={"text": "một"}),
    "commentMinutes": Row(ALL, ALL, ALL, ALL, body={"text": "một"}),
    "saveSegment": Row("dta", "", "dta", "dta", body={"vi": "Hai bên", "zh": "双方"}, tag="segment"),
    "setSegmentStatus": Row("dta", "", "dta", "dta", body={"status": "confirmed"}, tag="segment"),
    "assignSegment": Row("dta", "", "dta", "dta", body={"person": None}, tag="segment"),
    "saveFacts": Row("da", "", "", "da", body="{facts}", tag="facts"),
    "saveParticipants": Row("da", "", "", "da", body="{participants}", tag="participants"),
    "saveOutline": Row("da", "", "", "da", body="{outline}", tag="outline"),
    "saveTasks": Row("da", "", "", "da", body={"tasks": []}, tag="tasks"),
    "nameVersion": Row("da", "", "", "da", body={"name": "bản một"}),
    "restoreVersion": Row("da", "", "", "da", tag="work"),
    "moveMinutes": Row("dta", "", "dta", "dta", body={"to": "in_review"}, tag="work"),
    "addWaiver": Row("da", "", "", "", body="{waiver}", tag="work"),
    "removeWaiver": Row("da", "", "", "", tag="work"),
    "listShares": Row(ALL, "", "", ""),
    "shareMinutes": Row("da", "", "", "", body={"level": "read"}, tag="work"),
    "revokeShare": Row("da", "", "", "", tag="work"),
    "deleteMinutes": Row("da", "", "", "", tag="work"),
    "withdrawMinutes": Row("da", "", "", "", body={"reason": "ký lại"}, tag="work"),
}
