"""What several tests do over REST."""

from typing import Any

from httpx2 import Client


def approve_new(client: Client, vi: str, zh: str, collection: str = "national") -> dict[str, Any]:
    """Bring a new concept into force: lan writes it, binh approves it."""
    content = {
        "category": "document",
        "vi": {"preferred": vi},
        "zh": {"preferred": zh},
        "collection": collection,
    }
    made = client.post("/api/v1/concepts", json=content).json()
    path = f"/api/v1/concepts/{made['id']}/transitions"
    client.post(path, json={"step": "propose"}, headers={"If-Match": '"1"'})
    headers = {"If-Match": '"2"', "X-Bienban-Person": "binh"}
    answer = client.post(path, json={"step": "approve"}, headers=headers)
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body
