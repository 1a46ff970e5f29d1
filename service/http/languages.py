"""The language in which a reader wants to be answered."""

import re

_RANGE = re.compile(
    r"\s*([a-zA-Z]{1,8}|\*)(?:-[a-zA-Z0-9]{1,8})*\s*(?:;\s*q=\s*([01](?:\.[0-9]{0,3})?))?\s*\Z"
)
_LONGEST = 500


def choose_language(accepted: str) -> str:
    """The best of vi, zh and en for an Accept-Language header; en where it names none of them."""
    wishes: list[tuple[float, str]] = []
    for part in accepted[:_LONGEST].split(","):
        found = _RANGE.match(part)
        if found and found[1].lower() in ("vi", "zh", "en"):
            wishes.append((float(found[2] or 1), found[1].lower()))
    wanted = [wish for wish in wishes if wish[0] > 0]
    return max(wanted, key=lambda wish: wish[0])[1] if wanted else "en"
