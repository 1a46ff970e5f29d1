"""Settings from the environment."""

from pathlib import Path

import pytest

from samples import ROOT
from service.settings import Settings, read_settings


def test_without_any_variable_the_shipped_folders_are_used_in_english() -> None:
    assert read_settings({}) == Settings(ROOT / "templates", ROOT / "glossary", "en")


def test_folders_can_be_chosen() -> None:
    settings = read_settings({"BIENBAN_TEMPLATES_DIR": "/a b", "BIENBAN_GLOSSARY_DIR": "rel/ative"})
    assert settings.templates_dir == Path("/a b")
    assert settings.glossary_dir == Path("rel/ative")


def test_an_empty_variable_is_no_choice() -> None:
    assert read_settings({"BIENBAN_TEMPLATES_DIR": "", "BIENBAN_LANGUAGE": "", "LANG": ""}) == read_settings(
        {}
    )


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"BIENBAN_LANGUAGE": "vi"}, "vi"),
        ({"BIENBAN_LANGUAGE": "zh"}, "zh"),
        ({"BIENBAN_LANGUAGE": "en", "LANG": "vi_VN.UTF-8"}, "en"),
        ({"BIENBAN_LANGUAGE": "zh-CN"}, "zh"),
        ({"BIENBAN_LANGUAGE": "ZH_hans"}, "zh"),
        ({"LANG": "vi_VN.UTF-8"}, "vi"),
        ({"LANG": "zh_CN.GB18030"}, "zh"),
        ({"LANG": "zh.UTF-8"}, "zh"),
        ({"LC_MESSAGES": "vi_VN", "LANG": "zh_CN"}, "vi"),
        ({"LC_ALL": "C", "LANG": "vi_VN.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "vietnamese"}, "en"),
    ],
)
def test_the_language_is_the_chosen_one_or_the_locales(environment: dict[str, str], language: str) -> None:
    assert read_settings(environment).language == language
