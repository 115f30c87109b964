"""The manifest: what each page of a site was made from, and the hash of the facts it states.

Nothing heavy is loaded here: that a site is up to date must be known at once.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from fnmatch import fnmatch
from html import unescape
from pathlib import Path
from typing import Any

import ecoanalysis
from ecoanalysis.files import DamageError, Seal, read_sealed, read_verified, remove, say, write_sealed
from ecoanalysis.hashes import digest
from ecoanalysis.publish.plan import PagePlan, Plan

NAME = "manifest.json"
VERSION = 2


@dataclass(frozen=True, slots=True)
class Sources:
    """What every page is made from: the version and source of the package, its lexicon, and the corpus."""

    version: str
    package: str
    lexicon: str
    corpus: str

    @classmethod
    def current(cls, corpus: str) -> Sources:
        """Return the sources at hand, with the version of the corpus."""
        root = Path(ecoanalysis.__file__).parent
        files = [path for path in root.rglob("*") if path.is_file() and path.relative_to(root).parts[0] != "data"]
        files.append(root / "data" / "quality.json")  # the quality page shows it, whatever the corpus
        code = [path for path in files if path.suffix in _SOURCE]
        lexicon = [path for path in code if path.relative_to(root).parts[0] == "lexicon" and path.suffix == ".toml"]
        package = sorted(set(code) - set(lexicon))
        return cls(ecoanalysis.__version__, digest(package, root), digest(sorted(lexicon), root), corpus)


_SOURCE = frozenset({".py", ".toml", ".j2", ".css", ".js", ".svg", ".json", ".ttf", ".conf"})


@dataclass(frozen=True, slots=True)
class PageRecord:
    """One page: what it was made from, the hash of what it states, and why its last run failed, where it did."""

    inputs: Mapping[str, Any] = field(default_factory=dict)
    facts: str = ""
    failure: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """All pages of a site by their addresses, the plan that named them, and the seals of the files as written."""

    plan: str = ""
    sources: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, PageRecord] = field(default_factory=dict)
    files: Mapping[str, Seal] = field(default_factory=dict)

    @property
    def failures(self) -> dict[str, str]:
        """Why which pages could not be made."""
        return {address: entry.failure for address, entry in self.pages.items() if entry.failure}

    def with_page(self, address: str, entry: PageRecord) -> Manifest:
        """Return the manifest with one page more, or another one in its place."""
        return replace(self, pages={**self.pages, address: entry})


def page_inputs(page: PagePlan, sources: Sources) -> dict[str, Any]:
    """Return what a page is made from; it need not be run again while none of it changes.

    The corpus stands in it by the hash of its documents, not by the folder they happen to lie in.
    """
    parameters = {name: value for name, value in page.parameters.items() if name != "corpus"}
    notebook = hashlib.sha256(page.notebook.read_bytes()).hexdigest()
    leads = {"leads_to": list(page.leads_to)} if page.leads_to else {}
    stated = {"notebook": page.notebook.name, "notebook_sha256": notebook, "parameters": parameters, **leads}
    return stated | asdict(sources)


def stale(plan: Plan, sources: Sources, manifest: Manifest, site: Path) -> list[str]:
    """Return the addresses of the pages that are missing, failed last time, or were made from something else.

    An empty list says that nothing is to be done: then the manifest's every file stands there as well, as written.
    """
    wanted = {page.address: page_inputs(page, sources) for page in plan.pages}
    addresses = [address for address, inputs in wanted.items() if not fresh(manifest.pages.get(address), inputs)]
    lost = [address for address in manifest.pages if not (site / address).is_file()]
    addresses += [address for address in dict.fromkeys([*lost, *damaged(manifest, site)]) if address not in addresses]
    if not addresses and (manifest.plan != plan.digest or manifest.sources != asdict(sources)):
        addresses.append("index.html")
    return addresses


def fresh(entry: PageRecord | None, inputs: Mapping[str, Any]) -> bool:
    """Whether a page was made from these inputs, without failure."""
    return entry is not None and not entry.failure and entry.inputs == inputs


def why_stale(entry: PageRecord | None, inputs: Mapping[str, Any]) -> str:
    """Return why a page is to be made again, in a word or two; nothing where it is not."""
    if entry is None or not (entry.inputs or entry.failure):
        return "not made yet"
    if entry.failure:
        return "failed last time"
    changed = [_CAUSES.get(name, name) for name, value in inputs.items() if entry.inputs.get(name) != value]
    return ", ".join(dict.fromkeys(changed))


_CAUSES = {"notebook_sha256": "notebook", "leads_to": "plan", "version": "program", "package": "program"}


def read_manifest(site: Path) -> Manifest:
    """Return the manifest of a site; an empty one, and a line that tells why, where it cannot be believed.

    Of a site that is not there yet nothing is told.
    """
    try:
        return _manifest(read_sealed(site / NAME, _SEALED))
    except DamageError as damage:
        if os.path.lexists(site / NAME) or (site / "index.html").exists():
            say(f"{site / NAME}: {damage}; all pages are made anew")
        return Manifest()


_SEALED = f"manifest {VERSION}"


def _manifest(content: Any) -> Manifest:
    """The manifest that was written so; raises DamageError where anything in it has another shape."""
    try:
        pages = {address: PageRecord(**entry) for address, entry in content.pop("pages").items()}
        files = {address: Seal(**seal) for address, seal in content.pop("files").items()}
        manifest = Manifest(**content, pages=pages, files=files)
    except (TypeError, KeyError, AttributeError):
        raise DamageError("of another shape") from None
    entries, seals = pages.values(), files.values()
    texts = [manifest.plan, *(text for entry in entries for text in (entry.facts, entry.failure))]
    whole = (
        isinstance(manifest.sources, dict)
        and all(isinstance(text, str) for text in (*texts, *manifest.sources.values(), *(seal.hash for seal in seals)))
        and all(isinstance(entry.inputs, dict) for entry in entries)
        and all(isinstance(seal.size, int) for seal in seals)
        and all(is_address(address) for address in (*pages, *files))
        and all(address.endswith(".html") for address in pages)
    )
    if not whole:
        raise DamageError("of another shape")
    return manifest


def is_address(text: str) -> bool:
    """Whether a text names a file of a site by its path in it, whatever system reads it; no hidden one.

    Examples
    --------
    >>> [is_address(text) for text in ("en/one.html", "../one.html", "/one.html", "C:/one.html", "en\\\\one.html", "")]
    [True, False, False, False, False, False]
    """
    return _ADDRESS.fullmatch(text) is not None


_PART = r"[^./\\:\x00-\x1f][^/\\:\x00-\x1f]*"
_ADDRESS = re.compile(f"{_PART}(?:/{_PART})*")


def write_manifest(manifest: Manifest, site: Path) -> None:
    """Write the manifest into its site."""
    if (site / NAME).is_dir():
        remove(site / NAME)
    write_sealed(site / NAME, asdict(manifest), _SEALED, indent=1)


def seals(pages: Iterable[str], site: Path) -> dict[str, Seal]:
    """Return the seals of pages as they are written, and of the files that stand beside them for all."""
    beside = (path.relative_to(site).as_posix() for pattern in _BESIDE for path in site.glob(pattern))
    names = [name for name in sorted({*pages, *beside}) if is_address(name) and (site / name).is_file()]
    return {name: Seal.of((site / name).read_bytes()) for name in names}


_DOWNLOADS = "downloads/ecoanalysis-*.zip"
_BESIDE = ("assets/*", "assets/search-*/*", _DOWNLOADS, "lessons/*/*.ipynb")


def damaged(manifest: Manifest, site: Path) -> dict[str, DamageError]:
    """Return which files of a site are not as they were written, and what is wrong with each."""
    causes = {}
    for name, seal in manifest.files.items():
        try:
            read_verified(site / name, seal)
        except DamageError as damage:
            causes[name] = damage
    return causes


def drop_damaged(manifest: Manifest, site: Path) -> None:
    """Tell of the files of a site that are not as they were written, and remove those that a build would keep."""
    for name, damage in damaged(manifest, site).items():
        say(f"{site / name}: {damage}; made anew")
        if name in manifest.pages or fnmatch(name, _DOWNLOADS):
            remove_inside(site, name)


def remove_inside(site: Path, name: str) -> None:
    """Remove a file of a site by its path in it; what a link leads to outside of it stays, and so does a folder."""
    path = site / name
    with suppress(OSError, RuntimeError):  # RuntimeError: links in a circle
        if is_address(name) and path.parent.resolve().is_relative_to(site.resolve()):
            path.unlink()


def facts_hash(html: str) -> str:
    """Return a hash of what a page says: its words, without mark-up and without drawings, whose form depends on fonts.

    Examples
    --------
    >>> facts_hash("<p>9  <b>agencies</b></p>") == facts_hash("<div>9 agencies</div><svg><text>9</text></svg>")
    True
    """
    return hashlib.sha256(words_of(html).encode()).hexdigest()[:16]


def words_of(html: str) -> str:
    """Return what a page says, in one line: without mark-up, drawings, styles and scripts.

    Examples
    --------
    >>> words_of('<p title="a > b">9  <b>agencies</b><svg><text>9</text></svg> &amp; more</p>')
    '9 agencies & more'
    """
    return " ".join(unescape(_TAG.sub("", _SILENT.sub("", html))).split())


_SILENT = re.compile(r"<(svg|style|script)\b.*?</\1>|<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"""</?[a-zA-Z](?:[^>"']|"[^"]*"|'[^']*')*>""")
