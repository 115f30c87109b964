"""A text read otherwise than it is written: signs in one form, words in one piece, stretches left out; offsets kept."""
