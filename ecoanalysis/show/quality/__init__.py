"""How far the facts can be trusted: what the page says of the measured figures that come with the package.

The figures are written by ``evaluate.quality_report.figures``; no figure stands in code or label.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ecoanalysis.lexicon import SPOKEN
from ecoanalysis.lexicon.labels import labels
from ecoanalysis.measures.accuracy import FEW, below, least_seen
from ecoanalysis.show.html import Html
from ecoanalysis.show.notebook import check_parameters
from ecoanalysis.show.quality.languages import BetweenLanguages
from ecoanalysis.show.quality.measured import figures
from ecoanalysis.show.quality.readers import AgainstReaders
from ecoanalysis.show.quality.sources import AgainstFiles
from ecoanalysis.show.quality.wording import markup

SURE = ("classes", "addressees", "agencies", "themes")
"""Kinds of fact of which is said first how surely they are read: the weakest, too."""
_GOOD = 0.85  # below which a figure is named among the limits


@dataclass(frozen=True)
class Quality(AgainstReaders, AgainstFiles, BetweenLanguages):
    """The page's pieces in one language.

    Examples
    --------
    >>> open_quality("en").title().html
    '<h1>How far the facts can be trusted</h1>'
    """

    def title(self) -> Html:
        return Html(f"<h1>{self.labels.markup('quality.title')}</h1>")

    def about(self) -> Html:
        """Say what was measured, when, and with which version."""
        sources = self.measured["sources"]
        return self.say(
            "quality.about",
            documents=len(self.measured["gold"]["documents"]),
            files=sources["files"],
            version=self.measured["package"],
            date=self.labels.date(date.fromisoformat(self.measured["measured_on"])),
            hash=markup('<span lang="zxx">{}</span>', sources["sha256"][:12]),
        )

    def first(self) -> Html:
        """Say what the front page says, how surely some kinds are read, and how surely two editions are paired."""
        from ecoanalysis.evaluate.across_editions.gold_links import score_links, total_links

        language, rows = least_seen(self.labels.language, *SURE)
        if not rows:
            return Html("")
        kinds = [
            self.labels(
                "quality.first_kind",
                kind=self.fact_name(row["facts"]),
                n=row["n"],
                **{name: f"{row[name]:.2f}" for name in ("f1", "low", "high")},
            )
            for row in rows
        ]
        scores = score_links()
        links, types = (f"{score.f1:.2f}" for score in total_links(scores))
        documents = max(row["documents"] for row in rows)
        named = {"documents": documents, "language": self._language(language)}
        return self.say("quality.first", kinds=self.labels("punctuation.counts").join(kinds), **named) + self.say(
            "quality.first_pairs", pairs=len(scores), links=links, types=types
        )

    def limits(self) -> Html:
        """Say what is known to be wanting; what is weak is told from the figures."""
        label = self.labels
        weak = [
            self.fact_name(row["facts"]) + label.bracketed(f"{self._language(row['language'])} {self._f1(row)}")
            for row in below(_GOOD)
        ]
        sentences = [
            label.markup("quality.limit_gold", documents=len(self.measured["gold"]["documents"])),
            label.markup("quality.limit_weak", kinds=label.join(weak), bound=f"{_GOOD:.2f}", few=FEW) if weak else "",
            label.markup("quality.limit_text"),
            label.markup("quality.limit_languages"),
            label.markup("quality.limit_renderings"),
            label.markup("quality.limit_organs"),
        ]
        return Html("<ul>" + "".join(f"<li>{sentence}</li>" for sentence in sentences if sentence) + "</ul>")


def open_quality(language: str = SPOKEN) -> Quality:
    """Return the pieces of the quality page in a language."""
    check_parameters()
    return Quality(labels(language), figures())
