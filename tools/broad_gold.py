"""The broad gold as it ships: ``python tools/broad_gold.py --sample DIR --readings DIR --texts DIR``.

DIR of the readings holds ``A-zh``, ``B-zh``, ``A-en``, ``B-en`` (two readers' lines of each sample) and ``settled``.
What ships is cut: surfaces, names, verb phrases and symbols stay, an act keeps its first four words or six characters,
notes go. Printed, and written to ``about.json``, is the agreement of the two readings per kind: F1, and for classes
Cohen's kappa.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from sample_gold import LANGUAGES, SEED, is_aside

from ecoanalysis.evaluate import normalise

BROAD = Path(__file__).parents[1] / "ecoanalysis" / "data" / "gold" / "broad"
STRATA = ("random", "enriched")
CHARACTERS, WORDS = 6, 4  # of an act
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
    if clause.get("hedges"):
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

Items = Counter[tuple[str, ...]]


def items(line: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What is compared of a line, by kind."""
    key = line["key"]
    for clause in line["clauses"]:
        yield from clause_items(key, clause)
    for kind, name in (("agencies", "surface"), ("dates", "date")):
        for one in line.get(kind, ()):
            yield kind, (key, normalise(one[name]))
    for one in line.get("citations", ()):
        kind = "citations" if one.get("symbol") else "named citations"
        yield kind, (key, one.get("symbol") or normalise(one["surface"]))
    for theme in line.get("themes", ()):
        yield "themes", (key, theme)
    if line.get("themes"):
        yield "main theme", (key, line["themes"][0])


def clause_items(key: str, clause: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    verb = normalise(clause["verb"]).lower()
    yield "clauses", (key, verb)
    yield "classes", (key, verb, clause["class"], clause.get("band") or "")
    for hedge in clause.get("hedges", ()):
        yield "hedges", (key, normalise(hedge["surface"]))
        yield "hedges with kind", (key, normalise(hedge["surface"]), hedge["kind"])
    for kind in ("intensifiers", "continuity"):
        for word in clause.get(kind, ()):
            yield kind, (key, normalise(word))
    for party in clause.get("addressees", ()):
        surface = normalise(party.get("surface", ""))
        yield "addressees", (key, surface)
        yield "addressee kinds", (key, surface, party["kind"], party["role"])
        yield "addressee types", (key, surface, party.get("type", ""))
        for code in party.get("country", ()):
            yield "countries", (key, surface, code)
    if "polarity" in clause:
        yield "acts", (key, normalise(clause.get("act", "")))
        yield "act verbs", (key, clause.get("act_verb") or "")
        yield "polarity", (key, verb, clause["polarity"])
        if clause["polarity"] == "stop":
            yield "acts to stop", (key, verb)
    yield from due_items(key, verb, clause)


def due_items(key: str, verb: str, clause: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    if report := clause.get("report"):
        yield "reports", (key, verb)
        yield "report kinds", (key, verb, report["kind"])
        for due in report.get("dues", ()):
            yield "dues", (key, verb, *(str(value) for value in due.values()))
    if deadline := clause.get("deadline"):
        yield "deadlines", (key, verb, deadline["kind"], str(deadline.get("session", deadline.get("date", ""))))


def by_kind(rows: Sequence[Line]) -> dict[str, Items]:
    kinds: dict[str, Items] = {}
    for line in rows:
        for kind, item in items(line):
            kinds.setdefault(kind, Counter())[item] += 1
    return kinds


def f1(first: Items, second: Items) -> float:
    return 2 * (first & second).total() / (first.total() + second.total())


def pairs(
    first: Sequence[Line], second: Sequence[Line], label: Callable[[Mapping[str, Any]], Iterator[tuple[str, str]]]
) -> Iterator[tuple[str, str]]:
    """The labels that both readers gave to what both have, in order of the text."""
    for one, other in zip(first, second, strict=True):
        left, right = list(label(one)), list(label(other))
        for surface in dict.fromkeys(surface for surface, _ in left):
            yield from zip(
                (name for word, name in left if word == surface),
                (name for word, name in right if word == surface),
                strict=False,
            )


def clause_classes(line: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for clause in line["clauses"]:
        yield normalise(clause["verb"]).lower(), clause["class"] + clause.get("band", "")


def party_types(line: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for clause in line["clauses"]:
        for party in clause.get("addressees", ()):
            yield normalise(party.get("surface", "")), party.get("type", "")


def hedge_kinds(line: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for clause in line["clauses"]:
        for hedge in clause.get("hedges", ()):
            yield normalise(hedge["surface"]), hedge["kind"]


def polarities(line: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for clause in line["clauses"]:
        if "polarity" in clause:
            yield normalise(clause["verb"]).lower(), clause["polarity"]


KAPPAS = {
    "classes": clause_classes,
    "addressee types": party_types,
    "hedges with kind": hedge_kinds,
    "polarity": polarities,
}


def kappa(labels: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa: agreement beyond what the frequencies of the labels give by chance."""
    if not labels:
        return None
    seen = sum(one == other for one, other in labels) / len(labels)
    left, right = (Counter(side) for side in zip(*labels, strict=True))
    chance = sum(left[name] * right[name] for name in left) / len(labels) ** 2
    return None if chance == 1 else (seen - chance) / (1 - chance)


def agreement(first: Sequence[Line], second: Sequence[Line]) -> dict[str, Line]:
    """Of each kind how many items each reader has, their F1, and the kappa of its labels where it has labels."""
    one, other = by_kind(first), by_kind(second)
    table: dict[str, Line] = {}
    for kind in dict.fromkeys((*one, *other)):
        left, right = one.get(kind, Counter()), other.get(kind, Counter())
        table[kind] = {"A": left.total(), "B": right.total(), "f1": round(f1(left, right), 3)}
        if kind in KAPPAS and (value := kappa(list(pairs(first, second, KAPPAS[kind])))) is not None:
            table[kind]["kappa"] = round(value, 3)
    return table


# --- what ships -------------------------------------------------------------------------------------------------------


def ship(sample: Path, readings: Path, texts: Path, weights: Mapping[str, float]) -> dict[str, dict[str, Line]]:
    """Write the settled lines and the two raw readings, and return the agreement of each sample."""
    table = {}
    for stratum in STRATA:
        for language in LANGUAGES:
            name = f"{stratum}.{language}.jsonl"
            asked = lines(sample / name)
            read = {who: {line["key"]: line for line in lines(readings / who / name)} for who in sides(language)}
            both = [row["key"] for row in asked if all(row["key"] in side for side in list(read.values())[:2])]
            raw = {who[0]: [cut(side[key], language) for key in both] for who, side in read.items() if who != "settled"}
            for who, rows in raw.items():
                write(BROAD / "raw" / f"{stratum}.{language}.{who}.jsonl", rows)
            settled = read["settled"]
            write(
                BROAD / name,
                (settle(row, settled[row["key"]], texts, weights) for row in asked if row["key"] in settled),
            )
            table[f"{stratum}.{language}"] = agreement(raw["A"], raw["B"])
    return table


def sides(language: str) -> tuple[str, str, str]:
    return f"A-{language}", f"B-{language}", "settled"


def settle(row: Line, line: Line, texts: Path, weights: Mapping[str, float]) -> Line:
    """A settled line with what is needed to find its paragraph again."""
    language, document = row["language"], row["document"]
    facts = cut(line, language)
    head = {
        "key": facts.pop("key"),
        "symbol": row["symbol"],
        "language": language,
        "document": document,
        "sha256": hashlib.sha256((texts / language / document).read_bytes()).hexdigest(),
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
    parser.add_argument("--texts", type=Path, required=True, help="folder that holds zh and en")
    arguments = parser.parse_args()
    frame = json.loads((arguments.sample / "frame.json").read_text(encoding="utf-8"))
    weights = {key: weight for language in LANGUAGES for key, weight in frame[language]["weights"].items()}
    table = ship(arguments.sample, arguments.readings, arguments.texts, weights)
    about = {
        "seed": SEED,
        "frame": {
            language: {name: frame[language][name] for name in ("resolutions", "paragraphs", "triggers")}
            for language in LANGUAGES
        },
        "agreement": table,
    }
    (BROAD / "about.json").write_text(json.dumps(about, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    show(table)


if __name__ == "__main__":
    main()
