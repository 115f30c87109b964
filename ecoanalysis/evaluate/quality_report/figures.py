"""Figures: everything measured that is published with the package, as its quality file holds it; never sentences."""

from __future__ import annotations

import csv
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import ecoanalysis
from ecoanalysis.errors import EcoanalysisError
from ecoanalysis.evaluate.across_editions.gold_links import LinkScores, link_estimates, score_links
from ecoanalysis.evaluate.across_languages import bilingual, further_language
from ecoanalysis.evaluate.across_languages.addressees import asked_kinds
from ecoanalysis.evaluate.across_languages.bilingual import BODY_CAUSES, FIRST, SECOND, pair, sentences
from ecoanalysis.evaluate.across_languages.further_language import Tallies, split
from ecoanalysis.evaluate.across_languages.verb_renderings import as_toml
from ecoanalysis.evaluate.against_readers.evaluation import Evaluation, run
from ecoanalysis.evaluate.against_xml import structure
from ecoanalysis.evaluate.scoring.counts import Counts, most, summed, under
from ecoanalysis.evaluate.scoring.documents import facts_of, texts_by_hash
from ecoanalysis.evaluate.scoring.intervals import Estimate, estimate
from ecoanalysis.evaluate.scoring.scores import Tally, rounded
from ecoanalysis.hashes import PACKAGE
from ecoanalysis.lexicon import INTERFACE, SPOKEN

QUALITY = PACKAGE / "data" / "quality.json"
SENTENCES = "texts/unpc_devset_zh_en.tsv"

_SHOWN = 60  # so many of the most frequent differences are published
_STYLES, _SEED = 1, 0
_BATCH = 200  # pairs of sentences


def measure(folder: Path, executor: Executor) -> tuple[dict[str, Any], dict[str, str]]:
    """Measure everything in a folder of real documents.

    Returns
    -------
    dict, dict
        What the quality file holds, and of each language how its verbs are rendered, as a file of the lexicon.
    """
    files = sorted((folder / "unxml").rglob("*.xml"))
    names = [{path.stem for path in files if path.parent.name == language} for language in INTERFACE]
    with open(folder / SENTENCES, encoding="utf-8", newline="") as lines:
        rows = [
            (row[FIRST] or "", row[SECOND] or "")
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]
    counts: Counts = Counter()
    for name, count, work in (
        ("pairs", partial(pair, folder=folder / "unxml"), sorted(names[0] & names[1])),
        ("files", single, files),
        ("sentences", sentences, list(_batches(rows, _BATCH))),
    ):
        counts += summed(executor, count, work, name)
    evaluation = run(folder)
    measured = figures(counts, evaluation, sources(folder, files))
    measured |= {
        "links": link_figures(score_links(texts=texts_by_hash(folder))),
        "text_languages": text_languages(folder),
    }
    return measured, {language: as_toml(counts, language) for language in INTERFACE}


def _batches(rows: Iterable[Any], size: int) -> Iterator[list[Any]]:
    left = iter(rows)
    while batch := list(islice(left, size)):
        yield batch


def sources(folder: Path, files: Sequence[Path]) -> dict[str, Any]:
    """Return how many files were measured, and one hash of their names and bytes."""
    paths = sorted([*files, folder / SENTENCES])
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return {"files": len(paths), "sha256": digest.hexdigest()}


def single(path: Path) -> Counts:
    """Return what of a file's stated structure is found, read as it is and as wrapped text, and what is doubtful."""
    counts: Counts = Counter()
    language = path.parent.name
    try:
        readings, every = structure.measure(path, _STYLES, _SEED, True), facts_of(path)
    except EcoanalysisError:
        counts["unreadable", language] += 1
        return counts
    for reading in readings:
        counts["readings", reading.language, reading.way] += 1
        for kind, tally in reading.tallies.items():
            numbers = (("stated", tally.expected), ("found", tally.retrieved), ("both", tally.matched))
            for name, count in numbers:
                counts["structure", reading.language, reading.way, kind, name] += count
    doubts = [doubt for facts in every for doubt in facts.diagnostics if doubt.level != "info"]
    codes = {doubt.code for doubt in doubts}
    counts["files", language] += 1
    counts["clean", language] += not codes
    counts.update(("asked", language, kind) for each in every for kind in asked_kinds(each))
    counts.update(("diagnostics", language, code) for code in codes)
    return counts


def figures(counts: Counts, evaluation: Evaluation, measured_on: Mapping[str, Any]) -> dict[str, Any]:
    """Return everything published, sorted."""
    return {
        "package": ecoanalysis.__version__,
        "measured_on": date.today().isoformat(),
        "sources": dict(measured_on),
        "golds": list(golds(evaluation)),
        "gold": _gold(evaluation),
        "structure": _structure(counts),
        "languages": _languages(counts),
        "sentences": _sentences(counts),
        "asked": {language: _asked(counts, language) for language in (FIRST, SECOND)},
        "parties": {
            kind: {path[0]: count for path, count in sorted(under(counts, "parties", kind))}
            for kind in ("types", "countries")
        },
        "bands": {
            where: [
                {FIRST: first, SECOND: second, "count": count}
                for (first, second), count in sorted(under(counts, "bands", where))
            ]
            for where in ("head", "inside")
        },
    }


def _asked(counts: Counts, language: str) -> dict[str, Any]:
    """How many directives there are, and of how many nobody is named or the words were not understood: an alarm."""
    directives = counts["asked", language, "directives"]
    kinds = {kind: counts["asked", language, kind] for kind in ("unspecified", "unresolved")}
    shares = {f"{kind}_share": round(count / directives, 4) if directives else None for kind, count in kinds.items()}
    return {"directives": directives, **kinds, **shares, "on_countries": counts["asked", language, "named"]}


def link_figures(scores: Sequence[LinkScores]) -> dict[str, Any]:
    """Return how pairs of editions are linked, their changes typed, named and worded: all pairs, and a language's."""
    chosen = {"all": list(scores)}
    for each in scores:
        chosen.setdefault(each.gold.language, []).append(each)
    return {
        language: {"pairs": len(pairs), "kinds": _estimates(link_estimates(pairs))}
        for language, pairs in chosen.items()
    }


def text_languages(folder: Path) -> dict[str, Any]:
    """Return the figures of other languages of texts, measured where their files are at hand, else as they stand."""
    written: dict[str, Any] = json.loads(QUALITY.read_text(encoding="utf-8")).get("text_languages", {})
    aside = {language: split(folder / "unxml6" / language)[True] for language in written}
    return {
        language: further_language.measure(files, folder / "unxml" / SPOKEN, language).figures() if files else entry
        for (language, entry), files in zip(written.items(), aside.values(), strict=True)
    }


def write(measured: Mapping[str, Any]) -> None:
    """Write the quality file so that changes of it can be read."""
    QUALITY.write_text(json.dumps(measured, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def write_language(language: str, measured: Tallies) -> None:
    """Put the figures of a language into the quality file, beside those of the others."""
    written = json.loads(QUALITY.read_text(encoding="utf-8"))
    languages = written.get("text_languages", {}) | {language: measured.figures()}
    write(written | {"text_languages": dict(sorted(languages.items()))})


def golds(evaluation: Evaluation) -> Iterator[dict[str, Any]]:
    """Yield each gold apart, with n and intervals: the broad ones first, whole and kept aside, then whole documents."""
    for scores in evaluation.broad:
        readers = scores.agreement and {
            "kinds": {kind: rounded(tally.f1) for kind, tally in scores.agreement.scores.tallies.items()},
            "kappas": {kind: rounded(value) for kind, value in scores.agreement.kappas.items()},
        }
        for aside in (False, True):
            paragraphs = [paragraph for paragraph in scores.paragraphs if paragraph.is_aside or not aside]
            documents = {paragraph.document for paragraph in paragraphs}
            more = {"paragraphs": len(paragraphs), "readers": readers}
            if paragraphs and not (aside and len(paragraphs) == len(scores.paragraphs)):
                head = _head(scores.gold.stratum, scores.gold.language, len(documents), aside)
                yield head | more | {"kinds": _estimates(scores.estimates(aside))}
    for language in sorted(evaluation.languages):
        documents_scored = [scores for scores in evaluation.documents if scores.language == language]
        names = [scores.symbol for scores in documents_scored]
        estimates = {
            kind: estimate([scores.tallies.get(kind, Tally()) for scores in documents_scored], names)
            for kind in evaluation.totals(language)
        }
        yield _head("whole", language, len(names), False) | {"kinds": _estimates(estimates)}


def _head(name: str, language: str, documents: int, aside: bool) -> dict[str, Any]:
    return {"name": name, "language": language, "aside": aside, "documents": documents}


def _estimates(estimates: Mapping[str, Estimate]) -> dict[str, Any]:
    facts = {
        kind: estimate for kind, estimate in estimates.items() if estimate.tally.expected or estimate.tally.retrieved
    }
    return {kind: estimate.as_figures() for kind, estimate in facts.items()}


def _gold(evaluation: Evaluation) -> dict[str, Any]:
    """The agreement with the readers' facts, and of the readers with each other."""
    return {
        "languages": {
            language: _tallies(evaluation.totals(language).items()) for language in sorted(evaluation.languages)
        },
        "documents": [
            {
                "symbol": scores.symbol,
                "language": scores.language,
                "missed": sum(difference.missed for difference in scores.differences),
                "false": sum(not difference.missed for difference in scores.differences),
                "kinds": _tallies(scores.tallies.items()),
            }
            for scores in sorted(evaluation.documents, key=lambda scores: (scores.language, scores.symbol))
        ],
        "agreements": [
            {
                "symbol": agreement.scores.symbol,
                "language": agreement.scores.language,
                "kappa": rounded(agreement.kappa),
                "kinds": _tallies(agreement.scores.tallies.items()),
            }
            for agreement in sorted(evaluation.agreements, key=lambda agreement: agreement.scores.symbol)
        ],
        "unscored": len(evaluation.unscored),
    }


def _tallies(tallies: Iterable[tuple[str, Tally]]) -> dict[str, Any]:
    return {kind: tally.as_figures() for kind, tally in tallies if tally.expected or tally.retrieved}


def _structure(counts: Counts) -> dict[str, Any]:
    return {
        language: {
            "files": counts["files", language],
            "unreadable": counts["unreadable", language],
            "without_warning": counts["clean", language],
            "warnings": dict(sorted((code, count) for (code,), count in under(counts, "diagnostics", language))),
            **{way: _way(counts, language, way) for way in ("xml", "text")},
        }
        for language in INTERFACE
    }


def _way(counts: Counts, language: str, way: str) -> dict[str, Any]:
    kinds = {}
    for kind in structure.KINDS:
        numbers = {name: counts["structure", language, way, kind, name] for name in ("stated", "found", "both")}
        tally = Tally(numbers["both"], numbers["stated"], numbers["found"])
        kinds[kind] = numbers | {"f1": rounded(tally.f1)}
    return {"readings": counts["readings", language, way], "kinds": kinds}


def _languages(counts: Counts) -> dict[str, Any]:
    """The agreement of the two languages, paragraph by paragraph, and the most frequent differences."""
    return {
        "files": counts["files", "pairs"],
        "unaligned": counts["files", "unaligned"],
        "unreadable": counts["files", "unreadable"],
        "resolutions": counts["pairs", "resolutions"],
        "paragraphs": {name: counts["pairs", "paragraphs", name] for name in ("both", "one")},
        "agreement": {kind: _agreement(counts, "agree", kind) for kind in bilingual.KINDS},
        "differences": {
            "agencies": _bodies(counts, "difference", "agencies"),
            "citations": _listed(counts, "citations", "side", "cause"),
            "classes": _listed(counts, "classes", FIRST, SECOND),
            "verbs": _listed(counts, "verbs", f"{FIRST}_class", f"{SECOND}_class", FIRST, SECOND),
            "alone": _listed(counts, "alone", "side", "class", "verb"),
        },
    }


def _listed(counts: Counts, kind: str, *names: str) -> list[dict[str, Any]]:
    """The most frequent differences of a kind, the words of their paths by name."""
    entries = most(counts, "difference", kind, limit=_SHOWN)
    return [dict(zip(names, path, strict=True)) | {"count": count} for path, count in entries]


def _sentences(counts: Counts) -> dict[str, Any]:
    measured: dict[str, Any] = {"pairs": counts["sentences", "pairs"]}
    for kind in ("agencies", "bodies", "citations"):
        more = {name: counts["sentences", kind, name] for name in ("with", "alike")}
        measured[kind] = _agreement(counts, "sentences", kind) | more
    measured["bodies"]["f1_without_short_forms"] = _without_short_forms(counts)
    measured["differences"] = {"agencies": _bodies(counts, "sentences", "difference")}
    return measured


def _without_short_forms(counts: Counts) -> float | None:
    """F1 of bodies, without those that the other language calls by a short form, which is no mention: the Council."""
    first, second = (
        counts["sentences", "bodies", side] - counts["sentences", "short forms", side] for side in (FIRST, SECOND)
    )
    return rounded(Tally(counts["sentences", "bodies", "both"], first, second).f1)


def _agreement(counts: Counts, *head: str) -> dict[str, Any]:
    numbers = {side: counts[(*head, side)] for side in (FIRST, SECOND, "both")}
    return numbers | {"f1": rounded(Tally(numbers["both"], numbers[FIRST], numbers[SECOND]).f1)}


def _bodies(counts: Counts, *head: str) -> dict[str, Any]:
    """Why bodies are named in one language alone: in all, and of those that differ most."""
    bodies: defaultdict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    totals: Counter[str] = Counter()
    for (id, side, cause), count in under(counts, *head):
        bodies[id, side][cause] = count
        totals[cause] += count
    listed = [
        {"agency": id, "side": side, "count": sum(causes.values()), "causes": dict(sorted(causes.items()))}
        for (id, side), causes in bodies.items()
    ]
    listed.sort(key=lambda body: (-int(body["count"]), body["agency"], body["side"]))  # type: ignore[call-overload]
    return {"causes": {cause: totals[cause] for cause in BODY_CAUSES}, "most": listed[:_SHOWN]}
