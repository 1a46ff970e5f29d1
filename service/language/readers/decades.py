"""Decades: thập niên 1990, những năm 80 của thế kỷ XX."""

from service.language.tokens import Phrases, Tokens
from service.language.values import Moment

_DECADES: Phrases[bool] = Phrases([("thập niên", True), ("những năm", True), ("thập kỷ", True)])
_CENTURY_TAIL: Phrases[int] = Phrases(
    [
        (f"{lead}thế kỷ {number}", years)
        for lead in ("", "của ")
        for number, years in (
            ("XX", 1900),
            ("20", 1900),
            ("XIX", 1800),
            ("19", 1800),
            ("XXI", 2000),
            ("21", 2000),
            ("trước", 1900),
        )
    ]
)


def read_decade_vi(tokens: Tokens, index: int) -> tuple[int, Moment, bool] | None:
    """Read thập niên 1990 and những năm 80 của thế kỷ XX."""
    lead = _DECADES.at(tokens, index)
    if lead is None or not tokens.words[lead[0]].isdecimal():
        return None
    word, end = tokens.words[lead[0]], lead[0] + 1
    if len(word) == 4 and word[-1] == "0":
        return end, Moment(int(word), is_decade=True), False
    century = _CENTURY_TAIL.at(tokens, end)
    if len(word) != 2 or word[-1] != "0":
        return None
    return (
        (end, Moment(1900 + int(word), is_decade=True), False)
        if century is None
        else (century[0], Moment(century[1] + int(word), is_decade=True), False)
    )
