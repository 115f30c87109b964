"""What all measuring is made of: the texts, facts made comparable, their matching, scores and intervals, and counts."""
