"""Plan → site: runs what changed, renews what stands around it, and says what was done.

Nothing heavy is loaded until it is known that something has to be run.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeVar

from ecoanalysis.errors import BuildError, CorpusError, PlanError, StaleSiteError
from ecoanalysis.publish import manifest as manifests
from ecoanalysis.publish.files import replace_folder, write_text
from ecoanalysis.publish.manifest import Entry, Manifest, Sources, facts_hash, fresh, page_inputs, stale
from ecoanalysis.publish.plan import PagePlan, Plan, read_plan

if TYPE_CHECKING:
    from nbformat import NotebookNode

    from ecoanalysis.corpus import Corpus
    from ecoanalysis.model.facts import Facts
    from ecoanalysis.publish.page import Frame
    from ecoanalysis.publish.run import NotebookError

Item = TypeVar("Item")

PLAN = Path("reports/plan.toml")


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: the site's folder, the pages run, those whose facts changed, and why which ones failed."""

    site: Path
    run: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    failures: tuple[tuple[str, str], ...] = ()

    @property
    def index(self) -> Path:
        """The page to open."""
        return self.site / "index.html"


def build(plan: Path = PLAN, output: Path | None = None, corpus: str = "", *, force: bool = False) -> Built:
    """Bring a site up to date.

    Parameters
    ----------
    plan
        File that says which notebook makes which page.
    output
        The site's folder; ``site`` beside the plan where none is named.
    corpus
        Folder of documents; what the plan says where none is named.
    force
        Run every page, changed or not.

    Raises
    ------
    PlanError, CorpusError
        Before anything is written.
    """
    read = _with_corpus(read_plan(plan), corpus)
    site = output or plan.parent / "site"
    if site.exists() and not site.is_dir():
        raise PlanError(f"{site}: a file stands where the site's folder should be")
    sources = Sources.current(_folder(read))
    before = manifests.read_manifest(site)
    if not force and not stale(read, sources, before, site):
        return Built(site)
    return _Builder(read, site, sources, before, force).build()


def check(plan: Path = PLAN, published: Path | None = None, corpus: str = "") -> int:
    """Return the number of pages of the published site, which was made from what is at hand.

    Raises
    ------
    StaleSiteError
        Where it was not; the message names the pages.
    """
    read = _with_corpus(read_plan(plan), corpus)
    folder = published or plan.parent / "published"
    known = manifests.read_manifest(folder)
    if old := stale(read, Sources.current(_folder(read)), known, folder):
        shown = ", ".join(old[:3]) + (f" and {len(old) - 3} more" if len(old) > 3 else "")
        raise StaleSiteError(f"{folder}: stale ({shown}); `ecoanalysis build --publish` renews it")
    return len(known.pages)


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
    found = {str(page.parameters.get("corpus") or "") for page in plan.pages}
    if len(found) > 1:
        raise PlanError(f"{plan.path}: the pages name several corpora, and a site has one")
    return found.pop()


def _with_corpus(plan: Plan, corpus: str) -> Plan:
    """Name the corpus as notebooks find it: they run in their own folder."""
    folder = Path(corpus) if corpus else plan.path.parent / _folder(plan) if _folder(plan) else None
    if folder is None:
        return plan
    pages = [replace(page, parameters={**page.parameters, "corpus": str(folder.resolve())}) for page in plan.pages]
    return replace(plan, pages=tuple(pages))


@dataclass(frozen=True)
class _Builder:
    plan: Plan
    site: Path
    sources: Sources
    before: Manifest
    force: bool

    def build(self) -> Built:
        from ecoanalysis.corpus import open_corpus
        from ecoanalysis.corpus.work import cores

        corpus = open_corpus(_folder(self.plan), workers=cores())
        if not corpus.editions():
            raise CorpusError(f"{_folder(self.plan)}: no resolution in it")
        waiting = [page for page in self.plan.pages if self.force or not self._is_fresh(page)]
        bodies, entries = (
            self._kept(),
            {
                page.address: self.before.pages[page.address]
                for page in self.plan.pages
                if page.address in self.before.pages
            },
        )
        for page, outcome in self._outcomes(waiting):
            body, entry = self._made(page, outcome, corpus)
            entries[page.address] = entry
            if body is not None:
                bodies[page.address] = body
        return self._write(corpus, bodies, entries, waiting)

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

    def _kept(self) -> dict[str, str]:
        """Bodies of the pages made before: renewed ones take their place, failed ones leave them there."""
        found = {page.address: self._old_body(page) for page in self.plan.pages if page.address in self.before.pages}
        return {address: body for address, body in found.items() if body is not None}

    def _outcomes(self, pages: Sequence[PagePlan]) -> Iterator[tuple[PagePlan, NotebookNode | NotebookError]]:
        """Run the pages' notebooks; keep the half-run copies of those that failed, drop those of former failures."""
        from ecoanalysis.publish.run import Job, NotebookError, run_all
        from ecoanalysis.publish.site import failed_copy

        with TemporaryDirectory(prefix="ecoanalysis-") as folder:
            jobs = {Job(page.notebook, page.parameters, Path(folder) / failed_copy(page)): page for page in pages}
            for job, outcome in tracked(run_all(list(jobs)), len(jobs)):
                kept = self.site / "failed" / job.output.name
                if isinstance(outcome, NotebookError) and job.output.exists():
                    write_text(kept, job.output.read_text(encoding="utf-8"))
                else:
                    kept.unlink(missing_ok=True)
                yield jobs[job], outcome

    def _made(self, page: PagePlan, outcome: NotebookNode | NotebookError, corpus: Corpus) -> tuple[str | None, Entry]:
        from ecoanalysis.publish.page import notebook_body, provenance, without_code
        from ecoanalysis.publish.run import NotebookError

        if isinstance(outcome, NotebookError):
            return None, replace(self.before.pages.get(page.address, Entry()), failure=str(outcome))
        inputs = page_inputs(page, self.sources)
        body = notebook_body(outcome, page.title, page.language)
        made = provenance(page.language, asdict(self.sources), _documents(corpus, page), inputs)
        return body + made, Entry(inputs, facts_hash(without_code(body)))

    def _write(
        self, corpus: Corpus, bodies: dict[str, str], entries: dict[str, Entry], waiting: Sequence[PagePlan]
    ) -> Built:
        from ecoanalysis.publish.page import frame_page
        from ecoanalysis.publish.site import write_assets

        write_assets(self.site)
        frames = {language: self._frame(language, corpus) for language in self.plan.languages}
        for page in self.plan.pages:
            body = bodies.get(page.address) or _failed_body(page)
            write_text(
                self.site / page.address,
                frame_page(frames[page.language], page.address, page.title, body, summary=page.summary),
            )
        failures = {address: entry.failure for address, entry in entries.items() if entry.failure}
        entries |= self._own_pages(corpus, frames, failures)
        after = Manifest(self.plan.digest, asdict(self.sources), entries)
        self._remove_orphans(after)
        manifests.write_manifest(after, self.site)
        changed = [
            address for address, entry in entries.items() if self._facts_before(address) not in ("", entry.facts)
        ]
        return Built(self.site, tuple(page.address for page in waiting), tuple(changed), tuple(failures.items()))

    def _facts_before(self, address: str) -> str:
        return self.before.pages[address].facts if address in self.before.pages else ""

    def _frame(self, language: str, corpus: Corpus) -> Frame:
        from ecoanalysis.publish.page import Frame
        from ecoanalysis.publish.site import navigation

        others = [other for other in self.plan.languages if other != language]
        return Frame(
            language, self.plan.title[language], navigation(self.plan, language, _editions(corpus, language)), others
        )

    def _own_pages(self, corpus: Corpus, frames: dict[str, Frame], failures: dict[str, str]) -> dict[str, Entry]:
        """Write the pages that no notebook makes: the texts, the indexes, the entry."""
        from ecoanalysis.publish.links import reading_page
        from ecoanalysis.publish.page import Frame, frame_page, labels, provenance
        from ecoanalysis.publish.reading import reading_body
        from ecoanalysis.publish.site import entry_body, index_body

        entries: dict[str, Entry] = {}
        inputs = asdict(self.sources)

        def write(frame: Frame, address: str, title: str, body: str, kind: str) -> None:
            write_text(self.site / address, frame_page(frame, address, title, body, kind=kind))
            entries[address] = Entry(inputs, facts_hash(body))

        editions = {language: _editions(corpus, language) for language in self.plan.languages}
        for language, frame in frames.items():
            for facts in editions[language]:
                symbol = str(facts.resolution.symbol)
                made = provenance(language, inputs, [_document(facts)])
                title = f"{symbol} {labels(language)['text']}"
                write(
                    frame, f"{language}/{reading_page(symbol)}", title, reading_body(facts, language) + made, "reading"
                )
            body = index_body(self.plan, language, editions[language], failures, corpus.failures)
            write(frame, f"{language}/index.html", frame.site, body, "index")
        first, *others = self.plan.languages
        bare = Frame(first, self.plan.title[first], others=others)
        write(bare, "index.html", " · ".join(self.plan.title.values()), entry_body(self.plan, editions), "entry")
        return entries

    def _remove_orphans(self, after: Manifest) -> None:
        """Remove pages made before that the plan or the corpus no longer has."""
        for address in set(self.before.pages) - set(after.pages):
            (self.site / address).unlink(missing_ok=True)
        known = {f"{page.language}-{page.name}.ipynb" for page in self.plan.pages}
        failed = self.site / "failed"
        for copy in failed.glob("*.ipynb"):
            if copy.name not in known:
                copy.unlink()
        if failed.is_dir() and not any(failed.iterdir()):
            shutil.rmtree(failed)


def _editions(corpus: Corpus, language: str) -> list[Facts]:
    """Every edition in order of adoption, in that language where the corpus has it."""
    return [corpus.edition(symbol, language) for symbol in corpus.editions()]


def _documents(corpus: Corpus, page: PagePlan) -> list[tuple[str, str]]:
    """Name and hash of the documents a page speaks of: its edition's, else all."""
    edition = page.parameters.get("edition")
    found = [facts for facts in corpus.facts if not edition or facts.resolution.symbol == edition]
    return list(dict.fromkeys(map(_document, found or corpus.facts)))


def _document(facts: Facts) -> tuple[str, str]:
    document = facts.resolution.document
    return Path(document.path).name, document.sha256


def _failed_body(page: PagePlan) -> str:
    from ecoanalysis.publish.page import labels, render

    return str(render("failed.html.j2", labels=labels(page.language), title=page.title))


def tracked(outcomes: Iterable[Item], total: int) -> Iterator[Item]:
    """Yield what ends, with a progress bar on standard error."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    if not total:
        return
    columns = (TextColumn("running notebooks"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        yield from bar.track(outcomes, total=total)


def summary(built: Built) -> str:
    """Return what a build did, in a few lines, and where to open it."""
    done = f"{_count(built.run)} run" if built.run else "Nothing to do: no input has changed since the site was built"
    told = f"; what they say changed on {_count(built.changed)}" if built.changed else ""
    causes = "".join(f"\n  failed: {address}: {cause}" for address, cause in built.failures)
    return f"{done}{told}.{causes}\nOpen {built.index.resolve().as_uri()}"


def _count(pages: Sequence[str]) -> str:
    return f"{len(pages)} page" + ("" if len(pages) == 1 else "s")
