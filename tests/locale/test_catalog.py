"""Catalogs are complete in both languages, and messages are put into words without a slip."""

import io
import string
import tomllib
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from service.core.message import Message, message
from service.locale.catalog import read_catalog, say, translate

ROOT = Path(__file__).parents[2]
MEND = "run `make catalogs` and translate what is new in service/locale/{vi,zh}/LC_MESSAGES/bienban.po"
KEYWORDS: dict[str, tuple[int, ...] | None] = {"message": None, "t": None}
# Words of the papers themselves and of formats stay as they are in every language.
ALIKE = frozenset({"{place}: {problem}"})


@cache
def texts_of_the_program() -> frozenset[str]:
    """Extract as tools/catalogs.sh does."""
    mappings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["babel"]["mappings"]
    methods = [(mapping["pattern"], mapping["method"]) for mapping in mappings]
    found = extract_from_dir(ROOT / "service", methods, keywords=KEYWORDS)
    return frozenset(text for _, _, text, _, _ in found if isinstance(text, str))


@cache
def catalog(language: str) -> Catalog:
    file = ROOT / "service" / "locale" / language / "LC_MESSAGES" / "bienban.po"
    return read_po(io.BytesIO(file.read_bytes()), locale=language, abort_invalid=True)


def places(text: str) -> list[str]:
    return sorted({name for _, name, _, _ in string.Formatter().parse(text) if name is not None})


def test_extraction_finds_messages_of_code_and_of_pages() -> None:
    assert "this key is missing" in texts_of_the_program()
    assert "Nothing is missing." in texts_of_the_program()
    assert "“{vi}” = “{zh}” was written in the record and is not in the glossary" in texts_of_the_program()


@pytest.mark.parametrize("language", ["vi", "zh"])
def test_every_text_of_the_program_is_in_the_catalog_and_nothing_else(language: str) -> None:
    known = {entry.id for entry in catalog(language) if entry.id}
    assert known == texts_of_the_program(), MEND


@pytest.mark.parametrize("language", ["vi", "zh"])
def test_every_entry_is_translated_and_none_is_fuzzy_or_obsolete(language: str) -> None:
    entries = [entry for entry in catalog(language) if entry.id]
    assert [entry.id for entry in entries if not entry.string or entry.fuzzy] == [], MEND
    assert [entry.id for entry in entries if entry.string == entry.id and entry.id not in ALIKE] == []
    assert list(catalog(language).obsolete) == []


@pytest.mark.parametrize("language", ["vi", "zh"])
def test_a_translation_has_the_places_of_its_source(language: str) -> None:
    wrong = [
        entry.id
        for entry in catalog(language)
        if entry.id and places(str(entry.id)) != places(str(entry.string))
    ]
    assert wrong == []


def test_a_chinese_translation_is_chinese_and_a_vietnamese_one_is_not() -> None:
    def has_han(text: str) -> bool:
        return any("\u4e00" <= character <= "\u9fff" for character in text)

    chinese = {entry.id: str(entry.string) for entry in catalog("zh") if entry.id not in ALIKE and entry.id}
    assert [text for text in chinese.values() if not has_han(text)] == []
    assert [entry.string for entry in catalog("vi") if has_han(str(entry.string))] == []


def test_a_text_is_translated_and_an_unknown_one_stays_english() -> None:
    assert translate("error", "vi") == "lỗi"
    assert translate("error", "zh") == "错误"
    assert translate("error", "en") == "error"
    assert translate("a text that no catalog has", "vi") == "a text that no catalog has"


def test_english_and_unknown_languages_have_no_catalog() -> None:
    assert read_catalog("en") == {}
    assert read_catalog("fr") == {}
    assert read_catalog("../vi") == {}


def test_messages_inside_a_message_are_said_in_the_same_language() -> None:
    inner = message("“{text}” has no year; write it as YYYY-MM-DD", text="27.4")
    outer = message("{place}: {problem}", place="a.yaml:3: date", problem=inner)
    assert say(outer, "en") == "a.yaml:3: date: “27.4” has no year; write it as YYYY-MM-DD"
    assert say(outer, "vi") == "a.yaml:3: date: “27.4” thiếu năm; hãy viết YYYY-MM-DD"
    assert say(outer, "zh") == "a.yaml:3: date：“27.4”没有年份；请写成YYYY-MM-DD"


@pytest.mark.parametrize("language", ["vi", "zh", "en"])
@pytest.mark.parametrize("text", ["{place}", "{0}", "{", "}}", "%s", "{place.__class__}"])
def test_braces_in_a_value_stand_as_they_are(language: str, text: str) -> None:
    said = message("{place}: {problem}", place=text, problem=message("error"))
    assert say(said, language).startswith(text)


def test_doubled_braces_of_a_template_are_single_in_words() -> None:
    said = message(
        "“{text}” is not in the glossary; a name the glossary lacks is written {{vi: …, zh: …}}", text="A"
    )
    assert say(said, "vi").endswith("thì viết {vi: …, zh: …}")
    assert say(said, "en").endswith("is written {vi: …, zh: …}")


def test_a_message_is_english_where_nobody_asked_for_a_language() -> None:
    assert str(Message("{count} drafts", {"count": 8})) == "8 drafts"
