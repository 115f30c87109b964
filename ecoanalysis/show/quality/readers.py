"""How the program's facts, links and changes agree with those of readers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from ecoanalysis.evaluate import HEADLINE
from ecoanalysis.lexicon import INTERFACE
from ecoanalysis.measures.accuracy import FEW
from ecoanalysis.show.accuracy import figures as written
from ecoanalysis.show.html import Html
from ecoanalysis.show.quality.names import GOLDS, NAMES
from ecoanalysis.show.quality.wording import Cell, Wording, markup, together

_PLOTTED = (*HEADLINE, "reports", "themes")
_DOT = ("f1", "low", "high", "n")


@dataclass(frozen=True)
class AgainstReaders(Wording):
    """The pieces that hold the program against readers."""

    def golds(self) -> Html:
        """Show how the facts agree with each gold: a picture of all, then each apart, the broad ones first, folded."""
        intro = self.say("quality.how_golds", few=FEW, outside=5)
        each = together([*map(self._gold, self._broad_first())])
        words = self.labels("quality.every_gold", count=len(self.measured["golds"]))
        folded = Html(str(markup('<details class="section"><summary>{}</summary>{}</details>', words, each)))
        return together([self.dots(), intro, folded])

    def dots(self) -> Html:
        """Show the F1 of the main kinds of fact in the gold that the rules saw least of, a colour for each language."""
        import polars as pl

        from ecoanalysis.show import charts
        from ecoanalysis.show.drawing import colour_keys, figure

        broad = [gold for gold in self._broad_first() if not gold["aside"]]
        golds = [gold for gold in broad if gold["name"] == broad[0]["name"]]
        measured = [
            (self.fact_name(kind), self._language(gold["language"]), *(gold["kinds"][kind][name] for name in _DOT))
            for kind in _PLOTTED
            for gold in golds
            if gold["kinds"].get(kind, {}).get("low") is not None
            if gold["kinds"][kind]["n"] >= FEW
        ]
        if not measured:
            return Html("")
        frame = pl.DataFrame(measured, schema=["kind", "gold", *_DOT], orient="row")
        languages = frame["gold"].unique(maintain_order=True).to_list()
        named = self.labels("quality.dots", gold=self.labels(GOLDS[golds[0]["name"]]))
        drawn = charts.scores(frame, languages, named)
        items = [f"{row['kind']}, {row['gold']} {row['f1']:.2f}" for row in frame.iter_rows(named=True)]
        rows = [[kind, gold, *map(self._figure, (f1, low, high)), n] for kind, gold, f1, low, high, n in frame.rows()]
        heads = [*map(self._head, ("fact", "gold", "f1", "low", "high", "n"))]
        table = self._table("quality_dots", heads, rows)
        keys = colour_keys(list(zip(languages, charts.SAMPLES, strict=False)), "quality-dots")
        least, most = (choose(measured, key=lambda row: row[2]) for choose in (min, max))
        ends = {"low": f"{least[2]:.2f}", "high": f"{most[2]:.2f}"}
        says = self.say("quality.dots_say", least=self._of_gold(least), most=self._of_gold(most), **ends)
        return says + figure(drawn, "quality-dots", self.labels.join(items), table, self.labels, keys)

    def _of_gold(self, row: tuple[Any, ...]) -> str:
        """What a row of the picture is of: the kind of fact, and in which language."""
        return f"{row[0]}{self.labels.bracketed(row[1])}"

    def _broad_first(self) -> list[Mapping[str, Any]]:
        """The golds, those drawn from many resolutions first."""
        return sorted(self.measured["golds"], key=lambda gold: list(GOLDS).index(gold["name"]))

    def _gold(self, gold: Mapping[str, Any]) -> Html:
        name, language = self.labels(GOLDS[gold["name"]]), self._language(gold["language"])
        size = "quality.gold_aside" if gold["aside"] else "quality.gold_size"
        named = self.labels.markup(size, gold=name, language=language, documents=gold["documents"])
        enough = {kind: gold["kinds"].get(kind, {}) for kind in _PLOTTED}
        figures = {self.fact_name(kind): entry["f1"] for kind, entry in enough.items() if entry.get("n", 0) >= FEW}
        readers = gold.get("readers")
        columns = ("fact", "n", "precision", "recall", "f1", "interval", *(["readers"] if readers else []))
        rows = [self._estimated(kind, entry, readers) for kind, entry in gold["kinds"].items()]
        of = " · ".join([name, language, str(gold["documents"])])
        return self._folded(
            self._sentences(named, self._range("column.f1", figures)),
            self._table("quality_golds", [self._head(column) for column in columns], rows, of),
        )

    def _estimated(self, kind: str, entry: Mapping[str, Any], readers: Mapping[str, Any] | None) -> list[Cell]:
        row: list[Cell] = [self.fact_name(kind), entry["n"], *written(entry["n"], entry, self.labels).values()]
        return [*row, self._figure(readers["kinds"].get(kind))] if readers else row

    def _written(self, entry: Mapping[str, Any]) -> str:
        return written(entry.get("expected", 0), entry, self.labels)["f1"]

    def kinds(self) -> Html:
        """Show how the facts agree with the readers', by kind and language."""
        languages = self.measured["gold"]["languages"]
        kinds = [kind for kind in NAMES if any(kind in languages[language] for language in languages)]
        rows = []
        for kind in kinds:
            of = [languages.get(language, {}).get(kind, {}) for language in INTERFACE]
            name = self._strong(self.fact_name(kind)) if kind in HEADLINE else self.fact_name(kind)
            rows.append([name, *(value for entry in of for value in (self._written(entry), entry.get("expected", 0)))])
        heads = [self._head("fact")]
        for language in INTERFACE:
            heads += [self._of("column.f1", language), self._of("column.expected", language)]
        ranges = [
            self._range(
                "column.f1", {self.fact_name(kind): languages[language][kind]["f1"] for kind in HEADLINE}, language
            )
            for language in INTERFACE
            if language in languages
        ]
        return self._folded(self._sentences(*ranges), self._table("quality_kinds", heads, rows))

    def documents(self) -> Html:
        """Show the same by document."""
        heads = [
            self._head("edition"),
            self._head("language"),
            *map(self.fact_name, HEADLINE),
            self._head("missed"),
            self._head("false"),
        ]
        rows = [
            [
                self._symbol(entry["symbol"]),
                self._language(entry["language"]),
                *(self._written(entry["kinds"].get(kind, {})) for kind in HEADLINE),
                entry["missed"],
                entry["false"],
            ]
            for entry in self.measured["gold"]["documents"]
        ]
        figures = {
            self._of_text(entry): entry["kinds"].get("clauses", {}).get("f1")
            for entry in self.measured["gold"]["documents"]
        }
        summary = self._range("column.f1", figures, of=self.fact_name("clauses"))
        return self._folded(summary, self._table("quality_documents", heads, rows))

    def readers(self) -> Html:
        """Show how far two readers of one document agree."""
        heads = [self._head("edition"), self._head("language"), *map(self.fact_name, HEADLINE), self._head("kappa")]
        rows = [
            [
                self._symbol(entry["symbol"]),
                self._language(entry["language"]),
                *(self._f1(entry["kinds"].get(kind, {})) for kind in HEADLINE),
                self._figure(entry["kappa"]),
            ]
            for entry in self.measured["gold"]["agreements"]
        ]
        figures = {self._of_text(entry): entry["kappa"] for entry in self.measured["gold"]["agreements"]}
        return self._folded(self._range("column.kappa", figures), self._table("quality_readers", heads, rows))

    def links(self) -> Html:
        """Show how well two editions are linked and their changes typed, against readers and across languages."""
        from ecoanalysis.evaluate.across_editions.gold_links import score_links, total_links

        scores = score_links()
        rows: list[list[Cell]] = [
            [
                markup('<span lang="zxx">{} → {}</span>', entry.gold.old, entry.gold.new),
                self._language(entry.gold.language),
                self._figure(entry.links.f1),
                self._figure(entry.types.f1),
            ]
            for entry in scores
        ]
        links, types = total_links(scores)
        rows.append([self._strong(self.labels("quality.all")), "", self._figure(links.f1), self._figure(types.f1)])
        heads = [self._head("edition"), self._head("language"), self._head("links"), self._head("types")]
        both = json.loads(files("ecoanalysis").joinpath("data/recurrence.json").read_text(encoding="utf-8"))["both"]
        agree = {name: self._figure(both[name]) for name in ("links", "types", "aside")}
        return self._table("quality_links", heads, rows) + self.say("quality.links_both", pairs=both["pairs"], **agree)
