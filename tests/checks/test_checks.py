"""What the checks say of a record, and what they leave unsaid."""

from datetime import date
from functools import cache

from samples import SMALL, changed, read
from service.actions.meeting import resolve_meeting
from service.actions.workshop import open_termbase
from service.checks.registry import run_checks
from service.checks.subject import Subject
from service.core.finding import Finding, Severity
from service.glossary.names import Names
from service.language.order import NameOrder
from service.settings import Settings

SAME = changed("place:", "title: {vi: Biên bản A, zh: 甲纪要}\nplace:")


@cache
def names() -> Names:
    return Names(open_termbase(Settings()), date(2023, 12, 26))


def findings(text: str, order: NameOrder = NameOrder.SIMPLIFIED) -> tuple[Finding, ...]:
    record = read(text)
    return run_checks(Subject(record, resolve_meeting(record, names(), str).names, order))


def told(text: str, order: NameOrder = NameOrder.SIMPLIFIED) -> list[tuple[str, str, str, str]]:
    return [(one.code, one.severity.value, one.place, str(one.message)) for one in findings(text, order)]


def test_a_record_of_sourced_names_in_its_own_order_has_no_finding() -> None:
    assert told(SMALL) == []


def test_a_name_that_the_record_wrote_itself_is_to_be_looked_at_once() -> None:
    name = "{vi: Nguyễn Văn A, zh: 阮文甲}"
    text = changed("name: Vương Vĩ", f"name: {name}\n    members:\n      - name: {name}")
    assert told(text) == [
        (
            "name-not-in-glossary",
            "note",
            "parties[1].head.name",
            "“Nguyễn Văn A” = “阮文甲” was written in the record and is not in the glossary",
        )
    ]


def test_half_a_written_name_is_shown_with_a_dash() -> None:
    said = told(changed("name: Vương Vĩ", "name: {vi: Nguyễn Văn A}"))
    assert said[0][3] == "“Nguyễn Văn A” = “—” was written in the record and is not in the glossary"


def test_a_name_without_a_published_source_is_to_be_confirmed() -> None:
    text = changed("  - side: cn\n", "  - side: cn\n    delegation: 云南省外事代表团\n")
    assert told(text) == [
        (
            "name-without-source",
            "note",
            "parties[1].delegation",
            (
                "“Đoàn đại biểu Ngoại sự tỉnh Vân Nam” = “云南省外事代表团” has no published source; "
                "ask the other side to confirm it"
            ),
        )
    ]


def test_everyday_words_need_no_source() -> None:
    text = changed(
        "      name: Vương Vĩ\n", "      name: Vương Vĩ\n    members:\n      - group: lãnh đạo tỉnh Vân Nam\n"
    )
    assert told(text) == []


def test_an_illustrative_item_is_a_warning_that_names_it() -> None:
    text = changed("stance: agreed", "stance: agreed\n        illustrative: true")
    assert told(text) == [
        (
            "illustrative-item",
            "warning",
            "sections[0].items[0]",
            "Item 1 of “Kết quả” is illustrative: invented to show the form",
        )
    ]


def test_a_section_without_a_vietnamese_heading_is_named_as_it_can_be() -> None:
    text = changed("stance: agreed", "stance: agreed\n        illustrative: true")
    assert "“成果”" in told(changed("vi: Kết quả, ", "", text))[0][3]
    assert "“results”" in told(changed("{vi: Kết quả, zh: 成果}", "{}", text))[0][3]


def test_another_order_than_the_record_says_is_noted() -> None:
    assert told(SMALL, NameOrder.ALTERNAT) == [
        (
            "other-name-order",
            "note",
            "name_order",
            "drafted in the order “alternat”; the record says “simplified”",
        )
    ]


def test_a_title_by_hand_is_a_warning_under_alternat_only() -> None:
    assert told(SAME) == []
    assert [one[:3] for one in told(changed("simplified", "alternat", SAME), NameOrder.ALTERNAT)] == [
        ("title-by-hand", "warning", "title")
    ]


def test_findings_stand_in_the_order_of_the_checks() -> None:
    text = changed("stance: agreed", "stance: agreed\n        illustrative: true", SAME)
    text = changed("name: Vương Vĩ", "name: {zh: 阮文甲}", text)
    found = findings(text, NameOrder.ALTERNAT)
    assert [one.code for one in found] == [
        "other-name-order",
        "title-by-hand",
        "name-not-in-glossary",
        "illustrative-item",
    ]
    assert found[1].severity is Severity.WARNING


def stance_findings(stance: str, vi: str, zh: str) -> list[tuple[str, str]]:
    text = changed("stance: agreed", f"stance: {stance}")
    text = text.replace("Hai bên nhất trí.", vi).replace("双方一致同意。", zh)
    found = [one for one in findings(text) if one.code == "contradicted-stance"]
    return [(one.place.removeprefix("sections[0].items[0]."), str(one.message)) for one in found]


def test_a_proposal_whose_text_reads_as_agreed_is_to_be_looked_at_in_each_language() -> None:
    said = "is “proposed”, but its text reads as “agreed”"
    vi, zh = "Hai bên nhất trí mở lại chợ.", "双方一致同意恢复互市点。"
    proposed = "proposed\n        by: vn"
    assert stance_findings(proposed, vi, zh) == [("vi", said), ("zh", said)]
    assert stance_findings(proposed, "Phía Hà Giang đề nghị mở lại chợ.", zh) == [("zh", said)]
    assert stance_findings(proposed, "Đề nghị hai bên nhất trí mở lại chợ.", "建议双方同意恢复互市点。") == []


def test_an_agreed_item_whose_text_reserves_is_to_be_looked_at() -> None:
    said = "is “agreed”, but its text reads as “reserved”"
    assert stance_findings("agreed", "Hai bên chưa thống nhất.", "双方尚未达成一致。") == [
        ("vi", said),
        ("zh", said),
    ]
    both = "Hai bên nhất trí tiếp tục trao đổi nội dung chưa thống nhất."
    assert stance_findings("agreed", both, "双方同意就尚未达成一致的事项继续磋商。") == []


def test_an_illustrative_task_is_told() -> None:
    tasks = "tasks: [{vi: a, zh: 甲, illustrative: true}]\nplace:"
    text = changed("place:", tasks)
    assert [(one.code, one.place) for one in findings(text)] == [("illustrative-task", "tasks[0]")]
