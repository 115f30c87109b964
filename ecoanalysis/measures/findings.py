"""Findings: statements that qualify to be headlines, and those that were asked and fell.

A statement compares two values. It qualifies where every value compared is known, the interval of the difference
excludes no difference (widened where the greatest of many was picked), every language of the text at hand says the
same, it holds on every ladder of force, and no other unit (words, clauses, paragraphs) turns it round. What a rule does
not bear on it leaves alone. The strongest that qualifies leads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Any

import polars as pl

from ecoanalysis.measures import asked, counts, due, force, session, survival, votes
from ecoanalysis.measures.accuracy import reading_rates, text_rates
from ecoanalysis.measures.frames import BANDS, STRONG, narrow
from ecoanalysis.measures.intervals import Interval, count_difference, share, share_difference
from ecoanalysis.measures.measure import Frames
from ecoanalysis.measures.tables_at_hand import Opened, every_version

RULES = ("known", "interval", "languages", "ladders", "units")
_FEW = 10  # directives below which a share of them is no statement
UNITS = ("words", "clauses", "paragraphs")


@dataclass(frozen=True, slots=True)
class Finding:
    """A statement that was asked: its values, what they are compared by, and which rules it breaks."""

    template: str
    """Which sentence says it: ``finding.<template>`` of the labels."""
    values: Mapping[str, Any] = field(repr=False)
    """What the sentence is filled with: numbers, shares (``…_share``), symbols, ids (``…_body``, ``…_party``)."""
    value: float | None
    comparison: float | None
    n: int
    """How many units the statement rests on."""
    unit: str
    interval: Interval
    """Of the difference; all None where nothing is estimated."""
    fell: tuple[str, ...]
    """The rules that it breaks, in their order; none where it qualifies."""

    @property
    def qualifies(self) -> bool:
        return not self.fell

    @property
    def strength(self) -> float:
        """How far the difference is from none, in widths of its interval."""
        low, high = self.interval.low, self.interval.high
        if low is None or high is None or self.interval.value is None:
            return 0.0
        return abs(self.interval.value) / max((high - low) / 2, 0.01 * abs(self.interval.value), 1e-9)


@dataclass(frozen=True)
class Inquiry:
    """What is asked about: the texts that are counted, and the same resolutions in every language at hand."""

    opened: Opened

    @cached_property
    def symbols(self) -> tuple[str, ...]:
        return tuple(version.symbol for version in self.opened.versions)

    @cached_property
    def language(self) -> str:
        return self.opened.versions[-1].language if self.opened.versions else ""

    @cached_property
    def others(self) -> dict[str, Frames]:
        """The tables of the other languages that texts counted are at hand in."""
        every = every_version(self.opened.corpus)
        languages = {version.language for version in every.versions if version.symbol in self.symbols}
        return {language: narrow(every, language=language) for language in sorted(languages - {self.language})}

    @cached_property
    def extent(self) -> dict[str, dict[str, Any]]:
        return _by_symbol(counts.per_text(self.opened))

    @cached_property
    def pairs(self) -> list[tuple[str, str]]:
        return list(pairwise(self.symbols))

    @cached_property
    def units(self) -> pl.DataFrame:
        return counts.paragraph_units(self.opened)

    def of(self, symbol: str, part: str, whole: str = "") -> tuple[list[int], list[int]]:
        """Return of each paragraph of a text what is counted, and of how many."""
        rows = self.units.filter(symbol=symbol)
        return rows[part].to_list(), rows[whole].to_list() if whole else [1] * rows.height

    def elsewhere(self, measure: Callable[[Frames], float | None]) -> list[float]:
        """Return what a number is in the other languages at hand, where it can be said."""
        stated = [measure(tables) for tables in self.others.values()]
        return [value for value in stated if value is not None]


def _by_symbol(frame: pl.DataFrame) -> dict[str, dict[str, Any]]:
    return {row["symbol"]: row for row in frame.iter_rows(named=True)}


def findings(opened: Opened) -> list[Finding]:
    """Return every statement that was asked of what is at hand: those that qualify first, the strongest leading.

    Examples
    --------
    >>> from ecoanalysis.measures.tables_at_hand import series_tables_of
    >>> asked_of = findings(series_tables_of("eco"))
    >>> {each.template for each in asked_of if each.qualifies} >= {"words_fell_paragraphs_grew", "directives_fell"}
    True
    >>> {each.template: each.fell for each in asked_of}["longest_ever"]
    ('units',)
    """
    subject = Inquiry(opened)
    of_series = SERIES_TEMPLATES if opened.series else ()
    made = [finding for template in (*of_series, *CORPUS_TEMPLATES) for finding in template(subject)]
    return sorted(made, key=lambda finding: (bool(finding.fell), -finding.strength, finding.template))


def turning_points(opened: Opened) -> list[tuple[str, Finding]]:
    """Return where a series turns: the editions, by adoption, each with the statement about it that holds.

    Examples
    --------
    >>> from ecoanalysis.measures.tables_at_hand import series_tables_of
    >>> [(symbol, each.template) for symbol, each in turning_points(series_tables_of("eco"))][:2]
    [('A/RES/67/14', 'directives_rose'), ('A/RES/67/14', 'hedging_rose')]
    """
    subject = Inquiry(opened)
    turns = [
        (str(finding.values[where]), finding)
        for template, where in TURNING.items()
        for finding in template(subject)
        if finding.qualifies
    ]
    return sorted(turns, key=lambda turn: subject.symbols.index(turn[0]))


def findings_table(made: Sequence[Finding]) -> pl.DataFrame:
    """Return findings as a frame: one row per statement asked.

    Examples
    --------
    >>> findings_table([]).columns
    ['template', 'value', 'comparison', 'difference', 'low', 'high', 'n', 'unit', 'fell']
    """
    rows = [
        (
            each.template,
            each.value,
            each.comparison,
            each.interval.value,
            each.interval.low,
            each.interval.high,
            each.n,
            each.unit,
            list(each.fell),
        )
        for each in made
    ]
    numbers = dict.fromkeys(("value", "comparison", "difference", "low", "high"), pl.Float64)
    schema: dict[str, Any] = {
        "template": pl.String,
        **numbers,
        "n": pl.Int64,
        "unit": pl.String,
        "fell": pl.List(pl.String),
    }
    return pl.DataFrame(rows, schema=schema, orient="row")


def _finding(
    template: str,
    values: Mapping[str, Any],
    interval: Interval,
    *,
    value: float | None,
    comparison: float | None,
    n: int,
    unit: str,
    complete: bool = True,
    estimated: bool = True,
    others: Sequence[float] = (),
    ladders: Sequence[float] = (),
    units: Sequence[float] = (),
) -> Finding:
    """Judge a statement: ``others``, ``ladders`` and ``units`` are the same difference by other means."""
    sign = interval.value if interval.value is not None else 0.0
    broken = {
        "known": not complete or value is None or comparison is None,
        "interval": estimated and not interval.excludes_zero,
        "languages": any(other * sign <= 0 for other in others),
        "ladders": any(other * sign <= 0 for other in ladders),
        "units": any(other * sign <= 0 for other in units),
    }
    fell = tuple(rule for rule in RULES if broken[rule])
    return Finding(template, values, value, comparison, n, unit, interval, fell)


def _change(tables: Frames, old: str, new: str, measure: Callable[[dict[str, Any]], float | None]) -> float | None:
    """The difference of a number between two texts in some tables; None where either is not there."""
    rows = _by_symbol(counts.per_text(tables))
    before, after = (measure(rows[symbol]) if symbol in rows else None for symbol in (old, new))
    return None if before is None or after is None else after - before


def _per(row: Mapping[str, Any], part: str, unit: str) -> float | None:
    return row[part] / row[unit] if row[unit] else None


# How long the texts are


def longest_ever(subject: Inquiry) -> Iterator[Finding]:
    """The latest edition has more paragraphs than any before: true in one unit only."""
    if len(subject.symbols) < 3:
        return
    latest = subject.extent[subject.symbols[-1]]
    before = [subject.extent[symbol] for symbol in subject.symbols[:-1]]
    most = max(before, key=lambda row: row["operative"])
    if latest["operative"] <= most["operative"]:
        return
    rates = reading_rates("paragraphs", subject.language)
    units = [
        latest[unit] - max(row[unit] for row in before if row[unit] is not None)
        for unit in ("words", "clauses")
        if latest[unit] is not None
    ]
    yield _finding(
        "longest_ever",
        {"edition": latest["symbol"], "paragraphs": latest["operative"], "before": most["operative"],
         "earlier": most["symbol"]},
        count_difference(most["operative"], latest["operative"], *rates),
        value=latest["operative"], comparison=most["operative"], n=len(subject.symbols), unit="paragraphs", units=units,
    )  # fmt: skip


def words_fell_paragraphs_grew(subject: Inquiry) -> Iterator[Finding]:
    """Since the edition of most words, words fell while paragraphs grew: both units are said."""
    rows = [subject.extent[symbol] for symbol in subject.symbols if subject.extent[symbol]["words"]]
    if len(rows) < 3:
        return
    latest, peak = rows[-1], max(rows, key=lambda row: row["words"])
    if latest["symbol"] == peak["symbol"] or latest["operative"] <= peak["operative"]:
        return
    rates = text_rates("words", subject.language)
    longest = max(row["words"] / row["paragraphs"] for row in (peak, latest))
    yield _finding(
        "words_fell_paragraphs_grew",
        {
            "edition": latest["symbol"], "peak": peak["symbol"], "year": peak["year"] or "?",
            "words_then": peak["words"], "words_now": latest["words"],
            "gone_share": 1 - latest["words"] / peak["words"],
            "paragraphs_then": peak["operative"], "paragraphs_now": latest["operative"],
        },
        count_difference(peak["words"], latest["words"], *rates, together=longest),
        value=latest["words"], comparison=peak["words"], n=len(rows), unit="words",
        complete=latest["year"] is not None and peak["year"] is not None,
        others=_others_change(subject, peak["symbol"], latest["symbol"], lambda row: row["words"]),
    )  # fmt: skip


def _others_change(
    subject: Inquiry, old: str, new: str, measure: Callable[[dict[str, Any]], float | None]
) -> list[float]:
    return subject.elsewhere(lambda tables: _change(tables, old, new, measure))


# How much is asked


def _sharpest(subject: Inquiry, part: str, sign: int) -> tuple[str, str] | None:
    """The successive editions between which a count changes most in one direction."""
    steps = [
        (float(sign * (subject.extent[new][part] - subject.extent[old][part])), old, new)
        for old, new in subject.pairs
        if subject.extent[old][part] >= _FEW
    ]
    best = max(steps, default=(0.0, "", ""))
    return best[1:] if best[0] > 0 else None


def directives_fell(subject: Inquiry) -> Iterator[Finding]:
    """Between two successive editions directives fell most."""
    yield from _directives_turned(subject, "directives_fell", -1)


def directives_rose(subject: Inquiry) -> Iterator[Finding]:
    """Between two successive editions directives rose most."""
    yield from _directives_turned(subject, "directives_rose", 1)


def _directives_turned(subject: Inquiry, template: str, sign: int) -> Iterator[Finding]:
    pair = _sharpest(subject, "directives", sign)
    if pair is None:
        return
    old, new = (subject.extent[symbol] for symbol in pair)
    rates = reading_rates("classes", subject.language)
    per_unit = [
        (_per(new, "directives", unit) or 0.0) - (_per(old, "directives", unit) or 0.0)
        for unit in UNITS
        if new[unit] and old[unit]
    ]
    yield _finding(
        template,
        {"old": pair[0], "new": pair[1], "year": new["year"] or "?",
         "before": old["directives"], "after": new["directives"]},
        count_difference(old["directives"], new["directives"], *rates, looks=len(subject.pairs)),
        value=new["directives"], comparison=old["directives"], n=old["directives"] + new["directives"],
        unit="directives",
        complete=new["year"] is not None,
        others=_others_change(subject, *pair, lambda row: row["directives"]), units=per_unit,
    )  # fmt: skip


# How often it is softened


def _hedged_share(row: Mapping[str, Any] | None) -> float | None:
    return row["hedged"] / row["directives"] if row and row["directives"] else None


def _hedging_turned(subject: Inquiry, template: str, old: str, new: str) -> Iterator[Finding]:
    before, after = subject.of(old, "hedged", "directives"), subject.of(new, "hedged", "directives")
    interval = share_difference(before, after, looks=len(_hedging_steps(subject)))
    shares = {symbol: _hedged_share(_by_symbol(force.hedging(subject.opened)).get(symbol)) for symbol in (old, new)}
    by_paragraph = [_softened_paragraphs(subject, new) - _softened_paragraphs(subject, old)]

    def elsewhere(tables: Frames) -> float | None:
        rows = _by_symbol(force.hedging(tables))
        first, second = _hedged_share(rows.get(old)), _hedged_share(rows.get(new))
        return None if first is None or second is None else second - first

    yield _finding(
        template,
        {
            "old": old, "new": new,
            "year": subject.extent[new]["year"] or "?", "old_year": subject.extent[old]["year"] or "?",
            "before_share": shares[old], "after_share": shares[new],
            "hedged": sum(after[0]), "directives": sum(after[1]),
        },
        interval, value=shares[new], comparison=shares[old], n=sum(before[1]) + sum(after[1]), unit="directives",
        others=subject.elsewhere(elsewhere), units=by_paragraph,
    )  # fmt: skip


def _softened_paragraphs(subject: Inquiry, symbol: str) -> float:
    """Of the paragraphs that ask, the share in which anything is softened."""
    rows = subject.units.filter((pl.col("symbol") == symbol) & (pl.col("directives") > 0))
    return rows.filter(pl.col("hedged") > 0).height / rows.height if rows.height else 0.0


def _hedging_steps(subject: Inquiry) -> list[tuple[float, str, str]]:
    rows = _by_symbol(force.hedging(subject.opened))
    return [
        ((_hedged_share(rows[new]) or 0.0) - (_hedged_share(rows[old]) or 0.0), old, new)
        for old, new in subject.pairs
        if rows[old]["directives"] >= _FEW and rows[new]["directives"] >= _FEW
    ]


def hedging_rose(subject: Inquiry) -> Iterator[Finding]:
    """Between two successive editions the share of hedged directives rose most."""
    best = max(_hedging_steps(subject), default=(0.0, "", ""))
    if best[0] > 0:
        yield from _hedging_turned(subject, "hedging_rose", best[1], best[2])


def hedging_fell(subject: Inquiry) -> Iterator[Finding]:
    """Between two successive editions the share of hedged directives fell most."""
    best = min(_hedging_steps(subject), default=(0.0, "", ""))
    if best[0] < 0:
        yield from _hedging_turned(subject, "hedging_fell", best[1], best[2])


def hedging_back_from_peak(subject: Inquiry) -> Iterator[Finding]:
    """The share of hedged directives is lower now than at its highest."""
    rows = [row for row in force.hedging(subject.opened).iter_rows(named=True) if row["directives"] >= _FEW]
    if len(rows) < 3:
        return
    peak = max(rows, key=lambda row: row["share"] or 0.0)
    if peak["symbol"] not in (rows[-1]["symbol"], rows[-2]["symbol"]):
        yield from _hedging_turned(subject, "hedging_back_from_peak", peak["symbol"], rows[-1]["symbol"])


# How strongly


def strength_fell(subject: Inquiry) -> Iterator[Finding]:
    """The share of strong directives is lower in the later half of the series than in the earlier, or higher."""
    half = len(subject.symbols) // 2
    if half < 2:
        return
    early, late = subject.symbols[:half], subject.symbols[half:]
    interval = _halves(subject, early, late, STRONG)
    ladder = _halves(subject, early, late, BANDS[1:])
    template = "strength_fell" if (interval.value or 0) < 0 else "strength_rose"
    before, after = (_strong_share(subject, symbols, STRONG) for symbols in (early, late))
    yield _finding(
        template,
        {"before_share": before, "after_share": after, "first": early[0], "last": early[-1], "new": late[0]},
        interval, value=after, comparison=before, n=len(subject.symbols), unit="editions",
        ladders=[ladder.value or 0.0],
    )  # fmt: skip


def _per_edition(subject: Inquiry, symbols: Sequence[str], bands: Sequence[str]) -> tuple[list[int], list[int]]:
    frame = force.bands(subject.opened).filter(pl.col("symbol").is_in(symbols))
    whole = frame.group_by("symbol", maintain_order=True).agg(
        part=pl.col("directives").filter(pl.col("band").is_in(bands)).sum(), whole=pl.col("directives").sum()
    )
    return whole["part"].to_list(), whole["whole"].to_list()


def _halves(subject: Inquiry, early: Sequence[str], late: Sequence[str], bands: Sequence[str]) -> Interval:
    return share_difference(_per_edition(subject, early, bands), _per_edition(subject, late, bands))


def _strong_share(subject: Inquiry, symbols: Sequence[str], bands: Sequence[str]) -> float | None:
    return share(*_per_edition(subject, symbols, bands)).value


def notes_grew(subject: Inquiry) -> Iterator[Finding]:
    """The latest edition takes note in a larger share of its clauses than the one before."""
    if not subject.pairs:
        return
    old, new = subject.pairs[-1]
    before, after = subject.of(old, "notes", "clauses"), subject.of(new, "notes", "clauses")
    interval = share_difference(before, after)
    if (interval.value or 0) <= 0:
        return
    by_paragraph = [
        _holding(subject, new, "notes") - _holding(subject, old, "notes"),
    ]
    yield _finding(
        "notes_grew",
        {"old": old, "new": new, "before": sum(before[0]), "after": sum(after[0]), "clauses": sum(after[1]),
         "before_share": sum(before[0]) / max(1, sum(before[1])), "after_share": sum(after[0]) / max(1, sum(after[1]))},
        interval, value=sum(after[0]) / max(1, sum(after[1])), comparison=sum(before[0]) / max(1, sum(before[1])),
        n=sum(before[1]) + sum(after[1]), unit="clauses", units=by_paragraph,
        others=subject.elsewhere(lambda tables: _notes_change(tables, old, new)),
    )  # fmt: skip


def _holding(subject: Inquiry, symbol: str, what: str) -> float:
    rows = subject.units.filter(symbol=symbol)
    return rows.filter(pl.col(what) > 0).height / rows.height if rows.height else 0.0


def _notes_change(tables: Frames, old: str, new: str) -> float | None:
    frame = counts.clauses_by_class(tables).filter(pl.col("class") == "NEU")
    shares = {row["symbol"]: row["share"] for row in frame.iter_rows(named=True)}
    return shares[new] - shares[old] if old in shares and new in shares else None


def new_paragraphs_note(subject: Inquiry) -> Iterator[Finding]:
    """Most new paragraphs of the latest edition do nothing but take note; of its other paragraphs fewer do."""
    latest = subject.symbols[-1]
    row = survival.new_paragraphs(subject.opened).filter(symbol=latest)
    if row.is_empty() or not row["new"][0]:
        return
    fresh, noting = row["new"][0], row["noting"][0]
    new = _new_ids(subject.opened, latest)
    rest = _noting(subject.opened, latest, new, inside=False)
    interval = share_difference(rest, ([1] * noting + [0] * (fresh - noting), [1] * fresh))
    yield _finding(
        "new_paragraphs_note",
        {"edition": latest, "new": fresh, "noting": noting, "rest_share": sum(rest[0]) / max(1, len(rest[0]))},
        interval, value=noting / fresh, comparison=sum(rest[0]) / max(1, len(rest[0])), n=fresh + len(rest[0]),
        unit="paragraphs", others=subject.elsewhere(lambda tables: _new_difference(tables, latest, new)),
    )  # fmt: skip


def _new_ids(tables: Frames, symbol: str) -> list[str]:
    links = tables["links"].filter((pl.col("new") == symbol) & (pl.col("base") == "new"))
    return links["new_paragraphs"].explode().to_list()


def _noting(tables: Frames, symbol: str, ids: Sequence[str], *, inside: bool) -> tuple[list[int], list[int]]:
    """Of some paragraphs of an edition, or of all others: whether each does nothing but take note."""
    among = pl.col("paragraph").is_in(list(ids))
    clauses = tables["clauses"].filter((pl.col("symbol") == symbol) & (among if inside else ~among))
    per = clauses.group_by("paragraph", maintain_order=True).agg(notes=(pl.col("class") == "NEU").all())
    return per["notes"].cast(pl.Int64).to_list(), [1] * per.height


def _new_difference(tables: Frames, symbol: str, ids: Sequence[str]) -> float | None:
    """The same in another language, whose paragraphs have the same numbers."""
    (fresh, _), (rest, _) = (_noting(tables, symbol, ids, inside=inside) for inside in (True, False))
    return sum(fresh) / len(fresh) - sum(rest) / len(rest) if fresh and rest else None


# How it was adopted


def first_vote(subject: Inquiry) -> Iterator[Finding]:
    """The latest was adopted by vote, and none before: said only where it is known of all of them."""
    rows = votes.adoptions(subject.opened).to_dicts()
    latest = next((row for row in rows if row["symbol"] == subject.symbols[-1]), None)
    before = [row for row in rows if row["symbol"] in subject.symbols[:-1]]
    if latest is None or latest["how"] != "vote" or any(row["how"] == "vote" for row in before):
        return
    unknown = sum(row["how"] == "unknown" for row in before)
    yield _finding(
        "first_vote",
        {"edition": latest["symbol"], "yes": latest["yes"] or 0, "no": latest["no"] or 0,
         "abstain": latest["abstain"] or 0, "unknown": unknown},
        Interval(1.0, None, None), value=1, comparison=0, n=len(rows), unit="editions",
        complete=not unknown, estimated=False,
    )  # fmt: skip


# Who is asked


def most_steady(subject: Inquiry) -> Iterator[Finding]:
    """One body is asked by more editions than any other."""
    frame = counts.directives_by(subject.opened, "agency").sort(
        "resolutions", "directives", descending=True, maintain_order=True
    )
    if frame.height < 2:
        return
    top, second = frame.row(0, named=True), frame.row(1, named=True)
    editions = len(subject.symbols)
    interval = share_difference(_asking(second["resolutions"], editions), _asking(top["resolutions"], editions))
    yield _finding(
        "most_steady",
        {"top_body": top["agency"], "editions": top["resolutions"], "of": editions,
         "second_body": second["agency"], "second": second["resolutions"]},
        interval, value=top["resolutions"], comparison=second["resolutions"], n=editions, unit="editions",
    )  # fmt: skip


def _asking(count: int, whole: int) -> tuple[list[int], list[int]]:
    return [1] * count + [0] * (whole - count), [1] * whole


def bodies_asked_fell(subject: Inquiry) -> Iterator[Finding]:
    """The latest edition asks fewer bodies by name than the one before, or more."""
    if not subject.pairs:
        return
    rows = _by_symbol(asked.addressing(subject.opened))
    old, new = subject.pairs[-1]
    before, after = rows[old]["bodies_asked"], rows[new]["bodies_asked"]
    if before == after or before < _FEW:
        return
    rates = reading_rates("addressees", subject.language)
    yield _finding(
        "bodies_asked_fell" if after < before else "bodies_asked_rose",
        {"old": old, "new": new, "before": before, "after": after},
        count_difference(before, after, *rates), value=after, comparison=before, n=before + after, unit="bodies",
        others=subject.elsewhere(lambda tables: _bodies_change(tables, old, new)),
    )  # fmt: skip


def _bodies_change(tables: Frames, old: str, new: str) -> float | None:
    rows = _by_symbol(asked.addressing(tables))
    return rows[new]["bodies_asked"] - rows[old]["bodies_asked"] if old in rows and new in rows else None


def newly_named(subject: Inquiry) -> Iterator[Finding]:
    """The latest edition names bodies that no edition before it named."""
    frame = asked.came_and_went(subject.opened).filter(symbol=subject.symbols[-1], change="came", returns=False)
    if frame.is_empty():
        return
    ids = frame["agency"].to_list()
    rates = reading_rates("agencies", subject.language)
    there = subject.elsewhere(lambda tables: _naming(tables, subject.symbols[-1], ids))
    yield _finding(
        "newly_named",
        {"edition": subject.symbols[-1], "count": len(ids), "bodies": ids, "before": len(subject.symbols) - 1},
        count_difference(0, len(ids), *rates), value=len(ids), comparison=0, n=len(ids), unit="bodies", others=there,
    )  # fmt: skip


def _naming(tables: Frames, symbol: str, ids: Sequence[str]) -> float | None:
    rows = tables["agencies"].filter(symbol=symbol)
    return None if rows.is_empty() else float(set(ids) <= set(rows["agency"].drop_nulls())) - 0.5


# What lives, what is answered


def half_life(subject: Inquiry) -> Iterator[Finding]:
    """Fewer than half of the mandates outlive so many editions."""
    curve = survival.survival(subject.opened)
    low = curve.filter(pl.col("high") < 0.5) if curve.height else curve
    if low.is_empty():
        return
    row, mandates = low.row(0, named=True), survival.lifetimes(subject.opened).height
    yield _finding(
        "half_life",
        {"editions": row["editions"], "left_share": row["share"], "mandates": mandates},
        Interval(row["share"] - 0.5, row["low"] - 0.5, row["high"] - 0.5),
        value=row["share"], comparison=0.5, n=mandates, unit="mandates",
    )  # fmt: skip


def carried_less(subject: Inquiry) -> Iterator[Finding]:
    """The latest edition carries over a smaller share of its paragraphs than those before it, or a larger."""
    frame = survival.carried(subject.opened).filter(pl.col("share") == "carried")
    if frame.height < 4:
        return
    whole = survival.carried(subject.opened).group_by("symbol", maintain_order=True).agg(n=pl.col("count").sum())
    rows = frame.join(whole, on="symbol", maintain_order="left")
    past, last = rows.head(-1), rows.row(-1, named=True)
    latest = ([1] * last["count"] + [0] * (last["n"] - last["count"]), [1] * last["n"])
    interval = share_difference((past["count"].to_list(), past["n"].to_list()), latest)
    before = sum(past["count"].to_list()) / max(1, sum(past["n"].to_list()))
    yield _finding(
        "carried_less" if (interval.value or 0) < 0 else "carried_more",
        {"edition": last["symbol"], "after_share": last["count"] / max(1, last["n"]), "before_share": before},
        interval, value=last["count"] / max(1, last["n"]), comparison=before, n=rows.height, unit="editions",
    )  # fmt: skip


def never_answered(subject: Inquiry) -> Iterator[Finding]:
    """Reports were asked for of which no later edition takes note."""
    rows = due.answered(subject.opened).filter(kind="report")
    if rows.is_empty() or not rows["unseen"][0]:
        return
    row = rows.row(0, named=True)
    rates = reading_rates("reports", subject.language)
    yield _finding(
        "never_answered",
        {"unseen": row["unseen"], "reports": row["obligations"]},
        count_difference(0, row["unseen"], *rates),
        value=row["unseen"], comparison=0, n=row["obligations"], unit="reports",
    )  # fmt: skip


# Where languages, parties, committees differ


def languages_differ(subject: Inquiry) -> Iterator[Finding]:
    """The languages of the same texts differ in how many directives are strong."""
    for language, tables in subject.others.items():
        both = set(force.bands(tables)["symbol"]) & set(subject.symbols)
        if len(both) < 2:
            continue
        sides = [_strong_by_text(frames, both) for frames in (subject.opened, tables)]
        values = [sum(parts) / max(1, sum(wholes)) for parts, wholes in sides]
        yield _finding(
            "languages_differ",
            {"first_language": subject.language, "second_language": language,
             "first_share": values[0], "second_share": values[1], "texts": len(both)},
            share_difference(sides[0], sides[1]), value=values[1], comparison=values[0], n=len(both), unit="texts",
        )  # fmt: skip


def _strong_by_text(tables: Frames, symbols: set[str]) -> tuple[list[int], list[int]]:
    frame = force.bands(tables).filter(pl.col("symbol").is_in(list(symbols)))
    rows = frame.group_by("symbol", maintain_order=True).agg(
        part=pl.col("directives").filter(pl.col("band").is_in(STRONG)).sum(),
        whole=pl.col("directives").sum(),
    )
    return rows["part"].to_list(), rows["whole"].to_list()


def parties_differ(subject: Inquiry) -> Iterator[Finding]:
    """What is asked of one sort of party is softened less often than what is asked of another."""
    frame = (
        asked.parties(subject.opened)
        .drop_nulls("type")
        .unique(["document", "part", "paragraph", "index", "type"], maintain_order=True)
    )
    per = frame.group_by("type", "document", "part", maintain_order=True).agg(n=pl.len(), soft=pl.col("hedged").sum())
    sides = {
        type: (group["soft"].to_list(), group["n"].to_list())
        for (type,), group in per.sort("document", "part", maintain_order=True).group_by("type", maintain_order=True)
        if group["n"].sum() >= _FEW and group.height > 1
    }
    if len(sides) < 2:
        return
    ranked = sorted(sides, key=lambda type: (sum(sides[type][0]) / sum(sides[type][1]), type))
    least, most = ranked[0], ranked[-1]
    shares = {type: sum(sides[type][0]) / sum(sides[type][1]) for type in (least, most)}
    yield _finding(
        "parties_differ",
        {"least_party": least, "most_party": most, "least_share": shares[least], "most_share": shares[most]},
        share_difference(sides[least], sides[most], looks=_couples(len(sides))),
        value=shares[most], comparison=shares[least],
        n=sum(sides[least][1]) + sum(sides[most][1]), unit="directives",
    )  # fmt: skip


def _couples(sides: int) -> int:
    """How many pairs there are to pick the greatest difference from."""
    return sides * (sides - 1) // 2


def committees_differ(subject: Inquiry) -> Iterator[Finding]:
    """The resolutions of one committee soften more of what they ask than those of another."""
    yield from _committees(subject, "committees_differ_in_hedging", "hedged")


def committees_differ_in_strength(subject: Inquiry) -> Iterator[Finding]:
    """The resolutions of one committee ask more strongly than those of another, on both ladders."""
    yield from _committees(subject, "committees_differ_in_strength", "strong")


def _committees(subject: Inquiry, template: str, part: str) -> Iterator[Finding]:
    units = session.resolution_units(subject.opened, "committee").drop_nulls("committee")
    sides = {
        committee: (group[part].to_list(), group["directives"].to_list())
        for (committee,), group in units.group_by("committee", maintain_order=True)
        if group["directives"].sum() >= _FEW and group.height >= 5
    }
    if len(sides) < 2:
        return
    shares = {committee: sum(parts) / sum(wholes) for committee, (parts, wholes) in sides.items()}
    least, most = min(shares, key=shares.__getitem__), max(shares, key=shares.__getitem__)
    requested = {
        committee: sum(group["requested"].to_list()) / max(1, sum(group["directives"].to_list()))
        for (committee,), group in units.group_by("committee", maintain_order=True)
    }
    ladders = [requested[most] - requested[least]] if part == "strong" else []
    yield _finding(
        template,
        {"least_committee": least, "most_committee": most, "least_share": shares[least], "most_share": shares[most]},
        share_difference(sides[least], sides[most], looks=_couples(len(sides))),
        value=shares[most], comparison=shares[least],
        n=len(sides[least][0]) + len(sides[most][0]), unit="resolutions", ladders=ladders,
    )  # fmt: skip


Template = Callable[[Inquiry], Iterator[Finding]]
SERIES_TEMPLATES: tuple[Template, ...] = (
    longest_ever,
    words_fell_paragraphs_grew,
    directives_fell,
    directives_rose,
    hedging_rose,
    hedging_fell,
    hedging_back_from_peak,
    strength_fell,
    notes_grew,
    new_paragraphs_note,
    first_vote,
    most_steady,
    bodies_asked_fell,
    newly_named,
    half_life,
    carried_less,
    never_answered,
)
CORPUS_TEMPLATES: tuple[Template, ...] = (
    languages_differ,
    parties_differ,
    committees_differ,
    committees_differ_in_strength,
)
TURNING: Mapping[Template, str] = {
    directives_rose: "new",
    directives_fell: "new",
    hedging_rose: "new",
    hedging_fell: "new",
    notes_grew: "new",
    words_fell_paragraphs_grew: "peak",
}
"""What says where a series turns, and which of its values names the edition."""
