"""What a paper must say: gaps, positions, leads, the clause, and what may stand among the agreed."""

import pytest

from checking import codes, findings, item
from samples import EXAMPLES, SMALL, changed
from service.checks.waivers import Waiver, WaiverRefused, find_obstacles, waive
from service.core.finding import Finding, Severity
from service.core.message import message

PLAN = (EXAMPLES / "action-plan-2023-2025.yaml").read_text("utf-8")


def test_a_person_without_position_is_named() -> None:
    found = codes(SMALL, "person-without-position")
    assert [(one.place, one.severity) for one in found] == [("parties[1].head.position", Severity.ERROR)]
    assert "Vương Vĩ" in str(found[0].message)
    assert "parties[1].head.position" not in [one.place for one in codes(SMALL, "gap")]


def test_a_group_needs_no_position() -> None:
    text = changed(
        "      name: Vương Vĩ\n",
        "      name: Vương Vĩ\n      position: Phó Chủ nhiệm Văn phòng Ngoại sự tỉnh Vân Nam\n"
        "    members:\n      - group: lãnh đạo tỉnh Vân Nam\n      - {name: Vương Ninh}\n",
    )
    assert [one.place for one in codes(text, "person-without-position")] == ["parties[1].members[1].position"]


def test_a_task_without_lead_or_day_is_told_once() -> None:
    assert codes(PLAN, "task-without-lead") == []
    text = PLAN.replace("    due: 2024-Q2\n", "", 1)
    vn = '      vn: {vi: "ngành Nông nghiệp các tỉnh", zh: "各省农业部门"}\n'
    text = text.replace(vn, "", 1)
    told = [(one.code, one.place) for one in findings(text) if one.code.startswith("task-")]
    assert told == [("task-without-lead", "tasks[0].lead.vn"), ("task-without-date", "tasks[0].due")]


@pytest.mark.parametrize(
    ("originals", "told"),
    [
        ("", [("authenticity-missing", "error", "originals")]),
        ("originals: {count: 2}\n", []),
        (
            "originals: {count: 2, equally_authentic: false}\n",
            [("authenticity-missing", "warning", "originals.equally_authentic")],
        ),
        ("originals: {count: 3}\n", [("originals-count", "error", "originals.count")]),
        ("originals: {count: 1}\n", [("originals-count", "error", "originals.count")]),
        ("originals: {count: 4, one_per_party: false}\n", []),
        ("originals: {count: null}\n", []),
        ("signed: false\n", []),
        ("originals: {count: 3}\nsigned: false\n", []),
        ("form: internal\n", []),
    ],
)
def test_the_clause_has_an_original_for_each_party(originals: str, told: list[tuple[str, str, str]]) -> None:
    found = [
        one for one in findings(SMALL + originals) if one.code in ("authenticity-missing", "originals-count")
    ]
    assert [(one.code, one.severity.value, one.place) for one in found] == told


RESERVED = """\
      - stance: reserved
        vi: Về thời gian, hai bên chưa thống nhất.
        zh: 时间尚未商定。
"""


@pytest.mark.parametrize(
    ("heading", "codes_told"),
    [
        ("{vi: Nội dung thống nhất, zh: 双方商定事项}", ["reserved-among-agreed"]),
        ("{vi: Những nội dung hai bên nhất trí, zh: null}", ["reserved-among-agreed"]),
        ("{vi: null, zh: 达成一致的事项}", ["reserved-among-agreed"]),
        ("{vi: Vấn đề chưa thống nhất, zh: 未达成一致的事项}", []),
        ("{vi: Vấn đề còn có ý kiến khác nhau, zh: null}", []),
        ("{vi: Kết quả, zh: 成果}", []),
    ],
)
def test_a_reserved_point_never_stands_among_the_agreed(heading: str, codes_told: list[str]) -> None:
    text = changed("{vi: Kết quả, zh: 成果}", heading, SMALL + RESERVED)
    assert [one.code for one in findings(text) if one.code.endswith("-among-agreed")] == codes_told


def test_what_one_side_only_proposed_among_the_agreed_is_a_warning() -> None:
    text = item("Phía Hà Giang đề nghị.", "河江方面建议。", stance="proposed\n        by: vn")
    text = changed("{vi: Kết quả, zh: 成果}", "{vi: Nội dung thống nhất, zh: 商定事项}", text)
    (found,) = codes(text, "one-sided-among-agreed")
    assert found.severity is Severity.WARNING


def finding(code: str, severity: Severity = Severity.ERROR, place: str = "a", said: str = "x") -> Finding:
    return Finding(code, severity, place, message(said))


def test_errors_and_names_without_a_source_block_until_a_named_person_accepts_them() -> None:
    error, name = finding("values-differ"), finding("name-without-source", Severity.NOTE)
    both = (error, finding("order-of-names", Severity.WARNING), name)
    assert find_obstacles(both, []) == (error, name)
    assert find_obstacles(both, [waive(name, "Nguyễn Văn A", "hỏi qua điện thoại")]) == (error,)
    assert find_obstacles(both, [waive(one, "王伟", "核对过") for one in both]) == ()


def test_a_waiver_holds_for_its_own_finding_as_it_stands() -> None:
    error = finding("values-differ", said="3 and 4")
    waiver = waive(error, "A", "b")
    assert find_obstacles([finding("values-differ", said="3 and 5")], [waiver]) != ()
    assert find_obstacles([finding("values-differ", place="b", said="3 and 4")], [waiver]) != ()
    assert find_obstacles([finding("forbidden-term", said="3 and 4")], [waiver]) != ()
    assert (
        find_obstacles([finding("values-differ", said="3 and 5")], [Waiver("values-differ", "a", "A", "b")])
        == ()
    )


@pytest.mark.parametrize(
    "code", ["gap", "reserved-among-agreed", "person-without-position", "illustrative-item"]
)
def test_what_is_unfinished_is_never_waived(code: str) -> None:
    with pytest.raises(WaiverRefused, match="never waived"):
        waive(finding(code), "A", "b")
    assert find_obstacles([finding(code)], [Waiver(code, "a", "A", "b")]) == (finding(code),)


@pytest.mark.parametrize(("person", "reason"), [("", "b"), ("A", " ")])
def test_a_waiver_names_somebody_and_a_reason(person: str, reason: str) -> None:
    with pytest.raises(WaiverRefused, match="names the person"):
        waive(finding("values-differ"), person, reason)
    assert find_obstacles([finding("values-differ")], [Waiver("values-differ", "a", person, reason)]) != ()
