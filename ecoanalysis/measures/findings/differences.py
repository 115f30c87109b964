"""Where languages, parties and committees differ."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from ecoanalysis.measures import asked, force, session
from ecoanalysis.measures.findings.finding import FEW, Finding, judge
from ecoanalysis.measures.findings.inquiry import Inquiry
from ecoanalysis.measures.frames import STRONG
from ecoanalysis.measures.intervals import share_difference
from ecoanalysis.measures.measure import Frames


def languages_differ(subject: Inquiry) -> Iterator[Finding]:
    """The languages of the same texts differ in how many directives are strong."""
    for language, tables in subject.others.items():
        both = set(force.bands(tables)["symbol"]) & set(subject.symbols)
        if len(both) < 2:
            continue
        sides = [_strong_by_text(frames, both) for frames in (subject.opened, tables)]
        values = [sum(parts) / max(1, sum(wholes)) for parts, wholes in sides]
        yield judge(
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
        if group["n"].sum() >= FEW and group.height > 1
    }
    if len(sides) < 2:
        return
    ranked = sorted(sides, key=lambda type: (sum(sides[type][0]) / sum(sides[type][1]), type))
    least, most = ranked[0], ranked[-1]
    shares = {type: sum(sides[type][0]) / sum(sides[type][1]) for type in (least, most)}
    yield judge(
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
        if group["directives"].sum() >= FEW and group.height >= 5
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
    yield judge(
        template,
        {"least_committee": least, "most_committee": most, "least_share": shares[least], "most_share": shares[most]},
        share_difference(sides[least], sides[most], looks=_couples(len(sides))),
        value=shares[most], comparison=shares[least],
        n=len(sides[least][0]) + len(sides[most][0]), unit="resolutions", ladders=ladders,
    )  # fmt: skip
