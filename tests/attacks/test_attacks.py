"""Every attack that is known ends in one refusal: its kind, its place, and at what cost."""

import pytest

from attacks.costs import measure_all
from attacks.table import ATTACKS, FILE, refusal_of

MOST_MEBIBYTES = 100


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_refused_by_its_name_and_place(name: str) -> None:
    code, make = ATTACKS[name]
    refused = refusal_of(make())
    assert refused.code == code, str(refused)
    assert all(str(problem).startswith(f"vi/{FILE}") for problem in refused.problems)


def test_no_attack_takes_more_than_a_hundred_mebibytes() -> None:
    costs = measure_all()
    assert [cost.name for cost in costs] == list(ATTACKS)
    assert [cost for cost in costs if cost.code != ATTACKS[cost.name][0]] == []
    assert [cost for cost in costs if cost.memory_mib > MOST_MEBIBYTES] == []
