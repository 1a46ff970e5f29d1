"""Work states, as a machine that random people move."""

from itertools import product

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from samples import problems_of
from service.accounts.people import Role
from service.core.finding import Finding, Severity
from service.core.message import message
from service.minutes.states import (
    EDITED_BY,
    Mover,
    State,
    Step,
    TransitionRefused,
    Work,
    find_ways,
    may_edit,
    move,
)

GAP = Finding("gap", Severity.ERROR, "start", message("not given: the paper prints a gap here"))
DRAFTER = Mover("Nguyễn Văn A", frozenset({Role.DRAFTER}))
TRANSLATOR = Mover("张三", frozenset({Role.TRANSLATOR}))
ADMINISTRATOR = Mover("Trần Thị B", frozenset({Role.ADMINISTRATOR}))
# Typed by hand, apart from the table that the program has: (from, to): who.
EXPECTED = {
    ("drafting", "in_translation"): "drafter administrator",
    ("drafting", "in_review"): "drafter administrator",
    ("in_translation", "in_review"): "drafter translator administrator",
    ("in_translation", "drafting"): "drafter translator administrator",
    ("in_review", "agreed"): "drafter administrator",
    ("in_review", "in_translation"): "drafter translator administrator",
    ("in_review", "drafting"): "drafter administrator",
    ("agreed", "final"): "drafter administrator",
    ("agreed", "in_review"): "drafter administrator",
    ("final", "in_review"): "administrator",
}


@pytest.mark.parametrize(("source", "target", "role"), list(product(State, State, Role)))
def test_every_way_is_open_to_whom_the_table_says(source: State, target: State, role: Role) -> None:
    allowed = EXPECTED.get((source.value, target.value), "").split()
    refused = problems_of(lambda: move(Work(source), target, Mover("A", frozenset({role})), "why", []))
    assert (not refused) is (role.value in allowed)
    assert (target in find_ways(Work(source), frozenset({role}))) is (role.value in allowed)


def test_final_is_refused_while_anything_stands_in_the_way() -> None:
    work = Work(State.AGREED)
    assert problems_of(lambda: move(work, State.FINAL, DRAFTER, "", [GAP])) == [
        "start: not given: the paper prints a gap here"
    ]
    assert problems_of(lambda: move(work, State.FINAL, DRAFTER)) == [
        "the record was not checked; check it before it becomes final"
    ]
    assert move(work, State.FINAL, DRAFTER, "", []).is_locked


def test_opening_a_final_record_makes_a_version_and_says_who_and_why() -> None:
    final = Work(State.FINAL, 2)
    assert problems_of(lambda: move(final, State.IN_REVIEW, DRAFTER, "sai số liệu")) == [
        "Nguyễn Văn A may not move the record to “{}”".format("in review")
    ]
    assert problems_of(lambda: move(final, State.IN_REVIEW, ADMINISTRATOR, "  ")) == [
        "say why the record goes back to “in review”"
    ]
    opened = move(final, State.IN_REVIEW, ADMINISTRATOR, " sai số liệu ")
    assert opened == Work(
        State.IN_REVIEW, 3, (Step(State.FINAL, State.IN_REVIEW, "Trần Thị B", "sai số liệu", 3),)
    )


def test_nobody_moves_a_record_without_a_name() -> None:
    with pytest.raises(TransitionRefused, match="nobody is named"):
        move(Work(), State.IN_REVIEW, Mover(" ", DRAFTER.roles))


def test_texts_change_only_before_they_are_agreed() -> None:
    told = {state.value: sorted(role.value for role in roles) for state, roles in EDITED_BY.items()}
    writers, all_three = ["administrator", "drafter"], ["administrator", "drafter", "translator"]
    assert told == {
        "drafting": writers,
        "in_translation": all_three,
        "in_review": all_three,
        "agreed": [],
        "final": [],
    }
    assert may_edit(Work(State.IN_REVIEW), TRANSLATOR.roles)
    assert not may_edit(Work(), TRANSLATOR.roles)


class AnyOffice(RuleBasedStateMachine):
    """Anybody tries anything, with or without reasons and obstacles; what must hold always holds."""

    def __init__(self) -> None:
        super().__init__()
        self.work = Work()
        self.texts = 0
        self.texts_when_final = 0

    @rule(
        to=st.sampled_from(State),
        roles=st.frozensets(st.sampled_from(Role)),
        name=st.sampled_from(["Lê Văn C", "李四", "", " "]),
        reason=st.sampled_from(["", " ", "sửa ngày", "数字有误"]),
        obstacles=st.sampled_from([None, (), (GAP,)]),
    )
    def try_to_move(
        self,
        to: State,
        roles: frozenset[Role],
        name: str,
        reason: str,
        obstacles: tuple[Finding, ...] | None,
    ) -> None:
        before = self.work
        try:
            self.work = move(before, to, Mover(name, roles), reason, obstacles)
        except TransitionRefused:
            assert self.work is before
            return
        allowed = EXPECTED[before.state.value, to.value].split()
        assert {role.value for role in roles} & set(allowed)
        assert name.strip()
        if to is State.FINAL:
            assert obstacles == ()
            self.texts_when_final = self.texts

    @rule(way=st.integers(0, 9))
    def go_on(self, way: int) -> None:
        ways = find_ways(self.work, ADMINISTRATOR.roles)
        self.try_to_move(ways[way % len(ways)], ADMINISTRATOR.roles, "Trần Thị B", "đã xong", ())

    @rule(roles=st.frozensets(st.sampled_from(Role)))
    def edit(self, roles: frozenset[Role]) -> None:
        if may_edit(self.work, roles):
            self.texts += 1

    @invariant()
    def a_final_record_never_changes(self) -> None:
        if self.work.is_locked:
            assert self.texts == self.texts_when_final

    @invariant()
    def the_history_is_one_way_from_drafting_to_here(self) -> None:
        steps = self.work.history
        assert [step.source for step in steps] == [State.DRAFTING, *(step.target for step in steps)][
            : len(steps)
        ]
        assert self.work.state is (steps[-1].target if steps else State.DRAFTING)

    @invariant()
    def a_version_is_an_opening_that_somebody_explained(self) -> None:
        opened = [step for step in self.work.history if step.source is State.FINAL]
        assert self.work.version == 1 + len(opened)
        assert all(step.by and step.reason for step in opened)
        assert [step.version for step in opened] == list(range(2, 2 + len(opened)))


TestAnyOffice = AnyOffice.TestCase
TestAnyOffice.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
