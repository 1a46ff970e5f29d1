"""The signing pack of the examples: originals, proof, names to verify, the interpreter's page."""

from functools import cache
from pathlib import Path

import pytest
from pypdf import PdfReader

from office import convert_to_pdf
from reading import paragraphs, rows
from samples import EXAMPLES, changed, problems_of, read
from service.actions.draft import Draft, DraftChoice
from service.actions.draft_files import pack_file
from service.actions.pack import INTERPRETER, NAMES, PROOF, SHEETS, Pack, produce_pack
from service.actions.workshop import open_sheets, open_workshop
from service.core.languages import Language, Side
from service.documents.lint import lint_docx
from service.documents.originals import compare_originals
from service.documents.reading import read_paragraphs
from service.language.order import NameOrder
from service.settings import Settings

RECORDS = sorted(path.stem for path in EXAMPLES.glob("*.yaml"))
DISTRICTS = "talks-record-xin-man-ma-quan"


@cache
def packed(stem: str, order: NameOrder | None = None) -> Pack:
    return pack_file(EXAMPLES / f"{stem}.yaml", DraftChoice(order=order), Settings(), "test").pack


def sheet(stem: str, side: Side, name: str) -> bytes:
    (found,) = (one.data for one in packed(stem).sheets if (one.side, one.name) == (side, name))
    return found


@pytest.mark.parametrize("stem", RECORDS)
@pytest.mark.parametrize("order", NameOrder)
def test_the_originals_of_every_example_differ_in_order_only(stem: str, order: NameOrder) -> None:
    pack = packed(stem, order)
    assert [(draft.original, str(draft.layout)) for draft in pack.drafts.drafts] == [
        (Side.VN, "consecutive"),
        (Side.CN, "consecutive"),
    ]
    assert pack.differs_in_order_only
    for comparison in pack.proof.values():
        assert comparison.same > 0
        # Under the simplified order each text is the same in both originals, under alternat never.
        is_same = not comparison.moved and not comparison.reordered
        assert is_same is (order is NameOrder.SIMPLIFIED)


@pytest.mark.parametrize("stem", RECORDS)
def test_every_sheet_is_a_sound_file(stem: str) -> None:
    pack = packed(stem)
    assert [(one.side, one.name) for one in pack.sheets] == [(s, n) for s in Side for n in SHEETS]
    assert [lint_docx(one.data) for one in pack.sheets] == [[]] * len(pack.sheets)


def test_an_original_of_another_revision_is_told_from_its_twin() -> None:
    vn, _ = packed(DISTRICTS).drafts.drafts
    text = (EXAMPLES / f"{DISTRICTS}.yaml").read_text("utf-8")
    record = read(text.replace("12,5 km", "12,6 km").replace("12.5公里", "12.6公里"))
    workshop = open_workshop(Settings(), record.document_type, record.form, "test")
    pack = produce_pack(record, DraftChoice(), workshop, open_sheets(Settings(), SHEETS), str)
    other: Draft = pack.drafts.drafts[1]
    proof = compare_originals(read_paragraphs(vn.data, "vn"), read_paragraphs(other.data, "cn"))
    assert [one.differs_in_order_only for one in proof.values()] == [False, False]
    assert "12,5 km" in "".join(proof[Language.VI].only_first)
    assert "12.6公里" in "".join(proof[Language.ZH].only_second)


def test_the_proof_says_so_and_shows_what_stands_elsewhere() -> None:
    vi, zh = (paragraphs(sheet(DISTRICTS, side, PROOF)) for side in Side)
    assert "Hai bản chính chỉ khác nhau về thứ tự." in vi
    assert "两份正本只有顺序不同。" in zh
    assert "giữa Ủy ban nhân dân huyện Xín Mần (Việt Nam)" in "\n".join(vi)
    assert sum("SHA-256 " in line for line in vi) == 2
    assert not any(line.startswith(("Chỉ có trong", "Đoạn khác")) for line in vi)


def test_names_to_verify_begin_with_the_persons_and_say_where_each_name_is_from() -> None:
    found = rows(sheet(DISTRICTS, Side.VN, NAMES))
    assert found[0] == ("", "Tiếng Việt", "Tiếng Trung", "Nguồn", "Hiệu lực", "Độ tin cậy")
    assert found[1][:3] == ("☐", "Nguyễn Văn A", "阮文甲")
    committee = next(row for row in found if row[1] == "Ủy ban nhân dân huyện Xín Mần")
    assert committee[2] == "箐门县人民委员会"
    assert committee[3].startswith("http")
    assert committee[4] == "đến 30/06/2025"
    ticked = [row[0] for row in found[1:]]
    assert ticked == sorted(ticked, key="☐✓".index)


def test_the_interpreters_sheet_holds_names_terms_and_values_in_both_languages() -> None:
    cells = [cell for row in rows(sheet(DISTRICTS, Side.CN, INTERPRETER)) for cell in row]
    for vi, zh in (
        ("Nguyễn Văn A, Chủ tịch Ủy ban nhân dân huyện Xín Mần", "箐门县人民委员会主席阮文甲"),
        ("cặp chợ biên giới", "边民互市点"),
        ("2,46 triệu USD", "246万美元"),
        ("tăng 18,5% so với cùng kỳ", "同比增长18.5%"),
    ):
        assert cells[cells.index(vi) + 1] == zh


@pytest.mark.office
@pytest.mark.parametrize("stem", RECORDS)
def test_the_interpreters_sheet_is_one_page(stem: str, tmp_path: Path) -> None:
    file = tmp_path / "sheet.docx"
    file.write_bytes(sheet(stem, Side.VN, INTERPRETER))
    assert len(PdfReader(convert_to_pdf(file, tmp_path)).pages) == 1


def test_an_internal_paper_has_no_signing_pack() -> None:
    record = read(changed("place:", "form: internal\nplace:"))
    workshop = open_workshop(Settings(), record.document_type, record.form, "test")
    templates = open_sheets(Settings(), SHEETS)
    said = problems_of(lambda: produce_pack(record, DraftChoice(), workshop, templates, str))
    assert said == ["form: an internal paper is not signed by both sides"]
