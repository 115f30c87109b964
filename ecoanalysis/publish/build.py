"""Plan → site: runs what changed, renews what stands around it, and says what was done.

Nothing heavy is loaded until it is known that something has to be run.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, field, replace
from fnmatch import fnmatch
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import TYPE_CHECKING

from ecoanalysis.errors import BuildError, CorpusError, PlanError, StaleSiteError, counted
from ecoanalysis.files import replace_folder, write_text
from ecoanalysis.publish import manifest as manifests
from ecoanalysis.publish.manifest import Manifest, PageRecord, Sources, facts_hash, fresh, page_inputs, stale, why_stale
from ecoanalysis.publish.plan import SESSION, PagePlan, Plan, expand, notebook_parameters, read_plan, suited

if TYPE_CHECKING:
    from rich.progress import Progress

    from ecoanalysis.corpus import Corpus
    from ecoanalysis.publish.fixed_pages import Plain
    from ecoanalysis.publish.page import Frame, NavigationEntry
    from ecoanalysis.publish.run import Outcome

PLAN = Path("reports/plan.toml")


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: the site's folder, the pages run, those whose facts changed, and why which ones failed."""

    site: Path
    run: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    failures: tuple[tuple[str, str], ...] = ()
    left: tuple[str, ...] = ()
    """Pages that were to be run and were not: another failed before, or they were not among those asked for."""
    seconds: Mapping[str, float] = field(default_factory=dict)
    """How long each page took."""
    set_aside: tuple[tuple[str, str], ...] = ()
    """Files of the corpus that could not be used, and why."""

    @property
    def index(self) -> Path:
        """The page to open."""
        return self.site / "index.html"


@dataclass(frozen=True, slots=True)
class How:
    """How a site is built.

    ``jobs`` is the number of notebooks run at a time (one a core where it is 0); ``only`` are patterns of addresses or
    names (``agency-*``, ``en/*``): no other page is run; ``force`` runs pages that have not changed; ``fail_fast``
    begins no further page once one has failed; ``with_drafts`` takes drafts and their sponsors into the site.
    """

    jobs: int = 0
    force: bool = False
    only: tuple[str, ...] = ()
    fail_fast: bool = False
    with_drafts: bool = False

    def wants(self, address: str) -> bool:
        """Whether a page is among those asked for."""
        return not self.only or any(_fits(address, pattern) for pattern in self.only)


def _fits(address: str, pattern: str) -> bool:
    return fnmatch(address, pattern) or fnmatch(Path(address).stem, pattern)


def build(plan: Path = PLAN, output: Path | None = None, corpus: str = "", how: How | None = None) -> Built:
    """Bring a site up to date.

    An interrupted build leaves whole pages, and the next one goes on from there.

    Parameters
    ----------
    plan
        File that says which notebook makes which page.
    output
        The site's folder; ``site`` beside the plan where none is named.
    corpus
        Folder of documents; what the plan says where none is named.
    how
        What is run, and how much of it at a time.

    Raises
    ------
    PlanError, CorpusError
        Before anything is written.
    """
    how = how or How()
    site = _site(plan, output)
    read, opened = _expanded(plan, corpus, how.with_drafts)
    _check_only(read, how.only)
    sources = Sources.current(opened.version)
    before = manifests.read_manifest(site)
    if not how.force and not stale(read, sources, before, site):
        return Built(site, set_aside=opened.failures)
    manifests.drop_damaged(before, site)
    with _drafts_shut_out(how.with_drafts):
        return replace(_Builder(read, opened, site, sources, before, how).build(), set_aside=opened.failures)


@contextmanager
def _drafts_shut_out(with_drafts: bool) -> Iterator[None]:
    """Notebooks open the folder themselves, in processes of their own: what they may not show is in the environment."""
    from ecoanalysis.corpus import WITHOUT_DRAFTS

    if with_drafts:
        yield
        return
    os.environ[WITHOUT_DRAFTS] = "1"
    try:
        yield
    finally:
        del os.environ[WITHOUT_DRAFTS]


def planned(
    plan: Path = PLAN, output: Path | None = None, corpus: str = "", how: How | None = None
) -> list[tuple[str, str]]:
    """Return the pages that a build would run, each with the reason; nothing is run or written."""
    how = how or How()
    site = _site(plan, output)
    read, opened = _expanded(plan, corpus, how.with_drafts)
    _check_only(read, how.only)
    sources, before = Sources.current(opened.version), manifests.read_manifest(site)
    listed = []
    for page in (page for page in read.pages if how.wants(page.address)):
        reason = why_stale(before.pages.get(page.address), page_inputs(page, sources))
        if reason or how.force:
            listed.append((page.address, reason or "forced"))
    return listed


def check(plan: Path = PLAN, published: Path | None = None, corpus: str = "") -> int:
    """Return the number of pages of the published site, which was made from what is at hand.

    Raises
    ------
    StaleSiteError
        Where it was not; the message names the pages.
    """
    read, opened = _expanded(plan, corpus)
    folder = published or plan.parent / "published"
    manifest = manifests.read_manifest(folder)
    if old := stale(read, Sources.current(opened.version), manifest, folder):
        shown = ", ".join(old[:3]) + (f" and {len(old) - 3} more" if len(old) > 3 else "")
        raise StaleSiteError(f"{folder}: stale ({shown}); `ecoanalysis build --publish` renews it")
    return len(manifest.pages)


def _site(plan: Path, output: Path | None) -> Path:
    site = output or plan.parent / "site"
    if site.exists() and not site.is_dir():
        raise PlanError(f"{site}: a file stands where the site's folder should be")
    return site


def _expanded(plan: Path, corpus: str, with_drafts: bool = False) -> tuple[Plan, Corpus]:
    """The plan with all its pages, and the corpus they are made from."""
    from ecoanalysis.corpus import open_corpus, without_drafts
    from ecoanalysis.corpus.work import cores
    from ecoanalysis.publish.choices import about, choices, text_read

    read, folder = _with_corpus(read_plan(plan), corpus)
    opened = open_corpus(folder, workers=cores())
    opened.check_holds()
    if not with_drafts:
        opened, drafts = without_drafts(opened)
        if drafts:
            print(f"Left out as drafts (--with-drafts takes them in): {', '.join(drafts)}", file=sys.stderr)
    opened.check_holds()
    subjects, there = about(opened, read.languages)
    if "series" not in there and opened.chosen.height >= SESSION:
        there = [*there, "session"]
    return expand(suited(read, subjects, there, text_read(opened)), choices(opened)), opened


def _check_only(plan: Plan, patterns: Sequence[str]) -> None:
    """Raise PlanError where a pattern names no page: a slip of the pen must not look like a finished build."""
    for pattern in patterns:
        if not any(_fits(page.address, pattern) for page in plan.pages):
            names = list(dict.fromkeys(page.name for page in plan.pages))
            more = f" and {len(names) - _LISTED} more" if len(names) > _LISTED else ""
            raise PlanError(f"--only {pattern}: no page is called so; there are {', '.join(names[:_LISTED])}{more}")


_LISTED = 12  # pages that an error names


def publish(built: Built, published: Path) -> None:
    """Put a copy of a site in the place of the published one.

    Raises
    ------
    BuildError
        Where a page of the site could not be made: nothing half-made is published.
    """
    raise_for_failures(built, "nothing was published; ")
    replace_folder(built.site, published, "failed", ".*")


def raise_for_failures(built: Built, consequence: str = "") -> None:
    """Raise BuildError where a page could not be made."""
    if built.failures:
        names = ", ".join(address for address, _ in built.failures)
        raise BuildError(
            f"{len(built.failures)} of the pages could not be made ({names}); {consequence}see {built.index}"
        )


def _folder(plan: Plan) -> str:
    """The corpus that the pages of a plan are made from."""
    takes = _taking_a_corpus(plan)
    folders = {str(page.parameters.get("corpus") or "") for page in plan.pages if page.notebook in takes} or {""}
    if len(folders) > 1:
        raise PlanError(f"{plan.path}: the pages name several corpora, and a site has one")
    return folders.pop()


def _with_corpus(plan: Plan, corpus: str) -> tuple[Plan, str]:
    """Name the corpus as notebooks find it, which run in their own folder; return its folder too."""
    from ecoanalysis.corpus import folder_of

    folder = folder_of(corpus) if corpus else plan.path.parent / _folder(plan) if _folder(plan) else None
    if folder is None:
        return plan, ""
    named, takes = {"corpus": str(folder.resolve())}, _taking_a_corpus(plan)
    pages = [
        replace(page, parameters={**page.parameters, **named}) if page.notebook in takes else page
        for page in plan.pages
    ]
    return replace(plan, pages=tuple(pages)), named["corpus"]


def _taking_a_corpus(plan: Plan) -> set[Path]:
    """The notebooks that speak of a corpus: how good the facts are, and some lessons, are of none."""
    notebooks = {page.notebook for page in plan.pages}
    return {path for path in notebooks if "corpus" in notebook_parameters(json.loads(path.read_text(encoding="utf-8")))}


@dataclass(frozen=True)
class _Builder:
    plan: Plan
    corpus: Corpus
    site: Path
    sources: Sources
    before: Manifest
    how: How

    def build(self) -> Built:
        if not self.corpus.editions():
            cause = "no resolution with a symbol in it; pages are made of editions that have one"
            raise CorpusError(f"{self.corpus.listing.folder}: {cause}")
        self.corpus.cache.verify()  # what it tells belongs on standard error, not on the page that came upon it
        stale_pages = [page for page in self.plan.pages if self.how.force or not self._is_fresh(page)]
        waiting = [page for page in stale_pages if self.how.wants(page.address)]
        entries = {page.address: self.before.pages[page.address] for page in self.plan.pages if self._is_known(page)}
        ran: dict[str, float] = {}
        try:
            for page, outcome in self._outcomes(waiting):
                entries[page.address] = self._made(page, outcome)
                ran[page.address] = outcome.seconds
                if outcome.error and self.how.fail_fast:
                    break
        finally:  # what is done is done, whatever ends the build
            manifests.write_manifest(Manifest(pages={**self.before.pages, **entries}), self.site)
        return self._finish(entries, ran, [page.address for page in stale_pages if page.address not in ran])

    def _is_known(self, page: PagePlan) -> bool:
        """Whether a page was made, or tried, before, and is still there."""
        return page.address in self.before.pages and self._old_body(page) is not None

    def _is_fresh(self, page: PagePlan) -> bool:
        return (
            fresh(self.before.pages.get(page.address), page_inputs(page, self.sources))
            and self._old_body(page) is not None
        )

    def _old_body(self, page: PagePlan) -> str | None:
        from ecoanalysis.publish.page import body_of

        try:
            return body_of((self.site / page.address).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None

    def _outcomes(self, pages: Sequence[PagePlan]) -> Iterator[tuple[PagePlan, Outcome]]:
        """Run the pages' notebooks; keep the half-run copies of those that failed, drop those of former failures."""
        from ecoanalysis.corpus.work import cores
        from ecoanalysis.publish.run import Job, run_all

        if not pages:
            return
        with TemporaryDirectory(prefix="ecoanalysis-") as folder:
            jobs = {
                Job(page.notebook, page.parameters, Path(folder) / page.notebook_copy, page.language): page
                for page in pages
            }
            with progress(len(jobs)) as bar:
                running = run_all(
                    list(jobs),
                    self.how.jobs or cores(),
                    begun=lambda job: bar.begun(jobs[job].address),
                    # A failure that ends all is to be seen at once.
                    meanwhile=lambda: None if self.how.fail_fast else self.plain,
                )
                with closing(running):
                    for job, outcome in running:
                        kept = self.site / "failed" / job.output.name
                        if outcome.error and job.output.exists():
                            write_text(kept, job.output.read_text(encoding="utf-8"))
                        else:
                            kept.unlink(missing_ok=True)
                        bar.ended(jobs[job].address)
                        yield jobs[job], outcome

    def _made(self, page: PagePlan, outcome: Outcome) -> PageRecord:
        """Write the page that a notebook made, or say why there is none."""
        from ecoanalysis.publish.page import notebook_body, provenance, with_ways_on, without_code, without_lost_links

        if outcome.error or outcome.notebook is None:
            return replace(self.before.pages.get(page.address, PageRecord()), failure=str(outcome.error))
        inputs = page_inputs(page, self.sources)
        body = notebook_body(outcome.notebook, page.title, page.language)
        body = without_lost_links(body, {f"{other.name}.html" for other in self.plan.of(page.language)} | self._texts)
        body = with_ways_on(body, page.language, self._ways_on(page))
        made = provenance(page.language, asdict(self.sources), _documents(self.corpus, page), inputs)
        self._write(page, body + made)
        return PageRecord(inputs, facts_hash(without_code(body)))

    def _ways_on(self, page: PagePlan) -> list[NavigationEntry]:
        """The pages that go on from a page, of those that the site has."""
        from ecoanalysis.publish.site import navigation

        entries = {entry.href.removesuffix(".html"): entry for entry in navigation(self.plan, page.language)}
        return [entries[name] for name in page.leads_to if name in entries]

    @cached_property
    def _texts(self) -> set[str]:
        """The first pages of the texts that the site has."""
        from ecoanalysis.recurring.at_hand import versions_at_hand
        from ecoanalysis.show.addresses import reading_page

        return {reading_page(version.symbol) for version in versions_at_hand(self.corpus)}

    def _write(self, page: PagePlan, body: str) -> None:
        from ecoanalysis.publish.page import frame_page

        framed = frame_page(self.frames[page.language], page.address, page.title, body, summary=page.summary)
        write_text(self.site / page.address, framed)

    @cached_property
    def frames(self) -> dict[str, Frame]:
        return {language: self._frame(language) for language in self.plan.languages}

    @cached_property
    def plain(self) -> tuple[Plain, dict[str, PageRecord]]:
        """The pages that depend on no notebook, written once."""
        from ecoanalysis.publish.fixed_pages import write_plain

        return write_plain(self.site, self.plan, self.corpus, self.frames, self.sources, self.before)

    def _finish(self, entries: dict[str, PageRecord], ran: Mapping[str, float], left: Sequence[str]) -> Built:
        """Write what stands around the pages, and the manifest."""
        from ecoanalysis.publish.fixed_pages import write_fronts
        from ecoanalysis.publish.site import write_assets

        write_assets(self.site)
        for page in self.plan.pages:
            failed = entries.get(page.address, PageRecord()).failure
            if page.address in ran and not failed:  # it stands in this build's frame
                continue
            self._write(page, self._old_body(page) or _no_body(page, "failed" if failed else "pending"))
        failures = {address: entry.failure for address, entry in entries.items() if entry.failure}
        plain, written = self.plain
        pages = entries | written | write_fronts(plain, failures)
        after = Manifest(self.plan.digest, asdict(self.sources), pages, manifests.seals(pages, self.site))
        self._remove_orphans(after)
        manifests.write_manifest(after, self.site)
        changed = [
            address for address, entry in after.pages.items() if self._facts_before(address) not in ("", entry.facts)
        ]
        return Built(self.site, tuple(ran), tuple(changed), tuple(failures.items()), tuple(left), ran)

    def _facts_before(self, address: str) -> str:
        return self.before.pages[address].facts if address in self.before.pages else ""

    def _frame(self, language: str) -> Frame:
        from ecoanalysis.publish.choices import short_name
        from ecoanalysis.publish.page import Frame
        from ecoanalysis.publish.site import navigation

        others = [other for other in self.plan.languages if other != language]
        menu, short = navigation(self.plan, language), short_name(self.corpus, language)
        return Frame(language, self.plan.title[language], menu, others, self.corpus.is_model, short)

    def _remove_orphans(self, after: Manifest) -> None:
        """Remove pages made before that the plan or the corpus no longer has."""
        planned = {page.address for page in self.plan.pages}
        for address in set(self.before.pages) - set(after.pages) - planned:
            manifests.remove_inside(self.site, address)
        names = {page.notebook_copy for page in self.plan.pages}
        failed = self.site / "failed"
        for copy in failed.glob("*.ipynb"):
            if copy.name not in names:
                manifests.remove_inside(self.site, f"failed/{copy.name}")
        if failed.is_dir() and not failed.is_symlink() and not any(failed.iterdir()):
            shutil.rmtree(failed)


def _documents(corpus: Corpus, page: PagePlan) -> list[tuple[str, str]]:
    """Name and hash of the documents a page speaks of: its edition's, else all of a small corpus."""
    edition = page.parameters.get("edition")
    rows = corpus.documents.select("symbol", "path", "document").iter_rows()
    documents = [(Path(path).name, document) for symbol, path, document in rows if not edition or symbol == edition]
    return list(dict.fromkeys(documents))[:_NAMED]


_NAMED = 20  # documents that a page names; the corpus version stands for more


def _no_body(page: PagePlan, why: str) -> str:
    from ecoanalysis.publish.page import labels
    from ecoanalysis.show.render import render

    return str(render("failed.html.j2", labels=labels(page.language), title=page.title, why=why))


class _Bar:
    """What runs, and how much is done, on standard error."""

    def __init__(self, bar: Progress, total: int) -> None:
        self._bar = bar
        self._task = bar.add_task("", total=total, running="")
        self._running: list[str] = []
        self._lock = Lock()

    def begun(self, address: str) -> None:
        with self._lock:
            self._running.append(address)
            self._bar.update(self._task, running=", ".join(self._running))

    def ended(self, address: str) -> None:
        with self._lock:
            self._running.remove(address)
            self._bar.update(self._task, advance=1, running=", ".join(self._running))


@contextmanager
def progress(total: int, doing: str = "running notebooks") -> Iterator[_Bar]:
    """Show a progress bar and the names of what is at work while a block is."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    running = TextColumn("{task.fields[running]}")
    columns = (TextColumn(doing), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), running)
    with Progress(*columns, console=Console(stderr=True), refresh_per_second=2) as bar:
        yield _Bar(bar, total)


def summary(built: Built) -> str:
    """Return what a build did, in a few lines, and where to open it."""
    done = f"{_count(built.run)} run" if built.run else "Nothing to do: no input has changed since the site was built"
    if built.left and not built.run:
        done = "Nothing run"
    changed = f"; what they say changed on {_count(built.changed)}" if built.changed else ""
    causes = "".join(f"\n  failed: {address}: {cause}" for address, cause in built.failures)
    left = f"\n  not run: {_count(built.left)}" if built.left else ""
    slowest = sorted(built.seconds.items(), key=lambda item: -item[1])[:3]
    slow = ", ".join(f"{address} {seconds:.1f} s" for address, seconds in slowest)
    slow = f"\n  slowest: {slow}" if len(built.seconds) > len(slowest) else ""
    return f"{done}{changed}.{causes}{left}{slow}\nOpen {built.index.resolve().as_uri()}"


def _count(pages: Sequence[str]) -> str:
    return counted(len(pages), "page")
