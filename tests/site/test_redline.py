"""The page of a comparison in a browser: one printed page for the brief, filters that keep their state, one column."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page, sync_playwright

import ecoanalysis as eco
from ecoanalysis.model.brief import Brief, BriefDue, BriefLine, Extent, Section
from ecoanalysis.show.redline import redline

pytestmark = [pytest.mark.slow, pytest.mark.skipif(shutil.which("chromium") is None, reason="chromium is not there")]

TURNED = [
    ("敦促", "邀请"),
    ("加强", "增进"),
    ("鼓励", "请"),
    ("区域", "次区域"),
    ("发展", "长期发展"),
    ("欢迎", "注意到"),
]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A comparison with more changes than the brief has room for."""
    raw = eco.sample().raw
    for before, after in TURNED:
        raw = raw.replace(before, after)
    editions = [
        eco.to_edition(eco.extract_facts(eco.parse_resolution(each))) for each in (eco.sample(), eco.read_text(raw))
    ]
    page = tmp_path_factory.mktemp("page") / "redline.html"
    page.write_text(redline(eco.compare_editions(*editions)), encoding="utf-8")
    return page


MANY = {"few": 12, "some": 30, "all": 90}


@pytest.mark.parametrize("rows", MANY.values(), ids=[*MANY])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_however_long_the_brief_is_one_printed_page_and_no_word_is_cut(
    page: Page, path: Path, tmp_path: Path, language: str, rows: int
) -> None:
    sentence = {"en": "to consider promoting regional cooperation on lakes, ", "zh": "考虑促进关于湖泊的区域合作，"}[
        language
    ]
    frame = {"en": "The General Assembly,\n\n1. Urges States to act.\n", "zh": "大会，\n\n1. 敦促各国行动。\n"}[
        language
    ]
    edition = eco.to_edition(eco.extract_facts(eco.parse_resolution(eco.read_text(frame))))
    sections: tuple[Section, ...] = (
        "lost",
        "unsure",
        "asked",
        "decided",
        "parties",
        "times",
        "reworded",
        "answered",
        "passed",
        "moved",
    )
    lines = [
        BriefLine(section, "reworded", ("1",), ("1",), f"{section}{number} {sentence * 8}", "statement")
        for section in sections
        for number in range(rows // len(sections) or 1)
    ][:rows]
    dues = tuple(BriefDue("1", "report", None, 80 + number, None, False) for number in range(rows // 10))
    whole = Extent(1, 4)
    brief = Brief(tuple(lines), dues, None, (), whole, whole, ())
    (tmp_path / "page.html").write_text(redline(eco.compare_editions(edition, edition), brief), encoding="utf-8")
    page.goto((tmp_path / "page.html").as_uri())
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    sheets = [
        "".join(sheet.get_textpage().get_text_range().split()) for sheet in pypdfium2.PdfDocument(tmp_path / "page.pdf")
    ]
    head = {"en": "earlieredition", "zh": "旧版"}[language]
    assert head not in sheets[0]
    assert head in sheets[1]
    assert "lost0" in sheets[0]


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-dev-shm-usage"]
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=arguments)
        yield browser.new_page(viewport={"width": 1300, "height": 900})
        browser.close()


def test_the_brief_is_one_printed_page(page: Page, path: Path, tmp_path: Path) -> None:
    page.goto(path.as_uri())
    rows = page.locator("section.brief tr").count()
    assert rows > 15
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    sheets = [sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(tmp_path / "page.pdf")]
    heads = page.locator("section.brief tr:last-child th").inner_text()
    assert heads in sheets[0]
    assert "旧版" in sheets[1]
    assert "旧版" not in sheets[0]


def test_a_filter_shows_what_it_says_and_keeps_its_state_in_the_address(page: Page, path: Path) -> None:
    page.goto(path.as_uri())
    everything = page.locator("li.link:visible").count()
    page.check("#types input[value=weakened]")
    chosen = page.locator("li.link:visible")
    assert 0 < chosen.count() < everything
    assert all("weakened" in (link.get_attribute("data-types") or "") for link in chosen.all())
    assert page.url.endswith("?types=weakened")
    shown = chosen.count()
    page.goto(page.url)
    assert page.locator("li.link:visible").count() == shown
    page.uncheck("#types input[value=weakened]")
    assert page.locator("li.link:visible").count() == everything
    assert "?" not in page.url


def test_what_is_identical_stands_once_behind_one_line_and_an_anchor_opens_it(page: Page, path: Path) -> None:
    page.goto(path.as_uri())
    folded = page.locator("li.same details li.link").first
    assert not folded.is_visible()
    assert folded.locator(".sides").count() == 0
    page.goto(f"{path.as_uri()}#{folded.get_attribute('id')}")
    page.reload()
    assert folded.is_visible()


def test_a_phone_shows_one_column_with_the_changes_in_it(page: Page, path: Path) -> None:
    page.set_viewport_size({"width": 400, "height": 900})
    page.goto(path.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    link = page.locator("li.link:has(p.inline)").first
    assert not link.locator(".sides").is_visible()
    assert link.locator("p.inline del, p.inline ins").count() > 0
    page.set_viewport_size({"width": 1300, "height": 900})
