import re
import subprocess
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

import office

pytestmark = pytest.mark.office

# The package beside each free face, for the sentence a test fails with where the face is missing.
PACKAGES = {
    "Liberation Serif": "fonts-liberation2 (fonts-liberation where it is 2.0 or newer)",
    "Noto Serif CJK SC": "fonts-noto-cjk",
    "Noto Sans CJK SC": "fonts-noto-cjk",
}
KAI = ("LXGW WenKai", "AR PL UKai CN", "Noto Serif CJK SC")
VIETNAMESE = (
    "aàảãáạ ăằẳẵắặ âầẩẫấậ eèẻẽéẹ êềểễếệ iìỉĩíị oòỏõóọ ôồổỗốộ ơờởỡớợ uùủũúụ ưừửữứự yỳỷỹýỵ đ "
    "AÀẢÃÁẠ ĂẰẲẴẮẶ ÂẦẨẪẤẬ EÈẺẼÉẸ ÊỀỂỄẾỆ IÌỈĨÍỊ OÒỎÕÓỌ ÔỒỔỖỐỘ ƠỜỞỠỚỢ UÙỦŨÚỤ ƯỪỬỮỨỰ YỲỶỸÝỴ Đ"
)
CHINESE = "中越边境联合工作组第十三次会晤纪要"


def matched(pattern: str) -> tuple[str, str]:
    fc_match = office.require("fc-match", "fontconfig")
    answer = subprocess.run(
        [fc_match, "--format", "%{family[0]}|%{style[0]}", pattern],
        env=office.font_environment(),
        check=True,
        capture_output=True,
        text=True,
    )
    # fontconfig reports a mistake in a configuration on stderr, and goes on.
    assert answer.stderr == ""
    family, style = answer.stdout.split("|")
    return family, style


def is_installed(family: str) -> bool:
    fc_list = office.require("fc-list", "fontconfig")
    command = [fc_list, f":family={family}", "family"]
    return bool(subprocess.run(command, check=True, capture_output=True).stdout)


@pytest.mark.parametrize("family", PACKAGES)
def test_every_free_face_is_installed(family: str) -> None:
    assert is_installed(family), f"{family} is missing. Install it: apt-get install {PACKAGES[family]}"


def test_the_latin_face_has_the_vietnamese_letters() -> None:
    fc_list = office.require("fc-list", "fontconfig")
    # ạ and ự: Liberation 1 has neither, and a stranger's letters would stand between its own.
    command = [fc_list, ":family=Liberation Serif:charset=1ea1 1ef1", "file"]
    found = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert found, f"Liberation Serif is too old. Install: apt-get install {PACKAGES['Liberation Serif']}"


@pytest.mark.parametrize(
    ("asked", "family", "style"),
    [
        ("仿宋", "Noto Serif CJK SC", "Regular"),
        ("仿宋_GB2312", "Noto Serif CJK SC", "Regular"),
        ("FangSong", "Noto Serif CJK SC", "Regular"),
        ("宋体", "Noto Serif CJK SC", "Regular"),
        ("SimSun", "Noto Serif CJK SC", "Regular"),
        ("小标宋", "Noto Serif CJK SC", "Bold"),
        ("方正小标宋简体", "Noto Serif CJK SC", "Bold"),
        ("方正小标宋_GBK", "Noto Serif CJK SC", "Bold"),
        ("FZXiaoBiaoSong-B05S", "Noto Serif CJK SC", "Bold"),
        ("黑体", "Noto Sans CJK SC", "Regular"),
        ("SimHei", "Noto Sans CJK SC", "Regular"),
        ("Times New Roman", "Liberation Serif", "Regular"),
    ],
)
def test_a_face_that_is_not_installed_gets_its_free_stand_in(asked: str, family: str, style: str) -> None:
    if is_installed(asked):
        # A machine with the real face: it is used itself.
        assert matched(f":family={asked}")[0] != family
    else:
        assert matched(f":family={asked}") == (family, style)


@pytest.mark.parametrize("asked", ["楷体", "楷体_GB2312", "KaiTi"])
def test_kai_gets_a_kai_face_before_a_song_face(asked: str) -> None:
    first_installed = next((face for face in (asked, *KAI) if is_installed(face)), None)
    assert matched(f":family={asked}")[0] == first_installed


@pytest.mark.parametrize("language", ["vi", "ja", "zh-tw", "en"])
def test_the_language_of_a_text_does_not_change_the_face(language: str) -> None:
    assert matched(f":family=方正小标宋_GBK:lang={language}")[0] == "Noto Serif CJK SC"
    assert matched(f":family=仿宋_GB2312:lang={language}")[0] == "Noto Serif CJK SC"


def document_in_face(path: Path, face: str, text: str = f"{VIETNAMESE} {CHINESE}") -> Path:
    document = docx.Document()
    run = document.add_paragraph().add_run(text)
    run.font.name = "Times New Roman"
    run.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), face)
    document.save(str(path))
    return path


def family_and_weight(face: str) -> str:
    # The regional families of Noto CJK share one glyph table. LibreOffice 7.4 writes the name of the table
    # ("jp" for all), 25.2 that of the face ("sc"): which forms are drawn is another test's question.
    return re.sub(r"^(Noto\w+CJK)(?:jp|sc)(-[A-Za-z]+)(?:-VKana)?$", r"\1\2", face)


@pytest.mark.parametrize(
    ("face", "embedded"),
    [
        ("仿宋_GB2312", "NotoSerifCJK-Regular"),
        ("SimSun", "NotoSerifCJK-Regular"),
        ("方正小标宋_GBK", "NotoSerifCJK-Bold"),
        ("黑体", "NotoSansCJK-Regular"),
    ],
)
def test_a_pdf_carries_the_stand_ins_and_every_letter(tmp_path: Path, face: str, embedded: str) -> None:
    if is_installed(face):
        pytest.fail(f"{face} itself is installed here, so its stand-in cannot be tried", pytrace=False)
    pdf = office.convert_to_pdf(document_in_face(tmp_path / "faces.docx", face), tmp_path)
    assert {family_and_weight(name) for name in office.pdf_faces(pdf)} == {"LiberationSerif", embedded}
    assert " ".join(office.pdf_text(pdf).split()) == f"{VIETNAMESE} {CHINESE}"


def test_a_stand_in_draws_the_chinese_forms_not_the_japanese(tmp_path: Path) -> None:
    def page_in(face: str) -> bytes:
        # Characters that mainland China and Japan draw differently.
        document = document_in_face(tmp_path / f"{face}.docx", face, "骨直角令述")
        (page,) = office.pdf_pages_as_png(office.convert_to_pdf(document, tmp_path), tmp_path)
        return page.read_bytes()

    chinese = page_in("Noto Serif CJK SC")
    assert chinese != page_in("Noto Serif CJK JP")
    assert page_in("仿宋_GB2312") == chinese


def test_libreoffice_without_a_result_is_an_error_with_its_words(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match=r"made no PDF of absent\.docx: [\s\S]*could not be loaded"):
        office.convert_to_pdf(tmp_path / "absent.docx", tmp_path)


def test_a_missing_program_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    sentence = r"^pdftoppm is missing\. Install it: apt-get install poppler-utils$"
    with pytest.raises(pytest.fail.Exception, match=sentence):
        office.require("pdftoppm", "poppler-utils")
