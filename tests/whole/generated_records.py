"""Records over the whole schema for hypothesis: fields there or not, 2 to 8 parties, tasks, points."""

from typing import Any

from hypothesis import strategies as st

from service.core.text import UnfitText, clean_text

# What XML, templates and Word use, and what a page may not lose; one line each.
MARKS = ["R&D <5%", "a “b” 'c' \"d\"", "{{ e }}", "{% if f %}", "]]> &amp;", "𠀀𪚥—…·", "|g|", "*h*", "./."]
LETTERS = st.characters(codec="utf-8", categories=("L", "N", "P", "S"), exclude_characters="\u00a0")
WORDS = st.one_of(st.sampled_from(MARKS), st.text(LETTERS, min_size=1, max_size=12))


def _is_accepted(text: str) -> bool:
    """Whether a record takes a text: some letters, such as U+1160, are not to be seen."""
    try:
        clean_text(text, one_line=True)
    except UnfitText:
        return False
    return True


LINES = (
    st.lists(WORDS, min_size=1, max_size=4).map(" ".join).map(lambda text: f"x{text}x").filter(_is_accepted)
)
TEXTS = st.fixed_dictionaries({}, optional={"vi": LINES, "zh": LINES}).filter(bool)
NAMES = st.fixed_dictionaries({"vi": LINES, "zh": LINES})
BODIES = {
    "vn": ["Sở Ngoại vụ tỉnh Hà Giang", "tỉnh Lào Cai", "tỉnh Điện Biên", "Ủy ban nhân dân huyện Xín Mần"],
    "cn": ["Văn phòng Ngoại sự tỉnh Vân Nam", "tỉnh Vân Nam", "Chính quyền nhân dân huyện Mã Quan"],
}
DAYS = st.dates().map(lambda day: day.replace(year=2023).isoformat())
CLOCKS = st.times().map(lambda clock: f"{clock:%H:%M}")
PEOPLE = st.fixed_dictionaries({"name": NAMES | st.none()}, optional={"position": NAMES | st.none()})
ATTENDEES = PEOPLE | st.fixed_dictionaries({"group": NAMES})


def parties(side: str) -> st.SearchStrategy[dict[str, Any]]:
    """A party of a side, its body in the glossary, written out or not in the source."""
    return st.fixed_dictionaries(
        {
            "side": st.just(side),
            "body": st.sampled_from(BODIES[side]) | NAMES | st.none(),
            "head": PEOPLE | st.none(),
        },
        optional={"members": st.lists(ATTENDEES, max_size=3) | st.none(), "signatory": PEOPLE},
    )


def items() -> st.SearchStrategy[dict[str, Any]]:
    """An item of any stance, with sub-points or without."""
    of_both = st.sampled_from(["agreed", "reserved"]).map(lambda stance: {"stance": stance})
    of_one = st.tuples(st.sampled_from(["proposed", "stated", "noted"]), st.sampled_from(["vn", "cn"])).map(
        lambda two: {"stance": two[0], "by": two[1]}
    )
    rest = st.fixed_dictionaries(
        {}, optional={"points": st.lists(TEXTS, max_size=6), "illustrative": st.booleans(), "lead": NAMES}
    )
    return st.tuples(of_both | of_one, TEXTS, rest).map(_joined)


def _joined(parts: tuple[dict[str, Any], ...]) -> dict[str, Any]:
    return {key: value for part in parts for key, value in part.items()}


SECTIONS = st.lists(
    st.fixed_dictionaries(
        {"heading": TEXTS, "items": st.lists(items(), max_size=3) | st.none()},
        optional={"after_tasks": st.booleans()},
    ),
    max_size=5,
).map(lambda sections: [{"id": f"s{number}", **section} for number, section in enumerate(sections)])
TASKS = st.lists(
    st.tuples(
        TEXTS,
        st.fixed_dictionaries(
            {},
            optional={
                "area": TEXTS,
                "lead": st.fixed_dictionaries({}, optional={"vn": NAMES, "cn": NAMES | st.none()}),
                "due": st.sampled_from(["2024", "2024-Q2", "2024-06", "2024-06-15"]) | st.none(),
                "indicator": TEXTS,
                "budget": st.just({"amount": "1500000", "currency": "CNY"}) | st.none(),
            },
        ),
    ).map(lambda two: two[0] | two[1]),
    max_size=3,
)
OWN = st.fixed_dictionaries(
    {},
    optional={
        "superior": NAMES,
        "number": st.integers(1, 99999) | st.none(),
        "symbol": LINES | st.none(),
        "chair": PEOPLE,
        "secretary": PEOPLE,
        "observers": st.lists(ATTENDEES, max_size=2),
        "absent": st.lists(ATTENDEES, max_size=2),
        "recipients": st.lists(LINES, max_size=3),
    },
)


@st.composite
def records(draw: st.DrawFn) -> dict[str, Any]:
    """A record of any type, form and channel."""
    plain = st.fixed_dictionaries(
        {
            "document_type": st.sampled_from(["talks_record", "joint_minutes", "action_plan"]),
            "channel": st.sampled_from(["state", "party"]),
            "form": st.sampled_from(["joint", "internal"]),
            "name_order": st.sampled_from(["alternat", "simplified"]),
            "date": st.just("2023-12-26"),
        },
        optional={
            "circulation": st.just("internal"),
            "draft_number": st.integers(1, 99),
            "draft_date": DAYS,
            "illustrative": st.booleans(),
            "title": TEXTS,
            "mechanism": NAMES | st.just("Nhóm Công tác liên hợp") | st.none(),
            "session": st.integers(1, 99) | st.none(),
            "period": st.just({"first": 2023, "last": 2025}) | st.none(),
            "part_of_day": st.sampled_from(["morning", "noon", "afternoon", "evening"]),
            "start": CLOCKS | st.none(),
            "end": CLOCKS | st.none(),
            "place": NAMES | st.just("huyện Mèo Vạc, tỉnh Hà Giang") | st.none(),
            "host": st.sampled_from(["vn", "cn"]) | st.none(),
            "basis": st.lists(TEXTS, max_size=2),
            "sections": SECTIONS,
            "tasks": TASKS,
            "internal": st.fixed_dictionaries({}, optional={"vn": OWN, "cn": OWN}),
            "originals": st.fixed_dictionaries({}, optional={"count": st.integers(1, 20)}) | st.none(),
            "signed": st.booleans(),
        },
    )
    own, other = (draw(st.lists(parties(side), min_size=1, max_size=4)) for side in ("vn", "cn"))
    return {**draw(plain), "parties": own + other}
