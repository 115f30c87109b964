"""How far the Chinese and the English of one resolution agree, in facts and in force."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ecoanalysis.evaluate.across_languages.bilingual import FIRST, SECOND
from ecoanalysis.lexicon import INTERFACE
from ecoanalysis.lexicon.bodies import registry
from ecoanalysis.show.html import Html
from ecoanalysis.show.quality.measured import renderings, same_band
from ecoanalysis.show.quality.wording import Wording, together

_SHOWN = 15  # of the most frequent


@dataclass(frozen=True)
class BetweenLanguages(Wording):
    """The pieces that hold one language against the other."""

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
            [self.fact_name(kind), self._f1(entry), entry[FIRST], entry[SECOND], self._f1(sentences.get(kind, {}))]
            for kind, entry in languages["agreement"].items()
        ]
        figures = {self.fact_name(kind): entry["f1"] for kind, entry in languages["agreement"].items()}
        return sentence + self._folded(
            self._range("column.in_paragraphs", figures), self._table("quality_agreement", heads, rows)
        )

    def causes(self) -> Html:
        """Show why bodies are named in one language alone, and which ones most often."""
        whole = self.measured["languages"]["differences"]["agencies"]
        total = sum(whole["causes"].values())
        rows = [[self.fact_name(cause), count, self._percent(count, total)] for cause, count in whole["causes"].items()]
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
        return together(
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
        return together(
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


def _total(rendering: Mapping[str, Mapping[str, int]]) -> int:
    return sum(sum(rendering.get(place, {}).values()) for place in ("head", "inside"))
