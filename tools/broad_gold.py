"""The broad gold as it ships: ``python tools/broad_gold.py --sample DIR --readings DIR --texts DIR…``.

DIR of the readings holds ``A-zh``, ``B-zh``, ``A-en``, ``B-en`` (two readers' lines of a sample) and ``settled``;
samples of which nothing stands there stay as they are.
What ships is cut: surfaces, names, verb phrases and symbols stay, an act keeps its first four words or six characters,
notes go. Printed, and written to ``about.json``, is the agreement of the two readings per kind: F1, and for classes
Cohen's kappa.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from sample_gold import LANGUAGES, SEED, is_aside

from ecoanalysis.evaluate.against_readers.broad_gold import FOLDER as BROAD
from ecoanalysis.evaluate.against_readers.broad_gold import STRATA, agree_broad, load_broad

CHARACTERS, WORDS = 6, 4  # of an act
_FRAME = ("resolutions", "paragraphs", "paragraphs that may ask", "paragraphs aside that may ask", "triggers")
Line = dict[str, Any]


def lines(path: Path) -> list[Line]:
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def write(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


# --- cut --------------------------------------------------------------------------------------------------------------


def cut_act(act: str, language: str) -> str:
    """The first characters or words of an act, without the *to* before its verb."""
    words = re.sub(r"^(?:to|that|the)\s+", "", act.strip()).split()
    kept = "".join(words)[:CHARACTERS] if language == "zh" else " ".join(words[:WORDS])
    return kept.rstrip(" ,.;:，。；：、")


def cut_party(addressee: Mapping[str, Any]) -> Line:
    kept = ("surface", "kind", "role", "type", "country", "name", "antecedents")
    party = {key: addressee[key] for key in kept if addressee.get(key)}
    if "surface" in party:
        party["surface"] = re.sub(r"^(?:the|and)\s+", "", party["surface"]).strip(" ,，、")
    if party.get("kind") == "unspecified":
        return {"kind": "unspecified", "role": "core"}
    if party.get("kind") != "anaphor":
        party.pop("antecedents", None)
    return party


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def cut_report(report: Mapping[str, Any]) -> Line:
    cut = {
        "kind": report.get("kind"),
        "reporter": as_list(report.get("reporter")),
        "recipient": as_list(report.get("recipient")),
        "due": report.get("due"),
        "dues": [{key: due[key] for key in ("session", "date") if due.get(key)} for due in as_list(report.get("dues"))],
        "periodicity": report.get("periodicity"),
    }
    return {key: value for key, value in cut.items() if value}


def cut_clause(clause: Mapping[str, Any], language: str) -> Line:
    cut: Line = {"verb": clause["verb"], "class": clause["class"]}
    for key in ("band", "voice"):
        if clause.get(key) and clause[key] != "organ":
            cut[key] = clause[key]
    if clause.get("hedges") and clause["class"] == "DIR":  # what a decision says of itself is no hedge (codebook §3)
        cut["hedges"] = [{"surface": one["surface"], "kind": one["kind"]} for one in clause["hedges"]]
    for key in ("intensifiers", "continuity"):
        if clause.get(key):
            cut[key] = list(clause[key])
    if clause.get("addressees"):
        cut["addressees"] = [cut_party(one) for one in clause["addressees"]]
    if clause.get("act"):
        cut["act"] = cut_act(clause["act"], language)
    for key in ("act_verb", "polarity"):
        if clause.get(key):
            cut[key] = clause[key]
    if clause.get("report"):
        cut["report"] = cut_report(clause["report"])
    if clause.get("deadline"):
        cut["deadline"] = {key: value for key, value in clause["deadline"].items() if value}
    return cut


def cut(line: Mapping[str, Any], language: str) -> Line:
    """A reader's line as it ships; facts of the random sample alone have the other kinds."""
    facts: Line = {"key": line["key"], "clauses": [cut_clause(clause, language) for clause in line["clauses"]]}
    for kind, keys in (
        ("agencies", ("surface", "name")),
        ("citations", ("kind", "symbol", "surface", "date")),
        ("dates", ("surface", "date")),
    ):
        if kind in line:
            facts[kind] = [{key: one[key] for key in keys if one.get(key)} for one in line[kind]]
    if "themes" in line:
        facts["themes"] = list(line["themes"])
    return facts


# --- agreement --------------------------------------------------------------------------------------------------------


def agreement(first: Path, second: Path) -> dict[str, Line]:
    """Of each kind how many items each reader has, their F1, and the kappa of its labels where it has labels."""
    both = agree_broad(load_broad(first), load_broad(second))
    table: dict[str, Line] = {}
    for kind, tally in both.scores.tallies.items():
        if tally.f1 is not None:
            table[kind] = {"A": tally.expected, "B": tally.retrieved, "f1": round(tally.f1, 3)}
        if kind in both.kappas:
            table[kind]["kappa"] = round(both.kappas[kind], 3)
    return table


# --- what ships -------------------------------------------------------------------------------------------------------


def ship(
    sample: Path, readings: Path, texts: Sequence[Path], weights: Mapping[str, float]
) -> dict[str, dict[str, Line]]:
    """Write the settled lines and the two raw readings, and return the agreement of each sample.

    ``texts`` are folders of documents, searched in this order for a document in the folder of its language.
    """
    table = {}
    for stratum in STRATA:
        for language in LANGUAGES:
            name = f"{stratum}.{language}.jsonl"
            if not (readings / "settled" / name).exists():
                continue
            asked = lines(sample / name)
            read = {who: {line["key"]: line for line in lines(readings / who / name)} for who in sides(language)}
            both = [row["key"] for row in asked if all(row["key"] in side for side in list(read.values())[:2])]
            raw = {who[0]: [cut(side[key], language) for key in both] for who, side in read.items() if who != "settled"}
            for who, rows in raw.items():
                write(raw_file(stratum, language, who), rows)
            settled = read["settled"]
            write(
                BROAD / name,
                (settle(row, settled[row["key"]], texts, weights) for row in asked if row["key"] in settled),
            )
            table[f"{stratum}.{language}"] = agreement(*(raw_file(stratum, language, reader) for reader in "AB"))
    return table


def raw_file(stratum: str, language: str, reader: str) -> Path:
    return BROAD / "raw" / f"{stratum}.{language}.{reader}.jsonl"


def sides(language: str) -> tuple[str, str, str]:
    return f"A-{language}", f"B-{language}", "settled"


def settle(row: Line, line: Line, texts: Sequence[Path], weights: Mapping[str, float]) -> Line:
    """A settled line with what is needed to find its paragraph again."""
    language, document = row["language"], row["document"]
    facts = cut(line, language)
    path = next(path for folder in texts if (path := folder / language / document).exists())
    head = {
        "key": facts.pop("key"),
        "symbol": row["symbol"],
        "language": language,
        "document": document,
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "paragraph": row["paragraph"],
        "part": row["part"],
        "aside": is_aside(row["symbol"]),
    }
    if row["key"] in weights:
        head["weight"] = weights[row["key"]]
    return head | facts


def as_markdown(table: Mapping[str, Mapping[str, Line]]) -> str:
    """The agreement as docs/gold.md prints it: of each kind and sample F1, kappa behind a slash, and the items of A."""
    kinds = dict.fromkeys(kind for rows in table.values() for kind in rows)
    head = [f"| Kind | {' | '.join(table)} |", f"|{'---|' * (len(table) + 1)}"]
    rest = [f"| {kind} | {' | '.join(cell(rows.get(kind)) for rows in table.values())} |" for kind in kinds]
    return "\n".join([*head, *rest])


def cell(row: Line | None) -> str:
    if row is None:
        return "–"
    return f"{row['f1']:.3f}{' / {:.3f}'.format(row['kappa']) if 'kappa' in row else ''} ({row['A']})"


def show(table: Mapping[str, Mapping[str, Line]]) -> None:
    for sample, kinds in table.items():
        out = Table(title=sample)
        for column in ("kind", "A", "B", "F1", "kappa"):
            out.add_column(column)
        for kind, row in kinds.items():
            out.add_row(kind, str(row["A"]), str(row["B"]), f"{row['f1']:.3f}", str(row.get("kappa", "")))
        Console().print(out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sample", type=Path, required=True, help="what tools/sample_gold.py drew")
    parser.add_argument("--readings", type=Path, required=True)
    parser.add_argument("--texts", type=Path, required=True, nargs="+", help="folders that hold zh and en")
    arguments = parser.parse_args()
    frame = json.loads((arguments.sample / "frame.json").read_text(encoding="utf-8"))
    weights = {key: weight for language in LANGUAGES for key, weight in frame[language]["weights"].items()}
    table = ship(arguments.sample, arguments.readings, arguments.texts, weights)
    before = json.loads((BROAD / "about.json").read_text(encoding="utf-8"))
    about = {
        "seed": SEED,
        "frame": {language: {name: frame[language][name] for name in _FRAME} for language in LANGUAGES},
        "agreement": before["agreement"] | table,
        "first measured": before["first measured"],
    }
    (BROAD / "about.json").write_text(json.dumps(about, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    show(table)


if __name__ == "__main__":
    main()
