"""Measure how far the facts can be trusted: ``python tools/measure.py DIR``.

DIR holds the real documents: ``unxml/zh`` and ``unxml/en`` (AKN4UN files of one name in both languages), ``texts`` with
pairs of sentences, and the texts that the gold names. Written are figures, never sentences: the quality file of the
package, and for each language how its verbs are rendered in the other one. ``--unknown DIR`` lists the
organisation-like names that the registry lacks instead, the most frequent first.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import structure
from rich.console import Console
from rich.progress import track

import ecoanalysis
from ecoanalysis import evaluate
from ecoanalysis.errors import EcoanalysisError
from ecoanalysis.extract import extract_facts
from ecoanalysis.extract.agencies import find_agencies
from ecoanalysis.extract.citations import find_citations
from ecoanalysis.lexicon import INTERFACE, language_of
from ecoanalysis.lexicon.bodies import registry
from ecoanalysis.model.facts import Clause, Facts
from ecoanalysis.parse import parse_resolutions
from ecoanalysis.quality import BODY_CAUSES, QUALITY
from ecoanalysis.read import read_document

PACKAGE = Path(ecoanalysis.__file__).parent
SENTENCES = "texts/unpc_devset_zh_en.tsv"
KINDS = ("agencies", "bodies", "citations", "classes")
SHOWN = 60  # so many of the most frequent differences are published
STYLES, SEED = 1, 0

# What was counted, by a path of words; everything that a worker hands back is this, and sums are unions of counts.
Counts = Counter[tuple[str, ...]]


# --- paragraph by paragraph -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Side:
    """What one language says in one paragraph: words of each kind, and what is needed to explain differences."""

    language: str
    text: str
    kinds: Mapping[str, Counter[str]]
    clauses: Sequence[Clause]
    unregistered: int
    pointing: int

    def of(self, kind: str) -> Counter[str]:
        return self.kinds[kind]


def sides(facts: Facts) -> dict[str, Side]:
    """Return what a resolution says, by the ids of its preambular and operative paragraphs."""
    agencies, symbols = defaultdict(list), defaultdict(list)
    clauses: defaultdict[str, list[Clause]] = defaultdict(list)
    for mention in facts.agencies:
        agencies[mention.paragraph].append(mention.agency)
    for citation in facts.citations:
        symbols[citation.paragraph].append(citation.symbol if citation.kind != "instrument" else "")
    for clause in facts.clauses:
        clauses[clause.paragraph].append(clause)
    found = {}
    for paragraph in facts.resolution.paragraphs:
        if paragraph.part in ("preamble", "operative"):
            id = paragraph.id
            kinds = {
                "agencies": Counter(agency for agency in agencies[id] if agency),
                "bodies": Counter({agency for agency in agencies[id] if agency}),
                "citations": Counter(symbol for symbol in symbols[id] if symbol),
                "classes": Counter(clause.cls for clause in clauses[id]),
            }
            silent = (agencies[id].count(None), symbols[id].count(None))
            found[id] = Side(facts.resolution.language, paragraph.text, kinds, clauses[id], *silent)
    return found


NOTHING = {language: Side(language, "", {kind: Counter() for kind in KINDS}, (), 0, 0) for language in INTERFACE}


def pair(stem: str, folder: Path) -> Counts:
    """Return how far the two languages of one file agree, and how they render each other's verbs."""
    counts: Counts = Counter()
    found = [_facts(folder / language / f"{stem}.xml") for language in INTERFACE]
    if len(found[0]) != len(found[1]):
        counts["files", "unaligned"] += 1
        return counts
    counts["files", "pairs"] += 1
    for both in zip(*found, strict=True):
        zh, en = (sides(facts) for facts in both)
        counts["pairs", "resolutions"] += 1
        for id in zh | en:
            counts["pairs", "paragraphs", "both" if id in zh and id in en else "one"] += 1
            counts.update(compared(zh.get(id, NOTHING["zh"]), en.get(id, NOTHING["en"])))
            if id in zh and id in en:
                counts.update(rendered(zh[id].clauses, en[id].clauses))
    return counts


def _facts(path: Path) -> list[Facts]:
    return [extract_facts(resolution) for resolution in parse_resolutions(read_document(path))]


def compared(zh: Side, en: Side) -> Iterator[tuple[str, ...]]:
    """Yield what agrees between the two languages of a paragraph, and what differs and why."""
    for kind in KINDS:
        yield from agreeing(("agree", kind), zh.of(kind), en.of(kind))
    for one, other in ((zh, en), (en, zh)):
        for id in (one.of("agencies") - other.of("agencies")).elements():
            cause = body_cause(id, other.language, other.text, other.of("agencies"), other.unregistered)
            yield ("difference", "agencies", id, one.language, cause)
        for symbol in (one.of("citations") - other.of("citations")).elements():
            yield ("difference", "citations", one.language, symbol_cause(symbol, other))
    yield from class_differences(zh, en)


def agreeing(head: tuple[str, ...], zh: Counter[str], en: Counter[str]) -> Iterator[tuple[str, ...]]:
    for side, counted in (("zh", zh), ("en", en), ("both", zh & en)):
        yield from [(*head, side)] * counted.total()


def body_cause(id: str, language: str, text: str, named: Counter[str], unregistered: int) -> str:
    """Why the text of the other language does not name a body: one of ``BODY_CAUSES``, the surest first."""
    if not text:
        return "paragraph"
    if named[id]:
        return "repeated"
    pointers = _pointers(language)
    if any(_is_head(found["head"], id, language) for found in pointers.short.finditer(text)):
        return "short"
    if unregistered:
        return "unregistered"
    return "pronoun" if pointers.pronoun.search(text) else "other"


def symbol_cause(symbol: str, other: Side) -> str:
    if not other.text:
        return "paragraph"
    if other.of("citations")[symbol]:
        return "repeated"
    number = re.sub(r"^[A-Z]+/(?:\w+/)*?(?=\d|ES|S-)", "", symbol)
    if number in other.text.replace(" ", ""):
        return "unread"
    return "pointer" if other.pointing else "other"


@dataclass(frozen=True)
class Pointers:
    short: re.Pattern[str]
    pronoun: re.Pattern[str]


@cache
def _pointers(language: str) -> Pointers:
    """The language's own words that stand for a body's name."""
    words, edge = language_of(language).table("names")["anaphor"], r"\b" if language == "en" else ""
    dependent = language_of(language).table("parties")["dependent"]
    return Pointers(re.compile(words["single"]), re.compile(f"{words['plural']}|{edge}(?:{dependent}){edge}"))


def _is_head(head: str, id: str, language: str) -> bool:
    name = registry()[id].names(language).name
    return name.endswith(head) if language == "zh" else head.lower() in name.lower().split()


def class_differences(zh: Side, en: Side) -> Iterator[tuple[str, ...]]:
    """Yield pairs of classes that stand where the other language has another one; "–" where it has no clause."""
    ours, theirs = zh.of("classes") - en.of("classes"), en.of("classes") - zh.of("classes")
    one, other = sorted(ours.elements()), sorted(theirs.elements())
    for place in range(max(len(one), len(other))):
        classes = tuple(side[place] if place < len(side) else "–" for side in (one, other))
        yield ("difference", "classes", *classes)
    if len(one) == len(other) == 1:
        lemmas = [_lemma_of(side, cls) for side, cls in ((zh, one[0]), (en, other[0]))]
        if all(lemmas):
            yield ("difference", "verbs", one[0], other[0], *lemmas)
    for side, left, right in ((zh, ours, theirs), (en, theirs, ours)):
        for cls in left if not right else ():
            if lemma := _lemma_of(side, cls):
                yield ("difference", "alone", side.language, cls, lemma)


def _lemma_of(side: Side, cls: str) -> str:
    """The verb of a class that stands but once."""
    lemmas = [_lemma(clause) for clause in side.clauses if clause.cls == cls]
    return lemmas[0] if len(lemmas) == 1 else ""


def _lemma(clause: Clause) -> str:
    """A clause's verb; whether it opens a sentence is no part of it."""
    return clause.lemma.lower()


# --- how verbs are rendered -------------------------------------------------------------------------------------------


def rendered(zh: Sequence[Clause], en: Sequence[Clause]) -> Iterator[tuple[str, ...]]:
    """Yield verbs of both languages that stand for each other.

    All clauses, where their classes run alike; else the first of each, where their classes agree. Points that inherit
    their verb say nothing new.
    """
    if any(_inherited(clause) for clause in (*zh, *en)):
        return
    aligned = [clause.cls for clause in zh] == [clause.cls for clause in en]
    for place, (ours, theirs) in enumerate(zip(zh, en, strict=False)):
        if not (aligned or (place == 0 and ours.cls == theirs.cls)):
            continue
        where = "inside" if place else "head"
        yield ("rendering", ours.cls, _lemma(ours), _lemma(theirs), where)
        if ours.cls == "DIR":
            yield ("bands", where, ours.band or "", theirs.band or "")
            yield ("rendering", ours.cls, _lemma(ours), _lemma(theirs), _to_whom(ours, theirs))


def _inherited(clause: Clause) -> bool:
    return any(addressee.kind == "inherited" for addressee in clause.addressees) or not (
        clause.start <= clause.verb.start < clause.end
    )


def _to_whom(*clauses: Clause) -> str:
    asked = {addressee.agency for clause in clauses for addressee in clause.addressees}
    return "secretary_general" if "secretary-general" in asked else "others"


# --- single files, sentences ------------------------------------------------------------------------------------------


def single(path: Path) -> Counts:
    """Return what of a file's stated structure is found, read as it is and as wrapped text, and what is doubtful."""
    counts: Counts = Counter()
    language = path.parent.name
    for reading in structure.measure(path, STYLES, SEED, True):
        counts["readings", reading.language, reading.way] += 1
        for kind, tally in reading.tallies.items():
            for name, count in (("stated", tally.stated), ("found", tally.found), ("both", tally.both)):
                counts["structure", reading.language, reading.way, kind, name] += count
    codes = {one.code for facts in _facts(path) for one in facts.diagnostics if one.level != "info"}
    counts["files", language] += 1
    counts["clean", language] += not codes
    counts.update(("diagnostics", language, code) for code in codes)
    return counts


def sentences(rows: Sequence[tuple[str, str]]) -> Counts:
    """Return how far the bodies and symbols of pairs of sentences agree."""
    counts: Counts = Counter()
    for row in rows:
        named, unregistered, cited = [], [], []
        for language, text in zip(INTERFACE, row, strict=True):
            mentions = find_agencies(text, language)
            named.append(Counter(one.agency for one in mentions if one.agency))
            unregistered.append(sum(not one.agency for one in mentions))
            cited.append(Counter(one.symbol for one in find_citations(text, language) if one.symbol))
        counts["sentences", "pairs"] += 1
        for kind, (zh, en) in (
            ("agencies", named),
            ("bodies", list(map(Counter, map(set, named)))),
            ("citations", cited),
        ):
            counts.update(agreeing(("sentences", kind), zh, en))
            counts["sentences", kind, "with"] += bool(zh or en)
            counts["sentences", kind, "alike"] += bool(zh or en) and zh == en
        for one, other in ((0, 1), (1, 0)):
            for id in (named[one] - named[other]).elements():
                cause = body_cause(id, INTERFACE[other], row[other], named[other], unregistered[other])
                counts["sentences", "difference", id, INTERFACE[one], cause] += 1
    return counts


# --- names without an id ----------------------------------------------------------------------------------------------


def unknown(path: Path) -> Counts:
    """Return the names of one file that look like bodies' and have no id."""
    try:
        found = [mention for facts in _facts(path) for mention in facts.agencies]
        language = read_document(path).language
    except EcoanalysisError:
        return Counter()
    return Counter((language, " ".join(one.surface.split())) for one in found if not one.agency)


# --- the figures ------------------------------------------------------------------------------------------------------


def figures(counts: Counts, evaluation: evaluate.Evaluation, sources: Mapping[str, Any]) -> dict[str, Any]:
    """Return everything published, sorted."""
    return {
        "package": ecoanalysis.__version__,
        "measured_on": date.today().isoformat(),
        "sources": dict(sources),
        "gold": gold(evaluation),
        "structure": _structure(counts),
        "languages": _languages(counts),
        "sentences": _sentences(counts),
        "bands": {
            where: [{"zh": zh, "en": en, "count": count} for (zh, en), count in sorted(_under(counts, "bands", where))]
            for where in ("head", "inside")
        },
    }


def text_languages() -> dict[str, Any]:
    """Return the figures of the other languages of texts as they stand: ``tools/languages.py`` measures those."""
    written = json.loads((PACKAGE / QUALITY).read_text(encoding="utf-8"))
    return {"text_languages": written.get("text_languages", {})}


def gold(evaluation: evaluate.Evaluation) -> dict[str, Any]:
    """Return the agreement with the readers' facts, and of the readers with each other."""
    return {
        "languages": {
            language: _tallies(evaluation.totals(language).items()) for language in sorted(evaluation.languages)
        },
        "documents": [
            {
                "symbol": scores.symbol,
                "language": scores.language,
                "missed": sum(one.missed for one in scores.differences),
                "false": sum(not one.missed for one in scores.differences),
                "kinds": _tallies(scores.tallies.items()),
            }
            for scores in sorted(evaluation.documents, key=lambda scores: (scores.language, scores.symbol))
        ],
        "agreements": [
            {
                "symbol": one.scores.symbol,
                "language": one.scores.language,
                "kappa": _rounded(one.kappa),
                "kinds": _tallies(one.scores.tallies.items()),
            }
            for one in sorted(evaluation.agreements, key=lambda one: one.scores.symbol)
        ],
        "unscored": len(evaluation.unscored),
    }


def _tallies(tallies: Iterable[tuple[str, evaluate.Tally]]) -> dict[str, Any]:
    return {
        kind: {
            "expected": tally.expected,
            "found": tally.found,
            "matched": tally.matched,
            "precision": _rounded(tally.precision),
            "recall": _rounded(tally.recall),
            "f1": _rounded(tally.f1),
        }
        for kind, tally in tallies
        if tally.expected or tally.found
    }


def _structure(counts: Counts) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for language in INTERFACE:
        files = counts["files", language]
        ways = {}
        for way in ("xml", "text"):
            kinds = {}
            for kind in structure.KINDS:
                stated, found, both = (
                    counts["structure", language, way, kind, name] for name in ("stated", "found", "both")
                )
                kinds[kind] = {"stated": stated, "found": found, "both": both, "f1": _f1(both, stated, found)}
            ways[way] = {"readings": counts["readings", language, way], "kinds": kinds}
        out[language] = {
            "files": files,
            "without_warning": counts["clean", language],
            "warnings": dict(sorted((code, count) for (code,), count in _under(counts, "diagnostics", language))),
            **ways,
        }
    return out


def _languages(counts: Counts) -> dict[str, Any]:
    """Return the agreement of the two languages, paragraph by paragraph, and the most frequent differences."""
    return {
        "files": counts["files", "pairs"],
        "unaligned": counts["files", "unaligned"],
        "resolutions": counts["pairs", "resolutions"],
        "paragraphs": {name: counts["pairs", "paragraphs", name] for name in ("both", "one")},
        "agreement": {kind: _agreement(counts, "agree", kind) for kind in KINDS},
        "differences": {
            "agencies": _bodies(counts, "difference", "agencies"),
            "citations": [
                {"side": side, "cause": cause, "count": count}
                for (side, cause), count in _most(counts, "difference", "citations")
            ],
            "classes": [
                {"zh": zh, "en": en, "count": count} for (zh, en), count in _most(counts, "difference", "classes")
            ],
            "verbs": [
                {"zh_class": zh, "en_class": en, "zh": ours, "en": theirs, "count": count}
                for (zh, en, ours, theirs), count in _most(counts, "difference", "verbs")
            ],
            "alone": [
                {"side": side, "class": cls, "verb": verb, "count": count}
                for (side, cls, verb), count in _most(counts, "difference", "alone")
            ],
        },
    }


def _sentences(counts: Counts) -> dict[str, Any]:
    out: dict[str, Any] = {"pairs": counts["sentences", "pairs"]}
    for kind in ("agencies", "bodies", "citations"):
        more = {name: counts["sentences", kind, name] for name in ("with", "alike")}
        out[kind] = _agreement(counts, "sentences", kind) | more
    out["differences"] = {"agencies": _bodies(counts, "sentences", "difference")}
    return out


def _bodies(counts: Counts, *head: str) -> dict[str, Any]:
    """Return why bodies are named in one language alone: in all, and of those that differ most."""
    bodies: defaultdict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    totals: Counter[str] = Counter()
    for (id, side, cause), count in _under(counts, *head):
        bodies[id, side][cause] = count
        totals[cause] += count
    listed = [
        {"agency": id, "side": side, "count": sum(causes.values()), "causes": dict(sorted(causes.items()))}
        for (id, side), causes in bodies.items()
    ]
    return {
        "causes": {cause: totals[cause] for cause in BODY_CAUSES},
        "most": sorted(listed, key=lambda one: (-one["count"], one["agency"], one["side"]))[:SHOWN],
    }


def _agreement(counts: Counts, *head: str) -> dict[str, Any]:
    zh, en, both = (counts[(*head, side)] for side in ("zh", "en", "both"))
    return {"zh": zh, "en": en, "both": both, "f1": _f1(both, zh, en)}


def _under(counts: Counts, *head: str) -> list[tuple[tuple[str, ...], int]]:
    return [(path[len(head) :], count) for path, count in counts.items() if path[: len(head)] == head and count]


def _most(counts: Counts, *head: str, limit: int = SHOWN) -> list[tuple[tuple[str, ...], int]]:
    return sorted(_under(counts, *head), key=lambda one: (-one[1], one[0]))[:limit]


def _f1(both: int, one: int, other: int) -> float | None:
    return _rounded(2 * both / (one + other)) if one + other else None


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else round(figure, 4)


# --- how verbs are rendered, as a lexicon file ------------------------------------------------------------------------

_HEAD = """\
# How often each {verb} verb renders each {other} one, counted by tools/measure.py in {files} files of both languages.
# `head`: as a paragraph's first clause; `inside`: further on; `secretary_general`, `others`: directives, by whom they
# address. Pairs that were met but once are left out. Generated: a change would be lost.
"""
_NAMES = {"zh": "Chinese", "en": "English"}
_PLACES = ("head", "inside", "secretary_general", "others")


def renderings(counts: Counts, language: str, least: int = 2) -> str:
    """Return a language's verbs, each with the other language's that stand for it, as TOML."""
    found: defaultdict[tuple[str, str], dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for (cls, zh, en, place), count in _under(counts, "rendering"):
        own, other = (zh, en) if language == "zh" else (en, zh)
        if count >= least:
            found[own, cls][place][other] += count
    other = next(one for one in INTERFACE if one != language)
    head = _HEAD.format(verb=_NAMES[language], other=_NAMES[other], files=counts["files", "pairs"])
    entries = []
    for (lemma, cls), places in sorted(found.items()):
        lines = ["[[rendering]]", f"lemma = {_quoted(lemma)}", f'class = "{cls}"']
        lines += [f"{place} = {_inline(places[place])}" for place in _PLACES if place in places]
        entries.append("\n".join(lines) + "\n")
    return "\n".join([head, *entries])


def _inline(counted: Counter[str]) -> str:
    items = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return "{ " + ", ".join(f"{_quoted(word)} = {count}" for word, count in items) + " }"


def _quoted(word: str) -> str:
    return json.dumps(word, ensure_ascii=False)


# --- the run ----------------------------------------------------------------------------------------------------------


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("directory", type=Path, nargs="?", help="the folder of real documents")
    parser.add_argument("--unknown", type=Path, metavar="DIR", help="list names without an id in every file below DIR")
    parser.add_argument("--top", type=int, default=100, help="so many names of each language")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--dry", action="store_true", help="print the figures and write nothing")
    options = parser.parse_args()
    if options.unknown:
        list_unknown(options.unknown, options.top, options.workers)
    elif options.directory:
        measure(options.directory, options.workers, options.dry)
    else:
        parser.error("name the folder of real documents, or --unknown DIR")


def measure(folder: Path, workers: int, dry: bool = False) -> None:
    """Measure everything, and write the quality file and the renderings of both languages."""
    files = sorted((folder / "unxml").rglob("*.xml"))
    stems = sorted({path.stem for path in files if (folder / "unxml" / "en" / path.name).exists()})
    stems = [stem for stem in stems if (folder / "unxml" / "zh" / f"{stem}.xml").exists()]
    with open(folder / SENTENCES, encoding="utf-8", newline="") as lines:
        rows = [(row["zh"] or "", row["en"] or "") for row in csv.DictReader(lines, delimiter="\t", quoting=3)]
    counts: Counts = Counter()
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        for name, run, work in (
            ("pairs", partial(pair, folder=folder / "unxml"), stems),
            ("files", single, files),
            ("sentences", sentences, list(_batches(rows, 200))),
        ):
            counts += _summed(pool, run, work, name)
    evaluation = evaluate.run(folder)
    found = figures(counts, evaluation, _sources(folder, files)) | text_languages()
    text = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    if dry:
        Console().print_json(text)
        return
    (PACKAGE / QUALITY).write_text(text, encoding="utf-8")
    for language in INTERFACE:
        (PACKAGE / "lexicon" / language / "renderings.toml").write_text(renderings(counts, language), encoding="utf-8")


def list_unknown(folder: Path, top: int, workers: int) -> None:
    """Print the names without an id of every file below a folder, the most frequent first."""
    files = sorted(path for path in folder.rglob("*") if path.suffix in (".xml", ".txt"))
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        counts = _summed(pool, unknown, files, "files")
    for language in INTERFACE:
        for (name,), count in _most(counts, language, limit=top):
            print(f"{count:6} {language} {name}")


def _summed(pool: ProcessPoolExecutor, run: Callable[[Any], Counts], work: Sequence[Any], name: str) -> Counts:
    total: Counts = Counter()
    done = pool.map(run, work, chunksize=8)
    for counts in track(done, name, total=len(work), console=Console(stderr=True)):
        total.update(counts)
    return total


def _batches(rows: Iterable[Any], size: int) -> Iterator[list[Any]]:
    left = iter(rows)
    while batch := list(islice(left, size)):
        yield batch


def _sources(folder: Path, files: Sequence[Path]) -> dict[str, Any]:
    """How many files were measured, and one hash of their names and bytes."""
    known = sorted([*files, folder / SENTENCES])
    found = hashlib.sha256()
    for path in known:
        found.update(path.relative_to(folder).as_posix().encode())
        found.update(hashlib.sha256(path.read_bytes()).digest())
    return {"files": len(known), "sha256": found.hexdigest()}


if __name__ == "__main__":
    main()
