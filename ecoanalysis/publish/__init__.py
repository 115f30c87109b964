"""Plan → runs → pages → site: what a reader of the reports opens."""
