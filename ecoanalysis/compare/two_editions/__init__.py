"""Of two editions as wholes: which words still stand, which name is shortened, how much time has passed."""
