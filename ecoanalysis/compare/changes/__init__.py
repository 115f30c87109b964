"""What a link changes: its paragraphs as wholes, each facet of its clauses, their scope, their wording."""
