"""The page beside the drafts: sound HTML, working links, everything escaped, three whole languages."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from samples import EXAMPLE, SMALL, changed
from service.cli import main

VOID = {"meta", "input", "br", "hr", "img", "link"}
TITLE = "<script>alert('1')</script> & “Biên bản” \"A\""


class Page(HTMLParser):
    """A page read strictly: every element is closed in its turn."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, str]] = []
        self.tags: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        assert len(values) == len(attrs), f"an attribute twice on {tag}"
        self.tags.append(tag)
        self.ids += [values["id"]] if "id" in values else []
        self.links += [values["href"]] if "href" in values else []
        if tag not in VOID:
            self.open.append((tag, values.get("lang", self.open[-1][1] if self.open else "")))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if data.strip() and self.open[-1][0] != "style":
            self.texts.append((self.open[-1][1], data.strip()))


def draft(folder: Path, *sources: Path) -> Page:
    assert main(["draft", *map(str, sources), "--out", str(folder)]) == 0
    text = (folder / "index.html").read_text("utf-8")
    assert text.startswith("<!doctype html>\n")
    return Page(text)


def record(folder: Path, text: str, name: str = "a.yaml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Page:
    monkeypatch.setenv("BIENBAN_LANGUAGE", "vi")
    return draft(tmp_path, EXAMPLE)


def said(page: Page, language: str) -> list[str]:
    return [text for lang, text in page.texts if lang == language]


def test_the_page_is_whole_and_its_ids_are_its_own(page: Page) -> None:
    assert len(set(page.ids)) == len(page.ids) == 3
    assert "script" not in page.tags
    assert page.tags.count("table") == 3


def test_every_file_is_linked_in_every_language_and_there(page: Page, tmp_path: Path) -> None:
    files = sorted(path.name for path in tmp_path.glob("*.docx"))
    assert len(files) == 8
    assert sorted(page.links) == sorted(files * 3)


def test_the_three_languages_are_each_offered_in_their_own_words(page: Page) -> None:
    assert "Bản dự thảo" in said(page, "vi")
    assert "草案" in said(page, "zh")
    assert "Drafts" in said(page, "en")
    for name in ("Tiếng Việt", "中文", "English"):
        assert any(name == text for _, text in page.texts)


def test_counts_gaps_and_findings_are_said_in_each_language(page: Page) -> None:
    assert {"Chỗ còn thiếu: 2", "Điều cần xem: 5"} <= set(said(page, "vi"))
    assert {"缺项: 2", "待核事项: 5"} <= set(said(page, "zh"))
    assert {"Gaps: 2", "Findings: 5"} <= set(said(page, "en"))
    assert "“Đề nghị của mỗi bên”第1点为示例，系为展示格式而拟" in said(page, "zh")
    assert "cảnh báo" in said(page, "vi")
    assert "chưa có trong nguồn" in said(page, "vi")
    assert "原文未载" in said(page, "zh")


def test_a_gap_shows_its_words_in_both_languages_and_its_place(page: Page) -> None:
    assert {"[chưa có trong nguồn]", "〔原文未载〕"} <= set(said(page, "zh"))
    assert any(text.endswith(":20: start") for text in said(page, "en"))


@pytest.mark.parametrize("language", ["vi", "zh"])
def test_no_english_is_left_in_the_other_languages(page: Page, language: str) -> None:
    allowed = re.compile(r"[\w./-]*talks-record[\w./-]*|bb-[0-9a-f]{7}|\d{4}-\d\d-\d\d")
    english = re.compile(
        r"\b(the|of|and|not|is|in|with|only|item|record|source|draft|drafts|layout|names)\b", re.IGNORECASE
    )
    assert [text for text in said(page, language) if english.search(allowed.sub("", text))] == []


@pytest.mark.parametrize("chosen", ["vi", "zh", "en"])
def test_the_chosen_language_is_shown_first(
    chosen: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BIENBAN_LANGUAGE", chosen)
    draft(tmp_path, record(tmp_path, SMALL))
    text = (tmp_path / "index.html").read_text("utf-8")
    assert f'id="show-{chosen}" checked' in text
    assert text.count(" checked") == 1
    assert f'<html lang="{chosen}">' in text


def test_a_record_without_findings_says_so(tmp_path: Path) -> None:
    page = draft(tmp_path, record(tmp_path, changed("place:", "start: 8:00\nend: 9:00\nhost: vn\nplace:")))
    assert "Không có gì cần xem." in said(page, "vi")


@pytest.mark.parametrize(
    "name",
    [
        "Biên bản hội đàm.yaml",
        "会谈 纪要.yaml",
        "R&D <5%.yaml",
        'it\'s "A".yaml',
        "a#b?c=d.yaml",
        "100%25.yaml",
        "a+b;c.yaml",
    ],
)
def test_links_lead_to_the_files_whatever_the_record_is_called(name: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    page = draft(out, record(tmp_path, SMALL, name))
    assert len(page.links) == 24
    for link in page.links:
        parts = urlsplit(link)
        assert (parts.scheme, parts.netloc, parts.query, parts.fragment) == ("", "", "", "")
        assert link.isascii()
        assert (out / unquote(parts.path)).is_file()


def test_a_record_name_that_looks_like_an_address_is_a_file(tmp_path: Path) -> None:
    page = draft(tmp_path / "out", record(tmp_path, SMALL, "javascript:alert(1).yaml"))
    for link in page.links:
        assert urlsplit(link).scheme == ""
        assert (tmp_path / "out" / unquote(link)).is_file()


def test_everything_a_record_says_is_escaped(tmp_path: Path) -> None:
    title = TITLE.replace("'", "''")
    text = changed("place:", f"title: {{vi: '{title}', zh: '<b>甲'}}\nplace:")
    text = changed("name: Vương Vĩ", "name: {vi: '<img src=x onerror=alert(1)>', zh: '<i>'}", text)
    page = draft(tmp_path, record(tmp_path, text, "<b>&.yaml"))
    assert f"{TITLE} · <b>甲" in said(page, "vi")
    assert not {"script", "img", "b", "i"} & set(page.tags)
    assert any("<img src=x onerror=alert(1)>" in text for text in said(page, "vi"))


def test_several_records_have_a_part_each(tmp_path: Path) -> None:
    page = draft(tmp_path, record(tmp_path, SMALL), record(tmp_path, SMALL, "b.yaml"))
    assert page.tags.count("article") == 6
    assert len(page.links) == 48
