"""How far the work on minutes is, as the description of the service writes it."""

from typing import Literal, TypeAlias

# Concepts have a state too: two enumerations of one name would both lose it in the description. A test holds
# these to be the states of service/minutes/states.py.
WorkState: TypeAlias = Literal["drafting", "in_translation", "in_review", "agreed", "final"]
