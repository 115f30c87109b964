"""The project's own pages in a real browser, opened from disk."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import polars as pl
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from ecoanalysis.corpus import open_corpus
from ecoanalysis.editions import read_series
from ecoanalysis.publish.build import Built
from ecoanalysis.publish.choices import about, choices
from ecoanalysis.publish.downloads import write_downloads
from ecoanalysis.publish.plan import expand, read_plan, suited
from ecoanalysis.publish.search_index import terms

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.slow

WIDTHS = (360, 820, 1600)


# Lines of code that go on out of sight, and where there is room for it, tables.
CUT = """wide => [...document.querySelectorAll(wide ? 'main pre, main .table' : 'main pre')]
    .filter(each => each.scrollWidth > each.clientWidth + 2 && !each.closest('details:not([open])'))
    .map(each => each.innerText.slice(0, 60))"""


def pages_of(site: Built) -> list[Path]:
    return sorted(site.site.rglob("*.html"))


# Without a browser


def test_every_page_of_the_plan_was_made(site: Built) -> None:
    assert site.failures == ()
    plan = read_plan(ROOT / "reports/plan.toml")
    subjects, there = about(open_corpus(), plan.languages)
    expected = expand(suited(plan, subjects, there), choices(open_corpus())).pages
    assert len(expected) > 40
    assert len(pages_of(site)) == len(expected) + 2 * (6 + 20) + 1


def test_pages_are_small(site: Built) -> None:
    too_big = {}
    for path in pages_of(site):
        page = path.read_bytes()
        if len(page) > 150 * 1024:
            too_big[path.name] = len(page)
    assert too_big == {}


class Loads(HTMLParser):
    """Collects the addresses that a browser would load on its own, and those that a reader may follow."""

    def __init__(self) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.followed: list[str] = []
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if "id" in found:
            self.anchors.add(found["id"])
        if tag == "a":
            self.followed.append(found.get("href", ""))
            return
        self.loaded += [
            found[name] for name in ("src", "href", "srcset", "data", "poster", "xlink:href") if name in found
        ]
        self.loaded += re.findall(r"url\(([^)]*)\)", found.get("style", ""))


def read(path: Path) -> Loads:
    loads = Loads()
    loads.feed(path.read_text(encoding="utf-8"))
    return loads


def is_outside(address: str) -> bool:
    return bool(re.match(r"(?i)\s*([a-z][a-z0-9+.-]*:|//)", address)) and not address.startswith("data:")


def test_no_page_would_load_anything_from_outside(site: Built) -> None:
    assert [is_outside(it) for it in ("https://a", "//a", "a.html", "#p-7", "data:x")] == [
        True,
        True,
        False,
        False,
        False,
    ]
    found = {path.name: [it for it in read(path).loaded if is_outside(it)] for path in pages_of(site)}
    assert {name: loaded for name, loaded in found.items() if loaded} == {}
    for asset in (path for path in (site.site / "assets").rglob("*") if path.is_file()):
        text = asset.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?:|url\(|@import|fetch\(", text), asset.name


def test_every_link_arrives(site: Built) -> None:
    known = {path: read(path) for path in pages_of(site)}
    lost = []
    for path, page in known.items():
        for href in page.followed:
            if is_outside(href):
                continue
            file, _, anchor = href.partition("#")
            file = file.partition("?")[0]
            target = (path.parent / file).resolve() if file else path
            if not target.is_file() or (anchor and target in known and anchor not in known[target].anchors):
                lost.append((path.name, href))
    assert lost == []


def test_every_page_says_its_language_and_where_it_comes_from(site: Built) -> None:
    for path in pages_of(site):
        text = path.read_text(encoding="utf-8")
        assert f'<html lang="{"en" if path.parent.name == "en" else "zh-Hans"}">' in text, path
        assert text.count("<h1") == 1, path
        without = {"index.html", "editions.html", "pairs.html", "lessons.html", "codebook.html", "downloads.html"}
        if path.name not in without and path.relative_to(site.site).as_posix() not in site.left:
            assert re.search(r"SHA-256 [0-9a-f]{64}", text), path


# In a browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()


def opened(browser: Browser, path: Path, width: int) -> tuple[Page, list[str]]:
    """Open a page from disk; what it complains of is collected."""
    page, complaints = watched(browser, width)
    page.goto(path.as_uri())
    return page, complaints


def watched(browser: Browser, width: int) -> tuple[Page, list[str]]:
    """An empty page, and what the pages opened in it will complain of."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(f"console: {said.text}") if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
    page.on("requestfailed", lambda request: complaints.append(f"failed: {request.url}"))
    page.on(
        "request",
        lambda request: (
            None if request.url.startswith(("file:", "data:")) else complaints.append(f"outside: {request.url}")
        ),
    )
    return page, complaints


@pytest.mark.program("chromium")
@pytest.mark.parametrize("step", [4, pytest.param(1, marks=pytest.mark.thorough)], ids=["a quarter", "all"])
def test_every_page_opens_without_complaint_and_fits(site: Built, browser: Browser, step: int) -> None:
    wrong = {}
    page, complaints = watched(browser, WIDTHS[0])
    for path in pages_of(site)[::step]:
        complaints.clear()
        page.goto(path.as_uri())
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            spare = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            if spare > 0:
                complaints.append(f"{spare} pixels too wide at {width}")
            complaints += [f"out of sight at {width}: {words}" for words in page.evaluate(CUT, width >= WIDTHS[-1])]
        if page.locator("details.code[open]").count():
            complaints.append("code is shown")
        if complaints:
            wrong[f"{path.parent.name}/{path.name}"] = list(complaints)
    page.close()
    assert wrong == {}


@pytest.mark.program("chromium")
def test_every_page_fits_a_phone_without_its_script(site: Built, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": WIDTHS[0], "height": 800}, java_script_enabled=False)
    wide = {}
    for path in pages_of(site):
        page.goto(path.as_uri())
        spare = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if spare > 0:
            wide[f"{path.parent.name}/{path.name}"] = spare
    page.close()
    assert wide == {}


@pytest.mark.program("chromium")
def test_the_language_switch_leads_to_the_same_page_and_back(site: Built, browser: Browser) -> None:
    page, _ = opened(browser, site.site / "zh/agencies.html", 820)
    page.click("a.switch")
    assert page.url.endswith("/en/agencies.html")
    assert page.evaluate("document.documentElement.lang") == "en"
    page.click("a.switch")
    assert page.url.endswith("/zh/agencies.html")
    page.close()


@pytest.mark.program("chromium")
def test_code_is_shown_on_demand(site: Built, browser: Browser) -> None:
    page, _ = opened(browser, site.site / "en/agencies.html", 820)
    code = page.locator("details.code pre")
    assert not code.first.is_visible()
    page.get_by_role("button", name="Show all code").click()
    assert code.first.is_visible()
    page.get_by_role("button", name="Hide all code").click()
    assert not code.first.is_visible()
    page.close()


@pytest.mark.program("chromium")
def test_marks_can_be_hidden_kind_by_kind(site: Built, browser: Browser) -> None:
    page, _ = opened(browser, site.site / "en/edition-A_RES_75_324-text.html", 1600)
    line = "getComputedStyle(document.querySelector('.text mark.agency')).textDecorationLine"
    assert page.evaluate(line) == "none"  # quiet until it is asked for
    page.get_by_label("Body", exact=True).check()
    assert page.evaluate(line) == "underline"
    page.close()


@pytest.mark.program("chromium")
def test_a_click_on_a_body_folds_the_paragraphs_that_do_not_name_it(site: Built, browser: Browser) -> None:
    page, complaints = opened(browser, site.site / "zh/edition-A_RES_75_324-text.html", 1300)
    page.locator("mark.b-undp").first.click()
    shown = page.locator(".paragraph:not(.folded)")
    assert 0 < shown.count() < page.locator(".paragraph").count()
    assert all("undp" in (each.get_attribute("data-body") or "").split() for each in shown.all())
    one_line = "folded => folded.every(each => each.clientHeight < 40 && each.scrollHeight <= each.clientHeight + 1)"
    assert page.locator(".folded > .words").evaluate_all(one_line)
    assert page.locator(".count").inner_text() == f"{shown.count()}/{page.locator('.paragraph').count()}段"
    page.locator("button.clear").click()
    assert page.locator(".paragraph.folded").count() == 0
    assert complaints == []
    page.close()


@pytest.mark.program("chromium")
def test_a_click_on_a_state_shows_where_it_is_named(site: Built, browser: Browser) -> None:
    page, complaints = opened(browser, site.site / "en/edition-A_RES_75_324-text.html", 1300)
    page.locator("mark.s-AFG").first.click()
    shown = page.locator(".paragraph:not(.folded)")
    assert [each.get_attribute("id") for each in shown.all()] == ["p-15", "p-35"]
    assert page.locator("mark.sought").count() == page.locator("mark.s-AFG").count()
    page.locator("mark.s-AFG").first.click()
    assert page.locator(".folded, mark.sought").count() == 0
    assert complaints == []
    page.close()


@pytest.mark.program("chromium")
def test_on_a_phone_the_text_comes_before_what_can_be_chosen(site: Built, browser: Browser) -> None:
    page, _ = opened(browser, site.site / "en/edition-A_RES_75_324-text.html", 400)
    assert not page.locator("select[name=body]").is_visible()
    page.get_by_text("Show and filter").click()
    assert page.locator("select[name=body]").is_visible()
    assert page.locator("h1").inner_text().splitlines()[1].startswith("Cooperation between")
    page.close()


@pytest.mark.program("chromium")
def test_keys_go_from_paragraph_to_paragraph_and_the_language_switch_keeps_it(site: Built, browser: Browser) -> None:
    page, _ = watched(browser, 1300)
    page.goto((site.site / "zh/edition-A_RES_75_324-text.html").as_uri() + "#p-7")
    page.keyboard.press("j")
    assert page.url.endswith("#p-8")
    page.keyboard.press("k")
    page.keyboard.press("k")
    assert page.url.endswith("#p-6")
    page.click("a.switch")
    assert page.url.endswith("/en/edition-A_RES_75_324-text.html#p-6")
    page.close()


@pytest.mark.program("chromium")
def test_a_click_on_a_verb_shows_its_history(site: Built, browser: Browser) -> None:
    page, complaints = opened(browser, site.site / "en/edition-A_RES_79_330-text.html", 1300)
    page.locator("#p-20 .opens").first.click()
    steps = page.locator(".desk .chain").first.locator("li .step")
    years = [" ".join(step.split()[:2]) for step in steps.all_inner_texts()]
    lineages = read_series()["lineages"].filter(language="en", symbol="A/RES/79/330", paragraph="20", index=1)
    followed = read_series()["lineages"].filter(language="en", lineage=lineages["lineage"].item())
    assert [year.split()[1] for year in years] == [each.partition("/RES/")[2] for each in followed["symbol"]]
    assert years[-1] == "2025 79/330"
    assert page.evaluate("document.activeElement.tagName") == "H2"  # who cannot see it is led there
    page.locator(".desk .close").first.click()
    assert not page.locator(".desk").is_visible()
    page.locator("#p-20 .number").focus()
    page.locator("#p-20 .opens").first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".desk .chain").first.is_visible()
    page.keyboard.press("Escape")
    assert not page.locator(".desk").is_visible()
    assert page.evaluate("document.activeElement.closest('#p-20') !== null")
    assert complaints == []
    page.close()


@pytest.mark.program("chromium")
def test_two_paragraphs_can_be_pinned_and_stay_when_the_page_is_turned(site: Built, browser: Browser) -> None:
    page, complaints = opened(browser, site.site / "zh/edition-A_RES_75_324-text.html", 1300)
    for paragraph in ("#p-21", "#p-22", "#p-23"):
        page.locator(f"{paragraph} .words").click(position={"x": 2, "y": 2})
        page.locator(f"{paragraph} .pin").click()
    heads = page.locator(".desk .pinned h2")
    assert heads.all_inner_texts() == ["A/RES/75/324第22段", "A/RES/75/324第23段"]
    page.goto((site.site / "zh/edition-A_RES_79_330-text.html").as_uri())
    assert heads.count() == 2
    page.locator(".desk .close").first.click()
    page.locator(".desk .close").first.click()
    assert not page.locator(".desk").is_visible()
    assert complaints == []
    page.close()


@pytest.mark.program("chromium")
@pytest.mark.parametrize("name", ["en/edition-A_RES_79_330-text.html", "zh/edition-A_RES_75_324-text.html"])
def test_paragraphs_can_be_tinted_by_the_age_of_their_words(site: Built, browser: Browser, name: str) -> None:
    page, _ = opened(browser, site.site / name, 1300)
    oldest = page.locator(".paragraph[data-age='4']").first
    ground = "each => getComputedStyle(each).backgroundColor"
    before = oldest.evaluate(ground)
    page.locator("input[name=age]").check()
    assert oldest.evaluate(ground) != before
    assert page.locator(".ages").is_visible()
    assert page.evaluate(CONTRAST) == []
    page.close()


@pytest.mark.program("chromium")
def test_any_two_editions_can_be_chosen_and_the_language_switch_keeps_them(site: Built, browser: Browser) -> None:
    page, complaints = watched(browser, 1300)
    page.goto((site.site / "en/pairs.html").as_uri() + "?old=77/330&new=79/330")
    lineages = read_series()["lineages"].filter(language="en", **{"class": "DIR"})
    asked = {
        symbol: set(lineages.filter(symbol=f"A/RES/{symbol}")["lineage"]) for symbol in ("77/330", "79/330", "50/1")
    }
    answer = page.locator(".answer")
    assert answer.inner_text().startswith(f"Directives in 77/330 · 2023: {len(asked['77/330'])}.")
    page.select_option("select[name=old]", "50/1")
    assert answer.inner_text().startswith(f"Directives in 50/1 · 1995: {len(asked['50/1'])}.")
    gone = len(asked["50/1"] - set(read_series()["lineages"].filter(language="en", symbol="A/RES/79/330")["lineage"]))
    assert f"gone {gone}" in answer.inner_text()
    page.click("a.switch")
    page.wait_for_url("**/zh/pairs.html*")
    page.wait_for_selector(".answer")
    assert page.locator("select[name=old]").input_value() == "50/1"
    page.select_option("select[name=new]", "50/1")
    assert page.locator("#pair").inner_text() == "选了同一份，没有可比的。"
    assert complaints == []
    page.close()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_from_the_last_two_editions_a_link_leads_to_any_two(site: Built, language: str) -> None:
    shown = (site.site / language / "compare.html").read_text(encoding="utf-8").partition("<h1")[2]
    assert shown.index('href="pairs.html"') < shown.index("<h2")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_evolution_begins_with_what_became_of_each_mandate(site: Built, language: str) -> None:
    shown = (site.site / language / "course.html").read_text(encoding="utf-8").partition("<h1")[2]
    loom, changes, bars = (shown.index(mark) for mark in ('class="chart loom"', 'class="clauses"', 'class="marks"'))
    assert loom < changes < bars


def test_a_page_of_one_text_says_why_that_one_and_which_is_the_latest(site: Built) -> None:
    shown = (site.site / "en/edition.html").read_text(encoding="utf-8").partition("<h1")[2].partition("<h2")[0]
    assert "the words of A/RES/75/324 alone are at hand (in Chinese)" in shown
    assert '<a href="edition-A_RES_79_330-text.html">A/RES/79/330</a> (2025)' in shown
    read = (site.site / "en/edition-A_RES_77_330-text.html").read_text(encoding="utf-8")
    assert 'Superseded; the latest edition is <a href="edition-A_RES_79_330-text.html">' in read
    assert 'href="pairs.html?series=eco-en&amp;old=75/324&amp;new=77/330"' in read


@pytest.mark.program("chromium")
def test_a_table_that_has_no_room_becomes_cards_and_a_table_again(site: Built, browser: Browser) -> None:
    page, complaints = opened(browser, site.site / "en/editions.html", 700)
    cards = page.locator("table.as-cards")
    assert cards.count() == 1
    assert page.locator(".table").evaluate("each => each.scrollWidth <= each.clientWidth + 1")
    page.set_viewport_size({"width": 1600, "height": 800})
    page.wait_for_function("!document.querySelector('.as-cards')")
    assert complaints == []
    page.close()


def test_a_piece_of_history_has_every_clause_of_its_series(site: Built) -> None:
    lineages = read_series()["lineages"]
    for language in ("en", "zh"):
        script = (site.site / f"assets/history-en/eco-{language}.js").read_text(encoding="utf-8")
        series = json.loads(script.partition(",")[2].rpartition(")")[0])
        symbols = [f"A/RES/{name}" for name, *_ in series["editions"]]
        listed = {(symbols[each[0]], each[1], each[2]) for lineage in series["lineages"] for each in lineage}
        assert listed == set(lineages.filter(language=language).select("symbol", "paragraph", "index").iter_rows())
        assert len(script.encode()) <= 150_000


def test_a_paragraph_whose_languages_differ_in_force_says_so(site: Built) -> None:
    page = (site.site / "en/edition-A_RES_75_324-text.html").read_text(encoding="utf-8")
    paragraph = page.partition(' id="p-26">')[2].partition(' id="p-27">')[0]
    badge = re.sub(r"<[^>]+>", "", paragraph.partition('<p class="differs">')[2].partition("</p>")[0])
    assert " ".join(badge.split()) == "The two languages differ in force 请 requests ≠ invites encourages, invites"


@pytest.mark.thorough
@pytest.mark.program("chromium")
def test_few_stops_for_the_tab_key_and_the_entry_opens_in_the_readers_language(site: Built, browser: Browser) -> None:
    page, _ = watched(browser, 1300)
    many = {}
    for path in pages_of(site)[::3]:
        page.goto(path.as_uri())
        if (count := page.evaluate(STOPS)) > 150:
            many[path.name] = count
    assert many == {}
    page.close()
    reader = browser.new_context(locale="zh-CN").new_page()
    reader.goto((site.site / "index.html").as_uri())
    reader.wait_for_url("**/zh/index.html")
    reader.close()


STOPS = """() => [...document.querySelectorAll("a[href], button, input, select, summary, textarea, [tabindex]")]
  .filter((each) => each.tabIndex >= 0 && each.checkVisibility()).length"""


def test_a_link_to_a_lesson_is_an_address(site: Built) -> None:
    for language in ("zh", "en"):
        page = (site.site / language / "lessons.html").read_text(encoding="utf-8")
        links = re.findall(r'<a href="(https://[^"]+)" rel="external">([^<]*)</a>', page)
        lessons = list((ROOT / "notebooks/lessons/source" / language).glob("*.ipynb"))
        assert len(links) == 2 * len(lessons)  # in Colab and in Binder
        assert all(len(name) < 30 and not re.search(r'["{}\\\\]', name) for _, name in links)


def test_chinese_words_have_chinese_marks_between_them(site: Built) -> None:
    for path in sorted((site.site / "zh").glob("*.html")):
        if path.name.startswith("lesson-"):
            continue  # program code
        words = re.sub(
            r"<(?:script|style|pre|code)\b.*?</(?:script|style|pre|code)>|<[^>]+>",
            "",
            path.read_text(encoding="utf-8"),
            flags=re.DOTALL,
        )
        assert re.findall(r"[\u4e00-\u9fff][,;:!?][\u4e00-\u9fff]", words) == [], path.name


@pytest.mark.program("chromium")
def test_the_keyboard_reaches_the_content_first(site: Built, browser: Browser) -> None:
    page, _ = opened(browser, site.site / "en/index.html", 820)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.close()


@pytest.mark.thorough
@pytest.mark.program("chromium")
@pytest.mark.parametrize(
    ("scheme", "step"), [("light", 4), *(pytest.param(it, 1, marks=pytest.mark.thorough) for it in ("light", "dark"))]
)
def test_axe_finds_nothing_to_complain_of(site: Built, browser: Browser, scheme: str, step: int) -> None:
    """The pages of one language in the one scheme, of the other in the other; of pages of one make, some."""
    axe, wrong = Axe(), {}
    page = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type]
    page.set_content("<img src=x>")
    assert "image-alt" in {found["id"] for found in axe.run(page).response["violations"]}  # it does find something
    pages = sorted((site.site / {"light": "zh", "dark": "en"}[scheme]).glob("*.html"))
    alike = [path for path in pages if path.name.startswith(("edition-A", "agency-", "theme-", "lesson-"))]
    for path in [*(path for path in pages if path not in alike), *alike[::5]][::step]:
        page.goto(path.as_uri())
        if found := axe.run(page).response["violations"]:
            wrong[path.name] = [(one["id"], one["nodes"][0]["html"][:200]) for one in found]
    page.close()
    assert wrong == {}


@pytest.mark.thorough
@pytest.mark.program("chromium")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_what_scripts_add(site: Built, browser: Browser, scheme: str) -> None:
    page = browser.new_page(color_scheme=scheme, viewport={"width": 1300, "height": 800})  # type: ignore[arg-type]
    page.goto((site.site / "zh/edition-A_RES_75_324-text.html").as_uri())
    page.locator("#p-21 mark.verb").first.click()
    page.locator("#p-21 .pin").click()
    page.locator("mark.s-AFG").first.click()  # and what does not name it is folded
    for name in ("verb", "agency", "addressee", "hedge", "age"):
        page.locator(f"input[name={name}]").check()
    page.wait_for_selector(".desk .chain")
    assert Axe().run(page).response["violations"] == []
    page.goto((site.site / "en/index.html").as_uri())
    page.fill("#search", "energy corridor")
    page.wait_for_selector("#hits a")
    page.keyboard.press("ArrowDown")
    assert page.locator("#hits a").first.get_attribute("aria-selected") == "true"  # below the note of what is wanting
    assert Axe().run(page).response["violations"] == []
    page.goto((site.site / "en/pairs.html").as_uri())
    page.wait_for_selector(".answer")
    assert Axe().run(page).response["violations"] == []
    page.close()


@pytest.mark.program("chromium")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(site: Built, browser: Browser, scheme: str) -> None:
    """WCAG AA: 4.5 to 1 for the words of the site's own style, in both colour schemes."""
    for name in ("index.html", "en/index.html", "zh/edition-A_RES_75_324-text.html", "en/agencies.html"):
        page = browser.new_page(color_scheme=scheme, viewport={"width": 1280, "height": 800})  # type: ignore[arg-type]
        page.goto((site.site / name).as_uri())
        assert page.evaluate(CONTRAST) == []
        page.close()


def loaded(page: Page) -> list[str]:
    """The scripts that a page has loaded, as paths in the site."""
    sources = page.evaluate("Array.from(document.scripts).map(script => script.src)")
    return [source.partition("/assets/")[2].join(["assets/", ""]) for source in sources if "/assets/" in source]


@pytest.mark.program("chromium")
def test_the_search_finds_bodies_themes_symbols_and_paragraphs(site: Built, browser: Browser) -> None:
    page, complaints = opened(browser, site.site / "en/index.html", 820)

    def hits(words: str) -> list[str]:
        page.fill("#search", "")
        page.fill("#search", words)
        page.wait_for_selector("#hits li")
        return [" ".join(one.split()) for one in page.locator("#hits li").all_inner_texts()]

    page.focus("#search")
    assert hits("开发计划署")[0] == "Body UNDP"
    assert hits("united nations development programme")[0] == "Body UNDP"
    assert hits("transport")[0] == "Theme Transport"
    assert hits("79/330")[0].startswith("Resolution A/RES/79/330 Cooperation")
    assert any(hit.startswith("Paragraph A/RES/75/324 ¶ 21 ") for hit in hits("energy 75/324"))
    assert hits("单一窗口")[0].startswith("Paragraph A/RES/75/324 ¶ 9 … ")
    assert "发展单一窗口" in hits("单一窗口")[0]
    assert set(page.locator("#hits mark").all_inner_texts()) == {"单一窗口"}  # in every place, of whatever language
    assert hits("single window")[0].startswith("Paragraph A/RES/75/324 ¶ 9 … ")  # by its facts in the page's language
    assert page.locator("#hits mark").first.inner_text() == "single"
    assert hits("75/324, para. 30")[0].startswith("Paragraph A/RES/75/324 ¶ 30")
    assert hits("energy corridor")[0] == "No place has all of these words; these have some"
    assert any("Secretary-General" in hit for hit in hits("report secretary-general"))
    assert not any(hit.startswith("Nowhere") for hit in hits("能源走廊"))  # what joins two words is no word
    assert hits("能源")[0] == "Theme Energy"
    assert all("urges" in hit.lower() for hit in hits("urges") if hit.startswith("Paragraph"))
    assert sum("敦促" in hit for hit in hits("敦促") if hit.startswith("Paragraph")) > 4  # why they are found is shown
    assert hits("tranport")[0] == "Theme Transport"
    assert hits("erzurum")[0].startswith("Paragraph A/RES/79/330 ¶ 10")
    assert hits("energy xylophone")[0].endswith("only facts are searched): xylophone. With the other words:")
    assert [hit.partition(" (")[0] for hit in hits("<b>zzz")] == ["Nothing found"]
    cut = "A/RES/75/324 《2025年愿景》 Énergie 请"
    assert page.evaluate("words => search.terms(words)", cut) == list(dict.fromkeys(terms(cut)))
    assert sum((site.site / path).stat().st_size for path in loaded(page)) < 300_000
    hits("transport")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/theme-transport.html")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    assert complaints == []
    page.close()


@pytest.mark.program("chromium")
def test_the_other_language_can_be_hidden(site: Built, browser: Browser) -> None:
    page, _ = opened(browser, site.site / "en/edition-A_RES_75_324-text.html", 1600)
    beside = page.locator("#p-7 .beside")
    assert beside.inner_text().startswith("Appreciates; notes with satisfaction; invites relevant")
    page.get_by_label("English beside it").uncheck()
    assert not beside.is_visible()
    page.close()


def test_the_tables_to_download_are_those_of_the_site(site: Built) -> None:
    with zipfile.ZipFile(site.site / "downloads/ecoanalysis-parquet.zip") as packed:
        clauses = pl.read_parquet(packed.read("clauses.parquet"))
        documents = pl.read_parquet(packed.read("documents.parquet"))
        readme = packed.read("README.txt").decode()
    assert clauses["symbol"].n_unique() == 20
    assert not documents["path"].str.contains("/").any()
    assert f"corpus {open_corpus().version}" in readme
    again = site.site.parent / "again"
    write_downloads(again, open_corpus())
    for made in (again / "downloads").iterdir():
        assert made.read_bytes() == (site.site / "downloads" / made.name).read_bytes(), made.name


def test_a_lesson_shows_its_code_and_no_answers(site: Built) -> None:
    page = (site.site / "en/lesson-1-read.html").read_text(encoding="utf-8")
    assert page.count('<div class="lesson-code">') > 15
    assert "operative" in page
    assert "Nothing is answered yet" not in page
    assert "importlib" not in page  # what sets the notebook up is of no use on a page
    for language in ("zh", "en"):
        listed = (site.site / language / "lessons.html").read_text(encoding="utf-8")
        for file in re.findall(r'href="(\.\./[^"]+)" download', listed):
            assert (site.site / language / file).is_file(), file


CONTRAST = """() => {
  const numbers = (color) => (color.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ground = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const color = numbers(getComputedStyle(at).backgroundColor);
      if (color.length === 3 || color[3] > 0) return color;
    }
    return [255, 255, 255];
  };
  const poor = new Set();
  for (const node of document.querySelectorAll("body *")) {
    if (node.closest("svg") || !node.checkVisibility()) continue;
    if (![...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim())) continue;
    const [a, b] = [light(numbers(getComputedStyle(node).color)), light(ground(node))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) poor.add(node.tagName + "." + node.className + " " + ratio.toFixed(2));
  }
  return [...poor];
}"""
