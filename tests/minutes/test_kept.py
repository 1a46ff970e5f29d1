"""Records kept in the database come back as they went in, and segments keep their ids."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import Engine

from minutes_work import Desk, accepted, example
from samples import EXAMPLES
from service.minutes.parts import Part
from whole.generated_records import records

NO_RESET = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@settings(max_examples=60, deadline=None, suppress_health_check=NO_RESET)
@given(data=records())
def test_any_record_comes_back_as_it_went_in(engine: Engine, data: dict[str, Any]) -> None:
    record = accepted(data)
    lan = Desk(engine, "lan")
    assert lan.read(lan.create(record).head.minutes_id).record == record


@pytest.mark.parametrize("name", sorted(file.name for file in EXAMPLES.glob("*.yaml")))
def test_every_example_comes_back_as_it_went_in(engine: Engine, name: str) -> None:
    record = example(EXAMPLES / name)
    lan = Desk(engine, "lan")
    made = lan.create(record)
    assert lan.read(made.head.minutes_id).record == record
    assert set(made.parts) == set(Part)
    assert [place.segment_id for place in made.places] == list(
        dict.fromkeys(place.segment_id for place in made.places)
    )
