"""The manifest: what each page of a site was made from, and the hash of the facts it states.

Nothing heavy is loaded here: that a site is up to date must be known at once.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import ecoanalysis
from ecoanalysis.digest import digest
from ecoanalysis.publish.plan import PagePlan, Plan

NAME = "manifest.json"
VERSION = 1


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


_SOURCE = frozenset({".py", ".toml", ".j2", ".css", ".js", ".svg", ".json"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One page: what it was made from, the hash of what it states, and why its last run failed, where it did."""

    inputs: Mapping[str, Any] = field(default_factory=dict)
    facts: str = ""
    failure: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """All pages of a site by their addresses, and the plan that named them."""

    plan: str = ""
    sources: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, Entry] = field(default_factory=dict)

    @property
    def failures(self) -> dict[str, str]:
        """Why which pages could not be made."""
        return {address: entry.failure for address, entry in self.pages.items() if entry.failure}

    def with_page(self, address: str, entry: Entry) -> Manifest:
        """Return the manifest with one page more, or another one in its place."""
        return replace(self, pages={**self.pages, address: entry})


def page_inputs(page: PagePlan, sources: Sources) -> dict[str, Any]:
    """Return what a page is made from; it need not be run again while none of it changes.

    The corpus stands in it by the hash of its documents, not by the folder they happen to lie in.
    """
    parameters = {name: value for name, value in page.parameters.items() if name != "corpus"}
    notebook = hashlib.sha256(page.notebook.read_bytes()).hexdigest()
    return {"notebook": page.notebook.name, "notebook_sha256": notebook, "parameters": parameters, **asdict(sources)}


def stale(plan: Plan, sources: Sources, manifest: Manifest, site: Path) -> list[str]:
    """Return the addresses of the pages that are missing, failed last time, or were made from something else.

    An empty list says that nothing is to be done: then the manifest's every page stands there as well.
    """
    wanted = {page.address: page_inputs(page, sources) for page in plan.pages}
    found = [address for address, inputs in wanted.items() if not fresh(manifest.pages.get(address), inputs)]
    found += [address for address in manifest.pages if address not in found and not (site / address).is_file()]
    if not found and (manifest.plan != plan.digest or manifest.sources != asdict(sources)):
        found.append("index.html")
    return found


def fresh(entry: Entry | None, inputs: Mapping[str, Any]) -> bool:
    """Whether a page was made from these inputs, without failure."""
    return entry is not None and not entry.failure and entry.inputs == inputs


def why_stale(entry: Entry | None, inputs: Mapping[str, Any]) -> str:
    """Return why a page is to be made again, in a word or two; nothing where it is not."""
    if entry is None or not (entry.inputs or entry.failure):
        return "not made yet"
    if entry.failure:
        return "failed last time"
    changed = [_CAUSES.get(name, name) for name, value in inputs.items() if entry.inputs.get(name) != value]
    return ", ".join(dict.fromkeys(changed))


_CAUSES = {"notebook_sha256": "notebook", "version": "program", "package": "program"}


def read_manifest(site: Path) -> Manifest:
    """Return the manifest of a site; an empty one where there is none, or one of another version."""
    try:
        table = json.loads((site / NAME).read_text(encoding="utf-8"))
        if table["manifest"] != VERSION:
            return Manifest()
        pages = {address: Entry(**entry) for address, entry in table["pages"].items()}
        return Manifest(table["plan"], table["sources"], pages)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Manifest()


def write_manifest(manifest: Manifest, site: Path) -> None:
    """Write the manifest into its site."""
    from ecoanalysis.files import write_text

    table = {"manifest": VERSION, **asdict(manifest)}
    write_text(site / NAME, json.dumps(table, ensure_ascii=False, indent=1, sort_keys=True) + "\n")


def facts_hash(html: str) -> str:
    """Return a hash of what a page says: its words, without mark-up and without drawings, whose form depends on fonts.

    Examples
    --------
    >>> facts_hash("<p>9  <b>agencies</b></p>") == facts_hash("<div>9 agencies</div><svg><text>9</text></svg>")
    True
    """
    reader = _Words()
    reader.feed(html)
    reader.close()
    words = re.sub(r"\s+", " ", "".join(reader.words)).strip()
    return hashlib.sha256(words.encode()).hexdigest()[:16]


class _Words(HTMLParser):
    """Collects the words of a page outside its code, its drawings and its style sheets."""

    _SILENT = frozenset({"svg", "style", "script"})

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._depth += tag in self._SILENT
        self.words.append("")

    def handle_endtag(self, tag: str) -> None:
        self._depth -= tag in self._SILENT

    def handle_data(self, data: str) -> None:
        if not self._depth:
            self.words.append(data)
