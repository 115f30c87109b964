"""How far the facts can be trusted: the measured figures that come with the package, and what the page says of them.

The figures are written by ``evaluate.figures`` and ``evaluate.languages``; nothing here measures, and no figure stands
in code or label.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from ecoanalysis.evaluate import HEADLINE
from ecoanalysis.evaluate.bilingual import FIRST, SECOND
from ecoanalysis.evaluate.figures import QUALITY
from ecoanalysis.evaluate.intervals import FEW
from ecoanalysis.lexicon import INTERFACE, SPOKEN, language_of
from ecoanalysis.lexicon.bodies import registry
from ecoanalysis.lexicon.labels import Labels, labels
from ecoanalysis.show.html import Html
from ecoanalysis.show.notebook import check_parameters

if TYPE_CHECKING:
    from markupsafe import Markup

NAMES = {
    "paragraphs": "quality.paragraphs",
    "clauses": "quality.clauses",
    "classes": "quality.classes",
    "addressees": "quality.addressees",
    "agencies": "quality.agencies",
    "bodies": "quality.bodies",
    "citations": "quality.citations",
    "hedges": "quality.hedges",
    "names": "quality.names",
    "addressee kinds": "quality.addressee_kinds",
    "citation details": "quality.citation_details",
    "named citations": "quality.named_citations",
    "intensifiers": "quality.intensifiers",
    "continuity": "quality.continuity",
    "reports": "quality.reports",
    "report details": "quality.report_details",
    "dates": "quality.dates",
    "themes": "quality.themes",
    "footnotes": "quality.footnotes",
    "agencies in title and notes": "quality.agencies_in_notes",
    "citations in notes": "quality.citations_in_notes",
    "header": "quality.header",
    "addressee types": "quality.addressee_types",
    "countries": "quality.countries",
    "hedge kinds": "quality.hedge_kinds",
    "acts": "quality.acts",
    "act verbs": "quality.act_verbs",
    "polarity": "quality.polarity",
    "acts to stop": "quality.acts_to_stop",
    "report kinds": "quality.report_kinds",
    "reporters": "quality.reporters",
    "recipients": "quality.recipients",
    "report dues": "quality.report_dues",
    "deadlines": "quality.deadlines",
    "main themes": "quality.main_themes",
    "words": "quality.words",
    "numbers": "quality.numbers",
    "notes": "quality.notes",
    "anchors": "quality.anchors",
    "openings": "quality.openings",
    "openings begun": "quality.openings_begun",
    "symbols": "quality.symbols",
    "repeated": "quality.cause_repeated",
    "short": "quality.cause_short",
    "unregistered": "quality.cause_unregistered",
    "pronoun": "quality.cause_pronoun",
    "paragraph": "quality.cause_paragraph",
    "other": "quality.cause_other",
}
"""What each kind of fact, and each cause of a difference, is called: a label."""

GOLDS = {
    "unseen": "quality.gold_unseen",
    "random": "quality.gold_random",
    "asking": "quality.gold_asking",
    "enriched": "quality.gold_enriched",
    "whole": "quality.gold_whole",
}
"""What each gold is called: a label."""

DRAWN = ("unseen", "random", "whole")
"""The golds of the picture, in two languages as many as there are colours; the tables below it have all."""

TEXT_FIGURES = {
    "detected": "quality.text_detected",
    "paragraphs": "quality.text_paragraphs",
    "text": "quality.text_wrapped",
    "words": "quality.text_words",
    "symbols": "quality.text_symbols",
    "dates": "quality.dates",
    "leads": "quality.openings",
    "classes": "quality.text_classes",
    "forces": "quality.text_forces",
    "sequence": "quality.text_sequence",
    "bodies": "quality.text_bodies",
    "hedges": "quality.text_hedges",
    "continuity": "quality.text_continuity",
}
"""What each figure is called that ``evaluate.languages`` measures of a language of texts: a label."""

_PLOTTED = (*HEADLINE, "reports", "themes")
_DOT = ("f1", "low", "high", "n")
_SHOWN = 15
_WORDS = 4
_GOOD = 0.85

Cell = Any
Counted = Mapping[str, int]


@cache
def figures() -> dict[str, Any]:
    """Return the measured figures; whoever gets them must not change them.

    Examples
    --------
    >>> sorted(figures())[:4]
    ['asked', 'bands', 'gold', 'golds']
    """
    measured: dict[str, Any] = json.loads(QUALITY.read_text(encoding="utf-8"))
    return measured


@cache
def renderings(language: str) -> list[dict[str, Any]]:
    """Return every verb of a language with the verbs of the other language that stand for it, and how often.

    Examples
    --------
    >>> asks = next(one for one in renderings("zh") if one["lemma"] == "请")
    >>> max(asks["head"], key=asks["head"].get)
    'requests'
    """
    measured: list[dict[str, Any]] = language_of(language).table("renderings")["rendering"]
    return measured


def same_band(where: str, measured: Mapping[str, Any] | None = None, band: str = "") -> tuple[int, int]:
    """Return in how many pairs of directives both languages use verbs of one band, and how many pairs there are.

    Parameters
    ----------
    where
        ``head`` or ``inside`` a paragraph.
    found
        The figures; those of the package where none are given.
    band
        Only pairs whose Chinese verb is of that band.
    """
    cells = [cell for cell in (measured or figures())["bands"][where] if band in ("", cell[FIRST])]
    same = sum(cell["count"] for cell in cells if cell[FIRST] == cell[SECOND])
    return same, sum(cell["count"] for cell in cells)


@dataclass(frozen=True, slots=True)
class Quality:
    """The page's pieces in one language.

    Examples
    --------
    >>> open_quality("en").title().html
    '<h1>How far the facts can be trusted</h1>'
    """

    labels: Labels
    measured: Mapping[str, Any] = field(repr=False)

    # headings and sentences

    def title(self) -> Html:
        return Html(f"<h1>{self.labels.markup('quality.title')}</h1>")

    def fact_name(self, facts: str) -> str:
        """Return what a kind of fact is called.

        Examples
        --------
        >>> open_quality("en").fact_name("hedges")
        'hedges'
        """
        return self.labels(NAMES[facts])

    def say(self, name: str, /, **values: Any) -> Html:
        """Return a sentence from the labels as a paragraph of its own."""
        return Html(f"<p>{self.labels.markup(name, **values)}</p>")

    def about(self) -> Html:
        """Say what was measured, when, and with which version."""
        sources = self.measured["sources"]
        return self.say(
            "quality.about",
            documents=len(self.measured["gold"]["documents"]),
            files=sources["files"],
            version=self.measured["package"],
            date=self.labels.date(date.fromisoformat(self.measured["measured_on"])),
            hash=_markup('<span lang="zxx">{}</span>', sources["sha256"][:12]),
        )

    # two editions

    def links(self) -> Html:
        """Show how well two editions are linked and their changes typed, against readers and across languages."""
        from ecoanalysis.evaluate.links import score_links, total_links

        scores = score_links()
        rows: list[list[Cell]] = [
            [
                _markup('<span lang="zxx">{} → {}</span>', entry.gold.old, entry.gold.new),
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

    # against readers

    def golds(self) -> Html:
        """Show how the facts agree with each gold: a picture of all, then each apart, the broad ones first, folded."""
        intro = self.say("quality.how_golds", few=FEW, outside=5)
        return _together([self.dots(), intro, *map(self._gold, self._broad_first())])

    def dots(self) -> Html:
        """Show the F1 of the main kinds of fact with their intervals as dots, a colour for each gold."""
        import polars as pl

        from ecoanalysis.show import charts
        from ecoanalysis.show.drawing import colour_keys, figure

        measured = [
            (self._name(kind), self._gold_name(gold), *(gold["kinds"][kind][name] for name in _DOT))
            for kind in _PLOTTED
            for gold in self._broad_first()
            if gold["name"] in DRAWN and not gold["aside"] and gold["kinds"].get(kind, {}).get("low") is not None
            if gold["kinds"][kind]["n"] >= FEW
        ]
        if not measured:
            return Html("")
        frame = pl.DataFrame(measured, schema=["kind", "gold", *_DOT], orient="row")
        named = dict.fromkeys(self._gold_name(gold) for gold in self._broad_first())
        golds = [name for name in named if name in set(frame["gold"])]
        drawn = charts.scores(frame, golds, self.labels("quality.dots"))
        items = [f"{row['kind']}, {row['gold']} {row['f1']:.2f}" for row in frame.iter_rows(named=True)]
        rows = [[kind, gold, *map(self._figure, (f1, low, high)), n] for kind, gold, f1, low, high, n in frame.rows()]
        heads = [*map(self._head, ("fact", "gold", "f1", "low", "high", "n"))]
        table = self._table("quality_dots", heads, rows)
        keys = colour_keys(list(zip(golds, charts.SAMPLES, strict=False)), "quality-dots")
        return figure(drawn, "quality-dots", self.labels.join(items), table, self.labels, keys)

    def _gold_name(self, gold: Mapping[str, Any]) -> str:
        return self.labels(
            "quality.of", what=self.labels(GOLDS[gold["name"]]), language=self._language(gold["language"])
        )

    def _broad_first(self) -> list[Mapping[str, Any]]:
        """The golds, those drawn from many resolutions first."""
        return sorted(self.measured["golds"], key=lambda gold: list(GOLDS).index(gold["name"]))

    def _gold(self, gold: Mapping[str, Any]) -> Html:
        name, language = self.labels(GOLDS[gold["name"]]), self._language(gold["language"])
        size = "quality.gold_aside" if gold["aside"] else "quality.gold_size"
        named = self.labels.markup(size, gold=name, language=language, documents=gold["documents"])
        enough = {kind: gold["kinds"].get(kind, {}) for kind in _PLOTTED}
        figures = {self._name(kind): entry["f1"] for kind, entry in enough.items() if entry.get("n", 0) >= FEW}
        readers = gold.get("readers")
        columns = ("fact", "n", "precision", "recall", "f1", "interval", *(["readers"] if readers else []))
        rows = [self._estimated(kind, entry, readers) for kind, entry in gold["kinds"].items()]
        of = " · ".join([name, language, str(gold["documents"])])
        return self._folded(
            self._sentences(named, self._range("column.f1", figures)),
            self._table("quality_golds", [self._head(column) for column in columns], rows, of),
        )

    def _estimated(self, kind: str, entry: Mapping[str, Any], readers: Mapping[str, Any] | None) -> list[Cell]:
        row: list[Cell] = [self._name(kind), entry["n"]]
        if entry["n"] < FEW:
            row += ["–", "–", self.labels("quality.gold_count", n=entry["n"], matched=entry["matched"]), "–"]
        else:
            between = "–" if entry["low"] is None else f"{entry['low']:.3f}–{entry['high']:.3f}"
            row += [*(self._figure(entry[name]) for name in ("precision", "recall", "f1")), between]
        return [*row, self._figure(readers["kinds"].get(kind))] if readers else row

    def kinds(self) -> Html:
        """Show how the facts agree with the readers', by kind and language."""
        languages = self.measured["gold"]["languages"]
        kinds = [kind for kind in NAMES if any(kind in languages[language] for language in languages)]
        rows = []
        for kind in kinds:
            of = [languages.get(language, {}).get(kind, {}) for language in INTERFACE]
            name = self._strong(self._name(kind)) if kind in HEADLINE else self._name(kind)
            rows.append([name, *(value for entry in of for value in (self._f1(entry), entry.get("expected", 0)))])
        heads = [self._head("fact")]
        for language in INTERFACE:
            heads += [self._of("column.f1", language), self._of("column.expected", language)]
        ranges = [
            self._range("column.f1", {self._name(kind): languages[language][kind]["f1"] for kind in HEADLINE}, language)
            for language in INTERFACE
            if language in languages
        ]
        return self._folded(self._sentences(*ranges), self._table("quality_kinds", heads, rows))

    def documents(self) -> Html:
        """Show the same by document."""
        heads = [
            self._head("edition"),
            self._head("language"),
            *map(self._name, HEADLINE),
            self._head("missed"),
            self._head("false"),
        ]
        rows = [
            [
                self._symbol(entry["symbol"]),
                self._language(entry["language"]),
                *(self._f1(entry["kinds"].get(kind, {})) for kind in HEADLINE),
                entry["missed"],
                entry["false"],
            ]
            for entry in self.measured["gold"]["documents"]
        ]
        figures = {
            self._of_text(entry): entry["kinds"].get("clauses", {}).get("f1")
            for entry in self.measured["gold"]["documents"]
        }
        summary = self._range("column.f1", figures, of=self._name("clauses"))
        return self._folded(summary, self._table("quality_documents", heads, rows))

    def readers(self) -> Html:
        """Show how far two readers of one document agree."""
        heads = [self._head("edition"), self._head("language"), *map(self._name, HEADLINE), self._head("kappa")]
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

    # structure

    def structure(self) -> Html:
        """Say how many files are read without a warning, and show what of their structure is found again."""
        structure = self.measured["structure"]
        sentences = [
            self.say(
                "quality.clean",
                language=self._language(language),
                files=structure[language]["files"],
                clean=structure[language]["without_warning"],
                share=self._percent(structure[language]["without_warning"], structure[language]["files"]),
            )
            for language in INTERFACE
        ]
        ways = [(language, way) for language in INTERFACE for way in ("xml", "text")]
        heads = [self._head("fact"), *(self._of(f"column.read_{way}", language) for language, way in ways)]
        rows = [
            [self._name(kind), *(self._f1(structure[language][way]["kinds"][kind]) for language, way in ways)]
            for kind in structure[INTERFACE[0]]["xml"]["kinds"]
        ]
        ranges = [
            self._range(
                "column.f1",
                {self._name(kind): entry["f1"] for kind, entry in structure[language]["text"]["kinds"].items()},
                of=self._of("column.read_text", language),
            )
            for language in INTERFACE
        ]
        folded = self._folded(self._sentences(*ranges), self._table("quality_structure", heads, rows))
        return _together([*sentences, folded])

    # one language against the other

    def agreement(self) -> Html:
        """Show how far the two languages of one resolution agree, and those of pairs of sentences."""
        languages, sentences = self.measured["languages"], self.measured["sentences"]
        sentence = self.say(
            "quality.agreement",
            files=languages["files"],
            paragraphs=languages["paragraphs"]["both"],
            single=languages["paragraphs"]["one"],
            sentences=sentences["pairs"],
        )
        heads = [self._head(name) for name in ("fact", "in_paragraphs", "in_zh", "in_en", "in_sentences")]
        rows = [
            [self._name(kind), self._f1(entry), entry[FIRST], entry[SECOND], self._f1(sentences.get(kind, {}))]
            for kind, entry in languages["agreement"].items()
        ]
        figures = {self._name(kind): entry["f1"] for kind, entry in languages["agreement"].items()}
        return sentence + self._folded(
            self._range("column.in_paragraphs", figures), self._table("quality_agreement", heads, rows)
        )

    def text_languages(self) -> Html:
        """Say on what the other languages of texts were measured, and show their figures."""
        measured = self.measured["text_languages"]
        sentences = [
            self.say(
                "quality.text_files",
                language=self._language(language),
                files=entry["files"],
                paired=entry["paired"],
                version=entry["package"],
                date=self.labels.date(date.fromisoformat(entry["measured_on"])),
            )
            for language, entry in measured.items()
        ]
        heads = [self._head(name) for name in ("language", "fact", "precision", "recall", "n")]
        rows = [row for language, entry in measured.items() for row in self._text_figures(language, entry["figures"])]
        ranges = [
            self._range(
                "column.recall",
                {self.labels(TEXT_FIGURES[name]): tally["recall"] for name, tally in entry["figures"].items()},
                language,
            )
            for language, entry in measured.items()
        ]
        return _together([*sentences, self._folded(self._sentences(*ranges), self._table("quality_text", heads, rows))])

    def _text_figures(self, language: str, tallies: Mapping[str, Mapping[str, Any]]) -> Iterator[list[Cell]]:
        for name, tally in tallies.items():
            yield [
                self._language(language),
                self.labels(TEXT_FIGURES[name]),
                self._figure(tally["precision"]),
                self._figure(tally["recall"]),
                tally["expected"],
            ]

    def causes(self) -> Html:
        """Show why bodies are named in one language alone, and which ones most often."""
        whole = self.measured["languages"]["differences"]["agencies"]
        total = sum(whole["causes"].values())
        rows = [[self._name(cause), count, self._percent(count, total)] for cause, count in whole["causes"].items()]
        heads = [self._head("cause"), self._head("count"), self._head("share")]
        most = [
            [
                registry().label(entry["agency"], self.labels.language),
                self._language(entry["side"]),
                entry["count"],
                self._causes(entry["causes"]),
            ]
            for entry in whole["most"][:_SHOWN]
        ]
        top = [self._head("agency"), self._head("named_in"), self._head("count"), self._head("cause")]
        return _together(
            [
                self._most("quality.causes", self._table("quality_causes", heads, rows), rows, count=total),
                self._most("quality.most", self._table("quality_bodies", top, most), [row[:3] for row in most]),
            ]
        )

    def classes(self) -> Html:
        """Show where the two languages' clauses are of different classes, and by which verbs."""
        differences = self.measured["languages"]["differences"]
        none = self.labels("quality.no_clause")
        pairs = [
            [self._class(entry[FIRST], none), self._class(entry[SECOND], none), entry["count"]]
            for entry in differences["classes"][:_SHOWN]
        ]
        verbs = [
            [
                self._verb(entry[FIRST], FIRST),
                self._class(entry["zh_class"], none),
                self._verb(entry[SECOND], SECOND),
                self._class(entry["en_class"], none),
                entry["count"],
            ]
            for entry in differences["verbs"][:_SHOWN]
        ]
        alone = [
            [
                self._verb(entry["verb"], entry["side"]),
                self._class(entry["class"], none),
                self._language(entry["side"]),
                entry["count"],
            ]
            for entry in differences["alone"][:_SHOWN]
        ]
        zh, en = self._language(FIRST), self._language(SECOND)
        verb, cls, count = self._head("verb"), self._head("class"), self._head("count")
        return _together(
            [
                self._most("quality.class_pairs", self._table("quality_classes", [zh, en, count], pairs), pairs),
                self._most(
                    "quality.class_verbs", self._table("quality_verbs", [zh, cls, en, cls, count], verbs), verbs
                ),
                self._most(
                    "quality.class_alone",
                    self._table("quality_alone", [verb, cls, self._head("named_in"), count], alone),
                    alone,
                ),
            ]
        )

    # force

    def force(self) -> Html:
        """Say how often the bands of the two languages agree."""
        head, inside = same_band("head", self.measured), same_band("inside", self.measured)
        demands = [same_band(where, self.measured, "D5") for where in ("head", "inside")]
        return self.say(
            "quality.force",
            head=head[1],
            head_share=self._percent(*head),
            inside=inside[1],
            inside_share=self._percent(*inside),
            d5_head=demands[0][1],
            d5_head_share=self._percent(*demands[0]),
            d5_inside=demands[1][1],
            d5_inside_share=self._percent(*demands[1]),
        )

    def rendered(self, language: str) -> Html:
        """Show a language's most frequent directive verbs, and which verbs of the other language stand for them."""
        other = next(code for code in INTERFACE if code != language)
        asking = [entry for entry in renderings(language) if entry["class"] == "DIR"]
        asking.sort(key=lambda entry: (-_total(entry), entry["lemma"]))
        places = ("head", "inside", "secretary_general", "others")
        rows = [
            [self._verb(entry["lemma"], language), *(self._verbs(entry.get(place, {}), other) for place in places)]
            for entry in asking[:_SHOWN]
        ]
        heads = [self._of("column.verb", language), *map(self._head, places)]
        first = [[row[0], *(cell for cell in row[1:] if cell)][:2] for row in rows]
        return self._most(f"rendered.{language}", self._table(f"quality_rendered_{language}", heads, rows), first)

    # limits

    def limits(self) -> Html:
        """Say what is known to be wanting; what is weak is told from the figures."""
        languages, label = self.measured["gold"]["languages"], self.labels
        weak = [
            f"{self._name(kind)}{label.bracketed(f'{self._language(language)} {self._f1(entry)}')}"
            for language in INTERFACE
            for kind, entry in languages.get(language, {}).items()
            if entry["f1"] is not None and entry["f1"] < _GOOD
        ]
        sentences = [
            label.markup("quality.limit_gold", documents=len(self.measured["gold"]["documents"])),
            label.markup("quality.limit_weak", kinds=label.join(weak), bound=f"{_GOOD:.2f}") if weak else "",
            label.markup("quality.limit_text"),
            label.markup("quality.limit_languages"),
            label.markup("quality.limit_renderings"),
            label.markup("quality.limit_organs"),
        ]
        return Html("<ul>" + "".join(f"<li>{sentence}</li>" for sentence in sentences if sentence) + "</ul>")

    # what is folded

    def _folded(self, summary: Markup | str, *inside: Html) -> Html:
        """Pieces that only specialists read, behind a line that states the main figure."""
        shown = "\n".join(piece.html for piece in inside)
        return Html(str(_markup('<details class="figures"><summary>{}</summary>{}</details>', summary, Html(shown))))

    def _most(self, name: str, table: Html, rows: Sequence[Sequence[Cell]], **values: Any) -> Html:
        """A table behind the sentence that introduces it and its first row, the most frequent."""
        from markupsafe import escape

        first = " · ".join(str(escape(cell)) for cell in rows[0]) if rows else ""
        return self._folded(self._sentences(self.labels.markup(name, **values), _markup("{}", Html(first))), table)

    def _range(
        self, measure: str, figures: Mapping[str, float | None], language: str = "", of: str = ""
    ) -> Markup | str:
        """Say from which figure to which a measure goes, and of what these are."""
        there = {name: figure for name, figure in figures.items() if figure is not None}
        if not there:
            return ""
        least, most = (choose(there, key=there.__getitem__) for choose in (min, max))
        of = of or (self._language(language) if language else "")
        return self.labels.markup(
            "quality.range_of" if of else "quality.range",
            of=of,
            measure=self.labels(measure),
            low=self._figure(there[least]),
            least=least,
            high=self._figure(there[most]),
            most=most,
        )

    def _sentences(self, *sentences: Markup | str) -> Markup:
        from markupsafe import escape

        return escape(self.labels("punctuation.sentences")).join(filter(None, sentences))

    def _of_text(self, entry: Mapping[str, Any]) -> str:
        return self.labels("quality.of", what=entry["symbol"], language=self._language(entry["language"]))

    # cells

    def _head(self, name: str) -> str:
        return self.labels(f"column.{name}")

    def _of(self, label: str, language: str) -> str:
        return self.labels("quality.of", what=self.labels(label), language=self._language(language))

    def _name(self, kind: str) -> str:
        return self.labels(NAMES[kind])

    def _language(self, language: str) -> str:
        return self.labels.language_name(language)

    def _f1(self, entry: Mapping[str, Any]) -> str:
        return self._figure(entry.get("f1"))

    def _figure(self, figure: float | None) -> str:
        return "–" if figure is None else f"{figure:.3f}"

    def _percent(self, part: int, whole: int) -> str:
        return f"{100 * part / whole:.1f}%" if whole else "–"

    def _class(self, code: str, none: str) -> Markup | str:
        if code == "–":
            return none
        return _markup('<b class="code {}">{}</b> {}', code.lower(), code, self.labels(f"class.{code}"))

    def _strong(self, text: str) -> Markup:
        return _markup("<b>{}</b>", text)

    def _symbol(self, symbol: str) -> Markup:
        return _markup('<span style="white-space:nowrap">{}</span>', symbol)

    def _verb(self, verb: str, language: str) -> Markup:
        return _markup('<span lang="{}">{}</span>', language_of(language).tag, verb)

    def _verbs(self, counted: Counted, language: str) -> Markup:
        most = sorted(counted.items(), key=lambda entry: (-entry[1], entry[0]))[:_WORDS]
        return self._list(_markup("{} {}", self._verb(verb, language), count) for verb, count in most)

    def _causes(self, counted: Counted) -> Markup:
        most = sorted(counted.items(), key=lambda entry: (-entry[1], entry[0]))
        return self._list(_markup("{} {}", self._name(cause), count) for cause, count in most)

    def _list(self, items: Iterable[Markup]) -> Markup:
        from markupsafe import escape

        return escape(self.labels("punctuation.list")).join(items)

    def _table(self, name: str, heads: Sequence[str], rows: Sequence[Sequence[Cell]], of: str = "") -> Html:
        return table(self.labels, name, heads, rows, of)


def open_quality(language: str = SPOKEN) -> Quality:
    """Return the pieces of the quality page in a language."""
    check_parameters()
    return Quality(labels(language), figures())


def table(say: Labels, name: str, heads: Sequence[str], rows: Sequence[Sequence[Cell]], of: str = "") -> Html:
    """Return rows as a table that scrolls sideways where a page is narrow; figures stand at the right.

    ``of`` tells several tables of one name apart, for those who hear them.

    Examples
    --------
    >>> shown = table(labels("en"), "quality_kinds", ["kind", "times"], [["<a>", 2]]).html
    >>> '<td>&lt;a&gt;</td><td style="text-align:end">2</td>' in shown
    True
    """
    if not rows:
        return Html(f"<p>{say.markup('figure.empty')}</p>")
    head = "".join(_cells("th", heads, [_is_figure(cell) for cell in rows[0]], ' scope="col"'))
    body = "".join(f"<tr>{''.join(_cells('td', row, map(_is_figure, row)))}</tr>\n" for row in rows)
    label = say.markup("figure.scroll", name=" · ".join(filter(None, [say(f"table.{name}"), of])))
    return Html(
        f'<div class="table" role="region" tabindex="0" aria-label="{label}" style="overflow-x:auto">'
        f"<table><thead><tr>{head}</tr></thead>\n<tbody>{body}</tbody></table></div>"
    )


def _cells(tag: str, cells: Iterable[Cell], figures: Iterable[bool], more: str = "") -> Iterator[str]:
    from markupsafe import escape

    for cell, figure in zip(cells, figures, strict=True):
        style = ' style="text-align:end"' if figure else ""
        yield f"<{tag}{more}{style}>{escape(cell)}</{tag}>"


def _is_figure(cell: Cell) -> bool:
    return not isinstance(cell, str) or cell == "–" or cell.rstrip("%").replace(".", "", 1).isdigit()


def _total(rendering: Mapping[str, Any]) -> int:
    return sum(sum(rendering.get(place, {}).values()) for place in ("head", "inside"))


def _together(pieces: Sequence[Html]) -> Html:
    return Html("\n".join(piece.html for piece in pieces))


def _markup(template: str, *values: Any) -> Markup:
    from markupsafe import Markup

    return Markup(template).format(*values)
