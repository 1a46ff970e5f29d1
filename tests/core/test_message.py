"""Messages and refusals."""

from service.core.message import BienbanError, message


def test_a_refusal_holds_its_problems_in_order_and_says_one_a_line() -> None:
    error = BienbanError(message("{n} first", n=1), message("second"))
    assert [problem.template for problem in error.problems] == ["{n} first", "second"]
    assert str(error) == "1 first\nsecond"


def test_a_value_may_be_called_template() -> None:
    assert str(message("no {template}", template="x")) == "no x"
