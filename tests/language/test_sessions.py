import pytest

from service.core.languages import Language
from service.language.sessions import (
    GUANGXI_MEETING,
    TALKS,
    YUNNAN_CONFERENCE,
    YUNNAN_WORKING_GROUP,
    ImpossibleSession,
    paper_name,
    session_name,
)

VI, ZH = Language.VI, Language.ZH


def test_a_session_is_named_by_its_mechanism_and_ordinal() -> None:
    assert session_name(YUNNAN_WORKING_GROUP, "Nhóm Công tác liên hợp", 10, VI) == (
        "Phiên họp lần thứ 10 Nhóm Công tác liên hợp"
    )
    assert session_name(YUNNAN_WORKING_GROUP, "联合工作组", 10, ZH) == "联合工作组第十次会议"
    assert session_name(GUANGXI_MEETING, "联合工作委员会", 13, ZH) == "联合工作委员会第十三次会晤"
    assert session_name(TALKS, "", 6, VI) == "Hội đàm lần thứ 6"


def test_the_paper_takes_the_word_of_its_sessions() -> None:
    assert (
        paper_name(YUNNAN_CONFERENCE, "五省省委书记年度会晤机制", 3, ZH)
        == "五省省委书记年度会晤机制第三次会议纪要"
    )
    assert paper_name(GUANGXI_MEETING, "", 13, ZH) == "第十三次会晤纪要"
    assert paper_name(YUNNAN_CONFERENCE, "", 3, VI) == "Biên bản Hội nghị thường niên lần thứ 3"


@pytest.mark.parametrize("number", [0, -1, 10_000])
def test_a_session_without_a_possible_number_is_refused(number: int) -> None:
    with pytest.raises(ImpossibleSession, match="sessions are counted from 1"):
        session_name(TALKS, "", number, VI)
