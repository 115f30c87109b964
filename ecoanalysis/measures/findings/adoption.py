"""How the texts were adopted."""

from __future__ import annotations

from collections.abc import Iterator

from ecoanalysis.measures import votes
from ecoanalysis.measures.findings.finding import Finding, judge
from ecoanalysis.measures.findings.inquiry import Inquiry
from ecoanalysis.measures.intervals import Interval


def first_vote(subject: Inquiry) -> Iterator[Finding]:
    """The latest was adopted by vote, and none before: said only where it is known of all of them."""
    rows = votes.adoptions(subject.opened).to_dicts()
    latest = next((row for row in rows if row["symbol"] == subject.symbols[-1]), None)
    before = [row for row in rows if row["symbol"] in subject.symbols[:-1]]
    if latest is None or latest["how"] != "vote" or any(row["how"] == "vote" for row in before):
        return
    unknown = sum(row["how"] == "unknown" for row in before)
    yield judge(
        "first_vote",
        {"edition": latest["symbol"], "yes": latest["yes"] or 0, "no": latest["no"] or 0,
         "abstain": latest["abstain"] or 0, "unknown": unknown},
        Interval(1.0, None, None), value=1, comparison=0, n=len(rows), unit="editions",
        complete=not unknown, estimated=False,
    )  # fmt: skip
