"""Which paragraphs of two editions belong together, and which clauses of theirs."""
