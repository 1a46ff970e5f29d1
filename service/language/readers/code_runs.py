"""Runs of digits, letters and joiners that stand glued together: what codes are made of."""

from service.core.languages import Language
from service.language.openings import is_part
from service.language.tokens import HAN_NUMERALS, Tokens
from service.language.units import AFTER_NUMBER

JOINERS = frozenset("-/._+&")
# No code has so many parts; the bound keeps what a reader looks at constant.
RUN_MAX = 32
_GROUPS_MAX = 5
NONE, JOINER, DIGITS, LETTERS = range(4)
_ROLES_MAX = 50_000


class _Roles(dict[str, int]):
    """What the tokens seen before are in a code: a part, a joiner, or nothing."""

    def __missing__(self, word: str) -> int:
        letters = LETTERS if is_part(word) else NONE
        role = JOINER if word in JOINERS else DIGITS if word.isdecimal() else letters
        if len(self) < _ROLES_MAX and len(word) < 30:
            self[word] = role
        return role


ROLES = _Roles()


def is_inside_run(tokens: Tokens, index: int) -> bool:
    """Say whether a token goes on in a run that begins before it."""
    if not is_part(tokens.words[index]):
        return True
    if not tokens.is_glued(index):
        return False
    before = tokens.words[index - 1]
    if is_part(before):
        return True
    return before in JOINERS and tokens.is_glued(index - 1) and is_part(tokens.words[index - 2])


def run_end(tokens: Tokens, index: int) -> int:
    """Return the index after the last digits or letters of a run."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    end = at = index + 1
    while ends[at - 1] == starts[at] and at < index + RUN_MAX:
        role = ROLES[words[at]]
        if role == NONE:
            break
        at += 1
        if role >= DIGITS:
            end = at
    return end


def code_text(tokens: Tokens, index: int, end: int) -> str:
    """Return a code as it is written, with ASCII digits."""
    joined = []
    for at in range(index, end):
        word = tokens.words[at]
        joined.append(
            word
            if word.isdecimal() or not word.isalpha()
            else tokens.text[tokens.starts[at] : tokens.ends[at]]
        )
    return "".join(joined)


def spaced_groups(tokens: Tokens, end: int) -> int:
    """Go past the groups of a telephone number that spaces part: 024 3845 3973."""
    last = end + _GROUPS_MAX
    while end < last and tokens.words[end].isdecimal() and 1 < len(tokens.words[end]) < 5:
        end += 1
    return end


def has_unit(tokens: Tokens, index: int, language: Language) -> bool:
    """Say whether a scale or unit stands at a token, behind a number that is then no code."""
    is_scale = tokens.words[index] in ("nghìn", "triệu", "tỷ") or tokens.words[index][:1] in tuple(
        HAN_NUMERALS
    )
    return bool(is_scale and tokens.words[index]) or AFTER_NUMBER[language].at(tokens, index) is not None
