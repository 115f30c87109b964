"""What the kinds of fact, the golds and the causes are called on the page: labels."""

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
