"""What is not adopted yet: proposals of a negotiating text, tracked changes and whose they are."""
